// The arguments of a call, as a driver asks for them: in workers, and in what shares a driver's code.
#include "mechanisms/driver.h"

#include <cstdlib>
#include <fmt/format.h>

namespace ipcscope {

namespace {

[[noreturn]] void no_such_parameter(const OperationSpec& spec, std::string_view name) {
    fmt::print(stderr, "driver of {} asks for unknown parameter '{}'\n", spec.verb, name);
    std::abort();
}

std::size_t index_of(const OperationSpec& spec, std::string_view name) {
    // The first letters nearly always tell: every call looks up several.
    for (std::size_t i = 0; i < spec.params.size(); ++i)
        if (spec.params[i].name[0] == name[0] && name == spec.params[i].name) return i;
    no_such_parameter(spec, name);
}

}  // namespace

std::uint32_t stream_key(std::string_view name) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash == 0 || hash == arrives_here ? 1 : hash;
}

const Value& Call::arg(std::string_view name) const {
    return (*args_)[index_of(*spec_, name)];
}

const List& Call::list(std::string_view name) const {
    static const List none;
    const auto* list = arg(name).as<List>();
    return list ? *list : none;
}

pid_t Call::pid(std::string_view name) const {
    const auto* ref = arg(name).as<WorkerRef>();
    return ref ? ref->pid : -1;
}

}  // namespace ipcscope

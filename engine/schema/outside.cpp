#include "schema/outside.h"

#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

std::string quoted(const std::string& bytes) {
    std::string out = "\"";
    for (const char c : bytes.substr(0, 60))
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            out += c;
    return out + (bytes.size() > 60 ? "…\"" : "\"");
}

// Stays below the run's directory: no '/' in front, no way up.
bool is_private(std::string_view name) {
    if (name.starts_with('/')) return false;
    while (!name.empty()) {
        const auto slash = name.find('/');
        if (name.substr(0, slash) == "..") return false;
        name = slash == name.npos ? std::string_view() : name.substr(slash + 1);
    }
    return true;
}

bool is_this_machine(std::string_view address) {
    const bool numbers = address.find_first_not_of("0123456789.") == address.npos;
    return address == "loopback" || address == "::1" || (address.starts_with("127.") && numbers);
}

// Known to be the run's own: within a process, in the run's directory, at a port that the system chooses.
bool is_private_endpoint(std::string_view endpoint) {
    const auto colon = endpoint.find("://");
    if (colon == endpoint.npos) return false;
    const auto scheme = endpoint.substr(0, colon);
    const auto rest = endpoint.substr(colon + 3);
    if (scheme == "inproc") return true;
    if (scheme == "ipc") return !rest.empty() && rest.front() != '@' && is_private(rest);
    const auto port = rest.rfind(':');
    if (scheme != "tcp" || port == rest.npos) return false;
    const auto chosen = rest.substr(port + 1);
    return is_this_machine(rest.substr(0, port)) && (chosen == "*" || chosen == "0");
}

}  // namespace

NameKind name_kind(const ParamSpec& param) {
    return param.names == NameKind::nothing && param.type.kind == Kind::path ? NameKind::name : param.names;
}

bool names_anything(const ParamSpec& param) {
    return name_kind(param) != NameKind::nothing ||
           std::any_of(param.type.fields.begin(), param.type.fields.end(), names_anything);
}

std::string outside_words(const ParamSpec& param, const Value& value) {
    if (const auto* list = value.as<List>(); list && !param.type.fields.empty()) {
        for (const auto& item : *list)
            if (auto why = outside_words(param.type.fields.front(), item); !why.empty()) return why;
        return {};
    }
    if (const auto* fields = value.as<Fields>()) {
        for (const auto& field : param.type.fields)
            for (const auto& [name, item] : *fields)
                if (name == field.name)
                    if (auto why = outside_words(field, item); !why.empty()) return why;
        return {};
    }
    if (value.as<Name>() || value.empty()) return {};
    const auto& bytes = value.bytes();
    switch (name_kind(param)) {
        case NameKind::nothing: return {};
        case NameKind::name:
            return is_private(bytes)
                       ? std::string()
                       : fmt::format("{} is a name of the whole machine, not one of this run", quoted(bytes));
        case NameKind::key:
            return value.integer() == 0
                       ? std::string()
                       : fmt::format("the key {} is the same for the whole machine", value.integer());
        case NameKind::identifier:
            return fmt::format("{} {} is of an object that is there already", param.name, value.integer());
        case NameKind::word:
            return bytes.empty() ? std::string()
                                 : fmt::format("{} is a name of the whole machine", quoted(bytes));
        case NameKind::address:
            return is_this_machine(bytes)
                       ? std::string()
                       : fmt::format("the address {} is not only this machine's", quoted(bytes));
        case NameKind::port:
            return value.integer() == 0
                       ? std::string()
                       : fmt::format("the port {} is the same for the whole machine", value.integer());
        case NameKind::endpoint:
            return is_private_endpoint(bytes) ? std::string()
                                              : fmt::format("{} can be another program's", quoted(bytes));
        case NameKind::command:
            return fmt::format("what the shell command {} does is not known", quoted(bytes));
    }
    return {};
}

bool opens_others(const OperationSpec& operation) {
    const auto is_handle = [](const auto& spec) { return spec.type.kind == Kind::handle; };
    return operation.destructive &&
           std::any_of(operation.results.begin(), operation.results.end(), is_handle) &&
           std::none_of(operation.params.begin(), operation.params.end(), is_handle);
}

}  // namespace ipcscope

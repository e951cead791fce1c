// Names of the program -> what a worker can use now; defaults; kinds and ranges.
#include "runtime/conductor.h"
#include "runtime/worker_words.h"
#include "schema/text.h"
#include "session/visible.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

class Resolver {
public:
    Resolver(const RunState& state, const Registry& registry) : state_(state), registry_(registry) {}

    Result<Value> value(const TypeSpec& type, const Value& given) const {
        if (const auto* name = given.as<Name>()) return named(type, name->text);
        if (const auto* list = given.as<List>(); list && !type.fields.empty()) {
            List out;
            for (const auto& item : *list) {
                auto resolved = value(type.fields[0].type, item);
                if (!resolved) return resolved;
                out.push_back(std::move(*resolved));
            }
            return Value(std::move(out));
        }
        if (const auto* fields = given.as<Fields>()) return structure(type, *fields);
        if (type.kind == Kind::handle) return handle(type, given, "this handle");
        return given;
    }

private:
    Result<Value> structure(const TypeSpec& type, const Fields& fields) const {
        Fields out;
        for (const auto& [name, item] : fields) {
            const auto spec = std::find_if(type.fields.begin(), type.fields.end(),
                                           [&name = name](const auto& field) { return name == field.name; });
            if (spec == type.fields.end()) return failure(fmt::format("unknown field '{}'", name));
            auto resolved = value(spec->type, item);
            if (!resolved) return resolved;
            out.emplace_back(name, std::move(*resolved));
        }
        return Value(std::move(out));
    }

    Result<Value> named(const TypeSpec& type, const std::string& name) const {
        auto found = look_up(name);
        if (!found) return found;
        if (type.kind == Kind::handle) return handle(type, *found, name);
        const auto* worker = found->as<WorkerRef>();
        if (worker && type.kind == Kind::integer) return Value(std::int64_t{worker->pid});
        return found;
    }

    Result<Value> look_up(const std::string& name) const {
        const auto dot = name.find('.');
        const auto first = name.substr(0, dot);
        const auto bound = state_.names.find(first);
        if (bound == state_.names.end()) {
            if (const auto* worker = state_.worker(first); worker && dot == std::string::npos)
                return Value(WorkerRef{worker->id, worker->pid});
            return failure(fmt::format(
                "'{}' holds nothing: the operation that gives it has not come back, or has failed", first));
        }
        const auto* fields = bound->second.as<Fields>();
        if (dot == std::string::npos) return fields ? primary(first, *fields) : Result<Value>(bound->second);
        const auto field = name.substr(dot + 1);
        if (fields)
            for (const auto& [key, value] : *fields)
                if (key == field) return value;
        return failure(fmt::format("'{}' has no '{}'", first, field));
    }

    static Result<Value> primary(const std::string& name, const Fields& fields) {
        for (const auto& [key, value] : fields)
            if (value.as<HandleRef>() || value.as<WorkerRef>()) return value;
        for (const auto& [key, value] : fields)
            if (key == "ret") return value;
        return failure(fmt::format("'{}' holds nothing", name));
    }

    Result<Value> handle(const TypeSpec& type, const Value& value, const std::string& name) const {
        const auto* ref = value.as<HandleRef>();
        if (!ref) return failure(fmt::format("'{}' is not a handle", name));
        const auto found = state_.handles.find(ref->id);
        if (found == state_.handles.end()) return failure(fmt::format("'{}' is not known in this run", name));
        const auto& kind = found->second.kind;
        if (!registry_.fits(type, kind))
            return failure(fmt::format("'{}' is a {}; needed is {}", name, kind, accepted_words(type)));
        // Closed or not open there: the worker or the kernel says so. The number of a descriptor means
        // nothing in another process.
        return registry_.handle(kind).second->scope == Scope::system ? value : Value(HandleRef{ref->id, -1});
    }

    const RunState& state_;
    const Registry& registry_;
};

}  // namespace

Result<std::vector<Value>> Conductor::resolve(const RunState& state, const Registry& registry,
                                              const Statement& statement, WorkerId worker) {
    const auto* operation = registry.operation(statement.operation);
    if (!operation) return failure("there is no such operation");
    const auto* info = state.worker(worker);
    if (!info) return failure(fmt::format("there is no worker '{}'", statement.worker));
    if (has_ended(*info))
        return failure(fmt::format("'{}' {}: it can do nothing more", info->name, end_words(*info)));
    const auto& params = operation->operation->params;
    for (const auto& argument : statement.arguments)
        if (std::none_of(params.begin(), params.end(),
                         [&](const auto& param) { return argument.name == param.name; }))
            return failure(fmt::format("{} has no parameter '{}'", operation->name, argument.name));
    const Resolver resolver(state, registry);
    std::vector<Value> out;
    const auto value_of = [&](const ParamSpec& param) -> const Value& {
        return out[static_cast<std::size_t>(&param - params.data())];
    };
    for (const auto& param : params) {
        const auto given = std::find_if(statement.arguments.begin(), statement.arguments.end(),
                                        [&](const auto& argument) { return argument.name == param.name; });
        if (!is_visible(*operation->operation, param, value_of)) {
            out.push_back(param.initial);
            continue;
        }
        auto value = given == statement.arguments.end() ? Result<Value>(param.initial)
                                                        : resolver.value(param.type, given->value);
        if (!value) return failure(fmt::format("{}: {}", param.name, value.error().message));
        if (value->empty()) return failure(fmt::format("{} needs '{}'", operation->name, param.name));
        if (const auto fits = check_value(param, *value); !fits) return tl::unexpected(fits.error());
        out.push_back(std::move(*value));
    }
    return out;
}

}  // namespace ipcscope

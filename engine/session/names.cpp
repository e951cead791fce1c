#include "session/names.h"

#include "session/program.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

// More names than that are not looked through for one that is meant: each error would take as long as all.
constexpr std::size_t most_suggested_from = 400;

std::string suggest(std::string_view word, const std::vector<std::string>& known) {
    const auto near = nearest(word.substr(0, 64), known);
    return near.empty() ? "" : fmt::format(": did you mean {}?", fmt::join(near, ", "));
}

enum class Family { number, string, list, structure, handle, worker };

Family family(Kind kind) {
    switch (kind) {
        case Kind::bytes:
        case Kind::text:
        case Kind::path: return Family::string;
        case Kind::array: return Family::list;
        case Kind::structure: return Family::structure;
        case Kind::handle: return Family::handle;
        case Kind::worker: return Family::worker;
        default: return Family::number;
    }
}

const char* words(Family family) {
    switch (family) {
        case Family::number: return "a number";
        case Family::string: return "bytes";
        case Family::list: return "a list";
        case Family::structure: return "a structure";
        case Family::handle: return "a handle";
        case Family::worker: return "a worker";
    }
    return "";
}

}  // namespace

const ResultSpec* primary_result(const OperationSpec& operation) {
    for (const auto& result : operation.results)
        if (result.type.kind == Kind::handle || result.type.kind == Kind::worker) return &result;
    return nullptr;
}

void Names::add_worker(std::string_view name) {
    names_[std::string(name)] = {nullptr, true, true};
}

void Names::bind(std::string_view name, const OperationRef* operation) {
    Bound bound{operation, operation == nullptr, false};
    if (operation) {
        const auto* primary = primary_result(*operation->operation);
        bound.worker = operation->operation->forks || (primary && primary->type.kind == Kind::worker);
    }
    names_[std::string(name)] = bound;
}

bool Names::is_worker(std::string_view name) const {
    const auto found = names_.find(name);
    return found != names_.end() && found->second.worker;
}

bool Names::is_result(std::string_view name) const {
    const auto found = names_.find(name);
    return found != names_.end() && !found->second.started;
}

bool Names::is_described(std::string_view name) const {
    const auto found = names_.find(name);
    return found != names_.end() && (found->second.operation || found->second.started);
}

std::vector<std::string> Names::workers() const {
    std::vector<std::string> out;
    for (const auto& [name, bound] : names_)
        if (bound.worker && out.size() < most_suggested_from) out.push_back(name);
    return out;
}

std::string Names::check(const TypeSpec& type, const Value& value) const {
    if (const auto* name = value.as<Name>()) return check_name(type, name->text);
    if (const auto* list = value.as<List>(); list && !type.fields.empty())
        for (const auto& item : *list)
            if (auto what = check(type.fields[0].type, item); !what.empty()) return what;
    if (const auto* fields = value.as<Fields>())
        for (const auto& [name, item] : *fields)
            for (const auto& field : type.fields)
                if (name == field.name)
                    if (auto what = check(field.type, item); !what.empty()) return what;
    return "";
}

std::string Names::check_name(const TypeSpec& type, std::string_view name) const {
    const auto dot = is_template(name) ? std::string_view::npos : name.find('.');
    const auto first = name.substr(0, dot);
    const auto field = dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
    if (is_template(name) || variables.find(first)) {
        if (!field.empty())
            return fmt::format("'{}' is a variable and has no '{}'", first, field.substr(0, 64));
        const auto value = variables.value(type, name);
        return value ? check(type, *value) : value.error().message;
    }
    const auto found = names_.find(first);
    if (found == names_.end()) {
        std::vector<std::string> known = variables.names();
        for (const auto& [bound, what] : names_)
            if (known.size() < most_suggested_from) known.push_back(bound);
        for (const auto& constant : type.names)
            known.emplace_back(constant.name);
        return fmt::format("unknown name '{}'{}", first.substr(0, 64), suggest(first, known));
    }
    const auto& bound = found->second;
    if (bound.operation) return check_result(type, first, field, bound);
    if (!bound.started) return "";
    if (!field.empty()) return fmt::format("'{}' is a worker and has no '{}'", first, field.substr(0, 64));
    const bool pid = type.kind == Kind::integer && type.unit == Unit::pid;
    if (type.kind != Kind::worker && !pid)
        return fmt::format("'{}' is a worker; needed is {}", first, words(family(type.kind)));
    return "";
}

std::string Names::check_result(const TypeSpec& type, std::string_view name, std::string_view field,
                                const Bound& bound) const {
    const auto& operation = *bound.operation->operation;
    const ResultSpec* result = nullptr;
    if (field.empty()) {
        result = primary_result(operation);
    } else {
        std::vector<std::string> known;
        for (const auto& candidate : operation.results) {
            if (field == candidate.name) result = &candidate;
            known.push_back(fmt::format("{}.{}", name, candidate.name));
        }
        if (!result)
            return fmt::format("{} gives no '{}'{}", bound.operation->name, field.substr(0, 64),
                               suggest(fmt::format("{}.{}", name, field), known));
    }
    const auto wanted = family(type.kind);
    const auto given = result ? family(result->type.kind) : Family::number;
    const bool pid = given == Family::worker && type.kind == Kind::integer && type.unit == Unit::pid;
    if (wanted != given && !pid)
        return fmt::format("'{}{}{}' is {}; needed is {}", name, field.empty() ? "" : ".", field,
                           words(given), words(wanted));
    if (wanted != Family::handle) return "";
    const auto accepts = [&](const ResultSpec& candidate) {
        const auto& kinds = candidate.type.accepts;
        return std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
            // What comes with a message can be of any kind: known when it has come.
            if (kind.front() == '@') return true;
            for (const auto& handle : bound.operation->mechanism->handles)
                if (kind == fmt::format("{}.{}", bound.operation->mechanism->id, handle.id))
                    return fits(type, kind, handle);
            return std::find(type.accepts.begin(), type.accepts.end(), kind) != type.accepts.end();
        });
    };
    if (accepts(*result)) return "";
    std::string hint;
    for (const auto& candidate : operation.results)
        if (hint.empty() && accepts(candidate))
            hint = fmt::format(": did you mean {}.{}?", name, candidate.name);
    return fmt::format("'{}.{}' is a {}; needed is {}{}", name, result->name,
                       fmt::join(result->type.accepts, " or "), accepted_words(type), hint);
}

}  // namespace ipcscope

// Is a value of its type and within its range? In words that name the limit.
#include "base/utf8.h"
#include "schema/registry.h"
#include "schema/text_internal.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ipcscope {

namespace text_internal {

namespace {

const char* unit_word(Unit unit) {
    switch (unit) {
        case Unit::bytes: return " (bytes)";
        case Unit::messages: return " (messages)";
        case Unit::nanoseconds: return " (nanoseconds)";
        default: return "";
    }
}

const char* kind_word(Kind kind) {
    switch (kind) {
        case Kind::integer: return "a number";
        case Kind::boolean: return "true or false";
        case Kind::real: return "a number";
        case Kind::choice: return "one of the names";
        case Kind::flags: return "flags";
        case Kind::mode: return "permission bits such as 0600";
        case Kind::bytes: return "bytes such as \"Hello\"";
        case Kind::text: return "text such as \"Hello\"";
        case Kind::path: return "a file name such as \"name\"";
        case Kind::duration: return "a duration such as 200ms";
        case Kind::handle: return "the name of a handle";
        case Kind::worker: return "the name of a worker";
        case Kind::structure: return "a structure such as {name: value}";
        case Kind::array: return "a list such as [1, 2]";
    }
    return "";
}

std::string wrong_kind(const TypeSpec& type, const Value& value) {
    return fmt::format("{} is not {}", shown(print_value(value)), kind_word(type.kind));
}

std::string string_problem(const TypeSpec& type, const std::string& bytes) {
    if (bytes.size() > longest(type))
        return above(fmt::format("{}", bytes.size()), static_cast<std::int64_t>(longest(type)), Unit::bytes);
    if (type.kind == Kind::path && bytes.empty()) return "a file name is not empty";
    if (type.kind == Kind::path && bytes.find('\0') != std::string::npos)
        return "a file name holds no NUL octet";
    if (type.kind == Kind::text && utf8_fault(bytes) != std::string_view::npos)
        return fmt::format("octet {} is not UTF-8 text", utf8_fault(bytes) + 1);
    return "";
}

std::string structure_problem(const TypeSpec& type, const Fields& fields, int depth) {
    for (const auto& [name, value] : fields) {
        const auto spec = std::find_if(type.fields.begin(), type.fields.end(),
                                       [&name = name](const auto& field) { return name == field.name; });
        if (spec == type.fields.end()) return fmt::format("unknown field {}", shown(name));
        if (const auto what = problem(spec->type, value, depth + 1); !what.empty())
            return fmt::format("{}: {}", name, what);
    }
    for (const auto& spec : type.fields) {
        const auto given = std::any_of(fields.begin(), fields.end(),
                                       [&](const auto& field) { return field.first == spec.name; });
        if (!given && spec.initial.empty()) return fmt::format("the field '{}' is missing", spec.name);
    }
    return "";
}

std::string array_problem(const TypeSpec& type, const List& list, int depth) {
    if (list.size() > longest(type))
        return fmt::format("{} elements are above the limit {}", list.size(), longest(type));
    for (std::size_t i = 0; i < list.size(); ++i)
        if (const auto what = problem(type.fields[0].type, list[i], depth + 1); !what.empty())
            return fmt::format("element {}: {}", i, what);
    return "";
}

}  // namespace

std::string above(std::string_view given, std::int64_t limit, Unit unit) {
    return fmt::format("{} is above the limit {}{}", given, limit, unit_word(unit));
}

std::string below(std::string_view given, std::int64_t limit, Unit unit) {
    return fmt::format("{} is below the limit {}{}", given, limit, unit_word(unit));
}

std::size_t longest(const TypeSpec& type) {
    const auto payload = static_cast<std::size_t>(max_payload);
    return type.max_items == 0 ? payload : std::min(type.max_items, payload);
}

std::string shown(std::string_view word) {
    constexpr std::size_t most = 48;
    std::size_t cut = std::min(word.size(), most);
    while (cut > 0 && cut < word.size() && (word[cut] & 0xc0) == 0x80)
        --cut;
    auto out = quote(word.substr(0, cut));
    out = out.substr(1, out.size() - 2);
    for (std::size_t at = 0; (at = out.find("\\\"", at)) != std::string::npos; ++at)
        out.erase(at, 1);
    return fmt::format("'{}{}'", out, cut < word.size() ? "..." : "");
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const auto near = nearest(word.substr(0, 64), known);
    return near.empty() ? "" : fmt::format(": did you mean {}?", fmt::join(near, ", "));
}

std::string suggestion(std::string_view word, const std::vector<NamedValue>& known) {
    std::vector<std::string> names;
    for (const auto& name : known)
        names.emplace_back(name.name);
    auto near = suggestion(word, names);
    if (!near.empty() || names.empty()) return near;
    if (names.size() > 8) names.resize(8), names.emplace_back("...");
    return fmt::format(": known are {}", fmt::join(names, ", "));
}

std::string problem(const TypeSpec& type, const Value& value, int depth) {
    if (depth > 16) return "it is nested too deeply";
    const bool by_name = type.kind != Kind::choice && type.kind != Kind::flags && type.kind != Kind::boolean;
    if (value.as<Name>() && by_name) return "";
    const auto* number = value.as<std::int64_t>();
    switch (type.kind) {
        case Kind::boolean: return value.as<bool>() ? "" : wrong_kind(type, value);
        case Kind::real: {
            const auto* real = value.as<double>();
            if (!real) return number ? "" : wrong_kind(type, value);
            return std::isfinite(*real) ? "" : wrong_kind(type, value);
        }
        case Kind::choice: {
            if (!number) return wrong_kind(type, value);
            const bool known = std::any_of(type.names.begin(), type.names.end(),
                                           [&](const auto& name) { return name.value == *number; });
            return known ? ""
                         : fmt::format("{} is not one of the names", *number) + suggestion("", type.names);
        }
        case Kind::flags: return number ? "" : wrong_kind(type, value);
        case Kind::integer:
        case Kind::mode:
        case Kind::duration: {
            if (!number) return wrong_kind(type, value);
            const auto text =
                type.kind == Kind::integer ? fmt::format("{}", *number) : print_value(type, value);
            if (*number > type.max) return above(text, type.max, type.unit);
            if (*number < type.min) return below(text, type.min, type.unit);
            return "";
        }
        case Kind::bytes:
        case Kind::text:
        case Kind::path: {
            const auto* bytes = value.as<std::string>();
            return bytes ? string_problem(type, *bytes) : wrong_kind(type, value);
        }
        case Kind::handle: return value.as<HandleRef>() ? "" : wrong_kind(type, value);
        case Kind::worker: return value.as<WorkerRef>() ? "" : wrong_kind(type, value);
        case Kind::structure: {
            const auto* fields = value.as<Fields>();
            return fields ? structure_problem(type, *fields, depth) : wrong_kind(type, value);
        }
        case Kind::array: {
            const auto* list = value.as<List>();
            return list ? array_problem(type, *list, depth) : wrong_kind(type, value);
        }
    }
    return "";
}

}  // namespace text_internal

Status check_value(const ParamSpec& param, const Value& value) {
    if (value.empty()) return failure(fmt::format("{}: a value is needed", param.name));
    const auto what = text_internal::problem(param.type, value);
    if (!what.empty()) return failure(fmt::format("{}: {}", param.name, what));
    return {};
}

}  // namespace ipcscope

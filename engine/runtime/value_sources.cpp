#include "runtime/value_sources.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>

namespace ipcscope {

namespace {

constexpr std::size_t deepest = 3;

using Found = std::function<void(const ValueSource&, const char* help)>;

void walk(ValueSource source, const char* help, const Found& found) {
    found(source, help);
    if (source.path.size() == deepest) return;
    const auto* type = source.type;
    if (type->kind == Kind::array && !type->fields.empty()) type = &type->fields[0].type;
    if (type->kind != Kind::structure) return;
    for (const auto& field : type->fields) {
        auto inner = source;
        inner.path.emplace_back(field.name);
        inner.type = &field.type;
        walk(std::move(inner), field.help, found);
    }
}

void walk_all(const Registry& registry, const Found& found) {
    using Where = ValueSource::Where;
    for (const auto& ref : registry.operations()) {
        std::size_t index = 0;
        for (const auto& param : ref.operation->params)
            walk({ref.id, Where::argument, index++, {param.name}, &param.type}, param.help, found);
        for (const auto& result : ref.operation->results)
            walk({ref.id, result.payload ? Where::payload : Where::result, 0, {result.name}, &result.type},
                 result.help, found);
    }
}

std::string path_name(const ValueSource& source) {
    return fmt::format("{}", fmt::join(source.path, "."));
}

bool is_number(FieldType type) {
    return type == FieldType::integer || type == FieldType::bytes_count;
}

// What both are: a number with names for a number and a choice, anything if they have nothing in common.
FieldType common(FieldType a, FieldType b) {
    if (a == b) return a;
    if (is_number(a) && is_number(b)) return FieldType::integer;
    if ((is_number(a) && b == FieldType::choice) || (a == FieldType::choice && is_number(b)))
        return FieldType::integer;
    return FieldType::value;
}

void merge(Field& to, const Field& from) {
    to.type = common(to.type, from.type);
    if (to.unit != from.unit) to.unit = Unit::none;
    to.natural = to.natural && from.natural;
    if (to.octal != from.octal) to.type = FieldType::value;
    for (const auto& name : from.names) {
        const auto same = std::find_if(to.names.begin(), to.names.end(),
                                       [&](const auto& known) { return known.first == name.first; });
        if (same == to.names.end())
            to.names.push_back(name);
        else if (same->second != name.second)
            to.type = FieldType::value;  // the operation tells which number it is
    }
}

}  // namespace

Field field_of(const TypeSpec& type, std::string name) {
    Field out;
    out.name = std::move(name);
    out.unit = type.unit;
    for (const auto& named : type.names)
        out.names.emplace_back(named.name, named.value);
    switch (type.kind) {
        case Kind::integer:
            out.type =
                type.unit == Unit::bytes && out.names.empty() ? FieldType::bytes_count : FieldType::integer;
            out.natural = type.min >= 0;
            break;
        case Kind::boolean: out.type = FieldType::boolean; break;
        case Kind::choice: out.type = FieldType::choice; break;
        case Kind::flags: out.type = FieldType::flags; break;
        case Kind::mode:
            out.type = FieldType::integer;
            out.octal = true;
            out.natural = true;
            break;
        case Kind::bytes: out.type = FieldType::bytes; break;
        case Kind::duration:
            out.type = FieldType::duration;
            out.natural = true;
            break;
        case Kind::text:
        case Kind::path:
        case Kind::real:
        case Kind::handle:
        case Kind::worker:
        case Kind::structure:
        case Kind::array: out.type = FieldType::text; break;
    }
    return out;
}

std::vector<ValueSource> value_sources(const Registry& registry, std::string_view field) {
    const bool argument = field.starts_with("arg."), result = field.starts_with("result.");
    if (argument || result) field.remove_prefix(field.find('.') + 1);
    std::vector<ValueSource> out;
    walk_all(registry, [&](const ValueSource& source, const char*) {
        const bool is_argument = source.where == ValueSource::Where::argument;
        if ((argument && !is_argument) || (result && is_argument)) return;
        if (path_name(source) == field) out.push_back(source);
    });
    return out;
}

// A field of both would be the same.
static bool alike(const TypeSpec& a, const TypeSpec& b) {
    return a.kind == b.kind && a.unit == b.unit && (a.min >= 0) == (b.min >= 0) &&
           std::equal(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(),
                      [](const NamedValue& x, const NamedValue& y) {
                          return x.value == y.value && std::string_view(x.name) == y.name;
                      });
}

void add_value_fields(FieldTable& table, const Registry& registry) {
    struct Found {
        Field field;
        const TypeSpec* latest = nullptr;
        std::set<std::uint16_t> operations;
        bool one_help = true;
    };
    std::map<std::string, Found> fields;
    walk_all(registry, [&](const ValueSource& source, const char* help) {
        const auto name = path_name(source);
        const bool argument = source.where == ValueSource::Where::argument;
        for (const auto* prefix : {"", argument ? "arg." : "result."}) {
            auto& found = fields[prefix + name];
            found.operations.insert(source.operation.value);
            if (found.latest && found.field.help != help) found.one_help = false;
            if (found.latest && alike(*found.latest, *source.type)) continue;
            auto field = field_of(*source.type, prefix + name);
            field.help = help;
            field.many = true;
            field.offered = false;
            if (found.latest)
                merge(found.field, field);
            else
                found.field = std::move(field);
            found.latest = source.type;
        }
    });
    for (auto& [name, found] : fields) {
        auto& field = found.field;
        if (field.help.empty() || !found.one_help) {
            constexpr std::size_t most = 3;
            std::set<std::string> names;
            for (const auto id : found.operations)
                names.insert(registry.operation(OperationId{id})->name);
            std::vector<std::string> some(names.begin(), names.end());
            if (some.size() > most) some.resize(most);
            field.help = fmt::format("{}{}", fmt::join(some, ", "), names.size() > most ? ", ..." : "");
        }
        std::stable_sort(field.names.begin(), field.names.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
        table.add(std::move(field));  // a field of the event itself comes first
    }
}

}  // namespace ipcscope

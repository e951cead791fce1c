#include "cli/peeked_text.h"

#include "mechanisms/driver.h"
#include "schema/text.h"

#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

constexpr std::size_t short_enough = 64;  // octets that are shown as text; more are a dump

// What the state's fields mean: those of the mechanism's object, or the kind's own.
const std::vector<StateSpec>& state_spec(const KindRef& kind) {
    for (const auto* mechanism : all_specs())
        if (std::string_view(mechanism->id) == kind.mechanism->mechanism)
            for (const auto& object : mechanism->objects)
                if (std::string_view(object.id) == kind.kind->object) return object.state;
    return kind.kind->fields;
}

const TypeSpec* type_of(const KindRef& kind, const std::string& name) {
    for (const auto& field : state_spec(kind))
        if (field.name == name) return &field.type;
    return nullptr;
}

std::string dump(std::string_view octets, std::uint64_t offset) {
    constexpr std::size_t line = 16;
    std::string out;
    for (std::size_t at = 0; at < octets.size(); at += line) {
        out += fmt::format("  {:08x} ", offset + at);
        std::string text;
        for (std::size_t i = 0; i < line; ++i) {
            if (at + i >= octets.size()) {
                out += "   ";
                continue;
            }
            const auto octet = static_cast<unsigned char>(octets[at + i]);
            out += fmt::format(" {:02x}", octet);
            text += octet >= 0x20 && octet < 0x7f ? static_cast<char>(octet) : '.';
        }
        out += "  |" + text + "|\n";
    }
    return out;
}

std::string number_text(const TypeSpec& type, const Value& value) {
    const auto* number = value.as<std::int64_t>();
    if (number && type.kind == Kind::integer && type.names.empty() && type.unit != Unit::none)
        return print_quantity(*number, type.unit);
    return print_value(type, value);
}

}  // namespace

std::string peeked_text(const KindRef& kind, const Peeked& peeked, std::uint64_t offset) {
    std::string out;
    for (const auto& [name, value] : peeked.state) {
        const auto* type = type_of(kind, name);
        if (const auto* list = value.as<List>()) {
            out += fmt::format("{}: {}\n", name, list->empty() ? "none" : "");
            for (std::size_t i = 0; i < list->size(); ++i)
                out +=
                    fmt::format("  {}: {}\n", i,
                                type && !type->fields.empty() ? print_value(type->fields[0].type, (*list)[i])
                                                              : print_value((*list)[i]));
        } else if (const auto* octets = value.as<std::string>(); octets && octets->size() > short_enough) {
            out += fmt::format("{}: {} bytes\n{}", name, octets->size(), dump(*octets, offset));
        } else {
            out += fmt::format("{}: {}\n", name, type ? number_text(*type, value) : print_value(value));
        }
    }
    return out.empty() ? "nothing is in it\n" : out;
}

}  // namespace ipcscope::cli

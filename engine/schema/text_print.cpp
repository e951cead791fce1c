#include "schema/text_internal.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace ipcscope {

namespace {

// A long run of one octet is written as what it is: "x" * 65536.
std::string print_string(const std::string& bytes) {
    constexpr std::size_t long_run = 64;
    if (bytes.size() > long_run && bytes.find_first_not_of(bytes[0]) == std::string::npos)
        return fmt::format("{} * {}", quote(bytes.substr(0, 1)), bytes.size());
    return quote(bytes);
}

std::string print_flags(const TypeSpec& type, std::int64_t value) {
    auto rest = static_cast<std::uint64_t>(value);
    std::vector<const NamedValue*> by_size;
    for (const auto& name : type.names)
        if (name.value != 0) by_size.push_back(&name);
    std::stable_sort(by_size.begin(), by_size.end(), [](const auto* a, const auto* b) {
        return std::popcount(static_cast<std::uint64_t>(a->value)) >
               std::popcount(static_cast<std::uint64_t>(b->value));
    });
    std::vector<const NamedValue*> taken;  // composite ones first, so that none is said twice
    for (const auto* name : by_size) {
        const auto bits = static_cast<std::uint64_t>(name->value);
        if ((rest & bits) != bits) continue;
        rest &= ~bits;
        taken.push_back(name);
    }
    std::sort(taken.begin(), taken.end());  // order of the table
    std::vector<std::string> words;
    for (const auto* name : taken)
        words.emplace_back(name->name);
    if (rest != 0) words.push_back(fmt::format("0x{:x}", rest));
    if (words.empty()) return "0";
    return fmt::format("{}", fmt::join(words, "|"));
}

const char* name_of(const TypeSpec& type, std::int64_t value) {
    for (const auto& name : type.names)
        if (name.value == value) return name.name;
    return nullptr;
}

std::string print_list(const TypeSpec* element, const List& list) {
    std::string out = "[";
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ", ";
        out += element ? print_value(*element, list[i]) : print_value(list[i]);
    }
    return out + "]";
}

std::string print_fields(const TypeSpec* type, const Fields& fields) {
    std::string out = "{";
    for (const auto& [name, value] : fields) {
        if (out.size() > 1) out += ", ";
        const TypeSpec* inner = nullptr;
        if (type)
            for (const auto& field : type->fields)
                if (name == field.name) inner = &field.type;
        out += name + ": " + (inner ? print_value(*inner, value) : print_value(value));
    }
    return out + "}";
}

}  // namespace

std::string print_value(const Value& value) {
    struct Printer {
        std::string operator()(std::monostate) { return "none"; }
        std::string operator()(bool b) { return b ? "true" : "false"; }
        std::string operator()(std::int64_t n) { return fmt::format("{}", n); }
        std::string operator()(double d) { return fmt::format("{}", d); }
        std::string operator()(const std::string& s) { return print_string(s); }
        std::string operator()(const Name& n) { return n.text; }
        std::string operator()(const HandleRef& h) { return fmt::format("handle {}", h.id.value); }
        std::string operator()(const WorkerRef& w) { return fmt::format("process {}", w.pid); }
        std::string operator()(const List& l) { return print_list(nullptr, l); }
        std::string operator()(const Fields& f) { return print_fields(nullptr, f); }
    };
    return std::visit(Printer{}, value.v);
}

std::string print_value(const TypeSpec& type, const Value& value) {
    if (const auto* number = value.as<std::int64_t>()) {
        switch (type.kind) {
            case Kind::flags: return print_flags(type, *number);
            case Kind::mode:
                if (const auto* name = name_of(type, *number)) return name;
                return *number == 0 ? "0" : fmt::format("0{:o}", *number);
            case Kind::duration: return print_duration(*number);
            case Kind::integer:
            case Kind::choice:
                if (const auto* name = name_of(type, *number)) return name;
                break;
            default: break;
        }
    }
    if (const auto* list = value.as<List>(); list && type.kind == Kind::array && !type.fields.empty())
        return print_list(&type.fields[0].type, *list);
    if (const auto* fields = value.as<Fields>(); fields && type.kind == Kind::structure)
        return print_fields(&type, *fields);
    return print_value(value);
}

}  // namespace ipcscope

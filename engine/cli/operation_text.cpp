#include "cli/operation_text.h"

#include "schema/text.h"

#include <fmt/format.h>
#include <limits>
#include <vector>

namespace ipcscope::cli {

const char* kind_name(Kind kind) {
    constexpr const char* names[] = {"integer", "boolean", "real",      "choice", "flags",
                                     "mode",    "bytes",   "text",      "path",   "duration",
                                     "handle",  "worker",  "structure", "array"};
    return names[static_cast<std::size_t>(kind)];
}

static std::string type_text(const TypeSpec& type) {
    std::string out = kind_name(type.kind);
    if (type.kind == Kind::handle) return accepted_words(type);
    std::vector<std::string> names;
    for (const auto& name : type.names)
        names.emplace_back(name.name);
    if (names.size() > 12) {
        names.resize(10);
        names.push_back(fmt::format("... ({} in all)", type.names.size()));
    }
    if (!names.empty()) out += fmt::format(" {}", fmt::join(names, type.kind == Kind::flags ? "|" : ", "));
    if (type.kind == Kind::integer && type.max != std::numeric_limits<std::int64_t>::max())
        out += fmt::format(" {}..{}", type.min, type.max);
    if (type.kind == Kind::array && !type.fields.empty()) out += " of " + type_text(type.fields[0].type);
    if (type.kind == Kind::structure) {
        std::vector<std::string> fields;
        for (const auto& field : type.fields)
            fields.push_back(fmt::format("{}: {}", field.name, type_text(field.type)));
        out += fmt::format(" {{{}}}", fmt::join(fields, ", "));
    }
    return out;
}

std::string operation_text(const OperationRef& ref) {
    const auto& operation = *ref.operation;
    auto out = fmt::format("\n  {}  [{}]\n      {}\n", ref.name, operation.man, operation.summary);
    if (operation.actor != Actor::worker) out += "      recorded when it happens; cannot be asked for\n";
    for (const auto& param : operation.params)
        out += fmt::format("      {}: {}{}\n", param.name, type_text(param.type),
                           param.initial.empty() ? "" : " = " + print_value(param.type, param.initial));
    if (operation.returns[0]) out += fmt::format("      returns {}\n", operation.returns);
    for (const auto& result : operation.results)
        out += fmt::format("      -> {}: {}\n", result.name, type_text(result.type));
    for (const auto& error : operation.errnos)
        out += fmt::format("      {}: {}\n", errno_name(error.code), error.meaning);
    return out;
}

}  // namespace ipcscope::cli

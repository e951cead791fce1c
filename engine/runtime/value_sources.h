// Parameters and results as fields of events: what the specs call by a name, and where its values stand.
#pragma once

#include "filter/filter.h"
#include "schema/registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct ValueSource {
    enum class Where : std::uint8_t { argument, result, payload };
    OperationId operation;
    Where where = Where::argument;
    std::size_t index = 0;           // argument: which parameter
    std::vector<std::string> path;   // its name, and those of inner fields: {"ops", "num"}
    const TypeSpec* type = nullptr;  // of what the path leads to
};

// Of "size", "arg.size", "result.data", "ops.num".
std::vector<ValueSource> value_sources(const Registry& registry, std::string_view field);
// A field for values of this type.
Field field_of(const TypeSpec& type, std::string name);
// All parameters and results, by every name that they have.
void add_value_fields(FieldTable& table, const Registry& registry);

}  // namespace ipcscope

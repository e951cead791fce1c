#include "runtime/event_values.h"

#include "schema/text.h"

namespace ipcscope {

EventValues::EventValues(const Recording& recording, const FieldTable& table,
                         const std::vector<std::size_t>& fields)
    : recording_(recording), state_(recording.state()) {
    for (const auto index : fields)
        columns_.emplace_back(recording, table[index]);
}

std::optional<FieldValue> EventValues::value(std::size_t column, std::uint64_t seq) const {
    EventRow row;
    row.seq = seq;
    row.event = &recording_.events()[seq];
    return columns_[column].value(row, &recording_, *state_);
}

std::string EventValues::text(std::size_t column, std::uint64_t seq) const {
    const auto found = value(column, seq);
    if (!found) return {};
    const auto& value = found->value;
    if (const auto* string = value.as<std::string>()) {
        const auto& type = field(column).type;
        const bool octets = type == FieldType::bytes || type == FieldType::value;
        if (!octets && string->find_first_of("\n\r\t\x1b") == std::string::npos) return *string;
        const auto quoted = quote(*string);
        return quoted.substr(1, quoted.size() - 2);
    }
    return found->type && !value.as<List>() ? print_value(*found->type, value) : print_value(value);
}

}  // namespace ipcscope

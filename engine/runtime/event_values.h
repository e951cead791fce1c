// The fields of an event as values: what --fields prints.
#pragma once

#include "runtime/field_reader.h"

#include <memory>
#include <optional>
#include <vector>

namespace ipcscope {

class EventValues {
public:
    // `fields`: indices in the table, which event_fields() made.
    EventValues(const Recording& recording, const FieldTable& table, const std::vector<std::size_t>& fields);
    void refresh() { state_ = recording_.state(); }  // names as they are now
    std::size_t size() const { return columns_.size(); }
    const Field& field(std::size_t column) const { return columns_[column].field(); }
    // Nothing: the event does not have it. Times in ns, errno and phase by name, handles and workers as the
    // program calls them.
    std::optional<FieldValue> value(std::size_t column, std::uint64_t seq) const;
    // The same as text, without quotation marks.
    std::string text(std::size_t column, std::uint64_t seq) const;

private:
    const Recording& recording_;
    std::shared_ptr<const RunState> state_;
    std::vector<FieldReader> columns_;
};

}  // namespace ipcscope

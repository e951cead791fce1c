// One field of any event, as a value.
#pragma once

#include "filter/filter.h"
#include "runtime/event_filter.h"
#include "runtime/value_sources.h"

#include <optional>
#include <vector>

namespace ipcscope {

struct FieldValue {
    Value value;
    const TypeSpec* type = nullptr;  // of a parameter or result
};

class FieldReader {
public:
    // `field` is of a table that event_fields() made.
    FieldReader(const Recording& recording, Field field);
    const Field& field() const { return field_; }
    // Nothing: the event does not have it. Times in ns, errno and phase by name, handles and workers as the
    // program calls them. With `stored` the event is in its store, and the row has no more than the event.
    std::optional<FieldValue> value(const EventRow& row, const Recording* stored,
                                    const RunState& state) const;

private:
    std::optional<FieldValue> of_source(const EventRow& row, const Recording* stored,
                                        const RunState& state) const;
    std::optional<Value> own(const EventRow& row, const Recording* stored, const RunState& state) const;

    const Recording& recording_;
    Field field_;
    std::vector<ValueSource> sources_;
};

}  // namespace ipcscope

// Which events are printed, and how.
#pragma once

#include "cli/event_text.h"
#include "cli/query_options.h"
#include "filter/filter.h"
#include "runtime/event_values.h"

#include <memory>
#include <optional>
#include <string>

namespace ipcscope::cli {

// Valid for any recording of this registry.
struct EventQuery {
    Filter filter;
    FieldTable table;
    std::vector<std::size_t> fields;  // empty = all that belongs to the form
    bool filtered = false, json = false, csv = false;
};

// Nothing: standard error says what is wrong, underlined.
std::optional<EventQuery> read_query(const Registry& registry, const QueryOptions& options);
// What the filter says of this run that hardly is meant (a worker that is not there), on standard error.
void tell_doubts(const Recording& recording, const QueryOptions& options);

class EventWriter {
public:
    EventWriter(const EventSource& source, const Recording& recording, const EventQuery& query);
    std::string begin() const;             // CSV: the names of the fields
    void refresh() { values_.refresh(); }  // of a run that goes on
    std::string add(std::uint64_t seq);
    std::string flush();  // nothing more happens for now

private:
    std::string row(std::uint64_t seq) const;
    std::string object(std::uint64_t seq) const;
    const EventSource& source_;
    const EventQuery& query_;
    EventValues values_;
    EventText text_;
};

// Prints all fields that a filter may name.
int list_fields(const Registry& registry, bool json);

}  // namespace ipcscope::cli

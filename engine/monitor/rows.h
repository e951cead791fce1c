// A snapshot as a table: objects are rows, their facts are fields of one filter language (engine/filter) and
// columns. All of it derived from the kinds (schema/monitor_spec.h); nothing here knows a mechanism.
#pragma once

#include "filter/filter.h"
#include "snapshot/snapshot.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

enum class ObjectField : std::uint32_t {
    of_kind,  // a field of kinds, by its name
    ref,
    mechanism,
    kind,
    name,
    user,
    uid,
    gid,
    mode,
    creator,
    created,
    age,
    holders,
    waiters,
    ends,
    tier,
    removed,
    complete,
    space,
    process,
    pid,
    peer,
};

// The fields that all objects have, then those of every kind by their names. Where a kind's field is called
// as one of all objects, and anyhow, it is also "<prefix>.<field>": sysv_msg.messages.
FieldTable monitor_fields();

// A filter that was parsed with monitor_fields(). Any thread.
class RowFilter {
public:
    explicit RowFilter(const Filter& filter);
    ~RowFilter();
    RowFilter(RowFilter&&) noexcept;
    RowFilter& operator=(RowFilter&&) noexcept;

    bool matches(const Snapshot& snapshot, ObjectIndex object) const;
    std::vector<ObjectIndex> rows(const Snapshot& snapshot) const;  // in the snapshot's order

    struct Node;

private:
    std::unique_ptr<const Node> root_;
};

struct ObjectColumn {
    std::string name;   // as a filter says it
    std::string label;  // IPC_TR
    std::string help;   // IPC_TR; may be ""
    FieldType type = FieldType::text;
    Unit unit = Unit::none;
    ObjectField field = ObjectField::of_kind;
    bool number = false;  // aligned to the right
    bool level = false;   // drawn over time
    // of_kind: its index in the fields of each kind (by kind); 0xff = that kind has none of this name.
    std::vector<std::uint8_t> in_kind = {};
};

// What a table shows, in this order: of all mechanisms what all objects have; of one mechanism, or one kind,
// what these have beside.
std::vector<ObjectColumn> columns_of_all();
std::vector<ObjectColumn> columns_of_mechanism(std::string_view mechanism);
std::vector<ObjectColumn> columns_of_kind(std::size_t kind);
// Any column by its name in a filter; nullptr = none. Static storage.
const ObjectColumn* object_column(std::string_view name);
const std::vector<ObjectColumn>& all_object_columns();

// What stands in one cell.
struct ObjectCell {
    CellState state = CellState::absent;
    bool is_number = false;
    std::int64_t number = 0;
    std::string text;  // known: for people, with its unit; not permitted or available: why
};
ObjectCell object_cell(const Snapshot& snapshot, ObjectIndex object, const ObjectColumn& column);
// As a person reads it: "64 KiB", "3 h", "not permitted, needs CAP_SYS_PTRACE"; "" = it has none. UTF-8, one
// line: other octets are written as \xNN.
std::string cell_text(const Snapshot& snapshot, ObjectIndex object, const ObjectColumn& column);
// What stands where nobody was seen, and where not everybody could be: why.
ObjectCell unseen_cell(const Snapshot& snapshot);
// The same of one field of an object's kind.
ObjectCell field_cell(const Snapshot& snapshot, const SeenObject& object, std::size_t field);

// Numbers by value, text as people sort it; what is not known comes last in either direction. Stable.
void sort_rows(const Snapshot& snapshot, std::vector<ObjectIndex>& rows, const ObjectColumn& column,
               bool descending = false);

// --- words for people ---
std::string age_words(std::int64_t ns);          // "3 days", "2 h 10 min", "4 s"
std::string printable(std::string_view octets);  // valid UTF-8 of one line; what is not is \xNN
std::string user_words(std::uint32_t uid);       // "root", "1000" without a name, "" = not known
const char* hold_words(Hold hold);               // IPC_TR "has it open"
const char* access_words(Access access);         // IPC_TR "reads"; "" = not known
// Keeps the object in being, or in use: not those who made it or used it last.
bool is_holder(Hold hold);
// Distinct processes that hold the object or wait for it; in order of their numbers.
std::vector<ProcessIndex> holders_of(const Snapshot& snapshot, const SeenObject& object);
std::vector<ProcessIndex> waiters_of(const Snapshot& snapshot, const SeenObject& object);
// How a program and its probe talk with each other: nobody else has it. For whoever looks, it is no news.
bool is_own(const Snapshot& snapshot, const SeenObject& object, pid_t program, pid_t probe);
// "nginx (4711)".
std::string process_words(const Snapshot& snapshot, ProcessIndex process);
// The same with what it does with the object, where some only read and others only write: "bash (4711)
// writes".
std::string holder_words(const Snapshot& snapshot, const SeenObject& object, ProcessIndex process);

}  // namespace ipcscope

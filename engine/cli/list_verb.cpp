// ipcscope-cli list: the objects of this machine.
#include "base/utf8.h"
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"
#include "schema/registry.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

constexpr const char* csv_fields =
    "ref,mechanism,kind,name,user,uid,mode,creator,created,age,holders,complete,waiters,ends,process,pid,"
    "tier,"
    "removed";
constexpr std::size_t widest = 48;  // of a column that is not the last one

const ObjectColumn* named_column(const std::string& name, const char* option) {
    if (const auto* column = object_column(name)) return column;
    std::vector<std::string> known;
    for (const auto& column : all_object_columns())
        known.push_back(column.name);
    const auto near = nearest(name.substr(0, 40), known);
    fmt::print(stderr, "ipcscope-cli: {}: objects have no field '{}'{}\n", option, name,
               near.empty() ? "" : fmt::format(": did you mean {}?", fmt::join(near, " or ")));
    return nullptr;
}

bool read_columns(const std::string& text, std::vector<const ObjectColumn*>& out) {
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        auto name = text.substr(at, end - at);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        at = end + 1;
        const auto* column = named_column(name, "--fields");
        if (!column) return false;
        out.push_back(column);
    }
    return true;
}

// RFC 4180
std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

// Numbers as they are (bytes, ns, seconds since 1970), so that other programs can reckon with them.
std::string csv_text(const ObjectCell& cell, const ObjectColumn& column) {
    if (cell.state == CellState::absent) return {};
    if (cell.state == CellState::known && cell.is_number && column.field == ObjectField::mode)
        return cell.text;
    const bool plain = column.type == FieldType::choice || column.type == FieldType::flags ||
                       column.type == FieldType::boolean || column.type == FieldType::value;
    if (cell.state == CellState::known && cell.is_number && !plain) return fmt::format("{}", cell.number);
    return cell.text;
}

using Rows = std::vector<std::vector<std::string>>;

std::string aligned(const Rows& rows, const std::vector<bool>& right) {
    std::vector<std::size_t> widths(right.size());
    const auto columns = [](const std::string& text) { return utf8_columns(text, text.size()); };
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], std::min(columns(row[i]), widest));
    std::string out;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto width = columns(row[i]);
            const std::string pad(width < widths[i] ? widths[i] - width : 0, ' ');
            line += (i > 0 ? "  " : "") + (right[i] ? pad + row[i] : row[i] + pad);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string with_columns(const Snapshot& snapshot, const std::vector<ObjectIndex>& objects,
                         const std::vector<const ObjectColumn*>& columns, bool csv) {
    Rows rows(1);
    std::vector<bool> right;
    for (const auto* column : columns) {
        rows[0].push_back(csv ? column->name : upper(column->name));
        right.push_back(column->number);
    }
    for (const auto object : objects) {
        auto& row = rows.emplace_back();
        for (const auto* column : columns) {
            const auto cell = object_cell(snapshot, object, *column);
            row.push_back(csv ? csv_cell(csv_text(cell, *column)) : cell.text);
        }
    }
    if (!csv) return aligned(rows, right);
    std::string out;
    for (const auto& row : rows)
        out += fmt::format("{}\n", fmt::join(row, ","));
    return out;
}

std::string owners_text(const Snapshot& snapshot, const SeenObject& object) {
    std::string out;
    for (const auto& hold : snapshot.holds_of(object))
        out += fmt::format("    {} {}\n", process_words(snapshot, hold.process), hold_text(hold));
    for (const auto& wait : snapshot.waits_of(object))
        out += fmt::format("    {} {}\n", process_words(snapshot, wait.process), wait_text(snapshot, wait));
    for (const auto end : snapshot.ends_of(object))
        if (end < snapshot.objects.size()) out += fmt::format("    other end: {}\n", title_of(snapshot, end));
    if (!object.holders_complete && snapshot.kind(object).kind->held)
        out += "    others may hold it that we cannot look into\n";
    if (!object.waiters_complete) out += "    others may wait for it that we cannot look into\n";
    return out;
}

// What people look for first: what it is, what is in it, who has it.
std::string for_people(const Snapshot& snapshot, const std::vector<ObjectIndex>& objects, bool owners) {
    Rows rows{{"OBJECT", "NAME", "STATE", "USER", "AGE", "WAITERS", "HOLDERS"}};
    std::vector<std::string> below{""};
    const auto& age = *object_column("age");
    const auto& holders = *object_column("holders");
    for (const auto index : objects) {
        const auto& object = snapshot.objects[index];
        const auto ref = snapshot.ref(object);
        auto name = printable(snapshot.text(object.name));
        if (ref.find(name) != std::string::npos) name.clear();
        auto state = state_text(snapshot, object, true);
        if (object.removed) state += state.empty() ? "removed" : ", removed";
        const auto processes = holders_of(snapshot, object);
        std::vector<std::string> names;
        for (const auto process : processes)
            if (names.size() < 3) names.push_back(holder_words(snapshot, object, process));
        if (processes.size() > names.size())
            names.push_back(fmt::format("... ({} in all)", processes.size()));
        auto held = fmt::format("{}", fmt::join(names, ", "));
        if (processes.empty() && snapshot.kind(object).kind->held)
            held = object.holders_complete ? "nobody" : cell_text(snapshot, index, holders);
        auto waiting = object.wait_count > 0 ? fmt::format("{}", object.wait_count) : std::string();
        if (!object.waiters_complete) waiting += waiting.empty() ? "?" : "+";  // stderr says why
        rows.push_back(
            {ref, name, state, user_words(object.uid), cell_text(snapshot, index, age), waiting, held});
        below.push_back(owners ? owners_text(snapshot, object) : "");
    }
    const auto table = aligned(rows, {false, false, false, false, true, true, false});
    if (!owners) return table;
    std::string out;
    std::size_t at = 0;
    for (const auto& more : below) {
        const auto end = table.find('\n', at) + 1;
        out += table.substr(at, end - at) + more;
        at = end;
    }
    return out;
}

int print_fields(Output& out) {
    const auto table = monitor_fields();
    for (const auto& field : table.fields())
        out.write(fmt::format("{:<28} {:<10} {}\n", field.name, type_words(field.type), field.help));
    return out.failed() ? our_failure : all_fine;
}

}  // namespace

int list_verb(const ListCommand& command) {
    Output out;
    if (command.list_fields) return print_fields(out);
    if (!known_mechanism(command.mechanism)) return cannot_run;
    const auto filter = read_row_filter(command.filter);
    if (!filter) return cannot_run;
    const ObjectColumn* sort = nullptr;
    if (!command.sort.empty() && !(sort = named_column(command.sort, "--sort"))) return cannot_run;
    std::vector<const ObjectColumn*> columns;
    const auto fields = command.fields.empty() && command.csv ? csv_fields : command.fields;
    if (!fields.empty() && !read_columns(fields, columns)) return cannot_run;
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    const auto& snapshot = *machine->snapshot;
    std::vector<ObjectIndex> objects;
    std::size_t own = 0;
    for (const auto object : filter->rows(snapshot)) {
        const auto& seen = snapshot.objects[object];
        if (!command.mechanism.empty() && command.mechanism != snapshot.kind(seen).mechanism->mechanism)
            continue;
        if (is_own(snapshot, seen, getpid(), machine->client->probe()))
            ++own;
        else
            objects.push_back(object);
    }
    if (sort) sort_rows(snapshot, objects, *sort, command.reverse);
    if (!sort && command.reverse) std::reverse(objects.begin(), objects.end());
    if (command.json) {
        auto document = head_json(snapshot);
        document["objects"] = Json::array();
        for (const auto object : objects)
            document["objects"].push_back(object_json(snapshot, object));
        document["gaps"] = gaps_json(snapshot);
        out.write(dumped(document, true));
    } else if (!columns.empty()) {
        out.write(with_columns(snapshot, objects, columns, command.csv));
    } else {
        out.write(for_people(snapshot, objects, command.owners));
    }
    if (!command.json) tell_gaps(snapshot);
    if (own > 0 && !command.json && !command.csv)
        fmt::print(stderr, "not shown: {} objects between this program and its probe\n", own);
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

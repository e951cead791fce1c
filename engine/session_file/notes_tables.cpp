#include "session_file/notes_tables.h"

#include "session_file/table_reader.h"

#include <algorithm>
#include <sqlite3.h>

namespace ipcscope::session_file {

namespace {

constexpr std::int64_t latest = std::int64_t{1} << 60;  // ns
constexpr std::size_t most_items = 100'000;
constexpr std::size_t most_bytes = 16 << 20;  // of texts, in all

// A lane about which there is something to say; the numbers count from 1, 0 = it is not among those.
struct Lane {
    std::size_t place = 0, pinned = 0, hidden = 0, collapsed = 0;
    const std::string* label = nullptr;
    const int* colour = nullptr;
};

std::map<std::string, Lane> lanes_of(const ViewNotes& notes) {
    std::map<std::string, Lane> out;
    const auto put = [&](const std::vector<std::string>& names, std::size_t Lane::*number) {
        for (std::size_t i = 0; i < names.size(); ++i)
            out[names[i]].*number = i + 1;
    };
    put(notes.lane_order, &Lane::place);
    put(notes.pinned, &Lane::pinned);
    put(notes.hidden, &Lane::hidden);
    put(notes.collapsed, &Lane::collapsed);
    for (const auto& [name, label] : notes.labels)
        out[name].label = &label;
    for (const auto& [name, colour] : notes.colours)
        out[name].colour = &colour;
    return out;
}

Status write_lanes(Database& db, const ViewNotes& notes) {
    auto put = db.prepare("INSERT INTO lane VALUES(NULL,?,?,?,?,?,?,?)");
    if (!put) return tl::unexpected<Error>(put.error());
    for (const auto& [name, lane] : lanes_of(notes)) {
        put->bind_text(0, name);
        int column = 1;
        for (const auto number : {lane.place, lane.pinned, lane.hidden, lane.collapsed}) {
            number ? put->bind(column, static_cast<std::int64_t>(number)) : put->bind_null(column);
            ++column;
        }
        lane.label ? put->bind_text(5, *lane.label) : put->bind_null(5);
        lane.colour ? put->bind(6, *lane.colour) : put->bind_null(6);
        if (put->step() != SQLITE_DONE) return db.failed("write");
    }
    return {};
}

Status write_filters(Database& db, const ViewNotes& notes) {
    auto put = db.prepare("INSERT INTO filter VALUES(NULL,?,?)");
    if (!put) return tl::unexpected<Error>(put.error());
    for (const auto& one : notes.filters) {
        put->bind_text(0, one.name);
        put->bind_text(1, one.text);
        if (put->step() != SQLITE_DONE) return db.failed("write");
    }
    return {};
}

Status write_layout(Database& db, const ViewNotes& notes) {
    auto put = db.prepare("INSERT INTO layout VALUES(?,?)");
    if (!put) return tl::unexpected<Error>(put.error());
    const std::pair<const char*, std::string> all[] = {
        {"grouping", notes.grouping},
        {"filter", notes.filter},
        {"filter_shows", notes.filter.empty() && !notes.filter_dims ? ""
                         : notes.filter_dims                        ? "dim"
                                                                    : "hide"}};
    for (const auto& [key, value] : all) {
        if (value.empty()) continue;
        put->bind_text(0, key);
        put->bind_text(1, value);
        if (put->step() != SQLITE_DONE) return db.failed("write");
    }
    return {};
}

Status write_bookmarks(Database& db, const ViewNotes& notes) {
    auto put = db.prepare("INSERT INTO bookmark VALUES(NULL, ?, ?)");
    if (!put) return tl::unexpected<Error>(put.error());
    for (const auto& one : notes.bookmarks) {
        put->bind(0, one.time_ns);
        put->bind_text(1, one.note);
        if (put->step() != SQLITE_DONE) return db.failed("write");
    }
    return {};
}

Status write_json(Database& db, const ViewNotes& notes) {
    if (auto done = db.run("DELETE FROM notes"); !done) return done;
    auto put = db.prepare("INSERT INTO notes VALUES('views', ?)");
    if (!put) return tl::unexpected<Error>(put.error());
    const auto json = notes.json(false);
    put->bind_text(0, json);
    if (put->step() != SQLITE_DONE) return db.failed("write");
    return {};
}

class NotesReader {
public:
    NotesReader(Database& db, std::vector<std::string>& problems) : db_(db), problems_(problems) {}

    void lanes(ViewNotes& out) {
        TableReader rows(db_, "lane", "id", "name, place, pinned, hidden, collapsed, label, colour");
        using Places = std::vector<std::pair<std::int64_t, std::string>>;
        Places order, pinned, hidden, collapsed;
        for (std::size_t n = 0; n < most_items && rows.next(); ++n) {
            const auto name = text(rows, 1);
            if (name.empty()) continue;
            int column = 2;
            for (auto* places : {&order, &pinned, &hidden, &collapsed}) {
                if (!rows.is_null(column)) places->emplace_back(rows.integer(column), name);
                ++column;
            }
            if (!rows.is_null(6)) out.labels[name] = text(rows, 6);
            if (!rows.is_null(7)) out.colours[name] = static_cast<int>(rows.integer(7, 0, 255));
        }
        const auto take = [](Places& places, std::vector<std::string>& names) {
            std::stable_sort(places.begin(), places.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (auto& [place, name] : places)
                names.push_back(std::move(name));
        };
        take(order, out.lane_order);
        take(pinned, out.pinned);
        take(hidden, out.hidden);
        take(collapsed, out.collapsed);
        told(rows);
    }
    void filters(ViewNotes& out) {
        TableReader rows(db_, "filter", "id", "name, text");
        while (out.filters.size() < most_items && rows.next()) {
            auto name = text(rows, 1);
            out.filters.push_back({std::move(name), text(rows, 2)});
        }
        told(rows);
    }
    void layout(ViewNotes& out) {
        auto ask = db_.prepare("SELECT key, value FROM layout LIMIT 1000");
        if (!ask) return problems_.push_back("table 'layout' cannot be read");
        while (ask->step() == SQLITE_ROW) {
            const auto key = ask->bytes(0), value = ask->bytes(1);
            if (value.size() > most_bytes) continue;
            if (key == "grouping") out.grouping = value;
            if (key == "filter") out.filter = value;
            if (key == "filter_shows") out.filter_dims = value == "dim";
        }
    }
    void bookmarks(ViewNotes& out) {
        TableReader rows(db_, "bookmark", "id", "t_ns, note");
        while (out.bookmarks.size() < most_items && rows.next())
            out.bookmarks.push_back({rows.integer(1, -latest, latest), text(rows, 2)});
        told(rows);
    }

private:
    std::string text(TableReader& rows, int column) {
        const auto bytes = rows.bytes(column);
        if (budget_.take(bytes.size())) return std::string(bytes);
        rows.unsound();
        return {};
    }
    void told(const TableReader& rows) {
        if (auto problem = rows.problem(); !problem.empty()) problems_.push_back(std::move(problem));
    }
    Database& db_;
    std::vector<std::string>& problems_;
    Budget budget_{most_bytes};
};

}  // namespace

Status write_notes(Database& db, const ViewNotes& notes, int version) {
    if (auto done = db.run("DELETE FROM bookmark"); !done) return done;
    if (version < 3) {
        if (auto done = write_json(db, notes); !done) return done;
        return write_bookmarks(db, notes);
    }
    if (auto done = db.run("DELETE FROM lane; DELETE FROM filter; DELETE FROM layout"); !done) return done;
    if (auto done = write_lanes(db, notes); !done) return done;
    if (auto done = write_filters(db, notes); !done) return done;
    if (auto done = write_layout(db, notes); !done) return done;
    return write_bookmarks(db, notes);
}

ViewNotes read_notes(Database& db, int version, std::vector<std::string>& problems) {
    ViewNotes out;
    NotesReader reader(db, problems);
    if (version < 3) {
        auto json = db.prepare("SELECT json FROM notes WHERE key = 'views'");
        if (json && json->step() == SQLITE_ROW) out = ViewNotes::from_json(json->bytes(0));
        out.bookmarks.clear();
    } else {
        reader.lanes(out);
        reader.filters(out);
        reader.layout(out);
    }
    reader.bookmarks(out);
    return out;
}

}  // namespace ipcscope::session_file

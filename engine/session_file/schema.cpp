#include "session_file/schema.h"

#include "session_file/block.h"

#include <fmt/format.h>

namespace ipcscope::session_file {

namespace {

// What grows with the events is kept in blocks of 64 rows (block.h), small in number and size: a row each
// would cost more time than there is between two events. What can be found out from the rest stands nowhere
// twice.
constexpr const char* tables = R"(
CREATE TABLE version(version INTEGER PRIMARY KEY, reason TEXT NOT NULL);
INSERT INTO version VALUES(1, 'first version'),
  (2, 'events and flows in blocks of 64: recording keeps up with a million a second, opening with millions'),
  (3, 'lanes, filters and layout as tables; a summary of all of it: a large file is shown before it is read');
CREATE TABLE session(key TEXT PRIMARY KEY, value);
CREATE TABLE machine(key TEXT PRIMARY KEY, value);
CREATE TABLE program(id INTEGER PRIMARY KEY, path TEXT, text TEXT NOT NULL);
CREATE TABLE lane(id INTEGER PRIMARY KEY, name TEXT NOT NULL, place INTEGER, pinned INTEGER, hidden INTEGER,
  collapsed INTEGER, label TEXT, colour INTEGER);
CREATE TABLE filter(id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE layout(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE bookmark(id INTEGER PRIMARY KEY, t_ns INTEGER NOT NULL, note TEXT NOT NULL);
CREATE TABLE phase(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE errno(code INTEGER PRIMARY KEY, name TEXT NOT NULL, words TEXT);
CREATE TABLE operation(id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, call TEXT);
CREATE TABLE worker(id INTEGER PRIMARY KEY, name TEXT, pid INTEGER, parent INTEGER, status TEXT,
  exit_code INTEGER, current_call INTEGER, since_ns INTEGER, waits_for TEXT, uninterruptible INTEGER, held_by INTEGER);
CREATE TABLE object(id INTEGER PRIMARY KEY, mechanism TEXT, kind TEXT, title TEXT, flow TEXT, key TEXT,
  name TEXT, label TEXT, removed INTEGER, made_by INTEGER, takes_in INTEGER, sends INTEGER);
CREATE TABLE handle(id INTEGER PRIMARY KEY, kind TEXT, object INTEGER, name TEXT, native INTEGER,
  identity TEXT, open_in TEXT, everywhere INTEGER, open_file INTEGER);
CREATE TABLE binding(name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE call(id INTEGER PRIMARY KEY, worker INTEGER, operation INTEGER, line INTEGER, text TEXT, args BLOB);
CREATE TABLE large(seq INTEGER PRIMARY KEY, bytes BLOB);
CREATE TABLE level(id INTEGER PRIMARY KEY, seq INTEGER, object INTEGER, idx INTEGER, t_ns INTEGER,
  value INTEGER);
CREATE TABLE touched(id INTEGER PRIMARY KEY, seq INTEGER, object INTEGER, "offset" INTEGER, length INTEGER,
  wrote INTEGER);
CREATE TABLE summary(id INTEGER PRIMARY KEY, lane TEXT, owner INTEGER, idx INTEGER, begin_ns INTEGER,
  end_ns INTEGER, seq INTEGER, n INTEGER, operation INTEGER, worker INTEGER, marks INTEGER, first INTEGER,
  last INTEGER, low INTEGER, high INTEGER);
CREATE TABLE summary_flow(id INTEGER PRIMARY KEY, from_lane TEXT, from_owner INTEGER, from_idx INTEGER,
  to_lane TEXT, to_owner INTEGER, to_idx INTEGER, first_begin_ns INTEGER, last_begin_ns INTEGER,
  first_end_ns INTEGER, last_end_ns INTEGER, n INTEGER, longest INTEGER);
CREATE TABLE slot(n INTEGER PRIMARY KEY);
INSERT INTO slot WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < 63) SELECT n FROM s;
INSERT INTO phase VALUES(0, 'enter'), (1, 'leave'), (2, 'instant'), (3, 'state'), (4, 'lost'), (5, 'note');
)";

constexpr const char* views = R"(
CREATE VIEW workers AS SELECT w.id, w.name, w.pid, p.name AS parent, w.status, w.exit_code, w.waits_for,
  coalesce(c.events, 0) AS events FROM worker w LEFT JOIN worker p ON p.id = w.parent
  LEFT JOIN (SELECT worker, count(*) AS events FROM event GROUP BY worker) c ON c.worker = w.id;
CREATE VIEW objects AS SELECT id, coalesce(nullif(name, ''), nullif(label, ''), key) AS name, mechanism, title,
  key, label, removed FROM object;
CREATE VIEW events AS SELECT e.seq, e.t_ns / 1e9 AS time_s, w.name AS worker, w.pid, o.name AS operation,
  p.name AS phase, coalesce(nullif(b.name, ''), nullif(b.label, ''), b.key) AS object,
  CASE WHEN e.phase <> 0 THEN e.ret END AS ret, r.name AS errno,
  CASE WHEN e.phase = 1 THEN e.duration_ns / 1e3 END AS duration_us,
  CASE WHEN e.phase = 1 THEN (e.flags >> 2) & 1 END AS waited,
  coalesce(e.original, nullif(e.captured, 0)) AS bytes, e.payload, e.level,
  nullif(c.line, 0) AS line, c.text AS call
  FROM event e LEFT JOIN worker w ON w.id = e.worker LEFT JOIN operation o ON o.id = e.operation
  LEFT JOIN phase p ON p.id = e.phase LEFT JOIN object b ON b.id = e.object
  LEFT JOIN errno r ON r.code = e.err
  LEFT JOIN call c ON c.id = CASE WHEN e.phase <> 3 THEN e.call END;
)";

// The n-th number of a column of the block `b`, as SQL.
std::string number(const char* block, const char* column, const std::string& n, bool nullable = false) {
    const auto width = fmt::format("(length({0}.\"{1}\") / {0}.n)", block, column);
    auto text = fmt::format("substr({0}.\"{1}\", {2} * {3} + 1, {3})", block, column, n, width);
    if (nullable) text = fmt::format("nullif(trim({}), '')", text);
    return fmt::format("CAST({} AS INTEGER)", text);
}

template <typename Names>
std::string columns_of(const char* table, const char* base, const Names& names) {
    auto out =
        fmt::format("CREATE TABLE {}(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, {} INTEGER", table, base);
    for (const auto& column : names)
        out += fmt::format(", \"{}\" BLOB", column.name);
    return out;
}

std::string event_view() {
    std::string out = "CREATE VIEW event AS SELECT b.id * 64 + s.n AS seq, b.t_ns + ";
    for (const auto& column : event_column_names)
        if (&column == &event_column_names[col_dt])
            out += number("b", column.name, "s.n") + " AS t_ns";
        else if (&column != &event_column_names[col_place])
            out += ", " + number("b", column.name, "s.n", column.nullable) + " AS \"" + column.name + "\"";
    const auto captured = number("b", event_column_names[col_captured].name, "s.n");
    const auto results = number("b", event_column_names[col_results].name, "s.n");
    const auto place = number("b", event_column_names[col_place].name, "s.n", true);
    const auto piece = [&](const std::string& length, const std::string& skipped) {
        return fmt::format(
            "CASE WHEN {0} > 0 THEN coalesce(substr(b.data, {1} + {2} + 1, {0}), "
            "(SELECT substr(l.bytes, {2} + 1, {0}) FROM large l WHERE l.seq = b.id * 64 + s.n)) END",
            length, place, skipped);
    };
    out += ", " + piece(captured, "0") + " AS payload, " + piece(results, captured) + " AS results";
    return out + " FROM event_block b CROSS JOIN slot s ON s.n < b.n;\n";
}

std::string flow_view() {
    std::string out = "CREATE VIEW flow AS SELECT b.id * 64 + s.n + 1 AS id";
    for (const auto& column : flow_column_names) {
        const bool sequence =
            &column == &flow_column_names[col_from] || &column == &flow_column_names[col_to];
        out += fmt::format(", {}{} AS \"{}\"", sequence ? "b.seq + " : "", number("b", column.name, "s.n"),
                           column.name);
    }
    return out + " FROM flow_block b CROSS JOIN slot s ON s.n < b.n;\n";
}

// By the blocks in which its ends are, which have a key: the view of events has none.
std::string flows_view() {
    const auto of = [](const char* block, const char* seq, EventColumn column) {
        return number(block, event_column_names[column].name, fmt::format("({} % 64)", seq));
    };
    const auto from = [&](EventColumn column) { return of("a", "f.from_seq", column); };
    const auto to = [&](EventColumn column) { return of("z", "f.to_seq", column); };
    return fmt::format(
        "CREATE VIEW flows AS SELECT f.id, f.from_seq, f.to_seq, (a.t_ns + {}) / 1e9 AS time_s, "
        "(z.t_ns + {} - a.t_ns - {}) / 1e3 AS latency_us, s.name AS sender, oa.name AS sent_by, "
        "r.name AS receiver, oz.name AS received_by, "
        "coalesce(nullif(b.name, ''), nullif(b.label, ''), b.key) AS object, f.bytes, f.\"offset\", "
        "f.merged, "
        "f.guess FROM flow f LEFT JOIN event_block a ON a.id = f.from_seq / 64 "
        "LEFT JOIN event_block z ON z.id = f.to_seq / 64 "
        "LEFT JOIN worker s ON s.id = {} LEFT JOIN worker r ON r.id = {} "
        "LEFT JOIN operation oa ON oa.id = {} LEFT JOIN operation oz ON oz.id = {} "
        "LEFT JOIN object b ON b.id = f.object;\n",
        from(col_dt), to(col_dt), from(col_dt), from(col_worker), to(col_worker), from(col_operation),
        to(col_operation));
}

}  // namespace

std::string create_tables() {
    return tables + columns_of("event_block", "t_ns", event_column_names) + ", data BLOB);\n" +
           columns_of("flow_block", "seq", flow_column_names) + ");\n";
}

std::string create_views() {
    return event_view() + flow_view() + views + flows_view();
}

}  // namespace ipcscope::session_file

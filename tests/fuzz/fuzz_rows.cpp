// A sound session file into which rows of any types and numbers were written: libFuzzer finds its way through
// the octets of a database rarely, through rows quickly. Octets: which file, then for each row its table and
// its values.
#include "fuzz/look.h"
#include "fuzz/targets.h"
#include "session_file/file_recording.h"
#include "session_file/schema.h"

#include <array>
#include <cstdio>
#include <sqlite3.h>
#include <vector>

namespace ipcscope::fuzz {

namespace {

void run(sqlite3* db, const char* sql) {
    must(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
}

// Something of everything, so that what a row leads to is there.
constexpr const char* contents = R"(
INSERT INTO session VALUES('started_ns', 1000), ('started_unix_ns', 5), ('complete', 1), ('events', 4);
INSERT INTO machine VALUES('kernel', '6.1');
INSERT INTO program VALUES(1, 'a.ips', 'workers: parent, child' || char(10) || 'parent: p = pipe.create()' || char(10)
  || 'parent: pipe.write(p.write_end, data: "Hello")  # = 5' || char(10) || 'child: pipe.read(p.read_end, size: 64)');
INSERT INTO operation VALUES(1, 'pipe.create', 'Create', 'pipe2'), (2, 'pipe.write', 'Write', 'write'),
  (3, 'pipe.read', 'Read', 'read'), (4, 'process.start', '', ''), (5, 'telepathy.send', 'Think', 'think');
INSERT INTO worker VALUES(1, 'parent', 100, 0, 'blocked', -1, 3, 5, 'a reader', 0, 0),
  (2, 'child', 101, 1, 'exited', 0, 0, 0, '', 0, 0);
INSERT INTO object VALUES(1, 'pipe', 'pipe', 'Pipe', 'byte_stream', 'pipe:[7]', 'p', '', 0, 1, 1, 1),
  (2, 'telepathy', 'mind', 'Mind', 'packets', '', 'm', '', 1, 0, 0, 0);
INSERT INTO handle VALUES(1, 'pipe.read_end', 1, 'p.read_end', 3, '', '1 2', 0, 1),
  (2, 'pipe.write_end', 1, 'p.write_end', 4, '', '1', 0, 2);
INSERT INTO call VALUES(1, 1, 1, 2, 'pipe.create()', NULL), (2, 1, 2, 3, 'pipe.write(p.write_end, data: "Hello")', NULL),
  (3, 2, 3, 4, 'pipe.read(p.read_end, size: 64)', NULL);
INSERT INTO event_block(id, n, t_ns, dt_ns, worker, operation, phase, object, call, ret, err, duration_ns, flags,
  captured, original, place, data) VALUES(0, 4, 10, '0123', '1112', '2233', '0101', '1111', '2233', '0505', '', '0101',
  '', '0505', '0505', ' 0 5', 'HelloHello');
INSERT INTO flow_block(id, n, seq, from_seq, to_seq, object, bytes) VALUES(0, 1, 0, '1', '3', '1', '5');
INSERT INTO level VALUES(1, 1, 1, 0, 11, 5);
INSERT INTO touched VALUES(1, 3, 1, 0, 5, 0);
INSERT INTO bookmark VALUES(1, 12, 'here');
INSERT INTO lane VALUES(1, 'parent', 1, 1, NULL, NULL, 'one', 3);
INSERT INTO filter VALUES(1, 'mine', 'failed');
)";

struct Table {
    std::string insert;
    int columns = 0;
};

// A file that rows are written into.
struct Base {
    std::string bytes;
    std::vector<Table> tables;
};

std::string bytes_of(sqlite3* db) {
    sqlite3_int64 size = 0;
    auto* bytes = sqlite3_serialize(db, "main", &size, 0);
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return out;
}

std::vector<Table> tables_of(sqlite3* db) {
    std::vector<Table> out;
    sqlite3_stmt* ask = nullptr;
    sqlite3_prepare_v2(db,
                       "SELECT t.name, (SELECT count(*) FROM pragma_table_info(t.name)) FROM sqlite_schema t "
                       "WHERE t.type = 'table' ORDER BY t.name",
                       -1, &ask, nullptr);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        Table table;
        table.columns = sqlite3_column_int(ask, 1);
        table.insert = "INSERT OR REPLACE INTO \"" +
                       std::string(reinterpret_cast<const char*>(sqlite3_column_text(ask, 0))) +
                       "\" VALUES(?";
        for (int i = 1; i < table.columns; ++i)
            table.insert += ",?";
        table.insert += ")";
        out.push_back(std::move(table));
    }
    sqlite3_finalize(ask);
    return out;
}

sqlite3* opened(const std::string& bytes) {
    sqlite3* db = nullptr;
    must(sqlite3_open(":memory:", &db) == SQLITE_OK, "there is a database");
    if (bytes.empty()) return db;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    __builtin_memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    must(sqlite3_deserialize(db, "main", copy, size, size,
                             SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK,
         "the file can be opened");
    return db;
}

Base newest() {
    auto* db = opened({});
    run(db, "PRAGMA page_size = 1024");
    run(db, (session_file::create_tables() +
             "PRAGMA application_id = " + std::to_string(session_file::application_id) +
             "; PRAGMA user_version = " + std::to_string(session_file::format_version))
                .c_str());
    run(db, contents);
    Base base{bytes_of(db), tables_of(db)};
    sqlite3_close(db);
    return base;
}

// So many events that they are told before they are read (session_file/summary.h).
Base large() {
    auto base = newest();
    auto* db = opened(base.bytes);
    run(db,
        "WITH RECURSIVE s(id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM s WHERE id < 1023) "
        "INSERT OR REPLACE INTO event_block(id, n, t_ns, dt_ns, worker, operation, phase) SELECT id, 64, id "
        "* 1000, '', "
        "printf('%.*c', 64, '1'), printf('%.*c', 64, '2'), printf('%.*c', 64, '1') FROM s; "
        "UPDATE session SET value = 65536 WHERE key = 'events'; "
        "INSERT INTO summary VALUES(1, 'operations', 1, 0, 0, 1000000, 5, 65536, 2, 0, 0, 0, 0, 0, 0), "
        "(2, 'level', 1, 0, 5, 5, 7, 1, 0, 0, 0, 1, 2, 1, 2), (3, 'memory', 1, 0, 5, 9, 8, 2, 0, 1, 16, 0, "
        "0, 1, 64); "
        "INSERT INTO summary_flow VALUES(1, 'operations', 1, 0, 'operations', 2, 0, 1, 1, 2, 2, 0, 1), "
        "(2, 'operations', 1, 0, 'operations', 2, 0, 1, 5, 2, 7, 9, 1)");
    base.bytes = bytes_of(db);
    sqlite3_close(db);
    return base;
}

Base golden(const char* path) {
    auto* file = std::fopen(path, "rbe");
    must(file != nullptr, path);
    Base base;
    std::array<char, 65536> part{};
    for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), file)) > 0;)
        base.bytes.append(part.data(), got);
    std::fclose(file);
    auto* db = opened(base.bytes);
    // Nobody reads views, but with them SQLite takes twice as long.
    for (const auto* drop : {"DROP VIEW events", "DROP VIEW flows", "DROP VIEW workers", "DROP VIEW objects",
                             "DROP VIEW event", "DROP VIEW flow"})  // the last two are tables of version 1
        sqlite3_exec(db, drop, nullptr, nullptr, nullptr);
    base.bytes = bytes_of(db);
    base.tables = tables_of(db);
    sqlite3_close(db);
    return base;
}

const Base& base(std::size_t which) {
    static const std::array all = {newest(), golden(IPCSCOPE_SOURCE_DIR "/tests/golden/v1.ipcscope"),
                                   golden(IPCSCOPE_SOURCE_DIR "/tests/golden/v2.ipcscope"), large()};
    return all[which % 16 == 15 ? 3 : which % 3];  // the large one rarely: it takes long
}

// Numbers at which something ends.
constexpr std::array<std::int64_t, 20> edges = {0,
                                                1,
                                                -1,
                                                63,
                                                64,
                                                65,
                                                255,
                                                65'535,
                                                65'536,
                                                1 << 20,
                                                INT32_MAX,
                                                UINT32_MAX,
                                                std::int64_t{1} << 33,
                                                std::int64_t{1} << 47,
                                                std::int64_t{1} << 59,
                                                std::int64_t{1} << 60,
                                                (std::int64_t{1} << 60) + 1,
                                                INT64_MAX,
                                                INT64_MIN,
                                                INT64_MIN + 1};
constexpr std::array words = {"operations",
                              "markers",
                              "level",
                              "memory",
                              "blocked",
                              "idle",
                              "exited",
                              "held",
                              "killed",
                              "pipe",
                              "byte_stream",
                              "typed_queue",
                              "signals",
                              "wake",
                              "lifetime",
                              "packets",
                              "tagged",
                              "1 2 1",
                              "started_ns",
                              "events",
                              "complete",
                              "{\"bookmarks\":[]}",
                              "views",
                              "parent",
                              ""};

void bind(sqlite3_stmt* row, int column, Octets& octets) {
    const auto text = [&](const std::string& value) {
        sqlite3_bind_text64(row, column, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    };
    switch (octets.u8() % 12) {
        case 0: sqlite3_bind_null(row, column); break;
        case 1: sqlite3_bind_int64(row, column, static_cast<std::int8_t>(octets.u8())); break;
        case 2: sqlite3_bind_int64(row, column, octets.i64()); break;
        case 3: sqlite3_bind_int64(row, column, edges[octets.u8() % edges.size()]); break;
        case 4: text(std::string(octets.take(octets.u8()))); break;
        case 5: {
            const auto bytes = octets.take(octets.u8());
            sqlite3_bind_blob64(row, column, bytes.empty() ? "" : bytes.data(), bytes.size(),
                                SQLITE_TRANSIENT);
            break;
        }
        case 6: sqlite3_bind_double(row, column, static_cast<double>(octets.i64()) / 3); break;
        case 7: sqlite3_bind_zeroblob(row, column, octets.u16() * 16); break;
        case 8: {  // a column of a block: one octet again and again
            const auto times = octets.u16() % 2048;
            text(std::string(times, static_cast<char>(octets.u8())));
            break;
        }
        case 9: text(words[octets.u8() % words.size()]); break;
        case 10: {  // the same: numbers that count up
            const int first = octets.u8(), step = octets.u8() % 4;
            std::string all;
            for (int i = 0; i < 64; ++i)
                all += std::to_string(100 + (first + i * step) % 900);
            text(all);
            break;
        }
        default: {
            const auto& known = registry().operations();
            text(known[octets.u16() % known.size()].name);
        }
    }
}

}  // namespace

static void rows(std::string_view input) {
    Octets octets(input);
    const auto& from = base(octets.u8());
    auto* db = opened(from.bytes);
    for (int n = 0; n < 64 && !octets.done(); ++n) {
        const auto& table = from.tables[octets.u8() % from.tables.size()];
        sqlite3_stmt* row = nullptr;
        must(sqlite3_prepare_v2(db, table.insert.c_str(), -1, &row, nullptr) == SQLITE_OK,
             "the table is known");
        for (int column = 1; column <= table.columns; ++column)
            bind(row, column, octets);
        sqlite3_step(row);
        sqlite3_finalize(row);
    }
    const auto bytes = bytes_of(db);
    sqlite3_close(db);
    auto opened = open_session_bytes(bytes, registry());
    must(opened.has_value(), "a file of sound tables is opened");
    const std::shared_ptr<const FileRecording> file(std::move(*opened));
    file->wait_loaded();
    look_at(file);
    look_at_program(*file, file->program());
}

FUZZ_TARGET(rows)

}  // namespace ipcscope::fuzz

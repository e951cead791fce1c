#include "session_file/writer.h"

#include "base/clock.h"
#include "schema/wire.h"
#include "session_file/notes_tables.h"
#include "session_file/schema.h"
#include "session_file/summary.h"

#include <algorithm>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace ipcscope::session_file {

namespace {
constexpr std::uint64_t batch = 65536;  // events of one transaction

constexpr const char* settings =
    "PRAGMA page_size=4096; PRAGMA application_id=1229996883; PRAGMA user_version=3; PRAGMA encoding='UTF-8';"
    "PRAGMA temp_store=MEMORY; PRAGMA locking_mode=NORMAL;";
constexpr const char* safe_settings =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;";
constexpr const char* quick_settings = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;";
static_assert(application_id == 1229996883 && format_version == 3);

template <std::size_t columns>
std::string insert_block(const char* table, bool data) {
    std::string marks = "?,?,?";
    for (std::size_t i = 0; i < columns + (data ? 1 : 0); ++i)
        marks += ",?";
    return fmt::format("INSERT OR REPLACE INTO {} VALUES({})", table, marks);
}
}  // namespace

Writer::~Writer() = default;

Result<std::unique_ptr<Writer>> Writer::create(const std::string& path, const Recording& recording,
                                               const SessionTexts& texts, Safety safety) {
    auto db = Database::create(path);
    if (!db) return tl::unexpected<Error>(db.error());
    std::unique_ptr<Writer> out(new Writer(recording));
    out->db_ = std::move(*db);
    const auto tables = create_tables(), views = create_views();
    for (const auto& step :
         {out->db_.run(settings),
          out->db_.run(safety == Safety::at_any_moment ? safe_settings : quick_settings),
          out->db_.run("BEGIN"), out->db_.run(tables.c_str()), out->db_.run(views.c_str()), out->prepare(),
          out->write_facts(texts), out->put_texts(texts), out->db_.run("COMMIT")})
        if (!step) {
            out.reset();
            for (const char* end : {"", "-wal", "-shm", "-journal"})
                unlink((path + end).c_str());
            return tl::unexpected<Error>(step.error());
        }
    if (safety == Safety::at_any_moment) out->checkpointer_ = std::make_unique<Checkpointer>(out->db_);
    return out;
}

Status Writer::prepare() {
    const auto make = [this](Statement& into, const char* sql) -> Status {
        auto made = db_.prepare(sql);
        if (!made) return tl::unexpected<Error>(made.error());
        into = std::move(*made);
        return {};
    };
    const auto events = insert_block<event_columns>("event_block", true);
    const auto flows = insert_block<flow_columns>("flow_block", false);
    const std::pair<Statement*, const char*> all[] = {
        {&event_block_, events.c_str()},
        {&flow_block_, flows.c_str()},
        {&large_, "INSERT INTO large VALUES(?,?)"},
        {&call_, "INSERT INTO call VALUES(?,?,?,?,?,?)"},
        {&level_, "INSERT INTO level VALUES(NULL,?,?,?,?,?)"},
        {&touched_, "INSERT INTO touched VALUES(NULL,?,?,?,?,?)"},
        {&worker_, "INSERT OR REPLACE INTO worker VALUES(?,?,?,?,?,?,?,?,?,?,?)"},
        {&object_, "INSERT OR REPLACE INTO object VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&handle_, "INSERT OR REPLACE INTO handle VALUES(?,?,?,?,?,?,?,?,?)"},
        {&binding_, "INSERT OR REPLACE INTO binding VALUES(?,?)"},
    };
    for (const auto& [statement, sql] : all)
        if (auto made = make(*statement, sql); !made) return made;
    return {};
}

// What does not change while it runs: the names behind the numbers, time, machine.
Status Writer::write_facts(const SessionTexts& texts) {
    auto operation = db_.prepare("INSERT INTO operation VALUES(?,?,?,?)");
    if (!operation) return tl::unexpected<Error>(operation.error());
    for (const auto& ref : recording_.registry().operations()) {
        operation->bind(0, ref.id.value);
        operation->bind_text(1, ref.name);
        operation->bind_text(2, ref.operation->title);
        operation->bind_text(3, ref.operation->call);
        if (operation->step() != SQLITE_DONE) return db_.failed("write");
    }
    auto code = db_.prepare("INSERT INTO errno VALUES(?,?,?)");
    if (!code) return tl::unexpected<Error>(code.error());
    const auto put_errno = [&](int number) {
        const auto* words = errno_words(number);
        code->bind(0, number);
        code->bind_text(1, errno_name(number));
        words ? code->bind_text(2, words) : code->bind_null(2);
        return code->step() == SQLITE_DONE;
    };
    for (int number = 1; number < 134; ++number)
        if (errno_words(number) && !put_errno(number)) return db_.failed("write");
    for (int number = library_errno_base; number < library_errno_base + 200; ++number)
        if (errno_words(number) && !put_errno(number)) return db_.failed("write");
    auto fact = db_.prepare("INSERT OR REPLACE INTO machine VALUES(?,?)");
    if (!fact) return tl::unexpected<Error>(fact.error());
    const auto facts = texts.elsewhere_unix_ns ? texts.elsewhere : machine_facts(recording_.registry());
    for (const auto& [key, value] : facts) {
        fact->bind_text(0, key);
        fact->bind_text(1, value);
        if (fact->step() != SQLITE_DONE) return db_.failed("write");
    }
    timespec wall{};
    clock_gettime(CLOCK_REALTIME, &wall);
    const auto since = now_ns() - recording_.started_ns();
    const auto unix_ns =
        texts.elsewhere_unix_ns.value_or(std::int64_t{wall.tv_sec} * 1'000'000'000 + wall.tv_nsec - since);
    if (auto done = set("session", "started_ns", recording_.started_ns()); !done) return done;
    if (auto done = set("session", "started_unix_ns", unix_ns); !done) return done;
    return set("session", "complete", 0);
}

Status Writer::set(const char* table, const char* key, std::int64_t value) {
    auto put = db_.prepare(fmt::format("INSERT OR REPLACE INTO {} VALUES(?,?)", table));
    if (!put) return tl::unexpected<Error>(put.error());
    put->bind_text(0, key);
    put->bind(1, value);
    if (put->step() != SQLITE_DONE) return db_.failed("write");
    return {};
}

Status Writer::set(const char* table, const char* key, std::string_view value) {
    auto put = db_.prepare(fmt::format("INSERT OR REPLACE INTO {} VALUES(?,?)", table));
    if (!put) return tl::unexpected<Error>(put.error());
    put->bind_text(0, key);
    put->bind_text(1, value);
    if (put->step() != SQLITE_DONE) return db_.failed("write");
    return {};
}

Status Writer::write_texts(const SessionTexts& texts) {
    if (auto begun = db_.run("BEGIN"); !begun) return begun;
    auto done = put_texts(texts);
    if (done) done = db_.run("COMMIT");
    if (!done) static_cast<void>(db_.run("ROLLBACK"));
    return done;
}

Status Writer::put_texts(const SessionTexts& texts) {
    auto put = db_.prepare("INSERT OR REPLACE INTO program VALUES(1, ?, ?)");
    if (!put) return tl::unexpected<Error>(put.error());
    texts.program_path.empty() ? put->bind_null(0) : put->bind_text(0, texts.program_path);
    put->bind_text(1, texts.program);
    if (put->step() != SQLITE_DONE) return db_.failed("write");
    return write_notes(db_, texts.notes, format_version);
}

// The latest event may not have been joined, nor its levels told, when it is seen: the others have.
Status Writer::write_new() {
    const auto size = recording_.events().size();
    return write_until(size > 0 ? size - 1 : 0, false, {});
}

Status Writer::finish(const SaveProgress& progress) {
    if (auto done = write_until(recording_.events().size(), true, progress); !done) return done;
    if (auto done = write_outline(); !done) return done;
    checkpointer_.reset();
    // One file, which can be read where nothing can be written.
    return db_.run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;");
}

Status Writer::write_outline() {
    if (auto begun = db_.run("BEGIN"); !begun) return begun;
    auto done = write_summary(db_, recording_);
    if (done) done = db_.run("COMMIT");
    if (!done) static_cast<void>(db_.run("ROLLBACK"));
    return done;
}

Status Writer::write_until(std::uint64_t end, bool last, const SaveProgress& progress) {
    bool more = true;
    while (more) {
        const auto to = std::min(end, at_.events + batch);
        more = to < end;
        Cursor next = at_;
        if (checkpointer_) checkpointer_->catch_up();
        if (auto begun = db_.run("BEGIN"); !begun) return begun;
        if (!put_batch(next, to, last && !more)) {
            const auto error = db_.failed("write");
            static_cast<void>(db_.run("ROLLBACK"));
            return error;
        }
        if (auto done = db_.run("COMMIT"); !done) {
            static_cast<void>(db_.run("ROLLBACK"));
            return done;
        }
        at_ = std::move(next);
        changes_.clear();
        if (progress &&
            !progress(end == 0 ? 1.0 : static_cast<double>(at_.events) / static_cast<double>(end)))
            return failure(db_.path() + ": saving was cancelled");
    }
    return {};
}

// All that belongs to the events before `end`, in one transaction.
bool Writer::put_batch(Cursor& to, std::uint64_t end, bool last) {
    const auto& events = recording_.events();
    const auto joined = recording_.flows().size();
    const auto state = recording_.state();
    const auto calls = recording_.calls().size();
    for (; to.calls < calls; ++to.calls)
        if (!put_call(to.calls)) return false;
    std::int64_t until = recording_.lanes().first_ns();
    for (auto seq = to.events; seq < end; ++seq)
        until = std::max(until, events[seq].time_ns + 1);
    if (last) until = recording_.lanes().last_ns() + 1;
    for (auto& change : levels_.next(end, until))
        changes_.push_back(change);
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const auto& a, const auto& b) { return a.seq < b.seq; });
    if (!put_events(to, end, changes_) || !put_flows(to, joined, end)) return false;
    if (state != to.state && !put_state(to.state.get(), *state)) return false;
    to.state = state;
    if (!last) return true;
    return set("session", "complete", 1) && set("session", "events", static_cast<std::int64_t>(end)) &&
           set("session", "duration_ns", recording_.lanes().last_ns() - recording_.started_ns());
}

bool Writer::put_level(const LevelChanges::Change& change) {
    if (change.range) {
        touched_.bind(0, static_cast<std::int64_t>(change.seq));
        touched_.bind(1, change.object);
        touched_.bind(2, static_cast<std::int64_t>(change.offset));
        touched_.bind(3, static_cast<std::int64_t>(change.length));
        touched_.bind(4, change.wrote ? 1 : 0);
        return touched_.step() == SQLITE_DONE;
    }
    level_.bind(0, static_cast<std::int64_t>(change.seq));
    level_.bind(1, change.object);
    level_.bind(2, change.index);
    level_.bind(3, change.time_ns - recording_.started_ns());
    level_.bind(4, change.value);
    return level_.step() == SQLITE_DONE;
}

bool Writer::put_call(std::size_t index) {
    const auto* call = recording_.calls().find(CallId{static_cast<std::uint32_t>(index + 1)});
    if (!call) return true;
    ipcscope::Writer args;
    args.value(Value(call->args));
    call_.bind(0, call->id.value);
    call_.bind(1, call->worker.value);
    call_.bind(2, call->operation.value);
    call_.bind(3, call->line);
    call_.bind_text(4, call->text);
    call_.bind_blob(5, args.data());
    return call_.step() == SQLITE_DONE;
}

}  // namespace ipcscope::session_file

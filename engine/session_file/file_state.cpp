// What stands in a session file beside the events: read at once when it is opened.
#include "schema/wire.h"
#include "session_file/file_recording_impl.h"
#include "session_file/notes_tables.h"
#include "session_file/schema.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sqlite3.h>

namespace ipcscope {

using namespace session_file;

namespace {
constexpr std::int64_t latest = std::int64_t{1} << 60;  // ns: some 36 years
constexpr std::size_t most_objects = 4'000'000;         // and handles, and names
}  // namespace

void FileRecording::Impl::end() {
    stop_ = true;
    if (pages_) pages_->wake();
    if (thread_.joinable()) thread_.join();
}

void FileRecording::Impl::problem(std::string what) {
    if (what.empty()) return;
    const std::lock_guard lock(mutex_);
    problems_.push_back(std::move(what));
}

Result<Database> FileRecording::Impl::open_database(Database::Found& found) const {
    return bytes_ ? Database::open_bytes(*bytes_, found) : Database::open(path_, found);
}

Status FileRecording::Impl::open() {
    Database::Found found;
    auto db = open_database(found);
    if (!db) {
        const auto primary = db.error().message.find("not a database") != std::string::npos;
        return primary ? failure(path_ + " is not a session file of IPC Scope")
                       : tl::unexpected<Error>(db.error());
    }
    db_ = std::move(*db);
    budget_ = Budget(std::min(found.bytes, limits_.bytes));
    file_bytes_ = found.bytes;
    sqlite3_progress_handler(
        db_.get(), 100'000, [](void* stop) { return static_cast<std::atomic<bool>*>(stop)->load() ? 1 : 0; },
        &stop_);
    if (auto fits = look_at_version(); !fits) return fits;
    if (found.damaged) problem("the file is damaged or cut short; what can be read of it is shown");
    if (found.without_log)
        problem("its directory cannot be written, so that what a killed recording wrote last cannot be read");
    if (version_ >= 2)
        if (auto done = open_pages(); !done) return done;
    read_facts();
    read_texts();
    read_names();
    read_state();
    if (version_ >= 3 && complete_ && !found.damaged) foretell();
    if (!complete_) problem("the recording was not ended: its program was killed, or is still writing it");
    return {};
}

Status FileRecording::Impl::look_at_version() {
    const auto number = [this](const char* sql) {
        auto ask = db_.prepare(sql);
        if (!ask || ask->step() != SQLITE_ROW) return std::int64_t{-1};
        const auto value = ask->integer(0);
        ask->reset();
        return value;
    };
    const auto id = number("PRAGMA application_id");
    version_ = static_cast<int>(number("PRAGMA user_version"));
    if (id != application_id || version_ < 1) return failure(path_ + " is not a session file of IPC Scope");
    if (version_ > format_version)
        return failure(
            fmt::format("{} is a session of format version {}: this program reads versions up to {}, "
                        "a newer one is needed",
                        path_, version_, format_version));
    return {};
}

// A text of the file, if it may still have it.
std::string FileRecording::Impl::text(TableReader& rows, int column) {
    const auto bytes = rows.bytes(column);
    if (budget_.take(bytes.size())) return std::string(bytes);
    rows.unsound();
    return {};
}

void FileRecording::Impl::read_facts() {
    auto ask = db_.prepare("SELECT key, value FROM session LIMIT 1000");
    if (!ask) return problem("table 'session' cannot be read");
    while (ask->step() == SQLITE_ROW) {
        const auto key = ask->bytes(0);
        const auto value = ask->integer(1);
        if (key == "started_ns")
            started_ns_ = std::clamp<std::int64_t>(value, 1, latest);
        else if (key == "started_unix_ns")
            started_unix_ns_ = value;
        else if (key == "complete")
            complete_ = value == 1;
        else if (key == "events")
            told_events_ = value > 0 ? static_cast<std::uint64_t>(value) : 0;
    }
    auto facts = db_.prepare("SELECT key, value FROM machine LIMIT 10000");
    if (!facts) return;
    while (facts->step() == SQLITE_ROW)
        if (budget_.take(facts->bytes(0).size() + facts->bytes(1).size()))
            machine_.emplace_back(facts->bytes(0), facts->bytes(1));
}

void FileRecording::Impl::read_texts() {
    TableReader rows(db_, "program", "id", "path, text");
    if (rows.next()) {
        program_path_ = text(rows, 1);
        program_ = text(rows, 2);
    }
    problem(rows.problem());
    std::vector<std::string> problems;
    notes_ = read_notes(db_, version_, problems);
    for (auto& each : problems)
        problem(std::move(each));
}

void FileRecording::Impl::read_names() {
    TableReader operations(db_, "operation", "id", "name, title, call");
    for (std::size_t n = 0; n < 65536 && operations.next(); ++n)
        registry_.add_operation(operations.key(), operations.bytes(1), operations.bytes(2),
                                operations.bytes(3));
    problem(operations.problem());
    TableReader objects(db_, "object", "id", "mechanism, kind, title");
    for (std::size_t n = 0; n < most_objects && objects.next(); ++n)
        registry_.add_object(objects.bytes(1), objects.bytes(2), objects.bytes(3));
    registry_.build();
    if (!registry_.unknown().empty())
        problem(fmt::format("{} operation(s) are not known to this version of the program, as {}",
                            registry_.unknown().size(), registry_.unknown().front()));
}

void FileRecording::Impl::read_state() {
    auto state = std::make_shared<RunState>();
    state->revision = 1;
    read_workers(*state);
    read_objects(*state);
    read_handles(*state);
    if (auto names = db_.prepare("SELECT name, value FROM binding ORDER BY rowid LIMIT 1000000")) {
        while (names->step() == SQLITE_ROW) {
            const auto name = names->bytes(0), bytes = names->bytes(1);
            if (!budget_.take(name.size() + bytes.size())) break;
            ipcscope::Reader in(bytes);
            auto value = in.value();
            if (in.ok() && !name.empty()) state->names[std::string(name)] = std::move(value);
        }
    }
    state_ = std::move(state);
}

void FileRecording::Impl::read_workers(RunState& state) {
    TableReader rows(
        db_, "worker", "id",
        "name, pid, parent, status, exit_code, current_call, since_ns, waits_for, uninterruptible, held_by");
    while (rows.next()) {
        if (rows.key() < 1 || rows.key() > UINT16_MAX) continue;
        const auto id = static_cast<std::uint16_t>(rows.key());
        while (state.workers.size() < id) {  // one whose row is lost has a number at least
            WorkerInfo missing;
            missing.id.value = static_cast<std::uint16_t>(state.workers.size() + 1);
            missing.name = fmt::format("worker{}", missing.id.value);
            missing.status = WorkerStatus::exited;
            state.workers.push_back(std::move(missing));
        }
        auto& worker = state.workers.back();
        if (auto name = text(rows, 1); !name.empty()) worker.name = std::move(name);
        worker.pid = static_cast<pid_t>(rows.integer(2, 0, INT32_MAX));
        worker.parent.value = static_cast<std::uint16_t>(rows.integer(3, 0, id - 1));  // never a circle
        const int status = name_index(status_names, rows.bytes(4));
        if (status < 0) rows.unsound();
        worker.status = status < 0 ? WorkerStatus::exited : static_cast<WorkerStatus>(status);
        worker.exit_code = static_cast<int>(rows.integer(5, -1, INT32_MAX, -1));
        worker.current.value = static_cast<std::uint32_t>(rows.integer(6, 0, UINT32_MAX));
        const auto since = rows.integer(7, -latest, latest);
        worker.since_ns = since == 0 ? 0 : started_ns_ + since;
        worker.waits_for = text(rows, 8);
        worker.uninterruptible = rows.integer(9) == 1;
        worker.held_by = static_cast<std::uint32_t>(rows.integer(10, 0, UINT32_MAX));
    }
    problem(rows.problem());
}

void FileRecording::Impl::read_objects(RunState& state) {
    TableReader rows(db_, "object", "id",
                     "mechanism, kind, flow, \"key\", name, label, removed, made_by, takes_in, sends");
    while (state.objects.size() < most_objects && rows.next()) {
        if (rows.key() < 1 || rows.key() > UINT32_MAX) continue;
        ObjectInfo object;
        object.id.value = static_cast<std::uint32_t>(rows.key());
        std::tie(object.mechanism, object.spec) = registry_.object(rows.bytes(1), rows.bytes(2));
        if (!object.mechanism || !object.spec) continue;
        const int flow = name_index(flow_names, rows.bytes(3));
        object.flow = flow < 0 ? FlowPolicy::none : static_cast<FlowPolicy>(flow);
        object.key = text(rows, 4);
        object.name = text(rows, 5);
        object.label = text(rows, 6);
        object.removed = rows.integer(7) == 1;
        object.made_by.value = static_cast<std::uint32_t>(rows.integer(8, 0, UINT32_MAX));
        object.takes_in = static_cast<std::uint32_t>(rows.integer(9, 0, UINT32_MAX));
        object.sends = static_cast<std::uint32_t>(rows.integer(10, 0, UINT32_MAX));
        state.objects.emplace(object.id, std::move(object));
    }
    problem(rows.problem());
}

void FileRecording::Impl::read_handles(RunState& state) {
    TableReader rows(db_, "handle", "id",
                     "kind, object, name, native, identity, open_in, everywhere, open_file");
    while (state.handles.size() < most_objects && rows.next()) {
        if (rows.key() < 1 || rows.key() > UINT32_MAX) continue;
        HandleInfo handle;
        handle.id.value = static_cast<std::uint32_t>(rows.key());
        handle.kind = text(rows, 1);
        handle.object.value = static_cast<std::uint32_t>(rows.integer(2, 0, UINT32_MAX));
        handle.name = text(rows, 3);
        handle.native = rows.integer(4);
        handle.identity = text(rows, 5);
        const auto open_in = rows.bytes(6);
        const char* at = open_in.data();
        const char* const end = at + open_in.size();
        while (at != end && handle.open_in.size() < state.workers.size()) {
            std::uint16_t id = 0;
            const auto [rest, error] = std::from_chars(at, end, id);
            if (error != std::errc() || id == 0 || id > state.workers.size()) {
                rows.unsound();
                break;
            }
            handle.open_in.push_back(WorkerId{id});
            at = rest != end && *rest == ' ' ? rest + 1 : end;
        }
        handle.everywhere = rows.integer(7) == 1;
        handle.open_file.value = static_cast<std::uint32_t>(rows.integer(8, 0, UINT32_MAX));
        state.handles.emplace(handle.id, std::move(handle));
    }
    problem(rows.problem());
}

}  // namespace ipcscope

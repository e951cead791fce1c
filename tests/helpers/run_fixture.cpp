#include "helpers/run_fixture.h"

#include "mechanisms/driver.h"
#include "schema/text.h"
#include "schema/wire.h"

#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <future>
#include <set>

#include <sys/wait.h>

namespace ipcscope::testing {

namespace {

// (operation, errno) that any run of this process came back with.
std::set<std::pair<std::string, int>>& seen_errnos() {
    static std::set<std::pair<std::string, int>> seen;
    return seen;
}

bool fits(const Recorded& event, const Which& which) {
    return (which.operation.empty() || which.operation == event.operation) &&
           (!which.phase || *which.phase == event.event.phase) &&
           (which.worker.empty() || which.worker == event.worker) &&
           (which.line == 0 || which.line == event.line);
}

Recorded recorded(const Supervisor& supervisor, const RunState& state, std::uint64_t seq) {
    const auto& store = supervisor.events();
    Recorded out;
    out.seq = seq;
    out.event = store.copy(seq);
    if (const auto* operation = registry().operation(OperationId{out.event.operation}))
        out.operation = operation->name;
    if (const auto* worker = state.worker(WorkerId{out.event.worker})) out.worker = worker->name;
    if (out.event.phase != Phase::state)
        if (const auto* call = supervisor.calls().find(CallId{out.event.call})) out.line = call->line;
    out.payload = store.payload(store[seq]);
    out.results = Reader(store.results(store[seq])).fields();
    out.flow = store.flow(seq);
    return out;
}

std::string children_left() {
    int status = 0;
    const pid_t pid = ::waitpid(-1, &status, WNOHANG);
    if (pid < 0) return {};
    return pid == 0 ? "a child process still runs\n" : fmt::format("process {} was not reaped\n", pid);
}

}  // namespace

const Registry& registry() {
    static const Registry all(all_specs());
    return all;
}

const Value& field(const Fields& fields, std::string_view name) {
    static const Value none;
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return none;
}

std::string field_text(const Fields& fields, std::string_view name) {
    const auto& value = field(fields, name);
    return value.empty() ? std::string() : print_value(value);
}

const Value& Recorded::result(std::string_view name) const {
    return field(results, name);
}

std::string explain(const RunReport& report) {
    std::string out;
    if (!report.problem.empty())
        out += fmt::format("line {}: could not go on: {}\n", report.problem_line, report.problem);
    if (report.cancelled) out += "cancelled\n";
    for (const auto& difference : report.differences)
        out += fmt::format("line {}: {}\n    expected {}\n    got      {}\n", difference.line,
                           difference.statement, difference.expected, difference.got);
    return out;
}

RunFixture::RunFixture(SupervisorOptions options) {
    if (options.worker_program.empty()) options.worker_program = IPCSCOPE_BIN_DIR "/ipcscope-worker";
    auto supervisor = Supervisor::create(registry(), std::move(options));
    if (!supervisor) qFatal("no supervisor: %s", supervisor.error().text().c_str());
    supervisor_ = std::move(*supervisor);
    directory_ = supervisor_->directory();
}

RunFixture::~RunFixture() {
    const auto left = finish();
    if (!left.empty()) QTest::qFail(left.c_str(), __FILE__, __LINE__);
}

RunReport RunFixture::run(std::string_view text) {
    RunOptions options;
    options.verify = true;
    return run(text, options);
}

RunReport RunFixture::run(std::string_view text, const RunOptions& options) {
    const auto now = state();
    std::vector<std::string> known;
    for (const auto& worker : now->workers)
        known.push_back(worker.name);
    for (const auto& [name, value] : now->names)
        known.push_back(name);
    const auto parsed = parse_program(registry(), text, known);
    if (!parsed.errors.empty()) {
        RunReport report;
        for (const auto& error : parsed.errors)
            report.problem += fmt::format("{}:{}: {}\n", error.line, error.column, error.message);
        report.problem_line = parsed.errors.front().line;
        return report;
    }
    return Conductor(*supervisor_).run(parsed.program, options);
}

std::string RunFixture::check(std::string_view text) {
    return explain(run(text));
}

std::vector<Recorded> RunFixture::events(const Which& which) const {
    const auto now = state();
    std::vector<Recorded> out;
    const auto size = supervisor_->events().size();
    for (std::uint64_t seq = 0; seq < size; ++seq) {
        auto event = recorded(*supervisor_, *now, seq);
        if (fits(event, which)) out.push_back(std::move(event));
    }
    return out;
}

Recorded RunFixture::event(const Which& which) const {
    const auto all = events(which);
    if (all.size() == 1) return all.front();
    const auto text = fmt::format("{} events {} of '{}' in line {}, not one", all.size(), which.operation,
                                  which.worker, which.line);
    QTest::qFail(text.c_str(), __FILE__, __LINE__);
    return {};
}

bool RunFixture::wait_for_event(const Which& which, std::size_t count) const {
    return wait_for([&] { return events(which).size() >= count; });
}

std::vector<Joined> RunFixture::flows(const std::string& name) const {
    const auto now = state();
    const auto wanted = object(name);
    std::vector<Joined> out;
    const auto& table = supervisor_->flows();
    for (std::uint32_t id = 1; id <= table.size(); ++id) {
        const auto& flow = table[FlowId{id}];
        if (!name.empty() && (!wanted || flow.object != wanted->id)) continue;
        out.push_back({recorded(*supervisor_, *now, flow.from), recorded(*supervisor_, *now, flow.to), flow});
    }
    return out;
}

std::optional<ObjectInfo> RunFixture::object(const std::string& name) const {
    const auto now = state();
    for (const auto& [id, object] : now->objects)
        if (object.name == name) return object;
    return {};
}

std::optional<WorkerInfo> RunFixture::worker(const std::string& name) const {
    const auto now = state();
    const auto* found = now->worker(name);
    return found ? std::optional(*found) : std::nullopt;
}

Result<Fields> RunFixture::observe(const std::string& name) {
    const auto wanted = object(name);
    if (!wanted) return failure("there is no object '" + name + "'");
    auto answer = std::make_shared<std::promise<Result<Fields>>>();
    auto future = answer->get_future();
    supervisor_->observe(wanted->id,
                         [answer](Result<Fields> fields) { answer->set_value(std::move(fields)); });
    if (future.wait_for(default_deadline) != std::future_status::ready) return failure("no answer in time");
    return future.get();
}

std::int64_t RunFixture::level(const std::string& name, std::uint32_t index) const {
    const auto wanted = object(name);
    return wanted ? supervisor_->lanes().level_now({LaneKind::level, wanted->id.value, index}) : -1;
}

std::string RunFixture::finish() {
    if (finished_) return {};
    finished_ = true;
    std::string left;
    const auto ended = supervisor_->shutdown();
    if (!ended) left += ended.error().text() + "\n";
    for (const auto& event : events({.phase = Phase::leave}))
        if (event.event.err != 0) seen_errnos().emplace(event.operation, event.event.err);
    supervisor_.reset();
    if (std::filesystem::exists(directory_)) left += directory_ + " is still there\n";
    return left + children_left();
}

std::string check_sessions(std::string_view mechanism) {
    std::string problems;
    const auto sessions = sessions_of(mechanism);
    if (sessions.size() < 3) problems += fmt::format("{} has only {} sessions\n", mechanism, sessions.size());
    for (const auto& [name, text] : sessions) {
        RunFixture fixture;
        const auto report = fixture.run(text);
        auto found = explain(report);
        if (report.expectations == 0) found += "expects nothing\n";
        found += fixture.finish();
#ifdef __SANITIZE_ADDRESS__
        // It maps memory of its own, now and then where an object was unmapped a moment ago.
        if (found.find("something else may have its place") != std::string::npos) found.clear();
#endif
        if (!found.empty()) problems += fmt::format("session {}:\n{}", name, found);
    }
    return problems;
}

std::string errno_gaps(std::string_view mechanism) {
    std::string gaps;
    const auto* spec = registry().mechanism(mechanism);
    if (!spec) return fmt::format("there is no mechanism {}", mechanism);
    auto seen = seen_errnos();
    for (const auto& operation : spec->operations) {
        const auto name = fmt::format("{}.{}", mechanism, operation.verb);
        for (const auto& error : operation.errnos) {
            const bool was_seen = seen.erase({name, error.code}) > 0;
            if (!was_seen && !error.untested[0])
                gaps += fmt::format("{}: {} is documented, but no test reached it\n", name,
                                    errno_name(error.code));
        }
    }
    for (const auto& [name, code] : seen)
        if (name.starts_with(fmt::format("{}.", mechanism)))
            gaps += fmt::format("{}: came back with {}, which is not documented\n", name, errno_name(code));
    return gaps;
}

}  // namespace ipcscope::testing

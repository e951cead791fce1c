// Every operation of every mechanism with values that nobody should pass, on real workers: the outcome has a
// name (an errno, a refusal, a signal that the call itself sends), nothing crashes, hangs or is left behind.
#include "helpers/hostile.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"
#include "runtime/worker_words.h"
#include "schema/text.h"
#include "session/program.h"
#include "session/visible.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

bool ends_things(const OperationSpec& operation) {
    return operation.side == Side::close || operation.side == Side::remove || !operation.consumes.empty();
}

bool opens_handle(const OperationSpec& operation) {
    return std::any_of(operation.results.begin(), operation.results.end(),
                       [](const auto& result) { return result.type.kind == Kind::handle; });
}

// A session without what ends things, waiting for nothing: its handles stay open, some of its workers block.
std::string left_open(std::string_view text) {
    auto program = parse_program(registry(), text).program;
    std::erase_if(program.statements, [](const Statement& statement) {
        if (statement.kind == Statement::Kind::action) return true;
        if (statement.kind != Statement::Kind::operation) return false;
        return ends_things(*registry().operation(statement.operation)->operation);
    });
    int number = 0;
    for (auto& statement : program.statements) {
        statement.written = {};
        statement.expect = {};
        statement.comment.clear();
        if (statement.kind != Statement::Kind::operation) continue;
        statement.async = true;
        const auto& operation = *registry().operation(statement.operation)->operation;
        if (statement.binding.empty() && opens_handle(operation))
            statement.binding = fmt::format("left{}", ++number);
    }
    return print_program(registry(), program);
}

class Assault {
public:
    explicit Assault(const MechanismSpec& mechanism) : mechanism_(mechanism) {}

    std::string run() {
        prepare();
        for (const auto& operation : mechanism_.operations)
            if (operation.actor == Actor::worker) assault(operation);
        const auto left = run_.finish();
        if (!left.empty()) problems_ += "left behind: " + left;
        return problems_;
    }
    int tries() const { return tries_; }
    int refusals() const { return refusals_; }

private:
    // Handles of all kinds, out of the mechanism's own sessions.
    void prepare() {
        ++prepared_;
        for (const auto& [name, text] : sessions_of(mechanism_.id)) {
            RunOptions options;
            options.timeout_ns = 200'000'000;
            (void)run_.run(left_open(text), options);
        }
        spare_ = fmt::format("spare{}", prepared_);
        (void)run_.run(fmt::format("workers: {}\n", spare_));
    }

    static bool idle(const WorkerInfo& worker) { return worker.status == WorkerStatus::idle; }

    // Somebody who is free and holds something for every handle parameter, with what he would pass.
    std::string holder(const OperationSpec& operation, std::map<std::string, std::string>& handles) {
        const auto state = run_.state();
        for (const auto& worker : state->workers) {
            if (!idle(worker) || state->worker(worker.name) != &worker) continue;
            handles.clear();
            bool all = true;
            for (const auto& param : operation.params) {
                if (param.type.kind == Kind::worker) handles[param.name] = spare_;
                if (param.type.kind != Kind::handle) continue;
                for (const auto& [id, handle] : state->handles)
                    if (registry().fits(param.type, handle.kind) && !handle.name.empty() &&
                        (handle.everywhere ||
                         std::count(handle.open_in.begin(), handle.open_in.end(), worker.id)))
                        handles[param.name] = handle.name;
                all = all && (handles.count(param.name) > 0 || !param.initial.empty());
            }
            if (all) return worker.name;
        }
        return {};
    }

    // Of the right kind, but closed, removed, or open in another process only.
    std::vector<std::string> useless(const TypeSpec& type, const std::string& worker) {
        const auto state = run_.state();
        std::vector<std::string> out{"nobody", spare_, "5", R"("text")"};
        const auto* info = state->worker(worker);
        bool closed = false, elsewhere = false, removed = false, wrong = false;
        for (const auto& [id, handle] : state->handles) {
            const bool fits = registry().fits(type, handle.kind);
            const auto object = state->objects.find(handle.object);
            const bool gone = object != state->objects.end() && object->second.removed;
            const bool here = std::count(handle.open_in.begin(), handle.open_in.end(), info->id) > 0;
            const auto once = [&](bool& done, bool condition) {
                if (!done && condition) out.push_back(handle.name), done = true;
            };
            once(wrong, !fits);
            once(removed, fits && gone);
            once(closed, fits && !gone && handle.open_in.empty());
            once(elsewhere, fits && !gone && !handle.open_in.empty() && !here);
        }
        return out;
    }

    void assault(const OperationSpec& operation) {
        for (const auto& param : operation.params) {
            std::map<std::string, std::string> handles;
            auto worker = holder(operation, handles);
            if (worker.empty() && prepared_ < 8) prepare(), worker = holder(operation, handles);
            if (worker.empty()) worker = spare_;
            auto texts = param.type.kind == Kind::handle ? useless(param.type, worker) : hostile_texts(param);
            for (const auto& text : texts) {
                if (const auto again = holder(operation, handles); !again.empty()) worker = again;
                once(operation, param, text, worker, handles);
                if (problems_.size() > 4000) return;
            }
        }
        std::map<std::string, std::string> handles;
        // Each one twice in a row with what is usual: the second close, the second removal.
        for (int i = 0; i < 2; ++i)
            if (const auto worker = holder(operation, handles); !worker.empty())
                once(operation, {}, {}, worker, handles);
    }

    void once(const OperationSpec& operation, const ParamSpec& hostile, const std::string& text,
              const std::string& worker, const std::map<std::string, std::string>& handles) {
        std::string arguments;
        for (const auto& param : operation.params) {
            const auto handle = handles.find(param.name);
            auto value = handle != handles.end() ? handle->second : plain_text(param);
            if (std::string_view(param.name) == hostile.name)
                value = text;
            else if (!is_visible(operation, param,
                                 [](const ParamSpec& other) -> const Value& { return other.initial; }))
                continue;
            if (!value.empty())
                arguments += fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", param.name, value);
        }
        // Named, so that what comes of it can be passed on.
        const auto name = opens_handle(operation) ? fmt::format("made{} = ", tries_) : std::string();
        const auto line =
            fmt::format("{}: {}{}.{}({})", worker, name, mechanism_.id, operation.verb, arguments);
        ++tries_;
        const auto report = run_.run(line + " async\n", short_);
        if (!report.problem.empty()) ++refusals_;
        if (std::getenv("IPCSCOPE_SHOW_HOSTILE"))
            fmt::print(stderr, "{}\n    {}\n", line.substr(0, 200), report.problem);
        settle(operation, worker, line.substr(0, 300));
    }

    // Whoever has not come back is interrupted, then killed; whoever died must have had a reason.
    void settle(const OperationSpec& operation, const std::string& worker, const std::string& line) {
        const auto status = [&] {
            const auto info = run_.worker(worker);
            return info ? info->status : WorkerStatus::exited;
        };
        const auto resting = [&] {
            return status() == WorkerStatus::idle || has_ended(*run_.worker(worker));
        };
        if (!wait_for(resting, std::chrono::milliseconds(1))) {
            const auto info = run_.worker(worker);
            run_.supervisor().interrupt(info->id);
            if (!wait_for(resting, std::chrono::milliseconds(300))) {
                run_.supervisor().kill(info->id, SIGKILL);
                if (!wait_for(resting)) problems_ += "hangs even after SIGKILL: " + line + "\n";
                return;
            }
        }
        const auto info = run_.worker(worker);
        if (info->status != WorkerStatus::killed) return;
        const bool crash = info->exit_code == SIGSEGV || info->exit_code == SIGBUS ||
                           info->exit_code == SIGABRT || info->exit_code == SIGILL ||
                           info->exit_code == SIGFPE || info->exit_code == SIGSYS;
        if (crash && !may_die_of_it(operation))
            problems_ += fmt::format("the worker died of SIG{}: {}\n", sigabbrev_np(info->exit_code), line);
    }

    // It sends a signal because it is told to, or touches memory that may be read-only or beyond a file's
    // end.
    static bool may_die_of_it(const OperationSpec& operation) {
        return std::any_of(operation.params.begin(), operation.params.end(), [](const ParamSpec& param) {
            if (param.type.unit == Unit::signal) return true;
            const auto& accepts = param.type.accepts;
            return std::any_of(accepts.begin(), accepts.end(), [](const std::string& kind) {
                if (kind == "@memory") return true;
                const auto* spec = registry().handle(kind).second;
                return spec &&
                       std::count(spec->roles.begin(), spec->roles.end(), std::string_view("memory")) > 0;
            });
        });
    }

    const MechanismSpec& mechanism_;
    RunFixture run_;
    RunOptions short_ = [] {
        RunOptions options;
        options.timeout_ns = 500'000'000;
        return options;
    }();
    std::string spare_, problems_;
    int prepared_ = 0, tries_ = 0, refusals_ = 0;
};

}  // namespace

class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data() {
        QTest::addColumn<QString>("mechanism");
        for (const auto* mechanism : registry().mechanisms())
            QTest::newRow(mechanism->id) << QString::fromUtf8(mechanism->id);
    }
    void values() {
        QFETCH(QString, mechanism);
        Assault assault(*registry().mechanism(mechanism.toStdString()));
        const auto problems = assault.run();
        QVERIFY2(problems.empty(), problems.c_str());
        // The sessions gave it something to work with: not everything was refused beforehand.
        QVERIFY(assault.tries() > assault.refusals());
        qInfo("%d tries, %d refused", assault.tries(), assault.refusals());
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"

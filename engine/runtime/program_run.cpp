#include "runtime/program_run.h"

#include "base/clock.h"
#include "runtime/outcome_text.h"
#include "runtime/process_info.h"
#include "runtime/worker_words.h"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace ipcscope {

using Expected = Expectation::Kind;

std::string statement_text(const Registry& registry, const Statement& statement) {
    Statement bare = statement;
    bare.expect = {};
    bare.comment.clear();
    bare.indent.clear();
    bare.written = {};
    return print_statement(registry, bare);
}

ProgramRun::ProgramRun(Supervisor& supervisor, const Program& program, const RunOptions& options,
                       const std::atomic<bool>& cancelled, Variables& variables, std::mutex& variables_mutex)
    : supervisor_(supervisor),
      program_(program),
      options_(options),
      cancelled_(cancelled),
      variables_(variables),
      variables_mutex_(variables_mutex) {
    find_variables();
}

RunReport ProgramRun::run() {
    bool going = true;
    for (std::size_t i = 0; going && i < program_.statements.size(); ++i) {
        const auto& statement = program_.statements[i];
        if (statement.kind == Statement::Kind::blank) continue;
        if (statement.kind == Statement::Kind::end) {
            going = end_round(i);
            continue;
        }
        going = pause();
        if (going && options_.at_statement) options_.at_statement(statement);
        going = going && perform(i);
    }
    if (going) settle();
    report_.cancelled = cancelled_;
    return std::move(report_);
}

bool ProgramRun::perform(std::size_t& index) {
    if (!has_variables_[index]) return perform(program_.statements[index], index);
    const auto statement = bound(index);
    return statement && perform(*statement, index);
}

bool ProgramRun::perform(const Statement& statement, std::size_t& index) {
    switch (statement.kind) {
        case Statement::Kind::workers: return start_workers(statement);
        case Statement::Kind::operation: return operation(statement);
        case Statement::Kind::action: return action(statement);
        case Statement::Kind::repeat: return repeat(statement, index);
        case Statement::Kind::rounds: return begin_rounds(statement, index);
        case Statement::Kind::let: return let(statement);
        case Statement::Kind::delay: return delay(statement);
        default: return true;
    }
}

bool ProgramRun::start_workers(const Statement& statement) {
    std::vector<WorkerId> started;
    for (const auto& name : statement.names) {
        const auto state = supervisor_.state();
        const auto* worker = state->worker(name);
        if (worker && !has_ended(*worker))
            return fail(statement, fmt::format("a worker '{}' runs already", name));
        const auto id = supervisor_.start_worker(name);
        if (!id) return fail(statement, id.error().text());
        started.push_back(*id);
    }
    const bool ready = wait_state([&](const RunState& state) {
        return std::all_of(started.begin(), started.end(), [&](WorkerId id) {
            return state.worker(id) && state.worker(id)->status != WorkerStatus::starting;
        });
    });
    if (!ready) {
        if (cancelled_) return false;
        const auto now = supervisor_.state();
        std::string words;
        for (const auto id : started)
            if (const auto* worker = now->worker(id); worker && worker->status == WorkerStatus::starting)
                words += fmt::format("{}'{}' did not begin in time ({})", words.empty() ? "" : "; ",
                                     worker->name, whereabouts(worker->pid));
        return fail(statement, words.empty() ? "a worker did not begin in time" : words);
    }
    const auto state = supervisor_.state();
    for (const auto id : started)
        if (has_ended(*state->worker(id)))
            return fail(statement, fmt::format("'{}' {} as soon as it was started", state->worker(id)->name,
                                               end_words(*state->worker(id))));
    return true;
}

std::optional<CallRequest> ProgramRun::request(const Statement& statement, const std::string& worker) {
    const auto& registry = supervisor_.registry();
    const auto state = supervisor_.state();
    const auto* info = state->worker(worker);
    auto args = Conductor::resolve(*state, registry, statement, info ? info->id : WorkerId{});
    if (!args) return fail(statement, args.error().message), std::nullopt;
    if (const auto* operation = registry.operation(statement.operation);
        operation->operation->forks && !statement.binding.empty()) {
        const auto* child = state->worker(statement.binding);
        if (child && !has_ended(*child))
            return fail(statement, fmt::format("a worker '{}' runs already", statement.binding)),
                   std::nullopt;
    }
    Statement bare = statement;
    bare.worker.clear();
    bare.binding.clear();
    bare.async = false;
    CallRequest out;
    out.worker = info->id;
    out.operation = statement.operation;
    out.args = std::move(*args);
    out.binding = statement.binding;
    out.text = statement_text(registry, bare);
    out.line = statement.line;
    return out;
}

bool ProgramRun::operation(const Statement& statement) {
    auto wanted = request(statement, statement.worker);
    if (!wanted) return false;
    auto asked = std::make_shared<Asked>();
    asked->operation = statement.operation;
    asked->worker = wanted->worker;
    asked->call = supervisor_.submit(std::move(*wanted), told(asked));
    return follow(statement, asked);
}

bool ProgramRun::repeat(const Statement& statement, std::size_t& index) {
    std::vector<CallRequest> body;
    for (++index; index < program_.statements.size(); ++index) {
        const auto& written = program_.statements[index];
        if (written.kind == Statement::Kind::end) break;
        if (written.kind != Statement::Kind::operation) continue;
        const auto inner = bound(index);
        if (!inner) return false;
        auto wanted = request(*inner, statement.worker);
        if (!wanted) return false;
        body.push_back(std::move(*wanted));
    }
    auto asked = std::make_shared<Asked>();
    asked->loop = true;
    if (body.empty() || statement.count == 0) {
        // Nothing is asked of the worker, but it can be awaited, and expected, like any other.
        const auto state = supervisor_.state();
        const auto* worker = worker_of(statement, *state);
        if (!worker) return false;
        asked->worker = worker->id;
        asked->outcome.emplace().rounds = 0;
        return follow(statement, asked);
    }
    asked->worker = body.front().worker;
    const auto count = static_cast<std::uint64_t>(statement.count);
    asked->call = supervisor_.submit_loop(std::move(body), count, told(asked));
    return follow(statement, asked);
}

OutcomeFn ProgramRun::told(const std::shared_ptr<Asked>& asked) {
    return [asked, meeting = meeting_](const Outcome& outcome) {
        const std::lock_guard lock(meeting->mutex);
        asked->outcome = outcome;
        meeting->told.notify_all();
    };
}

// Waits as the statement says, then holds what came of it against its expectation.
bool ProgramRun::follow(const Statement& statement, const std::shared_ptr<Asked>& asked) {
    const bool left = statement.async || statement.expect.stays();
    if (left) {
        asked->statement = std::make_shared<const Statement>(statement);
        outstanding_[asked->worker].push_back(asked);
    }
    if (left && asked->loop && statement.expect.kind == Expected::none) return true;
    switch (wait(*asked, left)) {
        case Waited::cancelled: return false;
        case Waited::late: return late(statement, *asked);
        case Waited::done: {
            const auto outcome = outcome_of(*asked);
            if (outcome->kind == Outcome::Kind::refused)
                return cancelled_ ? false : fail(statement, outcome->message);
            compare(statement, *asked, *outcome);
            return child_begun(statement, *outcome);
        }
        case Waited::blocked: break;
    }
    if (!options_.verify || statement.expect.kind == Expected::none) return true;
    ++report_.expectations;
    const auto state = supervisor_.state();
    const auto& worker = *state->worker(asked->worker);
    if (!statement.expect.stays())
        differ(statement, worker.waits_for.empty() ? "blocked" : "blocked: waits for " + worker.waits_for);
    else if (worker.status == WorkerStatus::stopped)
        differ(statement, "stopped");
    else if (statement.expect.kind == Expected::deadlock)
        return deadlock(statement, asked->worker);
    return true;
}

// After a fork the child is a worker like any other, so it is waited for as one that was started.
bool ProgramRun::child_begun(const Statement& statement, const Outcome& outcome) {
    for (const auto& [name, value] : outcome.results) {
        const auto* child = value.as<WorkerRef>();
        if (!child || outcome.err != 0 || !forks(statement)) continue;
        const bool begun = wait_state([&](const RunState& state) {
            const auto* worker = state.worker(child->id);
            return worker && worker->status != WorkerStatus::starting;
        });
        if (!begun) return cancelled_ ? false : fail(statement, "the child did not begin in time");
    }
    return true;
}

bool ProgramRun::forks(const Statement& statement) const {
    const auto* operation = supervisor_.registry().operation(statement.operation);
    return operation && operation->operation->forks;
}

bool ProgramRun::action(const Statement& statement) {
    const auto state = supervisor_.state();
    const auto* worker = worker_of(statement, *state);
    if (!worker) return false;
    if (statement.action == "await") return await(statement, *worker);
    if (statement.action == "kill") return kill(statement, *worker);
    if (has_ended(*worker)) return fail(statement, fmt::format("'{}' {}", worker->name, end_words(*worker)));
    const auto* inside = supervisor_.calls().find(worker->current);
    if (const auto why = no_interrupt_words(*worker, inside ? inside->text : ""); !why.empty())
        return fail(statement, fmt::format("'{}' {}", worker->name, why));
    supervisor_.interrupt(worker->id);
    return true;
}

bool ProgramRun::kill(const Statement& statement, const WorkerInfo& worker) {
    if (has_ended(worker))
        return fail(statement, fmt::format("'{}' {} already", worker.name, end_words(worker)));
    // A child that was just forked has no process id yet that we know.
    wait_state(
        [&](const RunState& state) { return state.worker(worker.id)->status != WorkerStatus::starting; });
    supervisor_.kill(worker.id, SIGKILL);
    const bool ended = wait_state([&](const RunState& state) { return has_ended(*state.worker(worker.id)); });
    if (!ended)
        return cancelled_ ? false : fail(statement, fmt::format("'{}' did not end in time", worker.name));
    Outcome outcome;
    outcome.kind = Outcome::Kind::died;
    const auto state = supervisor_.state();
    outcome.by_signal = state->worker(worker.id)->status == WorkerStatus::killed;
    outcome.exit_code = state->worker(worker.id)->exit_code;
    outcome.message = end_words(*state->worker(worker.id));
    compare(statement, {}, outcome);
    return true;
}

bool ProgramRun::await(const Statement& statement, const WorkerInfo& worker) {
    auto& outstanding = outstanding_[worker.id];
    auto asked = std::make_shared<Asked>();
    if (!outstanding.empty()) {
        asked = outstanding.front();
        outstanding.pop_front();
    } else if (!asked_before(statement, worker, *asked)) {
        return false;
    }
    switch (wait(*asked, false)) {
        case Waited::cancelled: return false;
        case Waited::late: return late(statement, *asked);
        default: break;
    }
    const auto outcome = outcome_of(*asked);
    if (outcome->kind == Outcome::Kind::refused)
        return cancelled_ ? false : fail(statement, outcome->message);
    compare(statement, *asked, *outcome);
    return true;
}

bool ProgramRun::settle() {
    for (const auto& [worker, calls] : outstanding_)
        for (const auto& asked : calls)
            if (wait(*asked, true) == Waited::late) return late(*asked->statement, *asked);
    return true;
}

const WorkerInfo* ProgramRun::worker_of(const Statement& statement, const RunState& state) {
    const auto* worker = state.worker(statement.worker);
    if (!worker) fail(statement, fmt::format("there is no worker '{}'", statement.worker));
    return worker;
}

}  // namespace ipcscope

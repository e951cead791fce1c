#include "runtime/conductor.h"

#include "runtime/program_run.h"
#include "runtime/worker_words.h"

#include <csignal>
#include <fmt/format.h>

namespace ipcscope {

RunReport Conductor::run(const Program& program, const RunOptions& options) {
    auto report = ProgramRun(supervisor_, program, options, cancelled_, variables_, variables_mutex_).run();
    cancelled_ = false;
    return report;
}

Status Conductor::perform(const Statement& written, OutcomeFn done) {
    std::unique_lock lock(variables_mutex_);
    const auto bound = bind_variables(supervisor_.registry(), written, variables_);
    if (written.kind != Statement::Kind::let) lock.unlock();
    if (!bound) return tl::unexpected(bound.error());
    const auto& statement = *bound;
    const auto state = supervisor_.state();
    const auto* worker = state->worker(statement.worker);
    switch (statement.kind) {
        case Statement::Kind::blank: return {};
        case Statement::Kind::let: {
            auto literal = variables_.assigned(statement.value);
            if (!literal) return tl::unexpected(literal.error());
            variables_.set(statement.variable, std::move(*literal));
            return {};
        }
        case Statement::Kind::delay: return failure("delay is run as part of a program");
        case Statement::Kind::rounds:
        case Statement::Kind::repeat:
        case Statement::Kind::end: return failure("a repeat is run as part of a program");
        case Statement::Kind::workers:
            for (const auto& name : statement.names) {
                const auto* known = state->worker(name);
                if (known && !has_ended(*known))
                    return failure(fmt::format("a worker '{}' runs already", name));
                if (auto started = supervisor_.start_worker(name); !started)
                    return tl::unexpected(started.error());
            }
            return {};
        case Statement::Kind::action:
            if (statement.action == "await") return failure("await is run as part of a program");
            if (!worker) return failure(fmt::format("there is no worker '{}'", statement.worker));
            if (has_ended(*worker)) return failure(fmt::format("'{}' {}", worker->name, end_words(*worker)));
            if (worker->status == WorkerStatus::starting)
                return failure(fmt::format("'{}' has not begun yet", worker->name));
            if (statement.action == "interrupt") {
                const auto* inside = supervisor_.calls().find(worker->current);
                if (const auto why = no_interrupt_words(*worker, inside ? inside->text : ""); !why.empty())
                    return failure(fmt::format("'{}' {}", worker->name, why));
                supervisor_.interrupt(worker->id);
            }
            if (statement.action == "kill") supervisor_.kill(worker->id, SIGKILL);
            return {};
        case Statement::Kind::operation: break;
    }
    const auto& registry = supervisor_.registry();
    auto args = resolve(*state, registry, statement, worker ? worker->id : WorkerId{});
    if (!args) return tl::unexpected(args.error());
    const auto* child = statement.binding.empty() ? nullptr : state->worker(statement.binding);
    if (child && !has_ended(*child) && registry.operation(statement.operation)->operation->forks)
        return failure(fmt::format("a worker '{}' runs already", statement.binding));
    Statement bare = statement;
    bare.worker.clear();
    bare.binding.clear();
    bare.async = false;
    CallRequest request;
    request.worker = worker->id;
    request.operation = statement.operation;
    request.args = std::move(*args);
    request.binding = statement.binding;
    request.text = statement_text(registry, bare);
    request.line = statement.line;
    supervisor_.submit(std::move(request), std::move(done));
    return {};
}

}  // namespace ipcscope

#include "codegen/plan.h"

#include "codegen/plan_turns.h"
#include "codegen/template.h"
#include "session/names.h"
#include "session/visible.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace ipcscope {

namespace {

using Expected = Expectation::Kind;

struct Binding {
    const Statement* statement = nullptr;
    const OperationRef* operation = nullptr;
    int worker = 0;
    int step = 0;
    int instance = 1;
};

std::string upper(std::string text) {
    for (auto& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

class Planner {
public:
    Planner(const Registry& registry, const Program& program, Language language, CodeOf code_of)
        : registry_(registry), program_(program), language_(language), code_of_(code_of) {}

    Plan run() {
        for (std::size_t i = 0; i < program_.statements.size(); ++i)
            statement(i);
        plan_.tail = std::move(comments_);
        clean_up();
        take_turns(plan_);
        return std::move(plan_);
    }

private:
    void statement(std::size_t& index) {
        const auto& now = program_.statements[index];
        switch (now.kind) {
            case Statement::Kind::blank: comments_.push_back(&now); return;
            case Statement::Kind::end: return;
            case Statement::Kind::workers:
                if (plan_.workers.empty() && plan_.steps.empty()) {
                    plan_.head = std::move(comments_);
                    comments_.clear();
                }
                for (const auto& name : now.names)
                    add_worker(name, -1);
                return;
            case Statement::Kind::operation: {
                auto& step = add_step(PlannedStep::Kind::call, now);
                step.calls.push_back(call(now, step.worker, true));
                outcome(step);
                return;
            }
            case Statement::Kind::repeat: {
                auto& step = add_step(PlannedStep::Kind::repeat, now);
                for (++index; index < program_.statements.size(); ++index) {
                    const auto& inner = program_.statements[index];
                    if (inner.kind == Statement::Kind::end) break;
                    if (inner.kind == Statement::Kind::operation)
                        step.calls.push_back(call(inner, step.worker, false));
                }
                outcome(step);
                return;
            }
            case Statement::Kind::action: return action(now);
            case Statement::Kind::delay: {
                PlannedStep step;
                step.kind = PlannedStep::Kind::delay;
                step.statement = &now;
                step.comments = std::move(comments_);
                comments_.clear();
                plan_.steps.push_back(std::move(step));
                return;
            }
            case Statement::Kind::let:
            case Statement::Kind::rounds: return;  // written out before
        }
    }

    void action(const Statement& now) {
        const auto worker = worker_of(now.worker);
        if (now.action == "await") {
            for (auto& earlier : plan_.steps)
                if (earlier.worker == worker && earlier.asked && !earlier.awaited) {
                    earlier.awaited = &now;
                    break;
                }
            add_step(PlannedStep::Kind::await, now);
            return;
        }
        const bool kill = now.action == "kill";
        add_step(kill ? PlannedStep::Kind::kill : PlannedStep::Kind::interrupt, now);
        (kill ? plan_.dies : plan_.interrupts) = true;
    }

    int add_worker(const std::string& name, int parent) {
        const auto instance = ++instances_[name];
        PlannedWorker worker{name, upper(name), "run_" + name, parent, static_cast<int>(plan_.steps.size()),
                             false};
        if (instance > 1) {
            worker.id += fmt::format("_{}", instance);
            worker.function += fmt::format("_{}", instance);
        }
        if (worker.id == "MAIN" || worker.id == "WORKERS") worker.id += "_";
        plan_.workers.push_back(worker);
        const auto index = plan_.main() - 1;
        current_[name] = index;
        if (parent >= 0) plan_.workers[static_cast<std::size_t>(parent)].forks = true;
        return index;
    }
    int worker_of(const std::string& name) const {
        const auto found = current_.find(name);
        return found == current_.end() ? 0 : found->second;
    }

    PlannedStep& add_step(PlannedStep::Kind kind, const Statement& now) {
        const auto worker = worker_of(now.worker);
        const bool by_main = kind == PlannedStep::Kind::interrupt || kind == PlannedStep::Kind::kill;
        if (!plan_.steps.empty() && !by_main && plan_.steps.back().worker == worker &&
            plan_.steps.back().gives_turn) {
            // Nobody else goes on meanwhile: main looks whether it sleeps, if the session says so.
            auto& before = plan_.steps.back();
            if (!before.statement->expect.stays()) {
                before.gives_turn = false;
            } else {
                PlannedStep look;
                look.kind = PlannedStep::Kind::look;
                look.statement = before.statement;
                look.worker = worker;
                plan_.steps.push_back(std::move(look));
            }
        }
        plan_.steps.push_back({});
        auto& step = plan_.steps.back();
        step.kind = kind;
        step.statement = &now;
        step.worker = worker;
        step.comments = std::move(comments_);
        comments_.clear();
        return step;
    }

    // Does it come back at once? A call that sleeps, or in which the process ends, gives the turn on before.
    void outcome(PlannedStep& step) {
        const auto& now = *step.statement;
        const bool ends = std::any_of(step.calls.begin(), step.calls.end(),
                                      [](const PlannedCall& call) { return call.code && call.code->ends; });
        step.dies = ends || now.expect.kind == Expected::killed || now.expect.kind == Expected::exited;
        step.asked = !step.dies && (now.async || now.expect.stays());
        step.gives_turn = step.dies || step.asked;
        plan_.dies = plan_.dies || step.dies;
    }

    PlannedCall call(const Statement& now, int worker, bool single) {
        PlannedCall out;
        out.statement = &now;
        out.operation = registry_.operation(now.operation);
        out.worker = worker;
        out.mechanism = code_of_(out.operation->mechanism->id);
        out.code = find_code(out.mechanism, out.operation->operation->verb);
        if (out.code && out.code->call.in(language_)[0] == '\0' && !out.code->choose) out.code = nullptr;
        if (!out.code &&
            std::find(plan_.missing.begin(), plan_.missing.end(), out.operation->name) == plan_.missing.end())
            plan_.missing.push_back(out.operation->name);
        arguments(out);
        if (single && out.operation->operation->forks) {
            const auto name = now.binding.empty() ? fmt::format("child_of_line_{}", now.line) : now.binding;
            out.child = add_worker(name, worker);
            bindings_.erase(name);
        } else if (!now.binding.empty()) {
            auto& binding = bindings_[now.binding];
            binding = {&now, out.operation, worker, static_cast<int>(plan_.steps.size()) - 1,
                       binding.instance};
            binding.instance = ++binding_instances_[now.binding];
            current_.erase(now.binding);
        }
        return out;
    }

    void arguments(PlannedCall& out) {
        const auto& operation = *out.operation->operation;
        for (const auto& param : operation.params) {
            const auto value_of = [&](const ParamSpec& other) -> const Value& {
                return out.values[static_cast<std::size_t>(&other - operation.params.data())];
            };
            const bool visible = is_visible(operation, param, value_of);
            const auto& given = out.statement->arguments;
            const auto found = std::find_if(given.begin(), given.end(), [&](const auto& argument) {
                return argument.name == param.name;
            });
            out.values.push_back(found == given.end() || !visible ? param.initial : found->value);
            out.visible.push_back(visible);
            look_at(out, param.type, out.values.back());
        }
    }

    // Names, and what else an argument asks for.
    void look_at(PlannedCall& out, const TypeSpec& type, const Value& value) {
        if (const auto* name = value.as<Name>()) out.names[name->text] = reference(out, name->text);
        if (const auto* list = value.as<List>(); list && !type.fields.empty())
            for (const auto& item : *list)
                look_at(out, type.fields[0].type, item);
        if (const auto* fields = value.as<Fields>())
            for (const auto& [name, item] : *fields)
                for (const auto& field : type.fields)
                    if (name == field.name) look_at(out, field.type, item);
        if (const auto* path = value.as<std::string>();
            path && type.kind == Kind::path && !path->starts_with('/'))
            plan_.directory = true;
        for (const auto& known : type.names)
            if (type.kind == Kind::choice && value.as<std::int64_t>() && known.value == value.integer() &&
                (std::string_view(known.name) == "SIGSTOP" || std::string_view(known.name) == "SIGTSTP"))
                plan_.stops = true;
    }

    Reference reference(const PlannedCall& user, const std::string& text) {
        const auto dot = text.find('.');
        const auto first = text.substr(0, dot);
        if (const auto worker = current_.find(first); worker != current_.end()) return {-1, worker->second};
        const auto bound = bindings_.find(first);
        if (bound == bindings_.end()) return {};
        const auto& binding = bound->second;
        const auto& operation = *binding.operation->operation;
        const ResultSpec* result = dot == std::string::npos ? primary_result(operation) : nullptr;
        if (dot != std::string::npos)
            for (const auto& candidate : operation.results)
                if (text.substr(dot + 1) == candidate.name) result = &candidate;
        return {variable(binding, first, result, user.worker), -1};
    }

    int variable(const Binding& binding, const std::string& name, const ResultSpec* result, int user) {
        std::size_t index = 0;
        for (; index < plan_.variables.size(); ++index)
            if (plan_.variables[index].made_by == binding.statement &&
                plan_.variables[index].result == result)
                break;
        if (index == plan_.variables.size()) {
            Variable made;
            made.name = fmt::format("{}_{}", name, result ? result->name : "ret");
            if (binding.instance > 1) made.name += fmt::format("_{}", binding.instance);
            if (made.name.ends_with("_t")) made.name += "_";
            made.operation = binding.operation;
            made.result = result;
            made.made_by = binding.statement;
            made.owner = binding.worker;
            made.step = binding.step;
            plan_.variables.push_back(std::move(made));
        }
        auto& found = plan_.variables[index];
        if (user == plan_main || (!inherits(user, found) && !of_process(found))) found.shared = true;
        return static_cast<int>(index);
    }

    bool inherits(int user, const Variable& variable) const {
        if (user == variable.owner) return true;
        const auto& worker = plan_.workers[static_cast<std::size_t>(user)];
        return worker.parent >= 0 && worker.born > variable.step && inherits(worker.parent, variable);
    }
    // A descriptor or address: of no use to a process that has not inherited it.
    bool of_process(const Variable& variable) const {
        if (!variable.result || variable.result->type.kind != Kind::handle) return false;
        const auto [mechanism, handle] = registry_.handle(variable.result->type.accepts.front());
        return handle && handle->scope == Scope::process;
    }

    // What was made and is not taken away by a line of the session.
    void clean_up() {
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            if (plan_.steps[i].kind != PlannedStep::Kind::call) continue;
            const auto made = plan_.steps[i].calls.front();
            if (!made.code || made.code->cleanup.in(language_)[0] == '\0' || removed(i)) continue;
            if (made.statement->expect.kind == Expected::fails || made.statement->binding.empty()) continue;
            const auto& operation = *made.operation->operation;
            const Binding binding{made.statement, made.operation, made.worker, static_cast<int>(i), 1};
            for (const auto& result : operation.results)
                if (result.type.kind == Kind::handle)
                    if (std::string(made.code->cleanup.in(language_))
                            .find(fmt::format("{{{}}}", result.name)) != std::string::npos)
                        variable(binding, made.statement->binding, &result, plan_main);
            plan_.cleanups.push_back(made);
        }
    }

    bool removed(std::size_t made) const {
        const auto& maker = plan_.steps[made].calls.front();
        for (std::size_t i = made + 1; i < plan_.steps.size(); ++i)
            for (const auto& call : plan_.steps[i].calls) {
                if (call.operation->operation->side != Side::remove ||
                    call.operation->mechanism != maker.operation->mechanism ||
                    call.statement->expect.kind == Expected::fails)
                    continue;
                for (const auto& [text, reference] : call.names)
                    if (reference.variable >= 0 &&
                        plan_.variables[static_cast<std::size_t>(reference.variable)].made_by ==
                            maker.statement)
                        return true;
                // By name: the same first argument.
                if (call.names.empty() && !call.values.empty() && !maker.values.empty() &&
                    call.values.front() == maker.values.front())
                    return true;
            }
        return false;
    }

    static constexpr int plan_main = -2;

    const Registry& registry_;
    const Program& program_;
    Language language_;
    CodeOf code_of_;
    Plan plan_;
    std::vector<const Statement*> comments_;
    std::map<std::string, int> instances_, binding_instances_;
    std::map<std::string, int> current_;
    std::map<std::string, Binding> bindings_;
};

}  // namespace

std::string Plan::id(int actor) const {
    return actor == main() ? "MAIN" : workers[static_cast<std::size_t>(actor)].id;
}

std::string Plan::title(const PlannedStep& step) const {
    const auto& worker = workers[static_cast<std::size_t>(step.worker)].name;
    if (step.kind == PlannedStep::Kind::repeat) return worker + ": repeat";
    return fmt::format("{}: {}", worker, step.calls.front().operation->name);
}

bool Plan::keeps_results(const PlannedCall& call) const {
    return call.child >= 0 || std::any_of(variables.begin(), variables.end(), [&](const Variable& variable) {
               return variable.made_by == call.statement;
           });
}

std::string bare_text(const Registry& registry, const Statement& statement) {
    Statement bare = statement;
    bare.indent.clear();
    bare.comment.clear();
    bare.expect = {};
    bare.written = {};
    return print_statement(registry, bare);
}

bool Plan::uses(const MechanismSpec& mechanism) const {
    return std::any_of(steps.begin(), steps.end(), [&](const PlannedStep& step) {
        return std::any_of(step.calls.begin(), step.calls.end(),
                           [&](const PlannedCall& call) { return call.operation->mechanism == &mechanism; });
    });
}

Plan make_plan(const Registry& registry, const Program& program, Language language, CodeOf code_of) {
    return Planner(registry, program, language, code_of).run();
}

}  // namespace ipcscope

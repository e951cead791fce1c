#include "codegen/plan_turns.h"

#include <algorithm>

namespace ipcscope {

namespace {

// Who does what stands behind a delay: the delay is theirs, too.
int who_goes_on(const Plan& plan, std::size_t step) {
    using K = PlannedStep::Kind;
    for (; step < plan.steps.size(); ++step) {
        const auto kind = plan.steps[step].kind;
        if (kind == K::interrupt || kind == K::kill || kind == K::look) return plan.main();
        if (kind != K::delay) return plan.steps[step].worker;
    }
    return plan.main();
}

void open_turn(Plan& plan, int actor) {
    Turn turn;
    turn.actor = actor;
    if (!plan.turns.empty()) {
        const auto before = plan.turns.back().steps.back();
        const auto& step = plan.steps[before];
        const bool at_once =
            step.kind == PlannedStep::Kind::repeat && step.statement->expect.kind == Expectation::Kind::none;
        if (step.dies) turn.ended = step.worker;
        if (step.asked && step.gives_turn && !at_once) {
            turn.settle = static_cast<int>(before);
            plan.settles = true;
        }
    }
    plan.turns.push_back(std::move(turn));
}

}  // namespace

void take_turns(Plan& plan) {
    using K = PlannedStep::Kind;
    const auto main = plan.main();
    bool new_turn = true;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto& step = plan.steps[i];
        const bool by_main = step.kind == K::interrupt || step.kind == K::kill || step.kind == K::look;
        int actor = by_main ? main : step.worker;
        if (step.kind == K::delay) {
            actor = new_turn ? who_goes_on(plan, i) : plan.turns.back().actor;
            // Who is still in the call before cannot wait beside it.
            if (new_turn && i > 0 && plan.steps[i - 1].worker == actor) actor = main;
        }
        if (new_turn || plan.turns.back().actor != actor) open_turn(plan, actor);
        plan.turns.back().steps.push_back(i);
        new_turn = step.gives_turn;
    }
    plan.alone = plan.workers.size() == 1 && plan.turns.size() <= 1 && !plan.dies &&
                 (plan.steps.empty() || !plan.steps.back().gives_turn);
    if (plan.turns.empty() || new_turn || plan.turns.back().actor != main) open_turn(plan, main);
    for (int worker = 0; worker < main; ++worker) {
        const auto last = std::find_if(plan.steps.rbegin(), plan.steps.rend(), [&](const auto& step) {
            return step.worker == worker &&
                   (step.kind == K::call || step.kind == K::repeat || step.kind == K::await);
        });
        if (last != plan.steps.rend() && last->asked && last->gives_turn) plan.unfinished.push_back(worker);
    }
    const auto forks = [&](int worker) { return plan.workers[static_cast<std::size_t>(worker)].forks; };
    plan.orphans = std::any_of(plan.unfinished.begin(), plan.unfinished.end(), forks) ||
                   std::any_of(plan.steps.begin(), plan.steps.end(), [&](const PlannedStep& step) {
                       return (step.dies || step.kind == K::kill) && forks(step.worker);
                   });
}

int Plan::next_actor(std::size_t turn) const {
    return turn + 1 < turns.size() ? turns[turn + 1].actor : main();
}

std::size_t Plan::next_turn(int worker, std::size_t after) const {
    for (auto i = after + 1; i < turns.size(); ++i)
        if (turns[i].actor == worker) return i;
    return turns.size();
}

}  // namespace ipcscope

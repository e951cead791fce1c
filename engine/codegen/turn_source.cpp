#include "codegen/turn_source.h"

#include "codegen/c_source.h"

#include <fmt/format.h>
#include <utility>

namespace ipcscope {

void TurnSource::comments(const PlannedStep& step) {
    out_.source = 0;
    for (const auto* line : step.comments)
        out_.line(line->comment.empty() ? "" : style_.comment + comment_text(line->comment.substr(1), 250));
}

void TurnSource::statement_comment(const Statement& statement) {
    out_.source = statement.line;
    auto text = print_statement(registry_, statement);
    text.erase(0, text.find_first_not_of(" \t"));
    out_.line(fmt::format("{} {}  {}", style_.comment, statement.line, comment_text(text, 130)));
}

void TurnSource::turn(std::size_t index) {
    if (opened_ != index) open_turn(index);
    const auto& now = plan_.turns[index];
    for (const auto step_index : now.steps)
        step(index, step_index);
    out_.source = 0;
    const bool given = !now.steps.empty() && plan_.steps[now.steps.back()].gives_turn;
    if (!given && !plan_.alone && index + 1 < plan_.turns.size())
        out_.line(fmt::format("give_turn({}){}", plan_.id(plan_.next_actor(index)), style_.end));
    out_.line();
}

void TurnSource::open_turn(std::size_t index) {
    const auto source = std::exchange(out_.source, 0);
    const auto& now = plan_.turns[index];
    if (!plan_.alone) out_.line(fmt::format("take_turn({}){}", plan_.id(now.actor), style_.end));
    if (now.ended >= 0) out_.line(fmt::format("until_ended({}){}", plan_.id(now.ended), style_.end));
    if (now.settle >= 0) {
        const auto& asleep = plan_.steps[static_cast<std::size_t>(now.settle)];
        out_.line(fmt::format("until_asleep({}, \"{}\"){}", plan_.id(asleep.worker), plan_.title(asleep),
                              style_.end));
    }
    out_.source = source;
    opened_ = index;
}

void TurnSource::next_turn(std::size_t turn, const PlannedStep& step) {
    const auto next = plan_.next_turn(step.worker, turn);
    if (next == plan_.turns.size()) {
        out_.line(fmt::format("take_turn({}){}  {} the last one: all is over", plan_.id(step.worker),
                              style_.end, style_.comment));
        opened_ = next;
        return;
    }
    open_turn(next);
    const auto& steps = plan_.turns[next].steps;
    const auto& first = plan_.steps[steps.front()];
    if (first.kind != PlannedStep::Kind::await || step.awaited != first.statement) return;
    comments(first);
    statement_comment(*first.statement);
    skipped_ = steps.front();
}

bool TurnSource::turns_of(int worker) {
    bool dead = false, any = false;
    opened_ = skipped_ = none;
    for (std::size_t i = 0; i < plan_.turns.size(); ++i) {
        if (plan_.turns[i].actor != worker) continue;
        any = true;
        turn(i);
        const auto& steps = plan_.turns[i].steps;
        dead = !steps.empty() && plan_.steps[steps.back()].dies;
    }
    out_.source = 0;
    if (dead || plan_.alone) return any;
    const auto& now = plan_.workers[static_cast<std::size_t>(worker)];
    if (opened_ != plan_.turns.size())
        out_.line(
            fmt::format("take_turn({}){}  {} the last one: all is over", now.id, style_.end, style_.comment));
    if (now.forks) out_.line(fmt::format("reap_children(){}", style_.end));
    return any;
}

void TurnSource::turns_of_main() {
    opened_ = skipped_ = none;
    if (plan_.turns.front().actor != plan_.main()) {
        out_.line(fmt::format("give_turn({}){}", plan_.id(plan_.turns.front().actor), style_.end));
        out_.line();
    } else {
        opened_ = 0;
    }
    for (std::size_t i = 0; i < plan_.turns.size(); ++i)
        if (plan_.turns[i].actor == plan_.main()) turn(i);
    out_.source = 0;
}

}  // namespace ipcscope

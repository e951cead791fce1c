// What generated programs of all languages have in common: comments, and who goes on when.
#pragma once

#include "codegen/plan.h"
#include "codegen/text_writer.h"

#include <cstddef>

namespace ipcscope {

class TurnSource {
public:
    virtual ~TurnSource() = default;

protected:
    struct Style {
        const char* comment;  // what begins one
        const char* end;      // of a statement
    };
    TurnSource(const Registry& registry, const Plan& plan, Style style)
        : registry_(registry), plan_(plan), style_(style) {}

    virtual void step(std::size_t turn, std::size_t index) = 0;

    void comments(const PlannedStep& step);
    void statement_comment(const Statement& statement);

    void open_turn(std::size_t index);
    // After a call before which the turn was given on: the worker takes its next one, or the last.
    void next_turn(std::size_t turn, const PlannedStep& step);
    // All turns of a worker, and the last one, when all is over; false = it has none.
    bool turns_of(int worker);
    void turns_of_main();

    const Registry& registry_;
    const Plan& plan_;
    TextWriter out_;
    std::size_t skipped_ = none;  // the await that a call of before was

private:
    static constexpr auto none = static_cast<std::size_t>(-1);
    void turn(std::size_t index);

    const Style style_;
    std::size_t opened_ = none;  // the turn that a call of before has begun already
};

}  // namespace ipcscope

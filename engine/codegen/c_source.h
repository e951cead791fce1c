// A plan as a C or C++ program.
#pragma once

#include "codegen/expander.h"
#include "codegen/text_writer.h"

namespace ipcscope {

class CSource {
public:
    CSource(const Registry& registry, const Program& program, const Plan& plan, Language language,
            const std::string& name, CodeOf code_of);
    GeneratedCode make();

private:
    bool cpp() const { return language_ == Language::cpp; }

    // c_source.cpp: the parts around the steps
    void functions();
    void run_function(int worker);
    void main_function();
    void main_turns();
    std::string board() const;
    std::string variables() const;
    std::string finish();
    void make_directory();
    void head(TextWriter& out, const std::string& build) const;
    void includes(TextWriter& out) const;

    // c_steps.cpp: one line of the session each
    void turn(std::size_t index);
    void open_turn(std::size_t index);
    void step(std::size_t turn, std::size_t index);
    void call(std::size_t turn, const PlannedStep& step);
    void repeat(std::size_t turn, const PlannedStep& step);
    void delay(std::int64_t ns);
    void before_call(std::size_t turn, const PlannedStep& step);
    bool after_call(std::size_t turn, const PlannedStep& step);  // false: it is not expected to come back
    void outcome(const PlannedStep& step, const PlannedCall& call);
    void keep_results(const PlannedCall& call);
    void print(const PlannedStep& step, const PlannedCall& call);
    void print_c(const std::string& title, const std::vector<struct ShownResult>& shown);
    void print_cpp(const std::string& title, const std::vector<struct ShownResult>& shown);
    std::vector<struct ShownResult> shown_results(const PlannedStep& step, const PlannedCall& call);
    void comments(const PlannedStep& step);
    void statement_comment(const Statement& statement);

    const Registry& registry_;
    const Program& program_;
    const Plan& plan_;
    Language language_;
    std::string name_;
    CodeOf code_of_;
    Gathered gathered_;
    Expander expander_;
    TextWriter out_;
    std::size_t opened_;   // the turn that a call of before has begun already
    std::size_t skipped_;  // the await that a call of before was
    std::size_t shown_ = 64;
};

// What the outcome of a step is held against: where it is looked at, a later line or its own.
const Expectation& expected_outcome(const PlannedStep& step);
// "EXPRESSION if CONDITION" and "%s EXPRESSION" taken apart.
struct ResultText {
    std::string expression, condition;
    bool text = false;
};
ResultText read_result(std::string_view text);

}  // namespace ipcscope

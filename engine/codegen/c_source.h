// A plan as a C or C++ program.
#pragma once

#include "codegen/expander.h"
#include "codegen/turn_source.h"

namespace ipcscope {

class CSource : TurnSource {
public:
    CSource(const Registry& registry, const Program& program, const Plan& plan, Language language,
            const std::string& name, CodeOf code_of);
    GeneratedCode make();

private:
    bool cpp() const { return language_ == Language::cpp; }

    // c_source.cpp: the functions around the steps
    void functions();
    void run_function(int worker);
    void main_function();
    void main_turns();
    void make_directory();

    // c_parts.cpp: what is no worker's
    void head(TextWriter& out, const std::string& build) const;
    void includes(TextWriter& out) const;
    std::string board() const;
    std::string variables() const;
    std::string finish();

    // c_steps.cpp: one line of the session each
    void step(std::size_t turn, std::size_t index) override;
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

    const Program& program_;
    Language language_;
    std::string name_;
    CodeOf code_of_;
    Gathered gathered_;
    Expander expander_;
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

// A plan as a Python program.
#pragma once

#include "codegen/expander.h"
#include "codegen/turn_source.h"

namespace ipcscope {

class PythonSource : TurnSource {
public:
    PythonSource(const Registry& registry, const Plan& plan, const std::string& name, CodeOf code_of);
    GeneratedCode make();

private:
    void run_function(int worker);
    void main_function();
    void finish(TextWriter& out);
    void clean_up(TextWriter& out);
    void head(TextWriter& out, const GeneratedCode& code) const;
    void imports(TextWriter& out) const;
    void shared(TextWriter& out) const;

    void step(std::size_t turn, std::size_t index) override;
    void call(std::size_t turn, const PlannedStep& step);
    void repeat(std::size_t turn, const PlannedStep& step);
    std::string errno_constant(int code);
    std::string around(std::size_t turn, const PlannedStep& step) const;  // "Call(CHILD, PARENT)"
    void keep_results(const PlannedCall& call);
    void say(const PlannedStep& step, const PlannedCall& call, const std::string& text);

    std::string name_;
    CodeOf code_of_;
    Gathered gathered_;
    Expander expander_;
    std::size_t shown_ = 64;
};

}  // namespace ipcscope

// The steps of a session in Python: call, check, result.
#include "codegen/c_source.h"
#include "codegen/python_source.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using Expected = Expectation::Kind;

void PythonSource::step(std::size_t turn, std::size_t index) {
    using K = PlannedStep::Kind;
    const auto& now = plan_.steps[index];
    if (index == skipped_ || now.kind == K::look) return;
    comments(now);
    statement_comment(*now.statement);
    switch (now.kind) {
        case K::call: call(turn, now); break;
        case K::repeat: repeat(turn, now); break;
        case K::interrupt:
            out_.line(fmt::format("os.kill({}, signal.SIGRTMAX)", expander_.pid_of(now.worker)));
            break;
        case K::kill:
            out_.line(fmt::format("os.kill({}, signal.SIGKILL)", expander_.pid_of(now.worker)));
            out_.line(fmt::format("until_ended({})", plan_.id(now.worker)));
            break;
        case K::delay:
            out_.line(fmt::format("time.sleep({})", static_cast<double>(now.statement->count) / 1e9));
            gathered_.imports.insert("time");
            break;
        case K::await:
        case K::look: break;
    }
    if (now.kind != K::await) out_.line();
}

std::string PythonSource::around(std::size_t turn, const PlannedStep& step) const {
    if (!step.gives_turn) return "Call()";
    return fmt::format("Call({}, {})", plan_.id(step.worker), plan_.id(plan_.next_actor(turn)));
}

void PythonSource::call(std::size_t turn, const PlannedStep& step) {
    const auto& call = step.calls.front();
    const auto name = plan_.title(step);
    if (!call.code) {
        out_.line(fmt::format("raise NotImplementedError(\"there is no code for {} in Python\")",
                              call.operation->name));
        return;
    }
    const auto text = expander_.call_text(call);
    if (call.code->ends) {
        if (step.gives_turn) out_.line(fmt::format("give_turn({})", plan_.id(plan_.next_actor(turn))));
        out_.lines(text);
        return;
    }
    const auto& expected = expected_outcome(step);
    const bool must =
        expected.kind == Expected::returns || (expected.kind == Expected::none && plan_.keeps_results(call));
    if (must && !step.gives_turn) {
        out_.lines(text);
        keep_results(call);
        return say(step, call, text);
    }
    out_.line(fmt::format("with {} as call:", around(turn, step)));
    out_.in();
    out_.lines(text);
    out_.out();
    if (step.dies) {
        out_.line(fmt::format("raise RuntimeError(\"{}: an unexpected outcome\")", name));
        return;
    }
    if (step.gives_turn) next_turn(turn, step);
    if (expected.kind == Expected::fails) {
        out_.line(fmt::format("call.fails(\"{}\", {})", name, errno_constant(expected.err)));
        gathered_.imports.insert("errno");
        return;
    }
    if (must) {
        out_.line("call.check()");
        keep_results(call);
        return say(step, call, text);
    }
    out_.line(fmt::format("if call.succeeds(\"{}\"):", name));
    out_.in();
    say(step, call, text);
    out_.out();
}

// Those of libraries are not in Python's errno.
std::string PythonSource::errno_constant(int code) {
    const std::string name = errno_name(code);
    if (code < library_errno_base) return "errno." + name;
    gathered_.constants[name] = own_errno(code);
    return name;
}

void PythonSource::keep_results(const PlannedCall& call) {
    for (const auto& variable : plan_.variables) {
        if (variable.made_by != call.statement) continue;
        std::string value = "ret";
        for (const auto& result : call.code->results)
            if (variable.result && std::string_view(variable.result->name) == result.name)
                value = read_result(expander_.expand(call, result.value.python)).expression;
        if (variable.shared && !plan_.alone && expander_.is_bytes(variable))
            out_.line(fmt::format("{}.put({})", expander_.place(variable), value));
        else
            out_.line(fmt::format("{} = {}", expander_.place(variable), value));
    }
}

void PythonSource::say(const PlannedStep& step, const PlannedCall& call, const std::string& text) {
    const auto& expectation = expected_outcome(step);
    if (expectation.payload) shown_ = std::max(shown_, expectation.payload->size());
    const auto& expected = expectation.results;
    std::string payload, others;
    for (const auto& spec : call.operation->operation->results) {
        const bool wanted = spec.payload || expected.empty() ||
                            std::any_of(expected.begin(), expected.end(),
                                        [&](const auto& one) { return one.first == spec.name; });
        if (!wanted || spec.type.kind == Kind::handle || spec.type.kind == Kind::worker) continue;
        for (const auto& result : call.code->results) {
            if (std::string_view(result.name) != spec.name) continue;
            const auto found = read_result(expander_.expand(call, result.value.python));
            if (found.expression.empty()) continue;
            auto value = found.expression;
            if (!found.text && spec.type.kind == Kind::mode) value = fmt::format("f\"0{{{}:o}}\"", value);
            if (!found.text && (spec.type.kind == Kind::text || spec.type.kind == Kind::path))
                value = fmt::format("f'\"{{{}}}\"'", value);
            if (!found.text && spec.type.kind == Kind::bytes && !spec.payload)
                value = fmt::format("quoted({})", value);
            if (!found.condition.empty()) value += fmt::format(" if {} else None", found.condition);
            if (spec.payload)
                payload = ", " + value;
            else
                others += fmt::format(", {}={}", spec.name, value);
        }
    }
    const bool returns = has_word(text, "ret");
    out_.line(fmt::format("say(\"{}\"{}{}{})", plan_.title(step),
                          returns           ? ", ret"
                          : payload.empty() ? ""
                                            : ", 0",
                          payload, others));
}

void PythonSource::repeat(std::size_t turn, const PlannedStep& step) {
    out_.line("rounds = 0");
    out_.line(fmt::format("with {} as call:", around(turn, step)));
    out_.in();
    out_.line(fmt::format("while rounds < {}:", step.statement->count));
    out_.in();
    for (const auto& call : step.calls) {
        out_.source = call.statement->line;
        if (call.code)
            out_.lines(expander_.call_text(call));
        else
            out_.line(fmt::format("raise NotImplementedError(\"there is no code for {} in Python\")",
                                  call.operation->name));
    }
    out_.source = step.statement->line;
    out_.line("rounds += 1");
    out_.out();
    out_.out();
    if (step.gives_turn) next_turn(turn, step);
    const auto& expected = expected_outcome(step);
    const auto name = plan_.title(step);
    if (expected.kind == Expected::fails) {
        out_.line(fmt::format("call.fails(\"{}\", {}, rounds)", name, errno_constant(expected.err)));
        gathered_.imports.insert("errno");
    } else {
        if (expected.kind == Expected::returns) out_.line("call.check()");
        out_.line(fmt::format("call.rounds(\"{}\", rounds)", name));
    }
}

}  // namespace ipcscope

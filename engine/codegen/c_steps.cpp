// The steps of a session in C and C++: call, check, result.
#include "codegen/c_source.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using Expected = Expectation::Kind;

struct ShownResult {
    const ResultSpec* spec;
    ResultText text;
};

const Expectation& expected_outcome(const PlannedStep& step) {
    static const Expectation none;
    const auto& own = step.statement->expect;
    if (step.awaited && step.awaited->expect.kind != Expected::none) return step.awaited->expect;
    return own.stays() ? none : own;
}

ResultText read_result(std::string_view text) {
    ResultText out;
    if (text.starts_with("%s ")) {
        out.text = true;
        text.remove_prefix(3);
    }
    auto mark = text.rfind(" if ");
    if (mark != std::string_view::npos && text.find(" else ", mark) != std::string_view::npos)
        mark = std::string_view::npos;  // a choice of Python's own
    out.expression = text.substr(0, mark);
    if (mark != std::string_view::npos) out.condition = text.substr(mark + 4);
    return out;
}

void CSource::step(std::size_t turn, std::size_t index) {
    using K = PlannedStep::Kind;
    const auto& now = plan_.steps[index];
    if (index == skipped_) return;
    if (now.kind == K::look) return;
    comments(now);
    statement_comment(*now.statement);
    switch (now.kind) {
        case K::call: call(turn, now); break;
        case K::repeat: repeat(turn, now); break;
        case K::interrupt: out_.line(fmt::format("kill({}, SIGRTMAX);", expander_.pid_of(now.worker))); break;
        case K::kill:
            out_.line(fmt::format("kill({}, SIGKILL);", expander_.pid_of(now.worker)));
            out_.line(fmt::format("until_ended({});", plan_.id(now.worker)));
            break;
        case K::delay: delay(now.statement->count); break;
        case K::await:
        case K::look: break;
    }
    if (now.kind != K::await) out_.line();
}

void CSource::delay(std::int64_t ns) {
    constexpr std::int64_t second = 1'000'000'000;
    const bool c = language_ == Language::c;
    out_.line("{");
    out_.in();
    out_.line(fmt::format("{}timespec left{}{{{}, {}L}};", c ? "struct " : "", c ? " = " : "", ns / second,
                          ns % second));
    out_.line(fmt::format("while (nanosleep(&left, &left) != 0) {{  // a signal does not end it"));
    out_.line("}");
    out_.out();
    out_.line("}");
    gathered_.include("time.h");
}

void CSource::call(std::size_t turn, const PlannedStep& step) {
    const auto& call = step.calls.front();
    if (!call.code) {
        out_.line(fmt::format("#error There is no code for {} in {}.", call.operation->name,
                              language_title(language_)));
        return;
    }
    const auto text = expander_.call_text(call);
    const bool block = text.find('\n') != std::string::npos;
    if (block) {
        out_.line("{");
        out_.in();
    }
    before_call(turn, step);
    out_.lines(text);
    if (!call.code->ends && after_call(turn, step)) outcome(step, call);
    if (block) {
        out_.trim();
        out_.out();
        out_.line("}");
    }
}

void CSource::before_call(std::size_t turn, const PlannedStep& step) {
    if (!step.gives_turn) return;
    const auto next = plan_.id(plan_.next_actor(turn));
    const bool ends = step.kind == PlannedStep::Kind::call && step.calls.front().code->ends;
    out_.line(ends ? fmt::format("give_turn({});", next)
                   : fmt::format("start_call({}, {});", plan_.id(step.worker), next));
}

bool CSource::after_call(std::size_t turn, const PlannedStep& step) {
    if (!step.gives_turn) return true;
    out_.line(fmt::format("end_call({});", plan_.id(step.worker)));
    if (step.dies) {
        out_.line(fmt::format("unexpected(\"{}\", ret);", plan_.title(step)));
        return false;
    }
    next_turn(turn, step);
    return true;
}

void CSource::outcome(const PlannedStep& step, const PlannedCall& call) {
    const auto& expected = expected_outcome(step);
    const auto name = plan_.title(step);
    if (expected.kind == Expected::fails) {
        out_.line(fmt::format("if (ret != -1 || errno != {})", errno_name(expected.err)));
        out_.in();
        out_.line(fmt::format("unexpected(\"{}\", ret);", name));
        out_.out();
        out_.line(cpp() ? fmt::format("std::cout << \"{} {}\\n\";", name, errno_name(expected.err))
                        : fmt::format("printf(\"{} {}\\n\");", name, errno_name(expected.err)));
        return;
    }
    if (expected.kind == Expected::returns || plan_.keeps_results(call)) {
        out_.line("if (ret == -1)");
        out_.in();
        out_.line(fmt::format("die(\"{}\");", name));
        out_.out();
        keep_results(call);
        print(step, call);
        return;
    }
    if (shown_results(step, call).empty()) {
        out_.line(fmt::format("report(\"{}\", ret);", name));
        return;
    }
    out_.line("if (ret == -1) {");
    out_.in();
    out_.line(fmt::format("report(\"{}\", ret);", name));
    out_.out();
    out_.line("} else {");
    out_.in();
    print(step, call);
    out_.out();
    out_.line("}");
}

void CSource::keep_results(const PlannedCall& call) {
    for (const auto& variable : plan_.variables) {
        if (variable.made_by != call.statement) continue;
        std::string value = "ret";
        for (const auto& result : call.code->results)
            if (variable.result && std::string_view(variable.result->name) == result.name)
                value = read_result(expander_.expand(call, result.value.in(language_))).expression;
        const auto where = expander_.place(variable);
        if (expander_.is_bytes(variable)) {
            if (variable.result->type.kind != Kind::bytes) value = fmt::format("{0}, strlen({0})", value);
            out_.line(fmt::format("keep(&{}, {});", where, value));
        } else if (cpp() && expander_.type(variable) == "UniqueFd") {
            out_.line(fmt::format("{}.reset({});", where, value == "ret" ? "static_cast<int>(ret)" : value));
        } else {
            out_.line(fmt::format("{} = {};", where, value));
        }
    }
}

// Those that the session expects; all, if it says nothing about them.
std::vector<ShownResult> CSource::shown_results(const PlannedStep& step, const PlannedCall& call) {
    const auto& expected = expected_outcome(step).results;
    std::vector<ShownResult> out;
    for (const auto& spec : call.operation->operation->results) {
        const bool wanted = spec.payload || expected.empty() ||
                            std::any_of(expected.begin(), expected.end(),
                                        [&](const auto& one) { return one.first == spec.name; });
        if (!wanted || spec.type.kind == Kind::handle || spec.type.kind == Kind::worker) continue;
        for (const auto& result : call.code->results)
            if (std::string_view(result.name) == spec.name)
                if (const auto text = expander_.expand(call, result.value.in(language_)); !text.empty())
                    out.push_back({&spec, read_result(text)});
    }
    std::stable_partition(out.begin(), out.end(), [](const ShownResult& one) { return one.spec->payload; });
    return out;
}

void CSource::print(const PlannedStep& step, const PlannedCall& call) {
    const auto shown = shown_results(step, call);
    if (const auto& payload = expected_outcome(step).payload) shown_ = std::max(shown_, payload->size());
    if (cpp())
        print_cpp(plan_.title(step), shown);
    else
        print_c(plan_.title(step), shown);
}

void CSource::print_c(const std::string& title, const std::vector<ShownResult>& shown) {
    std::string format = fmt::format("{} = %ld", title);
    std::string arguments = ", ret";
    const auto flush = [&](const char* end) {
        if (format.empty() && *end == '\0') return;
        out_.line(fmt::format("printf(\"{}{}\"{});", format, end, arguments));
        format.clear();
        arguments.clear();
    };
    for (const auto& [spec, text] : shown) {
        const auto kind = spec->type.kind;
        std::string piece = spec->payload ? " %s" : fmt::format(" {}=", spec->name);
        std::string argument;
        if (text.text) {
            piece += spec->payload ? "" : "%s";
            argument = text.expression;
        } else if (kind == Kind::bytes) {
            piece += spec->payload ? "" : "%s";
            argument = fmt::format("quoted({})", text.expression);
        } else if (kind == Kind::text || kind == Kind::path) {
            piece += "\\\"%s\\\"";
            argument = text.expression;
        } else if (kind == Kind::boolean) {
            piece += "%s";
            argument = fmt::format("({}) ? \"true\" : \"false\"", text.expression);
        } else if (kind == Kind::real) {
            piece += "%g";
            argument = text.expression;
        } else {
            piece += kind == Kind::mode ? "0%lo" : "%ld";
            argument = fmt::format("(long)({})", text.expression);
        }
        if (text.condition.empty()) {
            format += piece;
            arguments += ", " + argument;
            continue;
        }
        flush("");
        out_.line(fmt::format("if ({})", text.condition));
        out_.in();
        out_.line(fmt::format("printf(\"{}\", {});", piece, argument));
        out_.out();
    }
    flush("\\n");
}

void CSource::print_cpp(const std::string& title, const std::vector<ShownResult>& shown) {
    std::string line = fmt::format("std::cout << \"{} = \" << ret", title);
    const auto flush = [&] {
        if (!line.empty()) out_.line(line + ";");
        line.clear();
    };
    for (const auto& [spec, text] : shown) {
        const auto kind = spec->type.kind;
        std::string piece = spec->payload ? "' ' << " : fmt::format("\" {}=\" << ", spec->name);
        if (text.text)
            piece += text.expression.find(" ? ") == std::string::npos ? text.expression
                                                                      : "(" + text.expression + ")";
        else if (kind == Kind::bytes)
            piece += fmt::format("quoted({})", text.expression);
        else if (kind == Kind::text || kind == Kind::path)
            piece += fmt::format("'\"' << {} << '\"'", text.expression);
        else if (kind == Kind::boolean)
            piece += fmt::format("(({}) ? \"true\" : \"false\")", text.expression);
        else if (kind == Kind::mode)
            piece += fmt::format("'0' << std::oct << ({}) << std::dec", text.expression);
        else
            piece += text.expression.find(' ') == std::string::npos ? text.expression
                                                                    : "(" + text.expression + ")";
        if (text.condition.empty()) {
            line += (line.empty() ? "std::cout << " : " << ") + piece;
            continue;
        }
        flush();
        out_.line(fmt::format("if ({}) std::cout << {};", text.condition, piece));
    }
    line += line.empty() ? "std::cout << '\\n'" : " << '\\n'";
    flush();
}

void CSource::repeat(std::size_t turn, const PlannedStep& step) {
    const auto name = plan_.title(step);
    out_.line("{");
    out_.in();
    out_.line("long rounds = 0;");
    before_call(turn, step);
    out_.line(fmt::format("for (ret = 0; rounds < {}; rounds++) {{", step.statement->count));
    out_.in();
    for (const auto& call : step.calls) {
        out_.source = call.statement->line;
        if (!call.code) {
            out_.line(fmt::format("#error There is no code for {} in {}.", call.operation->name,
                                  language_title(language_)));
            continue;
        }
        const auto text = expander_.call_text(call);
        const bool block = text.find('\n') != std::string::npos;
        if (block) {
            out_.line("{");
            out_.in();
        }
        out_.lines(text);
        if (block) {
            out_.out();
            out_.line("}");
        }
        out_.line("if (ret == -1)");
        out_.in();
        out_.line("break;");
        out_.out();
    }
    out_.out();
    out_.source = step.statement->line;
    out_.line("}");
    if (after_call(turn, step)) {
        const auto& expected = expected_outcome(step);
        if (expected.kind == Expected::fails || expected.kind == Expected::returns) {
            out_.line(expected.kind == Expected::fails
                          ? fmt::format("if (ret != -1 || errno != {})", errno_name(expected.err))
                          : "if (ret == -1)");
            out_.in();
            out_.line(expected.kind == Expected::fails ? fmt::format("unexpected(\"{}\", ret);", name)
                                                       : fmt::format("die(\"{}\");", name));
            out_.out();
        }
        const auto words = "ret == -1 ? strerrorname_np(errno) : \"=\"";
        out_.line(cpp() ? fmt::format("std::cout << \"{} \" << ({}) << \" rounds=\" << rounds << '\\n';",
                                      name, words)
                        : fmt::format("printf(\"{} %s rounds=%ld\\n\", {}, rounds);", name, words));
        gathered_.include("string.h errno.h");
    }
    out_.trim();
    out_.out();
    out_.line("}");
}

}  // namespace ipcscope

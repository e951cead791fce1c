#include "codegen/python_source.h"

#include "codegen/c_source.h"
#include "codegen/helpers.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace ipcscope {

using Expected = Expectation::Kind;

namespace {

constexpr auto none = static_cast<std::size_t>(-1);
constexpr auto python = Language::python;

}  // namespace

PythonSource::PythonSource(const Registry& registry, const Plan& plan, const std::string& name,
                           CodeOf code_of)
    : registry_(registry),
      plan_(plan),
      name_(name),
      code_of_(code_of),
      expander_(registry, plan, python, code_of, gathered_),
      opened_(none),
      skipped_(none) {}

GeneratedCode PythonSource::make() {
    GeneratedCode result;
    result.missing = plan_.missing;
    std::vector<HelperCode> all = python_helpers(plan_.alone);
    for (const auto* mechanism : registry_.mechanisms()) {
        const auto* code = code_of_(mechanism->id);
        if (!code || !plan_.uses(*mechanism)) continue;
        std::istringstream packages(code->python);
        for (std::string package; packages >> package;)
            result.packages.push_back(package);
        for (const auto& helper : code->helpers)
            if (std::none_of(all.begin(), all.end(),
                             [&](const auto& other) { return std::string_view(other.name) == helper.name; }))
                all.push_back(helper);
    }
    for (int worker = plan_.main() - 1; worker >= 0; --worker)
        run_function(worker);
    finish(out_);
    main_function();
    const TextWriter steps = std::exchange(out_, {});
    TextWriter variables;
    shared(variables);
    const auto helpers = needed_helpers(all, steps.text() + variables.text(), python);
    const auto early = needed_helpers(all, variables.text(), python);
    for (const auto* helper : helpers)
        gathered_.need(helper->needs, python);

    TextWriter out;
    head(out, result);
    imports(out);
    bool after_constant = false;
    const auto write = [&](bool before) {
        for (const auto* helper : helpers) {
            if ((std::find(early.begin(), early.end(), helper) != early.end()) != before) continue;
            std::string text = helper->text.python;
            if (const auto mark = text.find("@SHOWN@"); mark != std::string::npos)
                text.replace(mark, 7, fmt::format("{}", shown_));
            const bool constant = text.find('\n') == std::string::npos;
            if (!constant || !after_constant) {
                out.line();
                if (!constant) out.blank();
            }
            after_constant = constant;
            out.lines(text);
        }
    };
    write(true);
    if (!early.empty()) out.line();
    out.append(variables);
    write(false);
    out.append(steps);
    result.text = out.text();
    result.sources = out.sources();
    return result;
}

void PythonSource::head(TextWriter& out, const GeneratedCode& code) const {
    out.line("#!/usr/bin/env python3");
    for (const auto* line : plan_.head)
        out.line(line->comment.empty() ? "#" : "#" + comment_text(line->comment.substr(1), 250));
    if (!plan_.head.empty()) out.line("#");
    out.line(fmt::format(
        "# Made by IPC Scope of the session {}.ips: the number in front of a comment is the line there.",
        name_));
    for (const auto& package : code.packages)
        out.line(fmt::format("# Needs a package: apt install {}", package));
    out.line();
}

void PythonSource::imports(TextWriter& out) const {
    auto modules = gathered_.imports;
    modules.insert({"os", "signal", "sys"});
    if (!plan_.alone) modules.insert({"ctypes", "errno", "mmap", "multiprocessing", "traceback"});
    if (plan_.directory) modules.insert({"shutil", "tempfile"});
    for (const auto& module : modules)
        out.line("import " + module);
    out.line();
    for (const auto& [name, value] : gathered_.constants)
        out.line(fmt::format("{} = {:#x}", name, value));
    out.line();
}

void PythonSource::shared(TextWriter& out) const {
    if (!plan_.alone) {
        std::string ids, names;
        for (const auto& worker : plan_.workers) {
            ids += worker.id + ", ";
            names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", worker.name);
        }
        out.line(fmt::format("{}MAIN, PROCESSES = range({})", ids, plan_.workers.size() + 2));
        out.line(fmt::format("NAMES = [{}]", names));
        out.blank();
        out.blank();
        out.line("class Shared(ctypes.Structure):");
        out.in();
        out.line("\"\"\"What all processes see: memory that fork() shares instead of copying it.\"\"\"");
        out.line("_fields_ = [");
        out.in();
        out.line("(\"pid\", ctypes.c_int * PROCESSES),");
        out.line("(\"in_call\", ctypes.c_bool * PROCESSES),  # inside of a call that may sleep");
        out.line("(\"failed\", ctypes.c_bool),");
        for (const auto& variable : plan_.variables)
            if (variable.shared)
                out.line(fmt::format("(\"{}\", {}),  # {}", variable.name,
                                     expander_.is_bytes(variable) ? "Received" : "ctypes.c_long",
                                     comment_text(bare_text(registry_, *variable.made_by), 90)));
        out.out();
        out.line("]");
        out.out();
        out.line();
        out.blank();
        out.line("shared = Shared.from_buffer(mmap.mmap(-1, ctypes.sizeof(Shared)))");
        out.line(
            "turns = [multiprocessing.get_context(\"fork\").Semaphore(0) for process in range(PROCESSES)]");
    }
    for (const auto& variable : plan_.variables)
        if (!variable.shared || plan_.alone)
            out.line(fmt::format("{} = None  # {}", variable.name,
                                 comment_text(bare_text(registry_, *variable.made_by), 90)));
    if (plan_.directory)
        out.line(
            fmt::format("directory = tempfile.mkdtemp(prefix=\"{}-\")  # where the files are made", name_));
}

void PythonSource::comments(const PlannedStep& step) {
    out_.source = 0;
    for (const auto* line : step.comments)
        out_.line(line->comment.empty() ? "" : "#" + comment_text(line->comment.substr(1), 250));
}

void PythonSource::statement_comment(const Statement& statement) {
    out_.source = statement.line;
    auto text = print_statement(registry_, statement);
    text.erase(0, text.find_first_not_of(" \t"));
    out_.line(fmt::format("# {}  {}", statement.line, comment_text(text, 130)));
}

void PythonSource::run_function(int worker) {
    const auto& now = plan_.workers[static_cast<std::size_t>(worker)];
    out_.source = 0;
    out_.line();
    out_.blank();
    out_.line(fmt::format("def {}():", now.function));
    out_.in();
    std::string own;
    for (const auto& variable : plan_.variables)
        if (variable.owner == worker && (!variable.shared || plan_.alone))
            own += (own.empty() ? "" : ", ") + variable.name;
    if (!own.empty()) {
        out_.line("global " + own);
        out_.line();
    }
    bool dead = false;
    bool any = false;
    opened_ = skipped_ = none;
    for (std::size_t i = 0; i < plan_.turns.size(); ++i) {
        if (plan_.turns[i].actor != worker) continue;
        any = true;
        turn(i);
        const auto& steps = plan_.turns[i].steps;
        dead = !steps.empty() && plan_.steps[steps.back()].dies;
    }
    out_.source = 0;
    if (!dead && !plan_.alone) {
        if (opened_ != plan_.turns.size())
            out_.line(fmt::format("take_turn({})  # the last one: all is over", now.id));
        if (now.forks) out_.line("reap_children()");
    } else if (!any) {
        out_.line("pass");
    }
    out_.trim();
    out_.out();
}

void PythonSource::turn(std::size_t index) {
    if (opened_ != index) open_turn(index);
    const auto& now = plan_.turns[index];
    for (const auto step_index : now.steps)
        step(index, step_index);
    out_.source = 0;
    const bool given = !now.steps.empty() && plan_.steps[now.steps.back()].gives_turn;
    if (!given && !plan_.alone && index + 1 < plan_.turns.size())
        out_.line(fmt::format("give_turn({})", plan_.id(plan_.next_actor(index))));
    out_.line();
}

void PythonSource::open_turn(std::size_t index) {
    const auto source = std::exchange(out_.source, 0);
    const auto& now = plan_.turns[index];
    if (!plan_.alone) out_.line(fmt::format("take_turn({})", plan_.id(now.actor)));
    if (now.ended >= 0) out_.line(fmt::format("until_ended({})", plan_.id(now.ended)));
    if (now.settle >= 0) {
        const auto& asleep = plan_.steps[static_cast<std::size_t>(now.settle)];
        out_.line(fmt::format("until_asleep({}, \"{}\")", plan_.id(asleep.worker), plan_.title(asleep)));
    }
    out_.source = source;
    opened_ = index;
}

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
    after_call(turn, step);
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

void PythonSource::after_call(std::size_t turn, const PlannedStep& step) {
    if (!step.gives_turn) return;
    const auto next = plan_.next_turn(step.worker, turn);
    if (next == plan_.turns.size()) {
        out_.line(fmt::format("take_turn({})  # the last one: all is over", plan_.id(step.worker)));
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
    after_call(turn, step);
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

void PythonSource::clean_up(TextWriter& out) {
    for (const auto& call : plan_.cleanups) {
        const auto text = expander_.expand(call, call.code->cleanup.python);
        if (text.empty()) continue;
        gathered_.imports.insert("contextlib");
        out.line("with contextlib.suppress(OSError):  # it may be gone already");
        out.in();
        out.lines(text);
        out.out();
    }
}

void PythonSource::finish(TextWriter& out) {
    if (plan_.alone) return;
    out.source = 0;
    out.line();
    out.blank();
    out.line("def finish():");
    out.in();
    out.line(
        "\"\"\"Ends whoever is still there, takes away what is left, and says whether all went well.\"\"\"");
    out.line("for who in range(MAIN):");
    out.in();
    out.line("if shared.in_call[who]:");
    out.in();
    out.line("os.kill(shared.pid[who], signal.SIGKILL)  # asleep, and nobody will wake it");
    out.out();
    if (plan_.stops) {
        out.line("if state_of(shared.pid[who]) == \"T\":");
        out.in();
        out.line("os.kill(shared.pid[who], signal.SIGKILL)  # stopped, and nobody will let it go on");
        out.out();
    }
    out.line("give_turn(who)");
    out.out();
    out.line("reap_children()");
    clean_up(out);
    if (plan_.directory) out.line("shutil.rmtree(directory, ignore_errors=True)");
    out.line("return 1 if shared.failed else 0");
    out.out();
}

void PythonSource::main_function() {
    out_.source = 0;
    out_.line();
    out_.blank();
    out_.line("def main():");
    out_.in();
    out_.line("for signo in signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ:");
    out_.in();
    out_.line("signal.signal(signo, signal.SIG_DFL)  # Python handles or ignores these");
    out_.out();
    if (plan_.directory) out_.line("os.chdir(directory)");
    if (plan_.alone) {
        if (!plan_.workers.empty()) out_.line(plan_.workers.front().function + "()");
    } else {
        if (plan_.interrupts)
            out_.line("signal.signal(signal.SIGRTMAX, interrupted)  # all workers inherit it");
        if (plan_.orphans)
            out_.line(
                "libc.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: the children of a worker that has ended become "
                "ours");
        for (const auto& worker : plan_.workers)
            if (worker.parent < 0) out_.line(fmt::format("start_worker({}, {})", worker.id, worker.function));
        out_.line();
        opened_ = skipped_ = none;
        if (plan_.turns.front().actor != plan_.main()) {
            out_.line(fmt::format("give_turn({})", plan_.id(plan_.turns.front().actor)));
            out_.line();
        } else {
            opened_ = 0;
        }
        for (std::size_t i = 0; i < plan_.turns.size(); ++i)
            if (plan_.turns[i].actor == plan_.main()) turn(i);
        out_.source = 0;
        for (const auto worker : plan_.unfinished)
            out_.line(fmt::format("until_asleep({}, None)", plan_.id(worker)));
        out_.trim();
    }
    out_.out();
    out_.line();
    out_.blank();
    out_.line("if __name__ == \"__main__\":");
    out_.in();
    const bool cleans = plan_.directory || !plan_.cleanups.empty();
    if (plan_.alone && !cleans) {
        out_.line("main()");
    } else if (plan_.alone) {
        out_.line("try:");
        out_.in();
        out_.line("main()");
        out_.out();
        out_.line("finally:");
        out_.in();
        clean_up(out_);
        if (plan_.directory) out_.line("shutil.rmtree(directory, ignore_errors=True)");
        out_.out();
    } else {
        out_.line("try:");
        out_.in();
        out_.line("main()");
        out_.out();
        out_.line("except Exception as error:");
        out_.in();
        out_.line("print(error, file=sys.stderr)");
        out_.line("shared.failed = True");
        out_.out();
        out_.line("sys.exit(finish())");
    }
    out_.out();
}

}  // namespace ipcscope

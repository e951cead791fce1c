#include "codegen/python_source.h"

#include "codegen/c_source.h"
#include "codegen/helpers.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace ipcscope {

namespace {

constexpr auto python = Language::python;

}  // namespace

PythonSource::PythonSource(const Registry& registry, const Plan& plan, const std::string& name,
                           CodeOf code_of)
    : TurnSource(registry, plan, {"#", ""}),
      name_(name),
      code_of_(code_of),
      expander_(registry, plan, python, code_of, gathered_) {}

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
    if (!turns_of(worker) && plan_.alone) out_.line("pass");
    out_.trim();
    out_.out();
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
        turns_of_main();
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

#include "codegen/c_source.h"

#include "codegen/helpers.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

CSource::CSource(const Registry& registry, const Program& program, const Plan& plan, Language language,
                 const std::string& name, CodeOf code_of)
    : TurnSource(registry, plan, {"//", ";"}),
      program_(program),
      language_(language),
      name_(name),
      code_of_(code_of),
      expander_(registry, plan, language, code_of, gathered_) {}

GeneratedCode CSource::make() {
    GeneratedCode result;
    result.missing = plan_.missing;
    for (const auto* mechanism : registry_.mechanisms()) {
        const auto* code = code_of_(mechanism->id);
        if (!plan_.uses(*mechanism) || !code) continue;
        if (code->link[0] != '\0') result.link.emplace_back(code->link);
    }

    functions();
    const TextWriter steps = std::exchange(out_, {});
    main_function();
    const TextWriter main = std::exchange(out_, {});
    const auto end = finish();
    const auto board_text = board();
    const auto variables_text = variables();

    // What all of that uses, and what that uses again.
    std::vector<HelperCode> own;
    for (const auto* mechanism : registry_.mechanisms())
        if (const auto* code = plan_.uses(*mechanism) ? code_of_(mechanism->id) : nullptr)
            for (const auto& helper : code->helpers)
                if (helper.text.in(language_)[0] != '\0' &&
                    std::none_of(own.begin(), own.end(), [&](const auto& other) {
                        return std::string_view(other.name) == helper.name;
                    }))
                    own.push_back({helper.name, {.c = helper.text.in(language_)}, helper.needs});
    auto turns = c_turn_helpers(cpp());
    for (auto& helper : turns)
        if (std::string_view(helper.name) == "finish") helper.text.c = end.c_str();
    std::vector<HelperCode> all = c_types(cpp());
    const auto plain = c_helpers(cpp(), plan_.alone);
    all.insert(all.end(), plain.begin(), plain.end());
    all.insert(all.end(), own.begin(), own.end());
    all.insert(all.end(), turns.begin(), turns.end());
    const auto used =
        needed_helpers(all, steps.text() + main.text() + board_text + variables_text, Language::c);
    const auto types = needed_helpers(all, board_text + variables_text, Language::c);
    const auto before = [&](const HelperCode* helper) {
        return std::any_of(types.begin(), types.end(),
                           [&](const HelperCode* type) { return type == helper; });
    };
    for (const auto* helper : used) {
        gathered_.include(helper->needs.includes);
        if (cpp()) gathered_.need({.cpp_includes = helper->needs.cpp_includes}, language_);
    }

    TextWriter out;
    std::string build = cpp() ? fmt::format("g++ -std=c++20 -Wall -Wextra {0}.cpp -o {0}", name_)
                              : fmt::format("gcc -std=c17 -Wall -Wextra {0}.c -o {0}", name_);
    for (const auto& link : result.link)
        build += " " + link;
    head(out, build);
    includes(out);
    if (!plan_.alone) {
        std::string ids, names;
        for (const auto& worker : plan_.workers) {
            ids += worker.id + ", ";
            names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", worker.name);
        }
        out.line(fmt::format("enum {}{{ {}MAIN, PROCESSES }};", cpp() ? "Process : int " : "", ids));
        out.line(cpp() ? fmt::format("constexpr const char* names[] = {{{}}};", names)
                       : fmt::format("static const char *const names[] = {{{}}};", names));
        out.line();
    }
    const auto write = [&](bool early) {
        for (const auto* helper : used)
            if (before(helper) == early) {
                std::string text = helper->text.c;
                if (const auto mark = text.find("@SHOWN@"); mark != std::string::npos)
                    text.replace(mark, 7, fmt::format("{}", shown_));
                out.lines(text);
                out.line();
            }
    };
    write(true);
    out.lines(board_text);
    out.line();
    out.lines(variables_text);
    out.line();
    if (gathered_.has_buffer) {
        const auto size = std::max<std::size_t>(gathered_.buffer, 1);
        out.line(cpp() ? fmt::format("std::array<char, {}> buffer;  // for what is received", size)
                       : fmt::format("static char buffer[{}];  // for what is received", size));
        out.line();
    }
    write(false);
    out.append(steps);
    out.append(main);
    result.text = out.text();
    result.sources = out.sources();
    return result;
}

void CSource::functions() {
    // Children first: who forks them names them.
    for (int worker = plan_.main() - 1; worker >= 0; --worker)
        run_function(worker);
}

void CSource::run_function(int worker) {
    const auto& now = plan_.workers[static_cast<std::size_t>(worker)];
    out_.source = 0;
    out_.line(cpp() ? fmt::format("void {}()", now.function)
                    : fmt::format("static void {}(void)", now.function));
    out_.line("{");
    out_.in();
    const bool acts = std::any_of(plan_.steps.begin(), plan_.steps.end(), [&](const PlannedStep& step) {
        return step.worker == worker &&
               std::any_of(step.calls.begin(), step.calls.end(),
                           [](const PlannedCall& call) { return call.code && !call.code->ends; });
    });
    if (acts) {
        out_.line("long ret;");
        out_.line();
    }
    turns_of(worker);
    out_.trim();
    out_.out();
    out_.line("}");
    out_.line();
}

void CSource::make_directory() {
    gathered_.include("stdlib.h unistd.h");
    if (cpp()) {
        out_.line(fmt::format("char pattern[] = \"/tmp/{}-XXXXXX\";", name_));
        out_.line("if (!mkdtemp(pattern) || chdir(pattern) == -1) die(pattern);");
        out_.line("directory = pattern;");
    } else {
        out_.line("if (mkdtemp(directory) == NULL || chdir(directory) == -1)");
        out_.in();
        out_.line(plan_.alone ? "die(directory);" : "return perror(directory), EXIT_FAILURE;");
        out_.out();
    }
}

void CSource::main_function() {
    out_.source = 0;
    out_.line(cpp() ? "int main()" : "int main(void)");
    if (cpp())
        out_.line("try {");
    else
        out_.line("{");
    out_.in();
    const char* null = cpp() ? "nullptr" : "NULL";
    out_.line(fmt::format(
        "setvbuf(stdout, {}, _IOLBF, 0);  // a line at once, so that those of several processes keep "
        "their order",
        null));
    if (cpp()) gathered_.include("stdio.h");
    if (plan_.alone) {
        if (plan_.directory) make_directory();
        if (plan_.directory || !plan_.cleanups.empty()) out_.line("atexit(finish);");
        if (!plan_.workers.empty()) out_.line(plan_.workers.front().function + "();");
        out_.line("return EXIT_SUCCESS;");
    } else {
        main_turns();
    }
    out_.out();
    if (cpp()) {
        out_.line("} catch (const std::exception& error) {");
        out_.in();
        out_.line("std::cerr << error.what() << '\\n';");
        if (!plan_.alone) {
            out_.line("if (!shared) return EXIT_FAILURE;");
            out_.line("shared->failed = true;");
            out_.line("return finish();");
        } else {
            out_.line("return EXIT_FAILURE;");
        }
        out_.out();
    }
    out_.line("}");
}

void CSource::main_turns() {
    if (cpp()) {
        out_.line(
            "void* memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, "
            "-1, 0);");
        out_.line("if (memory == MAP_FAILED) die(\"mmap\");");
        out_.line("shared = new (memory) Board{};");
        out_.line("for (auto& turn : shared->turn)");
    } else {
        out_.line(
            "shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, "
            "0);");
        out_.line("if (shared == MAP_FAILED)");
        out_.in();
        out_.line("return perror(\"mmap\"), EXIT_FAILURE;");
        out_.out();
        out_.line("for (int who = 0; who < PROCESSES; who++)");
    }
    out_.in();
    out_.line(cpp() ? "sem_init(&turn, 1, 0);  // 1: between processes"
                    : "sem_init(&shared->turn[who], 1, 0);  // 1: between processes");
    out_.out();
    for (const auto& variable : plan_.variables)
        if (variable.shared && expander_.nothing(variable) != "0")
            out_.line(fmt::format("shared->{} = {};", variable.name, expander_.nothing(variable)));
    if (plan_.directory) make_directory();
    if (plan_.interrupts) {
        out_.line(cpp() ? "struct sigaction action{};"
                        : "struct sigaction action = {.sa_handler = interrupted};");
        if (cpp()) out_.line("action.sa_handler = interrupted;");
        out_.line(fmt::format("sigaction(SIGRTMAX, &action, {});  // all workers inherit it; no SA_RESTART",
                              cpp() ? "nullptr" : "NULL"));
    }
    if (plan_.orphans) {
        gathered_.include("sys/prctl.h");
        out_.line(
            "prctl(PR_SET_CHILD_SUBREAPER, 1);  // the children of a worker that has ended become ours");
    }
    out_.line();
    for (const auto& worker : plan_.workers)
        if (worker.parent < 0) {
            out_.line(fmt::format("if (start_worker({}, {}) == -1)", worker.id, worker.function));
            out_.in();
            out_.line("die(\"fork\");");
            out_.out();
        }
    out_.line();
    turns_of_main();
    for (const auto worker : plan_.unfinished)
        out_.line(fmt::format("until_asleep({}, {});", plan_.id(worker), cpp() ? "nullptr" : "NULL"));
    out_.line("return finish();");
}

}  // namespace ipcscope

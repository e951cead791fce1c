#include "codegen/c_source.h"

#include "codegen/helpers.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr auto none = static_cast<std::size_t>(-1);

}  // namespace

CSource::CSource(const Registry& registry, const Program& program, const Plan& plan, Language language,
                 const std::string& name, CodeOf code_of)
    : registry_(registry),
      program_(program),
      plan_(plan),
      language_(language),
      name_(name),
      code_of_(code_of),
      expander_(registry, plan, language, code_of, gathered_),
      opened_(none),
      skipped_(none) {}

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

void CSource::head(TextWriter& out, const std::string& build) const {
    for (const auto* line : plan_.head)
        out.line(line->comment.empty() ? "//" : "//" + comment_text(line->comment.substr(1), 250));
    if (!plan_.head.empty()) out.line("//");
    out.line(fmt::format(
        "// Made by IPC Scope of the session {}.ips: the number in front of a comment is the line there.",
        name_));
    out.line(fmt::format("// Build: {}", build));
}

void CSource::includes(TextWriter& out) const {
    auto headers = gathered_.includes;
    auto own = gathered_.cpp_includes;
    const auto helper = [&](std::initializer_list<const char*> names) {
        headers.insert(names.begin(), names.end());
    };
    if (!plan_.alone)
        helper({"semaphore.h", "signal.h", "sys/mman.h", "sys/wait.h", "unistd.h", "errno.h", "string.h"});
    if (plan_.directory) helper({"stdlib.h", "unistd.h"});
    if (cpp()) {
        own.insert({"iostream", "cstdlib"});
        if (gathered_.has_buffer) own.insert("array");
        if (!plan_.alone) own.insert({"atomic", "exception", "new"});
        if (plan_.directory) own.insert("filesystem");
        for (const auto* name : {"errno", "stdio", "stdlib", "string", "time", "signal", "stdbool", "stdint"})
            if (headers.erase(std::string(name) + ".h") > 0 && std::string_view(name) != "stdbool") {
                if (std::string_view(name) == "signal" || std::string_view(name) == "time")
                    headers.insert(std::string(name) + ".h");  // POSIX's, not only C's
                else
                    own.insert(std::string("c") + name);
            }
    } else {
        helper({"errno.h", "stdio.h", "stdlib.h"});
        if (!plan_.alone) helper({"stdatomic.h", "stdbool.h"});
        out.line();
        out.line("#define _GNU_SOURCE");
    }
    out.line();
    for (const auto& name : own)
        out.line(fmt::format("#include <{}>", name));
    if (!own.empty()) out.line();
    for (const bool system : {false, true}) {
        for (const auto& name : headers)
            if (name.starts_with("sys/") == system) out.line(fmt::format("#include <{}>", name));
    }
    out.line();
}

std::string CSource::board() const {
    if (plan_.alone) return {};
    TextWriter out;
    const char* flag = cpp() ? "std::atomic<bool>" : "atomic_bool";
    out.line("// What all processes see: memory that fork() shares instead of copying it.");
    out.line(cpp() ? "struct Board {" : "static struct board {");
    out.in();
    out.line("sem_t turn[PROCESSES];        // raised for who may go on");
    out.line("pid_t pid[PROCESSES];");
    out.line(fmt::format("{} in_call[PROCESSES];  // inside of a call that may sleep", flag));
    out.line(fmt::format("{} failed;", flag));
    for (const auto& variable : plan_.variables)
        if (variable.shared)
            out.line(fmt::format("{}{}{};  // {}", expander_.type(variable),
                                 expander_.type(variable).ends_with('*') ? "" : " ", variable.name,
                                 comment_text(bare_text(registry_, *variable.made_by), 90)));
    out.out();
    out.line(cpp() ? "};" : "} *shared;");
    if (cpp()) out.line("Board* shared;");
    return out.text();
}

std::string CSource::variables() const {
    TextWriter out;
    const Statement* last = nullptr;
    for (const auto& variable : plan_.variables) {
        if (variable.shared && !plan_.alone) continue;
        auto type = expander_.type(variable);
        if (!type.ends_with('*')) type += ' ';
        const auto comment = variable.made_by == last
                                 ? ""
                                 : "  // " + comment_text(bare_text(registry_, *variable.made_by), 90);
        last = variable.made_by;
        const bool plain = expander_.is_bytes(variable) || type == "UniqueFd ";
        const auto nothing = expander_.nothing(variable);
        std::string initial = plain || nothing == "0" ? "" : " = " + nothing;
        if (cpp() && expander_.is_bytes(variable)) type = "received ";
        out.line(fmt::format("{}{}{}{};{}", cpp() ? "" : "static ", type, variable.name, initial, comment));
    }
    if (plan_.directory && !cpp()) {
        out.line();
        out.line(
            fmt::format("static char directory[] = \"/tmp/{}-XXXXXX\";  // where the files are made", name_));
    }
    if (plan_.directory && cpp()) {
        out.line();
        out.line("std::string directory;  // where the files are made");
    }
    return out.text();
}

std::string CSource::finish() {
    TextWriter out;
    const bool cleans = plan_.directory || !plan_.cleanups.empty();
    if (plan_.alone && !cleans) return {};
    if (plan_.alone) {
        out.line("// Takes away what is left.");
        out.line(cpp() ? "void finish()" : "static void finish(void)");
    } else {
        out.line("// Ends whoever is still there, takes away what is left, and says whether all went well.");
        out.line(cpp() ? "int finish()" : "static int finish(void)");
    }
    out.line("{");
    out.in();
    if (!plan_.alone) {
        out.line(cpp() ? "for (int who = 0; who < MAIN; ++who) {" : "for (int who = 0; who < MAIN; who++) {");
        out.in();
        out.line("if (shared->in_call[who])");
        out.in();
        out.line("kill(shared->pid[who], SIGKILL);  // asleep, and nobody will wake it");
        out.out();
        if (plan_.stops) {
            out.line("if (state_of(shared->pid[who]) == 'T')");
            out.in();
            out.line("kill(shared->pid[who], SIGKILL);  // stopped, and nobody will let it go on");
            out.out();
        }
        out.line("sem_post(&shared->turn[who]);");
        out.out();
        out.line("}");
        out.line("reap_children();");
    }
    for (const auto& call : plan_.cleanups)
        out.lines(expander_.expand(call, call.code->cleanup.in(language_)));
    if (plan_.directory && cpp()) {
        out.line("std::error_code ignored;");
        out.line("std::filesystem::remove_all(directory, ignored);");
    }
    if (plan_.directory && !cpp()) {
        out.line("nftw(directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);");
        gathered_.include("ftw.h sys/stat.h");
    }
    if (!plan_.alone) out.line("return shared->failed ? EXIT_FAILURE : EXIT_SUCCESS;");
    out.out();
    out.line("}");
    return out.text();
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
    bool dead = false;
    opened_ = skipped_ = none;
    for (std::size_t i = 0; i < plan_.turns.size(); ++i) {
        if (plan_.turns[i].actor != worker) continue;
        turn(i);
        const auto& steps = plan_.turns[i].steps;
        dead = !steps.empty() && plan_.steps[steps.back()].dies;
    }
    out_.source = 0;
    if (!dead && !plan_.alone) {
        if (opened_ != plan_.turns.size())
            out_.line(fmt::format("take_turn({});  // the last one: all is over", now.id));
        if (now.forks) out_.line("reap_children();");
    }
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
    opened_ = skipped_ = none;
    if (plan_.turns.front().actor != plan_.main()) {
        out_.line(fmt::format("give_turn({});", plan_.id(plan_.turns.front().actor)));
        out_.line();
    } else {
        opened_ = 0;
    }
    for (std::size_t i = 0; i < plan_.turns.size(); ++i)
        if (plan_.turns[i].actor == plan_.main()) turn(i);
    out_.source = 0;
    for (const auto worker : plan_.unfinished)
        out_.line(fmt::format("until_asleep({}, {});", plan_.id(worker), cpp() ? "nullptr" : "NULL"));
    out_.line("return finish();");
}

}  // namespace ipcscope

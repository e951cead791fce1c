// Of a C or C++ program what no worker does: head, includes, what all share, variables, the end.
#include "codegen/c_source.h"

#include <fmt/format.h>

namespace ipcscope {

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

}  // namespace ipcscope

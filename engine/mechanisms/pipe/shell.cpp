#include "mechanisms/pipe/shell.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <signal.h>
#include <sstream>
#include <vector>

#include <sys/wait.h>

namespace ipcscope::mechanisms::pipe {

namespace {

constexpr const char* types[] = {"r", "w", "re", "we"};

// Streams of this process whose shell has a journal record.
std::map<FILE*, std::string>& records() {
    static std::map<FILE*, std::string> all;
    return all;
}

std::vector<pid_t> children_of(const std::string& process) {
    std::ifstream in("/proc/" + process + "/children");
    std::vector<pid_t> out;
    for (pid_t pid = 0; in >> pid;)
        out.push_back(pid);
    return out;
}

// In clock ticks since boot: with the pid, this names one process for ever (proc_pid_stat(5)). 0 = gone.
unsigned long long start_of(pid_t pid) {
    std::ifstream in(fmt::format("/proc/{}/stat", pid));
    std::string text;
    std::getline(in, text);
    const auto name_end = text.rfind(')');  // the name may hold spaces and brackets
    if (name_end == std::string::npos) return 0;
    std::istringstream fields(text.substr(name_end + 1));
    std::string skipped;
    for (int field = 3; field < 22; ++field)
        fields >> skipped;
    unsigned long long start = 0;
    fields >> start;
    return start;
}

void with_descendants(pid_t pid, std::vector<pid_t>& out) {
    if (std::find(out.begin(), out.end(), pid) != out.end()) return;
    out.push_back(pid);
    for (const pid_t child : children_of(fmt::format("{0}/task/{0}", pid)))
        with_descendants(child, out);
}

// The child that was not there before: popen does not tell whom it started.
pid_t newcomer(const std::vector<pid_t>& before) {
    for (const pid_t pid : children_of("thread-self"))
        if (std::find(before.begin(), before.end(), pid) == before.end()) return pid;
    return 0;
}

}  // namespace

void open_shell(Call& call) {
    const auto& command = call.bytes("command");
    const char* type = types[call.integer("type")];
    const auto before = children_of("thread-self");
    FILE* stream = nullptr;
    const auto fd = call.run([&] {
        stream = ::popen(command.c_str(), type);
        return stream ? ::fileno(stream) : -1;
    });
    if (!stream) return;
    const pid_t shell = newcomer(before);
    if (shell > 0) {
        const auto record = fmt::format("process {} {}", shell, start_of(shell));
        call.made(record);
        records()[stream] = record;
    }
    call.opened("stream", {.kind = "stream",
                           .native = fd,
                           .key = key_of(static_cast<int>(fd)),
                           .label = command,
                           .aux = stream});
    call.result("pid", shell);
}

void close_shell(Call& call) {
    auto* stream = static_cast<FILE*>(call.aux("stream"));
    if (!stream) return call.refuse("stream: pclose(3) of a stream that is closed already is undefined");
    const auto status = static_cast<int>(call.run([&] { return ::pclose(stream); }));
    call.closed("stream");  // gone in any case
    const auto record = records().find(stream);
    if (record != records().end()) {
        if (call.ok()) call.unmade(record->second);
        records().erase(record);
    }
    if (!call.ok()) return;
    if (WIFEXITED(status)) call.result("status", WEXITSTATUS(status));
    if (WIFSIGNALED(status)) call.result("signal", WTERMSIG(status));
}

Result<std::string> remove_shell(const std::string& record, bool) {
    std::istringstream in(record);
    std::string word;
    pid_t pid = 0;
    unsigned long long start = 0;
    if (!(in >> word >> pid >> start) || word != "process" || pid <= 1 || start == 0)
        return failure("not a record of a shell command: " + record);
    if (start_of(pid) != start) return std::string();
    std::vector<pid_t> all;
    with_descendants(pid, all);
    for (const pid_t process : all)
        if (::kill(process, SIGKILL) != 0 && errno != ESRCH)
            return system_failure(fmt::format("ending process {}", process), "kill");
    return fmt::format("ended shell command, process {}", pid);
}

}  // namespace ipcscope::mechanisms::pipe

#include "mechanisms/pipe/shell.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <vector>

#include <sys/wait.h>

namespace ipcscope::mechanisms::pipe {

namespace {

constexpr const char* types[] = {"r", "w", "re", "we"};

// Of this process; empty where the kernel does not tell (CONFIG_PROC_CHILDREN).
std::vector<pid_t> children() {
    std::ifstream in("/proc/thread-self/children");
    std::vector<pid_t> out;
    for (pid_t pid = 0; in >> pid;)
        out.push_back(pid);
    return out;
}

// The child that was not there before: popen does not tell whom it started.
pid_t newcomer(const std::vector<pid_t>& before) {
    for (const pid_t pid : children())
        if (std::find(before.begin(), before.end(), pid) == before.end()) return pid;
    return 0;
}

}  // namespace

void open_shell(Call& call) {
    const auto& command = call.bytes("command");
    const char* type = types[call.integer("type")];
    const auto before = children();
    FILE* stream = nullptr;
    const auto fd = call.run([&] {
        stream = ::popen(command.c_str(), type);
        return stream ? ::fileno(stream) : -1;
    });
    if (!stream) return;
    call.opened("stream", {.kind = "stream",
                           .native = fd,
                           .key = key_of(static_cast<int>(fd)),
                           .label = command,
                           .aux = stream});
    call.result("pid", newcomer(before));
}

void close_shell(Call& call) {
    auto* stream = static_cast<FILE*>(call.aux("stream"));
    if (!stream) return call.refuse("stream: pclose(3) of a stream that is closed already is undefined");
    const auto status = static_cast<int>(call.run([&] { return ::pclose(stream); }));
    call.closed("stream");  // gone in any case
    if (!call.ok()) return;
    if (WIFEXITED(status)) call.result("status", WEXITSTATUS(status));
    if (WIFSIGNALED(status)) call.result("signal", WTERMSIG(status));
}

}  // namespace ipcscope::mechanisms::pipe

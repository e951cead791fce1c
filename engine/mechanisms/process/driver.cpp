#include "mechanisms/driver.h"

#include <fstream>
#include <signal.h>
#include <sstream>
#include <unistd.h>

#include <sys/wait.h>

namespace ipcscope::mechanisms {

namespace {

void fork_child(Call& c) {
    c.run([&] { return c.fork_worker(); });
    if (c.ok()) c.result("child", c.forked());
}

// There is no way back: the event ring keeps the enter, the supervisor tells of the end.
void exit_now(Call& c) {
    const auto status = static_cast<int>(c.integer("status"));
    c.run([&]() -> int { ::_exit(status); });
}

void kill_worker(Call& c) {
    const auto number = static_cast<int>(c.integer("signal"));
    const auto pid = c.pid("worker");
    c.flow_key(static_cast<std::uint32_t>(number));
    c.run([&] { return ::kill(pid, number); });
}

void wait_for(Call& c, pid_t pid) {
    int status = 0;
    const auto flags = static_cast<int>(c.integer("flags"));
    if (c.run([&] { return ::waitpid(pid, &status, flags); }) <= 0) return;
    if (WIFEXITED(status)) {
        c.result("status", WEXITSTATUS(status));
    } else if (WIFSIGNALED(status)) {
        c.result("signal", WTERMSIG(status));
        c.result("core", WCOREDUMP(status) != 0);
    } else if (WIFSTOPPED(status)) {
        c.result("signal", WSTOPSIG(status));
        c.result("stopped", true);
    } else if (WIFCONTINUED(status)) {
        c.result("continued", true);
    }
}

void wait_child(Call& c) {
    wait_for(c, c.pid("child"));
}

void wait_any(Call& c) {
    wait_for(c, -1);
}

void get_pid(Call& c) {
    c.run([] { return ::getpid(); });
}

void get_ppid(Call& c) {
    c.run([] { return ::getppid(); });
}

std::int64_t number_in(const std::string& text) {
    std::int64_t n = 0;
    std::istringstream(text) >> n;
    return n;
}

Result<Fields> observe(std::string_view, std::int64_t pid) {
    const auto directory = "/proc/" + std::to_string(pid);
    std::ifstream status(directory + "/status");
    if (!status) return system_failure("process " + std::to_string(pid), "open", errno);
    Fields out{{"pid", pid}};
    for (std::string line; std::getline(status, line);) {
        const auto colon = line.find(":\t");
        if (colon == std::string::npos) continue;
        const auto key = line.substr(0, colon);
        const auto text = line.substr(colon + 2);
        if (key == "PPid") out.emplace_back("parent", number_in(text));
        if (key == "State") {  // "S (sleeping)"
            const auto open = text.find('('), close = text.rfind(')');
            const bool worded = open != std::string::npos && close != std::string::npos && close > open;
            out.emplace_back("state", worded ? text.substr(open + 1, close - open - 1) : text);
        }
        if (key == "Threads") out.emplace_back("threads", number_in(text));
        if (key == "VmRSS")
            out.emplace_back("resident", number_in(text) * 1024);  // "1234 kB"; no line: a zombie
    }
    std::ifstream file(directory + "/task/" + std::to_string(pid) + "/children");
    if (file) {
        List children;
        for (std::int64_t child = 0; file >> child;)
            children.push_back(child);
        out.emplace_back("children", std::move(children));
    }
    return out;
}

}  // namespace

const Driver& process_driver() {
    static const Driver driver{.operations = {{"fork", fork_child},
                                              {"exit", exit_now},
                                              {"kill", kill_worker},
                                              {"wait", wait_child},
                                              {"wait_any", wait_any},
                                              {"get_pid", get_pid},
                                              {"get_ppid", get_ppid}},
                               .observe = observe};
    return driver;
}

}  // namespace ipcscope::mechanisms

// The files of a bus lie in the private directory of the run, where all its workers work: "bus-1.conf",
// "bus-1" (the socket), "bus-1.pid". The directory goes at the end of the run, and every process that was
// started in the run is found by its environment, so nothing is left that a journal would have to know.
#include "mechanisms/dbus/daemon.h"

#include "base/unique_fd.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <poll.h>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>

namespace ipcscope::mechanisms::dbus {

namespace {

constexpr std::int64_t most_buses = 1000;
constexpr int stop_limit_ms = 5000;

// The guards that this process has started, by number of the bus.
std::map<std::int64_t, pid_t>& guards() {
    static std::map<std::int64_t, pid_t> all;
    return all;
}

std::string path_of(std::int64_t number) {
    std::error_code failed;
    return (std::filesystem::current_path(failed) / fmt::format("bus-{}", number)).string();
}

// Octets that may not stand in an address as they are (D-Bus specification, "Server Addresses").
std::string escaped(const std::string& path) {
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-_/.\\*").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string configuration(const std::string& address) {
    return fmt::format(R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)",
                       address);
}

// The first number that no bus of this run has; its configuration is written. 0 = none, errno says why.
std::int64_t new_configuration() {
    for (std::int64_t number = 1; number <= most_buses; ++number) {
        const auto path = path_of(number) + ".conf";
        const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!file && errno == EEXIST) continue;
        if (!file) return 0;
        const auto text = configuration(bus_address(number));
        return ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? number
                                                                                                  : 0;
    }
    errno = EMFILE;
    return 0;
}

void default_signals() {
    for (int number = 1; number < NSIG; ++number)
        if (number != SIGKILL && number != SIGSTOP) ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void die_with_parent(int signal, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, signal);
    if (::getppid() != parent) ::_exit(0);
}

// Between worker and daemon, so that the daemon is no child of the worker, which has its own to wait for.
// Made without an exit signal: such a child is left out by wait(2) and does not send SIGCHLD. Nothing here
// may allocate: the process is a copy that the C library knows nothing of.
[[noreturn]] void guard(pid_t worker, int out, const char* const* arguments) {
    die_with_parent(SIGKILL, worker);
    default_signals();
    if (out == 3)
        ::fcntl(out, F_SETFD, 0);
    else
        ::dup2(out, 3);
    ::syscall(SYS_close_range, 4u, ~0u, 0u);
    const pid_t self = ::getpid();
    const pid_t daemon = ::fork();
    if (daemon == 0) {
        die_with_parent(SIGTERM, self);
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int fd : {0, 1, 2})
            ::dup2(nothing, fd);
        char said[16];
        int length = std::snprintf(said, sizeof said, "%d\n", ::getpid());
        (void)!::write(3, said, static_cast<std::size_t>(length));
        ::execvp(arguments[0], const_cast<char* const*>(arguments));
        length = std::snprintf(said, sizeof said, "!%d", errno);
        (void)!::write(3, said, static_cast<std::size_t>(length));
        ::_exit(127);
    }
    ::close(3);
    while (::waitpid(daemon, nullptr, 0) < 0 && errno == EINTR) {
    }
    ::_exit(0);
}

pid_t start_guard(int out, const char* const* arguments) {
    const pid_t worker = ::getpid();
    const auto pid = static_cast<pid_t>(::syscall(SYS_clone, 0ul, nullptr, nullptr, nullptr, 0ul));
    if (pid == 0) guard(worker, out, arguments);
    return pid;
}

void reap(pid_t guard) {
    while (::waitpid(guard, nullptr, __WCLONE) < 0 && errno == EINTR) {
    }
}

// Its process number, and what the daemon says once it listens: a line each. Or "!errno" of an exec that
// failed.
std::int64_t listen_to(int from, std::string& said) {
    char part[512];
    while (std::count(said.begin(), said.end(), '\n') < 2 && said.find('!') == std::string::npos) {
        const auto got = ::read(from, part, sizeof part);
        if (got < 0) return -1;
        if (got == 0) break;
        said.append(part, static_cast<std::size_t>(got));
    }
    errno = EPROTO;  // it ended without a word
    if (const auto at = said.find('!'); at != std::string::npos) errno = std::atoi(said.c_str() + at + 1);
    return std::count(said.begin(), said.end(), '\n') == 2 ? 0 : -1;
}

pid_t daemon_of(std::int64_t number) {
    pid_t pid = 0;
    std::ifstream(path_of(number) + ".pid") >> pid;
    std::string name;
    std::getline(std::ifstream(fmt::format("/proc/{}/comm", pid)), name);
    return pid > 1 && name == "dbus-daemon" ? pid : 0;
}

}  // namespace

std::string bus_address(std::int64_t number) {
    return "unix:path=" + escaped(path_of(number));
}

void start_bus(Call& call) {
    if (path_of(most_buses).size() >= sizeof(sockaddr_un::sun_path))
        return call.refuse(
            fmt::format("the directory of the run has too long a name for a socket: {}", path_of(1)));
    std::int64_t number = 0;
    std::string said;
    pid_t guard = 0;
    call.run([&]() -> std::int64_t {
        number = new_configuration();
        if (number == 0) return -1;
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return -1;
        UniqueFd from(ends[0]), to(ends[1]);
        const auto file = "--config-file=" + path_of(number) + ".conf";
        const char* arguments[] = {"dbus-daemon", file.c_str(),        "--nofork",
                                   "--nopidfile", "--print-address=3", nullptr};
        guard = start_guard(to.get(), arguments);
        if (guard < 0) return -1;
        to.reset();
        if (listen_to(from.get(), said) == 0) return 0;
        const int code = errno;
        ::kill(guard, SIGKILL);  // the daemon follows
        reap(guard);
        errno = code;
        return -1;
    });
    if (!call.ok()) return;
    guards()[number] = guard;
    const auto line = said.find('\n');
    const int pid = std::atoi(said.c_str());
    std::ofstream(path_of(number) + ".pid") << pid << '\n';
    call.result("address", said.substr(line + 1, said.size() - line - 2));
    call.result("pid", pid);
    call.opened("bus", {.kind = "bus",
                        .native = number,
                        .key = "bus:" + path_of(number),
                        .label = fmt::format("bus-{}", number)});
}

void stop_bus(Call& call) {
    const auto number = call.native("bus");
    const pid_t pid = daemon_of(number);
    call.run([&]() -> std::int64_t {
        if (pid == 0) return errno = ESRCH, -1;
        const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
        if (!process || ::kill(pid, SIGTERM) != 0) return -1;
        pollfd ended{process.get(), POLLIN, 0};
        const int ready = ::poll(&ended, 1, stop_limit_ms);
        if (ready == 0) errno = ETIMEDOUT;
        return ready > 0 ? 0 : -1;
    });
    if (!call.ok()) return;
    ::unlink((path_of(number) + ".pid").c_str());
    ::unlink(path_of(number).c_str());
    call.closed("bus");
    call.removed("bus");
    if (const auto found = guards().find(number); found != guards().end()) {
        reap(found->second);
        guards().erase(found);
    }
}

Result<Fields> observe_bus(std::int64_t number) {
    const pid_t pid = daemon_of(number);
    return Fields{{"address", bus_address(number)}, {"pid", static_cast<int>(pid)}, {"running", pid != 0}};
}

}  // namespace ipcscope::mechanisms::dbus

#include "mechanisms/driver.h"

#include "base/signals.h"
#include "mechanisms/signal/information.h"
#include "mechanisms/signal/names.h"
#include "mechanisms/signal/observe.h"

#include <cerrno>
#include <limits>
#include <signal.h>
#include <unistd.h>

#include <sys/resource.h>

namespace ipcscope::mechanisms {

namespace {

// Unsigned: SA_RESETHAND is the highest bit of an int.
constexpr std::uint32_t known_flags =
    SA_RESTART | SA_SIGINFO | SA_RESETHAND | SA_NODEFER | SA_NOCLDSTOP | SA_NOCLDWAIT;

// Looked up before a handler is installed, so that the handler need not.
OperationId delivered;

void report(const Information& information) {
    const int kept = errno;
    const EncodedInformation results(information);
    signal_events().delivered(delivered, information.signal, results.view());
    errno = kept;
}

void on_signal(int number) {
    report({.signal = number});
}

void on_signal_info(int, siginfo_t* info, void*) {
    report(information_of(*info));
}

sigset_t to_set(const List& list) {
    sigset_t set;
    sigemptyset(&set);
    for (const auto& item : list)
        sigaddset(&set, static_cast<int>(item.integer()));
    return set;
}

List to_list(const sigset_t& set) {
    List list;
    for (const auto& [name, number] : signal_names())
        if (sigismember(&set, number) == 1) list.push_back(number);
    return list;
}

int number_of(Call& c) {
    const auto number = static_cast<int>(c.integer("signal"));
    c.flow_key(static_cast<std::uint32_t>(number));
    return number;
}

void kill_one(Call& c) {
    const auto pid = c.pid("target");
    const auto number = number_of(c);
    c.run([&] { return ::kill(pid, number); });
}

void queue_one(Call& c) {
    const auto pid = c.pid("target");
    const auto number = number_of(c);
    sigval value{};
    value.sival_int = static_cast<int>(c.integer("value"));
    c.run([&] { return ::sigqueue(pid, number, value); });
}

void thread_kill(Call& c) {
    const auto pid = c.pid("target");
    const auto number = number_of(c);
    const auto given = static_cast<pid_t>(c.integer("thread"));
    const auto thread = given == 0 ? pid : given;
    c.run([&] { return ::tgkill(pid, thread, number); });
}

void probe(Call& c) {
    const auto pid = c.pid("target");
    c.run([&] { return ::kill(pid, 0); });
}

struct Names {
    const char *disposition, *flags, *mask;
};

void tell(Call& c, const struct sigaction& action, Names names) {
    // SA_RESETHAND leaves SA_SIGINFO behind with SIG_DFL: the function decides, not the flag.
    const auto disposition = action.sa_handler == SIG_DFL   ? disposition_default
                             : action.sa_handler == SIG_IGN ? disposition_ignore
                                                            : disposition_handler;
    c.result(names.disposition, std::int64_t{disposition});
    c.result(names.flags, std::int64_t{static_cast<std::uint32_t>(action.sa_flags) & known_flags});
    c.result(names.mask, to_list(action.sa_mask));
}

void set_action(Call& c) {
    struct sigaction action {
    }, previous{};
    const auto disposition = c.integer("disposition");
    action.sa_flags = static_cast<int>(c.integer("flags"));
    action.sa_mask = to_set(c.list("mask"));
    delivered = operation_id("signal.delivered");
    if (disposition != disposition_handler) {
        action.sa_flags &= ~SA_SIGINFO;  // says which member holds the function, and there is none
        action.sa_handler = disposition == disposition_ignore ? SIG_IGN : SIG_DFL;
    } else if ((action.sa_flags & SA_SIGINFO) != 0) {
        action.sa_sigaction = on_signal_info;
    } else {
        action.sa_handler = on_signal;
    }
    const auto number = static_cast<int>(c.integer("signal"));
    c.run([&] { return ::sigaction(number, &action, &previous); });
    if (c.ok()) tell(c, previous, {"previous", "previous_flags", "previous_mask"});
}

void get_action(Call& c) {
    struct sigaction now {};
    const auto number = static_cast<int>(c.integer("signal"));
    c.run([&] { return ::sigaction(number, nullptr, &now); });
    if (c.ok()) tell(c, now, {"disposition", "flags", "mask"});
}

void change_mask(Call& c) {
    const auto set = to_set(c.list("set"));
    sigset_t previous{};
    const auto how = static_cast<int>(c.integer("how"));
    c.run([&] { return ::sigprocmask(how, &set, &previous); });
    if (c.ok()) c.result("previous", to_list(previous));
}

void pending(Call& c) {
    sigset_t set{};
    c.run([&] { return ::sigpending(&set); });
    if (c.ok()) c.result("pending", to_list(set));
}

void suspend(Call& c) {
    const auto set = to_set(c.list("mask"));
    c.run([&] { return ::sigsuspend(&set); });
}

void pause_here(Call& c) {
    c.run([] { return ::pause(); });
}

void took(Call& c, const siginfo_t& info) {
    const auto information = information_of(info);
    c.flow_key(static_cast<std::uint32_t>(information.signal));
    information.each_number([&](const char* name, std::int64_t number) { c.result(name, number); });
    if (information.code[0]) c.result("code", information.code);
}

void wait_info(Call& c) {
    const auto set = to_set(c.list("set"));
    siginfo_t info{};
    if (c.run([&] { return ::sigwaitinfo(&set, &info); }) > 0) took(c, info);
}

void timed_wait(Call& c) {
    const auto set = to_set(c.list("set"));
    const auto limit = c.integer("timeout");
    const timespec timeout{limit / 1'000'000'000, limit % 1'000'000'000};
    siginfo_t info{};
    if (c.run([&] { return ::sigtimedwait(&set, &info, &timeout); }) > 0) took(c, info);
}

void alarm_in(Call& c) {
    const auto seconds = static_cast<unsigned>(c.integer("seconds"));
    c.run([&] { return ::alarm(seconds); });
}

// RLIM_INFINITY is the largest number there is.
std::int64_t shown(rlim_t limit) {
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    return limit > static_cast<rlim_t>(largest) ? largest : static_cast<std::int64_t>(limit);
}

void set_limit(Call& c) {
    rlimit limit{};
    ::getrlimit(RLIMIT_SIGPENDING, &limit);
    const auto previous = limit.rlim_cur;
    limit.rlim_cur = static_cast<rlim_t>(c.integer("queued"));
    c.run([&] { return ::setrlimit(RLIMIT_SIGPENDING, &limit); });
    if (!c.ok()) return;
    c.result("previous", shown(previous));
    c.result("hard", shown(limit.rlim_max));
}

}  // namespace

const Driver& signal_driver() {
    static const Driver driver{.operations = {{"kill", kill_one},
                                              {"queue", queue_one},
                                              {"tgkill", thread_kill},
                                              {"probe", probe},
                                              {"action", set_action},
                                              {"get_action", get_action},
                                              {"mask", change_mask},
                                              {"pending", pending},
                                              {"suspend", suspend},
                                              {"pause", pause_here},
                                              {"wait_info", wait_info},
                                              {"timed_wait", timed_wait},
                                              {"alarm", alarm_in},
                                              {"set_limit", set_limit}},
                               .observe = observe_signals};
    return driver;
}

}  // namespace ipcscope::mechanisms

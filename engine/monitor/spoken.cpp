#include "monitor/spoken.h"

#include "base/tr.h"
#include "snapshot/kinds.h"

#include <algorithm>

namespace ipcscope {
namespace {

// Of the look at the processes, which belongs to no mechanism.
constexpr const char* of_processes[] = {
    IPC_TR("what %1 of 32 bits wait for"),
    IPC_TR("descriptors of %1"),
    IPC_TR("mapped memory of %1"),
    IPC_TR("what %1 wait for"),
    IPC_TR("most descriptors of %1: too many"),
    IPC_TR("descriptors that only some threads of %1 have"),
    IPC_TR("part of %1: it could not be read"),
    IPC_TR("processes outside this pid namespace"),
    IPC_TR("a probe in the first pid namespace"),
    IPC_TR("it is mounted with noatime"),
    IPC_TR("process %1: it did not answer in time before"),
    IPC_TR("left out: it did not answer in time before"),
    IPC_TR("holders and waiters were not asked for"),
    IPC_TR("not asked for"),
    IPC_TR("processes of other users: /proc is mounted with %1"),
    IPC_TR("%1 processes: the probe may not have more files open"),
    IPC_TR("no process can be seen: /proc cannot be read"),
    IPC_TR("a mounted /proc"),
    IPC_TR("a higher limit of open files (ulimit -n)"),
    IPC_TR("1 process"),
    IPC_TR("%1 processes"),
    IPC_TR("%1 of other IPC namespaces, with %2 in them"),
    IPC_TR("objects of other IPC namespaces, if there are any: %1 may not be looked into"),
    IPC_TR("sockets of other network namespaces, if there are any: %1 may not be looked into"),
    IPC_TR("a probe inside that namespace (nsenter -i)"),
    IPC_TR("sockets in another network namespace, with %1 in it"),
    IPC_TR("sockets in %1 other network namespaces, with %2 in them"),
    IPC_TR("this kernel does not tell"),
    IPC_TR("the process has ended"),
    IPC_TR("the process is of another pid namespace"),
};

// Of looks into objects: how, what is not shown, why not; those that several mechanisms share.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): long texts stand on several lines
constexpr const char* of_looks[] = {
    IPC_TR("no process has a descriptor of it"),
    IPC_TR("no process that may be looked into has a descriptor of it; it takes CAP_SYS_PTRACE to look into "
           "those of other users"),
    IPC_TR("this needs a descriptor, and none was allowed to be fetched: it would copy %1 for some "
           "microseconds (pidfd_getfd), %2, and close it again"),
    IPC_TR("count its bytes and copy them with tee(2), which leaves them there"),
    IPC_TR("look at what waits with recv and MSG_PEEK, which takes nothing"),
    IPC_TR("descriptor %1 of process %2"),
    IPC_TR("%1 was fetched for %2 microseconds: %3"),
    IPC_TR("FIONREAD and F_GETPIPE_SZ"),
    IPC_TR("FIONREAD, F_GETPIPE_SZ and tee(2), nothing was taken"),
    IPC_TR("FIONREAD and F_GETPIPE_SZ, there is nothing in it"),
    IPC_TR("recv with MSG_PEEK, nothing was taken"),
    IPC_TR(
        "no process that may be looked into has it open to read: its contents can be copied only from such "
        "an end"),
    IPC_TR("somebody was faster: it is empty now"),
    IPC_TR("the first %1 of %2 bytes"),
    IPC_TR("the first %1 of %2 messages"),
    IPC_TR("the first of the bytes that wait"),
    IPC_TR("nothing waits to be received"),
    IPC_TR("what comes next is empty: a message of no bytes, or the end"),
    IPC_TR("it listens, and carries no data itself"),
    IPC_TR("the first message; those behind it are not shown"),
    IPC_TR("the beginning of the first message; those behind it are not shown"),
    IPC_TR("an error waits to be told to its owner; a look would take it away"),
    IPC_TR("its program looks ahead itself (SO_PEEK_OFF): a look from here would move its place"),
    IPC_TR("process %1 has closed it"),
    IPC_TR(
        "process %1 may not be looked into: Yama allows it only to its parents (ptrace_scope %2); it takes "
        "CAP_SYS_PTRACE"),
    IPC_TR("process %1 may not be looked into: it belongs to another user or protects itself; it takes "
           "CAP_SYS_PTRACE"),
    IPC_TR("the permissions of the %1 do not let this user read it; CAP_IPC_OWNER passes them"),
    IPC_TR(
        "the %1 is in another IPC namespace, where nothing is done or looked into from here: nsenter -i -t "
        "PID ipcs, ipcrm"),
    IPC_TR("%1 of %2 pages are shown as zeros: no process that may be looked into has touched them"),
    IPC_TR("%1 of %2 bytes, from %3 on"),
    IPC_TR("there is no %1 any more"),
    IPC_TR("%1 cannot be opened for reading"),
    IPC_TR("%1 cannot be removed"),
    IPC_TR("%1 cannot be changed"),
    IPC_TR("%1 is not the one that was seen: that one is gone, and another has its name or number now"),
    IPC_TR("%1 is not the one that was seen: another one has its name now"),
    IPC_TR("%1 is not the one that was seen: it was made anew since"),
    IPC_TR("%1 leads to another file here than the one that was seen: nothing is done to it"),
    IPC_TR("%1 was seen by a probe that has ended since: it has to be looked at again"),
    IPC_TR("%1 belongs to another user, whose processes may not be looked into: it takes CAP_SYS_PTRACE"),
    IPC_TR("%1 cannot be looked at"),
    IPC_TR("%1 leads nowhere on purpose: systemd covers with it what a service may not reach"),
    IPC_TR("%1 is in use: %2"),
};
// NOLINTEND(bugprone-suspicious-missing-comma)

// What stands in cells beside names and figures.
constexpr const char* of_cells[] = {
    IPC_TR("not permitted"),
    IPC_TR("not permitted, needs %1"),
    IPC_TR("not available"),
    IPC_TR("not available: %1"),
    IPC_TR("%1 or more"),
    IPC_TR("%1 (gone)"),
    IPC_TR("%1 (not seen)"),
    IPC_TR("nobody seen; %1 cannot be looked into"),
    IPC_TR("some processes"),
    IPC_TR("yes"),
    IPC_TR("no"),
    IPC_TR("none"),
    IPC_TR("never"),
    IPC_TR("unlimited"),
    IPC_TR("%1 bytes"),
    IPC_TR("1 day"),
    IPC_TR("%1 days"),
};

// How much of a pattern is fixed: the one that says most is tried first.
std::size_t fixed(std::string_view pattern) {
    return pattern.size() - 2 * static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '%'));
}

// Places of arguments stand in order: %1 before %2.
bool fits(std::string_view pattern, std::string_view text, std::vector<std::string_view>& args) {
    args.clear();
    while (true) {
        const auto place = pattern.find('%');
        const auto before = pattern.substr(0, place);
        if (!text.starts_with(before)) return false;
        text.remove_prefix(before.size());
        if (place == std::string_view::npos) return text.empty();
        pattern.remove_prefix(place + 2);
        // Up to what follows it; the last one takes the rest.
        const auto next = pattern.substr(0, pattern.find('%'));
        const auto end = next.empty() ? text.size()
                         : next.size() == pattern.size()
                             ? (text.ends_with(next) ? text.size() - next.size() : std::string_view::npos)
                             : text.find(next);
        if (end == std::string_view::npos || end == 0) return false;
        args.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

}  // namespace

const std::vector<const char*>& spoken_patterns() {
    static const std::vector<const char*> all = [] {
        std::vector<const char*> patterns(std::begin(of_processes), std::end(of_processes));
        patterns.insert(patterns.end(), std::begin(of_looks), std::end(of_looks));
        patterns.insert(patterns.end(), std::begin(of_cells), std::end(of_cells));
        for (const auto* spec : monitor_specs())
            patterns.insert(patterns.end(), spec->words.begin(), spec->words.end());
        std::stable_sort(patterns.begin(), patterns.end(),
                         [](const char* a, const char* b) { return fixed(a) > fixed(b); });
        return patterns;
    }();
    return all;
}

Spoken take_apart(std::string_view english) {
    Spoken out;
    for (const char* pattern : spoken_patterns()) {
        if (!fits(pattern, english, out.args)) continue;
        out.pattern = pattern;
        return out;
    }
    out.args.clear();
    return out;
}

}  // namespace ipcscope

#include "monitor/spoken.h"

#include "base/tr.h"
#include "snapshot/kinds.h"

#include <algorithm>

namespace ipcscope {
namespace {

// Of the look at the processes, which belongs to no mechanism.
constexpr const char* of_processes[] = {
    IPC_TR("descriptors of %1"),
    IPC_TR("mapped memory of %1"),
    IPC_TR("what %1 wait for"),
    IPC_TR("most descriptors of %1: too many"),
    IPC_TR("descriptors that only some threads of %1 have"),
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
    IPC_TR("%1 of other IPC namespaces, where %2 live"),
    IPC_TR("a probe inside that namespace (nsenter -i)"),
    IPC_TR("sockets in another network namespace that %1 live in"),
    IPC_TR("sockets in %1 other network namespaces that %2 live in"),
    IPC_TR("this kernel does not tell"),
    IPC_TR("the process has ended"),
    IPC_TR("the process is of another pid namespace"),
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

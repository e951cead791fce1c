#include "monitor/advisor.h"

#include "base/tr.h"
#include "monitor/advice_words.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ipcscope {

std::vector<Finding> advise(const Snapshot& now, const Snapshot* before) {
    std::vector<Finding> out;
    const Look look{now, before, out};
    for (const auto rule :
         {find_leaks, find_nearly_full, find_removed, find_marked, find_stopped, find_pending, find_stuck})
        rule(look);
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
        return std::tie(b.severity, a.id) < std::tie(a.severity, b.id);
    });
    return out;
}

const char* severity_words(Finding::Severity severity) {
    switch (severity) {
        case Finding::Severity::hint: return IPC_TR("hint");
        case Finding::Severity::warning: return IPC_TR("warning");
        case Finding::Severity::problem: return IPC_TR("problem");
    }
    return "";
}

const char* finding_title(std::string_view id) {
    struct Title {
        std::string_view id;
        const char* title;
    };
    static constexpr Title titles[] = {
        {"leak", IPC_TR("Left behind")},
        {"nearly_full", IPC_TR("Nearly full")},
        {"limit", IPC_TR("Limit of this machine")},
        {"removed", IPC_TR("Removed, still in memory")},
        {"stuck", IPC_TR("Stuck")},
        {"forgotten_end", IPC_TR("Forgotten end")},
        {"stale_path", IPC_TR("Path that leads nowhere")},
        {"dead_owner", IPC_TR("Dead owner")},
        {"stopped_owner", IPC_TR("Stopped owner")},
        {"signal_pending", IPC_TR("Signal that does not arrive")},
    };
    const auto* found =
        std::find_if(std::begin(titles), std::end(titles), [&](const Title& t) { return t.id == id; });
    return found == std::end(titles) ? "" : found->title;
}

}  // namespace ipcscope

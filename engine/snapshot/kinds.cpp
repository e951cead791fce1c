#include "snapshot/kinds.h"

#include <algorithm>
#include <utility>

namespace ipcscope {

std::span<const MonitorSpec* const> monitor_specs() {
    static const auto specs = [] {
        auto all = all_monitor_specs();
        // Figures of the machine, which nobody holds, come last.
        const auto order = [](const MonitorSpec* spec) {
            const bool figures = std::none_of(spec->kinds.begin(), spec->kinds.end(),
                                              [](const MonitoredKind& kind) { return kind.held; });
            return std::pair(figures, spec->group);
        };
        std::stable_sort(all.begin(), all.end(),
                         [&](const MonitorSpec* a, const MonitorSpec* b) { return order(a) < order(b); });
        return all;
    }();
    return specs;
}

std::span<const KindRef> monitored_kinds() {
    static const auto kinds = [] {
        std::vector<KindRef> all;
        for (const auto* spec : monitor_specs())
            for (const auto& kind : spec->kinds)
                all.push_back({spec, &kind});
        return all;
    }();
    return kinds;
}

std::size_t kind_index(std::string_view mechanism, std::string_view kind) {
    const auto kinds = monitored_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].mechanism->mechanism == mechanism && kinds[i].kind->id == kind) return i;
    return no_kind;
}

std::size_t kind_of_prefix(std::string_view prefix) {
    const auto kinds = monitored_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].kind->prefix == prefix) return i;
    return no_kind;
}

std::size_t field_index(const MonitoredKind& kind, std::string_view field) {
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
        if (kind.fields[i].name == field) return i;
    return no_kind;
}

}  // namespace ipcscope

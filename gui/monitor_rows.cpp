#include "monitor_rows.h"

#include "monitor_words.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace ipcscope {

namespace {

// Start times are in hundredths of a second since boot: their low 32 bits do not come again.
quint64 processGroup(const SeenProcess& process) {
    return static_cast<quint64>(static_cast<quint32>(process.pid)) << 32 |
           (process.start_ticks & 0xffffffffu);
}

struct Buckets {
    std::vector<MonitorGroup> groups;
    std::vector<std::vector<ObjectIndex>> objects;  // by group
    std::map<quint64, std::size_t> by_key;

    void add(quint64 key, quint32 of, ObjectIndex object, bool waited) {
        const auto [found, fresh] = by_key.try_emplace(key, groups.size());
        if (fresh) {
            groups.push_back({key, of, 0, 0, false});
            objects.emplace_back();
        }
        auto& group = groups[found->second];
        ++group.objects;
        group.waits += waited;
        objects[found->second].push_back(object);
    }
};

std::vector<quint32> mechanismOfKinds() {
    const auto specs = monitor_specs();
    std::vector<quint32> out;
    for (const auto& kind : monitored_kinds())
        out.push_back(
            static_cast<quint32>(std::find(specs.begin(), specs.end(), kind.mechanism) - specs.begin()));
    return out;
}

void addProcesses(const Snapshot& snapshot, const SeenObject& object, ObjectIndex index, Buckets& buckets) {
    std::vector<ProcessIndex> seen;
    const auto add = [&](ProcessIndex process) {
        if (process >= snapshot.processes.size() || std::count(seen.begin(), seen.end(), process)) return;
        seen.push_back(process);
        buckets.add(processGroup(snapshot.processes[process]), process, index, object.wait_count > 0);
    };
    for (const auto& hold : snapshot.holds_of(object))
        if (is_holder(hold.kind)) add(hold.process);
    for (const auto& wait : snapshot.waits_of(object))
        add(wait.process);
    if (seen.empty()) buckets.add(1, none_index, index, object.wait_count > 0);
}

// What has no such figure comes last in either direction.
void sortByFilling(const Snapshot& snapshot, std::vector<ObjectIndex>& objects, bool descending) {
    std::vector<double> filling(snapshot.objects.size(), -1);
    for (const auto object : objects)
        filling[object] = fillingOf(snapshot, snapshot.objects[object]).value_or(-1);
    std::stable_sort(objects.begin(), objects.end(), [&](ObjectIndex a, ObjectIndex b) {
        if ((filling[a] < 0) != (filling[b] < 0)) return filling[b] < 0;
        return descending ? filling[a] > filling[b] : filling[a] < filling[b];
    });
}

}  // namespace

MonitorRows arrangeRows(const Snapshot& snapshot, const MonitorView& view) {
    MonitorRows out;
    std::vector<ObjectIndex> objects;
    if (view.filter) {
        objects = view.filter->rows(snapshot);
    } else {
        objects.resize(snapshot.objects.size());
        std::iota(objects.begin(), objects.end(), ObjectIndex{0});
    }
    if (view.probe)
        out.own = std::erase_if(objects, [&](ObjectIndex object) {
            return is_own(snapshot, snapshot.objects[object], view.own, view.probe);
        });
    out.matching = objects.size();
    if (view.byFilling) sortByFilling(snapshot, objects, view.descending);
    if (view.sort && !view.byFilling) sort_rows(snapshot, objects, *view.sort, view.descending);
    if (view.grouping == MonitorGrouping::none) {
        out.rows.reserve(objects.size());
        for (const auto object : objects)
            out.rows.push_back({0, 0, object, false});
        return out;
    }

    Buckets buckets;
    const auto mechanisms = mechanismOfKinds();
    for (const auto index : objects) {
        const auto& object = snapshot.objects[index];
        const bool waited = object.wait_count > 0;
        if (view.grouping == MonitorGrouping::mechanism)
            buckets.add(mechanisms[object.kind] + quint64{1}, mechanisms[object.kind], index, waited);
        else if (view.grouping == MonitorGrouping::user)
            buckets.add(object.uid + quint64{1}, object.uid, index, waited);
        else
            addProcesses(snapshot, object, index, buckets);
    }
    std::vector<std::size_t> order(buckets.groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Mechanisms in the order of the schema, users and processes by number; what nobody holds comes last.
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return buckets.groups[a].of < buckets.groups[b].of; });
    const bool few = view.grouping == MonitorGrouping::mechanism;
    for (const auto index : order) {
        auto group = buckets.groups[index];
        const auto decided = view.folds.find(group.key);
        group.folded = decided != view.folds.end()
                           ? decided->second
                           : objects.size() > mostOpenRows && (!few || group.objects > mostOpenGroup);
        const auto number = static_cast<quint32>(out.groups.size());
        out.groups.push_back(group);
        out.rows.push_back({group.key, MonitorRow::head, number, false});
        if (group.folded) continue;
        for (const auto object : buckets.objects[index])
            out.rows.push_back({group.key, 0, object, false});
    }
    return out;
}

}  // namespace ipcscope

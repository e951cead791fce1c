// A part of a snapshot as a graph.
#include "monitor_graph.h"
#include "monitor_words.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace ipcscope {

namespace {

struct Graph {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::MonitorGraph)
};

constexpr quint64 processBit = quint64{1} << 63;

// The same for the same thing in every sample.
quint64 objectKey(const std::string& ref) {
    return std::hash<std::string>()(ref) & ~processBit;
}
quint64 processKey(const SeenProcess& process) {
    return processBit | static_cast<quint64>(static_cast<quint32>(process.pid)) << 31 |
           (process.start_ticks & 0x7fffffff);
}
quint64 edgeKey(quint64 from, quint64 to) {
    return from * 0x9e3779b97f4a7c15u ^ (to + (from >> 7));
}

struct Way {
    bool out = false, in = false;  // of the process: it writes, it reads
    bool unknown = false;
    bool waitsToRead = false, waitsToWrite = false, waits = false;
    QStringList words;
};

class Builder {
public:
    explicit Builder(const Snapshot& snapshot) : snapshot_(snapshot) {}

    void around(ObjectIndex object) {
        take(object);
        for (const auto other : snapshot_.ends_of(snapshot_.objects[object]))
            take(other);
        takeHolders();
    }
    void aroundProcess(ProcessIndex process) {
        processes_.insert(process);
        std::vector<ObjectIndex> objects;
        for (const auto& wait : snapshot_.waits)
            if (wait.process == process) objects.push_back(wait.object);
        for (const bool joined : {true, false})
            for (const auto& hold : snapshot_.holds)
                if (hold.process == process && is_holder(hold.kind) &&
                    hold.object < snapshot_.objects.size() && joins(snapshot_.objects[hold.object]) == joined)
                    objects.push_back(hold.object);
        std::set<ObjectIndex> taken;  // it may have one more than once
        for (const auto object : objects)
            if (taken.insert(object).second) takeWhole(object);
    }
    // What joins somebody with somebody: objects that only one process has say nothing about the others. Or
    // what was asked for. Waits first: they are what people look for.
    void everything(const RowFilter* filter) {
        std::vector<ObjectIndex> objects;
        if (filter) {
            objects = filter->rows(snapshot_);
        } else {
            for (std::size_t i = 0; i < snapshot_.objects.size(); ++i)
                if (joins(snapshot_.objects[i])) objects.push_back(static_cast<ObjectIndex>(i));
        }
        std::stable_partition(objects.begin(), objects.end(),
                              [&](ObjectIndex object) { return snapshot_.objects[object].wait_count > 0; });
        for (const auto object : objects)
            takeWhole(object);
    }

    MonitorScene build() {
        MonitorScene out;
        out.leftOut = leftOut_;
        for (const auto process : processes_) {
            const auto& seen = snapshot_.processes[process];
            GraphNode node;
            node.key = processKey(seen);
            node.label = fromUtf8(printable(snapshot_.text(seen.name)));
            node.detail = Graph::tr("pid %1").arg(seen.pid);
            node.toolTip = plainTip(fromUtf8(printable(snapshot_.text(seen.command))));
            if (node.toolTip.isEmpty()) node.toolTip = processText(snapshot_, process);
            out.scene.nodes.push_back(std::move(node));
            out.processes.push_back(process);
        }
        for (const auto index : objects_) {
            const auto& object = snapshot_.objects[index];
            const auto ref = snapshot_.ref(object);
            GraphNode node;
            node.key = objectKey(ref);
            node.shape = GraphNode::Shape::object;
            node.label = shortened(objectTitle(snapshot_, object));
            node.detail = stateText(snapshot_, object);
            if (node.detail.isEmpty()) node.detail = kindText(snapshot_, object);
            node.detail = shortened(node.detail);
            node.toolTip = kindText(snapshot_, object) + QLatin1Char('\n') + fromUtf8(ref);
            node.colour = static_cast<quint16>(object.kind);
            if (object.wait_count) node.state = GraphNode::State::waiting;
            node.ended = object.removed;
            out.scene.nodes.push_back(std::move(node));
            out.objects.push_back(index);
            addEdges(object, objectKey(ref), out.scene);
        }
        return out;
    }

private:
    static QString shortened(const QString& text) {
        constexpr int most = 28;
        return text.size() <= most ? text : text.left(most / 2) + QChar(0x2026) + text.right(most / 2 - 1);
    }
    bool joins(const SeenObject& object) const {
        return object.wait_count || object.end_count || holders_of(snapshot_, object).size() > 1;
    }
    // With its other ends and all who have them, or not at all: objects without processes say nothing.
    void takeWhole(ObjectIndex object) {
        if (object >= snapshot_.objects.size() || objects_.contains(object)) return;
        std::set<ObjectIndex> objects = {object};
        for (const auto end : snapshot_.ends_of(snapshot_.objects[object]))
            if (end < snapshot_.objects.size() && !objects_.contains(end)) objects.insert(end);
        std::set<ProcessIndex> processes;
        for (const auto one : objects)
            eachProcess(one, [&](ProcessIndex process) {
                if (!processes_.contains(process)) processes.insert(process);
            });
        if (objects_.size() + processes_.size() + objects.size() + processes.size() > mostGraphNodes) {
            ++leftOut_;
            return;
        }
        objects_.merge(objects);
        processes_.merge(processes);
    }
    template <typename Take>
    void eachProcess(ObjectIndex object, Take take) const {
        const auto& seen = snapshot_.objects[object];
        for (const auto& hold : snapshot_.holds_of(seen))
            if (is_holder(hold.kind) && hold.process < snapshot_.processes.size()) take(hold.process);
        for (const auto& wait : snapshot_.waits_of(seen))
            if (wait.process < snapshot_.processes.size()) take(wait.process);
    }
    bool room() {
        const bool some = objects_.size() + processes_.size() < mostGraphNodes;
        leftOut_ += !some;
        return some;
    }
    void take(ObjectIndex object) {
        if (object < snapshot_.objects.size() && !objects_.contains(object) && room())
            objects_.insert(object);
    }
    void takeHolders() {
        for (const auto object : objects_)
            eachProcess(object, [&](ProcessIndex process) {
                if (!processes_.contains(process) && room()) processes_.insert(process);
            });
    }

    void addEdges(const SeenObject& object, quint64 key, GraphScene& scene) {
        std::map<ProcessIndex, Way> ways;
        for (const auto& hold : snapshot_.holds_of(object)) {
            if (!is_holder(hold.kind) || !processes_.contains(hold.process)) continue;
            auto& way = ways[hold.process];
            way.out |= hold.access == Access::write || hold.access == Access::both;
            way.in |= hold.access == Access::read || hold.access == Access::both;
            way.unknown |= hold.access == Access::unknown;
            way.words += holdText(hold);
        }
        for (const auto& wait : snapshot_.waits_of(object)) {
            if (!processes_.contains(wait.process)) continue;
            auto& way = ways[wait.process];
            way.waits = true;
            way.waitsToRead |= wait.direction != Access::write;
            way.waitsToWrite |= wait.direction == Access::write;
        }
        for (const auto& [process, way] : ways) {
            const auto holder = processKey(snapshot_.processes[process]);
            GraphEdge edge;
            edge.flowed = true;  // a way that is there
            edge.both = (way.in && way.out) || (!way.in && !way.out && !way.waits);
            const bool toProcess = way.in || (!way.out && way.waitsToRead);
            edge.from = toProcess && !edge.both ? key : holder;
            edge.to = toProcess && !edge.both ? holder : key;
            edge.key = edgeKey(edge.from, edge.to);
            if (way.waits) {
                edge.state = GraphEdge::State::waiting;
                edge.label = way.waitsToWrite ? Graph::tr("waits for room") : Graph::tr("waits");
            }
            edge.toolTip = way.words.join(QLatin1Char('\n'));
            scene.edges.push_back(std::move(edge));
        }
        // Each pair once.
        for (const auto other : snapshot_.ends_of(object)) {
            if (!objects_.contains(other)) continue;
            const auto otherKey = objectKey(snapshot_.ref(snapshot_.objects[other]));
            if (otherKey <= key) continue;
            GraphEdge edge;
            edge.from = key;
            edge.to = otherKey;
            edge.key = edgeKey(key, otherKey);
            edge.flowed = edge.both = true;
            edge.label = Graph::tr("other end");
            scene.edges.push_back(std::move(edge));
        }
    }

    const Snapshot& snapshot_;
    std::set<ObjectIndex> objects_;
    std::set<ProcessIndex> processes_;
    std::size_t leftOut_ = 0;
};

}  // namespace

MonitorScene neighbourhood(const Snapshot& snapshot, std::optional<ObjectIndex> object,
                           std::optional<ProcessIndex> process, const RowFilter* filter) {
    Builder builder(snapshot);
    if (object)
        builder.around(*object);
    else if (process)
        builder.aroundProcess(*process);
    else
        builder.everything(filter);
    return builder.build();
}

}  // namespace ipcscope

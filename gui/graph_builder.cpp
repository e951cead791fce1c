#include "graph_builder.h"

#include "runtime/stuck.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace ipcscope {

namespace {

constexpr std::size_t readAtOnce = 200'000, countedAtMost = 100'000, lookedBack = 200'000;
constexpr std::ptrdiff_t fewUnused = 24;

struct Graph {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Graph)
};

constexpr quint64 processBit = quint64{1} << 31;

quint64 processKey(std::uint32_t worker) {
    return processBit | worker;
}
quint64 objectKey(std::uint32_t object) {
    return object & (processBit - 1);
}
quint64 edgeKey(quint64 from, quint64 to) {
    return from << 32 | to;
}
bool isEdge(quint64 key) {
    return key >> 32 != 0;
}

QString bytesText(double bytes) {
    static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB"};
    std::size_t unit = 0;
    for (; bytes >= 1000 && unit < 3; ++unit)
        bytes /= 1024;
    const int digits = unit == 0 || bytes >= 100 ? 0 : 1;
    return QStringLiteral("%1 %2").arg(QLocale().toString(bytes, 'f', digits), QLatin1String(units[unit]));
}

QString countText(double count) {
    return QLocale().toString(count, 'f', count < 9.95 && count != std::floor(count) ? 1 : 0);
}

}  // namespace

GraphBuilder::GraphBuilder(std::shared_ptr<const Recording> run) : run_(std::move(run)) {
    for (const auto* mechanism : run_->registry().mechanisms())
        colours_.emplace(mechanism, static_cast<quint16>(colours_.size()));
    for (const auto& ref : run_->registry().operations()) {
        const auto role = ref.operation->flow;
        if (role == FlowRole::none) continue;
        for (const auto& param : ref.operation->params) {
            if (std::string_view(param.name) != ref.operation->object) continue;
            for (const auto& kind : param.type.accepts) {
                directions_[kind].sends |= role != FlowRole::receive;
                directions_[kind].receives |= role != FlowRole::send;
            }
        }
    }
}

// The object at an end of a flow: the one that the call acted on.
quint64 GraphBuilder::objectOf(const Event& event, const Flow& flow) const {
    const auto object = event.object != 0 ? event.object : flow.object.value;
    return object != 0 ? objectKey(object) : 0;
}

void GraphBuilder::add(Counts& counts, const Flow& flow, quint64 times) const {
    const auto& events = run_->events();
    const auto &from = events[flow.from], &to = events[flow.to];
    const quint64 sender = processKey(from.worker), receiver = processKey(to.worker);
    const quint64 first = objectOf(from, flow), second = objectOf(to, flow);
    const auto count = [&](quint64 a, quint64 b) {
        if (a == b) return;
        auto& one = counts[edgeKey(a, b)];
        one.operation = one.flows == 0 || one.operation == from.operation ? from.operation : std::uint16_t{0};
        one.flows += times;
        one.bytes += times * flow.bytes;
        one.seq = std::max<quint64>(one.seq, flow.to);
        one.guess |= flow.guess;
    };
    if (first == 0 && second == 0) return count(sender, receiver);
    if (first != 0) count(sender, first);
    if (first != 0 && second != 0) count(first, second);
    if (second != 0) count(second, receiver);
    if (first == 0) count(sender, second);
    if (second == 0) count(first, receiver);
}

bool GraphBuilder::read(std::optional<std::size_t> until) {
    const auto& flows = run_->flows();
    const auto wanted = std::min(flows.size(), until.value_or(flows.size()));
    const auto end = std::min(wanted, read_ + readAtOnce);
    for (; read_ < end; ++read_)
        add(totals_, flows[FlowId{static_cast<std::uint32_t>(read_ + 1)}], 1);
    if (read_ > wanted) {  // back in time: what was counted is taken away again
        const auto begin = std::max(wanted, read_ - std::min(read_, readAtOnce));
        for (; read_ > begin; --read_)
            add(totals_, flows[FlowId{static_cast<std::uint32_t>(read_)}], ~quint64{0});
        std::erase_if(totals_, [](const auto& item) { return item.second.flows == 0; });
    }
    return read_ == wanted;
}

// Flows stand in the order of their receives.
GraphBuilder::Counts GraphBuilder::countWithin(qint64 t0, qint64 t1, bool& exact) const {
    const auto& flows = run_->flows();
    const auto& events = run_->events();
    const auto at = [&](std::size_t i) -> const Flow& {
        return flows[FlowId{static_cast<std::uint32_t>(i + 1)}];
    };
    const auto after = [&](qint64 time) {
        std::size_t low = 0, high = flows.size();
        while (low < high) {
            const auto middle = (low + high) / 2;
            if (events[at(middle).to].time_ns < time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    Counts counts;
    const auto begin = after(t0), end = after(t1);
    const auto stride = (end - begin) / countedAtMost + 1;
    exact = stride == 1;
    for (auto i = begin; i < end; i += stride)
        add(counts, at(i), stride);
    return counts;
}

GraphNode GraphBuilder::processNode(const RunState& state, const WorkerInfo& worker, qint64 now) const {
    GraphNode node;
    node.key = processKey(worker.id.value);
    node.label = fromUtf8(worker.name);
    node.ended = worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
    const QString status = workerStatusText(*run_, state, worker, now);
    node.toolTip = Graph::tr("%1, pid %2: %3").arg(node.label).arg(worker.pid).arg(status);
    node.detail = node.ended ? status : Graph::tr("pid %1").arg(worker.pid);
    if (worker.status == WorkerStatus::blocked || worker.status == WorkerStatus::stopped) {
        node.state = GraphNode::State::waiting;
        node.badge = worker.status == WorkerStatus::blocked ? Graph::tr("blocked") : Graph::tr("stopped");
    } else if (worker.status == WorkerStatus::held) {
        node.state = GraphNode::State::waiting;
        node.badge = Graph::tr("paused");
    }
    if (!state.stuck) return node;
    for (const auto& deadlock : state.stuck->deadlocks) {
        if (std::find(deadlock.workers.begin(), deadlock.workers.end(), worker.id) == deadlock.workers.end())
            continue;
        if (deadlock.certain) node.state = GraphNode::State::alarm;
        node.badge = deadlock.certain ? Graph::tr("deadlock") : Graph::tr("deadlock?");
        node.toolTip += QLatin1Char('\n') + fromUtf8(deadlock.words);
        if (deadlock.certain) break;
    }
    return node;
}

GraphNode GraphBuilder::objectNode(const ObjectInfo& object, bool held) const {
    GraphNode node;
    node.key = objectKey(object.id.value);
    node.shape = GraphNode::Shape::object;
    node.label = objectText(object);
    node.ended = object.removed || (!held && object.spec && object.spec->held_by_handles);
    if (const auto found = colours_.find(object.mechanism); found != colours_.end())
        node.colour = found->second;
    node.detail = object.mechanism ? schemaText(object.mechanism->title) : QString();
    node.toolTip =
        QStringLiteral("%1\n%2").arg(node.detail, fromUtf8(object.label.empty() ? object.key : object.label));
    if (node.ended) node.detail = Graph::tr("%1, gone").arg(node.detail);
    return node;
}

void GraphBuilder::describe(GraphEdge& edge, const Counts& now, double seconds, bool exact) const {
    const auto whole = totals_.find(edge.key);
    if (whole == totals_.end()) return;
    edge.flowed = true;
    const auto words = [](double flows, double bytes, bool rate) {
        const QString messages = rate ? Graph::tr("%1 msg/s").arg(countText(flows))
                                      : Graph::tr("%n message(s)", nullptr, static_cast<int>(flows));
        if (bytes <= 0) return messages;
        return QStringLiteral("%1, %2").arg(
            messages, rate ? Graph::tr("%1/s").arg(bytesText(bytes)) : bytesText(bytes));
    };
    const QString total =
        words(static_cast<double>(whole->second.flows), static_cast<double>(whole->second.bytes), false);
    // What goes from process to process without an object says itself what it is: a fork, a signal.
    const auto* direct = (edge.from & edge.to & processBit) != 0
                             ? run_->registry().operation(OperationId{whole->second.operation})
                             : nullptr;
    edge.label = !direct ? total
                 : whole->second.flows > 1
                     ? QStringLiteral("%1 ×%2").arg(fromUtf8(direct->name),
                                                    countText(static_cast<double>(whole->second.flows)))
                     : fromUtf8(direct->name);
    edge.toolTip += QLatin1Char('\n') + Graph::tr("In all: %1").arg(total);
    if (whole->second.guess) edge.toolTip += QLatin1Char('\n') + Graph::tr("Some of it is a guess");
    const auto found = now.find(edge.key);
    if (found == now.end() || seconds <= 0) return;
    if (direct && whole->second.flows == 1) {
        edge.rate = 0.05;
        return;
    }
    const double flows = static_cast<double>(found->second.flows) / seconds;
    const double bytes = static_cast<double>(found->second.bytes) / seconds;
    edge.label = (exact ? QString() : QStringLiteral("≈ ")) + words(flows, bytes, true);
    edge.rate = std::clamp(std::max(std::log10(1 + flows) / 6, std::log10(1 + bytes) / 9), 0.05, 1.0);
}

GraphScene GraphBuilder::scene(const Options& options) {
    const auto state = options.state ? options.state : run_->state();
    GraphScene out;
    std::set<quint64> nodes, held;
    std::map<quint64, GraphEdge> edges;
    const auto edge = [&](quint64 from, quint64 to) -> GraphEdge& {
        auto& one = edges[edgeKey(from, to)];
        one.key = edgeKey(from, to);
        one.from = from;
        one.to = to;
        return one;
    };
    for (const auto& [key, count] : totals_)
        edge(key >> 32, key & 0xffffffff);
    for (const auto& item : state->handles) {
        const auto& handle = item.second;
        if (!handle.open_in.empty() || handle.everywhere) held.insert(objectKey(handle.object.value));
        const auto found = directions_.find(handle.kind);
        for (const auto worker : handle.open_in) {
            const auto process = processKey(worker.value), object = objectKey(handle.object.value);
            const bool sends = found != directions_.end() && found->second.sends;
            const bool receives = found != directions_.end() && found->second.receives;
            const auto open = [&](quint64 from, quint64 to) {
                auto& one = edge(from, to);
                if (!one.toolTip.isEmpty()) one.toolTip += QLatin1Char('\n');
                one.toolTip += Graph::tr("%1 is open").arg(fromUtf8(handle.name));
            };
            const bool used =
                totals_.count(edgeKey(process, object)) + totals_.count(edgeKey(object, process)) > 0;
            if (sends || !receives) open(process, object);
            if (sends == receives && !used) {
                edge(process, object).both = true;
                continue;
            }
            if (receives) open(object, process);
        }
    }
    // Whoever is in no flow and holds nothing is a node, too; processes first, in the order of their
    // beginning.
    const auto& events = run_->events();
    for (const auto& worker : state->workers) {
        auto node = processNode(*state, worker, options.now);
        if (options.hideEnded && node.ended) continue;
        if (nodes.insert(node.key).second) out.nodes.push_back(std::move(node));
        const auto* call = run_->calls().find(worker.current);
        if (worker.status != WorkerStatus::blocked || !call) continue;
        const auto* ref = run_->registry().operation(call->operation);
        for (std::size_t i = 0; ref && i < ref->operation->params.size() && i < call->args.size(); ++i) {
            const auto* handle = call->args[i].as<HandleRef>();
            if (!handle || std::string_view(ref->operation->params[i].name) != ref->operation->object)
                continue;
            const auto known = state->handles.find(handle->id);
            if (known == state->handles.end()) continue;
            const bool sends = ref->operation->flow == FlowRole::send;
            const auto process = processKey(worker.id.value), object = objectKey(known->second.object.value);
            const auto there = edges.find(edgeKey(process, object));
            const bool only = there != edges.end() && there->second.both;
            auto& waits = sends || only ? edge(process, object) : edge(object, process);
            waits.state = out.nodes.back().state == GraphNode::State::alarm ? GraphEdge::State::alarm
                                                                            : GraphEdge::State::waiting;
        }
    }
    for (const auto& [id, object] : state->objects) {
        const auto key = objectKey(id.value);
        const bool joined = std::any_of(edges.begin(), edges.end(), [&](const auto& item) {
            return item.second.from == key || item.second.to == key;
        });
        if (!joined && held.count(key) == 0) continue;
        auto node = objectNode(object, held.count(key) > 0);
        if (options.hideEnded && node.ended) continue;
        if (nodes.insert(key).second) out.nodes.push_back(std::move(node));
    }
    leftOut_ = out.nodes.size() > most_nodes ? out.nodes.size() - most_nodes : 0;
    if (leftOut_ > 0) out.nodes.resize(most_nodes);
    nodes.clear();
    std::map<quint64, QString> names;
    for (const auto& node : out.nodes)
        names[node.key] = node.label;

    const auto shown = [&](const GraphEdge& one) {
        return names.count(one.from) > 0 && names.count(one.to) > 0;
    };
    const auto isUnused = [&](const GraphEdge& one) {
        return totals_.count(one.key) == 0 && one.state == GraphEdge::State::normal;
    };
    const auto unused = std::count_if(edges.begin(), edges.end(), [&](const auto& item) {
        return shown(item.second) && isUnused(item.second);
    });
    const bool all = options.unused.value_or(unused <= fewUnused);
    unusedLeftOut_ = all ? 0 : static_cast<std::size_t>(unused);

    bool exact = true;
    Counts now;
    if (options.rates == Rates::window && events.size() > 0) now = countWithin(options.t0, options.t1, exact);
    const double seconds = static_cast<double>(options.t1 - options.t0) / 1e9;
    for (auto& [key, one] : edges) {
        if (!shown(one) || (!all && isUnused(one))) continue;
        const auto from = names.find(one.from), to = names.find(one.to);
        const QString ends = Graph::tr("%1 to %2").arg(from->second, to->second);
        one.toolTip = one.toolTip.isEmpty() ? ends : ends + QLatin1Char('\n') + one.toolTip;
        describe(one, now, seconds, exact);
        out.edges.push_back(std::move(one));
    }
    return out;
}

std::optional<quint64> GraphBuilder::latestEvent(quint64 key) const {
    if (isEdge(key)) {
        const auto found = totals_.find(key);
        return found == totals_.end() ? std::nullopt : std::optional(found->second.seq);
    }
    const auto& events = run_->events();
    const bool process = (key & processBit) != 0;
    const auto id = key & (processBit - 1);
    for (auto seq = events.size(), left = std::uint64_t{lookedBack}; seq > 0 && left > 0; --seq, --left) {
        const auto& event = events[seq - 1];
        if (event.phase != Phase::leave && event.phase != Phase::enter && event.phase != Phase::instant)
            continue;
        if (process ? event.worker == id : event.object == id) return seq - 1;
    }
    return {};
}

std::optional<quint64> GraphBuilder::nodeOf(quint64 seq) const {
    if (seq >= run_->events().size()) return {};
    const auto& event = run_->events()[seq];
    if (event.phase == Phase::state || event.worker == 0)
        return event.object != 0 ? std::optional(objectKey(event.object)) : std::nullopt;
    return processKey(event.worker);
}

}  // namespace ipcscope

#include "runtime/stuck.h"

#include "base/clock.h"
#include "runtime/stuck_builder.h"
#include "runtime/stuck_history.h"
#include "runtime/wait_graph.h"

#include <algorithm>

namespace ipcscope {

namespace {

std::size_t index_of(WorkerId worker) {
    return worker.value - 1u;
}

// The same waits twice: with everything that could end one, and with what will as far as can be told.
std::vector<WaitNode> graph(const RunState& state, const std::vector<BuiltWait>& waits, bool certain) {
    std::vector<WaitNode> nodes(state.workers.size());
    for (const auto& built : waits) {
        if (built.wait.limited || built.ends_itself) continue;
        if (certain ? built.wait.outside || built.unsure : built.unknown) continue;
        auto& node = nodes[index_of(built.wait.worker)];
        node.clauses = certain || built.likely.empty() ? built.clauses : built.likely;
        if (node.clauses.empty()) node.clauses.push_back({});  // nobody is left
    }
    return nodes;
}

// A single one that waits for whoever may come is a server, not a deadlock.
bool alone_by_choice(const std::vector<std::size_t>& core, const std::vector<const BuiltWait*>& by_worker) {
    const auto& wait = by_worker[core.front()]->wait;
    return core.size() == 1 && wait.outside && wait.kind == EndedBy::anybody;
}

class Judge {
public:
    Judge(const RunState& state, std::vector<BuiltWait>& waits, StuckReport& report)
        : state_(state), waits_(waits), report_(report), by_worker_(state.workers.size()) {
        for (auto& built : waits_)
            by_worker_[index_of(built.wait.worker)] = &built;
    }

    void judge() {
        pass(true);
        pass(false);
        for (auto& built : waits_)
            for (auto& by : built.wait.releasers) {
                const auto* other = by_worker_[index_of(by.worker)];
                by.blocked = other != nullptr;
                by.stuck = other && other->wait.verdict != Verdict::waiting;
            }
    }

private:
    void pass(bool certain) {
        const auto nodes = graph(state_, waits_, certain);
        auto stuck = stuck_nodes(nodes);
        const std::vector<const BuiltWait*> known(by_worker_.begin(), by_worker_.end());
        if (!certain) {
            // Who waits for whoever may come, alone, goes on for all that is known; so do those behind it.
            auto softened = nodes;
            for (const auto& core : stuck_cores(nodes, stuck))
                if (alone_by_choice(core, known)) softened[core.front()].clauses.clear();
            stuck = stuck_nodes(softened);
            tell(softened, stuck, false);
        } else {
            tell(nodes, stuck, true);
        }
    }

    void tell(const std::vector<WaitNode>& nodes, const std::vector<bool>& stuck, bool certain) {
        for (const auto& core : stuck_cores(nodes, stuck)) {
            const auto known = [&](std::size_t node) {
                return by_worker_[node]->wait.verdict != Verdict::waiting;
            };
            if (std::all_of(core.begin(), core.end(), known)) continue;  // a certain one
            Deadlock deadlock;
            deadlock.certain = certain;
            for (const auto node : core)
                deadlock.workers.push_back(WorkerId{static_cast<std::uint16_t>(node + 1)});
            report_.deadlocks.push_back(std::move(deadlock));
        }
        for (std::size_t node = 0; node < stuck.size(); ++node) {
            if (!stuck[node] || by_worker_[node]->wait.verdict != Verdict::waiting) continue;
            by_worker_[node]->wait.verdict = certain ? Verdict::certain : Verdict::possible;
            if (!certain) by_worker_[node]->wait.unowned = !by_worker_[node]->likely.empty();
        }
    }

    const RunState& state_;
    std::vector<BuiltWait>& waits_;
    StuckReport& report_;
    std::vector<BuiltWait*> by_worker_;
};

}  // namespace

const StuckWait* StuckReport::wait_of(WorkerId worker) const {
    for (const auto& wait : waits)
        if (wait.worker == worker) return &wait;
    return nullptr;
}

const Deadlock* StuckReport::deadlock_of(WorkerId worker) const {
    for (const auto& deadlock : deadlocks)
        if (std::find(deadlock.workers.begin(), deadlock.workers.end(), worker) != deadlock.workers.end())
            return &deadlock;
    return nullptr;
}

Verdict StuckReport::verdict() const {
    auto worst = Verdict::waiting;
    for (const auto& wait : waits)
        worst = std::max(worst, wait.verdict);
    return worst;
}

StuckAnalyser::StuckAnalyser(const Registry& registry, const EventStore& events, const CallTable& calls,
                             std::uint64_t until)
    : registry_(registry),
      events_(events),
      calls_(calls),
      history_(std::make_unique<StuckHistory>(registry, events, calls, until)) {}

StuckAnalyser::~StuckAnalyser() = default;

StuckReport StuckAnalyser::analyse(const RunState& state, const std::set<ObjectId>& on_their_way) {
    history_->read(state);
    StuckReport report;
    auto waits = build_waits({registry_, calls_, *history_, state, on_their_way});
    Judge(state, waits, report).judge();
    for (auto& built : waits)
        report.waits.push_back(std::move(built.wait));
    if (const auto orders = history_->orders().size(); orders != orders_known_) {
        warnings_ = lock_order_warnings(*history_);
        orders_known_ = orders;
    }
    report.warnings = warnings_;
    tell_stuck(report, state, registry_, events_, calls_);
    return report;
}

StuckReport analyse_stuck(const Recording& recording, const RunState& state, std::uint64_t events) {
    return StuckAnalyser(recording.registry(), recording.events(), recording.calls(), events).analyse(state);
}

const char* verdict_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::waiting: return IPC_TR("waiting");
        case Verdict::possible: return IPC_TR("possible deadlock");
        case Verdict::certain: return IPC_TR("deadlock");
    }
    return "";
}

}  // namespace ipcscope

#include "runtime/statistics.h"

#include "base/add_up.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

namespace ipcscope {

namespace {
constexpr std::uint64_t piece = EventStore::chunk_events;  // what a thread takes at a time
}

void Figures::merge(const Figures& other) {
    calls += other.calls;
    marks += other.marks;
    failed += other.failed;
    blocked += other.blocked;
    cut += other.cut;
    lost += other.lost;
    sent += other.sent;
    received += other.received;
    other_bytes += other.other_bytes;
    add_up(blocked_ns, other.blocked_ns);
    latency.merge(other.latency);
    sizes.merge(other.sizes);
    for (const auto& [code, times] : other.errnos)
        errnos[code] += times;
}

Statistics::Statistics(const Registry& registry) : operations_(1) {
    for (const auto& ref : registry.operations()) {
        if (ref.id.value >= operations_.size()) operations_.resize(std::size_t{ref.id.value} + 1);
        const auto& spec = *ref.operation;
        operations_[ref.id.value] = {spec.flow, spec.returns_unit == Unit::bytes};
    }
}

Figures& Statistics::of(StatisticsBy by, std::uint32_t id) {
    auto& all = figures_[static_cast<std::size_t>(by)];
    if (id >= all.size()) all.resize(std::size_t{id} + 1);
    auto& figures = all[id];
    if (!figures) figures = std::make_unique<Figures>();
    return *figures;
}

void Statistics::add(const EventStore& store, std::uint64_t begin, std::uint64_t end,
                     const StatisticsScope& scope) {
    for (auto seq = begin; seq < end; ++seq) {
        const auto& event = store[seq];
        if (event.phase != Phase::leave && event.phase != Phase::instant && event.phase != Phase::lost)
            continue;
        if (event.time_ns < scope.begin_ns || event.time_ns >= scope.end_ns) continue;
        if (scope.matches && !scope.matches(seq)) continue;
        count(event);
    }
}

void Statistics::count(const Event& event) {
    const auto begin_ns = event.phase == Phase::leave ? event.time_ns - event.duration_ns : event.time_ns;
    if (first_ns_ == 0 || begin_ns < first_ns_) first_ns_ = begin_ns;
    last_ns_ = std::max(last_ns_, event.time_ns);
    if (event.phase == Phase::lost) {
        of(StatisticsBy::worker, event.worker).lost += static_cast<std::uint64_t>(event.ret);
        return;
    }
    const auto facts = event.operation < operations_.size() ? operations_[event.operation] : OperationFacts{};
    // What a failed call was to carry has not travelled; of a write, only what was written.
    std::uint64_t bytes = event.err ? 0 : event.original;
    if (bytes && facts.counts_bytes && event.phase == Phase::leave)
        bytes = event.ret > 0 ? static_cast<std::uint64_t>(event.ret) : 0;
    const auto enter_in = [&](Figures& figures) {
        if (event.flags & event_flag::ended) {
            ++figures.cut;
            return;
        }
        if (event.phase == Phase::leave) {
            ++figures.calls;
            figures.latency.add(event.duration_ns);
            if (event.flags & event_flag::was_blocked) {
                ++figures.blocked;
                add_up(figures.blocked_ns, event.duration_ns);
            }
        } else {
            ++figures.marks;
        }
        if (event.err) {
            ++figures.failed;
            ++figures.errnos[event.err];
        }
        if (bytes) {
            figures.sizes.add(static_cast<std::int64_t>(bytes));
            const bool sends = facts.flow == FlowRole::send, receives = facts.flow == FlowRole::receive;
            (sends ? figures.sent : receives ? figures.received : figures.other_bytes) += bytes;
        }
    };
    if (event.worker) enter_in(of(StatisticsBy::worker, event.worker));
    if (event.object) enter_in(of(StatisticsBy::object, event.object));
    if (event.operation) enter_in(of(StatisticsBy::operation, event.operation));
}

void Statistics::merge(const Statistics& other) {
    for (std::size_t kind = 0; kind < statistics_kinds; ++kind)
        for (std::size_t id = 0; id < other.figures_[kind].size(); ++id)
            if (const auto& figures = other.figures_[kind][id])
                of(static_cast<StatisticsBy>(kind), static_cast<std::uint32_t>(id)).merge(*figures);
    if (other.first_ns_ == 0) return;
    first_ns_ = first_ns_ == 0 ? other.first_ns_ : std::min(first_ns_, other.first_ns_);
    last_ns_ = std::max(last_ns_, other.last_ns_);
}

const Figures* Statistics::find(StatisticsBy by, std::uint32_t id) const {
    const auto& all = figures_[static_cast<std::size_t>(by)];
    return id < all.size() ? all[id].get() : nullptr;
}

std::vector<std::uint32_t> Statistics::ids(StatisticsBy by) const {
    std::vector<std::uint32_t> out;
    const auto& all = figures_[static_cast<std::size_t>(by)];
    for (std::size_t id = 0; id < all.size(); ++id)
        if (all[id]) out.push_back(static_cast<std::uint32_t>(id));
    return out;
}

// Of the operations: every call and mark has one. What was lost is known of workers only.
Figures Statistics::total() const {
    Figures sum;
    for (const auto& figures : figures_[static_cast<std::size_t>(StatisticsBy::operation)])
        if (figures) sum.merge(*figures);
    for (const auto& figures : figures_[static_cast<std::size_t>(StatisticsBy::worker)])
        if (figures) sum.lost += figures->lost;
    return sum;
}

std::size_t Statistics::memory_bytes() const {
    std::size_t bytes = sizeof *this;
    for (const auto& all : figures_) {
        bytes += all.capacity() * sizeof all[0];
        for (const auto& figures : all)
            if (figures)
                bytes += sizeof(Figures) + figures->latency.memory_bytes() + figures->sizes.memory_bytes();
    }
    return bytes;
}

std::optional<Statistics> compute_statistics(const Recording& recording, std::uint64_t begin,
                                             std::uint64_t end, const StatisticsScope& scope,
                                             StatisticsProgress& progress, unsigned threads) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    const auto pieces = end > begin ? (end - begin + piece - 1) / piece : 0;
    threads = static_cast<unsigned>(std::clamp<std::uint64_t>(pieces, 1, threads));
    std::vector<Statistics> parts;
    parts.reserve(threads);
    for (unsigned i = 0; i < threads; ++i)
        parts.emplace_back(recording.registry());
    std::atomic<std::uint64_t> next{begin};
    const auto work = [&](Statistics& part) {
        while (!progress.cancelled.load(std::memory_order_relaxed)) {
            const auto from = next.fetch_add(piece, std::memory_order_relaxed);
            if (from >= end) return;
            const auto to = std::min(from + piece, end);
            part.add(recording.events(), from, to, scope);
            progress.done.fetch_add(to - from, std::memory_order_relaxed);
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i)
            others.emplace_back([&work, &part = parts[i]] { work(part); });
        work(parts[0]);
    }
    if (progress.cancelled) return std::nullopt;
    for (unsigned i = 1; i < threads; ++i)
        parts[0].merge(parts[i]);
    return std::move(parts[0]);
}

std::string statistics_name(const Recording& recording, const RunState& state, StatisticsBy by,
                            std::uint32_t id) {
    switch (by) {
        case StatisticsBy::operation: {
            const auto* ref = recording.registry().operation(OperationId{static_cast<std::uint16_t>(id)});
            if (ref) return ref->name;
            break;
        }
        case StatisticsBy::worker: {
            const auto* info = state.worker(WorkerId{static_cast<std::uint16_t>(id)});
            if (info) return info->name;
            break;
        }
        case StatisticsBy::object: {
            const auto found = state.objects.find(ObjectId{id});
            if (found == state.objects.end()) break;
            const auto& object = found->second;
            return !object.name.empty() ? object.name : !object.label.empty() ? object.label : object.key;
        }
    }
    return fmt::format("#{}", id);
}

}  // namespace ipcscope

// A moment out of the index: the nearest base before it, and the events between the two.
#include "playback/moment_index.h"

#include <algorithm>

namespace ipcscope {

std::size_t MomentIndex::whole_before(std::int64_t time_ns) const {
    const auto first = std::partition_point(
        times_.begin(), times_.end(), [&](const ChunkTimes& times) { return times.max_so_far <= time_ns; });
    return static_cast<std::size_t>(first - times_.begin());
}

bool MomentIndex::covers(std::int64_t time_ns) const {
    if (read_ == events_.size()) return true;
    // Workers are heard a little late: what comes next may still have happened before.
    constexpr std::int64_t late_ns = 50'000'000;
    return !times_.empty() && times_.back().max_so_far - late_ns > time_ns;
}

template <typename T, typename Key>
void MomentIndex::fill(const Versions<T, Key>& from, std::size_t chunks, std::unordered_map<Key, T>& to) {
    for (const auto& [key, versions] : from) {
        const auto after = std::partition_point(
            versions.begin(), versions.end(), [&](const auto& version) { return version.chunks <= chunks; });
        if (after != versions.begin()) to.emplace(key, std::prev(after)->value);
    }
}

MomentIndex::Running MomentIndex::running_at(std::int64_t time_ns) const {
    const auto whole = whole_before(time_ns);
    const auto base = std::partition_point(base_chunks_.begin(), base_chunks_.end(),
                                           [&](std::uint32_t chunks) { return chunks <= whole; });
    Running out;
    std::size_t from = 0;
    if (base != base_chunks_.begin()) {
        const auto index = static_cast<std::size_t>(base - base_chunks_.begin()) - 1;
        out = bases_[index];
        from = base_chunks_[index];
        fill(object_versions_, from, out.objects);
        fill(worker_versions_, from, out.workers);
    }
    for (auto chunk = from; chunk < chunks(); ++chunk) {
        if (times_[chunk].min > time_ns) continue;
        const auto end = std::min(read_, (chunk + 1) * chunk_);
        for (auto seq = chunk * chunk_; seq < end; ++seq)
            if (const auto& event = events_[seq]; event.time_ns <= time_ns) apply(out, seq, event);
    }
    return out;
}

Moment MomentIndex::at(std::int64_t time_ns) const {
    time_ns = std::clamp<std::int64_t>(time_ns, 0, INT64_MAX - 4);
    Moment moment;
    moment.time_ns = time_ns;
    moment.known = covers(time_ns);
    auto running = running_at(time_ns);
    moment.events = running.events;
    if (running.any) moment.at = running.last;
    moment.state = state_at(time_ns, running);
    moment.objects = std::move(running.objects);
    moment.next_ns = next(time_ns);
    if (moment.at) moment.previous_ns = previous(running.last_ns);
    levels_at(moment);
    on_the_way_at(moment);
    moment.flows = flows_at(moment);
    return moment;
}

// Chunk by chunk away from the moment, until no other one can hold anything nearer.
template <typename Wanted>
std::optional<std::int64_t> MomentIndex::search(std::int64_t time_ns, bool later, Wanted wanted) const {
    std::optional<std::int64_t> best;
    const auto look = [&](std::size_t chunk) {
        const auto& times = times_[chunk];
        if (later ? times.max <= time_ns || (best && times.min >= *best)
                  : times.min >= time_ns || (best && times.max <= *best))
            return;
        const auto end = std::min(read_, (chunk + 1) * chunk_);
        for (auto seq = chunk * chunk_; seq < end; ++seq) {
            if (!wanted(seq)) continue;
            const auto time = events_[seq].time_ns;
            if (later ? time > time_ns && (!best || time < *best) : time < time_ns && (!best || time > *best))
                best = time;
        }
    };
    if (later) {
        for (auto chunk = whole_before(time_ns); chunk < chunks(); ++chunk)
            look(chunk);
    } else {
        // Before a chunk by whose end nothing later than the best had happened, there is nothing better.
        for (auto chunk = chunks(); chunk-- > 0;) {
            look(chunk);
            if (best && chunk > 0 && times_[chunk - 1].max_so_far <= *best) break;
        }
    }
    return best;
}

std::optional<std::int64_t> MomentIndex::next(std::int64_t time_ns, Step step) const {
    if (step == Step::event)
        return search(time_ns, true, [&](std::uint64_t seq) { return events_[seq].phase != Phase::state; });
    return search(time_ns, true, [&](std::uint64_t seq) { return bool(events_.flow(seq)); });
}

std::optional<std::int64_t> MomentIndex::previous(std::int64_t time_ns, Step step) const {
    if (step == Step::event)
        return search(time_ns, false, [&](std::uint64_t seq) { return events_[seq].phase != Phase::state; });
    return search(time_ns, false, [&](std::uint64_t seq) { return bool(events_.flow(seq)); });
}

// Flows stand in the order of their receives, so the latest receive says how many there were.
std::size_t MomentIndex::flows_at(const Moment& moment) const {
    const auto& flows = recording_->flows();
    if (!moment.at) return 0;
    for (auto seq = *moment.at + 1; seq-- > 0;) {
        const auto id = events_.flow(seq);
        if (!id || id.value > flows.size()) continue;
        if (flows[id].to > seq) continue;  // begins here
        auto count = std::size_t{id.value};
        while (count < flows.size() && flows[FlowId{static_cast<std::uint32_t>(count + 1)}].to <= *moment.at)
            ++count;
        return count;
    }
    return 0;
}

void MomentIndex::levels_at(Moment& moment) const {
    const auto& lanes = recording_->lanes();
    std::vector<LevelPoint> points;
    for (const auto& key : lanes.lanes()) {
        if (key.kind != LaneKind::level) continue;
        points.clear();
        lanes.levels(key, moment.time_ns, moment.time_ns + 1, 1, points);
        if (!points.empty()) moment.levels[key] = points.back().last;
    }
}

void MomentIndex::on_the_way_at(Moment& moment) const {
    const auto time = moment.time_ns;
    std::vector<FlowArrow> arrows;
    moment.on_the_way_total =
        recording_->flow_index().arrows(time + 1, time + 2, Moment::most_on_the_way, arrows);
    const auto calls = recording_->calls().size();
    for (const auto& arrow : arrows) {
        if (arrow.begin_ns > time) {
            --moment.on_the_way_total.total;
            continue;
        }
        const auto& flow = recording_->flows()[arrow.flow];
        OnTheWay one{flow.from, arrow.flow, flow.object, {}};
        const auto& event = events_[flow.from];
        if (const auto target = facts(event.operation).target; target >= 0 && calls > 0) {
            const auto* call = recording_->calls().find(CallId{event.call});
            const auto index = static_cast<std::size_t>(target);
            const auto* worker =
                call && index < call->args.size() ? call->args[index].as<WorkerRef>() : nullptr;
            if (worker) one.target = worker->id;
        }
        moment.on_the_way.push_back(one);
    }
    std::size_t listed = 0;
    for (const auto& sent : sent_) {
        if (sent.time_ns > time || events_.flow(sent.seq)) continue;
        // What was lost with its object, or sent to a process that is gone, is on its way to nowhere.
        const auto target = lives_.find(sent.target);
        if (sent.target != 0 && (target == lives_.end() || target->second.ended_ns <= time)) continue;
        const auto object = objects_.find(sent.object);
        if (object != objects_.end() && object->second.removed_ns <= time) continue;
        ++moment.on_the_way_total.total;
        if (++listed <= Moment::most_on_the_way)
            moment.on_the_way.push_back({sent.seq, {}, ObjectId{sent.object}, WorkerId{sent.target}});
    }
    std::sort(moment.on_the_way.begin(), moment.on_the_way.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
}

}  // namespace ipcscope

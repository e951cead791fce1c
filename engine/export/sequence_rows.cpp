#include "export/sequence_rows.h"

#include <algorithm>
#include <array>

namespace ipcscope {

namespace {

constexpr std::uint64_t tail_events = 4096;  // looked at anew with each advance: their flows may come later
constexpr std::uint64_t look_ahead = 256;    // a call that is not back within so many events is a long one
constexpr std::uint64_t level_reach = 4;     // rows of others that a level arrow may step over

constexpr std::uint64_t none = SequenceRows::Life::none;

// The other ends of an event's flows that stand before it. What joins an event with several earlier ones is
// made at once, so that these flows follow one another.
template <typename Visit>
void earlier_ends(const Recording& recording, std::uint64_t seq, FlowId first, Visit visit) {
    const auto& flows = recording.flows();
    const auto end = std::min<std::size_t>(flows.size(), first.value + std::size_t{7});
    for (std::size_t id = first.value; id <= end; ++id) {
        const auto& flow = flows[FlowId{static_cast<std::uint32_t>(id)}];
        if (flow.from != seq && flow.to != seq) return;
        const auto other = flow.from == seq ? flow.to : flow.from;
        if (other < seq) visit(other, flow.to == seq);
    }
}

}  // namespace

LifeChange life_change(const OperationRef& operation) {
    const auto& spec = *operation.operation;
    if (spec.actor == Actor::worker || operation.mechanism->objects.empty() ||
        operation.mechanism->objects.front().flow != FlowPolicy::lifetime)
        return LifeChange::none;
    if (spec.results.empty()) return LifeChange::begins;
    // A number tells an exit status: then it is an end.
    const bool ends = std::any_of(spec.results.begin(), spec.results.end(),
                                  [](const ResultSpec& result) { return result.type.kind == Kind::integer; });
    return ends ? LifeChange::ends : LifeChange::changes;
}

std::vector<FlowId> flows_of(const Recording& recording, std::uint64_t seq) {
    std::vector<FlowId> found;
    const auto first = recording.events().flow(seq);
    if (!first) return found;
    const auto& table = recording.flows();
    // The flows of one event are made close to each other: the search is bounded, not the whole table.
    const std::size_t end = std::min<std::size_t>(table.size(), first.value + std::size_t{256});
    for (std::size_t id = first.value; id <= end && found.size() < 64; ++id) {
        const FlowId flow{static_cast<std::uint32_t>(id)};
        if (table[flow].from == seq || table[flow].to == seq) found.push_back(flow);
    }
    return found;
}

// --- reading ---

std::uint64_t SequenceRows::lower_bound(std::uint64_t seq) const {
    std::uint64_t low = 0, high = size_;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if ((*this)[middle].seq < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<std::uint64_t> SequenceRows::find(const Recording& recording, std::uint64_t seq) const {
    if (seq >= recording.events().size()) return {};
    const auto own = lower_bound(seq);
    if (own < size_ && (*this)[own].seq == seq) return own;
    for (const auto id : flows_of(recording, seq)) {
        const auto& flow = recording.flows()[id];
        const auto other = flow.from == seq ? flow.to : flow.from;
        const auto row = lower_bound(other);
        if (row < size_ && (*this)[row].seq == other && (*this)[row].joined == seq) return row;
    }
    return {};
}

std::uint64_t SequenceRows::at_time(const EventStore& events, std::int64_t time_ns) const {
    std::uint64_t low = 0, high = size_;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (events[(*this)[middle].seq].time_ns < time_ns)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::uint64_t SequenceRows::gaps_until(std::uint64_t row) const {
    if (size_ == 0) return 0;
    row = std::min(row, size_ - 1);
    const auto& chunk = *chunks_[row / chunk_rows];
    const auto within = std::upper_bound(chunk.gaps.begin(), chunk.gaps.end(), row % chunk_rows);
    return chunk.gaps_before + static_cast<std::uint64_t>(within - chunk.gaps.begin());
}

bool SequenceRows::gap_before(std::uint64_t row) const {
    if (row >= size_) return false;
    const auto& chunk = *chunks_[row / chunk_rows];
    return std::binary_search(chunk.gaps.begin(), chunk.gaps.end(), row % chunk_rows);
}

// --- building ---

struct SequenceBuilder::Impl {
    using Chunk = SequenceRows::Chunk;
    using Life = SequenceRows::Life;

    struct State {               // what a checkpoint keeps
        std::uint64_t next = 0;  // event
        std::uint64_t size = 0;  // rows
        std::int64_t last_ns = 0;
        std::vector<Life> lives, object_lives;
    };

    const Recording& recording;
    SequenceChoice choice;
    std::vector<bool> hidden;         // by WorkerId
    std::vector<LifeChange> changes;  // by OperationId
    std::vector<std::shared_ptr<Chunk>> chunks;
    mutable std::vector<std::shared_ptr<const Chunk>> published;  // of chunks that no longer change
    State state, checkpoint;
    std::vector<std::uint64_t> joined;  // rows of before the checkpoint that were joined after it
    std::uint64_t flows_seen = 0, events_seen = 0;

    Impl(const Recording& of, SequenceChoice what) : recording(of), choice(std::move(what)) {
        for (const auto worker : choice.hidden) {
            if (worker.value >= hidden.size()) hidden.resize(worker.value + std::size_t{1});
            hidden[worker.value] = true;
        }
        changes.push_back(LifeChange::none);
        for (const auto& operation : recording.registry().operations())
            changes.push_back(life_change(operation));
    }

    SequenceRow& row(std::uint64_t number) {
        return chunks[number / SequenceRows::chunk_rows]->rows[number % SequenceRows::chunk_rows];
    }
    Life& life(std::uint16_t worker) {
        if (worker >= state.lives.size()) state.lives.resize(worker + std::size_t{1});
        return state.lives[worker];
    }
    bool is_hidden(std::uint16_t worker) const { return worker < hidden.size() && hidden[worker]; }

    void roll_back() {
        for (const auto number : joined)
            row(number).joined = SequenceRow::none;
        joined.clear();
        state = checkpoint;
        chunks.resize((state.size + SequenceRows::chunk_rows - 1) / SequenceRows::chunk_rows);
        if (chunks.empty()) return;
        auto& last = *chunks.back();
        const auto kept = state.size - (chunks.size() - 1) * SequenceRows::chunk_rows;
        last.rows.resize(kept);
        while (!last.gaps.empty() && last.gaps.back() >= kept)
            last.gaps.pop_back();
    }

    void append(std::uint64_t seq, const Event& event) {
        if (state.size % SequenceRows::chunk_rows == 0) {
            auto chunk = std::make_shared<Chunk>();
            chunk->rows.reserve(SequenceRows::chunk_rows);
            if (!chunks.empty()) chunk->gaps_before = chunks.back()->gaps_before + chunks.back()->gaps.size();
            chunks.push_back(std::move(chunk));
        }
        auto& chunk = *chunks.back();
        if (state.size > 0 && event.time_ns - state.last_ns > choice.gap_ns)
            chunk.gaps.push_back(static_cast<std::uint32_t>(chunk.rows.size()));
        chunk.rows.push_back({static_cast<std::uint32_t>(seq), SequenceRow::none});
        touch(event, state.size++);
        state.last_ns = std::max(state.last_ns, event.time_ns);
    }

    void touch(const Event& event, std::uint64_t number) {
        const auto seen = [number](Life& each) {
            if (each.first == none) each.first = number;
            each.last = number;
            ++each.rows;
        };
        seen(life(event.worker));
        if (!choice.objects || event.object == 0) return;
        if (event.object >= state.object_lives.size())
            state.object_lives.resize(event.object + std::size_t{1});
        seen(state.object_lives[event.object]);
    }

    // On the row of an earlier other end, if neither of the two has done anything since.
    bool join(std::uint64_t seq, const Event& event, FlowId flow) {
        std::uint64_t best = none;
        int arrives = 0;
        earlier_ends(recording, seq, flow, [&](std::uint64_t other, bool receives) {
            arrives += receives ? 1 : 0;
            const auto low = state.size > level_reach ? state.size - level_reach : 0;
            for (auto number = state.size; number > low;)
                if (row(--number).seq == other && (best == none || number > best)) best = number;
        });
        // What several sends made together is level with none of them.
        if (best == none || arrives > 1 || row(best).joined != SequenceRow::none) return false;
        const auto& other = recording.events()[row(best).seq];
        if (other.worker == event.worker || life(other.worker).last != best) return false;
        const auto mine = life(event.worker).last;
        if (mine != none && mine >= best) return false;
        row(best).joined = static_cast<std::uint32_t>(seq);
        if (best < checkpoint.size) joined.push_back(best);
        touch(event, best);
        return true;
    }

    // Is this call not back soon, or was it seen asleep?
    bool waits(std::uint64_t seq, const Event& enter, std::uint64_t end) const {
        const auto& events = recording.events();
        end = std::min(end, seq + 1 + look_ahead);
        for (auto at = seq + 1; at < end; ++at) {
            const auto& event = events[at];
            if (event.worker != enter.worker) continue;
            if (event.phase == Phase::leave) return (event.flags & event_flag::was_blocked) != 0;
            if (event.phase == Phase::enter) return false;
        }
        return true;
    }

    void consider(std::uint64_t seq, std::uint64_t end) {
        const auto& event = recording.events()[seq];
        if (event.phase == Phase::state || event.worker == 0) return;
        const auto flow = recording.events().flow(seq);
        if (flow) ++life(event.worker).messages;
        if (is_hidden(event.worker)) return;
        if (event.time_ns < choice.from_ns || event.time_ns >= choice.to_ns) return;
        const auto change = event.phase == Phase::instant && event.operation < changes.size()
                                ? changes[event.operation]
                                : LifeChange::none;
        const bool enters = event.phase == Phase::enter;
        if (choice.messages_only && !flow && change == LifeChange::none && event.phase != Phase::lost) return;
        if (enters && !waits(seq, event, end)) return;
        if (choice.accepts && event.phase != Phase::lost && !choice.accepts(seq)) return;
        const bool apart = choice.objects && event.object != 0;  // its arrow leads to the object
        if (!flow || apart || !join(seq, event, flow)) append(seq, event);
        auto& each = life(event.worker);
        if (change == LifeChange::begins && each.born == none) each.born = each.last;
        if (change == LifeChange::ends) {
            each.ended = each.last;
            each.ended_seq = seq;
        }
    }
};

SequenceBuilder::SequenceBuilder(const Recording& recording, SequenceChoice choice)
    : impl_(std::make_unique<Impl>(recording, std::move(choice))) {}

SequenceBuilder::~SequenceBuilder() = default;

bool SequenceBuilder::done() const {
    return impl_->state.next == impl_->recording.events().size() &&
           impl_->flows_seen == impl_->recording.flows().size();
}

bool SequenceBuilder::advance(std::uint64_t limit) {
    auto& d = *impl_;
    const auto flows =
        d.recording.flows().size();  // read first: what comes later is seen by the next advance
    const auto events = d.recording.events().size();
    if (d.state.next == events && d.flows_seen == flows) return false;
    const auto end = std::min(events, d.state.next + limit);
    d.roll_back();
    const auto keep = end > tail_events ? end - tail_events : 0;
    while (d.state.next < end) {
        if (d.state.next == keep && keep > d.checkpoint.next) {
            d.checkpoint = d.state;
            d.joined.clear();
        }
        d.consider(d.state.next, events);
        ++d.state.next;
    }
    d.flows_seen = end == events ? flows : 0;
    return true;
}

std::shared_ptr<const SequenceRows> SequenceBuilder::snapshot() const {
    auto& d = *impl_;
    auto rows = std::make_shared<SequenceRows>();
    // What the next advance may change is copied; level arrows reach a few rows back from there.
    const auto fixed =
        d.checkpoint.size > level_reach ? (d.checkpoint.size - level_reach) / SequenceRows::chunk_rows : 0;
    for (auto i = d.published.size(); i < fixed; ++i)
        d.published.push_back(d.chunks[i]);
    rows->chunks_ = d.published;
    for (auto i = d.published.size(); i < d.chunks.size(); ++i)
        rows->chunks_.push_back(std::make_shared<const SequenceRows::Chunk>(*d.chunks[i]));
    rows->lives_ = d.state.lives;
    rows->object_lives_ = d.state.object_lives;
    rows->size_ = d.state.size;
    rows->events_ = d.state.next;
    return rows;
}

}  // namespace ipcscope

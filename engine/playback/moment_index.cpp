#include "playback/moment_index.h"

#include "schema/wire.h"

#include <algorithm>

namespace ipcscope {

namespace {

bool holds_handle(const TypeSpec& type) {
    return type.kind == Kind::handle ||
           std::any_of(type.fields.begin(), type.fields.end(),
                       [](const auto& field) { return holds_handle(field.type); });
}

}  // namespace

MomentIndex::MomentIndex(std::shared_ptr<const Recording> recording, std::uint64_t chunk)
    : recording_(std::move(recording)), events_(recording_->events()), chunk_(chunk) {
    const auto& registry = recording_->registry();
    for (const auto& ref : registry.operations()) {
        const auto& spec = *ref.operation;
        OperationFacts facts;
        facts.flow = spec.flow;
        facts.opens = std::any_of(spec.results.begin(), spec.results.end(),
                                  [](const auto& result) { return holds_handle(result.type); });
        facts.closes = !spec.consumes.empty();
        facts.removes = spec.side == Side::remove;
        facts.starts = ref.name == "process.start";
        facts.ends = ref.name == "process.ended";
        facts.stops = ref.name == "process.stopped";
        facts.goes_on = ref.name == "process.continued";
        for (std::size_t i = 0; spec.flow_target[0] && i < spec.params.size(); ++i)
            if (std::string_view(spec.params[i].name) == spec.flow_target) facts.target = static_cast<int>(i);
        const auto& objects = ref.mechanism->objects;
        const bool queues = std::any_of(objects.begin(), objects.end(), [](const auto& object) {
            return object.flow == FlowPolicy::packets || object.flow == FlowPolicy::typed_queue ||
                   object.flow == FlowPolicy::byte_stream || object.flow == FlowPolicy::spread;
        });
        facts.waits_for_receiver = spec.flow == FlowRole::send && spec.actor == Actor::worker &&
                                   !spec.forks && (facts.target >= 0 || queues);
        facts_.push_back(facts);
    }
}

MomentIndex::~MomentIndex() = default;

const MomentIndex::OperationFacts& MomentIndex::facts(std::uint16_t operation) const {
    static const OperationFacts none;
    return operation >= 1 && operation <= facts_.size() ? facts_[operation - 1u] : none;
}

// The part of an event that a moment is summed up of. The same for reading and for answering.
void MomentIndex::apply(Running& to, std::uint64_t seq, const Event& event) const {
    ++to.events;
    if (event.phase != Phase::state && event.time_ns >= to.last_ns) {
        to.last_ns = event.time_ns;
        to.last = seq;
        to.any = true;
    }
    const auto& what = facts(event.operation);
    switch (event.phase) {
        case Phase::enter: {
            auto& worker = to.workers[event.worker];
            worker = {event.call, event.operation, true, worker.stopped, event.time_ns};
            return;
        }
        case Phase::leave: {
            to.workers[event.worker].inside = false;
            if (event.object == 0) return;
            auto& object = to.objects[event.object];
            ++object.calls;
            if (event.err != 0) {
                ++object.failed;
                return;
            }
            if (event.flags & event_flag::ended) return;
            const bool wrote = (event.flags & event_flag::received_only) == 0;
            if (what.flow == FlowRole::send || (what.flow == FlowRole::exchange && wrote)) {
                ++object.sent;
                object.sent_bytes += event.original;
                object.last_sent = seq + 1;
            }
            if (what.flow == FlowRole::receive || what.flow == FlowRole::exchange) {
                ++object.received;
                object.received_bytes += event.original;
                object.last_received = seq + 1;
            }
            return;
        }
        case Phase::instant:
            if (what.stops || what.goes_on) to.workers[event.worker].stopped = what.stops;
            return;
        case Phase::lost: to.workers[event.worker].inside = false; return;
        case Phase::state:
        case Phase::note: return;
    }
}

bool MomentIndex::read(std::uint64_t most, const std::atomic<bool>* stop) {
    const auto end = events_.size();
    const auto until = most < end - read_ ? read_ + most : end;
    while (read_ < until && !(stop && stop->load(std::memory_order_relaxed))) {
        if (read_ / chunk_ == times_.size())
            times_.push_back({INT64_MAX, INT64_MIN, times_.empty() ? INT64_MIN : times_.back().max_so_far});
        auto& times = times_.back();
        const auto stretch = std::min(until, times_.size() * chunk_);
        for (; read_ < stretch; ++read_) {
            const auto& event = events_[read_];
            times.min = std::min(times.min, event.time_ns);
            times.max = std::max(times.max, event.time_ns);
            apply(now_, read_, event);
            note_life(read_, event);
            if (event.phase == Phase::leave) touched_objects_.insert(event.object);
            if (event.phase != Phase::state) touched_workers_.insert(event.worker);
        }
        times.max_so_far = std::max(times.max_so_far, times.max);
        if (read_ == times_.size() * chunk_) end_of_chunk();
    }
    return read_ == events_.size();
}

// What changed since the last base. When that would take too much memory, bases become rare: then a moment
// costs more chunks.
void MomentIndex::end_of_chunk() {
    const auto done = static_cast<std::uint32_t>(times_.size());
    if (versions_ > most_versions * stride_) stride_ *= 2;
    if (done % stride_ != 0) return;
    for (const auto id : touched_objects_)
        if (const auto found = now_.objects.find(id); found != now_.objects.end())
            object_versions_[id].push_back({done, found->second});
    for (const auto id : touched_workers_)
        if (const auto found = now_.workers.find(id); found != now_.workers.end())
            worker_versions_[id].push_back({done, found->second});
    versions_ += touched_objects_.size() + touched_workers_.size();
    touched_objects_.clear();
    touched_workers_.clear();
    Running base;
    base.events = now_.events;
    base.last_ns = now_.last_ns;
    base.last = now_.last;
    base.any = now_.any;
    bases_.push_back(std::move(base));
    base_chunks_.push_back(done);
}

// When workers, objects and handles came and went: these are few, and every one is kept.
void MomentIndex::note_life(std::uint64_t seq, const Event& event) {
    if (event.worker != 0) {
        auto& life = lives_[event.worker];
        life.born_ns = std::min(life.born_ns, event.time_ns);
    }
    if (event.object != 0) {
        auto& object = objects_[event.object];
        object.seen_ns = std::min(object.seen_ns, event.time_ns);
    }
    if (event.phase != Phase::leave && event.phase != Phase::instant) return;
    const auto& what = facts(event.operation);
    if (event.phase == Phase::instant) {
        if (what.starts) {
            const auto state = recording_->state();
            const auto* worker = state->worker(WorkerId{event.worker});
            const auto parent =
                worker && worker->parent ? open_in_.find(worker->parent.value) : open_in_.end();
            if (parent == open_in_.end()) return;
            const auto inherited = parent->second;
            for (const auto handle : inherited)
                set_open(handle, event.worker, event.time_ns, true);
        } else if (what.ends) {
            auto& life = lives_[event.worker];
            if (event.time_ns >= life.ended_ns) return;  // nobody ends twice
            life.ended_ns = event.time_ns;
            life.code = event.ret;
            for (const auto& [name, value] : Reader(events_.results(event)).fields())
                life.by_signal |= name == "signal";
            const auto open = open_in_[event.worker];
            for (const auto handle : open)
                set_open(handle, event.worker, event.time_ns, false);
        }
        return;
    }
    if (event.err != 0 || (event.flags & event_flag::ended)) return;
    if (what.opens && event.results > 0)
        for (const auto& [name, value] : Reader(events_.results(event)).fields())
            opened(event, value);
    if (what.closes) {
        const auto* ref = recording_->registry().operation(OperationId{event.operation});
        const auto* call = recording_->calls().find(CallId{event.call});
        for (std::size_t i = 0; call && i < ref->operation->params.size() && i < call->args.size(); ++i)
            for (const char* consumed : ref->operation->consumes)
                if (std::string_view(consumed) == ref->operation->params[i].name)
                    if (const auto* handle = call->args[i].as<HandleRef>())
                        set_open(handle->id.value, event.worker, event.time_ns, false);
    }
    if (what.removes && event.object != 0) objects_[event.object].removed_ns = event.time_ns;
    if (what.waits_for_receiver) note_sent(seq, event, what);
}

void MomentIndex::opened(const Event& event, const Value& value) {
    if (const auto* handle = value.as<HandleRef>()) {
        if (handle->id) set_open(handle->id.value, event.worker, event.time_ns, true);
    } else if (const auto* list = value.as<List>()) {
        for (const auto& item : *list)
            opened(event, item);
    } else if (const auto* fields = value.as<Fields>()) {
        for (const auto& [name, item] : *fields)
            opened(event, item);
    }
}

void MomentIndex::set_open(std::uint32_t handle, std::uint16_t worker, std::int64_t time_ns, bool open) {
    auto& mine = open_in_[worker];
    const bool changed = open ? mine.insert(handle).second : mine.erase(handle) > 0;
    if (changed) handles_[handle].push_back({time_ns, worker, open});
}

void MomentIndex::note_sent(std::uint64_t seq, const Event& event, const OperationFacts& what) {
    if (events_.flow(seq)) return;
    Sent sent{event.time_ns, seq, event.object, 0};
    if (what.target >= 0) {
        const auto* call = recording_->calls().find(CallId{event.call});
        const auto index = static_cast<std::size_t>(what.target);
        const auto* target = call && index < call->args.size() ? call->args[index].as<WorkerRef>() : nullptr;
        if (!target) return;
        sent.target = target->id.value;
    } else if (event.object == 0) {
        return;
    }
    sent_.push_back(sent);
    if (sent_.size() >= thin_at_) thin_sent();
}

// Flows are joined after the send was stored: most of what was noted has arrived meanwhile. Of the rest, the
// latest are kept.
void MomentIndex::thin_sent() {
    constexpr std::size_t most = 1 << 18;
    std::erase_if(sent_, [&](const Sent& one) { return bool(events_.flow(one.seq)); });
    if (sent_.size() > most) sent_.erase(sent_.begin(), sent_.end() - most);
    thin_at_ = std::max<std::size_t>(1 << 16, sent_.size() * 2);
}

std::size_t MomentIndex::memory_bytes() const {
    std::size_t sum = versions_ * sizeof(Version<ObjectFigures>) + sent_.capacity() * sizeof(Sent) +
                      times_.capacity() * sizeof(ChunkTimes) + bases_.capacity() * sizeof(Running);
    for (const auto& [id, changes] : handles_)
        sum += changes.capacity() * sizeof(HandleChange);
    return sum + (objects_.size() + lives_.size()) * 64;
}

}  // namespace ipcscope

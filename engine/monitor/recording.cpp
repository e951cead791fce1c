#include "monitor/recording.h"

#include "base/clock.h"
#include "mechanisms/driver.h"
#include "session_file/machine_spec.h"
#include "snapshot/ref.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace ipcscope {

namespace {

constexpr std::size_t most_workers = 2'000;
constexpr WorkerId the_machine{1};

std::vector<const MechanismSpec*> with_machine() {
    auto all = all_specs();
    all.push_back(&machine_spec());
    return all;
}

}  // namespace

MonitorRecording::MonitorRecording(Wanted wanted, std::size_t most_gone)
    : wanted_(std::move(wanted)),
      most_gone_(most_gone),
      registry_(with_machine()),
      started_ns_(now_ns()),
      last_ns_(started_ns_) {
    WorkerInfo machine;
    machine.id = the_machine;
    machine.name = machine_id;
    machine.status = WorkerStatus::idle;
    next_.workers.push_back(std::move(machine));
    changed_ = true;
    publish();
}

MonitorRecording::~MonitorRecording() = default;

std::shared_ptr<const RunState> MonitorRecording::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

// At most a fiftieth of the time is spent in copying.
void MonitorRecording::publish() {
    if (changed_ && now_ns() - published_ns_ >= 50 * cost_ns_) settle();
}

void MonitorRecording::settle() {
    if (!changed_) return;
    changed_ = false;
    ++next_.revision;
    const auto begun = now_ns();
    auto copy = std::make_shared<const RunState>(next_);
    published_ns_ = now_ns();
    cost_ns_ = published_ns_ - begun;
    const std::lock_guard lock(mutex_);
    state_ = std::move(copy);
}

void MonitorRecording::let_go(ObjectId object) {
    next_.objects[object].removed = true;
    changed_ = true;
    gone_.push_back(object);
    if (gone_.size() <= most_gone_) return;
    next_.objects.erase(gone_.front());
    gone_.pop_front();
}

bool MonitorRecording::wanted(const Snapshot& snapshot, ObjectIndex object) const {
    return object != none_index && (!wanted_ || wanted_(snapshot, object));
}

ObjectId MonitorRecording::object_of(const Snapshot& snapshot, ObjectIndex index) {
    const auto& seen = snapshot.objects[index];
    auto ref = snapshot.ref(seen);
    const auto known = objects_.find(ref);
    if (known != objects_.end()) return known->second;
    ObjectInfo info;
    info.id = ObjectId{++last_object_};
    info.mechanism = &machine_spec();
    info.spec = machine_object(snapshot.kind(seen).kind->prefix);
    info.key = info.name = ref;
    info.label = printable(snapshot.text(seen.name));
    const auto id = info.id;
    next_.objects.emplace(id, std::move(info));
    objects_.emplace(std::move(ref), id);
    changed_ = true;
    return id;
}

ObjectId MonitorRecording::level_of(const Snapshot& snapshot, ObjectIndex index, std::size_t field) {
    const auto& seen = snapshot.objects[index];
    const auto& kind = *snapshot.kind(seen).kind;
    auto ref = snapshot.ref(seen);
    auto& id = levels_[{ref, field}];
    if (id) return id;
    ObjectInfo info;
    info.id = id = ObjectId{++last_object_};
    info.mechanism = &machine_spec();
    info.spec = machine_object(kind.prefix, kind.fields[field].name);
    info.key = info.name = std::move(ref);
    info.label = kind.fields[field].name;
    next_.objects.emplace(info.id, std::move(info));
    changed_ = true;
    return id;
}

// Payload is the text; times never go back.
void MonitorRecording::put(Phase phase, std::int64_t time_ns, const char* verb, WorkerId worker,
                           ObjectId object, const std::string& text, Event more) {
    more.time_ns = last_ns_ = std::max(time_ns, last_ns_);
    more.phase = phase;
    more.worker = worker.value;
    more.object = object.value;
    if (verb[0])
        if (const auto* ref = registry_.operation(fmt::format("{}.{}", machine_id, verb)))
            more.operation = ref->id.value;
    more.captured = more.original = static_cast<std::uint32_t>(text.size());
    const auto seq = events_.append(more, text);
    lanes_.append(seq, events_[seq]);
}

void MonitorRecording::level(ObjectId object, std::size_t field, std::int64_t time_ns, std::int64_t value) {
    Event event;
    event.ret = value;
    event.call = static_cast<std::uint32_t>(field);
    put(Phase::state, time_ns, "", the_machine, object, {}, event);
}

void MonitorRecording::begin(const Watched& sample) {
    const auto& now = *sample.snapshot;
    std::size_t objects = 0;
    for (ObjectIndex i = 0; i < now.objects.size(); ++i) {
        if (!wanted(now, i)) continue;
        ++objects;
        object_of(now, i);
        // What is empty gets its lane when something comes.
        const auto& fields = now.kind(now.objects[i]).kind->fields;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            const auto& cell = now.cell(now.objects[i], f);
            if (fields[f].level && cell.state == CellState::known && cell.number != 0)
                level(level_of(now, i, f), f, now.taken_ns, cell.number);
        }
    }
    put(Phase::note, now.taken_ns, "", the_machine, {},
        fmt::format(
            "recorded by the monitor: {} objects of this machine; nothing of it can be executed again",
            objects),
        {});
}

void MonitorRecording::add_gaps(const Snapshot& now) {
    const auto note = [&](const char* what, std::string_view words) {
        put(Phase::note, now.taken_ns, "", the_machine, {}, fmt::format("{}: {}", what, printable(words)),
            {});
    };
    const auto changes = gaps_.next(now);
    for (const auto gap : changes.begun)
        note("not shown", now.text(now.gaps[gap].words));
    for (const auto& words : changes.ended)
        note("shown again", words);
}

void MonitorRecording::add_levels(const Watched& sample, const ObjectChange& change) {
    const auto& now = *sample.snapshot;
    const auto& fields = now.kind(now.objects[change.now]).kind->fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto& cell = now.cell(now.objects[change.now], f);
        if (!fields[f].level || cell.state != CellState::known) continue;
        const auto moved = std::find_if(change.fields.begin(), change.fields.end(),
                                        [&](const FieldChange& one) { return one.field == fields[f].name; });
        const bool appeared = change.what == ObjectChange::What::appeared;
        if (appeared ? cell.number == 0 : moved == change.fields.end()) continue;
        const bool fresh = levels_.find({change.ref, f}) == levels_.end();
        const auto lane = level_of(now, change.now, f);
        if (fresh && !appeared && moved->before.is_number) level(lane, f, now.taken_ns, moved->before.number);
        level(lane, f, now.taken_ns, cell.number);
    }
}

void MonitorRecording::add_change(const Watched& sample, const ObjectChange& change) {
    using What = ObjectChange::What;
    const auto& now = *sample.snapshot;
    const auto& before = change.before_in(*sample.before);
    const bool gone = change.what == What::vanished;
    if (!wanted(now, change.now) && !wanted(before, change.before)) return;
    const auto object = gone ? object_of(before, change.before) : object_of(now, change.now);
    const char* verb = gone ? "vanished" : change.what == What::appeared ? "appeared" : "changed";
    put(Phase::instant, now.taken_ns, verb, the_machine, object, change_words(change, &before, now), {});
    if (!gone) return add_levels(sample, change);
    let_go(object);
    objects_.erase(change.ref);
    for (auto it = levels_.lower_bound({change.ref, 0});
         it != levels_.end() && it->first.first == change.ref;) {
        level(it->second, it->first.second, now.taken_ns, 0);
        let_go(it->second);
        it = levels_.erase(it);
    }
}

WorkerId MonitorRecording::worker_of(const Snapshot& snapshot, const SeenWait& wait) {
    const auto& process = snapshot.processes[wait.process];
    const ThreadKey key{process.pid, wait.thread};
    const auto known = workers_.find(key);
    const auto name = printable(snapshot.text(process.name));
    if (known != workers_.end()) {
        // A number may have been given to another process.
        const auto& worker = next_.workers[known->second.value - 1u];
        if (worker.name.starts_with(name + " ")) return known->second;
    }
    if (next_.workers.size() >= most_workers) return {};
    WorkerInfo info;
    info.id = WorkerId{static_cast<std::uint16_t>(next_.workers.size() + 1)};
    info.pid = process.pid;
    info.name = wait.thread == process.pid || wait.thread == 0
                    ? fmt::format("{} ({})", name, process.pid)
                    : fmt::format("{} ({}/{})", name, process.pid, wait.thread);
    info.status = WorkerStatus::running;
    workers_[key] = info.id;
    const auto id = info.id;
    next_.workers.push_back(std::move(info));
    changed_ = true;
    return id;
}

// It, or what it waits for, was not looked at.
bool MonitorRecording::may_still_wait(const Snapshot& snapshot, ThreadKey thread, const Waiting& wait) {
    const auto process = snapshot.process(thread.first);
    if (!process) return false;
    return is_left_out(snapshot.processes[*process]) ||
           is_left_out(snapshot, kind_of_prefix(split_ref(wait.ref).prefix));
}

// A thread waits for one thing at a time; of several that it polls, the first stands for all.
void MonitorRecording::add_waits(const Snapshot& snapshot) {
    std::map<ThreadKey, const SeenWait*> now;
    for (const auto& wait : snapshot.waits)
        if (wait.process < snapshot.processes.size() && wait.object < snapshot.objects.size() &&
            wanted(snapshot, wait.object))
            now.emplace(ThreadKey{snapshot.processes[wait.process].pid, wait.thread}, &wait);
    for (auto it = waiting_.begin(); it != waiting_.end();) {
        const auto& was = it->second;
        const auto still = now.find(it->first);
        if (still != now.end() && was.ref == snapshot.ref(snapshot.objects[still->second->object]) &&
            was.words == snapshot.text(still->second->words)) {
            ++it;
            continue;
        }
        if (still == now.end() && may_still_wait(snapshot, it->first, was)) {
            ++it;
            continue;
        }
        Event leave;
        leave.call = was.call.value;
        leave.flags = event_flag::was_blocked;
        leave.duration_ns = std::max(snapshot.taken_ns, last_ns_) - was.since_ns;
        put(Phase::leave, snapshot.taken_ns, "wait", was.worker, was.object, {}, leave);
        auto& worker = next_.workers[was.worker.value - 1u];
        const bool alive = snapshot.process(it->first.first).has_value();
        worker.status = alive ? WorkerStatus::running : WorkerStatus::exited;
        worker.current = {};
        worker.waits_for.clear();
        changed_ = true;
        it = waiting_.erase(it);
    }
    for (const auto& [key, wait] : now) {
        if (waiting_.find(key) != waiting_.end()) continue;
        Waiting one;
        one.worker = worker_of(snapshot, *wait);
        if (!one.worker) {
            ++left_out_;
            continue;
        }
        one.ref = snapshot.ref(snapshot.objects[wait->object]);
        one.words = snapshot.text(wait->words);
        one.object = object_of(snapshot, wait->object);
        CallInfo call;
        call.worker = one.worker;
        call.operation = registry_.operation(fmt::format("{}.wait", machine_id))->id;
        call.text = fmt::format("{}.wait({})", machine_id, one.ref);
        one.call = calls_.append(std::move(call)).id;
        Event enter;
        enter.call = one.call.value;
        put(Phase::enter, snapshot.taken_ns, "wait", one.worker, one.object, {}, enter);
        one.since_ns = last_ns_;
        auto& worker = next_.workers[one.worker.value - 1u];
        worker.status = WorkerStatus::blocked;
        worker.current = one.call;
        worker.since_ns = one.since_ns;
        worker.waits_for =
            one.words.empty() ? one.ref : fmt::format("{} ({})", printable(one.words), one.ref);
        changed_ = true;
        waiting_.emplace(key, std::move(one));
    }
}

void MonitorRecording::add(const Watched& sample) {
    // It may begin in the middle of a watch: then all that there is comes first, too.
    if (!std::exchange(begun_, true))
        begin(sample);
    else
        for (const auto& change : sample.changes)
            add_change(sample, change);
    add_gaps(*sample.snapshot);
    add_waits(*sample.snapshot);
    publish();
}

}  // namespace ipcscope

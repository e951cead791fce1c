// Events, flows and levels, as they come from the file into the store and the lanes. Numbers that no
// recording can have are taken for none and counted: sums of them must not overflow, nor tables be outgrown.
#include "runtime/stuck.h"
#include "schema/wire.h"
#include "session_file/file_recording_impl.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using namespace session_file;

namespace {
constexpr std::int64_t latest = std::int64_t{1} << 60;  // ns
constexpr std::uint64_t most_events = EventStore::chunk_events * EventStore::max_chunks;
constexpr std::size_t most_flows = std::size_t{1} << 30;
constexpr std::size_t most_level_lanes = 100'000;
constexpr std::int64_t overlap_ns = 1'000'000'000;  // more cannot be: a worker does one thing at a time
constexpr std::uint64_t flows_every = 8192;         // events

// Is this a value that a parameter of the type may have been called with.
bool is_of(const TypeSpec& type, const Value& value) {
    if (value.empty()) return true;
    switch (type.kind) {
        case Kind::boolean: return value.as<bool>() || value.as<std::int64_t>();
        case Kind::real: return value.as<double>() || value.as<std::int64_t>();
        case Kind::bytes:
        case Kind::text:
        case Kind::path: return value.as<std::string>() != nullptr;
        case Kind::handle: return value.as<HandleRef>() || value.as<std::int64_t>();
        case Kind::worker: return value.as<WorkerRef>() || value.as<std::int64_t>();
        case Kind::structure: {
            const auto* fields = value.as<Fields>();
            return fields && std::all_of(fields->begin(), fields->end(), [&](const auto& field) {
                       const auto known =
                           std::find_if(type.fields.begin(), type.fields.end(),
                                        [&](const auto& each) { return field.first == each.name; });
                       return known != type.fields.end() && is_of(known->type, field.second);
                   });
        }
        case Kind::array: {
            const auto* list = value.as<List>();
            return list && std::all_of(list->begin(), list->end(), [&](const Value& item) {
                       return is_of(type.fields.front().type, item);
                   });
        }
        default: return value.as<std::int64_t>() || value.as<bool>();
    }
}
}  // namespace

void FileRecording::Impl::begin(const Recording& self) {
    thread_ = std::thread([this, &self] { load(self); });
}

void FileRecording::Impl::load(const Recording& self) {
    const bool blocks = version_ >= 2;
    const char* last_of = blocks ? "SELECT max(id) * 64 FROM event_block" : "SELECT max(seq) FROM event";
    if (auto last = db_.prepare(last_of); last && last->step() == 100 /* a row */)
        last_seq_ = static_cast<std::uint64_t>(std::max<std::int64_t>(0, last->integer(0)));
    read_calls();
    blocks ? read_blocks() : read_events();
    if (budget_.spent()) problem("it claims to hold more bytes than it has: what is beyond them is left out");
    look_why_stuck(self);
    {
        const std::lock_guard lock(mutex_);
        loaded_.store(true, std::memory_order_release);
        ended_.notify_all();
    }
    if (pages_) pages_->read_ahead(events_, stop_);
}

// Who was blocked when it ended, by whom: that is no part of the file, as it can be found out.
void FileRecording::Impl::look_why_stuck(const Recording& self) {
    const auto blocked = [](const WorkerInfo& worker) { return worker.status == WorkerStatus::blocked; };
    if (stop_ || std::none_of(state_->workers.begin(), state_->workers.end(), blocked)) return;
    auto with = std::make_shared<RunState>(*state_);
    with->stuck = std::make_shared<const StuckReport>(analyse_stuck(self, *with));
    ++with->revision;
    const std::lock_guard lock(mutex_);
    state_ = std::move(with);
}

void FileRecording::Impl::read_calls() {
    TableReader rows(db_, "call", "id", "worker, operation, line, text, args");
    while (!given_up_ && rows.next(&stop_)) {
        CallInfo call;
        call.worker.value = static_cast<std::uint16_t>(rows.integer(1, 0, UINT16_MAX));
        call.operation = registry_.operation(rows.integer(2));
        call.line = static_cast<int>(rows.integer(3, 0, INT32_MAX));
        call.text = text(rows, 4);
        const auto bytes = rows.bytes(5);
        if (budget_.take(bytes.size())) {
            ipcscope::Reader in(bytes);
            const auto args = in.value();
            if (const auto* list = args.as<List>(); in.ok() && list) call.args = *list;
        }
        // As many as this build's operation has parameters: views go by their places.
        if (const auto* ref = registry_.registry().operation(call.operation)) {
            const auto& params = ref->operation->params;
            call.args.resize(params.size());
            for (std::size_t i = 0; i < params.size(); ++i)
                if (!is_of(params[i].type, call.args[i])) call.args[i] = {};
        }
        const auto id = calls_.append(std::move(call)).id;
        if (calls_in_order_ && rows.key() != id.value) {
            calls_in_order_ = false;
            for (std::uint32_t n = 1; n < id.value; ++n)
                call_ids_[n] = n;
        }
        if (!calls_in_order_) call_ids_[rows.key()] = id.value;
    }
    problem(rows.problem());
}

void FileRecording::Impl::read_events() {
    TableReader rows(
        db_, "event", "seq",
        "t_ns, worker, operation, phase, object, call, ret, err, duration_ns, flags, level, original, "
        "payload, results");
    TableReader levels(db_, "level", "id", "seq, object, idx, t_ns, value");
    TableReader touched(db_, "touched", "id", "seq, object, \"offset\", length, wrote");
    TableReader flows(db_, "flow", "id", "from_seq, to_seq, object, bytes, \"offset\", merged, guess");
    const auto most = std::min(most_events, limits_.events);
    while (events_.size() < most && !given_up_ && rows.next(&stop_)) {
        if (!add_event(rows)) break;
        add_levels(levels, false);
        add_touched(touched);
        if (events_.size() % flows_every != 0) continue;
        add_flows(flows, false);
        at_seq_.store(static_cast<std::uint64_t>(rows.key()), std::memory_order_relaxed);
    }
    if (events_.size() >= most) problem("it has more events than this program can hold");
    const bool all = !gives_up();
    add_levels(levels, all);
    add_touched(touched);
    add_flows(flows, all);
    for (const auto* table : {&rows, &levels, &touched, &flows})
        problem(table->problem());
    if (lost_flows_ > 0 && complete_ && all)
        problem(fmt::format("{} flow(s) lead to events that are not there", lost_flows_));
}

bool FileRecording::Impl::gives_up() {
    const auto read = read_ > 0 || version_ >= 2 ? read_ : events_.size();
    if (!given_up_ || stop_ || read > last_seq_) return false;
    partly_ = true;
    problem(read < events_.size()
                ? fmt::format("reading was stopped: from event {} on it is shown as a whole only", read)
                : fmt::format("reading was stopped: what comes after event {} is not shown", read));
    return true;
}

std::int64_t FileRecording::Impl::clamp_time(TableReader& rows, std::int64_t since_start) const {
    if (since_start >= -latest / 2 && since_start <= latest) return started_ns_ + since_start;
    rows.unsound();
    return std::max(last_time_ns_, started_ns_);
}

bool FileRecording::Impl::add_event(TableReader& rows) {
    Event event;
    event.time_ns = clamp_time(rows, rows.integer(1));
    event.worker = static_cast<std::uint16_t>(rows.integer(2, 0, UINT16_MAX));
    event.operation = registry_.operation(rows.integer(3)).value;
    event.phase = static_cast<Phase>(rows.integer(4, 0, 5, 5));
    event.object = static_cast<std::uint32_t>(rows.integer(5, 0, most_object_ids()));
    event.call = static_cast<std::uint32_t>(rows.integer(6, 0, UINT32_MAX));
    event.ret = rows.integer(7);
    event.err = static_cast<std::uint16_t>(rows.integer(8, 0, UINT16_MAX));
    event.duration_ns = rows.integer(9, 0, latest);
    event.flags = static_cast<std::uint8_t>(rows.integer(10, 0, UINT8_MAX)) & ~event_flag::inline_payload;
    auto payload = rows.bytes(13), results = rows.bytes(14);
    if (!budget_.take(payload.size() + results.size())) payload = results = {};
    event.captured = static_cast<std::uint32_t>(payload.size());
    event.results = static_cast<std::uint32_t>(results.size());
    event.original = event.captured;
    if (!rows.is_null(12))
        event.original =
            static_cast<std::uint32_t>(rows.integer(12, event.captured, UINT32_MAX, event.captured));
    if (event.phase != Phase::state && event.call != 0 && !calls_in_order_) {
        const auto found = call_ids_.find(event.call);
        event.call = found == call_ids_.end() ? 0 : found->second;
    }
    mend_duration(rows, event);
    if (rows.key() != next_file_seq_) {
        add_gap(rows.key() - next_file_seq_, event.time_ns, event.worker);
        if (events_.size() >= std::min(most_events, limits_.events)) return false;
    }
    if (pieces_.empty() || rows.key() != next_file_seq_) pieces_.emplace_back(rows.key(), events_.size());
    next_file_seq_ = rows.key() + 1;

    std::uint64_t seq = 0;
    if (results.empty() && payload.size() <= sizeof event.data) {
        std::memcpy(&event.data, payload.data() ? payload.data() : "", payload.size());
        if (!payload.empty()) event.flags |= event_flag::inline_payload;
        seq = events_.append(event, {});
    } else if (payload.empty()) {
        seq = events_.append(event, results);
    } else if (results.empty()) {
        seq = events_.append(event, payload);
    } else {
        std::string both(payload);
        seq = events_.append(event, both.append(results));
    }
    last_time_ns_ = event.time_ns;
    to_lanes(seq, event);
    const LaneKey lane{LaneKind::level, event.object, 0};
    if (!rows.is_null(11) && may_have_lane(lane)) lanes_.level(lane, seq, event.time_ns, rows.integer(11));
    return true;
}

// A worker does one thing at a time.
void FileRecording::Impl::mend_duration(TableReader& rows, Event& event) {
    if (busy_until_.size() <= event.worker) busy_until_.resize(event.worker + std::size_t{1}, 0);
    if (event.phase != Phase::leave) return;
    auto& until = busy_until_[event.worker];
    const auto most = event.time_ns - (until - overlap_ns);
    if (until != 0 && event.duration_ns > most) {
        rows.unsound();
        event.duration_ns = std::max<std::int64_t>(0, most);
    }
    until = std::max(until, event.time_ns);
}

// Rows that cannot be read are lost events, and shown as such.
void FileRecording::Impl::add_gap(std::int64_t missing, std::int64_t time_ns, std::uint16_t worker) {
    Event event;
    event.phase = Phase::lost;
    event.time_ns = time_ns;
    event.worker = worker;
    event.ret = missing;
    to_lanes(events_.append(event, {}), event);
    problem(fmt::format("{} event(s) from number {} on cannot be read", missing, next_file_seq_));
}

void FileRecording::Impl::to_lanes(std::uint64_t seq, const Event& event) {
    if (event.phase != Phase::state || may_have_lane({LaneKind::level, event.object, event.call}))
        lanes_.append(seq, event);
}

bool FileRecording::Impl::may_have_lane(LaneKey key) {
    if (!level_lanes_.empty() && level_lanes_.count(key) > 0) return true;
    if (level_lanes_.size() == most_level_lanes) return false;
    level_lanes_.insert(key);
    if (level_lanes_.size() == most_level_lanes)
        problem(fmt::format("it has more than {} levels: the others are not drawn", most_level_lanes));
    return true;
}

// The event of this build's sequence; false = it is not there (yet).
bool FileRecording::Impl::index_of(std::int64_t file_seq, std::uint64_t& seq) const {
    auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), file_seq,
                                  [](std::int64_t value, const auto& item) { return value < item.first; });
    if (piece == pieces_.begin()) return false;
    // The place before the next piece is that of the gap.
    const auto end = piece == pieces_.end() ? events_.size() : piece->second - 1;
    --piece;
    const auto offset = static_cast<std::uint64_t>(file_seq - piece->first);
    if (offset >= end - piece->second) return false;
    seq = piece->second + offset;
    return true;
}

// Those that came by the events that are there, at the place where they came.
void FileRecording::Impl::add_levels(TableReader& rows, bool all) {
    for (;; pending_level_.have = false) {
        if (!pending_level_.have) {
            if (pending_level_.done || !rows.next(&stop_)) {
                pending_level_.done = true;
                return;
            }
            pending_level_.have = true;
        }
        const auto file_seq = rows.integer(1);
        if (!all && file_seq >= next_file_seq_) return;
        const LaneKey lane{LaneKind::level, static_cast<std::uint32_t>(rows.integer(2, 0, UINT32_MAX)),
                           static_cast<std::uint32_t>(rows.integer(3, 0, UINT32_MAX))};
        std::uint64_t seq = 0;
        if (index_of(file_seq, seq) && may_have_lane(lane))
            lanes_.level(lane, seq, clamp_time(rows, rows.integer(4)), rows.integer(5));
    }
}

void FileRecording::Impl::add_touched(TableReader& rows) {
    constexpr std::int64_t highest = std::int64_t{1} << 47;  // as far as an address reaches
    for (;; pending_touched_.have = false) {
        if (!pending_touched_.have) {
            if (pending_touched_.done || !rows.next(&stop_)) {
                pending_touched_.done = true;
                return;
            }
            pending_touched_.have = true;
        }
        const auto file_seq = rows.integer(1);
        if (file_seq >= next_file_seq_) return;
        std::uint64_t seq = 0;
        if (!index_of(file_seq, seq)) continue;
        const auto event = event_at(seq);
        const auto offset = rows.integer(3, 0, highest), length = rows.integer(4, 1, highest, 1);
        if (event.object == rows.integer(2) && may_have_lane({LaneKind::memory, event.object, 0}))
            lanes_.memory(seq, event, static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(length),
                          rows.integer(5) == 1);
    }
}

void FileRecording::Impl::add_flows(TableReader& rows, bool all) {
    for (;; pending_flow_.have = false) {
        if (!pending_flow_.have) {
            if (pending_flow_.done || flows_.size() >= most_flows || !rows.next(&stop_)) {
                pending_flow_.done = true;
                return;
            }
            pending_flow_.have = true;
        }
        const auto from = rows.integer(1), to = rows.integer(2);
        if (!all && std::max(from, to) >= next_file_seq_) return;
        Flow flow;
        if (!index_of(from, flow.from) || !index_of(to, flow.to)) {
            ++lost_flows_;
            continue;
        }
        flow.object.value = static_cast<std::uint32_t>(rows.integer(3, 0, UINT32_MAX));
        flow.bytes = static_cast<std::uint32_t>(rows.integer(4, 0, UINT32_MAX));
        flow.offset = static_cast<std::uint32_t>(rows.integer(5, 0, UINT32_MAX));
        flow.merged = static_cast<std::uint32_t>(rows.integer(6, 0, UINT32_MAX));
        flow.guess = rows.integer(7) == 1;
        const auto id = flows_.append(flow);
        events_.set_flow(flow.from, id);
        events_.set_flow(flow.to, id);
        flow_index_.append(id, events_[flow.from], events_[flow.to]);
    }
}

}  // namespace ipcscope

// Files of version 2: all of it is gone through once, for lanes and flows; the events themselves are read
// when somebody looks at them (file_pages.h). The store's sequence is that of the file: what cannot be read
// is as many lost events.
#include "session_file/file_recording_impl.h"
#include "session_file/summary.h"

#include <algorithm>
#include <fmt/format.h>
#include <sqlite3.h>

namespace ipcscope {

using namespace session_file;

namespace {
constexpr std::uint64_t most_events = EventStore::chunk_events * EventStore::max_chunks;
constexpr std::uint64_t most_missing = std::uint64_t{4} << 20;  // events in one piece
constexpr std::size_t most_mended = 1'000'000;
constexpr std::size_t most_flows = std::size_t{1} << 30;
constexpr std::uint64_t latest_events = 1 << 16;
constexpr std::uint64_t flows_every = 8192;
}  // namespace

Status FileRecording::Impl::open_pages() {
    Database::Found found;
    auto db = open_database(found);
    if (!db) return tl::unexpected<Error>(db.error());
    pages_ = std::make_unique<FilePages>(std::move(*db), std::min(found.bytes, limits_.bytes));
    events_.page_from(*pages_, page_file_);
    flows_.page_from(*pages_, page_file_);
    return {};
}

FileMeaning FileRecording::Impl::meaning() const {
    return {&registry_, started_ns_, calls_in_order_ ? nullptr : &call_ids_, most_object_ids()};
}

std::int64_t FileRecording::Impl::most_object_ids() const {
    constexpr std::uint64_t few = 65'536;
    constexpr std::uint64_t least = 16;  // an object takes more bytes: it has a call, that has two events
    return static_cast<std::int64_t>(std::clamp<std::uint64_t>(file_bytes_ / least, few, UINT32_MAX));
}

void FileRecording::Impl::grow(std::uint64_t read) {
    read_ = read;
    if (read > events_.size()) events_.grow(read);
}

// A file that was ended in order says how many events it has, and what they look like as a whole: so all of
// it is there at once, though exactly only where it was read.
void FileRecording::Impl::foretell() {
    constexpr std::uint64_t fewest_bytes = 64;  // of a block that this program has written
    const auto last_of = [this](const char* sql) {
        auto ask = db_.prepare(sql);
        const auto value = ask && ask->step() == SQLITE_ROW ? ask->integer(0) : 0;
        if (ask) ask->reset();
        return value > 0 ? static_cast<std::uint64_t>(value) : std::uint64_t{0};
    };
    const auto events = last_of("SELECT id * 64 + n FROM event_block ORDER BY id DESC LIMIT 1");
    const auto flows = last_of("SELECT id * 64 + n FROM flow_block ORDER BY id DESC LIMIT 1");
    if (events < summary_from || events != told_events_ || events > most_events || flows > most_flows ||
        events > limits_.events || std::max(events, flows) / block_rows * fewest_bytes > file_bytes_)
        return;
    const auto outline = read_summary(db_, started_ns_, events, flows);
    if (!outline) return;
    pages_->begin({&registry_, started_ns_, nullptr, most_object_ids()});
    pages_->expect(events);
    events_.grow(events);
    lanes_.foretell(outline);
    flow_index_.foretell(outline);
}

void FileRecording::Impl::read_blocks() {
    const auto columns = event_block_columns(false), flow_columns_text = flow_block_columns();
    TableReader rows(db_, "event_block", "id", columns.c_str());
    TableReader flows(db_, "flow_block", "id", flow_columns_text.c_str());
    TableReader levels(db_, "level", "id", "seq, object, idx, t_ns, value");
    TableReader touched(db_, "touched", "id", "seq, object, \"offset\", length, wrote");
    pages_->begin(meaning());
    pieces_ = {{0, 0}};
    latest_.resize(latest_events);
    last_time_ns_ = started_ns_;
    for (std::uint64_t flows_at = flows_every; !given_up_ && rows.next(&stop_);) {
        if (!add_block(rows)) break;
        const auto size = read_;
        for (auto seq = size - block_.n; seq < size; ++seq) {
            const auto& event = latest_[seq % latest_events];
            to_lanes(seq, event);
            const LaneKey lane{LaneKind::level, event.object, 0};
            const auto level = block_.numbers[col_level][seq + block_.n - size];
            if (level != null_number && may_have_lane(lane)) lanes_.level(lane, seq, event.time_ns, level);
            next_file_seq_ = static_cast<std::int64_t>(seq) + 1;
            add_levels(levels, false);
            add_touched(touched);
        }
        at_seq_.store(size, std::memory_order_relaxed);
        if (size < flows_at) continue;
        flows_at = size + flows_every;
        add_flow_blocks(flows, false);
    }
    const bool all = !gives_up();
    add_levels(levels, all);
    add_touched(touched);
    add_flow_blocks(flows, all);
    for (const auto* table : {&rows, &levels, &touched, &flows})
        problem(table->problem());
    if (auto pages = page_file_.problem(); !pages) problem(pages.error().text());
    if (lost_flows_ > 0 && complete_ && all)
        problem(fmt::format("{} flow(s) lead to events that are not there", lost_flows_));
    if (all) {  // else the rest is still shown as a whole
        lanes_.foretell(nullptr);
        flow_index_.foretell(nullptr);
    }
    if (all && read_ < events_.size() && !stop_)
        problem(fmt::format("{} event(s) from number {} on cannot be read", events_.size() - read_, read_));
    older_.reset();
    latest_ = {};
}

// False: no more of them can be taken.
bool FileRecording::Impl::add_block(TableReader& rows) {
    std::size_t data_length = 0;
    const auto id = static_cast<std::uint64_t>(rows.key());
    if (!read_event_block(rows, block_, data_length)) return block_.n = 0, true;
    if (id >= std::min(most_events, limits_.events) / block_rows) {
        problem("it has more events than this program can hold");
        return false;
    }
    const auto as = meaning();
    const auto first = id * block_rows;
    for (std::size_t i = 0; i < block_.n; ++i) {
        std::int64_t place = 0;
        bool sound = true;
        auto event = event_of(block_, i, data_length, as, place, sound);
        const auto time = event.time_ns, duration = event.duration_ns;
        if (time == INT64_MIN) event.time_ns = last_time_ns_;
        if (!sound) rows.unsound();
        if (i == 0 && first > read_ && !add_missing(first, event)) return block_.n = 0, false;
        mend_duration(rows, event);
        last_time_ns_ = event.time_ns;
        if (event.time_ns != time || event.duration_ns != duration) {
            if (++mended_ > most_mended) {
                problem("most of its times cannot be: the events from there on are left out");
                return block_.n = 0, false;
            }
            pages_->mended(first + i, event.time_ns, event.duration_ns);
        }
        latest_[(first + i) % latest_events] = event;
    }
    grow(first + block_.n);
    return true;
}

// Events up to `until` are not there: lost, and shown as such.
bool FileRecording::Impl::add_missing(std::uint64_t until, const Event& next) {
    const auto begin = read_, missing = until - begin;
    problem(fmt::format("{} event(s) from number {} on cannot be read", missing, begin));
    if (missing > most_missing) return false;
    Event event;
    event.phase = Phase::lost;
    event.time_ns = next.time_ns;
    event.worker = next.worker;
    for (auto seq = until - std::min(missing, latest_events); seq < until; ++seq)
        latest_[seq % latest_events] = event;
    event.ret = static_cast<std::int64_t>(missing);
    grow(until);
    to_lanes(begin, event);
    return true;
}

Event FileRecording::Impl::event_at(std::uint64_t seq) {
    if (!pages_) return events_[seq];
    if (seq + latest_events >= read_ && seq < read_) return latest_[seq % latest_events];
    if (!older_)
        older_ = std::make_unique<TableReader>(db_, "event_block", "id", event_block_columns(false).c_str());
    Event event;
    event.phase = Phase::lost;
    event.time_ns = started_ns_;
    EventBlock block;
    std::size_t length = 0;
    const auto id = static_cast<std::int64_t>(seq / block_rows);
    older_->go_to(id);
    if (older_->next(&stop_) && older_->key() == id && read_event_block(*older_, block, length) &&
        seq % block_rows < block.n) {
        std::int64_t place = 0;
        bool sound = true;
        event = event_of(block, seq % block_rows, length, meaning(), place, sound);
        if (event.time_ns == INT64_MIN) event.time_ns = started_ns_;
    }
    return event;
}

void FileRecording::Impl::add_flow_blocks(TableReader& rows, bool all) {
    for (;;) {
        while (flow_block_at_ == flow_block_.n) {
            flow_block_at_ = flow_block_.n = 0;
            if (pending_flow_.done || flows_.size() >= most_flows || !rows.next(&stop_)) {
                pending_flow_.done = true;
                return;
            }
            if (rows.key() > static_cast<std::int64_t>(most_flows)) continue;
            read_flow_block(rows, flow_block_, flow_block_seq_);
            flow_block_id_ = rows.key() * static_cast<std::int64_t>(block_rows);
        }
        const auto i = flow_block_at_;
        Flow flow;
        bool there = flow_of(flow_block_, i, flow_block_seq_, flow);
        const auto size = read_;
        if (there && !all && std::max(flow.from, flow.to) >= size) return;
        ++flow_block_at_;
        there = there && std::max(flow.from, flow.to) < size;
        if (!there) {
            ++lost_flows_;
            continue;
        }
        pages_->flow_is(flows_.size(), flow_block_id_ + static_cast<std::int64_t>(i));
        const auto id = flows_.grow(flow);
        events_.set_flow(flow.from, id);
        events_.set_flow(flow.to, id);
        flow_index_.append(id, event_at(flow.from), event_at(flow.to));
    }
}

}  // namespace ipcscope

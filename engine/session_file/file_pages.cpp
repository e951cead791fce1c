#include "session_file/file_pages.h"

#include "session_file/file_registry.h"

#include <algorithm>
#include <utility>

namespace ipcscope::session_file {

namespace {

template <std::size_t columns>
std::string list(const std::array<ColumnName, columns>& names, const char* base) {
    std::string out = std::string("n, ") + base;
    for (const auto& column : names)
        out += std::string(", \"") + column.name + '"';
    return out;
}

template <std::size_t columns>
bool read_columns(TableReader& rows, const std::array<ColumnName, columns>& names, Block<columns>& out) {
    out.n = static_cast<std::size_t>(rows.integer(1, 1, block_rows, 0));
    for (std::size_t i = 0; i < columns; ++i)
        if (!parse_column(rows.bytes(static_cast<int>(3 + i)), out.n, names[i].nullable, out.numbers[i]))
            rows.unsound();
    return out.n > 0;
}

template <typename To>
void put(To& to, std::int64_t value, std::int64_t high, bool& sound) {
    const bool fits = value >= 0 && value <= high;
    sound = sound && fits;
    to = static_cast<To>(fits ? value : 0);
}

}  // namespace

std::string event_block_columns(bool data) {
    return list(event_column_names, "t_ns") + (data ? ", data" : ", length(data)");
}
std::string flow_block_columns() {
    return list(flow_column_names, "seq");
}

bool read_event_block(TableReader& rows, EventBlock& out, std::size_t& data_length) {
    const auto base = rows.integer(2);
    const bool known = base >= -latest_ns && base <= latest_ns;
    if (!read_columns(rows, event_column_names, out)) return false;
    if (!known) rows.unsound();
    for (std::size_t i = 0; i < out.n; ++i) {
        auto& time = out.numbers[col_dt][i];
        const bool can_be = known && time >= -latest_ns && time <= latest_ns;
        time = can_be ? base + time : INT64_MIN;
    }
    data_length = static_cast<std::size_t>(rows.integer(3 + static_cast<int>(event_columns), 0, INT32_MAX));
    return true;
}

std::string_view event_block_data(TableReader& rows) {
    return rows.bytes(3 + static_cast<int>(event_columns));
}

bool read_flow_block(TableReader& rows, FlowBlock& out, std::int64_t& base) {
    base = rows.integer(2, 0, latest_ns);
    return read_columns(rows, flow_column_names, out);
}

Event event_of(const EventBlock& block, std::size_t i, std::size_t data_length, const FileMeaning& meaning,
               std::int64_t& place, bool& sound) {
    const auto& numbers = block.numbers;
    Event event;
    const auto time = numbers[col_dt][i];
    if (time >= -latest_ns / 2 && time <= latest_ns) {
        event.time_ns = meaning.started_ns + time;
    } else {
        event.time_ns = INT64_MIN;
        sound = false;
    }
    put(event.worker, numbers[col_worker][i], UINT16_MAX, sound);
    event.operation = meaning.registry->operation(numbers[col_operation][i]).value;
    std::uint8_t phase = 0;
    put(phase, numbers[col_phase][i], 5, sound);
    event.phase = static_cast<Phase>(phase);
    if (phase != numbers[col_phase][i]) event.phase = Phase::note;
    put(event.object, numbers[col_object][i], meaning.most_objects, sound);
    put(event.call, numbers[col_call][i], UINT32_MAX, sound);
    if (meaning.calls && event.phase != Phase::state && event.call != 0) {
        const auto found = meaning.calls->find(event.call);
        event.call = found == meaning.calls->end() ? 0 : found->second;
    }
    event.ret = numbers[col_ret][i];
    put(event.err, numbers[col_err][i], UINT16_MAX, sound);
    put(event.duration_ns, numbers[col_duration][i], latest_ns, sound);
    put(event.flags, numbers[col_flags][i], UINT8_MAX, sound);
    event.flags &= static_cast<std::uint8_t>(~event_flag::inline_payload);
    put(event.captured, numbers[col_captured][i], INT32_MAX, sound);
    put(event.results, numbers[col_results][i], INT32_MAX, sound);
    place = numbers[col_place][i];
    const auto length = std::int64_t{event.captured} + event.results;
    if (place != null_number && (place < 0 || place > std::int64_t{INT32_MAX} ||
                                 place + length > static_cast<std::int64_t>(data_length))) {
        sound = false;
        event.captured = event.results = 0;
        place = null_number;
    }
    event.original = event.captured;
    if (const auto original = numbers[col_original][i]; original != null_number) {
        if (original >= event.captured && original <= UINT32_MAX)
            event.original = static_cast<std::uint32_t>(original);
        else
            sound = false;
    }
    return event;
}

bool flow_of(const FlowBlock& block, std::size_t i, std::int64_t base, Flow& out) {
    constexpr std::int64_t most = EventStore::chunk_events * EventStore::max_chunks - 1;
    const auto& numbers = block.numbers;
    std::int64_t from = 0, to = 0;
    if (__builtin_add_overflow(base, numbers[col_from][i], &from) ||
        __builtin_add_overflow(base, numbers[col_to][i], &to) || from < 0 || to < 0 || from > most ||
        to > most)
        return false;
    bool sound = true;
    out.from = static_cast<std::uint64_t>(from);
    out.to = static_cast<std::uint64_t>(to);
    put(out.object.value, numbers[col_flow_object][i], UINT32_MAX, sound);
    put(out.bytes, numbers[col_bytes][i], UINT32_MAX, sound);
    put(out.offset, numbers[col_offset][i], UINT32_MAX, sound);
    put(out.merged, numbers[col_merged][i], UINT32_MAX, sound);
    out.guess = numbers[col_guess][i] == 1;
    return true;
}

void FilePages::mended(std::uint64_t seq, std::int64_t time_ns, std::int64_t duration_ns) {
    const std::lock_guard lock(mutex_);
    mended_.push_back({seq, time_ns, duration_ns});
}

void FilePages::flow_is(std::size_t index, std::int64_t file_id) {
    const auto shift = file_id - static_cast<std::int64_t>(index);
    if (!shifts_.empty() && shifts_.back().second == shift) return;
    const std::lock_guard lock(mutex_);
    shifts_.emplace_back(index, shift);
}

void FilePages::put_data(std::uint64_t seq, Event& event, std::string_view data, std::int64_t place,
                         std::string& extra) {
    if (event.captured + event.results == 0) return;
    std::string_view bytes;
    if (place != null_number) {
        bytes = data.substr(static_cast<std::size_t>(place), std::size_t{event.captured} + event.results);
    } else {
        if (!large_) large_ = std::make_unique<TableReader>(db_, "large", "seq", "bytes");
        large_->go_to(static_cast<std::int64_t>(seq));
        if (large_->next() && large_->key() == static_cast<std::int64_t>(seq)) bytes = large_->bytes(1);
        if (bytes.size() < event.captured + std::size_t{event.results}) event.results = 0;
        event.captured = static_cast<std::uint32_t>(std::min<std::size_t>(event.captured, bytes.size()));
        bytes = bytes.substr(0, std::size_t{event.captured} + event.results);
    }
    if (extra.size() + bytes.size() > UINT32_MAX || !budget_.take(bytes.size())) {
        event.captured = event.results = 0;
        return;
    }
    if (event.results == 0 && event.captured <= sizeof event.data) {
        if (bytes.empty()) return;  // its row in `large` is not there
        std::memcpy(&event.data, bytes.data(), bytes.size());
        event.flags |= event_flag::inline_payload;
        return;
    }
    event.data = extra.size();
    extra.append(bytes);
}

void FilePages::read(std::uint64_t chunk, std::size_t known, std::vector<Event>& events, std::string& extra) {
    const std::lock_guard lock(mutex_);
    constexpr auto blocks = EventStore::chunk_events / block_rows;
    static_assert(EventStore::chunk_events % block_rows == 0);
    const auto first = chunk * EventStore::chunk_events;
    if (!events_)
        events_ = std::make_unique<TableReader>(db_, "event_block", "id", event_block_columns(true).c_str());
    auto fix = std::lower_bound(mended_.begin(), mended_.end(), first,
                                [](const Mended& one, std::uint64_t seq) { return one.seq < seq; });
    auto time = meaning_.started_ns;
    const auto lost_until = [&](std::size_t end) {
        Event lost;
        lost.phase = Phase::lost;
        lost.ret = 1;
        lost.time_ns = time;
        while (events.size() < end)
            events.push_back(lost);
    };
    const auto first_block = static_cast<std::int64_t>(chunk * blocks);
    events_->go_to(first_block);
    EventBlock block;
    std::size_t length = 0;
    while (events_->next()) {
        const auto number = events_->key() - first_block;
        if (number >= static_cast<std::int64_t>(blocks)) break;
        if (!read_event_block(*events_, block, length)) continue;
        const auto data = event_block_data(*events_);
        lost_until(static_cast<std::size_t>(number) * block_rows);
        for (std::size_t i = 0; i < block.n; ++i) {
            std::int64_t place = 0;
            bool sound = true;
            const auto seq = first + events.size();
            auto event = event_of(block, i, data.size(), meaning_, place, sound);
            if (fix != mended_.end() && fix->seq == seq) {
                event.time_ns = fix->time_ns;
                event.duration_ns = fix->duration_ns;
                ++fix;
            }
            if (event.time_ns == INT64_MIN) event.time_ns = time;
            time = event.time_ns;
            put_data(seq, event, data, place, extra);
            events.push_back(event);
        }
    }
    lost_until(known);
    // No question stays open: another program may want to write its notes.
    events_->go_to(0);
    if (large_) large_->go_to(0);
    note_look(chunk);
}

void FilePages::note_look(std::uint64_t chunk) {
    if (reads_ahead_ == std::thread::id() || reads_ahead_ == std::this_thread::get_id()) return;
    looked_at_ = chunk;
    looked_.notify_all();
}

void FilePages::wake() {
    const std::lock_guard lock(mutex_);
    looked_.notify_all();
}

void FilePages::read_ahead(const EventStore& events, const std::atomic<bool>& stop) {
    std::unique_lock lock(mutex_);
    reads_ahead_ = std::this_thread::get_id();
    for (;;) {
        looked_.wait(lock, [&] { return stop || looked_at_; });
        if (stop) return;
        const auto chunk = *looked_at_, before = std::exchange(looked_before_, chunk);
        looked_at_.reset();
        lock.unlock();
        const auto chunks = (events.size() + EventStore::chunk_events - 1) / EventStore::chunk_events;
        // In the direction in which somebody goes; to both sides of where somebody has jumped to.
        for (const auto beside : {chunk + 1, chunk - 1})
            if (beside < chunks && beside != before && !stop)
                static_cast<void>(events[beside * EventStore::chunk_events]);
        lock.lock();
    }
}

void FilePages::read(std::size_t chunk, std::size_t known, std::vector<Flow>& flows) {
    const std::lock_guard lock(mutex_);
    if (!flows_)
        flows_ = std::make_unique<TableReader>(db_, "flow_block", "id", flow_block_columns().c_str());
    FlowBlock block;
    std::int64_t base = 0, have = -1;
    auto shift = shifts_.begin();
    flows.resize(known);
    for (std::size_t i = 0; i < known; ++i) {
        const auto index = chunk * FlowTable::chunk + i;
        while (shift != shifts_.end() && std::next(shift) != shifts_.end() &&
               std::next(shift)->first <= index)
            ++shift;
        if (shift == shifts_.end()) break;
        const auto id = static_cast<std::int64_t>(index) + shift->second;
        const auto wanted = id / static_cast<std::int64_t>(block_rows);
        if (have != wanted) {
            have = wanted;
            flows_->go_to(wanted);
            if (!flows_->next() || flows_->key() != wanted || !read_flow_block(*flows_, block, base))
                block.n = 0;
        }
        const auto n = static_cast<std::size_t>(id) % block_rows;
        if (n >= block.n) continue;
        flow_of(block, n, base, flows[i]);
        if (std::max(flows[i].from, flows[i].to) >= events_there_) flows[i] = {};
    }
    flows_->go_to(0);
}

}  // namespace ipcscope::session_file

// Events and flows, in blocks of 64 rows.
#include "session_file/writer.h"

#include <sqlite3.h>

namespace ipcscope::session_file {

bool Writer::put_events(Cursor& to, std::uint64_t end, const std::vector<LevelChanges::Change>& levels) {
    const auto& events = recording_.events();
    const auto begin = to.events;
    auto level = levels.begin();
    for (; to.events < end; ++to.events) {
        const auto seq = to.events;
        const Event& event = events[seq];
        const LevelChanges::Change* own = nullptr;
        for (; level != levels.end() && level->seq <= seq; ++level) {
            const bool here = level->seq == seq && level->object == event.object && level->index == 0 &&
                              !level->range && level->time_ns == event.time_ns && event.phase != Phase::state;
            if (here && !own)
                own = &*level;
            else if (!put_level(*level))
                return false;
        }
        if (to.event_block.n == block_rows) to.event_block.clear();
        if (!add_event(to.event_block, seq, own)) return false;
        if (to.event_block.n == block_rows && !put_event_block(to.event_block, seq + 1)) return false;
    }
    for (; level != levels.end(); ++level)
        if (!put_level(*level)) return false;
    const auto n = to.event_block.n;
    return begin == end || n == block_rows || put_event_block(to.event_block, end);
}

bool Writer::add_event(EventBlock& block, std::uint64_t seq, const LevelChanges::Change* level) {
    const auto& events = recording_.events();
    const Event& event = events[seq];
    const auto i = block.n++;
    auto& numbers = block.numbers;
    numbers[col_dt][i] = event.time_ns;  // from the first one's, when it is written
    numbers[col_worker][i] = event.worker;
    numbers[col_operation][i] = event.operation;
    numbers[col_phase][i] = static_cast<int>(event.phase);
    numbers[col_object][i] = event.object;
    numbers[col_call][i] = event.call;
    numbers[col_ret][i] = event.ret;
    numbers[col_err][i] = event.err;
    numbers[col_duration][i] = event.duration_ns;
    numbers[col_flags][i] = event.flags & ~event_flag::inline_payload;
    numbers[col_level][i] = level ? level->value : null_number;
    numbers[col_original][i] = event.original != event.captured ? event.original : null_number;
    numbers[col_captured][i] = event.captured;
    numbers[col_results][i] = event.results;
    numbers[col_place][i] = null_number;
    const auto payload = events.payload(event), results = events.results(event);
    const auto length = payload.size() + results.size();
    if (length == 0) return true;
    if (length <= most_in_block) {
        numbers[col_place][i] = static_cast<std::int64_t>(block.data.size());
        block.data.append(payload).append(results);
        return true;
    }
    std::string both(payload);
    both.append(results);
    large_.bind(0, static_cast<std::int64_t>(seq));
    large_.bind_blob(1, both);
    return large_.step() == SQLITE_DONE;
}

bool Writer::put_event_block(const EventBlock& block, std::uint64_t end) {
    const auto base = block.numbers[col_dt][0];
    Numbers since;
    for (std::size_t i = 0; i < block.n; ++i)
        since[i] = block.numbers[col_dt][i] - base;
    event_block_.bind(0, static_cast<std::int64_t>((end - block.n) / block_rows));
    event_block_.bind(1, static_cast<std::int64_t>(block.n));
    event_block_.bind(2, base - recording_.started_ns());
    for (std::size_t column = 0; column < event_columns; ++column) {
        print_column(column == col_dt ? since : block.numbers[column], block.n,
                     event_column_names[column].nullable, texts_[column]);
        event_block_.bind_blob(static_cast<int>(3 + column), texts_[column]);
    }
    event_block_.bind_blob(3 + static_cast<int>(event_columns), block.data);
    return event_block_.step() == SQLITE_DONE;
}

// Those whose two ends are written.
bool Writer::put_flows(Cursor& to, std::size_t joined, std::uint64_t end) {
    const auto& flows = recording_.flows();
    const auto begin = to.flows;
    auto& block = to.flow_block;
    for (; to.flows < joined; ++to.flows) {
        const auto& flow = flows[FlowId{static_cast<std::uint32_t>(to.flows + 1)}];
        if (std::max(flow.from, flow.to) >= end) break;
        if (block.n == block_rows) block.clear();
        const auto i = block.n++;
        block.numbers[col_from][i] = static_cast<std::int64_t>(flow.from);
        block.numbers[col_to][i] = static_cast<std::int64_t>(flow.to);
        block.numbers[col_flow_object][i] = flow.object.value;
        block.numbers[col_bytes][i] = flow.bytes;
        block.numbers[col_offset][i] = flow.offset;
        block.numbers[col_merged][i] = flow.merged;
        block.numbers[col_guess][i] = flow.guess ? 1 : 0;
        if (block.n == block_rows && !put_flow_block(block, to.flows + 1)) return false;
    }
    return begin == to.flows || block.n == block_rows || put_flow_block(block, to.flows);
}

bool Writer::put_flow_block(const FlowBlock& block, std::size_t end) {
    const auto base = block.numbers[col_to][0];
    Numbers from, to;
    for (std::size_t i = 0; i < block.n; ++i) {
        from[i] = block.numbers[col_from][i] - base;
        to[i] = block.numbers[col_to][i] - base;
    }
    flow_block_.bind(0, static_cast<std::int64_t>((end - block.n) / block_rows));
    flow_block_.bind(1, static_cast<std::int64_t>(block.n));
    flow_block_.bind(2, base);
    for (std::size_t column = 0; column < flow_columns; ++column) {
        const auto& numbers = column == col_from ? from : column == col_to ? to : block.numbers[column];
        print_column(numbers, block.n, false, texts_[column]);
        flow_block_.bind_blob(static_cast<int>(3 + column), texts_[column]);
    }
    return flow_block_.step() == SQLITE_DONE;
}

}  // namespace ipcscope::session_file

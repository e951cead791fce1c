#include "session_file/summary.h"

#include "session_file/schema.h"
#include "session_file/table_reader.h"

#include <algorithm>
#include <set>
#include <sqlite3.h>

namespace ipcscope::session_file {

namespace {

constexpr std::size_t most_rows = 200'000;
constexpr std::size_t most_lanes = 1'000;
constexpr int most_columns = 8'192, fewest_columns = 128;
constexpr int flow_columns_each = 2'048;
constexpr std::size_t most_pairs = 64, most_arrows = 2'000;
constexpr std::int64_t latest = std::int64_t{1} << 60;  // ns

constexpr std::int64_t waited = 1, failed = 2, lost = 4, open = 8, wrote = 16;  // `marks`

// A row of the table `summary`, of whatever kind.
struct Row {
    LaneKey lane;
    std::int64_t begin_ns = 0, end_ns = 0;
    std::uint64_t seq = 0, count = 0;
    std::int64_t operation = 0, worker = 0, marks = 0;
    std::int64_t first = 0, last = 0, low = 0, high = 0;
};

class Rows {
public:
    Rows(Database& db, const Recording& recording) : db_(db), started_ns_(recording.started_ns()) {}
    Status prepare() {
        auto made = db_.prepare("INSERT INTO summary VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        if (!made) return tl::unexpected<Error>(made.error());
        put_ = std::move(*made);
        return {};
    }
    bool put(const Row& row) {
        int at = 0;
        put_.bind_text(at++, lane_names[static_cast<std::size_t>(row.lane.kind)]);
        for (const std::int64_t value :
             {std::int64_t{row.lane.id}, std::int64_t{row.lane.index}, row.begin_ns - started_ns_,
              row.end_ns - started_ns_, static_cast<std::int64_t>(row.seq),
              static_cast<std::int64_t>(row.count), row.operation, row.worker, row.marks, row.first, row.last,
              row.low, row.high})
            put_.bind(at++, value);
        return put_.step() == SQLITE_DONE;
    }

private:
    Database& db_;
    std::int64_t started_ns_;
    Statement put_;
};

bool put_lane(Rows& rows, const LaneIndex& lanes, LaneKey key, int columns) {
    const auto begin = lanes.first_ns(), end = lanes.last_ns() + 1;
    std::vector<Span> spans;
    std::vector<LevelPoint> levels;
    std::vector<RangeSpan> ranges;
    lanes.spans(key, begin, end, columns, spans);
    lanes.levels(key, begin, end, columns, levels);
    lanes.ranges(key, begin, end, columns, ranges);
    for (const auto& span : spans) {
        Row row{.lane = key, .begin_ns = span.begin_ns, .end_ns = span.end_ns, .seq = span.seq};
        row.count = span.count;
        row.operation = span.operation;
        row.marks = (span.blocked ? waited : 0) | (span.failed ? failed : 0) | (span.lost ? lost : 0) |
                    (span.open ? open : 0);
        if (!rows.put(row)) return false;
    }
    for (const auto& point : levels) {
        Row row{.lane = key, .begin_ns = point.time_ns, .end_ns = point.time_ns, .seq = point.seq};
        row.first = point.first;
        row.last = point.last;
        row.low = point.min;
        row.high = point.max;
        if (!rows.put(row)) return false;
    }
    for (const auto& range : ranges) {
        Row row{.lane = key, .begin_ns = range.begin_ns, .end_ns = range.end_ns, .seq = range.seq};
        row.count = range.count;
        row.worker = range.worker;
        row.marks = range.wrote ? wrote : 0;
        row.low = static_cast<std::int64_t>(range.low);
        row.high = static_cast<std::int64_t>(range.high);
        if (!rows.put(row)) return false;
    }
    return true;
}

// An arrow is a row for one flow, a band one for several.
Status put_flows(Database& db, const Recording& recording) {
    auto put = db.prepare("INSERT INTO summary_flow VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!put) return tl::unexpected<Error>(put.error());
    const auto started = recording.started_ns();
    const auto write = [&](LaneKey from, LaneKey to, std::initializer_list<std::int64_t> times,
                           std::uint64_t count, FlowId longest) {
        int at = 0;
        for (const auto& lane : {from, to}) {
            put->bind_text(at++, lane_names[static_cast<std::size_t>(lane.kind)]);
            put->bind(at++, lane.id);
            put->bind(at++, lane.index);
        }
        for (const auto time : times)
            put->bind(at++, time - started);
        put->bind(at++, static_cast<std::int64_t>(count));
        put->bind(at++, longest.value);
        return put->step() == SQLITE_DONE;
    };
    const auto& lanes = recording.lanes();
    const auto begin = lanes.first_ns(), end = lanes.last_ns() + 1;
    std::vector<FlowArrow> arrows;
    std::vector<FlowBand> bands;
    recording.flow_index().arrows(begin, end, most_arrows, arrows);
    recording.flow_index().density(begin, end, flow_columns_each, bands, {}, most_pairs);
    for (const auto& one : arrows)
        if (!write(one.from, one.to, {one.begin_ns, one.begin_ns, one.end_ns, one.end_ns}, 0, one.flow))
            return db.failed("write");
    for (const auto& one : bands)
        if (!write(one.from, one.to,
                   {one.first_begin_ns, one.last_begin_ns, one.first_end_ns, one.last_end_ns}, one.count,
                   one.longest))
            return db.failed("write");
    return {};
}

}  // namespace

Status write_summary(Database& db, const Recording& recording) {
    if (auto done = db.run("DELETE FROM summary; DELETE FROM summary_flow"); !done) return done;
    if (recording.events().size() < summary_from) return {};
    Rows rows(db, recording);
    if (auto done = rows.prepare(); !done) return done;
    auto lanes = recording.lanes().lanes();
    if (lanes.size() > most_lanes) lanes.resize(most_lanes);
    const auto columns = std::clamp(static_cast<int>(most_rows / 2 / std::max<std::size_t>(1, lanes.size())),
                                    fewest_columns, most_columns);
    for (const auto& lane : lanes)
        if (!put_lane(rows, recording.lanes(), lane, columns)) return db.failed("write");
    return put_flows(db, recording);
}

namespace {

// Reads the two tables; `sound` turns false at the first row that cannot be.
class SummaryReader {
public:
    SummaryReader(std::int64_t started_ns, std::uint64_t events, std::uint64_t flows)
        : started_ns_(started_ns), events_(events), flows_(flows) {}
    bool sound = true;
    Outline outline;

    void lanes(TableReader& rows) {
        for (std::size_t n = 0; sound && rows.next(); ++n) {
            if (n == 4 * most_rows) sound = false;
            const auto key = lane(rows, 1);
            const auto begin = time(rows, 4), end = time(rows, 5);
            const auto seq = static_cast<std::uint64_t>(number(rows, 6, INT64_MAX));
            const auto count = static_cast<std::uint32_t>(number(rows, 7, UINT32_MAX));
            const auto operation = static_cast<std::uint16_t>(number(rows, 8, UINT16_MAX));
            const auto worker = static_cast<std::uint16_t>(number(rows, 9, UINT16_MAX));
            const auto marks = rows.integer(10);
            sound = sound && seq < events_ && begin <= end;
            if (!sound) return;
            if (outline.lanes.empty() || outline.lanes.back() != key) {
                if (known_.insert(key).second) outline.lanes.push_back(key);
                sound = known_.size() <= most_lanes;
            }
            covers(begin, end);
            if (key.kind == LaneKind::level) {
                put(outline.levels[key],
                    LevelPoint{begin, rows.integer(11), rows.integer(12), rows.integer(13), rows.integer(14),
                               seq},
                    [](const LevelPoint& point) { return point.time_ns; });
            } else if (key.kind == LaneKind::memory) {
                const auto low = static_cast<std::uint64_t>(number(rows, 13, latest));
                const auto high = static_cast<std::uint64_t>(number(rows, 14, latest));
                sound = sound && low <= high && count > 0;
                put(outline.ranges[key],
                    RangeSpan{begin, end, low, high, seq, count, worker, (marks & wrote) != 0},
                    [](const RangeSpan& range) { return range.begin_ns; });
            } else {
                sound = sound && count > 0;
                Span span{begin, end, seq, count, operation};
                span.open = (marks & open) != 0;
                span.blocked = (marks & waited) != 0;
                span.failed = (marks & failed) != 0;
                span.lost = (marks & lost) != 0;
                put(outline.spans[key], span, [](const Span& one) { return one.begin_ns; });
            }
        }
        sound = sound && rows.problem().empty();
    }
    void flows(TableReader& rows) {
        for (std::size_t n = 0; sound && rows.next(); ++n) {
            if (n == most_rows) sound = false;
            const auto from = lane(rows, 1), to = lane(rows, 4);
            const auto first_begin = time(rows, 7), last_begin = time(rows, 8);
            const auto first_end = time(rows, 9), last_end = time(rows, 10);
            const auto count = static_cast<std::uint64_t>(number(rows, 11, latest));
            const FlowId longest{static_cast<std::uint32_t>(number(rows, 12, UINT32_MAX))};
            sound = sound && longest.value > 0 && longest.value <= flows_ && count <= flows_ &&
                    first_begin <= last_begin && first_end <= last_end && first_begin <= last_end;
            if (!sound) return;
            if (count == 0)
                outline.arrows.push_back({longest, from, to, first_begin, first_end});
            else
                outline.bands.push_back(
                    {from, to, 0, first_begin, last_begin, first_end, last_end, count, longest});
        }
        sound = sound && rows.problem().empty();
    }

private:
    LaneKey lane(TableReader& rows, int column) {
        const int kind = name_index(lane_names, rows.bytes(column));
        sound = sound && kind >= 0;
        return {kind < 0 ? LaneKind::operations : static_cast<LaneKind>(kind),
                static_cast<std::uint32_t>(number(rows, column + 1, UINT32_MAX)),
                static_cast<std::uint32_t>(number(rows, column + 2, UINT32_MAX))};
    }
    std::int64_t time(TableReader& rows, int column) {
        const auto value = rows.integer(column);
        sound = sound && value >= -latest / 2 && value <= latest;
        return sound ? started_ns_ + value : 0;
    }
    std::int64_t number(TableReader& rows, int column, std::int64_t most) {
        const auto value = rows.integer(column);
        sound = sound && value >= 0 && value <= most;
        return sound ? value : 0;
    }
    // Bars may overlap by their ends: it is the begins that are in order.
    template <typename Item, typename Begin>
    void put(std::vector<Item>& to, const Item& item, Begin begin) {
        const auto place = std::upper_bound(
            to.begin(), to.end(), item, [&](const Item& a, const Item& b) { return begin(a) < begin(b); });
        sound = sound && to.end() - place < 1000;
        to.insert(place, item);
    }
    void covers(std::int64_t begin, std::int64_t end) {
        if (outline.first_ns == 0 || begin < outline.first_ns) outline.first_ns = begin;
        outline.last_ns = std::max(outline.last_ns, end);
    }
    const std::int64_t started_ns_;
    const std::uint64_t events_, flows_;
    std::set<LaneKey> known_;
};

}  // namespace

std::shared_ptr<const Outline> read_summary(Database& db, std::int64_t started_ns, std::uint64_t events,
                                            std::uint64_t flows) {
    SummaryReader reader(started_ns, events, flows);
    TableReader lanes(db, "summary", "id",
                      "lane, owner, idx, begin_ns, end_ns, seq, n, operation, worker, marks, first, last, "
                      "low, high");
    TableReader joined(db, "summary_flow", "id",
                       "from_lane, from_owner, from_idx, to_lane, to_owner, to_idx, first_begin_ns, "
                       "last_begin_ns, first_end_ns, last_end_ns, n, longest");
    reader.lanes(lanes);
    reader.flows(joined);
    if (!reader.sound || reader.outline.lanes.empty()) return nullptr;
    return std::make_shared<const Outline>(std::move(reader.outline));
}

}  // namespace ipcscope::session_file

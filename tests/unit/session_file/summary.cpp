// What a file says of itself as a whole, and how it is shown before its events are read.
#include "session_file/summary.h"

#include "unit/session_file/session_file.h"

#include <cstring>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

std::uint64_t count_of(const LaneIndex& lanes, LaneKey key, std::int64_t t0, std::int64_t t1, int columns) {
    std::vector<Span> spans;
    lanes.spans(key, t0, t1, columns, spans);
    std::uint64_t sum = 0;
    for (const auto& span : spans)
        sum += span.count;
    return sum;
}

}  // namespace

class TestSummaries : public SessionFileTest {
    Q_OBJECT
    QString saved() {
        const auto where = path("summary.ipcscope");
        if (!QFile::exists(where) && !save_session(where.toStdString(), recording_, {})) return {};
        return where;
    }
    const MadeUpRecording recording_{{.events = 70'000, .payloads = false}};

private slots:
    void allOfItIsShownBeforeItIsRead() {
        auto db = session_file::Database::open_for_writing(saved().toStdString());
        QVERIFY(db.has_value());
        const auto outline = session_file::read_summary(
            *db, recording_.started_ns(), recording_.events().size(), recording_.flows().size());
        QVERIFY(outline);
        const auto& real = recording_.lanes();
        const auto t0 = real.first_ns(), t1 = real.last_ns() + 1, middle = t0 + (t1 - t0) / 2;
        LaneIndex shown;
        shown.foretell(outline);
        QVERIFY(shown.lanes() == real.lanes());
        // The end of a call that has not come back is where somebody asked for.
        QVERIFY(shown.first_ns() == t0 && shown.last_ns() >= real.last_ns() && shown.last_ns() <= t1);
        const auto half = recording_.events().size() / 2;
        for (const int round : {0, 1}) {  // before anything was read, and when half of it was
            for (std::uint64_t seq = 0; round == 1 && seq < half; ++seq)
                if (const auto& event = recording_.events()[seq]; event.phase != Phase::state)
                    shown.append(seq, event);
            for (const auto& key : real.lanes()) {
                if (key.kind == LaneKind::level) {
                    std::vector<LevelPoint> ours, theirs;
                    shown.levels(key, middle, t1, 500, ours);
                    real.levels(key, middle, t1, 500, theirs);
                    QCOMPARE(ours.empty(), theirs.empty());
                    if (!ours.empty()) QCOMPARE(ours.back().last, theirs.back().last);
                    QVERIFY(ours.size() <= 1002);
                } else if (key.kind == LaneKind::memory) {
                    std::vector<RangeSpan> ranges;
                    shown.ranges(key, t0, t1, 500, ranges);
                    QVERIFY(!ranges.empty() && shown.range_end(key) == real.range_end(key));
                } else {
                    const auto all = static_cast<double>(count_of(real, key, t0, t1, 500));
                    const auto ours = static_cast<double>(count_of(shown, key, t0, t1, 500));
                    // What stands at the border of what was read is there, twice, or in part.
                    QVERIFY2(std::abs(ours - all) <= 0.02 * all + 8,
                             qPrintable(QStringLiteral("%1 %2 %3").arg(round).arg(ours).arg(all)));
                }
            }
        }
        std::vector<Span> spans;
        shown.spans(real.lanes().front(), t0, t1, 500, spans);
        QVERIFY(!spans.empty() && spans.size() <= 2002);
        FlowIndex flows;
        flows.foretell(outline);
        std::vector<FlowArrow> ours, theirs;
        const auto told = flows.arrows(t0, t1, 20, ours);
        // Of those that talk to each other the busiest pairs are told.
        const auto all = recording_.flow_index().arrows(t0, t1, 20, theirs).total;
        QVERIFY2(told.total <= all && told.total >= all / 4, qPrintable(QString::number(told.total)));
        QVERIFY(!told.exact && ours.size() == 20 && theirs.size() == 20);
        for (std::size_t i = 0; i < ours.size(); ++i)
            QVERIFY(ours[i].flow == theirs[i].flow && ours[i].begin_ns == theirs[i].begin_ns &&
                    ours[i].from == theirs[i].from);
        std::vector<FlowBand> bands;
        QCOMPARE(flows.density(t0, t1, 300, bands).total, told.total);
        QVERIFY(!bands.empty());
        flows.foretell(nullptr);
        shown.foretell(nullptr);
        ours.clear();
        QCOMPARE(flows.arrows(t0, t1, 20, ours).total, std::uint64_t{0});
    }
    // All events are there at once, and none of them is another one when all are read.
    void anyEventAtOnce() {
        auto file = open_session(saved().toStdString(), registry());
        QVERIFY(file.has_value());
        const auto size = recording_.events().size();
        QCOMPARE((*file)->events().size(), size);
        QVERIFY((*file)->lanes().last_ns() >= recording_.lanes().last_ns());
        const auto& last = (*file)->events()[size - 1];
        QCOMPARE(last.time_ns, recording_.events()[size - 1].time_ns);
        std::vector<FlowArrow> arrows;
        (*file)->flow_index().arrows(recording_.lanes().first_ns(), recording_.lanes().last_ns(), 5, arrows);
        for (const auto& arrow : arrows)
            QCOMPARE((*file)->flows()[arrow.flow].to, recording_.flows()[arrow.flow].to);
        (*file)->wait_loaded();
        QCOMPARE(joined((*file)->problems()), std::string());
        SAME(recording_, **file);
    }
    void hostileSummaries() {
        const auto where = path("bad.ipcscope");
        for (const char* statements :
             {"UPDATE summary SET begin_ns = -9223372036854775807", "UPDATE summary SET seq = seq + 70000000",
              "UPDATE summary SET lane = 'x'", "UPDATE summary SET id = -id", "DROP TABLE summary",
              "UPDATE summary SET owner = id, lane = 'level'", "UPDATE summary SET n = x'00'",
              "UPDATE summary SET begin_ns = end_ns, end_ns = begin_ns",
              "UPDATE summary_flow SET longest = 4294967295", "UPDATE summary_flow SET longest = 0",
              "UPDATE summary_flow SET n = 9223372036854775807, last_end_ns = 1e300",
              "UPDATE session SET value = 1000000000 WHERE key = 'events'",
              "UPDATE session SET value = 1000000000 WHERE key = 'events'; "
              "UPDATE event_block SET id = 15624999 WHERE id = (SELECT max(id) FROM event_block)",
              "DELETE FROM event_block WHERE id > 500 AND id < (SELECT max(id) FROM event_block)"}) {
            QFile::remove(where);
            QVERIFY(QFile::copy(saved(), where));
            sql(where, statements);
            auto file = open_session(where.toStdString(), registry());
            QVERIFY2(file.has_value(), statements);
            // Whatever it says, it can be looked at while it is read.
            const auto& lanes = (*file)->lanes();
            for (const auto& key : lanes.lanes()) {
                std::vector<Span> spans;
                lanes.spans(key, lanes.first_ns(), lanes.last_ns() + 1, 100, spans);
                for (const auto& span : spans)
                    QVERIFY(span.seq < (*file)->events().size() &&
                            (*file)->events()[span.seq].captured < 10'000'000);
            }
            std::vector<FlowArrow> arrows;
            (*file)->flow_index().arrows(lanes.first_ns(), lanes.last_ns() + 1, 100, arrows);
            for (const auto& arrow : arrows)
                QVERIFY((*file)->flows()[arrow.flow].from < (*file)->events().size());
            if (!std::strstr(statements, "event_block")) continue;  // the rest is not read
            (*file)->wait_loaded();
            QVERIFY((*file)->events().size() < 80'000);
        }
    }
};

std::unique_ptr<QObject> ipcscope::testing::summaries() {
    return std::make_unique<TestSummaries>();
}
#include "summary.moc"

// How lanes stand, and what a person does to them: on plain values, without pixels.
#include "helpers/qt_guard.h"
#include "timeline/go_to.h"
#include "timeline/lane_arranging.h"
#include "timeline/mini_map.h"
#include "timeline/time_axis.h"

#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

TimelineLane lane(quint64 key, const char* name, int group = 0, LaneShape shape = LaneShape::bars,
                  quint64 parent = 0) {
    TimelineLane made;
    made.key = key;
    made.name = made.label = QString::fromLatin1(name);
    made.group = group;
    made.groupTitle = group ? QStringLiteral("Objects") : QStringLiteral("Workers");
    made.shape = shape;
    made.parent = parent;
    made.process = group ? QString() : QStringLiteral("a");
    made.mechanism = group ? QStringLiteral("Queue") : QString();
    return made;
}

// a with its child c (with its signals) and b; a level and a memory.
std::vector<TimelineLane> family() {
    return {lane(1, "a"),
            lane(2, "b"),
            lane(3, "c", 0, LaneShape::bars, 1),
            lane(4, "c:signals", 0, LaneShape::markers, 3),
            lane(5, "q", 1, LaneShape::steps),
            lane(6, "m", 1, LaneShape::ranges)};
}

QStringList order(const std::vector<TimelineLane>& lanes, const LaneArrangement& arrangement) {
    QStringList out;
    for (const LaneRow& row : LaneLayout::of(lanes, arrangement, 16).rows)
        out << (row.lane < 0
                    ? QLatin1Char('[') + row.title + QLatin1Char(']')
                    : (row.pinned ? QStringLiteral("!") : QString()) + QString(row.indent, QLatin1Char('>')) +
                          lanes[static_cast<std::size_t>(row.lane)].name);
    return out;
}

}  // namespace

class TestTimelineLanes : public GuiTest {
    Q_OBJECT
    const std::vector<TimelineLane> lanes_ = family();
    LaneLayout layout(const LaneArrangement& arrangement) const {
        return LaneLayout::of(lanes_, arrangement, 16);
    }
    static QStringList words(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

private slots:
    void familiesStandTogether() {
        QCOMPARE(order(lanes_, {}), words("[Workers] a >c >c:signals b [Objects] q m"));
        // Rows follow each other without gaps, and are found by where they are.
        const auto all = layout({});
        int y = 0;
        for (const LaneRow& row : all.rows) {
            QCOMPARE(row.y, y);
            QCOMPARE(all.rowAt(y), &row);
            QCOMPARE(all.rowAt(row.bottom() - 1), &row);
            y = row.bottom();
        }
        QCOMPARE(all.height, y);
        QVERIFY(!all.rowAt(y) && !all.rowAt(-1));
        QVERIFY(all.rowOf(2)->last && all.rowOf(5)->lane == 5 && !all.rowOf(99));
    }

    void whoIsHisOwnAncestorIsShownAllTheSame() {
        auto lanes = lanes_;
        lanes[0].parent = 3;
        QCOMPARE(LaneLayout::of(lanes, {}, 16).rows.size(), layout({}).rows.size());
    }

    void groupings_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("expected");
        QTest::newRow("kind") << 0 << "[Workers] a >c >c:signals b [Objects] q m";
        QTest::newRow("family") << 1 << "[a] a >c >c:signals b [Objects] q m";
        QTest::newRow("mechanism") << 2 << "[Workers] a >c >c:signals b [Queue] q m";
        QTest::newRow("none") << 4 << "a >c >c:signals b q m";
    }
    void groupings() {
        QFETCH(int, grouping);
        QFETCH(QString, expected);
        LaneArrangement arrangement;
        arrangement.grouping = static_cast<LaneGrouping>(grouping);
        QCOMPARE(order(lanes_, arrangement), expected.split(QLatin1Char(' ')));
    }

    void pinnedHiddenCollapsed() {
        LaneArrangement a = arranging::pinned({}, QStringLiteral("q"), true);
        QCOMPARE(order(lanes_, a), words("!q [Workers] a >c >c:signals b [Objects] m"));
        const auto pinned = layout(a);
        QCOMPARE(pinned.rows[0].y, 0);
        QCOMPARE(pinned.rows[1].y, 0);
        QCOMPARE(pinned.pinned_height, pinned.rows[0].height);
        // Scrolled by ten: the pinned one stays, the others have moved.
        QCOMPARE(pinned.rowSeenAt(3, 10), &pinned.rows[0]);
        QCOMPARE(pinned.rowSeenAt(pinned.pinned_height, 10), pinned.rowAt(10));
        a = arranging::hidden(a, QStringLiteral("a"), true);
        // A child whose parent is out of sight stands for itself.
        QCOMPARE(order(lanes_, a), words("!q [Workers] b c c:signals [Objects] m"));
        QCOMPARE(layout(a).hidden, 1);
        a = arranging::collapsed(a, QStringLiteral("kind:0"), true);
        QCOMPARE(order(lanes_, a), words("!q [Workers] [Objects] m"));
        QCOMPARE(layout(a).rows[1].count, 3);
        QVERIFY(layout(a).rows[1].collapsed);
        a = arranging::hidden(a, QStringLiteral("a"), false);
        a = arranging::collapsed(a, QStringLiteral("kind:0"), false);
        a = arranging::pinned(a, QStringLiteral("q"), false);
        QVERIFY(a.isDefault());
        // What the run does not have is kept for the next one.
        a = arranging::hidden({}, QStringLiteral("gone"), true);
        QCOMPARE(order(lanes_, a), order(lanes_, {}));
    }

    void lanesMove() {
        const auto move = [&](const LaneArrangement& a, const char* name, const char* other, bool before) {
            return arranging::moved(a, lanes_, layout(a), QString::fromLatin1(name),
                                    QString::fromLatin1(other), before);
        };
        LaneArrangement a = move({}, "b", "a", true);
        QCOMPARE(order(lanes_, a), words("[Workers] b a >c >c:signals [Objects] q m"));
        a = move(a, "m", "q", true);
        QCOMPARE(order(lanes_, a), words("[Workers] b a >c >c:signals [Objects] m q"));
        // Dropped among the pinned: pinned too, and out again.
        a = arranging::pinned(a, QStringLiteral("q"), true);
        a = move(a, "m", "q", false);
        QCOMPARE(order(lanes_, a), words("!q !m [Workers] b a >c >c:signals"));
        a = move(a, "q", "m", false);
        QCOMPARE(order(lanes_, a).first(2), words("!m !q"));
        a = move(a, "q", "b", true);
        QCOMPARE(order(lanes_, a).first(), QStringLiteral("!m"));
        QVERIFY(!a.pinned.contains(QStringLiteral("q")));
        // Nonsense changes nothing.
        QCOMPARE(move(a, "nobody", "b", true), a);
        QCOMPARE(move(a, "b", "b", true), a);
    }

    void lanesStep() {
        const auto step = [&](const LaneArrangement& a, const char* name, int direction) {
            return arranging::stepped(a, lanes_, layout(a), QString::fromLatin1(name), direction);
        };
        // Over a whole family, not into it; and back.
        LaneArrangement a = step({}, "b", -1);
        QCOMPARE(order(lanes_, a), words("[Workers] b a >c >c:signals [Objects] q m"));
        a = step(a, "b", 1);
        QCOMPARE(order(lanes_, a), words("[Workers] a >c >c:signals b [Objects] q m"));
        // Not out of its group, nor away from its parent.
        QCOMPARE(step(a, "a", -1), a);
        QCOMPARE(step(a, "c", -1), a);
        QCOMPARE(step(a, "c", 1), a);
        QCOMPARE(order(lanes_, step(a, "m", -1)), words("[Workers] a >c >c:signals b [Objects] m q"));
    }

    void groupsMove() {
        LaneArrangement a = arranging::collapsed({}, QStringLiteral("kind:0"), true);
        a = arranging::groupMoved(a, lanes_, layout(a), QStringLiteral("kind:1"), QStringLiteral("kind:0"),
                                  true);
        QCOMPARE(order(lanes_, a), words("[Objects] q m [Workers]"));
        a.collapsed.clear();
        QCOMPARE(order(lanes_, a), words("[Objects] q m [Workers] a >c >c:signals b"));
        a = arranging::groupMoved(a, lanes_, layout(a), QStringLiteral("kind:1"), QStringLiteral("kind:0"),
                                  false);
        QCOMPARE(order(lanes_, a), order(lanes_, {}));
    }

    void namesAndColours() {
        LaneArrangement a = arranging::renamed({}, QStringLiteral("a"), QStringLiteral("  shop "));
        QCOMPARE(a.labels.value(QStringLiteral("a")), QStringLiteral("shop"));
        a = arranging::renamed(a, QStringLiteral("a"), QString());
        a = arranging::coloured(a, QStringLiteral("a"), 4);
        QCOMPARE(a.colours.value(QStringLiteral("a"), -1), 4);
        QVERIFY(arranging::coloured(a, QStringLiteral("a"), -1).isDefault());
    }

    void goTo_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("what");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char* text, GoTo::What what, qint64 value) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(what) << value;
        };
        using What = GoTo::What;
        row("1.5s", What::time, 1'500'000'000);
        row("1,5 s", What::time, 1'500'000'000);
        row("200ms", What::time, 200'000'000);
        row("  3 us ", What::time, 3'000);
        row("3 \xc2\xb5s", What::time, 3'000);
        row("17ns", What::time, 17);
        row("2", What::time, 2'000'000'000);
        row(".5", What::time, 500'000'000);
        row("2:05.5", What::time, 125'500'000'000);
        row("1:00:01", What::time, 3'601'000'000'000);
        row("2 min 5 s", What::time, 125'000'000'000);
        row("1h2m3s", What::time, 3'723'000'000'000);
        row("3.201 204 s", What::time, 3'201'204'000);
        row("+5ms", What::step, 5'000'000);
        row("-1.5us", What::step, -1'500);
        row("#1234", What::event, 1234);
        row("#0", What::event, 0);
    }
    void goTo() {
        QFETCH(QString, text);
        QFETCH(int, what);
        QFETCH(qint64, value);
        const auto place = parseGoTo(text);
        QVERIFY(place);
        QCOMPARE(static_cast<int>(place->what), what);
        QCOMPARE(place->what == GoTo::What::event ? static_cast<qint64>(place->number) : place->ns, value);
    }

    void goToNowhere() {
        for (const char* text : {"", "  ", "soon", "5 parsecs", "#", "#x", "1.5.5s", "+", "- ms", "1e9 h5",
                                 "99999999999 h", "s", "2:xx"}) {
            QString why;
            QVERIFY2(!parseGoTo(QString::fromLatin1(text), &why), text);
            QVERIFY2(!why.isEmpty(), text);
        }
        QString why;
        (void)parseGoTo(QStringLiteral("5 parsecs"), &why);
        QVERIFY(why.contains(QStringLiteral("parsecs")));
    }

    void rates() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(formatRate(5, 1'000'000'000), QStringLiteral("5/s"));
        QCOMPARE(formatRate(1, 3'000'000'000), QStringLiteral("0.33/s"));
        QCOMPARE(formatRate(1234, 100'000'000), QStringLiteral("12.3\u00a0k/s"));
        QCOMPARE(formatRate(1000, 1'000), QStringLiteral("1\u00a0G/s"));
        QCOMPARE(formatRate(7, 0), QString());
    }

    void theMapSaysWhereAndWhat() {
        MiniMapScale map{1000, 3000, 200, 400};
        QCOMPARE(map.x(1000), 200.0);
        QCOMPARE(map.x(2000), 400.0);
        QCOMPARE(map.time(400), 2000);
        QCOMPARE(map.time(150), 750);
        using Part = MiniMapScale::Part;
        QCOMPARE(map.partAt(300, 2000, 2500), Part::outside);
        QCOMPARE(map.partAt(400, 2000, 2500), Part::left_edge);
        QCOMPARE(map.partAt(450, 2000, 2500), Part::inside);
        QCOMPARE(map.partAt(501, 2000, 2500), Part::right_edge);
        // A nanosecond of it can still be seen and moved, also at the ends.
        for (const qint64 at : {1000, 1700, 2999}) {
            const auto [x0, x1] = map.window(at, at + 1);
            QCOMPARE(x1 - x0, MiniMapScale::least_window);
            QVERIFY(x0 >= 200 && x1 <= 600);
            QCOMPARE(map.partAt((x0 + x1) / 2, at, at + 1), Part::inside);
        }
        const auto [x0, x1] = map.window(-5000, 9000);
        QCOMPARE(x0, 200.0);
        QCOMPARE(x1, 600.0);
    }
};

QTEST_MAIN(TestTimelineLanes)
#include "test_timeline_lanes.moc"

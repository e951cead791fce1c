// What two runs, or many, come to.
#include "compare/side_by_side.h"
#include "compare/tally.h"
#include "foreign.h"
#include "helpers/hand_made_recording.h"
#include "played.h"

#include <QtTest>

namespace ipcscope::testing {

void pairs_lead_from_one_to_the_other() {
    const auto a = played(hello), b = played(with(hello, "a: process.get_pid()\n", ""));
    CompareOptions options;
    options.pairs = true;
    const auto comparison = compare(*a, *b, options);
    QCOMPARE(comparison.pairs.size(), std::size_t{7});
    for (const auto& pair : comparison.pairs) {
        const auto& one = a->events()[pair.a];
        const auto& other = b->events()[pair.b];
        QCOMPARE(a->calls().find(CallId{one.call})->text, b->calls().find(CallId{other.call})->text);
    }
}

void what_was_not_to_be_done_is_no_difference() {
    const auto a = played(hello), b = played(with(hello, "a: process.get_pid()\n", ""));
    CompareOptions options;
    options.left_out = {8};
    const auto comparison = compare(*a, *b, options);
    QVERIFY(comparison.alike());
    QCOMPARE(comparison.left_out, std::uint64_t{1});
    QCOMPARE(comparison.different.size(), std::size_t{1});
    QCOMPARE(comparison.different[0].likeness, Likeness::left_out);
}

void how_often_what_differs_is_counted() {
    const auto a = played(hello), same = played(hello), other = played(with(hello, "\"two\"", "\"tWo\""));
    Tally tally;
    for (const auto* run : {same.get(), other.get(), same.get(), other.get()})
        tally.add(*a, *run, compare(*a, *run));
    QCOMPARE(tally.runs(), 4);
    QCOMPARE(tally.diverged(), 2);
    const auto told = tally.told();
    QVERIFY(!told.empty());
    for (const auto* one : told) {
        QCOMPARE(one->runs, 2);
        QCOMPARE(one->first_run, 2);
    }
}

// The first of all workers are kept; all are counted.
void so_many_differences_are_kept() {
    HandMadeRecording a, b;
    for (auto* one : {&a, &b}) {
        const WorkerId workers[] = {one->worker("x"), one->worker("y"), one->worker("z")};
        for (int round = 0; round < 5; ++round)
            for (const auto worker : workers) {
                one->enter(worker, "process.get_pid()");
                one->leave(worker, "process.get_pid()", {.ret = -1, .err = one == &a ? EPERM : ESRCH});
            }
    }
    CompareOptions options;
    options.most = 4;
    const auto few = compare(a, b, options), all = compare(a, b);
    QCOMPARE(all.different.size(), std::size_t{15});
    QCOMPARE(all.beyond, std::uint64_t{0});
    QCOMPARE(few.different.size(), std::size_t{4});
    QCOMPARE(few.beyond, std::uint64_t{11});
    QCOMPARE(few.changed, std::uint64_t{15});
    for (std::size_t i = 0; i < few.different.size(); ++i)
        QCOMPARE(few.different[i].at, all.different[i].at);
    Tally tally;
    tally.add(a, b, few);
    QCOMPARE(tally.only_counted(), std::uint64_t{11});
}

void what_was_lost_is_not_called_different() {
    // Of the second, the end of one call and the whole next one are lost.
    HandMadeRecording a, b;
    for (auto* one : {&a, &b}) {
        const auto worker = one->worker("w");
        one->enter(worker, "process.get_pid()");
        if (one == &b) {
            Made gap;
            gap.ret = 3;
            one->event(Phase::lost, worker, "", gap);
        } else {
            one->leave(worker, "process.get_pid()");
            one->enter(worker, "process.get_pid()");
            one->leave(worker, "process.get_pid()");
        }
        one->enter(worker, "process.get_pid()");
        one->leave(worker, "process.get_pid()");
    }
    const auto comparison = compare(a, b);
    QCOMPARE(comparison.count(), std::uint64_t{3});
    QVERIFY(comparison.alike());
    QCOMPARE(comparison.lost, std::uint64_t{2});
    QCOMPARE(compare(a, a).lost, std::uint64_t{0});
}

void figures_stand_side_by_side() {
    const auto a = played(hello);
    const auto b = played(hello +
                          "a: sysv_msg.send(q, type: 5, data: \"more\")\nworkers: c\n"
                          "c: process.get_pid()\n");
    StatisticsProgress progress;
    const SideBySide both(*a, *b, progress);
    QVERIFY(!both.cancelled());
    const auto row = [&](StatisticsBy by, const std::string& name) {
        for (const auto& one : both.rows(by))
            if (one.name == name) return one;
        return FiguresPair{};
    };
    const auto send = row(StatisticsBy::operation, "sysv_msg.send");
    QVERIFY(send.a && send.b);
    QCOMPARE(send.a->calls, std::uint64_t{2});
    QCOMPARE(send.b->calls, std::uint64_t{3});
    QCOMPARE(send.b->bytes() - send.a->bytes(), std::uint64_t{4});
    const auto fresh = row(StatisticsBy::worker, "c");
    QVERIFY(!fresh.a && fresh.b);
    QVERIFY(row(StatisticsBy::object, "q").a);
    const auto text = both.table(StatisticsBy::operation);
    QVERIFY2(text.find("2 | 3") != std::string::npos, text.c_str());
    QCOMPARE(ratio_words(2, 3), std::string("x1.50"));
    QCOMPARE(ratio_words(0, 3), std::string());
}

}  // namespace ipcscope::testing

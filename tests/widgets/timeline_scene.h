// A run of four workers as a person would see it: calls, waits, failures, a gap, marks, levels, flows.
#pragma once

#include "helpers/made_up_timeline.h"

#include <memory>

namespace ipcscope::testing {

inline void fillScene(MadeUpTimeline* t, bool running) {
    t->names.resize(60, QStringLiteral("call"));
    t->names[11] = QStringLiteral("write");
    t->names[12] = QStringLiteral("read");
    t->names[21] = QStringLiteral("send");
    t->names[22] = QStringLiteral("receive");
    t->names[31] = QStringLiteral("take");
    t->names[41] = QStringLiteral("USR1");
    t->names[42] = QStringLiteral("RTMIN+2");
    const char* workers[] = {"parent", "child", "reader", "writer"};
    for (std::uint16_t w = 1; w <= 4; ++w) {
        const int lane = t->addLane({LaneKind::operations, w, 0}, QString::fromLatin1(workers[w - 1]),
                                    QStringLiteral("pid %1").arg(4710 + w), 0, QStringLiteral("Workers"));
        t->lane(lane).ended = w == 4;
    }
    t->addLane({LaneKind::markers, 1, 0}, QStringLiteral("parent: marks"), {}, 0, QStringLiteral("Workers"));
    for (std::uint32_t i = 0; i < 2; ++i) {
        const int lane = t->addLane({LaneKind::level, 7, i},
                                    i ? QStringLiteral("q: messages") : QStringLiteral("s: value 0"), {}, 1,
                                    QStringLiteral("Levels"));
        t->lane(lane).colour = static_cast<quint16>(i ? 2 : 3);
        t->lane(lane).unit = i ? QStringLiteral("messages") : QString();
    }
    std::mt19937 rng(5);
    const auto upto = [&](int n) { return static_cast<qint64>(rng() % static_cast<unsigned>(n)); };
    qint64 now = 1'000'000'000'000;
    qint64 queue = 0;
    for (int i = 0; i < 36; ++i) {
        const qint64 start = now;
        const qint64 length = 60'000 + upto(90'000);
        if (i % 3 == 2) {
            const auto sent = t->call(3, start, start + length, 21, 0, false, 0);
            t->level(7, 1, start + length, ++queue);
            const auto got = t->call(4, start + length / 2, start + length + 70'000, 22, 0, i % 2, 12);
            t->level(7, 1, start + length + 70'000, i % 9 ? queue : --queue);
            t->join(sent, got, i % 6 == 5);
        } else {
            const auto sent = t->call(1, start, start + length, 11, 0, false, 5);
            const auto got = t->call(2, start - 20'000, start + length + 25'000, 12, 0, true, 5);
            t->join(sent, got);
        }
        if (i % 7 == 3) t->call(1, start + length + 30'000, start + length + 110'000, 12, 11, false, -1);
        if (i % 5 == 1) t->level(7, 0, start + length, i % 4);
        if (i % 4 == 1) {
            const auto m = t->mark(1, start + length + 10'000, i % 8 == 1 ? 41 : 42);
            if (i % 8 == 1) t->join(t->call(3, start + length - 40'000, start + length - 10'000, 31), m);
        }
        if (i == 20) t->lose(2, start + length + 190'000, 1312);
        now += 230'000 + upto(90'000);
    }
    if (running) {
        t->enter(2, now - 200'000, 12);
        t->enter(3, now - 500'000, 21);
    }
    t->setRunning(running, now + 400'000);
}

inline std::unique_ptr<MadeUpTimeline> makeScene(bool running) {
    auto t = std::make_unique<MadeUpTimeline>();
    fillScene(t.get(), running);
    return t;
}

// Many workers in a tight loop: more than pixels can show.
inline std::unique_ptr<MadeUpTimeline> makeCrowd(std::size_t events, int lanes) {
    auto t = std::make_unique<MadeUpTimeline>();
    std::mt19937_64 rng(9);
    std::vector<qint64> clock(static_cast<std::size_t>(lanes), 1'000'000'000'000);
    for (int l = 0; l < lanes; ++l)
        t->addLane({LaneKind::operations, static_cast<std::uint32_t>(l + 1), 0},
                   QStringLiteral("worker %1").arg(l + 1), QStringLiteral("pid %1").arg(900 + l), 0, {});
    for (std::size_t i = 0; i < events / 2; ++i) {
        const std::size_t l = i % static_cast<std::size_t>(lanes);
        const auto worker = static_cast<std::uint16_t>(l + 1);
        const qint64 pause = rng() % 300 == 0 ? 300'000 : 0;
        const qint64 begin = clock[l] + static_cast<qint64>(rng() % 900) + pause;
        const bool blocked = rng() % 40 == 0;
        const qint64 end = begin + 200 + static_cast<qint64>(rng() % 800) + (blocked ? 20'000 : 0);
        const auto operation = static_cast<std::uint16_t>(10 * (1 + l % 3) + 1 + i % 2);
        t->enter(worker, begin, operation);
        const auto seq = t->call(worker, begin, end, operation, rng() % 500 == 0 ? 11 : 0, blocked, 1);
        if (i % 50 == 49 && seq > 42) t->join(seq - 42 + (seq % 2 ? 0 : 1), seq);
        clock[l] = end;
    }
    return t;
}

}  // namespace ipcscope::testing

// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/lane_model.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::lane_index_tests {

inline Event make(Phase phase, std::int64_t time, std::uint16_t worker = 1, std::uint16_t operation = 1) {
    Event e;
    e.phase = phase;
    e.time_ns = time;
    e.worker = worker;
    e.operation = operation;
    return e;
}

inline Event make_leave(std::int64_t time, std::int64_t duration, int err = 0, bool blocked = false) {
    Event e = make(Phase::leave, time);
    e.duration_ns = duration;
    e.err = static_cast<std::uint16_t>(err);
    if (blocked) e.flags = event_flag::was_blocked;
    return e;
}

inline const LaneKey operations_lane{LaneKind::operations, 1, 0};

inline std::vector<Span> spans_of(const LaneIndex& index, LaneKey lane, std::int64_t t0, std::int64_t t1,
                                  int columns) {
    std::vector<Span> out;
    index.spans(lane, t0, t1, columns, out);
    return out;
}

std::unique_ptr<QObject> random_lanes();

}  // namespace ipcscope::testing::lane_index_tests

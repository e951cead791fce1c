// What the tests of this subject share, and its parts.
#pragma once

#ifndef Q_MOC_RUN
#include "helpers/made_up_recording.h"
#include "runtime/event_fields.h"
#include "runtime/filter_scan.h"
#include "schema/text.h"
#endif

#include <QtTest>

#include <memory>

namespace ipcscope::testing::event_filter_tests {

inline const MadeUpRecording& traffic() {
    static const MadeUpRecording made({.events = 150'000, .lanes = 60, .seed = 7});
    return made;
}

inline Filter parsed(const Recording& recording, const std::string& text) {
    const auto table = event_fields(recording.registry(), recording.state().get());
    auto out = parse_filter(table, text);
    if (!out.filter) qFatal("%s: %s", text.c_str(), out.errors[0].message.c_str());
    return std::move(*out.filter);
}

// The sequence numbers of a scan that has ended.
inline std::vector<std::uint64_t> found(const FilterScan& scan) {
    std::vector<std::uint64_t> out;
    for (auto at = scan.matches().next(0); at; at = scan.matches().next(*at + 1))
        out.push_back(*at);
    return out;
}

std::unique_ptr<QObject> against_one_by_one();

}  // namespace ipcscope::testing::event_filter_tests

// What the tests of this subject share, and its parts.
#pragma once

#include "helpers/made_up_snapshot.h"
#include "monitor/advice_words.h"
#include "monitor/advisor.h"

#include <QtTest>

#include <memory>

namespace ipcscope::testing::advisor_tests {

inline constexpr std::int64_t second = 1'000'000'000;

// A machine that is looked at twice, with nothing changed in between.
struct Machine {
    SnapshotMaker maker;

    ProcessIndex process(pid_t pid, std::string_view name, std::int64_t threads = 1) {
        const auto index = maker.process(pid, name);
        const auto status = maker.object("signals:" + std::to_string(pid));
        maker.set(status, "threads", threads);
        maker.set(status, "caught", 0);
        maker.hold(status, index, Access::unknown, -1, Hold::owner);
        return index;
    }
    ObjectIndex pipe(std::string_view key, std::vector<ProcessIndex> readers,
                     std::vector<ProcessIndex> writers) {
        const auto object = maker.object("pipe:" + std::string(key));
        for (const auto one : readers)
            maker.hold(object, one, Access::read, 3);
        for (const auto one : writers)
            maker.hold(object, one, Access::write, 4);
        return object;
    }
    ObjectIndex lock(std::string_view key, ProcessIndex owner) {
        const auto object = maker.object("lock:" + std::string(key), "/tmp/file");
        maker.hold(object, owner, Access::unknown, 5, Hold::owner);
        return object;
    }
    // Every wait is one of the process's first thread, and was there `since` ago.
    Snapshot at(std::int64_t taken_ns, std::int64_t since_ns) const {
        auto copy = maker;
        copy.taken_ns = taken_ns;
        Snapshot made = *copy.make();
        for (auto& wait : made.waits) {
            wait.thread = made.processes[wait.process].pid;
            wait.since_ns = since_ns;
        }
        for (auto& hold : made.holds)
            if (hold.kind == Hold::owner) hold.detail = 0;
        return made;
    }
    Snapshot before() const { return at(10 * second, 5 * second); }
    Snapshot now() const { return at(11 * second, 5 * second); }
    std::vector<Finding> advise() const {
        const auto was = before(), is = now();
        return ipcscope::advise(is, &was);
    }
};

inline const Finding* find(const std::vector<Finding>& findings, std::string_view id) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

inline std::string texts(const Finding& finding) {
    std::string out = finding.words;
    for (const auto& fact : finding.evidence)
        out += "\n" + fact;
    return out;
}

inline bool says(const Finding& finding, std::string_view what) {
    return texts(finding).find(what) != std::string::npos;
}

std::unique_ptr<QObject> waits();

}  // namespace ipcscope::testing::advisor_tests

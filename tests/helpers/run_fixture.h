// Runs programs on a real supervisor with real workers, and answers questions about what came of it.
#pragma once

#include "helpers/wait.h"
#include "runtime/conductor.h"
#include "runtime/supervisor.h"

#include <QtTest>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope::testing {

const Registry& registry();  // all mechanisms of this build

// One event, with what belongs to it looked up.
struct Recorded {
    std::uint64_t seq = 0;
    Event event;
    std::string operation;  // "pipe.write"
    std::string worker;     // "parent"
    int line = 0;           // of the program; 0 = none
    std::string payload;    // captured bytes
    Fields results;
    FlowId flow;

    const Value& result(std::string_view name) const;  // empty Value = it came back without
};

struct Joined {
    Recorded from, to;
    Flow flow;
};

// Which events; what is not set is not compared.
struct Which {
    std::string operation = {};
    std::optional<Phase> phase = {};
    std::string worker = {};
    int line = 0;
};

class RunFixture {
public:
    explicit RunFixture(SupervisorOptions options = {});
    ~RunFixture();  // finish(); what it finds fails the running test function
    RunFixture(const RunFixture&) = delete;
    RunFixture& operator=(const RunFixture&) = delete;

    Supervisor& supervisor() { return *supervisor_; }
    // Runs the text with its expectations. Further programs go on with the same workers and names.
    RunReport run(std::string_view text);
    RunReport run(std::string_view text, const RunOptions& options);
    // As run; "" = all as expected, else everything that was not, a line each.
    std::string check(std::string_view text);

    // --- after (or while) it ran ---
    std::vector<Recorded> events(const Which& which = {}) const;
    // The only such event; a default one (and a failed test) when there is none or more than one.
    Recorded event(const Which& which) const;
    bool wait_for_event(const Which& which, std::size_t count = 1) const;
    std::vector<Joined> flows(const std::string& object = {}) const;  // by the object's name; "" = all
    std::shared_ptr<const RunState> state() const { return supervisor_->state(); }
    std::optional<ObjectInfo> object(const std::string& name) const;
    std::optional<WorkerInfo> worker(const std::string& name) const;
    Result<Fields> observe(const std::string& object);  // waits for the answer
    std::int64_t level(const std::string& object, std::uint32_t index = 0) const;
    const std::string& directory() const { return directory_; }  // private to the run
    std::string files() const { return directory_ + "/files"; }  // where its workers work

    // Ends the run; "" = nothing of it is left, else what is: processes, directory, things recorded.
    std::string finish();

private:
    std::unique_ptr<Supervisor> supervisor_;
    std::string directory_;
    bool finished_ = false;
};

// --- of a whole mechanism ---
// Runs every bundled session of it on a fixture of its own: what was not as expected.
std::string check_sessions(std::string_view mechanism);
// Holds the errnos that the fixtures of this process have seen against the spec, both ways: documented
// without a reason for being untested but not seen; seen but not documented.
std::string errno_gaps(std::string_view mechanism);

std::string explain(const RunReport& report);                         // "" = it ran to its end as expected
std::string field_text(const Fields& fields, std::string_view name);  // "" = not there
const Value& field(const Fields& fields, std::string_view name);

}  // namespace ipcscope::testing

// Runs program text on `fixture`; fails the test with every difference.
#define RUN_OK(fixture, text)                                \
    do {                                                     \
        const std::string problems_ = (fixture).check(text); \
        QVERIFY2(problems_.empty(), problems_.c_str());      \
    } while (false)

// What a worker waits for, in words. The status is sampled: also one that stays blocked may be seen running
// for a moment (its call looks around and sleeps again), so this waits until the words are there.
#define WAITS_FOR(fixture, name, words)                                             \
    QTRY_VERIFY2_WITH_TIMEOUT((fixture).worker(name)->waits_for.starts_with(words), \
                              (fixture).worker(name)->waits_for.c_str(), 10'000)
#define HAS_STATUS(fixture, name, wanted) \
    QTRY_COMPARE_WITH_TIMEOUT((fixture).worker(name)->status, wanted, 10'000)

// Runs programs, statement by statement, on a Supervisor: resolves names, waits as the text says, compares
// outcomes with expectations. A click in the GUI is a program of one statement.
#pragma once

#include "runtime/supervisor.h"
#include "session/program.h"
#include "session/variables.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace ipcscope {

struct Difference {
    int line = 0;
    std::string round;      // within a repeat of the run: "i=7, j=2"; "" = not in one
    std::string statement;  // without expectation
    std::string expected;
    std::string got;
};

struct RunReport {
    static constexpr std::size_t most_differences = 10'000;
    std::vector<Difference> differences;  // only with verify; the first most_differences
    std::size_t differing = 0;            // how many there are in all
    std::size_t expectations = 0;         // how many were compared
    std::string problem;                  // why it could not be run to its end; "" = it was
    int problem_line = 0;
    bool cancelled = false;
};

struct RunOptions {
    double speed = 0;                          // 0 = as fast as possible; n = at most n statements a second
    std::int64_t timeout_ns = 10'000'000'000;  // for each outcome that is waited for; 0 = for ever
    bool verify = false;
    bool delays = true;  // `delay` waits; false: whoever keeps the times does
    std::function<void(const Statement&)> at_statement = {};  // before each one, on the thread of run()
};

class Conductor {
public:
    explicit Conductor(Supervisor& supervisor) : supervisor_(supervisor) {}

    // Blocks the calling thread until the program ended, a deadline passed or cancel() was called. Operations
    // that are still blocked then stay so.
    RunReport run(const Program& program, const RunOptions& options = {});
    void cancel() { cancelled_ = true; }  // async-signal-safe; also ends a run that is about to begin

    // As the runs and clicks until now have left them: a program that goes on finds them again. Not while one
    // runs.
    const Variables& variables() const { return variables_; }

    // One statement, at once; `done` (operations only) comes on the supervisor's thread. For clicks. Not for
    // await, delay, repeat and end, which need the statements around them.
    Status perform(const Statement& statement, OutcomeFn done = {});

    // Names -> handles and workers, defaults filled in, ranges and kinds checked. For `worker`, as it is now.
    static Result<std::vector<Value>> resolve(const RunState& state, const Registry& registry,
                                              const Statement& statement, WorkerId worker);

private:
    Supervisor& supervisor_;
    std::atomic<bool> cancelled_{false};
    std::mutex variables_mutex_;  // a click comes while a program runs on its own thread
    Variables variables_;
};

// An outcome as an expectation would say it: `= 5 "Hello"`, `EAGAIN`, `killed SIGPIPE`.
std::string describe_outcome(const Registry& registry, OperationId operation, const Outcome& outcome);

}  // namespace ipcscope

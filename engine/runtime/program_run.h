// One run of a program by a Conductor: the statements in order, and what is waited for between them.
#pragma once

#include "runtime/conductor.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace ipcscope {

class ProgramRun {
public:
    ProgramRun(Supervisor& supervisor, const Program& program, const RunOptions& options,
               const std::atomic<bool>& cancelled, Variables& variables, std::mutex& variables_mutex);
    RunReport run();

private:
    // A call that was asked for; shared with the supervisor's thread, which tells the outcome.
    struct Asked {
        std::shared_ptr<const Statement> statement;  // if it was left: async, blocked
        OperationId operation;                       // none: a repeat
        WorkerId worker;
        CallId call;
        bool loop = false;
        std::optional<Outcome> outcome;  // guarded by Meeting::mutex
    };
    struct Meeting {
        std::mutex mutex;
        std::condition_variable told;
    };
    enum class Waited { done, blocked, late, cancelled };

    struct Repeat {  // of the run
        std::size_t begin = 0;
        std::string counter;
        std::int64_t round = 0, count = 0;
    };

    bool perform(std::size_t& index);  // false: the run ends here
    bool perform(const Statement& statement, std::size_t& index);
    std::optional<Statement> bound(std::size_t index);  // with its variables filled in
    void find_variables();
    bool let(const Statement& statement);
    bool delay(const Statement& statement);
    bool begin_rounds(const Statement& statement, std::size_t& index);
    bool end_round(std::size_t& index);
    std::string round_words() const;  // "i=7, j=2"
    bool start_workers(const Statement& statement);
    bool operation(const Statement& statement);
    bool action(const Statement& statement);
    bool kill(const Statement& statement, const WorkerInfo& worker);
    bool await(const Statement& statement, const WorkerInfo& worker);
    bool asked_before(const Statement& statement, const WorkerInfo& worker, Asked& asked);
    bool repeat(const Statement& statement, std::size_t& index);
    bool follow(const Statement& statement, const std::shared_ptr<Asked>& asked);
    bool child_begun(const Statement& statement, const Outcome& outcome);
    bool forks(const Statement& statement) const;
    bool settle();  // at the end: every call is done or asleep

    std::optional<CallRequest> request(const Statement& statement, const std::string& worker);
    OutcomeFn told(const std::shared_ptr<Asked>& asked);
    Waited wait(const Asked& asked, bool until_blocked);
    bool deadlock(const Statement& statement, WorkerId worker);
    bool wait_state(const std::function<bool(const RunState&)>& holds);
    std::optional<Outcome> outcome_of(const Asked& asked);
    void compare(const Statement& statement, const Asked& asked, const Outcome& outcome);
    void differ(const Statement& statement, std::string got);
    bool late(const Statement& statement, const Asked& asked);
    bool fail(const Statement& statement, std::string problem);  // false
    bool pause();                                                // keeps to the speed; false: cancelled
    std::string text_of(const Statement& statement) const;
    const WorkerInfo* worker_of(const Statement& statement, const RunState& state);

    Supervisor& supervisor_;
    const Program& program_;
    const RunOptions& options_;
    const std::atomic<bool>& cancelled_;
    std::shared_ptr<Meeting> meeting_ = std::make_shared<Meeting>();
    std::map<WorkerId, std::deque<std::shared_ptr<Asked>>> outstanding_;  // async ones, oldest first
    RunReport report_;
    std::int64_t next_ns_ = 0;
    Variables& variables_;                     // clicks read and set them meanwhile
    std::mutex& variables_mutex_;              // held for each use of them
    std::vector<bool> has_variables_;          // by statement
    std::map<std::size_t, std::size_t> ends_;  // of repeats of the run: where
    std::vector<Repeat> repeats_;              // the innermost last
    std::int64_t rounds_ = 0;                  // in all
};

// The statement as a person wrote it, without expectation and comment.
std::string statement_text(const Registry& registry, const Statement& statement);

}  // namespace ipcscope

// What strace(1) printed, line by line, as events. Calls are put in order of time: strace prints a call when
// it comes back, with the time when it began.
#pragma once

#include "import/imported_recording.h"
#include "import/trace_objects.h"
#include "import/trace_operations.h"
#include "import/trace_text.h"

#include <queue>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipcscope {

bool is_trace_fork(std::string_view syscall);

class TraceImporter {
public:
    explicit TraceImporter(const Registry& registry);
    ~TraceImporter();
    // False: it is no line of strace, or cannot be right.
    bool line(std::string_view text);
    std::uint64_t events() const;
    std::int64_t began_unix_ns() const;           // 0 = its times are none of a calendar
    std::unique_ptr<ImportedRecording> finish();  // nullptr: there was no line of it

private:
    using Table = std::map<std::int64_t, TraceHandle>;  // by descriptor
    struct Calling;
    struct Process {
        WorkerId worker;
        int pid = 0;
        std::shared_ptr<Table> table;
        Table closed;                     // what it had, the last one of each number
        std::shared_ptr<Calling> inside;  // the call that has not come back
        std::string text;                 // its arguments, as far as they were printed
        bool forking = false;
        std::uint64_t start_seq = 0, end_seq = 0, fork_seq = 0;  // plus one
        int parent = 0;
    };
    struct Calling {  // one call of a process, with all that is known of it
        Process* process = nullptr;
        std::string name;
        TraceResult result;
        std::int64_t begin_ns = 0, end_ns = 0;
        bool others_went_on = false;  // while it was inside
        std::optional<TraceOperations::Named> named;
        OperationId operation;
        CallId call;
        ObjectId object;
    };
    struct Coming {
        std::int64_t time_ns;
        std::uint64_t order;
        std::shared_ptr<Calling> call;  // comes back
        bool operator>(const Coming& other) const {
            return std::pair(time_ns, order) > std::pair(other.time_ns, other.order);
        }
    };

    std::int64_t time_of(const TraceLine& line);
    Process* process(int pid, std::int64_t time_ns);
    std::shared_ptr<Table> copy_of(const Table& table);  // empty when there were too many
    void forks(Process& parent, const std::string& name, const TraceResult& result);
    void enter(Process& process, const std::string& name, std::vector<TraceValue> arguments,
               std::string_view text, std::int64_t time_ns);
    void comes_back(Process& process, TraceResult result, std::int64_t end_ns, bool others_went_on);
    void flush(std::int64_t until_ns);
    void leave(Calling& call);
    void signal(Process& process, const TraceLine& line, std::int64_t time_ns);
    void delivered(std::uint64_t seq, int number);
    void ended(Process& process, const TraceLine& line, std::int64_t time_ns);
    // trace_effects.cpp: what a call acts on, and what its success does
    TraceHandle* subject(Process& process, const std::vector<TraceValue>& arguments);
    ObjectId object_of(const Calling& call, const TraceHandle* subject);
    void effects(Calling& call);
    void makes(Calling& call);
    void descriptors(const Calling& call);
    void pass(const Calling& call);
    void levels(const Calling& call);
    void join(const Calling& call, std::uint64_t seq);
    std::uint32_t key(const Calling& call) const;
    std::string payload(const Calling& call, std::uint32_t& original) const;

    const Registry& known_;
    std::unique_ptr<ImportedRecording> recording_;
    TraceOperations operations_;
    std::unique_ptr<TraceObjects> objects_;
    std::map<int, std::unique_ptr<Process>> processes_;
    std::vector<std::unique_ptr<Process>> reused_;  // their numbers were given to others
    std::map<int, int> parents_;                    // who has forked a process that is not seen yet
    std::map<int, std::shared_ptr<Table>> tables_;  // and what it inherits
    std::map<std::uint32_t, std::deque<std::vector<TraceHandle>>>
        passed_;  // descriptors on their way, by stream
    std::priority_queue<Coming, std::vector<Coming>, std::greater<>> coming_;
    std::uint64_t order_ = 0;
    std::int64_t first_ns_ = 0, last_ns_ = 0, day_ns_ = 0;
    std::size_t inherited_ = 0;  // descriptors that were copied
    bool begun_ = false, raised_ = false;
    bool forks_seen_ = false, full_ = false;
    Process* last_ = nullptr;    // whose line was the last one
    std::uint64_t guessed_ = 0;  // parents of processes whose forks are not in the file
};

}  // namespace ipcscope

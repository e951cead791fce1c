// A snapshot of a machine that nobody has, object by object, of the kinds of this build.
#pragma once

#include "snapshot/snapshot.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ipcscope::testing {

// Objects may come in any order; what object() returns is valid for this maker only, the snapshot has its own
// order: find(ref) there. Kinds and fields that do not exist end the test program with a message.
class SnapshotMaker {
public:
    SnapshotMaker();
    static bool knows(std::string_view prefix);  // there is such a kind in this build

    ProcessIndex process(pid_t pid, std::string_view name, std::uint32_t uid = 1000);
    SeenProcess& at_process(ProcessIndex process) { return processes_[process]; }
    ObjectIndex object(std::string_view ref, std::string_view name = {});  // "sysv_msg:32768"; key is escaped
    SeenObject& at(ObjectIndex object) { return objects_[object].seen; }
    void set(ObjectIndex object, std::string_view field, std::int64_t number);
    void set(ObjectIndex object, std::string_view field, std::string_view octets);
    void missing(ObjectIndex object, std::string_view field, CellState why, std::string_view words);
    void hold(ObjectIndex object, ProcessIndex process, Access access = Access::unknown, int fd = 3,
              Hold kind = Hold::descriptor);
    void wait(ObjectIndex object, ProcessIndex process, Access direction, std::string_view words = {});
    void join(ObjectIndex a, ObjectIndex b);
    void gap(std::string_view words, std::string_view needs);
    TextIndex text(std::string_view octets);

    bool owners = true, processes_complete = true, calls_complete = true;
    TextIndex takes = 0;                                // Snapshot::needs
    std::int64_t taken_ns = 1'000'000'000;              // of the snapshot that is made
    std::int64_t taken_at = 1'700'000'000'000'000'000;  // ns since 1970
    std::shared_ptr<const Snapshot> make() const;

private:
    struct Object {
        SeenObject seen;
        std::vector<Cell> cells;
        std::vector<SeenHold> holds;
        std::vector<SeenWait> waits;
        std::vector<ObjectIndex> ends;
    };
    Cell& cell(ObjectIndex object, std::string_view field);
    std::vector<SeenProcess> processes_;
    std::vector<Object> objects_;
    std::vector<SeenGap> gaps_;
    std::vector<std::string> texts_;
    std::unordered_map<std::string, TextIndex> index_of_text_;
};

}  // namespace ipcscope::testing

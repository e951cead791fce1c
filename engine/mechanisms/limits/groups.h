// Control groups whose number of processes is limited (pids.max, cgroups(7)): a service or a container that
// may not fork any more. Only those that are half full are told.
#pragma once

#include "mechanisms/monitor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope::mechanisms::limits {

class ProcessGroups {
public:
    explicit ProcessGroups(std::size_t kind) : kind_(kind) {}
    void tell_all(Sample& sample);

private:
    struct Group {
        std::string path;  // behind the root
        std::int64_t most = 0;
    };
    void look_for_groups();
    std::size_t kind_;
    std::string root_;           // "" = there is none
    std::vector<Group> groups_;  // that are not nearly empty
    std::int64_t looked_ns_ = 0;
};

}  // namespace ipcscope::mechanisms::limits

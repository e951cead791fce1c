// What a user's processes have of inotify (inotify(7)): both are limited for each user, and a program that
// finds none left mostly fails without saying why.
#pragma once

#include "mechanisms/monitor.h"

#include <cstdint>
#include <vector>

namespace ipcscope::mechanisms::limits {

class Watches {
public:
    explicit Watches(std::size_t kind) : kind_(kind) {}
    void begin() { seen_.clear(); }
    void descriptor(const SeenDescriptor& descriptor);
    void tell_all(Sample& sample) const;

private:
    struct Seen {
        ProcessIndex process = none_index;
        int fd = -1;
        std::int64_t watches = 0;
        std::size_t text = 0;  // a number for what fdinfo says
    };
    bool inherited(const Sample& sample, const Seen& one) const;
    std::size_t kind_;
    std::vector<Seen> seen_;  // by process
};

}  // namespace ipcscope::mechanisms::limits

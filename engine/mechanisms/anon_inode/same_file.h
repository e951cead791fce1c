// Which descriptors of several processes are the same open file: kcmp(2), which also gives an order, so that
// each is found among n in log n calls.
#pragma once

#include "snapshot/snapshot.h"

#include <vector>

namespace ipcscope::mechanisms::anon_inode {

class SameFiles {
public:
    struct Found {
        ObjectIndex object = none_index;  // none: it was not seen before
        int code = 0;                     // errno: nobody can say
        std::size_t place = 0;            // where it belongs in the order
    };
    Found find(pid_t pid, int fd);
    void add(const Found& found, pid_t pid, int fd);
    void clear() { files_.clear(); }

private:
    struct File {
        pid_t pid;
        int fd;
        ObjectIndex object;
    };
    std::vector<File> files_;  // in the kernel's order
};

}  // namespace ipcscope::mechanisms::anon_inode

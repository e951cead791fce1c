// What the kernel says of a descriptor, whatever it is of.
#pragma once

#include <string>

namespace ipcscope {

struct DescriptorFacts {
    // Of the open file, as far as it can be told from others: inode and the way it was opened. "" where all
    // of a kind share an inode and nothing else tells them apart (anonymous inodes).
    std::string identity;
    std::string key;    // of its object, if nobody knows a better one; "" as above
    std::string label;  // as /proc/self/fd names it: "pipe:[4711]", a path
};

DescriptorFacts descriptor_of(int fd);

}  // namespace ipcscope

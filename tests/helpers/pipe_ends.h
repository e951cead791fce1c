// A pipe of a test: [0] for reading, [1] for writing. Children get both.
#pragma once

#include <QtGlobal>

#include <fcntl.h>
#include <unistd.h>

namespace ipcscope::testing {

struct PipeEnds {
    PipeEnds() {
        if (pipe2(ends, O_CLOEXEC) != 0) qFatal("pipe2");
    }
    PipeEnds(const PipeEnds&) = delete;
    PipeEnds& operator=(const PipeEnds&) = delete;
    ~PipeEnds() {
        close(ends[0]);
        close(ends[1]);
    }
    int ends[2];
};

}  // namespace ipcscope::testing

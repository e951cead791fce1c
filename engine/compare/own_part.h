// The part of a program that is sure to touch nothing but what the program makes itself.
#pragma once

#include "runtime/recording.h"
#include "session/program.h"

#include <string>
#include <vector>

namespace ipcscope {

// An operation that is not done again.
struct LeftOut {
    int line = 0;
    std::string text;  // as the program says it, with its worker
    std::string why;   // English
};

struct OwnPart {
    Program program;  // what is left out is a blank line
    std::vector<LeftOut> left_out;
};

// Leaves out what names something of the whole machine (schema/outside.h), and all that needs a result of
// it. Of loops, the smallest that holds such an operation.
OwnPart own_part(const Registry& registry, const Program& program);

// Of a recording without a program: whose calls it holds, "logger: msgrcv on q", each once, at most `most`
// and then how many more. Nothing of it can be done again.
std::vector<std::string> others_work(const Recording& recording, std::size_t most);

}  // namespace ipcscope

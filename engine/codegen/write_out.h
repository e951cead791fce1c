// A program without variables and repeats of the run: what each round does, one after the other. Generators
// take turns by what stands in the text, so they need it so; a repeat of one worker stays a loop.
#pragma once

#include "session/program.h"

namespace ipcscope {

struct WrittenOut {
    Program program;       // delays stay; comments tell of variables and rounds
    std::string left_out;  // "" = it is all there; else what is not, in words
};

inline constexpr std::size_t most_written_out = 1000;  // statements that come of repeats

// The program must have been parsed without errors.
WrittenOut write_out(const Registry& registry, const Program& program);

}  // namespace ipcscope

// Expectations out of a run: what each line of a program came to is written behind its '#', so that the text
// can be run with verification from then on. COMPARE.md.
#pragma once

#include "runtime/recording.h"
#include "session/program.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct FillOptions {
    bool replace = false;             // also expectations that stand there and did not hold
    std::size_t longest_bytes = 128;  // payloads and strings longer than this are not written down
    // CLOCK_MONOTONIC: what was recorded later is no outcome of the program (cleaning up). 0 = all counts.
    std::int64_t until_ns = 0;
};

struct FilledLine {
    int line = 0;  // from 1
    std::string before, after;
};

struct FillRemark {
    int line = 0;
    std::string words;  // why the line was left as it is
};

struct Filled {
    std::string text;                // with the lines changed; all else octet for octet as it was
    std::vector<FilledLine> lines;   // in their order, for an editor that can take them back
    std::vector<FillRemark> kept;    // lines that do something, did not get an expectation, and why
    std::size_t held = 0;            // expectations that stood there and held
    std::size_t differ = 0;          // that did not; they are among `kept`
    std::vector<ParseError> errors;  // `text` is no program: nothing was done
};

// `text`: the program that `recording` is a run of; lines that were edited since are left alone. What varies
// by its nature (process ids, times, what the kernel numbers: TypeSpec::varies) is not written down, nor what
// came out otherwise in another round of a repeat. Formatting and comments stay.
Filled fill_expectations(const Registry& registry, std::string_view text, const Recording& recording,
                         const FillOptions& options = {});

}  // namespace ipcscope

// Two recordings beside each other, operation by operation: what came out otherwise. What differs from run to
// run by its nature (process ids, times, what the kernel numbers) is not called different. COMPARE.md.
#pragma once

#include "compare/align.h"
#include "runtime/recording.h"

#include <functional>
#include <string>
#include <vector>

namespace ipcscope {

// What counts.
struct CompareOptions {
    bool returns = true;  // return values
    bool errnos = true;   // success or which error
    bool bytes = true;    // payloads
    bool results = true;  // what came back beside these
    bool arguments = true;
    bool blocked = true;  // came back here, but is still asleep there
    // An operation of `b` that took longer than this many times as long as in `a`, and longer than late_ns,
    // is late. 0 = durations do not count.
    double late_factor = 0;
    std::int64_t late_ns = 10'000'000;
    bool pairs = false;          // also Comparison::pairs
    std::size_t most = 100'000;  // differences that are kept, and as many of what is none; all are counted
    std::vector<int> left_out = {};  // lines of `a`, ascending, that `b` was not to do
};

enum class Likeness : std::uint8_t {
    same,
    different,  // it came out otherwise
    late,       // the same, but it took longer than its limit
    missing,    // only in a: b has not reached it
    extra,      // only in b
    left_out,   // only in a, because b was not to do it (CompareOptions::left_out): no difference
    lost,       // not known: events of it were lost in one of them (Phase::lost). No difference
};
const char* likeness_words(Likeness likeness);  // IPC_TR

// Why two are different, or'ed.
enum Differing : std::uint8_t {
    differs_blocked = 1,
    differs_errno = 2,
    differs_return = 4,
    differs_bytes = 8,
    differs_results = 16,
    differs_arguments = 32,
    differs_end = 64,  // one of them ended inside
};

// One operation done once. Sequences plus one; 0 = there is no such event.
struct CallSpan {
    std::uint64_t enter = 0, leave = 0;
    std::uint64_t first() const { return (enter ? enter : leave) - 1; }  // if() only
    std::uint64_t last() const { return (leave ? leave : enter) - 1; }   // the same
    explicit operator bool() const { return enter || leave; }
};

struct ComparedStep {
    std::uint32_t worker = 0;  // index in Comparison::workers
    CallSpan a, b;             // empty: missing there
    std::uint64_t at =
        0;  // in the order of a: sequence of the step, or of the last one before it in its worker
    Likeness likeness = Likeness::same;
    std::uint8_t why = 0;  // Differing
};

// What stands for the same: sequences of the events that ended the two, or began them, if they did not end.
struct StepPair {
    std::uint32_t a = 0, b = 0;
};

struct Comparison {
    std::vector<std::string> workers;     // names, in the order of a, then those of b alone
    std::vector<ComparedStep> different;  // the first that are not the same, by `at` (CompareOptions::most)
    std::uint64_t beyond = 0;             // differences that are not among them
    std::uint64_t same = 0, changed = 0, late = 0, missing = 0, extra = 0, left_out = 0, lost = 0;
    std::vector<StepPair> pairs;  // if asked for; by worker, in its order
    bool cancelled = false;
    std::uint64_t count() const { return same + differing() + left_out + lost; }
    std::uint64_t differing() const { return changed + late + missing + extra; }
    bool alike() const { return differing() == 0; }
};

// `progress`: told a fraction now and then; false = give up. On any thread but that of a window.
Comparison compare(const Recording& a, const Recording& b, const CompareOptions& options = {},
                   const std::function<bool(double)>& progress = {});

// In words. `a` is what was expected. Empty strings: there is no such side.
struct DifferenceWords {
    std::string call;      // "pipe.read(p.read_end, size: 5)", as a has it, else b
    int line = 0;          // of a's program, else of b's; 0 = none
    std::string expected;  // "= 5 "Hello"", "blocked"
    std::string got;
    std::string why;  // "other bytes, from octet 3 on"
};
DifferenceWords difference_words(const Recording& a, const Recording& b, const ComparedStep& step);

// Could this result differ from run to run though nothing else does.
bool varies(const TypeSpec& type);
bool return_varies(const OperationSpec& operation);

}  // namespace ipcscope

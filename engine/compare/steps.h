// A recording as steps: for every worker, what it did in its order.
#pragma once

#include "compare/compare.h"

#include <map>
#include <unordered_map>

namespace ipcscope {

struct WorkerSteps {
    std::vector<CallSpan> steps;
    std::vector<std::uint32_t> calls;       // of each step: what the program says, see StepKeys
    std::vector<std::uint32_t> operations;  // of each step
    std::uint64_t lost = 0;                 // events of it that are missing
};
// By name of the worker: one that was started again under its name goes on.
using AllSteps = std::map<std::string, WorkerSteps>;

// Numbers for texts, the same in several recordings.
class StepKeys {
public:
    std::uint32_t of(std::string_view text);

private:
    std::unordered_map<std::string, std::uint32_t> known_;
};

// False from `progress` (it is told a fraction) ends it early.
AllSteps steps_of(const Recording& recording, StepKeys& keys, const std::function<bool(double)>& progress);

}  // namespace ipcscope

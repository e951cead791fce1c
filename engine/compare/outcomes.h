// Outcomes of steps of two recordings, held against each other.
#pragma once

#include "compare/compare.h"

#include <unordered_map>

namespace ipcscope {

class Outcomes {
public:
    Outcomes(const Recording& a, const Recording& b) : a_(a), b_(b) {}
    std::uint8_t why(const CallSpan& a, const CallSpan& b,
                     const CompareOptions& options);  // Differing; 0 = alike
    bool late(const CallSpan& a, const CallSpan& b, const CompareOptions& options) const;

private:
    struct Kept {  // of an operation: what is held against the other's
        const OperationSpec* operation = nullptr;
        bool returns = false;
        bool results = false;  // any result that does not vary
    };
    const Kept& kept(std::uint16_t operation);
    bool same_results(const Kept& kept, const Event& a, const Event& b) const;
    bool same_arguments(const Event& a, const Event& b);

    const Recording& a_;
    const Recording& b_;
    std::unordered_map<std::uint16_t, Kept> kept_;
    std::unordered_map<std::uint64_t, bool> same_arguments_;  // by both calls: a loop asks again and again
};

}  // namespace ipcscope

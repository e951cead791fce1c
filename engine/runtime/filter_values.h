// Tests of parameters and results, each by the type that the operation gives it.
#pragma once

#include "runtime/filter_node.h"
#include "runtime/value_sources.h"
#include "runtime/value_test.h"

#include <functional>
#include <map>

namespace ipcscope {

// The names that handles and workers have in a run.
struct RunNames {
    std::map<std::uint32_t, std::string> handles;
    std::map<std::uint16_t, std::string> workers;
    explicit RunNames(const RunState& state);
};

// A test of what was asked for, done once for each call. Any thread.
class CallMemo {
public:
    explicit CallMemo(std::size_t calls) : known_(calls) {}
    template <typename Test>
    bool ask(const CallTable& calls, std::uint32_t id, Test&& test) {
        if (id == 0) return false;
        auto* known = id <= known_.size() ? &known_[id - 1] : nullptr;
        if (known)
            if (const auto answer = known->load(std::memory_order_relaxed); answer != 0) return answer == 2;
        const auto* call = calls.find(CallId{id});
        const bool answer = call && test(*call);
        if (known && call) known->store(answer ? 2 : 1, std::memory_order_relaxed);
        return answer;
    }

private:
    std::vector<std::atomic<std::uint8_t>> known_;
};

// `field` is the parameter's or result's; `test` has its values as that field reads them.
NodePtr value_node(const Recording& recording, const Field& field, const FilterTest& test,
                   std::shared_ptr<const RunNames> names, bool& names_matter);

}  // namespace ipcscope

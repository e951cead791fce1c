// The probe, as a program sees it: snapshots, contents and actions, asked of a process of its own. A probe
// that hangs is killed and started anew; the answer then says so.
#pragma once

#include "mechanisms/monitor.h"

#include <functional>
#include <memory>
#include <string>

namespace ipcscope {

struct SampleOptions {
    bool owners = true;       // the walk over /proc: holders, waiters, other ends
    std::uint32_t uid = ~0u;  // only processes and objects of this user; ~0 = all
    std::int64_t timeout_ns = 10'000'000'000;
};

class MonitorClient {
public:
    struct Options {
        std::string probe;  // path; "" = ipcscope-probe beside this program
    };
    static Result<std::unique_ptr<MonitorClient>> start(Options options);
    static Result<std::unique_ptr<MonitorClient>> start() { return start(Options{}); }
    virtual ~MonitorClient() = default;

    // Wait for the answer. From any thread, one at a time.
    virtual Result<std::shared_ptr<const Snapshot>> sample(const SampleOptions& options = {}) = 0;
    virtual Result<Peeked> peek(const Snapshot& snapshot, std::string_view ref, const PeekRequest& how,
                                std::int64_t timeout_ns = 5'000'000'000) = 0;
    // `confirmed` names what the person has agreed to: the reference itself.
    virtual Status act(const ActRequest& request, std::string_view confirmed,
                       std::int64_t timeout_ns = 5'000'000'000) = 0;
    // Any thread: what is waited for fails at once, and all that is asked from now on.
    virtual void abandon() {}
    virtual pid_t probe() const = 0;
};

}  // namespace ipcscope

// Orders in which locks were taken that can end in a deadlock: rings of "held this while it took that".
#include "runtime/stuck_builder.h"

#include <algorithm>

namespace ipcscope {

namespace {

constexpr std::size_t longest_ring = 6;
constexpr std::size_t most_warnings = 32;
constexpr std::size_t most_steps = 200'000;  // then enough was looked for

using Order = StuckHistory::Order;

bool same_lock(const HeldLock& a, const HeldLock& b) {
    return a.facts.object == b.facts.object && a.facts.range.touches(b.facts.range);
}

// One lock that was always held alone around both keeps them apart.
bool common_gate(const Order& a, const Order& b) {
    return std::any_of(a.gates.begin(), a.gates.end(), [&](const auto& gate) {
        return std::find(b.gates.begin(), b.gates.end(), gate) != b.gates.end();
    });
}

class Rings {
public:
    explicit Rings(const std::vector<Order>& orders) : orders_(orders) {}

    std::vector<LockOrderWarning> find() {
        for (std::size_t i = 0; i < orders_.size() && out_.size() < most_warnings; ++i) {
            path_ = {i};
            extend();
        }
        return std::move(out_);
    }

private:
    // The next one holds what the last one wanted, and is another process.
    void extend() {
        const auto& last = orders_[path_.back()];
        for (std::size_t next = path_.front() + 1; next < orders_.size(); ++next) {
            if (path_.size() >= longest_ring || out_.size() >= most_warnings || ++steps_ > most_steps) return;
            const auto& order = orders_[next];
            if (!same_lock(last.wanted, order.held) || (last.wanted.shared() && order.held.shared()))
                continue;
            const bool apart = std::all_of(path_.begin(), path_.end(), [&](std::size_t known) {
                return orders_[known].worker != order.worker && !common_gate(orders_[known], order) &&
                       !same_lock(orders_[known].wanted, order.wanted);
            });
            if (!apart) continue;
            path_.push_back(next);
            const auto& first = orders_[path_.front()];
            if (same_lock(order.wanted, first.held) && !(order.wanted.shared() && first.held.shared()))
                tell();
            else
                extend();
            path_.pop_back();
        }
    }

    void tell() {
        LockOrderWarning warning;
        std::vector<ObjectId> locks;
        for (const auto index : path_) {
            const auto& order = orders_[index];
            warning.steps.push_back({order.worker, order.held.facts.object, order.wanted.facts.object,
                                     order.held.seq, order.wanted.seq});
            locks.push_back(order.held.facts.object);
        }
        std::sort(locks.begin(), locks.end());
        if (std::find(told_.begin(), told_.end(), locks) != told_.end()) return;  // by others, the same locks
        told_.push_back(std::move(locks));
        out_.push_back(std::move(warning));
    }

    const std::vector<Order>& orders_;
    std::vector<std::size_t> path_;
    std::size_t steps_ = 0;
    std::vector<std::vector<ObjectId>> told_;
    std::vector<LockOrderWarning> out_;
};

}  // namespace

std::vector<LockOrderWarning> lock_order_warnings(const StuckHistory& history) {
    return Rings(history.orders()).find();
}

}  // namespace ipcscope

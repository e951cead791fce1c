#include "mechanisms/sysv_sem/waiting.h"

#include <fmt/format.h>
#include <map>

namespace ipcscope::mechanisms::sysv_sem {
namespace {

std::string wanted(const sembuf& operation) {
    if (operation.sem_op == 0) return fmt::format("semaphore {} to become 0", operation.sem_num);
    return fmt::format("semaphore {} to reach {}", operation.sem_num, -operation.sem_op);
}

}  // namespace

std::string waits_for(std::span<const sembuf> operations, std::span<const unsigned short> values) {
    // All are done at one moment, in this order: the first that cannot be is what it waits for.
    std::map<unsigned, int> changed;
    std::string all;
    for (const auto& operation : operations) {
        const auto number = operation.sem_num;
        if (operation.sem_op <= 0) (all += all.empty() ? "" : " and ") += wanted(operation);
        if (number >= values.size()) continue;
        auto& value = changed.try_emplace(number, values[number]).first->second;
        const bool goes = operation.sem_op == 0 ? value == 0 : value + operation.sem_op >= 0;
        if (!goes && operations.size() == 1) return wanted(operation);
        if (!goes) return fmt::format("{} (one of {} operations)", wanted(operation), operations.size());
        value += operation.sem_op;
    }
    return all;
}

}  // namespace ipcscope::mechanisms::sysv_sem

#include "mechanisms/sysv_sem/set.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace ipcscope::mechanisms::sysv_sem {
namespace {

struct Operations {
    std::array<sembuf, max_operations> list;
    std::size_t count = 0;
};

std::int64_t field(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return value.integer();
    return 0;
}

Operations& operations(const Call& call) {
    static Operations out;
    out.count = 0;
    for (const auto& item : call.list("ops")) {
        const auto* one = item.as<Fields>();
        if (!one || out.count == out.list.size()) continue;
        out.list[out.count++] = {static_cast<unsigned short>(field(*one, "num")),
                                 static_cast<short>(field(*one, "op")),
                                 static_cast<short>(field(*one, "flags"))};
    }
    return out;
}

// The whole change of each semaphore, once: between the operations of one call nobody saw a value.
void tell_changes(Call& call, const Operations& done) {
    for (std::size_t i = 0; i < done.count; ++i) {
        const auto num = done.list[i].sem_num;
        std::int64_t change = 0;
        bool first = true;
        for (std::size_t j = 0; j < done.count; ++j) {
            if (done.list[j].sem_num != num) continue;
            if (j < i) first = false;
            change += done.list[j].sem_op;
        }
        if (first && change != 0) tell_level(call, num, change, true);
    }
}

}  // namespace

void operate(Call& call) {
    auto& ops = operations(call);
    call.run([&] { return semop(call.fd("set"), ops.list.data(), ops.count); });
    if (call.ok()) tell_changes(call, ops);
}

void operate_timed(Call& call) {
    auto& ops = operations(call);
    const auto ns = call.integer("timeout");
    const timespec limit{ns / 1'000'000'000, ns % 1'000'000'000};
    call.run([&] { return semtimedop(call.fd("set"), ops.list.data(), ops.count, &limit); });
    if (call.ok()) tell_changes(call, ops);
}

}  // namespace ipcscope::mechanisms::sysv_sem

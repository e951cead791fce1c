// What the tests of this subject share, and its parts.
#pragma once

#include <QtTest>

#ifndef Q_MOC_RUN
#include "helpers/made_up_snapshot.h"
#endif

#include <memory>

namespace ipcscope::testing::monitor_rows_tests {

inline std::shared_ptr<const Snapshot> queues(std::int64_t messages = 3, bool with_pipe = true,
                                              std::int64_t taken_ns = 1'000'000'000) {
    SnapshotMaker make;
    make.taken_ns = taken_ns;
    const auto nginx = make.process(100, "nginx");
    const auto odd = make.process(200, "a \"b\"\xff");
    const auto queue = make.object("sysv_msg:10", "0x1234");
    make.at(queue).uid = 0;
    make.at(queue).mode = 0640;
    make.at(queue).created = make.taken_at / 1'000'000'000 - 7200;
    make.set(queue, "messages", messages);
    make.set(queue, "cbytes", messages * 2048);
    make.set(queue, "qbytes", 16384);
    make.hold(queue, nginx, Access::unknown, -1, Hold::last_user);
    const auto full = make.object("sysv_msg:9");
    make.missing(full, "messages", CellState::not_permitted, "CAP_IPC_OWNER");
    make.at(full).holders_complete = make.at(full).waiters_complete = false;
    make.takes = make.text("CAP_SYS_PTRACE");
    if (with_pipe) {
        const auto pipe = make.object("pipe:[77]");
        make.hold(pipe, nginx, Access::write, 4);
        make.hold(pipe, odd, Access::read, 5);
        make.wait(pipe, odd, Access::read, "something to read");
    }
    return make.make();
}

std::unique_ptr<QObject> watching();
std::unique_ptr<QObject> commands();

}  // namespace ipcscope::testing::monitor_rows_tests

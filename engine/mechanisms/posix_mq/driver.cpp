#include "mechanisms/posix_mq/queue.h"
#include "mechanisms/posix_name.h"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>

namespace ipcscope::mechanisms {
namespace {

using namespace posix_mq;

void open(Call& call) {
    const auto& given = call.bytes("name");
    const auto name = posix_name(given);
    const int flags = static_cast<int>(call.integer("access") | call.integer("flags"));
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    mq_attr attr{};
    attr.mq_maxmsg = call.integer("maxmsg");
    attr.mq_msgsize = call.integer("msgsize");
    const bool by_system = attr.mq_maxmsg == by_default && attr.mq_msgsize == by_default;
    if (attr.mq_maxmsg == by_default) attr.mq_maxmsg = system_value("msg_default", 10);
    if (attr.mq_msgsize == by_default) attr.mq_msgsize = system_value("msgsize_default", 8192);
    // Asked before, because the answer of mq_open does not tell whether it made the queue.
    const bool makes = (flags & O_CREAT) != 0 && is_free(name);
    if (makes) call.making(intent_of(name));
    const auto queue = static_cast<mqd_t>(
        call.run([&] { return mq_open(name.c_str(), flags, mode, by_system ? nullptr : &attr); }));
    if (!call.ok()) return;
    struct stat status {};
    fstat(queue, &status);
    if (makes) call.made(record_of(status, name));
    call.opened("queue", {.kind = "queue",
                          .native = queue,
                          .key = fmt::format("posix_mq:{}:{}", status.st_dev, status.st_ino),
                          .label = given});
    if (!makes && mq_getattr(queue, &attr) == 0) call.level(0, attr.mq_curmsgs, false);
}

void getattr(Call& call) {
    mq_attr attr{};
    call.run([&] { return mq_getattr(call.fd("queue"), &attr); });
    if (!call.ok()) return;
    call.result("flags", attr.mq_flags);
    call.result("maxmsg", attr.mq_maxmsg);
    call.result("msgsize", attr.mq_msgsize);
    call.result("curmsgs", attr.mq_curmsgs);
}

void setattr(Call& call) {
    mq_attr attr{}, before{};
    attr.mq_flags = call.integer("flags");
    call.run([&] { return mq_setattr(call.fd("queue"), &attr, &before); });
    if (call.ok()) call.result("previous", before.mq_flags);
}

void notify(Call& call) {
    sigevent event{};
    event.sigev_notify = static_cast<int>(call.integer("notify"));
    if (event.sigev_notify == SIGEV_SIGNAL) {
        event.sigev_signo = static_cast<int>(call.integer("signal"));
        event.sigev_value.sival_int = static_cast<int>(call.integer("value"));
    }
    const auto* how = event.sigev_notify == deregister ? nullptr : &event;
    call.run([&] { return mq_notify(call.fd("queue"), how); });
}

void close(Call& call) {
    call.run([&] { return mq_close(call.fd("queue")); });
    if (call.err() != EBADF) call.closed("queue");
}

void unlink(Call& call) {
    const auto name = posix_name(call.bytes("name"));
    const auto found = find_queue(name);
    call.run([&] { return mq_unlink(name.c_str()); });
    if (call.ok() && found && *found) call.unmade(record_of(**found, name));
}

}  // namespace

const Driver& posix_mq_driver();

const Driver& posix_mq_driver() {
    static const Driver driver{{{"open", open},
                                {"send", send},
                                {"timedsend", timedsend},
                                {"receive", receive},
                                {"timedreceive", timedreceive},
                                {"getattr", getattr},
                                {"setattr", setattr},
                                {"notify", notify},
                                {"close", close},
                                {"unlink", unlink}},
                               observe,
                               posix_mq::remove,
                               describe};
    return driver;
}

}  // namespace ipcscope::mechanisms

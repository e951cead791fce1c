// A mechanism that the program does not have: this folder is all there is of it (test_one_folder).
#include "schema/spec.h"

#include <cerrno>
#include <ctime>

#include <sys/timerfd.h>

namespace ipcscope::mechanisms {

namespace {

ParamSpec timer_param() {
    return {.name = "timer",
            .type = types::handle({"timerfd.timer"}),
            .label = IPC_TR("Timer"),
            .help = IPC_TR("Which one.")};
}

OperationSpec create_spec() {
    return {
        .verb = "create",
        .title = IPC_TR("Create timer"),
        .summary = IPC_TR("Makes a timer whose expiries are read from a descriptor."),
        .call = "timerfd_create",
        .man = "timerfd_create(2)",
        .side = Side::create,
        .params = {{.name = "flags",
                    .type = types::flags({{"TFD_NONBLOCK", TFD_NONBLOCK}, {"TFD_CLOEXEC", TFD_CLOEXEC}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("How the descriptor begins."),
                    .initial = std::int64_t{0}}},
        .results = {{.name = "timer", .type = types::handle({"timerfd.timer"}), .label = IPC_TR("Timer")}},
        .errnos = {{EMFILE, IPC_TR("This process has no descriptor left.")}},
    };
}

OperationSpec settime_spec() {
    return {
        .verb = "settime",
        .title = IPC_TR("Arm"),
        .summary = IPC_TR("Lets the timer expire after a while."),
        .call = "timerfd_settime",
        .man = "timerfd_settime(2)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "timer",
        .params = {timer_param(),
                   {.name = "value",
                    .type = types::duration(),
                    .label = IPC_TR("First expiry"),
                    .help = IPC_TR("0 = disarm."),
                    .initial = std::int64_t{1'000'000}}},
        .errnos = {{EBADF, IPC_TR("The timer is closed.")}},
    };
}

OperationSpec read_spec() {
    return {
        .verb = "read",
        .title = IPC_TR("Read expiries"),
        .summary = IPC_TR("Takes the number of expiries since the last time; sleeps while there are none."),
        .call = "read",
        .man = "timerfd_create(2)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "timer",
        .params = {timer_param()},
        .returns = IPC_TR("bytes read"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "expiries", .type = types::integer(), .label = IPC_TR("Expiries")}},
        .errnos = {{EAGAIN, IPC_TR("It has not expired.")},
                   {EBADF, IPC_TR("The timer is closed.")},
                   {EINTR, IPC_TR("A signal came first.")}},
        .waits = {{.text = IPC_TR("{timer} to expire"), .by = EndedBy::outside}},
    };
}

OperationSpec close_spec() {
    return {
        .verb = "close",
        .title = IPC_TR("Close"),
        .summary = IPC_TR("Gives the descriptor back."),
        .call = "close",
        .man = "close(2)",
        .side = Side::close,
        .object = "timer",
        .params = {timer_param()},
        .errnos = {{EBADF, IPC_TR("The timer is closed.")}},
        .consumes = {"timer"},
    };
}

}  // namespace

const MechanismSpec& timerfd_spec();
const MechanismSpec& timerfd_spec() {
    static const MechanismSpec spec{
        .id = "timerfd",
        .title = IPC_TR("Timer descriptor"),
        .summary = IPC_TR("A timer whose expiries are read."),
        .group = Group::synchronisation,
        .man = {"timerfd_create(2)"},
        .objects = {{.id = "timer",
                     .label = IPC_TR("Timer"),
                     .flow = FlowPolicy::wake,
                     .view = ViewHint::tree,
                     .state = {{.name = "left", .type = types::duration(), .label = IPC_TR("Time left")}}}},
        .handles = {{.id = "timer", .label = IPC_TR("Timer"), .roles = {"descriptor"}}},
        .operations = {create_spec(), settime_spec(), read_spec(), close_spec()},
    };
    return spec;
}

}  // namespace ipcscope::mechanisms

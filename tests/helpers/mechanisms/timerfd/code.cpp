#include "schema/code.h"

namespace ipcscope::mechanisms {

const MechanismCode& timerfd_code();
const MechanismCode& timerfd_code() {
    static const MechanismCode code{
        .id = "timerfd",
        .needs = {.includes = "stdint.h sys/timerfd.h time.h unistd.h", .imports = "os"},
        .operations =
            {
                {"create", {.c = "ret = timerfd_create(CLOCK_MONOTONIC, {flags});"}},
                {"settime", {.c = R"(struct itimerspec value = {.it_value = {value.timespec}};
ret = timerfd_settime({timer}, 0, &value, NULL);)"}},
                {"read",
                 {.c = R"(uint64_t expiries = 0;
ret = read({timer}, &expiries, sizeof expiries);)"},
                 {{"expiries", {.c = "(long)expiries if ret > 0"}}}},
                {"close", {.c = "ret = close({timer.release});"}},
            },
    };
    return code;
}

}  // namespace ipcscope::mechanisms

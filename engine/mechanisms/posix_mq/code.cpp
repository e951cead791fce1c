#include "mechanisms/posix_mq/queue.h"
#include "mechanisms/posix_name_code.h"

#include <fcntl.h>

namespace ipcscope::mechanisms {

namespace {

using posix_mq::by_default;

// Of a size that the session leaves to the system, while it says the other one.
HelperCode queue_default_code() {
    return {
        "queue_default",
        {.c =
             R"(// What the system gives to a new queue whose maker does not say: "msg_default", "msgsize_default".
static long queue_default(const char *name)
{
    char path[64];
    long value = 0;

    snprintf(path, sizeof path, "/proc/sys/fs/mqueue/%s", name);
    FILE *file = fopen(path, "r");
    if (file == NULL || fscanf(file, "%ld", &value) != 1)
        die(path);
    fclose(file);
    return value;
})",
         .cpp =
             R"(// What the system gives to a new queue whose maker does not say: "msg_default", "msgsize_default".
long queue_default(const std::string& name)
{
    long value = 0;
    std::ifstream file("/proc/sys/fs/mqueue/" + name);
    if (!(file >> value)) die(name);
    return value;
})",
         .python = R"(def queue_default(name):
    """What the system gives to a new queue whose maker does not say."""
    with open(f"/proc/sys/fs/mqueue/{name}") as file:
        return int(file.read()))"},
        {"stdio.h", "fstream string", ""}};
}

HelperCode moment_in_code() {
    return {
        "moment_in",
        {.c =
             R"(// The wall clock in so many nanoseconds: the timed calls want a moment, not a length of time.
static struct timespec moment_in(long long nanoseconds)
{
    struct timespec moment;

    clock_gettime(CLOCK_REALTIME, &moment);
    moment.tv_sec += nanoseconds / 1000000000;
    moment.tv_nsec += nanoseconds % 1000000000;
    if (moment.tv_nsec >= 1000000000) {
        moment.tv_nsec -= 1000000000;
        moment.tv_sec++;
    }
    return moment;
})",
         .cpp =
             R"(// The wall clock in so many nanoseconds: the timed calls want a moment, not a length of time.
timespec moment_in(long long nanoseconds)
{
    constexpr long second = 1'000'000'000;
    timespec moment;
    clock_gettime(CLOCK_REALTIME, &moment);
    const long long sum = moment.tv_nsec + nanoseconds % second;
    moment.tv_sec += nanoseconds / second + sum / second;
    moment.tv_nsec = sum % second;
    return moment;
})",
         .python = R"(def moment_in(nanoseconds):
    """The wall clock in so many nanoseconds: the timed calls want a moment, not a length of time."""
    return timespec(*divmod(time.time_ns() + nanoseconds, 10**9)))"},
        {"time.h", "", "time"}};
}

HelperCode attributes_code() {
    return {"MqAttr",
            {.python = R"(class MqAttr(ctypes.Structure):
    """struct mq_attr of mqueue.h"""
    _fields_ = [("mq_flags", ctypes.c_long), ("mq_maxmsg", ctypes.c_long),
                ("mq_msgsize", ctypes.c_long), ("mq_curmsgs", ctypes.c_long),
                ("reserved", ctypes.c_long * 4)])"},
            {.imports = "ctypes"}};
}

HelperCode flags_code() {
    return {"queue_flags", {.python = R"(def queue_flags(attr):
    return "O_NONBLOCK" if attr.mq_flags & os.O_NONBLOCK else "0")"}};
}

HelperCode event_code() {
    return {"SigEvent",
            {.python = R"(class SigEvent(ctypes.Structure):
    """struct sigevent of signal.h"""
    _fields_ = [("sigev_value", ctypes.c_long), ("sigev_signo", ctypes.c_int),
                ("sigev_notify", ctypes.c_int), ("reserved", ctypes.c_char * 48)])"},
            {.imports = "ctypes"}};
}

std::string open_text(Language language, const std::function<const Value&(std::string_view)>& value) {
    const bool python = language == Language::python;
    const bool cpp = language == Language::cpp;
    const std::string call =
        python ? "ret = call_libc(libc.mq_open, os.fsencode(posix_name({name})), {access|flags}"
        : cpp  ? "ret = mq_open(posix_name({name}).c_str(), {access|flags}"
               : "ret = mq_open(posix_name({name}), {access|flags}";
    const std::string end = python ? ")" : ");";
    if ((value("flags").integer() & O_CREAT) == 0) return call + end;
    if (value("maxmsg").integer() == by_default && value("msgsize").integer() == by_default)
        return call + (python ? ", {mode}, None" : cpp ? ", {mode}, nullptr" : ", {mode}, NULL") + end;
    const std::string count = "{if maxmsg=default}queue_default(\"msg_default\"){else}{maxmsg}{/if}";
    const std::string size = "{if msgsize=default}queue_default(\"msgsize_default\"){else}{msgsize}{/if}";
    if (python)
        return "attr = MqAttr(mq_maxmsg=" + count + ", mq_msgsize=" + size + ")\n" + call +
               ", {mode}, ctypes.byref(attr)" + end;
    if (cpp)
        return "mq_attr attr{};\nattr.mq_maxmsg = " + count + ";\nattr.mq_msgsize = " + size + ";\n" + call +
               ", {mode}, &attr" + end;
    return "struct mq_attr attr = {.mq_maxmsg = " + count + ", .mq_msgsize = " + size + "};\n" + call +
           ", {mode}, &attr" + end;
}

OperationCode open_code() {
    return {
        .verb = "open",
        .cleanup = {.c = "{if flags:O_CREAT}mq_unlink(posix_name({name}));{/if}",
                    .cpp = "{if flags:O_CREAT}mq_unlink(posix_name({name}).c_str());{/if}",
                    .python =
                        "{if flags:O_CREAT}call_libc(libc.mq_unlink, os.fsencode(posix_name({name}))){/if}"},
        .choose = open_text};
}

OperationCode send_code() {
    return {"send",
            {.c = "ret = mq_send({queue}, {data}, {data.size}, {priority});",
             .python = "call_libc(libc.mq_send, {queue}, {data}, ctypes.c_size_t({data.size}), "
                       "ctypes.c_uint({priority}))"}};
}

OperationCode timedsend_code() {
    return {"timedsend",
            {.c = "struct timespec limit = moment_in({timeout});\n"
                  "ret = mq_timedsend({queue}, {data}, {data.size}, {priority}, &limit);",
             .cpp = "const timespec limit = moment_in({timeout});\n"
                    "ret = mq_timedsend({queue}, {data}, {data.size}, {priority}, &limit);",
             .python = "limit = moment_in({timeout})\n"
                       "call_libc(libc.mq_timedsend, {queue}, {data}, ctypes.c_size_t({data.size}), "
                       "ctypes.c_uint({priority}),\n"
                       "          ctypes.byref(limit))"}};
}

std::vector<ResultCode> received() {
    return {{"priority", {.c = "priority", .python = "priority.value"}},
            {"data", {.c = "{buffer}, ret", .python = "message.raw[:ret]"}}};
}

OperationCode receive_code() {
    return {"receive",
            {.c = "unsigned priority = 0;\n"
                  "ret = mq_receive({queue}, {buffer:size}, {size}, &priority);",
             .python = "message = ctypes.create_string_buffer({size})\n"
                       "priority = ctypes.c_uint()\n"
                       "ret = call_libc(libc.mq_receive, {queue}, message, ctypes.c_size_t({size}), "
                       "ctypes.byref(priority))"},
            received()};
}

OperationCode timedreceive_code() {
    return {"timedreceive",
            {.c = "unsigned priority = 0;\n"
                  "struct timespec limit = moment_in({timeout});\n"
                  "ret = mq_timedreceive({queue}, {buffer:size}, {size}, &priority, &limit);",
             .cpp = "unsigned priority = 0;\n"
                    "const timespec limit = moment_in({timeout});\n"
                    "ret = mq_timedreceive({queue}, {buffer:size}, {size}, &priority, &limit);",
             .python = "message = ctypes.create_string_buffer({size})\n"
                       "priority = ctypes.c_uint()\n"
                       "limit = moment_in({timeout})\n"
                       "ret = call_libc(libc.mq_timedreceive, {queue}, message, ctypes.c_size_t({size}), "
                       "ctypes.byref(priority),\n"
                       "                ctypes.byref(limit))"},
            received()};
}

OperationCode getattr_code() {
    return {"getattr",
            {.c = "struct mq_attr attr = {0};\nret = mq_getattr({queue}, &attr);",
             .cpp = "mq_attr attr{};\nret = mq_getattr({queue}, &attr);",
             .python = "attr = MqAttr()\ncall_libc(libc.mq_getattr, {queue}, ctypes.byref(attr))"},
            {{"flags",
              {.c = "%s (attr.mq_flags & O_NONBLOCK ? \"O_NONBLOCK\" : \"0\")",
               .python = "%s queue_flags(attr)"}},
             {"maxmsg", {.c = "attr.mq_maxmsg", .python = "attr.mq_maxmsg"}},
             {"msgsize", {.c = "attr.mq_msgsize", .python = "attr.mq_msgsize"}},
             {"curmsgs", {.c = "attr.mq_curmsgs", .python = "attr.mq_curmsgs"}}}};
}

OperationCode setattr_code() {
    return {"setattr",
            {.c = "struct mq_attr attr = {.mq_flags = {flags}}, previous = {0};\n"
                  "ret = mq_setattr({queue}, &attr, &previous);",
             .cpp = "mq_attr attr{}, previous{};\n"
                    "attr.mq_flags = {flags};\n"
                    "ret = mq_setattr({queue}, &attr, &previous);",
             .python = "attr, previous = MqAttr(mq_flags={flags}), MqAttr()\n"
                       "call_libc(libc.mq_setattr, {queue}, ctypes.byref(attr), ctypes.byref(previous))"},
            {{"previous",
              {.c = "%s (previous.mq_flags & O_NONBLOCK ? \"O_NONBLOCK\" : \"0\")",
               .python = "%s queue_flags(previous)"}}}};
}

OperationCode notify_code() {
    return {"notify",
            {.c = "{if notify=NULL}\n"
                  "ret = mq_notify({queue}, NULL);\n"
                  "{else}\n"
                  "struct sigevent event = {.sigev_notify = {notify}};\n"
                  "{if notify=SIGEV_SIGNAL}\n"
                  "event.sigev_signo = {signal};\n"
                  "event.sigev_value.sival_int = {value};\n"
                  "{/if}\n"
                  "ret = mq_notify({queue}, &event);\n"
                  "{/if}",
             .cpp = "{if notify=NULL}\n"
                    "ret = mq_notify({queue}, nullptr);\n"
                    "{else}\n"
                    "sigevent event{};\n"
                    "event.sigev_notify = {notify};\n"
                    "{if notify=SIGEV_SIGNAL}\n"
                    "event.sigev_signo = {signal};\n"
                    "event.sigev_value.sival_int = {value};\n"
                    "{/if}\n"
                    "ret = mq_notify({queue}, &event);\n"
                    "{/if}",
             .python = "{if notify=NULL}\n"
                       "call_libc(libc.mq_notify, {queue}, None)\n"
                       "{else}\n"
                       "{if notify=SIGEV_SIGNAL}\n"
                       "event = SigEvent(sigev_notify={notify}, sigev_signo={signal}, sigev_value={value})\n"
                       "{else}\n"
                       "event = SigEvent(sigev_notify={notify})\n"
                       "{/if}\n"
                       "call_libc(libc.mq_notify, {queue}, ctypes.byref(event))\n"
                       "{/if}"},
            {},
            {.includes = "signal.h", .imports = "signal"}};
}

OperationCode unlink_code() {
    return {"unlink",
            {.c = "ret = mq_unlink(posix_name({name}));",
             .cpp = "ret = mq_unlink(posix_name({name}).c_str());",
             .python = "call_libc(libc.mq_unlink, os.fsencode(posix_name({name})))"}};
}

}  // namespace

const MechanismCode& posix_mq_code();
const MechanismCode& posix_mq_code() {
    static const MechanismCode code{
        .id = "posix_mq",
        .needs = {.includes = "fcntl.h mqueue.h", .imports = "ctypes os"},
        .python_names = {{"SIGEV_", ""}},
        .helpers = {posix_name_code(),
                    queue_default_code(),
                    moment_in_code(),
                    attributes_code(),
                    flags_code(),
                    event_code(),
                    {"SIGEV_SIGNAL", {.python = "SIGEV_SIGNAL = 0"}},
                    {"SIGEV_NONE", {.python = "SIGEV_NONE = 1"}}},
        .operations = {open_code(),
                       send_code(),
                       timedsend_code(),
                       receive_code(),
                       timedreceive_code(),
                       getattr_code(),
                       setattr_code(),
                       notify_code(),
                       {"close", {.c = "ret = mq_close({queue.release});", .python = "os.close({queue})"}},
                       unlink_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

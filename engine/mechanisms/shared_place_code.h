// How things in shared memory look in C, C++ and Python: see shared_place.h and anonymous_map.h. Tables only:
// nothing to link.
#pragma once

#include "mechanisms/libc_code.h"
#include "mechanisms/memory_code.h"

#include <string>

namespace ipcscope::mechanisms::shared_place {

inline HelperCode moment_after_code() {
    return {
        "moment_after",
        {.c =
             R"(// What the clock will show in so many nanoseconds: timed calls want a moment, not a length of time.
static struct timespec moment_after(long long nanoseconds, clockid_t clock)
{
    struct timespec moment;

    clock_gettime(clock, &moment);
    moment.tv_sec += nanoseconds / 1000000000;
    moment.tv_nsec += nanoseconds % 1000000000;
    if (moment.tv_nsec >= 1000000000) {
        moment.tv_nsec -= 1000000000;
        moment.tv_sec++;
    }
    return moment;
})",
         .cpp =
             R"(// What the clock will show in so many nanoseconds: timed calls want a moment, not a length of time.
timespec moment_after(long long nanoseconds, clockid_t clock)
{
    constexpr long second = 1'000'000'000;
    timespec moment;
    clock_gettime(clock, &moment);
    const long long sum = moment.tv_nsec + nanoseconds % second;
    moment.tv_sec += nanoseconds / second + sum / second;
    moment.tv_nsec = sum % second;
    return moment;
})",
         .python = R"(class Moment(ctypes.Structure):
    """struct timespec of time.h"""
    _fields_ = [("tv_sec", ctypes.c_long), ("tv_nsec", ctypes.c_long)]


def moment_after(nanoseconds, clock):
    """What the clock will show in so many nanoseconds: timed calls want a moment, not a length of time."""
    return Moment(*divmod(time.clock_gettime_ns(clock) + nanoseconds, 10**9)))"},
        {"time.h", "", "ctypes time"}};
}

inline OperationCode map_code() {
    return {"map",
            {.c = "void *address = mmap(NULL, {size}, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, "
                  "-1, 0);\nret = address == MAP_FAILED ? -1 : 0;",
             .cpp = "void* const address = mmap(nullptr, {size}, PROT_READ | PROT_WRITE, MAP_SHARED | "
                    "MAP_ANONYMOUS, -1, 0);\nret = address == MAP_FAILED ? -1 : 0;",
             .python = "address = address_call(\"mmap\", None, ctypes.c_size_t({size}), mmap.PROT_READ | "
                       "mmap.PROT_WRITE,\n"
                       "                       mmap.MAP_SHARED | mmap.MAP_ANONYMOUS, -1, ctypes.c_long(0))"},
            {{"memory",
              {.c = "(struct mapping){address, {size}}",
               .cpp = "mapping{static_cast<char*>(address), {size}}",
               .python = "Mapping(address, {size})"}}},
            {"sys/mman.h", "", "ctypes mmap"}};
}

inline OperationCode unmap_code() {
    return {"unmap",
            {.c = "ret = munmap({memory}.address, {memory}.size);",
             .python = "libc_call(\"munmap\", ctypes.c_void_p({memory}.address), "
                       "ctypes.c_size_t({memory}.size))"},
            {},
            {"sys/mman.h", "", "ctypes"}};
}

inline std::vector<HelperCode> helpers(std::vector<HelperCode> own) {
    for (auto& one : {libc_call_code(), memory::python_address_code(), moment_after_code()})
        own.push_back(one);
    return own;
}

}  // namespace ipcscope::mechanisms::shared_place

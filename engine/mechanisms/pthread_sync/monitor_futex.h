// What a futex word tells of who has locked it: partly the kernel's rules (futex(2), robust futexes), partly
// the layout of glibc's mutexes, which is a guess and told as one.
#pragma once

#include "mechanisms/monitor.h"

#include <cstdint>

namespace ipcscope::mechanisms::pthread_sync {

enum FutexField : std::size_t {
    futex_private,
    futex_word,
    futex_waiters,
    futex_use,
    futex_owner,
    futex_owner_by,
    futex_owner_dead,
    futex_guess,
    futex_field_count,
};
enum class FutexUse : std::int64_t { unknown, mutex, robust_mutex, pi_mutex, thread_end };
enum class OwnerBy : std::int64_t { pi_word, robust_list, robust_word, glibc };

// One futex that a thread waits on.
struct FutexCall {
    std::uint64_t address = 0;
    std::uint64_t expected = 0;  // the word's value when it fell asleep; of locks of the kernel (PI): none
    bool any = false;            // one of several (futex_waitv)
    bool private_flag = false;
    bool lock_pi = false;
    bool timed = false;
};

struct FutexOwner {
    std::int32_t thread = 0;   // 0 = not known, or nobody
    std::int32_t process = 0;  // 0 = it has ended, or cannot be seen
    OwnerBy by = OwnerBy::glibc;
    bool dead = false;
    bool unseen = false;  // whether it lives cannot be seen
    FutexUse use = FutexUse::unknown;
};

// `word`: the value that memory holds at the call's address now. `one_process`: nobody else can have it.
// `all_seen`: a process that is not in /proc is gone.
FutexOwner futex_owner_of(const SeenSleep& sleep, const FutexCall& call, std::uint32_t word, bool one_process,
                          bool same_pids, bool all_seen);

}  // namespace ipcscope::mechanisms::pthread_sync

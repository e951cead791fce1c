// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/sysv_sem/limits.h"

#include <sys/sem.h>

namespace ipcscope::mechanisms::sysv_sem {

// semctl(2): the caller has to define it.
union Argument {
    int value;
    semid_ds* state;
    unsigned short* values;
};

void operate(Call& call);
void operate_timed(Call& call);
void get_value(Call& call);
void get_all(Call& call);
void get_pid(Call& call);
void get_ncnt(Call& call);
void get_zcnt(Call& call);
void set_value(Call& call);
void set_all(Call& call);

// Call::level, for the first `max_shown` semaphores: a large set must not flood the event ring.
void tell_level(Call& call, std::size_t num, std::int64_t value, bool relative);
// All values of a set by GETALL, in a buffer that the next call overwrites; ends in `count` values. False and
// errno when it cannot be read.
bool read_values(int id, const unsigned short*& values, std::size_t& count);
// What IPC_STAT gives, by the names of the spec's state.
Fields facts(const semid_ds& set);
Result<Fields> observe(std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::sysv_sem

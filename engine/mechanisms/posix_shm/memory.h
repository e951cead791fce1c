// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/posix_name.h"

#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms::posix_shm {

void map(Call& call);
void unmap(Call& call);

// Where the C library keeps a name, "" if it is none: empty, or with slashes in it.
std::string file_of(const std::string& name);
// "8:1:4711": which memory it is, on this machine.
std::string identity_of(const struct stat& status);
// What fstat gives, by the names of the spec's state.
Fields facts(const struct stat& status);
Result<Fields> observe(std::string_view handle, std::int64_t native);
Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::posix_shm

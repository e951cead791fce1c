// popen(3) and pclose(3): the half of the pipe mechanism that starts a shell.
#pragma once

#include "mechanisms/driver.h"

namespace ipcscope::mechanisms::pipe {

std::string key_of(int fd);  // "pipe:[inode]", as /proc/PID/fd shows it

void open_shell(Call& call);
void close_shell(Call& call);

}  // namespace ipcscope::mechanisms::pipe

// Lines of fdinfo (proc_pid_fdinfo(5)) in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms::anon_inode {

struct Words {
    std::int64_t count = 0;
    std::string text;  // ends in "..." where it is cut
    bool cut = false;
};
Words epoll_words(std::string_view info);         // "5: EPOLLIN|EPOLLET, 7: EPOLLOUT"
Words inotify_words(std::string_view info);       // "1: inode 246042 of 254:0, IN_CREATE"
std::string signal_words(std::string_view mask);  // "SIGUSR1, SIGTERM" of the hexadecimal mask
// Nanoseconds of "(99, 999977536)".
bool seconds_pair(std::string_view text, std::int64_t& ns);

}  // namespace ipcscope::mechanisms::anon_inode

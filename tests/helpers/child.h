// A child process that runs a function of the test: real, and gone with its owner.
#pragma once

#include <cerrno>
#include <csignal>
#include <functional>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/wait.h>

namespace ipcscope::testing {

class Child {
public:
    // `run` is in a fork of a program with one thread or many: system calls only. It ends with _exit(0).
    explicit Child(const std::function<void()>& run) : pid_(fork()) {
        if (pid_ != 0) return;
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        run();
        _exit(0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { end(); }
    void end() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
    }
    pid_t pid() const { return pid_; }

private:
    pid_t pid_;
};

}  // namespace ipcscope::testing

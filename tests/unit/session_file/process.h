// This test program in another process.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <unistd.h>
#include <utility>

#include <sys/wait.h>

namespace ipcscope::testing {

// This program with two arguments. QProcess would not do: its child shares our memory for a moment, and
// ThreadSanitizer then takes us for the forked one.
class Process {
public:
    Process(const char* what, const QString& where) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::string self = QCoreApplication::applicationFilePath().toStdString(), argument = what,
                    file = where.toStdString();
        char* arguments[] = {self.data(), argument.data(), file.data(), nullptr};
        if (posix_spawn(&pid_, self.c_str(), &actions, nullptr, arguments, environ) != 0) pid_ = -1;
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        output_ = ends[0];
    }
    ~Process() {
        kill();
        wait();
        if (output_ >= 0) close(output_);
    }
    // Without its end; "" = it ended, or said nothing for a minute.
    std::string line() {
        for (;;) {
            if (const auto end = said_.find('\n'); end != std::string::npos) {
                auto out = said_.substr(0, end);
                said_.erase(0, end + 1);
                return out;
            }
            pollfd ready{output_, POLLIN, 0};
            char bytes[4096];
            if (poll(&ready, 1, 60'000) <= 0) return {};
            const auto got = read(output_, bytes, sizeof bytes);
            if (got <= 0) return {};
            said_.append(bytes, static_cast<std::size_t>(got));
        }
    }
    void kill() const {
        if (pid_ > 0) ::kill(pid_, SIGKILL);
    }
    // What it says, and its exit code; one that says nothing for so long is killed.
    std::pair<std::string, int> run() {
        auto said = line();
        if (said.empty()) kill();  // no more than one that is ending anyway
        return {std::move(said), wait()};
    }
    int wait() {  // its exit code; -1 = it was killed
        if (pid_ <= 0) return -1;
        int status = 0;
        waitpid(std::exchange(pid_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t pid_ = -1;
    int output_ = -1;
    std::string said_;
};

}  // namespace ipcscope::testing

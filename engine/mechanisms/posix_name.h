// Names of POSIX shared memory, semaphores and message queues (shm_overview(7), sem_overview(7),
// mq_overview(7)). They are the same for the whole machine, so a session that says "/hello" meets every other
// program that does.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms {

// What the call is given: a name with a leading slash as it is; one without is private to the run, as a
// relative path is: "hello" becomes "/ipcscope-AbCdEf-hello", the same in all workers of the run.
inline std::string posix_name(const std::string& given) {
    if (given.empty() || given.front() == '/') return given;
    const char* run = std::getenv("IPCSCOPE_RUN");  // the run's directory, ".../run-AbCdEf"
    const std::string_view path = run ? run : "";
    const auto dash = path.rfind('-');
    const auto id = dash == std::string_view::npos ? std::string_view("0") : path.substr(dash + 1);
    return "/ipcscope-" + std::string(id) + "-" + given;
}

}  // namespace ipcscope::mechanisms

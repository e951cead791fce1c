#include "mechanisms/signal_code.h"

namespace ipcscope::mechanisms {

namespace {

// What waitpid tells: how the child ended, or that it was stopped or goes on.
std::vector<ResultCode> wait_results() {
    return {
        {"status",
         {.c = "WEXITSTATUS(status) if ret > 0 && WIFEXITED(status)",
          .python = "os.WEXITSTATUS(status) if ret > 0 and os.WIFEXITED(status)"}},
        {"signal",
         {.c = "%s signal_name(WIFSTOPPED(status) ? WSTOPSIG(status) : WTERMSIG(status)) if ret > 0 && "
               "(WIFSIGNALED(status) || WIFSTOPPED(status))",
          .python =
              "%s signal_name(os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.WTERMSIG(status)) if "
              "ret > 0 and (os.WIFSIGNALED(status) or os.WIFSTOPPED(status))"}},
        {"core",
         {.c = "WCOREDUMP(status) if ret > 0 && WIFSIGNALED(status)",
          .python = "os.WCOREDUMP(status) if ret > 0 and os.WIFSIGNALED(status)"}},
        {"stopped",
         {.c = "1 if ret > 0 && WIFSTOPPED(status)", .python = "True if ret > 0 and os.WIFSTOPPED(status)"}},
        {"continued",
         {.c = "1 if ret > 0 && WIFCONTINUED(status)",
          .python = "True if ret > 0 and os.WIFCONTINUED(status)"}}};
}

}  // namespace

const MechanismCode& process_code();
const MechanismCode& process_code() {
    const Needs waits{.includes = "sys/wait.h"};
    static const MechanismCode code{
        .id = "process",
        .needs = {.includes = "unistd.h", .imports = "os"},
        .python_names = {{"W", "os."}},
        .helpers = {signal_name_code()},
        .operations = {{"fork",
                        {.c = "ret = start_worker({child.id}, {child.run});",
                         .python = "ret = start_worker({child.id}, {child.run})"}},
                       {.verb = "exit",
                        .call = {.c = "_exit({status});", .python = "os._exit({status})"},
                        .ends = true},
                       {"kill",
                        {.c = "ret = kill({worker}, {signal});", .python = "os.kill({worker}, {signal})"},
                        {},
                        {.includes = "signal.h", .imports = "signal"}},
                       {"wait",
                        {.c = "int status = 0;\nret = waitpid({child}, &status, {flags});",
                         .python = "ret, status = os.waitpid({child}, {flags})"},
                        wait_results(),
                        waits},
                       {"wait_any",
                        {.c = "int status = 0;\nret = waitpid(-1, &status, {flags});",
                         .python = "ret, status = os.waitpid(-1, {flags})"},
                        wait_results(),
                        waits},
                       {"get_pid", {.c = "ret = getpid();", .python = "ret = os.getpid()"}},
                       {"get_ppid", {.c = "ret = getppid();", .python = "ret = os.getppid()"}}},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

// What keeps the processes of a generated C or C++ program in the order of the session.
#include "codegen/helpers.h"

namespace ipcscope {

namespace {

const char* const c_take_turn =
    R"(// Waits until it is this process's turn. No turn within a minute: somebody does not go on, so give up.
static void take_turn(int me)
{
    int kept = errno;  // of the call before, whose outcome is looked at now
    struct timespec deadline;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec += 60;
    while (sem_timedwait(&shared->turn[me], &deadline) == -1) {
        if (errno == EINTR)  // a signal handler ran: wait on
            continue;
        perror("waiting for the turn");
        shared->failed = true;
        break;
    }
    if (shared->failed)
        _exit(me == MAIN ? finish() : EXIT_FAILURE);
    errno = kept;
})";
const char* const cpp_take_turn =
    R"(// Waits until it is this process's turn. No turn within a minute: somebody does not go on, so give up.
void take_turn(Process me)
{
    const int kept = errno;  // of the call before, whose outcome is looked at now
    timespec deadline{};
    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec += 60;
    while (sem_timedwait(&shared->turn[me], &deadline) == -1)
        if (errno != EINTR) die("waiting for the turn");  // EINTR: a signal handler ran
    if (shared->failed) throw std::runtime_error("somebody else has failed");
    errno = kept;
})";

const char* const c_give_turn = R"(// Lets another process go on.
static void give_turn(int next)
{
    sem_post(&shared->turn[next]);
})";
const char* const cpp_give_turn = R"(// Lets another process go on.
void give_turn(Process next)
{
    sem_post(&shared->turn[next]);
})";

const char* const c_start_call =
    R"(// Around a call that may sleep: the next process goes on when this one is asleep in the kernel.
static void start_call(int me, int next)
{
    shared->in_call[me] = true;
    give_turn(next);
})";
const char* const cpp_start_call =
    R"(// Around a call that may sleep: the next process goes on when this one is asleep in the kernel.
void start_call(Process me, Process next)
{
    shared->in_call[me] = true;
    give_turn(next);
})";
const char* const c_end_call = R"(static void end_call(int me)
{
    shared->in_call[me] = false;
})";
const char* const cpp_end_call = R"(void end_call(Process me)
{
    shared->in_call[me] = false;
})";

const char* const c_state_of =
    R"(// What a process does now, as in proc_pid_stat(5): S sleeps, T is stopped, Z has ended; 0 = it is gone.
static char state_of(pid_t pid)
{
    char path[32], line[512] = "";
    FILE *file;

    sprintf(path, "/proc/%d/stat", (int)pid);
    file = fopen(path, "r");
    if (file == NULL)
        return 0;
    if (fgets(line, sizeof line, file) == NULL)
        line[0] = '\0';
    fclose(file);
    char *name_end = strrchr(line, ')');  // the name may hold anything
    return name_end != NULL ? name_end[2] : 0;
})";
const char* const cpp_state_of =
    R"(// What a process does now, as in proc_pid_stat(5): S sleeps, T is stopped, Z has ended; 0 = it is gone.
char state_of(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto name_end = line.rfind(')');  // the name may hold anything
    return name_end != std::string::npos ? line[name_end + 2] : '\0';
})";

const char* const c_until_asleep =
    R"(// Waits until a call of another process has come back, or sleeps. Says so if it sleeps.
static void until_asleep(int who, const char *step)
{
    const struct timespec moment = {0, 100000};

    while (shared->in_call[who]) {
        char state = state_of(shared->pid[who]);

        if ((state == 'S' || state == 'T') && shared->in_call[who]) {
            if (step != NULL)
                printf("%s blocked\n", step);
            return;
        }
        nanosleep(&moment, NULL);
    }
})";
const char* const cpp_until_asleep =
    R"(// Waits until a call of another process has come back, or sleeps. Says so if it sleeps.
void until_asleep(Process who, const char* step)
{
    while (shared->in_call[who]) {
        const char state = state_of(shared->pid[who]);
        if ((state == 'S' || state == 'T') && shared->in_call[who]) {
            if (step) std::cout << step << " blocked\n";
            return;
        }
        const timespec moment{0, 100'000};
        nanosleep(&moment, nullptr);
    }
})";

const char* const c_until_ended = R"(// Waits until a process has ended: it is a zombie then, or gone.
static void until_ended(int who)
{
    const struct timespec moment = {0, 100000};
    char state;

    while ((state = state_of(shared->pid[who])) != 'Z' && state != 'X' && state != 0 && !shared->failed)
        nanosleep(&moment, NULL);
    shared->in_call[who] = false;
})";
const char* const cpp_until_ended = R"(// Waits until a process has ended: it is a zombie then, or gone.
void until_ended(Process who)
{
    const std::string_view ended("ZX", 3);  // and the 0 at its end
    while (ended.find(state_of(shared->pid[who])) == ended.npos && !shared->failed) {
        const timespec moment{0, 100'000};
        nanosleep(&moment, nullptr);
    }
    shared->in_call[who] = false;
})";

const char* const c_interrupted =
    R"(// Does nothing: it is only there so that a call that sleeps comes back with EINTR.
static void interrupted(int signo)
{
    (void)signo;
})";
const char* const cpp_interrupted =
    R"(// Does nothing: it is only there so that a call that sleeps comes back with EINTR.
void interrupted(int) {})";

const char* const c_reap = R"(// Waits for all children of this process, and says how each of them ended.
static void reap_children(void)
{
    for (;;) {
        int status;
        pid_t pid = waitpid(-1, &status, 0);
        const char *name = "a child";

        if (pid == -1 && errno == EINTR)
            continue;
        if (pid == -1)
            return;
        for (int who = 0; who < MAIN; who++)
            if (shared->pid[who] == pid)
                name = names[who];
        if (WIFEXITED(status))
            printf("%s: exited %d\n", name, WEXITSTATUS(status));
        else if (WIFSIGNALED(status) && sigabbrev_np(WTERMSIG(status)) != NULL)
            printf("%s: killed SIG%s\n", name, sigabbrev_np(WTERMSIG(status)));
        else
            printf("%s: killed by signal %d\n", name, WTERMSIG(status));
    }
})";
const char* const cpp_reap = R"(// Waits for all children of this process, and says how each of them ended.
void reap_children()
{
    for (;;) {
        int status = 0;
        const pid_t pid = waitpid(-1, &status, 0);
        if (pid == -1 && errno == EINTR) continue;
        if (pid == -1) return;
        std::string_view name = "a child";
        for (int who = 0; who < MAIN; ++who)
            if (shared->pid[who] == pid) name = names[who];
        std::cout << name << ": ";
        if (WIFEXITED(status))
            std::cout << "exited " << WEXITSTATUS(status) << '\n';
        else if (const char* signal = sigabbrev_np(WTERMSIG(status)))
            std::cout << "killed SIG" << signal << '\n';
        else
            std::cout << "killed by signal " << WTERMSIG(status) << '\n';
    }
})";

const char* const c_start_worker = R"(// Makes a process that does what `run` says, and nothing else.
static pid_t start_worker(int who, void (*run)(void))
{
    pid_t pid = fork();

    if (pid == 0) {
        run();
        _exit(EXIT_SUCCESS);
    }
    if (pid > 0)
        shared->pid[who] = pid;
    return pid;
})";
const char* const cpp_start_worker = R"(// Makes a process that does what `run` says, and nothing else.
pid_t start_worker(Process who, void (*run)())
{
    const pid_t pid = fork();
    if (pid == 0) {
        try {
            run();
        } catch (const std::exception& error) {  // main() sees it and ends the others
            std::cerr << error.what() << '\n';
            shared->failed = true;
            sem_post(&shared->turn[MAIN]);
            _exit(EXIT_FAILURE);
        }
        _exit(EXIT_SUCCESS);
    }
    if (pid > 0) shared->pid[who] = pid;
    return pid;
})";

const char* const c_remove_one =
    R"(static int remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status, (void)type, (void)place;
    return remove(path);
})";

}  // namespace

std::vector<HelperCode> c_turn_helpers(bool cpp) {
    const auto one = [cpp](const char* name, const char* c, const char* in_cpp, Needs needs = {}) {
        return HelperCode{name, {.c = cpp ? in_cpp : c}, needs};
    };
    return {
        one("state_of", c_state_of, cpp_state_of, {"string.h", "fstream string"}),
        one("until_asleep", c_until_asleep, cpp_until_asleep, {"time.h", "iostream"}),
        one("until_ended", c_until_ended, cpp_until_ended, {"time.h", "string_view"}),
        one("interrupted", c_interrupted, cpp_interrupted, {.includes = "signal.h"}),
        one("reap_children", c_reap, cpp_reap, {"errno.h string.h sys/wait.h", "iostream string_view"}),
        one("remove_one", c_remove_one, "", {.includes = "ftw.h sys/stat.h"}),
        one("finish", "", ""),  // its text is the program's own
        one("give_turn", c_give_turn, cpp_give_turn, {.includes = "semaphore.h"}),
        one("take_turn", c_take_turn, cpp_take_turn, {"errno.h semaphore.h time.h", "stdexcept"}),
        one("start_call", c_start_call, cpp_start_call),
        one("end_call", c_end_call, cpp_end_call),
        one("start_worker", c_start_worker, cpp_start_worker, {"unistd.h", "exception iostream"}),
    };
}

}  // namespace ipcscope

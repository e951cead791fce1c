#include "codegen/helpers.h"

namespace ipcscope {

namespace {

const char* const c_die =
    R"(// Says what went wrong, and ends this process. main() sees it and ends the others.
static _Noreturn void die(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    shared->failed = true;
    sem_post(&shared->turn[MAIN]);
    _exit(EXIT_FAILURE);
})";
const char* const c_die_alone = R"(// Says what went wrong, and ends the program.
static _Noreturn void die(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(EXIT_FAILURE);
})";
const char* const cpp_die = R"(// What went wrong, with the words of errno.
[[noreturn]] void die(const std::string& what)
{
    throw std::system_error(errno, std::generic_category(), what);
})";

const char* const c_unexpected = R"(// The session knows another outcome: what follows would make no sense.
static _Noreturn void unexpected(const char *step, long ret)
{
    fprintf(stderr, "%s: an unexpected outcome, %ld\n", step, ret);
    die(step);
})";
const char* const cpp_unexpected = R"(// The session knows another outcome: what follows would make no sense.
[[noreturn]] void unexpected(const std::string& step, long ret)
{
    die(step + ": an unexpected outcome, " + std::to_string(ret));
})";

const char* const c_report = R"(// Says how a call ended, when both ends are fine.
static void report(const char *step, long ret)
{
    if (ret == -1)
        printf("%s %s\n", step, strerrorname_np(errno));
    else
        printf("%s = %ld\n", step, ret);
})";
const char* const cpp_report = R"(// Says how a call ended, when both ends are fine.
void report(const std::string& step, long ret)
{
    if (ret == -1)
        std::cout << step << ' ' << strerrorname_np(errno) << '\n';
    else
        std::cout << step << " = " << ret << '\n';
})";

const char* const c_quoted =
    R"(// Bytes as text: what is not ASCII, or cannot be printed, as \xNN. It is good until the next call.
static const char *quoted(const void *data, size_t size)
{
    static char text[4 * SHOWN + 8];
    const unsigned char *bytes = data;
    char *end = text;

    *end++ = '"';
    for (size_t i = 0; i < size && i < SHOWN; i++) {
        if (bytes[i] == '\n')
            end += sprintf(end, "\\n");
        else if (bytes[i] < ' ' || bytes[i] >= 127)
            end += sprintf(end, "\\x%02x", bytes[i]);
        else if (bytes[i] == '"' || bytes[i] == '\\')
            end += sprintf(end, "\\%c", bytes[i]);
        else
            *end++ = (char)bytes[i];
    }
    sprintf(end, size > SHOWN ? "\"..." : "\"");
    return text;
})";
const char* const cpp_quoted = R"(// Bytes as text: what is not ASCII, or cannot be printed, as \xNN.
std::string quoted(const void* data, std::size_t size)
{
    const std::string_view bytes(static_cast<const char*>(data), std::min<std::size_t>(size, SHOWN));
    std::string text = "\"";
    for (const unsigned char c : bytes) {
        char escaped[8] = {static_cast<char>(c)};
        if (c == '\n')
            std::strcpy(escaped, "\\n");
        else if (c < ' ' || c >= 127)
            std::snprintf(escaped, sizeof escaped, "\\x%02x", c);
        else if (c == '"' || c == '\\')
            std::snprintf(escaped, sizeof escaped, "\\%c", c);
        text += escaped;
    }
    return text + (size > SHOWN ? "\"..." : "\"");
})";

const char* const c_repeated =
    R"(// `size` bytes, made of `data` again and again. They are good until the next call.
static const char *repeated(const char *data, size_t length, size_t size)
{
    static char *text;

    free(text);
    text = malloc(size + 1);
    if (text == NULL)
        die("repeated");
    for (size_t i = 0; i < size; i++)
        text[i] = length > 0 ? data[i % length] : '\0';
    return text;
})";
const char* const cpp_repeated =
    R"(// `size` bytes, made of `data` again and again. They are good until the next call.
const char* repeated(const char* data, std::size_t length, std::size_t size)
{
    static std::string text;
    text.resize(size);
    for (std::size_t i = 0; i < size; ++i)
        text[i] = length > 0 ? data[i % length] : '\0';
    return text.data();
})";

const char* const c_mapping = R"(// Memory that is seen in this process at `address`.
struct mapping {
    char *address;
    size_t size;
};)";

const char* const c_bytes = R"(// What was received and is used again later.
struct received {
    size_t size;
    char bytes[4096];
};)";
const char* const c_keep = R"(static void keep(struct received *kept, const void *data, size_t size)
{
    kept->size = size < sizeof kept->bytes ? size : sizeof kept->bytes;
    memcpy(kept->bytes, data, kept->size);
})";
const char* const cpp_keep = R"(void keep(received* kept, const void* data, std::size_t size)
{
    kept->size = std::min(size, sizeof kept->bytes);
    std::memcpy(kept->bytes, data, kept->size);
})";

const char* const cpp_unique_fd =
    R"(// Owns a descriptor: closed when it goes, or when another one takes its place.
class UniqueFd {
public:
    UniqueFd() = default;
    UniqueFd(const UniqueFd&) = delete;
    UniqueFd& operator=(const UniqueFd&) = delete;
    ~UniqueFd() { reset(); }

    int get() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }  // for a close() whose outcome is looked at
    void reset(int fd = -1)
    {
        if (fd_ >= 0) close(fd_);
        fd_ = fd;
    }

private:
    int fd_ = -1;
};)";

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

std::vector<HelperCode> c_types(bool cpp) {
    std::vector<HelperCode> all = {
        {"mapping", {.c = c_mapping}, {}},
        {"received", {.c = c_bytes}, {}},
    };
    if (cpp)
        all.push_back(
            {"UniqueFd", {.c = cpp_unique_fd}, {.includes = "unistd.h", .cpp_includes = "utility"}});
    return all;
}

std::vector<HelperCode> c_helpers(bool cpp, bool alone) {
    const auto one = [cpp](const char* name, const char* c, const char* in_cpp, Needs needs = {}) {
        return HelperCode{name, {.c = cpp ? in_cpp : c}, needs};
    };
    return {
        one("die", alone ? c_die_alone : c_die, cpp_die,
            {"errno.h string.h unistd.h", "string system_error"}),
        one("unexpected", c_unexpected, cpp_unexpected, {.cpp_includes = "string"}),
        one("report", c_report, cpp_report, {"errno.h string.h", "string iostream"}),
        one("SHOWN", "enum { SHOWN = @SHOWN@ };  // bytes of what was received, at most",
            "constexpr std::size_t SHOWN = @SHOWN@;  // bytes of what was received, at most"),
        one("quoted", c_quoted, cpp_quoted, {.cpp_includes = "algorithm cstdio cstring string string_view"}),
        one("repeated", c_repeated, cpp_repeated, {.cpp_includes = "string"}),
        one("keep", c_keep, cpp_keep, {"string.h", "algorithm cstring"}),
    };
}

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

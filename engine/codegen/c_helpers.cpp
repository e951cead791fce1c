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

}  // namespace ipcscope

// What a run recorded, and how it is told from what others made. A queue's inode number is given once in the
// life of the system (the kernel's counter has 32 bits), its device is the IPC namespace's.
#include "mechanisms/posix_mq/queue.h"

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::posix_mq {
namespace {

// Where a name means something: IPC namespace and boot.
std::string place() {
    struct stat about {};
    std::string boot;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
    const auto space = ::stat("/proc/self/ns/ipc", &about) == 0 ? about.st_ino : 0;
    return fmt::format("{}:{}", space, boot.empty() ? "unknown" : boot);
}

// The name in hexadecimal, so that a line stays a line.
std::string record(const std::string& identity, const std::string& name) {
    std::string out = fmt::format("mq {} {} ", identity, place());
    for (const char c : name)
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

std::string identity_of(const struct stat& status) {
    return fmt::format("{}:{}", status.st_dev, status.st_ino);
}

struct Record {
    std::string identity;  // as identity_of, or '@' and the second of the intent
    std::string place;
    std::string name;
};

std::optional<Record> parse(const std::string& text) {
    std::istringstream in(text);
    Record out;
    std::string word, hex;
    if (!(in >> word >> out.identity >> out.place >> hex) || word != "mq" || hex.size() % 2 != 0 ||
        hex.find_first_not_of("0123456789abcdef") != std::string::npos)
        return {};
    for (std::size_t i = 0; i < hex.size(); i += 2)
        out.name += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return out;
}

std::optional<struct stat> opened(const std::string& name, int access) {
    const mqd_t queue = mq_open(name.c_str(), access | O_NONBLOCK);
    if (queue == -1) return {};
    struct stat status {};
    const int failed = ::fstat(queue, &status);
    mq_close(queue);
    return failed == 0 ? std::optional(status) : std::nullopt;
}

}  // namespace

Result<std::optional<struct stat>> find_queue(const std::string& name) {
    if (auto status = opened(name, O_RDONLY)) return status;
    if (errno == EACCES)
        if (auto status = opened(name, O_WRONLY)) return status;
    if (errno == ENOENT) return std::optional<struct stat>();
    const int code = errno;
    // Where the queues are mounted, even one that we may neither read nor write can be told by its name.
    struct stat status {};
    if (code == EACCES && ::lstat(("/dev/mqueue" + name).c_str(), &status) == 0) return std::optional(status);
    return system_failure("looking at the message queue " + name, "mq_open", code);
}

bool is_free(const std::string& name) {
    const auto found = find_queue(name);
    return found && !*found;
}

std::string record_of(const struct stat& status, const std::string& name) {
    return record(identity_of(status), name);
}

std::string intent_of(const std::string& name) {
    return record(fmt::format("@{}", std::time(nullptr)), name);
}

std::string describe(const std::string& text) {
    const auto found = parse(text);
    return found ? "POSIX message queue " + found->name : text;
}

Result<std::string> remove(const std::string& text, bool intended) {
    const auto wanted = parse(text);
    if (!wanted) return failure("not a record of a POSIX message queue: " + text);
    if (wanted->place != place()) return std::string();
    const auto found = find_queue(wanted->name);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::string();
    const auto& status = **found;
    // Of an intended one only the name is known, and that nothing had it then. Times move on with every
    // message, never back.
    const bool ours =
        intended && wanted->identity.front() == '@'
            ? status.st_uid == ::geteuid() && status.st_ctime >= std::atoll(wanted->identity.c_str() + 1)
            : wanted->identity == identity_of(status);
    if (!ours) return std::string();
    if (mq_unlink(wanted->name.c_str()) != 0)
        return system_failure("removing the message queue " + wanted->name, "mq_unlink");
    return "removed POSIX message queue " + wanted->name;
}

}  // namespace ipcscope::mechanisms::posix_mq

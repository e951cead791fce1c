#include "base/unique_fd.h"
#include "mechanisms/posix_mq/queue.h"

#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace ipcscope::mechanisms::posix_mq {
namespace {

// "QSIZE:5 NOTIFY:0 SIGNO:10 NOTIFY_PID:1288", which every queue says of itself to who reads it as a file.
// Needs a descriptor for reading; one for writing is opened anew, which disturbs nobody.
std::string status_text(int queue) {
    char text[256];
    auto length = ::pread(queue, text, sizeof text, 0);
    if (length < 0 && errno == EBADF) {
        const UniqueFd readable(::open(fmt::format("/proc/self/fd/{}", queue).c_str(), O_RDONLY | O_CLOEXEC));
        length = readable ? ::pread(readable.get(), text, sizeof text, 0) : -1;
    }
    return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string();
}

}  // namespace

std::int64_t system_value(const char* name, std::int64_t otherwise) {
    std::int64_t value = 0;
    std::ifstream file(fmt::format("/proc/sys/fs/mqueue/{}", name));
    return file >> value ? value : otherwise;
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int queue = static_cast<int>(native);
    mq_attr attr{};
    struct stat status {};
    if (mq_getattr(queue, &attr) != 0)
        return system_failure("the attributes of the queue cannot be read", "mq_getattr");
    if (::fstat(queue, &status) != 0) return system_failure("the queue cannot be looked at", "fstat");
    Fields out{{"messages", attr.mq_curmsgs}};
    Fields registration;
    std::istringstream words(status_text(queue));
    for (std::string word; words >> word;) {
        const auto colon = word.find(':');
        if (colon == std::string::npos) continue;
        const auto name = word.substr(0, colon);
        const auto value = std::atoll(word.c_str() + colon + 1);
        if (name == "QSIZE") out.emplace_back("bytes", value);
        if (name == "NOTIFY") registration.emplace_back("notify", value);
        if (name == "SIGNO") registration.emplace_back("signal", value);
        if (name == "NOTIFY_PID") registration.emplace_back("notify_pid", value);
    }
    out.emplace_back("capacity", attr.mq_maxmsg * attr.mq_msgsize);
    out.emplace_back("maxmsg", attr.mq_maxmsg);
    out.emplace_back("msgsize", attr.mq_msgsize);
    out.emplace_back("flags", attr.mq_flags);
    // A registration without a process is none: its kind would read as SIGEV_SIGNAL, which is 0.
    if (registration.size() == 3 && registration.back().second.integer() == 0)
        registration[0].second = Value(std::int64_t{deregister});
    for (auto& field : registration)
        out.push_back(std::move(field));
    out.emplace_back("mode", status.st_mode & 07777u);
    out.emplace_back("uid", status.st_uid);
    out.emplace_back("gid", status.st_gid);
    return out;
}

}  // namespace ipcscope::mechanisms::posix_mq

#include "mechanisms/sysv_msg/queue.h"
#include "mechanisms/sysv_params.h"

#include <algorithm>
#include <fstream>

namespace ipcscope::mechanisms::sysv_msg {
namespace {

constexpr int max_shown = 256;             // messages
constexpr std::size_t max_text = 256;      // bytes of each
constexpr std::size_t max_room = 1 << 20;  // bytes of buffer, where msgmax is set higher

// MSG_COPY never cuts short, so the buffer must hold the longest message there may be.
std::size_t longest_message() {
    std::size_t limit = 0;
    std::ifstream("/proc/sys/kernel/msgmax") >> limit;
    return std::clamp<std::size_t>(limit, 8192, max_room);
}

struct Contents {
    List messages;
    std::string note;
};

Contents peek_all(int id, std::size_t count) {
    static MessageBuffer message;
    const std::size_t room = longest_message();
    message.reserve(room);
    Contents out;
    for (int index = 0; index < max_shown; ++index) {
        const auto size = msgrcv(id, message.data(), room, index, MSG_COPY | IPC_NOWAIT);
        if (size < 0 && errno == ENOMSG) return out;
        if (size < 0) {
            out.note = std::string("message ") + std::to_string(index) +
                       " and those behind it are not shown: " + errno_name(errno);
            return out;
        }
        const auto length = static_cast<std::size_t>(size);
        out.messages.push_back(Fields{{"type", message.type()},
                                      {"size", size},
                                      {"data", std::string(message.text(), std::min(length, max_text))}});
    }
    if (count > max_shown)
        out.note = "the first " + std::to_string(max_shown) + " of " + std::to_string(count) + " messages";
    return out;
}

bool same(const msqid_ds& a, const msqid_ds& b) {
    return a.msg_qnum == b.msg_qnum && a.msg_cbytes == b.msg_cbytes && a.msg_lspid == b.msg_lspid &&
           a.msg_lrpid == b.msg_lrpid && a.msg_stime == b.msg_stime && a.msg_rtime == b.msg_rtime;
}

}  // namespace

Fields facts(const msqid_ds& queue) {
    Fields out{{"messages", queue.msg_qnum}, {"cbytes", queue.msg_cbytes}, {"qbytes", queue.msg_qbytes},
               {"lspid", queue.msg_lspid},   {"lrpid", queue.msg_lrpid},   {"stime", queue.msg_stime},
               {"rtime", queue.msg_rtime},   {"ctime", queue.msg_ctime}};
    for (auto& field : sysv::permission_fields(queue.msg_perm))
        out.push_back(std::move(field));
    return out;
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int id = static_cast<int>(native);
    msqid_ds before{};
    if (msgctl(id, IPC_STAT, &before) != 0) return system_failure("the queue cannot be read", "msgctl");
    // A place in the queue shifts while others receive: look again if something moved, then say so.
    for (int attempt = 0;; ++attempt) {
        auto contents = peek_all(id, before.msg_qnum);
        msqid_ds after{};
        if (msgctl(id, IPC_STAT, &after) != 0) return system_failure("the queue cannot be read", "msgctl");
        const bool steady = same(before, after);
        if (!steady && attempt < 2) {
            before = after;
            continue;
        }
        if (!steady && contents.note.empty()) contents.note = "the queue moved while it was looked at";
        auto out = facts(after);
        for (auto& [name, value] : out) {  // the names that ViewHint::messages looks for
            if (name == "cbytes") name = "bytes";
            if (name == "qbytes") name = "capacity";
        }
        out.emplace_back("contents", std::move(contents.messages));
        out.emplace_back("note", std::move(contents.note));
        return out;
    }
}

}  // namespace ipcscope::mechanisms::sysv_msg

#include "base/clock.h"
#include "mechanisms/sysv_msg/queue.h"
#include "mechanisms/sysv_params.h"

#include <algorithm>
#include <fstream>

namespace ipcscope::mechanisms::sysv_msg {
namespace {

constexpr std::size_t max_room = 1 << 20;  // bytes of buffer, where msgmax is set higher
// To look at the last of many messages takes the kernel as long as there are messages before it.
constexpr std::int64_t longest_ns = 2'000'000'000;

// MSG_COPY never cuts short, so the buffer must hold the longest message there may be.
std::size_t longest_message(const ContentsLimits& limits) {
    std::size_t limit = 0;
    std::ifstream("/proc/sys/kernel/msgmax") >> limit;
    return std::clamp<std::size_t>(limit, 8192, std::max(max_room, limits.each));
}

struct Contents {
    List messages;
    std::string note;
};

Contents peek_all(int id, std::size_t count, const ContentsLimits& limits, std::int64_t until_ns) {
    static MessageBuffer message;
    const std::size_t room = longest_message(limits);
    message.reserve(room);
    Contents out;
    std::size_t left = limits.all, cut = 0;
    for (std::size_t shown = 0; shown < limits.messages; ++shown) {
        if (shown < count && (left == 0 || (shown % 64 == 63 && now_ns() > until_ns))) break;
        const auto size = msgrcv(id, message.data(), room, static_cast<long>(shown), MSG_COPY | IPC_NOWAIT);
        if (size < 0 && errno == ENOMSG) break;
        if (size < 0) {
            out.note = std::string("message ") + std::to_string(shown) +
                       " and those behind it are not shown: " + errno_name(errno);
            return out;
        }
        const auto length = static_cast<std::size_t>(size), kept = std::min({length, limits.each, left});
        if (kept < length) ++cut;
        left -= kept;
        out.messages.push_back(
            Fields{{"type", message.type()}, {"size", size}, {"data", std::string(message.text(), kept)}});
    }
    const auto shown = out.messages.size();
    if (shown < count)
        out.note = "the first " + std::to_string(shown) + " of " + std::to_string(count) + " messages";
    if (cut > 0 && limits.tell_cut)
        out.note += (out.note.empty() ? "" : ", ") + std::to_string(cut) + " of " + std::to_string(shown) +
                    " messages are cut short";
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
    return look_into(static_cast<int>(native), {.tell_cut = false});  // its size is shown beside it
}

Result<Fields> look_into(int id, const ContentsLimits& limits) {
    const auto until_ns = now_ns() + longest_ns;
    msqid_ds before{};
    if (msgctl(id, IPC_STAT, &before) != 0) return system_failure("the queue cannot be read", "msgctl");
    // A place in the queue shifts while others receive: look again if something moved, then say so.
    for (int attempt = 0;; ++attempt) {
        auto contents = peek_all(id, before.msg_qnum, limits, until_ns);
        msqid_ds after{};
        if (msgctl(id, IPC_STAT, &after) != 0) return system_failure("the queue cannot be read", "msgctl");
        const bool steady = same(before, after);
        if (!steady && attempt < 2 && now_ns() < until_ns) {
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

// Message queues of the machine, as the kernel lists them for everybody (msgctl(2), MSG_STAT_ANY).
#include "mechanisms/sysv_monitor.h"
#include "mechanisms/sysv_msg/queue.h"

#include <sys/msg.h>
#include <sys/syscall.h>

namespace ipcscope::mechanisms {
namespace {

constexpr const char* noun = "message queue";

struct Queues {
    MonitorKind kind{"sysv_msg", "queue"};
    sysv::IdentityFields identity{kind};
    std::size_t messages = kind.field("messages"), cbytes = kind.field("cbytes"),
                qbytes = kind.field("qbytes"), lspid = kind.field("lspid"), stime = kind.field("stime"),
                lrpid = kind.field("lrpid"), rtime = kind.field("rtime"), ctime = kind.field("ctime");
};

class MessageQueues : public Monitor {
public:
    Interests interests() const override { return {.syscalls = {SYS_msgsnd, SYS_msgrcv}}; }

    void begin(Sample& sample) override {
        known_.begin(sample.taken_ns());
        each_ipc_space(sample, queues_.kind.index(), "message queues", [&](std::uint64_t space) {
            space_ = space;
            list(sample);
        });
    }

    void list(Sample& sample) {
        msginfo info{};
        const int last = msgctl(0, MSG_INFO, reinterpret_cast<msqid_ds*>(&info));
        const auto look = [&](int index) {
            msqid_ds queue{};
            const int id = msgctl(index, MSG_STAT_ANY, &queue);
            if (id >= 0) add(sample, id, queue, true);
            return id;
        };
        if (!sysv::walk_slots(last, static_cast<std::size_t>(std::max(info.msgpool, 0)), look))
            read_list(sample);
    }

    void sleeping(Sample& sample, const SeenSleep& sleep) override {
        const auto queue =
            sample.find(queues_.kind.index(), key_in_space(sample, ipc_space_of(sample, sleep.process),
                                                           std::to_string(static_cast<int>(sleep.args[0]))));
        if (queue == none_index) return;
        const bool sends = sleep.syscall == SYS_msgsnd;
        sample.wait({.object = queue,
                     .process = sleep.process,
                     .thread = sleep.thread,
                     .syscall = sleep.syscall,
                     .direction = sends ? Access::write : Access::read,
                     .words = sample.text(sends ? sending(sleep) : receiving(sleep))});
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        const auto id = sysv::id_of(request.key);
        if (!id) return failure(sysv::no_id(request.key, noun));
        const auto limit = request.limit;
        auto state = sysv_msg::look_into(
            *id, {.messages = std::max<std::size_t>(256, limit / 256), .each = limit, .all = limit});
        if (!state) {
            if (state.error().code == EACCES) return failure(sysv::not_readable(noun));
            if (!find_sysv(SysvKind::message_queue, *id))
                return failure(fmt::format("there is no {} {} any more", noun, *id));
            return tl::unexpected(state.error());
        }
        Peeked out;
        out.tier = sysv::tier_of_reading(*state);
        out.how = "msgrcv with MSG_COPY: copies, nothing was taken and no figure of it changed";
        if (const auto* note = argument(*state, "note")) out.note = note->bytes();
        out.state = std::move(*state);
        return out;
    }

    Status act(const ActRequest& request) override {
        const auto id = sysv::id_of(request.key);
        if (!id) return failure(sysv::no_id(request.key, noun));
        if (auto known = known_.check(SysvKind::message_queue, *id, noun, request.seen_ns); !known)
            return known;
        if (request.action == ActionKind::remove) {
            if (msgctl(*id, IPC_RMID, nullptr) == 0) return {};
            return system_failure(fmt::format("{} {} cannot be removed", noun, *id), "msgctl");
        }
        msqid_ds queue{};
        if (msgctl(*id, IPC_STAT, &queue) != 0)
            return system_failure(fmt::format("{} {} cannot be read", noun, *id), "msgctl");
        const auto& args = request.args;
        auto& perm = queue.msg_perm;
        perm.mode = static_cast<mode_t>(argument_or(args, "mode", perm.mode & 0777));
        perm.uid = static_cast<uid_t>(argument_or(args, "uid", perm.uid));
        perm.gid = static_cast<gid_t>(argument_or(args, "gid", perm.gid));
        queue.msg_qbytes =
            static_cast<msglen_t>(argument_or(args, "qbytes", static_cast<std::int64_t>(queue.msg_qbytes)));
        if (msgctl(*id, IPC_SET, &queue) == 0) return {};
        return system_failure(fmt::format("{} {} cannot be changed", noun, *id), "msgctl");
    }

private:
    void add(Sample& sample, int id, const msqid_ds& queue, bool with_limit) {
        if (space_ == sample.ipc_namespace()) known_.add(id, queue.msg_perm);
        const auto& q = queues_;
        const auto object =
            sysv::add_object(sample, q.kind.index(), q.identity, space_, id, queue.msg_perm, queue.msg_ctime);
        const auto number = [](auto n) { return static_cast<std::int64_t>(n); };
        sample.set(object, q.messages, number(queue.msg_qnum));
        sample.set(object, q.cbytes, number(queue.msg_cbytes));
        if (with_limit)
            sample.set(object, q.qbytes, number(queue.msg_qbytes));
        else
            sample.set_missing(object, q.qbytes, CellState::not_available,
                               "only MSG_STAT_ANY tells it (Linux 4.17)");
        sample.set(object, q.lspid, queue.msg_lspid);
        sample.set(object, q.stime, queue.msg_stime);
        sample.set(object, q.lrpid, queue.msg_lrpid);
        sample.set(object, q.rtime, queue.msg_rtime);
        sample.set(object, q.ctime, queue.msg_ctime);
        hold_trace(sample, object, queue.msg_lspid, queue.msg_stime, Hold::last_user, Access::write);
        hold_trace(sample, object, queue.msg_lrpid, queue.msg_rtime, Hold::last_user, Access::read);
    }

    void read_list(Sample& sample) {
        static constexpr std::array<std::string_view, 14> columns{"key",   "msqid", "perms", "cbytes", "qnum",
                                                                  "lspid", "lrpid", "uid",   "gid",    "cuid",
                                                                  "cgid",  "stime", "rtime", "ctime"};
        const auto row = [&](const std::array<std::int64_t, 14>& n) {
            const int id = static_cast<int>(n[1]);
            msqid_ds queue{};
            if (msgctl(id, MSG_STAT_ANY, &queue) == id) return add(sample, id, queue, true);
            queue.msg_perm.__key = static_cast<key_t>(n[0]);
            queue.msg_perm.mode = static_cast<mode_t>(n[2]);
            queue.msg_cbytes = static_cast<msglen_t>(n[3]);
            queue.msg_qnum = static_cast<msgqnum_t>(n[4]);
            queue.msg_lspid = static_cast<pid_t>(n[5]);
            queue.msg_lrpid = static_cast<pid_t>(n[6]);
            queue.msg_perm.uid = static_cast<uid_t>(n[7]);
            queue.msg_perm.gid = static_cast<gid_t>(n[8]);
            queue.msg_perm.cuid = static_cast<uid_t>(n[9]);
            queue.msg_perm.cgid = static_cast<gid_t>(n[10]);
            queue.msg_stime = n[11];
            queue.msg_rtime = n[12];
            queue.msg_ctime = n[13];
            add(sample, id, queue, false);
        };
        if (const auto read = sysv::read_rows("/proc/sysvipc/msg", columns, row); !read)
            sample.gap(queues_.kind.index(), read.error().text(), "/proc and CONFIG_SYSVIPC");
    }

    static std::string sending(const SeenSleep& sleep) {
        long type = 0;
        if (!sleep.memory(sleep.args[1], &type, sizeof type))
            return fmt::format("room for {} bytes", sleep.args[2]);
        return fmt::format("room for {} bytes of type {}", sleep.args[2], type);
    }

    static std::string receiving(const SeenSleep& sleep) {
        const auto type = static_cast<std::int64_t>(sleep.args[3]);
        if (type == 0) return "a message of any type";
        // The least number has no opposite: the kernel takes it for the greatest (msgop(2)).
        if (type < 0)
            return fmt::format("a message of a type up to {}", type == INT64_MIN ? INT64_MAX : -type);
        const bool others = (static_cast<int>(sleep.args[4]) & MSG_EXCEPT) != 0;
        return fmt::format("a message of {} {}", others ? "another type than" : "type", type);
    }

    Queues queues_;
    sysv::Known known_;
    std::uint64_t space_ = 0;  // that is listed now
};

}  // namespace

std::unique_ptr<Monitor> sysv_msg_monitor();

std::unique_ptr<Monitor> sysv_msg_monitor() {
    return std::make_unique<MessageQueues>();
}

}  // namespace ipcscope::mechanisms

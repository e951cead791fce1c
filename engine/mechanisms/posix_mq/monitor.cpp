// Message queues of the machine: the files of the mqueue file system, and those without a name (any more)
// that processes still have open.
#include "mechanisms/named_file_monitor.h"
#include "mechanisms/posix_mq/monitor_contents.h"
#include "mechanisms/posix_mq/queue.h"
#include "mechanisms/queue_directory.h"

#include <csignal>
#include <cstring>
#include <set>

#include <sys/syscall.h>
#include <sys/vfs.h>

namespace ipcscope::mechanisms {
namespace {

// The number behind "QSIZE:" and its kin in the text of a queue; -1 = it is not there.
std::int64_t number_behind(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    return at == std::string_view::npos ? -1 : std::atoll(text.data() + at + name.size());
}

class MessageQueues : public Monitor {
public:
    Interests interests() const override {
        // Links to queues look like files of the root directory.
        return {.links = {"/"}, .syscalls = {SYS_mq_timedsend, SYS_mq_timedreceive}};
    }

    void begin(Sample& sample) override {
        objects_.clear();
        known_.begin(sample.taken_ns());
        held_.clear();
        tell_other_namespaces(sample, kind_.index(), "message queues");
        directory_ = posix_mq::open_directory();
        if (!directory_.fd) {
            sample.gap(kind_.index(),
                       directory_.other
                           ? "message queues that nobody has open: /dev/mqueue is that of another "
                             "IPC namespace"
                           : "message queues that nobody has open: /dev/mqueue is not mounted",
                       "mount -t mqueue none /dev/mqueue, or CAP_SYS_ADMIN");
            return;
        }
        const auto found = [&](std::string_view name, const struct statx& status) {
            const auto key = "/" + std::string(name);
            const auto id = file_id(status);
            known_.add(key, id);
            const auto object = add(sample, key, key, status);
            objects_.emplace(id, object);
            const UniqueFd queue(
                ::openat(directory_.fd.get(), key.c_str() + 1, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
            fill(sample, object, queue);
        };
        if (const auto read = each_file(directory_.fd.get(), found); !read)
            sample.gap(kind_.index(), "message queues that nobody has open: " + read.error().text(), "");
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        if (name_in(seen.link).size() < 2) return;
        FileId id;
        if (!seen.identity(id.device, id.inode)) return;
        const auto known = objects_.find(id);
        auto object = known != objects_.end() ? known->second : none_index;
        if (object == none_index) object = add_nameless(sample, seen, id);
        if (object == none_index) return;
        held_.insert(object);
        sample.hold({.object = object,
                     .process = seen.process,
                     .fd = seen.fd,
                     .kind = Hold::descriptor,
                     .access = seen.access});
    }

    void sleeping(Sample& sample, const SeenSleep& sleep) override {
        const int fd = static_cast<int>(sleep.args[0]);
        const auto queue = sleep.object_of(fd);
        if (queue == none_index) return;
        const bool sends = sleep.syscall == SYS_mq_timedsend;
        const auto words = sends ? fmt::format("room for {} bytes of priority {}", sleep.args[2],
                                               static_cast<unsigned>(sleep.args[3]))
                                 : std::string("a message");
        sample.wait({.object = queue,
                     .process = sleep.process,
                     .thread = sleep.thread,
                     .fd = fd,
                     .syscall = sleep.syscall,
                     .direction = sends ? Access::write : Access::read,
                     .timed = sleep.args[4] != 0,
                     .words = sample.text(words)});
    }

    // What nobody has open was made when it was last used, at the latest.
    void end(Sample& sample) override {
        for (const auto& [id, object] : objects_)
            if (!held_.contains(object)) sample.at(object).created = sample.cell(object, mtime_).number;
        directory_.fd.reset();
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        UniqueFd queue;
        Peeked out;
        out.how = "mq_getattr and the text of the queue, through a descriptor for reading";
        if (request.key.starts_with("/")) {
            queue.reset(::mq_open(request.key.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
            if (!queue && errno == ENOENT) return failure("there is no queue " + request.key + " any more");
            if (!queue) return system_failure(request.key + " cannot be opened for reading", "mq_open");
            struct stat status {};
            if (::fstat(queue.get(), &status) == 0) out.tier = tier_of_reading(status.st_mode, status.st_uid);
        } else {
            for (const auto& [pid, fd] : request.descriptors)
                if (!queue) queue = through_holder(pid, fd, request.key);
            if (!queue) return failure("nobody who may be looked into has it open any more");
            out.tier = memory_tier();
        }
        auto state = posix_mq::observe("queue", queue.get());
        if (!state) return tl::unexpected(state.error());
        std::erase_if(*state, [](const auto& field) { return field.first == "flags"; });  // of our descriptor
        out.state = std::move(*state);
        look_into(queue.get(), request.limit, out);
        return out;
    }

    Status act(const ActRequest& request) override {
        const auto& name = request.key;
        if (!name.starts_with("/"))
            return failure("it has no name any more: it goes with its last descriptor");
        if (name.find('/', 1) != std::string::npos) return failure("this is no name of a queue");
        const auto directory = posix_mq::open_directory();
        // Without a directory only an open one tells which it is.
        UniqueFd queue;
        for (const int access : {O_RDONLY, O_WRONLY})
            if (!directory.fd && !queue)
                queue.reset(::mq_open(name.c_str(), access | O_NONBLOCK | O_CLOEXEC));
        if (!directory.fd && !queue)
            return errno == ENOENT
                       ? Status(failure(fmt::format("there is no {} any more", name)))
                       : Status(system_failure(
                             name + " cannot be opened, to see whether it is the one that was seen",
                             "mq_open"));
        auto known = directory.fd ? known_.check(directory.fd.get(), name.c_str() + 1, name, request.seen_ns)
                                  : known_.check(queue.get(), name, request.seen_ns);
        if (!known) return known;
        if (request.action == ActionKind::remove) {
            if (::mq_unlink(name.c_str()) == 0) return {};
            if (errno == ENOENT) return failure(fmt::format("there is no {} any more", name));
            return system_failure(name + " cannot be removed", "mq_unlink");
        }
        const auto mode = static_cast<mode_t>(argument_or(request.args, "mode", -1));
        if (request.action != ActionKind::permissions || mode > 07777)
            return failure("there is no such action");
        if (directory.fd) {
            if (::fchmodat(directory.fd.get(), name.c_str() + 1, mode & 0777, 0) == 0) return {};
            return system_failure("the permissions of " + name + " cannot be changed", "fchmodat");
        }
        if (::fchmod(queue.get(), mode & 0777) == 0) return {};
        return system_failure("the permissions of " + name + " cannot be changed", "fchmod");
    }

private:
    // "/NAME" of a link that may lead to a queue, which was opened by its name or as a file; "" = of none.
    static std::string_view name_in(std::string_view link) {
        constexpr std::string_view mounted = "/dev/mqueue";
        if (link.starts_with(mounted)) link.remove_prefix(mounted.size());
        return !link.starts_with('/') || link.find('/', 1) != std::string_view::npos ? std::string_view()
                                                                                     : link;
    }

    ObjectIndex add(Sample& sample, std::string_view key, std::string_view name,
                    const struct statx& status) const {
        const auto object = sample.object(kind_.index(), key);
        const auto text = sample.text(name);
        auto& seen = sample.at(object);
        seen.name = text;
        seen.space = sample.ipc_namespace();
        if (directory_.privileged) seen.tier = Tier::privileged;
        set_owner(seen, status);
        sample.set(object, mtime_, status.stx_mtime.tv_sec);
        sample.set(object, inode_, static_cast<std::int64_t>(status.stx_ino));
        return object;
    }

    // No name (any more), none that we can list, or of another namespace.
    ObjectIndex add_nameless(Sample& sample, const SeenDescriptor& seen, const FileId& id) {
        if (seen.link.starts_with("/memfd:")) return none_index;  // they are many
        const auto path = fmt::format("/proc/{}/fd/{}", seen.pid, seen.fd);
        struct statfs about {};
        struct statx status {};
        // Its kind first, as it is known: statfs(2) asks a server of files, which may not answer.
        if (::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC, wanted_facts, &status) != 0 ||
            !S_ISREG(status.stx_mode) || ::statfs(path.c_str(), &about) != 0 ||
            about.f_type != posix_mq::file_system_magic)
            return none_index;
        auto link = name_in(seen.link);
        const bool deleted = status.stx_nlink == 0;  // a name may end in " (deleted)"
        if (deleted) take_deleted(link);
        if (directory_.device == 0 && !elsewhere(sample, seen.process)) directory_.device = id.device;
        const bool listed = !deleted && !directory_.fd && !elsewhere(sample, seen.process);
        const auto key = listed ? std::string(link) : inode_key(id, directory_.device);
        if (listed) known_.add(key, id);
        const auto object = add(sample, key, link, status);
        auto& entry = sample.at(object);
        entry.removed = deleted;
        entry.tier = sample.tier_of(seen.process);
        if (const auto space = sample.processes()[seen.process].ipc_namespace; space != 0)
            entry.space = space;
        objects_.emplace(id, object);
        fill(sample, object, UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)));
        return object;
    }

    void look_into(int queue, std::size_t limit, Peeked& out) {
        auto contents = contents_.read(queue, limit);
        const auto* messages = argument(out.state, "messages");
        if (!contents) {
            if (messages && messages->integer() == 0)
                out.state.emplace_back("contents", List{});  // there is nothing that would not be shown
            else
                out.note = "its messages are not shown: " + contents.error().text();
            return;
        }
        out.tier = Tier::tracer;
        out.how = "a BPF iterator read the queue in the kernel: nothing was taken";
        out.note = std::move(contents->note);
        if (contents->steady)  // the figures are of the same moment
            for (auto& [name, value] : out.state) {
                if (name == "messages") value = contents->count;
                if (name == "bytes") value = contents->bytes;
            }
        out.state.emplace_back("contents", std::move(contents->messages));
    }

    void fill(Sample& sample, ObjectIndex object, const UniqueFd& queue) {
        mq_attr attr{};
        if (!queue || ::mq_getattr(queue.get(), &attr) != 0) {
            const bool forbidden = errno == EACCES;
            for (const auto field : {messages_, maxmsg_, bytes_, capacity_, msgsize_, notify_, signal_, pid_})
                sample.set_missing(object, field,
                                   forbidden ? CellState::not_permitted : CellState::not_available,
                                   forbidden ? "read permission of the queue" : errno_name(errno));
            return;
        }
        sample.set(object, messages_, attr.mq_curmsgs);
        sample.set(object, maxmsg_, attr.mq_maxmsg);
        sample.set(object, msgsize_, attr.mq_msgsize);
        sample.set(object, capacity_, attr.mq_maxmsg * attr.mq_msgsize);
        char text[256] = {};
        if (::pread(queue.get(), text, sizeof text - 1, 0) <= 0) return;
        sample.set(object, bytes_, number_behind(text, "QSIZE:"));
        const auto pid = static_cast<pid_t>(number_behind(text, "NOTIFY_PID:"));
        const auto kind = number_behind(text, "NOTIFY:"), signal = number_behind(text, "SIGNO:");
        // Who is of a pid namespace that is not seen from here has the number 0.
        const bool unseen = pid == 0 && (kind > 0 || signal > 0);
        // Without a process the kind is 0, which would read as SIGEV_SIGNAL.
        sample.set(object, notify_, pid > 0 || unseen ? kind : posix_mq::deregister);
        if (unseen)
            sample.set_missing(object, pid_, CellState::not_available, "a process of another pid namespace");
        else
            sample.set(object, pid_, pid);
        if (signal > 0) sample.set(object, signal_, signal);
        read_by(sample.at(object));
        const auto process = pid > 0 ? sample.process(pid) : none_index;
        if (process != none_index)
            sample.hold({.object = object, .process = process, .kind = Hold::listener});
    }

    static UniqueFd through_holder(pid_t pid, int fd, std::string_view key) {
        if (fd < 0) return {};
        const auto path = fmt::format("/proc/{}/fd/{}", pid, fd);
        struct statfs about {};
        struct statx status {};
        // The number may be another file's by now, which an open could disturb.
        if (::statfs(path.c_str(), &about) != 0 || about.f_type != posix_mq::file_system_magic ||
            ::statx(AT_FDCWD, path.c_str(), 0, wanted_facts, &status) != 0 ||
            !key.ends_with(fmt::format("{}]", std::uint64_t{status.stx_ino})))
            return {};
        return UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    }

    MonitorKind kind_{"posix_mq", "queue"};
    std::size_t messages_ = kind_.field("messages"), maxmsg_ = kind_.field("maxmsg"),
                bytes_ = kind_.field("bytes"), capacity_ = kind_.field("capacity"),
                msgsize_ = kind_.field("msgsize"), notify_ = kind_.field("notify"),
                signal_ = kind_.field("signal"), pid_ = kind_.field("notify_pid"),
                mtime_ = kind_.field("mtime"), inode_ = kind_.field("inode");
    posix_mq::QueueDirectory directory_;
    FileObjects objects_;
    KnownFiles known_;
    std::set<ObjectIndex> held_;
    posix_mq::QueueContentsReader contents_;
};

}  // namespace

std::unique_ptr<Monitor> posix_mq_monitor();

std::unique_ptr<Monitor> posix_mq_monitor() {
    return std::make_unique<MessageQueues>();
}

}  // namespace ipcscope::mechanisms

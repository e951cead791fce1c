// Messages of POSIX queues, which only a program in the kernel can show: they are all there, as they were
// sent, and nobody who uses the queue notices.
#include "conformance/monitor_ipc/monitor_ipc.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/utsname.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

namespace {

struct Shown {
    std::int64_t priority, size;
    std::string data;
    bool operator==(const Shown&) const = default;
};

// A message that tells whether it is whole: its number, then octets that follow from it, its priority and its
// length.
std::string numbered(std::uint64_t number, std::size_t size, unsigned priority) {
    std::string out(std::max<std::size_t>(size, sizeof number), 0);
    std::memcpy(out.data(), &number, sizeof number);
    for (auto i = sizeof number; i < size; ++i)
        out[i] = static_cast<char>((number * 31 + size * 7 + priority * 13 + i * (number % 251 + 1)) & 255);
    return out;
}
std::uint64_t number_of(const Shown& message) {
    std::uint64_t number = 0;
    if (message.data.size() >= sizeof number) std::memcpy(&number, message.data.data(), sizeof number);
    return number;
}

volatile std::sig_atomic_t notified = 0;

struct MadeQueue {
    std::string name = unique_name();
    mqd_t id = -1;
    MadeQueue(Undo& undo, long messages, long size, int mode = 0600) {
        mq_attr attr{};
        attr.mq_maxmsg = messages;
        attr.mq_msgsize = size;
        id = mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NONBLOCK, mode, &attr);
        fchmod(id, static_cast<mode_t>(mode));
        undo.add([id = id, name = name] { mq_close(id), mq_unlink(name.c_str()); });
    }
    std::string ref() const { return ref_of("posix_mq", name); }
    bool send(const std::string& data, unsigned priority) const {
        return mq_send(id, data.data(), data.size(), priority) == 0;
    }
    // All that others could notice of a look.
    std::string figures() const {
        mq_attr attr{};
        struct stat status {};
        char text[200] = {};
        mq_getattr(id, &attr);
        fstat(id, &status);
        static_cast<void>(pread(id, text, sizeof text - 1, 0));
        return fmt::format("{} messages, {} s {} ns, {}", attr.mq_curmsgs, status.st_mtim.tv_sec,
                           status.st_mtim.tv_nsec, text);
    }
};

// bpf(2) fails with EPERM for this thread and what it starts, as in most containers.
bool refuse_bpf() {
    sock_filter no_bpf[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_bpf, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{std::size(no_bpf), no_bpf};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// For this thread and what it starts the kernel does not describe its memory.
bool hide_btf() {
    return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("none", "/sys/kernel/btf", "tmpfs", 0, nullptr) == 0;
}

// Another user, with these two capabilities and no other.
bool become_tracer(uid_t user) {
    if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) != 0 || !become_user(user)) return false;
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2] = {};
    for (const int one : {CAP_PERFMON, CAP_BPF}) {
        auto& set = sets[one / 32];
        set.permitted = set.effective = set.inheritable |= 1u << (one % 32);
    }
    if (syscall(SYS_capset, &head, sets) != 0) return false;
    for (const int one : {CAP_PERFMON, CAP_BPF})
        if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, one, 0, 0) != 0) return false;
    return true;
}

}  // namespace

class TestIpcContents : public IpcSubject {
    Q_OBJECT

    // Why contents cannot be had here, tried out; "" = they can.
    const std::string& unreadable() {
        if (unreadable_) return *unreadable_;
        Undo undo;
        const MadeQueue queue(undo, 1, 8);
        queue.send("probe", 0);
        const auto peeked = look(queue.ref());
        unreadable_ = !peeked                               ? peeked.error().text()
                      : field_of(peeked->state, "contents") ? std::string()
                                                            : peeked->note;
        return *unreadable_;
    }
    std::optional<std::string> unreadable_;

    Result<Peeked> look(const std::string& ref, std::size_t limit = 64 << 10) {
        PeekRequest request;
        request.limit = limit;
        return client_->peek({}, ref, request);
    }

    static std::vector<Shown> messages_of(const Peeked& peeked) {
        std::vector<Shown> out;
        const auto* contents = field_of(peeked.state, "contents");
        if (!contents) return {{-1, -1, "not shown: " + peeked.note}};
        for (const auto& one : *contents->as<List>()) {
            const auto& fields = *one.as<Fields>();
            out.push_back({field_of(fields, "priority")->integer(), field_of(fields, "size")->integer(),
                           field_of(fields, "data")->bytes()});
        }
        return out;
    }

    // With the rights and the sight that `become` leaves: what is said instead of the messages; "" = they are
    // shown.
    template <typename Become>
    std::string note_for(const MadeQueue& queue, Become become) {
        std::string note;
        const auto problem = in_thread([&]() -> std::string {
            if (!become()) return "skip";
            const auto client = start_client();
            if (!client) return "no probe";
            const auto peeked = client->peek({}, queue.ref(), {});
            if (!peeked) return peeked.error().text();
            if (field_of(peeked->state, "messages")->integer() != 1) return "the depth is not told";
            note = peeked->note;
            if ((field_of(peeked->state, "contents") == nullptr) == note.empty()) return "shown, or not?";
            if ((peeked->tier == Tier::tracer) != note.empty()) return "another tier";
            return {};
        });
        return problem.empty() ? note : problem;
    }

private slots:
    void whatThisMachineAllows() {
        rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_MSGQUEUE, &unlimited);  // where it may be
        const auto& why = unreadable();
        utsname kernel{};
        uname(&kernel);
        // A kernel that should take our program and does not is no reason to leave anything out.
        const bool new_enough = std::atof(kernel.release) >= 6.0;
        const bool ours = why.find("has not come by") != std::string::npos ||
                          (new_enough && why.find("does not take") != std::string::npos);
        QVERIFY2(!ours, why.c_str());
        if (!why.empty()) QSKIP(why.c_str());
    }

    void whatWaitsIsShownAndNobodyNotices() {
        if (!unreadable().empty()) QSKIP(unreadable().c_str());
        Undo undo;
        const MadeQueue queue(undo, 10, 8192);
        QVERIFY(queue.id >= 0);
        QVERIFY(messages_of(*look(queue.ref())).empty());
        // The order of reception: by priority, then by age.
        const std::vector<std::pair<unsigned, std::string>> sent{{0, "last"},
                                                                 {7, ""},
                                                                 {32767, "first"},
                                                                 {7, "after the empty one"},
                                                                 {3, numbered(1, 8192, 3)},
                                                                 {3, "b"},
                                                                 {9, "n"},
                                                                 {1, std::string("o\0p\xff", 4)},
                                                                 {0, "very last"},
                                                                 {5, "full"}};
        for (const auto& [priority, data] : sent)
            QVERIFY(queue.send(data, priority));
        std::vector<Shown> expected;
        for (const auto& [priority, data] : sent)
            expected.push_back({priority, static_cast<std::int64_t>(data.size()), data});
        std::stable_sort(expected.begin(), expected.end(),
                         [](const auto& a, const auto& b) { return a.priority > b.priority; });
        // Its registration and a sender that waits in the full queue stay as they are.
        notified = 0;
        struct sigaction action {};
        action.sa_handler = [](int) { notified = 1; };
        action.sa_flags = SA_RESTART;
        sigaction(SIGUSR2, &action, nullptr);
        sigevent event{};
        event.sigev_notify = SIGEV_SIGNAL;
        event.sigev_signo = SIGUSR2;
        QCOMPARE(mq_notify(queue.id, &event), 0);
        const auto sender = undo.child([&] {
            const auto own = mq_open(queue.name.c_str(), O_WRONLY);
            mq_send(own, "late", 4, 0);
        });
        if (siblings_may(Sight::waits)) when_waiting(queue.ref(), sender);
        const auto before = queue.figures();
        for (int i = 0; i < 3; ++i) {
            const auto peeked = look(queue.ref());
            QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
            QCOMPARE(peeked->note, std::string());
            QVERIFY(peeked->tier == Tier::tracer);
            QVERIFY(take_apart(peeked->how).pattern);
            QCOMPARE(field_of(peeked->state, "messages")->integer(), 10);
            QVERIFY(messages_of(*peeked) == expected);
        }
        QCOMPARE(queue.figures(), before);
        std::array<char, 8192> buffer{};
        for (const auto& one : expected) {
            unsigned priority = 0;
            QCOMPARE(mq_receive(queue.id, buffer.data(), buffer.size(), &priority), one.size);
            QCOMPARE(priority, static_cast<unsigned>(one.priority));
        }
        // What the sender wanted to send has come in as soon as there was room.
        QVERIFY(wait_for([&] { return mq_receive(queue.id, buffer.data(), buffer.size(), nullptr) == 4; }));
        QVERIFY(queue.send("wakes", 0));
        QVERIFY(wait_for([] { return notified != 0; }));
        QCOMPARE(mq_receive(queue.id, buffer.data(), buffer.size(), nullptr), 5);

        // One that waits in the empty queue gets what comes next.
        int ends[2];
        QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
        undo.add([=] { close(ends[0]), close(ends[1]); });
        const auto receiver = undo.child([&] {
            const auto own = mq_open(queue.name.c_str(), O_RDONLY);
            const auto got = mq_receive(own, buffer.data(), buffer.size(), nullptr);
            static_cast<void>(
                !write(ends[1], buffer.data(), static_cast<std::size_t>(std::max<long>(got, 0))));
        });
        if (siblings_may(Sight::waits)) when_waiting(queue.ref(), receiver);
        QVERIFY(messages_of(*look(queue.ref())).empty());
        QVERIFY(queue.send("for you", 0));
        QCOMPARE(read(ends[0], buffer.data(), buffer.size()), 7);
        QVERIFY(messages_of(*look(queue.ref())).empty());
    }

    void longMessagesAndManyOfThem() {
        if (!unreadable().empty()) QSKIP(unreadable().c_str());
        Undo undo;
        if (private_) {  // these are this namespace's alone
            write_limit("/proc/sys/fs/mqueue/msg_max", "1000");
            write_limit("/proc/sys/fs/mqueue/msgsize_max", "20480");
        }
        const MadeQueue large(undo, 10, 20480), deep(undo, 1000, 64);
        if (large.id < 0 || deep.id < 0) QSKIP("queues above the limits of this machine are not permitted");
        // Around the parts of a page in which the kernel keeps them.
        const std::size_t sizes[] = {4040, 4048, 4049, 4096, 8135, 8136, 8137, 12224, 16320, 20480};
        std::vector<Shown> expected;
        std::size_t bytes = 0;
        for (const auto size : sizes) {
            expected.push_back({2, static_cast<std::int64_t>(size), numbered(size, size, 2)});
            QVERIFY(large.send(expected.back().data, 2));
            bytes += size;
        }
        const auto whole = look(large.ref(), 1 << 20);
        QVERIFY2(whole, whole ? "" : whole.error().text().c_str());
        QVERIFY(messages_of(*whole) == expected);
        QCOMPARE(whole->note, std::string());
        // Less is allowed than they are long: short ones are whole, the others have equal shares.
        const auto part = look(large.ref(), 60000);
        std::size_t shown = 0;
        const auto cut = messages_of(*part);
        QCOMPARE(cut.size(), std::size(sizes));
        for (std::size_t i = 0; i < cut.size(); ++i) {
            QCOMPARE(cut[i].size, expected[i].size);
            QVERIFY(cut[i].data == expected[i].data.substr(0, cut[i].data.size()));
            QVERIFY(cut[i].data.size() == sizes[i] || cut[i].data.size() == cut.back().data.size());
            shown += cut[i].data.size();
        }
        QVERIFY(shown <= 60000 && shown > 60000 - std::size(sizes));
        QCOMPARE(part->note,
                 fmt::format("of long messages only the beginning: {} of {} bytes in all", shown, bytes));
        QVERIFY(take_apart(part->note).pattern);

        for (unsigned i = 0; i < 1000; ++i)
            QVERIFY(deep.send(numbered(i, 40, i * 37 % 500), i * 37 % 500));
        const auto first = look(deep.ref());
        const auto few = messages_of(*first);
        QCOMPARE(few.size(), std::size_t{256});
        QCOMPARE(first->note, std::string("the first 256 of 1000 messages"));
        QCOMPARE(field_of(first->state, "messages")->integer(), 1000);
        const auto all = messages_of(*look(deep.ref(), 1 << 20));
        QCOMPARE(all.size(), std::size_t{1000});
        std::array<char, 64> buffer{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            unsigned priority = 0;
            QCOMPARE(mq_receive(deep.id, buffer.data(), buffer.size(), &priority), 40);
            QVERIFY((all[i] == Shown{priority, 40, std::string(buffer.data(), 40)}));
            if (i < few.size()) QVERIFY(few[i] == all[i]);
        }
    }

    // Two processes send and receive as fast as they can: what is shown was there, once, and in its order.
    void aQueueThatMovesIsNotMadeUp() {
        if (!unreadable().empty()) QSKIP(unreadable().c_str());
        Undo undo;
        const MadeQueue queue(undo, 10, 8192);
        const auto sender = undo.child([&] {
            const auto own = mq_open(queue.name.c_str(), O_WRONLY);
            for (std::uint64_t number = 1;; ++number) {
                const auto priority = static_cast<unsigned>(number % 3);
                const auto data = numbered(number, 8 + number * 977 % (number % 5 ? 60 : 8184), priority);
                mq_send(own, data.data(), data.size(), priority);
            }
        });
        const auto receiver = undo.child([&] {
            const auto own = mq_open(queue.name.c_str(), O_RDONLY);
            std::array<char, 8192> buffer{};
            while (mq_receive(own, buffer.data(), buffer.size(), nullptr) >= 0) {
            }
        });
        const auto check = [&](const Peeked& peeked) -> std::string {
            std::map<std::int64_t, std::uint64_t> last;
            for (const auto& one : messages_of(peeked)) {
                const auto number = number_of(one);
                if (one.data !=
                    numbered(number, static_cast<std::size_t>(one.size), static_cast<unsigned>(one.priority)))
                    return fmt::format("message {} was never sent so", number);
                if (number % 3 != static_cast<std::uint64_t>(one.priority)) return "of another priority";
                if (!last.empty() && one.priority > last.begin()->first) return "a higher priority behind";
                if (std::exchange(last[one.priority], number) >= number) return "an older one behind";
            }
            return {};
        };
        for (int i = 0; i < 300; ++i) {
            const auto peeked = look(queue.ref());
            QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
            const auto problem = check(*peeked);
            QVERIFY2(problem.empty(), problem.c_str());
            QVERIFY2(peeked->note.empty() || peeked->note.starts_with("the queue moved"),
                     peeked->note.c_str());
            QVERIFY(peeked->note.empty() || take_apart(peeked->note).pattern);
            if (peeked->note.empty())
                QCOMPARE(static_cast<std::size_t>(field_of(peeked->state, "messages")->integer()),
                         messages_of(*peeked).size());
        }
        QCOMPARE(kill(sender, SIGSTOP), 0);
        QVERIFY(wait_for([&] { return waitpid(sender, nullptr, WUNTRACED | WNOHANG) == sender; }));
        QVERIFY(
            wait_for([&] { return messages_of(*look(queue.ref())).empty(); }));  // the receiver lives, too
        QCOMPARE(kill(receiver, 0), 0);
    }

    // No name leads to it any more: it is opened anew through one who has it.
    void aQueueWithoutItsName() {
        NEEDS_SIGHT(memory);
        if (!unreadable().empty()) QSKIP(unreadable().c_str());
        Undo undo;
        const MadeQueue queue(undo, 2, 16);
        QVERIFY(queue.send("left behind", 4));
        struct stat status {};
        QCOMPARE(fstat(queue.id, &status), 0);
        QCOMPARE(mq_unlink(queue.name.c_str()), 0);
        const auto ref = ref_of("posix_mq", fmt::format("[{}]", status.st_ino));
        const auto peeked = client_->peek(*now(), ref, {});
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QVERIFY((messages_of(*peeked) == std::vector<Shown>{{4, 11, "left behind"}}));
    }

    void whatIsMissingIsSaid() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("only root can become another user, who may start the probe");
        Undo undo;
        const MadeQueue queue(undo, 2, 16, 0644);
        QVERIFY(queue.send("public", 1));
        const auto as_user = note_for(queue, [] { return become_user(65534); });
        QVERIFY2(as_user.find("needs CAP_BPF and CAP_PERFMON") != std::string::npos ||
                     as_user.find("without BPF") != std::string::npos,
                 as_user.c_str());
        const auto spoken = take_apart(as_user);
        QVERIFY(spoken.pattern && spoken.args.size() == 1);
        QVERIFY2(take_apart(spoken.args[0]).pattern, as_user.c_str());
        if (!unreadable().empty()) QSKIP(unreadable().c_str());
        // These two, and no more.
        QCOMPARE(note_for(queue, [] { return become_tracer(65534); }), std::string());
        for (const auto& [become, words] : {std::pair{&refuse_bpf, "not permitted here"},
                                            std::pair{&hide_btf, "no /sys/kernel/btf/vmlinux"}}) {
            const auto note = note_for(queue, *become);
            if (note == "skip") continue;
            QVERIFY2(note.find(words) != std::string::npos, note.c_str());
            QVERIFY2(take_apart(take_apart(note).args.at(0)).pattern, note.c_str());
        }
    }
};

std::unique_ptr<QObject> monitor_ipc::contents() {
    return std::make_unique<TestIpcContents>();
}
#include "contents.moc"

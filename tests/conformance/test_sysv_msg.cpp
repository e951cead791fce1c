#include "base/sysv.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fmt/format.h>

#include <sys/msg.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr auto kind = SysvKind::message_queue;

int remove_queue(int id) {
    return msgctl(id, IPC_RMID, nullptr);
}

// A queue of the test's own, gone at the end of the scope.
struct Queue {
    explicit Queue(key_t key = IPC_PRIVATE, int mode = 0600) : id(msgget(key, IPC_CREAT | IPC_EXCL | mode)) {}
    ~Queue() { remove_queue(id); }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    int id;
};

// A key that nobody else uses while this test runs.
key_t own_key(int n) {
    return static_cast<key_t>(0x49000000 | ((getpid() & 0xffff) << 8) | n);
}

int id_of(const RunFixture& fixture, const std::string& name) {
    const auto object = fixture.object(name);
    return object ? std::stoi(object->key.substr(object->key.find(':') + 1)) : -1;
}

}  // namespace

class TestSysvMsg : public QObject {
    Q_OBJECT

private slots:
    void sessions() {
        const auto problems = check_sessions("sysv_msg");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void flowsFollowTheType() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: q = sysv_msg.get()
a: sysv_msg.send(q, type: 1, data: "one")
a: sysv_msg.send(q, type: 2, data: "two")
b: sysv_msg.receive(q, type: 2)                      # = 3 "two" type=2
b: sysv_msg.receive(q, type: 1, flags: MSG_EXCEPT|IPC_NOWAIT)   # ENOMSG
b: sysv_msg.receive(q, type: 2, flags: MSG_EXCEPT)   # = 3 "one" type=1
)");
        const auto flows = fixture.flows("q");
        QCOMPARE(flows.size(), std::size_t{2});
        for (const auto& flow : flows) {
            QCOMPARE(flow.from.payload, flow.to.payload);
            QCOMPARE(flow.from.worker, std::string("a"));
            QCOMPARE(flow.to.worker, std::string("b"));
        }
        QCOMPARE(fixture.level("q"), std::int64_t{0});
    }

    void bytesAreBytes() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = sysv_msg.get()
a: sysv_msg.send(q, type: 4, data: "a\x00\xff\n")
a: sysv_msg.receive(q)                               # = 4 "a\x00\xff\n" type=4
a: sysv_msg.send(q, type: 4, data: "")
a: sysv_msg.receive(q, size: 0)                      # = 0 "" type=4
a: sysv_msg.send(q, type: 4, data: "x" * 8192)
a: sysv_msg.receive(q)                               # = 8192
a: repeat 100
    sysv_msg.send(q, type: 9, data: "again")
    sysv_msg.receive(q, type: 9)
end
)");
        QCOMPARE(fixture.flows("q").size(), std::size_t{103});
    }

    void observedWithoutDisturbing() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = sysv_msg.get(mode: 0640)
a: sysv_msg.send(q, type: 7, data: "first")
a: sysv_msg.send(q, type: 3, data: "y" * 1000)
)");
        const auto before = fixture.observe("q");
        QVERIFY2(before, before ? "" : before.error().text().c_str());
        QCOMPARE(field(*before, "messages").integer(), std::int64_t{2});
        QCOMPARE(field(*before, "bytes").integer(), std::int64_t{1005});
        QCOMPARE(field(*before, "mode").integer(), std::int64_t{0640});
        QCOMPARE(field(*before, "note").bytes(), std::string());
        const auto* contents = field(*before, "contents").as<List>();
        QVERIFY(contents && contents->size() == 2);
        const auto& first = *(*contents)[0].as<Fields>();
        QCOMPARE(field(first, "type").integer(), std::int64_t{7});
        QCOMPARE(field(first, "data").bytes(), std::string("first"));
        const auto& second = *(*contents)[1].as<Fields>();
        QCOMPARE(field(second, "size").integer(), std::int64_t{1000});
        QCOMPARE(field(second, "data").bytes().size(), std::size_t{256});
        const auto after = fixture.observe("q");
        QVERIFY(after);
        QVERIFY(*before == *after);
    }

    void observedInPart() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: q = sysv_msg.get()
a: repeat 300
    sysv_msg.send(q, type: 1, data: "m")
end
)");
        const auto state = fixture.observe("q");
        QVERIFY(state);
        QCOMPARE(field(*state, "contents").as<List>()->size(), std::size_t{256});
        QCOMPARE(field(*state, "note").bytes(), std::string("the first 256 of 300 messages"));
        QCOMPARE(fixture.level("q"), std::int64_t{300});
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: sysv_msg.ftok(path: "not-there")                  # ENOENT
a: sysv_msg.ftok(path: "/proc/self/status/x")        # ENOTDIR
a: sysv_msg.ftok(path: "n" * 300)                    # ENAMETOOLONG
a: q = sysv_msg.get()
a: sysv_msg.send(q, type: 0, data: "x")              # EINVAL
a: sysv_msg.send(q, type: 1, data: "x" * 1048576)       # EINVAL
a: sysv_msg.peek(q)                                  # ENOMSG
a: sysv_msg.send(q, type: 1, data: "12345")
a: sysv_msg.peek(q, size: 4)                         # E2BIG
a: sysv_msg.receive(q)
b: sysv_msg.receive(q) async                         # blocked
b: interrupt
b: await                                             # EINTR
a: sysv_msg.set(q, qbytes: 1)
a: sysv_msg.send(q, type: 1, data: "x")
b: sysv_msg.send(q, type: 1, data: "y") async        # blocked
b: interrupt
b: await                                             # EINTR
b: sysv_msg.send(q, type: 1, data: "y") async        # blocked
a: sysv_msg.remove(q)
b: await                                             # EIDRM
a: sysv_msg.send(q, type: 1, data: "x")              # EINVAL
a: sysv_msg.receive(q)                               # EINVAL
a: sysv_msg.peek(q)                                  # EINVAL
a: sysv_msg.use(id: 2147483647)                      # EINVAL
a: sysv_msg.stat(q)                                  # EINVAL
a: sysv_msg.set(q, mode: 0600)                       # EINVAL
a: sysv_msg.remove(q)                                # EINVAL
)");
    }

    // Without CAP_IPC_OWNER the permission bits count for root too.
    void withoutPermission() {
        const auto key = own_key(1);
        const auto problem = in_thread([key] {
            drop_capabilities({CAP_IPC_OWNER, CAP_SYS_RESOURCE});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: q = sysv_msg.get({0}, mode: 0000)
a: sysv_msg.get({0}, flags: 0, mode: 0600)           # EACCES
a: sysv_msg.send(q, type: 1, data: "x")              # EACCES
a: sysv_msg.receive(q)                               # EACCES
a: sysv_msg.peek(q)                                  # EACCES
a: sysv_msg.stat(q)                                  # EACCES
a: sysv_msg.set(q, mode: 0600)                       # EACCES
a: sysv_msg.remove(q)
a: r = sysv_msg.get()
a: sysv_msg.set(r, qbytes: 1GiB)                     # EPERM
a: sysv_msg.set(r, qbytes: 100, mode: 0400, uid: unchanged)
a: sysv_msg.stat(r)                                  # = qbytes=100 mode=0400
a: sysv_msg.remove(r)
)",
                                             key));
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void somebodyElsesQueue() {
        if (geteuid() != 0) QSKIP("only root can make a queue of another user");
        const auto key = own_key(2);
        int id = -1;
        in_thread([&] {
            if (become_user(65534)) id = msgget(key, IPC_CREAT | IPC_EXCL | 0666);
            return std::string();
        });
        QVERIFY(id >= 0);
        const auto problem = in_thread([key] {
            drop_capabilities({CAP_SYS_ADMIN});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: q = sysv_msg.get({})
a: sysv_msg.set(q, mode: 0600)                       # EPERM
a: sysv_msg.remove(q)                                # EPERM
)",
                                             key));
        });
        const bool stays = find_sysv(kind, id).has_value();
        remove_queue(id);
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(stays);
    }

    void systemIsFull() {
        bool possible = false;
        const auto problem = in_thread([&possible] {
            possible = private_ipc_namespace() && write_limit("/proc/sys/kernel/msgmni", "2");
            if (!possible) return std::string();
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: p = sysv_msg.get()
a: q = sysv_msg.get()
a: sysv_msg.get()                                    # ENOSPC
a: sysv_msg.remove(p)
a: sysv_msg.get()
)");
        });
        if (!possible) QSKIP("only root can make an IPC namespace with a lower limit");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void nothingIsLeft() {
        int with_key = -1, without_key = -1;
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: p = sysv_msg.get({}, flags: IPC_CREAT|IPC_EXCL)\n"
                                        "a: q = sysv_msg.get()\na: sysv_msg.set(q, mode: 0000)\n",
                                        own_key(3)));
            with_key = id_of(fixture, "p");
            without_key = id_of(fixture, "q");
            QVERIFY(find_sysv(kind, with_key) && find_sysv(kind, without_key));
        }
        QVERIFY(!find_sysv(kind, with_key));
        QVERIFY(!find_sysv(kind, without_key));
    }

    void whatWasThereStays() {
        const Queue before(own_key(4));
        QVERIFY(before.id >= 0);
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format("workers: a\na: q = sysv_msg.get({})\n", own_key(4)));
            QCOMPARE(id_of(fixture, "q"), before.id);
        }
        QVERIFY(find_sysv(kind, before.id));
    }

    void onlyTheSameObjectIsRemoved() {
        const Queue queue(own_key(5));
        const auto object = find_sysv(kind, queue.id);
        QVERIFY(object);
        QCOMPARE(object->key, own_key(5));
        const auto record = [&](int id, key_t key, uid_t user) {
            return remove_sysv(kind, sysv_record(id, key, user, getegid()), false, remove_queue);
        };
        const auto gone = [](const Result<std::string>& done) { return done && done->empty(); };
        QVERIFY(gone(record(queue.id, own_key(6), geteuid())));
        QVERIFY(gone(record(queue.id, own_key(5), geteuid() + 1)));
        QVERIFY(gone(record(queue.id ^ (1 << 20), own_key(5), geteuid())));
        auto other_boot = sysv_record(queue.id, own_key(5), geteuid(), getegid());
        other_boot.back() = other_boot.back() == '0' ? '1' : '0';
        QVERIFY(gone(remove_sysv(kind, other_boot, false, remove_queue)));
        QVERIFY(!remove_sysv(kind, "sysv id=x", false, remove_queue));
        QVERIFY(find_sysv(kind, queue.id));
        const auto done = record(queue.id, own_key(5), geteuid());
        QVERIFY(done);
        QCOMPARE(*done, fmt::format("removed message queue {}", queue.id));
        QVERIFY(!find_sysv(kind, queue.id));
    }

    void anIntentNamesAMoment() {
        const auto intent = sysv_intent(own_key(7));
        auto long_ago = intent;
        long_ago.replace(long_ago.find("at=") + 3, 1, "0");
        const Queue queue(own_key(7));
        const auto other = remove_sysv(kind, long_ago, true, remove_queue);
        QVERIFY(other && other->empty());
        QVERIFY(find_sysv(kind, queue.id));
        const auto ours = remove_sysv(kind, intent, true, remove_queue);
        QVERIFY(ours && !ours->empty());
        QVERIFY(!find_sysv(kind, queue.id));
    }

    // One that another program made, without a key.
    void usedByItsIdentifier() {
        const int id = msgget(IPC_PRIVATE, 0600);
        QVERIFY(id >= 0);
        const struct {
            long type;
            char text[5];
        } message{3, {'h', 'e', 'l', 'l', 'o'}};
        QCOMPARE(msgsnd(id, &message, 5, 0), 0);
        const auto problem = [id] {
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a, b
a: q = sysv_msg.use(id: {0})                # = {0}
a: sysv_msg.receive(q)                      # = 5 "hello" type=3
a: sysv_msg.send(q, type: 4, data: "back")
b: sysv_msg.stat(q)                         # messages=1
)",
                                             id));
        }();
        msqid_ds state{};
        const int still = msgctl(id, IPC_STAT, &state);
        const auto messages = state.msg_qnum;
        QCOMPARE(msgctl(id, IPC_RMID, nullptr), 0);
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(still, 0);  // the run did not make it, and leaves it
        QCOMPARE(messages, msgqnum_t{1});
        const auto refused = in_thread([] {
            drop_capabilities({CAP_IPC_OWNER});
            const int closed = msgget(IPC_PRIVATE, 0);
            RunFixture fixture;
            auto words =
                fixture.check(fmt::format("workers: a\na: sysv_msg.use(id: {})  # EACCES\n", closed));
            msgctl(closed, IPC_RMID, nullptr);
            return words;
        });
        QVERIFY2(refused.empty(), refused.c_str());
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("sysv_msg");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSysvMsg)
#include "test_sysv_msg.moc"

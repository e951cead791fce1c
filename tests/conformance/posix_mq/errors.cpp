// What fails: by argument, limit, permission. Every documented errno is seen.
#include "conformance/posix_mq/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fcntl.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::posix_mq_tests;

class TestPosixMqErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: posix_mq.open("nobody", flags: 0)                 # ENOENT
a: posix_mq.open("/", flags: O_CREAT)                # ENOENT
a: posix_mq.open("/a/b", flags: O_CREAT)             # EACCES
a: posix_mq.open("n" * 300)                          # ENAMETOOLONG
a: posix_mq.open("q", maxmsg: 0)                     # EINVAL
a: posix_mq.open("q", msgsize: 0)                    # EINVAL
a: posix_mq.open("q", maxmsg: 9223372036854775807)   # EINVAL
a: posix_mq.open("q", msgsize: 9223372036854775807)  # EINVAL
a: q = posix_mq.open("q", flags: O_CREAT|O_EXCL, maxmsg: 2, msgsize: 16)
a: posix_mq.open("q", flags: O_CREAT|O_EXCL)         # EEXIST
b: r = posix_mq.open("q", access: O_RDONLY, flags: 0)
b: w = posix_mq.open("q", access: O_WRONLY, flags: O_NONBLOCK)
b: posix_mq.send(r, data: "x")                       # EBADF
b: posix_mq.timedsend(r, data: "x")                  # EBADF
b: posix_mq.receive(w)                               # EBADF
b: posix_mq.timedreceive(w)                          # EBADF
b: posix_mq.receive(r, size: 15)                     # EMSGSIZE
b: posix_mq.timedreceive(r, size: 0)                 # EMSGSIZE
b: posix_mq.send(w, data: "x" * 17)                  # EMSGSIZE
b: posix_mq.timedsend(w, data: "x" * 17)             # EMSGSIZE
b: posix_mq.send(w, data: "x", priority: 32768)      # EINVAL
b: posix_mq.timedsend(w, data: "x", priority: 4294967295)   # EINVAL
b: posix_mq.timedreceive(r, timeout: 0s)             # ETIMEDOUT
b: posix_mq.receive(r) async                         # blocked
b: interrupt
b: await                                             # EINTR
b: posix_mq.timedreceive(r, timeout: 60s) async      # blocked
b: interrupt
b: await                                             # EINTR
b: posix_mq.setattr(r, flags: O_NONBLOCK|0x400)      # EINVAL
b: posix_mq.setattr(r)
b: posix_mq.receive(r)                               # EAGAIN
b: posix_mq.timedreceive(r)                          # EAGAIN
a: posix_mq.send(q, data: "1")
a: posix_mq.send(q, data: "2")
a: posix_mq.timedsend(q, data: "3", timeout: 1ms)    # ETIMEDOUT
b: posix_mq.send(w, data: "x")                       # EAGAIN
b: posix_mq.timedsend(w, data: "x")                  # EAGAIN
a: posix_mq.send(q, data: "3") async                 # blocked
a: interrupt
a: await                                             # EINTR
a: posix_mq.timedsend(q, data: "3", timeout: 60s) async   # blocked
a: interrupt
a: await                                             # EINTR
a: posix_mq.notify(q, notify: SIGEV_NONE)
b: posix_mq.notify(r)                                # EBUSY
a: posix_mq.close(q)
b: posix_mq.notify(r, notify: SIGEV_NONE)
b: posix_mq.notify(r, notify: NULL)
b: posix_mq.notify(r, notify: NULL)
a: posix_mq.send(q, data: "x")                       # EBADF
a: posix_mq.timedsend(q, data: "x")                  # EBADF
a: posix_mq.receive(q)                               # EBADF
a: posix_mq.timedreceive(q)                          # EBADF
a: posix_mq.getattr(q)                               # EBADF
a: posix_mq.setattr(q)                               # EBADF
a: posix_mq.notify(q)                                # EBADF
a: posix_mq.close(q)                                 # EBADF
a: posix_mq.unlink("nobody")                         # ENOENT
a: posix_mq.unlink("/a/b")                           # EACCES
a: posix_mq.unlink("n" * 300)                        # ENAMETOOLONG
a: posix_mq.unlink("q")
a: posix_mq.unlink("q")                              # ENOENT
)");
    }

    void descriptorsRunOut() {
        RunFixture fixture;
        {
            const FileLimit few(64);
            RUN_OK(fixture, "workers: a\n");
        }
        std::string text = "a: q = posix_mq.open(\"q\", maxmsg: 1, msgsize: 1)\n";
        for (int i = 0; i < 64; ++i)
            text += "a: posix_mq.open(\"q\", flags: 0)\n";
        const auto report = fixture.run(text + "a: posix_mq.open(\"q\", flags: 0)   # EMFILE\n");
        QVERIFY2(explain(report).empty(), explain(report).c_str());
    }

    // All queues of a user may take so many bytes together.
    void bytesRunOut() {
        rlimit before{};
        getrlimit(RLIMIT_MSGQUEUE, &before);
        const rlimit none{4096, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_MSGQUEUE, &none), 0);
        {
            RunFixture fixture;
            RUN_OK(fixture, R"(workers: a
a: posix_mq.open("q", maxmsg: 8, msgsize: 4096)      # EMFILE
)");
        }
        setrlimit(RLIMIT_MSGQUEUE, &before);
    }

    // Without CAP_DAC_OVERRIDE the permission bits count for root too.
    void withoutPermission() {
        const auto problem = in_thread([] {
            drop_capabilities({CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH});
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: q = posix_mq.open("q", mode: 0200, access: O_WRONLY)
a: posix_mq.open("q", flags: 0, access: O_RDONLY)    # EACCES
a: posix_mq.open("q", flags: 0, access: O_WRONLY)
a: posix_mq.send(q, data: "x")
)");
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void systemIsFull() {
        bool possible = false;
        const auto problem = in_thread([&possible] {
            possible = private_ipc_namespace() && write_limit("/proc/sys/fs/mqueue/queues_max", "2");
            if (!possible) return std::string();
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: posix_mq.open("p", maxmsg: 1, msgsize: 1)
a: posix_mq.open("q", maxmsg: 1, msgsize: 1)
a: posix_mq.open("r", maxmsg: 1, msgsize: 1)         # ENOSPC
a: posix_mq.unlink("p")
a: posix_mq.open("r", maxmsg: 1, msgsize: 1)
)");
        });
        if (!possible) QSKIP("only root can make an IPC namespace with a lower limit");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("posix_mq");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

std::unique_ptr<QObject> testing::posix_mq_tests::errors() {
    return std::make_unique<TestPosixMqErrors>();
}

#include "errors.moc"

// What fails: by argument, limit, permission. Every documented errno is seen.
#include "conformance/sysv_shm/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"

#include <fmt/format.h>

#include <sys/shm.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::sysv_shm_tests;

class TestSysvShmErrors : public QObject {
    Q_OBJECT
private slots:
    void whatIsRefused() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_shm.get(size: 100)
a: m = sysv_shm.at(s)
)");
        const std::vector<std::pair<const char*, const char*>> lines{
            {"a: sysv_shm.read(m.mapping, offset: 90, size: 11)\n",
             "11 bytes at 90 go beyond the mapping, which has 100 bytes"},
            {"a: sysv_shm.write(m.mapping, offset: 9223372036854775807, data: \"xx\")\n",
             "go beyond the mapping"},
            {"a: sysv_shm.load(m.mapping, offset: 97)\n", "4 bytes at 97 go beyond"},
            {"a: sysv_shm.load(m.mapping, offset: -1)\n", "offset"},
            {"a: sysv_shm.store(m.mapping, type: uint8_t, value: 256)\n",
             "256 does not fit into the type, which holds 0 to 255"},
            {"a: sysv_shm.store(m.mapping, type: uint16_t, value: -1)\n", "does not fit"},
            {"a: sysv_shm.compare_exchange(m.mapping, type: int8_t, expected: 128)\n", "expected: 128"},
            {"a: sysv_shm.fetch_add(m.mapping, offset: 6)\n", "6 is not a multiple of 4"},
            {"a: sysv_shm.at(s, address: 17, flags: SHM_RND)\n", "the first page stays empty"},
        };
        for (const auto& [line, words] : lines) {
            const auto problem = fixture.check(line);
            QVERIFY2(problem.find(words) != std::string::npos, (line + problem).c_str());
        }
        RUN_OK(fixture, "a: sysv_shm.read(m.mapping, size: 100)   # = 100\n");
    }

    void documentedErrors() {
        RunFixture fixture;
        RUN_OK(fixture, fmt::format(R"(workers: a
a: sysv_shm.ftok(path: "not-there")                  # ENOENT
a: sysv_shm.ftok(path: "/proc/self/status/x")        # ENOTDIR
a: sysv_shm.ftok(path: "n" * 300)                    # ENAMETOOLONG
a: sysv_shm.get(size: 0)                             # EINVAL
a: sysv_shm.get(size: 9223372036854775807)           # ENOMEM
a: sysv_shm.get({0}, flags: 0)                       # ENOENT
a: s = sysv_shm.get({0}, size: 100, flags: IPC_CREAT|IPC_EXCL)
a: sysv_shm.get({0}, flags: IPC_CREAT|IPC_EXCL)      # EEXIST
a: sysv_shm.get({0}, size: 101)                      # EINVAL
a: m = sysv_shm.at(s)
a: sysv_shm.at(s, address: 12345)                    # EINVAL
a: sysv_shm.at(s, address: m.address)                # EINVAL
a: sysv_shm.at(s, flags: SHM_REMAP)                  # EINVAL
a: sysv_shm.at(s, address: 0x7ffffffff000)           # ENOMEM
a: sysv_shm.set(s, mode: 0640)
a: sysv_shm.lock(s)
a: sysv_shm.stat(s)                                  # = mode=0640 size=100 locked=true marked=false
a: sysv_shm.unlock(s)
a: sysv_shm.stat(s)                                  # = locked=false
a: sysv_shm.dt(m.mapping)
a: sysv_shm.dt(m.mapping)                            # EINVAL
a: sysv_shm.remove(s)
a: sysv_shm.at(s)                                    # EINVAL
a: sysv_shm.use(id: 2147483647)                      # EINVAL
a: sysv_shm.stat(s)                                  # EINVAL
a: sysv_shm.set(s, mode: 0600)                       # EINVAL
a: sysv_shm.lock(s)                                  # EINVAL
a: sysv_shm.unlock(s)                                # EINVAL
a: sysv_shm.remove(s)                                # EINVAL
)",
                                    own_key(1)));
    }

    // Without CAP_IPC_OWNER the permission bits count for root too.
    void withoutPermission() {
        const auto problem = in_thread([] {
            drop_capabilities({CAP_IPC_OWNER});
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a
a: s = sysv_shm.get({0}, mode: 0000)
a: sysv_shm.get({0}, flags: 0, mode: 0600)           # EACCES
a: sysv_shm.at(s)                                    # EACCES
a: sysv_shm.stat(s)                                  # EACCES
a: sysv_shm.set(s, mode: 0600)                       # EACCES
a: sysv_shm.remove(s)
a: r = sysv_shm.get(mode: 0400)
a: sysv_shm.at(r)                                    # EACCES
a: sysv_shm.at(r, flags: SHM_RDONLY|SHM_EXEC)        # EACCES
a: m = sysv_shm.at(r, flags: SHM_RDONLY)
a: sysv_shm.load(m.mapping)                          # = 0
)",
                                             own_key(2)));
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void lockedMemoryIsLimited() {
        const auto locked = [](rlim_t limit, const char* outcome) {
            return in_thread([&] {
                const ResourceLimit scope(RLIMIT_MEMLOCK, limit);
                drop_capabilities({CAP_IPC_LOCK});
                RunFixture fixture;
                return fixture.check(fmt::format(
                    "workers: a\na: s = sysv_shm.get(size: 8192)\na: sysv_shm.lock(s)   # {}\n", outcome));
            });
        };
        auto problem = locked(0, "EPERM");
        QVERIFY2(problem.empty(), problem.c_str());
        problem = locked(4096, "ENOMEM");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void systemIsFull() {
        bool possible = false;
        const auto problem = in_thread([&possible] {
            possible = private_ipc_namespace() && write_limit("/proc/sys/kernel/shmmni", "2") &&
                       write_limit("/proc/sys/kernel/shmmax", "8192");
            if (!possible) return std::string();
            RunFixture fixture;
            return fixture.check(R"(workers: a
a: sysv_shm.get(size: 8193)                          # EINVAL
a: p = sysv_shm.get(size: 8192)
a: q = sysv_shm.get()
a: sysv_shm.get()                                    # ENOSPC
a: sysv_shm.remove(q)
a: sysv_shm.get()
)");
        });
        if (!possible) QSKIP("only root can make an IPC namespace with lower limits");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void everyErrnoIsReachedOrExplained() {
        if (geteuid() != 0) QSKIP("not all can be reached without root");
        const auto gaps = errno_gaps("sysv_shm");
        QVERIFY2(gaps.empty(), gaps.c_str());
    }
};

std::unique_ptr<QObject> testing::sysv_shm_tests::errors() {
    return std::make_unique<TestSysvShmErrors>();
}

#include "errors.moc"

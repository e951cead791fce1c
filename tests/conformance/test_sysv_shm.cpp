#include "base/sysv.h"
#include "conformance/sysv_shm/subjects.h"
#include "helpers/run_fixture.h"
#include "helpers/sandbox.h"
#include "helpers/subjects.h"

#include <fmt/format.h>
#include <fstream>

#include <sys/shm.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::sysv_shm_tests;

namespace {

constexpr auto kind = SysvKind::shared_memory;

int id_of(const RunFixture& fixture, const std::string& name) {
    const auto object = fixture.object(name);
    return object ? std::stoi(object->key.substr(object->key.find(':') + 1)) : -1;
}

}  // namespace

class TestSysvShm : public QObject {
    Q_OBJECT
private slots:
    void sessions() {
        const auto problems = check_sessions("sysv_shm");
        QVERIFY2(problems.empty(), problems.c_str());
    }

    void readsAreJoinedToTheLastWriter() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a, b
a: s = sysv_shm.get()
a: m = sysv_shm.at(s)
b: n = sysv_shm.at(s)
a: sysv_shm.write(m.mapping, data: "aaaaaaaa")
b: sysv_shm.write(n.mapping, offset: 4, data: "bbbb")
a: sysv_shm.read(m.mapping, offset: 2, size: 4)      # = 4 "aabb"
a: sysv_shm.store(m.mapping, offset: 64, value: 7)
b: sysv_shm.fetch_add(n.mapping, offset: 64)         # = 7
b: sysv_shm.compare_exchange(n.mapping, offset: 64, expected: 1)   # = 0 previous=8
a: sysv_shm.load(m.mapping, offset: 64)              # = 8
)");
        std::vector<std::string> seen;
        for (const auto& flow : fixture.flows("s"))
            seen.push_back(fmt::format("{}>{}", flow.from.line, flow.to.line));
        // Of the bytes read two are of each writer; a failed exchange has only read.
        const std::vector<std::string> expected{"5>7", "6>7", "8>9", "9>10", "9>11"};
        QCOMPARE(seen, expected);
    }

    void attachmentsAreCounted() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_shm.get()
a: m = sysv_shm.at(s)
a: n = sysv_shm.at(s, flags: SHM_RDONLY)
a: b = process.fork()
)");
        QCOMPARE(fixture.level("s"), std::int64_t{4});  // the fork attached it twice more
        RUN_OK(fixture, "b: process.exit()   # exited 0\n");
        // Nobody's call: the kernel detached what the child had.
        QVERIFY(wait_for([&] { return fixture.level("s") == 2; }));
        RUN_OK(fixture, "a: sysv_shm.dt(n.mapping)\n");
        QCOMPARE(fixture.level("s"), std::int64_t{1});
    }

    void observedThroughTheAttachment() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_shm.get(size: 100)
)");
        auto state = fixture.observe("s");
        QVERIFY2(state, state ? "" : state.error().text().c_str());
        QCOMPARE(field(*state, "size").integer(), std::int64_t{100});
        QVERIFY(field(*state, "contents").bytes().empty());
        QVERIFY(field(*state, "note").bytes().find("attached nowhere") != std::string::npos);
        RUN_OK(fixture, R"(a: m = sysv_shm.at(s)
a: sysv_shm.write(m.mapping, offset: 90, data: "0123456789")
a: before = sysv_shm.stat(s)
)");
        state = fixture.observe("s");
        QVERIFY(state);
        const auto& contents = field(*state, "contents").bytes();
        QCOMPARE(contents.size(), std::size_t{100});
        QCOMPARE(contents.substr(90), std::string("0123456789"));
        QVERIFY(field(*state, "note").bytes().empty());
        QCOMPARE(field(*state, "rss").integer(), std::int64_t{4096});
        // To look has changed nothing.
        RUN_OK(fixture,
               fmt::format("a: sysv_shm.stat(s)   # = nattch=1 lpid={}\n", fixture.worker("a")->pid));
        RUN_OK(fixture, "a: sysv_shm.remove(s)\na: sysv_shm.stat(s)   # = marked=true key=IPC_PRIVATE\n");
        state = fixture.observe("s");
        QVERIFY(state);
        QCOMPARE(field(*state, "marked"), Value(true));
        QCOMPARE(field(*state, "contents").bytes().size(), std::size_t{100});
    }

    void numbersOfAllKinds() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_shm.get()
a: m = sysv_shm.at(s)
a: sysv_shm.store(m.mapping, type: int8_t, value: -128)
a: sysv_shm.load(m.mapping, type: int8_t)                        # = -128 "\x80"
a: sysv_shm.load(m.mapping, type: uint8_t)                       # = 128
a: sysv_shm.store(m.mapping, type: int16_t, value: -2, order: big)
a: sysv_shm.load(m.mapping, type: int16_t, order: big)           # = -2 "\xff\xfe"
a: sysv_shm.load(m.mapping, type: uint16_t, order: little)       # = 65279
a: sysv_shm.store(m.mapping, type: int32_t, value: -1)
a: sysv_shm.load(m.mapping, type: int32_t)                       # = -1
a: sysv_shm.load(m.mapping, type: uint32_t)                      # = 4294967295
a: sysv_shm.store(m.mapping, type: uint64_t, value: -1)
a: sysv_shm.load(m.mapping, type: uint64_t)                      # = text="18446744073709551615"
a: sysv_shm.load(m.mapping, type: int64_t)                       # = -1
a: sysv_shm.load(m.mapping, type: double)                        # = text="-nan"
a: sysv_shm.store(m.mapping, type: double, real: -1.5, order: big)
a: sysv_shm.load(m.mapping, type: double, order: big)            # = 0 "\xbf\xf8\x00\x00\x00\x00\x00\x00" real=-1.5
a: sysv_shm.store(m.mapping, type: float, real: 1e39)
a: sysv_shm.load(m.mapping, type: float)                         # = text="inf"
a: sysv_shm.store(m.mapping, offset: 13, type: int64_t, value: 81985529216486895)
a: sysv_shm.load(m.mapping, offset: 13, type: int64_t)           # = 81985529216486895
a: sysv_shm.store(m.mapping, type: uint8_t, value: 255)
a: sysv_shm.fetch_add(m.mapping, type: uint8_t, value: 3)        # = 255 "\x02"
a: sysv_shm.fetch_add(m.mapping, type: int8_t, value: -3)        # = 2 "\xff"
a: sysv_shm.fetch_add(m.mapping, offset: 8, type: int16_t, value: -1)    # = 0
a: sysv_shm.load(m.mapping, offset: 8, type: uint16_t)           # = 65535
a: sysv_shm.compare_exchange(m.mapping, offset: 8, type: int16_t, expected: -1, desired: 5)   # = 1 "\x05\x00" previous=-1
a: sysv_shm.write(m.mapping, offset: 100, data: "ab", size: 5)   # = 5
a: sysv_shm.read(m.mapping, offset: 99, size: 7)                 # = 7 "\x00ababa\x00"
a: sysv_shm.read(m.mapping, offset: 4096, size: 0)               # = 0
)");
    }

    void replacingOnlyWhatASessionMapped() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: a
a: s = sysv_shm.get(size: 8192)
a: t = sysv_shm.get(size: 8192)
a: m = sysv_shm.at(s)
a: sysv_shm.write(m.mapping, data: "first")
a: n = sysv_shm.at(t, address: m.address, flags: SHM_REMAP)
a: sysv_shm.stat(s)                                  # = nattch=0
a: sysv_shm.read(n.mapping, size: 5)                 # = 5 "\x00\x00\x00\x00\x00"
a: sysv_shm.dt(n.mapping)
a: o = sysv_shm.at(s, address: 0x200000000fff, flags: SHM_RND)   # = address=35184372088832
a: sysv_shm.read(o.mapping, size: 5)                 # = 5 "first"
)");
        std::ifstream maps(fmt::format("/proc/{}/maps", fixture.worker("a")->pid));
        std::string line;
        while (line.find("ipcscope-worker") == std::string::npos && std::getline(maps, line)) {
        }
        const auto code = std::strtoull(line.c_str(), nullptr, 16);
        QVERIFY(code != 0);
        const auto problem =
            fixture.check(fmt::format("a: sysv_shm.at(s, address: {}, flags: SHM_REMAP)\n", code));
        QVERIFY2(problem.find("would replace memory of the program itself") != std::string::npos,
                 problem.c_str());
    }

    void somebodyElsesSegment() {
        if (geteuid() != 0) QSKIP("only root can make a segment of another user");
        int id = -1;
        in_thread([&] {
            if (become_user(65534)) id = shmget(own_key(3), 100, IPC_CREAT | IPC_EXCL | 0666);
            return std::string();
        });
        QVERIFY(id >= 0);
        std::int64_t level = 0;
        const auto problem = in_thread([&] {
            drop_capabilities({CAP_SYS_ADMIN, CAP_IPC_LOCK});
            RunFixture fixture;
            auto out = fixture.check(fmt::format(R"(workers: a
a: s = sysv_shm.get({}, size: 0)
a: m = sysv_shm.at(s)
a: sysv_shm.write(m.mapping, data: "guest")          # = 5
a: sysv_shm.set(s, mode: 0600)                       # EPERM
a: sysv_shm.lock(s)                                  # EPERM
a: sysv_shm.unlock(s)                                # EPERM
a: sysv_shm.remove(s)                                # EPERM
)",
                                                 own_key(3)));
            level = fixture.level("s");
            return out;
        });
        const bool stays = find_sysv(kind, id).has_value();
        shmctl(id, IPC_RMID, nullptr);
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(level, std::int64_t{1});
        QVERIFY(stays);
    }

    void nothingIsLeft() {
        int with_key = -1, without_key = -1, removed = -1;
        {
            RunFixture fixture;
            RUN_OK(fixture, fmt::format(R"(workers: a, b
a: p = sysv_shm.get({}, flags: IPC_CREAT|IPC_EXCL)
a: q = sysv_shm.get()
b: m = sysv_shm.at(q)
a: r = sysv_shm.get()
b: n = sysv_shm.at(r)
a: sysv_shm.remove(r)
)",
                                        own_key(4)));
            with_key = id_of(fixture, "p");
            without_key = id_of(fixture, "q");
            removed = id_of(fixture, "r");
            QVERIFY(find_sysv(kind, with_key) && find_sysv(kind, without_key) && find_sysv(kind, removed));
        }
        for (const int id : {with_key, without_key, removed})
            QVERIFY(!find_sysv(kind, id));
    }

    void whatWasThereBeforeStays() {
        const int id = shmget(own_key(5), 100, IPC_CREAT | IPC_EXCL | 0600);
        QVERIFY(id >= 0);
        std::string problem;
        {
            RunFixture fixture;
            problem = fixture.check(fmt::format(
                "workers: a\na: s = sysv_shm.get({}, size: 50)\na: sysv_shm.at(s)\n", own_key(5)));
        }
        const bool stays = find_sysv(kind, id).has_value();
        shmctl(id, IPC_RMID, nullptr);
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(stays);
    }

    // One that another program made, without a key.
    void usedByItsIdentifier() {
        const int id = shmget(IPC_PRIVATE, 4096, 0600);
        QVERIFY(id >= 0);
        const auto problem = [id] {
            RunFixture fixture;
            return fixture.check(fmt::format(R"(workers: a, b
a: s = sysv_shm.use(id: {0})                # = {0}
a: m = sysv_shm.at(s)
a: sysv_shm.write(m.mapping, data: "seen")
a: sysv_shm.dt(m.mapping)
b: sysv_shm.stat(s)                         # nattch=0
)",
                                             id));
        }();
        void* const at = shmat(id, nullptr, SHM_RDONLY);
        const bool there = at != reinterpret_cast<void*>(-1);
        const auto seen = there ? std::string(static_cast<const char*>(at), 4) : std::string();
        if (there) shmdt(at);
        QCOMPARE(shmctl(id, IPC_RMID, nullptr), 0);
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(seen, std::string("seen"));  // the run did not make it, and leaves it
        const auto refused = in_thread([] {
            drop_capabilities({CAP_IPC_OWNER});
            const int closed = shmget(IPC_PRIVATE, 4096, 0);
            RunFixture fixture;
            auto words =
                fixture.check(fmt::format("workers: a\na: sysv_shm.use(id: {})  # EACCES\n", closed));
            shmctl(closed, IPC_RMID, nullptr);
            return words;
        });
        QVERIFY2(refused.empty(), refused.c_str());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return runSubjects(argc, argv, std::make_unique<TestSysvShm>(), errors());
}
#include "test_sysv_shm.moc"

// The walk over /proc with hand-made mechanisms and real processes: what it gives them, which waits it joins.
#include "conformance/monitor_walk/made_up.h"
#include "conformance/monitor_walk/monitor_walk.h"
#include "helpers/child.h"
#include "helpers/pipe_ends.h"
#include "helpers/sight.h"
#include "helpers/subjects.h"
#include "helpers/wait.h"
#include "snapshot/snapshot_wire.h"

#include <QtTest>

#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <poll.h>
#include <set>
#include <vector>

#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_walk;

// In place of the real ones.
std::vector<const MonitorSpec*> ipcscope::all_monitor_specs() {
    static const MonitorSpec spec = [] {
        MonitorSpec made;
        made.mechanism = "made_up";
        MonitoredKind kind;
        kind.id = "thing";
        kind.prefix = "thing";
        StateSpec field;
        field.name = "number";
        kind.fields = {field, field};
        made.kinds = {kind};
        kind.id = kind.prefix = "memory";
        made.kinds.push_back(kind);
        return made;
    }();
    return {&spec};
}

class TestMonitorWalk : public QObject {
    Q_OBJECT

private slots:
    void holdersAndTheirEnds() {
        Look look;
        PipeEnds pipe;
        const Child child([&] {
            close(pipe.ends[1]);
            pause();
        });
        const auto ref = ref_of(pipe.ends[0]);
        QVERIFY(wait_for([&] {
            const auto* object = find(look.now(), ref);
            return object && object->hold_count == 3;
        }));
        const auto& now = *look.kept;
        const auto* object = find(now, ref);
        int readers = 0, writers = 0;
        for (const auto& hold : now.holds_of(*object)) {
            const auto pid = now.processes[hold.process].pid;
            QVERIFY(pid == getpid() || pid == child.pid());
            QCOMPARE(hold.fd, hold.access == Access::read ? pipe.ends[0] : pipe.ends[1]);
            readers += hold.access == Access::read;
            writers += hold.access == Access::write;
        }
        QCOMPARE(readers, 2);
        QCOMPARE(writers, 1);
        const auto process = now.process(child.pid());
        QVERIFY(process);
        QCOMPARE(now.processes[*process].parent, getpid());
        QCOMPARE(now.processes[*process].uid, geteuid());
        QVERIFY(now.processes[*process].start_ticks > 0);
        QCOMPARE(now.processes[*process].ipc_namespace, now.ipc_namespace);
    }

    void waitsAreJoined_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("any");
        QTest::addColumn<bool>("timed");
        QTest::newRow("read") << "read" << false << false;
        QTest::newRow("poll") << "poll" << true << false;
        QTest::newRow("poll for a time") << "poll for a time" << true << true;
        QTest::newRow("select") << "select" << true << false;
        QTest::newRow("epoll") << "epoll" << true << false;
        QTest::newRow("epoll in epoll") << "epoll in epoll" << true << false;
    }
    void waitsAreJoined() {
        NEEDS_SIGHT(waits);
        QFETCH(QString, how);
        QFETCH(bool, any);
        QFETCH(bool, timed);
        Look look;
        PipeEnds one, other;
        const int a = one.ends[0], b = other.ends[0];
        const auto name = how.toStdString();
        const Child child([&] {
            char octet = 0;
            pollfd polled[2] = {{a, POLLIN, 0}, {b, POLLIN, 0}};
            if (name == "read" && read(a, &octet, 1) < 0) return;
            if (name == "poll") poll(polled, 2, -1);
            if (name == "poll for a time") poll(polled, 2, 1'000'000);
            if (name == "select") {
                fd_set set;
                FD_ZERO(&set);
                FD_SET(a, &set);
                FD_SET(b, &set);
                select(std::max(a, b) + 1, &set, nullptr, nullptr, nullptr);
            }
            if (name.starts_with("epoll")) {
                int outer = epoll_create1(0), inner = name == "epoll" ? outer : epoll_create1(0);
                epoll_event event{};
                event.events = EPOLLIN;
                epoll_ctl(inner, EPOLL_CTL_ADD, a, &event);
                epoll_ctl(inner, EPOLL_CTL_ADD, b, &event);
                if (inner != outer) epoll_ctl(outer, EPOLL_CTL_ADD, inner, &event);
                epoll_wait(outer, &event, 1, -1);
            }
        });
        QVERIFY(wait_for([&] { return wait_of(look.now(), ref_of(a), child.pid()) != nullptr; }));
        const auto* wait = wait_of(*look.kept, ref_of(a), child.pid());
        QCOMPARE(wait->fd, a);
        QCOMPARE(wait->thread, child.pid());
        QCOMPARE(wait->direction, Access::read);
        QCOMPARE(wait->any != 0, any);
        QCOMPARE(wait->timed, timed);
        QVERIFY(wait->since_ns > 0);
        const auto* second = wait_of(*look.kept, ref_of(b), child.pid());
        QCOMPARE(second != nullptr, any);
        if (second) QCOMPARE(second->any, wait->any);
        // It has not run since: seen waiting from the first time on.
        const auto since = wait->since_ns;
        QVERIFY(wait_for([&] {
            const auto* again = wait_of(look.now(), ref_of(a), child.pid());
            return again && again->since_ns < look.kept->taken_ns;
        }));
        QVERIFY(wait_of(*look.kept, ref_of(a), child.pid())->since_ns >= since);
    }

    void aFullPipeIsWaitedForByItsWriter() {
        NEEDS_SIGHT(waits);
        Look look;
        PipeEnds pipe;
        const Child child([&] {
            static const char octets[1 << 20] = {};
            if (write(pipe.ends[1], octets, sizeof octets) < 0) return;
        });
        const auto ref = ref_of(pipe.ends[0]);
        QVERIFY(wait_for([&] { return wait_of(look.now(), ref, child.pid()) != nullptr; }));
        QCOMPARE(wait_of(*look.kept, ref, child.pid())->direction, Access::write);
    }

    void otherCallsComeToTheMechanism() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        Look look;
        const int memory = memfd_create("made up", MFD_CLOEXEC);
        QVERIFY(memory >= 0 && ftruncate(memory, 4096) == 0);
        auto* word =
            static_cast<std::uint32_t*>(mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0));
        QVERIFY(word != MAP_FAILED);
        *word = 42;
        const Child child([&] { syscall(SYS_futex, word, 0 /* FUTEX_WAIT */, 42, nullptr, nullptr, 0); });
        struct stat info {};
        QCOMPARE(fstat(memory, &info), 0);
        const auto ref = fmt::format("memory:{}:{}", info.st_dev, info.st_ino);
        QVERIFY(wait_for([&] { return wait_of(look.now(), ref, child.pid()) != nullptr; }));
        const auto* wait = wait_of(*look.kept, ref, child.pid());
        QCOMPARE(std::string(look.kept->text(wait->words)), std::string("word 42"));
        QCOMPARE(find(*look.kept, ref)->hold_count, 2u);
        munmap(word, 4096);
        close(memory);
    }

    void keysOfAnyOctetsAreFoundAgain() {
        Look look;
        const auto& now = look.now();
        const auto* object = find(now, "thing:odd%20key%0A%25%22%FF");
        QVERIFY(object);
        QCOMPARE(now.cell(*object, 0).number, std::int64_t{7});
        QCOMPARE(now.cell(*object, 1).state, CellState::absent);
        for (ObjectIndex i = 0; i < now.objects.size(); ++i)
            QCOMPARE(*now.find(now.ref(now.objects[i])), i);
    }

    void whatHasChangedIsReadAgain() {
        Look look;
        look.now();
        PipeEnds pipe;
        const auto ref = ref_of(pipe.ends[0]);
        QVERIFY(find(look.now(), ref));
        const int copy = dup(pipe.ends[0]);
        QCOMPARE(find(look.now(), ref)->hold_count, 3u);
        close(copy);
        close(pipe.ends[1]);
        QCOMPARE(find(look.now(), ref)->hold_count, 1u);
        pipe.ends[1] = dup(0);
    }

    void damagedSnapshotsAreRefused() {
        Look look;
        const auto good = look.now();
        QCOMPARE(check_snapshot(good), std::string());
        const auto refused = [&](auto&& damage) {
            auto bad = good;
            damage(bad);
            return !check_snapshot(bad).empty();
        };
        QVERIFY(!good.objects.empty() && !good.holds.empty());
        QVERIFY(refused([](Snapshot& s) { s.objects[0].kind = 99; }));
        QVERIFY(refused([](Snapshot& s) { s.objects[0].key = 0x7fff'ffff; }));
        QVERIFY(refused([](Snapshot& s) { s.objects[0].holds = 0xffff'ffff; }));
        QVERIFY(refused([](Snapshot& s) { s.objects[0].cells = 0xffff'fff0; }));
        QVERIFY(refused([](Snapshot& s) { s.holds[0].process = none_index; }));
        QVERIFY(refused([](Snapshot& s) { s.text_begins.back() += 1; }));
        QVERIFY(refused([](Snapshot& s) { s.text_begins[1] = 0xffff'ffff; }));
        QVERIFY(refused([](Snapshot& s) { s.ends.push_back(none_index); }));
        QVERIFY(refused([](Snapshot& s) { s.needs = 0x7fff'ffff; }));
        const auto neither = [](bool& flag) { std::memset(&flag, 2, sizeof flag); };
        QVERIFY(refused([&](Snapshot& s) { neither(s.objects[0].holders_complete); }));
        QVERIFY(refused([&](Snapshot& s) { neither(s.objects[0].waiters_complete); }));
        UniqueFd memory;
        QVERIFY(write_snapshot(good, memory));
        struct stat info {};
        QCOMPARE(fstat(memory.get(), &info), 0);
        QVERIFY(read_snapshot(memory.get()));
        for (off_t size = 0; size + 4 < info.st_size; size += info.st_size / 50 + 1) {
            QVERIFY(write_snapshot(good, memory));
            QCOMPARE(ftruncate(memory.get(), size), 0);
            QVERIFY(!read_snapshot(memory.get()));
            // As long as it should be, but its last array says that there are no texts.
            QCOMPARE(ftruncate(memory.get(), info.st_size), 0);
            QVERIFY(!read_snapshot(memory.get()));
        }
    }

    // More than one thread reads them: none is left out, none is seen twice.
    void manyProcessesAreSeenOnceEach() {
        Look look;
        constexpr int count = 130;  // more than are asked for their paths at once
        PipeEnds pipe;
        const auto path = fmt::format("/dev/shm/ipcscope-walk-{}", getpid()), moved = path + "-moved";
        const UniqueFd file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (!file) QSKIP("no file can be made in /dev/shm here");
        const auto gone = qScopeGuard([&] {
            unlink(path.c_str());
            unlink(moved.c_str());
        });
        std::vector<std::unique_ptr<Child>> children;
        for (int i = 0; i < count; ++i)
            children.push_back(std::make_unique<Child>([&] {
                close(pipe.ends[1]);
                pause();
            }));
        const auto ref = ref_of(pipe.ends[0]);
        for (int again = 0; again < 5; ++again) {
            QVERIFY(wait_for([&] {
                const auto* object = find(look.now(), ref);
                return object && object->hold_count == count + 2;
            }));
            std::set<pid_t> readers;
            for (const auto& hold : look.kept->holds_of(*find(*look.kept, ref)))
                if (hold.access == Access::read) readers.insert(look.kept->processes[hold.process].pid);
            QCOMPARE(readers.size(), std::size_t{count + 1});
            for (const auto& child : children)
                QVERIFY(readers.contains(child->pid()));
        }
        // The name of a file that they have open changes while they sleep: none of them runs.
        QVERIFY(find(*look.kept, "thing:" + path));
        QCOMPARE(rename(path.c_str(), moved.c_str()), 0);
        const bool seen = wait_for([&] {
            const auto* object = find(look.now(), "thing:" + moved);
            return object && object->hold_count == count + 1 && !find(*look.kept, "thing:" + path);
        });
        QVERIFY(seen);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::vector<std::unique_ptr<QObject>> subjects;
    subjects.push_back(std::make_unique<TestMonitorWalk>());
    subjects.push_back(monitor_walk::again());
    subjects.push_back(monitor_walk::changes());
    subjects.push_back(monitor_walk::calls());
    return run_subjects(argc, argv, std::move(subjects));
}
#include "test_monitor_walk.moc"

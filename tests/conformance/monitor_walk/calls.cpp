// Calls in which processes sleep that are not what their numbers say.
#include "conformance/monitor_walk/made_up.h"
#include "conformance/monitor_walk/monitor_walk.h"
#include "helpers/child.h"
#include "helpers/pipe_ends.h"
#include "helpers/sight.h"
#include "helpers/wait.h"

#include <QtTest>

#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <poll.h>

#include <sys/epoll.h>
#include <sys/mman.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_walk;

namespace {

char state_of(pid_t pid) {
    char line[512] = {};
    const UniqueFd file(open(fmt::format("/proc/{}/stat", pid).c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || read(file.get(), line, sizeof line - 1) <= 0) return '?';
    const auto* at = std::strrchr(line, ')');
    return at ? at[2] : '?';
}

// A program of 32 bits that sleeps: pause(2) for ever, as an i386 kernel numbers it.
int small_program() {
    struct {
        Elf32_Ehdr head{};
        Elf32_Phdr part{};
        unsigned char code[9] = {0xb8, 29, 0, 0, 0, 0xcd, 0x80, 0xeb, 0xf7};
    } file;
    constexpr Elf32_Addr base = 0x08048000;
    std::memcpy(file.head.e_ident, ELFMAG, SELFMAG);
    file.head.e_ident[EI_CLASS] = ELFCLASS32;
    file.head.e_ident[EI_DATA] = ELFDATA2LSB;
    file.head.e_ident[EI_VERSION] = EV_CURRENT;
    file.head.e_type = ET_EXEC;
    file.head.e_machine = EM_386;
    file.head.e_version = EV_CURRENT;
    file.head.e_entry = base + offsetof(decltype(file), code);
    file.head.e_phoff = offsetof(decltype(file), part);
    file.head.e_ehsize = sizeof file.head;
    file.head.e_phentsize = sizeof file.part;
    file.head.e_phnum = 1;
    file.part.p_type = PT_LOAD;
    file.part.p_vaddr = file.part.p_paddr = base;
    file.part.p_filesz = file.part.p_memsz = sizeof file;
    file.part.p_flags = PF_R | PF_X;
    file.part.p_align = 0x1000;
    const int memory = memfd_create("small", MFD_CLOEXEC);
    return memory >= 0 && write(memory, &file, sizeof file) == sizeof file ? memory : -1;
}

bool has_gap(const Snapshot& snapshot, std::string_view words) {
    return std::any_of(snapshot.gaps.begin(), snapshot.gaps.end(), [&](const SeenGap& gap) {
        return snapshot.text(gap.words).find(words) != std::string_view::npos;
    });
}

}  // namespace

class TestWalkCalls : public QObject {
    Q_OBJECT

private slots:
    // An epoll waits for the file that was added, wherever its number leads to by now.
    void membersOfAnEpollAreFiles_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("the number was given again") << "again";
        QTest::newRow("the epoll was inherited") << "inherited";
        QTest::newRow("nobody has it here any more") << "gone";
    }
    void membersOfAnEpollAreFiles() {
        NEEDS_SIGHT(waits);
        QFETCH(QString, how);
        Look look;
        const PipeEnds one, other;
        const auto name = how.toStdString();
        const int added = one.ends[0];
        const UniqueFd inherited(epoll_create1(EPOLL_CLOEXEC));
        epoll_event event{};
        event.events = EPOLLIN;
        QCOMPARE(epoll_ctl(inherited.get(), EPOLL_CTL_ADD, added, &event), 0);
        const Child child([&] {
            epoll_event got{};
            const int copy = fcntl(added, F_DUPFD_CLOEXEC, 0);
            dup2(other.ends[0], added);
            if (name == "gone") {
                close(copy);
                close(one.ends[1]);
            }
            epoll_event own = event;
            const int epoll = name == "again" ? epoll_create1(EPOLL_CLOEXEC) : inherited.get();
            // As if it had been added before: what is behind the copy.
            if (name == "again") {
                dup2(copy, added);
                epoll_ctl(epoll, EPOLL_CTL_ADD, added, &own);
                dup2(other.ends[0], added);
            }
            // So that it is seen to wait.
            own.events = EPOLLIN;
            epoll_ctl(epoll, EPOLL_CTL_ADD, other.ends[0], &own);
            epoll_wait(epoll, &got, 1, -1);
        });
        const auto wrong = ref_of(other.ends[0]), right = ref_of(added);
        QVERIFY(wait_for([&] { return wait_of(look.now(), wrong, child.pid()) != nullptr; }));
        const auto& now = *look.kept;
        const auto* wait = wait_of(now, right, child.pid());
        QCOMPARE(wait != nullptr, name != "gone");
        if (wait) QVERIFY(wait->fd != added);
        int waits = 0;
        for (const auto& seen : now.waits_of(*find(now, wrong)))
            waits += now.processes[seen.process].pid == child.pid();
        QCOMPARE(waits, 1);
    }

    // Stopped and continued, it sleeps in restart_syscall(2): what it waits for is the same.
    void aCallThatGoesOnAfterAStopIsTheSame_data() {
        QTest::addColumn<bool>("known");
        QTest::newRow("seen before") << true;
        QTest::newRow("seen for the first time") << false;
    }
    void aCallThatGoesOnAfterAStopIsTheSame() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        QFETCH(bool, known);
        Look before, anew;
        const PipeEnds pipe;
        const int end = pipe.ends[0];
        const Child child([&] {
            pollfd polled{end, POLLIN, 0};
            poll(&polled, 1, -1);
        });
        const auto ref = ref_of(end);
        QVERIFY(wait_for([&] { return wait_of(before.now(), ref, child.pid()) != nullptr; }));
        QCOMPARE(kill(child.pid(), SIGSTOP), 0);
        QVERIFY(wait_for([&] { return state_of(child.pid()) == 'T'; }));
        QCOMPARE(kill(child.pid(), SIGCONT), 0);
        QVERIFY(wait_for([&] { return state_of(child.pid()) == 'S'; }));
        auto& look = known ? before : anew;
        QVERIFY(wait_for([&] { return wait_of(look.now(), ref, child.pid()) != nullptr; }));
        QCOMPARE(wait_of(*look.kept, ref, child.pid())->fd, end);
    }

    // The numbers of its calls mean others here: it is said that they are not known.
    void whatA32BitProgramWaitsForIsNotKnown() {
        const UniqueFd program(small_program());
        QVERIFY(program);
        Look look;
        const Child child([&] {
            char name[] = "small";
            char* args[] = {name, nullptr};
            fexecve(program.get(), args, environ);
        });
        if (!wait_for([&] { return state_of(child.pid()) != 'R' && state_of(child.pid()) != '?'; }) ||
            state_of(child.pid()) == 'Z')
            QSKIP("programs of 32 bits cannot be run here");
        QVERIFY(wait_for(
            [&] { return has_gap(look.now(), "of 32 bits wait for") || state_of(child.pid()) == 'Z'; }));
        if (state_of(child.pid()) == 'Z') QSKIP("programs of 32 bits cannot be run here");
        const auto process = look.kept->process(child.pid());
        QVERIFY(process);
        QVERIFY(look.kept->processes[*process].calls_errno != 0);
    }
};

std::unique_ptr<QObject> monitor_walk::calls() {
    return std::make_unique<TestWalkCalls>();
}
#include "calls.moc"

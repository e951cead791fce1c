// What is easily missed or mistaken: names that mean another object by now, files that are not to be seen,
// figures that only some calls move.
#include "base/unique_fd.h"
#include "conformance/monitor_ipc/monitor_ipc.h"

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/sysmacros.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

namespace {

// For this thread, and what it starts.
bool private_mounts() {
    return unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

// A sample of a probe that is started by this thread; `client`: kept for what follows.
Result<Snap> sample_from_here(std::unique_ptr<MonitorClient>& client) {
    client = start_client();
    if (!client) return failure("no probe");
    return client->sample({.timeout_ns = patience_ns});
}

std::string command_of(const Snapshot& snapshot, const std::string& ref) {
    const auto* cell = cell_in(snapshot, ref, "command");
    return cell && cell->state == CellState::known ? std::string(snapshot.text(cell->text)) : "";
}

}  // namespace

class TestIpcEdges : public IpcSubject {
    Q_OBJECT

private slots:
    // SETVAL makes a last operator, and moves the time of the last change only.
    void whoSetASemaphoreIsItsLastUser() {
        Undo undo;
        const int set = undo.set(1);
        const auto child = undo.child([&] {
            semctl(set, 0, SETVAL, SemaphoreArgument{.value = 3});
            for (;;)
                pause();
        });
        const auto ref = ref_of("sysv_sem", set);
        QVERIFY(wait_for([&] { return semctl(set, 0, GETPID) == child; }));
        QCOMPARE(figure(*now(), ref, "otime"), std::string("0"));
        QCOMPARE(holds_of(*now(), ref, child), (std::vector<std::string>{"last user 0"}));
    }

    // The queue is first met through the one that waits; to fill it in says who is registered with it.
    void aWaitIsNotLostBesideARegisteredQueue() {
        NEEDS_SIGHT(waits);
        Undo undo;
        int ends[2];
        QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
        const auto name = unique_name();
        const mqd_t queue = small_queue(name);
        QVERIFY(queue > ends[0]);
        mq_unlink(name.c_str());
        const auto reader = undo.child([&] {
            char octet = 0;
            static_cast<void>(!read(ends[0], &octet, 1));
        });
        const auto registered = undo.child([&] {
            sigevent event{};
            event.sigev_notify = SIGEV_NONE;
            if (mq_notify(queue, &event) != 0) _exit(1);
            for (;;)
                pause();
        });
        struct stat status {};
        QCOMPARE(fstat(queue, &status), 0);
        struct stat pipe_status {};
        QCOMPARE(fstat(ends[0], &pipe_status), 0);
        mq_close(queue);  // only these two have it
        const auto pipe_ref = fmt::format("pipe:[{}]", pipe_status.st_ino);
        const auto queue_ref = fmt::format("posix_mq:[{}]", status.st_ino);
        QVERIFY(wait_for([&] {
            const auto holds = holds_of(*now(), queue_ref, registered);
            return std::find(holds.begin(), holds.end(), "listener 0") != holds.end();
        }));
        const auto snapshot = when_waiting(pipe_ref, reader);
        QVERIFY(wait_of(*snapshot, pipe_ref, reader));
        close(ends[0]), close(ends[1]);
    }

    // Only who asked for a signal gets one.
    void whatTheRegisteredProcessGets() {
        Undo undo;
        const auto name = unique_name();
        const mqd_t queue = small_queue(name);
        undo.add([=] { mq_close(queue), mq_unlink(name.c_str()); });
        const auto ref = ref_of("posix_mq", name);
        sigevent event{};
        event.sigev_notify = SIGEV_NONE;
        QCOMPARE(mq_notify(queue, &event), 0);
        auto snapshot = now();
        QCOMPARE(figure(*snapshot, ref, "notify"), std::to_string(SIGEV_NONE));
        QCOMPARE(figure(*snapshot, ref, "signal"), std::string("absent"));
        QCOMPARE(figure(*snapshot, ref, "notify_pid"), std::to_string(getpid()));
        QCOMPARE(mq_notify(queue, nullptr), 0);
        event.sigev_notify = SIGEV_THREAD;
        event.sigev_notify_function = [](sigval) {};
        QCOMPARE(mq_notify(queue, &event), 0);
        snapshot = now();
        const auto* object = object_in(*snapshot, ref);
        const auto field = field_index(*snapshot->kind(*object).kind, "notify");
        QCOMPARE(figure(*snapshot, ref, "notify"), std::to_string(SIGEV_THREAD));
        const auto& names = snapshot->kind(*object).kind->fields[field].type.names;
        QVERIFY(std::any_of(names.begin(), names.end(),
                            [](const NamedValue& one) { return one.value == SIGEV_THREAD; }));
        QCOMPARE(mq_notify(queue, nullptr), 0);
    }

    // As a file of the mounted file system.
    void queuesThatWereOpenedByTheirPath() {
        if (private_) QSKIP("what is mounted on /dev/mqueue is of another IPC namespace");
        Undo undo;
        const auto name = unique_name();
        const mqd_t queue = small_queue(name);
        undo.add([=] { mq_close(queue), mq_unlink(name.c_str()); });
        const int file = open(("/dev/mqueue" + name).c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) QSKIP("/dev/mqueue is not mounted");
        undo.add([=] { close(file); });
        QCOMPARE(holds_of(*now(), ref_of("posix_mq", name), getpid()),
                 (std::vector<std::string>{"descriptor 1", "descriptor 3"}));
    }

    // In a tree of files of our own, where the queues of this namespace are mounted.
    void queuesThatWereOpenedByTheirPathElsewhere() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        Undo undo;
        const auto name = unique_name();
        const mqd_t queue = small_queue(name);
        undo.add([=] { mq_close(queue), mq_unlink(name.c_str()); });
        const auto holder = undo.child([&] {
            // Not everywhere is there such a directory.
            if (!private_mounts() || mount("none", "/dev", "tmpfs", 0, nullptr) != 0 ||
                mkdir("/dev/mqueue", 0700) != 0 || mount("none", "/dev/mqueue", "mqueue", 0, nullptr) != 0)
                _exit(1);
            mq_close(queue);
            if (open(("/dev/mqueue" + name).c_str(), O_RDONLY) < 0) _exit(1);
            for (;;)
                pause();
        });
        const auto ref = ref_of("posix_mq", name);
        QVERIFY(wait_for(
            [&] { return holds_of(*now(), ref, holder) == std::vector<std::string>{"descriptor 1"}; }));
    }

    // Where no directory shows the queues, a name is compared with what was seen by opening it.
    void anotherQueueOfTheNameIsLeftAloneWithoutADirectory() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        Undo undo;
        const auto name = unique_name();
        const mqd_t first = small_queue(name);
        undo.add([=] { mq_close(first), mq_unlink(name.c_str()); });
        const auto problem = in_thread([&]() -> std::string {
            if (!private_mounts()) return "skip";
            umount2("/dev/mqueue", MNT_DETACH);
            drop_capabilities({CAP_SYS_ADMIN});
            std::unique_ptr<MonitorClient> client;
            const auto taken = sample_from_here(client);
            if (!taken) return taken.error().text();
            const auto ref = ref_of("posix_mq", name);
            if (!object_in(**taken, ref)) return "a queue that is held is listed by its name";
            mq_unlink(name.c_str());
            const UniqueFd second(small_queue(name));
            auto request = request_for(ref, ActionKind::remove);
            request.seen_ns = (*taken)->taken_ns;
            const auto done = client->act(request, ref);
            if (done) return "another queue was removed";
            if (done.error().text().find("not the one that was seen") == std::string::npos)
                return done.error().text();
            struct stat status {};
            if (fstat(second.get(), &status) != 0 || status.st_nlink != 1) return "it has lost its name";
            const auto again = client->sample({.timeout_ns = patience_ns});
            if (!again) return again.error().text();
            request.seen_ns = (*again)->taken_ns;
            const auto removed = client->act(request, ref);
            return removed ? "" : removed.error().text();
        });
        if (problem == "skip") QSKIP("mounts of our own cannot be had");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    // The kernel tells the limits of System V to everybody.
    void limitsWithoutTheFilesThatSetThem() {
        const auto problem = in_thread([&]() -> std::string {
            if (!private_mounts() || mount("none", "/proc/sys", "tmpfs", 0, nullptr) != 0) return "skip";
            std::unique_ptr<MonitorClient> client;
            const auto taken = sample_from_here(client);
            if (!taken) return taken.error().text();
            msginfo info{};
            msgctl(0, IPC_INFO, reinterpret_cast<msqid_ds*>(&info));
            for (const auto* name : {"msgmni", "semmni", "semmns", "shmmni"})
                if (!object_in(**taken, ref_of("limit", name))) return std::string(name) + " is missing";
            if (!object_in(**taken, "limit_bytes:shmall")) return "shmall is missing";
            if (figure(**taken, "limit:msgmni", "limit") != std::to_string(info.msgmni))
                return figure(**taken, "limit:msgmni", "limit");
            for (const auto& gap : (*taken)->gaps) {
                const std::string words((*taken)->text(gap.words));
                if (!take_apart(words).pattern) return words;
                if (words.find("threads-max cannot be read") != std::string::npos) return "";
            }
            return "nothing says that a limit is missing";
        });
        if (problem == "skip") QSKIP("mounts of our own cannot be had");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    // Other users have sessions, whose buses answer only them.
    void busesOfOthersAreTold() {
        const auto problem = in_thread([&]() -> std::string {
            if (!private_mounts() || mount("none", "/run", "tmpfs", 0, nullptr) != 0 ||
                mkdir("/run/user", 0755) != 0)
                return "skip";
            std::unique_ptr<MonitorClient> client;
            auto taken = sample_from_here(client);
            if (!taken) return taken.error().text();
            const auto told = [&] {
                const auto& gaps = (*taken)->gaps;
                return std::any_of(gaps.begin(), gaps.end(), [&](const SeenGap& gap) {
                    return (*taken)->text(gap.words) == "names of the session buses of other users";
                });
            };
            if (told()) return "there is no other user";
            if (mkdir(fmt::format("/run/user/{}", getuid() + 4711).c_str(), 0700) != 0) return "mkdir";
            taken = client->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            return told() ? "" : "nothing says that there is another bus";
        });
        if (problem == "skip") QSKIP("mounts of our own cannot be had");
        QVERIFY2(problem.empty(), problem.c_str());
    }

    // What is said to raise a limit does, and nothing else.
    void commandsThatRaiseLimits() {
        const auto pids = command_of(*now(), "limit:pids");
        QVERIFY2(pids.empty() || (pids.find("pid_max") == std::string::npos) !=
                                     (pids.find("threads-max") == std::string::npos),
                 pids.c_str());
        if (!private_ || !write_limit("/proc/sys/kernel/msgmni", "20000")) QSKIP("limits cannot be set here");
        auto snapshot = now();
        QCOMPARE(figure(*snapshot, "limit:msgmni", "limit"), std::string("20000"));
        // Twice as many are more than the kernel takes.
        QCOMPARE(command_of(*snapshot, "limit:msgmni"), std::string("sysctl -w kernel.msgmni=32768"));
        QVERIFY(write_limit("/proc/sys/kernel/msgmni", "32768"));
        snapshot = now();
        const auto note = figure(*snapshot, "limit:msgmni", "note");
        QCOMPARE(command_of(*snapshot, "limit:msgmni"), std::string());
        QVERIFY2(take_apart(note).pattern && note.find("ipcmni_extend") != std::string::npos, note.c_str());
        write_limit("/proc/sys/kernel/msgmni", "32000");
    }

    // The lines of maps that one attachment has become are one, with all that may be done in any of them.
    void anAttachmentOfSeveralParts() {
        Undo undo;
        const int segment = undo.segment(3 * 4096);
        auto* const at = static_cast<char*>(shmat(segment, nullptr, 0));
        undo.add([=] { shmdt(at); });
        QCOMPARE(mprotect(at, 4096, PROT_READ), 0);
        const auto ref = ref_of("sysv_shm", segment);
        // Which parts there are is read again when it has been seen that the process has run.
        const auto attached = [&](const char* how) {
            return wait_for([&] {
                return holds_of(*now(), ref, getpid()) ==
                       std::vector<std::string>{how, "creator 0", "last user 0"};
            });
        };
        QVERIFY(attached("attachment 3"));
        QCOMPARE(mprotect(at, 3 * 4096, PROT_READ), 0);
        QVERIFY(attached("attachment 1"));
    }

    // Memory files of huge pages have numbers of another count than the others.
    void memoryFilesOfHugePages() {
        Undo undo;
        const int usual = memfd_create("usual", MFD_CLOEXEC);
        const int huge = memfd_create("huge", MFD_CLOEXEC | MFD_HUGETLB);
        if (huge < 0) QSKIP("there are no huge pages here");
        undo.add([=] { close(usual), close(huge); });
        struct stat a {
        }, b{};
        QVERIFY(fstat(usual, &a) == 0 && fstat(huge, &b) == 0);
        const auto snapshot = now();
        const auto usual_ref = ref_of("memfd", std::to_string(a.st_ino));
        const auto huge_ref =
            ref_of("memfd", fmt::format("[{}:{}:{}]", major(b.st_dev), minor(b.st_dev), b.st_ino));
        QVERIFY(object_in(*snapshot, usual_ref));
        QVERIFY(object_in(*snapshot, huge_ref));
        QCOMPARE(snapshot->text(object_in(*snapshot, huge_ref)->name), std::string_view("huge"));
        QVERIFY(client_->peek(*snapshot, huge_ref, {}).has_value() || geteuid() != 0);
    }

    // Without a name it is still somebody's.
    void aSemaphoreWithoutAName() {
        NEEDS_SIGHT(memory);
        Undo undo;
        const auto name = unique_name();
        sem_t* const semaphore = sem_open(name.c_str(), O_CREAT | O_EXCL, 0640, 7);
        QVERIFY(semaphore != SEM_FAILED);
        undo.add([=] { sem_close(semaphore); });
        chmod(("/dev/shm/sem." + name.substr(1)).c_str(), 0640);
        struct stat file {};
        QCOMPARE(stat(("/dev/shm/sem." + name.substr(1)).c_str(), &file), 0);
        now();
        QCOMPARE(sem_unlink(name.c_str()), 0);
        const auto ref = fmt::format("posix_sem:[{}]", file.st_ino);
        const auto snapshot = now();
        const auto* object = object_in(*snapshot, ref);
        QVERIFY(object);
        QCOMPARE(figure(*snapshot, ref, "value"), std::string("7"));
        if (figure(*snapshot, ref, "mtime").starts_with("not permitted"))
            QSKIP("the files behind mappings may not be looked at here");
        QCOMPARE(object->mode, 0640);
        QCOMPARE(object->uid, geteuid());
        QVERIFY(object->created > 0);
    }

    // What was read by a right that not everybody has, says so.
    void byWhichRightValuesWereRead() {
        Undo undo;
        const int closed = undo.set(1, IPC_PRIVATE, 0600), open_to_all = undo.set(1, IPC_PRIVATE, 0604);
        const auto snapshot = now();
        QVERIFY(object_in(*snapshot, ref_of("sysv_sem", closed))->tier == Tier::same_user);
        QVERIFY(object_in(*snapshot, ref_of("sysv_sem", open_to_all))->tier == Tier::everyone);
    }

    // As the kernel counts it against RLIMIT_MSGQUEUE: exactly so much has to be allowed.
    void memoryOfAUsersQueues() {
        constexpr uid_t user = 54321;
        if (!private_ || !user_may_run(user, "/proc/self/exe")) QSKIP("only root can become another user");
        const auto name = unique_name();
        const auto made_with = [&](rlim_t bytes) {
            return in_thread([&]() -> std::string {
                const pid_t child = fork();
                if (child == 0) {
                    const rlimit limit{bytes, bytes};
                    setrlimit(RLIMIT_MSGQUEUE, &limit);
                    if (!become_user(user)) _exit(2);
                    _exit(small_queue(name, 0644) >= 0 ? 0 : 1);
                }
                int status = -1;
                waitpid(child, &status, 0);
                return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "" : "no";
            });
        };
        Undo undo;
        undo.add([=] { mq_unlink(name.c_str()); });
        if (!made_with(819200).empty()) QSKIP("this user cannot make queues here");
        const auto told = figure(*now(), fmt::format("limit_bytes:msgqueue@{}", user), "used");
        const auto bytes = static_cast<rlim_t>(std::atoll(told.c_str()));
        QVERIFY2(bytes > 0, told.c_str());
        QCOMPARE(mq_unlink(name.c_str()), 0);
        QVERIFY(!made_with(bytes - 1).empty());
        QCOMPARE(made_with(bytes), std::string());
    }
};

std::unique_ptr<QObject> monitor_ipc::edges() {
    return std::make_unique<TestIpcEdges>();
}
#include "edges.moc"

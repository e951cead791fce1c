// The monitor's System V objects, POSIX queues, shared memory and semaphores, held against the kernel's own
// lists and real blocked processes. All objects are made here by plain calls, in an IPC namespace of our own
// where that may be had.
#include "conformance/monitor_ipc/monitor_ipc.h"
#include "helpers/subjects.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

class TestMonitorIpc : public IpcSubject {
    Q_OBJECT

private slots:
    void systemVAsTheKernelAndIpcsListIt() {
        Undo undo;
        const auto key = static_cast<key_t>(0x90000000u | static_cast<unsigned>(getpid()));
        const int queue = undo.queue(key, 0640), empty = undo.queue();
        Message message{5, "hello"};
        QCOMPARE(msgsnd(queue, &message, 5, 0), 0);
        QCOMPARE(msgsnd(queue, &message, 3, 0), 0);
        QCOMPARE(msgrcv(queue, &message, sizeof message.text, 0, 0), 5);
        const int set = undo.set(3, key, 0606), large = undo.set(40);
        std::array<unsigned short, 3> values{4, 0, 7};
        QCOMPARE(semctl(set, 0, SETALL, SemaphoreArgument{.values = values.data()}), 0);
        sembuf operation{1, 2, 0};
        QCOMPARE(semop(set, &operation, 1), 0);
        const int segment = undo.segment(10000, key), marked = undo.segment(4096);
        auto* const at = static_cast<char*>(shmat(segment, nullptr, 0));
        const void* const again = shmat(marked, nullptr, SHM_RDONLY);
        undo.add([=] { shmdt(at), shmdt(again); });
        at[5000] = 'x';
        QCOMPARE(shmctl(marked, IPC_RMID, nullptr), 0);

        const auto snapshot = now();
        compare_list(*snapshot, "sysv_msg", "msg", "msqid", {queue, empty},
                     {{"cbytes", "cbytes"},
                      {"qnum", "messages"},
                      {"lspid", "lspid"},
                      {"lrpid", "lrpid"},
                      {"stime", "stime"},
                      {"rtime", "rtime"},
                      {"ctime", "ctime"},
                      {"cuid", "cuid"},
                      {"cgid", "cgid"}});
        compare_list(*snapshot, "sysv_sem", "sem", "semid", {set, large},
                     {{"nsems", "nsems"}, {"otime", "otime"}, {"ctime", "ctime"}, {"cuid", "cuid"}});
        compare_list(*snapshot, "sysv_shm", "shm", "shmid", {segment, marked},
                     {{"size", "size"},
                      {"cpid", "cpid"},
                      {"lpid", "lpid"},
                      {"nattch", "nattch"},
                      {"rss", "rss"},
                      {"swap", "swap"},
                      {"atime", "atime"},
                      {"dtime", "dtime"},
                      {"ctime", "ctime"}});
        msqid_ds state{};
        QCOMPARE(msgctl(queue, IPC_STAT, &state), 0);
        QCOMPARE(figure(*snapshot, ref_of("sysv_msg", queue), "qbytes"), std::to_string(state.msg_qbytes));
        QCOMPARE(figure(*snapshot, ref_of("sysv_msg", empty), "messages"), std::string("0"));
        const auto set_ref = ref_of("sysv_sem", set);
        QCOMPARE(figure(*snapshot, set_ref, "values"), std::string("4 2 7"));
        QCOMPARE(figure(*snapshot, set_ref, "value"), std::string("13"));
        QCOMPARE(figure(*snapshot, ref_of("sysv_sem", large), "values"),
                 std::string("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ..."));

        // Who holds them.
        const auto segment_ref = ref_of("sysv_shm", segment), marked_ref = ref_of("sysv_shm", marked);
        QCOMPARE(holds_of(*snapshot, segment_ref, getpid()),
                 (std::vector<std::string>{"attachment 3", "creator 0", "last user 0"}));
        QCOMPARE(object_in(*snapshot, segment_ref)->creator, getpid());
        QCOMPARE(holds_of(*snapshot, marked_ref, getpid()),
                 (std::vector<std::string>{"attachment 1", "creator 0", "last user 0"}));
        QVERIFY(object_in(*snapshot, marked_ref)->removed);
        QCOMPARE(figure(*snapshot, marked_ref, "marked"), std::string("1"));
        QVERIFY(!object_in(*snapshot, segment_ref)->removed);
        QCOMPARE(holds_of(*snapshot, ref_of("sysv_msg", queue), getpid()),
                 (std::vector<std::string>{"last user 1", "last user 2"}));
        QCOMPARE(holds_of(*snapshot, set_ref, getpid()), (std::vector<std::string>{"last user 0"}));

        // ipcs prints: key, id, owner, permissions, and figures.
        for (const auto& row : output_of("ipcs -q"))
            if (row.size() == 6 && row[1] == std::to_string(queue)) {
                QCOMPARE(row[0], figure(*snapshot, ref_of("sysv_msg", queue), "key_text"));
                QCOMPARE(row[4], figure(*snapshot, ref_of("sysv_msg", queue), "cbytes"));
                QCOMPARE(row[5], figure(*snapshot, ref_of("sysv_msg", queue), "messages"));
            }
        for (const auto& row : output_of("ipcs -m"))
            if (row.size() >= 6 && row[1] == std::to_string(segment)) {
                QCOMPARE(row[4], figure(*snapshot, segment_ref, "size"));
                QCOMPARE(row[5], figure(*snapshot, segment_ref, "nattch"));
            }
    }

    // Only the first sample reads the list of segments as text, and those after something has changed.
    void segmentsFromSampleToSample() {
        Undo undo;
        const int first = undo.segment(1 << 20), second = undo.segment(1 << 20);
        std::set<int> mine{first, second};
        const auto as_the_kernel = [&] {
            compare_list(*now(), "sysv_shm", "shm", "shmid", mine,
                         {{"size", "size"},
                          {"cpid", "cpid"},
                          {"lpid", "lpid"},
                          {"nattch", "nattch"},
                          {"rss", "rss"},
                          {"swap", "swap"},
                          {"atime", "atime"},
                          {"dtime", "dtime"},
                          {"ctime", "ctime"}});
        };
        as_the_kernel();
        as_the_kernel();
        auto* const at = static_cast<char*>(shmat(first, nullptr, 0));
        as_the_kernel();  // one more attachment, no more memory
        for (int page = 0; page < 5; ++page) {
            at[page * 8192] = 'x';
            as_the_kernel();
        }
        QCOMPARE(shmdt(at), 0);
        as_the_kernel();
        shmid_ds state{};
        QCOMPARE(shmctl(second, IPC_STAT, &state), 0);
        state.shm_perm.mode = 0640;
        QCOMPARE(shmctl(second, IPC_SET, &state), 0);
        as_the_kernel();
        // Another one in its place: the same size, the same sums.
        QCOMPARE(shmctl(second, IPC_RMID, nullptr), 0);
        mine = {first, undo.segment(1 << 20)};
        as_the_kernel();
        QVERIFY(!object_in(*now(), ref_of("sysv_shm", second)));
        for (int again = 0; again < 20; ++again)
            as_the_kernel();
    }

    void whatIsNotShownCanBeSaidInOtherLanguages() {
        const auto snapshot = now();
        for (const auto& gap : snapshot->gaps) {
            const std::string words(snapshot->text(gap.words));
            QVERIFY2(take_apart(words).pattern, words.c_str());
        }
        for (const auto& object : snapshot->objects)
            if (!snapshot->kind(object).kind->held) {
                const std::string name(snapshot->text(object.name));
                QVERIFY2(take_apart(name).pattern, name.c_str());
            }
    }

    void waitersAndWhatTheyWaitFor() {
        NEEDS_SIGHT(waits);
        Undo undo;
        const int queue = undo.queue(), full = undo.queue();
        msqid_ds state{};
        QCOMPARE(msgctl(full, IPC_STAT, &state), 0);
        state.msg_qbytes = 10;
        QCOMPARE(msgctl(full, IPC_SET, &state), 0);
        Message message{1, "0123456789"};
        QCOMPARE(msgsnd(full, &message, 10, 0), 0);
        const int set = undo.set(3);
        QCOMPARE(semctl(set, 1, SETVAL, SemaphoreArgument{.value = 1}), 0);

        const auto receiver = undo.child([&] { msgrcv(queue, &message, 64, 7, 0); });
        const auto other_receiver = undo.child([&] { msgrcv(queue, &message, 64, -3, 0); });
        const auto sender = undo.child([&] { msgsnd(full, &message, 10, 0); });
        const auto lowering = undo.child([&] {
            sembuf operation{0, -2, 0};
            semop(set, &operation, 1);
        });
        const auto for_zero = undo.child([&] {
            std::array<sembuf, 2> operations{{{2, 1, 0}, {1, 0, 0}}};
            const timespec limit{3600, 0};
            semtimedop(set, operations.data(), operations.size(), &limit);
        });

        const auto queue_ref = ref_of("sysv_msg", queue), full_ref = ref_of("sysv_msg", full);
        const auto set_ref = ref_of("sysv_sem", set);
        QCOMPARE(words_of(*when_waiting(queue_ref, receiver), queue_ref, receiver),
                 std::string("a message of type 7"));
        QCOMPARE(words_of(*when_waiting(queue_ref, other_receiver), queue_ref, other_receiver),
                 std::string("a message of a type up to 3"));
        const auto sending = when_waiting(full_ref, sender);
        QCOMPARE(words_of(*sending, full_ref, sender), std::string("room for 10 bytes of type 1"));
        QVERIFY(wait_of(*sending, full_ref, sender)->direction == Access::write);
        const auto rising = when_waiting(set_ref, lowering);
        QCOMPARE(words_of(*rising, set_ref, lowering), std::string("semaphore 0 to reach 2"));
        QVERIFY(!wait_of(*rising, set_ref, lowering)->timed);
        const auto zero = when_waiting(set_ref, for_zero);
        QCOMPARE(words_of(*zero, set_ref, for_zero),
                 std::string("semaphore 1 to become 0 (one of 2 operations)"));
        QVERIFY(wait_of(*zero, set_ref, for_zero)->timed);
        // The kernel's own count: all are asleep by now. (The figures may be of before, the waits of after
        // it.)
        const auto settled = now();
        QCOMPARE(figure(*settled, set_ref, "ncnt"), std::to_string(semctl(set, 0, GETNCNT)));
        QCOMPARE(figure(*settled, set_ref, "zcnt"), std::to_string(semctl(set, 1, GETZCNT)));
        QCOMPARE(semctl(set, 1, GETZCNT), 1);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::vector<std::unique_ptr<QObject>> subjects;
    subjects.push_back(std::make_unique<TestMonitorIpc>());
    for (auto* subject : {&posix, &acts, &contents, &tools, &elsewhere, &edges})
        subjects.push_back(subject());
    return run_subjects(argc, argv, std::move(subjects));
}
#include "test_monitor_ipc.moc"

// POSIX queues, shared memory and semaphores, and names of any octets.
#include "conformance/monitor_ipc/monitor_ipc.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

class TestIpcPosix : public IpcSubject {
    Q_OBJECT

private slots:
    void posixQueues() {
        NEEDS_SIGHT(waits);
        Undo undo;
        const auto name = unique_name();
        mq_attr attr{};
        attr.mq_maxmsg = 4;
        attr.mq_msgsize = 32;
        const mqd_t queue = mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0620, &attr);
        QVERIFY(queue >= 0);
        undo.add([=] { mq_close(queue), mq_unlink(name.c_str()); });
        fchmod(queue, 0620);
        QCOMPARE(mq_send(queue, "hello", 5, 3), 0);
        QCOMPARE(mq_send(queue, "you", 3, 1), 0);
        const auto ref = ref_of("posix_mq", name);
        auto snapshot = now();
        const auto* object = object_in(*snapshot, ref);
        QVERIFY(object);
        QCOMPARE(object->mode, 0620);
        QCOMPARE(object->uid, geteuid());
        QCOMPARE(snapshot->text(object->name), std::string_view(name));
        QCOMPARE(figure(*snapshot, ref, "messages"), std::string("2"));
        QCOMPARE(figure(*snapshot, ref, "maxmsg"), std::string("4"));
        QCOMPARE(figure(*snapshot, ref, "bytes"), std::string("8"));
        QCOMPARE(figure(*snapshot, ref, "capacity"), std::string("128"));
        QCOMPARE(figure(*snapshot, ref, "notify_pid"), std::string("0"));
        QCOMPARE(holds_of(*snapshot, ref, getpid()), (std::vector<std::string>{"descriptor 3"}));
        const auto peeked = client_->peek(*snapshot, ref, {});
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QCOMPARE(field_of(peeked->state, "messages")->integer(), 2);
        QVERIFY(field_of(peeked->state, "contents") || !peeked->note.empty());  // shown, or it says why not

        // Nobody is there to receive, so that a registration stays.
        std::array<char, 32> buffer{};
        QCOMPARE(mq_receive(queue, buffer.data(), buffer.size(), nullptr), 5);
        QCOMPARE(mq_receive(queue, buffer.data(), buffer.size(), nullptr), 3);
        const auto reader = undo.child([&] { mq_receive(queue, buffer.data(), buffer.size(), nullptr); });
        snapshot = when_waiting(ref, reader);
        QCOMPARE(words_of(*snapshot, ref, reader), std::string("a message"));
        QCOMPARE(holds_of(*snapshot, ref, reader), (std::vector<std::string>{"descriptor 3"}));
        sigevent event{};
        event.sigev_notify = SIGEV_SIGNAL;
        event.sigev_signo = SIGUSR2;
        QCOMPARE(mq_notify(queue, &event), 0);
        snapshot = now();
        QCOMPARE(figure(*snapshot, ref, "notify_pid"), std::to_string(getpid()));
        QCOMPARE(figure(*snapshot, ref, "signal"), std::to_string(SIGUSR2));
        QCOMPARE(holds_of(*snapshot, ref, getpid()),
                 (std::vector<std::string>{"descriptor 3", "listener 0"}));

        // Its name goes: it stays, held by two.
        struct stat status {};
        QCOMPARE(fstat(queue, &status), 0);
        QVERIFY(client_->act(request_for(ref, ActionKind::remove), ref));
        QCOMPARE(mq_open(name.c_str(), O_RDONLY), mqd_t{-1});
        snapshot = now();
        QVERIFY(!object_in(*snapshot, ref));
        const auto nameless = ref_of("posix_mq", fmt::format("[{}]", status.st_ino));
        QVERIFY(object_in(*snapshot, nameless));
        QVERIFY(object_in(*snapshot, nameless)->removed);
        QCOMPARE(figure(*snapshot, nameless, "maxmsg"), std::string("4"));
        QCOMPARE(holds_of(*snapshot, nameless, reader), (std::vector<std::string>{"descriptor 3"}));
    }

    void posixMemory() {
        NEEDS_SIGHT(memory);
        NEEDS_SIGHT(descriptors);
        Undo undo;
        const auto name = unique_name();
        const int fd = shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0604);
        const int memory = memfd_create("monitor memory", MFD_CLOEXEC | MFD_ALLOW_SEALING);
        undo.add([=] { shm_unlink(name.c_str()), close(fd), close(memory); });
        QCOMPARE(ftruncate(fd, 20000), 0);
        QCOMPARE(ftruncate(memory, 8192), 0);
        QCOMPARE(pwrite(fd, "contents", 8, 9000), 8);
        QCOMPARE(fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK), 0);
        void* const at = mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
        QVERIFY(at != MAP_FAILED);
        undo.add([=] { munmap(at, 8192); });
        std::strcpy(static_cast<char*>(at) + 100, "mapped");
        struct stat named {
        }, nameless{};
        QCOMPARE(fstat(fd, &named), 0);
        QCOMPARE(fstat(memory, &nameless), 0);

        const auto ref = ref_of("posix_shm", name);
        const auto memory_ref = ref_of("memfd", std::to_string(nameless.st_ino));
        auto snapshot = now();
        const auto* object = object_in(*snapshot, ref);
        QVERIFY(object);
        QCOMPARE(object->mode, 0604);
        QCOMPARE(figure(*snapshot, ref, "size"), std::string("20000"));
        QCOMPARE(figure(*snapshot, ref, "allocated"), std::to_string(named.st_blocks * 512));
        QCOMPARE(holds_of(*snapshot, ref, getpid()), (std::vector<std::string>{"descriptor 3"}));
        QVERIFY(object_in(*snapshot, memory_ref));
        QCOMPARE(snapshot->text(object_in(*snapshot, memory_ref)->name), std::string_view("monitor memory"));
        QCOMPARE(figure(*snapshot, memory_ref, "size"), std::string("8192"));
        QCOMPARE(figure(*snapshot, memory_ref, "seals"), std::to_string(F_SEAL_SHRINK));
        QCOMPARE(holds_of(*snapshot, memory_ref, getpid()),
                 (std::vector<std::string>{"descriptor 3", "mapping 3"}));

        PeekRequest part;
        part.offset = 8998;
        part.limit = 12;
        auto peeked = client_->peek(*snapshot, ref, part);
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QCOMPARE(field_of(peeked->state, "contents")->bytes(), std::string("\0\0contents\0\0", 12));
        QVERIFY(!peeked->note.empty());
        struct stat after {};
        QCOMPARE(fstat(fd, &after), 0);
        QCOMPARE(after.st_blocks, named.st_blocks);
        QCOMPARE(after.st_atim.tv_sec, named.st_atim.tv_sec);
        QCOMPARE(after.st_atim.tv_nsec, named.st_atim.tv_nsec);
        part.offset = 100;
        part.limit = 6;
        peeked = client_->peek(*snapshot, memory_ref, part);
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QCOMPARE(field_of(peeked->state, "contents")->bytes(), std::string("mapped"));

        QVERIFY(client_->act(request_for(ref, ActionKind::permissions, {{"mode", 0640}}), ref));
        QCOMPARE(fstat(fd, &after), 0);
        QCOMPARE(after.st_mode & 07777u, 0640u);
        QVERIFY(client_->act(request_for(ref, ActionKind::remove), ref));
        snapshot = now();
        QVERIFY(!object_in(*snapshot, ref));
        const auto left = ref_of("posix_shm", fmt::format("[{}]", named.st_ino));
        QVERIFY(object_in(*snapshot, left));
        QVERIFY(object_in(*snapshot, left)->removed);
        QCOMPARE(figure(*snapshot, left, "size"), std::string("20000"));
        part.offset = 9000;
        part.limit = 8;
        peeked = client_->peek(*snapshot, left, part);
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QCOMPARE(field_of(peeked->state, "contents")->bytes(), std::string("contents"));
    }

    void posixSemaphores() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        Undo undo;
        const auto name = unique_name();
        sem_t* const semaphore = sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, 2);
        QVERIFY(semaphore != SEM_FAILED);
        undo.add([=] { sem_close(semaphore), sem_unlink(name.c_str()); });
        const auto ref = ref_of("posix_sem", name);
        auto snapshot = now();
        QCOMPARE(figure(*snapshot, ref, "value"), std::string("2"));
        // Its creator has it mapped under another name.
        QCOMPARE(holds_of(*snapshot, ref, getpid()), (std::vector<std::string>{"mapping 3"}));
        QCOMPARE(sem_wait(semaphore), 0);
        QCOMPARE(sem_wait(semaphore), 0);
        const auto waiter = undo.child([&] {
            sem_t* const opened = sem_open(name.c_str(), 0);
            sem_wait(opened);
        });
        snapshot = when_waiting(ref, waiter);
        QCOMPARE(words_of(*snapshot, ref, waiter), std::string("a post"));
        snapshot = now();
        QCOMPARE(figure(*snapshot, ref, "value"), std::string("0"));
        QCOMPARE(figure(*snapshot, ref, "sem_waiters"), std::string("1"));
        const auto peeked = client_->peek(*snapshot, ref, {});
        QVERIFY2(peeked, peeked ? "" : peeked.error().text().c_str());
        QVERIFY(peeked->how.find("glibc") != std::string::npos);
        const auto* list = field_of(peeked->state, "semaphore")->as<List>();
        QVERIFY(list && list->size() == 1);
        QCOMPARE(field_of(*list->front().as<Fields>(), "waiters")->integer(), 1);

        QVERIFY(client_->act(request_for(ref, ActionKind::remove), ref));
        snapshot = now();
        QVERIFY(!object_in(*snapshot, ref));
        for (const auto& object : snapshot->objects)
            if (object.removed && snapshot->text(object.name) == name) {
                QVERIFY(wait_of(*snapshot, snapshot->ref(object), waiter));
                return;
            }
        QFAIL("the semaphore without a name is not listed");
    }

    void namesOfAnyOctets() {
        Undo undo;
        for (const std::string more :
             {" with blanks ", "new\nline", "\"quotes'", "\xff\xfe%41", " (deleted)"}) {
            const auto name = unique_name(more);
            const mqd_t queue = small_queue(name);
            const int fd = shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
            sem_t* const semaphore = sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, 1);
            undo.add([=] {
                mq_close(queue), mq_unlink(name.c_str()), close(fd), shm_unlink(name.c_str());
                sem_close(semaphore), sem_unlink(name.c_str());
            });
            QVERIFY(queue >= 0 && fd >= 0 && semaphore != SEM_FAILED);
            const auto snapshot = now();
            for (const auto* prefix : {"posix_mq", "posix_shm", "posix_sem"}) {
                const auto ref = ref_of(prefix, name);
                QVERIFY2(object_in(*snapshot, ref), ref.c_str());
                QCOMPARE(snapshot->text(object_in(*snapshot, ref)->name), std::string_view(name));
                QVERIFY2(holds_of(*snapshot, ref, getpid()).size() == 1, ref.c_str());
                const auto removed = client_->act(request_for(ref, ActionKind::remove), ref);
                QVERIFY2(removed, removed ? "" : removed.error().text().c_str());
            }
            QCOMPARE(shm_open(name.c_str(), O_RDONLY, 0), -1);
            QCOMPARE(mq_open(name.c_str(), O_RDONLY), mqd_t{-1});
            QVERIFY(sem_open(name.c_str(), 0) == SEM_FAILED);
        }
    }
};

std::unique_ptr<QObject> monitor_ipc::posix() {
    return std::make_unique<TestIpcPosix>();
}
#include "posix.moc"

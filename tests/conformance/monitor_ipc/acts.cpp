// Looks into objects and actions on them; other users and namespaces.
#include "conformance/monitor_ipc/monitor_ipc.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

class TestIpcActs : public IpcSubject {
    Q_OBJECT

private slots:
    void peeksChangeNoFigure() {
        NEEDS_SIGHT(memory);
        Undo undo;
        const int queue = undo.queue(), set = undo.set(2), segment = undo.segment(5 * 4096);
        Message message{9, "first"};
        QCOMPARE(msgsnd(queue, &message, 5, 0), 0);
        QCOMPARE(semctl(set, 1, SETVAL, SemaphoreArgument{.value = 6}), 0);
        auto* const at = static_cast<char*>(shmat(segment, nullptr, 0));
        undo.add([=] { shmdt(at); });
        std::strcpy(at + 8192, "shared");
        const auto rows = [&] {
            return kernel_row("msg", "msqid", queue) + kernel_row("sem", "semid", set) +
                   kernel_row("shm", "shmid", segment);
        };
        const auto before = rows();
        const auto snapshot = now();
        const auto messages = client_->peek(*snapshot, ref_of("sysv_msg", queue), {});
        QVERIFY2(messages, messages ? "" : messages.error().text().c_str());
        const auto* list = field_of(messages->state, "contents")->as<List>();
        QCOMPARE(list->size(), std::size_t{1});
        QCOMPARE(field_of(*list->front().as<Fields>(), "data")->bytes(), std::string("first"));
        QCOMPARE(field_of(*list->front().as<Fields>(), "type")->integer(), 9);
        const auto semaphores = client_->peek(*snapshot, ref_of("sysv_sem", set), {});
        QVERIFY2(semaphores, semaphores ? "" : semaphores.error().text().c_str());
        list = field_of(semaphores->state, "semaphores")->as<List>();
        QCOMPARE(field_of(*(*list)[1].as<Fields>(), "value")->integer(), 6);
        PeekRequest all;
        const auto bytes = client_->peek(*snapshot, ref_of("sysv_shm", segment), all);
        QVERIFY2(bytes, bytes ? "" : bytes.error().text().c_str());
        QCOMPARE(field_of(bytes->state, "contents")->bytes().size(), std::size_t{5 * 4096});
        QCOMPARE(field_of(bytes->state, "contents")->bytes().substr(8192, 7), std::string("shared\0", 7));
        // What a look had changed would stay changed; a row may be read while others make and remove theirs.
        if (!wait_for([&] { return rows() == before; })) QCOMPARE(rows().c_str(), before.c_str());

        // Attached nowhere: only by attaching, which is not done unasked.
        const int alone = undo.segment(4096);
        const auto row = kernel_row("shm", "shmid", alone);
        const auto ref = ref_of("sysv_shm", alone);
        const auto with_it = now();
        const auto refused = client_->peek(*with_it, ref, all);
        QVERIFY(!refused);
        QVERIFY(refused.error().text().find("attached") != std::string::npos);
        QCOMPARE(kernel_row("shm", "shmid", alone), row);
        all.allow_fetch = true;
        const auto allowed = client_->peek(*with_it, ref, all);
        QVERIFY2(allowed, allowed ? "" : allowed.error().text().c_str());
        QVERIFY(allowed->tier == Tier::fetched);
        for (const auto& words :
             {messages->how, semaphores->how, bytes->how, allowed->how, refused.error().message})
            QVERIFY2(take_apart(words).pattern, words.c_str());
        QVERIFY(messages->tier == Tier::same_user);  // 0600, and our own
        QCOMPARE(field_of(allowed->state, "contents")->bytes(), std::string(4096, '\0'));
    }

    void actionsDoWhatTheySay() {
        Undo undo;
        const int queue = undo.queue(), set = undo.set(1), segment = undo.segment(4096);
        static_cast<void>(now());
        const auto ref = ref_of("sysv_msg", queue);
        QVERIFY(client_->act(request_for(ref, ActionKind::limits, {{"qbytes", 100}}), ref));
        QVERIFY(client_->act(request_for(ref, ActionKind::permissions, {{"mode", 0644}}), ref));
        msqid_ds state{};
        QCOMPARE(msgctl(queue, IPC_STAT, &state), 0);
        QCOMPARE(state.msg_qbytes, msglen_t{100});
        QCOMPARE(state.msg_perm.mode & 0777u, 0644u);
        QCOMPARE(state.msg_perm.uid, geteuid());
        const auto set_ref = ref_of("sysv_sem", set), segment_ref = ref_of("sysv_shm", segment);
        QVERIFY(client_->act(request_for(set_ref, ActionKind::permissions, {{"mode", 0606}}), set_ref));
        QVERIFY(
            client_->act(request_for(segment_ref, ActionKind::permissions, {{"mode", 0660}}), segment_ref));
        QCOMPARE(kernel_rows("sem", "semid")[std::to_string(set)]["perms"], std::string("606"));
        QCOMPARE(kernel_rows("shm", "shmid")[std::to_string(segment)]["perms"], std::string("660"));
        QVERIFY(!client_->act(request_for(ref, ActionKind::remove), set_ref));  // another was confirmed
        QCOMPARE(msgctl(queue, IPC_STAT, &state), 0);
        for (const auto& one : {ref, set_ref, segment_ref}) {
            QVERIFY(client_->act(request_for(one, ActionKind::remove), one));
            const auto again = client_->act(request_for(one, ActionKind::remove), one);
            QVERIFY(!again);
            QVERIFY2(again.error().text().find("any more") != std::string::npos,
                     again.error().text().c_str());
        }
        QCOMPARE(msgctl(queue, IPC_STAT, &state), -1);
        QVERIFY(kernel_rows("sem", "semid").count(std::to_string(set)) == 0);
        QVERIFY(kernel_rows("shm", "shmid").count(std::to_string(segment)) == 0);
    }

    void anotherOneOfTheSameNameOrIdIsLeftAlone() {
        Undo undo;
        const auto name = unique_name();
        const int first = shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        undo.add([=] { shm_unlink(name.c_str()), close(first); });
        static_cast<void>(now());
        QCOMPARE(shm_unlink(name.c_str()), 0);
        const int second = shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        undo.add([=] { close(second); });
        const auto ref = ref_of("posix_shm", name);
        const auto refused = client_->act(request_for(ref, ActionKind::remove), ref);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().find("not the one that was seen") != std::string::npos,
                 refused.error().text().c_str());
        struct stat status {};
        QCOMPARE(fstat(second, &status), 0);
        QCOMPARE(status.st_nlink, nlink_t{1});

        // The kernel gives an identifier again when it is told to (CONFIG_CHECKPOINT_RESTORE).
        const int queue = undo.queue();
        static_cast<void>(now());
        QCOMPARE(msgctl(queue, IPC_RMID, nullptr), 0);
        if (!private_ || !write_limit("/proc/sys/kernel/msg_next_id", std::to_string(queue)))
            QSKIP("identifiers cannot be chosen here");
        const int reused = undo.queue(static_cast<key_t>(0x51000000 | getpid()));
        QCOMPARE(reused, queue);
        const auto queue_ref = ref_of("sysv_msg", queue);
        const auto kept = client_->act(request_for(queue_ref, ActionKind::remove), queue_ref);
        QVERIFY(!kept);
        QVERIFY2(kept.error().text().find("not the one that was seen") != std::string::npos,
                 kept.error().text().c_str());
        msqid_ds state{};
        QCOMPARE(msgctl(reused, IPC_STAT, &state), 0);
    }

    // A name or number that was given anew between the question and the answer, and was sampled since.
    void whatWasMadeSinceItWasSeenIsLeftAlone() {
        Undo undo;
        const auto key = static_cast<key_t>(0xa0000000u | static_cast<unsigned>(getpid()));
        const auto name = unique_name(), memory = unique_name();
        const auto make = [&] {
            mq_close(small_queue(name));
            close(shm_open(memory.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600));
        };
        undo.add([=] { mq_unlink(name.c_str()), shm_unlink(memory.c_str()); });
        const int queue = undo.queue(key);
        make();
        const auto seen = now();
        QVERIFY(object_in(*seen, ref_of("posix_mq", name)));
        QCOMPARE(mq_unlink(name.c_str()), 0);
        QCOMPARE(shm_unlink(memory.c_str()), 0);
        make();
        now();  // the probe knows the new ones by now
        for (const auto& ref : {ref_of("posix_mq", name), ref_of("posix_shm", memory)}) {
            auto request = request_for(ref, ActionKind::remove);
            request.seen_ns = seen->taken_ns;
            const auto done = client_->act(request, ref);
            QVERIFY2(!done, ref.c_str());
            QVERIFY2(done.error().text().find("not the one that was seen") != std::string::npos,
                     done.error().text().c_str());
        }
        // What is still the same may be acted on, and so may the new ones once they have been seen.
        const auto again = now();
        for (const auto& ref :
             {ref_of("posix_mq", name), ref_of("posix_shm", memory), ref_of("sysv_msg", queue)}) {
            auto request = request_for(ref, ActionKind::remove);
            request.seen_ns = ref.starts_with("sysv") ? seen->taken_ns : again->taken_ns;
            const auto done = client_->act(request, ref);
            QVERIFY2(done, done ? "" : done.error().text().c_str());
        }
    }

    void objectsOfAnotherUser() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("only root can become another user, who may start the probe");
        Undo undo;
        const int queue = undo.queue(), set = undo.set(2), segment = undo.segment(4096);
        const auto name = unique_name();
        const mqd_t posix = small_queue(name);
        sem_t* const semaphore = sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, 5);
        undo.add([=] {
            mq_close(posix), mq_unlink(name.c_str()), sem_close(semaphore), sem_unlink(name.c_str());
        });
        void* const at = shmat(segment, nullptr, 0);
        undo.add([=] { shmdt(at); });
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "the user cannot be changed";
            const auto client = start_client();
            if (!client) return "no probe";
            const auto taken = client->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const auto& snapshot = **taken;
            const auto queue_ref = ref_of("sysv_msg", queue), set_ref = ref_of("sysv_sem", set),
                       segment_ref = ref_of("sysv_shm", segment), sem_ref = ref_of("posix_sem", name);
            if (figure(snapshot, queue_ref, "messages") != "0") return "the queue's figures are public";
            if (figure(snapshot, set_ref, "nsems") != "2") return "the set's size is public";
            if (!figure(snapshot, set_ref, "value").starts_with("not permitted"))
                return "values: " + figure(snapshot, set_ref, "value");
            if (!figure(snapshot, set_ref, "ncnt").starts_with("not permitted"))
                return "waiters: " + figure(snapshot, set_ref, "ncnt");
            if (figure(snapshot, segment_ref, "nattch") != "1") return "the segment's figures are public";
            if (object_in(snapshot, segment_ref)->holders_complete) return "not all holders can be known";
            if (!figure(snapshot, sem_ref, "value").starts_with("not permitted"))
                return "semaphore: " + figure(snapshot, sem_ref, "value");
            for (const auto& ref : {queue_ref, set_ref, segment_ref, sem_ref}) {
                if (client->peek(snapshot, ref, {})) return ref + " was looked into";
                if (client->act(request_for(ref, ActionKind::remove), ref)) return ref + " was removed";
            }
            for (const auto& gap : snapshot.gaps)
                if (snapshot.text(gap.words).find("message queues") != std::string_view::npos) return "";
            return object_in(snapshot, ref_of("posix_mq", name)) ? "" : "nothing says why queues are missing";
        });
        QVERIFY2(problem.empty(), problem.c_str());
        msqid_ds state{};
        QCOMPARE(msgctl(queue, IPC_STAT, &state), 0);
    }

    void anotherNamespaceIsEnteredToLookAndLeftAlone() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        Undo undo;
        const int queue = undo.queue(), set = undo.set(2), segment = undo.segment(5000);
        const Message message{5, "hello"};
        QCOMPARE(msgsnd(queue, &message, 5, 0), 0);
        struct stat ours {};
        QCOMPARE(stat("/proc/self/ns/ipc", &ours), 0);
        const auto there = [&](const char* prefix, int id) {
            return ref_of(prefix, fmt::format("ipc:[{}]/{}", std::uint64_t{ours.st_ino}, id));
        };
        const auto name = unique_name();
        const mqd_t posix = small_queue(name);
        undo.add([=] { mq_close(posix), mq_unlink(name.c_str()); });
        struct stat status {};
        QCOMPARE(fstat(posix, &status), 0);
        const auto problem = in_thread([&]() -> std::string {
            if (!private_ipc_namespace()) return "no namespace";
            const auto client = start_client();
            if (!client) return "no probe";
            const auto taken = client->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const auto& snapshot = **taken;
            if (object_in(snapshot, ref_of("sysv_msg", queue))) return "a queue of another namespace";
            if (object_in(snapshot, ref_of("posix_mq", name))) return "a POSIX queue of another namespace";
            if (const auto words = figure(snapshot, there("sysv_msg", queue), "messages"); words != "1")
                return "the queue of another namespace: " + words;
            if (const auto words = figure(snapshot, there("sysv_sem", set), "nsems"); words != "2")
                return "the set of another namespace: " + words;
            if (const auto words = figure(snapshot, there("sysv_shm", segment), "size"); words != "5000")
                return "the segment of another namespace: " + words;
            const auto ref = there("sysv_msg", queue);
            if (object_in(snapshot, ref)->space != ours.st_ino) return "it is not said where the queue is";
            if (client->peek(snapshot, ref, {})) return "it was looked into from outside";
            if (client->act(request_for(ref, ActionKind::remove), ref)) return "it was removed from outside";
            bool foreign = false;
            for (const auto& object : snapshot.objects)
                foreign =
                    foreign || (snapshot.text(object.name) == name && object.space != snapshot.ipc_namespace);
            if (!foreign) return "a descriptor of a queue elsewhere is not shown";
            for (const auto& gap : snapshot.gaps)
                if (snapshot.text(gap.words).find("other IPC namespaces") != std::string_view::npos)
                    return "";
            return "nothing says that there are other namespaces";
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }
};

std::unique_ptr<QObject> monitor_ipc::acts() {
    return std::make_unique<TestIpcActs>();
}
#include "acts.moc"

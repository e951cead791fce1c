// Contents of the object that was asked for, where other namespaces have others of the same number.
#include "conformance/monitor_ipc/monitor_ipc.h"

#include <sys/mount.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

namespace {

// A process says that it is where it should be; "" = it could not get there.
struct Signpost {
    int ends[2] = {-1, -1};
    Signpost() { static_cast<void>(!pipe2(ends, O_CLOEXEC)); }
    ~Signpost() {
        close(ends[0]);
        if (ends[1] >= 0) close(ends[1]);
    }
    Signpost(const Signpost&) = delete;
    Signpost& operator=(const Signpost&) = delete;
    void ready(int number) const { static_cast<void>(!write(ends[1], &number, sizeof number)); }
    // The number; -1 = it has ended.
    int wait() {
        close(std::exchange(ends[1], -1));
        int number = -1;
        return read(ends[0], &number, sizeof number) == sizeof number ? number : -1;
    }
};

std::string contents_of(const Result<Peeked>& peeked, std::size_t size) {
    if (!peeked) return peeked.error().text();
    const auto* bytes = field_of(peeked->state, "contents");
    return bytes ? bytes->bytes().substr(0, size) : "no contents";
}

}  // namespace

class TestIpcElsewhere : public IpcSubject {
    Q_OBJECT

private slots:
    // The inode of an attachment is the segment's number, which is given in each namespace anew.
    void aSegmentOfAnotherNamespaceIsNotShown() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        NEEDS_SIGHT(memory);
        Undo undo;
        const int ours = undo.segment(4096);
        QVERIFY(ours >= 0);
        const auto attach = [](int id, const char* text) {
            auto* const at = static_cast<char*>(shmat(id, nullptr, 0));
            if (at == reinterpret_cast<char*>(-1)) _exit(1);
            std::strcpy(at, text);
        };
        Signpost there, here;
        // It was started before, so that it comes first in a look at all processes.
        undo.child([&] {
            if (!private_ipc_namespace()) _exit(1);
            if (ours > 0 && !write_limit("/proc/sys/kernel/shm_next_id", std::to_string(ours))) _exit(1);
            const int theirs = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
            attach(theirs, "theirs");
            there.ready(theirs);
            pause();
        });
        if (there.wait() != ours) QSKIP("identifiers cannot be chosen here");
        undo.child([&] {
            attach(ours, "ours");
            here.ready(ours);
            pause();
        });
        QCOMPARE(here.wait(), ours);
        const auto snapshot = now();
        const auto peeked = client_->peek(*snapshot, ref_of("sysv_shm", ours), {});
        QCOMPARE(contents_of(peeked, 5), std::string("ours\0", 5));
    }

    // Nobody of ours has it attached by its number; a process of another namespace seems to.
    void aSegmentThatOnlyOthersSeemToHaveIsNotTakenFromThem() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        NEEDS_SIGHT(memory);
        Undo undo;
        const int ours = undo.segment(4096);
        Signpost moved;
        // Attached here, and gone to another namespace since: who is there is asked for nothing of ours.
        undo.child([&] {
            auto* const at = static_cast<char*>(shmat(ours, nullptr, 0));
            if (at == reinterpret_cast<char*>(-1) || !private_ipc_namespace()) _exit(1);
            std::strcpy(at, "brought along");
            moved.ready(ours);
            pause();
        });
        QCOMPARE(moved.wait(), ours);
        const auto snapshot = now();
        const auto ref = ref_of("sysv_shm", ours);
        QVERIFY(!client_->peek(*snapshot, ref, {}));
        PeekRequest how;
        how.allow_fetch = true;  // attached by its number: that is certain
        QCOMPARE(contents_of(client_->peek(*snapshot, ref, how), 7), std::string("brought"));
    }

    // Files of two file systems that have the same number, and are only mapped.
    void memoryOfAnotherFileSystemIsNotShown() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        NEEDS_SIGHT(memory);
        Undo undo;
        std::map<std::string, pid_t> children;
        for (const char* text : {"first", "second"}) {
            Signpost there;
            children[text] = undo.child([&] {
                if (unshare(CLONE_NEWNS) != 0 ||
                    mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                    mount("none", "/dev/shm", "tmpfs", 0, nullptr) != 0)
                    _exit(1);
                const int fd = shm_open("/same", O_CREAT | O_EXCL | O_RDWR, 0600);
                if (fd < 0 || ftruncate(fd, 4096) != 0) _exit(1);
                auto* const at = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
                if (at == MAP_FAILED) _exit(1);
                std::strcpy(static_cast<char*>(at), text);
                struct stat status {};
                if (fstat(fd, &status) != 0) _exit(1);
                close(fd);
                there.ready(static_cast<int>(status.st_ino));
                pause();
            });
            if (there.wait() < 0) QSKIP("nothing can be mounted here");
        }
        const auto snapshot = now();
        std::size_t found = 0;
        for (const auto& object : snapshot->objects) {
            const auto ref = snapshot->ref(object);
            if (!ref.starts_with("posix_shm:[")) continue;
            for (const auto& [text, pid] : children)
                if (!holds_of(*snapshot, ref, pid).empty()) {
                    ++found;
                    QCOMPARE(contents_of(client_->peek(*snapshot, ref, {}), text.size()), text);
                }
        }
        QCOMPARE(found, std::size_t{2});
    }

    // A message is shown whole, as far as the limit goes; and it is said what is not.
    void longMessagesAreWhole() {
        Undo undo;
        const int queue = undo.queue();
        struct {
            long type = 5;
            char text[4000];
        } message;
        std::memset(message.text, 'x', sizeof message.text);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(msgsnd(queue, &message, sizeof message.text, IPC_NOWAIT), 0);
        const auto snapshot = now();
        const auto ref = ref_of("sysv_msg", queue);
        const auto lengths = [&](std::size_t limit, std::string& note) {
            PeekRequest how;
            how.limit = limit;
            const auto peeked = client_->peek(*snapshot, ref, how);
            std::vector<std::size_t> out;
            if (!peeked) return out;
            note = peeked->note;
            const auto contents = *field_of(peeked->state, "contents");
            for (const auto& one : *contents.as<List>())
                out.push_back(field_of(*one.as<Fields>(), "data")->bytes().size());
            return out;
        };
        using Lengths = std::vector<std::size_t>;
        std::string note = "none yet";
        QCOMPARE(lengths(64 * 1024, note), (Lengths{4000, 4000, 4000}));
        QCOMPARE(note, std::string());
        QCOMPARE(lengths(4100, note), (Lengths{4000, 100}));
        QCOMPARE(note, std::string("the first 2 of 3 messages, 1 of 2 messages are cut short"));
        QVERIFY(take_apart(note).pattern);
        QCOMPARE(take_apart(note).args.size(), std::size_t{4});
        QCOMPARE(lengths(4000, note), Lengths{4000});
        QCOMPARE(note, std::string("the first 1 of 3 messages"));
        QCOMPARE(lengths(11'900, note), (Lengths{4000, 4000, 3900}));
        QCOMPARE(note, std::string("1 of 3 messages are cut short"));
    }
};

std::unique_ptr<QObject> monitor_ipc::elsewhere() {
    return std::make_unique<TestIpcElsewhere>();
}
#include "elsewhere.moc"

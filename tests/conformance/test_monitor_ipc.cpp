// The monitor's System V objects, POSIX queues, shared memory and semaphores, held against the kernel's own
// lists and real blocked processes. All objects are made here by plain calls, in an IPC namespace of our own
// where that may be had.
#include "helpers/sandbox.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "monitor/client.h"
#include "snapshot/ref.h"

#include <QtTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <mqueue.h>
#include <semaphore.h>
#include <set>
#include <sstream>

#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr std::int64_t patience_ns = 60'000'000'000;  // a loaded machine, under a sanitizer

union SemaphoreArgument {
    int value;
    semid_ds* state;
    unsigned short* values;
};

struct Message {
    long type;
    char text[64];
};

// Undone at the end of the test, whatever happens in it.
class Undo {
public:
    ~Undo() {
        for (auto i = all_.rbegin(); i != all_.rend(); ++i)
            (*i)();
    }
    void add(std::function<void()> how) { all_.push_back(std::move(how)); }
    int queue(key_t key = IPC_PRIVATE, int mode = 0600) {
        const int id = msgget(key, IPC_CREAT | IPC_EXCL | mode);
        add([id] { msgctl(id, IPC_RMID, nullptr); });
        return id;
    }
    int set(int count, key_t key = IPC_PRIVATE, int mode = 0600) {
        const int id = semget(key, count, IPC_CREAT | IPC_EXCL | mode);
        add([id] { semctl(id, 0, IPC_RMID); });
        return id;
    }
    int segment(std::size_t size, key_t key = IPC_PRIVATE, int mode = 0600) {
        const int id = shmget(key, size, IPC_CREAT | IPC_EXCL | mode);
        add([id] { shmctl(id, IPC_RMID, nullptr); });
        return id;
    }
    // A process that does this, and is killed at the end.
    pid_t child(const std::function<void()>& work) {
        const pid_t parent = getpid();
        const pid_t pid = fork();
        if (pid == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (getppid() == parent) work();
            _exit(0);
        }
        add([pid] {
            kill(pid, SIGKILL);
            waitpid(pid, nullptr, 0);
        });
        return pid;
    }

private:
    std::vector<std::function<void()>> all_;
};

std::string unique_name(std::string_view more = "") {
    static int count = 0;
    return fmt::format("/ipcscope-monitor-{}-{}{}", getpid(), ++count, more);
}

// Small: all of a user's queues share RLIMIT_MSGQUEUE, also those of tests that run beside this one.
mqd_t small_queue(const std::string& name, int mode = 0600) {
    mq_attr attr{};
    attr.mq_maxmsg = 4;
    attr.mq_msgsize = 32;
    return mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode, &attr);
}

std::string slurp(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

// Rows of /proc/sysvipc/NAME by id, their numbers as they are written.
using Row = std::map<std::string, std::string>;
std::map<std::string, Row> kernel_rows(const std::string& name, const std::string& id_column) {
    std::istringstream text(slurp("/proc/sysvipc/" + name));
    std::string line, word;
    std::getline(text, line);
    std::istringstream head(line);
    std::vector<std::string> columns;
    while (head >> word)
        columns.push_back(word);
    std::map<std::string, Row> out;
    while (std::getline(text, line)) {
        std::istringstream words(line);
        Row row;
        for (const auto& column : columns)
            words >> row[column];
        out[row[id_column]] = row;
    }
    return out;
}

std::string kernel_row(const std::string& name, const std::string& id_column, int id) {
    std::string out;
    auto rows = kernel_rows(name, id_column);
    for (const auto& [column, value] : rows[std::to_string(id)])
        out += column + "=" + value + " ";
    return out;
}

// What a program prints: rows of words.
std::vector<std::vector<std::string>> output_of(const char* command) {
    std::vector<std::vector<std::string>> out;
    FILE* const pipe = popen(command, "re");
    if (!pipe) return out;
    std::array<char, 4096> line{};
    while (fgets(line.data(), static_cast<int>(line.size()), pipe)) {
        std::istringstream words(line.data());
        auto& row = out.emplace_back();
        for (std::string word; words >> word;)
            row.push_back(word);
    }
    pclose(pipe);
    return out;
}

using Snap = std::shared_ptr<const Snapshot>;

const SeenObject* object_in(const Snapshot& snapshot, const std::string& ref) {
    const auto found = snapshot.find(ref);
    return found ? &snapshot.objects[*found] : nullptr;
}

const Cell* cell_in(const Snapshot& snapshot, const std::string& ref, const char* field) {
    const auto* object = object_in(snapshot, ref);
    if (!object) return nullptr;
    const auto index = field_index(*snapshot.kind(*object).kind, field);
    return index == no_kind ? nullptr : &snapshot.cell(*object, index);
}

// The field as text: "42", a text, "not permitted: ...", "?" = no such object or field.
std::string figure(const Snapshot& snapshot, const std::string& ref, const char* field) {
    const auto* cell = cell_in(snapshot, ref, field);
    if (!cell) return "?";
    const auto words = std::string(snapshot.text(cell->text));
    switch (cell->state) {
        case CellState::absent: return "absent";
        case CellState::not_permitted: return "not permitted: " + words;
        case CellState::not_available: return "not available: " + words;
        case CellState::known: return cell->text != 0 ? words : std::to_string(cell->number);
    }
    return "?";
}

// Holds of a process: "attachment write", sorted.
std::vector<std::string> holds_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
    static const std::map<Hold, std::string> words{
        {Hold::descriptor, "descriptor"}, {Hold::mapping, "mapping"}, {Hold::attachment, "attachment"},
        {Hold::owner, "owner"},           {Hold::creator, "creator"}, {Hold::last_user, "last user"},
        {Hold::listener, "listener"}};
    std::vector<std::string> out;
    const auto* object = object_in(snapshot, ref);
    if (!object) return out;
    for (const auto& hold : snapshot.holds_of(*object))
        if (snapshot.processes[hold.process].pid == pid)
            out.push_back(fmt::format("{} {}", words.at(hold.kind), static_cast<int>(hold.access)));
    std::sort(out.begin(), out.end());
    return out;
}

const SeenWait* wait_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
    const auto* object = object_in(snapshot, ref);
    if (!object) return nullptr;
    for (const auto& wait : snapshot.waits_of(*object))
        if (snapshot.processes[wait.process].pid == pid) return &wait;
    return nullptr;
}

std::string ref_of(const char* prefix, std::string_view key) {
    return std::string(prefix) + ":" + escape_key(key);
}
std::string ref_of(const char* prefix, int id) {
    return ref_of(prefix, std::to_string(id));
}

ActRequest request_for(const std::string& ref, ActionKind action, Fields args = {}) {
    const auto parts = split_ref(ref);
    return {.kind = kind_of_prefix(parts.prefix),
            .key = unescape_key(parts.key),
            .action = action,
            .args = std::move(args)};
}

const Value* field_of(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

std::unique_ptr<MonitorClient> start_client() {
    auto client = MonitorClient::start({.probe = IPCSCOPE_BIN_DIR "/ipcscope-probe"});
    return client ? std::move(*client) : nullptr;
}

}  // namespace

class TestMonitorIpc : public QObject {
    Q_OBJECT

    std::unique_ptr<MonitorClient> client_;
    bool private_ = false;

    Snap now() {
        auto taken = client_->sample({.timeout_ns = patience_ns});
        if (!taken) qCritical("%s", taken.error().text().c_str());
        return taken ? *taken : std::make_shared<Snapshot>();
    }

    // The first snapshot in which the process waits on the object; the last one, if it never does.
    Snap when_waiting(const std::string& ref, pid_t pid) {
        Snap snapshot;
        const bool waits = wait_for([&] {
            snapshot = now();
            return wait_of(*snapshot, ref, pid) != nullptr;
        });
        if (!waits) qCritical("process %d does not wait on %s", pid, ref.c_str());
        return snapshot;
    }

    std::string words_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
        const auto* wait = wait_of(snapshot, ref, pid);
        return wait ? std::string(snapshot.text(wait->words)) : "does not wait";
    }

    // `mine`: elsewhere others make and remove theirs between the snapshot and the list.
    void compare_list(const Snapshot& snapshot, const char* prefix, const char* list, const char* id_column,
                      const std::set<int>& mine,
                      const std::vector<std::pair<const char*, const char*>>& columns) {
        const auto rows = kernel_rows(list, id_column);
        std::size_t seen = 0;
        for (const auto& object : snapshot.objects)
            seen += std::string_view(snapshot.kind(object).kind->prefix) == prefix ? 1 : 0;
        if (private_) QCOMPARE(seen, rows.size());
        for (const int id : mine)
            QVERIFY(rows.count(std::to_string(id)) == 1);
        for (const auto& [id, row] : rows) {
            const auto ref = ref_of(prefix, id);
            if (!private_ && !mine.contains(std::stoi(id))) continue;
            const auto* object = object_in(snapshot, ref);
            QVERIFY2(object, ref.c_str());
            for (const auto& [column, field] : columns)
                QCOMPARE(figure(snapshot, ref, field), row.at(column));
            QCOMPARE(fmt::format("{:o}", object->mode),
                     fmt::format("{:o}", std::stoi(row.at("perms"), nullptr, 8) & 0777));
            QCOMPARE(std::to_string(object->uid), row.at("uid"));
            QCOMPARE(std::to_string(object->gid), row.at("gid"));
            QCOMPARE(std::to_string(object->created), row.at("ctime"));
            QCOMPARE(figure(snapshot, ref, "key"), row.at("key"));
            QCOMPARE(figure(snapshot, ref, "key_text"),
                     fmt::format("0x{:08x}", static_cast<unsigned>(std::stoll(row.at("key")))));
        }
    }

private slots:
    void initTestCase() {
        private_ = private_ipc_namespace();
        client_ = start_client();
        QVERIFY(client_);
    }

    void cleanupTestCase() { client_.reset(); }

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
        QVERIFY(!peeked->note.empty());  // contents are not shown, and it says so

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
        QCOMPARE(rows(), before);

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
        QVERIFY2(refused.error().text().find("another one") != std::string::npos,
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
        QVERIFY2(kept.error().text().find("given to another") != std::string::npos,
                 kept.error().text().c_str());
        msqid_ds state{};
        QCOMPARE(msgctl(reused, IPC_STAT, &state), 0);
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

    void anotherNamespaceShowsNoneOfOurs() {
        if (!private_) QSKIP("needs CAP_SYS_ADMIN");
        Undo undo;
        const int queue = undo.queue();
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

QTEST_GUILESS_MAIN(TestMonitorIpc)
#include "test_monitor_ipc.moc"

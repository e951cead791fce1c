// The monitor's System V objects, POSIX queues, shared memory and semaphores, held against the kernel's own
// lists and real blocked processes. All objects are made here by plain calls, in an IPC namespace of our own
// where that may be had.
#pragma once

#include "helpers/sandbox.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "monitor/client.h"
#include "monitor/spoken.h"
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

namespace ipcscope::testing::monitor_ipc {

inline constexpr std::int64_t patience_ns = 60'000'000'000;  // a loaded machine, under a sanitizer

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

inline std::string unique_name(std::string_view more = "") {
    static int count = 0;
    return fmt::format("/ipcscope-monitor-{}-{}{}", getpid(), ++count, more);
}

// Small: all of a user's queues share RLIMIT_MSGQUEUE, also those of tests that run beside this one.
inline mqd_t small_queue(const std::string& name, int mode = 0600) {
    mq_attr attr{};
    attr.mq_maxmsg = 4;
    attr.mq_msgsize = 32;
    return mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode, &attr);
}

inline std::string slurp(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

// Rows of /proc/sysvipc/NAME by id, their numbers as they are written.
using Row = std::map<std::string, std::string>;
inline std::map<std::string, Row> kernel_rows(const std::string& name, const std::string& id_column) {
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

inline std::string kernel_row(const std::string& name, const std::string& id_column, int id) {
    std::string out;
    auto rows = kernel_rows(name, id_column);
    for (const auto& [column, value] : rows[std::to_string(id)])
        out += column + "=" + value + " ";
    return out;
}

// What a program prints: rows of words.
inline std::vector<std::vector<std::string>> output_of(const char* command) {
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

inline const SeenObject* object_in(const Snapshot& snapshot, const std::string& ref) {
    const auto found = snapshot.find(ref);
    return found ? &snapshot.objects[*found] : nullptr;
}

inline const Cell* cell_in(const Snapshot& snapshot, const std::string& ref, const char* field) {
    const auto* object = object_in(snapshot, ref);
    if (!object) return nullptr;
    const auto index = field_index(*snapshot.kind(*object).kind, field);
    return index == no_kind ? nullptr : &snapshot.cell(*object, index);
}

// The field as text: "42", a text, "not permitted: ...", "?" = no such object or field.
inline std::string figure(const Snapshot& snapshot, const std::string& ref, const char* field) {
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
inline std::vector<std::string> holds_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
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

inline const SeenWait* wait_of(const Snapshot& snapshot, const std::string& ref, pid_t pid) {
    const auto* object = object_in(snapshot, ref);
    if (!object) return nullptr;
    for (const auto& wait : snapshot.waits_of(*object))
        if (snapshot.processes[wait.process].pid == pid) return &wait;
    return nullptr;
}

inline std::string ref_of(const char* prefix, std::string_view key) {
    return std::string(prefix) + ":" + escape_key(key);
}
inline std::string ref_of(const char* prefix, int id) {
    return ref_of(prefix, std::to_string(id));
}

inline ActRequest request_for(const std::string& ref, ActionKind action, Fields args = {}) {
    const auto parts = split_ref(ref);
    return {.kind = kind_of_prefix(parts.prefix),
            .key = unescape_key(parts.key),
            .action = action,
            .args = std::move(args)};
}

inline const Value* field_of(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

inline std::unique_ptr<MonitorClient> start_client() {
    auto client = MonitorClient::start({.probe = IPCSCOPE_BIN_DIR "/ipcscope-probe"});
    return client ? std::move(*client) : nullptr;
}

// What all subjects have.
class IpcSubject : public QObject {
    Q_OBJECT

protected:
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
            seen += std::string_view(snapshot.kind(object).kind->prefix) == prefix &&
                            object.space == snapshot.ipc_namespace
                        ? 1
                        : 0;
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
};

// The subjects, each in a file of its own.
std::unique_ptr<QObject> posix();
std::unique_ptr<QObject> acts();
std::unique_ptr<QObject> contents();
std::unique_ptr<QObject> tools();
std::unique_ptr<QObject> elsewhere();
std::unique_ptr<QObject> edges();

}  // namespace ipcscope::testing::monitor_ipc

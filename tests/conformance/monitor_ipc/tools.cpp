// What lsipc lists, and what the monitor lists, at the same moment: as we are, and as an ordinary user.
#include "conformance/monitor_ipc/monitor_ipc.h"

#include <QStandardPaths>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_ipc;

namespace {

struct Facility {
    const char* prefix;
    const char* command;              // prints the id first, then the fields
    std::vector<const char*> fields;  // of the monitor, in that order
};

const std::vector<Facility>& facilities() {
    // PERMS of queues is left out: lsipc of util-linux 2.38 leaves it empty.
    static const std::vector<Facility> all{
        {"sysv_msg",
         "lsipc -q -b -r --noheadings -o ID,KEY,UID,CUID,USEDBYTES,MSGS,LSPID,LRPID",
         {"key_text", "uid", "cuid", "cbytes", "messages", "lspid", "lrpid"}},
        {"sysv_sem",
         "lsipc -s -r --noheadings -P -o ID,KEY,PERMS,UID,NSEMS",
         {"key_text", "mode", "uid", "nsems"}},
        {"sysv_shm",
         "lsipc -m -b -r --noheadings -P -o ID,KEY,PERMS,UID,SIZE,NATTCH,CPID,LPID",
         {"key_text", "mode", "uid", "size", "nattch", "cpid", "lpid"}}};
    return all;
}

using Lines = std::map<std::string, std::string>;  // the rest of a row, by id

Lines by_lsipc(const Facility& facility) {
    Lines out;
    for (const auto& row : output_of(facility.command))
        for (std::size_t i = 1; i < row.size(); ++i)
            out[row[0]] += row[i] + " ";
    return out;
}

Lines by_monitor(const Snapshot& snapshot, const Facility& facility) {
    Lines out;
    for (const auto& object : snapshot.objects) {
        if (std::string_view(snapshot.kind(object).kind->prefix) != facility.prefix ||
            object.space != snapshot.ipc_namespace)
            continue;
        const auto ref = snapshot.ref(object);
        auto& line = out[std::string(snapshot.text(object.key))];
        for (const std::string_view field : facility.fields)
            line += (field == "uid"    ? std::to_string(object.uid)
                     : field == "mode" ? fmt::format("{:04o}", object.mode)
                                       : figure(snapshot, ref, field.data())) +
                    " ";
    }
    return out;
}

// "" = they say the same. `mine`: elsewhere others make and remove theirs meanwhile.
std::string difference(const Lines& theirs, const Lines& ours, const std::set<std::string>* mine) {
    for (const auto& [id, line] : theirs)
        if (const auto known = ours.find(id);
            (!mine || mine->contains(id)) && (known == ours.end() || known->second != line))
            return fmt::format("{}: {}, not {}", id, known == ours.end() ? "not there" : known->second, line);
    return !mine && theirs.size() != ours.size() ? "there are others" : "";
}

}  // namespace

class TestIpcTools : public IpcSubject {
    Q_OBJECT

    std::string compare(MonitorClient& client, const std::vector<std::set<std::string>>& mine) const {
        for (std::size_t i = 0; i < facilities().size(); ++i) {
            const auto& facility = facilities()[i];
            std::string problem;
            const bool same = wait_for([&] {
                const auto theirs = by_lsipc(facility);
                const auto taken = client.sample({.timeout_ns = patience_ns});
                problem =
                    !taken ? taken.error().text()
                           : difference(theirs, by_monitor(**taken, facility), private_ ? nullptr : &mine[i]);
                for (const auto& id : mine[i])
                    if (!theirs.contains(id)) problem = "lsipc does not list " + id;
                return problem.empty();
            });
            if (!same) return std::string(facility.prefix) + " " + problem;
        }
        return {};
    }

private slots:
    void lsipcListsTheSame() {
        if (QStandardPaths::findExecutable("lsipc").isEmpty()) QSKIP("lsipc (util-linux) is not there");
        Undo undo;
        const auto key = static_cast<key_t>(0xb0000000u | static_cast<unsigned>(getpid()));
        const int queue = undo.queue(key, 0640), empty = undo.queue();
        const Message message{5, "hello"};
        QCOMPARE(msgsnd(queue, &message, 5, 0), 0);
        const int set = undo.set(3, key, 0606);
        const int segment = undo.segment(10'000, key, 0644), marked = undo.segment(4096);
        const void *const first = shmat(segment, nullptr, 0), *const second = shmat(marked, nullptr, 0);
        undo.add([=] { shmdt(first), shmdt(second); });
        QCOMPARE(shmctl(marked, IPC_RMID, nullptr), 0);
        const std::vector<std::set<std::string>> mine{{std::to_string(queue), std::to_string(empty)},
                                                      {std::to_string(set)},
                                                      {std::to_string(segment), std::to_string(marked)}};

        auto problem = compare(*client_, mine);
        QVERIFY2(problem.empty(), problem.c_str());
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("only root can become another user, who may start the probe");
        problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "the user cannot be changed";
            const auto client = start_client();
            return client ? compare(*client, mine) : "no probe";
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }
};

std::unique_ptr<QObject> monitor_ipc::tools() {
    return std::make_unique<TestIpcTools>();
}
#include "tools.moc"

// What belongs to processes, as the monitor sees it: file locks against /proc/locks and lslocks, mutexes and
// other futexes, signals, names on a bus; and who is stuck on whom, with real processes that are.
#include "conformance/monitor_processes/monitor_processes.h"
#include "helpers/subjects.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

class TestMonitorProcesses : public ProcessSubject {
    Q_OBJECT

private slots:
    void equal_with_the_table() {
        const Steps steps;
        const auto of = [&](const char* name) { return path_ + name; };
        for (const auto* name : {"a", "b", "c"})
            (void)open_file(of(name));
        const Child child([&] {
            const int a = opened(of("a").c_str()), b = opened(of("b").c_str()), c = opened(of("c").c_str());
            lock_range(a, F_SETLK, F_WRLCK, 10, 5);
            lock_range(a, F_SETLK, F_RDLCK, 100, 0);
            flock(b, LOCK_SH);
            lock_range(c, F_OFD_SETLK, F_WRLCK, 0, 1);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        using Locks = std::map<std::string, int>;
        const auto table = [] {
            QFile file("/proc/locks");
            if (!file.open(QIODevice::ReadOnly)) qFatal("/proc/locks");
            return file.readAll().toStdString();
        };
        const auto in_table = [](const std::string& text) {
            Locks out;
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) {
                std::istringstream words(line);
                std::string number, type, advisory, mode, pid, place, start, end;
                words >> number >> type;
                if (type == "->") continue;
                words >> advisory >> mode >> pid >> place >> start >> end;
                if (type == "OFDLCK") type = "OFD";
                ++out[fmt::format("{} {} {} {} {} {}", type, mode, pid, place, start, end)];
            }
            return out;
        };
        const auto in_snapshot = [](const Snapshot& snapshot) {
            Locks out;
            for (const auto* object : objects_of(snapshot, "lock", "")) {
                const Look lock(snapshot, snapshot.ref(*object));
                const char* types[] = {"POSIX", "OFD", "FLOCK", "LEASE", "DELEG", "OTHER"};
                const char* modes[] = {"READ", "WRITE", "UNLCK"};
                const auto end = lock.number("end");
                ++out[fmt::format("{} {} {} {}:{} {} {}", types[lock.number("type")],
                                  modes[lock.number("access")], object->creator == 0 ? -1 : object->creator,
                                  lock.text("device"), lock.number("inode"), lock.number("start"),
                                  end == INT64_MAX ? std::string("EOF") : std::to_string(end))];
            }
            return out;
        };
        // Others lock and unlock meanwhile: asked until the moments are the same. Where they never rest (a
        // database at work), those of the child count: they stay as they are.
        std::set<std::string> files;
        for (const auto* name : {"a", "b", "c"}) {
            struct stat about {};
            QVERIFY(stat(of(name).c_str(), &about) == 0);
            files.insert(fmt::format("{}:{}", place_.substr(0, place_.rfind(':')), about.st_ino));
        }
        const auto of_child = [&](const Locks& all) {
            Locks out;
            for (const auto& [line, count] : all) {
                std::istringstream words(line);
                std::string type, mode, pid, place;
                words >> type >> mode >> pid >> place;
                if (files.contains(place)) out[line] = count;
            }
            return out;
        };
        Locks wanted, seen;
        const bool same = wait_for(
            [&] {
                const auto before = table();
                const auto snapshot = sample();
                wanted = in_table(before);
                seen = in_snapshot(*snapshot);
                return table() == before && seen == wanted;
            },
            std::chrono::seconds(10));
        if (!same) {
            qInfo("others lock all the time: only the child's are compared");
            wanted = of_child(wanted);
            seen = of_child(seen);
        }
        QCOMPARE(of_child(wanted).size(), std::size_t{4});
        for (const auto& [line, count] : wanted)
            QVERIFY2(seen[line] == count, line.c_str());
        QCOMPARE(seen.size(), wanted.size());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    std::vector<std::unique_ptr<QObject>> subjects;
    subjects.push_back(std::make_unique<TestMonitorProcesses>());
    for (auto* subject : {&locks, &sync, &stuck, &limits, &unseen})
        subjects.push_back(subject());
    return run_subjects(argc, argv, std::move(subjects));
}
#include "test_monitor_processes.moc"

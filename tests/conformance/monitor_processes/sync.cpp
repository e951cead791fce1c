// Futexes and mutexes, signals, names on a bus, limits of the machine.
#include "conformance/monitor_processes/monitor_processes.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_processes;

class TestProcessesSync : public ProcessSubject {
    Q_OBJECT

private slots:
    void futex_of_two_processes() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        const auto fd = open_file(path_);
        QVERIFY(ftruncate(fd.get(), 12288) == 0);
        // Each maps another part: the addresses differ, the word is the same.
        const auto mutex_at = [&](off_t from, std::size_t offset) {
            auto* memory =
                static_cast<char*>(mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), from));
            return memory == MAP_FAILED ? nullptr : reinterpret_cast<pthread_mutex_t*>(memory + offset);
        };
        auto* mutex = mutex_at(4096, 64);
        QVERIFY(mutex);
        QVERIFY(init_shared_mutex(mutex, true));
        const Steps steps;
        const Child owner([&] {
            pthread_mutex_lock(mutex);
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        const Child one([&] { pthread_mutex_lock(mutex); });
        const Child other([&] { pthread_mutex_lock(mutex_at(0, 4096 + 64)); });
        const auto ref = "futex:" + place_in_maps(fd) + "+0x1040";
        const auto snapshot = sample_until([&](const Snapshot& seen) {
            const Look futex(seen, ref);
            return futex && futex.object().wait_count == 2;
        });
        const Look futex(*snapshot, ref);
        QVERIFY(futex);
        QCOMPARE(waiters_of(*snapshot, futex.object()), (std::set<pid_t>{one.pid(), other.pid()}));
        QCOMPARE(owners_of(*snapshot, futex.object()), (std::set<pid_t>{owner.pid()}));
        QCOMPARE(futex.number("private"), 0);
        QCOMPARE(futex.number("owner"), owner.pid());
        QCOMPARE(futex.number("owner_by"), 1);  // it stands in the owner's own list
        QCOMPARE(futex.number("guess"), 0);
        QCOMPARE(futex.number("owner_dead"), 0);
        QVERIFY(futex.name().ends_with("+0x1040"));
        munmap(reinterpret_cast<char*>(mutex) - 64, 8192);
    }

    // Not robust: whoever waits does so for ever.
    void mutex_of_a_dead_owner() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        const auto fd = open_file(path_);
        QVERIFY(ftruncate(fd.get(), 4096) == 0);
        auto* mutex = static_cast<pthread_mutex_t*>(
            mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0));
        QVERIFY(mutex != MAP_FAILED);
        QVERIFY(init_shared_mutex(mutex, false));
        const Steps steps;
        pid_t dead = 0;
        {
            const Child owner([&] {
                pthread_mutex_lock(mutex);
                steps.done();
                stay_until_killed();
            });
            QVERIFY(steps.reach(1));
            dead = owner.pid();
        }
        const Child waiter([&] { pthread_mutex_lock(mutex); });
        const auto finding = wait_for_finding(waiter.pid(), "dead_owner", Finding::Severity::hint);
        QVERIFY(!finding.words.empty());
        QVERIFY(finding.command.empty());  // nobody is ended for a guess
        bool named = false, guess = false;
        for (const auto& fact : finding.evidence) {
            named = named || fact.find(std::to_string(dead)) != std::string::npos;
            guess = guess || fact.find("glibc") != std::string::npos;
        }
        QVERIFY(named && guess);
        munmap(mutex, 4096);
    }

    void signals_by_name() {
        const Steps steps;
        const Child child([&] {
            std::signal(SIGUSR2, SIG_IGN);
            std::signal(SIGHUP, [](int) {});
            sigset_t blocked;
            sigemptyset(&blocked);
            sigaddset(&blocked, SIGUSR1);
            sigaddset(&blocked, SIGRTMIN + 1);
            sigprocmask(SIG_BLOCK, &blocked, nullptr);
            raise(SIGRTMIN + 1);  // to the thread
            steps.done();
            stay_until_killed();
        });
        QVERIFY(steps.reach(1));
        QVERIFY(kill(child.pid(), SIGUSR1) == 0);
        const auto snapshot = sample();
        const Look row(*snapshot, fmt::format("signals:{}", child.pid()));
        QVERIFY(row);
        const auto names = [&](const char* field) {
            const auto at = field_index(*snapshot->kind(row.object()).kind, field);
            const auto bits = static_cast<std::uint64_t>(row.number(field));
            std::set<std::string> out;
            for (const auto& name : snapshot->kind(row.object()).kind->fields[at].type.names)
                if ((bits & static_cast<std::uint64_t>(name.value)) != 0) out.insert(name.name);
            return out;
        };
        QCOMPARE(names("process_pending"), (std::set<std::string>{"SIGUSR1"}));
        QCOMPARE(names("thread_pending"), (std::set<std::string>{"SIGRTMIN+1"}));
        QCOMPARE(names("blocked"), (std::set<std::string>{"SIGUSR1", "SIGRTMIN+1"}));
        QVERIFY(names("ignored").contains("SIGUSR2"));
        QVERIFY(names("caught").contains("SIGHUP") && !names("caught").contains("SIGUSR2"));
        QCOMPARE(row.number("threads"), 1);
        QVERIFY(row.number("queued") >= 2);  // of all processes of the user
        // Every process that was there has one row.
        std::size_t rows = objects_of(*snapshot, "signals", "").size();
        QVERIFY(rows <= snapshot->processes.size() && rows > 1);

        const auto peeked = client_->peek(*snapshot, fmt::format("signals:{}", child.pid()), {});
        QVERIFY2(peeked.has_value(), peeked ? "" : peeked.error().text().c_str());
        const auto shown = std::find_if(peeked->state.begin(), peeked->state.end(),
                                        [](const auto& field) { return field.first == "process_pending"; });
        QVERIFY(shown != peeked->state.end());
        QCOMPARE(shown->second.integer(), row.number("process_pending"));

        const auto finding = wait_for_finding(child.pid(), "signal_pending", Finding::Severity::hint);
        QVERIFY2(finding.words.find("SIGUSR1") != std::string::npos, finding.words.c_str());
    }

    void send_a_signal() {
        const Steps steps;
        const Child child([&] {
            std::signal(SIGUSR1, [](int) {});
            pause();
            steps.done();
            stay_until_killed();
        });
        const auto ref = fmt::format("signals:{}", child.pid());
        (void)sample_until([&](const Snapshot& seen) {
            const auto caught = Look(seen, ref).number("caught");  // -1: not known
            return caught > 0 && (caught & (1 << (SIGUSR1 - 1))) != 0;
        });
        ActRequest request;
        request.kind = kind_index("signal", "process");
        request.key = std::to_string(child.pid());
        request.action = ActionKind::signal;
        request.args = {{"signal", SIGUSR1}};
        QVERIFY(!client_->act(request, "signals:1"));  // what was agreed to is another one
        // It may not have come to pause() yet: it is sent until it has.
        QVERIFY(wait_for([&] {
            const auto sent = client_->act(request, ref);
            if (!sent) qWarning("%s", sent.error().text().c_str());
            return steps.at->load() > 0;
        }));
        request.seen_ns = 1;  // it began later than that: whoever was seen then is another process
        QVERIFY(!client_->act(request, ref));
        request.seen_ns = 0;
        request.key = "1";
        QVERIFY(!client_->act(request, "signals:1"));
        request.key = std::to_string(client_->probe());
        QVERIFY(!client_->act(request, "signals:" + request.key));
    }

    void names_on_a_bus() {
        if (QStandardPaths::findExecutable("dbus-daemon").isEmpty()) QSKIP("dbus-daemon is not there");
        QProcess daemon;
        const auto services = folder_.filePath("data/dbus-1/services");
        QVERIFY(QDir().mkpath(services));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_DATA_HOME", folder_.filePath("data"));
        daemon.setProcessEnvironment(environment);
        daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address=1",
                                     "--address=unix:path=" + folder_.filePath("bus")});
        QVERIFY(wait_for([&] { return daemon.waitForReadyRead(10) || daemon.canReadLine(); }));
        const auto address = daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        auto started = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        QVERIFY(started.has_value());
        auto& client = **started;
        // Another probe is a connection that stays.
        auto other = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        QVERIFY(other.has_value());
        const auto caller = (*other)->probe();
        QVERIFY((*other)->sample({.timeout_ns = patience_ns}).has_value());
        Taken taken;
        const auto connection = [&]() -> const SeenObject* {
            if (!taken) return nullptr;
            for (const auto* object : objects_of(*taken, "dbus", "session/:"))
                if (Look(*taken, taken->ref(*object)).number("owner_pid") == caller) return object;
            return nullptr;
        };
        const bool seen = wait_for(
            [&] {
                auto sample = client.sample({.timeout_ns = patience_ns});
                if (sample) taken = *sample;
                return connection() != nullptr;
            },
            patience);
        QVERIFY2(seen, taken ? gaps_of(*taken).c_str() : "");
        const Look row(*taken, taken->ref(*connection()));
        QCOMPARE(row.number("connection"), 1);
        QCOMPARE(row.object().uid, getuid());
        QCOMPARE(owners_of(*taken, row.object()), (std::set<pid_t>{caller}));
        const Look bus(*taken, "dbus:session/org.freedesktop.DBus");
        QVERIFY(bus);
        QCOMPARE(bus.text("owner"), std::string("the bus"));
        // A service that is installed meanwhile can be started from then on.
        QFile service(services + "/org.ipcscope.Late.service");
        QVERIFY(service.open(QIODevice::WriteOnly));
        service.write("[D-BUS Service]\nName=org.ipcscope.Late\nExec=/bin/false\n");
        service.close();
        QVERIFY(wait_for([&] {
            auto sample = client.sample({.timeout_ns = patience_ns});
            return sample && Look(**sample, "dbus:session/org.ipcscope.Late").number("activatable") == 1;
        }));
        // One that goes is gone; a bus that ends is told.
        const auto ref = taken->ref(row.object());
        other->reset();
        QVERIFY(wait_for([&] {
            auto sample = client.sample({.timeout_ns = patience_ns});
            return sample && !(*sample)->find(ref);
        }));
        daemon.kill();
        QVERIFY(daemon.waitForFinished());
        QVERIFY(wait_for([&] {
            auto sample = client.sample({.timeout_ns = patience_ns});
            return sample && has_gap(**sample, "names of the session bus");
        }));
    }

    void limits_of_the_machine() {
        const auto snapshot = sample();
        const Look files(*snapshot, "limit:files");
        QVERIFY(files);
        QVERIFY(files.number("used") > 0 && files.number("limit") > files.number("used"));
        const Look sets(*snapshot, "limit:semmni");
        QFile file("/proc/sys/kernel/sem");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto words = file.readAll().simplified().split(' ');
        QCOMPARE(sets.number("limit"), words[3].toLongLong());
        if (sets.cell("command").state != CellState::known) return;  // the kernel allows no more
        QVERIFY2(sets.text("command").find(words[0].toStdString()) != std::string::npos,
                 sets.text("command").c_str());
    }
};

std::unique_ptr<QObject> monitor_processes::sync() {
    return std::make_unique<TestProcessesSync>();
}
#include "sync.moc"

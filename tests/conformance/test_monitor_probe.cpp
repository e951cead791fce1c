// The probe as a program sees it, with the real mechanisms: owners held against /proc and lsfd at the same
// moment; processes that die; a probe that hangs; another user; names of any octets.
#include "base/clock.h"
#include "helpers/child.h"
#include "helpers/pipe_ends.h"
#include "helpers/sandbox.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "mechanisms/monitor_wire.h"
#include "monitor/client.h"
#include "snapshot/ref.h"

#include <QProcess>
#include <QtTest>

#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <poll.h>
#include <set>
#include <thread>

#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr std::int64_t second = 1'000'000'000;

std::unique_ptr<MonitorClient> start() {
    auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
    if (!client) qFatal("%s", client.error().text().c_str());
    return std::move(*client);
}

std::shared_ptr<const Snapshot> sample(MonitorClient& client) {
    SampleOptions options;
    options.timeout_ns = 60 * second;
    auto taken = client.sample(options);
    if (!taken) qWarning("%s", taken.error().text().c_str());
    return taken ? *taken : nullptr;
}

using Holders = std::set<std::tuple<std::string, pid_t, int>>;  // link, pid, fd

// Of pipes and sockets that these processes have, as /proc has them.
Holders holders_in_proc(const std::vector<pid_t>& pids) {
    Holders out;
    for (const auto pid : pids) {
        std::error_code error;
        for (const auto& item : std::filesystem::directory_iterator(fmt::format("/proc/{}/fd", pid), error)) {
            const auto link = std::filesystem::read_symlink(item.path(), error).string();
            if (link.starts_with("pipe:[")) out.emplace(link, pid, std::stoi(item.path().filename()));
        }
    }
    return out;
}

Holders holders_in(const Snapshot& snapshot, const std::vector<pid_t>& pids) {
    Holders out;
    for (const auto& object : snapshot.objects) {
        const auto ref = snapshot.ref(object);
        if (!ref.starts_with("pipe:[")) continue;
        for (const auto& hold : snapshot.holds_of(object)) {
            const auto pid = snapshot.processes[hold.process].pid;
            if (hold.kind == Hold::descriptor && std::find(pids.begin(), pids.end(), pid) != pids.end())
                out.emplace(ref, pid, hold.fd);
        }
    }
    return out;
}

}  // namespace

class TestMonitorProbe : public QObject {
    Q_OBJECT

private slots:
    void ownersAreThoseOfProc() {
        if (kind_of_prefix("pipe") == no_kind) QSKIP("nobody watches pipes in this tree");
        PipeEnds first, second_pipe;
        const Child a([] { pause(); }), b([] { pause(); });
        const std::vector<pid_t> pids{a.pid(), b.pid(), getpid()};
        auto client = start();
        QVERIFY(wait_for([&] {  // nothing else may change meanwhile: ours do not, but for the test itself
            const auto before = holders_in_proc(pids);
            const auto now = sample(*client);
            const auto after = holders_in_proc(pids);
            return now && before == after && holders_in(*now, pids) == before && before.size() >= 12;
        }));
    }

    // As we are, and as an ordinary user of whom the holder is.
    void ownersAreThoseOfLsfd() {
        if (QStandardPaths::findExecutable("lsfd").isEmpty()) QSKIP("there is no lsfd");
        if (kind_of_prefix("pipe") == no_kind) QSKIP("nobody watches pipes in this tree");
        PipeEnds pipe;
        const auto compare = [](pid_t pid, MonitorClient& client) {
            const auto same = [&] {
                QProcess lsfd;
                lsfd.start("lsfd", {"-n", "-r", "-p", QString::number(pid), "-o", "FD,NAME,MODE"});
                if (!lsfd.waitForFinished(60'000)) return false;
                Holders theirs;
                const auto lines = lsfd.readAllStandardOutput().split('\n');
                for (const auto& line : lines) {
                    const auto words = line.simplified().split(' ');
                    if (words.size() < 2 || !words[1].startsWith("pipe:[")) continue;
                    theirs.emplace(words[1].toStdString(), pid, words[0].toInt());
                }
                const auto now = sample(client);
                return now && theirs.size() >= 2 && holders_in(*now, {pid}) == theirs;
            };
            return wait_for(same, std::chrono::seconds(60));
        };
        const Child child([] { pause(); });
        QVERIFY(compare(child.pid(), *start()));
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const Child theirs([] {
            if (!become_user(65534) || prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) != 0) _exit(1);
            pause();
        });
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "no other user";
            return compare(theirs.pid(), *start()) ? "" : "lsfd and the monitor do not say the same";
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void processesMayDieMeanwhile() {
        auto client = start();
        std::atomic<bool> enough = false;
        std::thread maker([&] {
            while (!enough) {
                const pid_t pid = fork();
                if (pid == 0) {
                    int ends[2];
                    if (pipe(ends) != 0) _exit(1);
                    _exit(0);
                }
                if (pid > 0) waitpid(pid, nullptr, 0);  // never for -1: that would be the probe
            }
        });
        bool good = true;
        for (int i = 0; i < 20 && good; ++i)
            good = sample(*client) != nullptr;
        enough = true;
        maker.join();
        QVERIFY(good);
    }

    void oneThatHangsIsReplaced() {
        auto client = start();
        QVERIFY(sample(*client));
        const auto first = client->probe();
        QCOMPARE(kill(first, SIGSTOP), 0);
        SampleOptions options;
        options.timeout_ns = second / 20;
        const auto hung = client->sample(options);
        QVERIFY(!hung);
        QVERIFY2(hung.error().text().find("did not answer in time") != std::string::npos,
                 hung.error().text().c_str());
        QVERIFY(kill(first, 0) != 0 && errno == ESRCH);
        QVERIFY(sample(*client));
        QVERIFY(client->probe() > 0 && client->probe() != first);
    }

    void whoIsNotWaitedForEndsAtOnce() {
        auto client = start();
        QVERIFY(sample(*client));
        const auto probe = client->probe();
        QCOMPARE(kill(probe, SIGSTOP), 0);
        std::atomic<bool> done = false, failed = false;
        std::thread asking([&] {
            SampleOptions options;
            options.timeout_ns = 200 * second;
            failed = !client->sample(options);
            done = true;
        });
        client->abandon();
        const bool ended = wait_for([&] { return done.load(); }, std::chrono::seconds(60));
        if (!ended) kill(probe, SIGKILL);
        asking.join();
        QVERIFY(ended);
        QVERIFY(failed);
        QVERIFY(!client->sample({}));  // nor is anything asked from now on
    }

    void oneThatDiesIsReplaced() {
        auto client = start();
        QVERIFY(sample(*client));
        QCOMPARE(kill(client->probe(), SIGKILL), 0);
        // Either it is found dead when it is asked, or while it is waited for: then the next one answers.
        QVERIFY(wait_for([&] { return sample(*client) != nullptr; }));
    }

    void itEndsWithItsClient() {
        pid_t probe = -1;
        PipeEnds told;
        {
            const Child owner([&] {
                auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
                const pid_t pid = client ? (*client)->probe() : -1;
                if (write(told.ends[1], &pid, sizeof pid) < 0) _exit(1);
                pause();
            });
            pollfd ready{told.ends[0], POLLIN, 0};
            QCOMPARE(poll(&ready, 1, 60'000), 1);
            QCOMPARE(read(told.ends[0], &probe, sizeof probe), ssize_t{sizeof probe});
            QVERIFY(probe > 0);
        }
        // An orphan: whoever adopts it has to reap it; a zombie is dead enough.
        QVERIFY(wait_for([&] {
            std::ifstream stat(fmt::format("/proc/{}/stat", probe));
            std::string text((std::istreambuf_iterator<char>(stat)), {});
            return text.empty() || text.find(") Z") != std::string::npos;
        }));
    }

    void anotherUserSeesWhatIsHidden() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const Child child([] { pause(); });
        const auto problem = in_thread([&]() -> std::string {
            // Only this thread: a process of another user, without privileges.
            if (!become_user(65534)) return "no other user";
            auto client = MonitorClient::start({IPCSCOPE_BIN_DIR "/ipcscope-probe"});
            if (!client) return client.error().text();
            SampleOptions options;
            options.timeout_ns = 60 * second;
            const auto taken = (*client)->sample(options);
            if (!taken) return taken.error().text();
            const auto& now = **taken;
            if (now.uid != 65534 || now.capabilities != 0) return "it has privileges";
            const auto process = now.process(child.pid());
            if (!process) return "the process of root is not listed";
            if (now.processes[*process].descriptors_errno != EACCES) return "its descriptors were read";
            if (now.processes[*process].uid != 0) return "its user is not known";
            bool told = false;
            for (const auto& gap : now.gaps)
                told |= now.text(gap.words).find("descriptors of") == 0 &&
                        now.text(gap.needs) == "CAP_SYS_PTRACE";
            if (!told) return "what is not shown is not said";
            for (const auto& object : now.objects) {
                for (const auto& hold : now.holds_of(object))
                    if (hold.kind == Hold::descriptor && now.processes[hold.process].uid != 65534)
                        return now.ref(object) + ": a descriptor that nobody could see";
                if (now.ref(object).starts_with("pipe:") && object.holders_complete)
                    return now.ref(object) + ": as if all holders were known";
            }
            return {};
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void namesOfAnyOctets() {
        if (kind_of_prefix("unix") == no_kind) QSKIP("nobody watches sockets in this tree");
        const std::string name = fmt::format("\nodd \"{}\" \xff\x01%", getpid());
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path + 1, name.data(), name.size());
        const UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(bind(socket.get(), reinterpret_cast<sockaddr*>(&address),
                      static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size())),
                 0);
        QCOMPARE(listen(socket.get(), 1), 0);
        auto client = start();
        const auto now = sample(*client);
        QVERIFY(now);
        const auto ref = "unix:" + escape_key("@" + name);
        const auto index = now->find(ref);
        QVERIFY2(index, ref.c_str());
        bool ours = false;
        for (const auto& hold : now->holds_of(now->objects[*index]))
            ours |= now->processes[hold.process].pid == getpid() && hold.fd == socket.get();
        QVERIFY(ours);
    }

    void nothingIsDoneUnconfirmed() {
        if (monitored_kinds().empty()) QSKIP("nobody watches anything in this tree");
        auto client = start();
        ActRequest request;
        request.key = "1";
        const auto done = client->act(request, "something else");
        QVERIFY(!done);
        QVERIFY(done.error().text().find("nothing was done") != std::string::npos);
        const auto sent_to = kind_of_prefix("signals");
        if (sent_to == no_kind) return;
        request.kind = sent_to;
        request.action = ActionKind::signal;
        for (const auto pid : {pid_t{1}, client->probe(), getpid()}) {
            request.key = std::to_string(pid);
            const auto sent = client->act(request, "signals:" + request.key);
            QVERIFY(!sent);
            QVERIFY2(sent.error().text().find("nothing was done") != std::string::npos,
                     sent.error().text().c_str());
        }
    }

    // A probe refuses what it does not understand, and goes on.
    void nonsenseIsRefused() {
        using namespace monitor_wire;
        int ends[2];
        QCOMPARE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
        const UniqueFd ours(ends[0]);
        const Child probe([&] {
            dup2(ends[1], 200);
            dup2(memfd_create("progress", 0), 201);
            dup2(200, socket_fd);
            dup2(201, progress_fd);
            close_range(progress_fd + 1, ~0u, 0);
            execl(IPCSCOPE_BIN_DIR "/ipcscope-probe", "ipcscope-probe", "--serve", nullptr);
        });
        close(ends[1]);
        const auto ask = [&](What what, const std::string& body, std::uint64_t kinds) {
            Head head;
            head.what = what;
            head.request = 7;
            head.kinds = kinds;
            const auto memory = in_memory(body);
            UniqueFd answer;
            if (!memory || !send_message(ours.get(), head, memory->get())) return std::string("not sent");
            if (!receive_message(ours.get(), head, answer)) return std::string("no answer");
            return std::string(head.what == What::refused && head.request == 7 ? "refused" : "done");
        };
        const auto kinds = monitored_kinds().size();
        for (const auto what : {What::sample, What::peek, What::act, static_cast<What>(99)})
            for (const auto& body : {std::string(), std::string("\x01"), std::string(100, '\xff')})
                QCOMPARE(ask(what, body, kinds), std::string("refused"));
        QCOMPARE(ask(What::sample, std::string("\1\xff\xff\xff\xff\0\0\0\0", 9), kinds + 1),
                 std::string("refused"));
        QCOMPARE(ask(What::sample, std::string("\1\xff\xff\xff\xff\0\0\0\0", 9), kinds), std::string("done"));
    }
};

QTEST_GUILESS_MAIN(TestMonitorProbe)
#include "test_monitor_probe.moc"

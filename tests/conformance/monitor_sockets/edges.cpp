// Sockets and pipes that are easily taken for others: the same path twice, other trees of files, several
// listeners at one port, ends that may not be seen.
#include "conformance/monitor_sockets/monitor_sockets.h"

#include <sys/mount.h>
#include <sys/sysmacros.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

namespace {

// Its queue is full, and it sleeps in connect(2). In a child.
[[noreturn]] void wait_to_connect(const std::string& path) {
    const auto first = unix_client(SOCK_STREAM, path);
    const auto second = unix_client(SOCK_STREAM, path);
    for (;;)
        pause();
}

}  // namespace

class TestSocketsEdges : public SocketSubject {
    Q_OBJECT

    // The object of an inode, whatever it is called by.
    static std::string ref_of_socket(const Snapshot& taken, quint64 inode) {
        for (const auto& object : taken.objects)
            if (taken.kind(object).kind->prefix == std::string("unix") &&
                Look(taken, taken.ref(object)).number("inode") == static_cast<qint64>(inode))
                return taken.ref(object);
        return {};
    }

private slots:
    // A listener whose path somebody else bound after it, and left behind.
    void aStaleFileIsNotTheListenerThatHadItsPath() {
        const auto place = path("taken over");
        if (!place.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        const auto live = unix_socket(SOCK_STREAM, place, 3);
        QCOMPARE(::unlink(place.c_str()), 0);
        auto other = unix_socket(SOCK_STREAM, place, 1);
        other.reset();
        struct stat file {};
        QCOMPARE(lstat(place.c_str(), &file), 0);
        const auto taken = now();
        if (has_gap(*taken, "too many directories")) QSKIP("/tmp is too full to be looked through");
        const auto ref = "unix:" + escape_key(place);
        QCOMPARE(Look(*taken, ref).number("state"), TCP_LISTEN);
        QCOMPARE(Look(*taken, ref).number("stale"), -1);
        QCOMPARE(Look(*taken, ref).holders(), std::set<pid_t>{getpid()});
        const auto key =
            fmt::format("{}#{}:{}:{}", place, major(file.st_dev), minor(file.st_dev), file.st_ino);
        const Look left(*taken, "unix:" + escape_key(key));
        QVERIFY(left);
        QCOMPARE(left.number("stale"), 1);
        QCOMPARE(left.name(), place);
        QCOMPARE(left.holders(), std::set<pid_t>{});
        ActRequest remove;
        remove.kind = kind_of_prefix("unix");
        remove.key = key;
        const auto removed = client_->act(remove, "unix:" + escape_key(key));
        QVERIFY2(removed.has_value(), removed ? "" : removed.error().text().c_str());
        QVERIFY(access(place.c_str(), F_OK) != 0);
    }

    // Nobody looks for FIFOs there: it is known by who has it open.
    void theAgeOfAFifoThatIsOnlyHeld() {
        const auto place = fmt::format("/dev/shm/ipcscope-fifo-{}", getpid());
        if (mkfifo(place.c_str(), 0600) != 0) QSKIP("/dev/shm cannot be written to");
        const UniqueFd both(open(place.c_str(), O_RDWR | O_CLOEXEC));
        struct statx file {};
        const bool told = statx(both.get(), "", AT_EMPTY_PATH, STATX_BTIME, &file) == 0 &&
                          (file.stx_mask & STATX_BTIME) != 0;
        const auto taken = now();
        ::unlink(place.c_str());
        if (!told) QSKIP("this file system does not tell when a file was made");
        QCOMPARE(Look(*taken, "fifo:" + escape_key(place)).object().created,
                 static_cast<std::int64_t>(file.stx_btime.tv_sec));
    }

    // The path leads there to another listener than here.
    void whoConnectsInAnotherTreeOfFiles() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        if (!alone_) QSKIP("needs root, to mount");
        const auto place = path("two trees");
        const auto here = unix_socket(SOCK_STREAM, place, 0);
        auto pipe = pipe_pair();
        const Child there([&] {
            if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                mount("none", folder_.path().toLocal8Bit().constData(), "tmpfs", 0, nullptr) != 0)
                _exit(1);
            const auto listener = unix_socket(SOCK_STREAM, place, 0);
            const auto inode = inode_of(listener);
            (void)!write(pipe.second.get(), &inode, sizeof inode);
            wait_to_connect(place);
        });
        pipe.second.reset();
        const auto said = get(pipe.first, sizeof(quint64));
        if (said.size() != sizeof(quint64)) QSKIP("mounts of our own cannot be had");
        quint64 inode = 0;
        std::memcpy(&inode, said.data(), sizeof inode);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref_of_socket(*taken, inode)).wait_of(there.pid()) != nullptr;
        }));
        QVERIFY(Look(*taken, ref_of_socket(*taken, inode_of(here))).wait_of(there.pid()) == nullptr);
    }

    // A path is the same in all network namespaces.
    void whoConnectsFromAnotherNetwork() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        if (!alone_) QSKIP("needs root, to make network namespaces");
        const auto place = path("from afar");
        const auto listener = unix_socket(SOCK_STREAM, place, 0);
        const Child client([&] {
            if (unshare(CLONE_NEWNET) != 0) _exit(1);
            wait_to_connect(place);
        });
        QVERIFY(wait_for([&] {
            const auto taken = now();
            return Look(*taken, ref_of_socket(*taken, inode_of(listener))).wait_of(client.pid()) != nullptr;
        }));
    }

    // By a name that only means something where the process is.
    void whoConnectsByARelativePath() {
        NEEDS_SIGHT(waits);
        NEEDS_SIGHT(memory);
        const auto listener = unix_socket(SOCK_STREAM, path("relative"), 0);
        const Child client([&] {
            if (chdir(folder_.path().toLocal8Bit().constData()) != 0) _exit(1);
            wait_to_connect("relative");
        });
        QVERIFY(wait_for([&] {
            const auto taken = now();
            return Look(*taken, ref_of_socket(*taken, inode_of(listener))).wait_of(client.pid()) != nullptr;
        }));
    }

    // The kernel gives a connection to one of them: which one is not told.
    void noListenerIsInvented() {
        const auto bound = [](int port) {
            UniqueFd fd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
            const int on = 1;
            setsockopt(fd.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
            const auto address = address4("127.0.0.1", port);
            if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
                listen(fd.get(), 4) != 0)
                fd.reset();
            return fd;
        };
        const auto one = bound(0);
        QVERIFY(one);
        const auto two = bound(port_of(one));
        QVERIFY(two);
        const UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(client, "127.0.0.1", port_of(one));
        std::set<std::string> ends;
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            ends = Look(*taken, ref_of("tcp", client)).ends();
            return Look(*taken, ref_of("tcp", one)).number("pending") +
                       Look(*taken, ref_of("tcp", two)).number("pending") ==
                   1;
        }));
        QCOMPARE(ends.size(), 1u);
        QCOMPARE(Look(*taken, *ends.begin()).ends(), std::set<std::string>{ref_of("tcp", client)});
    }

    // Several that take from anybody do not hide the one that is bound to the address.
    void theTakerOfDatagramsIsTheExactOne() {
        const auto any = [](int port) {
            UniqueFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
            const int on = 1;
            setsockopt(fd.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
            const auto address = address4("0.0.0.0", port);
            if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) fd.reset();
            return fd;
        };
        const auto one = any(0);
        const auto two = any(port_of(one));
        QVERIFY(one && two);
        UniqueFd exact(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        const int on = 1;
        setsockopt(exact.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
        const auto address = address4("127.0.0.1", port_of(one));
        QCOMPARE(bind(exact.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        const auto client = inet_bound(SOCK_DGRAM, "127.0.0.1");
        inet_connect(client, "127.0.0.1", port_of(one));
        const auto taken = now();
        QCOMPARE(Look(*taken, ref_of("udp", client)).ends(), std::set<std::string>{ref_of("udp", exact)});
    }

    // The reading end is in a process of another user: nobody knows that there is none.
    void endsThatMayNotBeSeenAreNotZero() {
        constexpr uid_t nobody = 65534;
        if (!user_may_run(nobody, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        auto pipe = pipe_pair();
        auto ready = pipe_pair();
        const auto ref = ref_of("pipe", pipe.first);
        const Child writer([&] {
            pipe.first.reset();
            if (!become_user(nobody)) _exit(1);
            prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
            (void)!write(ready.second.get(), "x", 1);
            for (;;)
                pause();
        });
        pipe.second.reset();
        ready.second.reset();
        QCOMPARE(get(ready.first, 1), std::string("x"));
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(nobody)) return "setresuid";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const Look look(**taken, ref);
            if (!look) return "skip";
            if (look.number("writers") != 1) return "the writing end is seen";
            if (look.cell("readers").state != CellState::not_permitted) return "how many read is not known";
            return {};
        });
        if (problem == "skip") QSKIP("a process of the same user may not be looked into here");
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(Look(*now(), ref).number("readers"), 1);
    }
};

std::unique_ptr<QObject> monitor_sockets::edges() {
    return std::make_unique<TestSocketsEdges>();
}
#include "edges.moc"

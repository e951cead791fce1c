// Files of sockets, other users, other network namespaces.
#include "conformance/monitor_sockets/monitor_sockets.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

class TestSocketsPlaces : public SocketSubject {
    Q_OBJECT

private slots:
    void filesThatLeadNowhereAreFound() {
        const auto place = path("left behind");
        const auto fifo = path("unused fifo");
        auto server = unix_socket(SOCK_STREAM, place, 1);
        QCOMPARE(chmod(place.c_str(), 0621), 0);
        QCOMPARE(mkfifo(fifo.c_str(), 0640), 0);
        auto taken = now();
        const auto ref = "unix:" + escape_key(place);
        if (!place.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        if (has_gap(*taken, "too many directories")) QSKIP("/tmp is too full to be looked through");
        QCOMPARE(Look(*taken, ref).number("stale"), -1);
        QCOMPARE(Look(*taken, ref).object().mode, 0621);
        server.reset();
        taken = now();
        QCOMPARE(Look(*taken, ref).number("stale"), 1);
        QCOMPARE(Look(*taken, ref).holders(), std::set<pid_t>{});
        QVERIFY(Look(*taken, ref).object().created > 0);
        const Look unused(*taken, "fifo:" + escape_key(fifo));
        QVERIFY(unused);
        if (unused.object().holders_complete) QCOMPARE(unused.number("readers"), 0);
        QCOMPARE(::unlink(place.c_str()), 0);
        QCOMPARE(::unlink(fifo.c_str()), 0);
        taken = now();
        QVERIFY(!Look(*taken, ref));
    }

    void onlyStaleFilesAreRemoved() {
        const auto place = path("stale");
        auto server = unix_socket(SOCK_STREAM, place, 1);
        ActRequest remove;
        remove.kind = kind_of_prefix("unix");
        remove.key = place;
        const auto ref = "unix:" + escape_key(place);
        const auto in_use = client_->act(remove, ref);
        QVERIFY(!in_use);
        QVERIFY2(in_use.error().text().find("in use") != std::string::npos, in_use.error().text().c_str());
        server.reset();
        const auto removed = client_->act(remove, ref);
        QVERIFY2(removed.has_value(), removed ? "" : removed.error().text().c_str());
        QVERIFY(access(place.c_str(), F_OK) != 0);
        const auto fifo = path("old fifo");
        QCOMPARE(mkfifo(fifo.c_str(), 0600), 0);
        UniqueFd holder(open(fifo.c_str(), O_RDWR | O_CLOEXEC));
        remove.kind = kind_of_prefix("fifo");
        remove.key = fifo;
        QVERIFY(!client_->act(remove, "fifo:" + escape_key(fifo)));
        holder.reset();
        QVERIFY(client_->act(remove, "fifo:" + escape_key(fifo)).has_value());
        // A file of another kind is never touched.
        remove.key = path("a file");
        QVERIFY(UniqueFd(open(remove.key.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)));
        QVERIFY(!client_->act(remove, "fifo:" + escape_key(remove.key)));
        QVERIFY(access(remove.key.c_str(), F_OK) == 0);
    }

    void anotherUserIsToldWhatItMayNotSee() {
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const auto pair = unix_pair();
        const auto ref = ref_of("unix", pair.first);
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "setresuid";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const Look look(**taken, ref);
            if (!look) return "the socket is not listed";
            if (look.object().holders_complete || !look.holders().empty())
                return "its holders cannot be known";
            PeekRequest how;
            how.allow_fetch = true;
            how.descriptors = {{getpid(), pair.first.get()}};
            const auto peeked = (*client)->peek(**taken, ref, how);
            if (peeked) return "it was looked into";
            if (peeked.error().text().find("CAP_SYS_PTRACE") == std::string::npos)
                return peeked.error().text();
            return {};
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void anotherUserSeesTheSocketsOfSs() {
        if (QStandardPaths::findExecutable("ss").isEmpty()) QSKIP("ss (iproute2) is not there");
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const auto listener = unix_socket(SOCK_STREAM, path("seen_by_others"), 3);
        const auto client = unix_client(SOCK_STREAM, path("seen_by_others"));
        const auto pair = unix_pair();
        put(pair.first, "not read");
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "setresuid";
            auto probe = MonitorClient::start();
            if (!probe) return probe.error().text();
            std::string why;
            const auto same = [&] {
                auto before = unix_by_ss();
                const auto taken = (*probe)->sample({.timeout_ns = patience_ns});
                why = taken ? "" : taken.error().text();
                if (!taken) return false;
                auto seen = unix_by_monitor(**taken);
                if (alone_ && seen != before) why = "not the same sockets";
                for (const auto* fd : {&listener, &client, &pair.first, &pair.second})
                    if (const auto inode = inode_of(*fd); before[inode] != seen[inode])
                        why = (before[inode] + ", not " + seen[inode]).toStdString();
                return why.empty();
            };
            return wait_for(same) ? std::string() : why;
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void otherNetworkNamespacesAreEntered() {
        if (!alone_) QSKIP("needs root, to make network namespaces");
        auto pipe = pipe_pair();
        const auto elsewhere = abstract_name("elsewhere");
        const Child other([&] {
            if (unshare(CLONE_NEWNET) != 0) _exit(1);
            const auto hidden = unix_socket(SOCK_DGRAM, elsewhere);
            (void)!write(pipe.second.get(), "x", 1);
            pause();
        });
        pipe.second.reset();  // if it ends, so does the waiting for it
        QCOMPARE(get(pipe.first, 1), std::string("x"));
        struct stat space {};
        QCOMPARE(stat(fmt::format("/proc/{}/ns/net", other.pid()).c_str(), &space), 0);
        const auto taken = now();
        const Look look(*taken, fmt::format("unix:net:[{}]/@{}", space.st_ino, elsewhere.substr(1)));
        QVERIFY2(look, gaps_of(*taken).c_str());
        QCOMPARE(look.object().space, space.st_ino);
        QCOMPARE(look.holders(), std::set<pid_t>{other.pid()});
        QVERIFY(!Look(*taken, "unix:@" + elsewhere.substr(1)));
    }

    // Their inodes stand in one message of the kernel, which holds about 8,000: what comes behind it must be
    // told nevertheless.
    void veryManyClientsWaitToBeAccepted() {
        constexpr int clients = 9000;
        if (!alone_) QSKIP("needs root, to make network namespaces");
        auto pipe = pipe_pair();
        const auto name = abstract_name("crowded");
        const Child other([&] {
            const rlimit files{clients + 100, clients + 100};
            if (unshare(CLONE_NEWNET) != 0 || setrlimit(RLIMIT_NOFILE, &files) != 0) _exit(1);
            put(UniqueFd(open("/proc/sys/net/core/somaxconn", O_WRONLY | O_CLOEXEC)), "16384");
            const auto listener = unix_socket(SOCK_STREAM, name, 16384);
            std::vector<UniqueFd> waiting;
            for (int i = 0; i < clients; ++i)
                waiting.push_back(unix_client(SOCK_STREAM, name));
            const auto pair = unix_pair();
            put(pipe.second, "x");
            pause();
        });
        pipe.second.reset();
        if (get(pipe.first, 1) != "x") QSKIP("so many sockets cannot be made here");
        struct stat space {};
        QCOMPARE(stat(fmt::format("/proc/{}/ns/net", other.pid()).c_str(), &space), 0);
        const auto taken = now();
        const Look look(*taken, fmt::format("unix:net:[{}]/@{}", space.st_ino, name.substr(1)));
        QVERIFY2(look, gaps_of(*taken).c_str());
        QCOMPARE(look.number("pending"), clients);
        // A client's end that is not accepted yet has no inode of its own.
        std::size_t there = 0;
        for (const auto& object : taken->objects)
            there += object.space == space.st_ino && taken->kind(object).kind->prefix == std::string("unix");
        QVERIFY2(there >= clients + 3, std::to_string(there).c_str());
    }

    // Some containers refuse sock_diag.
    void withoutSockDiagLessIsKnown() {
        const auto listener = unix_socket(SOCK_STREAM, path("old way\nof names"), 3);
        const auto tcp = inet_bound(SOCK_STREAM, "127.0.0.1");
        QCOMPARE(listen(tcp.get(), 3), 0);
        const auto port = port_of(tcp);
        const auto unix_ref = "unix:" + escape_key(path("old way\nof names"));
        const auto tcp_ref = ref_of("tcp", tcp);
        const auto problem = in_thread([&]() -> std::string {
            sock_filter no_netlink[] = {
                BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
                BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 0, 1),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
            };
            const sock_fprog program{std::size(no_netlink), no_netlink};
            if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
                prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
                return "skip";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const Look by_path(**taken, unix_ref);
            if (!by_path) return "the Unix socket is not listed\n" + gaps_of(**taken);
            if (by_path.cell("pending").state != CellState::not_available) return "its queue cannot be known";
            if (by_path.number("state") != TCP_LISTEN) return "it listens";
            const Look by_inode(**taken, tcp_ref);
            if (by_inode.text("local") != fmt::format("127.0.0.1:{}", port))
                return "the TCP socket is not listed";
            if (!has_gap(**taken, "sock_diag is refused (EACCES)")) return "no gap: " + gaps_of(**taken);
            return {};
        });
        if (problem == "skip") QSKIP("seccomp is not there");
        QVERIFY2(problem.empty(), problem.c_str());
    }
};

std::unique_ptr<QObject> monitor_sockets::places() {
    return std::make_unique<TestSocketsPlaces>();
}
#include "places.moc"

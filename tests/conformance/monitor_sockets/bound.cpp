// Names that several files have, in other trees of files and network namespaces: nothing is called left
// behind, shown or removed for another one.
#include "conformance/monitor_sockets/monitor_sockets.h"
#include "mechanisms/special_files.h"
#include "mechanisms/unix_socket/monitor_bound.h"

#include <sys/mount.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

namespace {

using mechanisms::unix_socket::bound_by;
using mechanisms::unix_socket::BoundAsked;
using mechanisms::unix_socket::BoundBy;

// In a tree of files of this thread's (or child's) own.
bool own_tree() {
    return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool is_there(const std::string& path) {
    struct stat seen {};
    return lstat(path.c_str(), &seen) == 0;
}

std::string words(const Status& status) {
    return status ? "done" : status.error().text();
}

ActRequest removal(const Snapshot& taken, const std::string& ref) {
    ActRequest out;
    const auto parts = split_ref(ref);
    out.kind = kind_of_prefix(parts.prefix);
    out.key = unescape_key(parts.key);
    out.seen_ns = taken.taken_ns;
    return out;
}

}  // namespace

class TestSocketsBound : public SocketSubject {
    Q_OBJECT

    // A directory that everybody may write to, directly below /tmp.
    std::string open_place(const std::string& name) {
        const auto place = path(name);
        if (mkdir(place.c_str(), 0777) != 0 || chmod(place.c_str(), 0777) != 0 ||
            chmod(folder_.path().toLocal8Bit().constData(), 0755) != 0)
            qFatal("mkdir");
        return place;
    }

    // What a child tells when it is where it should be; "" = it could not.
    struct Elsewhere {
        Pair pipe = pipe_pair();
        void ready() const { (void)!write(pipe.second.get(), "x", 1); }
        bool wait() {
            pipe.second.reset();  // if it ends, so does the waiting for it
            return get(pipe.first, 1) == "x";
        }
    };

private slots:
    void theKernelTellsWhetherAnybodyIsBound() {
        const auto asked = [&](const std::string& name) {
            const UniqueFd file(open(path(name).c_str(), O_PATH | O_CLOEXEC));
            return BoundAsked().ask(file.get());
        };
        using Answer = BoundAsked::Answer;
        for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
            const auto name = fmt::format("asked {}", type);
            auto bound = unix_socket(type, path(name));
            QCOMPARE(asked(name), Answer::somebody);
            if (type != SOCK_DGRAM) {
                QCOMPARE(listen(bound.get(), 0), 0);
                QCOMPARE(fcntl(bound.get(), F_SETFL, O_NONBLOCK), 0);
                QCOMPARE(asked(name), Answer::somebody);
                const auto client = unix_client(type, path(name));  // nobody else has room
                QCOMPARE(asked(name), Answer::somebody);
                // It has noticed nothing: one waits, the client.
                QVERIFY(UniqueFd(accept4(bound.get(), nullptr, nullptr, SOCK_CLOEXEC)));
                QVERIFY(!UniqueFd(accept4(bound.get(), nullptr, nullptr, SOCK_CLOEXEC)));
            }
            bound.reset();
            QCOMPARE(asked(name), Answer::nobody);
        }
        BoundAsked none;
        QCOMPARE(none.ask(-1), Answer::unknown);
        QVERIFY(none.error() != 0);
    }

    // Btrfs gives files device numbers that sock_diag does not know.
    void numbersOfDevicesAreNotTakenForCertain() {
        mechanisms::diag::UnixSocket socket;
        socket.has_file = true;
        socket.file_device = 42;
        socket.file_inode = 8;
        socket.name = "/tmp/here";
        QCOMPARE(bound_by(socket, {"/tmp/there", 42, 8}), BoundBy::yes);
        QCOMPARE(bound_by(socket, {"/tmp/here", 42, 9}), BoundBy::no);  // bound before, and made anew
        QCOMPARE(bound_by(socket, {"/tmp/here", 43, 8}), BoundBy::maybe);
        QCOMPARE(bound_by(socket, {"/tmp/here", 43, 9}), BoundBy::maybe);
        QCOMPARE(bound_by(socket, {"/tmp/there", 43, 8}), BoundBy::maybe);
        QCOMPARE(bound_by(socket, {"/tmp/there", 43, 9}), BoundBy::no);
        socket.has_file = false;
        QCOMPARE(bound_by(socket, {"/tmp/here", 42, 8}), BoundBy::maybe);
        QCOMPARE(bound_by(socket, {"/tmp/there", 42, 8}), BoundBy::no);
        QVERIFY(mechanisms::leads_nowhere_on_purpose("/run/systemd/inaccessible/sock"));
        QVERIFY(mechanisms::leads_nowhere_on_purpose("/run/user/0/systemd/inaccessible/sock"));
        QVERIFY(!mechanisms::leads_nowhere_on_purpose("/run/systemd/inaccessible"));
        QVERIFY(!mechanisms::leads_nowhere_on_purpose("/run/systemd/notify"));
    }

    // Its network namespace has no process: nobody can go there, and sock_diag does not list it.
    void aSocketOfAnUnseenNamespaceIsNoStaleFile() {
        if (!alone_) QSKIP("needs root, to make network namespaces");
        const auto place = path("of an unseen namespace");
        if (!place.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        UniqueFd bound;
        const auto problem = in_thread([&]() -> std::string {
            if (unshare(CLONE_NEWNET) != 0) return "unshare";
            bound = unix_socket(SOCK_STREAM, place, 1);
            return {};
        });
        QCOMPARE(problem, std::string());
        const auto ref = "unix:" + escape_key(place);
        auto taken = now();
        if (has_gap(*taken, "too many directories")) QSKIP("/tmp is too full to be looked through");
        QCOMPARE(Look(*taken, ref).number("stale"), 0);
        const auto kept = client_->act(removal(*taken, ref), ref);
        QVERIFY2(words(kept).find("in use") != std::string::npos, words(kept).c_str());
        QVERIFY(is_there(place));
        bound.reset();
        taken = now();
        QCOMPARE(Look(*taken, ref).number("stale"), 1);
        QCOMPARE(words(client_->act(removal(*taken, ref), ref)), std::string("done"));
        QVERIFY(!is_there(place));
    }

    void whoMayNotSeeNamespacesCallsNothingStale() {
        if (!alone_) QSKIP("needs root, to make network namespaces");
        if (!user_may_run(65534, IPCSCOPE_BIN_DIR "/ipcscope-probe"))
            QSKIP("needs root, to become somebody else, who may start the probe");
        const auto folder = open_place("open to all");
        const auto served = folder + "/served", left = folder + "/left", closed = folder + "/closed";
        if (!folder.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        Elsewhere there;
        const Child other([&] {
            if (unshare(CLONE_NEWNET) != 0) _exit(1);
            const auto bound = unix_socket(SOCK_STREAM, served, 1);
            (void)chmod(served.c_str(), 0666);
            there.ready();
            pause();
        });
        QVERIFY(there.wait());
        unix_socket(SOCK_STREAM, left, 1).reset();
        unix_socket(SOCK_STREAM, closed, 1).reset();
        QCOMPARE(chmod(left.c_str(), 0666), 0);
        QCOMPARE(chmod(closed.c_str(), 0600), 0);
        const auto problem = in_thread([&]() -> std::string {
            if (!become_user(65534)) return "setresuid";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            const auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            const auto& snapshot = **taken;
            if (has_gap(snapshot, "too many directories")) return "skip";
            if (!has_gap(snapshot, "other network namespaces, if there are any", "CAP_SYS_PTRACE"))
                return "no gap: " + gaps_of(snapshot);
            if (!has_gap(snapshot, "objects of other IPC namespaces, if there are any"))
                return "no gap for queues: " + gaps_of(snapshot);
            const auto ref = "unix:" + escape_key(served), left_ref = "unix:" + escape_key(left);
            if (const Look look(snapshot, ref); !look || look.number("stale") != 0)
                return "one that is served is called stale";
            if (const Look look(snapshot, left_ref); look.number("stale") != 1)
                return "one that was left behind is not found";
            if (const Look look(snapshot, "unix:" + escape_key(closed));
                look.cell("stale").state != CellState::not_permitted)
                return "one that may not be asked about";
            if (const auto kept = (*client)->act(removal(snapshot, ref), ref);
                words(kept).find("in use") == std::string::npos)
                return words(kept);
            // Nobody is bound to the file; but it is another user's, and not all of them can be seen.
            const auto kept = (*client)->act(removal(snapshot, left_ref), left_ref);
            return words(kept).find("CAP_SYS_PTRACE") == std::string::npos ? words(kept) : std::string();
        });
        if (problem == "skip") QSKIP("/tmp is too full to be looked through");
        QCOMPARE(problem, std::string());
        QVERIFY(is_there(served) && is_there(left));
    }

    // An overlay shows files under device numbers of its own, and the same file in two places.
    void socketsOnAnOverlayAreAlive() {
        const auto root = path("overlay");
        if (!root.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        QCOMPARE(mkdir(root.c_str(), 0755), 0);
        const auto problem = in_thread([&]() -> std::string {
            if (!own_tree() || mount("none", root.c_str(), "tmpfs", 0, nullptr) != 0) return "skip";
            // Directories directly below /tmp: no deeper ones are looked into.
            const auto part = [&](const char* name) { return root + "-" + name; };
            for (const char* name : {"low", "up", "both"})
                if (mkdir(part(name).c_str(), 0755) != 0) return "mkdir";
            if (mount("none", part("low").c_str(), "tmpfs", 0, nullptr) != 0) return "skip";
            if (mkdir((root + "/up").c_str(), 0755) != 0 || mkdir((root + "/work").c_str(), 0755) != 0)
                return "mkdir";
            const auto options =
                fmt::format("lowerdir={},upperdir={}/up,workdir={}/work,xino=off", part("low"), root, root);
            if (mount("none", part("both").c_str(), "overlay", 0, options.c_str()) != 0 ||
                mount((root + "/up").c_str(), part("up").c_str(), nullptr, MS_BIND, nullptr) != 0)
                return "skip";
            const auto place = part("both") + "/served";
            const auto bound = unix_socket(SOCK_STREAM, place, 1);
            struct stat shown {
            }, below{};
            if (stat(place.c_str(), &shown) != 0 || stat((part("up") + "/served").c_str(), &below) != 0)
                return "stat";
            auto client = MonitorClient::start();
            if (!client) return client.error().text();
            const auto taken = (*client)->sample({.timeout_ns = patience_ns});
            if (!taken) return taken.error().text();
            if (has_gap(**taken, "too many directories")) return "skip";
            const auto ref = "unix:" + escape_key(place),
                       below_ref = "unix:" + escape_key(part("up") + "/served");
            const Look look(**taken, ref), twice(**taken, below_ref);
            if (!look || look.number("stale") > 0) return "one that is served is called stale";
            if (look.number("state") != TCP_LISTEN) return "it is not the listener";
            if (look.object().mode < 0) return "its permissions are not known";
            if (!twice || twice.cell("stale").state != CellState::not_available)
                return "its other place is taken for certain";
            for (const auto& one : {ref, below_ref}) {
                const auto kept = (*client)->act(removal(**taken, one), one);
                if (words(kept).find("in use") == std::string::npos) return words(kept);
            }
            return is_there(place) ? "" : "it was removed";
        });
        if (problem == "skip") QSKIP("no overlay can be mounted here, or /tmp is too full");
        QCOMPARE(problem, std::string());
    }

    // A container has a socket and FIFOs where here are others of the same path.
    void whatHoldersInAnotherTreeHaveIsLeftAlone() {
        const auto shared = path("shared"), deep = path("shared/a/b/c");
        if (!shared.starts_with("/tmp/")) QSKIP("the temporary directory is not /tmp");
        for (const auto& folder : {shared, shared + "/a", shared + "/a/b", deep})
            QCOMPARE(mkdir(folder.c_str(), 0755), 0);
        const auto socket = shared + "/socket";
        const std::vector<std::string> fifos{shared + "/fifo", deep + "/fifo"};
        Elsewhere there;
        const Child other([&] {
            if (!own_tree() || mount("none", shared.c_str(), "tmpfs", 0, nullptr) != 0) _exit(1);
            for (const auto& folder : {shared + "/a", shared + "/a/b", deep})
                if (mkdir(folder.c_str(), 0755) != 0) _exit(1);
            const auto bound = unix_socket(SOCK_STREAM, socket, 1);
            for (const auto& fifo : fifos)
                if (mkfifo(fifo.c_str(), 0600) != 0 || open(fifo.c_str(), O_RDWR | O_CLOEXEC) < 0) _exit(1);
            there.ready();
            pause();
        });
        if (!there.wait()) QSKIP("needs CAP_SYS_ADMIN, to mount");
        unix_socket(SOCK_STREAM, socket, 1).reset();
        for (const auto& fifo : fifos)
            QCOMPARE(mkfifo(fifo.c_str(), 0600), 0);
        const auto taken = now();
        if (has_gap(*taken, "too many directories")) QSKIP("/tmp is too full to be looked through");
        std::set<std::string> theirs;
        for (const auto& object : taken->objects) {
            const Look look(*taken, taken->ref(object));
            if (look.name().starts_with(shared) && look.holders().contains(other.pid()))
                theirs.insert(taken->ref(object));
        }
        QCOMPARE(theirs.size(), std::size_t{3});
        for (const auto& ref : theirs) {
            QVERIFY2(Look(*taken, ref).number("stale") != 1, ref.c_str());
            const auto kept = client_->act(removal(*taken, ref), ref);
            QVERIFY2(!kept, ref.c_str());
        }
        QVERIFY(is_there(socket) && is_there(fifos[0]) && is_there(fifos[1]));
        // Ours can be told from theirs, and go.
        const auto ours = "fifo:" + escape_key(fifos[0]);
        QVERIFY(Look(*taken, ours).holders().empty());
        QCOMPARE(words(client_->act(removal(*taken, ours), ours)), std::string("done"));
        QVERIFY(!is_there(fifos[0]));
    }

    // systemd covers with them what a service may not reach.
    void whatLeadsNowhereOnPurposeIsNotShown() {
        const auto folder = path("systemd") + "/inaccessible";
        QCOMPARE(mkdir(path("systemd").c_str(), 0755), 0);
        QCOMPARE(mkdir(folder.c_str(), 0755), 0);
        unix_socket(SOCK_STREAM, folder + "/sock").reset();
        QCOMPARE(mkfifo((folder + "/fifo").c_str(), 0600), 0);
        const auto taken = now();
        for (const auto& ref : {"unix:" + folder + "/sock", "fifo:" + folder + "/fifo"}) {
            QVERIFY2(!taken->find(ref), ref.c_str());
            auto request = removal(*taken, ref);
            request.seen_ns = 0;
            const auto kept = client_->act(request, ref);
            QVERIFY2(words(kept).find("on purpose") != std::string::npos, words(kept).c_str());
        }
    }

    // A probe that was started since does not know what was seen.
    void anotherProbeDoesNothingToWhatItHasNotSeen() {
        const auto fifo = path("seen before");
        QCOMPARE(mkfifo(fifo.c_str(), 0600), 0);
        const auto taken = now();
        const auto ref = "fifo:" + escape_key(fifo);
        auto other = MonitorClient::start();
        QVERIFY(other);
        const auto kept = (*other)->act(removal(*taken, ref), ref);
        QVERIFY2(words(kept).find("looked at again") != std::string::npos, words(kept).c_str());
        QVERIFY(is_there(fifo));
    }
};

std::unique_ptr<QObject> monitor_sockets::bound() {
    return std::make_unique<TestSocketsBound>();
}
#include "bound.moc"

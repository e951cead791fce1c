// Descriptors that travel in messages: whose they are, what can be done with them, and that none is left
// behind.
#include "base/unique_fd.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

namespace {

std::optional<HandleInfo> handle(const RunFixture& run, const std::string& name) {
    const auto state = run.state();
    for (auto it = state->handles.rbegin(); it != state->handles.rend(); ++it)
        if (it->second.name == name) return it->second;
    return {};
}

std::size_t messages(const RunFixture& run) {
    const auto flows = run.flows();
    return static_cast<std::size_t>(std::count_if(flows.begin(), flows.end(), [](const Joined& flow) {
        return flow.from.operation.starts_with("unix_socket.send");
    }));
}

std::size_t open_files(const RunFixture& run, const std::string& worker) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry :
         fs::directory_iterator("/proc/" + std::to_string(run.worker(worker)->pid) + "/fd"))
        ++count;
    return count;
}

// What a program that is none of ours sends to a socket of the run.
void send_from_outside(const std::string& path, const std::vector<int>& fds) {
    const UniqueFd socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    char byte = 'x';
    iovec part{&byte, 1};
    alignas(cmsghdr) unsigned char control[CMSG_SPACE(sizeof(int) * 4)] = {};
    cmsghdr head{};
    head.cmsg_level = SOL_SOCKET;
    head.cmsg_type = SCM_RIGHTS;
    head.cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
    std::memcpy(control, &head, sizeof head);
    std::memcpy(control + CMSG_LEN(0), fds.data(), sizeof(int) * fds.size());
    msghdr message{};
    message.msg_name = &address;
    message.msg_namelen = sizeof address;
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = CMSG_SPACE(sizeof(int) * fds.size());
    QCOMPARE(::sendmsg(socket.get(), &message, 0), ssize_t{1});
}

const std::string two_workers = R"(workers: a
a: way = unix_socket.socketpair()
a: b = process.fork()
)";

}  // namespace

class TestDescriptorPassing : public QObject {
    Q_OBJECT
private slots:
    void anEndOfAPipe();
    void afterTheSenderClosedItsOwn();
    void bothEndsAreToldApart();
    void anAcceptedConnection();
    void whatIsOnItsWayIsHeld();
    void severalAtOnce();
    void noRoomForAll();
    void lostByAPlainReceive();
    void whatHasNoInodeOfItsOwn();
    void memoryThatHasNoName();
    void fromOutside();
    void unknownOnesCanBePassedOn();
    void ofTheWrongKind();
    void nothingIsLeftOpen();
};

void TestDescriptorPassing::anEndOfAPipe() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "take it", descriptors: [p.write_end])   # = 7
b: r = unix_socket.recvmsg(way.second)                    # = 7 "take it" passed=1 msg_flags=0
b: pipe.write(r.passed_1, data: "Hello")                  # = 5
)");
    const auto got = handle(run, "r.passed_1");
    QVERIFY(got.has_value());
    QCOMPARE(got->kind, std::string("pipe.write_end"));
    QCOMPARE(got->object, run.object("p")->id);
    QCOMPARE(got->open_in, (std::vector{run.worker("b")->id}));
    QCOMPARE(run.level("p"), std::int64_t{5});
    RUN_OK(run, "a: pipe.read(p.read_end)             # = 5 \"Hello\"\n");
    const auto flows = run.flows("p");
    QCOMPARE(flows.size(), std::size_t{1});
    QCOMPARE(flows[0].from.worker, std::string("b"));
    QCOMPARE(flows[0].to.worker, std::string("a"));
    QCOMPARE(messages(run), std::size_t{1});
}

void TestDescriptorPassing::afterTheSenderClosedItsOwn() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end])   # = 1
a: pipe.close(p.write_end)                                # = 0
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=1
b: pipe.write(r.passed_1, data: "Hello")                  # = 5
a: pipe.read(p.read_end)                                  # = 5 "Hello"
b: pipe.close(r.passed_1)                                 # = 0
a: pipe.read(p.read_end)                                  # = 0
b: pipe.write(r.passed_1, data: "late")                   # EBADF
)");
    QCOMPARE(handle(run, "r.passed_1")->kind, std::string("pipe.write_end"));
    QCOMPARE(handle(run, "r.passed_1")->object, run.object("p")->id);
    QVERIFY(handle(run, "r.passed_1")->open_in.empty());
}

void TestDescriptorPassing::bothEndsAreToldApart() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.read_end, p.write_end])   # = 1
a: pipe.close(p.write_end)
a: pipe.close(p.read_end)
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=2
b: pipe.write(r.passed_2, data: "to myself")              # = 9
b: pipe.read(r.passed_1)                                  # = 9 "to myself"
)");
    QCOMPARE(handle(run, "r.passed_1")->kind, std::string("pipe.read_end"));
    QCOMPARE(handle(run, "r.passed_2")->kind, std::string("pipe.write_end"));
    QCOMPARE(run.flows("p").size(), std::size_t{1});
}

// The classic use: one process accepts, another one serves.
void TestDescriptorPassing::anAcceptedConnection() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(workers: client
a: s = unix_socket.socket()
a: unix_socket.bind(s, path: "s")
a: unix_socket.listen(s)
client: d = unix_socket.socket()
client: unix_socket.connect(d, path: "s")
a: c = unix_socket.accept(s)
a: unix_socket.sendmsg(way.first, data: "serve it", descriptors: [c])      # = 8
a: unix_socket.close(c)                                   # = 0
b: r = unix_socket.recvmsg(way.second)                    # = 8 passed=1
client: unix_socket.send(d, data: "question")             # = 8
)");
    QCOMPARE(handle(run, "r.passed_1")->kind, std::string("unix_socket.socket"));
    QCOMPARE(handle(run, "r.passed_1")->object, run.object("c")->id);
    QCOMPARE(run.level("c"), std::int64_t{8});
    RUN_OK(run, R"(b: unix_socket.recv(r.passed_1)        # = 8 "question"
b: unix_socket.send(r.passed_1, data: "answer")           # = 6
client: unix_socket.recv(d)                               # = 6 "answer"
)");
    QCOMPARE(messages(run), std::size_t{3});
    QCOMPARE(run.level("c"), std::int64_t{0});
}

// The only handles of a connection are in a message: what it holds is not lost.
void TestDescriptorPassing::whatIsOnItsWayIsHeld() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = unix_socket.socketpair()
a: unix_socket.send(p.second, data: "kept")               # = 4
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.first])       # = 1
a: unix_socket.close(p.first)
a: unix_socket.close(p.second)
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=1
b: unix_socket.recv(r.passed_1)                           # = 4 "kept"
b: unix_socket.recv(r.passed_1)                           # = 0
)");
    QCOMPARE(messages(run), std::size_t{2});
}

void TestDescriptorPassing::severalAtOnce() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = pipe.create()
a: fifo.create("f")
a: f = fifo.open("f", access: O_RDWR)
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end, f, way.first, p.write_end, p.read_end, f, f, f])   # = 1
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=8
b: fifo.write(r.passed_2, data: "Hello")                  # = 5
a: fifo.read(f)                                           # = 5 "Hello"
b: unix_socket.sendmsg(r.passed_3, data: "back", descriptors: [r.passed_1])   # = 4
b: unix_socket.recvmsg(way.second)                        # = 4 passed=1
)");
    const char* kinds[] = {"pipe.write_end", "fifo.both_ends", "unix_socket.socket", "pipe.write_end",
                           "pipe.read_end",  "fifo.both_ends", "fifo.both_ends",     "fifo.both_ends"};
    for (int i = 1; i <= 8; ++i)
        QCOMPARE(handle(run, "r.passed_" + std::to_string(i))->kind, std::string(kinds[i - 1]));
}

void TestDescriptorPassing::noRoomForAll() {
    RunFixture run;
    RUN_OK(run, two_workers);
    const auto before = open_files(run, "b");
    RUN_OK(run, R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end, p.read_end])       # = 1
b: r = unix_socket.recvmsg(way.second, descriptors: 1)    # = 1 passed=1 msg_flags=MSG_CTRUNC
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end, p.read_end])       # = 1
b: unix_socket.recvmsg(way.second, descriptors: 0)        # = 1 passed=0 msg_flags=MSG_CTRUNC
b: pipe.write(r.passed_1, data: "x")                      # = 1
)");
    QCOMPARE(open_files(run, "b"), before + 1);
    // With room for credentials as well, still not one too many.
    RUN_OK(run, R"(b: unix_socket.setsockopt(way.second, option: SO_PASSCRED, value: 1)
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end, p.read_end])       # = 1
b: unix_socket.recvmsg(way.second, descriptors: 1, flags: MSG_CMSG_CLOEXEC)   # = 1 passed=1 msg_flags=MSG_CTRUNC|MSG_CMSG_CLOEXEC pid=a
)");
    QCOMPARE(open_files(run, "b"), before + 2);
}

void TestDescriptorPassing::lostByAPlainReceive() {
    RunFixture run;
    RUN_OK(run, two_workers);
    const auto before = open_files(run, "b");
    RUN_OK(run, R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end])   # = 1
b: unix_socket.recv(way.second)                           # = 1 "x"
a: pipe.close(p.write_end)
a: pipe.read(p.read_end)                                  # = 0
)");
    QCOMPARE(open_files(run, "b"), before);
}

// Event counters share one inode: told apart by the number that the kernel gives each.
void TestDescriptorPassing::whatHasNoInodeOfItsOwn() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: e = eventfd.create()
a: f = eventfd.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [f, e])          # = 1
a: eventfd.close(f)
a: eventfd.close(e)
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=2
b: eventfd.write(r.passed_2, value: 3)                    # = 8
b: eventfd.read(r.passed_2)                               # = 8 value=3
)");
    QCOMPARE(handle(run, "r.passed_1")->object, run.object("f")->id);
    QCOMPARE(handle(run, "r.passed_2")->object, run.object("e")->id);
}

void TestDescriptorPassing::memoryThatHasNoName() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: m = posix_shm.memfd_create("box")
a: posix_shm.truncate(m, size: 4096)
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [m])             # = 1
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=1
b: v = posix_shm.map(r.passed_1, length: 4096)
)");
    QCOMPARE(handle(run, "r.passed_1")->kind, std::string("posix_shm.memfd"));
    QCOMPARE(handle(run, "r.passed_1")->object, run.object("m")->id);
}

void TestDescriptorPassing::fromOutside() {
    RunFixture run;
    RUN_OK(
        run,
        "workers: b\nb: s = unix_socket.socket(SOCK_DGRAM)\nb: unix_socket.bind(s, path: \"s\")   # = 0\n");
    const auto notes = run.files() + "/notes";
    std::ofstream(notes) << "mine";
    const UniqueFd file(::open(notes.c_str(), O_RDONLY | O_CLOEXEC));
    const UniqueFd event(::eventfd(0, EFD_CLOEXEC));
    const UniqueFd other(::eventfd(0, EFD_CLOEXEC));
    send_from_outside(run.files() + "/s", {file.get(), event.get(), other.get(), file.get()});
    RUN_OK(run, "b: r = unix_socket.recvmsg(s)        # = 1 passed=4\n");
    for (const auto* name : {"r.passed_1", "r.passed_2", "r.passed_3", "r.passed_4"})
        QCOMPARE(handle(run, name)->kind, std::string("unix_socket.descriptor"));
    // One open file, twice: one object. Two of a kind: two objects.
    QCOMPARE(handle(run, "r.passed_1")->object, handle(run, "r.passed_4")->object);
    QVERIFY(handle(run, "r.passed_2")->object != handle(run, "r.passed_3")->object);
    const auto state = run.observe("r.passed_1");
    QVERIFY2(state.has_value(), state ? "" : state.error().text().c_str());
    QCOMPARE(field(*state, "what").bytes(), fs::canonical(notes).string());
    QCOMPARE(field(*state, "size").integer(), std::int64_t{4});
    RUN_OK(run, R"(b: unix_socket.close(r.passed_1)       # = 0
b: unix_socket.close(r.passed_1)                          # EBADF
b: unix_socket.close(r.passed_2)                          # = 0
b: unix_socket.close(r.passed_3)                          # = 0
b: unix_socket.close(r.passed_4)                          # = 0
)");
}

void TestDescriptorPassing::unknownOnesCanBePassedOn() {
    RunFixture run;
    RUN_OK(run, two_workers +
                    "b: s = unix_socket.socket(SOCK_DGRAM)\nb: unix_socket.bind(s, path: \"s\")   # = 0\n");
    const UniqueFd event(::eventfd(0, EFD_CLOEXEC));
    send_from_outside(run.files() + "/s", {event.get()});
    RUN_OK(run, R"(b: r = unix_socket.recvmsg(s)          # = 1 passed=1
b: unix_socket.sendmsg(way.second, data: "y", descriptors: [r.passed_1])   # = 1
a: q = unix_socket.recvmsg(way.first)                     # = 1 passed=1
)");
    QCOMPARE(handle(run, "q.passed_1")->kind, std::string("unix_socket.descriptor"));
    QCOMPARE(handle(run, "q.passed_1")->object, handle(run, "r.passed_1")->object);
}

void TestDescriptorPassing::ofTheWrongKind() {
    RunFixture run;
    RUN_OK(run, two_workers + R"(a: p = pipe.create()
a: unix_socket.sendmsg(way.first, data: "x", descriptors: [p.write_end])   # = 1
b: r = unix_socket.recvmsg(way.second)                    # = 1 passed=1
)");
    // The text alone cannot tell; the run does.
    const auto text = explain(run.run("b: pipe.read(r.passed_1)\n"));
    QVERIFY2(text.find("'r.passed_1' is a pipe.write_end; needed is pipe.read_end") != std::string::npos,
             text.c_str());
    const auto none = explain(run.run("b: pipe.read(r.passed_2)\n"));
    QVERIFY2(none.find("'r' has no 'passed_2'") != std::string::npos, none.c_str());
    // What is no descriptor at all is known to be wrong before anything runs.
    const auto early = explain(
        run.run("a: q = sysv_msg.get()\na: unix_socket.sendmsg(way.first, data: \"x\", descriptors: [q])\n"));
    QVERIFY2(early.find("any descriptor") != std::string::npos, early.c_str());
}

void TestDescriptorPassing::nothingIsLeftOpen() {
    RunFixture run;
    RUN_OK(run, two_workers + "a: p = pipe.create()\n");
    const auto before = open_files(run, "b");
    std::string text;
    for (int i = 0; i < 20; ++i)
        text +=
            "a: unix_socket.sendmsg(way.first, data: \"x\", descriptors: [p.write_end, p.read_end])   # = 1\n"
            "b: r = unix_socket.recvmsg(way.second)       # = 1 passed=2\n"
            "b: pipe.close(r.passed_1)                    # = 0\n"
            "b: pipe.close(r.passed_2)                    # = 0\n";
    RUN_OK(run, text);
    QCOMPARE(open_files(run, "b"), before);
    QCOMPARE(open_files(run, "a"), before + 2);
}

QTEST_GUILESS_MAIN(TestDescriptorPassing)
#include "test_descriptor_passing.moc"

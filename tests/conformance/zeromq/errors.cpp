// What fails: order, direction, endpoints, limits, what is closed. Every documented errno is seen.
#include "base/unique_fd.h"
#include "conformance/zeromq/subjects.h"
#include "helpers/limits.h"
#include "helpers/run_fixture.h"

#include <QtTest>

#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <sys/socket.h>
#include <sys/un.h>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::zeromq_tests;
namespace fs = std::filesystem;

namespace {

std::string everything(std::string_view outcome) {
    std::string text;
    for (const char* line : {"bind(x, endpoint: \"ipc://e\")", "connect(x, endpoint: \"ipc://e\")",
                             "unbind(x, endpoint: \"ipc://e\")", "disconnect(x, endpoint: \"ipc://e\")",
                             "send(x, frames: [\"x\"])", "receive(x)", "subscribe(x)", "unsubscribe(x)",
                             "set_option(x, option: ZMQ_LINGER, value: 0)",
                             "get_option(x, option: ZMQ_LINGER)", "set_routing_id(x, id: \"x\")"})
        text += fmt::format("a: zeromq.{}   # {}\n", line, outcome);
    return text;
}

}  // namespace

class TestZeromqErrors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(workers_lack(CAP_SYS_RESOURCE)); }
    void options();
    void notItsTurn();
    void directions();
    void endpoints();
    void sharedPath();
    void filesOfOthersAreLeftAlone();
    void pathIsRemovedAfterAKill();
    void limits();
    void noThreads();
    void closedSocket();
    void closedContext();
    void shutDown();
    void termWaits();
    void fork();
    void cleanupTestCase();  // last: every documented errno was seen
};

void TestZeromqErrors::options() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PUSH") +
                    R"(a: zeromq.set_option(x, option: ZMQ_SNDHWM, value: 7)  # = 0
a: zeromq.get_option(x, option: ZMQ_SNDHWM)             # value=7
a: zeromq.set_option(x, option: ZMQ_SNDHWM, value: -1)  # EINVAL
a: zeromq.set_option(x, option: ZMQ_LINGER, value: -2)  # EINVAL
a: zeromq.set_option(x, option: ZMQ_TYPE, value: 1)     # EINVAL
a: zeromq.set_option(x, option: ZMQ_REQ_RELAXED, value: 1)  # EINVAL
a: zeromq.get_option(x, option: ZMQ_TYPE)               # value=8
a: zeromq.get_option(x, option: ZMQ_ROUTER_MANDATORY)   # EINVAL
a: zeromq.subscribe(x)                                  # EINVAL
a: zeromq.unsubscribe(x)                                # EINVAL
a: zeromq.set_routing_id(x, id: "")                     # EINVAL
a: zeromq.set_routing_id(x, id: "x" * 256)              # EINVAL
a: zeromq.set_routing_id(x, id: "x" * 255)              # = 0
)");
}

void TestZeromqErrors::notItsTurn() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_REQ") + R"(a: zeromq.receive(x)   # EFSM
a: y = zeromq.socket(a_x, type: ZMQ_REP)
a: zeromq.send(y, frames: ["x"])   # EFSM
)");
}

void TestZeromqErrors::directions() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") + R"(a: y = zeromq.socket(a_x, type: ZMQ_PUSH)
a: zeromq.send(x, frames: ["x"])        # ENOTSUP
a: zeromq.receive(y)                    # ENOTSUP
a: zeromq.send(y, frames: ["x"], flags: ZMQ_DONTWAIT)   # EAGAIN
a: zeromq.receive(x, flags: ZMQ_DONTWAIT)   # EAGAIN
)");
}

void TestZeromqErrors::endpoints() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") +
                    "a: at = zeromq.bind(x, endpoint: \"tcp://127.0.0.1:*\")\n" +
                    "a: y = zeromq.socket(a_x, type: ZMQ_PULL)\na: zeromq.bind(y, endpoint: at.endpoint)   # "
                    "EADDRINUSE\n");
    std::string text;
    const std::string deep = "ipc:///" + std::string(150, 'd');
    for (const auto& [endpoint, bound, connected] :
         {std::tuple<std::string, const char*, const char*>{"nonsense", "EINVAL", "EINVAL"},
          {"", "EINVAL", "EINVAL"},
          {"tcp://", "EINVAL", "EINVAL"},
          {"tcp://127.0.0.1:x", "EINVAL", "EINVAL"},
          {"pigeon://roof", "EPROTONOSUPPORT", "EPROTONOSUPPORT"},
          {"udp://127.0.0.1:5", "ENOCOMPATPROTO", "ENOCOMPATPROTO"},
          {deep, "ENAMETOOLONG", "ENAMETOOLONG"}}) {
        text += fmt::format("a: zeromq.bind(y, endpoint: \"{}\")   # {}\n", endpoint, bound);
        text += fmt::format("a: zeromq.connect(y, endpoint: \"{}\")   # {}\n", endpoint, connected);
    }
    RUN_OK(run, text + R"(a: zeromq.bind(y, endpoint: "tcp://192.0.2.1:0")      # EADDRNOTAVAIL
a: zeromq.bind(y, endpoint: "tcp://nosuchdevice:0")   # ENODEV
a: zeromq.bind(y, endpoint: "ipc://none/there")       # ENOENT
a: zeromq.unbind(y, endpoint: "nonsense")             # EINVAL
a: zeromq.disconnect(y, endpoint: "nonsense")         # EINVAL
a: zeromq.unbind(y, endpoint: "tcp://127.0.0.1:1")    # ENOENT
a: zeromq.disconnect(y, endpoint: "tcp://127.0.0.1:1")   # ENOENT
)");
    for (const char* verb : {"bind", "connect", "unbind", "disconnect"}) {
        const auto zero = refusal(run, fmt::format("a: zeromq.{}(y, endpoint: \"ipc://a\\0b\")", verb));
        QVERIFY2(zero.find("holds an octet 0") != std::string::npos, zero.c_str());
    }
    const auto wildcard = refusal(run, "a: zeromq.bind(y, endpoint: \"ipc://*\")");
    QVERIFY2(wildcard.find("a path is needed") != std::string::npos, wildcard.c_str());
}

// Two sockets, one path: the second one takes it over without a word, and the first one hears nothing more.
void TestZeromqErrors::sharedPath() {
    RunFixture run;
    RUN_OK(run, "workers: a, b, c\n" + socket("a", "x", "ZMQ_PULL") + socket("b", "y", "ZMQ_PULL") +
                    socket("c", "z", "ZMQ_PUSH") + R"(a: zeromq.bind(x, endpoint: "ipc://door")   # = 0
b: zeromq.bind(y, endpoint: "ipc://door")   # = 0
c: zeromq.connect(z, endpoint: "ipc://door")
c: zeromq.send(z, frames: ["who is there?"])
b: zeromq.receive(y)                        # = "who is there?"
a: zeromq.receive(x, flags: ZMQ_DONTWAIT)   # EAGAIN
)");
}

void TestZeromqErrors::filesOfOthersAreLeftAlone() {
    RunFixture run;
    std::ofstream(run.files() + "/notes") << "mine";
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL"));
    const auto file = refusal(run, "a: zeromq.bind(x, endpoint: \"ipc://notes\")");
    QVERIFY2(file.find("is a regular file, which libzmq would remove") != std::string::npos, file.c_str());
    QVERIFY(fs::is_regular_file(run.files() + "/notes"));
    const auto path = fs::temp_directory_path() / fmt::format("ipcscope-test-{}", ::getpid());
    const UniqueFd other(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    path.string().copy(name.sun_path, sizeof name.sun_path - 1);
    QCOMPARE(::bind(other.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
    const auto taken = refusal(run, "a: zeromq.bind(x, endpoint: \"ipc://" + path.string() + "\")");
    QVERIFY2(taken.find("there is a socket at") != std::string::npos, taken.c_str());
    QVERIFY(fs::is_socket(path));
    fs::remove(path);
}

void TestZeromqErrors::pathIsRemovedAfterAKill() {
    const auto path = fs::temp_directory_path() / fmt::format("ipcscope-test-{}", ::getpid());
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_PULL") + "a: zeromq.bind(x, endpoint: \"ipc://" +
                    path.string() + "\")   # = 0\na: kill\n");
    QVERIFY(fs::is_socket(path));
    const auto left = run.finish();
    QVERIFY2(left.empty(), left.c_str());
    QVERIFY(!fs::exists(path));
}

void TestZeromqErrors::limits() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context(max_sockets: 1)
a: x = zeromq.socket(c, type: ZMQ_PULL)
a: zeromq.socket(c, type: ZMQ_PULL)     # EMFILE
)");
}

void TestZeromqErrors::noThreads() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context(io_threads: 0)
a: x = zeromq.socket(c, type: ZMQ_PAIR)
a: zeromq.bind(x, endpoint: "tcp://127.0.0.1:*")        # EMTHREAD
a: zeromq.connect(x, endpoint: "tcp://127.0.0.1:5")     # EMTHREAD
a: zeromq.bind(x, endpoint: "inproc://i")               # = 0
)");
}

void TestZeromqErrors::closedSocket() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_XSUB") + "a: zeromq.close(x)   # = 0\n" +
                    everything("ENOTSOCK") + "a: zeromq.close(x)   # ENOTSOCK\n");
}

void TestZeromqErrors::closedContext() {
    RunFixture run;
    RUN_OK(run, R"(workers: a
a: c = zeromq.context()
a: zeromq.term(c)                       # = 0
a: zeromq.term(c)                       # EFAULT
a: zeromq.shutdown(c)                   # EFAULT
a: zeromq.socket(c, type: ZMQ_PULL)     # EFAULT
)");
}

void TestZeromqErrors::shutDown() {
    RunFixture run;
    RUN_OK(run, "workers: a\n" + socket("a", "x", "ZMQ_SUB") + "a: zeromq.shutdown(a_x)   # = 0\n" +
                    everything("ETERM") +
                    "a: zeromq.socket(a_x, type: ZMQ_PULL)   # ETERM\na: zeromq.close(x)   # = 0\n"
                    "a: zeromq.term(a_x)   # = 0\n");
}

void TestZeromqErrors::termWaits() {
    RunFixture run;
    RUN_OK(run,
           "workers: a\n" + socket("a", "x", "ZMQ_PUSH") + R"(a: zeromq.connect(x, endpoint: "ipc://nobody")
a: zeromq.send(x, frames: ["unsent"])   # = 6
a: zeromq.close(x)                      # = 0
a: zeromq.term(a_x) async               # blocked
)");
    WAITS_FOR(run, "a", "the sockets of a_x to be closed and their messages to be sent");
    RUN_OK(run, "a: interrupt\na: await   # EINTR\n");
}

void TestZeromqErrors::fork() {
    RunFixture run;
    RUN_OK(run, pair("ZMQ_PULL", "ZMQ_PUSH") + "b: child = process.fork()\n");
    for (const char* line : {"zeromq.send(y, frames: [\"x\"])", "zeromq.close(y)", "zeromq.term(b_y)",
                             "zeromq.socket(b_y, type: ZMQ_PULL)"}) {
        const auto text = refusal(run, fmt::format("child: {}", line));
        QVERIFY2(text.find("whose threads this one does not have") != std::string::npos, text.c_str());
    }
    RUN_OK(run, R"(child: cc = zeromq.context()
child: z = zeromq.socket(cc, type: ZMQ_PUSH)
child: zeromq.connect(z, endpoint: at.endpoint)
child: zeromq.send(z, frames: ["from the child"])   # = 14
a: zeromq.receive(x)                                # = 14 "from the child"
)");
}

void TestZeromqErrors::cleanupTestCase() {
    const auto gaps = errno_gaps("zeromq");
    QVERIFY2(gaps.empty(), gaps.c_str());
}

std::unique_ptr<QObject> testing::zeromq_tests::errors() {
    return std::make_unique<TestZeromqErrors>();
}

#include "errors.moc"

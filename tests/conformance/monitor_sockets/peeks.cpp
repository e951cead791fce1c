// Looks into sockets and pipes: they take nothing, and hide nothing.
#include "conformance/monitor_sockets/monitor_sockets.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

class TestSocketsPeeks : public SocketSubject {
    Q_OBJECT

private slots:
    void peeksTakeNothing() {
        NEEDS_SIGHT(descriptors);
        const auto pipe = pipe_pair();
        const std::string text = "what is in the pipe\n" + std::string(9000, 'x');
        put(pipe.second, text);
        const auto stream = unix_pair();
        put(stream.first, "to be received");
        const auto mail = unix_pair(SOCK_DGRAM);
        put(mail.first, "first");
        put(mail.first, "second");
        const auto listener = inet_bound(SOCK_STREAM, "127.0.0.1");
        QCOMPARE(listen(listener.get(), 1), 0);
        const UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        inet_connect(client, "127.0.0.1", port_of(listener));
        const UniqueFd server(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        put(client, "over TCP");
        pollfd ready{server.get(), POLLIN, 0};
        QCOMPARE(poll(&ready, 1, 10000), 1);
        const auto taken = now();
        const auto peek = [&](const std::string& ref, bool allow = true) {
            PeekRequest how;
            how.allow_fetch = allow;
            return client_->peek(*taken, ref, how);
        };
        const auto contents = [](const Peeked& peeked) {
            for (const auto& [name, value] : peeked.state)
                if (name == "contents") return value.bytes();
            return std::string("none");
        };
        const auto refused = peek(ref_of("pipe", pipe.first), false);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().find("pidfd_getfd") != std::string::npos,
                 refused.error().text().c_str());
        const auto in_pipe = peek(ref_of("pipe", pipe.first));
        QVERIFY2(in_pipe.has_value(), in_pipe ? "" : in_pipe.error().text().c_str());
        QVERIFY(in_pipe->tier == Tier::fetched);
        QCOMPARE(contents(*in_pipe), text);
        QCOMPARE(in_pipe->state.front().second.integer(), static_cast<qint64>(text.size()));
        QVERIFY2(in_pipe->how.find("microseconds") != std::string::npos, in_pipe->how.c_str());
        QCOMPARE(get(pipe.first), text);
        const auto in_stream = peek(ref_of("unix", stream.second));
        QVERIFY2(in_stream.has_value(), in_stream ? "" : in_stream.error().text().c_str());
        QCOMPARE(contents(*in_stream), std::string("to be received"));
        QCOMPARE(get(stream.second), std::string("to be received"));
        const auto in_tcp = peek(ref_of("tcp", server));
        QVERIFY2(in_tcp.has_value(), in_tcp ? "" : in_tcp.error().text().c_str());
        QCOMPARE(contents(*in_tcp), std::string("over TCP"));
        QCOMPARE(get(server), std::string("over TCP"));
        QVERIFY(peek(ref_of("tcp", listener))->note.find("listens") != std::string::npos);
        const auto in_mail = peek(ref_of("unix", mail.second));
        QVERIFY(in_mail.has_value());
        QCOMPARE(contents(*in_mail), std::string("first"));
        QVERIFY(in_mail->note.find("behind it") != std::string::npos);
        QCOMPARE(get(mail.second), std::string("first"));
        QCOMPARE(get(mail.second), std::string("second"));
    }

    void connectingWaitsForTheListener() {
        NEEDS_SIGHT(waits);
        const auto place = path("full");
        const auto listener = unix_socket(SOCK_STREAM, place, 0);
        const auto first = unix_client(SOCK_STREAM, place);  // a backlog of 0 has room for one
        const Child late([&] { unix_client(SOCK_STREAM, place); });
        const auto ref = "unix:" + escape_key(place);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(late.pid()) != nullptr;
        }));
        QCOMPARE(Look(*taken, ref).wait_of(late.pid())->direction, Access::write);
        QCOMPARE(Look(*taken, ref).number("pending"), 1);
    }

    // What a fetched descriptor could hide: the last close by the other end.
    void aPeekDoesNotHideThatThePeerIsGone() {
        NEEDS_SIGHT(descriptors);
        auto pipe = pipe_pair();
        auto pair = unix_pair();
        put(pipe.second, "last words");
        put(pair.second, "last words");
        const auto taken = now();
        PeekRequest how;
        how.allow_fetch = true;
        QVERIFY(client_->peek(*taken, ref_of("pipe", pipe.first), how).has_value());
        QVERIFY(client_->peek(*taken, ref_of("unix", pair.first), how).has_value());
        pipe.second.reset();
        pair.second.reset();
        QCOMPARE(get(pipe.first), std::string("last words"));
        QCOMPARE(get(pair.first), std::string("last words"));
        char octet = 0;
        QCOMPARE(read(pipe.first.get(), &octet, 1), 0);
        QCOMPARE(read(pair.first.get(), &octet, 1), 0);
        QVERIFY(send(pair.first.get(), "x", 1, MSG_NOSIGNAL) < 0 && errno == EPIPE);
    }

    // An error is told once: it is for the owner.
    void aPeekLeavesTheErrorToItsOwner() {
        NEEDS_SIGHT(descriptors);
        auto gone = inet_bound(SOCK_DGRAM, "127.0.0.1");
        const auto sender = inet_bound(SOCK_DGRAM, "127.0.0.1");
        inet_connect(sender, "127.0.0.1", port_of(gone));
        gone.reset();
        put(sender, "to nobody");
        pollfd state{sender.get(), POLLIN, 0};
        QCOMPARE(poll(&state, 1, 10000), 1);
        const auto taken = now();
        PeekRequest how;
        how.allow_fetch = true;
        const auto peeked = client_->peek(*taken, ref_of("udp", sender), how);
        QVERIFY2(peeked.has_value(), peeked ? "" : peeked.error().text().c_str());
        QVERIFY2(peeked->note.find("error") != std::string::npos, peeked->note.c_str());
        char octet = 0;
        QVERIFY(recv(sender.get(), &octet, 1, MSG_DONTWAIT) < 0);
        QCOMPARE(errno, ECONNREFUSED);
    }
};

std::unique_ptr<QObject> monitor_sockets::peeks() {
    return std::make_unique<TestSocketsPeeks>();
}
#include "peeks.moc"

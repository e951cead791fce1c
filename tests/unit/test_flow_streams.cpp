// Flows between objects: directed streams, lost packets, copies, serials, memory.
#include "base/clock.h"
#include "runtime/flow_joiner.h"
#include "schema/spec.h"

#include <QtTest>

using namespace ipcscope;

namespace {

struct Play {
    EventStore events;
    FlowTable flows;
    LaneIndex lanes;
    FlowJoiner joiner{events, flows, lanes};
    FlowJoiner::Context context;
    std::int64_t time = 1000;

    std::uint64_t say(FlowRole role, std::uint32_t object, std::uint32_t key, const std::string& bytes,
                      std::uint8_t flags = 0) {
        Event event;
        event.phase = Phase::leave;
        event.time_ns = time += 10;
        event.duration_ns = 5;
        event.ret = static_cast<std::int64_t>(bytes.size());
        event.object = object;
        event.worker = static_cast<std::uint16_t>(object);
        event.captured = event.original = static_cast<std::uint32_t>(bytes.size());
        event.flags = flags;
        const auto seq = events.append(event, bytes);
        context.role = role;
        context.key = key;
        joiner.event(seq, event, context);
        return seq;
    }
    std::uint64_t send(std::uint32_t object, std::uint32_t key, const std::string& bytes) {
        return say(FlowRole::send, object, key, bytes);
    }
    std::uint64_t receive(std::uint32_t object, std::uint32_t key, const std::string& bytes) {
        return say(FlowRole::receive, object, key, bytes);
    }
    // "from>to:bytes@offset", one a flow
    QStringList joined() const {
        QStringList out;
        for (std::uint32_t i = 1; i <= flows.size(); ++i) {
            const auto& flow = flows[FlowId{i}];
            out += QStringLiteral("%1>%2:%3@%4").arg(flow.from).arg(flow.to).arg(flow.bytes).arg(flow.offset);
        }
        return out;
    }
    std::int64_t level(std::uint32_t object) const { return lanes.level_now({LaneKind::level, object, 0}); }
};

}  // namespace

class TestFlowStreams : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesBetweenTwoSockets() {
        Play play;
        play.context.policy = FlowPolicy::byte_stream;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.joiner.takes_in(0, 8, ObjectId{1});
        play.send(1, 7, "hello");  // 0
        play.send(2, 8, "back");   // 1
        QCOMPARE(play.level(2), 5);
        QCOMPARE(play.level(1), 4);
        play.receive(2, 7, "hel");   // 2
        play.receive(1, 8, "back");  // 3
        play.receive(2, 7, "lo");    // 4
        QCOMPARE(play.joined(), QStringList({"0>2:3@0", "1>3:4@0", "0>4:2@3"}));
        QCOMPARE(play.level(2), 0);
        QCOMPARE(play.level(1), 0);
    }
    void levelOfALateTaker() {
        Play play;
        play.context.policy = FlowPolicy::byte_stream;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.send(1, 7, "hello");
        play.joiner.takes_in(0, 7, ObjectId{2});
        QCOMPARE(play.level(2), 5);
        play.send(1, 7, "!");
        QCOMPARE(play.level(2), 6);
    }
    void whatArrivesWithoutAKey() {
        Play play;
        play.context.policy = FlowPolicy::byte_stream;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.send(1, 7, "hello");
        play.receive(2, arrives_here, "hello");  // nobody said what it takes in
        QVERIFY(play.joined().isEmpty());
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.receive(2, arrives_here, "hello");
        QCOMPARE(play.joined(), QStringList{"0>2:5@0"});
        QCOMPARE(play.level(2), 0);
    }
    void keysOfMechanismsAreApart() {
        Play play;
        play.context.policy = FlowPolicy::byte_stream;
        play.context.streams_by_key = true;
        play.send(1, 7, "hello");
        play.context.mechanism = 1;
        play.receive(2, 7, "hello");
        QVERIFY(play.joined().isEmpty());
    }
    void aLostDatagramIsSkipped() {
        Play play;
        play.context.policy = FlowPolicy::packets;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.send(1, 7, "one");    // 0, lost
        play.send(1, 7, "two");    // 1
        play.send(1, 7, "three");  // 2
        QCOMPARE(play.level(2), 3);
        play.receive(2, 7, "two");  // 3
        QCOMPARE(play.level(2), 1);
        play.receive(2, 7, "three");  // 4
        QCOMPARE(play.joined(), QStringList({"1>3:3@0", "2>4:5@0"}));
        QCOMPARE(play.level(2), 0);
    }
    void aPacketSeenBeforeItsSend() {
        Play play;
        play.context.policy = FlowPolicy::packets;
        play.context.streams_by_key = true;
        play.receive(2, 7, "one");  // 0
        play.send(1, 7, "zero");    // 1
        play.send(1, 7, "one");     // 2
        QCOMPARE(play.joined(), QStringList({"2>0:3@0"}));
    }
    void everySubscriberGetsACopy() {
        Play play;
        play.context.policy = FlowPolicy::copies;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.joiner.takes_in(0, 7, ObjectId{3});
        play.send(1, 7, "a");  // 0
        play.send(1, 7, "b");  // 1
        QCOMPARE(play.level(2), 2);
        QCOMPARE(play.level(3), 2);
        play.receive(3, 7, "b");  // 2: a was not meant for it
        QCOMPARE(play.level(3), 0);
        QCOMPARE(play.level(2), 2);
        play.receive(2, 7, "a");  // 3
        play.receive(2, 7, "b");  // 4
        play.receive(4, 7, "c");  // 5: seen before its send
        play.send(1, 7, "c");     // 6
        QCOMPARE(play.joined(), QStringList({"1>2:1@0", "0>3:1@0", "1>4:1@0"}));
    }
    void aCopyThatWasCutIsAGuess() {
        Play play;
        play.context.policy = FlowPolicy::copies;
        play.context.streams_by_key = play.context.level_from_flow = play.context.level_in_bytes = true;
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.send(1, 7, "a long one");  // 0
        play.send(1, 7, "short");       // 1
        play.receive(2, 7, "a lo");     // 2
        QCOMPARE(play.level(2), 5);
        play.receive(2, 7, "short");  // 3
        QCOMPARE(play.joined(), QStringList({"0>2:4@0", "1>3:5@0"}));
        QVERIFY(play.flows[FlowId{1}].guess && !play.flows[FlowId{2}].guess);
        QCOMPARE(play.level(2), 0);
    }
    void copiesBeforeThereIsATakerAreLost() {
        Play play;
        play.context.policy = FlowPolicy::copies;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.send(1, 7, "x");  // 0: nobody is there
        play.joiner.takes_in(0, 7, ObjectId{2});
        QCOMPARE(play.level(2), 0);
        play.send(1, 7, "x");     // 1
        play.receive(2, 7, "x");  // 2
        QCOMPARE(play.joined(), QStringList({"1>2:1@0"}));
        QCOMPARE(play.level(2), 0);
    }
    // An answer may be sent before it was told that the asker takes it in.
    void aTakerThatLooksBack() {
        Play play;
        play.context.policy = FlowPolicy::copies;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.send(1, 7, "old");  // 0
        play.time = now_ns();
        play.send(1, 7, "answer");  // 1
        play.joiner.takes_in(0, 7, ObjectId{2}, true);
        play.receive(2, 7, "answer");  // 2
        QCOMPARE(play.joined(), QStringList({"1>2:6@0"}));
        QCOMPARE(play.level(2), 0);
    }
    void aCopySeenBeforeItsSend() {
        Play play;
        play.context.policy = FlowPolicy::copies;
        play.context.streams_by_key = true;
        const auto early = play.receive(4, 7, "c");
        Event late;
        play.time -= 10;  // the send came back at the same moment, and is seen after
        const auto send = play.send(1, 7, "c");
        QCOMPARE(play.joined(), QStringList({QStringLiteral("%1>%2:1@0").arg(send).arg(early)}));
    }
    void serialsJoinInEitherOrder() {
        Play play;
        play.context.policy = FlowPolicy::tagged;
        play.send(1, 7, "call");     // 0
        play.receive(3, 9, "two");   // 1: before its send
        play.receive(2, 7, "call");  // 2
        play.send(1, 9, "two");      // 3
        play.receive(4, 7, "call");  // 4: to two receivers
        QCOMPARE(play.joined(), QStringList({"0>2:0@0", "3>1:0@0", "0>4:0@0"}));
    }
    void memoryIsReadFromItsLastWriters() {
        Play play;
        play.context.policy = FlowPolicy::memory;
        play.send(1, 0, "aaaaaaaa");   // 0: [0, 8)
        play.send(1, 2, "bb");         // 1: [2, 4)
        play.receive(1, 0, "aabbaa");  // 2
        QCOMPARE(play.joined(), QStringList({"0>2:2@0", "1>2:2@0", "0>2:2@4"}));
        play.receive(1, 100, "x");  // 3: nobody wrote that
        QCOMPARE(play.flows.size(), 3u);
        play.send(1, 0, "cccccccccc");  // 4: over everything
        play.receive(1, 7, "c");        // 5
        QCOMPARE(play.joined().last(), QStringLiteral("4>5:1@7"));
    }
    void anExchangeReadsThenWrites() {
        Play play;
        play.context.policy = FlowPolicy::memory;
        play.send(1, 0, "aaaa");                                                // 0
        play.say(FlowRole::exchange, 1, 0, "bbbb");                             // 1
        play.say(FlowRole::exchange, 1, 0, "cccc", event_flag::received_only);  // 2: compared, and left alone
        play.receive(1, 0, "bbbb");                                             // 3
        QCOMPARE(play.joined(), QStringList({"0>1:4@0", "1>2:4@0", "1>3:4@0"}));
    }
    void aClosedSocketLosesWhatWasOnItsWay() {
        Play play;
        play.context.policy = FlowPolicy::packets;
        play.context.streams_by_key = play.context.level_from_flow = true;
        play.joiner.takes_in(0, 7, ObjectId{2});
        play.send(1, 7, "old");
        play.joiner.emptied(ObjectId{2}, true);
        QCOMPARE(play.level(2), 0);
        play.joiner.takes_in(0, 7, ObjectId{5});
        play.receive(5, 7, "old");
        QVERIFY(play.joined().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFlowStreams)
#include "test_flow_streams.moc"

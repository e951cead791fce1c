// Filters over recordings: what is evaluated by blocks and threads is held against one that asks event by
// event; real runs; what is searched is held against a plain search.
#ifndef Q_MOC_RUN
#include "helpers/made_up_recording.h"
#include "helpers/run_fixture.h"
#include "runtime/byte_search.h"
#include "runtime/event_fields.h"
#include "runtime/event_filter.h"
#include "runtime/filter_scan.h"
#include "runtime/text_search.h"
#include "schema/text.h"

#include <rapidcheck.h>
#endif

#include <QtTest>

#include <algorithm>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

const MadeUpRecording& traffic() {
    static const MadeUpRecording made({.events = 150'000, .lanes = 60, .seed = 7});
    return made;
}

Filter parsed(const Recording& recording, const std::string& text) {
    const auto table = event_fields(recording.registry(), recording.state().get());
    auto out = parse_filter(table, text);
    if (!out.filter) qFatal("%s: %s", text.c_str(), out.errors[0].message.c_str());
    return std::move(*out.filter);
}

// --- event by event, with nothing of the compiled one ---
class Naive {
public:
    explicit Naive(const Recording& recording)
        : recording_(recording), table_(event_fields(recording.registry())), state_(recording.state()) {}

    bool matches(const Filter& filter, std::uint64_t seq) const {
        switch (filter.kind) {
            case Filter::Kind::all: return true;
            case Filter::Kind::negated: return !matches(filter.children[0], seq);
            case Filter::Kind::both:
                for (const auto& child : filter.children)
                    if (!matches(child, seq)) return false;
                return true;
            case Filter::Kind::either:
                for (const auto& child : filter.children)
                    if (matches(child, seq)) return true;
                return false;
            case Filter::Kind::test: return test(filter.test, seq);
        }
        return false;
    }

private:
    static bool number(const FilterTest& test, std::optional<std::int64_t> n) {
        if (!n) return false;
        const auto given = test.values.empty() ? 0 : test.values[0].low.number;
        switch (test.relation) {
            case Relation::present: return true;
            case Relation::equal: return *n == given;
            case Relation::unequal: return *n != given;
            case Relation::less: return *n < given;
            case Relation::at_most: return *n <= given;
            case Relation::greater: return *n > given;
            case Relation::at_least: return *n >= given;
            case Relation::in:
                for (const auto& value : test.values)
                    if (value.high ? *n >= value.low.number && *n <= value.high->number
                                   : *n == value.low.number)
                        return true;
                return false;
            default: return false;
        }
    }
    static bool text(const FilterTest& test, const std::optional<std::string>& t) {
        if (!t) return false;
        const auto fold = [](std::string s, bool any_case) {
            if (any_case)
                for (auto& c : s)
                    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            return s;
        };
        if (test.relation == Relation::present) return true;
        for (const auto& value : test.values) {
            const auto a = fold(*t, value.low.any_case), b = fold(value.low.text, value.low.any_case);
            if (test.relation == Relation::unequal) return a != b;
            if (test.relation == Relation::contains ? a.find(b) != std::string::npos : a == b) return true;
        }
        return false;
    }
    static bool yes(const FilterTest& test, bool b) {
        if (test.relation == Relation::present) return b;
        return (test.relation == Relation::equal) == (b == (test.values[0].low.number != 0));
    }
    std::optional<std::int64_t> argument(const Event& e, const char* name) const {
        const auto* ref = recording_.registry().operation(OperationId{e.operation});
        const auto* call = e.phase == Phase::state ? nullptr : recording_.calls().find(CallId{e.call});
        if (!ref || !call) return {};
        for (std::size_t i = 0; i < ref->operation->params.size() && i < call->args.size(); ++i)
            if (std::string(ref->operation->params[i].name) == name)
                if (const auto* n = call->args[i].as<std::int64_t>()) return *n;
        return {};
    }

    bool test(const FilterTest& test, std::uint64_t seq) const {
        const auto e = recording_.events().copy(seq);
        const auto& field = table_[test.field].name;
        const auto* worker = state_->worker(WorkerId{e.worker});
        const auto* ref = recording_.registry().operation(OperationId{e.operation});
        const auto* call = e.phase == Phase::state ? nullptr : recording_.calls().find(CallId{e.call});
        const auto object = state_->objects.find(ObjectId{e.object});
        const bool outcome = e.phase == Phase::leave || e.phase == Phase::instant;
        const auto when = [](bool there, std::int64_t n) { return there ? std::optional(n) : std::nullopt; };
        if (field == "seq") return number(test, static_cast<std::int64_t>(seq));
        if (field == "time") return number(test, e.time_ns - recording_.started_ns());
        if (field == "ret")
            return number(test, when(e.phase != Phase::enter && e.phase != Phase::note &&
                                         !(e.flags & event_flag::ended),
                                     e.ret));
        if (field == "errno") return number(test, when(e.err != 0, e.err));
        if (field == "duration") return number(test, when(e.phase == Phase::leave, e.duration_ns));
        if (field == "bytes") return number(test, when(e.original > 0, e.original));
        if (field == "phase") return number(test, static_cast<int>(e.phase));
        if (field == "level") return number(test, when(e.phase == Phase::state, e.call));
        if (field == "line") return number(test, when(call && call->line > 0, call ? call->line : 0));
        if (field == "pid") return number(test, when(worker && worker->pid > 0, worker ? worker->pid : 0));
        if (field == "flow") return number(test, when(e.flow != 0, e.flow));
        if (field == "size") return number(test, argument(e, "size"));
        if (field == "worker") return worker && text(test, worker->name);
        if (field == "op") return ref && text(test, ref->name);
        if (field == "verb") return ref && text(test, ref->operation->verb);
        if (field == "mechanism") {
            if (ref) return text(test, ref->mechanism->id);
            return object != state_->objects.end() && text(test, object->second.mechanism->id);
        }
        if (field == "object") {
            if (object == state_->objects.end()) return false;
            const auto names = object_names(object->second);
            const auto one = [&](std::string_view name) { return text(test, std::string(name)); };
            return test.relation == Relation::unequal ? std::all_of(names.begin(), names.end(), one)
                                                      : std::any_of(names.begin(), names.end(), one);
        }
        if (field == "payload")
            return e.original > 0 &&
                   text(test, std::string(recording_.events().payload(recording_.events()[seq])));
        if (field == "call") return call ? text(test, call->text) : ref && text(test, ref->name);
        if (field == "peer") {
            if (e.flow == 0) return false;
            const auto& flow = recording_.flows()[FlowId{e.flow}];
            const auto* other =
                state_->worker(WorkerId{recording_.events()[flow.from == seq ? flow.to : flow.from].worker});
            return other && text(test, other->name);
        }
        if (field == "failed") return yes(test, outcome && e.err != 0);
        if (field == "succeeded")
            return yes(test, e.phase == Phase::leave && e.err == 0 && !(e.flags & event_flag::ended));
        if (field == "ended") return yes(test, (e.flags & event_flag::ended) != 0);
        if (field == "lost") return yes(test, e.phase == Phase::lost);
        if (field == "blocked")
            return yes(test, e.phase == Phase::leave && (e.flags & event_flag::was_blocked) != 0);
        qFatal("no such field here: %s", field.c_str());
        return false;
    }

    const Recording& recording_;
    const FieldTable table_;
    std::shared_ptr<const RunState> state_;
};

// Of values that there are, so that something matches.
std::string random_test_text() {
    const auto& state = *traffic().state();
    const auto worker = [&] {
        return state.workers[*rc::gen::inRange<std::size_t>(0, state.workers.size())].name;
    };
    const auto object = [&] {
        auto at = state.objects.begin();
        std::advance(at,
                     *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(state.objects.size())));
        return quote(std::string(object_names(at->second)[0]));
    };
    const auto event = [&] {
        return traffic().events()[*rc::gen::inRange<std::uint64_t>(0, traffic().events().size())];
    };
    const auto compared = [](const char* field, std::int64_t n, const char* unit = "") {
        const auto sign = *rc::gen::element<std::string>("==", "!=", "<", "<=", ">", ">=");
        return std::string(field) + " " + sign + " " + std::to_string(n) + unit;
    };
    const auto is = [] { return *rc::gen::element<std::string>(" == ", " != "); };
    switch (*rc::gen::inRange(0, 26)) {
        case 0: return "worker" + is() + quote(worker());
        case 1: return "worker in {" + quote(worker()) + ", " + quote(worker()) + "}";
        case 2: return "object" + is() + object();
        case 3: {
            const auto* ref = traffic().registry().operation(OperationId{event().operation});
            return ref ? "op" + is() + ref->name : "op";
        }
        case 4: return compared("ret", event().ret);
        case 5: return compared("duration", event().duration_ns, "ns");
        case 6: return compared("time", event().time_ns - traffic().started_ns(), "ns");
        case 7: return compared("bytes", event().original + 1);
        case 8: return "bytes in {1..8, " + std::to_string(event().original) + "}";
        case 9: return compared("seq", *rc::gen::inRange<std::int64_t>(0, 150'000));
        case 10: return "errno in {EAGAIN, EINTR, EPIPE}";
        case 11: return "errno";
        case 12: return "phase" + is() + *rc::gen::element<std::string>("enter", "leave", "instant", "state");
        case 13:
            return *rc::gen::element<std::string>("blocked", "failed", "succeeded", "lost", "ended",
                                                  "blocked == no");
        case 14:
            return "payload contains " +
                   quote(*rc::gen::element<std::string>("ACK", rare_text, "id", "\xc3\xbc"));
        case 15: return "payload contains \"ack\"i";
        case 16: return "call contains " + quote(worker());
        case 17: return "mechanism" + is() + *rc::gen::element<std::string>("pipe", "signal", "posix_sem");
        case 18: return "verb in {write, read, send}";
        case 19: return "flow";
        case 20: return "peer" + is() + quote(worker());
        case 21: return "level == 0";
        case 22: return "size";
        case 23: return compared("size", *rc::gen::element<std::int64_t>(0, 64, 65'536));
        case 24: return compared("pid", state.workers[0].pid + 3);
        default: return "line > 0";
    }
}

std::string random_text(int depth) {
    switch (depth == 0 ? 0 : *rc::gen::inRange(0, 4)) {
        case 1: return "(" + random_text(depth - 1) + " and " + random_text(depth - 1) + ")";
        case 2: return "(" + random_text(depth - 1) + " or " + random_text(depth - 1) + ")";
        case 3: return "not " + random_text(depth - 1);
        default: return random_test_text();
    }
}

// The sequence numbers of a scan that has ended.
std::vector<std::uint64_t> found(const FilterScan& scan) {
    std::vector<std::uint64_t> out;
    for (auto at = scan.matches().next(0); at; at = scan.matches().next(*at + 1))
        out.push_back(*at);
    return out;
}

// "worker op phase" of what a filter finds, in order.
QStringList found_in(RunFixture& fixture, const char* text) {
    FilterScan scan(fixture.supervisor(), parsed(fixture.supervisor(), text));
    scan.wait();
    QStringList out;
    const auto state = fixture.state();
    for (const auto seq : found(scan)) {
        const auto& event = fixture.supervisor().events()[seq];
        const auto* ref = registry().operation(OperationId{event.operation});
        const auto* worker = state->worker(WorkerId{event.worker});
        constexpr const char* phases[] = {"enter", "leave", "instant", "state", "lost", "note"};
        out << QString("%1 %2 %3")
                   .arg(worker ? worker->name.c_str() : "-", ref ? ref->name.c_str() : "-",
                        phases[static_cast<int>(event.phase)]);
    }
    return out;
}

}  // namespace

class TestEventFilter : public QObject {
    Q_OBJECT
private slots:
    void blocksAgreeWithOneByOne() {
        const Naive naive(traffic());
        std::uint64_t matched = 0, all = 0;
        const bool fine = rc::check([&] {
            const auto text = random_text(3);
            const auto filter = parsed(traffic(), text);
            const EventFilter compiled(traffic(), filter);
            RC_LOG() << text << "\n";
            const auto size = traffic().events().size();
            const auto begin = *rc::gen::inRange<std::uint64_t>(0, size) / 64 * 64;
            const auto end =
                std::min(size, (begin / EventFilter::block_events + 1) * EventFilter::block_events);
            std::array<std::uint64_t, EventFilter::block_events / 64> words{};
            compiled.evaluate(begin, end - begin, words.data());
            for (auto seq = begin; seq < end; ++seq) {
                const bool bit = (words[(seq - begin) / 64] >> (seq % 64) & 1) != 0;
                RC_ASSERT(bit == naive.matches(filter, seq));
                matched += bit;
            }
            all += end - begin;
            const auto& event = traffic().events()[begin];
            const EventRow row{
                begin,
                &event,
                traffic().events().flow(begin),
                event.phase == Phase::state ? nullptr : traffic().calls().find(CallId{event.call}),
                traffic().events().payload(event),
                traffic().events().results(event)};
            RC_ASSERT(compiled.matches(row) == compiled.matches(begin));
            RC_ASSERT(compiled.matches(begin) == ((words[0] & 1) != 0));
        });
        QVERIFY(fine);
        QVERIFY2(matched > all / 50 && matched < all - all / 50,
                 "the filters matched nearly nothing, or all");
    }

    void aScanFindsAllAndSaysHowMany() {
        const Naive naive(traffic());
        for (const char* text : {"", "failed", "phase == leave and duration > 50us", "payload contains ACK",
                                 "seq in {0, 65535, 65536, 149999}", "lost"}) {
            const auto filter = parsed(traffic(), text);
            std::atomic<int> calls{0};
            FilterScan scan(
                traffic(), filter, [&] { ++calls; }, 2);
            scan.wait();
            QVERIFY(scan.done());
            QCOMPARE(scan.progress(), 1.0);
            QTRY_VERIFY(calls > 0);
            std::vector<std::uint64_t> expected;
            for (std::uint64_t seq = 0; seq < traffic().events().size(); ++seq)
                if (naive.matches(filter, seq)) expected.push_back(seq);
            QVERIFY2(found(scan) == expected, text);
            QCOMPARE(scan.matches().count(), std::uint64_t{expected.size()});
        }
    }

    void aScanCanBeCancelled() {
        FilterScan scan(traffic(), parsed(traffic(), "payload matches \"(a|b|c)*x[^y]*z$\""), {}, 1);
        scan.cancel();
        scan.wait();
        QVERIFY(scan.cancelled() && scan.done());
        scan.update();
        QVERIFY(scan.matches().covered() <= traffic().events().size());
    }

    void aSetCountsAsAListDoes() {
        const bool fine = rc::check([] {
            const auto size = *rc::gen::inRange<std::uint64_t>(1, 200'000);
            const auto sparse = *rc::gen::inRange(1, 5'000);
            std::vector<bool> model(size);
            auto random = *rc::gen::inRange<std::uint64_t>(1, 1u << 30);
            for (std::size_t i = 0; i < size; ++i)
                model[i] = (random = random * 6364136223846793005u + 1) >> 33 <
                           (std::uint64_t{1} << 31) / static_cast<std::uint64_t>(sparse);
            MatchSet set;
            for (std::uint64_t at = 0; at < size;) {
                // In steps, as events arrive; the last word is written again.
                const auto end =
                    std::min(size, at + 1 + (random = random * 6364136223846793005u + 1) % 90'000);
                for (auto word = at / 64; word * 64 < end; ++word) {
                    std::uint64_t bits = 0;
                    for (std::uint64_t i = 0; i < 64 && word * 64 + i < end; ++i)
                        bits |= std::uint64_t{model[word * 64 + i]} << i;
                    set.put(word * 64 / MatchSet::chunk_bits, word * 64 % MatchSet::chunk_bits / 64, &bits,
                            1);
                }
                set.cover(end);
                at = end;
            }
            const auto changed =
                *rc::gen::container<std::vector<std::uint64_t>>(5, rc::gen::inRange<std::uint64_t>(0, size));
            for (const auto seq : changed) {
                model[seq] = !model[seq];
                set.set(seq, model[seq]);
            }
            std::vector<std::uint64_t> all;
            for (std::uint64_t seq = 0; seq < size; ++seq)
                if (model[seq]) all.push_back(seq);
            RC_ASSERT(set.count() == all.size());
            RC_ASSERT(!set.seq_of(all.size()).has_value());
            for (const auto place : *rc::gen::container<std::vector<std::uint64_t>>(
                     20, rc::gen::inRange<std::uint64_t>(0, size))) {
                const auto at = std::lower_bound(all.begin(), all.end(), place);
                const auto rank = static_cast<std::uint64_t>(at - all.begin());
                RC_ASSERT(set.contains(place) == model[place]);
                RC_ASSERT(set.rank(place) == rank);
                RC_ASSERT(set.next(place) == (at == all.end() ? std::nullopt : std::optional(*at)));
                RC_ASSERT(set.previous(place) == (rank == 0 ? std::nullopt : std::optional(all[rank - 1])));
                if (at != all.end()) RC_ASSERT(set.seq_of(rank) == std::optional(*at));
            }
        });
        QVERIFY(fine);
    }

    void octetsAreFoundAsByAPlainSearch() {
        const bool fine = rc::check([] {
            const auto letter = rc::gen::element('a', 'A', 'b', '@', '`', '\0', '\xff');
            const auto text =
                *rc::gen::container<std::string>(letter) + *rc::gen::container<std::string>(300, letter);
            const auto from = *rc::gen::inRange<std::size_t>(0, text.size() + 2);
            const auto length = *rc::gen::inRange<std::size_t>(0, 20);
            const auto needle = *rc::gen::arbitrary<bool>() && from < text.size()
                                    ? text.substr(from / 2, length)
                                    : *rc::gen::container<std::string>(length / 4, letter);
            const bool any_case = *rc::gen::arbitrary<bool>();
            auto a = text, b = needle;
            const auto lower = [](unsigned char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
            };
            if (any_case) {
                std::transform(a.begin(), a.end(), a.begin(), lower);
                std::transform(b.begin(), b.end(), b.begin(), lower);
            }
            RC_ASSERT(ByteSearch(needle, any_case).find(text, from) == a.find(b, from));
        });
        QVERIFY(fine);
    }

    void searchesStepThroughWhatHasTheText() {
        for (const auto& [text, any_case] :
             {std::pair<std::string, bool>{rare_text, false}, {"NEEDLE-4711", true}}) {
            const TextSearch search(traffic(),
                                    {.text = text, .any_case = any_case, .calls = false, .outcomes = false});
            std::vector<std::uint64_t> expected, forward, backward;
            for (std::uint64_t seq = 0; seq < traffic().events().size(); ++seq)
                if (traffic().events().payload(traffic().events()[seq]).find(rare_text) !=
                    std::string_view::npos)
                    expected.push_back(seq);
            QVERIFY(expected.size() > 10);
            for (auto at = search.next(0); at; at = search.next(*at + 1))
                forward.push_back(*at);
            QVERIFY(forward == expected);
            for (auto at = search.previous(~std::uint64_t{0}); at;
                 at = *at > 0 ? search.previous(*at - 1) : std::nullopt)
                backward.insert(backward.begin(), *at);
            QVERIFY(backward == expected);
        }
        TextSearch stopped(traffic(), {.text = "in no event at all"});
        stopped.cancel();
        QVERIFY(!stopped.next(0) && stopped.cancelled());
        QVERIFY(!TextSearch(traffic(), {.text = ""}).next(0));
    }

    void aRealRunIsAskedByNamesAndValues() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: parent
parent: p = pipe.create(flags: O_NONBLOCK)
parent: child = process.fork()
parent: pipe.read(p.read_end, size: 64)                   # EAGAIN
child: pipe.write(p.write_end, data: "Hello\x00World")    # = 11
parent: pipe.read(p.read_end, size: 5000)                 # = 11
parent: s = sysv_sem.get(count: 2)
parent: sysv_sem.op(s, ops: [{num: 1, op: 3}])
parent: signal.action(SIGUSR1, disposition: handler)
child: signal.kill(parent, signal: SIGUSR1)
parent: q = sysv_msg.get()
child: sysv_msg.send(q, type: 7, data: "seven")
parent: sysv_msg.receive(q, type: 7)
)");
        QVERIFY(fixture.wait_for_event({.operation = "signal.delivered"}));
        const auto is = [&](const char* text, const QStringList& expected) {
            QCOMPARE(found_in(fixture, text).join("; "), expected.join("; "));
        };
        is("errno == EAGAIN", {"parent pipe.read leave"});
        is("failed", {"parent pipe.read leave"});
        is("size in 4KiB..5000", {"parent pipe.read enter", "parent pipe.read leave"});
        is("arg.size == 64 and phase == enter", {"parent pipe.read enter"});
        is("flags contains O_NONBLOCK and op == pipe.create",
           {"parent pipe.create enter", "parent pipe.create leave"});
        is("flags == O_NONBLOCK and phase == leave", {"parent pipe.create leave"});
        is("op == pipe.write and data contains \"\\x00W\" and phase == leave", {"child pipe.write leave"});
        is("result.data contains World", {"parent pipe.read leave"});
        is("payload matches \"^Hello.World$\"", {"child pipe.write leave", "parent pipe.read leave"});
        is("bytes == 11 and worker == parent", {"parent pipe.read leave"});
        is("ops.num == 1", {"parent sysv_sem.op enter", "parent sysv_sem.op leave"});
        is("ops.op > 3", {});
        is("ops contains \"num: 1\" and phase == enter", {"parent sysv_sem.op enter"});
        is("signal == SIGUSR1 and op == signal.delivered", {"parent signal.delivered instant"});
        is("signal == SIGUSR1 and worker == child", {"child signal.kill enter", "child signal.kill leave"});
        is("type == 7 and phase == leave", {"child sysv_msg.send leave", "parent sysv_msg.receive leave"});
        is("object == q and flow", {"child sysv_msg.send leave", "parent sysv_msg.receive leave"});
        is("peer == child and op == sysv_msg.receive", {"parent sysv_msg.receive leave"});
        is("to == p.write_end and phase == enter", {"child pipe.write enter"});
        is("call contains \"Hello\" and phase == enter", {"child pipe.write enter"});
        // Fields of one event with each other.
        is("ret < arg.size and op == pipe.read and not failed", {"parent pipe.read leave"});
        is("ret == bytes",
           {"child pipe.write leave", "parent pipe.read leave", "parent sysv_msg.receive leave"});
        is("arg.target == peer", {"child signal.kill leave"});
        is("worker == peer", {});
        is("worker != peer and op == sysv_msg.receive", {"parent sysv_msg.receive leave"});
        is("phase == leave and payload == arg.data", {"child pipe.write leave", "child sysv_msg.send leave"});
        is("call contains object and op == sysv_msg.receive and phase == leave",
           {"parent sysv_msg.receive leave"});
        is("ops.num < ops.op", {"parent sysv_sem.op enter", "parent sysv_sem.op leave"});
        is("line == 4", {"parent pipe.read enter", "parent pipe.read leave"});
        is("mechanism == sysv_sem and phase == state and level == 1",
           {"parent sysv_sem.get state", "parent sysv_sem.op state"});
        is("worker == nobody", {});
        QVERIFY(!found_in(fixture, "time < 10s").isEmpty());
    }

    void whatGoesOnIsFollowed() {
        RunFixture fixture;
        RUN_OK(fixture, "workers: reader\nreader: p = pipe.create()\n");
        FilterScan blocked(fixture.supervisor(), parsed(fixture.supervisor(), "blocked"));
        FilterScan joined(fixture.supervisor(),
                          parsed(fixture.supervisor(), "flow and op in {pipe.read, pipe.write}"));
        FilterScan late(fixture.supervisor(),
                        parsed(fixture.supervisor(), "worker == writer and op == pipe.write"));
        FilterScan named(fixture.supervisor(), parsed(fixture.supervisor(), "object == later"));
        const auto updated = [](FilterScan& scan) {
            scan.update();
            scan.wait();
            return scan.matches().count();
        };
        QCOMPARE(updated(blocked), std::uint64_t{0});
        RUN_OK(fixture, R"(reader: writer = process.fork()
reader: pipe.read(p.read_end, size: 5) async   # blocked
writer: later = pipe.create()
)");
        // The call that sleeps now matches by its beginning, later by its end.
        QTRY_COMPARE_WITH_TIMEOUT(updated(blocked), std::uint64_t{1}, 10'000);
        QCOMPARE(fixture.supervisor().events()[*blocked.matches().seq_of(0)].phase, Phase::enter);
        RUN_OK(fixture, "writer: pipe.write(p.write_end, data: \"Hello\")\nreader: await   # = 5\n");
        QTRY_VERIFY_WITH_TIMEOUT(
            updated(blocked) == 1 &&
                fixture.supervisor().events()[*blocked.matches().seq_of(0)].phase == Phase::leave,
            10'000);
        QTRY_COMPARE_WITH_TIMEOUT(updated(joined), std::uint64_t{2}, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(updated(late), std::uint64_t{2}, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(updated(named) >= 1, 10'000);
        FilterScan again(fixture.supervisor(), parsed(fixture.supervisor(), "object == later"));
        again.wait();
        QVERIFY(found(again) == found(named));
    }

    void aCallThatIsToComeIsAsked() {
        RunFixture fixture;
        RUN_OK(fixture,
               "workers: w\nw: p = pipe.create()\nw: pipe.write(p.write_end, data: \"stop here\")\n");
        const auto enter = fixture.event({.operation = "pipe.write", .phase = Phase::enter});
        Event event = enter.event;
        const EventRow row{0, &event, {}, fixture.supervisor().calls().find(CallId{event.call}), {}, {}};
        const auto holds = [&](const char* text) {
            return EventFilter(fixture.supervisor(), parsed(fixture.supervisor(), text)).matches(row);
        };
        QVERIFY(holds("op == pipe.write and worker == w and data contains stop"));
        QVERIFY(holds("call contains \"stop here\""));
        QVERIFY(!holds("op == pipe.read"));
        QVERIFY(!holds("failed"));
    }

    void outcomesAndCallsAreSearched() {
        RunFixture fixture;
        RUN_OK(fixture, R"(workers: w
w: p = pipe.create(flags: O_NONBLOCK)
w: pipe.read(p.read_end, size: 64)      # EAGAIN
w: signal.action(SIGUSR2, disposition: SIG_IGN)    # = 0 previous=SIG_DFL
w: pipe.write(p.write_end, data: "Grüße")
)");
        const auto places = [&](TextQuery query) {
            const TextSearch search(fixture.supervisor(), std::move(query));
            QStringList out;
            for (auto at = search.next(0); at; at = search.next(*at + 1)) {
                const auto& event = fixture.supervisor().events()[*at];
                out << QString::fromStdString(registry().operation(OperationId{event.operation})->name) +
                           (event.phase == Phase::enter ? " enter" : " leave");
            }
            return out.join("; ");
        };
        QCOMPARE(places({.text = "EAGAIN"}), QString("pipe.read leave"));
        QCOMPARE(places({.text = "eagain"}), QString());
        QCOMPARE(places({.text = "eagain", .any_case = true}), QString("pipe.read leave"));
        QCOMPARE(places({.text = "SIG_DFL"}), QString("signal.action leave"));
        QCOMPARE(places({.text = "SIG_IGN"}), QString("signal.action enter; signal.action leave"));
        QCOMPARE(places({.text = "Grüße"}), QString("pipe.write enter; pipe.write leave"));
        QCOMPARE(places({.text = "Grüße", .calls = false}), QString("pipe.write leave"));
        QCOMPARE(places({.text = "read_end", .calls = false}), QString());
    }

    // The document's table and examples are those of the program.
    void theDocumentIsRight() {
        QFile file(IPCSCOPE_SOURCE_DIR "/engine/filter/FILTER.md");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = event_fields(registry());
        std::set<std::string> described;
        int examples = 0;
        bool code = false;
        for (const auto& line : file.readAll().split('\n')) {
            if (line.startsWith("```"))
                code = !code && line == "```filter";
            else if (code && !line.isEmpty()) {
                const auto result = parse_filter(table, line.toStdString());
                QVERIFY2(result.filter,
                         line + ": " + (result.errors.empty() ? "" : result.errors[0].message.c_str()));
                QVERIFY2(result.doubts.empty(),
                         line + ": " + (result.doubts.empty() ? "" : result.doubts[0].message.c_str()));
                ++examples;
            } else if (line.startsWith("| `")) {
                const auto name = line.mid(3, line.indexOf('`', 3) - 3).toStdString();
                if (table.find(name)) described.insert(name);
            }
        }
        QVERIFY(examples > 20);
        for (const auto& field : table.fields())
            if (field.offered) QVERIFY2(described.contains(field.name), field.name.c_str());
    }
};

QTEST_GUILESS_MAIN(TestEventFilter)
#include "test_event_filter.moc"

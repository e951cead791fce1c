// Filters that are compiled for blocks of events, against one that looks at every event by itself.
#include "unit/event_filter/subjects.h"

#ifndef Q_MOC_RUN
#include "runtime/event_fields.h"
#include "runtime/event_filter.h"

#include <rapidcheck.h>
#endif

#include <QtTest>

#include <algorithm>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::event_filter_tests;

namespace {

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

}  // namespace

class TestAgainstOneByOne : public QObject {
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
};

std::unique_ptr<QObject> testing::event_filter_tests::against_one_by_one() {
    return std::make_unique<TestAgainstOneByOne>();
}

#include "naive.moc"

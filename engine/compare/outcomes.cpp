#include "compare/outcomes.h"

#include "runtime/conductor.h"
#include "schema/text.h"
#include "schema/wire.h"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>

namespace ipcscope {

bool varies(const TypeSpec& type) {
    return type.varies || type.kind == Kind::handle || type.kind == Kind::worker || type.unit == Unit::pid ||
           type.unit == Unit::unix_time;
}

bool return_varies(const OperationSpec& operation) {
    if (operation.returns_unit == Unit::pid || operation.returns_unit == Unit::unix_time) return true;
    // What makes a handle or a worker returns its number; ftok(3) its key. What sends and receives returns
    // how much.
    return std::any_of(operation.results.begin(), operation.results.end(), [&](const ResultSpec& result) {
        const bool made = result.type.kind == Kind::handle || result.type.kind == Kind::worker;
        return made || (result.type.varies && operation.flow == FlowRole::none);
    });
}

namespace {

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

// Fields of structures have types of their own, some of which vary.
bool same_value(const TypeSpec& type, const Value& a, const Value& b) {
    if (varies(type)) return true;
    const auto* list = a.as<List>();
    const auto* other_list = b.as<List>();
    if (type.kind == Kind::array && list && other_list && !type.fields.empty())
        return std::equal(
            list->begin(), list->end(), other_list->begin(), other_list->end(),
            [&](const Value& x, const Value& y) { return same_value(type.fields.front().type, x, y); });
    const auto* fields = a.as<Fields>();
    const auto* other_fields = b.as<Fields>();
    if (type.kind == Kind::structure && fields && other_fields)
        return std::all_of(type.fields.begin(), type.fields.end(), [&](const ParamSpec& field) {
            const auto *x = find(*fields, field.name), *y = find(*other_fields, field.name);
            return x && y ? same_value(field.type, *x, *y) : x == y;
        });
    return a == b;
}

// How a step came out. A process that was killed with what it waited for (the end of a run does that) had not
// come back: that is no other outcome than to be still asleep.
enum class Ending { returned, asleep, died };
Ending ending(const Recording& recording, const CallSpan& step) {
    if (!step.leave) return Ending::asleep;
    const auto& event = recording.events()[step.leave - 1];
    if (!(event.flags & event_flag::ended)) return Ending::returned;
    const auto state = recording.state();
    const auto* worker = state->worker(WorkerId{event.worker});
    return worker && worker->status == WorkerStatus::killed && worker->exit_code == SIGKILL ? Ending::asleep
                                                                                            : Ending::died;
}

std::string outcome_words(const Recording& recording, const CallSpan& step) {
    if (!step) return {};
    const auto& events = recording.events();
    if (!step.leave) {
        const auto state = recording.state();
        const auto* worker = state->worker(WorkerId{events[step.enter - 1].worker});
        const bool asleep = worker && worker->status == WorkerStatus::blocked && !worker->waits_for.empty();
        return asleep ? "blocked: waits for " + worker->waits_for : "blocked";
    }
    const auto& event = events[step.leave - 1];
    Outcome outcome;
    outcome.ret = event.ret;
    outcome.err = event.err;
    if (event.results > 0) outcome.results = Reader(events.results(event)).fields();
    const OperationId operation{event.operation};
    if (const auto* ref = recording.registry().operation(operation); ref && event.original > 0)
        for (const auto& spec : ref->operation->results)
            if (spec.payload) outcome.results.emplace_back(spec.name, std::string(events.payload(event)));
    if (event.flags & event_flag::ended) {
        outcome.kind = Outcome::Kind::died;
        outcome.message = "its process ended";
    }
    return describe_outcome(recording.registry(), operation, outcome);
}

std::string bytes_words(std::string_view a, std::string_view b) {
    const auto first = std::mismatch(
        a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
    const auto at = first.first - a.begin();
    if (a.size() != b.size())
        return fmt::format("{} bytes instead of {}, from octet {} on", b.size(), a.size(), at);
    return fmt::format("other bytes, from octet {} on", at);
}

}  // namespace

const Outcomes::Kept& Outcomes::kept(std::uint16_t operation) {
    const auto known = kept_.find(operation);
    if (known != kept_.end()) return known->second;
    Kept kept;
    if (const auto* ref = a_.registry().operation(OperationId{operation})) {
        kept.operation = ref->operation;
        kept.returns = !return_varies(*ref->operation);
        kept.results = std::any_of(ref->operation->results.begin(), ref->operation->results.end(),
                                   [](const ResultSpec& one) { return !one.payload && !varies(one.type); });
    }
    return kept_.emplace(operation, kept).first->second;
}

bool Outcomes::same_results(const Kept& kept, const Event& a, const Event& b) const {
    const auto first = a_.events().results(a), second = b_.events().results(b);
    if (first == second) return true;
    const auto mine = Reader(first).fields(), others = Reader(second).fields();
    return std::all_of(kept.operation->results.begin(), kept.operation->results.end(),
                       [&](const ResultSpec& spec) {
                           if (spec.payload || varies(spec.type)) return true;
                           const auto *x = find(mine, spec.name), *y = find(others, spec.name);
                           return x && y ? same_value(spec.type, *x, *y) : x == y;
                       });
}

bool Outcomes::same_arguments(const Event& a, const Event& b) {
    const auto both = std::uint64_t{a.call} << 32 | b.call;
    if (const auto known = same_arguments_.find(both); known != same_arguments_.end()) return known->second;
    const auto* first = a_.calls().find(CallId{a.call});
    const auto* second = b_.calls().find(CallId{b.call});
    return same_arguments_[both] = !first || !second || first->text == second->text;
}

std::uint8_t Outcomes::why(const CallSpan& a, const CallSpan& b, const CompareOptions& options) {
    std::uint8_t out = 0;
    const auto& any_a = a_.events()[a.first()];
    const auto& any_b = b_.events()[b.first()];
    if (options.arguments && !same_arguments(any_a, any_b)) out |= differs_arguments;
    const bool quick = a.leave && b.leave && !(a_.events()[a.leave - 1].flags & event_flag::ended) &&
                       !(b_.events()[b.leave - 1].flags & event_flag::ended);
    if (!quick) {
        const auto mine = ending(a_, a), other = ending(b_, b);
        if ((mine == Ending::asleep) != (other == Ending::asleep))
            return static_cast<std::uint8_t>(out | (options.blocked ? differs_blocked : 0));
        if (mine != other) return static_cast<std::uint8_t>(out | differs_end);
        if (mine != Ending::returned) return out;
    }
    const auto& first = a_.events()[a.leave - 1];
    const auto& second = b_.events()[b.leave - 1];
    if (first.err != second.err) return static_cast<std::uint8_t>(out | (options.errnos ? differs_errno : 0));
    const auto& kept = this->kept(first.operation);
    if (options.returns && kept.returns && first.ret != second.ret) out |= differs_return;
    if (options.bytes &&
        (first.original != second.original || a_.events().payload(first) != b_.events().payload(second)))
        out |= differs_bytes;
    if (options.results && kept.results && !same_results(kept, first, second)) out |= differs_results;
    return out;
}

bool Outcomes::late(const CallSpan& a, const CallSpan& b, const CompareOptions& options) const {
    if (!a.leave || !b.leave) return false;
    const auto before = a_.events()[a.leave - 1].duration_ns, now = b_.events()[b.leave - 1].duration_ns;
    return now > options.late_ns &&
           static_cast<double>(now) > static_cast<double>(before) * options.late_factor;
}

DifferenceWords difference_words(const Recording& a, const Recording& b, const ComparedStep& step) {
    DifferenceWords out;
    const auto& named = step.a ? a : b;
    const auto& event = named.events()[(step.a ? step.a : step.b).first()];
    if (const auto* call = named.calls().find(CallId{event.call})) {
        out.call = call->text;
        out.line = call->line;
    }
    out.expected = outcome_words(a, step.a);
    out.got = outcome_words(b, step.b);
    const auto add = [&](const std::string& words) { out.why += (out.why.empty() ? "" : "; ") + words; };
    if (step.likeness == Likeness::late)
        add(fmt::format("took {} instead of {}",
                        print_quantity(b.events()[step.b.leave - 1].duration_ns, Unit::nanoseconds),
                        print_quantity(a.events()[step.a.leave - 1].duration_ns, Unit::nanoseconds)));
    else if (step.likeness != Likeness::different)
        add(likeness_words(step.likeness));
    if (step.why & differs_arguments) {
        const auto* other = b.calls().find(CallId{b.events()[step.b.first()].call});
        add("called otherwise: " + (other ? other->text : std::string("?")));
    }
    if (step.why & differs_blocked)
        add(ending(a, step.a) == Ending::returned ? "did not come back" : "came back");
    if (step.why & differs_errno) add("another outcome");
    if (step.why & differs_end) add("its process ended in one of them");
    if (step.why & differs_return) add("another return value");
    if (step.why & differs_bytes)
        add(bytes_words(a.events().payload(a.events()[step.a.leave - 1]),
                        b.events().payload(b.events()[step.b.leave - 1])));
    if (step.why & differs_results) add("other results");
    return out;
}

}  // namespace ipcscope

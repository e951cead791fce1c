#include "runtime/outcome_text.h"

#include "base/signals.h"
#include "runtime/conductor.h"
#include "runtime/worker_words.h"
#include "schema/text.h"
#include "schema/wire.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

bool same(const RunState& state, const Value& expected, const Value& got) {
    if (const auto* name = expected.as<Name>()) {
        const auto* worker = got.as<WorkerRef>();
        const auto* info = state.worker(name->text);
        if (worker && info) return worker->id == info->id || worker->pid == info->pid;
        if (info && got.as<std::int64_t>()) return info->pid == got.integer();
        return false;
    }
    if (const auto* fields = expected.as<Fields>()) {
        const auto* others = got.as<Fields>();
        return others && std::all_of(fields->begin(), fields->end(), [&](const auto& field) {
                   const auto* other = find(*others, field.first);
                   return other && same(state, field.second, *other);
               });
    }
    if (const auto* list = expected.as<List>()) {
        const auto* others = got.as<List>();
        return others && std::equal(list->begin(), list->end(), others->begin(), others->end(),
                                    [&](const Value& a, const Value& b) { return same(state, a, b); });
    }
    const auto number = [](const Value& value) { return value.as<std::int64_t>() || value.as<bool>(); };
    if (number(expected) && number(got)) return expected.integer() == got.integer();
    return expected == got;
}

const std::string* payload_of(const OperationRef* operation, const Fields& results) {
    if (!operation) return nullptr;
    for (const auto& spec : operation->operation->results)
        if (spec.payload)
            if (const auto* value = find(results, spec.name)) return value->as<std::string>();
    return nullptr;
}

bool results_fit(const RunState& state, const Expectation& expected, const Outcome& outcome) {
    return std::all_of(expected.results.begin(), expected.results.end(), [&](const auto& field) {
        if (const auto* got = find(outcome.results, field.first)) return same(state, field.second, *got);
        return field.first == "rounds" && field.second.integer() == static_cast<std::int64_t>(outcome.rounds);
    });
}

}  // namespace

bool fits(const Registry& registry, const RunState& state, const Expectation& expected,
          const Outcome& outcome) {
    const bool done = outcome.kind == Outcome::Kind::done;
    const bool died = outcome.kind == Outcome::Kind::died;
    switch (expected.kind) {
        case Expectation::Kind::none: return true;
        case Expectation::Kind::blocked:
        case Expectation::Kind::deadlock: return false;
        case Expectation::Kind::killed: return died && outcome.by_signal && outcome.exit_code == expected.ret;
        case Expectation::Kind::exited:
            return died && !outcome.by_signal && outcome.exit_code == expected.ret;
        case Expectation::Kind::fails:
            return done && outcome.err == expected.err && results_fit(state, expected, outcome);
        case Expectation::Kind::returns: break;
    }
    if (!done || outcome.err != 0) return false;
    if (expected.has_ret && outcome.ret != expected.ret) return false;
    if (expected.payload) {
        const auto* payload = payload_of(registry.operation(expected.operation), outcome.results);
        if (!payload || *payload != *expected.payload) return false;
    }
    return results_fit(state, expected, outcome);
}

std::string describe_outcome(const Registry& registry, OperationId operation, const Outcome& outcome) {
    switch (outcome.kind) {
        case Outcome::Kind::refused: return "refused: " + outcome.message;
        case Outcome::Kind::died:
            if (outcome.exit_code < 0) return outcome.message;
            if (outcome.by_signal) return "killed " + signal_name(outcome.exit_code);
            return fmt::format("exited {}", outcome.exit_code);
        case Outcome::Kind::done: break;
    }
    const auto* ref = registry.operation(operation);
    std::string out;
    if (outcome.err != 0) {
        out = errno_name(outcome.err);
    } else {
        out = fmt::format("= {}", outcome.ret);
        if (const auto* payload = payload_of(ref, outcome.results)) out += " " + print_value(Value(*payload));
    }
    if (!ref || outcome.err != 0) return out;
    for (const auto& spec : ref->operation->results) {
        const auto* value = find(outcome.results, spec.name);
        const bool varies = spec.type.kind == Kind::handle || spec.type.kind == Kind::worker;
        if (value && !varies && !spec.payload)
            out += fmt::format(" {}={}", spec.name, print_value(spec.type, *value));
    }
    return out;
}

Outcome recorded_outcome(const Recording& recording, std::uint64_t leave_seq) {
    const auto& events = recording.events();
    const auto& event = events[leave_seq];
    Outcome out;
    out.call = CallId{event.call};
    out.ret = event.ret;
    out.err = event.err;
    out.duration_ns = event.duration_ns;
    out.seq = leave_seq;
    if (event.results > 0) out.results = Reader(events.results(event)).fields();
    if (const auto* ref = recording.registry().operation(OperationId{event.operation});
        ref && event.original > 0)
        for (const auto& spec : ref->operation->results)
            if (spec.payload) out.results.emplace_back(spec.name, std::string(events.payload(event)));
    if (event.flags & event_flag::ended) {
        out.kind = Outcome::Kind::died;
        const auto state = recording.state();
        const auto* worker = state->worker(WorkerId{event.worker});
        out.by_signal = worker && worker->status == WorkerStatus::killed;
        out.exit_code = worker ? worker->exit_code : -1;
        out.message = worker ? end_words(*worker) : "its process ended";
    }
    return out;
}

std::string shortened(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (text[most] & 0xc0) == 0x80)
        --most;
    text.resize(most);
    return text + "...";
}

}  // namespace ipcscope

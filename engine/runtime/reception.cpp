#include "runtime/reception.h"

#include "runtime/wait_text.h"

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int oldest = 256;  // generations
constexpr std::size_t most_changes = std::size_t{1} << 16;

std::uint64_t bit(std::int64_t number) {
    return number > 0 && number <= 64 ? std::uint64_t{1} << (number - 1) : 0;
}

bool has(std::uint64_t set, std::int64_t number) {
    return (set & bit(number)) != 0;
}

std::uint64_t numbers_of(const Value* value) {
    if (!value) return 0;
    const auto* list = value->as<List>();
    if (!list) return bit(value->integer());
    std::uint64_t set = 0;
    for (const auto& one : *list)
        set |= bit(one.integer());
    return set;
}

std::uint64_t initial_of(const ReceptionSpec& spec) {
    std::uint64_t set = 0;
    for (const auto number : spec.initial)
        set |= bit(number);
    return set;
}

}  // namespace

Receptions::Receptions(const Registry& registry) : registry_(registry) {
    for (const auto& ref : registry.operations()) {
        const auto& spec = ref.operation->reception;
        if (ref.id.value >= changing_.size()) changing_.resize(ref.id.value + std::size_t{1});
        changing_[ref.id.value] = spec.act != ReceptionAct::none;
        (spec.act == ReceptionAct::ignore ? first_.ignored : first_.held) |= initial_of(spec);
    }
}

void Receptions::add(const Event& event, const CallTable& calls) {
    if (event.worker >= workers_.size()) workers_.resize(event.worker + std::size_t{1});
    auto& worker = workers_[event.worker];
    worker.first_ns = std::min(worker.first_ns, event.time_ns);
    if (event.phase != Phase::leave || event.err != 0 || (event.flags & event_flag::ended) != 0 ||
        event.operation >= changing_.size() || !changing_[event.operation] ||
        worker.changes.size() >= most_changes)
        return;
    const auto* ref = registry_.operation(OperationId{event.operation});
    const auto* call = calls.find(CallId{event.call});
    if (!ref || !call) return;
    const auto& spec = ref->operation->reception;
    const auto when = [&](const VisibleWhen& one) {
        return one.param[0] != 0 && fits(one, *ref->operation, call->args);
    };
    const auto numbers = numbers_of(argument(*ref->operation, call->args, spec.numbers));
    Deed now;
    if (when(spec.on)) now.on = numbers;
    if (when(spec.off)) now.off = numbers;
    if (when(spec.only)) now = {numbers, ~std::uint64_t{0}};
    if (when(spec.reset)) now = {numbers & initial_of(spec), numbers};
    if (now.on == 0 && now.off == 0) return;
    auto change = worker.changes.empty() ? Change{} : worker.changes.back();
    change.time_ns = event.time_ns;
    auto& deed = spec.act == ReceptionAct::ignore ? change.ignored : change.held;
    deed = {now.done(deed.on), deed.off | now.off};
    worker.changes.push_back(change);
    ++revision_;
}

Receptions::Sets Receptions::inherited(const RunState& state, WorkerId id, int generation) const {
    const auto* worker = state.worker(id);
    if (!worker || !worker->parent || generation >= oldest) return first_;
    return sets(state, worker->parent, id.value < workers_.size() ? workers_[id.value].first_ns : never,
                generation + 1);
}

Receptions::Sets Receptions::sets(const RunState& state, WorkerId id, std::int64_t time_ns,
                                  int generation) const {
    auto out = inherited(state, id, generation);
    if (id.value >= workers_.size()) return out;
    const auto& changes = workers_[id.value].changes;
    const auto behind = std::upper_bound(changes.begin(), changes.end(), time_ns,
                                         [](std::int64_t t, const Change& one) { return t < one.time_ns; });
    if (behind == changes.begin()) return out;
    const auto& change = *(behind - 1);
    return {change.ignored.done(out.ignored), change.held.done(out.held)};
}

// signal(7): what is held back is not thrown away when it comes, the worker may think of something else.
Reception Receptions::at(const RunState& state, WorkerId worker, std::int64_t number,
                         std::int64_t time_ns) const {
    const auto now = sets(state, worker, time_ns);
    return has(now.held, number)      ? Reception::held
           : has(now.ignored, number) ? Reception::ignored
                                      : Reception::taken;
}

Receptions::Wait Receptions::held(const RunState& state, WorkerId id, std::int64_t number,
                                  std::int64_t time_ns) const {
    if (id.value >= workers_.size()) return {};
    const auto begin = inherited(state, id, 0);
    bool ignored = has(sets(state, id, time_ns).ignored, number);
    for (const auto& change : workers_[id.value].changes) {
        const bool was = ignored;
        if (change.time_ns <= time_ns) continue;
        ignored = has(change.ignored.done(begin.ignored), number);
        if (ignored && !was) return {change.time_ns, true};
        if (!has(change.held.done(begin.held), number)) return {change.time_ns, ignored};
    }
    return {};
}

}  // namespace ipcscope

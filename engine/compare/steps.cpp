#include "compare/steps.h"

#include <algorithm>

namespace ipcscope {

std::uint32_t StepKeys::of(std::string_view text) {
    return known_.try_emplace(std::string(text), static_cast<std::uint32_t>(known_.size())).first->second;
}

AllSteps steps_of(const Recording& recording, StepKeys& keys, const std::function<bool(double)>& progress) {
    const auto state = recording.state();
    const auto& events = recording.events();
    const auto size = events.size();
    AllSteps all;
    std::vector<WorkerSteps*> by_worker(state->workers.size() + 1, nullptr);
    for (const auto& worker : state->workers)
        by_worker[worker.id.value] = &all[worker.name];
    // What the program says is the same in every run; who has named an object may be a race.
    std::unordered_map<std::uint64_t, std::uint32_t> call_keys;  // call << 16 | operation
    std::unordered_map<std::uint16_t, std::uint32_t> operation_keys;
    const auto add = [&](WorkerSteps& mine, const Event& event, const CallSpan& span) {
        const auto name = [&]() -> std::string {
            const auto* ref = recording.registry().operation(OperationId{event.operation});
            return ref ? ref->name : "?";
        };
        auto operation = operation_keys.find(event.operation);
        if (operation == operation_keys.end())
            operation = operation_keys.emplace(event.operation, keys.of(name())).first;
        const auto wanted = std::uint64_t{event.call} << 16 | event.operation;
        auto known = call_keys.find(wanted);
        if (known == call_keys.end()) {
            const auto* call = recording.calls().find(CallId{event.call});
            known = call_keys.emplace(wanted, keys.of(call ? call->text : name())).first;
        }
        mine.steps.push_back(span);
        mine.calls.push_back(known->second);
        mine.operations.push_back(operation->second);
    };
    for (std::uint64_t seq = 0; seq < size; ++seq) {
        if (progress && seq % (1 << 18) == 0 &&
            !progress(static_cast<double>(seq) / static_cast<double>(size)))
            return all;
        const auto& event = events[seq];
        const bool lost = event.phase == Phase::lost;
        if (event.phase != Phase::enter && event.phase != Phase::leave && !lost) continue;
        if (event.worker == 0 || event.worker >= by_worker.size()) continue;
        auto& mine = *by_worker[event.worker];
        if (lost) {
            mine.lost += static_cast<std::uint64_t>(std::max<std::int64_t>(event.ret, 0));
            continue;
        }
        auto* open = !mine.steps.empty() && mine.steps.back().leave == 0 ? &mine.steps.back() : nullptr;
        if (event.phase == Phase::enter)
            add(mine, event, {seq + 1, 0});
        else if (open && events[open->enter - 1].call == event.call)
            open->leave = seq + 1;
        else
            add(mine, event, {0, seq + 1});
    }
    return all;
}

}  // namespace ipcscope

#include "runtime/stuck_reach.h"

#include <algorithm>

namespace ipcscope {

const StuckReach::Abilities& StuckReach::abilities(const std::string& kind) {
    const auto [found, fresh] = abilities_.try_emplace(kind);
    if (!fresh) return found->second;
    auto& out = found->second;
    for (const auto& ref : in_.registry.operations()) {
        const auto& spec = *ref.operation;
        if (spec.actor != Actor::worker || !spec.object[0]) continue;
        for (const auto& param : spec.params) {
            if (std::string_view(param.name) != spec.object || !in_.registry.fits(param.type, kind)) continue;
            const auto note = [&](OperationId& id, bool able) {
                if (able && !id) id = ref.id;
            };
            const bool both = spec.flow == FlowRole::exchange;
            note(out.send, both || spec.flow == FlowRole::send);
            note(out.receive, both || spec.flow == FlowRole::receive);
            note(out.any, spec.flow != FlowRole::none);
        }
    }
    return out;
}

OperationId StuckReach::opposite(FlowRole flow, const std::string& kind) {
    const auto& able = abilities(kind);
    switch (flow) {
        case FlowRole::send: return able.receive;
        case FlowRole::none: return able.any;
        case FlowRole::receive:
        case FlowRole::exchange: break;
    }
    return able.send;
}

std::vector<ObjectId> StuckReach::partners(const ObjectInfo& own) const {
    if (!own.spec->streams_by_key) return {own.id};
    std::vector<ObjectId> out;
    if (own.sends != 0)
        for (const auto& [id, other] : in_.state.objects)
            if (other.mechanism == own.mechanism && other.takes_in == own.sends) out.push_back(id);
    return out;
}

bool StuckReach::from_outside(const ObjectInfo& object) const {
    if (in_.on_their_way.count(object.id) > 0) return true;
    switch (object.spec->reach) {
        case Reach::handles: return false;
        case Reach::named: return !object.label.empty();
        case Reach::machine: return true;
        case Reach::memory: break;
    }
    const std::string_view place = object.key;
    const auto memory = place.substr(0, place.rfind('+'));
    return std::none_of(in_.state.objects.begin(), in_.state.objects.end(), [&](const auto& item) {
        const auto& other = item.second;
        return other.id != object.id && other.spec->reach == Reach::handles &&
               other.spec->view == ViewHint::memory && memory.ends_with(other.key);
    });
}

bool StuckReach::made_with_a_process(const ObjectInfo& object) const {
    const auto* made = in_.calls.find(object.made_by);
    const auto* ref = made ? in_.registry.operation(made->operation) : nullptr;
    if (!ref || ref->operation->forks || ref->operation->side != Side::create) return false;
    const auto& results = ref->operation->results;
    return std::any_of(results.begin(), results.end(),
                       [](const auto& result) { return result.type.unit == Unit::pid; });
}

}  // namespace ipcscope

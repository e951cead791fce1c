// Handles that workers say they have opened, or were passed by another process.
#include "runtime/supervisor_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

#include <linux/kcmp.h>
#include <sys/syscall.h>

namespace ipcscope {

namespace {

bool same_open_file(pid_t a, std::int64_t fd_a, pid_t b, std::int64_t fd_b) {
    return syscall(SYS_kcmp, a, b, KCMP_FILE, fd_a, fd_b) == 0;  // kcmp(2)
}

}  // namespace

// Whose descriptor is it that came from another process? For certain if somebody has the same open file
// still; if not, it is that of a handle known earlier which has the same inode and was opened the same way.
// The newest first, because numbers are given out again.
const HandleInfo* SupervisorImpl::known_descriptor(const Driven& driven, const OpenedHandle& received) const {
    static const auto descriptor = types::handle({"@descriptor"});
    const HandleInfo* alike = nullptr;
    for (auto it = live_.handles.rbegin(); it != live_.handles.rend(); ++it) {
        const auto& handle = it->second;
        if (handle.identity != received.identity || !registry_.fits(descriptor, handle.kind)) continue;
        if (!alike && !handle.identity.empty()) alike = &handle;
        for (const auto holder : handle.open_in)
            if (const auto* other = this->driven(holder);
                other && !other->gone &&
                same_open_file(driven.pid, received.native, other->pid, handle.native))
                return &handle;
    }
    return alike;
}

ObjectId SupervisorImpl::object_behind(const OpenedHandle& handle, const MechanismSpec& mechanism,
                                       const HandleSpec& spec, const std::string& name) {
    // Without a key it is one of its own.
    const auto key =
        handle.key.empty() ? fmt::format("{} {}", handle.label, handle.handle.value) : handle.key;
    const auto same = std::find_if(live_.objects.begin(), live_.objects.end(), [&](const auto& item) {
        return item.second.mechanism == &mechanism && item.second.key == key && !item.second.removed;
    });
    if (same != live_.objects.end()) return same->first;
    ObjectInfo object;
    object.id = ObjectId{handle.handle.value};  // known by its first handle
    object.mechanism = &mechanism;
    object.spec = &mechanism.objects.front();
    for (const auto& candidate : mechanism.objects)
        if (spec.object[0] && std::string_view(spec.object) == candidate.id) object.spec = &candidate;
    object.flow = handle.flow != FlowPolicy::none ? handle.flow : object.spec->flow;
    if (object.flow != object.spec->flow) policies_[object.id.value] = object.flow;
    object.key = key;
    object.name = name;
    object.label = handle.label;
    const auto id = object.id;
    live_.objects.emplace(id, std::move(object));
    return id;
}

void SupervisorImpl::opened(Driven& driven, const Opened& opened) {
    const auto* call = calls_.find(opened.call);
    if (!call) return;
    const auto* ref = registry_.operation(call->operation);
    const auto& binding = driven.queue.empty() ? std::string() : driven.queue.front().binding;
    const auto made = std::count_if(ref->operation->results.begin(), ref->operation->results.end(),
                                    [](const auto& result) { return result.type.kind == Kind::handle; });
    // The two ends of a pipe are one object, the two sockets of a pair are not: those need names of their
    // own.
    const bool several = std::any_of(opened.handles.begin(), opened.handles.end(), [&](const auto& handle) {
        return handle.received || handle.key != opened.handles.front().key;
    });
    for (const auto& handle : opened.handles) {
        const HandleSpec* spec = nullptr;
        for (const auto& candidate : ref->mechanism->handles)
            if (handle.kind == candidate.id) spec = &candidate;
        // A number that it was not given is none: tables are as long as the highest.
        if (!spec || !handle.handle || handle.handle.value >= next_handle_) continue;
        HandleInfo info;
        info.id = handle.handle;
        info.native = handle.native;
        info.identity = handle.identity;
        info.open_in = {driven.id};
        const auto base =
            binding.empty() ? fmt::format("{}{}", ref->mechanism->id, handle.handle.value) : binding;
        info.name = made == 1 ? base : fmt::format("{}.{}", base, handle.result);
        const auto* known = handle.received ? known_descriptor(driven, handle) : nullptr;
        if (known) {
            info.kind = known->kind;
            info.open_file = known->open_file;
            info.object = known->object;
            on_their_way_.erase(info.object);
        } else {
            info.kind = fmt::format("{}.{}", ref->mechanism->id, handle.kind);
            info.everywhere = spec->scope == Scope::system;
            info.object = object_behind(handle, *ref->mechanism, *spec, several ? info.name : base);
            if (auto& object = live_.objects.at(info.object); !object.made_by) object.made_by = opened.call;
            info.open_file = info.id;
            if (ref->operation->duplicates)
                if (const auto* from = handle_acted_on(*call)) info.open_file = from->open_file;
        }
        if (object_of_handle_.size() <= handle.handle.value)
            object_of_handle_.resize(handle.handle.value + 1);
        object_of_handle_[handle.handle.value] = info.object.value;
        live_.handles[info.id] = std::move(info);
    }
    // What gets its address by sending may have been answered before it came back.
    const auto& facts = facts_[call->operation.value - 1u];
    const bool by_sending = facts.ref->operation->flow == FlowRole::send;
    for (const auto& taken : opened.takes_in)
        if (const auto handle = live_.handles.find(taken.handle); handle != live_.handles.end()) {
            auto& object = live_.objects.at(handle->second.object);
            object.takes_in = taken.key;
            object.sends = taken.out;
            joiner_.takes_in(facts.mechanism, taken.key, object.id, by_sending);
        }
    changed();
}

// What stands for the parameter that names the object; nullptr = nothing known.
const HandleInfo* SupervisorImpl::handle_acted_on(const CallInfo& call) const {
    const auto& spec = *facts_[call.operation.value - 1u].ref->operation;
    for (std::size_t i = 0; i < spec.params.size() && i < call.args.size(); ++i) {
        if (std::string_view(spec.params[i].name) != spec.object) continue;
        const auto* ref = call.args[i].as<HandleRef>();
        const auto found = ref ? live_.handles.find(ref->id) : live_.handles.end();
        return found == live_.handles.end() ? nullptr : &found->second;
    }
    return nullptr;
}

// Descriptors that a message carries hold their objects until somebody receives them.
void SupervisorImpl::passed(const CallInfo& call) {
    for (const auto& arg : call.args)
        if (const auto* list = arg.as<List>())
            for (const auto& item : *list)
                if (const auto* ref = item.as<HandleRef>())
                    if (const auto handle = live_.handles.find(ref->id); handle != live_.handles.end())
                        on_their_way_.insert(handle->second.object);
}

}  // namespace ipcscope

#include "worker/worker_call.h"

#include "schema/registry.h"
#include "schema/wire.h"
#include "worker/descriptor.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>

namespace ipcscope {

namespace {

const HandleSpec* own_handle(const MechanismSpec& mechanism, std::string_view kind) {
    for (const auto& spec : mechanism.handles)
        if (kind == spec.id) return &spec;
    return nullptr;
}

// Numbers of the whole machine mean the same here; another process's descriptor or address does not.
bool valid_everywhere(const MechanismSpec& mechanism, const TypeSpec& type) {
    return std::any_of(mechanism.handles.begin(), mechanism.handles.end(), [&](const HandleSpec& handle) {
        return handle.scope == Scope::system &&
               fits(type, fmt::format("{}.{}", mechanism.id, handle.id), handle);
    });
}

}  // namespace

WorkerCall::WorkerCall(Worker& worker, const OperationRef& operation, const Step& step)
    : worker_(worker), operation_(operation), step_(step) {
    spec_ = operation.operation;
    args_ = &step.args;
    if (spec_->object[0]) object_handle_ = handle_of(spec_->object).value;
    for (const auto& result : spec_->results)
        if (result.payload) payload_result_ = result.name;
}

HandleId WorkerCall::handle_of(std::string_view param) const {
    const auto* ref = arg(param).as<HandleRef>();
    return ref ? ref->id : HandleId{};
}

const HandleEntry* WorkerCall::entry_of(std::string_view param) const {
    return worker_.handle(handle_of(param));
}

bool WorkerCall::check_handles() {
    for (std::size_t i = 0; i < args_->size(); ++i)
        if (!check_handle(spec_->params[i].name, spec_->params[i].type, (*args_)[i])) return false;
    return true;
}

bool WorkerCall::check_handle(const char* param, const TypeSpec& type, const Value& value) {
    if (const auto* list = value.as<List>(); list && !type.fields.empty())
        return std::all_of(list->begin(), list->end(), [&](const Value& item) {
            return check_handle(param, type.fields.front().type, item);
        });
    const auto* ref = value.as<HandleRef>();
    if (!ref || worker_.handle(ref->id)) return true;
    if (ref->native >= 0 && valid_everywhere(*operation_.mechanism, type)) return true;
    refusal_ = fmt::format("{}: this process does not have that {}: it was opened elsewhere, after the fork",
                           param, accepted_words(type));
    return false;
}

void WorkerCall::perform(const Driver::Operation& driver) {
    ret_ = 0;
    err_ = 0;
    began_ = false;
    payload_ = {};
    original_ = 0;
    flow_key_ = 0;
    received_only_ = false;
    slept_ = false;
    results_.clear();
    levels_.clear();
    if (!check_handles()) return;
    driver.run(*this);
    if (!refused_.empty()) {
        refusal_ = refused_;
        if (!began_) return;
    }
    if (!intent_.empty()) {  // `making` without `made`: the call failed, so nothing is there
        worker_.journal('-', operation_.mechanism->id, intent_);
        intent_.clear();
    }
    leave();
}

void WorkerCall::begin() {
    worker_.set_current(step_.call);
    Event event;
    event.phase = Phase::enter;
    event.object = object_handle_;
    event.call = step_.call.value;
    event.operation = step_.operation.value;
    event.time_ns = begin_ns_ = now_ns();
    began_ = true;
    worker_.write(event, {}, {});
    tell_levels(event);
}

void WorkerCall::tell_levels(Event event) {
    for (const auto& level : levels_) {
        Event state = event;
        state.phase = Phase::state;
        state.duration_ns = 0;
        if (level.object != 0) state.object = level.object;
        state.call = level.index;
        state.ret = level.value;
        state.flags = level.relative ? event_flag::relative : std::uint8_t{0};
        worker_.write(state, {}, {});
    }
    levels_.clear();
}

void WorkerCall::finish(std::int64_t ret, int err) {
    end_ns_ = now_ns();
    // Shorter ones are not worth a system call to find out, nor would anybody see that they slept.
    constexpr std::int64_t worth_asking_ns = 20'000;
    if (end_ns_ - begin_ns_ >= worth_asking_ns) slept_ = worker_.has_slept() && !spec_->waits.empty();
    worker_.set_current({});
    ret_ = ret;
    err_ = err;
}

void WorkerCall::leave() {
    if (!began_) begin(), finish(ret_, err_);
    Event event;
    event.time_ns = end_ns_;
    event.duration_ns = end_ns_ - begin_ns_;
    event.object = object_handle_;
    event.call = step_.call.value;
    event.operation = step_.operation.value;
    event.worker = 0;
    if (!opened_.handles.empty() || !opened_.takes_in.empty()) {
        opened_.call = step_.call;
        if (event.object == 0 && !opened_.handles.empty())
            event.object = opened_.handles.front().handle.value;
        (void)send_frame(worker_.control(), FrameKind::opened, encode(opened_));
        opened_.handles.clear();
        opened_.takes_in.clear();
    }
    // Levels first: they are part of what the call did, and the call's bar ends after them.
    tell_levels(event);
    event.phase = Phase::leave;
    event.ret = ret_;
    event.err = static_cast<std::uint16_t>(err_);
    event.flow = flow_key_;
    if (received_only_) event.flags |= event_flag::received_only;
    if (slept_) event.flags |= event_flag::was_blocked;
    const auto kept = payload_.substr(0, worker_.capture_limit());
    event.original = static_cast<std::uint32_t>(original_);
    event.captured = static_cast<std::uint32_t>(kept.size());
    encoded_.clear();
    if (!results_.empty()) {
        Writer out;
        out.fields(results_);
        encoded_ = out.take();
        event.results = static_cast<std::uint32_t>(encoded_.size());
    }
    const bool inlined = !kept.empty() && kept.size() <= sizeof event.data && encoded_.empty();
    if (inlined) {
        std::memcpy(&event.data, kept.data(), kept.size());
        event.flags |= event_flag::inline_payload;
    }
    worker_.write(event, inlined ? std::string_view{} : kept, encoded_);
}

Fields WorkerCall::take_results() {
    if (payload_result_ && payload_.data())
        results_.emplace_back(payload_result_, Value(std::string(payload_)));
    return std::move(results_);
}

std::int64_t WorkerCall::native(std::string_view name) const {
    return native_of(arg(name));
}

std::int64_t WorkerCall::native_of(const Value& handle) const {
    const auto* ref = handle.as<HandleRef>();
    if (!ref) return -1;
    const auto* entry = worker_.handle(ref->id);
    if (!entry) return ref->native;
    if (!entry->closed || entry->everywhere) return entry->native;
    // A closed descriptor is passed on as it was, so that the kernel says EBADF, unless the number was given
    // out anew.
    const bool reused = fcntl(static_cast<int>(entry->native), F_GETFD) != -1;
    return reused ? -1 : entry->native;
}

void* WorkerCall::aux(std::string_view name) const {
    const auto* entry = entry_of(name);
    return entry && !entry->closed ? entry->aux : nullptr;
}

void WorkerCall::result(const char* name, Value value) {
    results_.emplace_back(name, std::move(value));
}

void WorkerCall::payload(std::string_view bytes, std::uint64_t original) {
    payload_ = bytes.data() ? bytes : std::string_view("");
    original_ = std::max<std::uint64_t>(original, bytes.size());
}

HandleId WorkerCall::add_handle(const char* kind, std::int64_t native, void* aux) {
    const auto id = HandleId{step_.first_handle.value + static_cast<std::uint32_t>(opened_.handles.size())};
    HandleEntry entry;
    entry.mechanism = operation_.mechanism->id;
    entry.kind = kind;
    entry.native = native;
    entry.aux = aux;
    if (const auto* spec = own_handle(*operation_.mechanism, kind))
        entry.everywhere = spec->scope == Scope::system;
    worker_.add_handle(id, std::move(entry));
    return id;
}

void WorkerCall::opened(const char* name, Opened handle) {
    const auto id = add_handle(handle.kind, handle.native, handle.aux);
    const auto* spec = own_handle(*operation_.mechanism, handle.kind);
    OpenedHandle said{name, handle.kind, id, handle.native, handle.key, handle.label, handle.flow};
    if (spec && fits(types::handle({"@descriptor"}), {}, *spec))
        said.identity = descriptor_of(static_cast<int>(handle.native)).identity;
    opened_.handles.push_back(std::move(said));
    results_.emplace_back(name, Value(HandleRef{id, handle.native}));
}

void WorkerCall::received(const char* name, int fd) {
    const char* kind = "";
    for (const auto& result : spec_->results)
        for (const auto& own : operation_.mechanism->handles)
            if (std::string_view(name) == result.name &&
                std::count(result.type.accepts.begin(), result.type.accepts.end(),
                           fmt::format("{}.{}", operation_.mechanism->id, own.id)) > 0)
                kind = own.id;
    const auto id = add_handle(kind, fd);
    auto about = descriptor_of(fd);
    OpenedHandle said{name, kind, id, fd, std::move(about.key), std::move(about.label)};
    said.identity = std::move(about.identity);
    said.received = true;
    opened_.handles.push_back(std::move(said));
    results_.emplace_back(name, Value(HandleRef{id, fd}));
}

void WorkerCall::closed(std::string_view param) {
    const auto id = handle_of(param);
    worker_.close_handle(id);
    closed_.push_back(id);
}

void WorkerCall::removed(std::string_view param) {
    removed_.push_back(handle_of(param));
}

void WorkerCall::takes_in(std::string_view name, std::uint32_t key, std::uint32_t out) {
    for (const auto& handle : opened_.handles)
        if (handle.result == name) return opened_.takes_in.push_back({handle.handle, key, out});
    opened_.takes_in.push_back({handle_of(name), key, out});
}

void WorkerCall::level(std::uint32_t index, std::int64_t value, bool relative) {
    levels_.push_back({0, index, value, relative});
}

void WorkerCall::level_of(std::string_view param, std::uint32_t index, std::int64_t value, bool relative) {
    levels_.push_back({handle_of(param).value, index, value, relative});
}

void WorkerCall::happened(const char* verb, std::uint32_t key, std::string_view payload,
                          const Fields& results) {
    Event event;
    event.phase = Phase::instant;
    event.time_ns = now_ns();
    event.object = object_handle_;
    event.operation = operation_id(fmt::format("{}.{}", operation_.mechanism->id, verb)).value;
    event.flow = key;
    const auto kept = payload.substr(0, worker_.capture_limit());
    event.original = static_cast<std::uint32_t>(payload.size());
    event.captured = static_cast<std::uint32_t>(kept.size());
    Writer out;
    if (!results.empty()) out.fields(results);
    event.results = static_cast<std::uint32_t>(out.data().size());
    worker_.write(event, kept, out.data());
}

void WorkerCall::threads_started() {
    if (const auto installed = install_interrupt_signal(); !installed)
        fmt::print(stderr, "ipcscope-worker: {}\n", installed.error().text());
}

void WorkerCall::making(const std::string& record) {
    intent_ = record;
    worker_.journal('+', operation_.mechanism->id, record);
}

void WorkerCall::made(const std::string& record) {
    worker_.journal('=', operation_.mechanism->id, record);
    if (!intent_.empty() && intent_ != record) worker_.journal('-', operation_.mechanism->id, intent_);
    intent_.clear();
}

void WorkerCall::unmade(const std::string& record) {
    worker_.journal('-', operation_.mechanism->id, record);
}

pid_t WorkerCall::fork_worker() {
    const auto pid = worker_.fork_here();
    if (pid <= 0) return pid;
    for (const auto& [id, entry] : worker_.handles()) {
        const auto* driver = entry.closed ? nullptr : driver_of(entry.mechanism);
        if (!driver || !driver->level_after_fork) continue;
        if (const auto value = driver->level_after_fork(entry.kind, entry.native); value >= 0)
            levels_.push_back({id.value, 0, value, false});
    }
    return pid;
}

}  // namespace ipcscope

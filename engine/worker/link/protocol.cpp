#include "worker/link/protocol.h"

#include "schema/wire.h"

namespace ipcscope {

namespace {

void put(Writer& out, const std::vector<HandleId>& ids) {
    out.u32(static_cast<std::uint32_t>(ids.size()));
    for (const auto id : ids)
        out.u32(id.value);
}

void get(Reader& in, std::vector<HandleId>& ids) {
    for (auto left = in.u32(); left > 0 && in.ok(); --left)
        ids.push_back(HandleId{in.u32()});
}

}  // namespace

std::string encode(const Hello& message) {
    Writer out;
    out.u16(message.worker.value);
    out.u32(message.capture_limit);
    out.u16(message.operations);
    return out.take();
}

bool decode(std::string_view body, Hello& message) {
    Reader in(body);
    message.worker.value = in.u16();
    message.capture_limit = in.u32();
    message.operations = in.u16();
    return in.ok() && in.done();
}

std::string encode(const Run& message) {
    Writer out;
    out.u64(message.count);
    out.u16(message.child.value);
    out.u32(static_cast<std::uint32_t>(message.steps.size()));
    for (const auto& step : message.steps) {
        out.u32(step.call.value);
        out.u16(step.operation.value);
        out.u32(step.first_handle.value);
        out.u32(static_cast<std::uint32_t>(step.args.size()));
        for (const auto& arg : step.args)
            out.value(arg);
    }
    return out.take();
}

bool decode(std::string_view body, Run& message) {
    Reader in(body);
    message.count = in.u64();
    message.child.value = in.u16();
    for (auto left = in.u32(); left > 0 && in.ok(); --left) {
        Step step;
        step.call.value = in.u32();
        step.operation.value = in.u16();
        step.first_handle.value = in.u32();
        for (auto args = in.u32(); args > 0 && in.ok(); --args)
            step.args.push_back(in.value());
        message.steps.push_back(std::move(step));
    }
    return in.ok() && in.done() && !message.steps.empty();
}

std::string encode(const Opened& message) {
    Writer out;
    out.u32(message.call.value);
    out.u32(static_cast<std::uint32_t>(message.handles.size()));
    for (const auto& handle : message.handles) {
        out.bytes(handle.result);
        out.bytes(handle.kind);
        out.u32(handle.handle.value);
        out.i64(handle.native);
        out.bytes(handle.key);
        out.bytes(handle.label);
        out.u8(static_cast<std::uint8_t>(handle.flow));
        out.bytes(handle.identity);
        out.u8(handle.received ? 1 : 0);
    }
    out.u32(static_cast<std::uint32_t>(message.takes_in.size()));
    for (const auto& taken : message.takes_in) {
        out.u32(taken.handle.value);
        out.u32(taken.key);
        out.u32(taken.out);
    }
    return out.take();
}

bool decode(std::string_view body, Opened& message) {
    Reader in(body);
    message.call.value = in.u32();
    for (auto left = in.u32(); left > 0 && in.ok(); --left) {
        OpenedHandle handle;
        handle.result = in.bytes();
        handle.kind = in.bytes();
        handle.handle.value = in.u32();
        handle.native = in.i64();
        handle.key = in.bytes();
        handle.label = in.bytes();
        const auto flow = in.u8();
        if (flow > static_cast<std::uint8_t>(FlowPolicy::copies)) return false;
        handle.flow = static_cast<FlowPolicy>(flow);
        handle.identity = in.bytes();
        handle.received = in.u8() != 0;
        message.handles.push_back(std::move(handle));
    }
    for (auto left = in.u32(); left > 0 && in.ok(); --left) {
        TakenIn taken;
        taken.handle.value = in.u32();
        taken.key = in.u32();
        taken.out = in.u32();
        message.takes_in.push_back(taken);
    }
    return in.ok() && in.done();
}

std::string encode(const Done& message) {
    Writer out;
    out.u32(message.call.value);
    out.i64(message.ret);
    out.u32(static_cast<std::uint32_t>(message.err));
    out.i64(message.duration_ns);
    out.u64(message.rounds);
    out.fields(message.results);
    put(out, message.closed);
    put(out, message.removed);
    return out.take();
}

bool decode(std::string_view body, Done& message) {
    Reader in(body);
    message.call.value = in.u32();
    message.ret = in.i64();
    message.err = static_cast<int>(in.u32());
    message.duration_ns = in.i64();
    message.rounds = in.u64();
    message.results = in.fields();
    get(in, message.closed);
    get(in, message.removed);
    return in.ok() && in.done();
}

std::string encode(const Observe& message) {
    Writer out;
    out.u32(message.request);
    out.bytes(message.mechanism);
    out.bytes(message.handle);
    out.u32(message.id.value);
    out.i64(message.native);
    out.u32(static_cast<std::uint32_t>(message.pid));
    return out.take();
}

bool decode(std::string_view body, Observe& message) {
    Reader in(body);
    message.request = in.u32();
    message.mechanism = in.bytes();
    message.handle = in.bytes();
    message.id.value = in.u32();
    message.native = in.i64();
    message.pid = static_cast<std::int32_t>(in.u32());
    return in.ok() && in.done();
}

}  // namespace ipcscope

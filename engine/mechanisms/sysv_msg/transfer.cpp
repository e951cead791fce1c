#include "mechanisms/sysv_msg/queue.h"

#include <cstring>

namespace ipcscope::mechanisms::sysv_msg {

void MessageBuffer::reserve(std::size_t bytes) {
    const std::size_t need = 1 + (bytes + sizeof(long) - 1) / sizeof(long);
    if (need <= count_) return;
    words_ = std::make_unique_for_overwrite<long[]>(need);
    count_ = need;
}

namespace {

MessageBuffer& buffer() {
    static MessageBuffer one;
    return one;
}

// The joiner's key: the low 32 bits, which tell types apart in all but contrived programs.
std::uint32_t key_of(long type) {
    return static_cast<std::uint32_t>(type);
}

void take(Call& call, std::size_t size, long type, int flags) {
    auto& message = buffer();
    message.reserve(size);
    const auto ret = call.run([&] { return msgrcv(call.fd("queue"), message.data(), size, type, flags); });
    if (!call.ok()) return;
    call.result("type", message.type());
    call.payload({message.text(), static_cast<std::size_t>(ret)});
}

}  // namespace

void send(Call& call) {
    const auto& data = call.bytes("data");
    auto& message = buffer();
    message.reserve(data.size());
    message.type() = call.integer("type");
    std::memcpy(message.text(), data.data(), data.size());
    call.flow_key(key_of(message.type()));
    const int flags = static_cast<int>(call.integer("flags"));
    call.run([&] { return msgsnd(call.fd("queue"), message.data(), data.size(), flags); });
    if (call.ok()) call.payload(data);
}

void receive(Call& call) {
    take(call, static_cast<std::size_t>(call.integer("size")), call.integer("type"),
         static_cast<int>(call.integer("flags")));
    if (call.ok()) call.flow_key(key_of(buffer().type()));
}

void peek(Call& call) {
    take(call, static_cast<std::size_t>(call.integer("size")), call.integer("index"), MSG_COPY | IPC_NOWAIT);
}

}  // namespace ipcscope::mechanisms::sysv_msg

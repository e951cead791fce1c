#include "mechanisms/posix_mq/queue.h"
#include "mechanisms/stream_calls.h"

#include <ctime>

namespace ipcscope::mechanisms::posix_mq {
namespace {

// The calls want a moment of the wall clock, not a length of time.
timespec moment_in(std::int64_t ns) {
    constexpr std::int64_t second = 1'000'000'000;
    timespec at{};
    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_sec += ns / second;
    at.tv_nsec += ns % second;
    if (at.tv_nsec >= second) {
        at.tv_nsec -= second;
        ++at.tv_sec;
    }
    return at;
}

template <typename F>
void put(Call& call, F&& transfer) {
    const auto& data = call.bytes("data");
    const auto priority = static_cast<unsigned>(call.integer("priority"));
    const int queue = call.fd("queue");
    call.flow_key(priority);
    call.run([&] { return transfer(queue, data.data(), data.size(), priority); });
    if (call.ok()) call.payload(data);
}

template <typename F>
void take(Call& call, F&& transfer) {
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = stream::scratch(size);
    unsigned priority = 0;
    const int queue = call.fd("queue");
    const auto length = call.run([&] { return transfer(queue, buffer, size, &priority); });
    if (!call.ok()) return;
    call.flow_key(priority);
    call.result("priority", priority);
    call.payload({buffer, static_cast<std::size_t>(length)});
}

}  // namespace

void send(Call& call) {
    put(call, mq_send);
}

void timedsend(Call& call) {
    const auto limit = moment_in(call.integer("timeout"));
    put(call, [&](mqd_t queue, const char* data, std::size_t size, unsigned priority) {
        return mq_timedsend(queue, data, size, priority, &limit);
    });
}

void receive(Call& call) {
    take(call, mq_receive);
}

void timedreceive(Call& call) {
    const auto limit = moment_in(call.integer("timeout"));
    take(call, [&](mqd_t queue, char* data, std::size_t size, unsigned* priority) {
        return mq_timedreceive(queue, data, size, priority, &limit);
    });
}

}  // namespace ipcscope::mechanisms::posix_mq

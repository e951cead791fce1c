// The calls behind stream_spec.h. A worker has one thread, so one buffer serves all of them.
#pragma once

#include "mechanisms/driver.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <unistd.h>

#include <sys/ioctl.h>

namespace ipcscope::mechanisms::stream {

// At least `size` bytes, kept from call to call so that small calls in a loop allocate nothing; what a large
// call needed is given back by the next small one. Valid until the next call of this function.
inline char* scratch(std::size_t size) {
    constexpr std::size_t kept = std::size_t{64} << 10;
    static std::unique_ptr<char[]> buffer;
    static std::size_t capacity = 0;
    const auto wanted = std::max(size, kept);
    if (wanted > capacity || (wanted == kept && capacity > kept)) {
        buffer.reset();
        buffer = std::make_unique_for_overwrite<char[]>(wanted);
        capacity = wanted;
    }
    return buffer.get();
}

// `data` cut or repeated to `size` bytes (zeros if there is nothing to repeat); 0 = as it is.
inline std::string_view stretched(std::string_view data, std::size_t size) {
    if (size == 0 || size <= data.size()) return size == 0 ? data : data.substr(0, size);
    char* out = scratch(size);
    if (data.size() <= 1) {
        std::memset(out, data.empty() ? 0 : data.front(), size);
    } else {
        for (std::size_t at = 0; at < size; at += data.size())
            std::memcpy(out + at, data.data(), std::min(data.size(), size - at));
    }
    return {out, size};
}

inline void write(Call& call) {
    const int fd = call.fd("to");
    const auto data = stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
    const auto n = call.run([&] { return ::write(fd, data.data(), data.size()); });
    if (n >= 0) call.payload(data.substr(0, static_cast<std::size_t>(n)));
}

inline void read(Call& call) {
    const int fd = call.fd("from");
    const auto size = static_cast<std::size_t>(call.integer("size"));
    char* buffer = scratch(size);
    const auto n = call.run([&] { return ::read(fd, buffer, size); });
    if (n >= 0) call.payload({buffer, static_cast<std::size_t>(n)});
}

inline void close(Call& call) {
    const int fd = call.fd("end");
    call.run([&] { return ::close(fd); });
    if (call.err() != EBADF) call.closed("end");  // whatever else it says, Linux has closed it
}

inline void pending(Call& call) {
    const int fd = call.fd("end");
    int bytes = 0;
    call.run([&] { return ::ioctl(fd, FIONREAD, &bytes); });
    if (call.ok()) call.result("bytes", bytes);
}

inline void get_size(Call& call) {
    const int fd = call.fd("end");
    call.run([&] { return ::fcntl(fd, F_GETPIPE_SZ); });
}

inline void set_size(Call& call) {
    const int fd = call.fd("end");
    const auto size = static_cast<unsigned long>(call.integer("size"));
    call.run([&] { return ::fcntl(fd, F_SETPIPE_SZ, size); });
}

inline void set_flags(Call& call) {
    const int fd = call.fd("end");
    const int others = std::max(::fcntl(fd, F_GETFL), 0) & ~O_NONBLOCK;
    const int flags = others | static_cast<int>(call.integer("flags"));
    call.run([&] { return ::fcntl(fd, F_SETFL, flags); });
}

inline Result<Fields> observe(std::string_view, std::int64_t native) {
    const int fd = static_cast<int>(native);
    int bytes = 0;
    if (::ioctl(fd, FIONREAD, &bytes) != 0) return system_failure("counting bytes in flight", "ioctl");
    const int capacity = ::fcntl(fd, F_GETPIPE_SZ);
    if (capacity < 0) return system_failure("asking for the capacity", "fcntl");
    return Fields{{"bytes", bytes}, {"capacity", capacity}};
}

}  // namespace ipcscope::mechanisms::stream

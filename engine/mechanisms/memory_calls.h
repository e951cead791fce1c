// The calls behind memory_access.h. What leaves the mapping is refused; what the mapping forbids, or what
// lies beyond the end of the object in it, is really done, and ends the process with SIGSEGV or SIGBUS.
#pragma once

#include "mechanisms/driver.h"
#include "mechanisms/mapping.h"
#include "mechanisms/memory_access.h"
#include "mechanisms/stream_calls.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <string_view>
#include <unistd.h>
#include <utility>

#include <sys/mman.h>

namespace ipcscope::mechanisms::memory {

inline std::int64_t page_size() {
    static const std::int64_t size = sysconf(_SC_PAGESIZE);
    return size;
}

// Is nothing at all mapped there? mincore(2): ENOMEM.
inline bool is_unmapped(const char* address, std::size_t count) {
    const auto page = static_cast<std::uintptr_t>(page_size());
    const auto first = reinterpret_cast<std::uintptr_t>(address) / page * page;
    const auto last = reinterpret_cast<std::uintptr_t>(address) + std::max<std::size_t>(count, 1) - 1;
    for (auto at = first; at <= last; at += page) {
        unsigned char resident = 0;
        if (mincore(reinterpret_cast<void*>(at), 1, &resident) == 0 || errno != ENOMEM) return false;
    }
    return true;
}

// Where an access of `count` bytes goes; nullptr = refused. Sets the flow key. A mapping that is no more is
// touched all the same (SIGSEGV), unless something else lies there by now.
inline char* place(Call& call, const char* param, std::size_t count) {
    const auto offset = static_cast<std::size_t>(call.integer("offset"));
    const auto* mapping = static_cast<const Mapping*>(call.aux(param));
    if (!mapping || !mapping->address) {
        const auto native = static_cast<std::uintptr_t>(call.native(param));
        auto* there = reinterpret_cast<char*>(native + offset);
        if (call.native(param) > 0 && offset <= (std::size_t{1} << 40) && is_unmapped(there, count))
            return there;
        call.refuse(
            fmt::format("{}: it is not mapped in this process any more, and something else may have "
                        "its place",
                        param));
        return nullptr;
    }
    if (!mapping->holds(offset, count)) {
        call.refuse(fmt::format("offset: {} bytes at {} go beyond the mapping, which has {} bytes", count,
                                offset, mapping->size));
        return nullptr;
    }
    constexpr std::uint64_t furthest = std::numeric_limits<std::uint32_t>::max();
    call.flow_key(static_cast<std::uint32_t>(std::min(mapping->offset + offset, furthest)));
    return mapping->at(offset);
}

inline void write(Call& call) {
    const auto data = stream::stretched(call.bytes("data"), static_cast<std::size_t>(call.integer("size")));
    char* to = place(call, "to", data.size());
    if (!to) return;
    call.run([&] {
        std::memcpy(to, data.data(), data.size());
        return data.size();
    });
    call.payload(data);
}

inline void read(Call& call) {
    const auto size = static_cast<std::size_t>(call.integer("size"));
    const char* from = place(call, "from", size);
    if (!from) return;
    char* buffer = stream::scratch(size);
    call.run([&] {
        std::memcpy(buffer, from, size);
        return size;
    });
    call.payload({buffer, size});
}

// --- numbers ---

inline std::size_t size_of(std::int64_t type) {
    return static_cast<std::size_t>(type & 15);
}

// Calls `with` with a value of the integer type that the parameter `type` names.
template <typename F>
void with_integer(std::int64_t type, F&& with) {
    switch (type) {
        case 1: return with(std::uint8_t{});
        case 2: return with(std::uint16_t{});
        case 4: return with(std::uint32_t{});
        case 8: return with(std::uint64_t{});
        case 1 + is_signed: return with(std::int8_t{});
        case 2 + is_signed: return with(std::int16_t{});
        case 4 + is_signed: return with(std::int32_t{});
        default: return with(std::int64_t{});
    }
}

// "" = it fits into the type; else why not.
inline std::string misfit(std::int64_t type, const char* param, std::int64_t value) {
    std::string out;
    if (size_of(type) == 8) return out;
    with_integer(type, [&](auto zero) {
        using Number = decltype(zero);
        using Limits = std::numeric_limits<Number>;
        if (!std::in_range<Number>(value))
            out = fmt::format("{}: {} does not fit into the type, which holds {} to {}", param, value,
                              std::int64_t{Limits::min()}, static_cast<std::int64_t>(Limits::max()));
    });
    return out;
}

// Low `size` bytes of `bits` as they lie in memory, and back. `raw` has 8 bytes.
inline void to_raw(char* raw, std::uint64_t bits, std::size_t size, std::int64_t order) {
    const bool big =
        order == big_endian || (order == native_order && std::endian::native == std::endian::big);
    for (std::size_t i = 0; i < size; ++i)
        raw[big ? size - 1 - i : i] = static_cast<char>(bits >> (8 * i));
}
inline std::uint64_t from_raw(const char* raw, std::size_t size, std::int64_t order) {
    const bool big =
        order == big_endian || (order == native_order && std::endian::native == std::endian::big);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i)
        bits |= std::uint64_t{static_cast<unsigned char>(raw[big ? size - 1 - i : i])} << (8 * i);
    return bits;
}

// One access of the whole number where it is aligned, as compiled C makes it; never torn there.
inline void copy_number(char* to, const char* from, std::size_t size) {
    const auto both = reinterpret_cast<std::uintptr_t>(to) | reinterpret_cast<std::uintptr_t>(from);
    if (both % size != 0) {
        std::memcpy(to, from, size);
        return;
    }
    with_integer(static_cast<std::int64_t>(size), [&](auto zero) {
        using Number = decltype(zero);
        const Number value = *reinterpret_cast<const volatile Number*>(from);
        *reinterpret_cast<volatile Number*>(to) = value;
    });
}

// A number that an integer result cannot say.
inline void tell_large(Call& call, std::int64_t type, std::uint64_t bits) {
    if (type == 8 && bits > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        call.result("text", std::to_string(bits));
}

inline std::int64_t as_integer(std::int64_t type, std::uint64_t bits) {
    std::int64_t out = 0;
    with_integer(type,
                 [&](auto zero) { out = static_cast<std::int64_t>(static_cast<decltype(zero)>(bits)); });
    return out;
}

inline void store(Call& call) {
    alignas(8) static char raw[8];
    const auto type = call.integer("type");
    const auto size = size_of(type);
    std::uint64_t bits = 0;
    if (type & is_real) {
        const auto* real = call.arg("real").as<double>();
        const double value = real ? *real : static_cast<double>(call.integer("real"));
        bits = size == 4 ? std::bit_cast<std::uint32_t>(static_cast<float>(value))
                         : std::bit_cast<std::uint64_t>(value);
    } else {
        if (auto why = misfit(type, "value", call.integer("value")); !why.empty()) return call.refuse(why);
        bits = static_cast<std::uint64_t>(call.integer("value"));
    }
    to_raw(raw, bits, size, call.integer("order"));
    char* to = place(call, "to", size);
    if (!to) return;
    call.run([&] {
        copy_number(to, raw, size);
        return 0;
    });
    call.payload({raw, size});
}

inline void load(Call& call) {
    alignas(8) static char raw[8];
    const auto type = call.integer("type");
    const auto size = size_of(type);
    const char* from = place(call, "from", size);
    if (!from) return;
    std::uint64_t bits = 0;
    call.run([&] {
        copy_number(raw, from, size);
        bits = from_raw(raw, size, call.integer("order"));
        return type & is_real ? 0 : as_integer(type, bits);
    });
    call.payload({raw, size});
    tell_large(call, type, bits);
    if (!(type & is_real)) return;
    const double value =
        size == 4 ? std::bit_cast<float>(static_cast<std::uint32_t>(bits)) : std::bit_cast<double>(bits);
    if (std::isfinite(value)) {
        call.result("real", value);
    } else {
        call.result("text", fmt::format("{}", value));
    }
}

// --- atomics: the processor wants them aligned ---

inline char* aligned_place(Call& call, std::size_t size) {
    char* to = place(call, "to", size);
    if (!to || reinterpret_cast<std::uintptr_t>(to) % size == 0) return to;
    call.refuse(fmt::format("offset: {} is not a multiple of {}: an atomic access must be aligned",
                            call.integer("offset"), size));
    return nullptr;
}

inline void fetch_add(Call& call) {
    alignas(8) static char raw[8];
    const auto type = call.integer("type");
    const auto size = size_of(type);
    char* to = aligned_place(call, size);
    if (!to) return;
    std::uint64_t before = 0;
    const auto value = static_cast<std::uint64_t>(call.integer("value"));
    call.run([&] {
        with_integer(type, [&](auto zero) {
            using Number = decltype(zero);
            before = static_cast<std::uint64_t>(__atomic_fetch_add(
                reinterpret_cast<Number*>(to), static_cast<Number>(value), __ATOMIC_SEQ_CST));
        });
        return as_integer(type, before);
    });
    tell_large(call, type, before);
    to_raw(raw, before + value, size, native_order);
    call.payload({raw, size});
}

inline void compare_exchange(Call& call) {
    alignas(8) static char raw[8];
    const auto type = call.integer("type");
    const auto size = size_of(type);
    for (const char* param : {"expected", "desired"})
        if (auto why = misfit(type, param, call.integer(param)); !why.empty()) return call.refuse(why);
    char* to = aligned_place(call, size);
    if (!to) return;
    std::uint64_t before = 0;
    bool exchanged = false;
    call.run([&] {
        with_integer(type, [&](auto zero) {
            using Number = decltype(zero);
            auto expected = static_cast<Number>(call.integer("expected"));
            exchanged = __atomic_compare_exchange_n(reinterpret_cast<Number*>(to), &expected,
                                                    static_cast<Number>(call.integer("desired")), false,
                                                    __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
            before = static_cast<std::uint64_t>(expected);
        });
        return exchanged ? 1 : 0;
    });
    if (!exchanged) call.received_only();
    call.result("previous", as_integer(type, before));
    tell_large(call, type, before);
    to_raw(raw, exchanged ? static_cast<std::uint64_t>(call.integer("desired")) : before, size, native_order);
    call.payload({raw, size});
}

inline std::vector<Driver::Operation> drivers() {
    return {{"write", write}, {"read", read},           {"store", store},
            {"load", load},   {"fetch_add", fetch_add}, {"compare_exchange", compare_exchange}};
}

}  // namespace ipcscope::mechanisms::memory

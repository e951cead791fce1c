// What the fuzz targets share. A target takes any octets and comes back: it must not crash, leak, take all
// memory or go on for ever, nor break what it says by must(). README.md tells how they are run.
#pragma once

#include "schema/registry.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ipcscope::fuzz {

struct Target {
    const char* name;
    void (*run)(std::string_view input);
};

// Of this build: its real mechanisms.
const Registry& registry();

// Says what does not hold, and aborts.
void must(bool holds, const char* what);

// The value is used, whatever the optimiser thinks of it.
void use(std::uint64_t value);
std::uint64_t sum_of(std::string_view bytes);

// Octets of the input as numbers, one after the other; 0 behind its end.
class Octets {
public:
    explicit Octets(std::string_view from) : rest_(from) {}
    bool done() const { return rest_.empty(); }
    std::uint8_t u8() { return number<std::uint8_t>(); }
    std::uint16_t u16() { return number<std::uint16_t>(); }
    std::int64_t i64() { return number<std::int64_t>(); }
    std::string_view take(std::size_t most);
    std::string_view rest() const { return rest_; }

private:
    template <typename Number>
    Number number() {
        Number value{};
        const auto bytes = take(sizeof value);
        __builtin_memcpy(&value, bytes.data(), bytes.size());
        return value;
    }
    std::string_view rest_;
};

// Long inputs out of short ones: "\x01", u16 how often, u8 length of what is repeated, u8 length of what
// stands before it, and all of these behind it. Anything else is as it is.
std::string grown(std::string_view input);

// A nameless file with these octets, and a path to it. One for the whole process.
const std::string& file_with(std::string_view bytes);

}  // namespace ipcscope::fuzz

// At the end of a fuzz_NAME.cpp, in namespace ipcscope::fuzz: libFuzzer's entry, or, linked into the tests, a
// name.
#ifdef IPCSCOPE_LIBFUZZER
#define FUZZ_TARGET(name)                                                               \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);  \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
        ipcscope::fuzz::name({reinterpret_cast<const char*>(data), size});              \
        return 0;                                                                       \
    }
#else
#define FUZZ_TARGET(name) const Target name##_target{#name, &name};
#endif

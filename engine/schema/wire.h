// Values as bytes, for the socket between supervisor and worker, the ring and files. Little-endian,
// self-delimiting. Reading never trusts its input: lengths, nesting (16 deep) and the number of values (a
// value takes forty times the octet that it may be written with) are bounded, an error is returned.
#pragma once

#include "base/result.h"
#include "schema/value.h"

#include <string>
#include <string_view>

namespace ipcscope {

class Writer {
public:
    void u8(std::uint8_t n) { out_.push_back(static_cast<char>(n)); }
    void u16(std::uint16_t n) { raw(&n, sizeof n); }
    void u32(std::uint32_t n) { raw(&n, sizeof n); }
    void u64(std::uint64_t n) { raw(&n, sizeof n); }
    void i64(std::int64_t n) { raw(&n, sizeof n); }
    void bytes(std::string_view s) {
        u32(static_cast<std::uint32_t>(s.size()));
        raw(s.data(), s.size());
    }
    void value(const Value& value);
    void fields(const Fields& fields);
    std::string take() { return std::move(out_); }
    const std::string& data() const { return out_; }

private:
    void raw(const void* p, std::size_t n) { out_.append(static_cast<const char*>(p), n); }
    std::string out_;
};

class Reader {
public:
    static constexpr std::uint32_t most_values = 1 << 21;

    explicit Reader(std::string_view in) : in_(in) {}
    std::uint8_t u8() { return number<std::uint8_t>(); }
    std::uint16_t u16() { return number<std::uint16_t>(); }
    std::uint32_t u32() { return number<std::uint32_t>(); }
    std::uint64_t u64() { return number<std::uint64_t>(); }
    std::int64_t i64() { return number<std::int64_t>(); }
    std::string_view bytes();
    Value value(int depth = 0);
    Fields fields(int depth = 0);
    bool ok() const { return ok_; }  // false once anything did not fit
    bool done() const { return in_.empty(); }

private:
    template <typename N>
    N number() {
        N n{};
        if (in_.size() < sizeof n) return fail(), n;
        __builtin_memcpy(&n, in_.data(), sizeof n);
        in_.remove_prefix(sizeof n);
        return n;
    }
    void fail() {
        ok_ = false;
        in_ = {};
    }
    std::string_view in_;
    std::uint32_t values_ = 0;
    bool ok_ = true;
};

}  // namespace ipcscope

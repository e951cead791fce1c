// Value: what parameters and results hold, in forms, program text, on the wire and in generators.
#pragma once

#include "base/ids.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ipcscope {

struct Value;
using List = std::vector<Value>;
using Fields = std::vector<std::pair<std::string, Value>>;

// A name of the program ("p.read_end", "child"): resolved by the runtime before a worker sees it.
struct Name {
    std::string text;
    bool operator==(const Name&) const = default;
};

// A handle as a worker gets it: the id in its table, and the native number for handles that all processes
// share.
struct HandleRef {
    HandleId id;
    std::int64_t native = -1;
    bool operator==(const HandleRef&) const = default;
};

struct WorkerRef {
    WorkerId id;
    std::int32_t pid = 0;
    bool operator==(const WorkerRef&) const = default;
};

struct Value {
    // string: bytes of any kind (bytes, text, path). int64: also flags, mode, choice, duration in ns.
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Name, HandleRef, WorkerRef, List,
                 Fields>
        v;

    Value() = default;
    Value(bool b) : v(b) {}
    Value(int i) : v(std::int64_t{i}) {}
    Value(unsigned i) : v(std::int64_t{i}) {}
    Value(long i) : v(std::int64_t{i}) {}
    Value(long long i) : v(std::int64_t{i}) {}
    Value(unsigned long i) : v(static_cast<std::int64_t>(i)) {}
    Value(double d) : v(d) {}
    Value(const char* s) : v(std::string(s)) {}
    Value(std::string s) : v(std::move(s)) {}
    Value(Name n) : v(std::move(n)) {}
    Value(HandleRef h) : v(h) {}
    Value(WorkerRef w) : v(w) {}
    Value(List l) : v(std::move(l)) {}
    Value(Fields f) : v(std::move(f)) {}

    bool operator==(const Value&) const = default;
    bool empty() const { return std::holds_alternative<std::monostate>(v); }
    template <typename T>
    const T* as() const {
        return std::get_if<T>(&v);
    }
    // The number, or `otherwise`; a bool counts as 0 or 1.
    std::int64_t integer(std::int64_t otherwise = 0) const;
    // The bytes, or an empty string. Valid as long as this Value.
    const std::string& bytes() const;
};

}  // namespace ipcscope

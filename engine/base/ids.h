// Typed ids: small, comparable, printable numbers that cannot be mixed up.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>  // and <compare>, which moc 6.4 cannot read as the first header of all

namespace ipcscope {

template <typename Tag, typename Number>
struct Id {
    Number value = 0;  // 0 = none
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using WorkerId = Id<struct WorkerTag, std::uint16_t>;        // one driven process, never reused within a run
using ObjectId = Id<struct ObjectTag, std::uint32_t>;        // one kernel object, as the run knows it
using HandleId = Id<struct HandleTag, std::uint32_t>;        // kept over fork: parent and child say the same
using CallId = Id<struct CallTag, std::uint32_t>;            // one operation that was asked for
using FlowId = Id<struct FlowTag, std::uint32_t>;            // one joined send -> receive
using OperationId = Id<struct OperationTag, std::uint16_t>;  // index into the registry, plus one

}  // namespace ipcscope

template <typename Tag, typename Number>
struct std::hash<ipcscope::Id<Tag, Number>> {
    std::size_t operator()(const ipcscope::Id<Tag, Number>& id) const {
        return std::hash<Number>{}(id.value);
    }
};

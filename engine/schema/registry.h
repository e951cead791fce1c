// All mechanisms of this program, in navigator order, and look-ups by name and id.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "schema/spec.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct OperationRef {
    OperationId id;
    const MechanismSpec* mechanism = nullptr;
    const OperationSpec* operation = nullptr;
    std::string name;  // "pipe.write"
};

class Registry {
public:
    // Aborts with a message when a spec is not valid (see validate): that is a bug of ours.
    explicit Registry(std::vector<const MechanismSpec*> mechanisms);

    std::span<const MechanismSpec* const> mechanisms() const { return mechanisms_; }
    const MechanismSpec* mechanism(std::string_view id) const;   // nullptr = none
    const OperationRef* operation(OperationId id) const;         // nullptr = none
    const OperationRef* operation(std::string_view name) const;  // "pipe.write"; nullptr = none
    std::span<const OperationRef> operations() const { return operations_; }
    // "pipe.read_end" -> its spec and mechanism; {nullptr, nullptr} = none.
    std::pair<const MechanismSpec*, const HandleSpec*> handle(std::string_view kind) const;
    // May a handle of this kind stand where `type` (Kind::handle) is asked for: by its kind, or by a role.
    bool fits(const TypeSpec& type, std::string_view kind) const;
    // All handle kinds that fit.
    std::vector<std::string> fitting(const TypeSpec& type) const;
    // The nearest known operation names, best first, at most three (for "unknown operation").
    std::vector<std::string> nearest_operations(std::string_view name) const;

private:
    std::vector<const MechanismSpec*> mechanisms_;
    std::vector<OperationRef> operations_;
};

// What is wrong with a spec, one line each; empty = valid.
std::vector<std::string> validate(const MechanismSpec& spec);

// May a handle of this kind and spec stand where `type` (Kind::handle) is asked for.
bool fits(const TypeSpec& type, std::string_view kind, const HandleSpec& handle);
// What a parameter of this type takes, in words: "pipe.read_end or fifo.read_end", "any shared mapping".
std::string accepted_words(const TypeSpec& type);

// Up to three of `known` that look like `given` (edit distance), best first.
std::vector<std::string> nearest(std::string_view given, const std::vector<std::string>& known);

}  // namespace ipcscope

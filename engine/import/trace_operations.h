// Which operation of ours a traced system call is: by the rules of the mechanisms, then by their tables.
#pragma once

#include "import/trace_text.h"
#include "schema/registry.h"
#include "schema/trace_rules.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ipcscope {

// What a descriptor, or an id that every process may use, is known to be.
struct TraceHandle {
    ObjectId object;
    const MechanismSpec* mechanism = nullptr;
    std::string kind;  // "pipe.read_end"; "" = one of the mechanism, it is not known which
    bool closed_by_exec = false;
};

class TraceOperations {
public:
    explicit TraceOperations(const Registry& registry);

    struct Named {
        const OperationRef* operation = nullptr;
        const TraceRule* rule = nullptr;  // nullptr: found by the tables alone
        std::string system_kind;          // the first argument is an id of this handle kind
    };
    // Has an object of this mechanism that name?
    using KnowsName = std::function<bool(const MechanismSpec*, std::string_view)>;
    // Nothing: no mechanism knows it. `subject`: the descriptor that its first argument is, if it is a known
    // one.
    std::optional<Named> find(const std::string& syscall, const std::vector<TraceValue>& arguments,
                              const TraceHandle* subject, const KnowsName& knows) const;
    // The mechanism that a note of strace -y speaks of; nullptr = none.
    const MechanismSpec* noted(std::string_view note) const;

private:
    struct Ruled {
        const MechanismSpec* mechanism;
        const TraceRule* rule;
        const OperationRef* operation;
    };
    bool fits(const Ruled& ruled, const std::vector<TraceValue>& arguments, const TraceHandle* subject,
              const KnowsName& knows) const;
    std::string system_kind(const OperationRef& operation) const;
    bool takes(const OperationRef& operation, const TraceHandle& handle) const;
    const Registry& registry_;
    std::map<std::string, std::vector<Ruled>, std::less<>> ruled_;
    std::map<std::string, std::vector<const OperationRef*>, std::less<>> by_call_;
    std::vector<std::pair<const char*, const MechanismSpec*>> notes_;
};

// Where a rule's `key` points to: "#3", "[#3]", "mtype". nullptr: it is not there.
const TraceValue* trace_value_at(const std::vector<TraceValue>& arguments, std::string_view where);
// The name that is that argument: a path, or of an address what tells it from others; "" = it is none.
std::string trace_name_of(const TraceValue& value);
// Of a socket address only; "" = it is none.
std::string trace_name_of_address(const TraceValue& value);
// Does that word stand anywhere in the arguments, alone or or'ed?
bool trace_word_in(const std::vector<TraceValue>& arguments, std::string_view word);

}  // namespace ipcscope

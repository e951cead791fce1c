// The names of a program at one of its lines: which exist, and what stands behind them.
#pragma once

#include "schema/registry.h"
#include "session/variables.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

class Names {
public:
    void add_worker(std::string_view name);
    // The result of an operation; nullptr = not known (the line had an error), then every use is fine.
    void bind(std::string_view name, const OperationRef* operation);
    bool known(std::string_view name) const { return names_.find(name) != names_.end(); }
    bool is_worker(std::string_view name) const;
    bool is_result(std::string_view name) const;     // bound by an operation
    bool is_described(std::string_view name) const;  // what it is stands in the text
    std::vector<std::string> workers() const;

    Variables variables;  // counters have the value of their first round

    // Every Name in `value`, which stands where `type` is wanted: "" = fits, else what is wrong.
    std::string check(const TypeSpec& type, const Value& value) const;

    // Operations that were not waited for, per worker, oldest first.
    struct Begun {
        const OperationRef* operation = nullptr;  // nullptr = a repeat
        int line = 0;
    };
    std::map<std::string, std::deque<Begun>, std::less<>> outstanding;

private:
    struct Bound {
        const OperationRef* operation = nullptr;
        bool worker = false;
        bool started = false;  // by a workers line: nothing but a worker
    };
    std::string check_name(const TypeSpec& type, std::string_view name) const;
    std::string check_result(const TypeSpec& type, std::string_view name, std::string_view field,
                             const Bound& bound) const;
    std::map<std::string, Bound, std::less<>> names_;
};

// The result that a bare name stands for: the first handle or worker; nullptr = the return value.
const ResultSpec* primary_result(const OperationSpec& operation);

}  // namespace ipcscope

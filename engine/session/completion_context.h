// Where in a program a position is, and what can be named there. For completion.cpp.
#pragma once

#include "session/names.h"
#include "session/program.h"

#include <set>

namespace ipcscope::completion_internal {

enum class Place {
    nothing,    // in a string, a comment, a new name
    line,       // at the begin of a line
    statement,  // behind "worker:"
    operation,  // behind "name ="
    call,       // between the parentheses, see Context::path
    tail,       // behind a call
    outcome,    // behind '#'
    variable,   // behind "\\{" in a string
};

// One bracket that is open at the position.
struct Frame {
    char open = '(';
    std::string key;              // "data" behind "data:"; "" = none is written
    int index = 0;                // which item
    std::set<std::string> given;  // keys of the others
};

struct Context {
    Place place = Place::nothing;
    std::size_t begin = 0, end = 0;  // of the word, in the whole text
    std::string_view typed;          // of it, up to the cursor
    std::string_view above;          // the lines above
    const OperationRef* operation = nullptr;
    std::vector<Frame> path;                          // outermost first
    std::set<std::string, std::less<>> alternatives;  // the other words of `A|B|`
    bool parenthesis = false;                         // one follows the word
};

Context context_at(const Registry& registry, std::string_view text, std::size_t cursor);

// What the text above has named.
class Known {
public:
    Known(const Registry& registry, std::string_view above);
    std::vector<std::string> workers() const { return names_.workers(); }
    std::set<const MechanismSpec*> mechanisms() const { return mechanisms_; }
    bool in_repeat() const {
        return !open_.empty() && open_.back() == Statement::Kind::repeat;
    }                                             // of a worker
    bool open() const { return !open_.empty(); }  // any repeat
    std::vector<std::string> variables() const { return names_.variables.names(); }
    // Names that may stand where this type is wanted, the latest first, and what they are.
    std::vector<std::pair<std::string, std::string>> fitting(const TypeSpec& type) const;

private:
    const Registry& registry_;
    Names names_;
    std::vector<std::pair<std::string, const OperationRef*>> bound_;  // in the order of the text
    std::set<const MechanismSpec*> mechanisms_;
    std::vector<Statement::Kind> open_;  // repeats without their end
};

}  // namespace ipcscope::completion_internal

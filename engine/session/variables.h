// The variables of a program (`let`, and the counters of repeats) at one moment of its run. Each stands for a
// literal as it would be written in its place, so that it has no type of its own: it has to fit where it is
// used.
#pragma once

#include "base/result.h"
#include "schema/text.h"
#include "session/program.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

class Variables {
public:
    const std::string* find(std::string_view name) const;  // its literal; nullptr = there is none
    void set(std::string_view name, std::string literal) { values_[std::string(name)] = std::move(literal); }
    void erase(std::string_view name);
    bool empty() const { return values_.empty(); }
    std::vector<std::string> names() const;

    // The literal that `text` comes to: the name of a variable, or a string in which \{name} stands for one.
    Result<std::string> literal(std::string_view text) const;
    // The same where a value of this type is wanted. Error: "'n' is 5s: expected a number, got '5s'".
    Result<Value> value(const TypeSpec& type, std::string_view text) const;
    // What a `let` gives its name: the variables in it are what they are now.
    Result<std::string> assigned(std::string_view text) const;
    // Octets of the strings that were made so far: a short text must not make many long ones.
    std::size_t made() const { return made_; }

private:
    Result<std::string> inside_string(std::string_view name, const std::string& literal) const;
    mutable std::size_t made_ = 0;
    std::map<std::string, std::string, std::less<>> values_;
};

// Is this Name a string with variables in it ("n=\{i}") and not a name?
bool is_template(std::string_view name);

// Does the statement hold a Name that `is_variable` says is one, or a string with variables?
bool uses_variables(const Statement& statement, const std::function<bool(std::string_view)>& is_variable);

// The statement with its variables replaced by what they stand for. Error: "data: 'n' is 5: expected ...".
Result<Statement> bind_variables(const Registry& registry, const Statement& statement,
                                 const Variables& variables);

std::string delay_too_long(std::int64_t ns);  // what is said then

// A literal as `let` takes it, checked as far as that is possible without a type; the cursor stands behind
// it, or where the error is.
Result<std::string> take_literal(Cursor& cursor);
enum class LiteralKind { string, integer, real, duration, word, list, structure };
LiteralKind literal_kind(std::string_view literal);
const char* literal_words(LiteralKind kind);  // "a number" (IPC_TR)

}  // namespace ipcscope

// The small language of the texts in a mechanism's code.cpp (schema/code.h): placeholders, loops, conditions.
#pragma once

#include "schema/code.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct TemplateNode {
    enum class Kind { text, place, each, list, condition } kind = Kind::text;
    std::string text = {};                // the text; else the parameter that it is about
    std::vector<std::string> names = {};  // place: {flags|mode}
    std::string attribute = {};           // place: {data.size}, {buffer:size}
    char relation = 0;      // condition: {if how=SIG_BLOCK}, {if flags:O_CREAT}; 0 = given and not zero
    std::string word = {};  // what stands behind the relation
    bool negated = false;   // {if !flags}
    std::vector<TemplateNode> body = {}, otherwise = {};
};

struct Template {
    std::vector<TemplateNode> nodes;
    std::vector<std::string> errors;  // empty = well-formed
};

// Braces that hold none of the words of the language are text: C is full of them.
Template parse_template(std::string_view text);

// What is wrong with a mechanism's code, a line each: unknown verbs, parameters, attributes, results; calls
// that leave no `ret`. Empty = it can be used.
std::vector<std::string> validate_code(const MechanismSpec& spec, const MechanismCode& code);
// Operations of workers that have no code in this language.
std::vector<std::string> code_gaps(const MechanismSpec& spec, const MechanismCode* code, Language language);

// Is it there as a word of its own?
bool has_word(std::string_view text, std::string_view word);
const OperationCode* find_code(const MechanismCode* code, std::string_view verb);

}  // namespace ipcscope

// The bundled examples: programs that begin with a comment which explains them. resources/examples/index.txt
// lists them in the order in which they are meant to be met.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct Example {
    std::string name;                     // "hello_pipe"
    std::string group;                    // "First steps"
    std::string title;                    // "Hello through a pipe"
    std::vector<std::string> paragraphs;  // plain words, two or three of them
    std::string look_for;                 // what to look for on the timeline
    std::string_view text;                // the program, with all of that as its comment
};

const std::vector<Example>& examples();              // in the order of the index
const Example* find_example(std::string_view name);  // nullptr = none

// The comment at the head of a program: its first line is the title; empty lines end paragraphs; the one that
// begins with "Look for:" says what to look for.
Example read_example(std::string_view text);

// Compiled in: group, name, text.
struct ExampleSource {
    const char* group;
    const char* name;
    std::string_view text;
};
std::vector<ExampleSource> example_sources();

}  // namespace ipcscope

// How a mechanism's operations look in C, C++ and Python: what codegen/ makes complete programs of. Data, in
// a mechanism's code.cpp. The template language and a worked example: mechanisms/HOWTO.md, section 4.
#pragma once

#include "schema/spec.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

enum class Language : std::uint8_t { c, cpp, python };

// One text per language. cpp "" = as in C.
struct Snippet {
    const char* c = "";
    const char* cpp = "";
    const char* python = "";
    const char* in(Language language) const {
        if (language == Language::python) return python;
        return language == Language::cpp && cpp[0] != '\0' ? cpp : c;
    }
};

// What has to stand at the top for a text to compile: words, separated by spaces.
struct Needs {
    const char* includes = "";      // C and C++: "fcntl.h unistd.h"
    const char* cpp_includes = "";  // C++ only: "span"
    const char* imports = "";       // Python modules: "os fcntl"
};

// Where a result is found when the call came back: an expression, a template as the call itself.
// "EXPRESSION if CONDITION": it is there only then. "%s EXPRESSION": already text as a person reads it
// (needed for choices, flags, lists and structures in C and C++). Bytes are two expressions in C and C++,
// address and length: "buffer, ret". A handle without an entry is `ret`.
struct ResultCode {
    const char* name;
    Snippet value;
};

struct OperationCode {
    const char* verb;
    // The call as statements. C and C++ leave its return value in `ret` (a long; -1 and errno = it failed).
    // Python raises OSError when it fails, and sets `ret` if the call returns something (else it is 0).
    Snippet call = {};
    std::vector<ResultCode> results = {};
    Needs needs = {};  // besides those of the mechanism
    // Takes away what the call made, at the end of the program, if the program does not do so itself. Failure
    // is of no account. May name the handles that it made, if all processes may use them, and parameters.
    Snippet cleanup = {};
    bool ends = false;  // the process does not come back from it
    // For what a template cannot say: gives the template for these arguments (`call` is not looked at).
    std::string (*choose)(Language, const std::function<const Value&(std::string_view parameter)>&) = nullptr;
};

// A variable of this handle kind. Without an entry: a descriptor (int, UniqueFd in C++), or int if all
// processes may use it.
struct HandleCode {
    const char* id;        // HandleSpec::id
    Snippet type = {};     // "sem_t *"; not looked at in Python
    Snippet nothing = {};  // before it is opened: "SEM_FAILED"
    // What stands for it where other kinds of handle may be given as well: "fileno(@)" for a stream among
    // descriptors; @ is the variable.
    Snippet common = {};
};

// A function, type or constant that calls use. It is written into the program, once, if a call, a result or
// another helper says its name. No template: written as it is.
struct HelperCode {
    const char* name;
    Snippet text = {};
    Needs needs = {};
};

// Where Python keeps a constant of C: {"MSG_", "socket."} makes MSG_PEEK socket.MSG_PEEK (and imports
// socket). O_ is os., SIG and SI are signal. without saying so. A constant that no prefix fits is written
// into the program with its value.
struct PythonName {
    const char* prefix;
    const char* module;
};

struct MechanismCode {
    const char* id = "";
    Needs needs = {};         // of every operation
    const char* link = "";    // for the compiler: "-lzmq"
    const char* python = "";  // packages to install, as in Debian: "python3-zmq"
    std::vector<PythonName> python_names = {};
    std::vector<HandleCode> handles = {};
    std::vector<HelperCode> helpers = {};
    std::vector<OperationCode> operations = {};
};

// Made by CMake out of the code.cpp of engine/mechanisms' folders; nullptr = this mechanism has none.
const MechanismCode* code_of(std::string_view mechanism);

}  // namespace ipcscope

// Out of a program (.ips) a complete program in C17, C++20 or Python 3 that does the same, with the same
// outcomes.
#pragma once

#include "schema/code.h"
#include "schema/registry.h"
#include "session/program.h"

#include <string>
#include <vector>

namespace ipcscope {

using CodeOf = const MechanismCode* (*)(std::string_view mechanism);

struct GeneratedCode {
    std::string text;
    std::vector<int> sources;           // of each line of the text: the line of the session it does; 0 = none
    std::vector<std::string> missing;   // operations that have no code in this language; empty = complete
    std::vector<std::string> link;      // for the compiler: "-lzmq"
    std::vector<std::string> packages;  // Python packages to install, as in Debian
};

// `name`: of the file, without its ending. The program must have been parsed without errors.
GeneratedCode generate_code(const Registry& registry, const Program& program, Language language,
                            const std::string& name, CodeOf code_of);

const char* language_title(Language language);   // "C++"
const char* language_suffix(Language language);  // "cpp"

}  // namespace ipcscope

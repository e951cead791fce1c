#include "codegen/generate.h"

#include "codegen/c_source.h"
#include "codegen/python_source.h"

namespace ipcscope {

GeneratedCode generate_code(const Registry& registry, const Program& program, Language language,
                            const std::string& name, CodeOf code_of) {
    const auto plan = make_plan(registry, program, language, code_of);
    if (language == Language::python) return PythonSource(registry, plan, name, code_of).make();
    return CSource(registry, program, plan, language, name, code_of).make();
}

const char* language_title(Language language) {
    switch (language) {
        case Language::c: return "C";
        case Language::cpp: return "C++";
        case Language::python: return "Python";
    }
    return "";
}

const char* language_suffix(Language language) {
    switch (language) {
        case Language::c: return "c";
        case Language::cpp: return "cpp";
        case Language::python: return "py";
    }
    return "";
}

}  // namespace ipcscope

#include "codegen/generate.h"

#include "codegen/c_source.h"
#include "codegen/python_source.h"
#include "codegen/write_out.h"

namespace ipcscope {

GeneratedCode generate_code(const Registry& registry, const Program& program, Language language,
                            const std::string& name, CodeOf code_of) {
    const auto written = write_out(registry, program);
    const auto plan = make_plan(registry, written.program, language, code_of);
    auto code = language == Language::python
                    ? PythonSource(registry, plan, name, code_of).make()
                    : CSource(registry, written.program, plan, language, name, code_of).make();
    if (!written.left_out.empty()) code.missing.push_back(written.left_out);
    return code;
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

// Templates of a mechanism's code, filled in with the arguments of one line of a session.
#pragma once

#include "codegen/literal.h"
#include "codegen/plan.h"
#include "codegen/template.h"

namespace ipcscope {

class Expander {
public:
    Expander(const Registry& registry, const Plan& plan, Language language, CodeOf code_of,
             Gathered& gathered)
        : registry_(registry), plan_(plan), language_(language), code_of_(code_of), gathered_(gathered) {}

    std::string expand(const PlannedCall& call, std::string_view text);
    std::string call_text(const PlannedCall& call);  // its statements

    // Where the variable stands: "p_read_end", "shared->q_queue".
    std::string place(const Variable& variable) const;
    std::string type(const Variable& variable) const;     // C and C++
    std::string nothing(const Variable& variable) const;  // before it has a value
    bool is_descriptor(const Variable& variable) const;   // a UniqueFd in C++
    bool is_bytes(const Variable& variable) const;
    bool is_handle(const Variable& variable) const;
    std::string pid_of(int worker) const;

private:
    struct Inner {
        const std::vector<ParamSpec>* params;
        const Value* value;
    };
    struct Found {
        const ParamSpec* param = nullptr;
        const Value* value = nullptr;
        bool visible = true;
    };

    std::string nodes(const std::vector<TemplateNode>& list);
    std::string one(const TemplateNode& node);
    std::string loop(const TemplateNode& node);
    bool holds(const TemplateNode& node) const;
    std::string placeholder(const TemplateNode& node);
    std::string simple(const std::string& name, const std::string& attribute);
    std::string argument(const ParamSpec& param, const Value& value, const std::string& attribute);
    std::string reference(const TypeSpec& type, const std::string& name, const std::string& attribute);
    std::string handle(const TypeSpec& type, const Variable& variable, const std::string& attribute) const;
    std::string literal(const TypeSpec& type, const Value& value, const std::string& attribute);
    std::string duration(std::int64_t ns, const std::string& attribute) const;
    std::string result(const std::string& name, const std::string& attribute);
    std::string buffer(const std::string& size);
    Found find(std::string_view name) const;
    const Reference* referred(const Value& value) const;
    const HandleCode* handle_code(const Variable& variable) const;
    const HandleSpec* handle_spec(const Variable& variable) const;

    const Registry& registry_;
    const Plan& plan_;
    Language language_;
    CodeOf code_of_;
    Gathered& gathered_;
    const PlannedCall* call_ = nullptr;
    std::vector<Inner> scopes_;
};

}  // namespace ipcscope

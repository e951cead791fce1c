#include "codegen/expander.h"

#include "session/visible.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr std::size_t unknown_size = 65536;  // of a buffer whose size is known when the program runs only

bool is_text(Kind kind) {
    return kind == Kind::text || kind == Kind::path;
}

const Value no_value;

}  // namespace

std::string Expander::expand(const PlannedCall& call, std::string_view text) {
    call_ = &call;
    scopes_.clear();
    auto out = nodes(parse_template(text).nodes);
    while (!out.empty() && (out.back() == '\n' || out.back() == ' '))
        out.pop_back();
    return out;
}

std::string Expander::call_text(const PlannedCall& call) {
    if (call.mechanism) gathered_.need(call.mechanism->needs, language_);
    gathered_.need(call.code->needs, language_);
    if (!call.code->choose) return expand(call, call.code->call.in(language_));
    const auto value_of = [&](std::string_view name) -> const Value& {
        const auto& params = call.operation->operation->params;
        for (std::size_t i = 0; i < params.size(); ++i)
            if (name == params[i].name) return call.values[i];
        return no_value;
    };
    return expand(call, call.code->choose(language_, value_of));
}

std::string Expander::nodes(const std::vector<TemplateNode>& list) {
    std::string out;
    for (const auto& node : list)
        out += one(node);
    return out;
}

std::string Expander::one(const TemplateNode& node) {
    switch (node.kind) {
        case TemplateNode::Kind::text: return node.text;
        case TemplateNode::Kind::place: return placeholder(node);
        case TemplateNode::Kind::condition:
            return nodes(holds(node) != node.negated ? node.body : node.otherwise);
        case TemplateNode::Kind::each:
        case TemplateNode::Kind::list: break;
    }
    return loop(node);
}

std::string Expander::loop(const TemplateNode& node) {
    const auto found = find(node.text);
    const auto* list = found.value ? found.value->as<List>() : nullptr;
    if (!list) return {};
    std::string out;
    const auto& element = found.param->type.fields.front();
    for (const auto& item : *list) {
        if (!out.empty() && node.kind == TemplateNode::Kind::list) out += ", ";
        scopes_.push_back(
            {element.type.kind == Kind::structure ? &element.type.fields : &found.param->type.fields, &item});
        out += nodes(node.body);
        scopes_.pop_back();
    }
    return out;
}

Expander::Found Expander::find(std::string_view name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        const auto* fields = scope->value->as<Fields>();
        for (const auto& param : *scope->params) {
            if (name != param.name && !(name == "item" && !fields)) continue;
            if (!fields) return {&param, scope->value, true};
            for (const auto& [key, value] : *fields)
                if (key == name) return {&param, &value, true};
            return {&param, &param.initial, true};
        }
    }
    const auto& params = call_->operation->operation->params;
    for (std::size_t i = 0; i < params.size(); ++i)
        if (name == params[i].name) return {&params[i], &call_->values[i], call_->visible[i]};
    return {};
}

bool Expander::holds(const TemplateNode& node) const {
    const auto found = find(node.text);
    if (!found.param || !found.visible || found.value->empty()) return false;
    const auto& value = *found.value;
    const auto& type = found.param->type;
    if (const auto* name = referred(value)) {
        if (node.relation == 0) return true;
        if (name->variable < 0) return false;
        const auto* spec = handle_spec(plan_.variables[static_cast<std::size_t>(name->variable)]);
        return spec && (node.word == spec->id || node.word.ends_with(std::string(".") + spec->id));
    }
    if (node.relation == 0) {
        if (const auto* list = value.as<List>()) return !list->empty();
        if (const auto* bytes = value.as<std::string>()) return !bytes->empty();
        if (const auto* real = value.as<double>()) return *real != 0;
        return value.integer() != 0;
    }
    if (type.kind == Kind::boolean) return (value.integer() != 0) == (node.word == "true");
    for (const auto& known : type.names)
        if (node.word == known.name)
            return node.relation == ':' ? (value.integer() & known.value) == known.value
                                        : value.integer() == known.value;
    return false;
}

std::string Expander::placeholder(const TemplateNode& node) {
    if (node.names.size() == 1) return simple(node.names.front(), node.attribute);
    std::string out;
    for (const auto& name : node.names) {
        const auto part = simple(name, node.attribute);
        if (part != "0" && part != "00" && part != "0o0") out += (out.empty() ? "" : " | ") + part;
    }
    return out.empty() ? "0" : out;
}

std::string Expander::simple(const std::string& name, const std::string& attribute) {
    if (name == "buffer") return buffer(attribute);
    if (const auto found = find(name); found.param) return argument(*found.param, *found.value, attribute);
    if (name == "self") {
        const auto& worker = plan_.workers[static_cast<std::size_t>(call_->worker)];
        return attribute == "id" ? worker.id : fmt::format("\"{}\"", worker.name);
    }
    return result(name, attribute);
}

std::string Expander::result(const std::string& name, const std::string& attribute) {
    if (call_->child >= 0) {
        const auto& child = plan_.workers[static_cast<std::size_t>(call_->child)];
        return attribute == "id" ? child.id : child.function;
    }
    for (const auto& variable : plan_.variables)
        if (variable.made_by == call_->statement && variable.result && name == variable.result->name)
            return handle({}, variable, attribute);
    return language_ == Language::python ? "None" : "-1";
}

std::string Expander::buffer(const std::string& size) {
    gathered_.has_buffer = true;
    if (!size.empty()) {
        const auto found = find(size);
        const auto wanted =
            referred(*found.value) ? unknown_size : static_cast<std::size_t>(found.value->integer());
        gathered_.buffer = std::max(gathered_.buffer, wanted);
    }
    return language_ == Language::cpp ? "buffer.data()" : "buffer";
}

const Reference* Expander::referred(const Value& value) const {
    const auto* name = value.as<Name>();
    if (!name) return nullptr;
    const auto found = call_->names.find(name->text);
    return found == call_->names.end() ? nullptr : &found->second;
}

std::string Expander::argument(const ParamSpec& param, const Value& value, const std::string& attribute) {
    if (const auto* name = value.as<Name>()) return reference(param.type, name->text, attribute);
    return literal(param.type, value, attribute);
}

std::string Expander::pid_of(int worker) const {
    const bool python = language_ == Language::python;
    if (plan_.alone) return python ? "os.getpid()" : "getpid()";
    return fmt::format("{}pid[{}]", python ? "shared." : "shared->",
                       plan_.workers[static_cast<std::size_t>(worker)].id);
}

std::string Expander::reference(const TypeSpec& type, const std::string& name, const std::string& attribute) {
    const auto found = call_->names.find(name);
    if (found == call_->names.end()) return "0";
    if (found->second.worker >= 0) return pid_of(found->second.worker);
    if (found->second.variable < 0) return language_ == Language::python ? "None" : "-1";
    const auto& variable = plan_.variables[static_cast<std::size_t>(found->second.variable)];
    if (is_handle(variable)) return handle(type, variable, attribute);
    const auto where = place(variable);
    if (is_bytes(variable)) {
        if (language_ == Language::python) {
            auto value = variable.shared && !plan_.alone ? where + ".get()" : where;
            if (value != where && is_text(type.kind)) value = fmt::format("os.fsdecode({})", value);
            return attribute == "size" ? fmt::format("len({})", value) : value;
        }
        return where + (attribute == "size" ? ".size" : ".bytes");
    }
    if (type.kind == Kind::duration) {
        if (attribute == "seconds") return fmt::format("{} / 1e9", where);
        if (attribute == "ms") return fmt::format("{} / 1000000", where);
        if (attribute == "timespec")
            return language_ == Language::python
                       ? fmt::format("{0} // 1000000000, {0} % 1000000000", where)
                       : fmt::format("{{{0} / 1000000000, {0} % 1000000000}}", where);
    }
    return where;
}

std::string Expander::handle(const TypeSpec& type, const Variable& variable,
                             const std::string& attribute) const {
    auto where = place(variable);
    if (language_ == Language::cpp && is_descriptor(variable)) {
        where += attribute == "release" ? ".release()" : ".get()";
    }
    const auto& accepts = type.accepts;
    const bool several = accepts.size() > 1 || (accepts.size() == 1 && accepts.front().starts_with('@'));
    const auto* code = handle_code(variable);
    if (!several || !code || code->common.in(language_)[0] == '\0') return where;
    std::string out;
    for (const char* c = code->common.in(language_); *c != '\0'; ++c)
        out += *c == '@' ? where : std::string(1, *c);
    return out;
}

std::string Expander::duration(std::int64_t ns, const std::string& attribute) const {
    constexpr std::int64_t second = 1'000'000'000;
    if (attribute == "seconds") return fmt::format("{}", static_cast<double>(ns) / 1e9);
    if (attribute == "ms") return integer_literal(ns / 1'000'000);
    if (attribute == "timespec")
        return language_ == Language::python ? fmt::format("{}, {}", ns / second, ns % second)
                                             : fmt::format("{{{}, {}}}", ns / second, ns % second);
    return integer_literal(ns);
}

std::string Expander::literal(const TypeSpec& type, const Value& value, const std::string& attribute) {
    switch (type.kind) {
        case Kind::bytes:
        case Kind::text:
        case Kind::path:
            if (attribute == "size") return fmt::format("{}", value.bytes().size());
            return string_literal(language_, value.bytes(), is_text(type.kind));
        case Kind::duration: return duration(value.integer(), attribute);
        case Kind::array: return fmt::format("{}", value.as<List>() ? value.as<List>()->size() : 0);
        case Kind::real:
            return fmt::format(
                "{}", value.as<double>() ? *value.as<double>() : static_cast<double>(value.integer()));
        default: break;
    }
    if (attribute == "name") {
        for (const auto& name : type.names)
            if (name.value == value.integer()) return fmt::format("\"{}\"", name.name);
        return fmt::format("\"{}\"", value.integer());
    }
    return number_literal(language_, type, value.integer(), call_->mechanism, gathered_);
}

const HandleSpec* Expander::handle_spec(const Variable& variable) const {
    if (!is_handle(variable)) return nullptr;
    return registry_.handle(variable.result->type.accepts.front()).second;
}

const HandleCode* Expander::handle_code(const Variable& variable) const {
    const auto* spec = handle_spec(variable);
    const auto* code = code_of_(variable.operation->mechanism->id);
    if (!spec || !code) return nullptr;
    for (const auto& handle : code->handles)
        if (std::string_view(handle.id) == spec->id) return &handle;
    return nullptr;
}

bool Expander::is_handle(const Variable& variable) const {
    return variable.result && variable.result->type.kind == Kind::handle;
}

bool Expander::is_bytes(const Variable& variable) const {
    return variable.result &&
           (variable.result->type.kind == Kind::bytes || is_text(variable.result->type.kind));
}

bool Expander::is_descriptor(const Variable& variable) const {
    const auto* spec = handle_spec(variable);
    const auto* code = handle_code(variable);
    return spec && spec->scope == Scope::process && (!code || code->type.in(language_)[0] == '\0');
}

std::string Expander::place(const Variable& variable) const {
    if (!variable.shared || plan_.alone) return variable.name;
    return (language_ == Language::python ? "shared." : "shared->") + variable.name;
}

std::string Expander::type(const Variable& variable) const {
    if (is_bytes(variable)) return "struct received";
    if (!is_handle(variable))
        return variable.result && variable.result->type.kind == Kind::real ? "double" : "long";
    const auto* code = handle_code(variable);
    if (code && code->type.in(language_)[0] != '\0') return code->type.in(language_);
    return language_ == Language::cpp && is_descriptor(variable) ? "UniqueFd" : "int";
}

std::string Expander::nothing(const Variable& variable) const {
    const auto* code = handle_code(variable);
    if (code && code->nothing.in(language_)[0] != '\0') return code->nothing.in(language_);
    return is_handle(variable) ? "-1" : "0";
}

}  // namespace ipcscope

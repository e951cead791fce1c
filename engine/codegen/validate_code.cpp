// Holds a mechanism's code against its spec: a mistake in a text is found by a test, not by a reader.
#include "codegen/template.h"
#include "schema/registry.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr const char* names_of[] = {"C", "C++", "Python"};
constexpr Language languages[] = {Language::c, Language::cpp, Language::python};

std::vector<std::string> attributes_of(Kind kind) {
    switch (kind) {
        case Kind::bytes:
        case Kind::text:
        case Kind::path: return {"size"};
        case Kind::choice:
        case Kind::flags: return {"name"};
        case Kind::duration: return {"seconds", "ms", "timespec"};
        case Kind::array: return {"count"};
        case Kind::handle: return {"release"};
        default: return {};
    }
}

class Checker {
public:
    Checker(const OperationSpec& operation, std::string where, std::vector<std::string>& out)
        : operation_(operation), where_(std::move(where)), out_(out) {}

    void check(std::string_view text) {
        const auto parsed = parse_template(text);
        for (const auto& error : parsed.errors)
            wrong(error);
        nodes(parsed.nodes);
    }

private:
    void wrong(const std::string& what) { out_.push_back(where_ + ": " + what); }

    const ParamSpec* find(std::string_view name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            for (const auto& param : **scope)
                if (name == param.name) return &param;
        for (const auto& param : operation_.params)
            if (name == param.name) return &param;
        return nullptr;
    }
    const ResultSpec* result(std::string_view name) const {
        for (const auto& candidate : operation_.results)
            if (name == candidate.name) return &candidate;
        return nullptr;
    }
    std::string near(const std::string& name) const {
        std::vector<std::string> known;
        for (const auto& param : operation_.params)
            known.emplace_back(param.name);
        const auto best = nearest(name, known);
        return best.empty() ? "" : ": did you mean {" + best[0] + "}?";
    }

    void nodes(const std::vector<TemplateNode>& list) {
        for (const auto& node : list)
            one(node);
    }

    void one(const TemplateNode& node) {
        using K = TemplateNode::Kind;
        switch (node.kind) {
            case K::text: return;
            case K::place: return place(node);
            case K::condition: return condition(node);
            case K::each:
            case K::list: break;
        }
        const auto* param = find(node.text);
        if (!param || param->type.kind != Kind::array)
            return wrong(fmt::format("'{}' is no list of this operation", node.text));
        scopes_.push_back(&param->type.fields);
        const auto& element = param->type.fields.front().type;
        if (element.kind == Kind::structure) scopes_.push_back(&element.fields);
        ++depth_;
        nodes(node.body);
        --depth_;
        if (element.kind == Kind::structure) scopes_.pop_back();
        scopes_.pop_back();
    }

    void place(const TemplateNode& node) {
        for (const auto& name : node.names) {
            if (name == "self" && (node.attribute.empty() || node.attribute == "id")) continue;
            if (name == "item" && depth_ > 0) continue;
            if (name == "buffer") {
                const auto* size = find(node.attribute);
                if (!node.attribute.empty() && (!size || size->type.kind != Kind::integer))
                    wrong(fmt::format("'{}' is no number that could be the size of the buffer",
                                      node.attribute));
                continue;
            }
            if (const auto* param = find(name)) {
                const auto known = attributes_of(param->type.kind);
                if (!node.attribute.empty() &&
                    std::find(known.begin(), known.end(), node.attribute) == known.end())
                    wrong(fmt::format("{{{}}} has no '{}'", name, node.attribute));
                if (node.attribute.empty() &&
                    (param->type.kind == Kind::array || param->type.kind == Kind::structure))
                    wrong(fmt::format("{{{0}}} is a list or structure: {{list {0}}}...{{/list}}", name));
                continue;
            }
            const auto* made = result(name);
            const bool worker = made && made->type.kind == Kind::worker;
            if (worker && (node.attribute == "id" || node.attribute == "run")) continue;
            if (made && made->type.kind == Kind::handle && node.attribute.empty()) continue;
            wrong(fmt::format("unknown placeholder {{{}}}{}", name, near(name)));
        }
    }

    void condition(const TemplateNode& node) {
        const auto* param = find(node.text);
        if (!param) {
            wrong(fmt::format("unknown parameter in {{if {}}}{}", node.text, near(node.text)));
        } else if (node.relation != 0) {
            const auto& names = param->type.names;
            const bool named = std::any_of(names.begin(), names.end(),
                                           [&](const auto& name) { return node.word == name.name; });
            const auto& accepts = param->type.accepts;  // {if from=stream}: which kind of handle it is
            const bool handle = std::any_of(accepts.begin(), accepts.end(), [&](const std::string& kind) {
                return kind == node.word || kind.ends_with("." + node.word);
            });
            const bool boolean =
                param->type.kind == Kind::boolean && (node.word == "true" || node.word == "false");
            if (!named && !boolean && !handle) wrong(fmt::format("{} is never '{}'", node.text, node.word));
        }
        nodes(node.body);
        nodes(node.otherwise);
    }

    const OperationSpec& operation_;
    std::string where_;
    std::vector<std::string>& out_;
    std::vector<const std::vector<ParamSpec>*> scopes_;
    int depth_ = 0;
};

const OperationSpec* find_operation(const MechanismSpec& spec, std::string_view verb) {
    for (const auto& operation : spec.operations)
        if (verb == operation.verb) return &operation;
    return nullptr;
}

// C has no names for its numbers, so what is not a number must come as text.
void needs_text(const OperationSpec& operation, const OperationCode& code, Language language,
                const std::string& where, std::vector<std::string>& out) {
    for (const auto& result : code.results)
        for (const auto& spec : operation.results) {
            const auto kind = spec.type.kind;
            const bool text = kind == Kind::structure || kind == Kind::choice || kind == Kind::flags ||
                              (kind == Kind::array && language != Language::python);
            const std::string_view value = result.value.in(language);
            if (std::string_view(spec.name) == result.name && text && !value.empty() &&
                !value.starts_with("%s "))
                out.push_back(fmt::format("{}: '{}' must be text: \"%s ...\"", where, result.name));
        }
}

void check_operation(const MechanismSpec& spec, const OperationCode& code, std::vector<std::string>& out) {
    const auto* operation = find_operation(spec, code.verb);
    const auto name = fmt::format("{}.{}", spec.id, code.verb);
    if (!operation) return out.push_back(name + ": there is no such operation");
    for (const auto language : languages) {
        const auto where = fmt::format("{} ({})", name, names_of[static_cast<int>(language)]);
        Checker checker(*operation, where, out);
        const std::string_view call = code.call.in(language);
        checker.check(call);
        checker.check(code.cleanup.in(language));
        if (language != Language::python && !call.empty() && !code.ends && !has_word(call, "ret"))
            out.push_back(where + ": leaves no 'ret'");
        for (const auto& result : code.results)
            checker.check(result.value.in(language));
        needs_text(*operation, code, language, where, out);
    }
    for (const auto& result : code.results)
        if (std::none_of(operation->results.begin(), operation->results.end(),
                         [&](const auto& known) { return std::string_view(known.name) == result.name; }))
            out.push_back(fmt::format("{}: gives no '{}'", name, result.name));
}

}  // namespace

std::vector<std::string> validate_code(const MechanismSpec& spec, const MechanismCode& code) {
    std::vector<std::string> out;
    if (std::string_view(spec.id) != code.id)
        out.push_back(fmt::format("{}: the code is of '{}'", spec.id, code.id));
    for (const auto& operation : code.operations)
        check_operation(spec, operation, out);
    for (const auto& handle : code.handles)
        if (std::none_of(spec.handles.begin(), spec.handles.end(),
                         [&](const auto& known) { return std::string_view(known.id) == handle.id; }))
            out.push_back(fmt::format("{}: there is no handle '{}'", spec.id, handle.id));
    for (const auto& helper : code.helpers)
        for (const auto language : languages) {
            const std::string_view text = helper.text.in(language);
            if (!text.empty() && !has_word(text, helper.name))
                out.push_back(
                    fmt::format("{}: the text of helper '{}' does not say its name", spec.id, helper.name));
        }
    return out;
}

std::vector<std::string> code_gaps(const MechanismSpec& spec, const MechanismCode* code, Language language) {
    std::vector<std::string> out;
    for (const auto& operation : spec.operations) {
        if (operation.actor != Actor::worker) continue;
        const auto* found = find_code(code, operation.verb);
        if (!found || (found->call.in(language)[0] == '\0' && !found->choose))
            out.push_back(fmt::format("{}.{}", spec.id, operation.verb));
    }
    return out;
}

}  // namespace ipcscope

// Statements with their variables filled in.
#include "session/variables.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

class Binder {
public:
    explicit Binder(const Variables& variables) : variables_(variables) {}

    Result<Value> value(const TypeSpec& type, const Value& given) const {
        if (const auto* name = given.as<Name>())
            return is_template(name->text) || variables_.find(name->text) ? variables_.value(type, name->text)
                                                                          : Result<Value>(given);
        if (const auto* list = given.as<List>(); list && !type.fields.empty()) {
            List out;
            for (const auto& item : *list) {
                auto bound = value(type.fields.front().type, item);
                if (!bound) return bound;
                out.push_back(std::move(*bound));
            }
            return Value(std::move(out));
        }
        if (const auto* fields = given.as<Fields>()) {
            Fields out;
            for (const auto& [name, item] : *fields) {
                auto bound = Result<Value>(item);
                for (const auto& field : type.fields)
                    if (name == field.name) bound = value(field.type, item);
                if (!bound) return bound;
                out.emplace_back(name, std::move(*bound));
            }
            return Value(std::move(out));
        }
        return given;
    }

private:
    const Variables& variables_;
};

bool holds(const Value& value, const std::function<bool(std::string_view)>& is_variable) {
    if (const auto* name = value.as<Name>()) return is_template(name->text) || is_variable(name->text);
    if (const auto* list = value.as<List>())
        return std::any_of(list->begin(), list->end(),
                           [&](const Value& item) { return holds(item, is_variable); });
    if (const auto* fields = value.as<Fields>())
        return std::any_of(fields->begin(), fields->end(),
                           [&](const auto& item) { return holds(item.second, is_variable); });
    return false;
}

}  // namespace

bool uses_variables(const Statement& statement, const std::function<bool(std::string_view)>& is_variable) {
    const auto any = [&](const auto& item) { return holds(item.value, is_variable); };
    const auto& expect = statement.expect;
    return !statement.count_name.empty() || !expect.payload_template.empty() ||
           std::any_of(statement.arguments.begin(), statement.arguments.end(), any) ||
           std::any_of(expect.results.begin(), expect.results.end(),
                       [&](const auto& item) { return holds(item.second, is_variable); });
}

Result<Statement> bind_variables(const Registry& registry, const Statement& statement,
                                 const Variables& variables) {
    const Binder binder(variables);
    Statement out = statement;
    if (!out.count_name.empty()) {
        const bool delay = out.kind == Statement::Kind::delay;
        const auto type = delay ? types::duration() : types::integer(0, max_rounds);
        const auto count = variables.value(type, out.count_name);
        if (!count) return failure(fmt::format("{}: {}", delay ? "delay" : "repeat", count.error().message));
        out.count = count->integer();
        if (delay && out.count > max_delay_ns) return failure(delay_too_long(out.count));
        out.count_name.clear();
    }
    if (const auto* operation = registry.operation(out.operation))
        for (auto& argument : out.arguments)
            for (const auto& param : operation->operation->params) {
                if (argument.name != param.name) continue;
                auto bound = binder.value(param.type, argument.value);
                if (!bound) return failure(fmt::format("{}: {}", argument.name, bound.error().message));
                argument.value = std::move(*bound);
            }
    auto& expect = out.expect;
    if (!expect.payload_template.empty()) {
        auto payload = variables.value(types::bytes(), expect.payload_template);
        if (!payload) return failure(fmt::format("the expectation: {}", payload.error().message));
        expect.payload = payload->bytes();
        expect.payload_template.clear();
    }
    if (const auto* operation = registry.operation(expect.operation))
        for (auto& [name, value] : expect.results)
            for (const auto& result : operation->operation->results) {
                if (name != result.name) continue;
                auto bound = binder.value(result.type, value);
                if (!bound) return failure(fmt::format("{}: {}", name, bound.error().message));
                value = std::move(*bound);
            }
    return out;
}

}  // namespace ipcscope

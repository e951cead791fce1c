#include "session/printer.h"

#include "base/signals.h"
#include "schema/text.h"

#include <fmt/format.h>

namespace ipcscope {

namespace {

std::string print_call(const Registry& registry, const Statement& statement) {
    const auto* operation = registry.operation(statement.operation);
    std::string out = (operation ? operation->name : "?") + "(";
    bool first = true;
    for (const auto& argument : statement.arguments) {
        const ParamSpec* param = nullptr;
        if (operation)
            for (const auto& candidate : operation->operation->params)
                if (argument.name == candidate.name) param = &candidate;
        const bool bare = first && operation && param == &operation->operation->params.front();
        if (!first) out += ", ";
        if (!bare) out += argument.name + ": ";
        out += param ? print_value(param->type, argument.value) : print_value(argument.value);
        first = false;
    }
    return out + ")" + (statement.async ? " async" : "");
}

std::string print_count(const Statement& statement) {
    if (!statement.count_name.empty()) return statement.count_name;
    return statement.kind == Statement::Kind::delay ? print_duration(statement.count)
                                                    : std::to_string(statement.count);
}

std::string print_head(const Registry& registry, const Statement& statement) {
    const auto worker = statement.worker.empty() ? "" : statement.worker + ": ";
    const auto binding = statement.binding.empty() ? "" : statement.binding + " = ";
    switch (statement.kind) {
        case Statement::Kind::blank: return statement.indent;
        case Statement::Kind::workers:
            return fmt::format("{}workers: {}", statement.indent, fmt::join(statement.names, ", "));
        case Statement::Kind::operation:
            return statement.indent + worker + binding + print_call(registry, statement);
        case Statement::Kind::action: return statement.indent + worker + statement.action;
        case Statement::Kind::repeat:
            return fmt::format("{}{}repeat {}{}", statement.indent, worker, print_count(statement),
                               statement.async ? " async" : "");
        case Statement::Kind::rounds:
            return fmt::format("{}repeat {}{}{}", statement.indent, print_count(statement),
                               statement.variable.empty() ? "" : " as ", statement.variable);
        case Statement::Kind::let:
            return fmt::format("{}let {} = {}", statement.indent, statement.variable, statement.value);
        case Statement::Kind::delay:
            return fmt::format("{}delay {}", statement.indent, print_count(statement));
        case Statement::Kind::end: return statement.indent + "end";
    }
    return "";
}

std::string print_tail(const Registry& registry, const Statement& statement) {
    std::string out;
    if (statement.expect.kind != Expectation::Kind::none)
        out = "  # " + print_expectation(registry, statement.expect);
    if (!statement.comment.empty()) {
        if (statement.kind != Statement::Kind::blank) out += "  ";
        out += statement.comment;
    }
    return out;
}

std::size_t mark(const std::string& text) {
    return std::hash<std::string>{}(text);
}

}  // namespace

void mark_written(const Registry& registry, Statement& statement) {
    statement.written.head_mark = mark(print_head(registry, statement));
    statement.written.tail_mark = mark(print_tail(registry, statement));
}

std::string print_expectation(const Registry& registry, const Expectation& expectation) {
    std::string out;
    switch (expectation.kind) {
        case Expectation::Kind::none: return "";
        case Expectation::Kind::blocked: return "blocked";
        case Expectation::Kind::deadlock: return "deadlock";
        case Expectation::Kind::killed: return "killed " + signal_name(static_cast<int>(expectation.ret));
        case Expectation::Kind::exited: return fmt::format("exited {}", expectation.ret);
        case Expectation::Kind::fails: out = errno_name(expectation.err); break;
        case Expectation::Kind::returns:
            out = "=";
            if (expectation.has_ret) out += fmt::format(" {}", expectation.ret);
            if (!expectation.payload_template.empty()) out += " " + expectation.payload_template;
            if (expectation.payload) out += " " + print_value(types::bytes(), Value(*expectation.payload));
            break;
    }
    const auto* operation = registry.operation(expectation.operation);
    for (const auto& [name, value] : expectation.results) {
        const TypeSpec* type = nullptr;
        if (operation)
            for (const auto& result : operation->operation->results)
                if (name == result.name) type = &result.type;
        out += " " + name + "=" + (type ? print_value(*type, value) : print_value(value));
    }
    return out;
}

std::string print_statement(const Registry& registry, const Statement& statement) {
    const auto& written = statement.written;
    auto head = print_head(registry, statement);
    auto tail = print_tail(registry, statement);
    if (mark(head) == written.head_mark) head = written.head;
    if (mark(tail) == written.tail_mark) tail = written.tail;
    return head + tail + written.end;
}

std::string print_program(const Registry& registry, const Program& program) {
    std::string out;
    for (std::size_t i = 0; i < program.statements.size(); ++i) {
        out += print_statement(registry, program.statements[i]);
        if (i + 1 < program.statements.size() || program.final_newline) out += '\n';
    }
    return out;
}

}  // namespace ipcscope

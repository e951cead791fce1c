#include "import/trace_operations.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace ipcscope {

namespace {

std::vector<std::string> alternatives(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto bar = text.find('|');
        out.emplace_back(text.substr(0, bar));
        text.remove_prefix(bar == std::string_view::npos ? text.size() : bar + 1);
    }
    return out;
}

const ParamSpec* subject_param(const OperationSpec& operation) {
    for (const auto& param : operation.params)
        if (operation.object[0] && std::string_view(param.name) == operation.object) return &param;
    return nullptr;
}

bool holds_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto is_part = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
        };
        const auto end = at + word.size();
        if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end]))) return true;
    }
    return false;
}

}  // namespace

const TraceValue* trace_value_at(const std::vector<TraceValue>& arguments, std::string_view where) {
    const bool first = where.starts_with('[');
    if (first) where = where.substr(1, where.size() - 2);
    if (!where.starts_with('#')) {
        for (const auto& argument : arguments)
            if (const auto* found = argument.member(where)) return found;
        return nullptr;
    }
    std::size_t index = 0;
    std::from_chars(where.data() + 1, where.data() + where.size(), index);
    if (index >= arguments.size()) return nullptr;
    const auto* value = &arguments[index];
    if (first) return value->items.empty() ? nullptr : &value->items.front();
    return value;
}

std::string trace_name_of(const TraceValue& value) {
    if (value.form == TraceValue::Form::text) return value.cut ? "" : value.word;
    if (value.form != TraceValue::Form::structure) return {};
    if (const auto* path = value.member("sun_path")) return path->word;
    const auto* port = value.member("sin_port");
    if (!port) port = value.member("sin6_port");
    if (!port || port->items.empty()) return {};
    const auto* address = value.member("sin_addr");
    std::string host;
    if (address && !address->items.empty()) host = address->items.front().word;
    // inet_pton(AF_INET6, "::1", &sin6_addr): its address is what is a text.
    for (const auto& item : value.items)
        for (const auto& part : item.items)
            if (host.empty() && part.form == TraceValue::Form::text) host = part.word;
    return fmt::format("{}:{}", host, port->items.front().word);
}

bool trace_word_in(const std::vector<TraceValue>& arguments, std::string_view word) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const TraceValue& one) {
        return (one.form == TraceValue::Form::word && holds_word(one.word, word)) ||
               trace_word_in(one.items, word);
    });
}

std::string trace_name_of_address(const TraceValue& value) {
    if (value.form != TraceValue::Form::structure) return {};
    // sendmsg(2) has it in its header.
    if (const auto* name = value.member("msg_name")) return trace_name_of_address(*name);
    return trace_name_of(value);
}

TraceOperations::TraceOperations(const Registry& registry) : registry_(registry) {
    for (const auto& ref : registry.operations()) {
        if (ref.operation->actor != Actor::worker) continue;
        const std::string_view named =
            ref.operation->syscall[0] ? ref.operation->syscall : ref.operation->call;
        if (named != "-")
            for (const auto& name : alternatives(named))
                by_call_[name].push_back(&ref);
    }
    for (const auto* mechanism : registry.mechanisms()) {
        const auto* rules = trace_rules_of(mechanism->id);
        if (!rules) continue;
        for (const auto* note : rules->notes)
            notes_.emplace_back(note, mechanism);
        for (const auto& rule : rules->rules) {
            const auto* operation = registry.operation(fmt::format("{}.{}", mechanism->id, rule.verb));
            if (!operation) continue;
            for (const auto& name : alternatives(rule.syscall))
                ruled_[name].push_back({mechanism, &rule, operation});
        }
    }
    // What asks for more is tried first.
    const auto weight = [](const Ruled& one) {
        return (one.operation->operation->object[0] ? 8 : 0) + (one.rule->known_name ? 4 : 0) +
               (one.rule->below[0] ? 2 : 0) + (one.rule->words.empty() ? 0 : 1);
    };
    for (auto& [name, all] : ruled_)
        std::stable_sort(all.begin(), all.end(),
                         [&](const Ruled& a, const Ruled& b) { return weight(a) > weight(b); });
}

std::string TraceOperations::system_kind(const OperationRef& operation) const {
    const auto* param = subject_param(*operation.operation);
    if (!param) return {};
    for (const auto& kind : param->type.accepts) {
        const auto [mechanism, handle] = registry_.handle(kind);
        if (handle && handle->scope == Scope::system) return kind;
    }
    return {};
}

bool TraceOperations::takes(const OperationRef& operation, const TraceHandle& handle) const {
    const auto* param = subject_param(*operation.operation);
    if (!param || operation.mechanism != handle.mechanism) return false;
    return handle.kind.empty() || registry_.fits(param->type, handle.kind);
}

bool TraceOperations::fits(const Ruled& ruled, const std::vector<TraceValue>& arguments,
                           const TraceHandle* subject, const KnowsName& knows) const {
    const auto& rule = *ruled.rule;
    for (const auto* word : rule.words)
        if (!trace_word_in(arguments, word)) return false;
    if (ruled.operation->operation->object[0] && system_kind(*ruled.operation).empty() &&
        (!subject || !takes(*ruled.operation, *subject)))
        return false;
    if (rule.name < 0) return true;
    if (static_cast<std::size_t>(rule.name) >= arguments.size()) return false;
    const auto name = trace_name_of(arguments[static_cast<std::size_t>(rule.name)]);
    if (name.empty() || !name.starts_with(rule.below)) return false;
    return !rule.known_name || knows(ruled.mechanism, name);
}

std::optional<TraceOperations::Named> TraceOperations::find(const std::string& syscall,
                                                            const std::vector<TraceValue>& arguments,
                                                            const TraceHandle* subject,
                                                            const KnowsName& knows) const {
    if (const auto found = ruled_.find(syscall); found != ruled_.end())
        for (const auto& one : found->second)
            if (fits(one, arguments, subject, knows))
                return Named{one.operation, one.rule, system_kind(*one.operation)};
    const auto found = by_call_.find(syscall);
    if (found == by_call_.end()) return {};
    // Of several that one call can be (fcntl(2)) nobody has said which: then it is none of them.
    const OperationRef* only = nullptr;
    for (const auto* one : found->second) {
        const bool by_id = !subject && !system_kind(*one).empty();
        if (!by_id && !(subject && takes(*one, *subject))) continue;
        if (only && (only->mechanism != one->mechanism || only->operation->flow != one->operation->flow ||
                     one->operation->flow == FlowRole::none))
            return {};
        if (!only) only = one;
    }
    if (!only) return {};
    return Named{only, nullptr, subject ? "" : system_kind(*only)};
}

const MechanismSpec* TraceOperations::noted(std::string_view note) const {
    for (const auto& [beginning, mechanism] : notes_)
        if (note.starts_with(beginning)) return mechanism;
    return nullptr;
}

}  // namespace ipcscope

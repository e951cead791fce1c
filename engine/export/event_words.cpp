#include "export/event_words.h"

#include "base/signals.h"
#include "base/utf8.h"
#include "export/sequence_rows.h"
#include "schema/text.h"
#include "schema/wire.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace ipcscope {

namespace {

constexpr std::size_t most_payload = 32;  // bytes in a label
constexpr std::size_t most_text = 120;

std::size_t whole_characters(std::string_view text, std::size_t most) {
    auto cut = std::min(text.size(), most);
    while (cut > 0 && cut < text.size() && (text[cut] & 0xc0) == 0x80)
        --cut;
    return cut;
}

std::string cut_text(std::string text) {
    const auto cut = whole_characters(text, most_text);
    if (cut < text.size()) text = text.substr(0, cut) + "…";
    return text;
}

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

// Numbers that differ from run to run say little.
bool is_identity(Unit unit) {
    return unit == Unit::pid || unit == Unit::uid;
}

}  // namespace

std::string object_words(const RunState& state, ObjectId object) {
    const auto found = state.objects.find(object);
    if (found == state.objects.end()) return {};
    const auto& info = found->second;
    return !info.name.empty() ? info.name : !info.label.empty() ? info.label : info.key;
}

std::string payload_words(std::string_view bytes, std::uint64_t original, std::size_t most) {
    auto shown = bytes.substr(0, whole_characters(bytes, most));
    auto text = quote(shown);
    const auto escapes = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\\'));
    if (escapes * 3 > shown.size()) {
        shown = bytes.substr(0, most / 2);
        text.clear();
        for (const char byte : shown)
            text += fmt::format("{}{:02x}", text.empty() ? "" : " ", static_cast<unsigned char>(byte));
    }
    return shown.size() < original ? fmt::format("{}… ({} bytes)", text, original) : text;
}

const OperationRef* EventWords::operation(const Event& event) const {
    return recording_.registry().operation(OperationId{event.operation});
}

Fields EventWords::results(const Event& event) const {
    if (event.results == 0) return {};
    Reader reader(recording_.events().results(event));
    auto fields = reader.fields();
    return reader.ok() ? fields : Fields{};
}

std::string EventWords::moment(const Event& event, const OperationRef& operation) const {
    const auto& spec = *operation.operation;
    const auto change = life_change(operation);
    if (change == LifeChange::begins) return "started";
    const auto fields = results(event);
    std::string signal;
    for (const auto& result : spec.results) {
        const auto* value = find(fields, result.name);
        if (!value) continue;
        if (change == LifeChange::ends && result.type.kind == Kind::integer)
            return fmt::format("exited {}", value->integer());
        if (result.type.kind == Kind::choice && signal.empty()) signal = print_value(result.type, *value);
    }
    if (change == LifeChange::ends) return "killed " + (signal.empty() ? std::string("?") : signal);
    if (signal.empty() && spec.returns_unit == Unit::signal)
        signal = signal_name(static_cast<int>(event.ret));
    return signal.empty() ? spec.verb : fmt::format("{} {}", spec.verb, signal);
}

std::string EventWords::call(const Event& event) const {
    const auto* ref = operation(event);
    if (event.phase == Phase::lost) return fmt::format("{} events lost", event.ret);
    if (event.phase == Phase::note) return cut_text(std::string(recording_.events().payload(event)));
    if (!ref) return "?";
    if (event.phase == Phase::instant && ref->operation->actor != Actor::worker) return moment(event, *ref);
    const auto* call = recording_.calls().find(CallId{event.call});
    if (!call) return ref->operation->verb;
    const auto open = call->text.find('('), dot = call->text.find('.');
    auto text = dot < open ? call->text.substr(dot + 1) : call->text;
    const auto made = ref->operation->side == Side::create && event.phase == Phase::leave && event.err == 0
                          ? object_words(state_, ObjectId{event.object})
                          : std::string();
    return cut_text(made.empty() ? text : made + " = " + text);
}

std::string EventWords::message(const Event& event) const {
    const auto* ref = operation(event);
    if (!ref) return call(event);
    const auto& spec = *ref->operation;
    if (event.phase == Phase::instant && spec.actor != Actor::worker) return moment(event, *ref);
    std::string text = spec.verb;
    if (spec.flow == FlowRole::receive) return text;
    const auto* call = recording_.calls().find(CallId{event.call});
    for (std::size_t i = 0; call && i < spec.params.size() && i < call->args.size(); ++i) {
        const auto& param = spec.params[i];
        const auto kind = param.type.kind;
        const bool bytes = kind == Kind::bytes || (kind == Kind::array && !param.type.fields.empty() &&
                                                   param.type.fields.front().type.kind == Kind::bytes);
        if (kind == Kind::handle || kind == Kind::worker || (bytes && event.original > 0)) continue;
        if (call->args[i].empty() || (call->args[i] == param.initial && kind != Kind::choice)) continue;
        const bool plain = kind == Kind::choice || kind == Kind::text || kind == Kind::bytes;
        text += plain ? " " : fmt::format(" {}: ", param.name);
        text += print_value(param.type, call->args[i]);
    }
    if (event.original > 0)
        text += " " + payload_words(recording_.events().payload(event), event.original, most_payload);
    return cut_text(std::move(text));
}

std::string EventWords::outcome(const Event& event) const {
    if (event.phase == Phase::enter) return {};
    if ((event.flags & event_flag::ended) != 0) return "never came back";
    if (event.err != 0) {
        const char* words = errno_words(event.err);
        return fmt::format("{} ({})", errno_name(event.err), words ? words : "unknown error");
    }
    const auto* ref = operation(event);
    if (!ref || event.phase != Phase::leave) return {};
    const auto& spec = *ref->operation;
    std::string text;
    if ((event.ret != 0 || spec.returns[0]) && !is_identity(spec.returns_unit))
        text = fmt::format("= {}", event.ret);
    if (spec.returns_unit == Unit::signal) text = "= " + signal_name(static_cast<int>(event.ret));
    if (event.original > 0 && spec.flow != FlowRole::send)
        text += " " + payload_words(recording_.events().payload(event), event.original, most_payload);
    const auto fields = results(event);
    for (const auto& result : spec.results) {
        const auto* value = find(fields, result.name);
        const auto kind = result.type.kind;
        if (!value || result.payload || kind == Kind::handle || kind == Kind::worker ||
            is_identity(result.type.unit) || (value->as<bool>() && !*value->as<bool>()))
            continue;
        text +=
            fmt::format("{}{}={}", text.empty() ? "" : " ", result.name, print_value(result.type, *value));
    }
    return cut_text(std::move(text));
}

WorkerId EventWords::target(const Event& event) const {
    const auto* ref = operation(event);
    const auto* call = ref ? recording_.calls().find(CallId{event.call}) : nullptr;
    const std::string_view wanted = ref ? ref->operation->flow_target : "";
    for (std::size_t i = 0; call && i < ref->operation->params.size() && i < call->args.size(); ++i)
        if (wanted == ref->operation->params[i].name)
            if (const auto* worker = call->args[i].as<WorkerRef>()) return worker->id;
    return {};
}

}  // namespace ipcscope

#include "import/json_lines.h"

#include "base/signals.h"
#include "schema/wire.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t began_ns = 1'000'000'000;
constexpr std::size_t longest_text = 4096;
constexpr std::size_t most_members = 4096;  // each is looked for among those before it
constexpr std::size_t most_elements = 65'536;

std::optional<Phase> phase_of(const std::string& name) {
    if (name == "enter") return Phase::enter;
    if (name == "leave") return Phase::leave;
    if (name == "instant") return Phase::instant;
    if (name == "state") return Phase::state;
    if (name == "lost") return Phase::lost;
    if (name == "note") return Phase::note;
    return {};
}

// nullptr: it is not there, or null.
const Json* at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? nullptr : &*found;
}

std::string text_at(const Json& json, const char* key) {
    const auto* value = at(json, key);
    return value && value->is_string() ? value->get<std::string>().substr(0, longest_text) : std::string();
}

std::int64_t number_at(const Json& json, const char* key) {
    const auto* value = at(json, key);
    return value && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : text) {
        int digit = -1;
        if (c >= 'A' && c <= 'Z') digit = c - 'A';
        if (c >= 'a' && c <= 'z') digit = c - 'a' + 26;
        if (c >= '0' && c <= '9') digit = c - '0' + 52;
        if (c == '+') digit = 62;
        if (c == '/') digit = 63;
        if (c == '=') break;
        if (digit < 0) return {};
        bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xffffff;
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out += static_cast<char>(bits >> have & 0xff);
    }
    return out;
}

std::optional<std::string> bytes_of(const Json& json) {
    if (const auto* text = at(json, "utf8"); text && text->is_string()) return text->get<std::string>();
    if (const auto* coded = at(json, "base64"); coded && coded->is_string())
        return from_base64(coded->get<std::string>());
    return {};
}

// As value_json() writes it; handles and workers are numbers of another run, and come as such.
Value value_of(const Json& json, int depth) {
    if (depth > 12) return {};
    if (json.is_boolean()) return Value(json.get<bool>());
    if (json.is_number_integer()) return Value(json.get<std::int64_t>());
    if (json.is_number()) return Value(json.get<double>());
    if (json.is_string()) return Value(json.get<std::string>());
    if (json.is_array()) {
        List list;
        for (const auto& item : json)
            list.push_back(value_of(item, depth + 1));
        return Value(std::move(list));
    }
    if (!json.is_object()) return {};
    if (const auto bytes = bytes_of(json)) return Value(*bytes);
    if (const auto* native = at(json, "native")) return value_of(*native, depth + 1);
    Fields fields;
    for (const auto& [name, item] : json.items())
        fields.emplace_back(name, value_of(item, depth + 1));
    return Value(std::move(fields));
}

}  // namespace

JsonLinesImporter::JsonLinesImporter(const Registry& registry)
    : recording_(std::make_unique<ImportedRecording>(registry, began_ns)) {}
JsonLinesImporter::~JsonLinesImporter() = default;

WorkerId JsonLinesImporter::worker(const std::string& name, std::int64_t pid) {
    if (name.empty()) return {};
    auto& id = workers_[{name, pid}];
    if (!id) id = recording_->add_worker(name, static_cast<pid_t>(pid), {});
    return id;
}

ObjectId JsonLinesImporter::object(const std::string& name, const OperationRef* operation) {
    if (name.empty()) return {};
    const auto found = objects_.find(name);
    if (found != objects_.end()) return found->second;
    if (!operation || operation->mechanism->objects.empty()) return {};
    ObjectInfo info;
    info.mechanism = operation->mechanism;
    info.spec = &operation->mechanism->objects.front();
    info.flow = info.spec->flow;
    info.name = name;
    info.key = fmt::format("{}:{}", operation->mechanism->id, name);
    return objects_[name] = recording_->add_object(std::move(info));
}

// Before it is read: a short text can hold very many small values.
static bool holds_too_much(std::string_view text) {
    std::size_t members = 0, elements = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\') ++i;
        if (quoted) continue;
        members += c == ':' ? 1u : 0u;
        elements += c == ',' || c == '[' || c == '{' ? 1u : 0u;
    }
    return members > most_members || elements > most_elements;
}

std::string JsonLinesImporter::line(std::string_view text) {
    if (holds_too_much(text)) return "it holds too much";
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return "it is no JSON";
    if (!json.is_object()) return "it is no object";
    return put(json);
}

std::string JsonLinesImporter::put(const Json& json) {
    const auto phase = phase_of(text_at(json, "phase"));
    if (!phase) return "phase: it is none of enter, leave, instant, state, lost, note";
    const auto* time = at(json, "t_ns");
    if (!time || !time->is_number_integer()) return "t_ns: no number";
    Event event;
    event.phase = *phase;
    const auto since = time->get<std::int64_t>();
    if (since < 0 || since > INT64_MAX / 2) return "t_ns: it cannot be right";
    event.time_ns = began_ns + since;
    event.ret = number_at(json, "ret");
    event.duration_ns = std::max<std::int64_t>(0, number_at(json, "duration_ns"));
    if (event.duration_ns > since) return "duration_ns: longer than the recording";
    if (const auto name = text_at(json, "errno"); !name.empty()) {
        const auto code = errno_value(name);
        if (code <= 0) return fmt::format("errno: '{}' is none", name);
        event.err = static_cast<std::uint16_t>(code);
    }
    const auto id = worker(text_at(json, "worker"), number_at(json, "pid"));
    event.worker = id.value;
    const OperationRef* ref = nullptr;
    OperationId operation;
    if (const auto name = text_at(json, "operation"); !name.empty()) {
        operation = recording_->operation(name);
        ref = recording_->known().operation(operation);
    }
    event.operation = operation.value;
    event.object = object(text_at(json, "object"), ref).value;
    if (const auto call = text_at(json, "call"); !call.empty() && event.phase != Phase::state) {
        auto& known = calls_[{id, operation, call}];
        if (!known)
            known = recording_->add_call(id, operation, call,
                                         static_cast<int>(number_at(json, "line") & 0xffffff));
        event.call = known.value;
    }
    if (event.phase == Phase::state) event.call = static_cast<std::uint32_t>(number_at(json, "level"));
    const auto flag = [&](const char* key, std::uint8_t bit) {
        if (const auto* value = at(json, key); value && value->is_boolean() && value->get<bool>())
            event.flags |= bit;
    };
    flag("relative", event_flag::relative);
    flag("was_blocked", event_flag::was_blocked);
    flag("ended", event_flag::ended);
    std::string extra;
    if (const auto* payload = at(json, "payload")) {
        const auto bytes = payload->is_object() ? bytes_of(*payload) : std::nullopt;
        if (!bytes) return "payload: neither utf8 nor base64";
        extra = *bytes;
        event.captured = static_cast<std::uint32_t>(extra.size());
        const auto original = number_at(*payload, "original");
        event.original = static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(original, event.captured, std::numeric_limits<std::uint32_t>::max()));
    }
    if (const auto* results = at(json, "results"); results && results->is_object()) {
        Fields fields;
        for (const auto& [name, item] : results->items())
            fields.emplace_back(name, value_of(item, 0));
        Writer out;
        out.fields(fields);
        event.results = static_cast<std::uint32_t>(out.data().size());
        extra += out.data();
    }
    const auto seq = recording_->put(event, extra);
    if (!at(json, "flow")) return {};
    const auto number = static_cast<std::uint64_t>(number_at(json, "seq"));
    const auto from = static_cast<std::uint64_t>(number_at(json, "flow_from"));
    numbers_[number] = seq;
    const auto begun = numbers_.find(from);
    if (from != number && begun != numbers_.end()) {
        const auto* guess = at(json, "flow_guess");
        recording_->joiner().join(begun->second, seq, ObjectId{event.object}, guess && *guess == true,
                                  event.original);
    }
    return {};
}

std::unique_ptr<ImportedRecording> JsonLinesImporter::finish() {
    if (recording_->events().size() == 0) return nullptr;
    recording_->finish();
    return std::move(recording_);
}

}  // namespace ipcscope

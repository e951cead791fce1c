#include "export/event_json.h"

#include "base/utf8.h"

#include <nlohmann/json.hpp>

namespace ipcscope {

namespace {

using Json = nlohmann::ordered_json;

const char* phase_name(Phase phase) {
    switch (phase) {
        case Phase::enter: return "enter";
        case Phase::leave: return "leave";
        case Phase::instant: return "instant";
        case Phase::state: return "state";
        case Phase::lost: return "lost";
        case Phase::note: return "note";
    }
    return "";
}

std::string base64(std::string_view bytes) {
    constexpr const char* digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i > bytes.size() ? '=' : digits[group >> (18 - 6 * i) & 63];
    }
    return out;
}

Json bytes_json(std::string_view bytes) {
    if (utf8_fault(bytes) == std::string_view::npos) return Json{{"utf8", bytes}};
    return Json{{"base64", base64(bytes)}};
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace

Json value_json(const Value& value) {
    struct Visitor {
        Json operator()(std::monostate) { return nullptr; }
        Json operator()(bool b) { return b; }
        Json operator()(std::int64_t n) { return n; }
        Json operator()(double d) { return d; }
        Json operator()(const std::string& s) { return bytes_json(s); }
        Json operator()(const Name& n) { return n.text; }
        Json operator()(const HandleRef& h) { return Json{{"handle", h.id.value}, {"native", h.native}}; }
        Json operator()(const WorkerRef& w) { return Json{{"pid", w.pid}}; }
        Json operator()(const List& l) {
            auto out = Json::array();
            for (const auto& item : l)
                out.push_back(value_json(item));
            return out;
        }
        Json operator()(const Fields& f) {
            auto out = Json::object();
            for (const auto& [name, item] : f)
                out[name] = value_json(item);
            return out;
        }
    };
    return std::visit(Visitor{}, value.v);
}

std::string event_json(const EventSource& source, const EventDetails& facts) {
    const auto& event = *facts.event;
    Json out;
    out["seq"] = facts.seq;
    out["t_ns"] = source.since_start(event.time_ns);
    out["worker"] = text_or_null(facts.worker);
    out["pid"] = facts.pid;
    out["object"] = text_or_null(facts.object);
    out["operation"] = facts.operation ? Json(facts.operation->name) : Json(nullptr);
    out["phase"] = phase_name(event.phase);
    out["ret"] = event.phase == Phase::enter ? Json(nullptr) : Json(event.ret);
    out["errno"] = event.err == 0 ? Json(nullptr) : Json(errno_name(event.err));
    out["duration_ns"] = event.phase == Phase::leave ? Json(event.duration_ns) : Json(nullptr);
    out["flow"] = facts.flow ? Json(facts.flow.value) : Json(nullptr);
    if (facts.flow) out["flow_from"] = facts.joined.from;
    out["payload"] = nullptr;
    if (event.original > 0) {
        out["payload"] = bytes_json(facts.payload);
        out["payload"]["original"] = event.original;
    }
    out["line"] = facts.line > 0 ? Json(facts.line) : Json(nullptr);
    out["call"] = text_or_null(facts.text);
    if (event.phase == Phase::state) out["level"] = event.call;
    if ((event.flags & event_flag::relative) != 0) out["relative"] = true;
    if ((event.flags & event_flag::was_blocked) != 0) out["was_blocked"] = true;
    if (facts.flow && facts.joined.guess) out["flow_guess"] = true;
    if ((event.flags & event_flag::ended) != 0) out["ended"] = true;
    if (!facts.results.empty()) out["results"] = value_json(Value(facts.results));
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ipcscope

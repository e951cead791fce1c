#include "cli/event_text.h"

#include "base/signals.h"
#include "schema/text.h"

#include <cstring>
#include <fmt/format.h>

namespace ipcscope::cli {

namespace {

std::size_t cut_at(std::string_view text, std::size_t most) {
    auto cut = std::min(text.size(), most);
    while (cut > 0 && cut < text.size() && (text[cut] & 0xc0) == 0x80)
        --cut;
    return cut;
}

std::string payload_text(std::string_view payload, std::uint64_t original) {
    const auto cut = cut_at(payload, 64);
    return quote(payload.substr(0, cut)) + (cut < original ? fmt::format("... ({} bytes)", original) : "");
}

std::string short_text(const std::string& text) {
    constexpr std::size_t most = 160;
    return text.size() <= most ? text : text.substr(0, cut_at(text, most)) + "...";
}

const Value* find(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

FlowPolicy policy_of(const OperationRef* operation) {
    if (!operation || operation->mechanism->objects.empty()) return FlowPolicy::none;
    return operation->mechanism->objects.front().flow;
}

}  // namespace

std::string EventText::head(const EventDetails& facts) const {
    const auto ns = source_.since_start(facts.event->time_ns);
    const auto line = facts.line > 0 ? fmt::format("{}:", facts.line) : "";
    return fmt::format("{:>4} {:>9.6f} {:<8} ", line, static_cast<double>(ns) / 1e9, facts.worker);
}

std::string EventText::add(const EventDetails& facts) {
    const auto worker = facts.event->worker;
    switch (facts.event->phase) {
        case Phase::enter: {
            auto out = flush();
            held_ = head(facts) + short_text(facts.text);
            held_worker_ = worker;
            return out;
        }
        case Phase::leave: {
            if (!held_.empty() && held_worker_ == worker)
                return std::exchange(held_, {}) + leave(facts) + std::exchange(held_levels_, {});
            const bool resumed = std::exchange(unfinished_[worker], false);
            const auto* name = facts.operation ? facts.operation->name.c_str() : "?";
            const auto call = resumed ? fmt::format("<... {} resumed>", name) : short_text(facts.text);
            return flush() + head(facts) + call + leave(facts);
        }
        case Phase::instant: return flush() + head(facts) + instant(facts) + "\n";
        case Phase::state: {
            auto line =
                head(facts) + fmt::format("level {}[{}] {} {}\n", facts.object, facts.event->call,
                                          (facts.event->flags & event_flag::relative) != 0 ? "+=" : "=",
                                          facts.event->ret);
            // Part of the call that is about to return: said after it, on lines of its own.
            if (!held_.empty() && held_worker_ == worker) return held_levels_ += line, "";
            return flush() + line;
        }
        case Phase::lost:
            return flush() + head(facts) +
                   fmt::format("!!! {} events lost: the ring was full\n", facts.event->ret);
        case Phase::note: return flush() + head(facts) + short_text(std::string(facts.payload)) + "\n";
    }
    return {};
}

std::string EventText::flush() {
    if (held_.empty()) return {};
    if (filtered_) return std::exchange(held_, {}) + " ...\n" + std::exchange(held_levels_, {});
    unfinished_[held_worker_] = true;
    return std::exchange(held_, {}) + " <unfinished ...>\n" + std::exchange(held_levels_, {});
}

std::string EventText::leave(const EventDetails& facts) const {
    if ((facts.event->flags & event_flag::ended) != 0) return " = ?\n";
    return fmt::format(" = {}  <{:.6f}>\n", outcome(facts),
                       static_cast<double>(facts.event->duration_ns) / 1e9);
}

std::string EventText::outcome(const EventDetails& facts) const {
    const auto& event = *facts.event;
    auto out = fmt::format("{}", event.ret);
    if (event.err != 0) {
        const char* words = errno_words(event.err);
        out += fmt::format(" {} ({})", errno_name(event.err), words ? words : "unknown error");
    }
    if (!facts.operation) return out;
    const auto& operation = *facts.operation->operation;
    // What was sent stands among the arguments already.
    if (event.err == 0 && event.original > 0 && operation.flow != FlowRole::send)
        out += " " + payload_text(facts.payload, event.original);
    for (const auto& spec : operation.results) {
        const auto* value = find(facts.results, spec.name);
        if (value && !spec.payload && spec.type.kind != Kind::handle && spec.type.kind != Kind::worker)
            out += fmt::format(" {}={}", spec.name, short_text(print_value(spec.type, *value)));
    }
    return out;
}

std::string EventText::instant(const EventDetails& facts) const {
    const auto policy = policy_of(facts.operation);
    if (policy == FlowPolicy::signals)
        return fmt::format("--- {}{}{} ---", signal_name(static_cast<int>(facts.event->ret)),
                           facts.flow_peer.empty() ? "" : " from ", facts.flow_peer);
    if (policy != FlowPolicy::lifetime || facts.operation->operation->actor == Actor::worker)
        return fmt::format("--- {} {} ---", facts.text, outcome(facts));
    const auto& operation = *facts.operation->operation;
    // A number tells an exit status (then it is an end), a choice what ended or stopped it.
    const ResultSpec* by = nullptr;
    bool ends = false;
    for (const auto& spec : operation.results) {
        const auto* value = find(facts.results, spec.name);
        ends = ends || spec.type.kind == Kind::integer;
        if (value && spec.type.kind == Kind::integer)
            return fmt::format("+++ exited with {} +++", value->integer());
        if (value && spec.type.kind == Kind::choice) by = &spec;
    }
    if (!by) return fmt::format("+++ {}, pid {} +++", operation.verb, facts.pid);
    const auto name = print_value(by->type, *find(facts.results, by->name));
    return ends ? fmt::format("+++ killed by {} +++", name)
                : fmt::format("--- {} by {} ---", operation.verb, name);
}

}  // namespace ipcscope::cli

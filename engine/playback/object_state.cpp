#include "playback/object_state.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace ipcscope {

namespace {

constexpr std::size_t most_messages = 256, most_bytes = 256;

class StateOf {
public:
    StateOf(const Recording& recording, const Moment& moment, const ObjectInfo& object)
        : recording_(recording), moment_(moment), object_(object) {}

    Fields fields() const {
        Fields out;
        bool filled = false;  // bytes in flight: the first of its fields in bytes
        std::uint32_t next_level = 0;
        for (const auto& field : object_.spec->state) {
            const auto& type = field.type;
            const bool bytes = type.kind == Kind::integer && type.unit == Unit::bytes;
            if (type.kind == Kind::array && !type.fields.empty()) {
                auto list = object_.spec->view == ViewHint::messages ? messages(type.fields.front().type)
                            : object_.spec->view == ViewHint::level  ? levels(type.fields.front().type)
                                                                     : std::optional<List>();
                if (list) out.emplace_back(field.name, Value(std::move(*list)));
            } else if (object_.spec->view == ViewHint::bytes_in_flight && bytes && !filled) {
                filled = true;
                if (const auto now = level(0)) out.emplace_back(field.name, Value(*now));
            } else if (type.kind == Kind::integer && field.level) {
                if (const auto now = level(next_level++)) out.emplace_back(field.name, Value(*now));
            } else if (object_.spec->view == ViewHint::messages && type.kind == Kind::integer) {
                const auto index = bytes ? bytes_level : 0;
                const bool says =
                    bytes ? std::string_view(field.name) == "bytes" : type.unit == Unit::messages;
                if (const auto now = says ? level(index) : std::nullopt)
                    out.emplace_back(field.name, Value(*now));
            }
        }
        return out;
    }

private:
    std::optional<std::int64_t> level(std::uint32_t index) const {
        const auto found = moment_.levels.find({LaneKind::level, object_.id.value, index});
        if (found != moment_.levels.end()) return found->second;
        // Derived from flows, and nothing had been sent.
        const bool fresh = object_.spec->level_from_flow && moment_.figures(object_.id) == ObjectFigures();
        return fresh ? std::optional<std::int64_t>(0) : std::nullopt;
    }

    std::optional<List> levels(const TypeSpec& element) const {
        List out;
        for (std::uint32_t index = 0; index < 4096; ++index) {
            const auto now = level(index);
            if (!now) break;
            if (element.kind != Kind::structure) {
                out.emplace_back(*now);
                continue;
            }
            const auto first = std::find_if(element.fields.begin(), element.fields.end(),
                                            [](const auto& one) { return one.type.kind == Kind::integer; });
            if (first == element.fields.end()) return {};
            out.emplace_back(Fields{{first->name, Value(*now)}});
        }
        if (out.empty()) return {};
        return out;
    }

    // None if not all of them are known.
    std::optional<List> messages(const TypeSpec& element) const {
        const auto& total = moment_.on_the_way_total;
        if (element.kind != Kind::structure || !total.exact || total.total > moment_.on_the_way.size())
            return {};
        List out;
        for (const auto& one : moment_.on_the_way) {
            if (one.object != object_.id || out.size() >= most_messages) continue;
            const auto& event = recording_.events()[one.from];
            const auto* call = recording_.calls().find(CallId{event.call});
            const auto* ref = call ? recording_.registry().operation(call->operation) : nullptr;
            Fields fields;
            for (const auto& field : element.fields) {
                if (field.type.kind == Kind::bytes) {
                    const auto bytes = recording_.events().payload(event).substr(0, most_bytes);
                    fields.emplace_back(field.name, Value(std::string(bytes)));
                } else if (field.type.kind == Kind::integer && field.type.unit == Unit::bytes) {
                    fields.emplace_back(field.name, Value(std::int64_t{event.original}));
                } else if (ref) {
                    const auto& params = ref->operation->params;
                    for (std::size_t i = 0; i < params.size() && i < call->args.size(); ++i)
                        if (std::string_view(params[i].name) == field.name &&
                            call->args[i].as<std::int64_t>())
                            fields.emplace_back(field.name, call->args[i]);
                }
            }
            out.emplace_back(std::move(fields));
        }
        return out;
    }

    const Recording& recording_;
    const Moment& moment_;
    const ObjectInfo& object_;
};

}  // namespace

Fields object_state_at(const Recording& recording, const Moment& moment, const ObjectInfo& object) {
    if (!object.spec) return {};
    return StateOf(recording, moment, object).fields();
}

}  // namespace ipcscope

#include "cli/snapshot_json.h"

#include "export/event_json.h"
#include "monitor/rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

const char* unit_name(const TypeSpec& type) {
    if (type.kind == Kind::duration) return "ns";
    if (type.kind != Kind::integer) return nullptr;
    switch (type.unit) {
        case Unit::none: return nullptr;
        case Unit::bytes: return "bytes";
        case Unit::messages: return "messages";
        case Unit::nanoseconds: return "ns";
        case Unit::count: return "count";
        case Unit::pid: return "pid";
        case Unit::uid: return "uid";
        case Unit::signal: return "signal_number";
        case Unit::unix_time: return "unix_s";
    }
    return nullptr;
}

const char* hold_name(Hold hold) {
    constexpr const char* names[] = {"descriptor", "mapping",   "attachment", "owner",
                                     "creator",    "last_user", "listener"};
    return names[static_cast<std::size_t>(hold)];
}

Json access_json(Access access) {
    constexpr const char* names[] = {"", "read", "write", "both"};
    return access == Access::unknown ? Json(nullptr) : Json(names[static_cast<std::size_t>(access)]);
}

Json tier_json(Tier tier) {
    constexpr const char* names[] = {"everyone", "same_user", "privileged", "fetched", "tracer"};
    return names[static_cast<std::size_t>(tier)];
}

Json octets_json(std::string_view octets) {
    return value_json(Value(std::string(octets)));
}

Json named_json(const TypeSpec& type, std::int64_t value) {
    if (type.kind == Kind::flags) {
        auto out = Json::array();
        auto left = static_cast<std::uint64_t>(value);
        for (const auto& name : type.names) {
            const auto bits = static_cast<std::uint64_t>(name.value);
            if (bits == 0 || (left & bits) != bits) continue;
            out.push_back(name.name);
            left &= ~bits;
        }
        if (left != 0) out.push_back(fmt::format("0x{:x}", left));
        return out;
    }
    for (const auto& name : type.names)
        if (name.value == value) return name.name;
    return value;
}

Json number_json(const TypeSpec& type, std::int64_t value) {
    if (type.kind == Kind::boolean) return value != 0;
    if (type.kind == Kind::mode) return fmt::format("{:04o}", value);
    if (type.kind == Kind::choice || type.kind == Kind::flags) return named_json(type, value);
    return value;
}

Json field_json(const Snapshot& snapshot, const SeenObject& object, std::size_t field) {
    const auto& cell = snapshot.cell(object, field);
    const auto& type = snapshot.kind(object).kind->fields[field].type;
    Json out;
    if (cell.state == CellState::known) {
        const bool text = type.kind == Kind::text || type.kind == Kind::bytes || type.kind == Kind::path;
        out["value"] = text ? octets_json(snapshot.text(cell.text)) : number_json(type, cell.number);
        if (const auto* unit = unit_name(type)) out["unit"] = unit;
        return out;
    }
    const auto words = snapshot.text(cell.text);
    out["value"] = nullptr;
    out["why"] = cell.state == CellState::not_permitted ? "not permitted" : "not available";
    out[cell.state == CellState::not_permitted ? "needs" : "reason"] =
        words.empty() ? Json(nullptr) : Json(printable(words));
    return out;
}

Json who(const Snapshot& snapshot, ProcessIndex process) {
    Json out;
    const bool known = process < snapshot.processes.size();
    out["pid"] = known ? Json(snapshot.processes[process].pid) : Json(nullptr);
    out["name"] = known ? octets_json(snapshot.text(snapshot.processes[process].name)) : Json(nullptr);
    return out;
}

Json hold_json(const Snapshot& snapshot, const SeenHold& hold) {
    auto out = who(snapshot, hold.process);
    out["how"] = hold_name(hold.kind);
    out["fd"] = hold.fd >= 0 ? Json(hold.fd) : Json(nullptr);
    out["access"] = access_json(hold.access);
    out["count"] = hold.count;
    const bool mapped = hold.kind == Hold::mapping || hold.kind == Hold::attachment;
    out["address"] = mapped && hold.detail != 0 ? Json(hold.detail) : Json(nullptr);
    return out;
}

Json wait_json(const Snapshot& snapshot, const SeenWait& wait) {
    auto out = who(snapshot, wait.process);
    out["thread"] = wait.thread;
    out["fd"] = wait.fd >= 0 ? Json(wait.fd) : Json(nullptr);
    out["access"] = access_json(wait.direction);
    out["timed"] = wait.timed;
    const bool since = wait.since_ns != 0 && wait.since_ns <= snapshot.taken_ns;
    out["waiting_ns"] = since ? Json(snapshot.taken_ns - wait.since_ns) : Json(nullptr);
    out["any_of"] = wait.any != 0 ? Json(wait.any) : Json(nullptr);
    const auto words = snapshot.text(wait.words);
    out["for"] = words.empty() ? Json(nullptr) : Json(printable(words));
    return out;
}

Json or_null(bool known, Json value) {
    return known ? std::move(value) : Json(nullptr);
}

}  // namespace

Json object_json(const Snapshot& snapshot, ObjectIndex index) {
    const auto& object = snapshot.objects[index];
    const auto& kind = snapshot.kind(object);
    const auto name = snapshot.text(object.name);
    Json out;
    out["ref"] = snapshot.ref(object);
    out["mechanism"] = kind.mechanism->mechanism;
    out["kind"] = kind.kind->id;
    out["name"] = or_null(!name.empty(), octets_json(name));
    out["uid"] = or_null(object.uid != ~0u, object.uid);
    out["user"] = or_null(object.uid != ~0u, user_words(object.uid));
    out["gid"] = or_null(object.gid != ~0u, object.gid);
    out["mode"] = or_null(object.mode >= 0, fmt::format("{:04o}", object.mode));
    out["creator"] = or_null(object.creator != 0, object.creator);
    out["created_s"] = or_null(object.created != 0, object.created);
    out["age_s"] = or_null(object.created != 0,
                           std::max<std::int64_t>(snapshot.taken_at / 1'000'000'000 - object.created, 0));
    out["removed"] = object.removed;
    out["tier"] = tier_json(object.tier);
    out["namespace"] = or_null(object.space != 0, object.space);
    out["fields"] = Json::object();
    for (std::size_t i = 0; i < kind.kind->fields.size(); ++i)
        if (snapshot.cell(object, i).state != CellState::absent)
            out["fields"][kind.kind->fields[i].name] = field_json(snapshot, object, i);
    out["holders_complete"] = object.holders_complete;
    out["holders"] = Json::array();
    for (const auto& hold : snapshot.holds_of(object))
        out["holders"].push_back(hold_json(snapshot, hold));
    out["waiters_complete"] = object.waiters_complete;
    out["waiters"] = Json::array();
    for (const auto& wait : snapshot.waits_of(object))
        out["waiters"].push_back(wait_json(snapshot, wait));
    out["ends"] = Json::array();
    for (const auto end : snapshot.ends_of(object))
        if (end < snapshot.objects.size()) out["ends"].push_back(snapshot.ref(snapshot.objects[end]));
    return out;
}

Json process_json(const Snapshot& snapshot, ProcessIndex index) {
    const auto& process = snapshot.processes[index];
    auto out = who(snapshot, index);
    out["parent"] = process.parent;
    out["uid"] = process.uid;
    const auto command = snapshot.text(process.command);
    out["command"] = or_null(!command.empty(), octets_json(command));
    out["descriptors_seen"] = process.descriptors_errno == 0;
    out["maps_seen"] = process.maps_errno == 0;
    out["calls_seen"] = process.calls_errno == 0;
    out["holds"] = Json::array();
    out["waits"] = Json::array();
    for (const auto& hold : snapshot.holds) {
        if (hold.process != index) continue;
        auto one = hold_json(snapshot, hold);
        one["ref"] = snapshot.ref(snapshot.objects[hold.object]);
        out["holds"].push_back(std::move(one));
    }
    for (const auto& wait : snapshot.waits) {
        if (wait.process != index) continue;
        auto one = wait_json(snapshot, wait);
        one["ref"] = snapshot.ref(snapshot.objects[wait.object]);
        out["waits"].push_back(std::move(one));
    }
    return out;
}

Json gaps_json(const Snapshot& snapshot) {
    auto out = Json::array();
    for (const auto& gap : snapshot.gaps) {
        const bool all = gap.mechanism >= monitor_specs().size();
        const auto needs = snapshot.text(gap.needs);
        out.push_back({{"mechanism", all ? Json(nullptr) : Json(monitor_specs()[gap.mechanism]->mechanism)},
                       {"not_shown", printable(snapshot.text(gap.words))},
                       {"needs", or_null(!needs.empty(), printable(needs))}});
    }
    return out;
}

Json head_json(const Snapshot& snapshot) {
    return {{"format", "ipcscope-monitor"},
            {"version", 1},
            {"taken_unix_ns", snapshot.taken_at},
            {"took_ns", snapshot.took_ns},
            {"uid", snapshot.uid},
            {"processes_complete", snapshot.processes_complete},
            {"calls_complete", snapshot.calls_complete}};
}

namespace {

// null: there is none. What there is, but cannot be seen, says why.
Json cell_json(const ObjectCell& cell) {
    if (cell.state == CellState::absent) return nullptr;
    if (cell.state != CellState::known)
        return {{"value", nullptr},
                {"why", cell.state == CellState::not_permitted ? "not permitted" : "not available"},
                {"words", cell.text}};
    return cell.is_number ? Json(cell.number) : Json(cell.text);
}

}  // namespace

Json change_json(const ObjectChange& change, const Snapshot& before, const Snapshot& now) {
    using What = ObjectChange::What;
    Json out;
    out["change"] = change.what == What::appeared   ? "appeared"
                    : change.what == What::vanished ? "vanished"
                                                    : "changed";
    out["time_unix_ns"] = now.taken_at;
    out["ref"] = change.ref;
    if (change.what != What::changed) {
        out["object"] =
            change.what == What::appeared ? object_json(now, change.now) : object_json(before, change.before);
        return out;
    }
    out["fields"] = Json::object();
    for (const auto& field : change.fields)
        out["fields"][field.field] = {{"before", cell_json(field.before)}, {"now", cell_json(field.now)}};
    return out;
}

std::string dumped(const Json& json, bool pretty) {
    return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace ipcscope::cli

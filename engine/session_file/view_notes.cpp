#include "session_file/view_notes.h"

#include <nlohmann/json.hpp>

namespace ipcscope {

namespace {

using Json = nlohmann::ordered_json;

// What a hostile text may make of us.
constexpr std::size_t most_items = 100'000;
constexpr std::size_t longest_text = 16 << 20;

std::string text_of(const Json& json) {
    return json.is_string() ? json.get<std::string>() : std::string();
}

std::vector<std::string> texts(const Json& from, const char* key) {
    std::vector<std::string> out;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) return out;
    for (const auto& item : *found)
        if (item.is_string() && out.size() < most_items) out.push_back(item.get<std::string>());
    return out;
}

std::map<std::string, std::string> text_map(const Json& from, const char* key) {
    std::map<std::string, std::string> out;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_object()) return out;
    for (const auto& [name, item] : found->items())
        if (item.is_string() && out.size() < most_items) out[name] = item.get<std::string>();
    return out;
}

// Calls `take` for every structure of the array.
template <typename Take>
void each(const Json& from, const char* key, Take take) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) return;
    std::size_t taken = 0;
    for (const auto& item : *found)
        if (item.is_object() && taken++ < most_items) take(item);
}

}  // namespace

std::string ViewNotes::json(bool with_bookmarks) const {
    Json out = Json::object();
    const auto put = [&](const char* key, const auto& value) {
        if (!value.empty()) out[key] = value;
    };
    put("grouping", grouping);
    put("lane_order", lane_order);
    put("pinned", pinned);
    put("hidden", hidden);
    put("collapsed", collapsed);
    put("labels", labels);
    put("colours", colours);
    if (with_bookmarks)
        for (const auto& mark : bookmarks)
            out["bookmarks"].push_back(Json{{"time_ns", mark.time_ns}, {"note", mark.note}});
    for (const auto& saved : filters)
        out["filters"].push_back(Json{{"name", saved.name}, {"text", saved.text}});
    put("filter", filter);
    if (filter_dims) out["filter_dims"] = true;
    return out.dump(1, ' ', false, Json::error_handler_t::replace);
}

ViewNotes ViewNotes::from_json(std::string_view text) {
    ViewNotes out;
    if (text.size() > longest_text) return out;
    // Depth is bounded before the parser, which goes down by recursion when it destroys.
    int depth = 0, deepest = 0;
    for (const char c : text) {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    if (deepest > 100) return out;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return out;
    out.grouping = text_of(json.value("grouping", Json()));
    out.lane_order = texts(json, "lane_order");
    out.pinned = texts(json, "pinned");
    out.hidden = texts(json, "hidden");
    out.collapsed = texts(json, "collapsed");
    out.labels = text_map(json, "labels");
    if (const auto colours = json.find("colours"); colours != json.end() && colours->is_object())
        for (const auto& [name, item] : colours->items())
            if (item.is_number_unsigned() && item.get<std::uint64_t>() < 256 &&
                out.colours.size() < most_items)
                out.colours[name] = item.get<int>();
    each(json, "bookmarks", [&](const Json& item) {
        const auto time = item.find("time_ns");
        if (time == item.end() || !time->is_number_integer()) return;
        out.bookmarks.push_back({time->get<std::int64_t>(), text_of(item.value("note", Json()))});
    });
    each(json, "filters", [&](const Json& item) {
        out.filters.push_back({text_of(item.value("name", Json())), text_of(item.value("text", Json()))});
    });
    out.filter = text_of(json.value("filter", Json()));
    const auto dims = json.find("filter_dims");
    out.filter_dims = dims != json.end() && dims->is_boolean() && dims->get<bool>();
    return out;
}

}  // namespace ipcscope

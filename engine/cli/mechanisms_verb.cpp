// The registry as text and as JSON.
#include "cli/operation_text.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "mechanisms/driver.h"
#include "schema/limits.h"
#include "schema/registry.h"
#include "schema/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

using Json = nlohmann::ordered_json;

Json type_json(const TypeSpec& type);

Json param_json(const ParamSpec& param) {
    Json out{{"name", param.name},
             {"label", param.label},
             {"help", param.help},
             {"type", type_json(param.type)},
             {"required", param.initial.empty()}};
    if (!param.initial.empty()) out["default"] = print_value(param.type, param.initial);
    if (param.visible_when.param[0])
        out["visible_when"] = {{"param", param.visible_when.param}, {"values", param.visible_when.values}};
    return out;
}

Json type_json(const TypeSpec& type) {
    Json out{{"kind", kind_name(type.kind)}};
    if (type.min != std::numeric_limits<std::int64_t>::min()) out["min"] = type.min;
    if (type.max != std::numeric_limits<std::int64_t>::max()) out["max"] = type.max;
    if (type.max_items > 0) out["max_items"] = type.max_items;
    if (!type.accepts.empty()) out["accepts"] = type.accepts;
    for (const auto& name : type.names)
        out["names"].push_back(Json{{"name", name.name}, {"value", name.value}, {"help", name.help}});
    for (const auto& field : type.fields)
        out["fields"].push_back(param_json(field));
    return out;
}

Json operation_json(const OperationRef& ref) {
    const auto& operation = *ref.operation;
    Json out{{"name", ref.name},
             {"title", operation.title},
             {"summary", operation.summary},
             {"call", operation.call},
             {"man", operation.man},
             {"may_block", !operation.waits.empty()},
             {"can_be_asked_for", operation.actor == Actor::worker},
             {"returns", operation.returns},
             {"parameters", Json::array()},
             {"results", Json::array()},
             {"errnos", Json::array()}};
    for (const auto& param : operation.params)
        out["parameters"].push_back(param_json(param));
    for (const auto& result : operation.results)
        out["results"].push_back(Json{{"name", result.name},
                                      {"label", result.label},
                                      {"type", type_json(result.type)},
                                      {"payload", result.payload}});
    for (const auto& error : operation.errnos)
        out["errnos"].push_back(
            Json{{"name", errno_name(error.code)}, {"value", error.code}, {"meaning", error.meaning}});
    return out;
}

std::string limits_text(const MechanismSpec& mechanism) {
    std::string out;
    for (const auto& limit : mechanism.limits) {
        const auto now = limit_now(limit);
        out += fmt::format("  {}: {}  [{}]\n", limit.label, now ? *now : now.error().text(), limit.source);
    }
    return out.empty() ? out : "\nLimits of this machine, now:\n" + out;
}

Json limits_json(const MechanismSpec& mechanism) {
    auto out = Json::array();
    for (const auto& limit : mechanism.limits) {
        const auto now = limit_now(limit);
        out.push_back({{"label", limit.label},
                       {"source", limit.source},
                       {now ? "now" : "problem", now ? *now : now.error().text()}});
    }
    return out;
}

}  // namespace

int mechanisms_verb(const std::string& name, bool json) {
    const Registry registry(all_specs());
    Output out;
    std::vector<std::string> known;
    auto document = Json::array();
    for (const auto* mechanism : registry.mechanisms()) {
        known.emplace_back(mechanism->id);
        if (!name.empty() && name != mechanism->id) continue;
        auto operations = Json::array();
        auto text = fmt::format("{}: {} ({})\n  {}\n", mechanism->id, mechanism->title,
                                group_title(mechanism->group), mechanism->summary);
        if (!name.empty()) text = fmt::format("{}{}", page_of(name), limits_text(*mechanism));
        for (const auto& ref : registry.operations()) {
            if (ref.mechanism != mechanism) continue;
            if (json)
                operations.push_back(operation_json(ref));
            else
                text += operation_text(ref);
        }
        if (!json) out.write(text + "\n");
        document.push_back(Json{{"id", mechanism->id},
                                {"title", mechanism->title},
                                {"summary", mechanism->summary},
                                {"group", group_title(mechanism->group)},
                                {"man", mechanism->man},
                                {"limits", limits_json(*mechanism)},
                                {"operations", std::move(operations)}});
    }
    if (document.empty()) {
        const auto near = nearest(name.substr(0, 64), known);
        fmt::print(stderr, "ipcscope-cli: there is no mechanism '{}'{}\n", name.substr(0, 64),
                   near.empty() ? "" : fmt::format(": did you mean {}?", near.front()));
        return cannot_run;
    }
    if (json) out.write(document.dump(2) + "\n");
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

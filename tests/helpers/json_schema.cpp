#include "helpers/json_schema.h"

#include <algorithm>
#include <regex>
#include <set>

namespace ipcscope::testing {

using Json = nlohmann::json;

namespace {

const std::set<std::string> known_words{"type",     "const",       "enum",    "properties",
                                        "required", "items",       "anyOf",   "additionalProperties",
                                        "minimum",  "description", "pattern", "$ref"};

bool is_of_type(const std::string& type, const Json& value) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
}

std::string type_fault(const Json& types, const Json& value) {
    const auto fits = [&](const Json& type) { return is_of_type(type.get<std::string>(), value); };
    const bool ok = types.is_array() ? std::any_of(types.begin(), types.end(), fits) : fits(types);
    return ok ? "" : "is not of type " + types.dump();
}

std::string object_fault(const Json& document, const Json& schema, const Json& value,
                         const std::string& where) {
    for (const auto& name : schema.value("required", Json::array()))
        if (!value.contains(name.get<std::string>())) return where + ": lacks " + name.dump();
    const auto properties = schema.value("properties", Json::object());
    for (const auto& [name, inner] : value.items()) {
        const auto at = where + "." + name;
        if (properties.contains(name)) {
            if (auto fault = schema_fault(document, properties.at(name), inner, at); !fault.empty())
                return fault;
        } else if (schema.contains("additionalProperties")) {
            const auto& more = schema.at("additionalProperties");
            if (more == false) return at + ": is not in the schema";
            if (auto fault = schema_fault(document, more, inner, at); !fault.empty()) return fault;
        }
    }
    return {};
}

}  // namespace

std::string schema_fault(const Json& document, const Json& schema, const Json& value,
                         const std::string& where) {
    for (const auto& [word, unused] : schema.items())
        if (known_words.count(word) == 0) return where + ": the schema's word " + word + " is not known";
    if (schema.contains("$ref")) {
        const auto ref = schema.at("$ref").get<std::string>();
        const Json::json_pointer to(ref.substr(1));
        if (!document.contains(to)) return where + ": there is no " + ref;
        return schema_fault(document, document.at(to), value, where);
    }
    if (schema.contains("type"))
        if (auto fault = type_fault(schema.at("type"), value); !fault.empty()) return where + ": " + fault;
    if (schema.contains("const") && schema.at("const") != value) return where + ": is another value";
    if (schema.contains("enum")) {
        const auto& values = schema.at("enum");
        if (std::find(values.begin(), values.end(), value) == values.end())
            return where + ": " + value.dump() + " is none of " + values.dump();
    }
    if (schema.contains("minimum") && value.is_number() && value < schema.at("minimum"))
        return where + ": is too small";
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(), std::regex(schema.at("pattern").get<std::string>())))
        return where + ": " + value.dump() + " does not match";
    if (schema.contains("anyOf")) {
        std::string last;
        bool fits = false;
        for (const auto& one : schema.at("anyOf")) {
            last = schema_fault(document, one, value, where);
            if (last.empty()) {
                fits = true;
                break;
            }
        }
        if (!fits) return last;
    }
    if (value.is_object())
        if (auto fault = object_fault(document, schema, value, where); !fault.empty()) return fault;
    if (value.is_array() && schema.contains("items"))
        for (std::size_t i = 0; i < value.size(); ++i)
            if (auto fault = schema_fault(document, schema.at("items"), value[i],
                                          where + "[" + std::to_string(i) + "]");
                !fault.empty())
                return fault;
    return {};
}

}  // namespace ipcscope::testing

// As much of JSON Schema as our own schemas use: type, const, enum, properties, required,
// additionalProperties, items, anyOf, minimum, pattern, $ref within the document. A word that it does not
// know is a fault, so that nothing is passed over.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace ipcscope::testing {

// "" = it fits; else where it does not, and why. `document` holds the $defs.
std::string schema_fault(const nlohmann::json& document, const nlohmann::json& schema,
                         const nlohmann::json& value, const std::string& where = "$");

}  // namespace ipcscope::testing

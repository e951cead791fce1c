#include "schema/value.h"

namespace ipcscope {

std::int64_t Value::integer(std::int64_t otherwise) const {
    if (const auto* n = as<std::int64_t>()) return *n;
    if (const auto* b = as<bool>()) return *b ? 1 : 0;
    return otherwise;
}

const std::string& Value::bytes() const {
    static const std::string none;
    const auto* s = as<std::string>();
    return s ? *s : none;
}

}  // namespace ipcscope

#include "session/visible.h"

#include <algorithm>

namespace ipcscope {

bool condition_holds(const VisibleWhen& condition, const TypeSpec& type, const Value& value) {
    if (value.as<Name>()) return true;
    if (value.empty()) return false;
    const auto number = value.integer();
    return std::any_of(condition.values.begin(), condition.values.end(), [&](std::int64_t wanted) {
        return type.kind == Kind::flags ? (number & wanted) != 0 : number == wanted;
    });
}

bool is_visible(const OperationSpec& operation, const ParamSpec& param,
                const std::function<const Value&(const ParamSpec&)>& value_of) {
    const auto& condition = param.visible_when;
    if (!condition.param[0]) return true;
    for (const auto& other : operation.params) {
        if (&other == &param) break;  // validate(): it stands before
        if (std::string_view(other.name) == condition.param)
            return condition_holds(condition, other.type, value_of(other)) &&
                   is_visible(operation, other, value_of);
    }
    return false;
}

}  // namespace ipcscope

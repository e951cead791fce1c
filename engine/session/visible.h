#pragma once

#include "schema/spec.h"

#include <functional>

namespace ipcscope {

// Is this parameter passed, given the others' values? (ParamSpec::visible_when, followed upwards.) A value
// that is not known before the program runs (a Name) counts as fitting.
bool is_visible(const OperationSpec& operation, const ParamSpec& param,
                const std::function<const Value&(const ParamSpec&)>& value_of);
// Does the condition hold for this value of its parameter?
bool condition_holds(const VisibleWhen& condition, const TypeSpec& type, const Value& value);

}  // namespace ipcscope

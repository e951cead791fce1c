#include "runtime/wait_text.h"

#include "runtime/supervisor_impl.h"
#include "schema/text.h"

#include <algorithm>

namespace ipcscope {

namespace {

struct Found {
    const Value* value = nullptr;
    const TypeSpec* type = nullptr;
};

// Names a wait's text may use: the parameters, and the fields of one element.
class WaitNames {
public:
    WaitNames(const OperationSpec& spec, const std::vector<Value>& args) : spec_(spec), args_(args) {}

    void enter(const TypeSpec& structure, const Fields& element) {
        structure_ = &structure;
        element_ = &element;
    }

    Found find(std::string_view name) const {
        if (element_) {
            for (const auto& field : structure_->fields)
                for (const auto& [key, value] : *element_)
                    if (name == field.name && key == name) return {&value, &field.type};
        }
        for (std::size_t i = 0; i < spec_.params.size() && i < args_.size(); ++i)
            if (name == spec_.params[i].name) return {&args_[i], &spec_.params[i].type};
        return {};
    }

    bool fits(const WaitSpec& wait) const {
        if (wait.negative[0]) {
            const auto found = find(wait.negative);
            if (!found.value || found.value->integer() >= 0) return false;
        }
        return fits(wait.when);
    }

    bool fits(const VisibleWhen& when) const {
        if (!when.param[0]) return true;
        const auto found = find(when.param);
        const auto given = found.value ? found.value->integer() : 0;
        const auto& values = when.values;
        return std::any_of(values.begin(), values.end(), [&](std::int64_t one) {
            return found.type && found.type->kind == Kind::flags ? (given & one) != 0 : given == one;
        });
    }

private:
    const OperationSpec& spec_;
    const std::vector<Value>& args_;
    const TypeSpec* structure_ = nullptr;
    const Fields* element_ = nullptr;
};

std::string spoken(const RunState& state, const Found& found) {
    if (!found.value) return "?";
    if (const auto* handle = found.value->as<HandleRef>()) {
        const auto known = state.handles.find(handle->id);
        if (known == state.handles.end()) return "?";
        const auto object = state.objects.find(known->second.object);
        return object == state.objects.end() ? known->second.name : object->second.name;
    }
    if (const auto* worker = found.value->as<WorkerRef>()) {
        const auto* info = state.worker(worker->id);
        return info ? info->name : std::to_string(worker->pid);
    }
    return print_value(*found.type, *found.value);
}

std::string filled(const RunState& state, const WaitNames& scope, std::string_view text) {
    std::string out;
    while (true) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) return out += text;
        out += text.substr(0, open);
        auto name = text.substr(open + 1, close - open - 1);
        text.remove_prefix(close + 1);
        const bool negated = name.starts_with('-');
        if (negated) name.remove_prefix(1);
        const auto found = scope.find(name);
        out += negated && found.value ? std::to_string(-found.value->integer()) : spoken(state, found);
    }
}

}  // namespace

namespace {

// Calls `take` with each wait that fits, and the names that its text may use.
template <typename Take>
void each_fitting(const OperationSpec& operation, const std::vector<Value>& args, Take&& take) {
    bool any = false;
    for (const auto& wait : operation.waits) {
        WaitNames scope(operation, args);
        if (!wait.each[0]) {
            if (!any && scope.fits(wait)) return take(wait, scope, nullptr);
            continue;
        }
        const auto array = scope.find(wait.each);
        const auto* items = array.value ? array.value->as<List>() : nullptr;
        if (!items) continue;
        for (const auto& item : *items) {
            const auto* fields = item.as<Fields>();
            if (!fields) continue;
            scope.enter(array.type->fields.front().type, *fields);
            if (!scope.fits(wait)) continue;
            any = true;
            take(wait, scope, fields);
        }
    }
}

}  // namespace

std::string wait_text(const RunState& state, const OperationSpec& operation, const std::vector<Value>& args,
                      const std::function<std::string(const char*)>& translate, std::string_view both) {
    const auto said = [&](const char* text) { return translate ? translate(text) : std::string(text); };
    std::string all;
    each_fitting(operation, args, [&](const WaitSpec& wait, const WaitNames& scope, const Fields*) {
        if (!all.empty()) all += both;
        all += filled(state, scope, said(wait.text));
    });
    return all;
}

std::vector<FittingWait> fitting_waits(const OperationSpec& operation, const std::vector<Value>& args) {
    std::vector<FittingWait> out;
    each_fitting(operation, args, [&](const WaitSpec& wait, const WaitNames&, const Fields* element) {
        out.push_back({&wait, element});
    });
    return out;
}

const Value* argument(const OperationSpec& operation, const std::vector<Value>& args, std::string_view name) {
    return WaitNames(operation, args).find(name).value;
}

bool fits(const VisibleWhen& when, const OperationSpec& operation, const std::vector<Value>& args) {
    return WaitNames(operation, args).fits(when);
}

std::string SupervisorImpl::waits_text(const CallInfo& call) const {
    return wait_text(live_, *facts_[call.operation.value - 1u].ref->operation, call.args);
}

}  // namespace ipcscope

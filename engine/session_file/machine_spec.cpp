#include "session_file/machine_spec.h"

#include "schema/monitor_spec.h"

#include <deque>

namespace ipcscope {

namespace {

OperationSpec seen(const char* verb, const char* title, const char* summary) {
    OperationSpec out;
    out.verb = verb;
    out.title = title;
    out.summary = summary;
    out.man = "proc(5)";
    out.actor = Actor::kernel;  // it cannot be asked for
    return out;
}

struct Machine {
    std::deque<std::string> texts;
    MechanismSpec spec;
};

Machine make() {
    Machine out;
    auto& spec = out.spec;
    spec.id = machine_id;
    spec.title = IPC_TR("This machine");
    spec.summary = IPC_TR("What the monitor saw of other programs' objects.");
    spec.group = Group::buses;
    spec.rank = INT32_MAX;
    spec.operations = {
        seen("appeared", IPC_TR("Appeared"), IPC_TR("An object is there that was not in the sample before.")),
        seen("changed", IPC_TR("Changed"), IPC_TR("Fields of an object differ from the sample before.")),
        seen("vanished", IPC_TR("Vanished"), IPC_TR("An object of the sample before is gone.")),
        seen("wait", IPC_TR("Wait"), IPC_TR("A thread sleeps in a call on an object.")),
    };
    for (const auto* watched : all_monitor_specs()) {
        for (const auto& kind : watched->kinds) {
            ObjectSpec object;
            object.id = kind.prefix;
            object.label = kind.label;
            spec.objects.push_back(object);
            for (const auto& field : kind.fields) {
                if (!field.level) continue;
                ObjectSpec level;
                level.id = out.texts.emplace_back(std::string(kind.prefix) + "_level_" + field.name).c_str();
                level.label = kind.label;
                level.level_label = field.label;
                level.level_unit = field.type.unit;
                spec.objects.push_back(level);
            }
        }
    }
    return out;
}

const Machine& machine() {
    static const Machine one = make();
    return one;
}

}  // namespace

const MechanismSpec& machine_spec() {
    return machine().spec;
}

const ObjectSpec* machine_object(std::string_view prefix, std::string_view field) {
    std::string id(prefix);
    if (!field.empty()) (id += "_level_") += field;
    for (const auto& object : machine().spec.objects)
        if (object.id == id) return &object;
    return nullptr;
}

}  // namespace ipcscope

#include "session_file/file_registry.h"

#include "session_file/machine_spec.h"

#include <algorithm>

namespace ipcscope::session_file {

namespace {

// A name of the file as a name of ours: letters that a name may have, and not too many of them.
std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name.substr(0, 64)) {
        const bool fine =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        out += fine ? c : '_';
    }
    return out.empty() ? "unknown" : out;
}

std::pair<std::string, std::string> parts(std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return {"unknown", plain(name)};
    return {plain(name.substr(0, dot)), plain(name.substr(dot + 1))};
}

}  // namespace

FileRegistry::Stranger& FileRegistry::stranger(const std::string& mechanism) {
    auto& found = strangers_[mechanism];
    if (!found) {
        found = std::make_unique<Stranger>();
        found->spec.id = keep(*found, mechanism);
        found->spec.title = mechanism == syscall_id ? IPC_TR("System calls") : found->spec.id;
        found->spec.summary = "Not known to this version of the program.";
        found->spec.group = Group::buses;  // the last one: what is known keeps its numbers
        found->spec.rank = INT32_MAX;
    }
    return *found;
}

const char* FileRegistry::keep(Stranger& stranger, std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';  // a NUL would end it
    return stranger.texts.emplace_back(std::move(text)).c_str();
}

const MechanismSpec* FileRegistry::known(std::string_view mechanism) const {
    if (const auto* spec = known_.mechanism(mechanism)) return spec;
    return mechanism == machine_id ? &machine_spec() : nullptr;
}

void FileRegistry::add_operation(std::int64_t file_id, std::string_view name, std::string_view title,
                                 std::string_view call) {
    const auto [mechanism, verb] = parts(name);
    const auto full = mechanism + "." + verb;
    names_[file_id] = full;
    of_machine_ = of_machine_ || mechanism == machine_id;
    if (known_.operation(full)) return;
    if (const auto* spec = known(mechanism))
        for (const auto& operation : spec->operations)
            if (operation.verb == verb) return;
    auto& where = stranger(mechanism);
    for (const auto& operation : where.spec.operations)
        if (operation.verb == verb) return;
    if (where.spec.operations.size() >= most_unknown || unknown_.size() >= most_unknown) return;
    if (mechanism != syscall_id) unknown_.push_back(full);
    OperationSpec operation;
    operation.verb = keep(where, verb);
    operation.title = title.empty() ? operation.verb : keep(where, std::string(title.substr(0, 200)));
    operation.summary = "Not known to this version of the program.";
    operation.call = keep(where, call.empty() ? verb : std::string(call.substr(0, 200)));
    operation.man = "?";
    operation.actor = Actor::kernel;  // it cannot be asked for
    where.spec.operations.push_back(std::move(operation));
}

void FileRegistry::add_object(std::string_view mechanism, std::string_view kind, std::string_view title) {
    const auto name = plain(mechanism), id = plain(kind);
    of_machine_ = of_machine_ || name == machine_id;
    if (const auto* spec = known(name))
        for (const auto& object : spec->objects)
            if (object.id == id) return;
    auto& where = stranger(name);
    if (where.objects.count(id) > 0 || where.objects.size() >= most_unknown) return;
    ObjectSpec object;
    object.id = keep(where, id);
    object.label = title.empty() ? object.id : keep(where, std::string(title.substr(0, 200)));
    where.objects[id] = where.spec.objects.size();
    where.spec.objects.push_back(object);
}

void FileRegistry::build() {
    std::vector<const MechanismSpec*> all(known_.mechanisms().begin(), known_.mechanisms().end());
    if (of_machine_ && !known_.mechanism(machine_id)) all.push_back(&machine_spec());
    for (auto& [name, stranger] : strangers_) {
        if (stranger->spec.operations.empty()) {  // a mechanism has one at least
            OperationSpec none;
            none.verb = "unknown";
            none.title = none.summary = none.call = none.man = "?";
            none.actor = Actor::kernel;
            stranger->spec.operations.push_back(none);
        }
        all.push_back(&stranger->spec);
    }
    if (all.size() > known_.mechanisms().size()) registry_ = std::make_unique<Registry>(std::move(all));
    std::unordered_map<std::string_view, OperationId> by_name;
    for (const auto& ref : registry().operations())
        by_name.emplace(ref.name, ref.id);
    for (const auto& [id, name] : names_)
        if (const auto found = by_name.find(name); found != by_name.end()) ids_[id] = found->second;
}

OperationId FileRegistry::operation(std::int64_t file_id) const {
    const auto found = ids_.find(file_id);
    return found == ids_.end() ? OperationId{} : found->second;
}

std::pair<const MechanismSpec*, const ObjectSpec*> FileRegistry::object(std::string_view mechanism,
                                                                        std::string_view kind) const {
    const auto name = plain(mechanism), id = plain(kind);
    if (const auto* spec = known(name))
        for (const auto& object : spec->objects)
            if (object.id == id) return {spec, &object};
    const auto found = strangers_.find(name);
    if (found == strangers_.end()) return {nullptr, nullptr};
    const auto at = found->second->objects.find(id);
    if (at == found->second->objects.end()) return {&found->second->spec, nullptr};
    return {&found->second->spec, &found->second->spec.objects[at->second]};
}

}  // namespace ipcscope::session_file

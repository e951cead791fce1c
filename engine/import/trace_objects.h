// The objects of a traced program: by name, by id, by what strace -y says of a descriptor; and which sockets
// are each other's ends.
#pragma once

#include "import/imported_recording.h"
#include "import/trace_operations.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace ipcscope {

class TraceObjects {
public:
    explicit TraceObjects(ImportedRecording& recording);

    // A new one. `label`: its name on the machine; `words`: what a person reads, made distinct.
    ObjectId make(const MechanismSpec& mechanism, const HandleSpec* handle, FlowPolicy flow,
                  std::string_view label);
    ObjectId by_name(const MechanismSpec& mechanism, std::string_view name) const;  // none: not known
    void name(const MechanismSpec& mechanism, std::string_view name, ObjectId object);
    void forget_name(const MechanismSpec& mechanism, std::string_view name);
    // Of a handle kind that every process may use; made when it was not seen being made.
    ObjectId by_id(const std::string& kind, std::int64_t id);
    void set_id(const std::string& kind, std::int64_t id, ObjectId object);
    void removed_id(const std::string& kind, std::int64_t id);
    // What -y says of a descriptor: "pipe:[7]", "TCP:[a->b]".
    ObjectId by_note(const MechanismSpec& mechanism, const std::string& note);
    void noted(const MechanismSpec& mechanism, const std::string& note, ObjectId object);
    // A socket whose both ends the note names.
    void ends(ObjectId object, const MechanismSpec& mechanism, std::string_view note);

    // --- sockets ---
    void pair(ObjectId one, ObjectId other);
    void bind(ObjectId socket, const std::string& address);
    void connect(ObjectId socket, const std::string& address);
    void accepted(ObjectId listener, ObjectId socket);
    std::uint32_t sends(ObjectId socket, const std::string& address);  // 0 = nobody knows where to
    std::uint32_t takes_in(ObjectId socket);

private:
    std::uint32_t key_of(const std::string& stream);
    void direct(ObjectId from, ObjectId to);
    ObjectId bound_to(const MechanismSpec* mechanism, const std::string& address) const;
    std::uint16_t index_of(const MechanismSpec& mechanism) const;
    using Named = std::pair<const MechanismSpec*, std::string>;
    ImportedRecording& recording_;
    std::map<Named, ObjectId> by_name_, by_note_, by_address_;
    std::map<std::pair<std::string, std::int64_t>, ObjectId> by_id_;
    std::map<std::string, std::uint32_t> keys_;
    std::map<ObjectId, std::deque<ObjectId>> connecting_, waiting_;  // of a listener
    std::map<std::string, unsigned> names_;
};

}  // namespace ipcscope

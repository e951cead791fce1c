#include "schema/spec.h"

namespace ipcscope {

const char* group_title(Group group) {
    switch (group) {
        case Group::processes: return IPC_TR("Processes");
        case Group::byte_streams: return IPC_TR("Byte streams");
        case Group::message_queues: return IPC_TR("Message queues");
        case Group::shared_memory: return IPC_TR("Shared memory");
        case Group::synchronisation: return IPC_TR("Synchronisation");
        case Group::signals: return IPC_TR("Signals");
        case Group::sockets: return IPC_TR("Sockets");
        case Group::files: return IPC_TR("Files");
        case Group::buses: return IPC_TR("Buses");
    }
    return "";
}

const char* role_words(std::string_view role) {
    if (role == "descriptor") return IPC_TR("any descriptor");
    if (role == "memory") return IPC_TR("any shared mapping");
    return "";
}

namespace types {

TypeSpec integer(std::int64_t min, std::int64_t max, Unit unit, std::vector<NamedValue> names) {
    TypeSpec type;
    type.kind = Kind::integer;
    type.min = min;
    type.max = max;
    type.unit = unit;
    type.names = std::move(names);
    return type;
}

static TypeSpec plain(Kind kind) {
    TypeSpec type;
    type.kind = kind;
    return type;
}

TypeSpec boolean() {
    return plain(Kind::boolean);
}

TypeSpec choice(std::vector<NamedValue> names) {
    TypeSpec type = plain(Kind::choice);
    type.names = std::move(names);
    return type;
}

TypeSpec flags(std::vector<NamedValue> names) {
    TypeSpec type = plain(Kind::flags);
    type.names = std::move(names);
    return type;
}

TypeSpec mode() {
    TypeSpec type = plain(Kind::mode);
    type.min = 0;
    type.max = 07777;
    return type;
}

static TypeSpec sized(Kind kind, std::size_t max_items) {
    TypeSpec type = plain(kind);
    type.max_items = max_items;
    return type;
}

TypeSpec bytes(std::size_t max_items) {
    return sized(Kind::bytes, max_items);
}
TypeSpec text(std::size_t max_items) {
    return sized(Kind::text, max_items);
}
TypeSpec path() {
    return sized(Kind::path, 4095);
}

TypeSpec varying(TypeSpec type) {
    type.varies = true;
    return type;
}

TypeSpec duration() {
    TypeSpec type = plain(Kind::duration);
    type.min = 0;
    type.unit = Unit::nanoseconds;
    return type;
}

TypeSpec handle(std::vector<std::string> accepts) {
    TypeSpec type = plain(Kind::handle);
    type.accepts = std::move(accepts);
    return type;
}

TypeSpec worker() {
    return plain(Kind::worker);
}

TypeSpec structure(std::vector<ParamSpec> fields) {
    TypeSpec type = plain(Kind::structure);
    type.fields = std::move(fields);
    return type;
}

TypeSpec array(ParamSpec element, std::size_t max_items) {
    TypeSpec type = sized(Kind::array, max_items);
    type.fields.push_back(std::move(element));
    return type;
}

}  // namespace types
}  // namespace ipcscope

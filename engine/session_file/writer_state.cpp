// Workers, handles, objects and names: rows that change while the run goes on.
#include "schema/wire.h"
#include "session_file/schema.h"
#include "session_file/writer.h"

#include <sqlite3.h>

namespace ipcscope::session_file {

namespace {

bool same(const WorkerInfo& a, const WorkerInfo& b) {
    return a.name == b.name && a.pid == b.pid && a.parent == b.parent && a.status == b.status &&
           a.exit_code == b.exit_code && a.current == b.current && a.since_ns == b.since_ns &&
           a.waits_for == b.waits_for && a.held_by == b.held_by && a.uninterruptible == b.uninterruptible;
}
bool same(const ObjectInfo& a, const ObjectInfo& b) {
    return a.key == b.key && a.name == b.name && a.label == b.label && a.removed == b.removed &&
           a.spec == b.spec && a.flow == b.flow && a.made_by == b.made_by && a.takes_in == b.takes_in &&
           a.sends == b.sends;
}
bool same(const HandleInfo& a, const HandleInfo& b) {
    return a.kind == b.kind && a.object == b.object && a.name == b.name && a.native == b.native &&
           a.identity == b.identity && a.open_in == b.open_in && a.everywhere == b.everywhere &&
           a.open_file == b.open_file;
}

}  // namespace

bool Writer::put_state(const RunState* before, const RunState& now) {
    if (before && before->revision == now.revision) return true;
    for (const auto& worker : now.workers) {
        const auto* old = before ? before->worker(worker.id) : nullptr;
        if (!(old && same(*old, worker)) && !put_worker(worker)) return false;
    }
    const auto changed = [](const auto* map, const auto& item) {
        if (!map) return true;
        const auto old = map->find(item.first);
        return old == map->end() || !same(old->second, item.second);
    };
    for (const auto& item : now.objects)
        if (changed(before ? &before->objects : nullptr, item) && !put_object(item.second)) return false;
    for (const auto& item : now.handles)
        if (changed(before ? &before->handles : nullptr, item) && !put_handle(item.second)) return false;
    for (const auto& [name, value] : now.names) {
        if (before) {
            const auto old = before->names.find(name);
            if (old != before->names.end() && old->second == value) continue;
        }
        ipcscope::Writer bytes;
        bytes.value(value);
        binding_.bind_text(0, name);
        binding_.bind_blob(1, bytes.data());
        if (binding_.step() != SQLITE_DONE) return false;
    }
    return true;
}

bool Writer::put_worker(const WorkerInfo& worker) {
    worker_.bind(0, worker.id.value);
    worker_.bind_text(1, worker.name);
    worker_.bind(2, worker.pid);
    worker_.bind(3, worker.parent.value);
    const auto status = static_cast<std::size_t>(worker.status);
    worker_.bind_text(4, status < status_names.size() ? status_names[status] : "");
    worker_.bind(5, worker.exit_code);
    worker_.bind(6, worker.current.value);
    worker_.bind(7, worker.since_ns == 0 ? 0 : worker.since_ns - recording_.started_ns());
    worker_.bind_text(8, worker.waits_for);
    worker_.bind(9, worker.uninterruptible ? 1 : 0);
    worker_.bind(10, worker.held_by);
    return worker_.step() == SQLITE_DONE;
}

bool Writer::put_object(const ObjectInfo& object) {
    object_.bind(0, object.id.value);
    object_.bind_text(1, object.mechanism ? object.mechanism->id : "");
    object_.bind_text(2, object.spec ? object.spec->id : "");
    object_.bind_text(3, object.spec ? object.spec->label : "");
    const auto flow = static_cast<std::size_t>(object.flow);
    object_.bind_text(4, flow < flow_names.size() ? flow_names[flow] : "none");
    object_.bind_text(5, object.key);
    object_.bind_text(6, object.name);
    object_.bind_text(7, object.label);
    object_.bind(8, object.removed ? 1 : 0);
    object_.bind(9, object.made_by.value);
    object_.bind(10, object.takes_in);
    object_.bind(11, object.sends);
    return object_.step() == SQLITE_DONE;
}

bool Writer::put_handle(const HandleInfo& handle) {
    std::string open_in;  // worker ids, as text that a person can read
    for (const auto worker : handle.open_in)
        open_in += (open_in.empty() ? "" : " ") + std::to_string(worker.value);
    handle_.bind(0, handle.id.value);
    handle_.bind_text(1, handle.kind);
    handle_.bind(2, handle.object.value);
    handle_.bind_text(3, handle.name);
    handle_.bind(4, handle.native);
    handle_.bind_text(5, handle.identity);
    handle_.bind_text(6, open_in);
    handle_.bind(7, handle.everywhere ? 1 : 0);
    handle_.bind(8, handle.open_file.value);
    return handle_.step() == SQLITE_DONE;
}

}  // namespace ipcscope::session_file

#include "form_context.h"

#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipcscope {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Choices)
};

QString shortStatus(WorkerStatus status) {
    switch (status) {
        case WorkerStatus::starting: return Choices::tr("starting");
        case WorkerStatus::idle: return Choices::tr("idle");
        case WorkerStatus::running: return Choices::tr("running");
        case WorkerStatus::blocked: return Choices::tr("blocked");
        case WorkerStatus::stopped: return Choices::tr("stopped");
        case WorkerStatus::held: return Choices::tr("paused");
        case WorkerStatus::exited:
        case WorkerStatus::killed: return Choices::tr("ended");
    }
    return {};
}

}  // namespace

bool hasEnded(const WorkerInfo& worker) {
    return worker.status == WorkerStatus::exited || worker.status == WorkerStatus::killed;
}

bool isUsable(const HandleInfo& handle, WorkerId worker) {
    return handle.everywhere || std::count(handle.open_in.begin(), handle.open_in.end(), worker) > 0;
}

std::vector<FormChoice> choicesFor(const RunState& state, const Registry& registry, const TypeSpec& type,
                                   WorkerId worker, ObjectId preferred) {
    std::vector<FormChoice> out;
    if (type.kind == Kind::worker) {
        // Also those that have ended: to wait for one, or to see what a signal to it comes to, is no mistake.
        for (const auto& other : state.workers)
            out.push_back({fromUtf8(other.name),
                           Choices::tr("pid %1, %2").arg(other.pid).arg(shortStatus(other.status))});
        std::stable_partition(out.begin(), out.end(), [&](const FormChoice& choice) {
            const auto* info = state.worker(choice.text.toStdString());
            return info && info->id != worker && !hasEnded(*info);
        });
        return out;
    }
    if (type.kind != Kind::handle) return out;
    std::vector<const HandleInfo*> handles;
    for (const auto& [id, handle] : state.handles)
        if (registry.fits(type, handle.kind) && isUsable(handle, worker) && !handle.name.empty())
            handles.push_back(&handle);
    std::stable_partition(handles.begin(), handles.end(),
                          [&](const auto* handle) { return handle->object == preferred; });
    for (const auto* handle : handles) {
        const auto spec = registry.handle(handle->kind).second;
        QString detail = spec ? schemaText(spec->label) : QString();
        if (handle->native >= 0) detail += QStringLiteral(" %1").arg(handle->native);
        out.push_back({fromUtf8(handle->name), detail});
    }
    return out;
}

}  // namespace ipcscope

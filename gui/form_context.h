// What the forms may offer for handle and worker parameters: what the acting worker can use now.
#pragma once

#include "forms/operation_form.h"
#include "runtime/run_state.h"

namespace ipcscope {

// Handles of kinds that `type` accepts and `worker` can use, those of `preferred` first; or live workers.
std::vector<FormChoice> choicesFor(const RunState& state, const Registry& registry, const TypeSpec& type,
                                   WorkerId worker, ObjectId preferred = {});
bool isUsable(const HandleInfo& handle, WorkerId worker);
bool hasEnded(const WorkerInfo& worker);

}  // namespace ipcscope

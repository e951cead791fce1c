// Events as JSON Lines (ipcscope-cli events --json), put together again.
#pragma once

#include "import/imported_recording.h"

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <unordered_map>

namespace ipcscope {

class JsonLinesImporter {
public:
    explicit JsonLinesImporter(const Registry& registry);
    ~JsonLinesImporter();
    // "" = taken; else why not: "ret: no number".
    std::string line(std::string_view text);
    std::uint64_t events() const { return recording_->events().size(); }
    std::unique_ptr<ImportedRecording> finish();  // nullptr: there was no event

private:
    std::string put(const nlohmann::ordered_json& json);
    WorkerId worker(const std::string& name, std::int64_t pid);
    ObjectId object(const std::string& name, const OperationRef* operation);
    std::unique_ptr<ImportedRecording> recording_;
    std::map<std::pair<std::string, std::int64_t>, WorkerId> workers_;
    std::map<std::string, ObjectId> objects_;
    std::map<std::tuple<WorkerId, OperationId, std::string>, CallId> calls_;
    std::unordered_map<std::uint64_t, std::uint64_t>
        numbers_;  // of the file -> ours, of what may begin a flow
};

}  // namespace ipcscope

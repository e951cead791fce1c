// Recordings that were made elsewhere, as sessions: what strace(1) printed, and events as JSON Lines
// (ipcscope-cli events --json). See IMPORT.md. Nothing in the file is executed or believed.
#pragma once

#include "base/result.h"
#include "import/imported_recording.h"

#include <functional>
#include <string>

namespace ipcscope {

enum class ImportForm : std::uint8_t { any, strace, json_lines };

struct ImportOptions {
    ImportForm form = ImportForm::any;          // any: its first line tells
    std::function<bool(double)> progress = {};  // 0..1; false = give up (ECANCELED)
    std::uint64_t most_events = 200'000'000;    // what comes after them is left out, and counted
};

// Fails if the file cannot be read, or nothing in it is of the form.
Result<Imported> import_file(const Registry& registry, const std::string& path,
                             const ImportOptions& options = {});

}  // namespace ipcscope

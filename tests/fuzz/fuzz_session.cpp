// The octets of a session file.
#include "fuzz/look.h"
#include "fuzz/targets.h"
#include "session_file/file_recording.h"

namespace ipcscope::fuzz {

static void session(std::string_view input) {
    auto opened = open_session_bytes(input, registry());
    if (!opened) return must(!opened.error().text().empty(), "it is said why");
    const std::shared_ptr<const FileRecording> file(std::move(*opened));
    file->wait_loaded();
    look_at(file);
    look_at_program(*file, file->program());
    for (const auto& problem : file->problems())
        must(!problem.empty(), "a problem is told");
}

FUZZ_TARGET(session)

}  // namespace ipcscope::fuzz

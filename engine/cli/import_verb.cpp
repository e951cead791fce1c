// ipcscope-cli import: what other programs recorded, as a session.
#include "cli/verbs.h"
#include "import/import.h"
#include "mechanisms/driver.h"
#include "session_file/writer.h"

#include <fmt/format.h>
#include <unistd.h>

namespace ipcscope::cli {

int import_verb(const ImportCommand& command) {
    const Registry registry(all_specs());
    const auto output = command.output.empty() ? command.file + ".ipcscope" : command.output;
    if (!command.force && ::access(output.c_str(), F_OK) == 0) {
        fmt::print(stderr, "ipcscope-cli: {}: it is there already; --force replaces it\n", output);
        return cannot_run;
    }
    ImportOptions options;
    if (command.form == "strace") options.form = ImportForm::strace;
    if (command.form == "jsonl") options.form = ImportForm::json_lines;
    const auto imported = import_file(registry, command.file, options);
    if (!imported) {
        fmt::print(stderr, "ipcscope-cli: {}\n", imported.error().text());
        return cannot_run;
    }
    for (const auto& problem : imported->problems)
        fmt::print(stderr, "ipcscope-cli: {}: {}\n", command.file, problem);
    if (imported->left_out > imported->problems.size())
        fmt::print(stderr, "ipcscope-cli: {}: {} lines in all could not be used\n", command.file,
                   imported->left_out);
    const auto& recording = *imported->recording;
    SessionTexts texts;
    texts.elsewhere_unix_ns = imported->began_unix_ns;
    if (const auto saved = save_session(output, recording, texts); !saved) {
        fmt::print(stderr, "ipcscope-cli: {}\n", saved.error().text());
        return cannot_run;
    }
    fmt::print("{}: {} events, {} processes, {} objects, {} flows out of {} lines\n", output,
               recording.events().size(), recording.state()->workers.size(),
               recording.state()->objects.size(), recording.flows().size(), imported->lines);
    return 0;
}

}  // namespace ipcscope::cli

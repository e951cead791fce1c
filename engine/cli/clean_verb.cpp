#include "cli/output.h"
#include "cli/verbs.h"
#include "runtime/cleaner.h"

#include <fmt/format.h>

namespace ipcscope::cli {

int clean_verb(bool dry_run) {
    const auto found = clean_leftovers(dry_run);
    if (!found) {
        fmt::print(stderr, "ipcscope-cli: {}\n", found.error().text());
        return our_failure;
    }
    Output out;
    for (const auto& line : *found)
        out.write(line + "\n");
    if (found->empty()) out.write("nothing was left behind\n");
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

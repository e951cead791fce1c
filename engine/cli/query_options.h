// What --filter, --fields, --json and --csv say.
#pragma once

#include <string>

namespace ipcscope::cli {

struct QueryOptions {
    std::string filter = {};  // "" = all
    std::string fields = {};  // "a,b,c"; "" = what the form shows by itself
    bool json = false;
    bool csv = false;
};

}  // namespace ipcscope::cli

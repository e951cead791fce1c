#include "mechanisms/driver.h"
#include "worker/worker.h"

#include <fmt/format.h>
#include <fstream>
#include <map>
#include <string>
#include <utility>

namespace ipcscope {

// Journal lines: "+ mechanism record" (about to be made), "= ..." (made), "- ..." (gone, or never came to
// be).
int clean_by_journal(const char* path, bool dry_run) {
    std::ifstream in(path);
    if (!in) {
        fmt::print(stderr, "ipcscope-worker: cannot read {}\n", path);
        return 1;
    }
    std::map<std::pair<std::string, std::string>, char> left;
    for (std::string line; std::getline(in, line);) {
        const auto space = line.find(' ', 2);
        if (line.size() < 4 || line[1] != ' ' || space == std::string::npos) continue;  // cut off by a crash
        const std::pair key{line.substr(2, space - 2), line.substr(space + 1)};
        if (line[0] == '-') {
            left.erase(key);
        } else {
            left[key] = line[0];
        }
    }
    int status = 0;
    for (const auto& [what, sign] : left) {
        const auto* driver = driver_of(what.first);
        if (!driver || !driver->remove) {
            fmt::print(stderr, "ipcscope-worker: nobody knows how to remove {} {}\n", what.first,
                       what.second);
            status = 1;
            continue;
        }
        if (dry_run) {
            const auto record = what.first + " " + what.second;
            fmt::print("would remove {}\n", driver->describe ? driver->describe(what.second) : record);
            continue;
        }
        const auto done = driver->remove(what.second, sign == '+');
        if (!done) {
            fmt::print(stderr, "ipcscope-worker: {}\n", done.error().text());
            status = 1;
        } else if (!done->empty()) {
            fmt::print("{}\n", *done);
        }
    }
    return status;
}

}  // namespace ipcscope

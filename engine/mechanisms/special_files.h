// Sockets and FIFOs that have a name in the file system, whether or not anybody has them open: in the
// directories where programs put them. What did not change since the last look is not read again.
#pragma once

#include "base/unique_fd.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

struct SpecialFile {
    std::string path;
    struct stat info {};
};

// Is it a directory of files that are meant to lead nowhere? systemd(1) covers with them what a service may
// not reach: they are nobody's, and never left behind.
bool is_for_covering(std::string_view directory);
// Of the path of a file.
bool leads_nowhere_on_purpose(std::string_view path);

class SpecialFiles {
public:
    // `type`: S_IFSOCK or S_IFIFO.
    explicit SpecialFiles(mode_t type) : type_(type) {}

    // Walks below /run, /tmp and /var/tmp: a few levels deep, without following links, and not into file
    // systems that a program or another machine answers for, because these may hang.
    std::vector<SpecialFile> find();
    // There were too many directories or names: some were not looked at by the last find().
    bool cut() const { return cut_; }

private:
    struct Directory {
        timespec modified{};
        ino_t inode = 0;
        std::vector<std::string> files, directories;  // names
        bool seen = false;
        bool cut = false;  // it has more names than are kept
    };
    void walk(const std::string& path, int levels, bool first, std::vector<SpecialFile>& out);
    bool read(const std::string& path, Directory& directory);
    bool rests(const Directory& directory);
    void find_mounts();

    mode_t type_;
    std::map<std::string, Directory> known_;
    std::set<std::string> foreign_;  // mount points not to be entered
    UniqueFd mounts_;                // says when there are others
    std::size_t directories_ = 0, turns_ = 0, groups_ = 1, looks_ = 0;
    std::int64_t now_ = 0;  // seconds since 1970
    bool cut_ = false;
};

}  // namespace ipcscope::mechanisms

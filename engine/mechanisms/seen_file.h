// The file that an action is about, where the key is a path: a FIFO, the file of a socket. Processes may see
// other trees of files, so that a path may mean several; what is acted on is what was seen, or nothing.
#pragma once

#include "mechanisms/named_file_monitor.h"

#include <cstdio>
#include <optional>
#include <string>

#include <sys/sysmacros.h>

namespace ipcscope::mechanisms {

// "/tmp/q#8:1:4711": a path that means several files, and which one it is.
struct MarkedPath {
    std::string path;
    std::optional<FileId> id;
};
inline std::string marked(std::string_view path, const FileId& id) {
    return fmt::format("{}#{}:{}:{}", path, major(id.device), minor(id.device), id.inode);
}
inline MarkedPath marked_path(const std::string& key) {
    const auto mark = key.rfind('#');
    if (mark == std::string::npos) return {key, {}};
    unsigned high = 0, low = 0;
    unsigned long long inode = 0;
    int length = 0;
    const char* text = key.c_str() + mark + 1;
    if (std::sscanf(text, "%u:%u:%llu%n", &high, &low, &inode, &length) != 3 ||
        key.size() != mark + 1 + static_cast<std::size_t>(length))
        return {key, {}};
    return {key.substr(0, mark), FileId{makedev(high, low), inode}};
}

struct SeenFile {
    std::string path;
    UniqueFd file;  // O_PATH: nobody notices
    struct statx status {};
};
// What its path leads to here, if that is what was seen under the key.
inline Result<SeenFile> seen_file(const KnownFiles& known, const ActRequest& request) {
    SeenFile out;
    const auto key = marked_path(request.key);
    out.path = key.path;
    out.file.reset(::open(out.path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!out.file && errno == ENOENT) return failure(fmt::format("there is no {} any more", out.path));
    if (!out.file) return system_failure(out.path + " cannot be looked at", "open");
    if (::statx(out.file.get(), "", AT_EMPTY_PATH, wanted_facts, &out.status) != 0)
        return system_failure(out.path + " cannot be looked at", "statx");
    const auto now = file_id(out.status);
    const auto* then = known.find(request.key);
    if (then ? !(*then == now) : key.id && !(*key.id == now))
        return failure(fmt::format(
            "{} leads to another file here than the one that was seen: nothing is done to it", out.path));
    if (made_since(out.status, request.seen_ns))
        return failure(fmt::format("{} is not the one that was seen: it was made anew since", out.path));
    if (auto same = known.check(out.status, request.key, request.seen_ns); !same)
        return tl::unexpected(same.error());
    return out;
}

}  // namespace ipcscope::mechanisms

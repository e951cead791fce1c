// Files of sockets where programs put them: their permissions, and which of them lead nowhere.
#pragma once

#include "mechanisms/monitored.h"
#include "mechanisms/seen_file.h"
#include "mechanisms/special_files.h"
#include "mechanisms/unix_socket/monitor_bound.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace ipcscope::mechanisms::unix_socket {

// In each sample: find(), see() for every socket of the list, show().
class SocketFiles {
public:
    // False: there are none.
    bool find(Sample& sample);
    // `owns`: others reach it by its name, rather than a listener that has accepted it. The socket's texts
    // must last until show().
    void see(ObjectIndex object, const diag::UnixSocket& socket, bool owns);
    void show(Sample& sample);
    // Under which key which file was seen in the last sample.
    const KnownFiles& seen() const { return seen_; }

private:
    struct File {
        SpecialFile file;
        SocketFile place;
        const diag::UnixSocket* bound = nullptr;  // that is bound to it for certain
        ObjectIndex object = none_index;          // of `bound`
        bool owns = false;
        struct Maybe {
            ObjectIndex object;
            const diag::UnixSocket* socket;
            bool owns;
        };
        std::vector<Maybe> maybe;
    };
    void show(Sample& sample, File& file, BoundAsked& kernel);
    void set_stale(Sample& sample, ObjectIndex object, const File& file, BoundAsked::Answer answer,
                   int error) const;

    KindFields kind_{"unix_socket", "socket"};
    std::size_t path_ = kind_["path"], device_ = kind_["device"], inode_ = kind_["file_inode"],
                state_ = kind_["state"], stale_ = kind_["stale"];
    SpecialFiles places_{S_IFSOCK};
    std::vector<File> files_;
    std::unordered_multimap<std::uint32_t, std::size_t> by_inode_;
    std::unordered_map<std::string_view, std::size_t> by_path_;
    KnownFiles seen_;
};

}  // namespace ipcscope::mechanisms::unix_socket

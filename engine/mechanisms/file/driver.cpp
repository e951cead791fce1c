#include "mechanisms/file/files.h"

namespace ipcscope::mechanisms {

const Driver& file_driver();

const Driver& file_driver() {
    static const Driver driver = [] {
        Driver made{.operations = {{"open", files::open},
                                   {"read", files::read},
                                   {"write", files::write},
                                   {"pread", files::pread},
                                   {"pwrite", files::pwrite},
                                   {"seek", files::seek},
                                   {"truncate", files::truncate},
                                   {"fsync", files::fsync},
                                   {"fdatasync", files::fdatasync},
                                   {"stat", files::stat},
                                   {"dup", files::dup},
                                   {"close", files::close},
                                   {"unlink", files::unlink},
                                   {"rename", files::rename},
                                   {"flock", files::flock},
                                   {"lock", files::lock},
                                   {"get_lock", files::get_lock},
                                   {"map", files::map},
                                   {"sync", files::sync_mapping},
                                   {"unmap", files::unmap},
                                   {"inotify_init", files::inotify_init},
                                   {"add_watch", files::add_watch},
                                   {"remove_watch", files::remove_watch},
                                   {"read_events", files::read_events}},
                    .observe = files::observe,
                    .remove = files::remove_left,
                    .describe = files::describe_left,
                    .observe_in = files::observe_in};
        for (const auto& operation : files::memory_operations())
            made.operations.push_back(operation);
        return made;
    }();
    return driver;
}

}  // namespace ipcscope::mechanisms

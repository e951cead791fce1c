#include "mechanisms/unix_socket/monitor_files.h"

#include <cerrno>
#include <fcntl.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::unix_socket {

bool SocketFiles::find(Sample& sample) {
    seen_.begin(sample.taken_ns());
    files_.clear();
    by_inode_.clear();
    by_path_.clear();
    auto found = places_.find();
    if (places_.cut())
        sample.gap(kind_.index, "stale files of sockets: there are too many directories to look into all",
                   "");
    files_.reserve(found.size());
    for (auto& one : found) {
        auto& file = files_.emplace_back();
        file.file = std::move(one);
        const auto& info = file.file.info;
        // The kernel packs a device number in its own way (kdev_t.h).
        file.place = {file.file.path, major(info.st_dev) << 20 | minor(info.st_dev),
                      static_cast<std::uint32_t>(info.st_ino)};
        by_inode_.emplace(file.place.inode, files_.size() - 1);
        by_path_.emplace(file.file.path, files_.size() - 1);
    }
    return !files_.empty();
}

void SocketFiles::see(ObjectIndex object, const diag::UnixSocket& socket, bool owns) {
    bool found = false;
    const auto look = [&](File& file) {
        const auto by = bound_by(socket, file.place);
        if (by == BoundBy::maybe) file.maybe.push_back({object, &socket, owns});
        if (by != BoundBy::yes) return;
        found = true;
        if (file.bound != nullptr && !owns) return;
        file.bound = &socket;
        file.object = object;
        file.owns = owns;
    };
    if (socket.has_file)
        for (auto [at, end] = by_inode_.equal_range(socket.file_inode); at != end; ++at)
            look(files_[at->second]);
    if (found || !socket.name.starts_with('/')) return;
    const auto named = by_path_.find(socket.name);
    if (named != by_path_.end() &&
        (!socket.has_file || files_[named->second].place.inode != socket.file_inode))
        look(files_[named->second]);
}

void SocketFiles::show(Sample& sample) {
    // Its own sockets are gone before anybody is asked what he has open.
    BoundAsked kernel;
    for (auto& file : files_)
        show(sample, file, kernel);
}

void SocketFiles::show(Sample& sample, File& file, BoundAsked& kernel) {
    const auto& path = file.file.path;
    auto info = file.file.info;
    auto answer = BoundAsked::Answer::somebody;
    if (file.bound == nullptr) {
        // No socket of the list, as far as the numbers of devices and files tell: the kernel decides.
        const UniqueFd opened(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        if (!opened || ::fstat(opened.get(), &info) != 0 || info.st_ino != file.file.info.st_ino ||
            info.st_dev != file.file.info.st_dev)
            return;  // gone, or another one by now
        answer = kernel.ask(opened.get());
        for (const auto& maybe : file.maybe)
            if (answer == BoundAsked::Answer::somebody && maybe.owns && maybe.socket->name == path &&
                maybe.socket->has_file && maybe.socket->file_inode == file.place.inode)
                file.object = maybe.object;
    }
    const FileId id{info.st_dev, info.st_ino};
    if (file.object != none_index) {
        sample.at(file.object).mode = info.st_mode & 07777;
        seen_.add(std::string(sample.key(file.object)), id);
        return;
    }
    // Another socket may have the name: one that was bound before, or in another tree of files.
    const auto key = sample.find(kind_.index, path) == none_index ? path : marked(path, id);
    seen_.add(key, id);
    const auto object = sample.object(kind_.index, key);
    const auto name = sample.text(path);
    auto& seen = sample.at(object);
    seen.mode = info.st_mode & 07777;
    seen.uid = info.st_uid;
    seen.gid = info.st_gid;
    seen.created = info.st_ctim.tv_sec;
    seen.name = name;
    sample.set_text(object, path_, path);
    sample.set_text(object, device_, diag::device_text(file.place.device));
    sample.set(object, inode_, static_cast<std::int64_t>(info.st_ino));
    set_stale(sample, object, file, answer, kernel.error());
}

void SocketFiles::set_stale(Sample& sample, ObjectIndex object, const File& file, BoundAsked::Answer answer,
                            int error) const {
    if (answer == BoundAsked::Answer::somebody) {
        sample.set(object, stale_, 0);
        return;
    }
    if (answer == BoundAsked::Answer::unknown) {
        const bool forbidden = error == EACCES || error == EPERM;
        sample.set_missing(object, stale_, forbidden ? CellState::not_permitted : CellState::not_available,
                           forbidden ? "permission to write to the file" : errno_name(error));
        return;
    }
    for (const auto& maybe : file.maybe) {
        if (leads_to_its_file(*maybe.socket)) continue;
        sample.set_missing(object, stale_, CellState::not_available,
                           "socket:[" + std::to_string(maybe.socket->inode) +
                               "] may be bound to it, in another tree of files");
        return;
    }
    sample.set(object, state_, 0);
    sample.set(object, stale_, 1);
}

}  // namespace ipcscope::mechanisms::unix_socket

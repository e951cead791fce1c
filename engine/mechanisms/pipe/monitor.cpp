#include "mechanisms/fetch.h"
#include "mechanisms/stream_monitor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unordered_map>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

namespace {

// Pipes are known by the descriptors of those who hold them, by nothing else.
class PipeMonitor : public Monitor {
public:
    Interests interests() const override { return {.links = {"pipe:["}}; }

    void begin(Sample&) override {
        known_.clear(pipes_.size());
        pipes_.clear();
        std::erase_if(makers_, [&](const auto& one) { return one.second.sample != sample_; });
        ++sample_;
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        const auto inode = number_in(seen.link, "pipe:[");
        if (inode == 0) return;
        auto at = known_.find(inode);
        if (at == none_index) {
            at = static_cast<std::uint32_t>(pipes_.size());
            pipes_.push_back({.object = sample.object(kind_.index, seen.link.substr(5))});
            known_.put(inode, at);
            show_maker(sample.at(pipes_[at].object), seen, inode);
        }
        stream::add_end(pipes_[at], seen.access);
        sample.hold(descriptor_hold(pipes_[at].object, seen));
    }

    void end(Sample& sample) override {
        const bool all_seen = stream::all_descriptors_seen(sample);
        for (const auto& pipe : pipes_)
            stream::show_ends(sample, kind_, pipe, all_seen);
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        const auto inode = inode_of_key(request.key);
        return stream::peek(request, [inode](const struct stat& seen) { return seen.st_ino == inode; });
    }

private:
    struct Maker {
        std::uint32_t uid = ~0u, gid = ~0u;
        std::int32_t mode = -1;
        std::int64_t created = 0;
        std::uint64_t sample = 0;
    };
    // Asked once: it stays as it is while the pipe lives.
    void show_maker(SeenObject& object, const SeenDescriptor& seen, std::uint64_t inode) {
        auto& maker = makers_[inode];
        if (maker.uid == ~0u) maker = maker_of(seen, inode);
        maker.sample = sample_;
        object.uid = maker.uid;
        object.gid = maker.gid;
        object.mode = maker.mode;
        object.created = maker.created;
    }
    static Maker maker_of(const SeenDescriptor& seen, std::uint64_t inode) {
        Maker maker;
        struct statx about {};
        const auto path = fmt::format("/proc/{}/fd/{}", seen.pid, seen.fd);
        if (::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT, STATX_BASIC_STATS,
                    &about) != 0 ||
            about.stx_ino != inode || !S_ISFIFO(about.stx_mode))
            return maker;
        maker.uid = about.stx_uid;
        maker.gid = about.stx_gid;
        maker.mode = about.stx_mode & 07777;
        // Before Linux 6.15 a read and a write set times, too: only where none differs, all are of the
        // making.
        const auto same = [&](const statx_timestamp& time) {
            return time.tv_sec == about.stx_ctime.tv_sec && time.tv_nsec == about.stx_ctime.tv_nsec;
        };
        if (same(about.stx_atime) && same(about.stx_mtime)) maker.created = about.stx_ctime.tv_sec;
        return maker;
    }
    KindFields kind_{"pipe", "pipe"};
    std::unordered_map<std::uint64_t, Maker> makers_;  // by inode
    std::uint64_t sample_ = 0;
    std::vector<stream::Ends> pipes_;
    InodeTable known_;  // into pipes_, by inode
};

}  // namespace

std::unique_ptr<Monitor> pipe_monitor();
std::unique_ptr<Monitor> pipe_monitor() {
    return std::make_unique<PipeMonitor>();
}

}  // namespace ipcscope::mechanisms

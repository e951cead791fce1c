#include "mechanisms/fetch.h"
#include "mechanisms/stream_monitor.h"

#include <fmt/format.h>

namespace ipcscope::mechanisms {

namespace {

// Pipes are known by the descriptors of those who hold them, by nothing else.
class PipeMonitor : public Monitor {
public:
    Interests interests() const override { return {.links = {"pipe:["}}; }

    void begin(Sample&) override {
        known_.clear(pipes_.size());
        pipes_.clear();
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        const auto inode = number_in(seen.link, "pipe:[");
        if (inode == 0) return;
        auto at = known_.find(inode);
        if (at == none_index) {
            at = static_cast<std::uint32_t>(pipes_.size());
            pipes_.push_back({.object = sample.object(kind_.index, seen.link.substr(5))});
            known_.put(inode, at);
        }
        stream::add_end(pipes_[at], seen.access);
        sample.hold(descriptor_hold(pipes_[at].object, seen));
    }

    void end(Sample& sample) override {
        for (const auto& pipe : pipes_)
            stream::show_ends(sample, kind_, pipe);
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        const auto inode = inode_of_key(request.key);
        return stream::peek(request, [inode](const struct stat& seen) { return seen.st_ino == inode; });
    }

private:
    KindFields kind_{"pipe", "pipe"};
    std::vector<stream::Ends> pipes_;
    InodeTable known_;  // into pipes_, by inode
};

}  // namespace

std::unique_ptr<Monitor> pipe_monitor();
std::unique_ptr<Monitor> pipe_monitor() {
    return std::make_unique<PipeMonitor>();
}

}  // namespace ipcscope::mechanisms

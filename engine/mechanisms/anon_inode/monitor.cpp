// Descriptors that share the one inode of anon_inode: fdinfo tells what each is, kcmp(2) which are the same.
#include "mechanisms/anon_inode/same_file.h"
#include "mechanisms/anon_inode/words.h"
#include "mechanisms/monitored.h"
#include "snapshot/fdinfo.h"

#include <fmt/format.h>

namespace ipcscope::mechanisms {

namespace {

using namespace anon_inode;

class AnonMonitor : public Monitor {
public:
    Interests interests() const override {
        return {.links = {"anon_inode:[signalfd]", "anon_inode:[timerfd]", "anon_inode:[eventpoll]",
                          "anon_inode:inotify", "anon_inode:[pidfd]"}};
    }

    void begin(Sample&) override {
        for (auto* kind : {&signalfd_, &timerfd_, &epoll_, &inotify_, &pidfd_})
            kind->files.clear();
        refused_ = 0;
    }

    void descriptor(Sample& sample, const SeenDescriptor& seen) override {
        const auto link = seen.link;
        if (link == "anon_inode:[eventpoll]")
            show(sample, seen, epoll_, &AnonMonitor::epoll);
        else if (link == "anon_inode:[timerfd]")
            show(sample, seen, timerfd_, &AnonMonitor::timer);
        else if (link == "anon_inode:[signalfd]")
            show(sample, seen, signalfd_, &AnonMonitor::signals);
        else if (link == "anon_inode:inotify")
            show(sample, seen, inotify_, &AnonMonitor::inotify);
        else
            show(sample, seen, pidfd_, &AnonMonitor::process);
    }

    void end(Sample& sample) override {
        if (refused_ > 0)
            sample.gap(epoll_.fields.index,
                       fmt::format("whether {} of the event descriptors are shared: each process's is shown "
                                   "by itself (kcmp: {})",
                                   refused_, errno_name(refused_errno_)),
                       refused_errno_ == EPERM ? "CAP_SYS_PTRACE" : "");
    }

private:
    struct Kind {
        explicit Kind(const char* name) : fields("anon_inode", name) {}
        KindFields fields;
        SameFiles files;
    };
    using Show = void (AnonMonitor::*)(Sample&, ObjectIndex, std::string_view info);

    void show(Sample& sample, const SeenDescriptor& seen, Kind& kind, Show fill) {
        auto known = kind.files.find(seen.pid, seen.fd);
        if (known.code != 0) {
            ++refused_;
            refused_errno_ = known.code;
        }
        const bool fresh = known.object == none_index;
        if (fresh) {
            known.object = sample.object(kind.fields.index, fmt::format("{}/{}", seen.pid, seen.fd));
            kind.files.add(known, seen.pid, seen.fd);
        }
        auto hold = descriptor_hold(known.object, seen);
        hold.access = Access::both;
        sample.hold(hold);
        if (!fresh) return;
        const auto info = seen.info();
        if (!info.empty()) (this->*fill)(sample, known.object, info);
    }

    void epoll(Sample& sample, ObjectIndex object, std::string_view info) {
        const auto words = epoll_words(info);
        sample.set(object, epoll_.fields["members"], words.count);
        sample.set_text(object, epoll_.fields["watched"], words.text);
    }

    void timer(Sample& sample, ObjectIndex object, std::string_view info) {
        std::int64_t number = 0, ns = 0;
        if (info_number(info, "clockid", number)) sample.set(object, timerfd_.fields["clock"], number);
        if (info_number(info, "ticks", number)) sample.set(object, timerfd_.fields["ticks"], number);
        if (seconds_pair(info_line(info, "it_value"), ns))
            sample.set(object, timerfd_.fields["remaining"], ns);
        if (seconds_pair(info_line(info, "it_interval"), ns))
            sample.set(object, timerfd_.fields["interval"], ns);
    }

    void signals(Sample& sample, ObjectIndex object, std::string_view info) {
        const auto words = signal_words(info_line(info, "sigmask"));
        sample.set_text(object, signalfd_.fields["signals"], words);
        sample.at(object).name = sample.text(words);
    }

    void inotify(Sample& sample, ObjectIndex object, std::string_view info) {
        const auto words = inotify_words(info);
        sample.set(object, inotify_.fields["watches"], words.count);
        sample.set_text(object, inotify_.fields["watched"], words.text);
    }

    void process(Sample& sample, ObjectIndex object, std::string_view info) {
        std::int64_t pid = 0;
        if (!info_number(info, "Pid", pid)) return;
        if (pid <= 0) {  // -1: it has ended; 0: it is not of our pid namespace
            sample.set_missing(object, pidfd_.fields["target"], CellState::not_available,
                               pid < 0 ? "the process has ended" : "the process is of another pid namespace");
            return;
        }
        sample.set(object, pidfd_.fields["target"], pid);
        sample.at(object).name = sample.text(fmt::format("process {}", pid));
    }

    Kind signalfd_{"signalfd"}, timerfd_{"timerfd"}, epoll_{"epoll"}, inotify_{"inotify"}, pidfd_{"pidfd"};
    std::size_t refused_ = 0;
    int refused_errno_ = 0;
};

}  // namespace

std::unique_ptr<Monitor> anon_inode_monitor();
std::unique_ptr<Monitor> anon_inode_monitor() {
    return std::make_unique<AnonMonitor>();
}

}  // namespace ipcscope::mechanisms

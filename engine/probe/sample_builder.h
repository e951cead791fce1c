// The snapshot while the mechanisms fill it; then sorted and joined as snapshot.h says. Its memory is used
// again for the next one.
#pragma once

#include "mechanisms/monitor.h"
#include "probe/text_pool.h"

#include <string>
#include <vector>

namespace ipcscope {

class SampleBuilder : public Sample {
public:
    SampleBuilder();
    // Of the mechanism whose function is called now; 0xffff = the walk itself.
    std::uint16_t mechanism = 0xffff;
    // The process that is looked at now: what is found through it is as good as our sight of it.
    ProcessIndex looking_at = none_index;

    void clear();
    // Identity of the probe itself; processes by pid.
    Snapshot& head() { return out_; }
    // `status` must stay where it is until finish().
    ProcessIndex add_process(const SeenProcess& process, Tier tier, std::string_view status);
    SeenProcess& process_at(ProcessIndex index) { return out_.processes[index]; }
    const std::vector<SeenHold>& holds() const { return out_.holds; }
    void set_open_files(ProcessIndex process, const OpenFiles& files) { files_[process] = files; }
    void note_gap(std::uint16_t mechanism_index, std::string_view words, std::string_view needs);
    // Objects of these mechanisms (by index) may be held, or waited for, by processes that we cannot look
    // into.
    void mark_incomplete(const std::vector<bool>& holders, const std::vector<bool>& waiters);
    // Waits that do not say since when they are seen, are since then.
    void default_since(std::int64_t since_ns) { since_ns_ = since_ns; }
    // Leaves out what belongs to other users and is held by none of this one's processes; ~0 = all stays.
    void only_of(std::uint32_t uid) { uid_ = uid; }
    // Sorted and joined. Valid until clear().
    Snapshot& finish();

    ObjectIndex object(std::size_t kind, std::string_view key) override;
    ObjectIndex find(std::size_t kind, std::string_view key) const override;
    std::string_view key(ObjectIndex object) const override;
    TextIndex text(std::string_view octets) override { return pool_.add(octets); }
    void set_text(ObjectIndex object, std::size_t field, std::string_view octets) override;
    void set_missing(ObjectIndex object, std::size_t field, CellState why, std::string_view words) override;
    const Cell& cell(ObjectIndex object, std::size_t field) const override;
    void wait(const SeenWait& wait) override;
    void join(ObjectIndex a, ObjectIndex b) override;
    void gap(std::size_t kind, std::string_view words, std::string_view needs) override;
    ProcessIndex process(pid_t pid) const override;
    const std::vector<SeenProcess>& processes() const override { return out_.processes; }
    std::string_view name(ProcessIndex process) const override {
        return pool_.text(out_.processes[process].name);
    }
    bool processes_complete() const override { return out_.processes_complete; }
    Tier tier_of(ProcessIndex process) const override { return tiers_[process]; }
    std::string_view status(ProcessIndex process) const override { return statuses_[process]; }
    OpenFiles open_files(ProcessIndex process) const override { return files_[process]; }
    bool capable(int capability) const override { return (out_.capabilities >> capability & 1) != 0; }
    bool owners() const override { return out_.owners; }
    std::int64_t taken_ns() const override { return out_.taken_ns; }
    std::uint64_t boot_ns() const override { return out_.boot_ns; }
    std::uint64_t ipc_namespace() const override { return out_.ipc_namespace; }
    std::uint64_t net_namespace() const override { return out_.net_namespace; }

private:
    ObjectIndex known(std::size_t kind, TextIndex raw) const;
    void leave_out();
    void sort_objects();
    void order_objects();
    void move_objects(std::size_t count);
    bool comes_before(ObjectIndex a, ObjectIndex b) const;
    void sort_holds();
    void sort_waits();
    void sort_ends();
    TextPool pool_;
    std::uint32_t uid_ = ~0u;
    std::int64_t since_ns_ = 0;
    std::vector<ObjectIndex> of_text_;  // the first object that has the text as its key
    PairTable known_;                   // (kind, key) -> object, of those that are not the first
    std::vector<TextIndex> keys_;       // of objects, not escaped
    std::vector<Tier> tiers_;           // of processes
    std::vector<std::string_view> statuses_;
    std::vector<OpenFiles> files_;
    std::vector<std::pair<ObjectIndex, ObjectIndex>> joins_;
    std::vector<ObjectIndex> place_;  // where each object goes
    // The objects of the sample before in the order in which they were added, and where each went: nearly all
    // of them are there again, and stand in the same order.
    struct Ranked {
        std::uint16_t kind = 0;
        TextIndex key = 0;
        ObjectIndex rank = none_index;
    };
    std::vector<Ranked> before_;
    // To work in: kept, so that the next sample finds the memory.
    struct Order {
        std::uint64_t first = 0;  // octets of the key
        std::uint16_t kind = 0;
        ObjectIndex object = none_index;
    };
    std::vector<Order> order_;              // of those that are new
    std::vector<ObjectIndex> ranks_, old_;  // the others, by rank in the sample before
    std::vector<SeenHold> sorted_holds_;
    std::vector<SeenWait> sorted_waits_;
    std::vector<std::pair<ObjectIndex, ObjectIndex>> sorted_joins_;
    std::vector<std::uint32_t> begins_;
};

}  // namespace ipcscope

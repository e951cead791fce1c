#pragma once

#include "session_file/block.h"
#include "session_file/database.h"
#include "session_file/file_pages.h"
#include "session_file/file_recording.h"
#include "session_file/file_registry.h"
#include "session_file/table_reader.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>

namespace ipcscope {

struct FileRecording::Impl {
    Impl(std::string path, const Registry& known, const OpenLimits& limits)
        : path_(std::move(path)), limits_(limits), registry_(known), budget_(0) {}
    ~Impl() { end(); }
    Status open();
    void begin(const Recording& self);  // reading the events
    void end();

    std::string path_;
    const OpenLimits limits_;
    std::optional<std::string> bytes_;  // of the file, if it is none of the disk
    session_file::FileRegistry registry_;
    const std::shared_ptr<Arena> arena_ = std::make_shared<Arena>(Arena::for_this_machine());
    PageFile page_file_;
    EventStore events_{arena_};
    FlowTable flows_{arena_};
    CallTable calls_;
    LaneIndex lanes_{arena_};
    FlowIndex flow_index_{arena_};
    std::shared_ptr<const RunState> state_;
    std::string program_, program_path_;
    ViewNotes notes_;
    MachineFacts machine_;
    std::int64_t started_ns_ = 1, started_unix_ns_ = 0;
    std::uint64_t told_events_ = 0;  // how many there are, by a file that was ended in order; 0 = not known
    std::uint64_t file_bytes_ = 0;
    int version_ = 0;
    bool complete_ = false;

    mutable std::mutex mutex_;  // of the problems, the state, and of waiting for the end
    mutable std::condition_variable ended_;
    std::vector<std::string> problems_;
    std::atomic<std::uint64_t> last_seq_{0};  // of the file; 0 = not known
    std::atomic<std::uint64_t> at_seq_{0};
    std::atomic<bool> loaded_{false};
    std::atomic<bool> given_up_{false};  // no more events are wanted
    bool partly_ = false;                // it was given up before the end; set before `loaded_`

private:
    // file_state.cpp
    Result<session_file::Database> open_database(session_file::Database::Found& found) const;
    Status look_at_version();
    void read_facts();
    void read_texts();
    void read_names();
    void read_state();
    void read_workers(RunState& state);
    void read_objects(RunState& state);
    void read_handles(RunState& state);
    std::string text(session_file::TableReader& rows, int column);
    void problem(std::string what);

    // file_events.cpp: the thread
    void load(const Recording& self);
    void look_why_stuck(const Recording& self);
    void read_calls();
    void read_events();
    bool gives_up();  // no more is wanted: said as a problem
    bool add_event(session_file::TableReader& rows);
    void add_gap(std::int64_t missing, std::int64_t time_ns, std::uint16_t worker);
    void to_lanes(std::uint64_t seq, const Event& event);
    void add_levels(session_file::TableReader& rows, bool all);
    void add_touched(session_file::TableReader& rows);
    void add_flows(session_file::TableReader& rows, bool all);
    bool may_have_lane(LaneKey key);
    void mend_duration(session_file::TableReader& rows, Event& event);

    // file_blocks.cpp: the thread, from version 2 on
    Status open_pages();
    void foretell();
    void read_blocks();
    void grow(std::uint64_t read);
    bool add_block(session_file::TableReader& rows);
    bool add_missing(std::uint64_t until, const Event& next);
    void add_flow_blocks(session_file::TableReader& rows, bool all);
    Event event_at(std::uint64_t seq);
    session_file::FileMeaning meaning() const;
    std::int64_t most_object_ids() const;  // the highest that one of this size can have
    std::int64_t clamp_time(session_file::TableReader& rows, std::int64_t since_start) const;
    bool index_of(std::int64_t file_seq, std::uint64_t& seq) const;

    session_file::Database db_;
    session_file::Budget budget_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
    std::unordered_map<std::int64_t, std::uint32_t> call_ids_;  // only when they are not 1, 2, 3 ...
    bool calls_in_order_ = true;
    std::vector<std::pair<std::int64_t, std::uint64_t>> pieces_;  // of the file's sequence: begin, our own
    std::int64_t next_file_seq_ = 0;
    std::vector<std::int64_t> busy_until_;  // by worker
    std::set<LaneKey> level_lanes_;
    std::int64_t last_time_ns_ = 0;
    struct Pending {
        bool have = false, done = false;
    } pending_level_, pending_touched_, pending_flow_;
    std::uint64_t lost_flows_ = 0;
    // Of version 2.
    std::unique_ptr<session_file::FilePages> pages_;
    session_file::EventBlock block_;
    session_file::FlowBlock flow_block_;
    std::int64_t flow_block_id_ = 0, flow_block_seq_ = 0;
    std::size_t flow_block_at_ = 0;
    std::size_t mended_ = 0;
    std::uint64_t read_ = 0;     // events; the store may have more: then these were looked at
    std::vector<Event> latest_;  // a ring: the ends of flows are most often near
    std::unique_ptr<session_file::TableReader> older_;
};

}  // namespace ipcscope

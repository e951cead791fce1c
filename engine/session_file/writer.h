// Writes a recording into a session file: as it grows, or all at once.
#pragma once

#include "runtime/recording.h"
#include "session_file/block.h"
#include "session_file/checkpointer.h"
#include "session_file/database.h"
#include "session_file/level_changes.h"
#include "session_file/machine_facts.h"
#include "session_file/view_notes.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace ipcscope {

// What belongs to a session beside what happened.
struct SessionTexts {
    std::string program_path;  // "" = it has no file
    std::string program;       // text
    ViewNotes notes;
    // Set: it was recorded elsewhere or earlier, so nothing is said of this machine as it is now. When that
    // was (CLOCK_REALTIME); 0 = it is not known.
    std::optional<std::int64_t> elsewhere_unix_ns = {};
    MachineFacts elsewhere = {};  // what is known of that machine
};

// Told how much of the events is written, 0..1; false = give up.
using SaveProgress = std::function<bool(double)>;

namespace session_file {

class Writer {
public:
    // How safe it is while it is written.
    enum class Safety {
        at_any_moment,  // a kill, or a failed write, loses nothing of what was written
        when_finished   // it is of use only then, and quicker: for a file that takes its place afterwards
    };
    // The file must not exist. `recording` is used by all other functions.
    static Result<std::unique_ptr<Writer>> create(const std::string& path, const Recording& recording,
                                                  const SessionTexts& texts,
                                                  Safety safety = Safety::at_any_moment);
    ~Writer();
    // What is new, in transactions of at most some 65,536 events. When it fails, nothing of what failed is in
    // the file, and it can be tried again.
    Status write_new();
    // What is left and how it ended; the file is then one file. Nothing may be added to the recording now.
    Status finish(const SaveProgress& progress = {});
    Status write_texts(const SessionTexts& texts);
    std::uint64_t events_written() const { return at_.events; }

private:
    struct Cursor {
        std::uint64_t events = 0;
        std::size_t flows = 0, calls = 0;
        std::shared_ptr<const RunState> state;
        EventBlock event_block;  // the last one, as far as it is
        FlowBlock flow_block;
    };
    explicit Writer(const Recording& recording) : recording_(recording), levels_(recording) {}
    Status prepare();
    Status write_facts(const SessionTexts& texts);
    Status put_texts(const SessionTexts& texts);
    Status write_outline();
    Status write_until(std::uint64_t end, bool last, const SaveProgress& progress);
    bool put_batch(Cursor& to, std::uint64_t end, bool last);
    bool put_events(Cursor& to, std::uint64_t end, const std::vector<LevelChanges::Change>& levels);
    bool add_event(EventBlock& block, std::uint64_t seq, const LevelChanges::Change* level);
    bool put_event_block(const EventBlock& block, std::uint64_t end);
    bool put_flows(Cursor& to, std::size_t joined, std::uint64_t end);
    bool put_flow_block(const FlowBlock& block, std::size_t end);
    bool put_level(const LevelChanges::Change& change);
    bool put_call(std::size_t index);
    bool put_state(const RunState* before, const RunState& now);
    bool put_worker(const WorkerInfo& worker);
    bool put_object(const ObjectInfo& object);
    bool put_handle(const HandleInfo& handle);
    Status set(const char* table, const char* key, std::int64_t value);
    Status set(const char* table, const char* key, std::string_view value);

    const Recording& recording_;
    LevelChanges levels_;
    std::vector<LevelChanges::Change> changes_;  // of the batch that is being written, or has failed
    Database db_;
    std::unique_ptr<Checkpointer> checkpointer_;  // ends before what it works for
    Statement event_block_, flow_block_, large_, call_, level_, touched_, worker_, object_, handle_, binding_;
    Cursor at_;
    std::array<std::string, event_columns> texts_;  // of the columns, until they are written
};

}  // namespace session_file

// All of a recording as it is now. What stood there before is replaced when the new file is complete.
Status save_session(const std::string& path, const Recording& recording, const SessionTexts& texts,
                    const SaveProgress& progress = {});
// Changes the notes in a file that exists.
Status save_notes(const std::string& path, const ViewNotes& notes);

}  // namespace ipcscope

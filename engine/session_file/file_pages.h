// Events and flows of a file of version 2 or later, a chunk at a time, when somebody looks at them.
#pragma once

#include "runtime/event_store.h"
#include "session_file/block.h"
#include "session_file/table_reader.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace ipcscope::session_file {

class FileRegistry;

// What the numbers of a file mean. Constant once events are read.
struct FileMeaning {
    const FileRegistry* registry = nullptr;
    std::int64_t started_ns = 1;
    const std::unordered_map<std::int64_t, std::uint32_t>* calls = nullptr;  // nullptr: as they are
    // Numbers of objects are counted up, so that tables are as long as the highest: a file has fewer than
    // bytes.
    std::int64_t most_objects = UINT32_MAX;
};

inline constexpr std::int64_t latest_ns = std::int64_t{1} << 60;

// The columns of a SELECT, as the functions below expect them behind the key.
std::string event_block_columns(bool data);  // else only the length of the data
std::string flow_block_columns();

// The row at which `rows` stands; its data as a length or bytes. False: it is none.
bool read_event_block(TableReader& rows, EventBlock& out, std::size_t& data_length);
std::string_view event_block_data(TableReader& rows);
bool read_flow_block(TableReader& rows, FlowBlock& out, std::int64_t& base);

// One event of it. Its time, if that can be (else INT64_MIN), and everything else clamped to what can be.
// `sound` turns false where it had to be. place = null_number: payload and results are in `large`, or none.
Event event_of(const EventBlock& block, std::size_t i, std::size_t data_length, const FileMeaning& meaning,
               std::int64_t& place, bool& sound);
// False: it leads to what cannot be.
bool flow_of(const FlowBlock& block, std::size_t i, std::int64_t base, Flow& out);

class FilePages final : public EventStore::Source, public FlowTable::Source {
public:
    FilePages(Database db, std::uint64_t bytes) : db_(std::move(db)), budget_(bytes) {}
    void begin(const FileMeaning& meaning) {
        const std::lock_guard lock(mutex_);
        meaning_ = meaning;
    }
    // Before all are read: there are so many events, and flows are shown by their number in the file.
    void expect(std::uint64_t events) { events_there_ = events; }

    // --- the thread that reads the file as a whole ---
    // Values that can be by themselves, but not after what came before: in order, before the event is shown.
    void mended(std::uint64_t seq, std::int64_t time_ns, std::int64_t duration_ns);
    // The flow that is shown as number `index` (from 0) is this one of the file.
    void flow_is(std::size_t index, std::int64_t file_id);

    // What stands beside that which is looked at is read before it is asked for. Until `stop` and wake().
    void read_ahead(const EventStore& events, const std::atomic<bool>& stop);

    // --- any thread ---
    void wake();
    void read(std::uint64_t chunk, std::size_t known, std::vector<Event>& events,
              std::string& extra) override;
    void read(std::size_t chunk, std::size_t known, std::vector<Flow>& flows) override;

private:
    struct Mended {
        std::uint64_t seq;
        std::int64_t time_ns, duration_ns;
    };
    void note_look(std::uint64_t chunk);
    void put_data(std::uint64_t seq, Event& event, std::string_view data, std::int64_t place,
                  std::string& extra);

    std::mutex mutex_;
    Database db_;
    Budget budget_;
    FileMeaning meaning_;
    std::unique_ptr<TableReader> events_, flows_, large_;
    std::vector<Mended> mended_;
    // From this index on: id of the file - index.
    std::vector<std::pair<std::size_t, std::int64_t>> shifts_{{0, 0}};
    std::uint64_t events_there_ = UINT64_MAX;
    std::condition_variable looked_;
    std::optional<std::uint64_t> looked_at_;  // a chunk that was read since
    std::uint64_t looked_before_ = 0;
    std::thread::id reads_ahead_;
};

}  // namespace ipcscope::session_file

#include "session_file/table_reader.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace ipcscope::session_file {

namespace {

constexpr std::int64_t first_stride = 16;
constexpr std::int64_t longest_stride = std::int64_t{1} << 34;
constexpr std::uint64_t most_damages = 20'000;

// A real table, its rows in the order of the key: a view, a virtual table or a key that is none would make
// the question a long or a strange one.
bool is_plain(Database& db, const char* table, const char* key) {
    auto ask = db.prepare(
        "SELECT l.type = 'table' AND l.wr = 0 AND "
        "EXISTS(SELECT 1 FROM pragma_table_xinfo(?1) WHERE name = ?2 AND pk = 1 AND upper(type) = 'INTEGER') "
        "AND "
        "NOT EXISTS(SELECT 1 FROM pragma_table_xinfo(?1) WHERE hidden <> 0 OR (pk > 0 AND name <> ?2)) "
        "FROM pragma_table_list(?1) l WHERE l.schema = 'main'");
    if (!ask) return false;
    ask->bind_text(0, table);
    ask->bind_text(1, key);
    const bool plain = ask->step() == SQLITE_ROW && ask->integer(0) == 1;
    ask->reset();
    return plain;
}

}  // namespace

TableReader::TableReader(Database& db, const char* table, const char* key, const char* columns)
    : table_(table) {
    if (!is_plain(db, table, key)) {
        why_not_ = fmt::format("table '{}' is missing or not as it should be", table);
        return;
    }
    auto made =
        db.prepare(fmt::format("SELECT {0}, {1} FROM {2} WHERE {0} >= ? ORDER BY {0}", key, columns, table));
    if (!made)
        why_not_ = fmt::format("table '{}' cannot be read: {}", table, made.error().message);
    else
        rows_ = std::move(*made);
}

bool TableReader::next(const std::atomic<bool>* stop) {
    if (!rows_ || given_up_) return false;
    if (!sound_) ++unsound_;
    sound_ = true;
    if (!begun_) rows_.bind(0, next_);
    begun_ = true;
    while (!stop || !*stop) {
        const int result = rows_.step();
        if (result == SQLITE_DONE) return given_up_ = true, false;
        if (result == SQLITE_ROW) {
            const auto key = rows_.integer(0);
            if (key >= next_ && key < INT64_MAX) {  // else rows come round again: the tree is none
                key_ = key;
                next_ = key + 1;
                stride_ = 0;
                return true;
            }
        } else if ((result & 0xff) == SQLITE_INTERRUPT) {
            return given_up_ = true, false;
        }
        if (!jump()) return false;
    }
    return false;
}

void TableReader::go_to(std::int64_t key) {
    if (!rows_) return;
    if (!sound_) ++unsound_;
    sound_ = true;
    rows_.reset();
    next_ = key;
    stride_ = 0;
    begun_ = given_up_ = false;
}

// Goes on behind what cannot be read.
bool TableReader::jump() {
    ++damages_;
    rows_.reset();
    stride_ = stride_ == 0 ? first_stride : stride_ * 2;
    if (stride_ > longest_stride || damages_ > most_damages || next_ > INT64_MAX - stride_)
        return given_up_ = true, false;
    next_ += stride_;
    rows_.bind(0, next_);
    return true;
}

std::int64_t TableReader::integer(int column, std::int64_t low, std::int64_t high, std::int64_t otherwise) {
    const auto value = integer(column);
    if (value >= low && value <= high) return value;
    sound_ = false;
    return otherwise;
}

std::string TableReader::problem() const {
    if (!why_not_.empty()) return why_not_;
    std::string out;
    if (damages_ > 0) out = fmt::format("table '{}' is damaged: not all of its rows can be read", table_);
    if (unsound_rows() > 0)
        out += fmt::format("{}{} row(s) of table '{}' hold values that cannot be; they are shown as none",
                           out.empty() ? "" : "; ", unsound_rows(), table_);
    return out;
}

}  // namespace ipcscope::session_file

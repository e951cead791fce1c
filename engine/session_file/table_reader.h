// Rows of one table in the order of their key, out of a file that may be damaged: what cannot be read is
// jumped over and counted.
#pragma once

#include "session_file/database.h"

#include <atomic>
#include <string>

namespace ipcscope::session_file {

// Bytes that a file may make us keep: as many as it has itself. More would come of a page that is said to
// belong to many rows.
class Budget {
public:
    explicit Budget(std::uint64_t bytes) : left_(bytes) {}
    bool take(std::size_t bytes) {
        if (bytes > left_) return spent_ = true, false;
        left_ -= bytes;
        return true;
    }
    bool spent() const { return spent_; }

private:
    std::uint64_t left_;
    bool spent_ = false;
};

class TableReader {
public:
    // `columns` as in SELECT, `key` is the integer primary key and becomes column 0. Nothing is read when the
    // table is not one of ours (see problem()).
    TableReader(Database& db, const char* table, const char* key, const char* columns);
    // False: there is no more, or `stop` was set.
    bool next(const std::atomic<bool>* stop = nullptr);
    void go_to(std::int64_t key);  // next() comes to this one, or to what follows it
    std::int64_t key() const { return key_; }
    // Of the row that next() came to. A value of another type is 0 or "" and makes the row unsound.
    std::int64_t integer(int column) { return rows_.integer(column, &sound_); }
    // Between the two, else `otherwise`, and the row is unsound.
    std::int64_t integer(int column, std::int64_t low, std::int64_t high, std::int64_t otherwise = 0);
    std::string_view bytes(int column) { return rows_.bytes(column, &sound_); }
    bool is_null(int column) const { return rows_.is_null(column); }
    void unsound() { sound_ = false; }

    std::uint64_t damages() const { return damages_; }  // places that could not be read
    std::uint64_t unsound_rows() const { return unsound_ + (sound_ ? 0u : 1u); }
    // What there is to say about it; "" = all is well.
    std::string problem() const;

private:
    bool jump();
    std::string table_;
    Statement rows_;
    std::string why_not_;
    std::int64_t key_ = -1;
    std::int64_t next_ = 0;
    std::int64_t stride_ = 0;
    std::uint64_t damages_ = 0, unsound_ = 0;
    bool sound_ = true, begun_ = false, given_up_ = false;
};

}  // namespace ipcscope::session_file

// Rows in blocks of 64: each column is the decimal numbers of its rows, one behind the other, all as wide as
// the longest (spaces before the shorter). So a plain sqlite3 shell finds a number by substr(), and a block
// costs one insert. An empty column: all 0; of one that may be NULL: all NULL, as is a number of spaces only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipcscope::session_file {

inline constexpr std::size_t block_rows = 64;
inline constexpr std::int64_t null_number = INT64_MIN;

using Numbers = std::array<std::int64_t, block_rows>;

// The text of the first `n` numbers.
void print_column(const Numbers& numbers, std::size_t n, bool nullable, std::string& out);
// False: it is no such text; then numbers that cannot be read are 0 or NULL.
bool parse_column(std::string_view text, std::size_t n, bool nullable, Numbers& out);

struct ColumnName {
    const char* name;
    bool nullable;
};

// Of a block of events. `dt_ns` counts from the block's `t_ns`; `place` is where in the block's `data` the
// payload stands, the results behind it: NULL = there are none, or they are in the table `large`.
enum EventColumn : std::size_t {
    col_dt,
    col_worker,
    col_operation,
    col_phase,
    col_object,
    col_call,
    col_ret,
    col_err,
    col_duration,
    col_flags,
    col_level,
    col_original,
    col_captured,
    col_results,
    col_place,
    event_columns
};
inline constexpr std::array<ColumnName, event_columns> event_column_names{{{"dt_ns", false},
                                                                           {"worker", false},
                                                                           {"operation", false},
                                                                           {"phase", false},
                                                                           {"object", false},
                                                                           {"call", false},
                                                                           {"ret", false},
                                                                           {"err", false},
                                                                           {"duration_ns", false},
                                                                           {"flags", false},
                                                                           {"level", true},
                                                                           {"original", true},
                                                                           {"captured", false},
                                                                           {"results", false},
                                                                           {"place", true}}};
// Of a block of flows; sequences count from the block's `seq`.
enum FlowColumn : std::size_t {
    col_from,
    col_to,
    col_flow_object,
    col_bytes,
    col_offset,
    col_merged,
    col_guess,
    flow_columns
};
inline constexpr std::array<ColumnName, flow_columns> flow_column_names{{{"from_seq", false},
                                                                         {"to_seq", false},
                                                                         {"object", false},
                                                                         {"bytes", false},
                                                                         {"offset", false},
                                                                         {"merged", false},
                                                                         {"guess", false}}};

// Events whose payload and results are longer have them in the table `large`.
inline constexpr std::size_t most_in_block = 4096;

template <std::size_t columns>
struct Block {
    std::array<Numbers, columns> numbers;
    std::size_t n = 0;
    std::string data;
    void clear() {
        n = 0;
        data.clear();
    }
};
using EventBlock = Block<event_columns>;
using FlowBlock = Block<flow_columns>;

}  // namespace ipcscope::session_file

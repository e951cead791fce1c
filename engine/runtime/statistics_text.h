// Statistics as text for people and for other programs.
#pragma once

#include "runtime/statistics.h"

#include <string>

namespace ipcscope {

// A header line and a line for each row, RFC 4180. Times are ns; quantiles to Histogram::quantile_error; of
// what has no durations, they are empty. `seconds`: what the rate is of, 0 = no rate.
std::string statistics_csv(const Recording& recording, const Statistics& statistics, StatisticsBy by,
                           double seconds);
// As a table for terminals, the most frequent first.
std::string statistics_table(const Recording& recording, const Statistics& statistics, StatisticsBy by,
                             double seconds);
const char* statistics_word(StatisticsBy by);  // "operation", "object", "worker"
// "EAGAIN 12, EINTR 3"
std::string errnos_text(const Figures& figures);

}  // namespace ipcscope

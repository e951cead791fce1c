// Finds text in a recording without hiding anything: in calls, outcomes and payload octets.
#pragma once

#include "runtime/recording.h"

#include <atomic>
#include <optional>
#include <string>

namespace ipcscope {

struct TextQuery {
    std::string text;       // octets; "" finds nothing
    bool any_case = false;  // ASCII letters
    bool calls = true;      // the call as the program writes it
    bool outcomes = true;   // errno by name, results as they are printed
    bool payloads = true;   // what was captured
    bool operator==(const TextQuery&) const = default;
};

class TextSearch {
public:
    TextSearch(const Recording& recording, TextQuery query);
    ~TextSearch();
    TextSearch(const TextSearch&) = delete;
    TextSearch& operator=(const TextSearch&) = delete;

    // The nearest event that has it, `from` included. Blocks (long recordings: run it beside the window);
    // nothing = none, or cancelled. One call at a time.
    std::optional<std::uint64_t> next(std::uint64_t from) const;
    std::optional<std::uint64_t> previous(std::uint64_t from) const;
    bool matches(std::uint64_t seq) const;
    // --- any thread ---
    void cancel();  // for good
    bool cancelled() const;
    double progress() const;  // of the call that runs, 0..1

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ipcscope

// What a person has arranged in the views of one program or recording. Kept as JSON: in a session file, or in
// the user's configuration for a program.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

struct ViewNotes {
    struct Bookmark {
        std::int64_t time_ns = 0;  // since the first event
        std::string note;
        bool operator==(const Bookmark&) const = default;
    };
    struct Filter {
        std::string name;
        std::string text;  // engine/filter/FILTER.md
        bool operator==(const Filter&) const = default;
    };
    // Lanes by their stable names ("worker:child").
    std::string grouping;  // "by_process", "by_object", ...; "" = as usual
    std::vector<std::string> lane_order;
    std::vector<std::string> pinned, hidden, collapsed;
    std::map<std::string, std::string> labels;
    std::map<std::string, int> colours;  // index into the palette
    std::vector<Bookmark> bookmarks;
    std::vector<Filter> filters;  // saved ones
    std::string filter;           // that is applied
    bool filter_dims = false;     // else it hides

    bool operator==(const ViewNotes&) const = default;
    bool empty() const { return *this == ViewNotes(); }
    // Without the bookmarks: a file has a table of them, so that they can be read with the rest.
    std::string json(bool with_bookmarks = true) const;
    // Whatever can be made out is taken over, the rest is left out; text of no meaning gives empty notes.
    static ViewNotes from_json(std::string_view json);
};

}  // namespace ipcscope

// A recording as the text of a sequence diagram, for documents and slides: Mermaid and PlantUML draw it. Both
// put one message below the other, so what was not received at once is told where it is sent and, by its
// number, drawn where it arrives.
#pragma once

#include "export/sequence_rows.h"

#include <functional>
#include <string>

namespace ipcscope {

enum class DiagramLanguage { mermaid, plantuml };

struct SequenceTextOptions {
    std::string title;  // "" = none
    SequenceChoice choice;
    std::size_t max_steps = 500;   // calls, messages and moments; what is cut is counted in the text
    std::size_t max_columns = 40;  // processes and objects; the ones with the fewest steps are left out
    std::shared_ptr<const SequenceRows> rows = {};  // already found by `choice`; nullptr = they are found now
    std::uint64_t first_row = 0, end_row = ~std::uint64_t{0};  // only these
    std::size_t max_bytes = 0;               // 0 = what the language's usual viewers take (Mermaid: 50,000)
    std::function<bool(double)> go_on = {};  // asked with the part that is done, 0 to 1; false = cancelled
};

struct SequenceText {
    std::string text;  // UTF-8, ends with a newline
    std::uint64_t steps = 0;
    std::uint64_t steps_left_out = 0;
    std::size_t columns_left_out = 0;
    bool cancelled = false;  // there is no text
};

// Looks at every event of the range once; takes as long as that does.
SequenceText sequence_text(const Recording& recording, DiagramLanguage language,
                           const SequenceTextOptions& options);

// Text that stays text where a message or a name is expected.
std::string mermaid_text(std::string_view text);
std::string plantuml_text(std::string_view text);

}  // namespace ipcscope

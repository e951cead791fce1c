// What can stand at a position of a program: for editors. Comes from the specs, from the words of the
// language and from what the text above has named.
#pragma once

#include "session/program.h"

namespace ipcscope {

struct ProgramOffer {
    std::string insert;     // what stands between begin and end afterwards
    std::size_t back = 0;   // octets that the cursor then goes back: to between the parentheses
    std::string label;      // how a list shows it
    std::string help;       // may be ""
    bool translate = true;  // `help` is a string of the specs (IPC_TR); else it is said as it is
};

struct ProgramOffers {
    std::size_t begin = 0, end = 0;   // octets that an offer replaces
    std::vector<ProgramOffer> items;  // the likeliest first
    // Nothing is typed yet and nothing has to be: to be shown when asked for, not while somebody types.
    bool only_asked = false;
};

// `cursor`: octets before it. Never fails: in strings and comments, and where the text makes no sense,
// nothing is offered.
ProgramOffers complete_program(const Registry& registry, std::string_view text, std::size_t cursor);

}  // namespace ipcscope

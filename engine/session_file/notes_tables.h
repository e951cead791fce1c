// What a person has arranged, as tables: lanes, filters, layout, bookmarks. Before version 3 all but the
// bookmarks stood in one JSON text.
#pragma once

#include "session_file/database.h"
#include "session_file/view_notes.h"

#include <string>
#include <vector>

namespace ipcscope::session_file {

// In place of what is there; in a transaction of the caller's. As the version of the file has it.
Status write_notes(Database& db, const ViewNotes& notes, int version);

// Whatever can be made out. What cannot is said in `problems`.
ViewNotes read_notes(Database& db, int version, std::vector<std::string>& problems);

}  // namespace ipcscope::session_file

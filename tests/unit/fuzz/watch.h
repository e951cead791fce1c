// What is to be said when an input ends the process, or is not done with in time: which one it was.
#pragma once

#include <string>

namespace ipcscope::testing {

// Once, before the first. Files of inputs that fail go to `directory`.
void watch_inputs(const std::string& directory);

class WatchedInput {
public:
    // Fatal when it takes longer than two minutes, or more memory than 3 GiB.
    WatchedInput(const char* target, const std::string& input);
    ~WatchedInput();
};

}  // namespace ipcscope::testing

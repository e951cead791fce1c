// Standard output. A reader that went away is no failure of ours, a full disk is.
#pragma once

#include <string_view>

namespace ipcscope::cli {

class Output {
public:
    bool write(std::string_view text);  // all of it; false = it cannot be written any more
    bool broken() const { return broken_; }
    bool failed() const { return failed_; }  // broken for another reason than a reader that went away

private:
    bool broken_ = false;
    bool failed_ = false;
};

}  // namespace ipcscope::cli

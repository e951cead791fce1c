// What a siginfo_t says, as far as its si_code makes it meaningful (sigaction(2)).
#pragma once

#include "schema/value.h"

#include <array>
#include <cstddef>
#include <optional>
#include <signal.h>
#include <string_view>

namespace ipcscope::mechanisms {

struct Information {
    int signal = 0;
    std::optional<std::int64_t> pid = {}, uid = {}, value = {}, status = {};
    const char* code = "";  // "" = not known

    // Calls use(name, number) for what there is, in the order of the spec; `code` is apart.
    // Async-signal-safe.
    template <typename F>
    void each_number(F&& use) const {
        use("signal", std::int64_t{signal});
        if (pid) use("pid", *pid);
        if (uid) use("uid", *uid);
        if (value) use("value", *value);
        if (status) use("status", *status);
    }
};

// Async-signal-safe.
Information information_of(const siginfo_t& info);

// Encoded Fields (schema/wire.h), made without allocation: for handlers. At most 256 bytes.
class EncodedInformation {
public:
    explicit EncodedInformation(const Information& information);
    std::string_view view() const { return {bytes_.data(), used_}; }

private:
    void raw(const void* data, std::size_t size);
    void name(std::string_view text);
    std::array<char, 256> bytes_;
    std::size_t used_ = 0;
};

}  // namespace ipcscope::mechanisms

#include "fuzz/fuzz.h"

#include "mechanisms/driver.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include <sys/mman.h>

namespace ipcscope::fuzz {

const Registry& registry() {
    static const Registry all(all_specs());
    return all;
}

void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "it does not hold: %s\n", what);
    std::abort();
}

void use(std::uint64_t value) {
    static volatile std::uint64_t used = 0;
    used = used + value;
}

std::uint64_t sum_of(std::string_view bytes) {
    std::uint64_t sum = 0;
    for (const char c : bytes)
        sum += static_cast<unsigned char>(c);
    return sum;
}

std::string_view Octets::take(std::size_t most) {
    const auto out = rest_.substr(0, most);
    rest_.remove_prefix(out.size());
    return out;
}

std::string grown(std::string_view input) {
    constexpr std::size_t longest = std::size_t{1} << 20;
    if (!input.starts_with('\x01')) return std::string(input);
    Octets octets(input.substr(1));
    const std::size_t times = octets.u16(), length = octets.u8(), before = octets.u8();
    std::string out(octets.take(before));
    const auto piece = octets.take(length);
    for (std::size_t i = 0; i < times && out.size() < longest; ++i)
        out += piece;
    return out.append(octets.rest());
}

const std::string& file_with(std::string_view bytes) {
    static const int fd = memfd_create("fuzz", MFD_CLOEXEC);
    static const std::string path = "/proc/self/fd/" + std::to_string(fd);
    must(fd >= 0 && ftruncate(fd, 0) == 0, "there is a file for the input");
    for (std::size_t at = 0; at < bytes.size();) {
        const auto put = pwrite(fd, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        must(put > 0, "the input is written");
        at += static_cast<std::size_t>(put);
    }
    return path;
}

}  // namespace ipcscope::fuzz

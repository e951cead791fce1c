#include "base/signals.h"
#include "mechanisms/anon_inode/words.h"

#include <charconv>
#include <fmt/format.h>

#include <sys/epoll.h>
#include <sys/inotify.h>

namespace ipcscope::mechanisms::anon_inode {

namespace {

constexpr std::size_t longest = 2000;  // of a text: a server watches thousands

struct Bit {
    std::uint32_t value;
    const char* name;
};

constexpr Bit epoll_bits[] = {{EPOLLIN, "EPOLLIN"},         {EPOLLPRI, "EPOLLPRI"},
                              {EPOLLOUT, "EPOLLOUT"},       {EPOLLRDHUP, "EPOLLRDHUP"},
                              {EPOLLET, "EPOLLET"},         {EPOLLONESHOT, "EPOLLONESHOT"},
                              {EPOLLWAKEUP, "EPOLLWAKEUP"}, {EPOLLEXCLUSIVE, "EPOLLEXCLUSIVE"},
                              {EPOLLRDNORM, "EPOLLRDNORM"}, {EPOLLRDBAND, "EPOLLRDBAND"},
                              {EPOLLWRNORM, "EPOLLWRNORM"}, {EPOLLWRBAND, "EPOLLWRBAND"}};
constexpr Bit inotify_bits[] = {{IN_ACCESS, "IN_ACCESS"},
                                {IN_MODIFY, "IN_MODIFY"},
                                {IN_ATTRIB, "IN_ATTRIB"},
                                {IN_CLOSE_WRITE, "IN_CLOSE_WRITE"},
                                {IN_CLOSE_NOWRITE, "IN_CLOSE_NOWRITE"},
                                {IN_OPEN, "IN_OPEN"},
                                {IN_MOVED_FROM, "IN_MOVED_FROM"},
                                {IN_MOVED_TO, "IN_MOVED_TO"},
                                {IN_CREATE, "IN_CREATE"},
                                {IN_DELETE, "IN_DELETE"},
                                {IN_DELETE_SELF, "IN_DELETE_SELF"},
                                {IN_MOVE_SELF, "IN_MOVE_SELF"}};

template <std::size_t N>
std::string bits(std::uint32_t mask, const Bit (&names)[N], std::uint32_t always) {
    std::string out;
    for (const auto& bit : names)
        if ((mask & bit.value) != 0) out += (out.empty() ? "" : "|") + std::string(bit.name);
    // Errors and hang-ups are always told: they say nothing.
    return out.empty() && (mask & ~always) != 0 ? fmt::format("{:#x}", mask) : out;
}

// "wd:1 ino:3c51a": the number behind a name in a line.
bool number_behind(std::string_view line, std::string_view name, std::uint64_t& value, int base) {
    const auto at = line.find(name);
    if (at == std::string_view::npos) return false;
    line.remove_prefix(at + name.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return std::from_chars(line.data(), line.data() + line.size(), value, base).ec == std::errc();
}

template <typename See>
void each_line(std::string_view info, std::string_view begins, See&& see) {
    while (!info.empty()) {
        const auto line = info.substr(0, info.find('\n'));
        info.remove_prefix(std::min(line.size() + 1, info.size()));
        if (line.starts_with(begins)) see(line);
    }
}

void append(Words& words, const std::string& text) {
    ++words.count;
    if (words.cut) return;
    if (!words.text.empty()) words.text += ", ";
    words.cut = words.text.size() + text.size() > longest;
    words.text += words.cut ? "..." : text;
}

}  // namespace

Words epoll_words(std::string_view info) {
    Words out;
    each_line(info, "tfd:", [&](std::string_view line) {
        std::uint64_t fd = 0, events = 0;
        number_behind(line, "tfd:", fd, 10);
        number_behind(line, "events:", events, 16);
        const auto words = bits(static_cast<std::uint32_t>(events), epoll_bits, EPOLLERR | EPOLLHUP);
        append(out, words.empty() ? fmt::format("{}", fd) : fmt::format("{}: {}", fd, words));
    });
    return out;
}

Words inotify_words(std::string_view info) {
    Words out;
    each_line(info, "inotify ", [&](std::string_view line) {
        std::uint64_t watch = 0, inode = 0, device = 0, mask = 0;
        number_behind(line, "wd:", watch, 10);
        number_behind(line, " ino:", inode, 16);
        number_behind(line, "sdev:", device, 16);
        number_behind(line, " mask:", mask, 16);
        append(out, fmt::format("{}: inode {} of {}:{}, {}", watch, inode, device >> 20, device & 0xfffff,
                                bits(static_cast<std::uint32_t>(mask), inotify_bits, 0)));
    });
    return out;
}

std::string signal_words(std::string_view mask) {
    std::uint64_t bitmap = 0;
    std::from_chars(mask.data(), mask.data() + mask.size(), bitmap, 16);
    std::string out;
    for (int number = 1; number <= 64; ++number)
        if ((bitmap >> (number - 1) & 1) != 0) out += (out.empty() ? "" : ", ") + signal_name(number);
    return out;
}

bool seconds_pair(std::string_view text, std::int64_t& ns) {
    std::uint64_t seconds = 0, rest = 0;
    if (!number_behind(text, "(", seconds, 10) || !number_behind(text, ",", rest, 10)) return false;
    ns = static_cast<std::int64_t>(std::min<std::uint64_t>(seconds, 9'000'000'000)) * 1'000'000'000 +
         static_cast<std::int64_t>(rest);
    return true;
}

}  // namespace ipcscope::mechanisms::anon_inode

#include "mechanisms/file/monitor_locks.h"

#include <charconv>

namespace ipcscope::mechanisms::files {
namespace {

std::string_view word(std::string_view& line) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return line = {};
    line.remove_prefix(begin);
    const auto end = line.find_first_of(" \t\n");
    const auto out = line.substr(0, end);
    line.remove_prefix(out.size());
    return out;
}

template <typename Number>
bool number(std::string_view text, Number& out) {
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    return error == std::errc() && stop == end && !text.empty();
}

LockType type_of(std::string_view word) {
    if (word == "POSIX") return LockType::posix;
    if (word == "OFDLCK") return LockType::open_file;
    if (word == "FLOCK") return LockType::flock;
    if (word == "LEASE") return LockType::lease;
    if (word == "DELEG") return LockType::delegation;
    return LockType::other;
}

}  // namespace

bool parse_lock(std::string_view line, LockLine& out) {
    out = {};
    if (!word(line).ends_with(':')) return false;
    auto next = word(line);
    out.waits = next == "->";
    if (out.waits) next = word(line);
    out.type = type_of(next);
    out.mandatory = word(line) == "MANDATORY";
    const auto mode = word(line);
    out.mode = mode == "WRITE" ? LockMode::write : mode == "READ" ? LockMode::read : LockMode::none;
    if (!number(word(line), out.pid)) return false;
    out.place = word(line);
    const auto colon = out.place.rfind(':');
    if (colon == std::string_view::npos || !number(out.place.substr(colon + 1), out.inode)) return false;
    out.device = out.place.substr(0, colon);
    if (!number(word(line), out.start)) return false;
    const auto end = word(line);
    if (end == "EOF")
        out.end = lock_eof;
    else if (!number(end, out.end))
        return false;
    return true;
}

bool conflict(const LockLine& a, const LockLine& b) {
    const auto of_bytes = [](LockType type) {
        return type == LockType::posix || type == LockType::open_file;
    };
    if (a.type != b.type && !(of_bytes(a.type) && of_bytes(b.type))) return false;
    return a.place == b.place && (a.mode == LockMode::write || b.mode == LockMode::write) &&
           a.start <= b.end && b.start <= a.end;
}

}  // namespace ipcscope::mechanisms::files

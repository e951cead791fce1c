#include "mechanisms/proc_net.h"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <netinet/tcp.h>

#include <sys/socket.h>

namespace ipcscope::mechanisms::diag {

namespace {

// The next word, which blanks end.
std::string_view word(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto out = rest.substr(0, rest.find(' '));
    rest.remove_prefix(out.size());
    return out;
}

template <typename T>
bool number(std::string_view text, T& out, int base) {
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out, base);
    return error == std::errc() && stop == end;
}

std::string_view line(std::string_view& rest) {
    const auto out = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(out.size() + 1, rest.size()));
    return out;
}

struct Row {
    UnixSocket socket;
    std::size_t name = 0, length = 0;
    bool named = false;
};

// "0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/chat"
bool parse_row(std::string_view text, Row& row) {
    const auto address = word(text);
    std::uint64_t pointer = 0;
    if (address.size() < 2 || address.back() != ':' ||
        !number(address.substr(0, address.size() - 1), pointer, 16))
        return false;
    std::uint32_t uses = 0, protocol = 0, flags = 0, type = 0, state = 0;
    if (!number(word(text), uses, 16) || !number(word(text), protocol, 16) ||
        !number(word(text), flags, 16) || !number(word(text), type, 16) || !number(word(text), state, 16) ||
        !number(word(text), row.socket.inode, 10))
        return false;
    constexpr std::uint32_t accepts = 1u << 16;  // __SO_ACCEPTCON of the kernel
    constexpr std::uint32_t connected = 3;       // SS_CONNECTED
    row.socket.type = static_cast<std::uint8_t>(type);
    row.socket.state = static_cast<std::uint8_t>((flags & accepts) != 0 ? TCP_LISTEN
                                                 : state == connected   ? TCP_ESTABLISHED
                                                                        : TCP_CLOSE);
    row.named = !text.empty();
    return true;
}

}  // namespace

Result<std::string> read_whole(const char* path) {
    const UniqueFd fd(::open(path, O_RDONLY | O_CLOEXEC));
    if (!fd) return system_failure(path, "open");
    std::string out;
    std::size_t used = 0;
    while (true) {
        out.resize(used + (64 << 10));
        const auto got = ::read(fd.get(), out.data() + used, out.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure(path, "read");
        used += static_cast<std::size_t>(got);
        if (got == 0) break;
    }
    out.resize(used);
    return out;
}

ProcUnix parse_unix(std::string_view text) {
    ProcUnix out;
    out.names.reserve(
        std::max<std::size_t>(text.size(), 64));  // on the heap: views stay good when it is moved
    std::vector<Row> rows;
    line(text);  // headings
    while (!text.empty()) {
        const auto whole = line(text);
        Row row;
        if (!parse_row(whole, row)) {
            if (rows.empty() || !rows.back().named) continue;
            out.names += '\n';
            out.names += whole;
            rows.back().length = out.names.size() - rows.back().name;
            continue;
        }
        row.name = out.names.size();
        if (row.named) {
            auto rest = whole;
            for (int i = 0; i < 7; ++i)
                word(rest);
            auto name = rest.substr(std::min<std::size_t>(1, rest.size()));
            // The NULs of an abstract name are shown as @, so that one in the middle cannot be told.
            if (name.starts_with('@')) {
                out.names += '\0';
                name.remove_prefix(1);
            }
            out.names += name;
        }
        row.length = out.names.size() - row.name;
        rows.push_back(row);
    }
    for (auto& row : rows) {
        row.socket.name = std::string_view(out.names).substr(row.name, row.length);
        if (row.socket.inode != 0)
            out.sockets.push_back(row.socket);
        else
            ++out.without_inode;
    }
    return out;
}

namespace {

// "0100007F:1F90": words of 32 bits as this machine has them.
bool parse_address(std::string_view text, int family, std::array<std::uint8_t, 16>& address,
                   std::uint16_t& port) {
    const auto colon = text.find(':');
    const std::size_t words = family == AF_INET ? 1 : 4;
    if (colon != 8 * words || !number(text.substr(colon + 1), port, 16)) return false;
    if (family == AF_INET) address[10] = address[11] = 0xff;
    for (std::size_t i = 0; i < words; ++i) {
        std::uint32_t value = 0;
        if (!number(text.substr(8 * i, 8), value, 16)) return false;
        std::memcpy(address.data() + (family == AF_INET ? 12 : 4 * i), &value, sizeof value);
    }
    return true;
}

}  // namespace

std::vector<InetSocket> parse_inet(std::string_view text, int family, bool tcp) {
    std::vector<InetSocket> out;
    line(text);  // headings
    while (!text.empty()) {
        auto row = line(text);
        InetSocket socket;
        socket.family = static_cast<std::uint8_t>(family);
        word(row);  // its number
        if (!parse_address(word(row), family, socket.local, socket.local_port) ||
            !parse_address(word(row), family, socket.remote, socket.remote_port) ||
            !number(word(row), socket.state, 16))
            continue;
        const auto queues = word(row);
        const auto colon = std::min(queues.find(':'), queues.size() - 1);
        number(queues.substr(0, colon), socket.send, 16);
        number(queues.substr(colon + 1), socket.receive, 16);
        word(row);  // timer
        word(row);  // retransmitted
        std::uint32_t uid = 0;
        number(word(row), uid, 10);
        word(row);  // timeout
        number(word(row), socket.inode, 10);
        if (socket.inode != 0) socket.uid = uid;
        socket.has_backlog = !(tcp && socket.state == TCP_LISTEN);
        if (!tcp) {
            for (int i = 0; i < 2; ++i)
                word(row);  // references, address in the kernel
            socket.has_drops = number(word(row), socket.drops, 10);
        }
        out.push_back(socket);
    }
    return out;
}

}  // namespace ipcscope::mechanisms::diag

#include "mechanisms/tcp_socket/connection.h"

#include "base/unique_fd.h"

#include <array>
#include <cinttypes>
#include <cstdio>
#include <sstream>

#include <linux/sockios.h>

namespace ipcscope::mechanisms::tcp {

Fields facts(const tcp_info& info) {
    Fields out{{"state", info.tcpi_state}};
    if (info.tcpi_state == TCP_LISTEN) {  // the kernel tells the queue in these two
        out.emplace_back("accept_queue", info.tcpi_unacked);
        out.emplace_back("backlog", info.tcpi_sacked);
        return out;
    }
    out.emplace_back("rtt", std::int64_t{info.tcpi_rtt} * 1000);
    out.emplace_back("window", info.tcpi_snd_cwnd);
    out.emplace_back("segment", info.tcpi_snd_mss);
    out.emplace_back("retransmitted", info.tcpi_total_retrans);
    return out;
}

void info(Call& call) {
    const int fd = call.fd("socket");
    tcp_info now{};
    socklen_t size = sizeof now;
    call.run([&] { return ::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &now, &size); });
    if (!call.ok()) return;
    for (const auto& [name, value] : facts(now))
        call.result(name.c_str(), value);
}

namespace {

struct Row {
    int state = 0;
    unsigned long long inode = 0;  // 0 = no process has it
    inet::Address local, peer;
};

// "0100007F:1F90": 32-bit words in the machine's own order, the port as a number.
bool parse_end(const char* host, unsigned port, inet::Address& out) {
    std::array<std::uint32_t, 4> words{};
    const auto digits = std::strlen(host);
    if (digits != 8 && digits != 32) return false;
    for (std::size_t i = 0; i < digits / 8; ++i)
        if (std::sscanf(host + 8 * i, "%8" SCNx32, &words[i]) != 1) return false;
    const bool v4 = digits == 8;
    out.storage.ss_family = v4 ? AF_INET : AF_INET6;
    out.size = v4 ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    void* to = v4 ? static_cast<void*>(&reinterpret_cast<sockaddr_in&>(out.storage).sin_addr)
                  : static_cast<void*>(&reinterpret_cast<sockaddr_in6&>(out.storage).sin6_addr);
    std::memcpy(to, words.data(), digits / 2);
    out.set_port(static_cast<std::uint16_t>(port));
    return true;
}

bool parse_row(const std::string& line, Row& row) {
    char local[33] = "", peer[33] = "";
    unsigned own = 0, other = 0, state = 0;
    if (std::sscanf(line.c_str(), " %*d: %32[0-9A-F]:%x %32[0-9A-F]:%x %x %*x:%*x %*x:%*x %*x %*u %*d %llu",
                    local, &own, peer, &other, &state, &row.inode) != 6)
        return false;
    row.state = state == TCP_CLOSING + 1u ? int{TCP_SYN_RECV} : static_cast<int>(state);  // NEW_SYN_RECV
    return parse_end(local, own, row.local) && parse_end(peer, other, row.peer);
}

bool read_table(const char* path, std::string& text) {
    const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return false;
    std::array<char, 16384> part{};
    ssize_t n = 0;
    while ((n = ::read(file.get(), part.data(), part.size())) > 0)
        text.append(part.data(), static_cast<std::size_t>(n));
    return n == 0;
}

std::vector<Row> rows_of(const std::string& text, std::uint16_t port) {
    std::vector<Row> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        Row row;
        if (!parse_row(line, row) || (row.local.port() != port && row.peer.port() != port)) continue;
        // A table that changes while it is read may show a row twice.
        const bool again = std::any_of(out.begin(), out.end(), [&](const Row& other) {
            return other.inode == row.inode && other.state == row.state &&
                   inet::full_text(other.local) == inet::full_text(row.local) &&
                   inet::full_text(other.peer) == inet::full_text(row.peer);
        });
        if (!again) out.push_back(row);
    }
    return out;
}

}  // namespace

void list(Call& call) {
    constexpr std::size_t most_shown = 256;
    const auto port = static_cast<std::uint16_t>(call.integer("port"));
    std::vector<Row> rows;
    call.run([&]() -> std::int64_t {
        std::string text;
        if (!read_table("/proc/net/tcp", text)) return -1;
        (void)read_table("/proc/net/tcp6", text);  // not there without IPv6
        rows = rows_of(text, port);
        return static_cast<std::int64_t>(rows.size());
    });
    if (!call.ok()) return;
    int waiting = 0, established = 0;
    List shown;
    for (const auto& row : rows) {
        waiting += row.state == TCP_TIME_WAIT ? 1 : 0;
        established += row.state == TCP_ESTABLISHED ? 1 : 0;
        if (shown.size() < most_shown)
            shown.push_back(Fields{{"state", row.state},
                                   {"local", inet::full_text(row.local)},
                                   {"peer", inet::full_text(row.peer)}});
    }
    call.result("time_wait", waiting);
    call.result("established", established);
    call.result("sockets", std::move(shown));
}

Result<Fields> observe(std::string_view, std::int64_t native) {
    const int fd = static_cast<int>(native);
    tcp_info now{};
    socklen_t size = sizeof now;
    if (::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &now, &size) != 0)
        return system_failure("asking for the connection's state", "getsockopt");
    Fields out;
    int number = 0;
    if (::ioctl(fd, SIOCINQ, &number) == 0) out.emplace_back("receive_queue", number);
    const auto option = [&](const char* name, int which) {
        size = sizeof number;
        if (::getsockopt(fd, SOL_SOCKET, which, &number, &size) == 0) out.emplace_back(name, number);
    };
    option("capacity", SO_RCVBUF);
    if (const auto own = inet::own_address(fd)) out.emplace_back("local", inet::full_text(*own));
    if (const auto peer = inet::peer_address(fd)) out.emplace_back("peer", inet::full_text(*peer));
    if (::ioctl(fd, SIOCOUTQ, &number) == 0) out.emplace_back("send_queue", number);
    option("send_buffer", SO_SNDBUF);
    for (auto& fact : facts(now))
        out.push_back(std::move(fact));
    return out;
}

}  // namespace ipcscope::mechanisms::tcp

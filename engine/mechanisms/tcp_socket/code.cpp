#include "mechanisms/inet_code.h"
#include "mechanisms/tcp_socket/options.h"

namespace ipcscope::mechanisms {

namespace {

const std::vector<inet::Option>& options() {
    static const auto all = tcp::options();
    return all;
}

OperationCode socket_code() {
    return {"socket",
            {.c = "ret = socket({family}, SOCK_STREAM{if flags} | {flags}{/if}, 0);",
             .python = "made = socket.socket({family}, socket.SOCK_STREAM{if flags} | {flags}{/if})"},
            {{"socket", {.c = "ret", .python = "made"}}}};
}

OperationCode accept_code() {
    auto results = inet::address_results("partner");
    results.push_back({"socket", {.c = "ret", .python = "connection"}});
    return {"accept",
            {.c = "struct InetAddress partner = {.size = sizeof partner.storage};\n"
                  "ret = accept4({listener}, (struct sockaddr *)&partner.storage, &partner.size, {flags});",
             .cpp = "InetAddress partner;\n"
                    "ret = accept4({listener}, partner.get(), &partner.size, {flags});",
             .python = "connection, partner = {listener}.accept()\n"
                       "{if flags:SOCK_NONBLOCK}\nconnection.setblocking(False)\n{/if}"},
            std::move(results)};
}

OperationCode recv_code() {
    return {"recv",
            {.c = "ret = recv({socket}, {buffer:size}, {size}, {flags});",
             .python = "data = {socket}.recv({size}, {flags})\nret = len(data)"},
            {{"data", {.c = "{buffer}, ret", .python = "data"}}}};
}

OperationCode info_code() {
    constexpr const char* listens = " if info.tcpi_state == TCP_LISTEN";
    constexpr const char* connected = " if info.tcpi_state != TCP_LISTEN";
    std::vector<ResultCode> results{
        {"state", {.c = "%s tcp_state(info.tcpi_state)", .python = "%s tcp_state(info[0])"}}};
    struct Figure {
        const char *name, *c, *when, *python;
    };
    for (const auto& [name, c, when, python] :
         {Figure{"rtt", "info.tcpi_rtt * 1000L", connected, "info[23] * 1000"},
          Figure{"window", "info.tcpi_snd_cwnd", connected, "info[26]"},
          Figure{"segment", "info.tcpi_snd_mss", connected, "info[10]"},
          Figure{"retransmitted", "info.tcpi_total_retrans", connected, "info[31]"},
          Figure{"accept_queue", "info.tcpi_unacked", listens, "info[12]"},
          Figure{"backlog", "info.tcpi_sacked", listens, "info[13]"}})
        results.push_back({name,
                           {.c = inet::kept(fmt::format("{}{}", c, when)),
                            .python = inet::kept(
                                fmt::format("{} if info[0] {} 10", python, when == listens ? "==" : "!="))}});
    return {"info",
            {.c = "struct tcp_info info = {0};\nsocklen_t size = sizeof info;\n"
                  "ret = getsockopt({socket}, IPPROTO_TCP, TCP_INFO, &info, &size);",
             .cpp = "tcp_info info{};\nsocklen_t size = sizeof info;\n"
                    "ret = getsockopt({socket}, IPPROTO_TCP, TCP_INFO, &info, &size);",
             .python = "info = struct.unpack(\n"
                       "    \"8B24I\", {socket}.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 104))"},
            std::move(results),
            {"netinet/in.h netinet/tcp.h", "", "struct"}};
}

HelperCode state_code() {
    return {"tcp_state",
            {.c = R"(// The name of a connection's state.
static const char *tcp_state(int state)
{
    static const char *const names[] = {
        "?", "TCP_ESTABLISHED", "TCP_SYN_SENT", "TCP_SYN_RECV", "TCP_FIN_WAIT1", "TCP_FIN_WAIT2",
        "TCP_TIME_WAIT", "TCP_CLOSE", "TCP_CLOSE_WAIT", "TCP_LAST_ACK", "TCP_LISTEN", "TCP_CLOSING"};

    return names[state >= 0 && state < 12 ? state : 0];
})",
             .cpp = R"(// The name of a connection's state.
const char* tcp_state(int state)
{
    static constexpr const char* names[] = {
        "?", "TCP_ESTABLISHED", "TCP_SYN_SENT", "TCP_SYN_RECV", "TCP_FIN_WAIT1", "TCP_FIN_WAIT2",
        "TCP_TIME_WAIT", "TCP_CLOSE", "TCP_CLOSE_WAIT", "TCP_LAST_ACK", "TCP_LISTEN", "TCP_CLOSING"};
    return names[state >= 0 && state < 12 ? state : 0];
})",
             .python = R"(def tcp_state(state):
    """The name of a connection's state."""
    names = ("?", "TCP_ESTABLISHED", "TCP_SYN_SENT", "TCP_SYN_RECV", "TCP_FIN_WAIT1", "TCP_FIN_WAIT2",
             "TCP_TIME_WAIT", "TCP_CLOSE", "TCP_CLOSE_WAIT", "TCP_LAST_ACK", "TCP_LISTEN", "TCP_CLOSING")
    return names[state] if state < len(names) else "?")"}};
}

HelperCode count_code() {
    return {
        "count_connections",
        {.c = R"(// How many sockets have this port at one of their ends; states[n] = how many in state n.
static long count_connections(long port, int states[16])
{
    static const char *const tables[] = {"/proc/net/tcp", "/proc/net/tcp6"};
    char line[512];
    long count = 0;

    for (int i = 0; i < 2; i++) {
        FILE *table = fopen(tables[i], "r");
        unsigned own, partner, state;

        if (table == NULL && i == 0)
            return -1;
        while (table != NULL && fgets(line, sizeof line, table) != NULL) {
            if (sscanf(line, " %*d: %*[0-9A-F]:%x %*[0-9A-F]:%x %x", &own, &partner, &state) != 3)
                continue;
            if (own != port && partner != port)
                continue;
            states[state % 16]++;
            count++;
        }
        if (table != NULL)
            fclose(table);
    }
    return count;
})",
         .cpp = R"(// How many sockets have this port at one of their ends; states[n] = how many in state n.
long count_connections(long port, std::array<int, 16>& states)
{
    long count = 0;
    for (const char* name : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        std::ifstream table(name);
        for (std::string line; std::getline(table, line);) {
            unsigned own, partner, state;
            if (std::sscanf(line.c_str(), " %*d: %*[0-9A-F]:%x %*[0-9A-F]:%x %x", &own, &partner,
                            &state) != 3)
                continue;
            if (own != port && partner != port) continue;
            ++states[state % 16];
            ++count;
        }
    }
    return count;
})",
         .python = R"(def count_connections(port):
    """The states of all sockets that have this port at one of their ends."""
    states = []
    for name in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(name):
            continue
        with open(name, encoding="ascii") as table:
            for line in list(table)[1:]:
                own, partner, state = line.split()[1:4]
                if port in (int(own.split(":")[1], 16), int(partner.split(":")[1], 16)):
                    states.append(int(state, 16))
    return states)"},
        {"stdio.h", "array cstdio fstream string", "os"}};
}

OperationCode list_code() {
    return {"list",
            {.c = "int states[16] = {0};\nret = count_connections({port}, states);",
             .cpp = "std::array<int, 16> states{};\nret = count_connections({port}, states);",
             .python = "states = count_connections({port})\nret = len(states)"},
            {{"time_wait", {.c = "states[TCP_TIME_WAIT]", .python = "states.count(6)"}},
             {"established", {.c = "states[TCP_ESTABLISHED]", .python = "states.count(1)"}}},
            {"netinet/tcp.h", "array", ""}};
}

}  // namespace

const MechanismCode& tcp_socket_code();
const MechanismCode& tcp_socket_code() {
    static const MechanismCode code{
        .id = "tcp_socket",
        .needs = {.includes = "sys/socket.h unistd.h", .imports = "os socket"},
        .python_names = inet::python_names(),
        .handles = {{"socket", {}, {.c = "-1", .python = "None"}, {.c = "@", .python = "@.fileno()"}}},
        .helpers = {inet::address_code(), inet::address_for_code(), inet::host_code(), inet::port_code(),
                    inet::poll_text_code(), state_code(), count_code()},
        .operations =
            {socket_code(),
             inet::bind_code(),
             {"listen", {.c = "ret = listen({socket}, {backlog});", .python = "{socket}.listen({backlog})"}},
             accept_code(),
             inet::connect_code(),
             inet::send_code(),
             recv_code(),
             {"shutdown", {.c = "ret = shutdown({socket}, {how});", .python = "{socket}.shutdown({how})"}},
             inet::poll_code(),
             {.verb = "setsockopt",
              .needs = inet::option_needs(),
              .choose =
                  [](Language language, const inet::Arguments& value_of) {
                      return inet::setsockopt_text(language, *inet::option_of(options(), value_of), value_of);
                  }},
             {.verb = "getsockopt",
              .results = inet::option_results(),
              .needs = inet::option_needs(),
              .choose =
                  [](Language language, const inet::Arguments& value_of) {
                      return inet::getsockopt_text(language, *inet::option_of(options(), value_of));
                  }},
             inet::get_error_code(),
             inet::set_flags_code(),
             inet::getsockname_code(),
             inet::getpeername_code(),
             inet::pending_code(),
             inet::amount_code("unacknowledged", "int bytes = 0;\nret = ioctl({socket}, SIOCOUTQ, &bytes);",
                               "bytes_there = int.from_bytes(\n"
                               "    fcntl.ioctl({socket}, termios.TIOCOUTQ, bytes(4)), sys.byteorder)"),
             info_code(),
             list_code(),
             inet::close_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

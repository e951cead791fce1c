#include "mechanisms/inet_code.h"
#include "mechanisms/libc_code.h"
#include "mechanisms/udp_socket/options.h"

namespace ipcscope::mechanisms {

namespace {

const std::vector<inet::Option>& options() {
    static const auto all = udp::options();
    return all;
}

OperationCode socket_code() {
    return {"socket",
            {.c = "ret = socket({family}, SOCK_DGRAM{if flags} | {flags}{/if}, 0);",
             .python = "made = socket.socket({family}, socket.SOCK_DGRAM{if flags} | {flags}{/if})"},
            {{"socket", {.c = "ret", .python = "made"}}}};
}

OperationCode sendto_code() {
    return {"sendto",
            {.c = "struct InetAddress receiver = inet_address({socket}, {address}, {port});\n"
                  "ret = sendto({socket}, {if size}repeated({data}, {data.size}, {size}), "
                  "{size}{else}{data}, {data.size}{/if}, {flags},\n"
                  "             (struct sockaddr *)&receiver.storage, receiver.size);",
             .cpp = "InetAddress receiver = inet_address({socket}, {address}, {port});\n"
                    "ret = sendto({socket}, {if size}repeated({data}, {data.size}, {size}), "
                    "{size}{else}{data}, {data.size}{/if}, {flags},\n"
                    "             receiver.get(), receiver.size);",
             .python = "receiver = inet_address({socket}, {address}, {port})\n"
                       "ret = {socket}.sendto({if size}repeated({data}, {size}){else}{data}{/if}, {flags}, "
                       "receiver)"}};
}

// With MSG_TRUNC more may be returned than was kept.
constexpr const char* kept_bytes = "{buffer}, {if flags:MSG_TRUNC}ret < {size} ? ret : {size}{else}ret{/if}";

OperationCode recv_code() {
    return {"recv",
            {.c = "ret = recv({socket}, {buffer:size}, {size}, {flags});",
             .python = "data = bytearray({size})\nret = {socket}.recv_into(data, {size}, {flags})"},
            {{"data", {.c = kept_bytes, .python = "bytes(data[:ret])"}}}};
}

OperationCode recvfrom_code() {
    auto results = inet::address_results("sender");
    results.push_back({"data", {.c = kept_bytes, .python = "bytes(data[:ret])"}});
    return {
        "recvfrom",
        {.c = "struct InetAddress sender = {.size = sizeof sender.storage};\n"
              "ret = recvfrom({socket}, {buffer:size}, {size}, {flags}, (struct sockaddr *)&sender.storage,\n"
              "               &sender.size);",
         .cpp = "InetAddress sender;\n"
                "ret = recvfrom({socket}, {buffer:size}, {size}, {flags}, sender.get(), &sender.size);",
         .python = "data = bytearray({size})\n"
                   "ret, sender = {socket}.recvfrom_into(data, {size}, {flags})"},
        std::move(results)};
}

OperationCode recvmsg_code() {
    auto results = inet::address_results("about.sender");
    for (auto& result : results)
        result.value.python = std::string_view(result.name) == "port" ? "sender[1]" : "sender[0]";
    results.push_back({"data", {.c = kept_bytes, .python = "data"}});
    results.push_back(
        {"flags", {.c = "%s datagram_flags(about.flags)", .python = "%s datagram_flags(flags)"}});
    results.push_back(
        {"drops",
         {.c = "about.drops if about.tells_drops", .python = "about[\"drops\"] if \"drops\" in about"}});
    results.push_back({"destination",
                       {.c = "about.destination if about.destination[0] != '\\0'",
                        .python = "about[\"destination\"] if \"destination\" in about"}});
    return {"recvmsg",
            {.c = "struct Datagram about;\n"
                  "ret = receive_datagram({socket}, {buffer:size}, {size}, {flags}, &about);",
             .cpp = "Datagram about;\n"
                    "ret = receive_datagram({socket}, {buffer:size}, {size}, {flags}, about);",
             .python = "data, beside, flags, sender = {socket}.recvmsg({size}, 256, {flags})\n"
                       "about = datagram_facts(beside)\nret = len(data)"},
            std::move(results)};
}

HelperCode datagram_code() {
    return {"Datagram",
            {.c = R"(// What comes beside the bytes of a datagram.
struct Datagram {
    struct InetAddress sender;
    int flags;
    int tells_drops;
    unsigned drops;
    char destination[INET6_ADDRSTRLEN];
};)",
             .cpp = R"(// What comes beside the bytes of a datagram.
struct Datagram {
    InetAddress sender;
    int flags = 0;
    bool tells_drops = false;
    unsigned drops = 0;
    char destination[INET6_ADDRSTRLEN] = "";
};)"},
            {.includes = "netinet/in.h"}};
}

HelperCode receive_code() {
    return {
        "receive_datagram",
        {.c =
             R"(static long receive_datagram(int fd, void *data, size_t size, int flags, struct Datagram *about)
{
    char control[256];
    struct iovec part = {data, size};
    struct msghdr header = {.msg_name = &about->sender.storage, .msg_namelen = sizeof about->sender.storage,
                             .msg_iov = &part, .msg_iovlen = 1,
                             .msg_control = control, .msg_controllen = sizeof control};
    const long got = recvmsg(fd, &header, flags);

    if (got == -1)
        return got;
    about->sender.size = header.msg_namelen;
    about->flags = header.msg_flags;
    about->tells_drops = 0;
    about->destination[0] = '\0';
    for (struct cmsghdr *one = CMSG_FIRSTHDR(&header); one != NULL; one = CMSG_NXTHDR(&header, one)) {
        if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SO_RXQ_OVFL) {
            about->tells_drops = 1;
            memcpy(&about->drops, CMSG_DATA(one), sizeof about->drops);
        } else if (one->cmsg_level == IPPROTO_IP && one->cmsg_type == IP_PKTINFO) {
            struct in_pktinfo info;

            memcpy(&info, CMSG_DATA(one), sizeof info);
            inet_ntop(AF_INET, &info.ipi_addr, about->destination, sizeof about->destination);
        } else if (one->cmsg_level == IPPROTO_IPV6 && one->cmsg_type == IPV6_PKTINFO) {
            struct in6_pktinfo info;

            memcpy(&info, CMSG_DATA(one), sizeof info);
            inet_ntop(AF_INET6, &info.ipi6_addr, about->destination, sizeof about->destination);
        }
    }
    return got;
})",
         .cpp = R"(long receive_datagram(int fd, void* data, std::size_t size, int flags, Datagram& about)
{
    alignas(cmsghdr) char control[256];
    iovec part{data, size};
    msghdr header{};
    header.msg_name = about.sender.get();
    header.msg_namelen = about.sender.size;
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    const long got = recvmsg(fd, &header, flags);
    if (got == -1) return got;
    about.sender.size = header.msg_namelen;
    about.flags = header.msg_flags;
    for (cmsghdr* one = CMSG_FIRSTHDR(&header); one != nullptr; one = CMSG_NXTHDR(&header, one)) {
        if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SO_RXQ_OVFL) {
            about.tells_drops = true;
            std::memcpy(&about.drops, CMSG_DATA(one), sizeof about.drops);
        } else if (one->cmsg_level == IPPROTO_IP && one->cmsg_type == IP_PKTINFO) {
            in_pktinfo info;
            std::memcpy(&info, CMSG_DATA(one), sizeof info);
            inet_ntop(AF_INET, &info.ipi_addr, about.destination, sizeof about.destination);
        } else if (one->cmsg_level == IPPROTO_IPV6 && one->cmsg_type == IPV6_PKTINFO) {
            in6_pktinfo info;
            std::memcpy(&info, CMSG_DATA(one), sizeof info);
            inet_ntop(AF_INET6, &info.ipi6_addr, about.destination, sizeof about.destination);
        }
    }
    return got;
})"},
        {"string.h sys/uio.h netinet/in.h arpa/inet.h", "cstring", ""}};
}

HelperCode facts_code() {
    return {"datagram_facts",
            {.python = R"(def datagram_facts(beside):
    """What came beside the bytes of a datagram: losses (SO_RXQ_OVFL = 40) and where it was sent to."""
    about = {}
    for level, kind, content in beside:
        if level == socket.SOL_SOCKET and kind == 40:
            about["drops"] = struct.unpack("I", content)[0]
        elif level == socket.IPPROTO_IP and kind == 8:
            about["destination"] = socket.inet_ntoa(content[8:12])
        elif level == socket.IPPROTO_IPV6 and kind == socket.IPV6_PKTINFO:
            about["destination"] = socket.inet_ntop(socket.AF_INET6, content[:16])
    return about)"},
            {.imports = "socket struct"}};
}

HelperCode flags_text_code() {
    return {"datagram_flags",
            {.c = R"(static const char *datagram_flags(int flags)
{
    if (flags & MSG_TRUNC)
        return flags & MSG_CTRUNC ? "MSG_TRUNC|MSG_CTRUNC" : "MSG_TRUNC";
    return flags & MSG_CTRUNC ? "MSG_CTRUNC" : "0";
})",
             .cpp = R"(const char* datagram_flags(int flags)
{
    if (flags & MSG_TRUNC) return flags & MSG_CTRUNC ? "MSG_TRUNC|MSG_CTRUNC" : "MSG_TRUNC";
    return flags & MSG_CTRUNC ? "MSG_CTRUNC" : "0";
})",
             .python = R"(def datagram_flags(flags):
    names = ("MSG_TRUNC", "MSG_CTRUNC")
    return "|".join(name for name in names if flags & getattr(socket, name)) or "0")"}};
}

std::string group_text(Language language, bool join, const inet::Arguments& value_of) {
    const auto* group = value_of("group").as<std::string>();
    const bool v6 = group && group->find(':') != std::string::npos;
    const auto& device = value_of("interface").bytes();
    const auto name = device == inet::loopback ? "lo" : device;
    if (language == Language::python) {
        if (v6)
            return fmt::format(
                "member = socket.inet_pton(socket.AF_INET6, {{group}}) + struct.pack(\n"
                "    \"i\", socket.if_nametoindex(\"{}\"))\n"
                "{{socket}}.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_{}_GROUP, member)",
                name, join ? "JOIN" : "LEAVE");
        return fmt::format(
            "member = socket.inet_aton({{group}}) + {}\n"
            "{{socket}}.setsockopt(socket.IPPROTO_IP, socket.IP_{}_MEMBERSHIP, member)",
            inet::interface_text(language, false, device), join ? "ADD" : "DROP");
    }
    if (v6)
        return fmt::format(
            "struct ipv6_mreq request;\n"
            "inet_pton(AF_INET6, {{group}}, &request.ipv6mr_multiaddr);\n"
            "request.ipv6mr_interface = if_nametoindex(\"{}\");\n"
            "ret = setsockopt({{socket}}, IPPROTO_IPV6, IPV6_{}_GROUP, &request, "
            "sizeof request);",
            name, join ? "JOIN" : "LEAVE");
    return fmt::format(
        "struct ip_mreqn request = {};\ninet_pton(AF_INET, {{group}}, &request.imr_multiaddr);\n"
        "{}ret = setsockopt({{socket}}, IPPROTO_IP, IP_{}_MEMBERSHIP, &request, "
        "sizeof request);",
        language == Language::cpp ? "{}" : "{0}", inet::interface_text(language, false, device),
        join ? "ADD" : "DROP");
}

OperationCode info_code() {
    return {"info",
            {.c = "unsigned memory[SK_MEMINFO_VARS] = {0};\nsocklen_t size = sizeof memory;\n"
                  "ret = getsockopt({socket}, SOL_SOCKET, SO_MEMINFO, memory, &size);",
             .python = "memory = struct.unpack(\"9I\", {socket}.getsockopt(socket.SOL_SOCKET, 55, 36))"},
            {{"queued", {.c = "memory[SK_MEMINFO_RMEM_ALLOC]", .python = "memory[0]"}},
             {"capacity", {.c = "memory[SK_MEMINFO_RCVBUF]", .python = "memory[1]"}},
             {"drops", {.c = "memory[SK_MEMINFO_DROPS]", .python = "memory[8]"}}},
            {"linux/sock_diag.h", "", "struct"}};
}

}  // namespace

const MechanismCode& udp_socket_code();
const MechanismCode& udp_socket_code() {
    static const MechanismCode code{
        .id = "udp_socket",
        .needs = {.includes = "sys/socket.h unistd.h", .imports = "os socket"},
        .python_names = inet::python_names(),
        .handles = {{"socket", {}, {.c = "-1", .python = "None"}, {.c = "@", .python = "@.fileno()"}}},
        .helpers = {inet::address_code(), inet::address_for_code(), inet::host_code(), inet::port_code(),
                    inet::poll_text_code(), datagram_code(), receive_code(), facts_code(), flags_text_code(),
                    libc_call_code()},
        .operations = {socket_code(),
                       inet::bind_code(),
                       sendto_code(),
                       recvfrom_code(),
                       inet::connect_code(),
                       inet::send_code(),
                       recv_code(),
                       recvmsg_code(),
                       {"disconnect",
                        {.c = "struct sockaddr nobody = {.sa_family = AF_UNSPEC};\n"
                              "ret = connect({socket}, &nobody, sizeof nobody);",
                         .cpp = "sockaddr nobody{};\nnobody.sa_family = AF_UNSPEC;\n"
                                "ret = connect({socket}, &nobody, sizeof nobody);",
                         .python = "libc_call(\"connect\", {socket}.fileno(), bytes(16), 16)"}},
                       inet::poll_code(),
                       {.verb = "join_group",
                        .needs = inet::option_needs(),
                        .choose =
                            [](Language language, const inet::Arguments& value_of) {
                                return group_text(language, true, value_of);
                            }},
                       {.verb = "leave_group",
                        .needs = inet::option_needs(),
                        .choose =
                            [](Language language, const inet::Arguments& value_of) {
                                return group_text(language, false, value_of);
                            }},
                       {.verb = "setsockopt",
                        .needs = inet::option_needs(),
                        .choose =
                            [](Language language, const inet::Arguments& value_of) {
                                return inet::setsockopt_text(language, *inet::option_of(options(), value_of),
                                                             value_of);
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
                       info_code(),
                       inet::close_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

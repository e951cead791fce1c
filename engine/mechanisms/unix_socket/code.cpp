#include "mechanisms/libc_code.h"
#include "mechanisms/unix_socket/code_helpers.h"

#include <deque>
#include <fmt/format.h>

namespace ipcscope::mechanisms {

namespace {

using namespace unix_socket;

// Texts that are put together out of parts.
const char* kept(std::string text) {
    static std::deque<std::string> all;
    return all.emplace_back(std::move(text)).c_str();
}

constexpr const char* data =
    "{if size}repeated({data}, {data.size}, {size}), {size}{else}{data}, {data.size}{/if}";
constexpr const char* python_data = "{if size}repeated({data}, {size}){else}{data}{/if}";
constexpr const char* address = R"({if address=path}
struct Address address = path_address({path}, {path.size});
{/if}
{if address=abstract}
struct Address address = abstract_address({name}, {name.size});
{/if}
)";
constexpr const char* cpp_address = R"({if address=path}
Address address = path_address({path}, {path.size});
{/if}
{if address=abstract}
Address address = abstract_address({name}, {name.size});
{/if}
)";
constexpr const char* python_address = "{if address=path}{path}{else}b\"\\0\" + {name}{/if}";
constexpr const char* given = "(struct sockaddr *)&address.un, address.size";
constexpr const char* cpp_given = "address.get(), address.size";

OperationCode socket_code() {
    return {"socket",
            {.c = "ret = socket(AF_UNIX, {type|flags}, 0);",
             .python = "made = socket.socket(socket.AF_UNIX, {type|flags})"},
            {{"socket", {.c = "ret", .python = "made"}}}};
}

OperationCode socketpair_code() {
    return {"socketpair",
            {.c = "int ends[2];\nret = socketpair(AF_UNIX, {type|flags}, 0, ends);",
             .python = "ends = socket.socketpair(socket.AF_UNIX, {type|flags})"},
            {{"first", {.c = "ends[0]", .python = "ends[0]"}},
             {"second", {.c = "ends[1]", .python = "ends[1]"}}}};
}

// What the kernel has chosen is asked for.
OperationCode bind_code() {
    const auto text = [](const char* automatic, const char* before, const char* arguments,
                         const char* chosen) {
        return kept(
            fmt::format("{{if address=autobind}}\n{}{{/if}}\n{}ret = bind({{socket}}, {});\n"
                        "{{if address=autobind}}\n{}{{/if}}",
                        automatic, before, arguments, chosen));
    };
    return {"bind",
            {.c = text("struct Address address = {.un.sun_family = AF_UNIX, .size = sizeof(sa_family_t)};\n",
                       address, given,
                       "address.size = sizeof address.un;\n"
                       "getsockname({socket}, (struct sockaddr *)&address.un, &address.size);\n"),
             .cpp = text(
                 "Address address;\naddress.un.sun_family = AF_UNIX;\naddress.size = sizeof(sa_family_t);\n",
                 cpp_address, cpp_given,
                 "address.size = sizeof address.un;\n"
                 "getsockname({socket}, address.get(), &address.size);\n"),
             .python = kept(fmt::format("{{if address=autobind}}\n{{socket}}.bind(\"\")\n{{else}}\n"
                                        "{{socket}}.bind({})\n{{/if}}",
                                        python_address))},
            {{"name",
              {.c = "address_name(&address), address_name_size(&address)",
               .cpp = "address_name(address), address_name_size(address)",
               .python = "address_name({socket}.getsockname())"}}}};
}

OperationCode accept_code() {
    return {"accept",
            {.c = "struct Address from = {.size = sizeof from.un};\n"
                  "ret = accept4({socket}, (struct sockaddr *)&from.un, &from.size, {flags});",
             .cpp = "Address from;\nret = accept4({socket}, from.get(), &from.size, {flags});",
             .python = "connection, sender = {socket}.accept()\n"
                       "{if flags:SOCK_NONBLOCK}\nconnection.setblocking(False)\n{/if}"},
            {{"connection", {.c = "ret", .python = "connection"}},
             {"address",
              {.c = "%s address_kind(&from) if address_name_size(&from) > 0",
               .cpp = "%s address_kind(from) if address_name_size(from) > 0",
               .python = "%s address_kind(sender) if sender"}},
             {"name",
              {.c = "address_name(&from), address_name_size(&from) if address_name_size(&from) > 0",
               .cpp = "address_name(from), address_name_size(from) if address_name_size(from) > 0",
               .python = "address_name(sender) if sender"}}}};
}

OperationCode connect_code() {
    return {"connect",
            {.c = kept(fmt::format(
                 "{{if address=unnamed}}\n"
                 "struct Address address = {{.un.sun_family = AF_UNSPEC, .size = sizeof address.un}};\n"
                 "{{/if}}\n{}ret = connect({{socket}}, {});",
                 address, given)),
             .cpp = kept(fmt::format("{{if address=unnamed}}\n"
                                     "Address address;\naddress.un.sun_family = AF_UNSPEC;\n"
                                     "{{/if}}\n{}ret = connect({{socket}}, {});",
                                     cpp_address, cpp_given)),
             .python = kept(fmt::format("{{if address=unnamed}}\n"
                                        "libc_call(\"connect\", {{socket}}.fileno(), bytes(16), 16)\n"
                                        "{{else}}\n{{socket}}.connect({})\n{{/if}}",
                                        python_address))}};
}

OperationCode send_code() {
    return {"send",
            {.c = kept(fmt::format("ret = send({{socket}}, {}, {{flags}});", data)),
             .python = kept(fmt::format("ret = {{socket}}.send({}, {{flags}})", python_data))}};
}

OperationCode sendto_code() {
    return {"sendto",
            {.c = kept(fmt::format("{}ret = sendto({{socket}}, {}, {{flags}}, {});", address, data, given)),
             .cpp = kept(
                 fmt::format("{}ret = sendto({{socket}}, {}, {{flags}}, {});", cpp_address, data, cpp_given)),
             .python = kept(
                 fmt::format("ret = {{socket}}.sendto({}, {{flags}}, {})", python_data, python_address))}};
}

OperationCode sendmsg_code() {
    constexpr const char* fill = R"({if descriptors}
const int descriptors[] = {{list descriptors}{item}{/list}};
memcpy(beside.passed, descriptors, sizeof descriptors);
beside.count = {descriptors.count};
{/if}
{if !credentials=none}
beside.has_sender = 1;
{/if}
{if credentials=own}
beside.sender.pid = getpid();
beside.sender.uid = geteuid();
beside.sender.gid = getegid();
{/if}
{if credentials=other}
beside.sender.pid = {pid};
beside.sender.uid = {uid};
beside.sender.gid = {gid};
{/if}
)";
    constexpr const char* python_fill = R"(beside = []
{if descriptors}
numbers = array.array("i", [{list descriptors}descriptor_of({item}){/list}])
beside.append((socket.SOL_SOCKET, socket.SCM_RIGHTS, numbers))
{/if}
{if credentials=own}
sender = struct.pack("3i", os.getpid(), os.geteuid(), os.getegid())
beside.append((socket.SOL_SOCKET, socket.SCM_CREDENTIALS, sender))
{/if}
{if credentials=other}
sender = struct.pack("3i", {pid}, {uid}, {gid})
beside.append((socket.SOL_SOCKET, socket.SCM_CREDENTIALS, sender))
{/if}
)";
    return {"sendmsg",
            {.c = kept(
                 fmt::format("struct Beside beside = {{0}};\n{}{}ret = send_message({{socket}}, {}, &beside, "
                             "{{if address=peer}}NULL{{else}}&address{{/if}}, {{flags}});",
                             fill, address, data)),
             .cpp = kept(fmt::format("Beside beside;\n{}{}ret = send_message({{socket}}, {}, beside, "
                                     "{{if address=peer}}nullptr{{else}}&address{{/if}}, {{flags}});",
                                     fill, cpp_address, data)),
             .python = kept(fmt::format("{}ret = {{socket}}.sendmsg([{}], beside, {{flags}}"
                                        "{{if !address=peer}}, {}{{/if}})",
                                        python_fill, python_data, python_address))},
            {},
            {"string.h", "cstring", "array os struct"}};
}

// With MSG_TRUNC more may be returned than was kept.
constexpr const char* kept_bytes = "{buffer}, {if flags:MSG_TRUNC}ret < {size} ? ret : {size}{else}ret{/if}";

OperationCode recv_code() {
    return {"recv",
            {.c = "ret = recv({socket}, {buffer:size}, {size}, {flags});",
             .python = "{if flags:MSG_TRUNC}\n"
                       "data = bytearray({size})\nret = {socket}.recv_into(data, {size}, {flags})\n"
                       "{else}\n"
                       "data = {socket}.recv({size}, {flags})\nret = len(data)\n"
                       "{/if}"},
            {{"data", {.c = kept_bytes, .python = "bytes(data[:ret])"}}}};
}

std::vector<ResultCode> with_sender(std::vector<ResultCode> results, bool always) {
    const auto kind = [&](const char* text, const char* condition) {
        return always ? kept(fmt::format("%s {}", text)) : kept(fmt::format("%s {} if {}", text, condition));
    };
    results.push_back({"address",
                       {.c = kind("address_kind(&from)", "address_name_size(&from) > 0"),
                        .cpp = kind("address_kind(from)", "address_name_size(from) > 0"),
                        .python = kind("address_kind(sender)", "sender")}});
    results.push_back({"name",
                       {.c = "address_name(&from), address_name_size(&from) if address_name_size(&from) > 0",
                        .cpp = "address_name(from), address_name_size(from) if address_name_size(from) > 0",
                        .python = "address_name(sender) if sender"}});
    return results;
}

OperationCode recvfrom_code() {
    return {
        "recvfrom",
        {.c = "struct Address from = {.size = sizeof from.un};\n"
              "ret = recvfrom({socket}, {buffer:size}, {size}, {flags}, (struct sockaddr *)&from.un, "
              "&from.size);",
         .cpp = "Address from;\n"
                "ret = recvfrom({socket}, {buffer:size}, {size}, {flags}, from.get(), &from.size);",
         .python = "data = bytearray({size})\nret, sender = {socket}.recvfrom_into(data, {size}, {flags})"},
        with_sender({{"data", {.c = kept_bytes, .python = "bytes(data[:ret])"}}}, true)};
}

OperationCode recvmsg_code() {
    auto results = with_sender({{"data", {.c = kept_bytes, .python = "data"}}}, false);
    results.push_back({"msg_flags",
                       {.c = "%s message_flags_text(message_flags)",
                        .cpp = "%s message_flags_text(message_flags).c_str()",
                        .python = "%s message_flags_text(message_flags)"}});
    results.push_back({"passed", {.c = "beside.count", .python = "len(passed)"}});
    int at = 0;
    for (const char* name : {"pid", "uid", "gid"})
        results.push_back({name,
                           {.c = kept(fmt::format("beside.sender.{} if beside.has_sender", name)),
                            .python = kept(fmt::format("credentials[{}] if credentials", at++))}});
    for (int i = 0; i < 8; ++i)
        results.push_back({kept(fmt::format("passed_{}", i + 1)),
                           {.c = kept(fmt::format("beside.passed[{}] if beside.count > {}", i, i)),
                            .python = kept(fmt::format("passed[{}] if len(passed) > {}", i, i))}});
    return {"recvmsg",
            {.c = "struct Address from = {0};\nstruct Beside beside = {0};\nint message_flags = 0;\n"
                  "ret = receive_message({socket}, {buffer:size}, {size}, {descriptors}, &beside, &from,\n"
                  "                      &message_flags, {flags});",
             .cpp = "Address from;\nBeside beside;\nint message_flags = 0;\n"
                    "ret = receive_message({socket}, {buffer:size}, {size}, {descriptors}, beside, from,\n"
                    "                      message_flags, {flags});",
             .python = "data, passed, credentials, message_flags, sender = receive_message(\n"
                       "    {socket}, {size}, {descriptors}, {flags})\nret = len(data)"},
            results};
}

OperationCode name_code(const char* verb) {
    return {verb,
            {.c = kept(fmt::format("struct Address from = {{.size = sizeof from.un}};\n"
                                   "ret = {}({{socket}}, (struct sockaddr *)&from.un, &from.size);",
                                   verb)),
             .cpp = kept(fmt::format("Address from;\nret = {}({{socket}}, from.get(), &from.size);", verb)),
             .python = kept(fmt::format("sender = {{socket}}.{}()", verb))},
            with_sender({}, true)};
}

// The two time-outs are structures, all others numbers.
OperationCode setsockopt_code() {
    constexpr const char* time =
        "struct timeval after = {{after} / 1000000000, {after} % 1000000000 / 1000};\n"
        "ret = setsockopt({socket}, SOL_SOCKET, {option}, &after, sizeof after);\n";
    constexpr const char* python_time =
        "after = struct.pack(\"ll\", {after} // 10**9, {after} % 10**9 // 1000)\n"
        "{socket}.setsockopt(socket.SOL_SOCKET, {option}, after)\n";
    const auto text = [](const char* timed, const char* number) {
        return kept(
            fmt::format("{{if option=SO_RCVTIMEO}}\n{}{{else}}\n{{if option=SO_SNDTIMEO}}\n{}{{else}}\n{}"
                        "{{/if}}\n{{/if}}",
                        timed, timed, number));
    };
    return {"setsockopt",
            {.c = text(time,
                       "int value = {value};\n"
                       "ret = setsockopt({socket}, SOL_SOCKET, {option}, &value, sizeof value);\n"),
             .python = text(python_time, "{socket}.setsockopt(socket.SOL_SOCKET, {option}, {value})\n")},
            {},
            {"sys/time.h", "", "struct"}};
}

OperationCode getsockopt_code() {
    const auto text = [](const char* before, const char* timed, const char* number) {
        return kept(
            fmt::format("{}{{if option=SO_RCVTIMEO}}\n{}{{else}}\n{{if option=SO_SNDTIMEO}}\n{}{{else}}\n{}"
                        "{{/if}}\n{{/if}}",
                        before, timed, timed, number));
    };
    constexpr const char* timed =
        "socklen_t size = sizeof state.time;\nret = getsockopt({socket}, SOL_SOCKET, {option}, &state, "
        "&size);\n";
    constexpr const char* number =
        "socklen_t size = sizeof state.number;\nret = getsockopt({socket}, SOL_SOCKET, {option}, &state, "
        "&size);\n";
    return {"getsockopt",
            {.c = text("union {\n    int number;\n    struct timeval time;\n} state = {0};\n", timed, number),
             .cpp = text("union {\n    int number;\n    timeval time;\n} state{};\n", timed, number),
             .python =
                 text("value = after = None\n",
                      "after = struct.unpack(\"ll\", {socket}.getsockopt(socket.SOL_SOCKET, {option}, 16))\n",
                      "value = {socket}.getsockopt(socket.SOL_SOCKET, {option})\n")},
            {{"value",
              {.c = "state.number if size == sizeof state.number", .python = "value if value is not None"}},
             {"after",
              {.c = "state.time.tv_sec * 1000000000 + state.time.tv_usec * 1000 if size == sizeof state.time",
               .python = "after[0] * 10**9 + after[1] * 1000 if after"}}},
            {"sys/time.h", "", "struct"}};
}

OperationCode peercred_code() {
    return {
        "peercred",
        {.c = "struct ucred peer = {0};\nsocklen_t size = sizeof peer;\n"
              "ret = getsockopt({socket}, SOL_SOCKET, SO_PEERCRED, &peer, &size);",
         .cpp = "ucred peer{};\nsocklen_t size = sizeof peer;\n"
                "ret = getsockopt({socket}, SOL_SOCKET, SO_PEERCRED, &peer, &size);",
         .python =
             "peer = struct.unpack(\"3i\", {socket}.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))"},
        {{"pid", {.c = "peer.pid", .python = "peer[0]"}},
         {"uid", {.c = "(int)peer.uid", .cpp = "static_cast<int>(peer.uid)", .python = "peer[1]"}},
         {"gid", {.c = "(int)peer.gid", .cpp = "static_cast<int>(peer.gid)", .python = "peer[2]"}}},
        {.imports = "struct"}};
}

OperationCode pending_code() {
    return {"pending",
            {.c = "int pending = 0;\nret = ioctl({socket}, {which}, &pending);",
             .python = "pending = int.from_bytes(fcntl.ioctl({socket}, {which}, bytes(4)), sys.byteorder)"},
            {{"bytes", {.c = "pending", .python = "pending"}}},
            {"sys/ioctl.h linux/sockios.h", "", "fcntl sys"}};
}

OperationCode set_flags_code() {
    return {"set_flags",
            {.c = "int others = fcntl({socket}, F_GETFL) & ~O_NONBLOCK;\n"
                  "ret = fcntl({socket}, F_SETFL, others{if flags} | {flags}{/if});",
             .python = "{socket}.setblocking({if flags}False{else}True{/if})"},
            {},
            {.includes = "fcntl.h"}};
}

}  // namespace

const MechanismCode& unix_socket_code();
const MechanismCode& unix_socket_code() {
    static const MechanismCode code{
        .id = "unix_socket",
        .needs = {.includes = "sys/socket.h sys/un.h unistd.h", .imports = "os socket"},
        .python_names = {{"SOCK_", "socket."}, {"MSG_", "socket."}, {"SO_", "socket."}, {"SHUT_", "socket."}},
        .handles = {{"socket", {}, {.c = "-1", .python = "None"}, {.c = "@", .python = "@.fileno()"}}},
        .helpers = {address_code(), path_address_code(), abstract_address_code(), address_kind_code(),
                    address_name_code(), address_name_size_code(), beside_code(), send_message_code(),
                    receive_message_code(), message_flags_code(), as_socket_code(), descriptor_of_code(),
                    close_descriptor_code(), libc_call_code()},
        .operations =
            {socket_code(),
             socketpair_code(),
             bind_code(),
             {"listen", {.c = "ret = listen({socket}, {backlog});", .python = "{socket}.listen({backlog})"}},
             accept_code(),
             connect_code(),
             send_code(),
             recv_code(),
             sendto_code(),
             recvfrom_code(),
             sendmsg_code(),
             recvmsg_code(),
             {"shutdown", {.c = "ret = shutdown({socket}, {how});", .python = "{socket}.shutdown({how})"}},
             {"close",
              {.c = "ret = close({descriptor.release});", .python = "close_descriptor({descriptor})"}},
             name_code("getsockname"),
             name_code("getpeername"),
             setsockopt_code(),
             getsockopt_code(),
             peercred_code(),
             pending_code(),
             set_flags_code(),
             {"unlink", {.c = "ret = unlink({path});", .python = "os.unlink({path})"}}},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

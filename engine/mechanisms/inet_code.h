// How operations that TCP and UDP sockets know alike look in C, C++ and Python. Tables only: nothing to link.
#pragma once

#include "mechanisms/inet_code_helpers.h"
#include "mechanisms/inet_options.h"

#include <deque>
#include <fmt/format.h>
#include <functional>
#include <string>

namespace ipcscope::mechanisms::inet {

using Arguments = std::function<const Value&(std::string_view)>;

// Texts that are put together out of parts: they stay where they are.
inline const char* kept(std::string text) {
    static std::deque<std::string> all;
    return all.emplace_back(std::move(text)).c_str();
}

inline std::vector<ResultCode> address_results(const char* variable) {
    return {{"address",
             {.c = kept(fmt::format("inet_host(&{})", variable)),
              .cpp = kept(fmt::format("inet_host({})", variable)),
              .python = kept(fmt::format("{}[0]", variable))}},
            {"port",
             {.c = kept(fmt::format("inet_port(&{})", variable)),
              .cpp = kept(fmt::format("inet_port({})", variable)),
              .python = kept(fmt::format("{}[1]", variable))}}};
}

inline OperationCode bind_code() {
    return {"bind",
            {.c = "struct InetAddress address = inet_address({socket}, {address}, {port});\n"
                  "ret = bind({socket}, (struct sockaddr *)&address.storage, address.size);\n"
                  "struct InetAddress own = {.size = sizeof own.storage};\n"
                  "if (ret != -1)\n"
                  "    getsockname({socket}, (struct sockaddr *)&own.storage, &own.size);",
             .cpp = "InetAddress address = inet_address({socket}, {address}, {port});\n"
                    "ret = bind({socket}, address.get(), address.size);\n"
                    "InetAddress own;\n"
                    "if (ret != -1) getsockname({socket}, own.get(), &own.size);",
             .python = "{socket}.bind(inet_address({socket}, {address}, {port}))\n"
                       "own = {socket}.getsockname()"},
            address_results("own")};
}

inline OperationCode connect_code() {
    return {"connect",
            {.c = "struct InetAddress partner = inet_address({socket}, {address}, {port});\n"
                  "ret = connect({socket}, (struct sockaddr *)&partner.storage, partner.size);\n"
                  "struct InetAddress own = {.size = sizeof own.storage};\n"
                  "if (ret != -1)\n"
                  "    getsockname({socket}, (struct sockaddr *)&own.storage, &own.size);",
             .cpp = "InetAddress partner = inet_address({socket}, {address}, {port});\n"
                    "ret = connect({socket}, partner.get(), partner.size);\n"
                    "InetAddress own;\n"
                    "if (ret != -1) getsockname({socket}, own.get(), &own.size);",
             .python = "{socket}.connect(inet_address({socket}, {address}, {port}))\n"
                       "own = {socket}.getsockname()"},
            address_results("own")};
}

inline OperationCode getsockname_code() {
    return {"getsockname",
            {.c = "struct InetAddress own = {.size = sizeof own.storage};\n"
                  "ret = getsockname({socket}, (struct sockaddr *)&own.storage, &own.size);",
             .cpp = "InetAddress own;\nret = getsockname({socket}, own.get(), &own.size);",
             .python = "own = {socket}.getsockname()"},
            address_results("own")};
}

inline OperationCode getpeername_code() {
    return {"getpeername",
            {.c = "struct InetAddress partner = {.size = sizeof partner.storage};\n"
                  "ret = getpeername({socket}, (struct sockaddr *)&partner.storage, &partner.size);",
             .cpp = "InetAddress partner;\nret = getpeername({socket}, partner.get(), &partner.size);",
             .python = "partner = {socket}.getpeername()"},
            address_results("partner")};
}

inline OperationCode send_code() {
    return {"send",
            {.c = "ret = send({socket}, {if size}repeated({data}, {data.size}, {size}), "
                  "{size}{else}{data}, {data.size}{/if}, {flags});",
             .python = "ret = {socket}.send({if size}repeated({data}, {size}){else}{data}{/if}, {flags})"}};
}

inline OperationCode poll_code() {
    return {"poll",
            {.c = "struct pollfd ready = {.fd = {socket}, .events = {events}};\n"
                  "{if forever}\n"
                  "ret = ppoll(&ready, 1, NULL, NULL);\n"
                  "{else}\n"
                  "struct timespec timeout = {timeout.timespec};\n"
                  "ret = ppoll(&ready, 1, &timeout, NULL);\n"
                  "{/if}",
             .cpp = "pollfd ready{{socket}, {events}, 0};\n"
                    "{if forever}\n"
                    "ret = ppoll(&ready, 1, nullptr, nullptr);\n"
                    "{else}\n"
                    "const timespec timeout{timeout.timespec};\n"
                    "ret = ppoll(&ready, 1, &timeout, nullptr);\n"
                    "{/if}",
             .python = "poller = select.poll()\n"
                       "poller.register({socket}, {events})\n"
                       "ready = poller.poll({if !forever}{timeout.ms}{/if})\n"
                       "ret = len(ready)"},
            {{"revents",
              {.c = "%s poll_text(ready.revents)",
               .cpp = "%s poll_text(ready.revents)",
               .python = "%s poll_text(sum(event for _, event in ready))"}}},
            {"poll.h time.h", "", "select"}};
}

inline OperationCode set_flags_code() {
    return {"set_flags",
            {.c = "int others = fcntl({socket}, F_GETFL) & ~O_NONBLOCK;\n"
                  "ret = fcntl({socket}, F_SETFL, others{if flags} | {flags}{/if});",
             .python = "{socket}.setblocking({if flags}False{else}True{/if})"},
            {},
            {.includes = "fcntl.h"}};
}

inline OperationCode get_error_code() {
    return {"get_error",
            {.c = "int error = 0;\nsocklen_t size = sizeof error;\n"
                  "ret = getsockopt({socket}, SOL_SOCKET, SO_ERROR, &error, &size);",
             .python = "error = {socket}.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)"},
            {{"error",
              {.c = "%s error == 0 ? \"none\" : strerrorname_np(error)",
               .cpp = "%s (error == 0 ? \"none\" : strerrorname_np(error))",
               .python = "%s errno.errorcode.get(error, \"none\")"}}},
            {"string.h", "cstring", "errno"}};
}

inline OperationCode close_code() {
    return {"close", {.c = "ret = close({socket.release});", .python = "os.close({socket}.detach())"}};
}

inline OperationCode amount_code(const char* verb, const char* c, const char* python) {
    return {verb,
            {.c = c, .python = python},
            {{"bytes", {.c = "bytes", .python = "bytes_there"}}},
            {"sys/ioctl.h linux/sockios.h", "", "fcntl sys termios"}};
}

inline OperationCode pending_code() {
    return amount_code("pending", "int bytes = 0;\nret = ioctl({socket}, SIOCINQ, &bytes);",
                       "bytes_there = int.from_bytes(\n"
                       "    fcntl.ioctl({socket}, termios.FIONREAD, bytes(4)), sys.byteorder)");
}

// --- options: which level, and what sort of value, depends on the option ---

inline const Option* option_of(const std::vector<Option>& options, const Arguments& value_of) {
    const auto code = value_of("option").integer(-1);
    for (const auto& option : options)
        if (option_code(option.level, option.number) == code) return &option;
    return &options.front();
}

inline const char* level_word(int level) {
    switch (level) {
        case IPPROTO_TCP: return "IPPROTO_TCP";
        case IPPROTO_IP: return "IPPROTO_IP";
        case IPPROTO_IPV6: return "IPPROTO_IPV6";
        default: return "SOL_SOCKET";
    }
}

// Python's socket module has no names for these.
inline std::string python_option(const Option& option) {
    if (option.level == SOL_SOCKET && option.number == SO_RXQ_OVFL) return "40";  // SO_RXQ_OVFL
    if (option.level == IPPROTO_IP && option.number == IP_PKTINFO) return "8";
    if (option.level == IPPROTO_IP && option.number == IP_MULTICAST_ALL) return "49";
    return fmt::format("socket.{}", option.name);
}

inline std::string option_place(Language language, const Option& option) {
    return language == Language::python
               ? fmt::format("socket.{}, {}", level_word(option.level), python_option(option))
               : fmt::format("{}, {}", level_word(option.level), option.name);
}

constexpr const char* plain_index = "request.imr_ifindex = if_nametoindex(\"{}\");\n";
constexpr const char* cast_index = "request.imr_ifindex = static_cast<int>(if_nametoindex(\"{}\"));\n";

inline std::string interface_text(Language language, bool v6, std::string_view name) {
    const std::string device = name == loopback ? "lo" : std::string(name);
    const bool numbers = name != loopback && device.find('.') != std::string::npos;
    if (language == Language::python) {
        if (v6) return fmt::format("socket.if_nametoindex(\"{}\")", device);
        if (numbers) return fmt::format("socket.inet_aton(\"{}\") + bytes(4)", device);
        return fmt::format("socket.inet_aton(\"{}\") + struct.pack(\"i\", socket.if_nametoindex(\"{}\"))",
                           name == loopback ? "127.0.0.1" : "0.0.0.0", device);
    }
    if (numbers) return fmt::format("inet_pton(AF_INET, \"{}\", &request.imr_address);\n", device);
    auto out =
        fmt::format(language == Language::cpp ? fmt::runtime(cast_index) : fmt::runtime(plain_index), device);
    if (name == loopback) out += "request.imr_address.s_addr = htonl(INADDR_LOOPBACK);\n";
    return out;
}

inline std::string setsockopt_text(Language language, const Option& option, const Arguments& value_of) {
    const bool python = language == Language::python;
    const auto place = option_place(language, option);
    const auto with = [&](const std::string& made) {
        return made + fmt::format("ret = setsockopt({{socket}}, {}, &value, sizeof value);", place);
    };
    const auto set = [&](const std::string& value) {
        return fmt::format("{{socket}}.setsockopt({}, {})", place, value);
    };
    switch (option.value) {
        case OptionValue::boolean:
            return python ? set("{if on}1{else}0{/if}") : with("int value = {if on}1{else}0{/if};\n");
        case OptionValue::read_only:
        case OptionValue::number: return python ? set("{value}") : with("int value = {value};\n");
        case OptionValue::duration:
            return python ? set("struct.pack(\"ll\", {after} // 10**9, {after} % 10**9 // 1000)")
                          : with(
                                "struct timeval value = {{after} / 1000000000, {after} % 1000000000 / "
                                "1000};\n");
        case OptionValue::linger: {
            const bool on = value_of("seconds").integer() >= 0;
            if (python) return set(on ? "struct.pack(\"ii\", 1, {seconds})" : "struct.pack(\"ii\", 0, 0)");
            return with(on ? "struct linger value = {1, {seconds}};\n" : "struct linger value = {0, 0};\n");
        }
        case OptionValue::interface: {
            const bool v6 = option.level == IPPROTO_IPV6;
            const auto name = value_of("interface").bytes();
            if (python)
                return set(v6 ? interface_text(language, true, name)
                              : "bytes(4) + " + interface_text(language, false, name));
            if (v6)
                return with(fmt::format("unsigned value = if_nametoindex(\"{}\");\n",
                                        name == loopback ? "lo" : name));
            return fmt::format(
                "struct ip_mreqn request = {};\n{}"
                "ret = setsockopt({{socket}}, {}, &request, sizeof request);",
                language == Language::cpp ? "{}" : "{0}", interface_text(language, false, name), place);
        }
    }
    return {};
}

inline std::string getsockopt_text(Language language, const Option& option) {
    const bool python = language == Language::python;
    const auto place = option_place(language, option);
    const auto get = [&](const char* type) {
        return fmt::format(
            "{} value = {{0, 0}};\nsocklen_t size = sizeof value;\n"
            "ret = getsockopt({{socket}}, {}, &value, &size);",
            type, place);
    };
    const auto unpack = [&](const char* format, int size) {
        return fmt::format("value = struct.unpack(\"{}\", {{socket}}.getsockopt({}, {}))", format, place,
                           size);
    };
    if (option.value == OptionValue::duration)
        return python ? unpack("ll", 16) + "\nafter = value[0] * 10**9 + value[1] * 1000"
                      : get("struct timeval") +
                            "\nlong after = value.tv_sec * 1000000000 + value.tv_usec * 1000;\n(void)after;";
    if (option.value == OptionValue::linger)
        return python ? unpack("ii", 8) + "\nnumber = value[1] if value[0] else -1"
                      : get("struct linger") +
                            "\nint number = value.l_onoff ? value.l_linger : -1;\n"
                            "(void)number;";
    return python ? fmt::format("number = {{socket}}.getsockopt({})", place)
                  : fmt::format(
                        "int number = 0;\nsocklen_t size = sizeof number;\n"
                        "ret = getsockopt({{socket}}, {}, &number, &size);",
                        place);
}

// The results of getsockopt are found in these, whichever the option.
inline std::vector<ResultCode> option_results() {
    return {{"value",
             {.c = "{if option=SO_RCVTIMEO}{else}{if option=SO_SNDTIMEO}{else}number{/if}{/if}",
              .python = "{if option=SO_RCVTIMEO}{else}{if option=SO_SNDTIMEO}{else}number{/if}{/if}"}},
            {"after",
             {.c = "{if option=SO_RCVTIMEO}after{else}{if option=SO_SNDTIMEO}after{/if}{/if}",
              .python = "{if option=SO_RCVTIMEO}after{else}{if option=SO_SNDTIMEO}after{/if}{/if}"}}};
}

inline Needs option_needs() {
    return {"sys/time.h net/if.h netinet/in.h netinet/tcp.h arpa/inet.h", "", "struct socket"};
}

inline std::vector<PythonName> python_names() {
    return {{"SOCK_", "socket."}, {"AF_", "socket."},  {"MSG_", "socket."},
            {"SHUT_", "socket."}, {"POLL", "select."}, {"SO_", "socket."}};
}

}  // namespace ipcscope::mechanisms::inet

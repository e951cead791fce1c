#include "schema/code.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zmq.h>

namespace ipcscope::mechanisms {

namespace {

using Values = std::function<const Value&(std::string_view)>;

constexpr const char* frame_text = R"(// A part of a message.
struct frame {
    const void *data;
    size_t size;
};)";

constexpr const char* send_c = R"(// Sends a message of several frames: bytes of all of them, or -1.
static long send_frames(void *socket, const struct frame *frames, int count, int flags)
{
    long sum = 0;

    for (int i = 0; i < count; i++) {
        int sent = zmq_send(socket, frames[i].data, frames[i].size, i + 1 < count ? flags | ZMQ_SNDMORE : flags);
        if (sent == -1)
            return -1;
        sum += sent;
    }
    return sum;
})";
constexpr const char* send_cpp = R"(// Sends a message of several frames: bytes of all of them, or -1.
long send_frames(void* socket, const std::vector<std::string_view>& frames, int flags)
{
    long sum = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const int more = i + 1 < frames.size() ? ZMQ_SNDMORE : 0;
        const int sent = zmq_send(socket, frames[i].data(), frames[i].size(), flags | more);
        if (sent == -1) return -1;
        sum += sent;
    }
    return sum;
})";

constexpr const char* message_c =
    R"(// What came: its frames with a space between, and the address of the peer if a ROUTER gives it.
struct received_message {
    size_t size, address_size;
    char text[8192], address[256];
};)";
constexpr const char* receive_c = R"(// Receives all frames of a message: their bytes, or -1.
static long receive_message(void *socket, struct received_message *message, int flags)
{
    int type = 0, more = 1, shown = 0;
    size_t size = sizeof type;
    long sum = 0;

    *message = (struct received_message){0};
    zmq_getsockopt(socket, ZMQ_TYPE, &type, &size);
    for (int number = 0; more; number++) {
        char part[4096];
        int got = zmq_recv(socket, part, sizeof part, flags);
        if (got == -1)
            return -1;
        sum += got;
        size = sizeof more;
        zmq_getsockopt(socket, ZMQ_RCVMORE, &more, &size);
        size_t kept = (size_t)got < sizeof part ? (size_t)got : sizeof part;  // what is longer is cut
        if (type == ZMQ_ROUTER && number == 0 && more) {
            message->address_size = kept < sizeof message->address ? kept : sizeof message->address;
            memcpy(message->address, part, message->address_size);
            continue;
        }
        // REQ and REP keep an empty frame between addresses and content.
        if ((type == ZMQ_ROUTER || type == ZMQ_DEALER) && !shown && got == 0 && more)
            continue;
        if (message->size + kept + 1 > sizeof message->text)
            continue;
        if (shown++)
            message->text[message->size++] = ' ';
        memcpy(message->text + message->size, part, kept);
        message->size += kept;
    }
    return sum;
})";
constexpr const char* message_cpp =
    R"(// What came: its frames with a space between, and the address of the peer if a ROUTER gives it.
struct received_message {
    std::string text, address;
};)";
constexpr const char* receive_cpp = R"(// Receives all frames of a message: their bytes, or -1.
long receive_message(void* socket, received_message& message, int flags)
{
    int type = 0;
    std::size_t size = sizeof type;
    zmq_getsockopt(socket, ZMQ_TYPE, &type, &size);
    std::vector<std::string> frames;
    long sum = 0;
    for (int more = 1; more != 0;) {
        std::string part(4096, '\0');
        const int got = zmq_recv(socket, part.data(), part.size(), flags);
        if (got == -1) return -1;
        sum += got;
        part.resize(std::min<std::size_t>(got, part.size()));  // what is longer is cut
        frames.push_back(part);
        size = sizeof more;
        zmq_getsockopt(socket, ZMQ_RCVMORE, &more, &size);
    }
    std::size_t first = 0;
    if (type == ZMQ_ROUTER && frames.size() > 1) message.address = frames[first++];
    // REQ and REP keep an empty frame between addresses and content.
    const bool raw = type == ZMQ_ROUTER || type == ZMQ_DEALER;
    if (raw && first + 1 < frames.size() && frames[first].empty()) ++first;
    for (auto i = first; i < frames.size(); ++i)
        message.text += (i > first ? " " : "") + frames[i];
    return sum;
})";

constexpr const char* call_python = R"(# The errnos of libzmq have numbers of their own.
errno.errorcode.update({int(getattr(zmq, name)): name for name in ("EFSM", "ENOCOMPATPROTO", "ETERM", "EMTHREAD")})


def zmq_call(function, *arguments):
    """Calls something of pyzmq, whose errors are no OSErrors."""
    try:
        return function(*arguments)
    except zmq.ZMQError as error:
        raise OSError(error.errno, error.strerror) from error)";
constexpr const char* contexts_python =
    R"(contexts = []  # they are kept: one that nobody has any more would wait for its sockets)";
constexpr const char* content_python = R"(def content(kind, frames):
    """What of a message its sender gave, with a space between: without the address that a ROUTER puts in front,
    and without the empty frame that REQ and REP keep there."""
    rest = frames[1:] if kind == zmq.ROUTER and len(frames) > 1 else frames
    if kind in (zmq.ROUTER, zmq.DEALER) and len(rest) > 1 and not rest[0]:
        rest = rest[1:]
    return b" ".join(rest))";

// Python has the constants without their first four letters.
std::string python_name(int type) {
    static constexpr const char* names[] = {"PAIR",   "PUB",  "SUB",  "REQ",  "REP", "DEALER",
                                            "ROUTER", "PULL", "PUSH", "XPUB", "XSUB"};
    return std::string("zmq.") + names[type];
}

std::string python_option(std::int64_t option) {
    static constexpr std::pair<int, const char*> names[] = {{ZMQ_SNDHWM, "SNDHWM"},
                                                            {ZMQ_RCVHWM, "RCVHWM"},
                                                            {ZMQ_SNDTIMEO, "SNDTIMEO"},
                                                            {ZMQ_RCVTIMEO, "RCVTIMEO"},
                                                            {ZMQ_LINGER, "LINGER"},
                                                            {ZMQ_IMMEDIATE, "IMMEDIATE"},
                                                            {ZMQ_CONFLATE, "CONFLATE"},
                                                            {ZMQ_ROUTER_MANDATORY, "ROUTER_MANDATORY"},
                                                            {ZMQ_REQ_CORRELATE, "REQ_CORRELATE"},
                                                            {ZMQ_REQ_RELAXED, "REQ_RELAXED"},
                                                            {ZMQ_XPUB_VERBOSE, "XPUB_VERBOSE"},
                                                            {ZMQ_RECONNECT_IVL, "RECONNECT_IVL"},
                                                            {ZMQ_BACKLOG, "BACKLOG"},
                                                            {ZMQ_SNDBUF, "SNDBUF"},
                                                            {ZMQ_RCVBUF, "RCVBUF"},
                                                            {ZMQ_IPV6, "IPV6"},
                                                            {ZMQ_RCVMORE, "RCVMORE"},
                                                            {ZMQ_EVENTS, "EVENTS"},
                                                            {ZMQ_TYPE, "TYPE"}};
    for (const auto& [number, name] : names)
        if (number == option) return std::string("zmq.") + name;
    return std::to_string(option);
}

std::string context_text(Language language, const Values& value) {
    const bool threads = value("io_threads").integer() != 1;
    const bool sockets = value("max_sockets").integer() != 1023;
    std::string out;
    if (language == Language::python) {
        out = threads ? "context = zmq.Context({io_threads})" : "context = zmq.Context()";
        if (sockets) out += "\ncontext.set(zmq.MAX_SOCKETS, {max_sockets})";
        return out + "\ncontexts.append(context)";
    }
    out = language == Language::cpp ? "void* context = zmq_ctx_new();" : "void *context = zmq_ctx_new();";
    if (threads) out += "\nzmq_ctx_set(context, ZMQ_IO_THREADS, {io_threads});";
    if (sockets) out += "\nzmq_ctx_set(context, ZMQ_MAX_SOCKETS, {max_sockets});";
    return out + (language == Language::cpp ? "\nret = context == nullptr ? -1 : 0;"
                                            : "\nret = context == NULL ? -1 : 0;");
}

std::string socket_text(Language language, const Values& value) {
    if (language == Language::python)
        return "socket = zmq_call({context}.socket, " +
               python_name(static_cast<int>(value("type").integer())) + ")";
    if (language == Language::cpp)
        return "void* socket = zmq_socket({context}, {type});\nret = socket == nullptr ? -1 : 0;";
    return "void *socket = zmq_socket({context}, {type});\nret = socket == NULL ? -1 : 0;";
}

std::string python_flags(const Values& value) {
    return value("flags").integer() == ZMQ_DONTWAIT ? ", zmq.DONTWAIT" : "";
}

// The last frame as it goes on its way, if that is not how it is written: as a literal, and its length.
std::string encoded(Language language, const std::string& text, std::int64_t format, std::size_t& size) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    std::string octets;
    if (json.is_discarded()) {
        octets = text;
    } else if (format == 1) {
        octets = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    } else {
        const auto cbor = nlohmann::json::to_cbor(json);
        octets.assign(cbor.begin(), cbor.end());
    }
    size = octets.size();
    std::string out = language == Language::python ? "b\"" : "\"";
    for (const char c : octets) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
        out += plain ? std::string(1, c) : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + '"';
}

std::string send_text(Language language, const Values& value) {
    const auto* frames = value("frames").as<List>();
    const auto format = value("format").integer();
    const bool one = frames && frames->size() == 1;
    const bool python = language == Language::python;
    const bool written = format != 0 && one;  // JSON and CBOR: only alone, which is how they are used
    std::size_t size = 0;
    const auto literal = written ? encoded(language, frames->front().bytes(), format, size) : std::string();
    if (python) {
        if (written)
            return fmt::format("zmq_call({{socket}}.send, {}{})\nret = {}", literal, python_flags(value),
                               size);
        if (one)
            return "message = {each frames}{item}{/each}\nzmq_call({socket}.send, message" +
                   python_flags(value) + ")\nret = len(message)";
        return "frames = [{list frames}{item}{/list}]\nzmq_call({socket}.send_multipart, frames" +
               python_flags(value) + ")\nret = sum(map(len, frames))";
    }
    if (written) return fmt::format("ret = zmq_send({{socket}}, {}, {}, {{flags}});", literal, size);
    if (one) return "ret = zmq_send({socket}, {each frames}{item}, {item.size}{/each}, {flags});";
    if (language == Language::cpp)
        return "const std::vector<std::string_view> frames = {{list frames}{{item}, {item.size}}{/list}};\n"
               "ret = send_frames({socket}, frames, {flags});";
    return "const struct frame frames[] = {{list frames}{{item}, {item.size}}{/list}};\n"
           "ret = send_frames({socket}, frames, {frames.count}, {flags});";
}

std::string receive_text(Language language, const Values& value) {
    if (language == Language::python)
        return "frames = zmq_call({socket}.recv_multipart" + python_flags(value) +
               ")\nret = sum(map(len, frames))";
    if (language == Language::cpp)
        return "received_message message;\nret = receive_message({socket}, message, {flags});";
    return "struct received_message message;\nret = receive_message({socket}, &message, {flags});";
}

std::string set_option_text(Language language, const Values& value) {
    if (language == Language::python)
        return "zmq_call({socket}.setsockopt, " + python_option(value("option").integer()) + ", {value})";
    return std::string(language == Language::cpp ? "const " : "") +
           "int value = {value};\nret = zmq_setsockopt({socket}, {option}, &value, sizeof value);";
}

std::string get_option_text(Language language, const Values& value) {
    if (language == Language::python)
        return "value = zmq_call({socket}.getsockopt, " + python_option(value("option").integer()) + ")";
    return std::string("int value = 0;\n") + (language == Language::cpp ? "std::size_t" : "size_t") +
           " size = sizeof value;\nret = zmq_getsockopt({socket}, {option}, &value, &size);";
}

OperationCode bind_code() {
    return {"bind",
            {.c = "char bound[256] = \"\";\n"
                  "size_t size = sizeof bound;\n"
                  "ret = zmq_bind({socket}, {endpoint});\n"
                  "if (ret == 0)\n"
                  "    zmq_getsockopt({socket}, ZMQ_LAST_ENDPOINT, bound, &size);",
             .cpp = "char bound[256] = \"\";\n"
                    "std::size_t size = sizeof bound;\n"
                    "ret = zmq_bind({socket}, {endpoint});\n"
                    "if (ret == 0) zmq_getsockopt({socket}, ZMQ_LAST_ENDPOINT, bound, &size);",
             .python = "zmq_call({socket}.bind, {endpoint})"},
            {{"endpoint", {.c = "bound", .python = "{socket}.getsockopt(zmq.LAST_ENDPOINT).decode()"}}}};
}

OperationCode plain(const char* verb, const char* c, const char* python) {
    return {verb, {.c = c, .python = python}};
}

MechanismCode make_code() {
    const Snippet pointer{.c = "void *", .cpp = "void*"};
    const Snippet nothing{.c = "NULL", .cpp = "nullptr"};
    return {
        .id = "zeromq",
        .needs = {.includes = "zmq.h", .imports = "zmq errno"},
        .link = "-lzmq",
        .python = "python3-zmq",
        .handles = {{"context", pointer, nothing}, {"socket", pointer, nothing}},
        .helpers = {{"frame", {.c = frame_text}, {.includes = "stddef.h"}},
                    {"send_frames", {.c = send_c, .cpp = send_cpp}, {"zmq.h", "string_view vector", ""}},
                    {"received_message", {.c = message_c, .cpp = message_cpp}, {"stddef.h", "string", ""}},
                    {"receive_message",
                     {.c = receive_c, .cpp = receive_cpp},
                     {"string.h zmq.h", "algorithm string vector", ""}},
                    {"zmq_call", {.python = call_python}, {"", "", "errno zmq"}},
                    {"contexts", {.python = contexts_python}},
                    {"content", {.python = content_python}, {"", "", "zmq"}}},
        .operations =
            {{.verb = "context",
              .results = {{"context", {.c = "context", .python = "context"}}},
              .choose = context_text},
             {.verb = "socket",
              .results = {{"socket", {.c = "socket", .python = "socket"}}},
              .choose = socket_text},
             bind_code(),
             plain("connect", "ret = zmq_connect({socket}, {endpoint});",
                   "zmq_call({socket}.connect, {endpoint})"),
             {.verb = "send", .choose = send_text},
             {.verb = "receive",
              .results = {{"routing_id",
                           {.c = "message.address, message.address_size if message.address_size > 0",
                            .cpp =
                                "message.address.data(), message.address.size() if !message.address.empty()",
                            .python = "frames[0] if {socket}.type == zmq.ROUTER"}},
                          {"content",
                           {.c = "message.text, message.size",
                            .cpp = "message.text.data(), message.text.size()",
                            .python = "content({socket}.type, frames)"}}},
              .choose = receive_text},
             plain("subscribe", "ret = zmq_setsockopt({socket}, ZMQ_SUBSCRIBE, {prefix}, {prefix.size});",
                   "zmq_call({socket}.setsockopt, zmq.SUBSCRIBE, {prefix})"),
             plain("unsubscribe", "ret = zmq_setsockopt({socket}, ZMQ_UNSUBSCRIBE, {prefix}, {prefix.size});",
                   "zmq_call({socket}.setsockopt, zmq.UNSUBSCRIBE, {prefix})"),
             {.verb = "set_option", .choose = set_option_text},
             {.verb = "get_option",
              .results = {{"value", {.c = "value", .python = "value"}}},
              .choose = get_option_text},
             plain("set_routing_id", "ret = zmq_setsockopt({socket}, ZMQ_ROUTING_ID, {id}, {id.size});",
                   "zmq_call({socket}.setsockopt, zmq.ROUTING_ID, {id})"),
             plain("unbind", "ret = zmq_unbind({socket}, {endpoint});",
                   "zmq_call({socket}.unbind, {endpoint})"),
             plain("disconnect", "ret = zmq_disconnect({socket}, {endpoint});",
                   "zmq_call({socket}.disconnect, {endpoint})"),
             plain("close", "ret = zmq_close({socket});", "zmq_call({socket}.close)"),
             plain("shutdown", "ret = zmq_ctx_shutdown({context});", "zmq_call({context}.shutdown)"),
             plain("term", "ret = zmq_ctx_term({context});", "zmq_call({context}.term)")},
    };
}

}  // namespace

const MechanismCode& zeromq_code();
const MechanismCode& zeromq_code() {
    static const MechanismCode code = make_code();
    return code;
}

}  // namespace ipcscope::mechanisms

// Functions that generated programs with Unix sockets use: addresses, and what travels beside the bytes.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms::unix_socket {

inline HelperCode address_code() {
    return {"Address",
            {.c = R"(struct Address {
    struct sockaddr_un un;
    socklen_t size;
};)",
             .cpp = R"(struct Address {
    sockaddr_un un{};
    socklen_t size = sizeof un;

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&un); }
};)"}};
}

inline HelperCode path_address_code() {
    return {"path_address",
            {.c = R"(// The address of a path. If that is too long, so is the address, and the call fails.
static struct Address path_address(const char *path, size_t length)
{
    struct Address out = {.un.sun_family = AF_UNIX, .size = sizeof out.un + 1};

    if (length > sizeof out.un.sun_path)
        return out;
    memcpy(out.un.sun_path, path, length);
    out.size = offsetof(struct sockaddr_un, sun_path) + length + (length < sizeof out.un.sun_path);
    return out;
})",
             .cpp = R"(// The address of a path. If that is too long, so is the address, and the call fails.
Address path_address(const char* path, std::size_t length)
{
    Address out;
    out.un.sun_family = AF_UNIX;
    out.size = sizeof out.un + 1;
    if (length > sizeof out.un.sun_path) return out;
    std::memcpy(out.un.sun_path, path, length);
    out.size = offsetof(sockaddr_un, sun_path) + length + (length < sizeof out.un.sun_path);
    return out;
})"},
            {"stddef.h string.h", "cstddef cstring", ""}};
}

inline HelperCode abstract_address_code() {
    return {
        "abstract_address",
        {.c = R"(// The address of an abstract name, which follows a NUL. If it is too long, the call fails.
static struct Address abstract_address(const char *name, size_t length)
{
    struct Address out = {.un.sun_family = AF_UNIX, .size = sizeof out.un + 1};

    if (length >= sizeof out.un.sun_path)
        return out;
    memcpy(out.un.sun_path + 1, name, length);
    out.size = offsetof(struct sockaddr_un, sun_path) + 1 + length;
    return out;
})",
         .cpp = R"(// The address of an abstract name, which follows a NUL. If it is too long, the call fails.
Address abstract_address(const char* name, std::size_t length)
{
    Address out;
    out.un.sun_family = AF_UNIX;
    out.size = sizeof out.un + 1;
    if (length >= sizeof out.un.sun_path) return out;
    std::memcpy(out.un.sun_path + 1, name, length);
    out.size = offsetof(sockaddr_un, sun_path) + 1 + length;
    return out;
})"},
        {"stddef.h string.h", "cstddef cstring", ""}};
}

inline HelperCode address_kind_code() {
    return {"address_kind",
            {.c = R"(// How a session calls the kind of an address.
static const char *address_kind(const struct Address *address)
{
    if (address->size <= offsetof(struct sockaddr_un, sun_path))
        return "unnamed";
    return address->un.sun_path[0] == '\0' ? "abstract" : "path";
})",
             .cpp = R"(// How a session calls the kind of an address.
const char* address_kind(const Address& address)
{
    if (address.size <= offsetof(sockaddr_un, sun_path)) return "unnamed";
    return address.un.sun_path[0] == '\0' ? "abstract" : "path";
})",
             .python = R"(def address_kind(address):
    """How a session calls the kind of an address: Python says a path as str, an abstract name as bytes."""
    if not address:
        return "unnamed"
    return "abstract" if isinstance(address, bytes) else "path")"},
            {"stddef.h", "cstddef", ""}};
}

inline HelperCode address_name_code() {
    return {"address_name",
            {.c = R"(// The name in an address; an abstract one follows a NUL.
static const char *address_name(const struct Address *address)
{
    return address->un.sun_path + (address->un.sun_path[0] == '\0');
})",
             .cpp = R"(// The name in an address; an abstract one follows a NUL.
const char* address_name(const Address& address)
{
    return address.un.sun_path + (address.un.sun_path[0] == '\0' ? 1 : 0);
})",
             .python = R"(def address_name(address):
    """The name in an address, as bytes."""
    return address[1:] if isinstance(address, bytes) else os.fsencode(address))"},
            {.imports = "os"}};
}

inline HelperCode address_name_size_code() {
    return {"address_name_size",
            {.c = R"(// How long the name in an address is; 0 = there is none.
static size_t address_name_size(const struct Address *address)
{
    const size_t head = offsetof(struct sockaddr_un, sun_path);

    if (address->size <= head)
        return 0;
    if (address->un.sun_path[0] == '\0')
        return address->size - head - 1;
    return strnlen(address->un.sun_path, sizeof address->un.sun_path);
})",
             .cpp = R"(// How long the name in an address is; 0 = there is none.
std::size_t address_name_size(const Address& address)
{
    constexpr std::size_t head = offsetof(sockaddr_un, sun_path);
    if (address.size <= head) return 0;
    if (address.un.sun_path[0] == '\0') return address.size - head - 1;
    return strnlen(address.un.sun_path, sizeof address.un.sun_path);
})"},
            {"stddef.h string.h", "cstddef cstring", ""}};
}

// What travels beside the bytes.
inline HelperCode beside_code() {
    return {"Beside",
            {.c = R"(struct Beside {
    int passed[8];
    int count;
    int has_sender;
    struct ucred sender;
};)",
             .cpp = R"(struct Beside {
    int passed[8] = {};
    int count = 0;
    bool has_sender = false;
    ucred sender = {};
};)"}};
}

inline HelperCode send_message_code() {
    return {"send_message",
            {.c = R"(// Sends a header, with what is to travel beside its bytes; `to` may be NULL.
static long send_message(int fd, const void *data, size_t size, const struct Beside *beside, struct Address *to,
                         int flags)
{
    union {
        struct cmsghdr align;
        char bytes[CMSG_SPACE(sizeof beside->passed) + CMSG_SPACE(sizeof beside->sender)];
    } control;
    struct iovec part = {(void *)data, size};
    struct msghdr header = {.msg_name = to ? &to->un : NULL, .msg_namelen = to ? to->size : 0,
                             .msg_iov = &part, .msg_iovlen = 1,
                             .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    struct cmsghdr *next = CMSG_FIRSTHDR(&header);
    size_t used = 0;

    memset(&control, 0, sizeof control);
    if (beside->has_sender) {
        next->cmsg_level = SOL_SOCKET;
        next->cmsg_type = SCM_CREDENTIALS;
        next->cmsg_len = CMSG_LEN(sizeof beside->sender);
        memcpy(CMSG_DATA(next), &beside->sender, sizeof beside->sender);
        used += CMSG_SPACE(sizeof beside->sender);
        next = CMSG_NXTHDR(&header, next);
    }
    if (beside->count > 0) {
        const size_t length = beside->count * sizeof beside->passed[0];

        next->cmsg_level = SOL_SOCKET;
        next->cmsg_type = SCM_RIGHTS;
        next->cmsg_len = CMSG_LEN(length);
        memcpy(CMSG_DATA(next), beside->passed, length);
        used += CMSG_SPACE(length);
    }
    header.msg_controllen = used;
    return sendmsg(fd, &header, flags);
})",
             .cpp = R"(// Sends a header, with what is to travel beside its bytes; `to` may be null.
long send_message(int fd, const void* data, std::size_t size, const Beside& beside, Address* to, int flags)
{
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof beside.passed) + CMSG_SPACE(sizeof beside.sender)] = {};
    iovec part{const_cast<void*>(data), size};
    msghdr header{};
    header.msg_name = to ? to->get() : nullptr;
    header.msg_namelen = to ? to->size : 0;
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    const auto add = [&](int type, const void* bytes, std::size_t length) {
        cmsghdr head{};
        head.cmsg_level = SOL_SOCKET;
        head.cmsg_type = type;
        head.cmsg_len = CMSG_LEN(length);
        char* at = control + header.msg_controllen;
        std::memcpy(at, &head, sizeof head);
        std::memcpy(at + CMSG_LEN(0), bytes, length);
        header.msg_controllen += CMSG_SPACE(length);
    };
    if (beside.has_sender) add(SCM_CREDENTIALS, &beside.sender, sizeof beside.sender);
    if (beside.count > 0) add(SCM_RIGHTS, beside.passed, beside.count * sizeof beside.passed[0]);
    return sendmsg(fd, &header, flags);
})"},
            {"string.h sys/uio.h", "cstring", ""}};
}

inline HelperCode receive_message_code() {
    return {"receive_message",
            {.c = R"(// Receives a header, and what travels beside its bytes: at most `most` descriptors.
static long receive_message(int fd, void *data, size_t size, int most, struct Beside *beside,
                            struct Address *from, int *message_flags, int flags)
{
    union {
        struct cmsghdr align;
        char bytes[CMSG_SPACE(sizeof beside->passed) + CMSG_SPACE(sizeof beside->sender)];
    } control;
    struct iovec part = {data, size};
    int wants_sender = 0;
    socklen_t length = sizeof wants_sender;

    memset(&control, 0, sizeof control);
    getsockopt(fd, SOL_SOCKET, SO_PASSCRED, &wants_sender, &length);
    // CMSG_SPACE would leave room for one descriptor more.
    const size_t room = (wants_sender ? CMSG_SPACE(sizeof beside->sender) : 0) +
                        (most > 0 ? CMSG_LEN(most * sizeof beside->passed[0]) : 0);
    struct msghdr header = {.msg_name = &from->un, .msg_namelen = sizeof from->un,
                             .msg_iov = &part, .msg_iovlen = 1,
                             .msg_control = room > 0 ? control.bytes : NULL, .msg_controllen = room};
    const long got = recvmsg(fd, &header, flags);

    if (got == -1)
        return got;
    from->size = header.msg_namelen;
    *message_flags = header.msg_flags;
    for (struct cmsghdr *one = CMSG_FIRSTHDR(&header); one != NULL; one = CMSG_NXTHDR(&header, one)) {
        if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SCM_RIGHTS) {
            beside->count = (one->cmsg_len - CMSG_LEN(0)) / sizeof beside->passed[0];
            memcpy(beside->passed, CMSG_DATA(one), beside->count * sizeof beside->passed[0]);
        } else if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SCM_CREDENTIALS) {
            beside->has_sender = 1;
            memcpy(&beside->sender, CMSG_DATA(one), sizeof beside->sender);
        }
    }
    return got;
})",
             .cpp = R"(// Receives a header, and what travels beside its bytes: at most `most` descriptors.
long receive_message(int fd, void* data, std::size_t size, int most, Beside& beside, Address& from,
                     int& message_flags, int flags)
{
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof beside.passed) + CMSG_SPACE(sizeof beside.sender)] = {};
    iovec part{data, size};
    int wants_sender = 0;
    socklen_t length = sizeof wants_sender;
    getsockopt(fd, SOL_SOCKET, SO_PASSCRED, &wants_sender, &length);
    msghdr header{};
    header.msg_name = from.get();
    header.msg_namelen = sizeof from.un;
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    // CMSG_SPACE would leave room for one descriptor more.
    header.msg_controllen = (wants_sender ? CMSG_SPACE(sizeof beside.sender) : 0) +
                             (most > 0 ? CMSG_LEN(most * sizeof beside.passed[0]) : 0);
    header.msg_control = header.msg_controllen > 0 ? control : nullptr;
    const long got = recvmsg(fd, &header, flags);
    if (got == -1) return got;
    from.size = header.msg_namelen;
    message_flags = header.msg_flags;
    for (cmsghdr* one = CMSG_FIRSTHDR(&header); one != nullptr; one = CMSG_NXTHDR(&header, one)) {
        if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SCM_RIGHTS) {
            beside.count = static_cast<int>((one->cmsg_len - CMSG_LEN(0)) / sizeof beside.passed[0]);
            std::memcpy(beside.passed, CMSG_DATA(one), beside.count * sizeof beside.passed[0]);
        } else if (one->cmsg_level == SOL_SOCKET && one->cmsg_type == SCM_CREDENTIALS) {
            beside.has_sender = true;
            std::memcpy(&beside.sender, CMSG_DATA(one), sizeof beside.sender);
        }
    }
    return got;
})",
             .python = R"(def receive_message(receiver, size, most, flags):
    """Bytes, descriptors, the sender's pid, uid and gid (or None), flags and address of what comes."""
    wants_sender = receiver.getsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED)
    # CMSG_SPACE would leave room for one descriptor more.
    room = (socket.CMSG_SPACE(12) if wants_sender else 0) + (socket.CMSG_LEN(4 * most) if most else 0)
    data, beside, message_flags, address = receiver.recvmsg(size, room, flags)
    passed, sender = [], None
    for _, kind, content in beside:
        if kind == socket.SCM_RIGHTS:
            numbers = array.array("i", content[:len(content) // 4 * 4])
            passed = [as_socket(number) for number in numbers]
        elif kind == socket.SCM_CREDENTIALS:
            sender = struct.unpack("3i", content)
    return data, passed, sender, message_flags, address)"},
            {"string.h sys/uio.h", "cstring", "array socket struct"}};
}

inline HelperCode as_socket_code() {
    return {"as_socket",
            {.python = R"(def as_socket(number):
    """A descriptor that was passed: as a socket if it is one, else as a number."""
    if stat.S_ISSOCK(os.fstat(number).st_mode):
        return socket.socket(fileno=number)
    return number)"},
            {.imports = "os socket stat"}};
}

inline HelperCode descriptor_of_code() {
    return {"descriptor_of", {.python = R"(def descriptor_of(file):
    """The number of a socket, of a file, or of a descriptor that is a number already."""
    return file if isinstance(file, int) else file.fileno())"}};
}

inline HelperCode close_descriptor_code() {
    return {"close_descriptor",
            {.python = R"(def close_descriptor(file):
    """Closes a socket or a descriptor that is a number; the second time the kernel says EBADF."""
    os.close(file if isinstance(file, int) else file.detach()))"},
            {.imports = "os"}};
}

inline HelperCode message_flags_code() {
    return {"message_flags_text",
            {.c = R"(// The flags of a received header, as a session writes them.
static const char *message_flags_text(int flags)
{
    static char text[64];

    snprintf(text, sizeof text, "%s%s%s", flags & MSG_TRUNC ? "|MSG_TRUNC" : "",
             flags & MSG_CTRUNC ? "|MSG_CTRUNC" : "", flags & MSG_CMSG_CLOEXEC ? "|MSG_CMSG_CLOEXEC" : "");
    return text[0] != '\0' ? text + 1 : "0";
})",
             .cpp = R"(// The flags of a received header, as a session writes them.
std::string message_flags_text(int flags)
{
    std::string text;
    if (flags & MSG_TRUNC) text += "|MSG_TRUNC";
    if (flags & MSG_CTRUNC) text += "|MSG_CTRUNC";
    if (flags & MSG_CMSG_CLOEXEC) text += "|MSG_CMSG_CLOEXEC";
    return text.empty() ? "0" : text.substr(1);
})",
             .python = R"(def message_flags_text(flags):
    """The flags of what was received, as a session writes them."""
    names = ("MSG_TRUNC", "MSG_CTRUNC", "MSG_CMSG_CLOEXEC")
    return "|".join(name for name in names if flags & getattr(socket, name)) or "0")"},
            {"stdio.h", "string", "socket"}};
}

}  // namespace ipcscope::mechanisms::unix_socket

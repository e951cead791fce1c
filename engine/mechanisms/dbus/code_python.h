// The helpers of generated Python programs: dbus-python's messages, and GLib's loop, which handles those that
// come.
#pragma once

namespace ipcscope::mechanisms::dbus {

inline constexpr const char* call_python = R"(DBUS_ERRNOS = {  # as sd-bus has them
    "AccessDenied": errno.EACCES, "Failed": errno.EACCES, "InvalidArgs": errno.EINVAL,
    "NameHasNoOwner": errno.ENXIO, "NoReply": errno.ETIMEDOUT, "PropertyReadOnly": errno.EROFS,
    "ServiceUnknown": errno.EHOSTUNREACH, "UnknownInterface": errno.EBADR, "UnknownMethod": errno.EBADR,
    "UnknownObject": errno.EBADR, "UnknownProperty": errno.EBADR, "Disconnected": errno.ECONNRESET}


def dbus_call(function, *arguments):
    """Calls something of dbus-python, whose errors are no OSErrors."""
    try:
        return function(*arguments)
    except dbus.DBusException as error:
        name = error.get_dbus_name()
        code = DBUS_ERRNOS.get(name.rpartition(".")[2] if name.startswith("org.freedesktop.DBus.Error.") else name, errno.EIO)
        raise OSError(code, f"{name}: {error.get_dbus_message()}") from error
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from error)";

inline constexpr const char* start_bus_python = R"(def bus_address(daemon):
    """Where the bus listens whose daemon has this process number."""
    return f"unix:path={os.getcwd()}/bus-{daemon}"


def start_bus():
    """Starts a bus of our own: the process number of its daemon. It listens when this comes back."""
    reader, writer = os.pipe()
    daemon = os.fork()
    if daemon == 0:
        os.set_inheritable(writer, True)
        try:
            os.execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--nopidfile",
                      f"--address={bus_address(os.getpid())}", f"--print-address={writer}")
        finally:
            os._exit(127)
    os.close(writer)
    said = os.read(reader, 4300)
    os.close(reader)
    if not said:
        raise OSError(errno.EPROTO, "dbus-daemon does not listen")
    return daemon


def stop_bus(daemon):
    os.kill(daemon, signal.SIGTERM)
    try:
        os.waitpid(daemon, 0)
    except ChildProcessError:
        pass  # another process has started it)";

inline constexpr const char* values_python = R"(def complete_type(types):
    """The first type of a signature."""
    if types[0] == "a":
        return "a" + complete_type(types[1:])
    if types[0] not in "({":
        return types[0]
    length = 1
    while types[length] not in ")}":
        length += len(complete_type(types[length:]))
    return types[:length + 1]


def to_values(types, words):
    """Values out of words: one for each, before those of a list their number, before that of a variant its type."""
    values = []
    while types:
        kind = complete_type(types)
        types = types[len(kind):]
        if kind.startswith("a{"):
            entries = [to_values(kind[2:-1], words) for _ in range(int(words.pop(0)))]
            values.append(dbus.Dictionary(entries, signature=kind[2:-1]))
        elif kind[0] == "a":
            values.append(dbus.Array([to_values(kind[1:], words)[0] for _ in range(int(words.pop(0)))],
                                     signature=kind[1:]))
        elif kind[0] == "(":
            values.append(tuple(to_values(kind[1:-1], words)))
        elif kind == "v":
            inner = words.pop(0)
            value = to_values(inner, words)[0]
            make = {"y": dbus.Byte, "n": dbus.Int16, "q": dbus.UInt16, "i": dbus.Int32, "u": dbus.UInt32,
                    "x": dbus.Int64, "t": dbus.UInt64, "d": dbus.Double, "b": dbus.Boolean, "s": dbus.String,
                    "o": dbus.ObjectPath, "g": dbus.Signature}.get(inner)
            values.append(make(value, variant_level=1) if make else value)
        else:
            word = words.pop(0)
            values.append(word if kind in "sog" else word == "true" if kind == "b" else
                          float(word) if kind == "d" else int(word))
    return values)";

inline constexpr const char* words_python = R"(def to_words(value):
    """The words of one value, as dbus-python gives it."""
    if getattr(value, "variant_level", 0) > 0:
        kinds = {dbus.Byte: "y", dbus.Int16: "n", dbus.UInt16: "q", dbus.Int32: "i", dbus.UInt32: "u", dbus.Int64: "x",
                 dbus.UInt64: "t", dbus.Double: "d", dbus.Boolean: "b", dbus.ObjectPath: "o", dbus.Signature: "g"}
        kind = "a" + str(value.signature) if isinstance(value, dbus.Array) else kinds.get(type(value), "s")
        return [kind] + to_words(type(value)(value))
    if isinstance(value, dict):
        return [str(len(value))] + [word for pair in value.items() for part in pair for word in to_words(part)]
    if isinstance(value, list):
        return [str(len(value))] + [word for part in value for word in to_words(part)]
    if isinstance(value, tuple):
        return [word for part in value for word in to_words(part)]
    if isinstance(value, dbus.Boolean):
        return [str(bool(value)).lower()]
    return [f"{float(value):g}" if isinstance(value, dbus.Double) else str(value)]


def body_of(message):
    return " ".join(word for value in message.get_args_list() for word in to_words(value)).encode())";

inline constexpr const char* connect_python =
    R"(calls, signals, objects = [], [], {}  # not yet served, not yet received; exported: (path, interface) -> members


def on_message(connection, message):
    """Keeps what comes for serve() and receive()."""
    if isinstance(message, dbus.lowlevel.MethodCallMessage):
        calls.append(message)
        return dbus.lowlevel.HANDLER_RESULT_HANDLED
    if isinstance(message, dbus.lowlevel.SignalMessage) and message.get_member() not in ("NameAcquired", "NameLost"):
        signals.append(message)
    return dbus.lowlevel.HANDLER_RESULT_NOT_YET_HANDLED


def connect_to(address):
    connection = dbus_call(dbus.bus.BusConnection, address, dbus.mainloop.glib.DBusGMainLoop())
    connection.set_exit_on_disconnect(False)
    connection.add_message_filter(on_message)
    return connection)";

inline constexpr const char* wait_python = R"(def next_of(messages, limit):
    """The first of them; handles what comes until there is one. None = the time (0 = no limit) is over."""
    GLib = gi.repository.GLib
    over = []
    timer = GLib.timeout_add(limit // 10**6 + 1, over.append, True) if limit else 0
    while not messages and not over:
        GLib.MainContext.default().iteration(True)
    if timer and not over:
        GLib.source_remove(timer)
    return messages.pop(0) if messages else None)";

inline constexpr const char* ask_python =
    R"(def ask(connection, destination, path, interface, member, types, words, limit):
    """Calls a method and waits for the answer."""
    def send():
        message = dbus.lowlevel.MethodCallMessage(destination, path, interface, member)
        message.append(*to_values(types, list(words)), signature=types)
        return connection.send_message_with_reply_and_block(message, limit / 10**9)
    return dbus_call(send))";

inline constexpr const char* serve_python = R"(PROPERTIES = "org.freedesktop.DBus.Properties"


def failed(call, name, text):
    return dbus.lowlevel.ErrorMessage(call, name if "." in name else f"org.freedesktop.DBus.Error.{name}", text)


def answer_to(connection, call):
    """The answer to a method call, as the exported objects say; None = there is none."""
    path, interface, name = call.get_path(), call.get_interface(), call.get_member()
    arguments = call.get_args_list()
    reply = dbus.lowlevel.MethodReturnMessage(call)
    if name == "Introspect":
        reply.append("<node/>", signature="s")
        return reply
    if interface == PROPERTIES:
        members = objects.get((path, str(arguments[0])), {})
        member = members.get(str(arguments[1]))
        if member is None:
            return failed(call, "UnknownProperty", "Unknown property.")
        if name == "Set":
            if not member["writable"]:
                return failed(call, "PropertyReadOnly", "The property cannot be written.")
            member["values"] = to_words(arguments[2])[1:]
            changed = dbus.lowlevel.SignalMessage(path, PROPERTIES, "PropertiesChanged")
            changed.append(arguments[0], {arguments[1]: arguments[2]}, [], signature="sa{sv}as")
            connection.send_message(changed)
        else:
            reply.append(*to_values("v", [member["types"]] + member["values"]), signature="v")
        return reply
    if not any(at == path for at, _ in objects):
        return failed(call, "UnknownObject", f"Unknown object {path}.")
    member = objects.get((path, interface), {}).get(name)
    if member is None:
        return failed(call, "UnknownMethod", f"Unknown method {name}.")
    if member["answer"] == "silence":
        return None
    if member["answer"] == "error":
        return failed(call, member["error"], " ".join(member["values"]))
    if member["answer"] == "echo":
        reply.append(*arguments, signature=call.get_signature())
    else:
        reply.append(*to_values(member["types"], list(member["values"])), signature=member["types"])
    return reply


def serve(connection, limit):
    """Waits for a method call and answers it."""
    call = next_of(calls, limit)
    reply = answer_to(connection, call) if call else None
    if reply is not None and not call.get_no_reply():
        connection.send_message(reply)
        connection.flush()
    return call)";

inline constexpr const char* signal_python =
    R"(def send_signal(connection, path, interface, member, types, words, destination):
    def send():
        message = dbus.lowlevel.SignalMessage(path, interface, member)
        if destination:
            message.set_destination(destination)
        message.append(*to_values(types, list(words)), signature=types)
        connection.send_message(message)
        connection.flush()
    dbus_call(send))";

inline constexpr const char* name_python = R"(def own_name(connection, name, flags):
    """1 = it is ours, 0 = we stand in line."""
    reply = dbus_call(connection.request_name, name, flags)
    if reply == dbus.bus.REQUEST_NAME_REPLY_EXISTS:
        raise OSError(errno.EEXIST, f"{name} has an owner")
    if reply == dbus.bus.REQUEST_NAME_REPLY_ALREADY_OWNER:
        raise OSError(errno.EALREADY, f"{name} is ours already")
    return 1 if reply == dbus.bus.REQUEST_NAME_REPLY_PRIMARY_OWNER else 0


def give_name(connection, name):
    reply = dbus_call(connection.release_name, name)
    if reply == dbus.bus.RELEASE_NAME_REPLY_NON_EXISTENT:
        raise OSError(errno.ESRCH, f"nobody has {name}")
    if reply == dbus.bus.RELEASE_NAME_REPLY_NOT_OWNER:
        raise OSError(errno.EADDRINUSE, f"somebody else has {name}"))";

}  // namespace ipcscope::mechanisms::dbus

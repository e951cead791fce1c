// Parameters, results and errnos that several operations share. Tables only: nothing to link.
#pragma once

#include "schema/spec.h"

#include <cerrno>
#include <cstdint>
#include <utility>

namespace ipcscope::mechanisms::dbus {

inline constexpr std::int64_t default_timeout = 25'000'000'000;  // of D-Bus: 25 s

inline ParamSpec connection_param() {
    return {.name = "connection",
            .type = types::handle({"dbus.connection"}),
            .label = IPC_TR("Connection"),
            .help = IPC_TR("This worker's connection to a bus.")};
}

inline ParamSpec destination_param() {
    return {.name = "destination",
            .type = types::text(255),
            .label = IPC_TR("Destination"),
            .help = IPC_TR("Who is called: a well-known name (org.example.Clock) or a unique one (:1.5).")};
}

inline ParamSpec path_param(const char* help) {
    return {.name = "path", .type = types::text(), .label = IPC_TR("Object path"), .help = help};
}

inline ParamSpec interface_param(const char* help) {
    return {.name = "interface", .type = types::text(255), .label = IPC_TR("Interface"), .help = help};
}

inline ParamSpec member_param(const char* label, const char* help) {
    return {.name = "member", .type = types::text(255), .label = label, .help = help};
}

inline ParamSpec property_param() {
    return {.name = "property",
            .type = types::text(255),
            .label = IPC_TR("Property"),
            .help = IPC_TR("Its name.")};
}

inline ParamSpec signature_param(const char* help) {
    return {.name = "signature",
            .type = types::text(255),
            .label = IPC_TR("Signature"),
            .help = help,
            .initial = ""};
}

inline TypeSpec words_type() {
    return types::array({.name = "value", .type = types::text(), .label = IPC_TR("Value")}, 4096);
}

inline ParamSpec arguments_param() {
    return {.name = "arguments",
            .type = words_type(),
            .label = IPC_TR("Arguments"),
            .help = IPC_TR("One text per value, as busctl takes them: before the elements of an array stands "
                           "their number, before a variant's value its signature."),
            .initial = List{}};
}

inline ParamSpec reply_limit_param() {
    return {.name = "timeout",
            .type = types::duration(),
            .label = IPC_TR("Time limit"),
            .help = IPC_TR("How long to wait for the answer; 0s = as long as is usual, 25 s."),
            .initial = default_timeout};
}

inline ParamSpec patience_param() {
    return {.name = "timeout",
            .type = types::duration(),
            .label = IPC_TR("Time limit"),
            .help = IPC_TR("0s = wait as long as it takes; 1ns = only look."),
            .initial = std::int64_t{0}};
}

inline ResultSpec text_result(const char* name, const char* label, const char* help = "") {
    return {.name = name, .type = types::text(), .label = label, .help = help};
}

// What the bus makes up anew in every run.
inline ResultSpec varying_result(const char* name, const char* label, const char* help = "") {
    return {.name = name, .type = types::varying(types::text()), .label = label, .help = help};
}

inline ResultSpec body_result() {
    return {.name = "body",
            .type = types::bytes(),
            .label = IPC_TR("Content"),
            .help = IPC_TR("The values as text, with a space between."),
            .payload = true};
}

inline std::vector<ResultSpec> value_results(std::vector<ResultSpec> before = {}) {
    before.push_back(text_result("signature", IPC_TR("Signature"), IPC_TR("The types of the values.")));
    before.push_back({.name = "values",
                      .type = words_type(),
                      .label = IPC_TR("Values"),
                      .help = IPC_TR("One text per value, as busctl writes them.")});
    before.push_back(body_result());
    return before;
}

inline std::vector<ResultSpec> error_results(std::vector<ResultSpec> before = {}) {
    before.push_back(
        text_result("error", IPC_TR("Error"), IPC_TR("The name of the error, if the answer was one.")));
    before.push_back(text_result("message", IPC_TR("Message"), IPC_TR("What the error says to people.")));
    return before;
}

// Of a message that came.
inline std::vector<ResultSpec> message_results() {
    return value_results(
        {varying_result("sender", IPC_TR("Sender"), IPC_TR("The unique name of who sent it.")),
         text_result("path", IPC_TR("Object path")), text_result("interface", IPC_TR("Interface")),
         text_result("member", IPC_TR("Member"))});
}

// What every operation on a connection may come back with.
inline std::vector<ErrnoSpec> connection_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back(
        {ECHILD, IPC_TR("The connection belongs to the process that made it; this one has it from a "
                        "fork, and may not use it.")});
    own.push_back({ENOTCONN, IPC_TR("The connection is closed.")});
    return own;
}

// ... that talks to the bus as well.
inline std::vector<ErrnoSpec> traffic_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back(
        {ECONNRESET, IPC_TR("The bus has closed the connection: it has ended, or it did not like what "
                            "it was sent.")});
    own.push_back({EINTR, IPC_TR("A signal handler ran while the call waited.")});
    return connection_errnos(std::move(own));
}

// ... and waits for the answer of somebody.
inline std::vector<ErrnoSpec> call_errnos() {
    return traffic_errnos(
        {{EACCES, IPC_TR("AccessDenied, or just Failed: the bus or the called program refuses.")},
         {EBADR,
          IPC_TR("UnknownMethod, UnknownObject, UnknownInterface or UnknownProperty: the called program "
                 "does not have it.")},
         {EHOSTUNREACH, IPC_TR("ServiceUnknown: nobody has this name, and no program is known that would be "
                               "started for it.")},
         {EINVAL, IPC_TR("A name, path or interface is not written as D-Bus wants it, or the called program "
                         "does not like the arguments (InvalidArgs).")},
         {EIO, IPC_TR("The answer was an error that has no errno: its name says more.")},
         {ELOOP, IPC_TR("The call came to this connection itself, which cannot answer while it waits.")},
         {ENXIO, IPC_TR("NameHasNoOwner: nobody has the name that the call speaks of.")},
         {ENOBUFS, IPC_TR("LimitsExceeded: the bus keeps no more for this connection."),
          "needs thousands of messages that nobody reads"},
         {EROFS, IPC_TR("PropertyReadOnly: the property cannot be written.")},
         {ETIMEDOUT, IPC_TR("NoReply: no answer came within the time, or whoever was called has gone.")}});
}

}  // namespace ipcscope::mechanisms::dbus

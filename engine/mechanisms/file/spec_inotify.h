// Being told of what happens to files: inotify(7). Tables only: nothing to link.
#pragma once

#include "mechanisms/file/spec_parts.h"

namespace ipcscope::mechanisms::files {

inline std::vector<NamedValue> event_names() {
    return {{"IN_ACCESS", IN_ACCESS, IPC_TR("it was read")},
            {"IN_MODIFY", IN_MODIFY, IPC_TR("it was written or cut")},
            {"IN_ATTRIB", IN_ATTRIB, IPC_TR("permissions, owner, times or number of names changed")},
            {"IN_CLOSE_WRITE", IN_CLOSE_WRITE, IPC_TR("closed, was open for writing")},
            {"IN_CLOSE_NOWRITE", IN_CLOSE_NOWRITE, IPC_TR("closed, was not open for writing")},
            {"IN_OPEN", IN_OPEN, IPC_TR("it was opened")},
            {"IN_MOVED_FROM", IN_MOVED_FROM, IPC_TR("renamed: the old name, in the watched directory")},
            {"IN_MOVED_TO", IN_MOVED_TO, IPC_TR("renamed: the new name, in the watched directory")},
            {"IN_CREATE", IN_CREATE, IPC_TR("made in the watched directory")},
            {"IN_DELETE", IN_DELETE, IPC_TR("removed from the watched directory")},
            {"IN_DELETE_SELF", IN_DELETE_SELF, IPC_TR("what is watched itself was removed")},
            {"IN_MOVE_SELF", IN_MOVE_SELF, IPC_TR("what is watched itself was renamed")}};
}

inline TypeSpec mask_type() {
    auto names = event_names();
    names.push_back({"IN_ISDIR", IN_ISDIR, IPC_TR("it happened to a directory")});
    names.push_back({"IN_IGNORED", IN_IGNORED, IPC_TR("the watch is gone")});
    names.push_back({"IN_Q_OVERFLOW", IN_Q_OVERFLOW, IPC_TR("the queue was full: events were lost")});
    names.push_back({"IN_UNMOUNT", IN_UNMOUNT, IPC_TR("the file system was unmounted")});
    return types::flags(std::move(names));
}

inline ParamSpec inotify_param() {
    return {.name = "inotify",
            .type = types::handle({inotify_kind}),
            .label = IPC_TR("Instance"),
            .help = IPC_TR("An inotify instance that is open in this process.")};
}

inline OperationSpec inotify_init_spec() {
    return {
        .verb = "inotify_init",
        .title = IPC_TR("Make inotify instance"),
        .summary = IPC_TR("Makes a queue of events, and a descriptor to read it."),
        .call = "inotify_init1",
        .man = "inotify_init(2)",
        .side = Side::create,
        .params = {{.name = "flags",
                    .type = types::flags(
                        {{"IN_NONBLOCK", IN_NONBLOCK, IPC_TR("EAGAIN instead of waiting for an event")},
                         {"IN_CLOEXEC", IN_CLOEXEC, IPC_TR("a program that is executed does not get it")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("How it is read."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("descriptor"),
        .results = {{.name = "inotify",
                     .type = types::handle({inotify_kind}),
                     .label = IPC_TR("Instance"),
                     .help = IPC_TR("The descriptor.")}},
        .errnos = {{EINVAL, IPC_TR("A flag that is none of the two.")},
                   {EMFILE,
                    IPC_TR("The user's number of instances (max_user_instances) or the process's number of "
                           "files is reached.")},
                   {ENFILE, IPC_TR("The system has as many files open as it may have."), no_starving},
                   {ENOMEM, IPC_TR("The kernel has no memory for it."), no_starving}},
    };
}

inline OperationSpec add_watch_spec() {
    return {
        .verb = "add_watch",
        .title = IPC_TR("Watch"),
        .summary =
            IPC_TR("Begins to watch a file, or a directory and what lies directly in it; a second time "
                   "changes what it is watched for."),
        .call = "inotify_add_watch",
        .man = "inotify_add_watch(2)",
        .side = Side::control,
        .object = "inotify",
        .params = {inotify_param(),
                   path_param("path", IPC_TR("Path"),
                              IPC_TR("What to watch; \".\" is the private directory of the run.")),
                   {.name = "events",
                    .type = types::flags(event_names()),
                    .label = IPC_TR("Events"),
                    .help = IPC_TR("What to be told of."),
                    .initial = std::int64_t{IN_CREATE | IN_DELETE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO}},
                   {.name = "options",
                    .type = types::flags(
                        {{"IN_ONLYDIR", IN_ONLYDIR, IPC_TR("only if it is a directory")},
                         {"IN_DONT_FOLLOW", IN_DONT_FOLLOW, IPC_TR("a symbolic link itself")},
                         {"IN_EXCL_UNLINK", IN_EXCL_UNLINK, IPC_TR("nothing of what was removed")},
                         {"IN_MASK_ADD", IN_MASK_ADD, IPC_TR("in addition to what was watched for")},
                         {"IN_MASK_CREATE", IN_MASK_CREATE, IPC_TR("only if it is not watched yet")},
                         {"IN_ONESHOT", IN_ONESHOT, IPC_TR("one event, then no more")}}),
                    .label = IPC_TR("Options"),
                    .help = IPC_TR("How to watch."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("number of the watch"),
        .errnos = with_path_errnos(
            {{EBADF, IPC_TR("The instance is closed in this process.")},
             {EEXIST, IPC_TR("It is watched already, and IN_MASK_CREATE was given.")},
             {EINVAL, IPC_TR("No event is asked for, or IN_MASK_ADD and IN_MASK_CREATE are both given.")},
             {ENOMEM, IPC_TR("The kernel has no memory for it."), no_starving},
             {ENOSPC, IPC_TR("The user's number of watches (max_user_watches) is reached."),
              "would take all watches away from everybody else"}}),
    };
}

inline OperationSpec remove_watch_spec() {
    return {
        .verb = "remove_watch",
        .title = IPC_TR("Stop watching"),
        .summary = IPC_TR("Ends a watch; a last event IN_IGNORED says so."),
        .call = "inotify_rm_watch",
        .man = "inotify_rm_watch(2)",
        .side = Side::control,
        .object = "inotify",
        .params = {inotify_param(),
                   {.name = "watch",
                    .type = types::integer(INT32_MIN, INT32_MAX),
                    .label = IPC_TR("Watch number"),
                    .help = IPC_TR("Its number, as add_watch returned it.")}},
        .errnos = {{EBADF, IPC_TR("The instance is closed in this process.")},
                   {EINVAL, IPC_TR("The instance has no watch of this number (any more).")}},
    };
}

inline OperationSpec read_events_spec() {
    const auto event = types::structure(
        {{.name = "watch", .type = types::integer(-1, INT32_MAX), .label = IPC_TR("Watch number")},
         {.name = "mask", .type = mask_type(), .label = IPC_TR("What happened")},
         {.name = "name",
          .type = types::bytes(255),
          .label = IPC_TR("Name"),
          .help = IPC_TR("In the watched directory; empty if it happened to what is watched itself.")},
         {.name = "cookie",
          .type = types::varying(types::integer(0, UINT32_MAX)),
          .label = IPC_TR("Cookie"),
          .help = IPC_TR("Joins IN_MOVED_FROM with its IN_MOVED_TO.")}});
    return {
        .verb = "read_events",
        .title = IPC_TR("Read events"),
        .summary = IPC_TR("Takes events out of the queue; waits while there are none."),
        .call = "read",
        .man = "inotify(7)",
        .side = Side::receive,
        .object = "inotify",
        .params = {inotify_param(),
                   {.name = "size",
                    .type = types::integer(0, 65536, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("Room for so many bytes: an event takes 16 and those of its name."),
                    .initial = std::int64_t{4096}}},
        .returns = IPC_TR("bytes of events"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "events",
                     .type = types::array({.name = "event", .type = event, .label = IPC_TR("Event")}, 4096),
                     .label = IPC_TR("Events"),
                     .help =
                         IPC_TR("In the order in which it happened; equal ones in a row are told once.")}},
        .errnos = {{EAGAIN, IPC_TR("IN_NONBLOCK is set, and nothing has happened.")},
                   {EBADF, IPC_TR("The instance is closed in this process.")},
                   {EINTR, IPC_TR("A signal handler ran before anything happened.")},
                   {EINVAL, IPC_TR("The next event does not fit into the size.")}},
        .waits = {{.text = IPC_TR("something to happen to what {inotify} watches"), .by = EndedBy::anybody}},
    };
}

inline std::vector<StateSpec> inotify_state() {
    return {
        {.name = "pending",
         .type = types::integer(0, INT32_MAX, Unit::bytes),
         .label = IPC_TR("Events to read"),
         .help = IPC_TR("Bytes that a read would get.")},
        {.name = "watches",
         .type = types::array(
             {.name = "watch",
              .type = types::structure(
                  {{.name = "watch", .type = types::integer(0, INT32_MAX), .label = IPC_TR("Watch number")},
                   {.name = "path",
                    .type = types::path(),
                    .label = IPC_TR("Path"),
                    .help = IPC_TR("As it was given; the kernel keeps the inode only.")},
                   {.name = "mask", .type = mask_type(), .label = IPC_TR("Events")},
                   {.name = "inode", .type = types::integer(0), .label = IPC_TR("Inode")}}),
              .label = IPC_TR("Watch number")},
             4096),
         .label = IPC_TR("Watches"),
         .help = IPC_TR("What is watched. Paths are known only while its process is not waiting.")}};
}

}  // namespace ipcscope::mechanisms::files

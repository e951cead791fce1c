// Parameters that the System V mechanisms declare alike (sysvipc(7), ftok(3)). Tables only: nothing to link.
#pragma once

#include "schema/spec.h"

#include <cerrno>
#include <cstdint>

#include <sys/ipc.h>

namespace ipcscope::mechanisms::sysv {

// Keys are 32 bits: -1 and 0xffffffff are the same one.
inline TypeSpec key_type() {
    return types::integer(INT32_MIN, UINT32_MAX, Unit::none,
                          {{"IPC_PRIVATE", IPC_PRIVATE, IPC_TR("a new object without a key")}});
}

inline ParamSpec key_param() {
    return {.name = "key",
            .type = key_type(),
            .label = IPC_TR("Key"),
            .help = IPC_TR(
                "IPC_PRIVATE for a new object, or a number that several programs agree on, as from ftok."),
            .initial = std::int64_t{IPC_PRIVATE},
            .names = NameKind::key};
}

inline ParamSpec get_flags_param() {
    return {.name = "flags",
            .type = types::flags(
                {{"IPC_CREAT", IPC_CREAT, IPC_TR("make it if no object has this key")},
                 {"IPC_EXCL", IPC_EXCL, IPC_TR("with IPC_CREAT: fail if there is one already")}}),
            .label = IPC_TR("Flags"),
            .help = IPC_TR("Without IPC_CREAT only an object that exists is opened."),
            .initial = std::int64_t{IPC_CREAT}};
}

inline ParamSpec get_mode_param() {
    return {
        .name = "mode",
        .type = types::mode(),
        .label = IPC_TR("Permissions"),
        .help = IPC_TR(
            "Of a new object: who may read it and who may change it. Of an existing one: what is asked for."),
        .initial = std::int64_t{0600}};
}

// IPC_SET: a value, or -1 for "as it is".
inline TypeSpec or_unchanged(std::int64_t max, Unit unit) {
    return types::integer(-1, max, unit, {{"unchanged", -1, IPC_TR("leave it as it is")}});
}

inline std::vector<ParamSpec> set_owner_params() {
    TypeSpec mode = types::mode();
    mode.min = -1;
    mode.max = 0777;
    mode.names = {{"unchanged", -1, IPC_TR("leave it as it is")}};
    return {{.name = "mode",
             .type = mode,
             .label = IPC_TR("Permissions"),
             .help = IPC_TR("The new permission bits."),
             .initial = std::int64_t{-1}},
            {.name = "uid",
             .type = or_unchanged(UINT32_MAX - 1, Unit::uid),
             .label = IPC_TR("Owner"),
             .help = IPC_TR("The new owner's user id; the creator stays what it was."),
             .initial = std::int64_t{-1}},
            {.name = "gid",
             .type = or_unchanged(UINT32_MAX - 1, Unit::none),
             .label = IPC_TR("Group"),
             .help = IPC_TR("The new owner's group id."),
             .initial = std::int64_t{-1}}};
}

inline OperationSpec ftok_operation() {
    return {
        .verb = "ftok",
        .title = IPC_TR("Key from a path"),
        .summary = IPC_TR("Makes a key out of a file's device and inode numbers and a project number."),
        .call = "ftok",
        .syscall = "newfstatat",
        .man = "ftok(3)",
        .side = Side::query,
        .params = {{.name = "path",
                    .type = types::path(),
                    .label = IPC_TR("Path"),
                    .help =
                        IPC_TR("A file or directory that exists; its name does not matter, only its inode."),
                    .initial = "."},
                   {.name = "project",
                    .type = types::integer(0, 255),
                    .label = IPC_TR("Project"),
                    .help =
                        IPC_TR("Tells several keys of one path apart; only 8 bits count, 0 is unspecified."),
                    .initial = std::int64_t{1}}},
        .returns = IPC_TR("the key"),
        .results = {{.name = "key", .type = types::varying(key_type()), .label = IPC_TR("Key")}},
        .errnos = {{ENOENT, IPC_TR("There is no file of this path; ftok needs one that exists.")},
                   {ENOTDIR, IPC_TR("A part of the path is not a directory.")},
                   {ENAMETOOLONG, IPC_TR("The path, or one name in it, is too long.")},
                   {ELOOP, IPC_TR("The path goes round in symbolic links."),
                    "no operation makes a symbolic link"},
                   {EACCES, IPC_TR("A directory on the way must not be searched by this user."),
                    "root may search every directory"}},
        .pure = true};
}

// An object that another program made, perhaps without a key: by its identifier, which IPC_STAT checks.
inline OperationSpec use_operation(const char* call, const char* man, const char* summary,
                                   const char* handle_name, const char* handle_kind,
                                   const char* handle_label) {
    return {.verb = "use",
            .title = IPC_TR("Use by identifier"),
            .summary = summary,
            .call = call,
            .man = man,
            .side = Side::open,
            .params = {{.name = "id",
                        .type = types::integer(0, INT32_MAX),
                        .label = IPC_TR("Identifier"),
                        .help = IPC_TR("As ipcs and the monitor show it; it is not the key."),
                        .names = NameKind::identifier}},
            .returns = IPC_TR("the identifier"),
            .results = {{.name = handle_name,
                         .type = types::handle({handle_kind}),
                         .label = handle_label,
                         .help = IPC_TR("It is not removed at the end of the run: others made it.")}}};
}

// The part of struct ipc_perm that every IPC_STAT shows; `own` follows it.
inline std::vector<StateSpec> permission_state(std::vector<StateSpec> own) {
    std::vector<StateSpec> all = std::move(own);
    const auto id = types::integer(0, UINT32_MAX, Unit::uid);
    all.push_back({.name = "key", .type = key_type(), .label = IPC_TR("Key")});
    all.push_back({.name = "mode", .type = types::mode(), .label = IPC_TR("Permissions")});
    all.push_back({.name = "uid", .type = id, .label = IPC_TR("Owner")});
    all.push_back({.name = "gid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Group")});
    all.push_back({.name = "cuid", .type = id, .label = IPC_TR("Creator")});
    all.push_back(
        {.name = "cgid", .type = types::integer(0, UINT32_MAX), .label = IPC_TR("Creator's group")});
    return all;
}

inline std::vector<ResultSpec> as_results(const std::vector<StateSpec>& state) {
    std::vector<ResultSpec> out;
    for (const auto& field : state)
        out.push_back({.name = field.name, .type = field.type, .label = field.label, .help = field.help});
    return out;
}

inline Fields permission_fields(const ipc_perm& perm) {
    return {{"key", perm.__key}, {"mode", perm.mode & 07777u}, {"uid", perm.uid},
            {"gid", perm.gid},   {"cuid", perm.cuid},          {"cgid", perm.cgid}};
}

}  // namespace ipcscope::mechanisms::sysv

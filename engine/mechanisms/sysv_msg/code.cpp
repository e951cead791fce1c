#include "mechanisms/sysv_code.h"

namespace ipcscope::mechanisms {

namespace {

HelperCode message_code() {
    return {"message",
            {.c = R"(// What msgsnd and msgrcv want: a type, and the text right behind it.
static struct {
    long type;
    char text[65536];
} message;)"},
            {}};
}

HelperCode msqid_code() {
    return {"msqid_ds", {.python = R"(class msqid_ds(ctypes.Structure):
    """Of 64-bit machines."""
    _fields_ = [("perm", ipc_perm), ("stime", ctypes.c_long), ("rtime", ctypes.c_long),
                ("ctime", ctypes.c_long), ("cbytes", ctypes.c_ulong), ("qnum", ctypes.c_ulong),
                ("qbytes", ctypes.c_ulong), ("lspid", ctypes.c_int), ("lrpid", ctypes.c_int),
                ("reserved", ctypes.c_ulong * 2)])"}};
}

OperationCode send_code() {
    return {"send",
            {.c = "message.type = {type};\nmemcpy(message.text, {data}, {data.size});\n"
                  "ret = msgsnd({queue}, &message, {data.size}, {flags});",
             .python = "message = struct.pack(\"l\", {type}) + {data}  # the type stands before the text\n"
                       "ret = call_libc(libc.msgsnd, {queue}, message, {data.size}, {flags})"},
            {},
            {.includes = "string.h", .imports = "struct"}};
}

OperationCode receive_code() {
    return {
        "receive",
        {.c = "ret = msgrcv({queue}, &message, {size}, {type}, {flags});",
         .python = "message = ctypes.create_string_buffer({size} + struct.calcsize(\"l\"))\n"
                   "ret = call_libc(libc.msgrcv, {queue}, message, {size}, ctypes.c_long({type}), {flags})"},
        {{"type", {.c = "message.type", .python = "struct.unpack_from(\"l\", message)[0]"}},
         {"data", {.c = "message.text, ret", .python = "message.raw[8:8 + ret]"}}},
        {.imports = "struct"}};
}

OperationCode peek_code() {
    auto code = receive_code();
    code.verb = "peek";
    code.call = {.c = "ret = msgrcv({queue}, &message, {size}, {index}, MSG_COPY | IPC_NOWAIT);",
                 .python =
                     "MSG_COPY, IPC_NOWAIT = 0o40000, 0o4000\n"
                     "message = ctypes.create_string_buffer({size} + struct.calcsize(\"l\"))\n"
                     "ret = call_libc(libc.msgrcv, {queue}, message, {size}, ctypes.c_long({index}), "
                     "MSG_COPY | IPC_NOWAIT)"};
    return code;
}

OperationCode use_code() {
    return {
        "use",
        {.c = "struct msqid_ds state;\nret = msgctl({id}, IPC_STAT, &state) == -1 ? -1 : {id};",
         .python =
             "state = msqid_ds()\ncall_libc(libc.msgctl, {id}, IPC_STAT, ctypes.byref(state))\nret = {id}"}};
}

OperationCode stat_code() {
    return {"stat",
            {.c = "struct msqid_ds state;\nret = msgctl({queue}, IPC_STAT, &state);",
             .python =
                 "state = msqid_ds()\nret = call_libc(libc.msgctl, {queue}, IPC_STAT, ctypes.byref(state))"},
            {{"messages", {.c = "state.msg_qnum", .python = "state.qnum"}},
             {"cbytes", {.c = "state.__msg_cbytes", .python = "state.cbytes"}},
             {"qbytes", {.c = "state.msg_qbytes", .python = "state.qbytes"}},
             {"lspid", {.c = "state.msg_lspid", .python = "state.lspid"}},
             {"lrpid", {.c = "state.msg_lrpid", .python = "state.lrpid"}},
             {"stime", {.c = "state.msg_stime", .python = "state.stime"}},
             {"rtime", {.c = "state.msg_rtime", .python = "state.rtime"}},
             {"ctime", {.c = "state.msg_ctime", .python = "state.ctime"}},
             {"key", {.c = "state.msg_perm.__key", .python = "state.perm.key"}},
             {"mode", {.c = "state.msg_perm.mode", .python = "state.perm.mode"}},
             {"uid", {.c = "state.msg_perm.uid", .python = "state.perm.uid"}},
             {"gid", {.c = "state.msg_perm.gid", .python = "state.perm.gid"}},
             {"cuid", {.c = "state.msg_perm.cuid", .python = "state.perm.cuid"}},
             {"cgid", {.c = "state.msg_perm.cgid", .python = "state.perm.cgid"}}}};
}

// IPC_SET wants all of it: what is not changed is as IPC_STAT gave it.
OperationCode set_code() {
    return {"set",
            {.c = R"(struct msqid_ds state;
ret = msgctl({queue}, IPC_STAT, &state);
{if !qbytes=unchanged}
state.msg_qbytes = {qbytes};
{/if}
{if !mode=unchanged}
state.msg_perm.mode = {mode};
{/if}
{if !uid=unchanged}
state.msg_perm.uid = {uid};
{/if}
{if !gid=unchanged}
state.msg_perm.gid = {gid};
{/if}
if (ret == 0)
    ret = msgctl({queue}, IPC_SET, &state);)",
             .python = R"(state = msqid_ds()
call_libc(libc.msgctl, {queue}, IPC_STAT, ctypes.byref(state))
{if !qbytes=unchanged}
state.qbytes = {qbytes}
{/if}
{if !mode=unchanged}
state.perm.mode = {mode}
{/if}
{if !uid=unchanged}
state.perm.uid = {uid}
{/if}
{if !gid=unchanged}
state.perm.gid = {gid}
{/if}
ret = call_libc(libc.msgctl, {queue}, IPC_SET, ctypes.byref(state)))"}};
}

}  // namespace

const MechanismCode& sysv_msg_code();
const MechanismCode& sysv_msg_code() {
    static const MechanismCode code{
        .id = "sysv_msg",
        .needs = {.includes = "sys/msg.h", .imports = "ctypes"},
        .helpers = sysv::with_commands({message_code(), msqid_code()}),
        .operations = {sysv::ftok_code(),
                       {.verb = "get",
                        .call = {.c = "ret = msgget({key}, {flags|mode});",
                                 .python = "ret = call_libc(libc.msgget, {key}, {flags|mode})"},
                        .cleanup = {.c = "msgctl({queue}, IPC_RMID, NULL);",
                                    .python = "libc.msgctl({queue}, IPC_RMID, None)"}},
                       send_code(),
                       receive_code(),
                       peek_code(),
                       use_code(),
                       stat_code(),
                       set_code(),
                       {.verb = "remove",
                        .call = {.c = "ret = msgctl({queue}, IPC_RMID, NULL);",
                                 .python = "ret = call_libc(libc.msgctl, {queue}, IPC_RMID, None)"}}},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

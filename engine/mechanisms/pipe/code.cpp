#include "mechanisms/stream_code.h"

namespace ipcscope::mechanisms {

namespace {

OperationCode create_code() {
    return {"create",
            {.c = "int ends[2];\nret = pipe2(ends, {flags});", .python = "ends = os.pipe2({flags})"},
            {{"read_end", {.c = "ends[0]", .python = "ends[0]"}},
             {"write_end", {.c = "ends[1]", .python = "ends[1]"}}},
            {.includes = "fcntl.h"}};
}

OperationCode popen_code() {
    return {"popen",
            {.c = "FILE *stream = popen({command}, {type.name});\nret = stream ? fileno(stream) : -1;",
             .python = "stream = subprocess.Popen({command}, shell=True, bufsize=0,\n"
                       "{if type=r}\n"
                       "                          stdout=subprocess.PIPE)\n"
                       "{else}\n"
                       "{if type=re}\n"
                       "                          stdout=subprocess.PIPE)\n"
                       "{else}\n"
                       "                          stdin=subprocess.PIPE)\n"
                       "{/if}\n"
                       "{/if}\n"
                       "ret = (stream.stdout or stream.stdin).fileno()"},
            {{"stream", {.c = "stream", .python = "stream"}}},
            {.imports = "subprocess"}};
}

OperationCode pclose_code() {
    return {"pclose",
            {.c = "ret = pclose({stream});\nint status = (int)ret;",
             .cpp = "ret = pclose({stream});\nconst int status = static_cast<int>(ret);",
             .python = "({stream}.stdout or {stream}.stdin).close()\nstatus = {stream}.wait()\n"
                       "ret = status << 8 if status >= 0 else -status"},
            {{"status", {.c = "WEXITSTATUS(status) if WIFEXITED(status)", .python = "status if status >= 0"}},
             {"signal", {.c = "WTERMSIG(status) if WIFSIGNALED(status)", .python = "-status if status < 0"}}},
            {.includes = "sys/wait.h"}};
}

}  // namespace

const MechanismCode& pipe_code();
const MechanismCode& pipe_code() {
    static const MechanismCode code{
        .id = "pipe",
        .needs = {.includes = "unistd.h", .imports = "os"},
        .handles = {{"stream",
                     {.c = "FILE *"},
                     {.c = "NULL", .cpp = "nullptr", .python = "None"},
                     {.c = "fileno(@)", .python = "(@.stdout or @.stdin).fileno()"}}},
        .operations = {create_code(), stream::write_code(), stream::read_code(), stream::close_code(),
                       stream::pending_code(), stream::get_size_code(), stream::set_size_code(),
                       stream::set_flags_code(), popen_code(), pclose_code()},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/stream_code.h"

namespace ipcscope::mechanisms {

const MechanismCode& fifo_code();
const MechanismCode& fifo_code() {
    static const MechanismCode code{
        .id = "fifo",
        .needs = {.includes = "unistd.h", .imports = "os"},
        .operations = {{.verb = "create",
                        .call = {.c = "ret = mkfifo({path}, {mode});", .python = "os.mkfifo({path}, {mode})"},
                        .needs = {.includes = "sys/stat.h"}},
                       {.verb = "open",
                        .call = {.c = "ret = open({path}, {access|flags});",
                                 .python = "ret = os.open({path}, {access|flags})"},
                        .needs = {.includes = "fcntl.h"}},
                       stream::write_code(),
                       stream::read_code(),
                       stream::close_code(),
                       stream::pending_code(),
                       stream::get_size_code(),
                       stream::set_size_code(),
                       stream::set_flags_code(),
                       {.verb = "unlink",
                        .call = {.c = "ret = unlink({path});", .python = "os.unlink({path})"}}},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

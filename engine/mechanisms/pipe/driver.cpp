#include "mechanisms/pipe/shell.h"
#include "mechanisms/stream_calls.h"

#include <fmt/format.h>

#include <sys/stat.h>

namespace ipcscope::mechanisms {

const Driver& pipe_driver();

namespace pipe {

std::string key_of(int fd) {
    struct stat status {};
    ::fstat(fd, &status);
    return fmt::format("pipe:[{}]", status.st_ino);
}

}  // namespace pipe

namespace {

void create(Call& call) {
    const int flags = static_cast<int>(call.integer("flags"));
    int ends[2] = {-1, -1};
    call.run([&] { return ::pipe2(ends, flags); });
    if (!call.ok()) return;
    const auto flow = (flags & O_DIRECT) != 0 ? FlowPolicy::packets : FlowPolicy::none;
    const auto key = pipe::key_of(ends[0]);
    call.opened("read_end", {.kind = "read_end", .native = ends[0], .key = key, .flow = flow});
    call.opened("write_end", {.kind = "write_end", .native = ends[1], .key = key, .flow = flow});
}

}  // namespace

const Driver& pipe_driver() {
    static const Driver driver{
        .operations = {{"create", create},
                       {"write", stream::write},
                       {"read", stream::read},
                       {"close", stream::close},
                       {"pending", stream::pending},
                       {"get_size", stream::get_size},
                       {"set_size", stream::set_size},
                       {"set_flags", stream::set_flags},
                       {"popen", pipe::open_shell},
                       {"pclose", pipe::close_shell}},
        .observe = stream::observe,
    };
    return driver;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/libc_code.h"
#include "mechanisms/memory_code.h"
#include "mechanisms/stream_code.h"

namespace ipcscope::mechanisms {

namespace {

// --- names ---

OperationCode open_code() {
    return {"open",
            {.c = "ret = open({path}, {access|flags}{if flags:O_CREAT}, {mode}{/if});",
             .python = "ret = os.open({path}, {access|flags}{if flags:O_CREAT}, {mode}{/if})"}};
}

OperationCode rename_code() {
    return {
        "rename",
        {.c = "ret = {if flags}renameat2(AT_FDCWD, {from}, AT_FDCWD, {to}, {flags}){else}rename({from}, "
              "{to}){/if};",
         .python = "{if flags}\n"
                   "libc_call(\"renameat2\", -100, os.fsencode({from}), -100, os.fsencode({to}), {flags})\n"
                   "{else}\n"
                   "os.rename({from}, {to})\n"
                   "{/if}"},
        {},
        {.includes = "stdio.h"}};
}

// --- contents ---

OperationCode write_code() {
    auto code = stream::write_code();
    code.results = {
        {"offset",
         {.c = "lseek({to}, 0, SEEK_CUR) - ret", .python = "os.lseek({to}, 0, os.SEEK_CUR) - ret"}}};
    return code;
}

OperationCode pread_code() {
    return {"pread",
            {.c = "ret = pread({from}, {buffer:size}, {size}, {offset});",
             .python = "data = os.pread({from}, {size}, {offset})\nret = len(data)"},
            {{"data", {.c = "{buffer}, ret", .python = "data"}}}};
}

// With O_APPEND Linux writes to the end, whatever offset is given.
HelperCode written_at_code() {
    return {
        "written_at",
        {.c =
             R"(// Where pwrite has put `count` bytes: with O_APPEND that is the end, whatever offset was given.
static long written_at(int fd, long offset, long count)
{
    struct stat status;

    if (!(fcntl(fd, F_GETFL) & O_APPEND) || count == 0 || fstat(fd, &status) != 0)
        return offset;
    return status.st_size - count;
})",
         .cpp =
             R"(// Where pwrite has put `count` bytes: with O_APPEND that is the end, whatever offset was given.
long written_at(int fd, long offset, long count)
{
    struct stat status{};
    if (!(fcntl(fd, F_GETFL) & O_APPEND) || count == 0 || fstat(fd, &status) != 0) return offset;
    return status.st_size - count;
})",
         .python = R"(def written_at(fd, offset, count):
    """Where pwrite has put `count` bytes: with O_APPEND that is the end, whatever offset was given."""
    appends = fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_APPEND
    return os.fstat(fd).st_size - count if appends and count else offset)"},
        {.includes = "fcntl.h sys/stat.h", .imports = "fcntl os"}};
}

OperationCode pwrite_code() {
    return {
        "pwrite",
        {.c = "ret = pwrite({to}, {if size}repeated({data}, {data.size}, {size}), {size}{else}{data}, "
              "{data.size}{/if}, {offset});",
         .python = "ret = os.pwrite({to}, {if size}repeated({data}, {size}){else}{data}{/if}, {offset})"},
        {{"offset", {.c = "written_at({to}, {offset}, ret)", .python = "written_at({to}, {offset}, ret)"}}}};
}

OperationCode stat_code() {
    return {"stat",
            {.c = "struct stat status;\nret = fstat({file}, &status);",
             .cpp = "struct stat status{};\nret = fstat({file}, &status);",
             .python = "status = os.fstat({file})"},
            {{"size", {.c = "status.st_size", .python = "status.st_size"}},
             {"links", {.c = "status.st_nlink", .python = "status.st_nlink"}},
             {"inode", {.c = "status.st_ino", .python = "status.st_ino"}},
             {"mode", {.c = "status.st_mode & 07777", .python = "status.st_mode & 0o7777"}},
             {"uid", {.c = "status.st_uid", .python = "status.st_uid"}},
             {"gid", {.c = "status.st_gid", .python = "status.st_gid"}},
             {"blocks", {.c = "status.st_blocks", .python = "status.st_blocks"}},
             {"mtime", {.c = "status.st_mtime", .python = "int(status.st_mtime)"}}},
            {.includes = "sys/stat.h"}};
}

// --- locks ---

HelperCode lock_name_code() {
    return {"lock_name",
            {.c = R"(static const char *lock_name(int type)
{
    return type == F_RDLCK ? "F_RDLCK" : type == F_WRLCK ? "F_WRLCK" : "F_UNLCK";
})",
             .cpp = R"(const char* lock_name(int type)
{
    return type == F_RDLCK ? "F_RDLCK" : type == F_WRLCK ? "F_WRLCK" : "F_UNLCK";
})",
             .python = R"(def lock_name(kind):
    return {fcntl.F_RDLCK: "F_RDLCK", fcntl.F_WRLCK: "F_WRLCK", fcntl.F_UNLCK: "F_UNLCK"}[kind])"},
            {.includes = "fcntl.h", .imports = "fcntl"}};
}

HelperCode set_lock_code() {
    return {"flock_structure",
            {.python = R"(def flock_structure(kind, whence, start, length):
    """struct flock of fcntl.h, as 64-bit Linux has it: type, whence, start, length, process"""
    return struct.pack("hhqqi0q", kind, whence, start, length, 0))"},
            {.imports = "struct"}};
}

constexpr const char* c_range =
    "struct flock range = {.l_type = {type}, .l_whence = {whence}, .l_start = {start}, .l_len = {length}};\n"
    "ret = fcntl({file}, {command}, &range);";
constexpr const char* cpp_range =
    "struct flock range{};\n"
    "range.l_type = {type};\n"
    "range.l_whence = {whence};\n"
    "range.l_start = {start};\n"
    "range.l_len = {length};\n"
    "ret = fcntl({file}, {command}, &range);";

OperationCode lock_code() {
    return {
        "lock",
        {.c = c_range,
         .cpp = cpp_range,
         .python = "fcntl.fcntl({file}, {command}, flock_structure({type}, {whence}, {start}, {length}))"},
        {},
        {.includes = "fcntl.h", .imports = "fcntl"}};
}

OperationCode get_lock_code() {
    return {
        "get_lock",
        {.c = c_range,
         .cpp = cpp_range,
         .python = "answer = fcntl.fcntl({file}, {command}, flock_structure({type}, {whence}, {start}, "
                   "{length}))\n"
                   "kind, _, start, length, pid = struct.unpack(\"hhqqi0q\", answer)"},
        {{"found", {.c = "%s lock_name(range.l_type)", .python = "%s lock_name(kind)"}},
         {"start",
          {.c = "range.l_start if range.l_type != F_UNLCK", .python = "start if kind != fcntl.F_UNLCK"}},
         {"length",
          {.c = "range.l_len if range.l_type != F_UNLCK", .python = "length if kind != fcntl.F_UNLCK"}},
         {"pid", {.c = "range.l_pid if range.l_type != F_UNLCK", .python = "pid if kind != fcntl.F_UNLCK"}}},
        {.includes = "fcntl.h", .imports = "fcntl struct"}};
}

OperationCode flock_code() {
    return {
        "flock",
        {.c = "ret = flock({file}, {operation|flags});", .python = "fcntl.flock({file}, {operation|flags})"},
        {},
        {.includes = "sys/file.h", .imports = "fcntl"}};
}

// --- inotify ---

HelperCode events_text_code() {
    return {"events_text",
            {.c = R"(// What was read from an inotify instance, as a session writes it.
static const char *events_text(const char *buffer, long length)
{
    static const struct { unsigned bit; const char *name; } names[] = {
        {IN_ACCESS, "IN_ACCESS"}, {IN_MODIFY, "IN_MODIFY"}, {IN_ATTRIB, "IN_ATTRIB"},
        {IN_CLOSE_WRITE, "IN_CLOSE_WRITE"}, {IN_CLOSE_NOWRITE, "IN_CLOSE_NOWRITE"}, {IN_OPEN, "IN_OPEN"},
        {IN_MOVED_FROM, "IN_MOVED_FROM"}, {IN_MOVED_TO, "IN_MOVED_TO"}, {IN_CREATE, "IN_CREATE"},
        {IN_DELETE, "IN_DELETE"}, {IN_DELETE_SELF, "IN_DELETE_SELF"}, {IN_MOVE_SELF, "IN_MOVE_SELF"},
        {IN_ISDIR, "IN_ISDIR"}, {IN_IGNORED, "IN_IGNORED"}, {IN_Q_OVERFLOW, "IN_Q_OVERFLOW"},
        {IN_UNMOUNT, "IN_UNMOUNT"}};
    static char *text;
    size_t size;
    struct inotify_event event;

    free(text);
    FILE *out = open_memstream(&text, &size);
    if (out == NULL)
        die("events_text");
    for (long at = 0; at < length; at += (long)(sizeof event + event.len)) {
        memcpy(&event, buffer + at, sizeof event);
        const char *name = event.len > 0 ? buffer + at + sizeof event : "";
        const char *between = "";
        fprintf(out, "%s{watch: %d, mask: ", at > 0 ? ", " : "[", event.wd);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (event.mask & names[i].bit) {
                fprintf(out, "%s%s", between, names[i].name);
                between = "|";
            }
        fprintf(out, ", name: %s, cookie: %u}", quoted(name, strlen(name)), event.cookie);
    }
    fprintf(out, length > 0 ? "]" : "[]");
    fclose(out);
    return text;
})",
             .cpp = R"(// What was read from an inotify instance, as a session writes it.
std::string events_text(const char* buffer, long length)
{
    static const std::pair<unsigned, const char*> names[] = {
        {IN_ACCESS, "IN_ACCESS"}, {IN_MODIFY, "IN_MODIFY"}, {IN_ATTRIB, "IN_ATTRIB"},
        {IN_CLOSE_WRITE, "IN_CLOSE_WRITE"}, {IN_CLOSE_NOWRITE, "IN_CLOSE_NOWRITE"}, {IN_OPEN, "IN_OPEN"},
        {IN_MOVED_FROM, "IN_MOVED_FROM"}, {IN_MOVED_TO, "IN_MOVED_TO"}, {IN_CREATE, "IN_CREATE"},
        {IN_DELETE, "IN_DELETE"}, {IN_DELETE_SELF, "IN_DELETE_SELF"}, {IN_MOVE_SELF, "IN_MOVE_SELF"},
        {IN_ISDIR, "IN_ISDIR"}, {IN_IGNORED, "IN_IGNORED"}, {IN_Q_OVERFLOW, "IN_Q_OVERFLOW"},
        {IN_UNMOUNT, "IN_UNMOUNT"}};
    std::ostringstream out;
    inotify_event event{};
    out << '[';
    for (long at = 0; at < length; at += static_cast<long>(sizeof event + event.len)) {
        std::memcpy(&event, buffer + at, sizeof event);
        const std::string name = event.len > 0 ? buffer + at + sizeof event : "";
        out << (at > 0 ? ", " : "") << "{watch: " << event.wd << ", mask: ";
        const char* between = "";
        for (const auto& [bit, word] : names) {
            if ((event.mask & bit) == 0) continue;
            out << between << word;
            between = "|";
        }
        out << ", name: " << quoted(name.data(), name.size()) << ", cookie: " << event.cookie << '}';
    }
    out << ']';
    return out.str();
})",
             .python = R"(EVENT_NAMES = {
    0x1: "IN_ACCESS", 0x2: "IN_MODIFY", 0x4: "IN_ATTRIB", 0x8: "IN_CLOSE_WRITE",
    0x10: "IN_CLOSE_NOWRITE", 0x20: "IN_OPEN", 0x40: "IN_MOVED_FROM", 0x80: "IN_MOVED_TO",
    0x100: "IN_CREATE", 0x200: "IN_DELETE", 0x400: "IN_DELETE_SELF", 0x800: "IN_MOVE_SELF",
    0x40000000: "IN_ISDIR", 0x8000: "IN_IGNORED", 0x4000: "IN_Q_OVERFLOW", 0x2000: "IN_UNMOUNT"}


def events_text(data):
    """What was read from an inotify instance, as a session writes it."""
    events, at = [], 0
    while at < len(data):
        watch, mask, cookie, length = struct.unpack_from("iIII", data, at)
        name = data[at + 16:at + 16 + length].rstrip(b"\0")
        what = "|".join(word for bit, word in EVENT_NAMES.items() if mask & bit)
        events.append(f"{{watch: {watch}, mask: {what}, name: {quoted(name)}, cookie: {cookie}}}")
        at += 16 + length
    return "[" + ", ".join(events) + "]")"},
            {"stdio.h stdlib.h string.h sys/inotify.h", "cstring sstream string utility", "struct"}};
}

std::vector<OperationCode> inotify_code() {
    const Needs needs{.includes = "sys/inotify.h"};
    return {{"inotify_init",
             {.c = "ret = inotify_init1({flags});", .python = "ret = libc_call(\"inotify_init1\", {flags})"},
             {},
             needs},
            {"add_watch",
             {.c = "ret = inotify_add_watch({inotify}, {path}, {events|options});",
              .python = "ret = libc_call(\"inotify_add_watch\", {inotify}, os.fsencode({path}), "
                        "{events|options})"},
             {},
             needs},
            {"remove_watch",
             {.c = "ret = inotify_rm_watch({inotify}, {watch});",
              .python = "libc_call(\"inotify_rm_watch\", {inotify}, {watch})"},
             {},
             needs},
            {"read_events",
             {.c = "ret = read({inotify}, {buffer:size}, {size});",
              .python = "data = os.read({inotify}, {size})\nret = len(data)"},
             {{"events", {.c = "%s events_text({buffer}, ret)", .python = "%s events_text(data)"}}}}};
}

// --- memory ---

OperationCode map_code() {
    return {"map",
            {.c = "void *address = mmap(NULL, {size}, {access}, {sharing}, {file}, {offset});\n"
                  "ret = (long)address;",
             .cpp = "void* const address = mmap(nullptr, {size}, {access}, {sharing}, {file}, {offset});\n"
                    "ret = reinterpret_cast<long>(address);",
             .python = "ret = address_call(\"mmap\", None, ctypes.c_size_t({size}), {access}, {sharing}, "
                       "{file}, ctypes.c_long({offset}))"},
            {{"mapping",
              {.c = "(struct mapping){address, {size}}",
               .cpp = "mapping{static_cast<char*>(address), {size}}",
               .python = "Mapping(ret, {size})"}}},
            {.includes = "sys/mman.h", .imports = "ctypes mmap"}};
}

OperationCode sync_code() {
    return {"sync",
            {.c = "ret = msync({mapping}.address + {offset}, {if size}{size}{else}{mapping}.size - "
                  "{offset}{/if}, {flags});",
             .python = "libc_call(\"msync\", ctypes.c_void_p({mapping}.address + {offset}),\n"
                       "          ctypes.c_size_t({if size}{size}{else}{mapping}.size - {offset}{/if}), "
                       "{flags})"},
            {},
            {.includes = "sys/mman.h", .imports = "ctypes"}};
}

OperationCode unmap_code() {
    return {"unmap",
            {.c = "ret = munmap({mapping}.address, {mapping}.size);",
             .python = "libc_call(\"munmap\", ctypes.c_void_p({mapping}.address), "
                       "ctypes.c_size_t({mapping}.size))"},
            {},
            {.includes = "sys/mman.h", .imports = "ctypes"}};
}

std::vector<OperationCode> memory_code() {
    auto all = memory::operations({});
    for (auto& one : all) {
        const std::string_view verb = one.verb;
        if (verb == "write") one.verb = "memory_write";
        if (verb == "read") one.verb = "memory_read";
    }
    return all;
}

std::vector<OperationCode> all_code() {
    std::vector<OperationCode> all{
        open_code(),
        stream::read_code(),
        write_code(),
        pread_code(),
        pwrite_code(),
        {"seek",
         {.c = "ret = lseek({file}, {offset}, {whence});",
          .python = "ret = os.lseek({file}, {offset}, {whence})"}},
        {"truncate", {.c = "ret = ftruncate({file}, {length});", .python = "os.ftruncate({file}, {length})"}},
        {"fsync", {.c = "ret = fsync({file});", .python = "os.fsync({file})"}},
        {"fdatasync", {.c = "ret = fdatasync({file});", .python = "os.fdatasync({file})"}},
        stat_code(),
        {"dup", {.c = "ret = dup({file});", .python = "ret = os.dup({file})"}},
        {"close", {.c = "ret = close({what.release});", .python = "os.close({what})"}},
        {"unlink", {.c = "ret = unlink({path});", .python = "os.unlink({path})"}},
        rename_code(),
        flock_code(),
        lock_code(),
        get_lock_code(),
        map_code(),
        sync_code(),
        unmap_code()};
    for (const auto& part : {memory_code(), inotify_code()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

const MechanismCode& file_code();
const MechanismCode& file_code() {
    static const MechanismCode code{
        .id = "file",
        .needs = {.includes = "fcntl.h unistd.h", .imports = "os"},
        .python_names =
            {{"SEEK_", "os."}, {"LOCK_", "fcntl."}, {"F_", "fcntl."}, {"PROT_", "mmap."}, {"MAP_", "mmap."}},
        .handles = {memory::mapping_code("mapping")},
        .helpers = memory::helpers(
            {libc_call_code(), written_at_code(), lock_name_code(), set_lock_code(), events_text_code()}),
        .operations = all_code(),
    };
    return code;
}

}  // namespace ipcscope::mechanisms

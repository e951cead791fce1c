#include "mechanisms/libc_code.h"
#include "mechanisms/memory_code.h"
#include "mechanisms/posix_name_code.h"

namespace ipcscope::mechanisms {

namespace {

HelperCode seal_names_code() {
    return {"seal_names",
            {.c = R"(// Seals by their names, good until the next call.
static const char *seal_names(long seals)
{
    static const struct { long seal; const char *name; } known[] = {
        {F_SEAL_SEAL, "F_SEAL_SEAL"}, {F_SEAL_SHRINK, "F_SEAL_SHRINK"}, {F_SEAL_GROW, "F_SEAL_GROW"},
        {F_SEAL_WRITE, "F_SEAL_WRITE"}, {F_SEAL_FUTURE_WRITE, "F_SEAL_FUTURE_WRITE"}};
    static char text[128];
    char *end = text + sprintf(text, "%s", seals == 0 ? "0" : "");

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (seals & known[i].seal)
            end += sprintf(end, "%s%s", end > text ? "|" : "", known[i].name);
    return text;
})",
             .cpp = R"(// Seals by their names.
std::string seal_names(long seals)
{
    constexpr std::pair<long, const char*> known[] = {
        {F_SEAL_SEAL, "F_SEAL_SEAL"}, {F_SEAL_SHRINK, "F_SEAL_SHRINK"}, {F_SEAL_GROW, "F_SEAL_GROW"},
        {F_SEAL_WRITE, "F_SEAL_WRITE"}, {F_SEAL_FUTURE_WRITE, "F_SEAL_FUTURE_WRITE"}};
    std::string text;
    for (const auto& [seal, name] : known)
        if (seals & seal) text += (text.empty() ? "" : "|") + std::string(name);
    return text.empty() ? "0" : text;
})",
             .python = R"(def seal_names(seals):
    """Seals by their names."""
    known = {1: "F_SEAL_SEAL", 2: "F_SEAL_SHRINK", 4: "F_SEAL_GROW", 8: "F_SEAL_WRITE", 16: "F_SEAL_FUTURE_WRITE"}
    return "|".join(name for seal, name in known.items() if seals & seal) or "0")"},
            {"fcntl.h stdio.h", "string utility", ""}};
}

OperationCode open_code() {
    return {
        .verb = "open",
        .call = {.c = "ret = shm_open(posix_name({name}), {access|flags}, {mode});",
                 .cpp = "ret = shm_open(posix_name({name}).c_str(), {access|flags}, {mode});",
                 .python = "ret = libc_call(\"shm_open\", os.fsencode(posix_name({name})), {access|flags}, "
                           "{mode})"},
        .cleanup = {.c = "{if flags:O_CREAT}shm_unlink(posix_name({name}));{/if}",
                    .cpp = "{if flags:O_CREAT}shm_unlink(posix_name({name}).c_str());{/if}",
                    .python = "{if flags:O_CREAT}libc_call(\"shm_unlink\", "
                              "os.fsencode(posix_name({name}))){/if}"}};
}

OperationCode map_code() {
    return {
        "map",
        {.c = "void *address = mmap(NULL, {length}, {prot}, {flags}, {object}, {offset});\n"
              "ret = (long)address;",
         .cpp = "void* const address = mmap(nullptr, {length}, {prot}, {flags}, {object}, {offset});\n"
                "ret = reinterpret_cast<long>(address);",
         .python = "ret = address_call(\"mmap\", None, ctypes.c_size_t({length}), {prot}, {flags}, {object}, "
                   "ctypes.c_long({offset}))"},
        {{"mapping",
          {.c = "(struct mapping){address, {length}}",
           .cpp = "mapping{static_cast<char*>(address), {length}}",
           .python = "Mapping(ret, {length})"}},
         {"address", {.c = "ret", .python = "ret"}}},
        {.imports = "mmap"}};
}

OperationCode stat_code() {
    return {"stat",
            {.c = "struct stat state;\nret = fstat({object}, &state);",
             .cpp = "struct stat state {};\nret = fstat({object}, &state);",
             .python = "state = os.fstat({object})"},
            {{"size", {.c = "state.st_size", .python = "state.st_size"}},
             {"allocated", {.c = "state.st_blocks * 512", .python = "state.st_blocks * 512"}},
             {"links", {.c = "state.st_nlink", .python = "state.st_nlink"}},
             {"mode", {.c = "state.st_mode & 07777", .python = "state.st_mode & 0o7777"}},
             {"uid", {.c = "state.st_uid", .python = "state.st_uid"}},
             {"gid", {.c = "state.st_gid", .python = "state.st_gid"}}},
            {.includes = "sys/stat.h"}};
}

}  // namespace

const MechanismCode& posix_shm_code();
const MechanismCode& posix_shm_code() {
    static const MechanismCode code{
        .id = "posix_shm",
        .needs = {.includes = "fcntl.h sys/mman.h unistd.h", .imports = "ctypes os"},
        .python_names = {{"PROT_", "mmap."},
                         {"MAP_SHARED", "mmap."},
                         {"MAP_PRIVATE", "mmap."},
                         {"MAP_POPULATE", "mmap."},
                         {"MFD_", "os."},
                         {"F_SEAL_SEAL", "fcntl."},
                         {"F_SEAL_SHRINK", "fcntl."},
                         {"F_SEAL_GROW", "fcntl."},
                         {"F_SEAL_WRITE", "fcntl."}},
        .handles = {memory::mapping_code("mapping")},
        .helpers = memory::helpers({posix_name_code(), libc_call_code(), seal_names_code()}),
        .operations = memory::operations(
            {open_code(),
             {"memfd_create",
              {.c = "ret = memfd_create({name}, {flags});",
               .python = "ret = os.memfd_create({name}, {flags})"}},
             {"truncate",
              {.c = "ret = ftruncate({object}, {size});", .python = "os.ftruncate({object}, {size})"}},
             map_code(),
             {"unmap",
              {.c = "ret = munmap({mapping}.address, {mapping}.size);",
               .python = "libc_call(\"munmap\", ctypes.c_void_p({mapping}.address), "
                         "ctypes.c_size_t({mapping}.size))"}},
             stat_code(),
             {"seal",
              {.c = "ret = fcntl({object}, F_ADD_SEALS, {seals});",
               .python = "fcntl.fcntl({object}, fcntl.F_ADD_SEALS, {seals})"},
              {},
              {.imports = "fcntl"}},
             {"get_seals",
              {.c = "ret = fcntl({object}, F_GET_SEALS);",
               .python = "ret = fcntl.fcntl({object}, fcntl.F_GET_SEALS)"},
              {{"seals", {.c = "%s seal_names(ret)", .python = "%s seal_names(ret)"}}},
              {.imports = "fcntl"}},
             {"close", {.c = "ret = close({object.release});", .python = "os.close({object})"}},
             {"unlink",
              {.c = "ret = shm_unlink(posix_name({name}));",
               .cpp = "ret = shm_unlink(posix_name({name}).c_str());",
               .python = "libc_call(\"shm_unlink\", os.fsencode(posix_name({name})))"}}}),
    };
    return code;
}

}  // namespace ipcscope::mechanisms

#include "schema/code.h"

namespace ipcscope::mechanisms {

namespace {

OperationCode create_code() {
    return {"create",
            {.c = "ret = eventfd({initial}, {flags});", .python = "ret = os.eventfd({initial}, {flags})"},
            {},
            {.includes = "sys/eventfd.h"}};
}

OperationCode write_code() {
    return {"write",
            {.c = "uint64_t value = {value};\nret = write({counter}, &value, sizeof value);",
             .cpp = "const std::uint64_t value = {value};\nret = write({counter}, &value, sizeof value);",
             .python = "ret = os.write({counter}, ({value} % 2**64).to_bytes(8, sys.byteorder))"},
            {},
            {"stdint.h", "cstdint", "sys"}};
}

// Sessions say numbers from 2^63 on as negative ones.
OperationCode read_code() {
    return {"read",
            {.c = "uint64_t value = 0;\nret = read({counter}, &value, {size});",
             .cpp = "std::uint64_t value = 0;\nret = read({counter}, &value, {size});",
             .python = "data = os.read({counter}, {size})\n"
                       "ret = len(data)\n"
                       "value = int.from_bytes(data, sys.byteorder)"},
            {{"value", {.c = "value", .python = "value"}}},
            {"stdint.h", "cstdint", "sys"}};
}

}  // namespace

const MechanismCode& eventfd_code();
const MechanismCode& eventfd_code() {
    static const MechanismCode code{
        .id = "eventfd",
        .needs = {.includes = "unistd.h", .imports = "os"},
        .python_names = {{"EFD_", "os."}, {"UINT64_MAX", ""}},
        .helpers = {{"UINT64_MAX", {.python = "UINT64_MAX = 2**64 - 1"}}},
        .operations = {create_code(),
                       write_code(),
                       read_code(),
                       {"close", {.c = "ret = close({counter.release});", .python = "os.close({counter})"}}},
    };
    return code;
}

}  // namespace ipcscope::mechanisms

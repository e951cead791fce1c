// How accesses to mapped memory look in C, C++ and Python. Tables only: nothing to link.
#pragma once

#include "mechanisms/memory_types.h"
#include "schema/code.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms::memory {

// The variable of a handle with the role "memory".
inline HandleCode mapping_code(const char* id) {
    return {id, {.c = "struct mapping", .cpp = "mapping"}, {.c = "{NULL, 0}", .cpp = "{nullptr, 0}"}};
}

inline HelperCode byte_order_code() {
    return {"in_byte_order",
            {.c = R"(// Turns a number from this processor's byte order into the named one, or back.
static void in_byte_order(void *number, size_t size, int order)
{
    char *bytes = number;

    for (size_t i = 0; order != __BYTE_ORDER__ && i < size / 2; i++) {
        char byte = bytes[i];
        bytes[i] = bytes[size - 1 - i];
        bytes[size - 1 - i] = byte;
    }
})",
             .cpp = R"(// Turns a number from this processor's byte order into the named one, or back.
template <typename Number>
void in_byte_order(Number& number, std::endian order)
{
    char* bytes = reinterpret_cast<char*>(&number);
    if (order != std::endian::native) std::reverse(bytes, bytes + sizeof number);
})"},
            {.cpp_includes = "algorithm bit"}};
}

inline HelperCode real_text_code() {
    return {"real_text",
            {.c = R"(// All digits of a number, good until the next call.
static const char *real_text(double value)
{
    static char text[32];

    snprintf(text, sizeof text, "%.17g", value);
    return text;
})",
             .cpp = R"(// As few digits as tell the number from all others.
std::string real_text(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
})"},
            {"stdio.h", "charconv string", ""}};
}

inline HelperCode python_formats_code() {
    return {
        "FORMATS",
        {.python =
             R"(FORMATS = {"int8_t": "b", "uint8_t": "B", "int16_t": "h", "uint16_t": "H", "int32_t": "i", "uint32_t": "I",
           "int64_t": "q", "uint64_t": "q", "float": "f", "double": "d"}
BYTE_ORDERS = {"native": "=", "little": "<", "big": ">"})"}};
}

inline HelperCode python_load_code() {
    return {"load",
            {.python = R"(def load(address, kind, order):
    """The number of this C type that lies at `address`."""
    form = BYTE_ORDERS[order] + FORMATS[kind]
    return struct.unpack(form, ctypes.string_at(address, struct.calcsize(form)))[0])"},
            {.imports = "ctypes struct"}};
}

inline HelperCode python_store_code() {
    return {"store",
            {.python = R"(def store(address, kind, value, order):
    """Puts a number of this C type to `address`."""
    data = struct.pack(BYTE_ORDERS[order] + FORMATS[kind], value)
    ctypes.memmove(address, data, len(data)))"},
            {.imports = "ctypes struct"}};
}

inline HelperCode python_atomic_code() {
    return {"atomic",
            {.python = R"(def atomic(function, kind, result, address, *arguments):
    """An atomic operation, which Python does not have: of libatomic, which comes with the compiler."""
    number = getattr(ctypes, "c_" + kind.removesuffix("_t"))
    call = getattr(ctypes.CDLL("libatomic.so.1"), f"__atomic_{function}_{ctypes.sizeof(number)}")
    call.restype = result or number
    return call(ctypes.c_void_p(address), *arguments))"},
            {.imports = "ctypes"}};
}

inline HelperCode python_fetch_add_code() {
    return {"fetch_add", {.python = R"(def fetch_add(address, kind, value):
    """Adds in one step; the number before."""
    return atomic("fetch_add", kind, None, address, ctypes.c_int64(value), 5))"}};
}

inline HelperCode python_compare_exchange_code() {
    return {"compare_exchange", {.python = R"(def compare_exchange(address, kind, expected, desired):
    """Puts `desired` there if `expected` is there. Whether it did, and the number before."""
    previous = getattr(ctypes, "c_" + kind.removesuffix("_t"))(expected)
    done = atomic("compare_exchange", kind, ctypes.c_bool, address, ctypes.byref(previous),
                  ctypes.c_int64(desired), 5, 5)
    return int(done), previous.value)"}};
}

// A function that gives an address, for mmap and shmat.
inline HelperCode python_address_code() {
    return {"address_call",
            {.python = R"(def address_call(function, *arguments):
    """A function of the C library that gives an address. -1 becomes an OSError."""
    call = getattr(ctypes.CDLL(None, use_errno=True), function)
    call.restype = ctypes.c_long
    address = call(*arguments)
    if address == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return address)"},
            {.imports = "ctypes os"}};
}

inline std::vector<HelperCode> helpers(std::vector<HelperCode> own) {
    for (auto& one : {byte_order_code(), real_text_code(), python_formats_code(), python_load_code(),
                      python_store_code(), python_atomic_code(), python_fetch_add_code(),
                      python_compare_exchange_code(), python_address_code()})
        own.push_back(one);
    return own;
}

// Where these stand, the name of the C type belongs: "int32_t".
inline std::string typed(std::string text, const std::function<const Value&(std::string_view)>& value) {
    const auto type = value("type").integer();
    std::string name;
    for (const auto& known : number_type().names)
        if (known.value == type) name = known.name;
    for (auto at = text.find("TYPE"); at != std::string::npos; at = text.find("TYPE", at + name.size()))
        text.replace(at, 4, name);
    return text;
}

inline std::string store_text(Language language, const std::function<const Value&(std::string_view)>& value) {
    if (language == Language::python)
        return "store({to}.address + {offset}, {type.name}, {if real}{real}{else}{value}{/if}, {order.name})";
    const bool cpp = language == Language::cpp;
    return typed(cpp ? R"(TYPE value = {if real}{real}{else}{value}{/if};
{if order=little}
in_byte_order(value, std::endian::little);
{/if}
{if order=big}
in_byte_order(value, std::endian::big);
{/if}
memcpy({to}.address + {offset}, &value, sizeof value);
ret = 0;)"
                     : R"(TYPE value = {if real}{real}{else}{value}{/if};
{if order=little}
in_byte_order(&value, sizeof value, __ORDER_LITTLE_ENDIAN__);
{/if}
{if order=big}
in_byte_order(&value, sizeof value, __ORDER_BIG_ENDIAN__);
{/if}
memcpy({to}.address + {offset}, &value, sizeof value);
ret = 0;)",
                 value);
}

inline std::string load_text(Language language, const std::function<const Value&(std::string_view)>& value) {
    const bool real = (value("type").integer() & is_real) != 0;
    if (language == Language::python)
        return std::string(real ? "value" : "ret") +
               " = load({from}.address + {offset}, {type.name}, {order.name})";
    const bool cpp = language == Language::cpp;
    const std::string text = cpp ? R"(TYPE value;
memcpy(&value, {from}.address + {offset}, sizeof value);
{if order=little}
in_byte_order(value, std::endian::little);
{/if}
{if order=big}
in_byte_order(value, std::endian::big);
{/if})"
                                 : R"(TYPE value;
memcpy(&value, {from}.address + {offset}, sizeof value);
{if order=little}
in_byte_order(&value, sizeof value, __ORDER_LITTLE_ENDIAN__);
{/if}
{if order=big}
in_byte_order(&value, sizeof value, __ORDER_BIG_ENDIAN__);
{/if})";
    return typed(text + (real ? "\nret = 0;" : "\nret = value;"), value);
}

inline std::string fetch_add_text(Language language,
                                  const std::function<const Value&(std::string_view)>& value) {
    if (language == Language::python) return "ret = fetch_add({to}.address + {offset}, {type.name}, {value})";
    return typed(
        language == Language::cpp
            ? "std::atomic_ref number(*reinterpret_cast<TYPE*>({to}.address + {offset}));\n"
              "ret = number.fetch_add({value});"
            : "ret = __atomic_fetch_add((TYPE *)({to}.address + {offset}), {value}, __ATOMIC_SEQ_CST);",
        value);
}

inline std::string compare_exchange_text(Language language,
                                         const std::function<const Value&(std::string_view)>& value) {
    if (language == Language::python)
        return "ret, previous = compare_exchange({to}.address + {offset}, {type.name}, {expected}, "
               "{desired})";
    return typed(
        language == Language::cpp
            ? "TYPE previous = {expected};\n"
              "std::atomic_ref number(*reinterpret_cast<TYPE*>({to}.address + {offset}));\n"
              "ret = number.compare_exchange_strong(previous, {desired});"
            : "TYPE previous = {expected};\n"
              "ret = __atomic_compare_exchange_n((TYPE *)({to}.address + {offset}), &previous, {desired}, 0, "
              "__ATOMIC_SEQ_CST,\n                                  __ATOMIC_SEQ_CST);",
        value);
}

// All accesses, for MechanismCode::operations.
inline std::vector<OperationCode> operations(std::vector<OperationCode> own) {
    const Needs copies{"string.h", "", "ctypes"};
    const Needs numbers{"stdint.h string.h", "", "ctypes"};
    const Needs atomics{"stdint.h", "atomic", "ctypes"};
    own.push_back(
        {"write",
         {.c =
              R"(memcpy({to}.address + {offset}, {if size}repeated({data}, {data.size}, {size}), {size}{else}{data}, {data.size}{/if});
ret = {if size}{size}{else}{data.size}{/if};)",
          .python = R"(ret = {if size}{size}{else}{data.size}{/if}
ctypes.memmove({to}.address + {offset}, {if size}repeated({data}, {size}){else}{data}{/if}, ret))"},
         {},
         copies});
    own.push_back({"read",
                   {.c = "memcpy({buffer:size}, {from}.address + {offset}, {size});\nret = {size};",
                    .python = "data = ctypes.string_at({from}.address + {offset}, {size})\nret = len(data)"},
                   {{"data", {.c = "{buffer}, ret", .python = "data"}}},
                   copies});
    own.push_back({.verb = "store", .needs = numbers, .choose = store_text});
    own.push_back(
        {.verb = "load",
         .results = {{"real",
                      {.c = "{if type=float}%s real_text(value){/if}{if type=double}%s real_text(value){/if}",
                       .python = "{if type=float}value{/if}{if type=double}value{/if}"}}},
         .needs = numbers,
         .choose = load_text});
    own.push_back({.verb = "fetch_add", .needs = atomics, .choose = fetch_add_text});
    own.push_back({.verb = "compare_exchange",
                   .results = {{"previous", {.c = "previous", .python = "previous"}}},
                   .needs = atomics,
                   .choose = compare_exchange_text});
    return own;
}

}  // namespace ipcscope::mechanisms::memory

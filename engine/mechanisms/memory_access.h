// Operations on mapped memory that every mechanism with a mapping knows alike: plain bytes, numbers, atomic
// accesses. Tables only: nothing to link. The calls behind them stand in memory_calls.h.
#pragma once

#include "mechanisms/memory_types.h"

#include <cstdint>

namespace ipcscope::mechanisms::memory {

inline TypeSpec real_type() {
    TypeSpec type;
    type.kind = Kind::real;
    return type;
}

inline ParamSpec mapping_param(const char* name, std::vector<std::string> accepts, const char* help) {
    return {
        .name = name, .type = types::handle(std::move(accepts)), .label = IPC_TR("Mapping"), .help = help};
}

inline ParamSpec offset_param() {
    return {.name = "offset",
            .type = types::integer(0, INT64_MAX, Unit::bytes),
            .label = IPC_TR("Offset"),
            .help = IPC_TR("Where, counted from the beginning of the mapping."),
            .initial = std::int64_t{0}};
}

inline ParamSpec type_param(TypeSpec type) {
    return {.name = "type",
            .type = std::move(type),
            .label = IPC_TR("Type"),
            .help = IPC_TR("How many bytes the number has and what they mean; memory itself does not know."),
            .initial = int32};
}

inline ParamSpec order_param() {
    return {.name = "order",
            .type = types::choice({{"native", native_order, IPC_TR("as this processor has them")},
                                   {"little", little_endian, IPC_TR("the lowest byte first")},
                                   {"big", big_endian, IPC_TR("the highest byte first")}}),
            .label = IPC_TR("Byte order"),
            .help = IPC_TR("In which order the bytes of the number lie in memory."),
            .initial = std::int64_t{native_order}};
}

// Shown for integers, and for float and double.
inline VisibleWhen when_integer() {
    VisibleWhen out{"type", {}};
    for (const auto& name : integer_names())
        out.values.push_back(name.value);
    return out;
}
inline VisibleWhen when_real() {
    return {"type", {4 + is_real, 8 + is_real}};
}

inline ParamSpec value_param(const char* name, const char* label, const char* help, Value initial) {
    return {
        .name = name, .type = types::integer(), .label = label, .help = help, .initial = std::move(initial)};
}

inline ResultSpec raw_result() {
    return {.name = "bytes",
            .type = types::bytes(),
            .label = IPC_TR("Bytes"),
            .help = IPC_TR("The number as it lies in memory."),
            .payload = true};
}

inline ResultSpec text_result() {
    return {
        .name = "text",
        .type = types::text(),
        .label = IPC_TR("As text"),
        .help = IPC_TR(
            "Where the number cannot say it: uint64_t above 9223372036854775807, infinity, not a number.")};
}

inline OperationSpec write_spec(std::vector<std::string> accepts) {
    return {
        .verb = "write",
        .title = IPC_TR("Write bytes"),
        .summary = IPC_TR("Copies bytes or text into the mapping; nobody is told, and nothing waits."),
        .call = "memcpy",
        .syscall = "-",
        .man = "memcpy(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "to",
        .params = {mapping_param("to", std::move(accepts),
                                 IPC_TR("Where it is mapped for writing; else SIGSEGV ends the process.")),
                   offset_param(),
                   {.name = "data",
                    .type = types::bytes(),
                    .label = IPC_TR("Data"),
                    .help = IPC_TR(
                        "The bytes to copy. Text has no end of its own: add \\x00 if readers expect one.")},
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes: the data is cut or repeated to fit. 0 = as the data is."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("bytes written"),
        .returns_unit = Unit::bytes,
    };
}

inline OperationSpec read_spec(std::vector<std::string> accepts) {
    return {
        .verb = "read",
        .title = IPC_TR("Read bytes"),
        .summary =
            IPC_TR("Copies bytes out of the mapping; they stay there, and anybody may read them again."),
        .call = "memcpy",
        .syscall = "-",
        .man = "memcpy(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "from",
        .params = {mapping_param("from", std::move(accepts), IPC_TR("Where it is mapped.")),
                   offset_param(),
                   {.name = "size",
                    .type = types::integer(0, max_payload, Unit::bytes),
                    .label = IPC_TR("Size"),
                    .help = IPC_TR("How many bytes; beyond the end of the object SIGBUS ends the process."),
                    .initial = std::int64_t{64}}},
        .returns = IPC_TR("bytes read"),
        .returns_unit = Unit::bytes,
        .results = {{.name = "data",
                     .type = types::bytes(),
                     .label = IPC_TR("Data"),
                     .help = IPC_TR("The bytes that were there."),
                     .payload = true}},
        .pure = true,
    };
}

inline OperationSpec store_spec(std::vector<std::string> accepts) {
    return {
        .verb = "store",
        .title = IPC_TR("Write a number"),
        .summary = IPC_TR(
            "Puts one number into the mapping, as an assignment in C does: not atomic with a load before."),
        .call = "memcpy",
        .syscall = "-",
        .man = "memcpy(3)",
        .side = Side::send,
        .flow = FlowRole::send,
        .object = "to",
        .params = {mapping_param("to", std::move(accepts),
                                 IPC_TR("Where it is mapped for writing; else SIGSEGV ends the process.")),
                   offset_param(),
                   type_param(number_type()),
                   {.name = "value",
                    .type = types::integer(),
                    .label = IPC_TR("Value"),
                    .help =
                        IPC_TR("The integer; it must fit into its type (uint64_t takes -1 for its highest)."),
                    .initial = std::int64_t{0},
                    .visible_when = when_integer()},
                   {.name = "real",
                    .type = real_type(),
                    .label = IPC_TR("Value"),
                    .help = IPC_TR("The number; float keeps about 7 digits of it."),
                    .initial = 0.0,
                    .visible_when = when_real()},
                   order_param()},
        .results = {raw_result()},
    };
}

inline OperationSpec load_spec(std::vector<std::string> accepts) {
    return {
        .verb = "load",
        .title = IPC_TR("Read a number"),
        .summary = IPC_TR("Takes one number out of the mapping; it stays there."),
        .call = "memcpy",
        .syscall = "-",
        .man = "memcpy(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "from",
        .params = {mapping_param("from", std::move(accepts), IPC_TR("Where it is mapped.")), offset_param(),
                   type_param(number_type()), order_param()},
        .returns = IPC_TR("the integer; 0 for float and double"),
        .results = {{.name = "real",
                     .type = real_type(),
                     .label = IPC_TR("Real number"),
                     .help = IPC_TR("Of float and double.")},
                    text_result(),
                    raw_result()},
        .pure = true,
    };
}

inline OperationSpec fetch_add_spec(std::vector<std::string> accepts) {
    return {
        .verb = "fetch_add",
        .title = IPC_TR("Add atomically"),
        .summary = IPC_TR("Adds to a number in one step that no other processor can get in between of."),
        .call = "atomic_fetch_add",
        .syscall = "-",
        .man = "atomic_fetch_add(3)",
        .side = Side::send,
        .flow = FlowRole::exchange,
        .object = "to",
        .params = {mapping_param("to", std::move(accepts),
                                 IPC_TR("Where it is mapped for writing; else SIGSEGV ends the process.")),
                   offset_param(), type_param(types::choice(integer_names())),
                   value_param(
                       "value", IPC_TR("Add"),
                       IPC_TR(
                           "What is added, below 0 to subtract; beyond its range the number wraps around."),
                       1)},
        .returns = IPC_TR("the number before"),
        .results = {text_result(), raw_result()},
    };
}

inline OperationSpec compare_exchange_spec(std::vector<std::string> accepts) {
    return {
        .verb = "compare_exchange",
        .title = IPC_TR("Compare and exchange"),
        .summary = IPC_TR("Puts a new number in, atomically, only if the expected one is there."),
        .call = "atomic_compare_exchange_strong",
        .syscall = "-",
        .man = "atomic_compare_exchange_strong(3)",
        .side = Side::send,
        .flow = FlowRole::exchange,
        .object = "to",
        .params = {mapping_param("to", std::move(accepts),
                                 IPC_TR("Where it is mapped for writing; else SIGSEGV ends the process.")),
                   offset_param(), type_param(types::choice(integer_names())),
                   value_param("expected", IPC_TR("Expected"), IPC_TR("What must be there for the exchange."),
                               0),
                   value_param("desired", IPC_TR("New value"), IPC_TR("What is put there then."), 1)},
        .returns = IPC_TR("1 = exchanged, 0 = something else was there"),
        .results = {{.name = "previous",
                     .type = types::integer(),
                     .label = IPC_TR("Before"),
                     .help = IPC_TR("The number that was there.")},
                    text_result(),
                    raw_result()},
    };
}

// All of them, in the order of a form's list.
inline std::vector<OperationSpec> operations(const std::vector<std::string>& accepts) {
    return {write_spec(accepts), read_spec(accepts),      store_spec(accepts),
            load_spec(accepts),  fetch_add_spec(accepts), compare_exchange_spec(accepts)};
}

}  // namespace ipcscope::mechanisms::memory

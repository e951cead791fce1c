// sd-bus as this worker has it: the functions of libsystemd under their names without "sd_"
// (sd::bus_process is sd_bus_process(3)), found when the first of them is needed.
#pragma once

#include <string>
#include <systemd/sd-bus.h>

namespace ipcscope::mechanisms::sd {

// clang-format off
#define IPCSCOPE_SD_FUNCTIONS(X) \
    X(bus_new) X(bus_set_address) X(bus_set_bus_client) X(bus_start) X(bus_open_user) \
    X(bus_open_system) X(bus_is_ready) X(bus_get_unique_name) X(bus_get_bus_id) X(bus_get_fd) \
    X(bus_get_events) X(bus_get_timeout) X(bus_process) X(bus_flush) X(bus_close) X(bus_unref) \
    X(bus_send) X(bus_call_async) X(bus_add_filter) X(bus_add_match_async) X(bus_request_name_async) \
    X(bus_release_name_async) X(bus_slot_unref) X(bus_error_free) X(bus_error_get_errno) \
    X(bus_message_new_method_call) X(bus_message_new_signal) X(bus_message_new_method_return) \
    X(bus_message_new_method_error) X(bus_message_set_destination) X(bus_message_set_expect_reply) \
    X(bus_message_get_expect_reply) X(bus_message_ref) X(bus_message_unref) X(bus_message_get_type) \
    X(bus_message_get_cookie) X(bus_message_get_sender) X(bus_message_get_path) \
    X(bus_message_get_interface) X(bus_message_get_member) X(bus_message_get_signature) \
    X(bus_message_get_error) X(bus_message_get_errno) X(bus_message_append_basic) \
    X(bus_message_open_container) X(bus_message_close_container) X(bus_message_read_basic) \
    X(bus_message_enter_container) X(bus_message_exit_container) X(bus_message_peek_type) \
    X(bus_message_at_end) X(bus_message_rewind)
// clang-format on

#define IPCSCOPE_SD_DECLARE(name) extern decltype(&::sd_##name) name;
IPCSCOPE_SD_FUNCTIONS(IPCSCOPE_SD_DECLARE)
#undef IPCSCOPE_SD_DECLARE

// "" = the functions can be called; else why not.
const std::string& load();

}  // namespace ipcscope::mechanisms::sd

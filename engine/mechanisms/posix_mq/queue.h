// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"

#include <mqueue.h>
#include <optional>
#include <string>

#include <sys/stat.h>

namespace ipcscope::mechanisms::posix_mq {

inline constexpr std::int64_t by_default = -1;  // maxmsg, msgsize: not said
inline constexpr std::int64_t deregister = -1;  // notify: mq_notify with a null pointer

void send(Call& call);
void timedsend(Call& call);
void receive(Call& call);
void timedreceive(Call& call);

// The queue that has this name now; nothing = there is none. An error (mq_open): it cannot be looked at.
Result<std::optional<struct stat>> find_queue(const std::string& name);
bool is_free(const std::string& name);

// For the journal: the queue itself, and the intent to make one of this name at this moment.
std::string record_of(const struct stat& status, const std::string& name);
std::string intent_of(const std::string& name);
std::string describe(const std::string& record);
Result<std::string> remove(const std::string& record, bool intended);

// The system's value behind /proc/sys/fs/mqueue/NAME, or `otherwise`.
std::int64_t system_value(const char* name, std::int64_t otherwise);
Result<Fields> observe(std::string_view handle, std::int64_t native);

}  // namespace ipcscope::mechanisms::posix_mq

// References of objects: "<prefix>:<key>", the same text for the same object as long as it lives. Printable
// ASCII without blanks: any other octet, '%' and '"' are written as %XX. The prefixes stand in the kinds
// (monitor_spec.h); their keys are listed in engine/monitor/MONITOR.md.
#pragma once

#include <string>
#include <string_view>

namespace ipcscope {

std::string escape_key(std::string_view octets);
std::string unescape_key(std::string_view key);  // the octets; what is no escape stays as it is
// "sysv_msg:32768" -> {"sysv_msg", "32768"}; without a colon the prefix is "".
struct RefParts {
    std::string_view prefix, key;
};
RefParts split_ref(std::string_view ref);

}  // namespace ipcscope

// Structured payload: written and shown as JSON text, on the wire as JSON or CBOR (RFC 8949).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ipcscope::mechanisms::zeromq {

enum Format : int { format_bytes, format_json, format_cbor };

// What goes on the wire for this text; a failure in `problem`.
std::string encode(Format format, const std::string& text, std::string& problem);
// What is shown for these octets; nothing = they are not of this format.
std::optional<std::string> decode(Format format, const std::string& octets);

}  // namespace ipcscope::mechanisms::zeromq

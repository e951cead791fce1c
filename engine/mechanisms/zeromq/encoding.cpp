#include "mechanisms/zeromq/encoding.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <vector>

namespace ipcscope::mechanisms::zeromq {

namespace {

using nlohmann::json;

constexpr int deepest =
    200;  // lists within lists; readers and writers of the library call themselves for each

// Looks only: is it of this format, and not too deep? The library builds the value in a second pass.
class Look : public nlohmann::json_sax<json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return ++depth_ <= deepest; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return --depth_ >= 0; }
    bool start_array(std::size_t) override { return ++depth_ <= deepest; }
    bool end_array() override { return --depth_ >= 0; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        position_ = position;
        return false;
    }
    std::size_t position() const { return position_; }
    bool too_deep() const { return depth_ > deepest; }

private:
    int depth_ = 0;
    std::size_t position_ = 0;
};

std::string text_of(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string encode(Format format, const std::string& text, std::string& problem) {
    if (format == format_bytes) return text;
    Look look;
    if (!json::sax_parse(text, &look)) {
        problem = look.too_deep() ? fmt::format("more than {} lists or objects in each other", deepest)
                                  : fmt::format("not JSON, from character {} on", look.position());
        return {};
    }
    const auto value = json::parse(text, nullptr, false);
    if (format == format_json) return text_of(value);
    const auto octets = json::to_cbor(value);
    return {octets.begin(), octets.end()};
}

std::optional<std::string> decode(Format format, const std::string& octets) {
    if (format == format_bytes) return octets;
    const auto input = format == format_cbor ? json::input_format_t::cbor : json::input_format_t::json;
    Look look;
    if (!json::sax_parse(octets, &look, input)) return {};
    const auto value =
        format == format_cbor ? json::from_cbor(octets, true, false) : json::parse(octets, nullptr, false);
    if (value.is_discarded()) return {};
    return text_of(value);
}

}  // namespace ipcscope::mechanisms::zeromq

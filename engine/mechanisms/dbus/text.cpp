#include "mechanisms/dbus/text.h"

#include <cerrno>
#include <charconv>
#include <cinttypes>
#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace ipcscope::mechanisms::dbus {

namespace {

constexpr int deepest = 32;  // containers within containers, as the specification has it for arrays

std::size_t length_of(std::string_view signature, int depth) {
    if (signature.empty() || depth > deepest) return 0;
    const char first = signature[0];
    if (std::strchr("ybnqiuxtdsogvh", first)) return 1;
    if (first == 'a') {
        const bool entry = signature.size() > 1 && signature[1] == '{';
        if (entry) {
            const auto key = length_of(signature.substr(2), depth + 1);
            if (key != 1 || signature[2] == 'v') return 0;
            const auto value = length_of(signature.substr(3), depth + 1);
            const auto end = 3 + value;
            return value > 0 && end < signature.size() && signature[end] == '}' ? end + 1 : 0;
        }
        const auto element = length_of(signature.substr(1), depth + 1);
        return element > 0 ? element + 1 : 0;
    }
    if (first != '(') return 0;
    std::size_t at = 1;
    while (at < signature.size() && signature[at] != ')') {
        const auto part = length_of(signature.substr(at), depth + 1);
        if (part == 0) return 0;
        at += part;
    }
    return at > 1 && at < signature.size() ? at + 1 : 0;
}

// Writes words into a message; without a message it only looks whether they fit.
class Appender {
public:
    Appender(sd_bus_message* message, const Words& words) : message_(message), words_(words) {}

    std::string all(std::string_view signature) {
        while (!signature.empty() && problem_.empty()) {
            const auto length = type_length(signature);
            if (length == 0) return fmt::format("'{}' is not a D-Bus signature", signature);
            one(signature.substr(0, length), 0);
            signature.remove_prefix(length);
        }
        if (problem_.empty() && at_ < words_.size())
            problem_ = fmt::format("{} more value(s) than the signature has", words_.size() - at_);
        return problem_;
    }

private:
    void one(std::string_view type, int depth) {
        if (!problem_.empty()) return;
        if (depth > deepest) return fail("variants lie too deep in each other");
        switch (type[0]) {
            case 'a': return array(type.substr(1), depth);
            case 'v': return variant(depth);
            case '(': return parts('r', type.substr(1, type.size() - 2), depth);
            case '{': return parts('e', type.substr(1, type.size() - 2), depth);
            default: return basic(type[0]);
        }
    }

    void array(std::string_view element, int depth) {
        const auto count = number<std::uint32_t>('a');
        if (!count) return;
        if (*count > words_.size())
            return fail(fmt::format("{} elements are announced, but not given", *count));
        open('a', element);
        for (std::uint32_t i = 0; i < *count && problem_.empty(); ++i)
            one(element, depth + 1);
        close();
    }

    void variant(int depth) {
        const auto* type = next('v');
        if (!type) return;
        if (type->empty() || type_length(*type) != type->size())
            return fail(
                fmt::format("a variant begins with the signature of its value, not with '{}'", *type));
        open('v', *type);
        one(*type, depth + 1);
        close();
    }

    void parts(char container, std::string_view types, int depth) {
        open(container, types);
        while (!types.empty() && problem_.empty()) {
            const auto length = length_of(types, 0);
            one(types.substr(0, length), depth + 1);
            types.remove_prefix(length);
        }
        close();
    }

    void basic(char type) {
        switch (type) {
            case 'y': return integer<std::uint8_t>(type);
            case 'n': return integer<std::int16_t>(type);
            case 'q': return integer<std::uint16_t>(type);
            case 'i': return integer<std::int32_t>(type);
            case 'u': return integer<std::uint32_t>(type);
            case 'x': return integer<std::int64_t>(type);
            case 't': return integer<std::uint64_t>(type);
            case 'b': return boolean();
            case 'd': return real();
            case 'h': return fail("a descriptor (type h) cannot be written as text");
            default: return text(type);
        }
    }

    template <typename Number>
    void integer(char type) {
        if (const auto value = number<Number>(type)) put(type, &*value);
    }

    void boolean() {
        const auto* word = next('b');
        if (!word) return;
        const bool yes = *word == "true" || *word == "yes" || *word == "1";
        if (!yes && *word != "false" && *word != "no" && *word != "0")
            return fail(fmt::format("'{}' is neither true nor false", *word));
        const int value = yes ? 1 : 0;
        put('b', &value);
    }

    void real() {
        const auto* word = next('d');
        if (!word) return;
        double value = 0;
        const auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), value);
        if (error != std::errc{} || end != word->data() + word->size())
            return fail(fmt::format("'{}' is not a number (type d)", *word));
        put('d', &value);
    }

    void text(char type) {
        const auto* word = next(type);
        if (!word) return;
        if (word->find('\0') != std::string::npos) return fail("text of D-Bus cannot hold an octet 0");
        put(type, word->c_str());
    }

    template <typename Number>
    std::optional<Number> number(char type) {
        const auto* word = next(type);
        if (!word) return {};
        const bool hex = word->starts_with("0x");
        const char* begin = word->data() + (hex ? 2 : 0);
        Number value{};
        const auto [end, error] = std::from_chars(begin, word->data() + word->size(), value, hex ? 16 : 10);
        if (error == std::errc{} && end == word->data() + word->size() && !word->empty()) return value;
        if (type == 'a') {
            fail(fmt::format("before the elements of an array stands their number, not '{}'", *word));
        } else {
            using Limits = std::numeric_limits<Number>;
            fail(fmt::format("'{}' is not a number from {} to {} (type {})", *word, Limits::min(),
                             Limits::max(), type));
        }
        return {};
    }

    const std::string* next(char type) {
        if (at_ < words_.size()) return &words_[at_++];
        fail(fmt::format("a value of type {} is missing", type));
        return nullptr;
    }

    void put(char type, const void* value) {
        if (message_ && sd::bus_message_append_basic(message_, type, value) < 0)
            fail(fmt::format("'{}' is not a value of type {}", words_[at_ - 1], type));
    }
    void open(char container, std::string_view contents) {
        if (message_ && problem_.empty() &&
            sd::bus_message_open_container(message_, container, std::string(contents).c_str()) < 0)
            fail(fmt::format("'{}' cannot stand here", contents));
    }
    void close() {
        if (message_ && problem_.empty()) sd::bus_message_close_container(message_);
    }
    void fail(std::string why) {
        if (problem_.empty()) problem_ = std::move(why);
    }

    sd_bus_message* message_;
    const Words& words_;
    std::size_t at_ = 0;
    std::string problem_;
};

template <typename Number>
std::string read_number(sd_bus_message* message, char type) {
    Number value{};
    sd::bus_message_read_basic(message, type, &value);
    return fmt::format("{}", value);
}

std::string read_basic(sd_bus_message* message, char type) {
    switch (type) {
        case 'y': return read_number<std::uint8_t>(message, type);
        case 'n': return read_number<std::int16_t>(message, type);
        case 'q': return read_number<std::uint16_t>(message, type);
        case 'i':
        case 'h': return read_number<std::int32_t>(message, type);
        case 'u': return read_number<std::uint32_t>(message, type);
        case 'x': return read_number<std::int64_t>(message, type);
        case 't': return read_number<std::uint64_t>(message, type);
        case 'd': return read_number<double>(message, type);
        case 'b': {
            int value = 0;
            sd::bus_message_read_basic(message, type, &value);
            return value ? "true" : "false";
        }
        default: {
            const char* value = "";
            return sd::bus_message_read_basic(message, type, &value) > 0 ? value : "";
        }
    }
}

// The next value of the container that is entered; false = there is none.
bool read_one(sd_bus_message* message, Words& out) {
    char type = 0;
    const char* contents = nullptr;
    if (sd::bus_message_peek_type(message, &type, &contents) <= 0) return false;
    if (!std::strchr("avre", type)) {
        out.push_back(read_basic(message, type));
        return true;
    }
    const auto inside = std::string(contents ? contents : "");
    if (sd::bus_message_enter_container(message, type, inside.c_str()) <= 0) return false;
    const auto place = out.size();
    if (type == 'v') out.push_back(inside);
    if (type == 'a') out.emplace_back();  // how many, known at the end
    std::size_t count = 0;
    while (read_one(message, out))
        ++count;
    if (type == 'a') out[place] = std::to_string(count);
    sd::bus_message_exit_container(message);
    return true;
}

}  // namespace

std::size_t type_length(std::string_view signature) {
    return length_of(signature, 0);
}

std::string append(sd_bus_message* message, std::string_view signature, const Words& words) {
    return Appender(message, words).all(signature);
}

std::string misfit(std::string_view signature, const Words& words) {
    return Appender(nullptr, words).all(signature);
}

Words read_all(sd_bus_message* message) {
    Words out;
    if (sd::bus_message_rewind(message, 1) < 0) return out;
    while (read_one(message, out)) {
    }
    return out;
}

Words words_of(const List& list) {
    Words out;
    for (const auto& item : list)
        out.push_back(item.bytes());
    return out;
}

List list_of(const Words& words) {
    return {words.begin(), words.end()};
}

std::string joined(const Words& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace ipcscope::mechanisms::dbus

#include "helpers/hostile.h"

#include "schema/text.h"

#include <fmt/format.h>

namespace ipcscope::testing {

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

std::vector<std::string> of_integer(const TypeSpec& type) {
    std::vector<std::string> out{"-1", "0", "1", std::to_string(least), std::to_string(most), "1.5"};
    for (const auto limit : {type.min, type.max})
        out.push_back(std::to_string(limit));
    return out;
}

std::vector<std::string> of_names(const TypeSpec& type) {
    std::vector<std::string> out{"NO_SUCH_NAME", "99999"};
    std::string all;
    for (const auto& named : type.names) {
        out.emplace_back(named.name);
        all += fmt::format("{}{}", all.empty() ? "" : "|", named.name);
    }
    if (type.kind == Kind::flags) out.push_back(all);
    return out;
}

std::vector<std::string> of_octets(Kind kind) {
    std::vector<std::string> out{
        R"("")",         R"("a\x00b")",      R"("\xff\xfe")", R"("%s%n%s")", R"("no/such/thing")",
        R"("x" * 5000)", R"("x" * 99999999)"};
    if (kind == Kind::bytes) out.push_back(R"("x" * 16777216)");
    if (kind == Kind::path) out.insert(out.end(), {R"(".")", R"("/dev/null")", R"("/")"});
    return out;
}

std::string with_field(const TypeSpec& type, std::size_t index, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < type.fields.size(); ++i)
        out += fmt::format("{}{}: {}", i == 0 ? "" : ", ", type.fields[i].name,
                           i == index ? text : plain_text(type.fields[i]));
    return "{" + out + "}";
}

}  // namespace

std::string plain_text(const ParamSpec& param) {
    if (!param.initial.empty()) return print_value(param.type, param.initial);
    const auto& type = param.type;
    switch (type.kind) {
        case Kind::integer: return std::to_string(std::max<std::int64_t>(type.min, 1));
        case Kind::boolean: return "false";
        case Kind::real: return "0.5";
        case Kind::choice:
        case Kind::flags: return type.names.front().name;
        case Kind::mode: return "0600";
        case Kind::bytes:
        case Kind::text: return R"("x")";
        case Kind::path: return R"("hostile")";
        case Kind::duration: return "1ms";
        case Kind::structure: return with_field(type, type.fields.size(), {});
        case Kind::array: return "[" + plain_text(type.fields.front()) + "]";
        case Kind::handle:
        case Kind::worker: return {};
    }
    return {};
}

std::vector<std::string> hostile_texts(const ParamSpec& param) {
    const auto& type = param.type;
    std::vector<std::string> out{R"("text where there should be none")", "[1, 2]", "{a: 1}", "nobody", "-7"};
    std::vector<std::string> more;
    switch (type.kind) {
        case Kind::integer: more = of_integer(type); break;
        case Kind::choice:
        case Kind::flags: more = of_names(type); break;
        case Kind::mode: more = {"0", "07777", "0777777"}; break;
        case Kind::bytes:
        case Kind::text:
        case Kind::path: more = of_octets(type.kind); break;
        case Kind::duration: more = {"0s", "1ns", "9223372036s", "99999999999999s"}; break;
        case Kind::real: more = {"-1.0", "0", "1e308", "nan"}; break;
        case Kind::structure:
            for (std::size_t i = 0; i < type.fields.size(); ++i)
                for (const auto& text : hostile_texts(type.fields[i]))
                    more.push_back(with_field(type, i, text));
            break;
        case Kind::array: {
            const auto plain = plain_text(type.fields.front());
            more = {"[]", fmt::format("[{0}, {0}, {0}]", plain)};
            for (const auto& text : hostile_texts(type.fields.front()))
                more.push_back("[" + text + "]");
            std::string many;
            for (std::size_t i = 0; i < 1000; ++i)
                many += (i == 0 ? "" : ", ") + plain;
            more.push_back("[" + many + "]");
            break;
        }
        case Kind::boolean:
        case Kind::handle:
        case Kind::worker: break;
    }
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

}  // namespace ipcscope::testing

#include "schema/code.h"

#include "mechanisms/dbus/code_c.h"
#include "mechanisms/dbus/code_python.h"

#include <deque>
#include <fmt/format.h>

namespace ipcscope::mechanisms {

namespace dbus {
namespace {

using Values = std::function<const Value&(std::string_view)>;

// Words of a list parameter, as a local array that NULL ends.
#define IPCSCOPE_WORDS(list) "const char *const words[] = {{each " list "}{item}, {/each}NULL};\n"

const Value& field(const Fields& fields, std::string_view name) {
    static const Value none;
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return none;
}

// A text of the description as a literal; every octet that could mean something else is escaped.
std::string literal(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view(" .,_/()[]-:;+!").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + '"';
}

std::string words_literal(const Fields& member, const char* end) {
    std::string out;
    if (const auto* values = field(member, "values").as<List>())
        for (const auto& word : *values)
            out += (out.empty() ? "" : ", ") + literal(word.bytes());
    return out + (*end == '\0' || out.empty() ? "" : ", ") + end;
}

const char* answer_of(const Fields& member) {
    static constexpr const char* names[] = {"values", "echo", "error", "silence"};
    return names[field(member, "answer").integer()];
}

// What a method answers, what a property holds.
std::string types_of(const Fields& member) {
    const bool method = field(member, "kind").integer() == 0;
    const bool echo = field(member, "answer").integer() == 1;
    return field(member, method && !echo ? "returns" : "signature").bytes();
}

std::string export_python(const List& members) {
    std::string out = "objects[{path}, {interface}] = {\n";
    for (const auto& item : members) {
        const auto& member = *item.as<Fields>();
        out +=
            fmt::format("    {}: dict(answer=\"{}\", types={}, values=[{}], error={}, writable={}),\n",
                        literal(field(member, "name").bytes()), answer_of(member), literal(types_of(member)),
                        words_literal(member, ""), literal(field(member, "error").bytes()),
                        field(member, "writable").integer() != 0 ? "True" : "False");
    }
    return out + "}";
}

std::string vtable_entry(const Fields& member) {
    const auto name = literal(field(member, "name").bytes());
    const auto types = literal(field(member, "signature").bytes());
    switch (field(member, "kind").integer()) {
        case 1:
            if (field(member, "writable").integer() != 0)
                return fmt::format(
                    "SD_BUS_WRITABLE_PROPERTY({}, {}, get_value, set_value, 0,\n"
                    "                             SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE | "
                    "SD_BUS_VTABLE_UNPRIVILEGED)",
                    name, types);
            return fmt::format("SD_BUS_PROPERTY({}, {}, get_value, 0, 0)", name, types);
        case 2: return fmt::format("SD_BUS_SIGNAL({}, {}, 0)", name, types);
        default:
            return fmt::format("SD_BUS_METHOD({}, {}, {}, answer_call, SD_BUS_VTABLE_UNPRIVILEGED)", name,
                               types, literal(types_of(member)));
    }
}

std::string export_text(Language language, const Values& value) {
    const auto* members = value("members").as<List>();
    static const List none;
    if (!members) members = &none;
    if (language == Language::python) return export_python(*members);
    std::string words, table, entries;
    int number = 0;
    for (const auto& item : *members) {
        const auto& member = *item.as<Fields>();
        entries += "    " + vtable_entry(member) + ",\n";
        if (field(member, "kind").integer() == 2) continue;
        ++number;
        words += fmt::format("static const char *const words_{}[] = {{{}}};\n", number,
                             words_literal(member, "NULL"));
        table += fmt::format("    {{{}, \"{}\", {}, words_{}, {}}},\n",
                             literal(field(member, "name").bytes()), answer_of(member),
                             literal(types_of(member)), number, literal(field(member, "error").bytes()));
    }
    if (number > 0) words += "static struct member members[] = {\n" + table + "};\n";
    return words + "static const sd_bus_vtable vtable[] = {\n    SD_BUS_VTABLE_START(0),\n" + entries +
           "    SD_BUS_VTABLE_END\n};\n"
           "ret = outcome_of(sd_bus_add_object_vtable({connection}, object_slot({path}, {interface}),\n"
           "                                          {path}, {interface}, vtable, " +
           (number > 0 ? "members" : "NULL") + "));\nret = ret > 0 ? 0 : ret;";
}

std::string request_text(Language language, const Values& value) {
    if (language != Language::python)
        return "ret = outcome_of(sd_bus_request_name({connection}, {name}, {flags}));";
    const auto flags = value("flags").integer();
    std::string names;
    const auto add = [&](bool wanted, const char* name) {
        if (wanted) names += (names.empty() ? "" : " | ") + std::string("dbus.bus.NAME_FLAG_") + name;
    };
    add((flags & 1) != 0, "REPLACE_EXISTING");
    add((flags & 2) != 0, "ALLOW_REPLACEMENT");
    add((flags & 4) == 0, "DO_NOT_QUEUE");
    return "ret = own_name({connection}, {name}, " + (names.empty() ? "0" : names) + ")";
}

std::vector<ResultCode> answer_results(bool variant) {
    std::vector<ResultCode> out{
        {"error", {.c = "answer.error if answer.error[0] != '\\0'", .python = "None"}},
        {"message", {.c = "answer.message if answer.error[0] != '\\0'", .python = "None"}}};
    if (variant) {
        out.push_back({"body",
                       {.c = "value_of(&answer), strlen(value_of(&answer))",
                        .python = "body_of(reply).partition(b\" \")[2]"}});
    } else {
        out.insert(out.end(),
                   {{"signature", {.c = "answer.signature", .python = "str(reply.get_signature())"}},
                    {"body", {.c = "answer.body.text, answer.body.size", .python = "body_of(reply)"}}});
    }
    return out;
}

OperationCode connect_code(const char* verb, const char* address) {
    static std::deque<std::string> kept;  // the texts live as long as the program
    kept.push_back(
        fmt::format("sd_bus *connection = NULL;\nconst char *unique_name = \"\";\n"
                    "ret = connect_to(&connection, {}, &unique_name);",
                    address));
    const auto& c = kept.back();
    kept.push_back(fmt::format("connection = connect_to({})", address));
    return {verb,
            {.c = c.c_str(), .python = kept.back().c_str()},
            {{"connection", {.c = "connection", .python = "connection"}},
             {"unique_name", {.c = "unique_name", .python = "str(connection.get_unique_name())"}}}};
}

std::vector<ResultCode> message_results(const char* c_name, const char* python_name) {
    static std::deque<std::string> kept;
    const auto keep = [](std::string text) { return kept.emplace_back(std::move(text)).c_str(); };
    std::vector<ResultCode> out;
    for (const char* name : {"sender", "path", "interface", "member", "signature"})
        out.push_back({name,
                       {.c = keep(fmt::format("{}.{} if ret == 1", c_name, name)),
                        .python = keep(fmt::format("str({0}.get_{1}()) if {0}", python_name, name))}});
    out.push_back({"body",
                   {.c = keep(fmt::format("{0}.body.text, {0}.body.size if ret == 1", c_name)),
                    .python = keep(fmt::format("body_of({0}) if {0}", python_name))}});
    return out;
}

std::vector<HelperCode> helpers() {
    const Needs base{"errno.h", "", ""};
    const Needs text{"stdbool.h stdint.h stdio.h stdlib.h string.h systemd/sd-bus.h", "", ""};
    return {
        {"outcome_of", {.c = outcome_c}, base},
        {"dbus_call", {.python = call_python}, {"", "", "dbus errno"}},
        {"start_bus",
         {.c = start_bus_c, .python = start_bus_python},
         {"signal.h stdio.h unistd.h sys/wait.h", "", "errno os signal"}},
        {"append_words", {.c = append_c}, text},
        {"read_words", {.c = read_c}, text},
        {"note_message", {.c = note_message_c}, text},
        {"note_call", {.c = note_call_c}, text},
        {"note_signal", {.c = note_signal_c}, text},
        {"connect_to",
         {.c = connect_c, .python = connect_python},
         {"stdbool.h systemd/sd-bus.h", "", "dbus dbus.bus dbus.lowlevel dbus.mainloop.glib"}},
        {"wait_for", {.c = wait_c}, {"stdint.h time.h systemd/sd-bus.h", "", ""}},
        {"receive_signal", {.c = receive_c}, text},
        {"find_member", {.c = member_c}, text},
        {"answer_call", {.c = answer_call_c}, text},
        {"get_value", {.c = get_value_c}, text},
        {"set_value", {.c = set_value_c}, text},
        {"ask", {.c = ask_c, .python = ask_python}, {text.includes, "", "dbus.lowlevel"}},
        {"value_of", {.c = value_of_c}, text},
        {"send_call", {.c = send_call_c}, text},
        {"object_slot", {.c = object_slot_c}, text},
        {"send_signal", {.c = send_signal_c, .python = signal_python}, {text.includes, "", "dbus.lowlevel"}},
        {"to_values", {.python = values_python}, {"", "", "dbus"}},
        {"to_words", {.python = words_python}, {"", "", "dbus"}},
        {"next_of", {.python = wait_python}, {"", "", "gi.repository.GLib"}},
        {"serve", {.python = serve_python}, {"", "", "dbus.lowlevel"}},
        {"own_name", {.python = name_python}, {"", "", "dbus.bus errno"}}};
}

std::vector<OperationCode> operations() {
    return {
        {"start_bus",
         {.c = "long daemon = start_bus();\nret = daemon > 0 ? 0 : -1;", .python = "daemon = start_bus()"},
         {{"bus", {.c = "(int)daemon", .python = "daemon"}},
          {"address", {.c = "bus_address((int)daemon)", .python = "bus_address(daemon)"}},
          {"pid", {.c = "daemon", .python = "daemon"}}},
         {},
         {.c = "stop_bus({bus});", .python = "stop_bus({bus})"}},
        {"stop_bus", {.c = "ret = stop_bus({bus});", .python = "stop_bus({bus})"}},
        connect_code("connect", "bus_address({bus})"),
        connect_code("connect_address", "{address}"),
        {.verb = "request_name", .choose = request_text},
        {"release_name",
         {.c = "ret = outcome_of(sd_bus_release_name({connection}, {name}));",
          .python = "give_name({connection}, {name})  # as own_name() asks for it"}},
        {.verb = "export", .choose = export_text},
        {"unexport",
         {.c = "sd_bus_slot **slot = object_slot({path}, {interface});\nret = *slot == NULL ? -1 : 0;\n"
               "errno = ENOENT;\n*slot = sd_bus_slot_unref(*slot);",
          .python = "if objects.pop(({path}, {interface}), None) is None:\n"
                    "    raise OSError(errno.ENOENT, \"no such interface is exported there\")  # see "
                    "connect_to()"}},
        {"serve",
         {.c = "ret = wait_for({connection}, &calls, calls, {timeout});",
          .python = "call = serve({connection}, {timeout})\nret = 1 if call else 0"},
         message_results("last_call", "call")},
        {"receive",
         {.c = "struct message signal;\nret = receive_signal({connection}, {timeout}, &signal);",
          .python = "message = next_of(signals, {timeout})\nret = 1 if message else 0"},
         message_results("signal", "message")},
        {"call",
         {.c = IPCSCOPE_WORDS(
              "arguments") "{if expect_reply}\nstruct answer answer;\n"
                           "ret = ask({connection}, {destination}, {path}, {interface}, {member}, "
                           "{signature}, words, {timeout},\n          &answer);\n{else}\n"
                           "struct answer answer = {0};\n"
                           "ret = send_call({connection}, {destination}, {path}, {interface}, "
                           "{member}, {signature}, words);\n{/if}",
          .python = "reply = ask({connection}, {destination}, {path}, {interface}, {member}, {signature},\n"
                    "            [{list arguments}{item}{/list}], {timeout})"},
         answer_results(false)},
        {"get_property",
         {.c = "const char *const words[] = {{interface}, {property}, NULL};\nstruct answer answer;\n"
               "ret = ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Properties\", \"Get\", "
               "\"ss\", "
               "words,\n          {timeout}, &answer);",
          .python = "reply = ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Properties\", "
                    "\"Get\", "
                    "\"ss\",\n            [{interface}, {property}], {timeout})"},
         answer_results(true)},
        {"set_property",
         {.c = "const char *const words[] = {{interface}, {property}, {signature}, {each value}{item}, "
               "{/each}NULL};\n"
               "struct answer answer;\n"
               "ret = ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Properties\", \"Set\", "
               "\"ssv\", "
               "words,\n          {timeout}, &answer);",
          .python = "ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Properties\", \"Set\", "
                    "\"ssv\",\n"
                    "    [{interface}, {property}, {signature}, {list value}{item}{/list}], {timeout})"}},
        {"introspect",
         {.c = "const char *const words[] = {NULL};\nstruct answer answer;\n"
               "ret = ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Introspectable\", "
               "\"Introspect\", \"\", words,\n          {timeout}, &answer);",
          .python =
              "reply = ask({connection}, {destination}, {path}, \"org.freedesktop.DBus.Introspectable\", "
              "\"Introspect\", \"\", [],\n            {timeout})"}},
        {"list_names",
         {.c = "char **names = NULL;\nret = outcome_of(sd_bus_list_names({connection}, &names, NULL));\n"
               "for (int i = 0; ret != -1 && names[i] != NULL; i++)\n    free(names[i]);\n"
               "free(names);\nret = ret > 0 ? 0 : ret;",
          .python = "names = dbus_call({connection}.list_names)"},
         {},
         {"stdlib.h", "", ""}},
        {"emit",
         {.c = IPCSCOPE_WORDS(
              "arguments") "ret = send_signal({connection}, {path}, {interface}, {member}, {signature}, "
                           "words, {destination});",
          .python = "send_signal({connection}, {path}, {interface}, {member}, {signature},\n"
                    "            [{list arguments}{item}{/list}], {destination})"}},
        {"add_match",
         {.c = "sd_bus_slot *match = NULL;\n"
               "ret = outcome_of(sd_bus_add_match({connection}, &match, {rule}, note_signal, NULL));\n"
               "ret = ret > 0 ? 0 : ret;",
          .python = "match = ({connection}, {rule})\ndbus_call({connection}.add_match_string, {rule})"},
         {{"match", {.c = "match", .python = "match"}}}},
        {"remove_match",
         {.c = "sd_bus_slot_unref({match});\nret = 0;",
          .python = "dbus_call({match}[0].remove_match_string, {match}[1])"}},
        {"close",
         {.c = "sd_bus_flush_close_unref({connection});\nret = 0;",
          .python = "dbus_call({connection}.close)"}},
        {"open_user",
         {.c = "sd_bus *connection = NULL;\nret = outcome_of(sd_bus_open_user(&connection));\nret = ret > 0 "
               "? 0 : ret;",
          .python = "connection = connect_to(os.environ[\"DBUS_SESSION_BUS_ADDRESS\"])"},
         {{"connection", {.c = "connection", .python = "connection"}}},
         {"", "", "os"}},
        {"open_system",
         {.c = "sd_bus *connection = NULL;\nret = outcome_of(sd_bus_open_system(&connection));\nret = ret > "
               "0 ? 0 : ret;",
          .python = "connection = connect_to(\"unix:path=/run/dbus/system_bus_socket\")"},
         {{"connection", {.c = "connection", .python = "connection"}}}},
    };
}

}  // namespace
}  // namespace dbus

const MechanismCode& dbus_code();
const MechanismCode& dbus_code() {
    using namespace dbus;
    static const MechanismCode code{.id = "dbus",
                                    .needs = {.includes = "systemd/sd-bus.h", .imports = "dbus"},
                                    .link = "-lsystemd",
                                    .python = "python3-dbus python3-gi",
                                    .handles = {{"connection", {.c = "sd_bus *"}, {.c = "NULL"}},
                                                {"match", {.c = "sd_bus_slot *"}, {.c = "NULL"}}},
                                    .helpers = helpers(),
                                    .operations = operations()};
    return code;
}

}  // namespace ipcscope::mechanisms

#include "mechanisms/dbus/bus_spec.h"
#include "mechanisms/dbus/objects_spec.h"

namespace ipcscope::mechanisms {

namespace dbus {
namespace {

OperationSpec call_spec() {
    return {.verb = "call",
            .title = IPC_TR("Call method"),
            .summary = IPC_TR("Calls a method of somebody's object and waits for the answer."),
            .call = "sd_bus_call",
            .syscall = "sendmsg",
            .man = "sd_bus_call(3)",
            .side = Side::send,
            .flow = FlowRole::receive,
            .object = "connection",
            .params = {connection_param(),
                       destination_param(),
                       path_param(IPC_TR("The object that is called: /org/example/Clock.")),
                       interface_param(IPC_TR("The interface that the method belongs to.")),
                       member_param(IPC_TR("Method"), IPC_TR("Its name.")),
                       signature_param(
                           IPC_TR("The types of the arguments: s text, i integer, b true or false, as "
                                  "list of texts, v anything, ...")),
                       arguments_param(),
                       reply_limit_param(),
                       {.name = "expect_reply",
                        .type = types::boolean(),
                        .label = IPC_TR("Answer wanted"),
                        .help = IPC_TR("If not, the call is only sent, and nobody learns what became of it."),
                        .initial = true}},
            .results = error_results(value_results()),
            .errnos = call_errnos(),
            .waits = {{.text = IPC_TR("{destination} to answer {member}"),
                       .by = EndedBy::anybody,
                       .limit = "timeout"}}};
}

OperationSpec get_property_spec() {
    auto out = call_spec();
    out.verb = "get_property";
    out.title = IPC_TR("Read property");
    out.summary = IPC_TR("Asks for the value of a property (org.freedesktop.DBus.Properties.Get).");
    out.call = "sd_bus_get_property";
    out.man = "sd_bus_set_property(3)";
    out.params = {connection_param(),
                  destination_param(),
                  path_param(IPC_TR("The object that has it.")),
                  interface_param(IPC_TR("The interface that the property belongs to.")),
                  property_param(),
                  reply_limit_param()};
    out.waits = {
        {.text = IPC_TR("{destination} to tell {property}"), .by = EndedBy::anybody, .limit = "timeout"}};
    return out;
}

OperationSpec set_property_spec() {
    auto out = get_property_spec();
    out.verb = "set_property";
    out.title = IPC_TR("Write property");
    out.summary = IPC_TR("Sets the value of a property (org.freedesktop.DBus.Properties.Set).");
    out.call = "sd_bus_set_property";
    out.params.pop_back();
    out.params.push_back(signature_param(IPC_TR("The type of the property.")));
    auto value = arguments_param();
    value.name = "value";
    value.label = IPC_TR("Value");
    out.params.push_back(std::move(value));
    out.params.push_back(reply_limit_param());
    out.results = error_results();
    out.waits = {
        {.text = IPC_TR("{destination} to take {property}"), .by = EndedBy::anybody, .limit = "timeout"}};
    return out;
}

OperationSpec introspect_spec() {
    auto out = call_spec();
    out.verb = "introspect";
    out.title = IPC_TR("Introspect");
    out.summary =
        IPC_TR("Asks an object what it has: interfaces, methods, properties, signals, and objects below it.");
    out.call = "sd_bus_call_method";
    out.man = "sd_bus_call_method(3)";
    out.params = {connection_param(), destination_param(), path_param(IPC_TR("The object to be described.")),
                  reply_limit_param()};
    out.params[2].initial = "/";
    out.results = error_results({{.name = "xml",
                                  .type = types::bytes(),
                                  .label = IPC_TR("Description"),
                                  .help = IPC_TR("As XML."),
                                  .payload = true}});
    out.waits = {
        {.text = IPC_TR("{destination} to describe {path}"), .by = EndedBy::anybody, .limit = "timeout"}};
    out.pure = true;
    return out;
}

OperationSpec list_names_spec() {
    return {.verb = "list_names",
            .title = IPC_TR("List names"),
            .summary = IPC_TR("Asks the bus who is there."),
            .call = "sd_bus_list_names",
            .syscall = "sendmsg",
            .man = "sd_bus_list_names(3)",
            .side = Side::query,
            .object = "connection",
            .params = {connection_param()},
            .results = error_results({{.name = "names",
                                       .type = words_type(),
                                       .label = IPC_TR("Names"),
                                       .help = IPC_TR("Unique and well-known ones, sorted.")}}),
            .errnos = traffic_errnos(),
            .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}},
            .pure = true};
}

OperationSpec emit_spec() {
    return {.verb = "emit",
            .title = IPC_TR("Emit signal"),
            .summary =
                IPC_TR("Sends a signal: everybody gets it who asked for it with a match, and nobody else."),
            .call = "sd_bus_send",
            .syscall = "sendmsg",
            .man = "sd_bus_send(3)",
            .side = Side::send,
            .flow = FlowRole::send,
            .object = "connection",
            .params = {connection_param(),
                       path_param(IPC_TR("The object that it comes from.")),
                       interface_param(IPC_TR("The interface that the signal belongs to.")),
                       member_param(IPC_TR("Signal"), IPC_TR("Its name.")),
                       signature_param(IPC_TR("The types of what it carries.")),
                       arguments_param(),
                       {.name = "destination",
                        .type = types::text(255),
                        .label = IPC_TR("Destination"),
                        .help = IPC_TR("Only to this name; empty = to everybody who asked for it."),
                        .initial = ""}},
            .results = {body_result()},
            .errnos = connection_errnos(
                {{EINVAL, IPC_TR("A name, path or interface is not written as D-Bus wants it.")}})};
}

OperationSpec add_match_spec() {
    return {.verb = "add_match",
            .title = IPC_TR("Match signals"),
            .summary = IPC_TR("Asks the bus for the signals that fit a rule; without it none come."),
            .call = "sd_bus_add_match",
            .syscall = "sendmsg",
            .man = "sd_bus_add_match(3)",
            .side = Side::open,
            .object = "connection",
            .params = {connection_param(),
                       {.name = "rule",
                        .type = types::text(1024),
                        .label = IPC_TR("Rule"),
                        .help = IPC_TR("As type='signal',interface='org.example.Clock',member='Tick'."),
                        .initial = "type='signal'"}},
            .results = error_results({{.name = "match",
                                       .type = types::handle({"dbus.match"}),
                                       .label = IPC_TR("Match"),
                                       .help = IPC_TR("To take it back.")}}),
            .errnos = traffic_errnos({{EINVAL, IPC_TR("The rule is not written as D-Bus wants it.")}}),
            .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}}};
}

OperationSpec remove_match_spec() {
    return {
        .verb = "remove_match",
        .title = IPC_TR("Take match back"),
        .summary = IPC_TR("Tells the bus that these signals are no longer wanted."),
        .call = "sd_bus_slot_unref",
        .syscall = "sendmsg",
        .man = "sd_bus_slot_ref(3)",
        .side = Side::close,
        .object = "match",
        .params = {{.name = "match",
                    .type = types::handle({"dbus.match"}),
                    .label = IPC_TR("Match"),
                    .help = IPC_TR("One that was added by this worker.")}},
        .errnos = connection_errnos({{ENOENT, IPC_TR("It was taken back already, through another handle."),
                                      "there is one handle only"}}),
        .consumes = {"match"}};
}

OperationSpec receive_spec() {
    return {
        .verb = "receive",
        .title = IPC_TR("Receive signal"),
        .summary = IPC_TR("Waits for a signal that fits one of this connection's matches."),
        .call = "sd_bus_process",
        .syscall = "recvmsg",
        .man = "sd_bus_process(3)",
        .side = Side::receive,
        .flow = FlowRole::receive,
        .object = "connection",
        .params = {connection_param(), patience_param()},
        .returns = IPC_TR("signals received: 1, or 0 if the time was over"),
        .results = message_results(),
        .errnos = traffic_errnos(),
        .waits = {
            {.text = IPC_TR("a signal to {connection}"), .when = {"timeout", {0}}, .by = EndedBy::anybody},
            {.text = IPC_TR("a signal to {connection}, at most {timeout}"),
             .by = EndedBy::anybody,
             .limit = "timeout"}}};
}

OperationSpec sent_spec() {
    return {.verb = "sent",
            .title = IPC_TR("Message sent"),
            .summary = IPC_TR("A message of this connection went on its way."),
            .man = "sd_bus_send(3)",
            .side = Side::send,
            .flow = FlowRole::send,
            .results = {text_result("type", IPC_TR("Type"), IPC_TR("call, reply, error or signal.")),
                        text_result("member", IPC_TR("Member")), body_result()},
            .actor = Actor::kernel};
}

OperationSpec received_spec() {
    return {.verb = "received",
            .title = IPC_TR("Error received"),
            .summary = IPC_TR("The answer to a call came, and it was an error."),
            .man = "sd_bus_call(3)",
            .side = Side::receive,
            .flow = FlowRole::receive,
            .results = {text_result("error", IPC_TR("Error")), body_result()},
            .actor = Actor::kernel};
}

ObjectSpec connection_object() {
    return {.id = "connection",
            .label = IPC_TR("Connection"),
            .flow = FlowPolicy::tagged,
            .view = ViewHint::messages,
            .state = {{.name = "messages",
                       .type = types::array(
                           {.name = "message",
                            .type = types::structure(
                                {{.name = "text", .type = types::bytes(), .label = IPC_TR("Content")},
                                 {.name = "type",
                                  .type = types::choice({{"call", 0}, {"signal", 1}}),
                                  .label = IPC_TR("Type")},
                                 {.name = "sender", .type = types::text(), .label = IPC_TR("Sender")},
                                 {.name = "path", .type = types::text(), .label = IPC_TR("Object path")},
                                 {.name = "interface", .type = types::text(), .label = IPC_TR("Interface")},
                                 {.name = "member", .type = types::text(), .label = IPC_TR("Member")}}),
                            .label = IPC_TR("Message")},
                           100000),
                       .label = IPC_TR("Messages not yet taken"),
                       .help = IPC_TR("Read from the socket while something else was waited for.")},
                      {.name = "unread",
                       .type = types::integer(0, INT32_MAX),
                       .label = IPC_TR("Bytes not yet read"),
                       .help = IPC_TR("In the socket, of messages that nobody has looked at.")},
                      {.name = "objects", .type = words_type(), .label = IPC_TR("Exported"), .help = ""}},
            .reach = Reach::machine};
}

ObjectSpec bus_object() {
    return {.id = "bus",
            .label = IPC_TR("Bus"),
            .state = {
                {.name = "address", .type = types::text(), .label = IPC_TR("Address")},
                {.name = "pid", .type = types::integer(0, INT32_MAX, Unit::pid), .label = IPC_TR("Process")},
                {.name = "running", .type = types::boolean(), .label = IPC_TR("Running")}}};
}

MechanismSpec make_spec() {
    return {
        .id = "dbus",
        .title = IPC_TR("D-Bus"),
        .summary =
            IPC_TR("Programs call each other's objects and hear each other's signals over a bus, by names."),
        .group = Group::buses,
        .rank = 10,
        .man = {"dbus-daemon(1)", "sd-bus(3)", "busctl(1)"},
        .objects = {connection_object(), bus_object()},
        .handles = {{.id = "connection", .label = IPC_TR("Connection")},
                    {.id = "match", .label = IPC_TR("Match")},
                    {.id = "bus", .label = IPC_TR("Bus"), .scope = Scope::system, .object = "bus"}},
        .operations = {start_bus_spec(),    connect_spec(),     request_name_spec(),
                       release_name_spec(), export_spec(),      unexport_spec(),
                       serve_spec(),        call_spec(),        get_property_spec(),
                       set_property_spec(), introspect_spec(),  list_names_spec(),
                       emit_spec(),         add_match_spec(),   remove_match_spec(),
                       receive_spec(),      close_spec(),       connect_address_spec(),
                       open_user_spec(),    open_system_spec(), stop_bus_spec(),
                       sent_spec(),         received_spec()},
        .privileges =
            IPC_TR("A private bus and the session bus admit their user alone; on the system bus, its policy "
                   "says who may own which name and call whom."),
    };
}

}  // namespace
}  // namespace dbus

const MechanismSpec& dbus_spec();
const MechanismSpec& dbus_spec() {
    static const MechanismSpec spec = dbus::make_spec();
    return spec;
}

}  // namespace ipcscope::mechanisms

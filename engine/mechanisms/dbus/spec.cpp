#include "mechanisms/dbus/spec_parts.h"

namespace ipcscope::mechanisms {

namespace dbus {
namespace {

constexpr const char* other_user = "the tests may run as root, and never as two users";
constexpr const char* short_of = "would starve the machine";

std::vector<ResultSpec> connect_results() {
    return {{.name = "connection",
             .type = types::handle({"dbus.connection"}),
             .label = IPC_TR("Connection"),
             .help = IPC_TR("To be given to all other operations.")},
            varying_result("unique_name", IPC_TR("Unique name"),
                           IPC_TR("What the bus calls this connection; nobody else ever gets the same."))};
}

std::vector<ErrnoSpec> connect_errnos(std::vector<ErrnoSpec> own = {}) {
    own.push_back({ECONNREFUSED, IPC_TR("The socket is there, but no bus listens at it; or there is no "
                                        "socket in what the address says.")});
    own.push_back({ECONNRESET, IPC_TR("The other end hung up while the connection was being made.")});
    own.push_back({EINTR, IPC_TR("A signal handler ran before the bus had answered.")});
    own.push_back({EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE).")});
    own.push_back({ENOENT, IPC_TR("There is no socket of this name: the bus does not run.")});
    own.push_back({EPERM, IPC_TR("The bus does not admit this user."), other_user});
    return own;
}

OperationSpec connect_spec() {
    return {
        .verb = "connect",
        .title = IPC_TR("Connect"),
        .summary = IPC_TR("Connects to a private bus and says hello, for which the bus gives a unique name."),
        .call = "sd_bus_start",
        .syscall = "connect",
        .man = "sd_bus_start(3)",
        .side = Side::open,
        .params = {{.name = "bus",
                    .type = types::handle({"dbus.bus"}),
                    .label = IPC_TR("Bus"),
                    .help = IPC_TR("A bus that a worker has started.")}},
        .results = connect_results(),
        .errnos = connect_errnos(),
        .waits = {{.text = IPC_TR("{bus} to answer"), .by = EndedBy::outside}}};
}

OperationSpec connect_address_spec() {
    auto out = connect_spec();
    out.verb = "connect_address";
    out.title = IPC_TR("Connect to address");
    out.summary = IPC_TR("Connects to the bus at an address of your own.");
    out.params = {
        {.name = "address",
         .type = types::text(),
         .label = IPC_TR("Address"),
         .help = IPC_TR("As D-Bus writes it: unix:path=/run/user/1000/bus, unix:abstract=name, ..."),
         .names = NameKind::endpoint}};
    out.errnos = connect_errnos(
        {{EADDRNOTAVAIL, IPC_TR("The host or the port of the address is not known.")},
         {E2BIG, IPC_TR("The path of the socket is longer than a socket's name may be (107 bytes).")},
         {EINVAL, IPC_TR("This is not an address as D-Bus writes them.")}});
    out.waits = {{.text = IPC_TR("the bus at {address} to answer"), .by = EndedBy::outside}};
    return out;
}

OperationSpec open_user_spec() {
    auto out = connect_spec();
    out.verb = "open_user";
    out.title = IPC_TR("Connect to session bus");
    out.summary =
        IPC_TR("Connects to the bus of your desktop session: what you do there is real to other programs.");
    out.call = "sd_bus_open_user";
    out.man = "sd_bus_open_user(3)";
    out.params = {};
    out.errnos =
        connect_errnos({{ENOMEDIUM, IPC_TR("There is no session bus: neither DBUS_SESSION_BUS_ADDRESS nor "
                                           "XDG_RUNTIME_DIR is set.")}});
    out.waits = {{.text = IPC_TR("the session bus to answer"), .by = EndedBy::outside}};
    out.destructive = true;
    return out;
}

OperationSpec open_system_spec() {
    auto out = open_user_spec();
    out.verb = "open_system";
    out.title = IPC_TR("Connect to system bus");
    out.summary =
        IPC_TR("Connects to the bus of the whole machine: what you do there is real to its services.");
    out.call = "sd_bus_open_system";
    out.man = "sd_bus_open_system(3)";
    out.errnos = connect_errnos();
    out.waits = {{.text = IPC_TR("the system bus to answer"), .by = EndedBy::outside}};
    return out;
}

OperationSpec start_bus_spec() {
    return {
        .verb = "start_bus",
        .title = IPC_TR("Start private bus"),
        .summary = IPC_TR("Starts dbus-daemon for this run alone; it ends with the worker that started it."),
        .call = "posix_spawn",
        .syscall = "clone",
        .man = "dbus-daemon(1)",
        .side = Side::create,
        .results = {{.name = "bus",
                     .type = types::handle({"dbus.bus"}),
                     .label = IPC_TR("Bus"),
                     .help = IPC_TR("Every worker can connect to it.")},
                    varying_result("address", IPC_TR("Address"), IPC_TR("Where it listens.")),
                    {.name = "pid",
                     .type = types::integer(1, INT32_MAX, Unit::pid),
                     .label = IPC_TR("Process"),
                     .help = IPC_TR("The process number of the daemon.")}},
        .errnos = {{EAGAIN, IPC_TR("No more processes may be made."), short_of},
                   {EINTR, IPC_TR("A signal handler ran before the bus listened."),
                    "it listens within milliseconds"},
                   {EMFILE, IPC_TR("This process has as many files open as it may have (RLIMIT_NOFILE), or "
                                   "this run has had a thousand buses.")},
                   {ENOENT, IPC_TR("dbus-daemon is not installed (package dbus-daemon).")},
                   {ENOMEM, IPC_TR("The kernel has no memory for another process."), short_of},
                   {EPROTO, IPC_TR("dbus-daemon ended before it listened.")}},
        .waits = {{.text = IPC_TR("the bus to listen"), .by = EndedBy::outside}}};
}

OperationSpec stop_bus_spec() {
    return {
        .verb = "stop_bus",
        .title = IPC_TR("Stop private bus"),
        .summary = IPC_TR("Ends the daemon: every connection to it is broken."),
        .call = "kill",
        .man = "dbus-daemon(1)",
        .side = Side::remove,
        .object = "bus",
        .params = {{.name = "bus",
                    .type = types::handle({"dbus.bus"}),
                    .label = IPC_TR("Bus"),
                    .help = IPC_TR("A bus that a worker has started.")}},
        .errnos = {{EINTR, IPC_TR("A signal handler ran before the daemon had ended."), "it ends at once"},
                   {ESRCH, IPC_TR("The daemon runs no more.")},
                   {ETIMEDOUT, IPC_TR("The daemon did not end within five seconds."), "it ends at once"}},
        .waits = {{.text = IPC_TR("the daemon of {bus} to end"), .by = EndedBy::outside}},
        .consumes = {"bus"},
        .destructive = true};
}

OperationSpec close_spec() {
    return {.verb = "close",
            .title = IPC_TR("Close connection"),
            .summary = IPC_TR(
                "Sends what is still to be sent and hangs up: its names become free, calls to it fail."),
            .call = "sd_bus_flush_close_unref",
            .syscall = "close",
            .man = "sd_bus_close(3)",
            .side = Side::close,
            .object = "connection",
            .params = {connection_param()},
            .errnos = connection_errnos(),
            .consumes = {"connection"}};
}

OperationSpec request_name_spec() {
    return {
        .verb = "request_name",
        .title = IPC_TR("Own a name"),
        .summary = IPC_TR("Asks the bus for a well-known name, under which others can call this connection."),
        .call = "sd_bus_request_name",
        .syscall = "sendmsg",
        .man = "sd_bus_request_name(3)",
        .side = Side::control,
        .object = "connection",
        .params = {connection_param(),
                   {.name = "name",
                    .type = types::text(255),
                    .label = IPC_TR("Name"),
                    .help = IPC_TR("As org.example.Clock: at least one dot.")},
                   {.name = "flags",
                    .type = types::flags(
                        {{"SD_BUS_NAME_REPLACE_EXISTING", 1,
                          IPC_TR("take it from who has it, if they allow that")},
                         {"SD_BUS_NAME_ALLOW_REPLACEMENT", 2, IPC_TR("others may take it away")},
                         {"SD_BUS_NAME_QUEUE", 4, IPC_TR("if it is taken, stand in line for it")}}),
                    .label = IPC_TR("Flags"),
                    .help = IPC_TR("What to do if somebody has it already."),
                    .initial = std::int64_t{0}}},
        .returns = IPC_TR("1 = owned now, 0 = standing in line"),
        .results = error_results({{.name = "reply",
                                   .type = types::choice({{"DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER", 1},
                                                          {"DBUS_REQUEST_NAME_REPLY_IN_QUEUE", 2},
                                                          {"DBUS_REQUEST_NAME_REPLY_EXISTS", 3},
                                                          {"DBUS_REQUEST_NAME_REPLY_ALREADY_OWNER", 4}}),
                                   .label = IPC_TR("Answer of the bus"),
                                   .help = ""}}),
        .errnos =
            traffic_errnos({{EACCES, IPC_TR("The policy of the bus does not let this user have the name."),
                             "needs the system bus"},
                            {EALREADY, IPC_TR("This connection has the name already.")},
                            {EEXIST, IPC_TR("Somebody else has the name, and keeps it.")},
                            {EINVAL, IPC_TR("This cannot be a name: org.example.Name is one.")}}),
        .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}},
    };
}

OperationSpec release_name_spec() {
    return {
        .verb = "release_name",
        .title = IPC_TR("Give a name back"),
        .summary = IPC_TR("Gives a well-known name back; who is next in line gets it."),
        .call = "sd_bus_release_name",
        .syscall = "sendmsg",
        .man = "sd_bus_release_name(3)",
        .side = Side::control,
        .object = "connection",
        .params = {connection_param(),
                   {.name = "name",
                    .type = types::text(255),
                    .label = IPC_TR("Name"),
                    .help = IPC_TR("One that this connection owns or stands in line for.")}},
        .results = error_results({{.name = "reply",
                                   .type = types::choice({{"DBUS_RELEASE_NAME_REPLY_RELEASED", 1},
                                                          {"DBUS_RELEASE_NAME_REPLY_NON_EXISTENT", 2},
                                                          {"DBUS_RELEASE_NAME_REPLY_NOT_OWNER", 3}}),
                                   .label = IPC_TR("Answer of the bus"),
                                   .help = ""}}),
        .errnos = traffic_errnos({{EADDRINUSE, IPC_TR("Somebody else has the name.")},
                                  {EINVAL, IPC_TR("This cannot be a name: org.example.Name is one.")},
                                  {ESRCH, IPC_TR("Nobody has the name.")}}),
        .waits = {{.text = IPC_TR("the bus to answer"), .by = EndedBy::outside}},
    };
}

TypeSpec member_type() {
    return types::structure(
        {{.name = "kind",
          .type = types::choice({{"method", 0, IPC_TR("can be called")},
                                 {"property", 1, IPC_TR("a value that can be read")},
                                 {"signal", 2, IPC_TR("can be emitted: listed for Introspect only")}}),
          .label = IPC_TR("Kind"),
          .initial = std::int64_t{0}},
         {.name = "name", .type = types::text(255), .label = IPC_TR("Name")},
         {.name = "signature",
          .type = types::text(255),
          .label = IPC_TR("Signature"),
          .help = IPC_TR(
              "The types of a method's arguments or of what a signal carries; the type of a property."),
          .initial = ""},
         {.name = "answer",
          .type = types::choice({{"values", 0, IPC_TR("the values given here")},
                                 {"echo", 1, IPC_TR("its own arguments")},
                                 {"error", 2, IPC_TR("an error")},
                                 {"silence", 3, IPC_TR("nothing: the caller waits in vain")}}),
          .label = IPC_TR("Answer"),
          .help = IPC_TR("What a method answers."),
          .initial = std::int64_t{0}},
         {.name = "returns",
          .type = types::text(255),
          .label = IPC_TR("Signature of the answer"),
          .help = IPC_TR("The types of the values that a method answers."),
          .initial = ""},
         {.name = "values",
          .type = words_type(),
          .label = IPC_TR("Values"),
          .help = IPC_TR("What a method answers, what a property holds at first, or the text of an error."),
          .initial = List{}},
         {.name = "error",
          .type = types::text(255),
          .label = IPC_TR("Error name"),
          .help = IPC_TR("As org.example.Error.Broken."),
          .initial = ""},
         {.name = "writable",
          .type = types::boolean(),
          .label = IPC_TR("Writable"),
          .help = IPC_TR("A property that others may set."),
          .initial = false}});
}

OperationSpec export_spec() {
    return {
        .verb = "export",
        .title = IPC_TR("Export object"),
        .summary = IPC_TR(
            "Describes an object that others can call. Its calls are answered while this worker serves."),
        .call = "sd_bus_add_object_vtable",
        .syscall = "-",
        .man = "sd_bus_add_object(3)",
        .side = Side::control,
        .object = "connection",
        .params = {connection_param(),
                   path_param(IPC_TR("Where the object is found: /org/example/Clock.")),
                   interface_param(IPC_TR("The interface that the members belong to: org.example.Clock.")),
                   {.name = "members",
                    .type = types::array({.name = "member", .type = member_type(), .label = IPC_TR("Member")},
                                         64),
                    .label = IPC_TR("Members"),
                    .help = IPC_TR(
                        "Its methods with what they answer, properties with what they hold, and signals."),
                    .initial = List{}}},
        .errnos = connection_errnos(
            {{EEXIST, IPC_TR("The object has this interface already.")},
             {EINVAL, IPC_TR("The path or the interface is not written as D-Bus wants it.")}})};
}

OperationSpec unexport_spec() {
    return {.verb = "unexport",
            .title = IPC_TR("Withdraw object"),
            .summary = IPC_TR("Takes an interface of an object back."),
            .call = "sd_bus_slot_unref",
            .syscall = "-",
            .man = "sd_bus_slot_ref(3)",
            .side = Side::control,
            .object = "connection",
            .params = {connection_param(), path_param(IPC_TR("As it was exported.")),
                       interface_param(IPC_TR("As it was exported."))},
            .errnos = connection_errnos({{ENOENT, IPC_TR("No such interface is exported there.")}})};
}

OperationSpec serve_spec() {
    auto results = message_results();
    results.push_back(text_result("answer", IPC_TR("Answered"), IPC_TR("reply, error, or none.")));
    results.push_back({.name = "reply",
                       .type = words_type(),
                       .label = IPC_TR("Answer"),
                       .help = IPC_TR("The values that were answered.")});
    results.push_back(
        text_result("error", IPC_TR("Error"), IPC_TR("The name of the error that was answered.")));
    return {.verb = "serve",
            .title = IPC_TR("Serve one call"),
            .summary = IPC_TR("Waits for a method call and answers it as the exported objects say."),
            .call = "sd_bus_process",
            .syscall = "recvmsg",
            .man = "sd_bus_process(3)",
            .side = Side::receive,
            .flow = FlowRole::receive,
            .object = "connection",
            .params = {connection_param(), patience_param()},
            .returns = IPC_TR("calls served: 1, or 0 if the time was over"),
            .results = std::move(results),
            .errnos = traffic_errnos(),
            .waits = {{.text = IPC_TR("a method call to {connection}"),
                       .when = {"timeout", {0}},
                       .by = EndedBy::anybody},
                      {.text = IPC_TR("a method call to {connection}, at most {timeout}"),
                       .by = EndedBy::anybody,
                       .limit = "timeout"}}};
}

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

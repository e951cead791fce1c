// Objects that others can call, and the serving of their calls. Tables only: nothing to link.
#pragma once

#include "mechanisms/dbus/spec_parts.h"

namespace ipcscope::mechanisms::dbus {

inline TypeSpec member_type() {
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

inline OperationSpec export_spec() {
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

inline OperationSpec unexport_spec() {
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

inline OperationSpec serve_spec() {
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

}  // namespace ipcscope::mechanisms::dbus

#include "helpers/fake_mechanism.h"

#include <cerrno>

namespace ipcscope::testing {

namespace {

ParamSpec param(const char* name, TypeSpec type, Value initial = {}, VisibleWhen when = {}) {
    ParamSpec out;
    out.name = name;
    out.type = std::move(type);
    out.label = name;
    out.initial = std::move(initial);
    out.visible_when = std::move(when);
    return out;
}

OperationSpec operation(const char* verb, std::vector<ParamSpec> params,
                        std::vector<ResultSpec> results = {}) {
    OperationSpec out;
    out.verb = out.title = out.summary = out.call = verb;
    out.man = "fake(2)";
    out.params = std::move(params);
    out.results = std::move(results);
    return out;
}

TypeSpec flag_type() {
    return types::flags({{"F_ONE", 1}, {"F_TWO", 2}, {"F_BOTH", 3}, {"F_HIGH", std::int64_t{1} << 40}});
}

TypeSpec item_type() {
    return types::structure(
        {param("num", types::integer(0, 65535)), param("op", types::integer(-100, 100), 0)});
}

MechanismSpec make() {
    const auto key = types::integer(INT32_MIN, INT32_MAX, Unit::none, {{"K_PRIVATE", 0}, {"SIGRTMIN+3", 37}});
    const auto any_end = types::handle({"fake.read_end", "fake.write_end"});
    MechanismSpec out;
    out.id = "fake";
    out.title = out.summary = "Fake";
    out.objects = {{"thing", "Thing"}};
    out.handles = {{"read_end", "Read end"}, {"write_end", "Write end"}};
    out.operations = {
        operation("create", {param("flags", flag_type(), 0)},
                  {{"read_end", types::handle({"fake.read_end"}), "Read end"},
                   {"write_end", types::handle({"fake.write_end"}), "Write end"}}),
        operation("open", {param("path", types::path()), param("mode", types::mode(), 0600)},
                  {{"end", types::handle({"fake.read_end"}), "End"}}),
        operation("fork", {}, {{"child", types::worker(), "Child"}}),
        operation("write", {param("to", types::handle({"fake.write_end"})), param("data", types::bytes()),
                            param("times", types::integer(1, 1000), 1)}),
        operation("read",
                  {param("from", types::handle({"fake.read_end"})),
                   param("size", types::integer(0, max_payload, Unit::bytes), 4096)},
                  {{"data", types::bytes(), "Data", "", true},
                   {"type", types::integer(), "Type"},
                   {"mode", types::mode(), "Mode"},
                   {"values", types::array(param("value", types::integer()), 10), "Values"},
                   {"items", types::array(param("item", item_type()), 10), "Items"}}),
        operation("every", {param("number", key, 0), param("switch", types::boolean(), false),
                            param(
                                "ratio",
                                [] {
                                    TypeSpec type;
                                    type.kind = Kind::real;
                                    return type;
                                }(),
                                0.5),
                            param("pick", types::choice({{"P_SMALL", 0}, {"P_LARGE", 1}}), 0),
                            param("flags", flag_type(), 0), param("mode", types::mode(), 0644),
                            param("data", types::bytes(), ""), param("note", types::text(16), ""),
                            param("path", types::path(), "here"), param("wait", types::duration(), 0),
                            param("items", types::array(param("item", item_type()), 4), List{}),
                            param("size", types::integer(1, 64), 1, {"pick", {1}})}),
        operation("send",
                  {param("who", types::worker()), param("number", types::integer(0, 64, Unit::signal))}),
        operation("close", {param("end", any_end)}),
        operation("seen", {}),
    };
    out.operations[2].forks = true;
    out.operations[4].waits = {{.text = "a writer of {from}", .by = EndedBy::outside}};
    out.operations[4].errnos = {{EAGAIN, "nothing there"}};
    out.operations[7].consumes = {"end"};
    out.operations[8].actor = Actor::kernel;
    return out;
}

}  // namespace

const MechanismSpec& fake_spec() {
    static const MechanismSpec spec = make();
    return spec;
}

const Registry& fake_registry() {
    static const Registry registry({&fake_spec()});
    return registry;
}

}  // namespace ipcscope::testing

#include "schema/registry.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <set>

namespace ipcscope {

Registry::Registry(std::vector<const MechanismSpec*> mechanisms) : mechanisms_(std::move(mechanisms)) {
    std::stable_sort(mechanisms_.begin(), mechanisms_.end(), [](const auto* a, const auto* b) {
        return std::pair(a->group, a->rank) < std::pair(b->group, b->rank);
    });
    for (const auto* mechanism : mechanisms_) {
        for (const auto& problem : validate(*mechanism)) {
            fmt::print(stderr, "invalid spec: {}\n", problem);
            std::abort();
        }
        for (const auto& operation : mechanism->operations) {
            const OperationId id{static_cast<std::uint16_t>(operations_.size() + 1)};
            operations_.push_back(
                {id, mechanism, &operation, fmt::format("{}.{}", mechanism->id, operation.verb)});
        }
    }
}

const MechanismSpec* Registry::mechanism(std::string_view id) const {
    for (const auto* mechanism : mechanisms_)
        if (mechanism->id == id) return mechanism;
    return nullptr;
}

const OperationRef* Registry::operation(OperationId id) const {
    return id && id.value <= operations_.size() ? &operations_[id.value - 1u] : nullptr;
}

const OperationRef* Registry::operation(std::string_view name) const {
    for (const auto& operation : operations_)
        if (operation.name == name) return &operation;
    return nullptr;
}

std::pair<const MechanismSpec*, const HandleSpec*> Registry::handle(std::string_view kind) const {
    const auto dot = kind.find('.');
    if (dot == std::string_view::npos) return {nullptr, nullptr};
    const auto* spec = mechanism(kind.substr(0, dot));
    if (!spec) return {nullptr, nullptr};
    for (const auto& handle : spec->handles)
        if (handle.id == kind.substr(dot + 1)) return {spec, &handle};
    return {nullptr, nullptr};
}

bool fits(const TypeSpec& type, std::string_view kind, const HandleSpec& handle) {
    return std::any_of(type.accepts.begin(), type.accepts.end(), [&](const std::string& accepted) {
        if (accepted.front() != '@') return accepted == kind;
        return std::find(handle.roles.begin(), handle.roles.end(), std::string_view(accepted).substr(1)) !=
               handle.roles.end();
    });
}

std::string accepted_words(const TypeSpec& type) {
    std::vector<std::string> out;
    for (const auto& accepted : type.accepts)
        out.push_back(accepted.front() == '@' ? role_words(accepted.c_str() + 1) : accepted);
    return fmt::format("{}", fmt::join(out, " or "));
}

bool Registry::fits(const TypeSpec& type, std::string_view kind) const {
    const auto* spec = handle(kind).second;
    return spec && ipcscope::fits(type, kind, *spec);
}

std::vector<std::string> Registry::fitting(const TypeSpec& type) const {
    std::vector<std::string> out;
    for (const auto* mechanism : mechanisms_)
        for (const auto& handle : mechanism->handles)
            if (auto kind = fmt::format("{}.{}", mechanism->id, handle.id); fits(type, kind))
                out.push_back(std::move(kind));
    return out;
}

std::vector<std::string> Registry::nearest_operations(std::string_view name) const {
    std::vector<std::string> known;
    for (const auto& operation : operations_)
        known.push_back(operation.name);
    return nearest(name, known);
}

static std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row.back();
}

std::vector<std::string> nearest(std::string_view given, const std::vector<std::string>& known) {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    const auto most = std::max<std::size_t>(2, given.size() / 2);
    for (const auto& name : known) {
        if (name.size() > given.size() + most || given.size() > name.size() + most) continue;
        const auto distance = edit_distance(given, name);
        if (distance <= most) ranked.emplace_back(distance, name);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    for (const auto& [distance, name] : ranked)
        if (out.size() < 3) out.push_back(name);
    return out;
}

namespace {

// The words are made only when they are needed: every worker holds its tables against these rules when it
// starts.
#define NEED(condition, what)          \
    do {                               \
        if (!(condition)) wrong(what); \
    } while (false)

class Validator {
public:
    explicit Validator(const MechanismSpec& spec) : spec_(spec) {}

    std::vector<std::string> check() {
        NEED(spec_.id[0], "mechanism without id");
        NEED(spec_.title[0], "no title");
        NEED(spec_.summary[0], "no summary");
        NEED(!spec_.operations.empty(), "no operations");
        std::set<std::string> objects, handles, verbs;
        for (const auto& object : spec_.objects)
            NEED(objects.insert(object.id).second, fmt::format("object '{}' stands twice", object.id));
        for (const auto& handle : spec_.handles) {
            NEED(handles.insert(handle.id).second, fmt::format("handle '{}' stands twice", handle.id));
            NEED(!handle.object[0] || objects.count(handle.object) > 0,
                 fmt::format("handle '{}' is of unknown object '{}'", handle.id, handle.object));
            NEED(!objects.empty(), fmt::format("handle '{}' without an object", handle.id));
            for (const std::string_view role : handle.roles)
                NEED(role_words(role)[0],
                     fmt::format("handle '{}' has the unknown role '{}'", handle.id, role));
        }
        for (const auto& operation : spec_.operations) {
            NEED(verbs.insert(operation.verb).second, fmt::format("verb '{}' stands twice", operation.verb));
            check(operation);
        }
        return std::move(problems_);
    }

private:
    void wrong(std::string_view what) { problems_.push_back(fmt::format("{}: {}", spec_.id, what)); }

    void check(const OperationSpec& operation) {
        const auto where = [&](std::string_view what) { return fmt::format("{}: {}", operation.verb, what); };
        NEED(operation.title[0] && operation.summary[0], where("no title or summary"));
        NEED(operation.actor == Actor::kernel || operation.call[0], where("no call"));
        NEED(operation.man[0], where("no manual page"));
        std::set<std::string> names;
        for (const auto& param : operation.params) {
            NEED(names.insert(param.name).second,
                 where(fmt::format("parameter '{}' stands twice", param.name)));
            NEED(param.label[0], where(fmt::format("parameter '{}' has no label", param.name)));
            check_type(operation, param.name, param.type);
            const auto& depends = param.visible_when.param;
            NEED(!depends[0] || names.count(depends) > 0,
                 where(fmt::format("'{}' depends on '{}', which does not stand before it", param.name,
                                   depends)));
        }
        const auto is_param = [&](const char* name) { return !name[0] || names.count(name) > 0; };
        NEED(is_param(operation.object),
             where(fmt::format("object parameter '{}' is unknown", operation.object)));
        NEED(is_param(operation.flow_target), where("flow target is unknown"));
        NEED(is_param(operation.flow_number), where("flow number is unknown"));
        const auto& reception = operation.reception;
        for (const auto* name : {reception.numbers, reception.on.param, reception.off.param,
                                 reception.only.param, reception.reset.param})
            NEED(is_param(name), where("reception speaks of an unknown parameter"));
        NEED((reception.act == ReceptionAct::none) == (reception.numbers[0] == 0),
             where("reception without numbers, or numbers without one"));
        for (const auto* name : operation.consumes)
            NEED(is_param(name), where("consumes an unknown parameter"));
        for (const auto& wait : operation.waits)
            check_wait(operation, wait, names);
        for (const auto& hold : operation.holds)
            check_hold(operation, hold, names);
        int payloads = 0;
        for (const auto& result : operation.results) {
            NEED(result.label[0], where(fmt::format("result '{}' has no label", result.name)));
            check_type(operation, result.name, result.type);
            payloads += result.payload ? 1 : 0;
        }
        NEED(payloads <= 1, where("more than one payload"));
        std::set<int> codes;
        for (const auto& error : operation.errnos) {
            NEED(codes.insert(error.code).second, where(fmt::format("errno {} stands twice", error.code)));
            NEED(error.meaning[0], where(fmt::format("errno {} has no meaning", error.code)));
        }
    }

    // With `each`, the names are fields of that array's element.
    void check_wait(const OperationSpec& operation, const WaitSpec& wait,
                    const std::set<std::string>& names) {
        const auto where = fmt::format("{}: a wait speaks of something unknown", operation.verb);
        std::set<std::string> known = names;
        if (wait.each[0]) {
            NEED(names.count(wait.each) > 0, where);
            known.clear();
            for (const auto& param : operation.params)
                if (std::string_view(wait.each) == param.name && !param.type.fields.empty())
                    for (const auto& field : param.type.fields.front().type.fields)
                        known.insert(field.name);
        }
        for (const auto* name : {wait.when.param, wait.negative})
            NEED(!name[0] || known.count(name) > 0, where);
        NEED(!wait.limit[0] || kind_of(operation, wait.limit) == Kind::duration,
             fmt::format("{}: a wait's limit is not a duration", operation.verb));
        NEED((wait.by == EndedBy::arrivals) == (wait.count[0] != 0),
             fmt::format("{}: a wait for others to arrive says how many, and no other does", operation.verb));
        NEED((wait.by == EndedBy::itself) == (wait.open[0] != 0),
             fmt::format("{}: a wait for itself says what it has to close, and no other does",
                         operation.verb));
        NEED(wait.by != EndedBy::holders ||
                 std::any_of(operation.holds.begin(), operation.holds.end(),
                             [](const auto& hold) { return hold.act == HoldAct::take; }),
             fmt::format("{}: it waits for holders of what it does not take", operation.verb));
        NEED(wait.by != EndedBy::partner || operation.object[0],
             fmt::format("{}: it waits for a partner on no object", operation.verb));
        if (!wait.limited_by[0]) return;
        const OperationSpec* setter = nullptr;
        for (const auto& other : spec_.operations)
            if (std::string_view(other.verb) == wait.limited_by) setter = &other;
        NEED(setter && (!wait.limited_when.param[0] || kind_of(*setter, wait.limited_when.param)),
             fmt::format("{}: a wait is limited by something unknown", operation.verb));
    }

    void check_hold(const OperationSpec& operation, const HoldSpec& hold,
                    const std::set<std::string>& names) {
        const auto where = fmt::format("{}: a hold speaks of something unknown", operation.verb);
        for (const auto& when : hold.when)
            NEED(!when.param[0] || names.count(when.param) > 0, where);
        for (const auto* name : {hold.of, hold.start, hold.length, hold.whence})
            NEED(!name[0] || names.count(name) > 0, where);
        const auto* of = hold.of[0] ? hold.of : operation.object;
        NEED(kind_of(operation, of) == Kind::handle,
             fmt::format("{}: what it holds is not a handle", operation.verb));
        NEED(!hold.start[0] == !hold.length[0],
             fmt::format("{}: a range has a start and a length", operation.verb));
        NEED(hold.act == HoldAct::take || (!hold.shared && !hold.outlives && hold.also_on == 0),
             fmt::format("{}: only what takes can be shared or outlive its holder", operation.verb));
        NEED(hold.outlives || !hold.robust[0],
             fmt::format("{}: only what outlives its holder can be robust", operation.verb));
    }

    static std::optional<Kind> kind_of(const OperationSpec& operation, std::string_view name) {
        for (const auto& param : operation.params)
            if (name == param.name) return param.type.kind;
        return {};
    }

    void check_type(const OperationSpec& operation, const char* name, const TypeSpec& type) {
        const auto where = [&](const char* what) {
            return fmt::format("{}: '{}' {}", operation.verb, name, what);
        };
        const bool named = type.kind == Kind::choice || type.kind == Kind::flags;
        NEED(!named || !type.names.empty(), where("has no named values"));
        NEED(type.kind != Kind::handle || !type.accepts.empty(), where("accepts no handle"));
        for (const auto& accepted : type.accepts)
            NEED(accepted.rfind('@', 0) == 0 ? role_words(accepted.c_str() + 1)[0] != 0
                                             : accepted.find('.') != std::string::npos,
                 where("accepts neither a handle kind nor a role"));
        NEED(type.kind != Kind::array || type.fields.size() == 1, where("needs one element type"));
        NEED(type.kind != Kind::structure || !type.fields.empty(), where("has no fields"));
        for (const auto& field : type.fields)
            check_type(operation, field.name, field.type);
    }

    const MechanismSpec& spec_;
    std::vector<std::string> problems_;
};

#undef NEED

}  // namespace

std::vector<std::string> validate(const MechanismSpec& spec) {
    return Validator(spec).check();
}

}  // namespace ipcscope

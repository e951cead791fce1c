// Which columns and fields there are: those of all objects, then whatever the kinds declare.
#include "monitor/catalogue.h"

#include "base/tr.h"
#include "runtime/value_sources.h"

#include <algorithm>
#include <map>
#include <set>

namespace ipcscope {

namespace {

using Type = FieldType;

constexpr std::uint8_t none_in_kind = 0xff;

struct Common {
    ObjectField field;
    const char* name;
    const char* label;
    Type type;
    Unit unit;
    const char* help;
};
// In the order of a table.
constexpr Common common[] = {
    {ObjectField::ref, "ref", IPC_TR("Reference"), Type::text, Unit::none,
     IPC_TR("The object by its stable name: sysv_msg:32768.")},
    {ObjectField::mechanism, "mechanism", IPC_TR("Mechanism"), Type::text, Unit::none,
     IPC_TR("The kind of IPC: pipe.")},
    {ObjectField::kind, "kind", IPC_TR("Kind"), Type::text, Unit::none,
     IPC_TR("Which of the mechanism's objects: queue, segment.")},
    {ObjectField::name, "name", IPC_TR("Name"), Type::bytes, Unit::none,
     IPC_TR("Path, name or addresses, as people know it.")},
    {ObjectField::user, "user", IPC_TR("User"), Type::text, Unit::none,
     IPC_TR("Whose it is, by name; by number if it has none.")},
    {ObjectField::uid, "uid", IPC_TR("User number"), Type::integer, Unit::uid, IPC_TR("Whose it is.")},
    {ObjectField::gid, "gid", IPC_TR("Group number"), Type::integer, Unit::uid,
     IPC_TR("The group whose it is.")},
    {ObjectField::mode, "mode", IPC_TR("Mode"), Type::integer, Unit::none,
     IPC_TR("Its permission bits, in octal: 0600.")},
    {ObjectField::creator, "creator", IPC_TR("Creator"), Type::integer, Unit::pid,
     IPC_TR("The process that made it, as far as the kernel remembers.")},
    {ObjectField::created, "created", IPC_TR("Created"), Type::integer, Unit::unix_time,
     IPC_TR("When it was made or changed last, in seconds since 1970.")},
    {ObjectField::age, "age", IPC_TR("Age"), Type::duration, Unit::nanoseconds,
     IPC_TR("For how long it is there: age > 1h.")},
    {ObjectField::holders, "holders", IPC_TR("Holders"), Type::integer, Unit::count,
     IPC_TR("How many processes hold it; not known where some may not be seen. Alone: there are any.")},
    {ObjectField::waiters, "waiters", IPC_TR("Waiters"), Type::integer, Unit::count,
     IPC_TR("How many threads sleep in a call on it; not known where some may not be seen. Alone: there are "
            "any.")},
    {ObjectField::ends, "ends", IPC_TR("Other ends"), Type::integer, Unit::count,
     IPC_TR("How many objects are at its other end. Alone: there are any.")},
    {ObjectField::process, "process", IPC_TR("Processes"), Type::bytes, Unit::none,
     IPC_TR("The name of a process that holds it or waits for it; one that fits is enough.")},
    {ObjectField::pid, "pid", IPC_TR("Process numbers"), Type::integer, Unit::pid,
     IPC_TR("The number of such a process.")},
    {ObjectField::peer, "peer", IPC_TR("At the other end"), Type::bytes, Unit::none,
     IPC_TR("The name of a process that holds the other end.")},
    {ObjectField::tier, "tier", IPC_TR("Seen by"), Type::choice, Unit::none,
     IPC_TR("What was needed to see it: everyone, same_user, privileged, fetched, tracer.")},
    {ObjectField::removed, "removed", IPC_TR("Removed"), Type::boolean, Unit::none,
     IPC_TR("Marked for removal, or without its name, but still in use.")},
    {ObjectField::complete, "complete", IPC_TR("All holders seen"), Type::boolean, Unit::none,
     IPC_TR("No process that we may not look into could hold it too.")},
    {ObjectField::space, "namespace", IPC_TR("Namespace"), Type::integer, Unit::none,
     IPC_TR("The namespace that it belongs to, by its inode.")},
};

bool is_number(Type type) {
    return type == Type::integer || type == Type::bytes_count;
}

Type shared(Type a, Type b) {
    if (a == b) return a;
    if (is_number(a) && is_number(b)) return Type::integer;
    if ((is_number(a) && b == Type::choice) || (a == Type::choice && is_number(b))) return Type::integer;
    if ((a == Type::text && b == Type::bytes) || (a == Type::bytes && b == Type::text)) return Type::bytes;
    return Type::value;
}

// Kinds may call different things by one name: the field is then what they have in common.
void merge(Field& to, const Field& from) {
    to.type = shared(to.type, from.type);
    if (to.unit != from.unit) to.unit = Unit::none;
    to.natural = to.natural && from.natural;
    if (to.octal != from.octal) to.type = Type::value;
    for (const auto& name : from.names) {
        const auto same = std::find_if(to.names.begin(), to.names.end(),
                                       [&](const auto& known) { return known.first == name.first; });
        if (same == to.names.end())
            to.names.push_back(name);
        else if (same->second != name.second)
            to.type = Type::value;
    }
}

void add_words(Field& field, ObjectField which) {
    if (which == ObjectField::mechanism || which == ObjectField::kind) {
        std::set<std::string> words;
        for (const auto& kind : monitored_kinds())
            words.insert(which == ObjectField::mechanism ? kind.mechanism->mechanism : kind.kind->id);
        field.words.assign(words.begin(), words.end());
        field.closed = true;
    }
    if (which == ObjectField::tier)
        field.names = {{"everyone", 0}, {"same_user", 1}, {"privileged", 2}, {"fetched", 3}, {"tracer", 4}};
    field.octal = which == ObjectField::mode;
    field.natural = is_number(field.type) || field.type == Type::duration;
    field.many = which == ObjectField::process || which == ObjectField::pid || which == ObjectField::peer;
}

class Builder {
public:
    Catalogue build() {
        for (const auto& one : common)
            add_common(one);
        for (std::size_t kind = 0; kind < monitored_kinds().size(); ++kind) {
            const auto& spec = *monitored_kinds()[kind].kind;
            for (std::size_t i = 0; i < spec.fields.size(); ++i) {
                const auto& field = spec.fields[i];
                if (!is_common(field.name)) add(field.name, kind, i, field, true);
                add(std::string(spec.prefix) + "." + field.name, kind, i, field, false);
            }
        }
        return std::move(out_);
    }

private:
    static bool is_common(std::string_view name) {
        return std::any_of(std::begin(common), std::end(common),
                           [&](const Common& one) { return name == one.name; });
    }
    void add_common(const Common& one) {
        Field field;
        field.name = one.name;
        field.type = one.type;
        field.unit = one.unit;
        field.help = one.help;
        field.id = static_cast<std::uint32_t>(out_.columns.size());
        add_words(field, one.field);
        ObjectColumn column;
        column.name = one.name;
        column.label = one.label;
        column.help = one.help;
        column.type = one.type;
        column.unit = one.unit;
        column.field = one.field;
        column.number = (is_number(one.type) && !field.many) || one.type == Type::duration;
        out_.columns.push_back(std::move(column));
        out_.fields.push_back(std::move(field));
    }
    void add(const std::string& name, std::size_t kind, std::size_t index, const StateSpec& spec,
             bool offered) {
        auto field = field_of(spec.type, name);
        field.help = spec.help[0] ? spec.help : spec.label;
        field.offered = offered;
        const auto [known, fresh] = by_name_.emplace(name, out_.columns.size());
        if (fresh) {
            field.id = static_cast<std::uint32_t>(out_.columns.size());
            ObjectColumn column;
            column.name = name;
            column.label = spec.label;
            column.help = spec.help;
            column.in_kind.assign(monitored_kinds().size(), none_in_kind);
            out_.columns.push_back(std::move(column));
            out_.fields.push_back(std::move(field));
        } else {
            merge(out_.fields[known->second], field);
        }
        auto& column = out_.columns[known->second];
        const auto& merged = out_.fields[known->second];
        column.type = merged.type;
        column.unit = merged.unit;
        column.level |= spec.level;
        column.number = (is_number(merged.type) && merged.names.empty()) || merged.type == Type::duration;
        column.in_kind[kind] = static_cast<std::uint8_t>(index);
    }
    Catalogue out_;
    std::map<std::string, std::size_t> by_name_;
};

std::vector<ObjectColumn> some(std::initializer_list<const char*> names) {
    std::vector<ObjectColumn> out;
    for (const auto* name : names)
        out.push_back(*object_column(name));
    return out;
}

void add_of_kind(std::vector<ObjectColumn>& to, std::size_t kind) {
    const auto& spec = *monitored_kinds()[kind].kind;
    for (const auto& field : spec.fields) {
        const bool shadowed = is_common_field(field.name);
        const auto* column =
            object_column(shadowed ? std::string(spec.prefix) + "." + field.name : std::string(field.name));
        const auto same = [&](const ObjectColumn& known) { return known.name == column->name; };
        if (column && std::none_of(to.begin(), to.end(), same)) to.push_back(*column);
    }
}

void add_rest(std::vector<ObjectColumn>& to) {
    for (auto& column :
         some({"holders", "waiters", "process", "peer", "user", "mode", "age", "creator", "tier"}))
        to.push_back(std::move(column));
}

}  // namespace

const Catalogue& catalogue() {
    static const Catalogue all = Builder().build();
    return all;
}

bool is_common_field(std::string_view name) {
    const auto* column = object_column(name);
    return column && column->field != ObjectField::of_kind;
}

FieldTable monitor_fields() {
    FieldTable table("object");
    for (auto field : catalogue().fields) {
        std::stable_sort(field.names.begin(), field.names.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
        table.add(std::move(field));
    }
    return table;
}

const std::vector<ObjectColumn>& all_object_columns() {
    return catalogue().columns;
}

const ObjectColumn* object_column(std::string_view name) {
    const auto& all = catalogue().columns;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ObjectColumn& column) { return column.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<ObjectColumn> columns_of_all() {
    return some({"ref", "name", "holders", "waiters", "process", "peer", "user", "mode", "age", "creator",
                 "removed", "tier"});
}

std::vector<ObjectColumn> columns_of_mechanism(std::string_view mechanism) {
    auto out = some({"ref", "name"});
    for (std::size_t kind = 0; kind < monitored_kinds().size(); ++kind)
        if (monitored_kinds()[kind].mechanism->mechanism == mechanism) add_of_kind(out, kind);
    add_rest(out);
    return out;
}

std::vector<ObjectColumn> columns_of_kind(std::size_t kind) {
    auto out = some({"ref", "name"});
    if (kind < monitored_kinds().size()) add_of_kind(out, kind);
    add_rest(out);
    return out;
}

}  // namespace ipcscope

#include "cli/event_query.h"

#include "cli/output.h"
#include "cli/verbs.h"
#include "export/event_json.h"
#include "export/event_rows.h"
#include "runtime/event_filter.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ipcscope::cli {

namespace {

bool read_fields(const FieldTable& table, const std::string& text, std::vector<std::size_t>& out) {
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        auto name = text.substr(at, end - at);
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        at = end + 1;
        const auto index = table.index(name);
        if (index != FieldTable::npos) {
            out.push_back(index);
            continue;
        }
        const auto near = nearest(name.substr(0, 40), table.names());
        fmt::print(stderr, "ipcscope-cli: --fields: events have no field '{}'{}\n", name,
                   near.empty() ? "" : fmt::format(": did you mean {}?", fmt::join(near, " or ")));
        return false;
    }
    return true;
}

void say(const char* what, std::string_view text, const FilterError& error) {
    fmt::print(stderr, "ipcscope-cli: --filter{}\n{}", what, underlined(text, error));
}

}  // namespace

std::optional<EventQuery> read_query(const Registry& registry, const QueryOptions& options) {
    EventQuery out;
    out.table = event_fields(registry);
    out.json = options.json;
    out.csv = options.csv;
    out.filtered = !options.filter.empty();
    auto parsed = parse_filter(out.table, options.filter);
    if (!parsed.filter) {
        say(" is not valid:", options.filter, parsed.errors[0]);
        return {};
    }
    out.filter = std::move(*parsed.filter);
    const auto fields = options.fields.empty() && options.csv ? event_csv_fields : options.fields;
    if (!fields.empty() && !read_fields(out.table, fields, out.fields)) return {};
    return out;
}

void tell_doubts(const Recording& recording, const QueryOptions& options) {
    const auto table = event_fields(recording.registry(), recording.state().get());
    for (const auto& doubt : parse_filter(table, options.filter).doubts)
        say(" likely does not mean what it says:", options.filter, doubt);
}

EventWriter::EventWriter(const EventSource& source, const Recording& recording, const EventQuery& query)
    : source_(source),
      query_(query),
      values_(recording, query.table, query.fields),
      text_(source, query.filtered) {}

std::string EventWriter::begin() const {
    if (!query_.csv) return {};
    std::string out;
    for (std::size_t i = 0; i < values_.size(); ++i)
        out += (i > 0 ? "," : "") + values_.field(i).name;
    return out + "\n";
}

std::string EventWriter::row(std::uint64_t seq) const {
    std::string out;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (i > 0) out += query_.csv ? ',' : '\t';
        const auto cell = values_.text(i, seq);
        out += query_.csv ? csv_cell(cell) : cell;
    }
    return out + "\n";
}

std::string EventWriter::object(std::uint64_t seq) const {
    nlohmann::ordered_json out;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const auto value = values_.value(i, seq);
        const auto& field = values_.field(i);
        const bool octets = field.type == FieldType::bytes;
        if (!value)
            out[field.name] = nullptr;
        else if (value->type && value->value.as<std::int64_t>() && !value->type->names.empty())
            out[field.name] = values_.text(i, seq);
        else if (const auto* text = value->value.as<std::string>(); text && !octets)
            out[field.name] = *text;
        else
            out[field.name] = value_json(value->value);
    }
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string EventWriter::add(std::uint64_t seq) {
    if (values_.size() > 0) return query_.json ? object(seq) : row(seq);
    const auto facts = source_.facts(seq);
    return query_.json ? event_json(source_, facts) + "\n" : text_.add(facts);
}

std::string EventWriter::flush() {
    return values_.size() > 0 || query_.json ? "" : text_.flush();
}

namespace {

bool is_own(const Field& field) {
    return field.offered;
}

nlohmann::ordered_json field_json(const Field& field) {
    nlohmann::ordered_json out{{"name", field.name}, {"type", type_words(field.type)}, {"help", field.help}};
    out["parameter_or_result"] = !is_own(field);
    auto relations = nlohmann::ordered_json::array();
    for (int i = static_cast<int>(Relation::equal); i <= static_cast<int>(Relation::in); ++i)
        if (relation_fits(field.type, static_cast<Relation>(i)))
            relations.push_back(relation_words(static_cast<Relation>(i)));
    out["comparisons"] = std::move(relations);
    auto words = nlohmann::ordered_json::array();
    for (const auto& [name, number] : field.names)
        words.push_back(name);
    for (const auto& word : field.words)
        words.push_back(word);
    if (!words.empty()) out["values"] = std::move(words);
    return out;
}

}  // namespace

int list_fields(const Registry& registry, bool json) {
    const auto table = event_fields(registry);
    std::string text;
    if (json) {
        auto all = nlohmann::ordered_json::array();
        for (const auto& field : table.fields())
            all.push_back(field_json(field));
        text = all.dump(2) + "\n";
    } else {
        text = "Fields of every event:\n";
        for (const auto& field : table.fields())
            if (is_own(field))
                text += fmt::format("  {:<12} {:<28} {}\n", field.name, type_words(field.type), field.help);
        text +=
            "\nParameters and results, by the names that the operations give them (arg.NAME and result.NAME "
            "tell them apart):\n";
        for (const auto& field : table.fields())
            if (!is_own(field) && !field.name.starts_with("arg.") && !field.name.starts_with("result."))
                text += fmt::format("  {:<24} {:<18} {}\n", field.name, type_words(field.type), field.help);
        text +=
            "\nExamples:\n  worker == child and verb in {read, write}\n  duration > 2ms\n"
            "  failed and not errno == EAGAIN\n  payload contains \"Hello\"\n";
    }
    Output out;
    out.write(text);
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

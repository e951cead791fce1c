#include "export/event_rows.h"

#include "export/event_json.h"
#include "runtime/event_filter.h"
#include "runtime/event_values.h"

#include <optional>

namespace ipcscope {

namespace {

constexpr std::size_t part_bytes = 1 << 16;

std::vector<std::size_t> indices(const FieldTable& table, std::string_view names) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at <= names.size();) {
        const auto end = std::min(names.find(',', at), names.size());
        out.push_back(table.index(std::string(names.substr(at, end - at))));
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

bool write_events(const Recording& recording, const Program& program, EventRowsForm form,
                  const std::function<bool(std::uint64_t)>& accepts,
                  const std::function<bool(std::string_view)>& sink) {
    const EventSource source(recording, program);
    const auto table = event_fields(recording.registry());
    std::optional<EventValues> values;
    std::string out;
    if (form == EventRowsForm::csv) {
        values.emplace(recording, table, indices(table, event_csv_fields));
        out = std::string(event_csv_fields) + '\n';
    }
    const auto size = source.size();
    for (std::uint64_t seq = 0; seq < size; ++seq) {
        if (accepts && !accepts(seq)) continue;
        if (values) {
            for (std::size_t i = 0; i < values->size(); ++i)
                out += (i > 0 ? "," : "") + csv_cell(values->text(i, seq));
            out += '\n';
        } else {
            out += event_json(source, source.facts(seq)) + '\n';
        }
        if (out.size() < part_bytes) continue;
        if (!sink(out)) return false;
        out.clear();
    }
    return out.empty() || sink(out);
}

}  // namespace ipcscope

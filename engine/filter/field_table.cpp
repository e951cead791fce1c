#include "filter/field_table.h"

#include <algorithm>

namespace ipcscope {

namespace {

auto place(auto& sorted, std::string_view name) {
    return std::lower_bound(sorted.begin(), sorted.end(), name,
                            [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
}

}  // namespace

std::size_t FieldTable::add(Field field) {
    const auto at = place(by_name_, field.name);
    if (at != by_name_.end() && at->first == field.name) return npos;
    by_name_.insert(at, {field.name, fields_.size()});
    fields_.push_back(std::move(field));
    return fields_.size() - 1;
}

void FieldTable::alias(std::string name, std::string field) {
    const auto at = place(by_name_, name);
    const auto target = index(field);
    if (target == npos || (at != by_name_.end() && at->first == name)) return;
    by_name_.insert(at, {std::move(name), target});
}

std::size_t FieldTable::index(std::string_view name) const {
    const auto at = place(by_name_, name);
    return at != by_name_.end() && at->first == name ? at->second : npos;
}

const Field* FieldTable::find(std::string_view name) const {
    const auto at = index(name);
    return at == npos ? nullptr : &fields_[at];
}

std::vector<std::string> FieldTable::names() const {
    std::vector<std::string> out;
    out.reserve(fields_.size());
    for (const auto& field : fields_)
        out.push_back(field.name);
    return out;
}

const char* type_words(FieldType type) {
    switch (type) {
        case FieldType::integer: return IPC_TR("a number");
        case FieldType::duration: return IPC_TR("a duration");
        case FieldType::bytes_count: return IPC_TR("a number of bytes");
        case FieldType::time: return IPC_TR("a time since the beginning");
        case FieldType::text: return IPC_TR("text");
        case FieldType::bytes: return IPC_TR("octets");
        case FieldType::choice: return IPC_TR("a choice");
        case FieldType::errnos: return IPC_TR("an errno");
        case FieldType::flags: return IPC_TR("flags");
        case FieldType::boolean: return IPC_TR("yes or no");
        case FieldType::value: return IPC_TR("a value");
    }
    return "";
}

}  // namespace ipcscope

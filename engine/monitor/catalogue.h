// All columns, and the filter's field for each: fields[i] speaks of columns[i].
#pragma once

#include "monitor/rows.h"

namespace ipcscope {

struct Catalogue {
    std::vector<ObjectColumn> columns;
    std::vector<Field> fields;
};
const Catalogue& catalogue();
bool is_common_field(std::string_view name);

}  // namespace ipcscope

// What a line edit for filters must know: the fields of the rows that are filtered.
#pragma once

#include "filter/filter.h"

#include <QString>

namespace ipcscope {

class FilterLanguage {
public:
    virtual ~FilterLanguage() = default;
    virtual ParsedFilter parse(const QString& text) const = 0;
    virtual Completions complete(const QString& text, int cursor) const = 0;  // a position of QChars
};

}  // namespace ipcscope

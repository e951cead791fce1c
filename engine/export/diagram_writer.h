// How one diagram language says what a sequence diagram is made of. Columns are numbers from 0, in order.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace ipcscope {

enum class Arrow { level, later, failed, lost, itself };

class DiagramWriter {
public:
    virtual ~DiagramWriter() = default;
    virtual void begin(std::string_view title) = 0;
    virtual void column(std::size_t column, std::string_view name, bool object) = 0;
    virtual void arrow(std::size_t from, std::size_t to, Arrow arrow, std::string_view text) = 0;
    virtual void born(std::size_t column) { static_cast<void>(column); }  // before the arrow that makes it
    virtual void died(std::size_t column) { static_cast<void>(column); }
    // Behind an arrow that begins or ends it; strictly alternating for each column.
    virtual void waits(std::size_t column, bool on) = 0;
    virtual void note(std::size_t first, std::size_t last, std::string_view text) = 0;
    virtual void gap(std::size_t columns, std::string_view text) = 0;
    virtual void end() = 0;
    std::string text;
};

std::unique_ptr<DiagramWriter> mermaid_writer();
std::unique_ptr<DiagramWriter> plantuml_writer();

}  // namespace ipcscope

// Lines of a generated program, each with the line of the session that it does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

class TextWriter {
public:
    void line(std::string_view text = {}) {
        if (text.empty() && (lines_.empty() || lines_.back().empty())) return;  // never two empty ones
        lines_.emplace_back(
            text.empty() ? "" : std::string(static_cast<std::size_t>(indent_) * 4, ' ').append(text));
        sources_.push_back(text.empty() ? 0 : source);
    }
    // An empty line, whatever stands before.
    void blank() {
        lines_.emplace_back();
        sources_.push_back(0);
    }
    void lines(std::string_view text) {
        while (!text.empty()) {
            const auto end = text.find('\n');
            if (end == 0)
                blank();
            else
                line(text.substr(0, end));
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        }
    }
    void in() { ++indent_; }
    void out() { --indent_; }
    // No empty line before what closes a block.
    void trim() {
        while (!lines_.empty() && lines_.back().empty()) {
            lines_.pop_back();
            sources_.pop_back();
        }
    }
    std::string text() const {
        std::string all;
        for (const auto& one : lines_)
            all.append(one) += '\n';
        return all;
    }
    const std::vector<int>& sources() const { return sources_; }
    bool empty() const { return lines_.empty(); }
    void append(const TextWriter& other) {
        lines_.insert(lines_.end(), other.lines_.begin(), other.lines_.end());
        sources_.insert(sources_.end(), other.sources_.begin(), other.sources_.end());
    }

    int source = 0;  // the line of the session that is being written; 0 = none

private:
    std::vector<std::string> lines_;
    std::vector<int> sources_;
    int indent_ = 0;
};

}  // namespace ipcscope

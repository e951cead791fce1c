#include "helpers/source_text.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace ipcscope::testing {
namespace {

// Takes the text apart in one pass; each take_* leaves `at_` behind what it took.
class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    SourceText split() {
        while (at_ < text_.size()) {
            if (starts("//")) {
                blank_until(text_.find('\n', at_));
            } else if (starts("/*")) {
                const auto end = text_.find("*/", at_ + 2);
                blank_until(end == std::string_view::npos ? end : end + 2);
            } else if (starts("R\"") && !in_word()) {
                take_raw();
            } else if (text_[at_] == '"') {
                take_quoted('"');
            } else if (text_[at_] == '\'' && !in_word()) {
                take_quoted('\'');
            } else {
                out_.code += text_[at_];
                out_.without_comments += text_[at_++];
            }
        }
        return std::move(out_);
    }

private:
    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    // 1'000: a quote inside a number opens no literal. u8R" and LR" are rare enough.
    bool in_word() const { return at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0; }

    void blank_until(std::size_t end) {
        for (end = std::min(end, text_.size()); at_ < end; ++at_) {
            const char c = text_[at_] == '\n' ? '\n' : ' ';
            out_.code += c;
            out_.without_comments += c;
        }
    }
    void take_literal(std::size_t begin, std::size_t length, std::size_t end) {
        out_.literals.emplace_back(text_.substr(begin, length));
        for (end = std::min(end, text_.size()); at_ < end; ++at_) {
            out_.without_comments += text_[at_];
            out_.code += text_[at_] == '\n' ? '\n' : ' ';
        }
    }
    void take_raw() {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos) return blank_until(open);
        const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const auto end = std::min(text_.find(close, open), text_.size());
        take_literal(open + 1, end - open - 1, end + close.size());
    }
    void take_quoted(char quote) {
        auto end = at_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
            end += text_[end] == '\\' ? 2 : 1;
        end = std::min(end, text_.size());
        if (quote == '"') return take_literal(at_ + 1, end - at_ - 1, end + 1);
        blank_until(end + 1);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    SourceText out_;
};

}  // namespace

SourceText split_source(std::string_view text) {
    SourceText out = Splitter(text).split();
    static const std::regex include(R"(^[ \t]*#[ \t]*include[ \t]*([<"][^>"\n]+[>"]))",
                                    std::regex::multiline);
    const std::string& code = out.without_comments;
    for (std::sregex_iterator it(code.begin(), code.end(), include), end; it != end; ++it)
        out.includes.push_back((*it)[1]);
    return out;
}

std::vector<SourceFile> source_files(std::string_view folder, const std::vector<std::string>& endings) {
    namespace fs = std::filesystem;
    const fs::path root = IPCSCOPE_SOURCE_DIR;
    std::vector<SourceFile> files;
    if (!fs::exists(root / folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string path = entry.path().lexically_relative(root).string();
        const bool wanted = std::any_of(endings.begin(), endings.end(),
                                        [&](const std::string& ending) { return path.ends_with(ending); });
        if (!entry.is_regular_file() || !wanted) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({path, std::string(std::istreambuf_iterator<char>(in), {})});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> lines_with(const std::string& path, const std::string& text,
                                    const std::string& expression) {
    const std::regex wanted(expression);
    std::vector<std::string> found;
    std::istringstream in(text);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (std::regex_search(line, wanted))
            found.push_back(path + ":" + std::to_string(number) + ": " + line);
    return found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines)
        out += "\n" + line;
    return out;
}

}  // namespace ipcscope::testing

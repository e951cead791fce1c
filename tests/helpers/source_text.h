// C++ sources as the house rules look at them: code, string literals and comments apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope::testing {

struct SourceText {
    std::string code;                   // literals and comments blanked out, lines kept
    std::vector<std::string> literals;  // contents of string literals, escapes as written
    std::vector<std::string> includes;  // "<QWidget>", "\"base/ids.h\""
    std::string without_comments;       // code and literals
};
SourceText split_source(std::string_view text);

struct SourceFile {
    std::string path;  // from the root of the tree: "engine/base/ids.h"
    std::string text;
};
// All files below `folder` (from the root of the tree) whose names end in one of `endings`, sorted by path.
std::vector<SourceFile> source_files(std::string_view folder,
                                     const std::vector<std::string>& endings = {".cpp", ".h"});

// Lines of `text` ("path:12: line") that the ECMAScript expression finds.
std::vector<std::string> lines_with(const std::string& path, const std::string& text,
                                    const std::string& expression);

// "a\nb" of a list, for messages of failed checks.
std::string joined(const std::vector<std::string>& lines);

}  // namespace ipcscope::testing

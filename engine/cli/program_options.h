// The verbs that are about a program's text, and their options.
#pragma once

#include "cli/verbs.h"

#include <CLI/CLI.hpp>
#include <optional>

namespace ipcscope::cli {

class ProgramOptions {
public:
    explicit ProgramOptions(CLI::App& app);
    std::optional<int> run() const;  // the exit code; nothing: another verb was asked for
    static std::vector<std::string> verbs();
    // --set NAME=VALUE, as often as wanted
    static void add_settings(CLI::App& verb, std::vector<std::string>& settings);

private:
    FillCommand filled_;
    CheckCommand checked_;
    CLI::App *fill_ = nullptr, *check_ = nullptr;
};

}  // namespace ipcscope::cli

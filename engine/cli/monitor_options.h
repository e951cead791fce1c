// The command line of the verbs that look at the whole machine.
#pragma once

#include "cli/monitor_verbs.h"

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

namespace ipcscope::cli {

class MonitorOptions {
public:
    MonitorOptions(CLI::App& app, const std::string& exit_codes);
    static std::vector<std::string> verbs();
    std::optional<int> run() const;  // nothing = none of these verbs was said

private:
    void add_list(CLI::App& app);
    void add_watch(CLI::App& app);
    void add_looks(CLI::App& app);
    void add_actions(CLI::App& app);
    CLI::App *list_ = nullptr, *watch_ = nullptr, *peek_ = nullptr, *who_ = nullptr, *advise_ = nullptr,
             *remove_ = nullptr, *signal_ = nullptr;
    ListCommand listed_;
    MonitorWatchCommand watched_;
    PeekCommand peeked_;
    WhoCommand asked_;
    RemoveCommand removed_;
    SignalCommand signalled_;
    bool advise_json_ = false;
};

}  // namespace ipcscope::cli

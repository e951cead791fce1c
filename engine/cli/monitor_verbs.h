// The verbs that look at the objects of the whole machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ipcscope::cli {

struct ListCommand {
    bool json = false, csv = false, owners = false, list_fields = false, reverse = false;
    std::string mechanism, filter, sort, fields;  // "" = all, all, as they are, what the form shows
};
struct MonitorWatchCommand {
    bool json = false;
    double period_s = 1, seconds = 0;  // seconds 0 = until it is ended
    double share = 5;                  // per cent of one core
    std::string mechanism, filter, record;
    bool replace_record = false;
};
struct PeekCommand {
    std::string object;
    bool json = false, fetch = false;
    std::uint64_t offset = 0, limit = 64 * 1024;
};
struct WhoCommand {
    std::string what;
    bool json = false;
};
struct RemoveCommand {
    std::string object, save;  // save "" = a name made of the reference, in the current directory
    bool dry_run = false, yes = false, no_save = false;
};
struct SignalCommand {
    std::int64_t pid = 0;
    std::string signal;
    bool dry_run = false, yes = false;
};

int list_verb(const ListCommand& command);
int monitor_watch_verb(const MonitorWatchCommand& command);
int peek_verb(const PeekCommand& command);
int who_verb(const WhoCommand& command);
int advise_verb(bool json);
int remove_verb(const RemoveCommand& command);
int signal_verb(const SignalCommand& command);

}  // namespace ipcscope::cli

// ipcscope-cli remove, ipcscope-cli kill: what others will notice. Never without a preview and a yes.
#include "base/signals.h"
#include "cli/monitor_source.h"
#include "cli/monitor_verbs.h"
#include "cli/output.h"
#include "cli/peeked_text.h"
#include "cli/snapshot_json.h"
#include "cli/verbs.h"
#include "monitor/commands.h"
#include "monitor/savable.h"
#include "schema/registry.h"
#include "snapshot/ref.h"

#include <cctype>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace ipcscope::cli {

namespace {

using What = Savable::What;

struct Contents {
    Savable savable;
    Peeked seen;
    bool any() const { return savable.what == What::whole || savable.what == What::part; }
};

// `harder`: also as it would disturb somebody, which does not matter any more.
Contents contents_of(const Machine& machine, ObjectIndex index, bool harder) {
    const auto& snapshot = *machine.snapshot;
    const auto& object = snapshot.objects[index];
    auto request = peek_request(snapshot, index);
    request.limit = 16 << 20;
    request.allow_fetch = harder;
    auto peeked = machine.client->peek(snapshot, snapshot.ref(object), request);
    Contents out{savable(snapshot, object, peeked), {}};
    if (peeked) out.seen = std::move(*peeked);
    return out;
}

std::string document_of(const Snapshot& snapshot, ObjectIndex index, const Contents& contents) {
    auto document = peeked_json(snapshot, index, contents.seen);
    document["object"] = object_json(snapshot, index);
    return dumped(document, true);
}

// What becomes of them, for the preview.
std::string contents_text(const Contents& contents, const std::string& path) {
    switch (contents.savable.what) {
        case What::nothing: return {};
        case What::whole: return fmt::format("  its contents are saved first, to {}\n", path);
        case What::part:
            return fmt::format(
                "  only a part of its contents can be saved, to {}: {}\n"
                "  it is not removed unless that is agreed to at a terminal (--no-save removes it, and saves "
                "nothing)\n",
                path, contents.savable.why);
        case What::unknown: break;
    }
    return fmt::format(
        "  its contents cannot be looked at now: {}\n"
        "  that is tried again before it goes; if they cannot be saved then, it stays (--no-save removes it, "
        "and saves nothing)\n",
        contents.savable.why);
}

int stays(const std::string& why) {
    fmt::print(stderr,
               "ipcscope-cli: nothing was removed: {} (--no-save removes it without saving what is in it)\n",
               why);
    return cannot_run;
}

std::string file_name(const std::string& ref) {
    std::string out = "ipcscope-removed-";
    for (const char c : ref.substr(0, 100))
        out += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' ? c : '_';
    return out + ".json";
}

// Never over another file.
Status save(const std::string& path, const std::string& text) {
    const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return system_failure(path, "open");
    std::string_view left = text;
    while (!left.empty()) {
        const auto written = write(fd, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int code = errno;
            close(fd);
            unlink(path.c_str());
            return system_failure(path, "write", code);
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    const bool synced = fsync(fd) == 0;
    const int code = errno;
    close(fd);
    if (!synced) return system_failure(path, "fsync", code);
    return {};
}

std::string preview(const Snapshot& snapshot, ObjectIndex index, const ActionSpec& action,
                    const Fields& args) {
    const auto& object = snapshot.objects[index];
    auto out = fmt::format("{}: {}\n", action.label, title_of(snapshot, index));
    if (const auto state = state_text(snapshot, object, false); !state.empty()) out += "  " + state + "\n";
    bool ours = false, held = false;
    for (const auto& hold : snapshot.holds_of(object)) {
        held |= is_holder(hold.kind);
        ours |= hold.process < snapshot.processes.size() && snapshot.processes[hold.process].ours;
        out += fmt::format("  {} {}\n", process_words(snapshot, hold.process), hold_text(hold));
    }
    for (const auto& wait : snapshot.waits_of(object))
        out += fmt::format("  {} {}\n", process_words(snapshot, wait.process), wait_text(snapshot, wait));
    if (!held) out += object.holders_complete ? "  nobody holds it\n" : "  who holds it cannot be seen\n";
    if (ours) out += "  a process of this program uses it: a session that runs now\n";
    if (action.warning[0]) out += fmt::format("  {}\n", action.warning);
    if (const auto command = shell_command(snapshot, object, action, args); !command.empty())
        out += fmt::format("  the same in a shell: {}\n", command);
    return out;
}

// 0 = go on; else the exit code.
int agreed(bool yes, const std::string& question) {
    if (yes) return all_fine;
    if (!isatty(STDIN_FILENO)) {
        fmt::print(stderr, "ipcscope-cli: nothing was done: say --yes, as there is no terminal to ask at\n");
        return cannot_run;
    }
    if (confirmed_at_terminal(question)) return all_fine;
    fmt::print(stderr, "nothing was done\n");
    return cannot_run;
}

int act(const Machine& machine, ObjectIndex index, ActionKind what, Fields args) {
    const auto& snapshot = *machine.snapshot;
    const auto& object = snapshot.objects[index];
    ActRequest request;
    request.kind = object.kind;
    request.key = unescape_key(snapshot.text(object.key));
    request.action = what;
    request.seen_ns = snapshot.taken_ns;
    request.args = std::move(args);
    const auto done = machine.client->act(request, snapshot.ref(object));
    if (done) return all_fine;
    fmt::print(stderr, "ipcscope-cli: {}\n", done.error().text());
    return cannot_run;
}

}  // namespace

int remove_verb(const RemoveCommand& command) {
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    const auto& snapshot = *machine->snapshot;
    const auto index = one_object(snapshot, command.object);
    if (!index) return cannot_run;
    const auto& object = snapshot.objects[*index];
    const auto ref = snapshot.ref(object);
    const auto* action = action_of(*snapshot.kind(object).kind, ActionKind::remove);
    if (!action) {
        fmt::print(stderr, "ipcscope-cli: {} cannot be removed: it goes when nobody holds it any more\n",
                   ref);
        return cannot_run;
    }
    Output out;
    out.write(preview(snapshot, *index, *action, {}));
    const bool saves = !command.no_save && loses_contents(*snapshot.kind(object).kind, *action);
    auto contents = saves ? contents_of(*machine, *index, false) : Contents();
    const auto path = command.save.empty() ? file_name(ref) : command.save;
    out.write(contents_text(contents, path));
    if (command.dry_run) {
        out.write("nothing was done: this is a dry run\n");
        return out.failed() ? our_failure : all_fine;
    }
    const auto part_text = [&] {
        return "only a part of its contents can be saved: " + contents.savable.why;
    };
    bool part = contents.savable.what == What::part;
    if (part && command.yes) return stays(part_text());
    if (const int code =
            agreed(command.yes, fmt::format("Remove {}{}?", ref, part ? ", and lose what is not saved" : ""));
        code != all_fine)
        return code;
    if (contents.savable.what == What::unknown) {
        contents = contents_of(*machine, *index, true);
        if (contents.savable.what == What::unknown)
            return stays("its contents could not be saved: " + contents.savable.why);
        part = contents.savable.what == What::part;
        if (part && command.yes) return stays(part_text());
        if (part) out.write("  " + part_text() + "\n");
        if (part && agreed(false, fmt::format("Remove {}, and lose what is not saved?", ref)) != all_fine)
            return cannot_run;
    }
    if (contents.any()) {
        if (const auto saved = save(path, document_of(snapshot, *index, contents)); !saved) {
            fmt::print(stderr,
                       "ipcscope-cli: nothing was removed, as its contents could not be saved: {} "
                       "(--save FILE names another file, --no-save goes without)\n",
                       saved.error().text());
            return cannot_run;
        }
        out.write(
            fmt::format("  {} saved to {}\n", part ? "a part of its contents is" : "its contents are", path));
    }
    if (const int code = act(*machine, *index, ActionKind::remove, {}); code != all_fine) {
        if (contents.any()) fmt::print(stderr, "what was saved stays in {}\n", path);
        return code;
    }
    out.write(fmt::format("{} is removed\n", ref));
    return out.failed() ? our_failure : all_fine;
}

int signal_verb(const SignalCommand& command) {
    std::string name = command.signal;
    for (char& c : name)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (!name.empty() && std::isdigit(static_cast<unsigned char>(name[0])) == 0 && !name.starts_with("SIG"))
        name = "SIG" + name;
    int number = signal_value(name);
    if (const auto* end = name.data() + name.size(); number <= 0) {
        const auto [at, error] = std::from_chars(name.data(), end, number);
        if (error != std::errc() || at != end || number > 64) number = -1;
    }
    if (number <= 0) {
        fmt::print(stderr, "ipcscope-cli: there is no signal '{}'\n",
                   printable(command.signal.substr(0, 40)));
        return cannot_run;
    }
    const auto machine = look_at_machine();
    if (!machine) return our_failure;
    const auto& snapshot = *machine->snapshot;
    const auto process = snapshot.process(static_cast<pid_t>(command.pid));
    if (!process) {
        fmt::print(stderr, "ipcscope-cli: there is no process {} now\n", command.pid);
        return cannot_run;
    }
    if (command.pid == 1 || command.pid == getpid() || snapshot.processes[*process].ours) {
        fmt::print(stderr, "ipcscope-cli: {} is not signalled by this program: it is {}\n",
                   process_words(snapshot, *process), command.pid == 1 ? "process 1" : "one of its own");
        return cannot_run;
    }
    const ActionSpec* action = nullptr;
    ObjectIndex index = none_index;
    for (ObjectIndex i = 0; i < snapshot.objects.size() && !action; ++i) {
        const auto& object = snapshot.objects[i];
        const auto* one = action_of(*snapshot.kind(object).kind, ActionKind::signal);
        if (one && snapshot.text(object.key) == fmt::format("{}", command.pid)) action = one, index = i;
    }
    if (!action) {
        fmt::print(stderr, "ipcscope-cli: {} cannot be signalled from here\n",
                   process_words(snapshot, *process));
        return cannot_run;
    }
    if (action->params.size() != 1) return our_failure;
    const Fields args{{action->params.front().name, Value(number)}};
    Output out;
    out.write(fmt::format("{} to {}\n", signal_name(number), process_words(snapshot, *process)));
    out.write(preview(snapshot, index, *action, args));
    if (command.dry_run) {
        out.write("nothing was done: this is a dry run\n");
        return out.failed() ? our_failure : all_fine;
    }
    const auto question =
        fmt::format("Send {} to {}?", signal_name(number), process_words(snapshot, *process));
    if (const int code = agreed(command.yes, question); code != all_fine) return code;
    if (const int code = act(*machine, index, ActionKind::signal, args); code != all_fine) return code;
    out.write("sent\n");
    return out.failed() ? our_failure : all_fine;
}

}  // namespace ipcscope::cli

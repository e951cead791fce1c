#include "base/tr.h"
#include "monitor/advice_words.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {
namespace {

using Severity = Finding::Severity;

// So long nobody has made, changed or used a leak: where its creator is known to be gone; where its last
// users are; where nobody is known. (Linux keeps some times of files to the day only: relatime of mount(8).)
constexpr std::int64_t old_s = 10 * 60, deserted_s = 3600, forgotten_s = 48 * 3600;
constexpr std::int64_t billion = 1'000'000'000;

void add_once(std::vector<ProcessIndex>& all, ProcessIndex one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// Of any direction, or of one.
std::vector<ProcessIndex> waiters(const Snapshot& snapshot, const SeenObject& object,
                                  Access direction = Access::unknown) {
    std::vector<ProcessIndex> out;
    for (const auto& wait : snapshot.waits_of(object))
        if (direction == Access::unknown || wait.direction == direction) add_once(out, wait.process);
    return out;
}

// "a (1) waits for it." or "a (1) and b (2) wait for it."
Phrase who_wait(const Snapshot& snapshot, const std::vector<ProcessIndex>& who, const char* one,
                const char* more) {
    return phrase(who.size() == 1 ? one : more, processes_phrase(snapshot, who));
}

// Any process that had to do with it and lives: it may come back to it.
bool anybody_left(const Snapshot& snapshot, const SeenObject& object) {
    return object.hold_count > 0 || object.wait_count > 0 ||
           (object.creator != 0 && snapshot.process(object.creator).has_value());
}

std::int64_t started(const Snapshot& snapshot, const SeenProcess& process) {
    constexpr std::uint64_t ticks = 100;  // USER_HZ of Linux on all that it runs on here
    return static_cast<std::int64_t>((snapshot.boot_ns + process.start_ticks * (billion / ticks)) / billion);
}

// The pid may belong to somebody else by now, who is younger than the object.
bool creator_gone(const Snapshot& snapshot, const SeenObject& object) {
    if (object.creator == 0) return false;
    const auto process = snapshot.process(object.creator);
    if (!process) return true;
    return object.created != 0 && started(snapshot, snapshot.processes[*process]) > object.created + 1;
}

// Of what the kernel keeps no creator of: those that it names instead (its last users) have all ended.
bool users_gone(const Snapshot& snapshot, const SeenObject& object) {
    const auto& fields = snapshot.kind(object).kind->fields;
    bool any = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& cell = snapshot.cell(object, i);
        if (fields[i].type.unit != Unit::pid || cell.state != CellState::known || cell.number <= 0) continue;
        if (snapshot.process(static_cast<pid_t>(cell.number))) return false;
        any = true;
    }
    return any;
}

// For how many seconds nothing has happened to it, by all times that the kernel keeps of it; negative: that
// is not known.
std::int64_t idle_of(const Snapshot& snapshot, const SeenObject& object) {
    const auto& fields = snapshot.kind(object).kind->fields;
    auto last = object.created;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].type.unit != Unit::unix_time) continue;
        const auto& cell = snapshot.cell(object, i);
        if (cell.state == CellState::not_permitted || cell.state == CellState::not_available) return -1;
        if (cell.state == CellState::known) last = std::max(last, cell.number);
    }
    return snapshot.taken_at / billion - last;
}

// Names that stand for nothing on purpose: services are given them in place of what they may not reach.
bool meant_to_lead_nowhere(const Snapshot& snapshot, const SeenObject& object) {
    const auto name = snapshot.text(object.name);
    return name.starts_with("/run/") && name.find("/systemd/inaccessible/") != std::string_view::npos;
}

// A hold by the number that the creator had, of somebody else, is none.
bool traces_left(const Snapshot& snapshot, const SeenObject& object) {
    const auto holds = snapshot.holds_of(object);
    return std::any_of(holds.begin(), holds.end(),
                       [](const SeenHold& hold) { return hold.kind != Hold::creator; });
}

void levels_as_evidence(const Snapshot& snapshot, const SeenObject& object, Finding& finding) {
    const auto& fields = snapshot.kind(object).kind->fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].level && snapshot.cell(object, i).state == CellState::known)
            prove(finding, field_phrase(snapshot, object, i));
}

Finding about(const Snapshot& snapshot, const SeenObject& object, Severity severity, const char* id) {
    Finding finding;
    finding.severity = severity;
    finding.id = id;
    finding.objects.push_back(static_cast<ObjectIndex>(&object - snapshot.objects.data()));
    return finding;
}

void offer_removal(const Snapshot& snapshot, const SeenObject& object, Finding& finding) {
    finding.command = remove_command(snapshot, object);
    finding.removable = !finding.command.empty() && !lies_elsewhere(snapshot, object);
}

}  // namespace

void find_leaks(const Look& look) {
    const auto& now = look.now;
    if (!now.processes_complete) return;  // who is not seen need not be gone
    for (const auto& object : now.objects) {
        if (!now.kind(object).kind->persists || object.removed || object.created == 0 ||
            is_stale(now, object))
            continue;
        // What cannot be seen may have it, and is counted only in this field.
        const auto* attached = known_cell(now, object, "nattch");
        const bool seen = object.holders_complete && object.waiters_complete;
        if (attached && attached->number > 0) continue;
        // Those that are not looked into may have it. Where they are few it is told, but nothing is proposed.
        const bool doubt = !attached && !seen;
        if (doubt && few_unseen(now).empty()) continue;
        const auto idle = idle_of(now, object), age = now.taken_at / billion - object.created;
        const bool gone = creator_gone(now, object);
        const bool unused = !gone && object.creator == 0 && users_gone(now, object);
        if (idle < (gone ? old_s : unused ? deserted_s : forgotten_s)) continue;
        if (gone ? object.wait_count > 0 || traces_left(now, object) : anybody_left(now, object)) continue;
        auto finding = about(now, object, gone && !doubt ? Severity::warning : Severity::hint, "leak");
        tell(finding,
             phrase(
                 doubt    ? IPC_TR("%1 may be left behind: nobody is seen to have it.")
                 : gone   ? IPC_TR("%1 is left behind: nobody uses it, and the process that made it is gone.")
                 : unused ? IPC_TR("%1 seems to be left behind: nobody uses it, and those who did are gone.")
                          : IPC_TR("%1 may be left behind: nobody is seen to have it."),
                 object_phrase(now, object)));
        prove(finding,
              gone ? phrase(IPC_TR("made %1 ago by process %2, which is gone"), age_phrase(age),
                            as_it_is(std::to_string(object.creator)))
                   : phrase(IPC_TR("made %1 ago; the kernel does not tell by whom"), age_phrase(age)));
        prove(finding, idle < age ? phrase(IPC_TR("last used %1 ago, by the times that the kernel keeps"),
                                           age_phrase(idle))
                                  : phrase(IPC_TR("not used since, by the times that the kernel keeps")));
        const auto& fields = now.kind(object).kind->fields;
        for (std::size_t i = 0; unused && i < fields.size(); ++i)
            if (const auto& cell = now.cell(object, i);
                fields[i].type.unit == Unit::pid && cell.state == CellState::known && cell.number > 0)
                prove(finding, field_phrase(now, object, i));
        levels_as_evidence(now, object, finding);
        if (doubt)
            prove(finding, phrase(IPC_TR("not certain: %1"),
                                  phrase(IPC_TR("%1 may use it, too"), unseen_phrase(now))));
        else
            offer_removal(now, object, finding);
        look.out.push_back(std::move(finding));
    }
}

void find_nearly_full(const Look& look) {
    const auto& now = look.now;
    for (const auto& object : now.objects) {
        const auto& kind = *now.kind(object).kind;
        const auto* filling = known_cell(now, object, kind.filling);
        const auto* capacity = known_cell(now, object, kind.capacity);
        if (!filling || !capacity || capacity->number <= 0) continue;
        const auto share = static_cast<double>(filling->number) / static_cast<double>(capacity->number);
        if (share < 0.9) continue;
        // A limit of the machine is an object, too, whose filling is what is used of it.
        const bool limit = std::string_view(kind.prefix).starts_with("limit");  // of counts, of bytes
        auto waiting = waiters(now, object, Access::write);
        // What flows is full now and then: it counts when it was so before, too.
        const auto* earlier = look.before ? same_object(now, object, *look.before) : nullptr;
        const auto* was = earlier ? known_cell(*look.before, *earlier, kind.filling) : nullptr;
        const bool stays =
            was && static_cast<double>(was->number) >= 0.9 * static_cast<double>(capacity->number);
        if (!limit && !kind.persists && !stays) continue;
        auto finding = about(now, object, share >= 1.0 || limit ? Severity::warning : Severity::hint,
                             limit ? "limit" : "nearly_full");
        const auto& unit = kind.fields[field_index(kind, kind.filling)].type.unit;
        const auto used = print_quantity(filling->number, unit), of = print_quantity(capacity->number, unit);
        if (limit)
            tell(finding, phrase(IPC_TR("A limit of this machine is nearly used up: %1, %2 of %3."),
                                 by_probe(now.text(object.name)), as_it_is(used), as_it_is(of)));
        else
            tell(finding, phrase(share >= 1.0 ? IPC_TR("%1 is full: %2 of %3.")
                                              : IPC_TR("%1 is nearly full: %2 of %3."),
                                 object_phrase(now, object), as_it_is(used), as_it_is(of)));
        if (!waiting.empty())
            prove(finding, who_wait(now, waiting, IPC_TR("%1 waits for room"), IPC_TR("%1 wait for room")));
        if (stays) prove(finding, phrase(IPC_TR("it was so in the sample before, too")));
        finding.processes = std::move(waiting);
        if (limit)
            if (const auto* command = known_cell(now, object, "command"))
                finding.command = now.text(command->text);
        look.out.push_back(std::move(finding));
    }
}

void find_removed(const Look& look) {
    const auto& now = look.now;
    for (const auto& object : now.objects) {
        if (!now.kind(object).kind->persists || !object.removed) continue;
        std::vector<ProcessIndex> attached;
        for (const auto& hold : now.holds_of(object))
            if (hold.kind == Hold::attachment) add_once(attached, hold.process);
        if (attached.empty()) continue;
        auto finding = about(now, object, Severity::hint, "removed");
        tell(finding,
             phrase(attached.size() == 1 ? IPC_TR("%1 is removed, but its memory stays until %2 detaches it.")
                                         : IPC_TR("%1 is removed, but its memory stays until %2 detach it."),
                    object_phrase(now, object), processes_phrase(now, attached)));
        levels_as_evidence(now, object, finding);
        finding.processes = std::move(attached);
        look.out.push_back(std::move(finding));
    }
}

void find_marked(const Look& look) {
    const auto& now = look.now;
    for (const auto& object : now.objects) {
        // Who is not seen could listen.
        if (is_stale(now, object) && now.processes_complete && !meant_to_lead_nowhere(now, object)) {
            auto finding = about(now, object, Severity::hint, "stale_path");
            tell(finding, phrase(IPC_TR("%1 leads nowhere: the file is there, but nobody listens behind it."),
                                 object_phrase(now, object)));
            if (object.created != 0)
                prove(finding, phrase(IPC_TR("the file was made %1 ago"),
                                      age_phrase(now.taken_at / billion - object.created)));
            prove(finding,
                  phrase(IPC_TR("no socket of this network namespace is bound to its device and inode")));
            offer_removal(now, object, finding);
            if (finding.command.empty()) finding.command = "rm -- " + shell_word(now.text(object.name));
            look.out.push_back(std::move(finding));
        }
        if (const auto* dead = known_cell(now, object, "owner_dead"); dead && dead->number != 0) {
            const bool waits = object.wait_count > 0;
            const auto* marked = known_cell(now, object, "guess");
            // It may be about to give it up as it ends: that takes no time, and is over in the next sample.
            const auto* earlier = look.before ? same_object(now, object, *look.before) : nullptr;
            const auto* was = earlier ? known_cell(*look.before, *earlier, "owner_dead") : nullptr;
            const bool guess = (marked && marked->number != 0) || !was || was->number == 0;
            auto finding = about(now, object,
                                 guess   ? Severity::hint
                                 : waits ? Severity::problem
                                         : Severity::warning,
                                 "dead_owner");
            auto waiting = waiters(now, object);
            tell(finding,
                 phrase(guess ? IPC_TR("The owner of %1 seems to be dead without having given it up.")
                              : IPC_TR("The owner of %1 is dead and has not given it up."),
                        object_phrase(now, object)));
            if (waits)
                tell(finding, who_wait(now, waiting, IPC_TR("%1 waits for it."), IPC_TR("%1 wait for it.")));
            for (std::size_t i = 0; i < now.kind(object).kind->fields.size(); ++i)
                if (std::string_view(now.kind(object).kind->fields[i].name).starts_with("owner") &&
                    now.cell(object, i).state == CellState::known)
                    prove(finding, field_phrase(now, object, i));
            if (!guess && waiting.size() == 1)
                finding.command = fmt::format("kill {}", now.processes[waiting[0]].pid);
            finding.processes = std::move(waiting);
            look.out.push_back(std::move(finding));
        }
    }
}

void find_stopped(const Look& look) {
    const auto& now = look.now;
    for (const auto& object : now.objects) {
        if (object.wait_count == 0) continue;
        for (const auto& hold : now.holds_of(object)) {
            const auto state = now.processes[hold.process].state;
            if (hold.kind != Hold::owner || (state != 'T' && state != 't')) continue;
            auto finding = about(now, object, Severity::problem, "stopped_owner");
            const auto waiting = waiters(now, object);
            finding.processes = waiting;
            add_once(finding.processes, hold.process);
            tell(finding, phrase(waiting.size() == 1 ? IPC_TR("%1 holds %2 and is stopped; %3 waits for it.")
                                                     : IPC_TR("%1 holds %2 and is stopped; %3 wait for it."),
                                 as_it_is(process_words(now, hold.process)), object_phrase(now, object),
                                 processes_phrase(now, waiting)));
            prove(finding, phrase(state == 'T' ? IPC_TR("its state is T: stopped by a signal")
                                               : IPC_TR("its state is t: a debugger has stopped it")));
            if (state == 'T') finding.command = fmt::format("kill -CONT {}", now.processes[hold.process].pid);
            look.out.push_back(std::move(finding));
        }
    }
}

void find_pending(const Look& look) {
    if (!look.before) return;
    const auto& now = look.now;
    constexpr const char* which[] = {"process_pending", "thread_pending"};
    for (const auto& object : now.objects) {
        const auto& kind = *now.kind(object).kind;
        const auto field = field_index(kind, "process_pending");
        const auto* blocked = known_cell(now, object, "blocked");
        if (field == no_kind || !blocked) continue;
        const auto* earlier = same_object(now, object, *look.before);
        if (!earlier) continue;
        std::uint64_t pending = 0;
        for (const auto* name : which) {
            const auto* is = known_cell(now, object, name);
            const auto* was = known_cell(*look.before, *earlier, name);
            if (is && was) pending |= static_cast<std::uint64_t>(is->number & was->number);
        }
        if (pending == 0) continue;
        const auto held = pending & static_cast<std::uint64_t>(blocked->number);
        // On a busy machine one that is not blocked waits until its process gets its turn.
        if (held != pending && now.taken_ns - look.before->taken_ns < billion) continue;
        const auto type = kind.fields[field].type;
        auto finding =
            about(now, object, held == pending ? Severity::hint : Severity::warning, "signal_pending");
        if (object.hold_count > 0) finding.processes.push_back(now.holds_of(object)[0].process);
        auto who = finding.processes.empty() ? object_phrase(now, object)
                                             : as_it_is(process_words(now, finding.processes[0]));
        const auto names = print_value(type, Value(static_cast<std::int64_t>(pending)));
        tell(finding, phrase(held == pending
                                 ? IPC_TR("%1 does not get %2: it blocks what was sent.")
                                 : IPC_TR("%1 does not get %2, although it does not block all of it: it is "
                                          "stopped, or sleeps where no signal wakes it."),
                             std::move(who), as_it_is(names)));
        prove(finding, phrase(IPC_TR("blocked: %1"), as_it_is(print_value(type, Value(blocked->number)))));
        prove(finding,
              phrase(IPC_TR("pending in two samples, %1 apart"),
                     as_it_is(print_quantity(now.taken_ns - look.before->taken_ns, Unit::nanoseconds))));
        look.out.push_back(std::move(finding));
    }
}

}  // namespace ipcscope

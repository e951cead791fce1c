#include "monitor/advice_words.h"
#include "monitor/stuck_system.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {
namespace {

using Needs = Obstacle::Needs;
using Severity = Finding::Severity;

void add_once(std::vector<ProcessIndex>& all, ProcessIndex one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::string what_for(const Snapshot& now, const Obstacle& obstacle) {
    const auto object = object_words(now, now.objects[obstacle.wait->object]);
    const auto words = std::string(now.text(obstacle.wait->words));
    switch (obstacle.needs) {
        case Needs::unlock: return words.empty() ? object : fmt::format("{} ({})", object, words);
        case Needs::data: return fmt::format("something to come from {}", object);
        case Needs::room: return fmt::format("room in {}", object);
        case Needs::someone: return words.empty() ? object : fmt::format("{} of {}", words, object);
    }
    return object;
}

std::string by_whom(const Snapshot& now, const Obstacle& obstacle, ProcessIndex waiter) {
    std::vector<ProcessIndex> who;
    for (const auto one : obstacle.who)
        add_once(who, one);
    const bool itself = who.size() == 1 && who[0] == waiter;
    const auto names = itself ? std::string("it itself") : process_list(now, who);
    switch (obstacle.needs) {
        case Needs::unlock: return fmt::format("which {} {}", names, who.size() == 1 ? "holds" : "hold");
        case Needs::data: return fmt::format("which only {} could write", names);
        case Needs::room: return fmt::format("which only {} could read", names);
        case Needs::someone: return fmt::format("which {} used last", names);
    }
    return {};
}

std::string wait_words(const Snapshot& now, const StuckThread& thread) {
    std::string out;
    for (const auto& obstacle : thread.obstacles)
        out += fmt::format("{} {}, {}",
                           out.empty() ? process_words(now, thread.process) + " waits for" : " and for",
                           what_for(now, obstacle), by_whom(now, obstacle, thread.process));
    return out;
}

std::string evidence_of(const Snapshot& now, const StuckThread& thread, const Obstacle& obstacle) {
    auto out = fmt::format("{}, thread {}", process_words(now, thread.process), thread.thread);
    if (obstacle.wait->fd >= 0) out += fmt::format(", descriptor {}", obstacle.wait->fd);
    out += fmt::format(": {}", now.ref(now.objects[obstacle.wait->object]));
    const auto slept = now.taken_ns - obstacle.wait->since_ns;
    if (obstacle.wait->since_ns != 0 && slept > 0)
        out += fmt::format(", asleep for {} at least", print_quantity(slept, Unit::nanoseconds));
    return out;
}

// The one that is easiest to do without: the youngest.
ProcessIndex youngest(const Snapshot& now, const std::vector<ProcessIndex>& of) {
    return *std::max_element(of.begin(), of.end(), [&](ProcessIndex a, ProcessIndex b) {
        return now.processes[a].start_ticks < now.processes[b].start_ticks;
    });
}

// All of them read from one object, of which only they have the other end: nobody forgot anything but them.
bool one_object(const SystemDeadlock& deadlock) {
    const auto& first = deadlock.threads[0].obstacles[0];
    return std::all_of(deadlock.threads.begin(), deadlock.threads.end(), [&](const StuckThread& thread) {
        return thread.obstacles.size() == 1 && thread.obstacles[0].needs == Needs::data &&
               thread.obstacles[0].wait->object == first.wait->object;
    });
}

void tell_writers(const Snapshot& now, const SeenObject& object, Finding& finding) {
    for (const auto& hold : now.holds_of(object)) {
        if (hold.kind != Hold::descriptor || hold.access != Access::write) continue;
        finding.evidence.push_back(fmt::format("{} has the write end open as descriptor {}",
                                               process_words(now, hold.process), hold.fd));
        if (finding.command.empty())
            finding.command = fmt::format("gdb -p {} -batch -ex 'call (int)close({})'",
                                          now.processes[hold.process].pid, hold.fd);
    }
}

void tell_deadlock(const Look& look, const SystemDeadlock& deadlock) {
    const auto& now = look.now;
    const bool forgotten = one_object(deadlock);
    Finding finding;
    finding.id = forgotten ? "forgotten_end" : "stuck";
    finding.severity = deadlock.certain         ? Severity::problem
                       : deadlock.doubt.empty() ? Severity::warning
                                                : Severity::hint;
    for (const auto& thread : deadlock.threads) {
        finding.words += (finding.words.empty() ? "" : " ") + wait_words(now, thread) + ".";
        for (const auto& obstacle : thread.obstacles) {
            if (std::find(finding.objects.begin(), finding.objects.end(), obstacle.wait->object) ==
                finding.objects.end())
                finding.objects.push_back(obstacle.wait->object);
            finding.evidence.push_back(evidence_of(now, thread, obstacle));
        }
    }
    finding.processes = deadlock.processes;
    if (forgotten)
        finding.words += deadlock.certain ? " The end of file cannot come: a write end was not closed."
                                          : " The end of file may never come: a write end was not closed.";
    else if (deadlock.certain)
        finding.words += " Nobody else can end this: it is a deadlock.";
    else if (deadlock.doubt.empty() && !deadlock.seen_once)
        finding.words += " It is a deadlock, unless a process that cannot be looked into can end it.";
    else
        finding.words += " This may be a deadlock.";
    if (!deadlock.doubt.empty()) finding.evidence.push_back("not certain: " + deadlock.doubt);
    if (deadlock.unseen)
        finding.evidence.push_back("not certain: processes that cannot be looked into may hold it, too");
    if (deadlock.seen_once) finding.evidence.push_back("not certain: it was seen in one sample only");
    if (!deadlock.behind.empty())
        finding.evidence.push_back(fmt::format("{} {} behind it", process_list(now, deadlock.behind),
                                               deadlock.behind.size() == 1 ? "waits" : "wait"));
    if (forgotten && deadlock.doubt.empty()) tell_writers(now, now.objects[finding.objects[0]], finding);
    if (finding.command.empty() && deadlock.doubt.empty())  // nobody is ended for a guess
        finding.command = fmt::format("kill {}", now.processes[youngest(now, deadlock.processes)].pid);
    look.out.push_back(std::move(finding));
}

// Readers of what nobody wants to write to: all who could write have the read end, too, as children have that
// did not close what they were born with.
void find_kept_alive(const Look& look, const std::vector<SystemDeadlock>& known) {
    const auto& now = look.now;
    for (ObjectIndex index = 0; look.before && index < now.objects.size(); ++index) {
        const auto& object = now.objects[index];
        if (object.wait_count == 0 || object.end_count > 0 || !object.holders_complete) continue;
        std::vector<ProcessIndex> readers, writers, ends;
        bool one_way = true;
        for (const auto& hold : now.holds_of(object)) {
            if (hold.kind != Hold::descriptor) continue;
            one_way = one_way && (hold.access == Access::read || hold.access == Access::write);
            add_once(hold.access == Access::write ? writers : ends, hold.process);
        }
        for (const auto& wait : now.waits_of(object)) {
            const bool lasts = wait.since_ns != 0 && wait.since_ns <= look.before->taken_ns;
            if (wait.direction == Access::read && !wait.timed && wait.any == 0 && lasts)
                add_once(readers, wait.process);
        }
        const bool untidy = std::all_of(writers.begin(), writers.end(), [&](ProcessIndex writer) {
            return std::find(ends.begin(), ends.end(), writer) != ends.end();
        });
        const bool told = std::any_of(known.begin(), known.end(), [&](const SystemDeadlock& deadlock) {
            return std::any_of(deadlock.processes.begin(), deadlock.processes.end(),
                               [&](ProcessIndex process) {
                                   return std::find(readers.begin(), readers.end(), process) != readers.end();
                               });
        });
        // A process that writes to itself does so from another thread.
        const bool others = std::any_of(writers.begin(), writers.end(), [&](ProcessIndex writer) {
            return std::find(readers.begin(), readers.end(), writer) == readers.end();
        });
        if (!one_way || readers.empty() || writers.empty() || !untidy || told || !others) continue;
        Finding finding;
        finding.id = "forgotten_end";
        finding.severity = Severity::hint;
        finding.objects.push_back(index);
        finding.processes = readers;
        finding.words = fmt::format(
            "{} {} for something to come from {}. Whoever has its write end open has its read "
            "end, too, as if one of them had been forgotten; until all write ends are closed "
            "there is no end of file.",
            process_list(now, readers), readers.size() == 1 ? "waits" : "wait", object_words(now, object));
        for (const auto writer : writers)
            add_once(finding.processes, writer);
        tell_writers(now, object, finding);
        look.out.push_back(std::move(finding));
    }
}

}  // namespace

void find_stuck(const Look& look) {
    const auto deadlocks = stuck_processes(look.now, look.before);
    for (const auto& deadlock : deadlocks)
        tell_deadlock(look, deadlock);
    find_kept_alive(look, deadlocks);
}

}  // namespace ipcscope

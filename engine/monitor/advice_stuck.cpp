#include "base/tr.h"
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

Phrase what_for(const Snapshot& now, const Obstacle& obstacle) {
    auto object = object_phrase(now, now.objects[obstacle.wait->object]);
    const auto words = now.text(obstacle.wait->words);
    switch (obstacle.needs) {
        case Needs::data: return phrase(IPC_TR("something to come from %1"), std::move(object));
        case Needs::room: return phrase(IPC_TR("room in %1"), std::move(object));
        case Needs::unlock:
            return words.empty() ? object : phrase("%1 (%2)", std::move(object), by_probe(words));
        case Needs::someone:
            return words.empty() ? object : phrase(IPC_TR("%1 of %2"), by_probe(words), std::move(object));
    }
    return object;
}

Phrase by_whom(const Snapshot& now, const Obstacle& obstacle, ProcessIndex waiter) {
    std::vector<ProcessIndex> who;
    for (const auto one : obstacle.who)
        add_once(who, one);
    const bool itself = who.size() == 1 && who[0] == waiter;
    auto names = itself ? phrase(IPC_TR("it itself")) : processes_phrase(now, who);
    switch (obstacle.needs) {
        case Needs::unlock:
            return phrase(who.size() == 1 ? IPC_TR("which %1 holds") : IPC_TR("which %1 hold"),
                          std::move(names));
        case Needs::data: return phrase(IPC_TR("which only %1 could write"), std::move(names));
        case Needs::room: return phrase(IPC_TR("which only %1 could read"), std::move(names));
        case Needs::someone: return phrase(IPC_TR("which %1 used last"), std::move(names));
    }
    return {};
}

// "a (1) waits for Pipe ..., which b (2) holds and for ..., which ..."
Phrase wait_phrase(const Snapshot& now, const StuckThread& thread) {
    Phrase out;
    for (std::size_t i = 0; i < thread.obstacles.size(); ++i) {
        const auto& obstacle = thread.obstacles[i];
        auto before = i == 0 ? as_it_is(process_words(now, thread.process)) : std::move(out);
        out = phrase(i == 0 ? IPC_TR("%1 waits for %2, %3") : IPC_TR("%1 and for %2, %3"), std::move(before),
                     what_for(now, obstacle), by_whom(now, obstacle, thread.process));
    }
    return phrase("%1.", std::move(out));
}

Phrase evidence_of(const Snapshot& now, const StuckThread& thread, const Obstacle& obstacle) {
    auto out = phrase(IPC_TR("%1, thread %2"), as_it_is(process_words(now, thread.process)),
                      as_it_is(std::to_string(thread.thread)));
    if (obstacle.wait->fd >= 0)
        out =
            phrase(IPC_TR("%1, descriptor %2"), std::move(out), as_it_is(std::to_string(obstacle.wait->fd)));
    out = phrase("%1: %2", std::move(out), as_it_is(now.ref(now.objects[obstacle.wait->object])));
    const auto slept = now.taken_ns - obstacle.wait->since_ns;
    if (obstacle.wait->since_ns != 0 && slept > 0)
        out = phrase(IPC_TR("%1, asleep for %2 at least"), std::move(out),
                     as_it_is(print_quantity(slept, Unit::nanoseconds)));
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

// Gives them back, too.
std::vector<SeenHold> tell_writers(const Snapshot& now, const SeenObject& object, Finding& finding) {
    std::vector<SeenHold> writers;
    for (const auto& hold : now.holds_of(object)) {
        if (hold.kind != Hold::descriptor || hold.access != Access::write) continue;
        prove(finding, phrase(IPC_TR("%1 has the write end open as descriptor %2"),
                              as_it_is(process_words(now, hold.process)), as_it_is(std::to_string(hold.fd))));
        writers.push_back(hold);
    }
    return writers;
}

// What would end it, where that is certain: nobody is ended for a guess.
std::string mending(const Snapshot& now, const SystemDeadlock& deadlock, bool forgotten,
                    const std::vector<SeenHold>& writers) {
    if (!deadlock.certain) return {};
    if (!forgotten) return fmt::format("kill {}", now.processes[youngest(now, deadlock.processes)].pid);
    if (writers.size() != 1) return {};  // the end of file takes all of them
    return fmt::format("gdb -p {} -batch -ex 'call (int)close({})'", now.processes[writers[0].process].pid,
                       writers[0].fd);
}

void tell_deadlock(const Look& look, const SystemDeadlock& deadlock) {
    const auto& now = look.now;
    const bool forgotten = one_object(deadlock);
    Finding finding;
    finding.id = forgotten ? "forgotten_end" : "stuck";
    finding.severity = deadlock.certain                                ? Severity::problem
                       : deadlock.doubt.empty() && !deadlock.seen_once ? Severity::warning
                                                                       : Severity::hint;
    for (const auto& thread : deadlock.threads) {
        tell(finding, wait_phrase(now, thread));
        for (const auto& obstacle : thread.obstacles) {
            if (std::find(finding.objects.begin(), finding.objects.end(), obstacle.wait->object) ==
                finding.objects.end())
                finding.objects.push_back(obstacle.wait->object);
            prove(finding, evidence_of(now, thread, obstacle));
        }
    }
    finding.processes = deadlock.processes;
    if (forgotten)
        tell(finding, phrase(deadlock.certain
                                 ? IPC_TR("The end of file cannot come: a write end was not closed.")
                                 : IPC_TR("The end of file may never come: a write end was not closed.")));
    else if (deadlock.certain)
        tell(finding, phrase(deadlock.threads.size() == 1
                                 ? IPC_TR("It waits for nobody but itself: it is a deadlock.")
                                 : IPC_TR("They wait for nobody but each other: it is a deadlock.")));
    else if (deadlock.doubt.empty() && !deadlock.seen_once)
        tell(finding,
             phrase(deadlock.unseen
                        ? IPC_TR("It is a deadlock, unless a process that cannot be looked into can end it.")
                        : IPC_TR("It is a deadlock, unless a time limit ends it.")));
    else
        tell(finding, phrase(IPC_TR("This may be a deadlock.")));
    const auto doubt = [&](const char* why) {
        prove(finding, phrase(IPC_TR("not certain: %1"), phrase(why)));
    };
    if (!deadlock.doubt.empty()) doubt(deadlock.doubt.data());  // a literal
    if (deadlock.unseen)
        prove(finding,
              phrase(IPC_TR("not certain: %1"), phrase(IPC_TR("%1 may hold it, too"), unseen_phrase(now))));
    if (deadlock.limit) doubt(IPC_TR("a time limit set on a socket (SO_RCVTIMEO) cannot be seen"));
    if (deadlock.seen_once) doubt(IPC_TR("it was seen in one sample only"));
    if (!deadlock.behind.empty())
        prove(finding,
              phrase(deadlock.behind.size() == 1 ? IPC_TR("%1 waits behind it") : IPC_TR("%1 wait behind it"),
                     processes_phrase(now, deadlock.behind)));
    std::vector<SeenHold> writers;
    if (forgotten && deadlock.doubt.empty())
        writers = tell_writers(now, now.objects[finding.objects[0]], finding);
    finding.command = mending(now, deadlock, forgotten, writers);
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
        // A process that writes to itself does so from another thread; and where those who read have the
        // write end, too, it is a pool of something that all of them take and give back.
        const bool pool = std::any_of(writers.begin(), writers.end(), [&](ProcessIndex writer) {
            return std::find(readers.begin(), readers.end(), writer) != readers.end();
        });
        if (!one_way || readers.empty() || writers.empty() || !untidy || told || pool) continue;
        Finding finding;
        finding.id = "forgotten_end";
        finding.severity = Severity::hint;
        finding.objects.push_back(index);
        finding.processes = readers;
        tell(finding, phrase(readers.size() == 1 ? IPC_TR("%1 waits for something to come from %2.")
                                                 : IPC_TR("%1 wait for something to come from %2."),
                             processes_phrase(now, readers), object_phrase(now, object)));
        tell(finding, phrase(IPC_TR("Whoever has its write end open has its read end, too, as if one of them "
                                    "had been forgotten; until all write ends are closed there is no end of "
                                    "file.")));
        for (const auto writer : writers)
            add_once(finding.processes, writer);
        (void)tell_writers(now, object, finding);  // no command: it may be meant to be so
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

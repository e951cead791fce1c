#include "monitor/stuck_system.h"

#include "base/tr.h"
#include "mechanisms/driver.h"
#include "monitor/advice_words.h"
#include "runtime/wait_graph.h"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <sys/syscall.h>

namespace ipcscope {
namespace {

using Needs = Obstacle::Needs;
using ThreadKey = std::pair<ProcessIndex, std::int32_t>;

bool polls(int syscall) {
    switch (syscall) {
#ifdef SYS_poll
        case SYS_poll:
        case SYS_select:
        case SYS_epoll_wait:
#endif
        case SYS_ppoll:
        case SYS_pselect6:
        case SYS_epoll_pwait:
        case SYS_epoll_pwait2: return true;
        default: return false;
    }
}

// Whoever knows a name or an id can come to it: the kind's ObjectSpec says so. A name: if it has one.
bool reachable(const KindRef& ref, bool has_name) {
    const std::string_view wanted = ref.kind->object;
    for (const auto* spec : all_specs())
        if (std::string_view(spec->id) == ref.mechanism->mechanism)
            for (const auto& object : spec->objects)
                if (object.id == wanted || (wanted.empty() && spec->objects.size() == 1))
                    return object.reach == Reach::named ? has_name : object.reach != Reach::handles;
    return true;
}

class Waits {
public:
    Waits(const Snapshot& now, const Snapshot* before) : now_(now), before_(before) {
        for (const auto& object : now.objects) {
            count_threads(object);
            for (const auto& wait : now.waits_of(object))
                if (wait.thread != 0 && wait.process < now.processes.size())
                    calls_[{wait.process, wait.thread}].push_back(&wait);
        }
    }

    std::vector<SystemDeadlock> find() {
        make_graph();
        const auto stuck = stuck_nodes(nodes_);
        std::vector<SystemDeadlock> out;
        for (const auto& core : stuck_cores(nodes_, stuck)) {
            SystemDeadlock deadlock;
            for (const auto node : core)
                if (node >= now_.processes.size()) {
                    const auto& thread = threads_[node - now_.processes.size()];
                    deadlock.threads.push_back(thread);
                    add_once(deadlock.processes, thread.process);
                }
            if (deadlock.threads.empty() || without_releaser(deadlock) || wakes_itself(deadlock)) continue;
            judge(deadlock);
            if (before_ && deadlock.seen_once) continue;
            find_behind(deadlock, stuck);
            out.push_back(std::move(deadlock));
        }
        return out;
    }

private:
    static void add_once(std::vector<ProcessIndex>& all, ProcessIndex one) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }

    void count_threads(const SeenObject& object) {
        const auto* threads = known_cell(now_, object, "threads");
        if (!threads || object.hold_count != 1) return;
        thread_counts_[now_.holds_of(object)[0].process] = threads->number;
    }

    // All threads of it sleep, each in a call that is looked at here. What is not known may go on.
    bool all_wait(ProcessIndex process) {
        const auto count = thread_counts_.find(process);
        const auto state = now_.processes[process].state;
        if (count == thread_counts_.end() || state == 'T' || state == 't') return false;
        const auto first = calls_.lower_bound({process, 0});
        const auto last = calls_.lower_bound({process + 1, 0});
        return std::distance(first, last) == count->second;
    }

    // False: the thread may go on by itself, or by what is not seen here.
    bool obstacles_of(const std::vector<const SeenWait*>& waits, std::vector<Obstacle>& out) {
        for (const auto* wait : waits) {
            // Waiting for any of several is what event loops do when there is nothing to do.
            if (wait->timed || wait->any != 0) return false;
            Obstacle obstacle;
            obstacle.wait = wait;
            if (!obstacle_of(now_.objects[wait->object], *wait, obstacle)) return false;
            if (polls(wait->syscall) && obstacle.doubt.empty())
                obstacle.doubt = IPC_TR("it may wait for whatever comes");
            out.push_back(std::move(obstacle));
        }
        return true;
    }

    bool obstacle_of(const SeenObject& object, const SeenWait& wait, Obstacle& out) {
        const auto add = [&](const SeenHold& hold, std::int32_t thread = 0) {
            if (hold.process >= now_.processes.size()) return;
            const auto known = std::find(out.who.begin(), out.who.end(), hold.process);
            if (known != out.who.end() &&
                out.threads[static_cast<std::size_t>(known - out.who.begin())] == thread)
                return;
            out.who.push_back(hold.process);
            out.threads.push_back(thread);
        };
        const auto holds = now_.holds_of(object);
        for (const auto& hold : holds)
            if (hold.kind == Hold::owner) add(hold, static_cast<std::int32_t>(hold.detail));
        if (!out.who.empty()) {
            out.needs = Needs::unlock;
            if (const auto* guess = known_cell(now_, object, "guess"); guess && guess->number != 0)
                out.doubt = IPC_TR("its owner is a guess");
            return true;
        }
        if (const auto* dead = known_cell(now_, object, "owner_dead"); dead && dead->number != 0) return true;
        if (wait.direction == Access::read || wait.direction == Access::write) {
            out.needs = wait.direction == Access::read ? Needs::data : Needs::room;
            if (bytes_obstacle(object, wait, add, out)) return true;
        }
        // What has no owner: those who operated on it last are the likeliest to do it again.
        for (const auto& hold : holds)
            if (hold.kind == Hold::last_user && hold.process != wait.process) add(hold);
        out.needs = Needs::someone;
        out.doubt = IPC_TR("it has no owner: any process that may use it could end the wait");
        return !out.who.empty() && now_.kind(object).kind->persists;
    }

    template <typename Add>
    bool bytes_obstacle(const SeenObject& object, const SeenWait& wait, const Add& add, Obstacle& out) {
        out.unseen = !object.holders_complete;
        if (object.end_count > 0) {  // whoever has the other end; or shuts this one down
            out.limit = true;        // it is a socket
            for (const auto end : now_.ends_of(object)) {
                for (const auto& hold : now_.holds_of(now_.objects[end]))
                    if (real_hold(hold.kind)) add(hold);
                out.unseen = out.unseen || !now_.objects[end].holders_complete;
            }
            const bool other_end = !out.who.empty();
            for (const auto& hold : now_.holds_of(object))
                if (real_hold(hold.kind) && hold.process != wait.process) add(hold);
            return other_end;
        }
        for (const auto& hold : now_.holds_of(object)) {
            if (hold.kind != Hold::descriptor) continue;
            // Of what goes both ways, and has no other end that is known, others may be at the other end.
            if (hold.access != Access::read && hold.access != Access::write) return false;
            if (hold.access != wait.direction) add(hold);
        }
        if (out.doubt.empty() && reachable(now_.kind(object), object.name != 0))
            out.doubt = IPC_TR("any process that knows its name can open it");
        return !out.who.empty();
    }

    void make_graph() {
        const auto processes = now_.processes.size();
        nodes_.resize(processes);
        std::map<ThreadKey, std::size_t> node_of;
        for (const auto& [key, waits] : calls_) {
            StuckThread thread{key.first, key.second, {}};
            if (!obstacles_of(waits, thread.obstacles)) thread.obstacles.clear();
            node_of[key] = processes + threads_.size();
            threads_.push_back(std::move(thread));
        }
        nodes_.resize(processes + threads_.size());
        for (ProcessIndex process = 0; process < processes; ++process) {
            if (!all_wait(process)) continue;
            WaitClause any;
            for (auto at = node_of.lower_bound({process, 0});
                 at != node_of.end() && at->first.first == process; ++at)
                any.any_of.push_back(at->second);
            nodes_[process].clauses.push_back(std::move(any));
        }
        for (std::size_t i = 0; i < threads_.size(); ++i)
            for (const auto& obstacle : threads_[i].obstacles) {
                WaitClause clause;
                bool free = false;
                for (std::size_t w = 0; w < obstacle.who.size(); ++w) {
                    const auto known = node_of.find({obstacle.who[w], obstacle.threads[w]});
                    if (obstacle.threads[w] == 0)
                        clause.any_of.push_back(obstacle.who[w]);
                    else if (known != node_of.end())
                        clause.any_of.push_back(known->second);
                    else
                        free = true;  // that thread does not wait
                }
                if (!free) nodes_[processes + i].clauses.push_back(std::move(clause));
            }
    }

    // An owner that is dead is told by itself.
    static bool without_releaser(const SystemDeadlock& deadlock) {
        return std::any_of(deadlock.threads.begin(), deadlock.threads.end(), [](const StuckThread& thread) {
            return std::any_of(thread.obstacles.begin(), thread.obstacles.end(),
                               [](const Obstacle& obstacle) { return obstacle.who.empty(); });
        });
    }

    // It slept in the same call when the sample before was made, and has not run since.
    bool slept(const SeenWait& wait) const {
        if (!before_ || wait.since_ns == 0 || wait.since_ns > before_->taken_ns) return false;
        const auto& process = now_.processes[wait.process];
        const auto earlier = before_->process(process.pid);
        if (!earlier || !same_process(before_->processes[*earlier], process)) return false;
        const auto* object = same_object(now_, now_.objects[wait.object], *before_);
        if (!object) return false;
        const auto waits = before_->waits_of(*object);
        return std::any_of(waits.begin(), waits.end(), [&](const SeenWait& was) {
            return was.process == *earlier && was.thread == wait.thread && was.syscall == wait.syscall &&
                   was.fd == wait.fd;
        });
    }

    // Signals that it handles; nothing: not known.
    std::optional<std::uint64_t> caught_by(ProcessIndex process) const {
        for (const auto& object : now_.objects) {
            const auto* caught = known_cell(now_, object, "caught");
            if (caught && object.hold_count == 1 && now_.holds_of(object)[0].process == process)
                return static_cast<std::uint64_t>(caught->number);
        }
        return {};
    }

    // A process that waits for itself alone, and handles signals: a handler writes to it, as event loops have
    // it.
    bool wakes_itself(const SystemDeadlock& deadlock) const {
        if (deadlock.processes.size() != 1 || deadlock.threads[0].obstacles[0].needs != Needs::data)
            return false;
        return caught_by(deadlock.processes[0]).value_or(1) != 0;
    }

    // alarm(2) is a time limit, too: the call fails with EINTR, and its process goes on.
    bool may_be_alarmed(const SystemDeadlock& deadlock) const {
        constexpr auto alarm = std::uint64_t{1} << (SIGALRM - 1);
        return std::any_of(deadlock.processes.begin(), deadlock.processes.end(), [&](ProcessIndex process) {
            return (caught_by(process).value_or(alarm) & alarm) != 0;
        });
    }

    void judge(SystemDeadlock& deadlock) const {
        for (const auto& thread : deadlock.threads)
            for (const auto& obstacle : thread.obstacles) {
                if (deadlock.doubt.empty()) deadlock.doubt = obstacle.doubt;
                deadlock.unseen = deadlock.unseen || obstacle.unseen;
                deadlock.limit = deadlock.limit || obstacle.limit;
                if (!slept(*obstacle.wait)) deadlock.seen_once = true;
            }
        if (deadlock.doubt.empty() && may_be_alarmed(deadlock))
            deadlock.doubt = IPC_TR("a process of it handles SIGALRM, with which a timer may wake it");
        deadlock.certain =
            deadlock.doubt.empty() && !deadlock.unseen && !deadlock.limit && !deadlock.seen_once;
    }

    void find_behind(SystemDeadlock& deadlock, const std::vector<bool>& stuck) const {
        std::set<ProcessIndex> reached(deadlock.processes.begin(), deadlock.processes.end());
        for (bool more = true; more;) {
            more = false;
            for (std::size_t i = 0; i < threads_.size(); ++i) {
                const auto& thread = threads_[i];
                if (!stuck[now_.processes.size() + i] || reached.contains(thread.process)) continue;
                for (const auto& obstacle : thread.obstacles)
                    for (const auto who : obstacle.who)
                        if (reached.contains(who) && reached.insert(thread.process).second) {
                            deadlock.behind.push_back(thread.process);
                            more = true;
                        }
            }
        }
    }

    const Snapshot& now_;
    const Snapshot* before_;
    std::map<ThreadKey, std::vector<const SeenWait*>> calls_;
    std::map<ProcessIndex, std::int64_t> thread_counts_;
    std::vector<StuckThread> threads_;  // node i + number of processes
    std::vector<WaitNode> nodes_;
};

}  // namespace

std::vector<SystemDeadlock> stuck_processes(const Snapshot& now, const Snapshot* before) {
    return Waits(now, before).find();
}

}  // namespace ipcscope

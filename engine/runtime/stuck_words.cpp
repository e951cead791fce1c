// What an analysis of waits says to a person: whole sentences, so that they can be translated.
#include "base/signals.h"
#include "runtime/stuck.h"
#include "runtime/wait_text.h"
#include "runtime/worker_words.h"

#include <algorithm>
#include <utility>

namespace ipcscope {

namespace {

constexpr std::size_t named_at_most = 3;  // of several who could end a wait

class Teller {
public:
    Teller(const RunState& state, const Registry& registry, const EventStore& events, const CallTable& calls,
           const Translate& translate)
        : state_(state), registry_(registry), events_(events), calls_(calls), translate_(translate) {}

    void tell(StuckWait& wait) {
        const auto* call = calls_.find(wait.call);
        const auto* ref = call ? registry_.operation(call->operation) : nullptr;
        if (ref)
            wait.what = wait_text(state_, *ref->operation, call->args, translate_, said(IPC_TR(" and ")));
        wait.by = by(wait);
        wait.words = sentence(wait);
        if (const auto more = state_of(wait); !more.empty()) wait.words += " " + more;
        wait.advice = advice(wait);
    }

    void tell(Deadlock& deadlock, const StuckReport& report) {
        deadlock.words.clear();
        const StuckWait* soft = nullptr;
        const StuckWait* unowned = nullptr;
        bool locks = deadlock.workers.size() > 1;
        std::string advice;
        for (const auto id : deadlock.workers) {
            const auto* wait = report.wait_of(id);
            if (!wait) continue;
            if (!deadlock.words.empty()) deadlock.words += " ";
            deadlock.words += wait->words;
            if (wait->outside && !soft) soft = wait;
            if (wait->unowned && !unowned) unowned = wait;
            locks = locks && wait->all;
            if (advice.empty()) advice = wait->advice;
        }
        deadlock.advice = locks ? said(IPC_TR("Take these locks in the same order everywhere.")) : advice;
        deadlock.reason.clear();
        if (deadlock.certain) return;
        if (unowned)
            deadlock.reason = filled(
                said(IPC_TR(
                    "Not certain: a semaphore has no owner, so whoever has {object} could post to it.")),
                {{"object", object(unowned->object)}});
        else if (soft)
            deadlock.reason = outside_reason(*soft);
    }

    void tell(LockOrderWarning& warning) {
        warning.words.clear();
        for (const auto& step : warning.steps) {
            if (!warning.words.empty()) warning.words += " ";
            warning.words +=
                filled(said(IPC_TR("{worker} held {held} ({held_line}) when it took {wanted} ({line}).")),
                       {{"worker", worker(step.worker)},
                        {"held", object(step.held)},
                        {"held_line", place(step.held_seq)},
                        {"wanted", object(step.wanted)},
                        {"line", place(step.wanted_seq)}});
        }
        warning.words +=
            " " + said(IPC_TR("At the wrong moment each waits for the other for ever: take them in the "
                              "same order everywhere."));
    }

private:
    using Names = std::vector<std::pair<std::string_view, std::string>>;

    std::string said(const char* text) const { return translate_ ? translate_(text) : std::string(text); }

    static std::string filled(std::string_view text, const Names& names) {
        std::string out;
        while (!text.empty()) {
            const auto open = text.find('{');
            const auto close = text.find('}', open);
            if (open == std::string_view::npos || close == std::string_view::npos) break;
            const auto name = text.substr(open + 1, close - open - 1);
            out += text.substr(0, open);
            for (const auto& [key, value] : names)
                if (key == name) out += value;
            text.remove_prefix(close + 1);
        }
        return out += text;
    }

    std::string worker(WorkerId id) const {
        const auto* info = state_.worker(id);
        return info ? info->name : std::string("?");
    }

    std::string object(ObjectId id) const {
        const auto found = state_.objects.find(id);
        if (found == state_.objects.end()) return "?";
        return found->second.name.empty() ? found->second.label : found->second.name;
    }

    std::string handle(HandleId id) const {
        const auto found = state_.handles.find(id);
        return found == state_.handles.end() ? std::string("?") : found->second.name;
    }

    // "line 4", else the moment. `seq`: plus one.
    std::string place(std::uint64_t seq) const {
        if (seq >= events_.size()) return "?";
        const auto* call = calls_.find(CallId{events_[seq].call});
        if (call && call->line > 0)
            return filled(said(IPC_TR("line {n}")), {{"n", std::to_string(call->line)}});
        return filled(said(IPC_TR("event {n}")), {{"n", std::to_string(seq)}});
    }

    std::string list(const std::vector<std::string>& names, const char* last) const {
        std::string out;
        const auto shown = std::min(names.size(), named_at_most);
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) out += i + 1 == names.size() ? said(last) : ", ";
            out += names[i];
        }
        if (names.size() > shown)
            out += filled(said(IPC_TR(" and {n} more")), {{"n", std::to_string(names.size() - shown)}});
        return out;
    }

    std::vector<std::string> others(const StuckWait& wait) const {
        std::vector<std::string> names;
        for (const auto& one : wait.releasers)
            if (one.worker != wait.worker) names.push_back(worker(one.worker));
        return names;
    }

    std::string by(const StuckWait& wait) const {
        const auto names = others(wait);
        const bool few = !names.empty() && names.size() <= named_at_most;
        switch (wait.kind) {
            case EndedBy::holders: {
                const auto holder = std::any_of(wait.releasers.begin(), wait.releasers.end(),
                                                [](const auto& one) { return one.held != 0; });
                if (!holder) return wait.what;
                return filled(
                    said(IPC_TR("{what}, held by {names}")),
                    {{"what", wait.what},
                     {"names", names.empty() ? said(IPC_TR("itself")) : list(names, IPC_TR(" and "))}});
            }
            case EndedBy::partner:
                if (!few) break;
                return filled(said(IPC_TR("{what} ({names})")),
                              {{"what", wait.what}, {"names", list(names, IPC_TR(" or "))}});
            default: break;
        }
        return wait.what;
    }

    std::string sentence(const StuckWait& wait) const {
        const Names common{
            {"worker", worker(wait.worker)}, {"what", wait.what}, {"object", object(wait.object)}};
        const auto with = [&](Names more) {
            more.insert(more.end(), common.begin(), common.end());
            return more;
        };
        const auto names = others(wait);
        const bool itself = names.size() < wait.releasers.size();
        switch (wait.kind) {
            case EndedBy::holders: return holders(wait, common);
            case EndedBy::itself:
                if (!itself) break;
                return filled(said(IPC_TR("{worker} waits for {what}, but it has {handle} open itself.")),
                              with({{"handle", handle(wait.releasers.front().handle)}}));
            case EndedBy::arrivals: {
                const auto needed = std::to_string(wait.needed);
                if (names.size() < wait.needed && !wait.outside)
                    return filled(
                        said(IPC_TR("{worker} waits for {what}: {n} more must come, but only {m} are "
                                    "left that could.")),
                        with({{"n", needed}, {"m", std::to_string(names.size())}}));
                return filled(said(IPC_TR("{worker} waits for {what}: {n} more must come, of {names}.")),
                              with({{"n", needed}, {"names", list(names, IPC_TR(" and "))}}));
            }
            case EndedBy::partner: {
                if (names.empty() && itself)
                    return filled(
                        wait.outside
                            ? said(IPC_TR("{worker} waits for {what}; of this run only {worker} itself "
                                          "could do that, through {handle}."))
                            : said(IPC_TR("{worker} waits for {what}, but the only one left that could "
                                          "do that is {worker} itself, through {handle}.")),
                        with({{"handle", handle(wait.releasers.front().handle)}}));
                if (names.empty() && wait.outside)
                    return filled(said(IPC_TR("{worker} waits for {what}; nobody of this run can do that.")),
                                  common);
                if (names.empty())
                    return filled(said(IPC_TR("{worker} waits for {what}, but nobody is left that could.")),
                                  common);
                return filled(said(IPC_TR("{worker} waits for {what}: {names} could do that.")),
                              with({{"names", list(names, IPC_TR(" or "))}}));
            }
            case EndedBy::worker_end:
            case EndedBy::leavers:
            case EndedBy::anybody:
            case EndedBy::outside: break;
        }
        return filled(said(IPC_TR("{worker} waits for {what}.")), common);
    }

    std::string holders(const StuckWait& wait, const Names& common) const {
        std::string out;
        for (const auto& by : wait.releasers) {
            auto names = common;
            names.emplace_back("holder", worker(by.worker));
            names.emplace_back("since", by.held > 0 ? place(by.held - 1) : std::string());
            const auto* info = state_.worker(by.worker);
            if (!out.empty()) out += " ";
            if (by.ended && info && info->status == WorkerStatus::killed)
                out +=
                    filled(said(IPC_TR("{worker} waits for {what}, but {holder} was killed while it held it "
                                       "(since {since}).")),
                           names);
            else if (by.ended)
                out += filled(
                    said(IPC_TR("{worker} waits for {what}, but {holder} has ended without giving that "
                                "up (held since {since}).")),
                    names);
            else if (by.held == 0)
                out += filled(said(IPC_TR("{worker} waits for {what}, behind {holder}.")), names);
            else if (by.worker == wait.worker)
                out += filled(
                    said(IPC_TR("{worker} waits for {what}, which it holds itself (since {since}).")), names);
            else
                out += filled(said(IPC_TR("{worker} waits for {what}: {holder} holds it (since {since}).")),
                              names);
        }
        if (!out.empty()) return out;
        return filled(
            said(IPC_TR("{worker} waits for {what}; who holds it is not known: no worker of this run.")),
            common);
    }

    // How it goes on: whom it depends on, when it comes back.
    std::string state_of(const StuckWait& wait) const {
        std::string out;
        const auto add = [&](std::string text) {
            if (!out.empty()) out += " ";
            out += text;
        };
        if (wait.limited) {
            if (wait.ends_ns > 0)
                add(filled(said(IPC_TR("It comes back by itself after {seconds} s.")),
                           {{"seconds", seconds(wait.ends_ns - wait.since_ns)}}));
            else
                add(said(IPC_TR("It comes back by itself after a while.")));
        }
        if (wait.verdict == Verdict::waiting && !wait.limited && wait.kind != EndedBy::anybody) {
            std::vector<std::string> idle;
            for (const auto& by : wait.releasers)
                if (const auto* info = state_.worker(by.worker);
                    info && info->status == WorkerStatus::idle && by.worker != wait.worker)
                    idle.push_back(info->name);
            if (idle.size() == 1)
                add(filled(said(IPC_TR("{name} is idle: it is up to you.")), {{"name", idle.front()}}));
            else if (idle.size() > 1)
                add(filled(said(IPC_TR("{names} are idle: it is up to you.")),
                           {{"names", list(idle, IPC_TR(" and "))}}));
        }
        if (wait.kind == EndedBy::partner && wait.posted > 0 && wait.posted <= events_.size()) {
            const auto& event = events_[wait.posted - 1];
            const auto* ref = registry_.operation(OperationId{event.operation});
            if (ref)
                add(filled(said(IPC_TR("The last {operation} was by {name} ({line}).")),
                           {{"operation", ref->name},
                            {"name", worker(WorkerId{event.worker})},
                            {"line", place(wait.posted - 1)}}));
        }
        return out;
    }

    static std::string seconds(std::int64_t ns) {
        const auto tenths = (ns + 50'000'000) / 100'000'000;
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    }

    std::string outside_reason(const StuckWait& wait) const {
        const auto found = state_.objects.find(wait.object);
        const auto label = found == state_.objects.end() ? std::string() : found->second.label;
        if (label.empty() || wait.kind == EndedBy::anybody)
            return filled(
                said(IPC_TR("Not certain: another program of this machine could do what {worker} waits "
                            "for.")),
                {{"worker", worker(wait.worker)}});
        return filled(
            said(IPC_TR("Not certain: another program of this machine could use {object} ({label}).")),
            {{"object", object(wait.object)}, {"label", label}});
    }

    std::string advice(const StuckWait& wait) const {
        const auto names = others(wait);
        const Releaser* own = nullptr;
        const Releaser* dead = nullptr;
        const Releaser* idle = nullptr;
        for (const auto& by : wait.releasers) {
            const auto* info = state_.worker(by.worker);
            if (by.ended) dead = &by;
            if (by.worker == wait.worker)
                own = &by;
            else if (info && info->status == WorkerStatus::idle && !idle)
                idle = &by;
        }
        const Names with{{"worker", worker(wait.worker)},
                         {"object", object(wait.object)},
                         {"handle", own ? handle(own->handle) : std::string()}};
        if (wait.limited) return {};
        if (wait.verdict == Verdict::waiting) {
            if (!idle) return {};
            Names more{{"name", worker(idle->worker)}, {"object", object(wait.object)}};
            if (wait.kind == EndedBy::holders)
                return filled(said(IPC_TR("Let {name} give {object} up.")), more);
            if (wait.kind == EndedBy::worker_end) return filled(said(IPC_TR("Let {name} end.")), more);
            const auto* ref = registry_.operation(idle->operation);
            if (!ref) return {};
            more.emplace_back("operation", ref->name);
            return filled(said(IPC_TR("Let {name} do {operation}.")), more);
        }
        if (wait.kind == EndedBy::itself)
            return filled(said(IPC_TR("Close {handle} in {worker} first.")), with);
        if (wait.kind == EndedBy::holders) {
            if (dead)
                return filled(
                    said(IPC_TR("Nobody will give {object} up any more: make it robust, or do not end a "
                                "process that holds a lock.")),
                    with);
            if (own && names.empty())
                return filled(said(IPC_TR("{worker} has to give {object} up before it takes it again.")),
                              with);
            return said(IPC_TR("Take these locks in the same order everywhere."));
        }
        if (wait.kind == EndedBy::partner && own && can_be_closed(*own, wait))
            return filled(
                said(IPC_TR("Close {handle} in {worker} before it waits: as long as it is open, the "
                            "wait cannot end.")),
                with);
        return {};
    }

    // Is it an end that only keeps the wait from ending? What is held by its handles tells who waits when the
    // last one is closed.
    bool can_be_closed(const Releaser& by, const StuckWait& wait) const {
        if (const auto* call = calls_.find(wait.call))
            for (const auto& arg : call->args)
                if (const auto* used = arg.as<HandleRef>(); used && used->id == by.handle) return false;
        const auto found = state_.handles.find(by.handle);
        if (found == state_.handles.end()) return false;
        const auto object = state_.objects.find(found->second.object);
        return object != state_.objects.end() && object->second.spec->held_by_handles;
    }

    const RunState& state_;
    const Registry& registry_;
    const EventStore& events_;
    const CallTable& calls_;
    const Translate& translate_;
};

}  // namespace

void tell_stuck(StuckReport& report, const RunState& state, const Registry& registry,
                const EventStore& events, const CallTable& calls, const Translate& translate) {
    Teller teller(state, registry, events, calls, translate);
    for (auto& wait : report.waits)
        teller.tell(wait);
    for (auto& deadlock : report.deadlocks)
        teller.tell(deadlock, report);
    for (auto& warning : report.warnings)
        teller.tell(warning);
}

}  // namespace ipcscope

#include "compare/fill_expectations.h"

#include "base/utf8.h"
#include "compare/outcome_expectation.h"
#include "runtime/outcome_text.h"
#include "runtime/program_run.h"
#include "session/variables.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <set>

namespace ipcscope {

using Expected = Expectation::Kind;

namespace {

// A call that was asked for once; of a repeat in a worker: all of its rounds.
struct Done {
    CallId call;
    std::uint64_t leave = 0;  // of the last round, plus one; 0 = still inside
    std::uint64_t rounds = 0;
    bool slept = false;
    std::int64_t left_ns = 0;
    std::size_t place = 0;  // in began_
};

class Filler {
public:
    Filler(const Registry& registry, std::string_view text, const Recording& recording,
           const FillOptions& options)
        : registry_(registry), recording_(recording), options_(options) {
        auto parsed = parse_program(registry, text);
        out_.text = text;
        out_.errors = std::move(parsed.errors);
        program_ = std::move(parsed.program);
        for (const auto& statement : program_.statements)
            if (!statement.variable.empty()) names_.insert(statement.variable);
    }

    Filled run() {
        if (!out_.errors.empty()) return std::move(out_);
        read();
        for (std::size_t i = 0; i < program_.statements.size(); ++i)
            statement(i);
        write();
        return std::move(out_);
    }

private:
    void read() {
        const auto& events = recording_.events();
        std::map<std::uint32_t, std::size_t> open;  // call -> place in done_
        for (std::uint64_t seq = 0; seq < events.size(); ++seq) {
            const auto& event = events[seq];
            if (event.phase == Phase::lost) lost_.insert(event.worker);
            const auto* call = event.call > 0 ? recording_.calls().find(CallId{event.call}) : nullptr;
            if (!call || call->line <= 0 || late(event)) continue;
            if (event.phase != Phase::enter && event.phase != Phase::leave) continue;
            auto& all = done_[call->line];
            auto [place, first] = open.try_emplace(event.call, all.size());
            if (first) {
                all.push_back({CallId{event.call}});
                all.back().place = began_.size();
                began_.push_back({event.call, event.worker, event.time_ns - event.duration_ns});
            }
            auto& one = all[place->second];
            if (event.phase == Phase::enter) {
                one.leave = 0;
                continue;
            }
            one.leave = seq + 1;
            one.left_ns = event.time_ns;
            one.rounds += event.err == 0 && !(event.flags & event_flag::ended) ? 1u : 0u;
            one.slept = (event.flags & event_flag::was_blocked) != 0;
        }
    }
    bool late(const Event& event) const { return options_.until_ns > 0 && event.time_ns > options_.until_ns; }

    void statement(std::size_t& index) {
        const auto& now = program_.statements[index];
        if (now.kind == Statement::Kind::operation) return operation(index);
        if (now.kind == Statement::Kind::repeat && !now.worker.empty()) return repeat(index);
        if (now.kind != Statement::Kind::action || now.action != "await") return;
        auto& begun = outstanding_[now.worker];
        if (begun.empty()) return keep(now, "what it waits for was begun elsewhere");
        const auto from = begun.front();
        begun.pop_front();
        const auto& awaited = program_.statements[from];
        if (awaited.kind != Statement::Kind::operation) return keep(now, "it waits for a repeat");
        Expectation all;
        bool any = false;
        for (const auto& one : calls_of(awaited)) {
            if (one.leave == 0 || cut_off(one)) return keep(now, "the run did not come to it");
            add(all, any, outcome(one));
        }
        settle(index, all, any);
    }

    const std::vector<Done>& calls_of(const Statement& now) const {
        static const std::vector<Done> none;
        const auto found = done_.find(now.line);
        return found == done_.end() ? none : found->second;
    }

    void operation(std::size_t index) {
        const auto& now = program_.statements[index];
        auto& begun = outstanding_[now.worker];
        const bool waits_its_turn = !begun.empty();
        if (now.async || now.expect.stays()) begun.push_back(index);
        if (waits_its_turn && (now.async || now.expect.stays()) && !calls_of(now).empty())
            return keep(now, "it waits for its turn, so that it has no outcome yet when the run goes on");
        Expectation all;
        bool any = false, edited = false;
        for (const auto& one : calls_of(now)) {
            const auto* call = recording_.calls().find(one.call);
            edited = edited || !(call->operation == now.operation) ||
                     (!uses_names(now) && call->text != bare(now));
            const auto blocked = was_left_blocked(now, one);
            if (!blocked) return keep(now, "whether it sleeps when the run goes on depends on the moment");
            if (*blocked) {
                Expectation sleeps;
                sleeps.kind = now.expect.kind == Expected::deadlock ? Expected::deadlock : Expected::blocked;
                add(all, any, sleeps);
            } else {
                add(all, any, outcome(one));
            }
        }
        if (edited) return keep(now, "the line is not what was run");
        settle(index, all, any);
    }

    // Did the run go on while it was asleep? Nothing: that cannot be told.
    std::optional<bool> was_left_blocked(const Statement& now, const Done& one) const {
        if (one.leave == 0) return true;
        if (!now.async && !now.expect.stays()) return one.slept && cut_off(one);
        const auto worker = recording_.events()[one.leave - 1].worker;
        bool passed = false;
        for (auto i = one.place + 1; !passed && i < began_.size() && began_[i].time_ns < one.left_ns; ++i)
            passed = began_[i].call > one.call.value && began_[i].worker != worker;
        if (passed || (one.slept && cut_off(one))) return true;
        if (one.slept) return {};
        return false;
    }

    // It was ended with its process, and nothing was begun after that: by the end of the run.
    bool cut_off(const Done& one) const {
        const auto& event = recording_.events()[one.leave - 1];
        if (!(event.flags & event_flag::ended)) return false;
        const auto ended = recorded_outcome(recording_, one.leave - 1);
        constexpr int kill_signal = 9;
        return ended.by_signal && ended.exit_code == kill_signal && began_.back().time_ns <= event.time_ns;
    }

    void repeat(std::size_t& index) {
        const auto at = index;
        const auto& now = program_.statements[at];
        std::map<std::uint64_t, const Done*> rounds;  // of the loop, by when they ended last
        const Statement* last = nullptr;
        bool lost = false, inside = false;
        for (++index; program_.statements[index].kind != Statement::Kind::end; ++index) {
            const auto& inner = program_.statements[index];
            if (inner.kind != Statement::Kind::operation) continue;
            last = &inner;
            if (const auto& calls = calls_of(inner); calls.size() > 1)
                return leave_repeat(index, now, "it was done several times");
            for (const auto& one : calls_of(inner)) {
                rounds[one.leave] = &one;
                inside = inside || one.leave == 0;
                const auto* call = recording_.calls().find(one.call);
                lost = lost || lost_.count(static_cast<std::uint16_t>(call->worker.value)) > 0;
            }
        }
        if (now.async) outstanding_[now.worker].push_back(at);
        if (rounds.empty() || !last) return;
        if (inside || now.async) return keep(now, "it had not come to its end");
        if (lost) return keep(now, "events were lost, so the rounds cannot be counted");
        Expectation expect;
        const auto found = recorded_outcome(recording_, rounds.rbegin()->first - 1);
        if (found.kind != Outcome::Kind::done) {
            expect = expectation_of(registry_, {}, found, true, options_.longest_bytes);
        } else {
            expect.kind = found.err != 0 ? Expected::fails : Expected::returns;
            expect.err = found.err;
            const auto& calls = calls_of(*last);
            expect.results.emplace_back(
                "rounds", Value(static_cast<std::int64_t>(calls.empty() ? 0 : calls.front().rounds)));
        }
        settle(at, expect, true);
    }
    void leave_repeat(std::size_t& index, const Statement& now, const char* why) {
        while (program_.statements[index].kind != Statement::Kind::end)
            ++index;
        keep(now, why);
    }

    Expectation outcome(const Done& one) const {
        const auto& event = recording_.events()[one.leave - 1];
        return expectation_of(registry_, OperationId{event.operation},
                              recorded_outcome(recording_, one.leave - 1), event.captured == event.original,
                              options_.longest_bytes);
    }
    static void add(Expectation& all, bool& any, Expectation one) {
        all = any ? common_part(std::move(all), one) : std::move(one);
        any = true;
    }
    bool holds(const Expectation& written, const Expectation& found) const {
        if (written.stays() || found.stays()) return written.stays() && found.stays();
        if (written.kind != found.kind || written.err != found.err) return false;
        // What is left out of `found` cannot be held against it.
        if (written.kind != Expected::returns) return written.ret == found.ret;
        if (written.has_ret && found.has_ret && written.ret != found.ret) return false;
        if (written.payload && found.payload && *written.payload != *found.payload) return false;
        Outcome as_if;
        as_if.ret = written.ret;
        as_if.results = found.results;
        auto rest = written;
        rest.has_ret = false;
        rest.payload.reset();
        std::erase_if(rest.results, [&](const auto& field) {
            return std::none_of(found.results.begin(), found.results.end(),
                                [&](const auto& other) { return other.first == field.first; });
        });
        return fits(registry_, *recording_.state(), rest, as_if);
    }

    void settle(std::size_t index, const Expectation& found, bool any) {
        const auto& now = program_.statements[index];
        Statement expected;
        expected.expect = now.expect;
        if (uses_names(expected)) return;  // it says something else in every round
        if (!any) return keep(now, "the run did not come to it");
        if (found.kind == Expected::none) return keep(now, "it came out otherwise in different rounds");
        if (now.expect.kind == Expected::none || (options_.replace && !holds(now.expect, found)))
            found_[index] = found;
        else if (holds(now.expect, found))
            ++out_.held;
        else if (++out_.differ > 0)
            keep(now, fmt::format("expected is {}, it came to {}", print_expectation(registry_, now.expect),
                                  print_expectation(registry_, found)));
    }
    void keep(const Statement& now, std::string why) { out_.kept.push_back({now.line, std::move(why)}); }

    bool uses_names(const Statement& now) const {
        return uses_variables(now, [&](std::string_view name) { return names_.find(name) != names_.end(); });
    }
    std::string bare(const Statement& now) const {
        Statement copy = now;
        copy.worker.clear();
        copy.binding.clear();
        copy.async = false;
        return statement_text(registry_, copy);
    }

    // ----- into the text -----
    void write();
    std::size_t column(std::size_t begin) const;

    struct Began {  // in the order of time, or nearly
        std::uint32_t call;
        std::uint16_t worker;
        std::int64_t time_ns;
    };
    const Registry& registry_;
    const Recording& recording_;
    const FillOptions& options_;
    Program program_;
    Filled out_;
    std::map<int, std::vector<Done>> done_;  // by line
    std::vector<Began> began_;
    std::set<std::uint16_t> lost_;
    std::set<std::string, std::less<>> names_;  // variables
    std::map<std::string, std::deque<std::size_t>> outstanding_;
    std::map<std::size_t, Expectation> found_;  // by statement
};

// Where the '#' of lines without one is put, for the lines up to the next empty one: below those of the
// neighbours.
std::size_t Filler::column(std::size_t begin) const {
    constexpr std::size_t gap = 2, widest = 72;
    const auto& all = program_.statements;
    std::size_t written = 0, needed = 0;
    for (auto i = begin; i < all.size() && all[i].kind != Statement::Kind::blank; ++i) {
        const auto head = utf8_columns(all[i].written.head, all[i].written.head.size());
        if (const auto hash = all[i].written.tail.find('#'); hash != std::string::npos)
            written = std::max(written, head + hash);
        else if (found_.count(i) > 0 && head + gap <= widest)
            needed = std::max(needed, head + gap);
    }
    return written > 0 ? written : needed;
}

void Filler::write() {
    std::string text;
    std::size_t wanted = 0;
    bool apart = true;  // the line before was empty
    for (std::size_t i = 0; i < program_.statements.size(); ++i) {
        const auto& now = program_.statements[i];
        const auto& written = now.written;
        const bool blank = now.kind == Statement::Kind::blank;
        if (apart && !blank) wanted = column(i);
        apart = blank;
        const auto before = written.head + written.tail;
        auto after = before;
        if (const auto found = found_.find(i); found != found_.end()) {
            const auto hash = written.tail.find('#');
            const auto width = utf8_columns(written.head, written.head.size());
            after = written.head;
            after += hash != std::string::npos ? written.tail.substr(0, hash)
                                               : std::string(wanted > width + 1 ? wanted - width : 2, ' ');
            after += "# " + print_expectation(registry_, found->second);
            if (!now.comment.empty()) after += "  " + now.comment;
            out_.lines.push_back({now.line, before, after});
        }
        text += after + written.end;
        if (i + 1 < program_.statements.size() || program_.final_newline) text += '\n';
    }
    out_.text = std::move(text);
}

}  // namespace

Filled fill_expectations(const Registry& registry, std::string_view text, const Recording& recording,
                         const FillOptions& options) {
    return Filler(registry, text, recording, options).run();
}

}  // namespace ipcscope

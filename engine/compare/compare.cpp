#include "compare/compare.h"

#include "base/tr.h"
#include "compare/outcomes.h"
#include "compare/steps.h"

#include <algorithm>

namespace ipcscope {

const char* likeness_words(Likeness likeness) {
    switch (likeness) {
        case Likeness::same: return IPC_TR("same");
        case Likeness::different: return IPC_TR("different");
        case Likeness::late: return IPC_TR("later than its limit");
        case Likeness::missing: return IPC_TR("not reached");
        case Likeness::extra: return IPC_TR("only in the second");
        case Likeness::left_out: return IPC_TR("left out");
        case Likeness::lost: return IPC_TR("not known: events were lost");
    }
    return "";
}

namespace {

class Comparing {
public:
    Comparing(const Recording& a, const Recording& b, const CompareOptions& options,
              const std::function<bool(double)>& progress)
        : a_(a), b_(b), options_(options), progress_(progress), outcomes_(a, b) {}

    Comparison run() {
        const auto part = [&](double begin) {
            return [this, begin](double done) { return told(begin + done / 3); };
        };
        const auto a = steps_of(a_, keys_, part(0));
        const auto b = steps_of(b_, keys_, part(1.0 / 3));
        static const WorkerSteps none;
        for (const auto& [name, steps] : a) {
            const auto other = b.find(name);
            worker(name, steps, other == b.end() ? none : other->second);
        }
        for (const auto& [name, steps] : b)
            if (!a.contains(name)) worker(name, none, steps);
        keep_first();
        return std::move(out_);
    }

private:
    bool told(double done) {
        if (!out_.cancelled && progress_ && !progress_(done)) out_.cancelled = true;
        return !out_.cancelled;
    }

    // First by what the program says; what is left alone between two such pairs, by operation: the program
    // may have been changed.
    static std::vector<AlignedPair> both(const WorkerSteps& a, const WorkerSteps& b) {
        std::vector<AlignedPair> out;
        std::vector<std::size_t> left_a, left_b;
        const auto close = [&] {
            std::vector<std::uint32_t> keys_a, keys_b;
            for (const auto i : left_a)
                keys_a.push_back(a.operations[i]);
            for (const auto i : left_b)
                keys_b.push_back(b.operations[i]);
            for (const auto& pair : align(keys_a, keys_b))
                out.push_back({pair.a == no_partner ? no_partner : left_a[pair.a],
                               pair.b == no_partner ? no_partner : left_b[pair.b]});
            left_a.clear();
            left_b.clear();
        };
        for (const auto& pair : align(a.calls, b.calls)) {
            if (pair.a == no_partner)
                left_b.push_back(pair.b);
            else if (pair.b == no_partner)
                left_a.push_back(pair.a);
            else {
                if (!left_a.empty() || !left_b.empty()) close();
                out.push_back(pair);
            }
        }
        close();
        return out;
    }

    static bool counts(Likeness likeness) {
        return likeness != Likeness::left_out && likeness != Likeness::lost;
    }

    // Of all workers together, in the order of a.
    void keep_first() {
        auto& all = out_.different;
        std::stable_sort(all.begin(), all.end(),
                         [](const ComparedStep& x, const ComparedStep& y) { return x.at < y.at; });
        std::size_t kept[2] = {0, 0}, size = 0;
        for (const auto& step : all) {
            const bool counted = counts(step.likeness);
            if (kept[counted]++ < options_.most)
                all[size++] = step;
            else if (counted)
                ++out_.beyond;
        }
        all.resize(size);
    }

    void worker(const std::string& name, const WorkerSteps& a, const WorkerSteps& b) {
        if (out_.different.size() > 2 * options_.most) keep_first();
        kept_[0] = kept_[1] = 0;
        const auto index = static_cast<std::uint32_t>(out_.workers.size());
        out_.workers.push_back(name);
        if (out_.cancelled) return;
        std::size_t done = 0;
        std::uint64_t at = 0, lost_a = a.lost, lost_b = b.lost;
        // What is not there may be among what was lost, which are as many events at the most.
        const auto takes = [](std::uint64_t& lost, std::uint64_t events) {
            const bool can = lost > 0;
            lost -= std::min(lost, events);
            return can;
        };
        const auto unknown = [&](const AlignedPair& pair) {
            if (pair.a == no_partner) return takes(lost_a, 2);
            if (pair.b == no_partner) return takes(lost_b, 2);
            // It has gone on, so it had come back.
            const bool cut_a = a.steps[pair.a].leave == 0 && pair.a + 1 < a.steps.size();
            const bool cut_b = b.steps[pair.b].leave == 0 && pair.b + 1 < b.steps.size();
            return (cut_a && takes(lost_a, 1)) || (cut_b && takes(lost_b, 1));
        };
        const auto pairs = both(a, b);
        for (const auto& pair : pairs) {
            ComparedStep step;
            step.worker = index;
            if (pair.a != no_partner) step.a = a.steps[pair.a];
            if (pair.b != no_partner) step.b = b.steps[pair.b];
            if (step.a) at = step.a.first();
            step.at = at;
            if (options_.pairs && step.a && step.b)
                out_.pairs.push_back(
                    {static_cast<std::uint32_t>(step.a.last()), static_cast<std::uint32_t>(step.b.last())});
            judge(step, unknown(pair));
            if (++done % (1 << 18) == 0 &&
                !told(2.0 / 3 + static_cast<double>(done) / static_cast<double>(pairs.size()) / 3))
                return;
        }
    }

    bool is_left_out(const CallSpan& step) const {
        if (options_.left_out.empty()) return false;
        const auto* call = a_.calls().find(CallId{a_.events()[step.first()].call});
        return call && std::binary_search(options_.left_out.begin(), options_.left_out.end(), call->line);
    }

    void judge(ComparedStep& step, bool lost) {
        if (lost)
            step.likeness = Likeness::lost;
        else if (!step.b)
            step.likeness = is_left_out(step.a) ? Likeness::left_out : Likeness::missing;
        else if (!step.a)
            step.likeness = Likeness::extra;
        else if ((step.why = outcomes_.why(step.a, step.b, options_)) != 0)
            step.likeness = Likeness::different;
        else if (options_.late_factor > 0 && outcomes_.late(step.a, step.b, options_))
            step.likeness = Likeness::late;
        switch (step.likeness) {
            case Likeness::same: ++out_.same; return;
            case Likeness::different: ++out_.changed; break;
            case Likeness::late: ++out_.late; break;
            case Likeness::missing: ++out_.missing; break;
            case Likeness::extra: ++out_.extra; break;
            case Likeness::left_out: ++out_.left_out; break;
            case Likeness::lost: ++out_.lost; break;
        }
        // What a worker does is in order: its first ones are all that can be among the first of all.
        const bool counted = counts(step.likeness);
        if (kept_[counted]++ < options_.most)
            out_.different.push_back(step);
        else if (counted)
            ++out_.beyond;
    }

    const Recording& a_;
    const Recording& b_;
    const CompareOptions& options_;
    const std::function<bool(double)>& progress_;
    Outcomes outcomes_;
    StepKeys keys_;
    Comparison out_;
    std::size_t kept_[2] = {0, 0};  // of the worker: what is no difference, differences
};

}  // namespace

Comparison compare(const Recording& a, const Recording& b, const CompareOptions& options,
                   const std::function<bool(double)>& progress) {
    return Comparing(a, b, options, progress).run();
}

}  // namespace ipcscope

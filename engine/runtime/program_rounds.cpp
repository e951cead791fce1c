// Variables, delays and repeats of the run, for ProgramRun. The statements of a repeat are gone through again
// and again; nothing is written out.
#include "base/clock.h"
#include "runtime/program_run.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>

namespace ipcscope {

void ProgramRun::find_variables() {
    const auto& all = program_.statements;
    std::set<std::string, std::less<>> names;
    std::vector<std::size_t> open;
    bool in_worker = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].variable.empty()) names.insert(all[i].variable);
        if (all[i].kind == Statement::Kind::repeat) in_worker = true;
        if (all[i].kind == Statement::Kind::rounds) open.push_back(i);
        if (all[i].kind != Statement::Kind::end) continue;
        if (!in_worker && !open.empty()) {
            ends_[open.back()] = i;
            open.pop_back();
        }
        in_worker = false;
    }
    has_variables_.reserve(all.size());
    const std::lock_guard lock(variables_mutex_);
    for (const auto& statement : all)
        has_variables_.push_back(uses_variables(statement, [&](std::string_view name) {
            return names.find(name) != names.end() || variables_.find(name);
        }));
}

std::optional<Statement> ProgramRun::bound(std::size_t index) {
    const auto& written = program_.statements[index];
    if (!has_variables_[index]) return written;
    auto out = [&] {
        const std::lock_guard lock(variables_mutex_);
        return bind_variables(supervisor_.registry(), written, variables_);
    }();
    if (out) return std::move(*out);
    fail(written, out.error().message);
    return {};
}

bool ProgramRun::let(const Statement& statement) {
    const std::lock_guard lock(variables_mutex_);
    auto literal = variables_.assigned(statement.value);
    if (!literal) return fail(statement, literal.error().message);
    variables_.set(statement.variable, std::move(*literal));
    return true;
}

bool ProgramRun::delay(const Statement& statement) {
    constexpr std::int64_t slice_ns = 20'000'000;
    if (!options_.delays) return true;
    const auto until = now_ns() + std::clamp<std::int64_t>(statement.count, 0, max_delay_ns);
    std::unique_lock lock(meeting_->mutex);
    for (auto left = until - now_ns(); !cancelled_ && left > 0; left = until - now_ns())
        meeting_->told.wait_for(lock, std::chrono::nanoseconds(std::min(slice_ns, left)));
    return !cancelled_;
}

bool ProgramRun::begin_rounds(const Statement& statement, std::size_t& index) {
    const auto end = ends_.find(index);
    if (end == ends_.end()) return fail(statement, "this repeat has no 'end'");
    if (statement.count <= 0) {
        index = end->second;
        return true;
    }
    repeats_.push_back({index, statement.variable, 0, statement.count});
    ++rounds_;
    const std::lock_guard lock(variables_mutex_);
    if (!statement.variable.empty()) variables_.set(statement.variable, "0");
    return true;
}

bool ProgramRun::end_round(std::size_t& index) {
    if (repeats_.empty()) return true;
    const std::lock_guard lock(variables_mutex_);
    auto& repeat = repeats_.back();
    if (++repeat.round >= repeat.count) {
        variables_.erase(repeat.counter);
        repeats_.pop_back();
        return true;
    }
    if (++rounds_ > max_run_rounds)
        return fail(program_.statements[repeat.begin],
                    fmt::format("more than {} rounds in all", max_run_rounds));
    if (!repeat.counter.empty()) variables_.set(repeat.counter, std::to_string(repeat.round));
    index = repeat.begin;
    return !cancelled_;
}

std::string ProgramRun::round_words() const {
    std::string out;
    for (const auto& repeat : repeats_)
        out += fmt::format("{}{}{}", out.empty() ? "" : ", ",
                           repeat.counter.empty() ? "round " : repeat.counter + "=",
                           repeat.counter.empty() ? repeat.round + 1 : repeat.round);
    return out;
}

}  // namespace ipcscope

#include "codegen/write_out.h"

#include "session/variables.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

namespace {

class Writing {
public:
    Writing(const Registry& registry, const Program& program) : registry_(registry), program_(program) {
        out_.program.final_newline = program.final_newline;
    }

    WrittenOut run() {
        const auto& all = program_.statements;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& now = all[i];
            if (now.kind == Statement::Kind::rounds)
                begin(i);
            else if (now.kind == Statement::Kind::end && !in_worker_)
                end(i);
            else
                one(now);
        }
        return std::move(out_);
    }

private:
    struct Repeat {
        std::size_t begin;
        std::string counter;
        std::int64_t round, count;
    };

    void one(const Statement& now) {
        if (now.kind == Statement::Kind::repeat) in_worker_ = true;
        if (now.kind == Statement::Kind::end) in_worker_ = false;
        if (!repeats_.empty()) ++written_;
        if (now.kind == Statement::Kind::let) {
            if (auto literal = variables_.assigned(now.value)) variables_.set(now.variable, *literal);
            return note(now, fmt::format("# let {} = {}  {}", now.variable, now.value, now.comment));
        }
        auto bound = bind_variables(registry_, now, variables_);
        if (bound)
            out_.program.statements.push_back(std::move(*bound));
        else
            out_.program.statements.push_back(now);
    }

    void note(const Statement& from, std::string text) {
        Statement comment;
        comment.line = from.line;
        while (text.ends_with(' '))
            text.pop_back();
        comment.comment = std::move(text);
        out_.program.statements.push_back(std::move(comment));
    }

    void begin(std::size_t& index) {
        const auto& now = program_.statements[index];
        const auto bound = bind_variables(registry_, now, variables_);
        const auto count = bound ? bound->count : now.count;
        if (count <= 0) return skip(index);
        repeats_.push_back({index, now.variable, 0, count});
        begin_round();
    }
    void begin_round() {
        const auto& repeat = repeats_.back();
        const auto& now = program_.statements[repeat.begin];
        ++begun_;
        if (!repeat.counter.empty()) variables_.set(repeat.counter, std::to_string(repeat.round));
        note(now, fmt::format("# repeat {}: {}", repeat.count,
                              repeat.counter.empty() ? fmt::format("round {}", repeat.round + 1)
                                                     : fmt::format("{} = {}", repeat.counter, repeat.round)));
    }

    void end(std::size_t& index) {
        if (repeats_.empty()) return;
        auto& repeat = repeats_.back();
        ++repeat.round;
        // A round in which nothing stands is a line, too.
        const bool enough =
            (written_ >= most_written_out || begun_ >= most_written_out) && repeat.round < repeat.count;
        if (enough) {
            const auto& now = program_.statements[repeat.begin];
            note(now, fmt::format("# left out: {} more rounds of the repeat in line {}",
                                  repeat.count - repeat.round, now.line));
            if (out_.left_out.empty())
                out_.left_out = fmt::format(
                    "the repeat in line {} (its rounds are written out, at most {} "
                    "statements of them)",
                    now.line, most_written_out);
        }
        if (repeat.round < repeat.count && !enough) {
            index = repeat.begin;
            return begin_round();
        }
        variables_.erase(repeat.counter);
        repeats_.pop_back();
    }

    void skip(std::size_t& index) const {
        int deep = 0;
        for (; index < program_.statements.size(); ++index) {
            const auto kind = program_.statements[index].kind;
            if (kind == Statement::Kind::rounds || kind == Statement::Kind::repeat) ++deep;
            if (kind == Statement::Kind::end && --deep == 0) return;
        }
    }

    const Registry& registry_;
    const Program& program_;
    WrittenOut out_;
    Variables variables_;
    std::vector<Repeat> repeats_;
    std::size_t written_ = 0, begun_ = 0;  // statements of rounds; rounds
    bool in_worker_ = false;
};

}  // namespace

WrittenOut write_out(const Registry& registry, const Program& program) {
    return Writing(registry, program).run();
}

}  // namespace ipcscope

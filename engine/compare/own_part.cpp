#include "compare/own_part.h"

#include "base/tr.h"
#include "schema/outside.h"
#include "session/visible.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <set>

namespace ipcscope {
namespace {

// "b" of "b.port".
std::string head_of(const std::string& name) {
    return name.substr(0, name.find('.'));
}

class Leaving {
public:
    Leaving(const Registry& registry, const Program& program) : registry_(registry) {
        out_.program = program;
    }

    OwnPart run() {
        auto& all = out_.program.statements;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& statement = all[i];
            if (statement.kind == Statement::Kind::repeat) open_.push_back(i);
            if (statement.kind == Statement::Kind::end && !open_.empty()) close(i);
            auto why = reason(statement);
            if (why.empty()) {
                note(statement);
                continue;
            }
            if (!open_.empty()) {
                if (const auto loop = open_.back(); !reasons_.contains(loop)) reasons_[loop] = std::move(why);
                continue;
            }
            leave(i, std::move(why));
        }
        return std::move(out_);
    }

private:
    // "" = it is the run's own.
    std::string reason(const Statement& statement) {
        if (statement.kind == Statement::Kind::action && statement.action == "await") {
            auto& waiting = outstanding_[statement.worker];
            if (waiting.empty()) return {};
            const bool left = waiting.front();
            waiting.pop_front();
            return left ? IPC_TR("what it waits for is left out") : std::string();
        }
        for (const auto& argument : statement.arguments)
            if (const auto lost = lost_name(argument.value); !lost.empty())
                return fmt::format("{} is left out", lost);
        if (lost_.contains(statement.worker)) return fmt::format("{} is left out", statement.worker);
        const auto* ref = registry_.operation(statement.operation);
        if (statement.kind != Statement::Kind::operation || !ref) return {};
        if (opens_others(*ref->operation)) return IPC_TR("it opens what other programs use");
        for (const auto& param : ref->operation->params) {
            const auto given =
                std::find_if(statement.arguments.begin(), statement.arguments.end(),
                             [&](const Argument& argument) { return argument.name == param.name; });
            const auto& value = given == statement.arguments.end() ? param.initial : given->value;
            if (!names_anything(param) || !passed(*ref->operation, param, statement)) continue;
            if (auto why = outside_words(param, value); !why.empty()) return why;
            if (auto why = named_words(param, value); !why.empty()) return why;
        }
        return {};
    }

    // Only what is passed on counts: an address that was not chosen names nothing.
    static bool passed(const OperationSpec& operation, const ParamSpec& param, const Statement& statement) {
        return is_visible(operation, param, [&](const ParamSpec& other) -> const Value& {
            for (const auto& argument : statement.arguments)
                if (argument.name == other.name) return argument.value;
            return other.initial;
        });
    }

    // A result of the run's own is its own as what it was when it came: the port of a socket that it has
    // bound is a port. What was read from somewhere could be anything.
    std::string named_words(const ParamSpec& param, const Value& value) const {
        if (const auto* list = value.as<List>(); list && !param.type.fields.empty())
            for (const auto& item : *list)
                if (auto why = named_words(param.type.fields.front(), item); !why.empty()) return why;
        if (const auto* fields = value.as<Fields>())
            for (const auto& field : param.type.fields)
                for (const auto& [name, item] : *fields)
                    if (name == field.name)
                        if (auto why = named_words(field, item); !why.empty()) return why;
        const auto* name = value.as<Name>();
        if (!name || !names_anything(param)) return {};
        const auto kind = name_kind(param);
        const auto bound = bound_.find(head_of(name->text));
        const auto dot = name->text.find('.');
        if (bound != bound_.end() && dot != std::string::npos && is_told(kind))
            for (const auto& result : bound->second->operation->results)
                if (result.name == name->text.substr(dot + 1) && !result.payload) return {};
        return fmt::format("what {} stands for is not known to be this run's", name->text);
    }
    // What comes back from a call that made something: not a number that several programs agree on.
    static bool is_told(NameKind kind) {
        return kind == NameKind::port || kind == NameKind::address || kind == NameKind::endpoint ||
               kind == NameKind::word || kind == NameKind::name;
    }

    std::string lost_name(const Value& value) const {
        if (const auto* name = value.as<Name>())
            return lost_.contains(head_of(name->text)) ? head_of(name->text) : std::string();
        if (const auto* list = value.as<List>())
            for (const auto& item : *list)
                if (auto lost = lost_name(item); !lost.empty()) return lost;
        if (const auto* fields = value.as<Fields>())
            for (const auto& [field, item] : *fields)
                if (auto lost = lost_name(item); !lost.empty()) return lost;
        return {};
    }

    void note(const Statement& statement) {
        if (!statement.binding.empty()) {
            lost_.erase(statement.binding);
            bound_[statement.binding] = registry_.operation(statement.operation);
            if (!bound_[statement.binding]) bound_.erase(statement.binding);
        }
        if (open_.empty() && outlasts(statement)) outstanding_[statement.worker].push_back(false);
    }
    static bool outlasts(const Statement& statement) {
        const bool asks =
            statement.kind == Statement::Kind::operation || statement.kind == Statement::Kind::repeat;
        return asks && (statement.async || statement.expect.stays());
    }

    void leave(std::size_t index, std::string why) {
        auto& statement = out_.program.statements[index];
        if (!statement.binding.empty()) lost_.insert(statement.binding);
        if (outlasts(statement)) outstanding_[statement.worker].push_back(true);
        Statement bare = statement;
        bare.expect = {};
        bare.comment.clear();
        bare.indent.clear();
        bare.written = {};
        if (statement.kind != Statement::Kind::end)
            out_.left_out.push_back({statement.line, print_statement(registry_, bare), std::move(why)});
        Statement blank;
        blank.line = statement.line;
        statement = std::move(blank);
    }

    // A loop does all that stands in it, or nothing.
    void close(std::size_t end) {
        const auto begin = open_.back();
        open_.pop_back();
        const auto known = reasons_.find(begin);
        if (known == reasons_.end()) {
            if (open_.empty() && outlasts(out_.program.statements[begin]))
                outstanding_[out_.program.statements[begin].worker].push_back(false);
            return;
        }
        for (std::size_t i = begin; i <= end; ++i)
            if (out_.program.statements[i].kind != Statement::Kind::blank) leave(i, known->second);
    }

    const Registry& registry_;
    OwnPart out_;
    std::set<std::string> lost_;  // names of what was left out
    std::map<std::string, const OperationRef*> bound_;
    std::map<std::string, std::deque<bool>> outstanding_;  // async ones, by worker: was it left out
    std::vector<std::size_t> open_;                        // loops
    std::map<std::size_t, std::string> reasons_;           // by loop
};

}  // namespace

OwnPart own_part(const Registry& registry, const Program& program) {
    return Leaving(registry, program).run();
}

std::vector<std::string> others_work(const Recording& recording, std::size_t most) {
    const auto state = recording.state();
    std::vector<std::string> out;
    std::size_t more = 0;
    std::set<std::string> told;
    const auto add = [&](std::string words) {
        if (!told.insert(words).second) return;
        if (out.size() < most)
            out.push_back(std::move(words));
        else
            ++more;
    };
    for (const auto& [id, object] : state->objects)
        add(object.name.empty() ? object.label.empty() ? object.key : object.label : object.name);
    if (state->objects.empty())
        for (const auto& worker : state->workers)
            add(worker.name);
    if (more > 0) out.push_back(fmt::format("and {} more", more));
    return out;
}

}  // namespace ipcscope

#include "session/completion.h"

#include "base/result.h"
#include "schema/text.h"
#include "session/completion_context.h"
#include "session/visible.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using namespace completion_internal;

namespace {

constexpr std::size_t most_offers = 300;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(char a, char b) {
    return lower(a) == lower(b);
}

// 0 = begins with it, 1 = a part of it does (behind '.' or '_'), 2 = holds it, 3 = does not.
int rank(std::string_view label, std::string_view typed) {
    if (typed.empty()) return 0;
    int best = 3;
    for (std::size_t at = 0; at + typed.size() <= label.size(); ++at) {
        if (!std::equal(typed.begin(), typed.end(), label.begin() + static_cast<std::ptrdiff_t>(at), same))
            continue;
        const char before = at == 0 ? '\0' : label[at - 1];
        best = std::min(best, at == 0 ? 0 : before == '.' || before == '_' ? 1 : 2);
    }
    return best;
}

class Offers {
public:
    Offers(const Registry& registry, const Context& context)
        : registry_(registry), context_(context), known_(registry, context.above) {}

    ProgramOffers take() {
        ProgramOffers out;
        collect();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        if (found_.size() > most_offers) found_.resize(most_offers);
        for (auto& [where, offer] : found_)
            out.items.push_back(std::move(offer));
        out.begin = context_.begin;
        out.end = context_.end;
        out.only_asked = only_asked_;
        return out;
    }

private:
    void add(std::string insert, std::string label, std::string help, bool translate = true,
             std::size_t back = 0, std::string_view word = {}) {
        const int where = rank(word.empty() ? label : word, context_.typed);
        if (where < 3)
            found_.push_back(
                {where, {std::move(insert), back, std::move(label), std::move(help), translate}});
    }

    void collect() {
        only_asked_ =
            context_.typed.empty() && (context_.place == Place::line || context_.place == Place::tail ||
                                       context_.place == Place::outcome);
        switch (context_.place) {
            case Place::nothing: return;
            case Place::line: return lines();
            case Place::statement: return statements();
            case Place::operation: return operations();
            case Place::tail: return add("async", "async", IPC_TR("go on without waiting for the outcome"));
            case Place::outcome: return outcomes();
            case Place::call: return call();
            case Place::variable:
                for (const auto& name : known_.variables())
                    add(name + "}", name, IPC_TR("its value, in the string"));
                return;
        }
    }

    void lines() {
        if (known_.in_repeat()) {
            forms(false, true);
            return operations();
        }
        for (const auto& worker : known_.workers())
            add(worker + ": ", worker + ":", IPC_TR("what this worker does next"));
        forms(false, false);
    }

    void statements() {
        operations();
        if (!known_.in_repeat()) forms(true, false);
    }

    // The statements that are no operations. `only_end`: within the repeat of a worker.
    void forms(bool of_worker, bool only_end) {
        for (const auto& form : statement_forms) {
            const bool end = std::string_view(form.word) == "end";
            if (form.of_worker != of_worker || (end && !known_.open()) || (only_end && !end)) continue;
            const std::string_view rest =
                std::string_view(form.form).substr(std::string_view(form.word).size());
            const char* behind = rest.empty() ? "" : rest.front() == ':' ? ": " : " ";
            add(form.word + std::string(behind), form.form, form.summary, true, 0, form.word);
        }
    }

    // Those of mechanisms that the text above uses come first.
    void operations() {
        const auto used = known_.mechanisms();
        const bool looped = known_.in_repeat();
        for (const bool first : {true, false})
            for (const auto& ref : registry_.operations()) {
                const auto& operation = *ref.operation;
                if (operation.actor != Actor::worker || (used.count(ref.mechanism) > 0) != first) continue;
                const bool makes =
                    operation.forks || std::any_of(operation.results.begin(), operation.results.end(),
                                                   [](const auto& r) { return r.type.kind == Kind::handle; });
                if (looped && makes) continue;
                if (context_.parenthesis)
                    add(ref.name, ref.name, operation.summary);
                else
                    add(ref.name + "()", ref.name, operation.summary, true, operation.params.empty() ? 0 : 1);
            }
    }

    // What this operation can come back with.
    void outcomes() {
        add("= ", "=",
            IPC_TR("it succeeds; with the return value, the bytes and the results that are written"));
        if (!context_.operation || !context_.operation->operation->waits.empty()) {
            add("blocked", "blocked", IPC_TR("it does not come back: it is asleep in the kernel"));
            add("deadlock", "deadlock", IPC_TR("it does not come back and never will"));
        }
        if (context_.operation) {
            for (const auto& error : context_.operation->operation->errnos)
                add(errno_name(error.code), errno_name(error.code), error.meaning);
            for (const auto& result : context_.operation->operation->results)
                add(fmt::format("{}=", result.name), fmt::format("{}=", result.name), result.help);
        }
        add("killed ", "killed", IPC_TR("the worker is killed by a signal while it does that"));
        add("exited ", "exited", IPC_TR("the worker ends with a status"));
    }

    void call() {
        if (!context_.operation) return;
        const auto& params = context_.operation->operation->params;
        const auto& path = context_.path;
        if (path.empty()) return;
        const auto& outer = path.front();
        const ParamSpec* param = nullptr;
        for (const auto& each : params)
            if (outer.key == each.name) param = &each;
        if (outer.key.empty()) {
            // The first one may stand without its name.
            if (outer.index == 0 && !params.empty()) param = &params[0];
            if (path.size() == 1) {
                if (param) values(param->type, param->initial);
                return parameters(params);
            }
        }
        if (!param) return;
        const TypeSpec* type = &param->type;
        for (std::size_t depth = 1; depth < path.size(); ++depth) {
            if (type->fields.empty()) return;
            if (path[depth].open == '[') {
                type = &type->fields[0].type;
                continue;
            }
            if (path[depth].key.empty()) {
                if (depth + 1 == path.size()) parameters(type->fields);
                return;
            }
            const auto field = std::find_if(type->fields.begin(), type->fields.end(),
                                            [&](const auto& each) { return path[depth].key == each.name; });
            if (field == type->fields.end()) return;
            param = &*field;
            type = &field->type;
        }
        values(*type, path.back().open == '[' ? Value{} : param->initial);
    }

    // Those that are not given yet and have a meaning together with those that are.
    void parameters(const std::vector<ParamSpec>& params) {
        const auto& given = context_.path.back().given;
        for (const bool needed : {true, false})
            for (const auto& each : params) {
                if (each.initial.empty() != needed || given.count(each.name) > 0) continue;
                if (each.visible_when.param[0] && given.count(each.visible_when.param) == 0 && needed)
                    continue;
                add(fmt::format("{}: ", each.name), fmt::format("{}:", each.name),
                    each.help[0] ? each.help : each.label);
            }
    }

    void values(const TypeSpec& type, const Value& initial) {
        for (auto& [name, what] : known_.fitting(type))
            add(name, name, what, false);
        for (const auto& each : type.names)
            if (context_.alternatives.count(each.name) == 0) add(each.name, each.name, each.help);
        if (type.kind == Kind::boolean)
            for (const char* word : {"true", "false"})
                add(word, word, "");
        const bool nothing = initial.empty() || initial.as<Name>() || !type.names.empty() ||
                             type.kind == Kind::boolean || type.kind == Kind::handle;
        if (!nothing && context_.typed.empty()) {
            const auto text = print_value(type, initial);
            add(text, text, IPC_TR("what it is when nothing is written"));
        }
    }

    const Registry& registry_;
    const Context& context_;
    const Known known_;
    std::vector<std::pair<int, ProgramOffer>> found_;
    bool only_asked_ = false;
};

}  // namespace

ProgramOffers complete_program(const Registry& registry, std::string_view text, std::size_t cursor) {
    const auto context = context_at(registry, text, std::min(cursor, text.size()));
    return Offers(registry, context).take();
}

}  // namespace ipcscope

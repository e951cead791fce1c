#include "codegen/template.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace ipcscope {

namespace {

bool is_name(std::string_view word) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return !word.empty() && letter(word.front()) &&
           std::all_of(word.begin(), word.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

// Reads the inside of a pair of braces. False: it is none of ours.
bool read_place(std::string_view inside, TemplateNode& node) {
    const auto mark = inside.find_first_of(".:");
    auto names = inside.substr(0, mark);
    if (mark != std::string_view::npos) {
        node.attribute = inside.substr(mark + 1);
        if (!is_name(node.attribute)) return false;
    }
    for (;;) {
        const auto bar = names.find('|');
        if (!is_name(names.substr(0, bar))) return false;
        node.names.emplace_back(names.substr(0, bar));
        if (bar == std::string_view::npos) break;
        names.remove_prefix(bar + 1);
    }
    node.kind = TemplateNode::Kind::place;
    return true;
}

bool read_condition(std::string_view inside, TemplateNode& node) {
    node.kind = TemplateNode::Kind::condition;
    if (inside.starts_with('!')) {
        node.negated = true;
        inside.remove_prefix(1);
    }
    const auto mark = inside.find_first_of("=:");
    if (mark != std::string_view::npos) {
        node.relation = inside[mark];
        node.word = inside.substr(mark + 1);
    }
    node.text = inside.substr(0, mark);
    return is_name(node.text);
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Template run() {
        Template out;
        out.nodes = sequence(0);
        if (!stopped_by_.empty()) errors_.push_back(fmt::format("{{{}}} without a begin", stopped_by_));
        out.errors = std::move(errors_);
        return out;
    }

private:
    // Nodes up to the {else} or {/...} of what was opened around them.
    std::vector<TemplateNode> sequence(int depth) {
        std::vector<TemplateNode> out;
        std::string text;
        stopped_by_.clear();
        const auto flush = [&] {
            if (!text.empty()) out.push_back({.text = std::move(text)});
            text.clear();
        };
        while (at_ < text_.size()) {
            const auto close =
                text_[at_] == '{' ? text_.find_first_of("{}\n", at_ + 1) : std::string_view::npos;
            if (close == std::string_view::npos || text_[close] != '}') {
                text += text_[at_++];
                continue;
            }
            const auto inside = text_.substr(at_ + 1, close - at_ - 1);
            TemplateNode node;
            const bool ends = inside == "else" || inside == "/if" || inside == "/each" || inside == "/list";
            const bool block =
                inside.starts_with("each ") || inside.starts_with("list ") || inside.starts_with("if ");
            if (ends || block) {
                skip_tag(close, text);
                flush();
            }
            if (ends) {
                stopped_by_ = inside;
                return out;
            }
            if (block) {
                out.push_back(opened(inside, depth));
            } else if (read_place(inside, node)) {
                flush();
                out.push_back(std::move(node));
                at_ = close + 1;
            } else {
                text += text_[at_++];
            }
        }
        flush();
        return out;
    }

    TemplateNode opened(std::string_view inside, int depth) {
        TemplateNode node;
        const bool condition = inside.starts_with("if ");
        bool well = depth < 8;
        if (condition) {
            well = read_condition(inside.substr(3), node) && well;
        } else {
            node.kind = inside.starts_with("each ") ? TemplateNode::Kind::each : TemplateNode::Kind::list;
            node.text = inside.substr(5);
            well = is_name(node.text) && well;
        }
        if (!well) errors_.push_back(fmt::format("cannot read {{{}}}", inside));
        node.body = sequence(depth + 1);
        if (condition && stopped_by_ == "else") node.otherwise = sequence(depth + 1);
        const auto wanted = fmt::format("/{}", inside.substr(0, inside.find(' ')));
        if (stopped_by_ != wanted) errors_.push_back(fmt::format("{{{}}} without a {{{}}}", inside, wanted));
        stopped_by_.clear();
        return node;
    }

    // Behind a tag. One that stands alone on its line leaves no line behind.
    void skip_tag(std::size_t close, std::string& before) {
        auto begin = at_;
        while (begin > 0 && text_[begin - 1] == ' ')
            --begin;
        const bool begins = begin == 0 || text_[begin - 1] == '\n';
        at_ = close + 1;
        if (!begins || at_ >= text_.size() || text_[at_] != '\n') return;
        while (!before.empty() && before.back() == ' ')
            before.pop_back();
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string stopped_by_;
    std::vector<std::string> errors_;
};

}  // namespace

Template parse_template(std::string_view text) {
    return Parser(text).run();
}

bool has_word(std::string_view text, std::string_view word) {
    const auto in_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end]))) return true;
    }
    return false;
}

const OperationCode* find_code(const MechanismCode* code, std::string_view verb) {
    if (!code) return nullptr;
    for (const auto& operation : code->operations)
        if (verb == operation.verb) return &operation;
    return nullptr;
}

}  // namespace ipcscope

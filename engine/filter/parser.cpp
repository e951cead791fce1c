#include "filter/parser.h"

#include "filter/values.h"

#include <fmt/format.h>

namespace ipcscope::filter_internal {

namespace {
constexpr int deepest = 200;
}

Parser::Parser(const FieldTable& table, std::string_view text)
    : table_(table), text_(text), token_(next_token(text, 0)) {}

void Parser::step() {
    last_end_ = token_.end;
    token_ = next_token(text_, token_.end);
}

void Parser::want(Wanted::What what, std::size_t field, Relation relation) {
    if (token_.kind == Token::Kind::end && wanted_.what == Wanted::What::nothing)
        wanted_ = {what, field, relation};
}

void Parser::fail(std::size_t begin, std::size_t end, std::string message) {
    if (failed()) return;
    // At the end of the text there is nothing to underline but what stands last.
    if (begin >= text_.size() && begin == end) begin = last_end_ > 0 ? last_end_ - 1 : 0, end = last_end_;
    out_.errors.push_back({begin, end, std::move(message)});
}

ParsedFilter Parser::parse() {
    if (token_.kind == Token::Kind::end) {
        want(Wanted::What::field);
        out_.filter = Filter{};
        return std::move(out_);
    }
    auto part = either();
    if (!failed()) {
        want(Wanted::What::connector);
        if (token_.kind == Token::Kind::bad)
            fail(token_.text);
        else if (token_.is(")"))
            fail("this parenthesis was never opened");
        else if (token_.is("&"))
            fail("write `and`, or &&");
        else if (token_.is("|"))
            fail("write `or`, or ||");
        else if (token_.is(","))
            fail("several values stand in braces: in {a, b}");
        else if (token_.kind != Token::Kind::end)
            fail("`and` or `or` is missing before this");
    }
    if (!failed()) out_.filter = std::move(part.filter);
    return std::move(out_);
}

Parser::Part Parser::gather(Filter::Kind kind, std::vector<Part> parts) {
    if (parts.size() == 1) return std::move(parts[0]);
    Part out{{.kind = kind}, parts.front().begin, parts.back().end};
    for (auto& part : parts) {
        if (part.filter.kind == kind)
            for (auto& child : part.filter.children)
                out.filter.children.push_back(std::move(child));
        else
            out.filter.children.push_back(std::move(part.filter));
    }
    return out;
}

Parser::Part Parser::either() {
    std::vector<Part> parts;
    parts.push_back(both());
    while (!failed() && (token_.says("or") || token_.is("||"))) {
        step();
        parts.push_back(both());
    }
    if (!failed()) doubt_parts(parts, Relation::unequal);
    return gather(Filter::Kind::either, std::move(parts));
}

Parser::Part Parser::both() {
    std::vector<Part> parts;
    parts.push_back(negated());
    while (!failed() && (token_.says("and") || token_.is("&&"))) {
        step();
        parts.push_back(negated());
    }
    if (!failed()) doubt_parts(parts, Relation::equal);
    return gather(Filter::Kind::both, std::move(parts));
}

Parser::Part Parser::negated() {
    if (!token_.says("not") && !token_.is("!")) return primary();
    const auto begin = token_.begin;
    if (++depth_ > deepest) fail("this is nested too deeply");
    step();
    Part out{{.kind = Filter::Kind::negated}, begin, begin};
    if (!failed()) {
        auto inner = negated();
        out.end = inner.end;
        out.filter.children.push_back(std::move(inner.filter));
    }
    --depth_;
    return out;
}

Parser::Part Parser::primary() {
    if (!token_.is("(")) return test();
    const auto begin = token_.begin, end = token_.end;
    if (++depth_ > deepest) fail("this is nested too deeply");
    step();
    if (failed()) return {};
    auto out = either();
    --depth_;
    if (failed()) return out;
    want(Wanted::What::connector);
    if (!token_.is(")")) {
        if (token_.kind == Token::Kind::end)
            fail(begin, end, "this parenthesis is not closed");
        else
            fail(token_.kind == Token::Kind::bad
                     ? token_.text
                     : "`and`, `or` or a closing parenthesis is missing before this");
        return out;
    }
    step();
    return {std::move(out.filter), begin, last_end_};
}

// Takes the operator. False: there is none, the field stands alone.
bool Parser::relation(const Field& field, FilterTest& test, bool& negated) {
    struct Sign {
        std::string_view text;
        Relation relation;
    };
    constexpr Sign signs[] = {
        {"==", Relation::equal},        {"=", Relation::equal},   {"!=", Relation::unequal},
        {"<=", Relation::at_most},      {"<", Relation::less},    {">=", Relation::at_least},
        {">", Relation::greater},       {"~", Relation::matches}, {"contains", Relation::contains},
        {"matches", Relation::matches}, {"in", Relation::in}};
    const auto begin = token_.begin;
    if (token_.says("not")) {  // worker not in {a, b}
        const auto after = next_token(text_, token_.end);
        if (!after.says("in") && !after.says("contains") && !after.says("matches")) return false;
        negated = true;
        step();
    }
    for (const auto& sign : signs) {
        if (!token_.is(sign.text) && !token_.says(sign.text)) continue;
        test.relation = sign.relation;
        if (!fits(field.type, sign.relation))
            fail(begin, token_.end,
                 fmt::format("{} is {}: it cannot be asked with {} (but with {})", field.name,
                             type_words(field.type), relation_words(sign.relation),
                             fitting_words(field.type)));
        step();
        return true;
    }
    return false;
}

Parser::Part Parser::test() {
    want(Wanted::What::field);
    const auto begin = token_.begin, end = token_.end;
    if (token_.kind != Token::Kind::word || is_keyword(token_.text)) {
        if (token_.kind == Token::Kind::bad)
            fail(token_.text);
        else if (token_.kind == Token::Kind::end)
            fail("a comparison is missing here");
        else if (token_.kind == Token::Kind::string)
            fail(fmt::format("a comparison begins with a field: call contains {}", shown(token_.text)));
        else
            fail("a comparison is missing before this");
        return {};
    }
    FilterTest test;
    test.field = table_.index(token_.text);
    if (test.field == FieldTable::npos) {
        const auto word = token_.text;
        step();
        want(Wanted::What::relation);
        auto names = table_.names();
        const bool number = word[0] >= '0' && word[0] <= '9';
        fail(begin, end,
             number ? "a comparison begins with a field: duration > 2ms"
                    : fmt::format("{}s have no field {}{}", table_.what(), shown(word),
                                  suggestion(word, names)));
        return {};
    }
    const auto& field = table_[test.field];
    step();
    want(Wanted::What::relation, test.field);
    bool negated = false;
    if (relation(field, test, negated) && !failed()) operands(field, test);
    Part out{{.kind = Filter::Kind::test}, begin, last_end_};
    if (!failed()) doubt_test(test, begin, last_end_);
    out.filter.test = std::move(test);
    if (!negated) return out;
    Part around{{.kind = Filter::Kind::negated}, begin, last_end_};
    around.filter.children.push_back(std::move(out.filter));
    return around;
}

void Parser::operands(const Field& field, FilterTest& test) {
    const auto index = test.field;
    if (test.relation != Relation::in) {
        want(Wanted::What::value, index, test.relation);
        if (token_.is("{"))
            return fail("several values are asked for with `in`: " + field.name + " in {a, b}");
        if (with_field(test)) return;
        test.values.push_back(operand(field, test.relation));
        return;
    }
    want(Wanted::What::range_or_set, index, test.relation);
    if (!token_.is("{")) {
        test.values.push_back(operand(field, test.relation));
        if (!failed() && !test.values.back().high)
            fail(last_end_ > 0 ? last_end_ - 1 : 0, last_end_,
                 fmt::format("`in` needs a set or a range: {0} in {{a, b}}, {0} in 1..5", field.name));
        return;
    }
    const auto begin = token_.begin, end = token_.end;
    step();
    for (;;) {
        want(Wanted::What::value, index, test.relation);
        if (token_.is("}")) return fail("a value is missing before this");
        if (token_.kind == Token::Kind::end) return fail(begin, end, "this brace is not closed");
        test.values.push_back(operand(field, test.relation));
        if (failed()) return;
        if (token_.is("}")) return step();
        if (token_.kind == Token::Kind::end) return fail(begin, end, "this brace is not closed");
        if (!token_.is(",")) return fail("a comma or a closing brace is missing before this");
        step();
    }
}

// duration > timeout: another field of the same row.
bool Parser::with_field(FilterTest& test) {
    if (token_.kind != Token::Kind::word) return false;
    const auto& field = table_[test.field];
    const auto other = other_field(table_, test.field, test.relation, token_.text);
    if (other == FieldTable::npos) {
        const auto named = table_.compares_fields() ? table_.index(token_.text) : FieldTable::npos;
        if (named == FieldTable::npos || read_value(field, test.relation, token_).error.empty()) return false;
        const auto& with = table_[named];
        fail(fmt::format("{} is {}, {} is {}: these cannot be compared", field.name, type_words(field.type),
                         with.name, type_words(with.type)));
        return true;
    }
    if (other == test.field)
        out_.doubts.push_back({token_.begin, token_.end,
                               fmt::format("this compares {} with itself; a text of that name stands in "
                                           "quotation marks",
                                           field.name)});
    test.other = other;
    step();
    return true;
}

Operand Parser::operand(const Field& field, Relation relation) {
    Operand out{value(field, relation, false), {}};
    if (failed() || !token_.is("..")) return out;
    if (relation != Relation::in)
        return fail(fmt::format("a range is asked for with `in`: {} in 1..5", field.name)), out;
    if (!fits(field.type, Relation::less))
        return fail(fmt::format("{} is {}: it has no ranges", field.name, type_words(field.type))), out;
    const auto begin = token_.begin;
    step();
    want(Wanted::What::value, table_.index(field.name), relation);
    out.high = value(field, relation, true);
    if (failed()) return out;
    if (!out.low.is_number || !out.high->is_number)
        fail(begin, last_end_, "a range is one of numbers");
    else if (out.low.number > out.high->number)
        out_.doubts.push_back({begin, last_end_, "nothing lies in this range: its lower end comes first"});
    return out;
}

Literal Parser::value(const Field& field, Relation relation, bool in_range) {
    if (token_.kind == Token::Kind::bad) return fail(token_.text), Literal{};
    if (token_.kind != Token::Kind::word && token_.kind != Token::Kind::string) {
        fail(in_range ? "the upper end of the range is missing here"
                      : fmt::format("a value is missing here: {} is {}", field.name, type_words(field.type)));
        return {};
    }
    auto token = token_;
    step();
    // O_RDWR|O_NONBLOCK
    while (token.kind == Token::Kind::word && token_.is("|")) {
        const auto next = next_token(text_, token_.end);
        if (next.kind != Token::Kind::word) break;
        token.text += "|" + next.text;
        token.end = next.end;
        step();
        step();
    }
    // 2 ms
    if (token_.kind == Token::Kind::word && token.kind == Token::Kind::word &&
        is_unit(field.type, token_.text) &&
        token.text.find_first_not_of("+-.0123456789") == std::string::npos) {
        token.text += token_.text;
        token.end = token_.end;
        step();
    }
    auto read = read_value(field, relation, token);
    if (!read.error.empty()) fail(token.begin, token.end, read.error);
    if (!read.doubt.empty()) out_.doubts.push_back({token.begin, token.end, read.doubt});
    return std::move(read.literal);
}

}  // namespace ipcscope::filter_internal

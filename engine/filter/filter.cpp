#include "filter/filter.h"

#include "base/utf8.h"
#include "filter/parser.h"
#include "filter/values.h"

namespace ipcscope {

using filter_internal::print_literal;

const char* relation_words(Relation relation) {
    switch (relation) {
        case Relation::present: return "";
        case Relation::equal: return "==";
        case Relation::unequal: return "!=";
        case Relation::less: return "<";
        case Relation::at_most: return "<=";
        case Relation::greater: return ">";
        case Relation::at_least: return ">=";
        case Relation::contains: return "contains";
        case Relation::matches: return "matches";
        case Relation::in: return "in";
    }
    return "";
}

ParsedFilter parse_filter(const FieldTable& table, std::string_view text) {
    return filter_internal::Parser(table, text).parse();
}

namespace {

// A bare word that would be read as a field stands in quotation marks.
std::string value_text(const FieldTable& table, const FilterTest& test, const Literal& literal) {
    auto text = print_literal(table[test.field], test.relation, literal);
    const bool field =
        filter_internal::other_field(table, test.field, test.relation, text) != FieldTable::npos;
    return field ? "\"" + text + "\"" : text;
}

std::string print_test(const FieldTable& table, const FilterTest& test) {
    const auto& field = table[test.field];
    auto out = field.name;
    if (test.relation == Relation::present) return out;
    out += std::string(" ") + relation_words(test.relation) + " ";
    if (test.other != FieldTable::npos) return out + table[test.other].name;
    std::string values;
    for (const auto& operand : test.values) {
        if (!values.empty()) values += ", ";
        values += value_text(table, test, operand.low);
        if (operand.high) values += ".." + print_literal(field, test.relation, *operand.high);
    }
    const bool bare = test.relation != Relation::in || (test.values.size() == 1 && test.values[0].high);
    return out + (bare ? values : "{" + values + "}");
}

int strength(Filter::Kind kind) {
    return kind == Filter::Kind::either ? 0 : kind == Filter::Kind::both ? 1 : 2;
}

std::string print(const FieldTable& table, const Filter& filter, int around) {
    std::string out;
    switch (filter.kind) {
        case Filter::Kind::all: return {};
        case Filter::Kind::test: return print_test(table, filter.test);
        case Filter::Kind::negated: return "not " + print(table, filter.children[0], 2);
        case Filter::Kind::both:
        case Filter::Kind::either:
            for (const auto& child : filter.children) {
                if (!out.empty()) out += filter.kind == Filter::Kind::both ? " and " : " or ";
                out += print(table, child, strength(filter.kind) + 1);
            }
    }
    return strength(filter.kind) < around ? "(" + out + ")" : out;
}

}  // namespace

std::string print_filter(const FieldTable& table, const Filter& filter) {
    return print(table, filter, 0);
}

bool relation_fits(FieldType type, Relation relation) {
    return filter_internal::fits(type, relation);
}

bool comparable(FieldType type, FieldType other, Relation relation) {
    return filter_internal::comparable_types(type, other, relation);
}

std::optional<Literal> literal_as(const Field& to, const Field& from, Relation relation,
                                  const Literal& literal) {
    using filter_internal::Token;
    if (from.type == to.type && to.type != FieldType::value) return literal;
    const bool textual = to.type == FieldType::text || to.type == FieldType::bytes;
    if (from.type != FieldType::value) {
        if (literal.is_number == !textual) return literal;
        return std::nullopt;
    }
    Token token;
    if (textual) return Literal{.any_case = literal.any_case, .text = literal.text};
    token.kind = Token::Kind::word;
    token.text = literal.text;
    auto read = filter_internal::read_value(to, relation, token);
    if (!read.error.empty()) return std::nullopt;
    return std::move(read.literal);
}

std::string underlined(std::string_view text, const FilterError& error) {
    // Line ends and tabs would move the marks.
    std::string line(text);
    for (auto& c : line)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    const auto before = utf8_columns(line, error.begin);
    const auto marked = utf8_columns(line, error.end) - before;
    return line + "\n" + std::string(before, ' ') + "^" + std::string(marked > 1 ? marked - 1 : 0, '~') +
           " " + error.message + "\n";
}

}  // namespace ipcscope

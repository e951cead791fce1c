#include "filter/parser.h"
#include "filter/values.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope {

using filter_internal::fits;
using filter_internal::next_token;
using filter_internal::Parser;
using filter_internal::Token;
using filter_internal::Wanted;

namespace {

constexpr std::size_t most_items = 200;

// Where the word begins that the cursor stands in or behind; a string counts as one.
std::size_t word_begin(std::string_view text, std::size_t cursor, Token& token) {
    std::size_t at = 0;
    for (;;) {
        token = next_token(text, at);
        if (token.kind == Token::Kind::end || token.begin >= cursor) break;
        const bool open =
            token.kind == Token::Kind::bad && (text[token.begin] == '"' || text[token.begin] == '\'');
        if (open || (token.end >= cursor && token.kind == Token::Kind::word) ||
            (token.end > cursor && token.kind == Token::Kind::string))
            return token.begin;
        at = token.end;
    }
    return cursor;
}

class Collector {
public:
    Collector(std::string_view typed) : typed_(typed) {
        if (typed_.starts_with('"') || typed_.starts_with('\'')) typed_.remove_prefix(1);
    }
    // Prefixes first, then what holds the typed text anywhere.
    void add(const std::string& word, std::string insert, std::string help) {
        const auto at = find(word);
        if (at == std::string::npos) return;
        auto& to = at == 0 ? first_ : second_;
        if (to.size() < most_items) to.push_back({std::move(insert), word, std::move(help)});
    }
    std::vector<Completion> items() {
        std::move(second_.begin(), second_.end(), std::back_inserter(first_));
        if (first_.size() > most_items) first_.resize(most_items);
        return std::move(first_);
    }

private:
    std::size_t find(std::string_view word) const {
        for (std::size_t at = 0; at + typed_.size() <= word.size(); ++at)
            if (filter_internal::same_word(word.substr(at, typed_.size()), typed_)) return at;
        return std::string::npos;
    }
    std::string_view typed_;
    std::vector<Completion> first_, second_;
};

void offer_fields(const FieldTable& table, std::string_view typed, Collector& to) {
    for (const bool offered : {true, false})
        for (const auto& field : table.fields())
            if (field.offered == offered && (offered || !typed.empty()))
                to.add(field.name, field.name, field.help);
    to.add("not", "not", IPC_TR("what does not match"));
    to.add("(", "(", "");
}

void offer_relations(const Field* field, Collector& to) {
    struct Offer {
        Relation relation;
        const char* help;
    };
    constexpr Offer offers[] = {{Relation::equal, IPC_TR("is")},
                                {Relation::unequal, IPC_TR("is another than")},
                                {Relation::less, IPC_TR("is less than")},
                                {Relation::at_most, IPC_TR("is at most")},
                                {Relation::greater, IPC_TR("is more than")},
                                {Relation::at_least, IPC_TR("is at least")},
                                {Relation::contains, IPC_TR("holds")},
                                {Relation::matches, IPC_TR("a regular expression is found in it")},
                                {Relation::in, IPC_TR("is one of {a, b}, or within 1..5")}};
    for (const auto& offer : offers)
        if (field && field->type != FieldType::boolean && fits(field->type, offer.relation))
            to.add(relation_words(offer.relation), relation_words(offer.relation), offer.help);
}

void offer_connectors(Collector& to) {
    to.add("and", "and", IPC_TR("both sides match"));
    to.add("or", "or", IPC_TR("one of both sides matches, or both"));
}

std::string as_written(const Field& field, Relation relation, const std::string& word) {
    const bool text = field.type == FieldType::text || field.type == FieldType::bytes ||
                      (field.type == FieldType::choice && field.names.empty());
    return text ? filter_internal::print_literal(field, relation, {.text = word}) : word;
}

void offer_values(const Field& field, const Wanted& wanted, Collector& to) {
    if (wanted.what == Wanted::What::range_or_set) {
        to.add("{", "{", IPC_TR("one of several values: {a, b}"));
    }
    for (const auto& [name, number] : field.names)
        to.add(name, name, fmt::format("{}", number));
    for (const auto& word : field.words)
        to.add(word, as_written(field, wanted.relation, word), "");
    if (field.type == FieldType::boolean)
        for (const auto* word : {"true", "false"})
            to.add(word, word, "");
}

// Fields of the same row that the value may be compared with.
void offer_others(const FieldTable& table, const Wanted& wanted, Collector& to) {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].offered && i != wanted.field &&
            filter_internal::other_field(table, wanted.field, wanted.relation, table[i].name) == i)
            to.add(table[i].name, table[i].name, table[i].help);
}

}  // namespace

Completions complete_filter(const FieldTable& table, std::string_view text, std::size_t cursor) {
    cursor = std::min(cursor, text.size());
    Token token;
    Completions out;
    out.begin = word_begin(text, cursor, token);
    out.end = out.begin < cursor ? std::max(cursor, std::min(token.end, text.size())) : cursor;
    if (token.kind == Token::Kind::bad) out.end = cursor;
    Parser parser(table, text.substr(0, out.begin));
    parser.parse();
    const auto wanted = parser.wanted();
    const auto typed = text.substr(out.begin, cursor - out.begin);
    const auto* field = wanted.field != FieldTable::npos ? &table[wanted.field] : nullptr;
    Collector to(typed);
    switch (wanted.what) {
        case Wanted::What::field: offer_fields(table, typed, to); break;
        case Wanted::What::relation:
            // A field may also stand alone.
            offer_relations(field, to);
            if (field) offer_connectors(to);
            break;
        case Wanted::What::value:
        case Wanted::What::range_or_set:
            if (field) offer_values(*field, wanted, to);
            if (field && wanted.what == Wanted::What::value) offer_others(table, wanted, to);
            break;
        case Wanted::What::connector: offer_connectors(to); break;
        case Wanted::What::nothing: break;
    }
    out.items = to.items();
    // A word that is there already, alone, needs no offer.
    if (out.items.size() == 1 && out.items[0].insert == text.substr(out.begin, out.end - out.begin))
        out.items.clear();
    return out;
}

}  // namespace ipcscope

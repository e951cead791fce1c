// Recursive descent over the tokens. What it would have gone on with at the end of the text is what
// completion offers.
#pragma once

#include "filter/filter.h"
#include "filter/lexer.h"

namespace ipcscope::filter_internal {

struct Wanted {
    enum class What { field, relation, value, range_or_set, connector, nothing };
    What what = What::nothing;
    std::size_t field = FieldTable::npos;
    Relation relation = Relation::present;
};

class Parser {
public:
    Parser(const FieldTable& table, std::string_view text);
    ParsedFilter parse();
    Wanted wanted() const { return wanted_; }  // at the end of the text, whether it is valid or not

private:
    struct Part {  // a subtree and where it stands
        Filter filter;
        std::size_t begin = 0, end = 0;
    };
    Part either();
    Part both();
    Part negated();
    Part primary();
    Part test();
    void operands(const Field& field, FilterTest& test);
    bool with_field(FilterTest& test);
    Operand operand(const Field& field, Relation relation);
    Literal value(const Field& field, Relation relation, bool in_range);
    bool relation(const Field& field, FilterTest& test, bool& negated);
    void doubt_test(const FilterTest& test, std::size_t begin, std::size_t end);
    void doubt_parts(const std::vector<Part>& parts, Relation relation);

    void step();
    void want(Wanted::What what, std::size_t field = FieldTable::npos, Relation relation = Relation::present);
    void fail(std::size_t begin, std::size_t end, std::string message);
    void fail(std::string message) { fail(token_.begin, token_.end, std::move(message)); }
    bool failed() const { return !out_.errors.empty(); }
    Part gather(Filter::Kind kind, std::vector<Part> parts);

    const FieldTable& table_;
    std::string_view text_;
    Token token_;
    std::size_t last_end_ = 0;  // of the token before
    int depth_ = 0;
    Wanted wanted_;
    ParsedFilter out_;
};

}  // namespace ipcscope::filter_internal

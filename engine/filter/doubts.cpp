// What can be read, but hardly means what it says.
#include "filter/parser.h"
#include "filter/values.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipcscope::filter_internal {

namespace {

using enum Relation;

enum class Holds { sometimes, never, always };

// Of a number that is never below `least`.
Holds holds(const FilterTest& test, std::int64_t least) {
    const auto n = test.values[0].low.number;
    const auto when = [](bool yes, Holds what) { return yes ? what : Holds::sometimes; };
    switch (test.relation) {
        case equal: return when(n < least, Holds::never);
        case unequal: return when(n < least, Holds::always);
        case less: return when(n <= least, Holds::never);
        case at_most: return when(n < least, Holds::never);
        case greater: return when(n < least, Holds::always);
        case at_least: return when(n <= least, Holds::always);
        case in:
            return when(
                std::all_of(test.values.begin(), test.values.end(),
                            [&](const Operand& o) { return (o.high ? *o.high : o.low).number < least; }),
                Holds::never);
        default: return Holds::sometimes;
    }
}

}  // namespace

void Parser::doubt_test(const FilterTest& test, std::size_t begin, std::size_t end) {
    const auto& field = table_[test.field];
    if (test.values.empty() || field.type == FieldType::value) return;
    const bool zero =
        test.relation == equal && test.values[0].low.is_number && test.values[0].low.number == 0;
    if (zero && field.type == FieldType::errnos) {
        out_.doubts.push_back({begin, end,
                               fmt::format("this never holds: {}s that did not fail have no {}; say "
                                           "`not {}`",
                                           table_.what(), field.name, field.name)});
        return;
    }
    if (!field.natural) return;
    const std::int64_t least = 0;
    const auto result = holds(test, least);
    if (result == Holds::never)
        out_.doubts.push_back({begin, end, fmt::format("this never holds: {} is never below 0", field.name)});
    if (result == Holds::always)
        out_.doubts.push_back(
            {begin, end, fmt::format("this holds for whatever has one; `{}` alone says so", field.name)});
}

// a == 1 and a == 2: never. a != 1 or a != 2: always.
void Parser::doubt_parts(const std::vector<Part>& parts, Relation relation) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& one = parts[i].filter;
        if (one.kind != Filter::Kind::test || one.test.relation != relation || one.test.values.empty())
            continue;
        const auto& field = table_[one.test.field];
        if (field.many || field.type == FieldType::value) continue;
        for (std::size_t k = 0; k < i; ++k) {
            const auto& other = parts[k].filter;
            if (other.kind != Filter::Kind::test || other.test.relation != relation ||
                other.test.field != one.test.field || other.test.values.empty() ||
                other.test.values == one.test.values)
                continue;
            const auto a = print_literal(field, relation, other.test.values[0].low);
            const auto b = print_literal(field, relation, one.test.values[0].low);
            auto words =
                relation == equal
                    ? fmt::format("{0} cannot be both {1} and {2}: {0} in {{{1}, {2}}} asks for one of them",
                                  field.name, a, b)
                    : fmt::format(
                          "{0} is always one that is not {1} or not {2}: not {0} in {{{1}, {2}}} "
                          "leaves out both",
                          field.name, a, b);
            out_.doubts.push_back({parts[k].begin, parts[i].end, std::move(words)});
            return;
        }
    }
}

}  // namespace ipcscope::filter_internal

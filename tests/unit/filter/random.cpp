// Filters of any words: none does harm, and each that can be made is printed as it is read.
#include "unit/filter/subjects.h"

#ifndef Q_MOC_RUN
#include <rapidcheck.h>
#endif

#include <QtTest>

#include <cerrno>

using namespace ipcscope;
using namespace ipcscope::testing::filter_tests;

namespace {

// What the parser can make: nested kinds of the same sort are one.
rc::Gen<Literal> literals(const Field& field) {
    using Type = FieldType;
    const auto number = [](std::int64_t n) {
        Literal out;
        out.is_number = true;
        out.number = n;
        return out;
    };
    const auto numbers = [number](auto gen) {
        return rc::gen::map(std::move(gen), [number](std::int64_t n) { return number(n); });
    };
    switch (field.type) {
        case Type::integer:
            if (field.octal) return numbers(rc::gen::inRange<std::int64_t>(0, 07777));
            return numbers(rc::gen::arbitrary<std::int64_t>());
        case Type::duration:
        case Type::time:
        case Type::bytes_count: return numbers(rc::gen::arbitrary<std::int64_t>());
        case Type::errnos: return numbers(rc::gen::element<std::int64_t>(EAGAIN, EPIPE, 0, 4711));
        case Type::choice: return numbers(rc::gen::element<std::int64_t>(0, 1, 7));
        case Type::flags: return numbers(rc::gen::element<std::int64_t>(0, 2, 2048, 2050, 5));
        case Type::boolean: return numbers(rc::gen::element<std::int64_t>(0, 1));
        case Type::value:
            return rc::gen::map(rc::gen::arbitrary<std::string>(), [](std::string text) {
                return Literal{.text = "text " + text};  // never to be taken for a number
            });
        default: break;
    }
    if (field.closed)
        return rc::gen::map(rc::gen::elementOf(field.words),
                            [](std::string word) { return Literal{.text = std::move(word)}; });
    return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::string>(), rc::gen::arbitrary<bool>()),
                        [](std::pair<std::string, bool> made) {
                            return Literal{.any_case = made.second, .text = std::move(made.first)};
                        });
}

Filter random_test() {
    Filter out;
    out.kind = Filter::Kind::test;
    out.test.field = *rc::gen::inRange<std::size_t>(0, table().size());
    const auto& field = table()[out.test.field];
    const auto relation = *rc::gen::suchThat(
        rc::gen::map(rc::gen::inRange(0, 10), [](int n) { return static_cast<Relation>(n); }),
        [&](Relation r) { return relation_fits(field.type, r); });
    out.test.relation = relation;
    if (relation == Relation::present) return out;
    if (relation == Relation::matches) {
        out.test.values = {
            {Literal{.text = *rc::gen::element<std::string>("^a.*b$", "\\d+", "x|y", "\"", "")}, {}}};
        return out;
    }
    const int count = relation == Relation::in ? *rc::gen::inRange(1, 4) : 1;
    for (int i = 0; i < count; ++i) {
        Operand operand{*literals(field), {}};
        const bool ranges = relation == Relation::in && relation_fits(field.type, Relation::less) &&
                            field.type != FieldType::value;
        if (ranges && *rc::gen::arbitrary<bool>()) operand.high = *literals(field);
        out.test.values.push_back(std::move(operand));
    }
    return out;
}

Filter random_filter(int depth, Filter::Kind around = Filter::Kind::all) {
    const auto kind = depth == 0 ? Filter::Kind::test
                                 : *rc::gen::element(Filter::Kind::both, Filter::Kind::either,
                                                     Filter::Kind::negated, Filter::Kind::test);
    if (kind == Filter::Kind::test || kind == around) return random_test();
    Filter out;
    out.kind = kind;
    const int count = kind == Filter::Kind::negated ? 1 : *rc::gen::inRange(2, 4);
    for (int i = 0; i < count; ++i)
        out.children.push_back(
            random_filter(depth - 1, kind == Filter::Kind::negated ? Filter::Kind::all : kind));
    return out;
}

}  // namespace

class TestRandomFilters : public QObject {
    Q_OBJECT
private slots:
    void anythingIsSurvived() {
        // Deep, long and broken texts are refused, not crashed on.
        QVERIFY(!parse_filter(table(), std::string(100'000, '(')).filter);
        std::string nots;
        for (int i = 0; i < 100'000; ++i)
            nots += "not ";
        QVERIFY(!parse_filter(table(), nots + "blocked").filter);
        const bool fine = rc::check([] {
            const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "worker", "==", "(", ")", "{", "}", ",", "..", "1", "2ms", "\"", "'", "\\", "not", "in",
                "and", "or", "|", "&", "!", "~", "op", "pipe.read", "call", "matches", " ", "i", "\xc3",
                "flags", "type"));
            std::string text;
            for (const auto& word : words)
                text += word;
            const auto parsed = parse_filter(table(), text);
            RC_ASSERT(parsed.filter.has_value() == parsed.errors.empty());
            for (const auto& error : parsed.errors)
                RC_ASSERT(error.begin <= error.end && error.end <= text.size() && !error.message.empty());
            const auto cursor = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
            const auto offered = complete_filter(table(), text, cursor);
            RC_ASSERT(offered.begin <= cursor && cursor <= offered.end && offered.end <= text.size());
            if (parsed.filter)
                RC_ASSERT(parse_filter(table(), print_filter(table(), *parsed.filter)).filter ==
                          parsed.filter);
        });
        QVERIFY(fine);
    }

    void whatIsPrintedIsReadTheSame() {
        const bool fine = rc::check([] {
            const auto filter = random_filter(3);
            const auto text = print_filter(table(), filter);
            const auto parsed = parse_filter(table(), text);
            RC_LOG() << text << "\n" << (parsed.errors.empty() ? "" : parsed.errors[0].message);
            RC_ASSERT(parsed.filter.has_value());
            RC_ASSERT(*parsed.filter == filter);
        });
        QVERIFY(fine);
    }
};

std::unique_ptr<QObject> testing::filter_tests::random_filters() {
    return std::make_unique<TestRandomFilters>();
}

#include "random.moc"

// State views of made-up objects: what is shown for a state, and that nothing stale stays.
#include "common/hex_view.h"
#include "helpers/qt_guard.h"
#include "state/level_view.h"
#include "state/mark_view.h"
#include "state/memory_view.h"
#include "state/message_view.h"
#include "state/plain_views.h"
#include "state/state_view.h"

#include <QCheckBox>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#undef signals

using namespace ipcscope;

namespace {

std::vector<StateSpec> queueState() {
    return {{"bytes", types::integer(0, 99999, Unit::bytes), "Bytes", ""},
            {"capacity", types::integer(0, 99999, Unit::bytes), "Capacity", ""},
            {"last", types::integer(0, 99999, Unit::pid), "Last sender", "Who sent last."},
            {"content",
             types::array({"m", types::structure({{"type", types::integer(), "Type"},
                                                  {"text", types::bytes(), "Text"},
                                                  {"size", types::integer(0, 99, Unit::bytes), "Size"}})},
                          100),
             "Messages"}};
}

Fields queue(std::initializer_list<const char*> texts) {
    List list;
    for (const char* text : texts)
        list.push_back(Fields{{"type", 1}, {"text", text}, {"size", static_cast<int>(strlen(text))}});
    return {{"bytes", 1024}, {"capacity", 4096}, {"last", 4711}, {"content", list}};
}

Value level(int value, int more, int zero) {
    return Fields{{"value", value}, {"more", more}, {"zero", zero}, {"pid", 0}};
}

QLabel* problemOf(QWidget& view) {
    return view.findChild<QLabel*>(QStringLiteral("problem"));
}

}  // namespace

class TestStateViews : public testing::GuiTest {
    Q_OBJECT
private slots:
    // Among the figures of another view: a table that is as high as it has rows, and empties itself.
    void structuresAreATable() {
        ObjectSpec object{.id = "o", .label = "Object", .view = ViewHint::memory, .state = queueState()};
        object.state.insert(object.state.begin(), {"data", types::bytes(), "Data", ""});
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        view->resize(400, 400);
        view->show();
        auto* table = view->findChild<QTableWidget*>(QStringLiteral("content"));
        QVERIFY(table);
        QCOMPARE(table->accessibleName(), QStringLiteral("Messages"));
        QCOMPARE(table->horizontalHeaderItem(1)->text(), QStringLiteral("Text"));
        view->setState(queue({"one", "two"}));
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("\"two\""));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("3 bytes"));
        const int low = table->sizeHint().height();
        view->setState(queue({"a", "b", "c", "d", "e", "f", "g", "h", "i"}));
        QVERIFY(table->sizeHint().height() > low);
        const int high = table->sizeHint().height();
        view->setState(queue({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}));
        QCOMPARE(table->sizeHint().height(), high);
        view->setProblem(QStringLiteral("gone"));
        QCOMPARE(table->rowCount(), 0);
    }

    void everyHintHasAView() {
        const ObjectSpec base{.id = "o", .label = "Object", .state = queueState()};
        for (const ViewHint hint : {ViewHint::none, ViewHint::bytes_in_flight, ViewHint::messages,
                                    ViewHint::memory, ViewHint::level, ViewHint::signals, ViewHint::tree}) {
            ObjectSpec object = base;  // a state that does not fit the hint must not hurt either
            object.view = hint;
            std::unique_ptr<StateView> view(makeStateView(object, {}));
            view->show();
            view->setState(queue({"a"}));
            view->setState({});
            view->setProblem(QStringLiteral("gone"));
            QVERIFY(problemOf(*view)->isVisible());
            QCOMPARE(problemOf(*view)->text(), QStringLiteral("gone"));
            view->setState(queue({"b", "c"}));
            QVERIFY(!problemOf(*view)->isVisible());
            QVERIFY(!view->grab().isNull());
        }
    }

    void fillBar() {
        const ObjectSpec object{.id = "o", .view = ViewHint::bytes_in_flight, .state = queueState()};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        auto* bar = view->findChild<FillBar*>();
        view->setState({{"bytes", 1024}, {"capacity", 4096}, {"last", 7}});
        QCOMPARE(bar->text(), QStringLiteral("1 KiB of 4 KiB (25 %)"));
        QCOMPARE(view->findChild<QLabel*>(QStringLiteral("last"))->text(), QStringLiteral("7"));
        view->setState({{"bytes", 1}, {"capacity", 65536}, {"last", 7}});
        QVERIFY(bar->text().endsWith(QLatin1String("(< 1 %)")));
        view->setState({{"bytes", 65535}, {"capacity", 65536}, {"last", 7}});
        QVERIFY2(bar->text().endsWith(QLatin1String("(> 99 %)")), qPrintable(bar->text()));
        view->setProblem(QStringLiteral("why"));
        QVERIFY(!bar->text().contains(QLatin1String("64")));
        QCOMPARE(view->findChild<QLabel*>(QStringLiteral("last"))->text(), QString());
    }

    void messages() {
        const ObjectSpec object{.id = "o", .view = ViewHint::messages, .state = queueState()};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        view->resize(400, 300);
        view->show();
        view->setState(queue({"Hello", "a\nb", "third"}));
        auto* table = view->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->horizontalHeaderItem(3)->text(), QStringLiteral("Text"));  // the text stands last
        QCOMPARE(table->item(1, 3)->text(), QStringLiteral("\"a\\nb\""));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("3 bytes"));
        auto* strip = view->findChild<QueueStrip*>();
        QCOMPARE(strip->count(), 3);
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(30, strip->height() / 2));
        QCOMPARE(table->currentRow(), 0);
        view->setState(queue({"only"}));
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("\"only\""));
        view->setProblem(QStringLiteral("removed"));
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(strip->count(), 0);
        auto unknown = queue({});  // its figures alone are known: that is not an empty one
        QVERIFY(!strip->isHidden());
        std::erase_if(unknown, [](const auto& field) { return field.second.template as<List>() != nullptr; });
        view->setState(unknown);
        QVERIFY(strip->isHidden() && table->isHidden());
        view->setState(queue({}));
        QVERIFY(!strip->isHidden() && !table->isHidden());
    }

    void levels() {
        const ObjectSpec object{
            .id = "o",
            .view = ViewHint::level,
            .state = {{"all",
                       types::array({"v", types::structure(
                                              {{"value", types::integer(), "Value"},
                                               {"more", types::integer(0, 9, Unit::count), "wait for more"},
                                               {"zero", types::integer(0, 9, Unit::count), "wait for zero"},
                                               {"pid", types::integer(0, 9, Unit::pid), "last"}})},
                                    9),
                       "Values"}}};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        view->setState({{"all", List{level(3, 0, 0), level(0, 2, 1)}}});
        auto* bars = view->findChild<LevelBars*>();
        QCOMPARE(bars->levels().size(), std::size_t{2});
        QCOMPARE(bars->levels()[0].value, 3);
        QVERIFY(bars->levels()[0].badges.empty());
        QCOMPARE(bars->levels()[1].badges.size(), std::size_t{2});
        QCOMPARE(bars->levels()[1].badges[0].text, QStringLiteral("wait for more: 2"));
        QVERIFY(bars->levels()[1].badges[0].waits);
        view->setProblem(QStringLiteral("x"));
        QVERIFY(bars->levels().empty());
    }

    void marks() {
        const TypeSpec mask =
            types::flags({{"NUM_ONE", 1}, {"NUM_TWO", 2}, {"NUM_64", static_cast<std::int64_t>(1ull << 63)}});
        const ObjectSpec object{
            .id = "o",
            .view = ViewHint::signals,
            .state = {
                {"p", mask, "Pending (process)"}, {"t", mask, "Pending (thread)"}, {"b", mask, "Blocked"}}};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        view->resize(300, 300);
        view->show();
        view->setState({{"p", static_cast<std::int64_t>(1ull << 63 | 1)}, {"t", 0}, {"b", 1}});
        QCOMPARE(view->findChild<QLabel*>(QStringLiteral("p"))->text(),
                 QStringLiteral("Pending (process) (2)"));
        auto* grid = view->findChild<MarkGrid*>();
        QVERIFY(grid->accessibleDescription().contains(QLatin1String("Blocked: NUM_ONE")));
        QVERIFY(grid->accessibleDescription().contains(QLatin1String("NUM_64")));
        const int all = grid->heightForWidth(60);
        view->findChild<QCheckBox*>()->click();
        QVERIFY(grid->heightForWidth(60) < all);
        const auto letters = distinctLetters({QStringLiteral("Pending (process)"),
                                              QStringLiteral("Pending (thread)"), QStringLiteral("Blocked")});
        QVERIFY((letters == std::vector<QChar>{QLatin1Char('P'), QLatin1Char('T'), QLatin1Char('B')}));
        view->setProblem(QStringLiteral("x"));
        QCOMPARE(grid->accessibleDescription(), QString());
    }

    void memoryShowsChanges() {
        const ObjectSpec object{.id = "o",
                                .view = ViewHint::memory,
                                .state = {{"size", types::integer(0, 1 << 20, Unit::bytes), "Size"},
                                          {"content", types::bytes(), "Content"}}};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        auto* changes = view->findChild<QLabel*>(QStringLiteral("changes"));
        view->setState({{"size", 8}, {"content", "abcd"}});
        QCOMPARE(changes->text(), QString());
        QCOMPARE(view->findChild<HexView*>()->cutText(), QStringLiteral("4 bytes of 8 bytes kept"));
        view->setState({{"size", 8}, {"content", "aXYd"}});
        QVERIFY2(changes->text().contains(QLatin1Char('2')), qPrintable(changes->text()));
        view->setProblem(QStringLiteral("detached"));
        QVERIFY(view->findChild<HexView*>()->bytes().isEmpty());
        view->setState({{"size", 4}, {"content", "zzzz"}});  // nothing to compare with
        QCOMPARE(changes->text(), QString());
    }

    void treeKeepsWhatIsFolded() {
        const ObjectSpec object{.id = "o",
                                .view = ViewHint::tree,
                                .state = {{"list", types::array({"n", types::integer()}, 9), "List"}}};
        std::unique_ptr<StateView> view(makeStateView(object, {}));
        auto* tree = view->findChild<QTreeWidget*>();
        view->setState({{"list", List{1, 2, 3}}});
        QTreeWidgetItem* item = tree->topLevelItem(0);
        QCOMPARE(item->childCount(), 3);
        QCOMPARE(item->child(2)->text(1), QStringLiteral("3"));
        item->setExpanded(false);
        view->setState({{"list", List{4}}});
        QCOMPARE(item->childCount(), 1);
        QVERIFY(!item->isExpanded());
    }
};

QTEST_MAIN(TestStateViews)
#include "test_state_views.moc"

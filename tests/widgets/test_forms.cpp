// Forms made of made-up specs: real keys and clicks, and what comes of them.
#include "common/tones.h"
#include "forms/bytes_editor.h"
#include "forms/check_list.h"
#include "forms/field_rows.h"
#include "forms/operation_form.h"
#include "helpers/qt_guard.h"
#include "schema/text.h"
#include "widgets/forms/made_up_form.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ipcscope;
using namespace ipcscope::testing::forms_tests;

class TestForms : public testing::GuiTest {
    Q_OBJECT
private slots:
    void givesOnlyWhatDiffers() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        QCOMPARE(form.problem(), QString());
        const auto arguments = form.arguments();
        QCOMPARE(arguments.size(), std::size_t{2});  // the two that have no default
        QVERIFY(arguments[0].second == Value(Name{"p.end"}));
        QVERIFY(arguments[1].second == Value(Name{"parent"}));
    }

    void typedValues_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed");  // as the program writes it; "" = refused
        QTest::newRow("number") << "size"
                                << "17"
                                << "17";
        QTest::newRow("hex") << "size"
                             << "0x10"
                             << "16";
        QTest::newRow("KiB") << "size"
                             << "64K"
                             << "65536";
        QTest::newRow("result of the program") << "size"
                                               << "q.size"
                                               << "q.size";
        QTest::newRow("above the limit") << "size"
                                         << "65537"
                                         << "";
        QTest::newRow("no number") << "size"
                                   << "12x"
                                   << "";
        QTest::newRow("empty") << "size"
                               << " "
                               << "";
        QTest::newRow("name of a value") << "key"
                                         << "ANY"
                                         << "ANY";
        QTest::newRow("unnamed value") << "key"
                                       << "12"
                                       << "12";
        QTest::newRow("real") << "ratio"
                              << "0.25"
                              << "0.25";
        QTest::newRow("mode") << "mode"
                              << "0644"
                              << "0644";
        QTest::newRow("mode not octal") << "mode"
                                        << "0688"
                                        << "";
        QTest::newRow("text") << "name"
                              << "a b"
                              << "\"a b\"";
        QTest::newRow("path") << "where"
                              << "/tmp/other"
                              << "\"/tmp/other\"";
        QTest::newRow("duration") << "wait"
                                  << "200 ms"
                                  << "200ms";
        QTest::newRow("duration without unit") << "wait"
                                               << "abc"
                                               << "";
    }
    void typedValues() {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, printed);
        Choices choices;
        OperationForm form(everything(), choices.context());
        const std::string key = name.toStdString();
        type(part<QLineEdit>(form, key.c_str()), text);
        if (printed.isEmpty()) {
            QVERIFY(!form.problem().isEmpty());
            QVERIFY(!act(form)->isEnabled());
            QCOMPARE(message(form), form.problem());
        } else {
            QCOMPARE(form.problem(), QString());
            QVERIFY(act(form)->isEnabled());
            QCOMPARE(
                QString::fromStdString(print_value(editor(form, key.c_str())->type(), argument(form, key))),
                printed);
        }
    }

    void reasonNamesTheLabelAndTheLimit() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        form.show();
        type(part<QLineEdit>(form, "size"), QStringLiteral("99999999999"));
        QVERIFY2(form.problem().startsWith(QLatin1String("Size: ")), qPrintable(form.problem()));
        QVERIFY2(form.problem().contains(QLatin1String("65536")), qPrintable(form.problem()));
        const auto frames = form.findChildren<InvalidFrame*>();
        QCOMPARE(std::count_if(frames.begin(), frames.end(), [](auto* f) { return f->isVisible(); }), 1);
        type(part<QLineEdit>(form, "size"), QStringLiteral("5"));
        QVERIFY(std::none_of(frames.begin(), frames.end(), [](auto* f) { return f->isVisible(); }));
    }

    void checksAndChoices() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        form.show();
        part<QCheckBox>(form, "on")->click();
        QVERIFY(argument(form, "on") == Value(true));
        part<QCheckBox>(form, "few", 1)->click();
        QCOMPARE(argument(form, "few").integer(), 3);
        QTest::keyClick(part<QComboBox>(form, "how"), Qt::Key_Down);
        QCOMPARE(argument(form, "how").integer(), 2);
        auto* list = part<CheckList>(form, "many");
        form.findChild<QToolButton*>(QStringLiteral("more"))->click();
        QTest::mouseClick(list, Qt::LeftButton);
        QVERIFY(list->list()->isVisible());
        QTest::keyClick(list->list(), Qt::Key_Down);
        QTest::keyClick(list->list(), Qt::Key_Space);
        QTest::keyClick(list->list(), Qt::Key_Return);
        QVERIFY(!list->list()->isVisible());
        QCOMPARE(argument(form, "many").integer(), 2);
        QCOMPARE(list->text(), QStringLiteral("M_B"));
        part<QCheckBox>(form, "mode", 3)->click();  // group may read
        QCOMPARE(argument(form, "mode").integer(), 0640);
        QCOMPARE(part<QLineEdit>(form, "mode")->text(), QStringLiteral("0640"));
    }

    void bytesAsTextAndHex() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        auto* text = part<QPlainTextEdit>(form, "data");
        QTest::keyClicks(text, QStringLiteral("say \"a\"\\x00\\n"));
        QCOMPARE(argument(form, "data").bytes(), std::string("say \"a\"\0\n", 9));
        const auto buttons = editor(form, "data")->findChildren<QToolButton*>();
        const auto hex = std::find_if(buttons.begin(), buttons.end(),
                                      [](auto* b) { return b->text() == QLatin1String("Hex"); });
        (*hex)->click();
        QCOMPARE(text->toPlainText(), QStringLiteral("73 61 79 20 22 61 22 00 0a"));
        text->selectAll();
        QTest::keyClicks(text, QStringLiteral("00ff1"));
        QVERIFY(!form.problem().isEmpty());
        QTest::keyClicks(text, QStringLiteral("0"));
        QCOMPARE(argument(form, "data").bytes(), std::string("\0\xff\x10", 3));
        text->selectAll();
        QTest::keyClicks(text, QString(130, QLatin1Char('0')));  // 65 bytes, 64 fit
        QVERIFY2(form.problem().contains(QLatin1String("64")), qPrintable(form.problem()));
    }

    void escapesRoundTrip() {
        std::string all;
        for (int i = 0; i < 256; ++i)
            all += static_cast<char>(i);
        all += "\"quoted\" \\ back";
        QString problem;
        QVERIFY(unescaped(escaped(all), problem) == all);
        QCOMPARE(problem, QString());
        QVERIFY(fromHexDigits(hexDigits(all), problem) == all);
        unescaped(QStringLiteral("a\\"), problem);
        QVERIFY(!problem.isEmpty());
    }

    void arrayRows() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        Editor* ops = editor(form, "ops");
        auto* add = ops->findChild<QToolButton*>(QStringLiteral("add"));
        add->click();
        add->click();
        type(ops->findChildren<QLineEdit*>().value(3), QStringLiteral("5"));
        QCOMPARE(QString::fromStdString(print_value(argument(form, "ops"))),
                 QStringLiteral("[{num: 0, op: -1}, {num: 0, op: 5}]"));
        type(ops->findChildren<QLineEdit*>().value(3), QStringLiteral("50"));
        QVERIFY(form.problem().startsWith(QLatin1String("Operations: Change of 1: ")));
        add->click();
        QVERIFY(!add->isEnabled());  // three is the most
        const auto removes = ops->findChildren<QToolButton*>(QStringLiteral("remove"));
        QCOMPARE(removes.size(), 3);
        removes[1]->click();
        QCOMPARE(form.problem(), QString());
        QCOMPARE(argument(form, "ops").as<List>()->size(), std::size_t{2});
    }

    void conditionsAreLive() {
        static const OperationSpec spec{
            .verb = "v",
            .title = "V",
            .params = {{"flags", types::flags({{"A", 1}, {"B", 2}, {"C", 4}}), "Flags", "", 0},
                       {"ab", types::integer(), "Needed", "", {}, {"flags", {1, 2}}},
                       {"kind", types::choice({{"X", 0}, {"Y", 1}}), "Kind", "", 0},
                       {"y", types::text(), "Y", "", "", {"kind", {1}}}}};
        OperationForm form(spec, {});
        form.show();
        QVERIFY(!editor(form, "ab")->isVisible());
        QCOMPARE(form.problem(), QString());  // what is not shown is not needed
        part<QCheckBox>(form, "flags", 2)->click();
        QVERIFY(!editor(form, "ab")->isVisible());
        part<QCheckBox>(form, "flags", 1)->click();
        QVERIFY(editor(form, "ab")->isVisible());
        QVERIFY(!act(form)->isEnabled());
        type(part<QLineEdit>(form, "ab"), QStringLiteral("3"));
        QVERIFY(act(form)->isEnabled());
        QCOMPARE(argument(form, "ab").integer(), 3);
        QVERIFY(!editor(form, "y")->isVisible());
        QTest::keyClick(part<QComboBox>(form, "kind"), Qt::Key_Down);
        QVERIFY(editor(form, "y")->isVisible());
        part<QCheckBox>(form, "flags", 1)->click();
        QVERIFY(argument(form, "ab").empty());
    }

    void keepsWhatWasChosenByHand() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        auto* combo = part<QComboBox>(form, "from");
        choices.handles.erase(choices.handles.begin());  // filled in for the person: moves on
        form.refreshChoices();
        QVERIFY(argument(form, "from") == Value(Name{"q.end"}));
        choices.handles.insert(choices.handles.begin(), {QStringLiteral("p.end"), {}});
        form.refreshChoices();
        QVERIFY(argument(form, "from") == Value(Name{"q.end"}));
        QTest::keyClick(combo, Qt::Key_Up);
        QVERIFY(argument(form, "from") == Value(Name{"p.end"}));
        choices.handles = {
            {QStringLiteral("q.end"), {}}};  // by hand: stays, and the form says why it cannot be done
        form.refreshChoices();
        QCOMPARE(combo->currentText(), QStringLiteral("p.end"));
        QVERIFY(form.problem().contains(QLatin1String("p.end")));
        choices.handles.clear();
        OperationForm none(everything(), choices.context());
        QVERIFY(none.problem().contains(QLatin1String("thing.end")));
        QVERIFY(!act(none)->isEnabled());
    }

    void returnTriggersWhenValid() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        form.show();
        QSignalSpy triggered(&form, &OperationForm::triggered);
        for (const char* name : {"size", "ratio", "name", "where", "wait", "mode", "key"}) {
            triggered.clear();
            QTest::keyClick(part<QLineEdit>(form, name), Qt::Key_Return);
            QVERIFY2(triggered.size() == 1, name);
        }
        triggered.clear();
        QTest::keyClick(part<QPlainTextEdit>(form, "data"), Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
        QTest::keyClick(part<QPlainTextEdit>(form, "data"), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(argument(form, "data").bytes(), std::string("\n"));
        QTest::mouseClick(act(form), Qt::LeftButton);
        QCOMPARE(triggered.size(), 2);
        type(part<QLineEdit>(form, "size"), QStringLiteral("1 2"));
        QTest::keyClick(part<QLineEdit>(form, "size"), Qt::Key_Return);
        QCOMPARE(triggered.size(), 2);
    }

    void foldOpensForWhatIsSet() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        form.show();
        QVERIFY(editor(form, "size")->isVisible());
        QVERIFY(!editor(form, "wait")->isVisible());
        form.setArgument("wait", 5);
        QVERIFY(editor(form, "wait")->isVisible());
        QCOMPARE(argument(form, "wait").integer(), 5);
        form.setArgument("wait", {});
        QVERIFY(argument(form, "wait").empty());
    }

    void everyPartIsNamedAndReached() {
        Choices choices;
        OperationForm form(everything(), choices.context());
        form.findChild<QToolButton*>(QStringLiteral("more"))->click();
        editor(form, "ops")->findChild<QToolButton*>(QStringLiteral("add"))->click();
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSet<QWidget*> wanted, met;
        for (QWidget* w : form.findChildren<QWidget*>()) {
            if (!(w->focusPolicy() & Qt::TabFocus) || !w->isVisible() || !w->isEnabled() || w->focusProxy())
                continue;
            const auto* button = qobject_cast<QAbstractButton*>(w);
            QVERIFY2(!w->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     w->metaObject()->className());
            if (button && button->group() && !button->isChecked()) continue;  // arrows reach it
            wanted.insert(w);
        }
        QVERIFY(wanted.size() > 20);
        QWidget* const first = part<QComboBox>(form, "from");
        first->setFocus();
        int y = -1;
        do {  // downwards, then back to the first
            QWidget* now = form.focusWidget();
            QVERIFY2(now->mapTo(&form, QPoint(0, now->height())).y() > y, qPrintable(now->accessibleName()));
            y = now->mapTo(&form, QPoint()).y();
            met.insert(now);
            QTest::keyClick(now, Qt::Key_Tab);
        } while (form.focusWidget() != first && met.size() <= wanted.size());
        QCOMPARE(form.focusWidget(), first);
        for (QWidget* w : wanted) {
            const bool reached = met.contains(w) || std::any_of(met.begin(), met.end(), [&](QWidget* m) {
                                     return m->isAncestorOf(w) || w->isAncestorOf(m);
                                 });
            QVERIFY2(reached,
                     qPrintable((qobject_cast<QAbstractButton*>(w) ? qobject_cast<QAbstractButton*>(w)->text()
                                                                   : w->accessibleName()) +
                                QLatin1Char(' ') + QLatin1String(w->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestForms)
#include "test_forms.moc"

// The program's text in the window: offers while typing, errors, undo of everything, running and recording
// from a line.
#include "completion_list.h"
#include "fill_outcomes.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "helpers/subjects.h"
#include "main_window.h"
#include "parameters_dialog.h"
#include "program_actions.h"
#include "program_completer.h"
#include "program_editor.h"
#include "program_panel.h"
#include "session/completion.h"
#include "theme.h"

#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QtTest>

using namespace ipcscope;
std::unique_ptr<QObject> dailyUse();  // editing/daily_use.cpp

using RunPhase = RunController::Phase;

namespace {

const auto hello = QStringLiteral(
    "workers: parent\n"
    "parent: p = pipe.create()\n"
    "parent: child = process.fork()\n"
    "child: pipe.write(p.write_end, data: \"Hello\")   # = 5\n"
    "parent: pipe.read(p.read_end, size: 64)         # = 5 \"Hello\"\n");

// `@` is the cursor. The labels, the likeliest first.
QStringList offered(const std::string& marked) {
    const auto at = marked.find('@');
    auto text = marked;
    text.erase(at, 1);
    QStringList out;
    for (const auto& item : complete_program(testing::registry(), text, at).items)
        out += QString::fromStdString(item.label);
    return out;
}

}  // namespace

class TestEditing : public testing::GuiTest {
    Q_OBJECT

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;

    ProgramEditor* editor() { return window_->program()->editor(); }
    CompletionList* list() { return editor()->completer()->list(); }
    ProgramDocument& document() { return window_->session().document(); }
    QUndoStack& stack() { return document().history().stack(); }
    QString text() { return document().text()->toPlainText(); }
    RunController& controller() { return window_->session().controller(); }
    void open(const QString& program) {
        document().setText(program, QString());
        editor()->setFocus();
        editor()->moveCursor(QTextCursor::End);
    }
    // As its key would; a window without a desktop need not be the active one.
    void press(const QKeySequence& keys) {
        const auto actions = window_->findChildren<QAction*>();
        for (auto* action : actions)
            if (action->shortcut() == keys) return action->trigger();
        QFAIL(qPrintable(keys.toString()));
    }
    void type(const char* words) { QTest::keyClicks(editor(), QLatin1String(words)); }
    QString held() {
        const auto state = controller().state();
        for (const auto& worker : state->workers)
            if (worker.status == WorkerStatus::held)
                return QString::fromStdString(worker.name + ": " +
                                              controller().recording()->calls().find(worker.current)->text);
        return {};
    }

private slots:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        applyTheme(Theme::light);
    }
    void init() {
        failOnWarnings();
        QSettings().clear();
        window_.reset();
        window_ = std::make_unique<MainWindow>(testing::registry());
        window_->resetLayout();
        window_->resize(1280, 800);
        window_->show();
        window_->activateWindow();
        // What becomes active later would take the focus away from a list that is open by then.
        QTRY_VERIFY_WITH_TIMEOUT(window_->isActiveWindow(), 20'000);
    }
    void cleanupTestCase() { window_.reset(); }

    void offersComeFromTheSpecs() {
        const std::string head = "workers: a, b\na: p = pipe.create()\na: c = process.fork()\n";
        for (const auto& form : statement_forms)
            if (!form.of_worker && std::string_view(form.word) != "end")
                QVERIFY2(offered("@").contains(QString::fromUtf8(form.form)), form.form);
        QCOMPARE(offered(head + "@").first(3),
                 QStringList({QStringLiteral("a:"), QStringLiteral("b:"), QStringLiteral("c:")}));
        QVERIFY(offered(head + "a: @").contains(QStringLiteral("pipe.write")));
        QVERIFY(offered(head + "a: @").contains(QStringLiteral("await")));
        QVERIFY(!offered(head + "a: x = @").contains(QStringLiteral("await")));
        // A part of the name is enough, and what begins with it comes first.
        QCOMPARE(offered(head + "a: pipe.w@").value(0), QStringLiteral("pipe.write"));
        QVERIFY(offered(head + "a: write@").contains(QStringLiteral("pipe.write")));
        QVERIFY(!offered(head + "a: write@").contains(QStringLiteral("pipe.read")));
        // Names that fit, then parameters; those that are given are not offered again.
        QCOMPARE(offered(head + "a: pipe.write(p@"), QStringList({QStringLiteral("p.write_end")}));
        QVERIFY(offered(head + "a: pipe.write(p.write_end, @").contains(QStringLiteral("data:")));
        QVERIFY(
            !offered(head + "a: pipe.write(p.write_end, data: \"x\", @)").contains(QStringLiteral("data:")));
        QVERIFY(
            !offered(head + "a: pipe.write(p.write_end, @, data: \"x\")").contains(QStringLiteral("data:")));
        QVERIFY(offered("workers: a\na: pipe.create(flags: @").contains(QStringLiteral("O_NONBLOCK")));
        QVERIFY(!offered("workers: a\na: pipe.create(flags: O_NONBLOCK | @").isEmpty());
        QVERIFY(!offered("workers: a\na: pipe.create(flags: O_NONBLOCK | @")
                     .contains(QStringLiteral("O_NONBLOCK")));
        QVERIFY(offered(head + "a: process.kill(@").contains(QStringLiteral("c")));
        QVERIFY(offered(head + "a: pipe.write(p.write_end, data: \"p@").isEmpty());
        QVERIFY(offered(head + "# a: @").isEmpty());
        QVERIFY(offered("workers: @").isEmpty());
        QVERIFY(
            offered(head + "a: pipe.read(p.read_end, size: 1) # EAG@").contains(QStringLiteral("EAGAIN")));
        QVERIFY(offered(head + "a: pipe.read(p.read_end, size: 1) @").contains(QStringLiteral("async")));
        QVERIFY(offered(head + "a: repeat 3\n  @").contains(QStringLiteral("end")));
        QVERIFY(offered(head + "repeat 3 as i\n  a: kill\n @").contains(QStringLiteral("end")));
        QVERIFY(!offered(head + " @").contains(QStringLiteral("end")));
        // Variables where their value fits, and within strings.
        const std::string lets = head + "let n = 5\nlet word = \"x\"\n";
        QVERIFY(offered(lets + "a: pipe.read(p.read_end, size: @").contains(QStringLiteral("n")));
        QVERIFY(!offered(lets + "a: pipe.read(p.read_end, size: @").contains(QStringLiteral("word")));
        QCOMPARE(offered(lets + "a: pipe.write(p.write_end, data: \"\\{w@"),
                 QStringList({QStringLiteral("word")}));
        QVERIFY(offered("let x = @").isEmpty());
        const std::string odd = head + "a: )]}pipe.write((([{data::,\"\\\" # \xc3\xa4 |||\na:b:c=(\n= =\n";
        for (std::size_t at = 0; at <= odd.size(); ++at)
            complete_program(testing::registry(), odd, at);
    }

    void typedWithTheHelpOfTheList() {
        open(QStringLiteral("workers: a\n"));
        type("a");
        QTRY_VERIFY(list()->isOpen());
        QTest::keyClick(editor(), Qt::Key_Tab);  // "a: "
        QVERIFY(text().endsWith(QStringLiteral("\na: ")));
        type("p = pipe.cr");
        QTRY_VERIFY(list()->isOpen());
        QCOMPARE(list()->items().front().label, QStringLiteral("pipe.create"));
        auto* popup = list()->completer()->popup();
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY2(text().endsWith(QStringLiteral("\na: p = pipe.create()")), qPrintable(text()));
        list()->close();
        editor()->moveCursor(QTextCursor::EndOfLine);
        // Enter makes a new line as long as nothing is chosen.
        QTest::keyClick(editor(), Qt::Key_Return);
        type("a: pipe.write(");
        QTRY_VERIFY(list()->isOpen());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!list()->isOpen());
        QTest::keyClick(editor(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(list()->isOpen());
        QTest::keyClick(editor(), Qt::Key_Tab);
        QVERIFY2(text().endsWith(QStringLiteral("pipe.write(p.write_end")), qPrintable(text()));
        type(", da");
        QTest::keyClick(editor(), Qt::Key_Tab);
        type("\"hi\")");
        QVERIFY2(document().parsed().errors.empty(), qPrintable(text()));
        QVERIFY(!list()->isOpen());
    }

    void whatIsWrongIsSaidAndFound() {
        auto* problem = window_->program()->findChild<QLabel*>(QStringLiteral("programProblem"));
        open(QStringLiteral("workers: a\n\n\na: pipe.craete()\n"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("pipe.create")), qPrintable(problem->text()));
        editor()->moveCursor(QTextCursor::Start);
        press(QKeySequence(Qt::Key_F4));
        QCOMPARE(editor()->textCursor().blockNumber(), 3);
        QCOMPARE(editor()->textCursor().positionInBlock(), 3);
        // The word is underlined, not the rest of the line.
        bool underlined = false;
        for (const auto& selection : editor()->extraSelections())
            underlined = underlined || selection.cursor.selectedText() == QStringLiteral("pipe.craete");
        QVERIFY(underlined);
        editor()->moveCursor(QTextCursor::EndOfLine);
        editor()->find(QStringLiteral("craete"), QTextDocument::FindBackward);
        type("create");
        QTRY_VERIFY(!problem->isVisible());
    }

    void everyEditIsUndone() {
        open(hello);
        QVERIFY(!stack().canUndo() && !document().isModified());
        type("ab");
        list()->close();
        QCOMPARE(stack().count(), 1);  // typed in one go
        QVERIFY(document().isModified());
        QTest::keyClick(editor(), Qt::Key_Backspace);
        QTest::keyClick(editor(), Qt::Key_Backspace);
        QCOMPARE(stack().count(), 2);
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(text().endsWith(QStringLiteral("ab")));
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), hello);
        QVERIFY(!document().isModified());  // as it was saved
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(text().endsWith(QStringLiteral("ab")));
        // What is typed now takes the place of what could be done again.
        type("c");
        QVERIFY(!stack().canRedo());
        while (stack().canUndo())
            stack().undo();
        QCOMPARE(text(), hello);

        editor()->selectAll();
        press(QKeySequence(Qt::CTRL | Qt::Key_Slash));
        QVERIFY(text().startsWith(QStringLiteral("# workers")));
        QCOMPARE(stack().count(), 1);
        stack().undo();
        QCOMPARE(text(), hello);
        editor()->selectAll();
        QTest::keyClick(editor(), Qt::Key_Delete);
        QVERIFY(text().isEmpty());
        stack().undo();
        QCOMPARE(text(), hello);
        stack().redo();
        QVERIFY(text().isEmpty());
    }

    void aClickIsOneStepWithItsName() {
        auto& session = window_->session();
        session.setRecordsOutcomes(true);
        Statement statement;
        statement.kind = Statement::Kind::operation;
        statement.worker = "parent";
        statement.binding = "p";
        statement.operation = testing::registry().operation("pipe.create")->id;
        open(QString());
        bool done = false;
        session.click(statement, this, [&](const RunController::Click&) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
        QVERIFY2(text().contains(QStringLiteral("pipe.create()  # =")), qPrintable(text()));
        QVERIFY2(stack().undoText().contains(QStringLiteral("p = pipe.create()")),
                 qPrintable(stack().undoText()));
        const auto actions = window_->findChildren<QAction*>();
        const auto undo = std::find_if(actions.begin(), actions.end(), [](const QAction* each) {
            return each->shortcut() == QKeySequence(QKeySequence::Undo);
        });
        QVERIFY(undo != actions.end() && (*undo)->isEnabled());
        QVERIFY2((*undo)->text().contains(QStringLiteral("pipe.create")), qPrintable((*undo)->text()));
        (*undo)->trigger();  // the line with its outcome
        QCOMPARE(text().trimmed(), QStringLiteral("workers: parent"));
        stack().redo();
        QVERIFY(text().contains(QStringLiteral("pipe.create()  # =")));
    }

    void manyRandomEditsComeBack() {
        open(hello);
        std::uint32_t seed = 7;
        const auto next = [&](int below) {
            seed = seed * 1664525u + 1013904223u;
            return static_cast<int>((seed >> 8) % static_cast<std::uint32_t>(below));
        };
        QStringList states{text()};
        const QStringList pieces{QStringLiteral("x"), QStringLiteral("\n"), QStringLiteral("äöü\n\n"),
                                 QStringLiteral("parent: pipe.create()\n"), QString()};
        for (int i = 0; i < 200; ++i) {
            QTextCursor cursor(document().text());
            const int count = document().text()->characterCount() - 1;
            const int from = next(count + 1);
            cursor.setPosition(from);
            cursor.setPosition(std::min(count, from + next(12)), QTextCursor::KeepAnchor);
            const int before = stack().index();
            cursor.insertText(pieces.at(next(5)));
            if (stack().index() == before)  // nothing, or one with the last
                states.back() = text();
            else
                states += text();
        }
        QCOMPARE(stack().count(), states.size() - 1);
        for (auto i = states.size() - 1; i-- > 0;) {
            stack().undo();
            QCOMPARE(text(), states.at(i));
        }
        for (qsizetype i = 1; i < states.size(); ++i) {
            stack().redo();
            QCOMPARE(text(), states.at(i));
        }
    }

    void runFromHerePausesThere() {
        open(hello);
        QTRY_VERIFY(document().parsed().errors.empty());
        editor()->goTo(4);
        press(QKeySequence(Qt::CTRL | Qt::Key_F10));
        QTRY_COMPARE_WITH_TIMEOUT(held(), QStringLiteral("child: pipe.write(p.write_end, data: \"Hello\")"),
                                  20'000);
        const auto events = controller().recording()->events().size();
        QVERIFY(events > 0);
        controller().goOn({});
        QTRY_COMPARE_WITH_TIMEOUT(controller().phase(), RunPhase::live, 20'000);
        QCOMPARE(testing::explain(controller().report()), std::string());
        // Behind the last operation there is nothing to begin with.
        QVERIFY(!window_->session().runFrom(7).isEmpty());
    }

    void outcomesAreFilledInAsOneStep() {
        const auto plain = QStringLiteral(
            "workers: parent\n"
            "let message = \"Hello\"   # what is said\n"
            "parent: p = pipe.create()\n"
            "parent: pipe.write(p.write_end, data: message)\n"
            "parent: pipe.read(p.read_end, size: 64)   # = 4\n");
        open(plain);
        auto* actions = window_->program()->actions();
        auto *parameters = actions->programActions().at(0), *fill = actions->programActions().at(1);
        QTRY_VERIFY(parameters->isEnabled());
        QVERIFY(!fill->isEnabled());
        {
            // Another value, where it stands.
            ParametersDialog dialog(window_->session());
            auto* edit = dialog.findChild<QLineEdit*>();
            QVERIFY(edit);
            QCOMPARE(edit->text(), QStringLiteral("\"Hello\""));
            edit->setText(QStringLiteral("12"));
            QVERIFY(dialog.text().isEmpty() || dialog.text().contains(QStringLiteral("\"12\"")));
            edit->setText(QStringLiteral("\"Ciao\""));
            QVERIFY(dialog.text().contains(QStringLiteral("let message = \"Ciao\"   # what is said")));
            dialog.accept();
        }
        QCOMPARE(stack().undoText(), QStringLiteral("the parameters"));
        QTRY_COMPARE_WITH_TIMEOUT(controller().phase(), RunPhase::live, 20'000);
        QCOMPARE(controller().report().problem, std::string());
        QTRY_VERIFY(fill->isEnabled());
        const auto steps = stack().count();
        QSignalSpy done(actions->outcomes(), &FillOutcomes::done);
        actions->outcomes()->start(nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000);
        QVERIFY2(text().contains(QStringLiteral("data: message)  # = 4")), qPrintable(text()));
        QCOMPARE(stack().count(), steps + 1);
        stack().undo();
        QVERIFY(!text().contains(QStringLiteral("message)  #")));
        stack().undo();
        QCOMPARE(text(), plain);
    }

    void recordFromHereWritesThere() {
        open(hello);
        editor()->goTo(4);
        press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        QCOMPARE(document().insertion(), 4);
        QTRY_COMPARE_WITH_TIMEOUT(controller().phase(), RunPhase::live, 20'000);
        auto* note = window_->program()->findChild<QLabel*>(QStringLiteral("insertionNote"));
        QVERIFY(note->isVisible() && note->text().contains(QLatin1Char('4')));
        Statement statement;
        statement.kind = Statement::Kind::operation;
        statement.worker = "parent";
        statement.binding = window_->session().freeName(QStringLiteral("p")).toStdString();
        statement.operation = testing::registry().operation("pipe.create")->id;
        bool done = false;
        window_->session().click(statement, this,
                                 [&](const RunController::Click& click) { done = click.refused.isEmpty(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
        const auto lines = text().split(QLatin1Char('\n'));
        QVERIFY2(lines.at(3).startsWith(QStringLiteral("parent: p2 = pipe.create()")), qPrintable(text()));
        QVERIFY(lines.at(4).startsWith(QStringLiteral("child: pipe.write")));
        QCOMPARE(document().insertion(), 5);
        window_->session().runProgram();
        QCOMPARE(document().insertion(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(controller().phase(), RunPhase::live, 20'000);
        QCOMPARE(testing::explain(controller().report()), std::string());
        // One line alone, as it stands.
        const auto before = controller().state()->objects.size();
        QCOMPARE(window_->session().doLine(2), QString());
        QTRY_COMPARE_WITH_TIMEOUT(controller().state()->objects.size(), before + 1, 20'000);
        QVERIFY(!window_->session().doLine(1000).isEmpty());
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return testing::runSubjects(argc, argv, std::make_unique<TestEditing>(), dailyUse());
}
#include "test_editing.moc"

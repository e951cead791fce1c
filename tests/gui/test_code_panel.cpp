// The code dock: follows the program, the language and the selected line.
#include "code_panel.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "session.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QtTest>

using namespace ipcscope;

namespace {

const QString hello = QStringLiteral(
    "workers: parent\n"
    "parent: p = pipe.create()\n"
    "parent: child = process.fork()\n"
    "child: pipe.write(p.write_end, data: \"Hello\")   # = 5\n"
    "parent: pipe.read(p.read_end, size: 64)         # = 5 \"Hello\"\n");

}  // namespace

class TestCodePanel : public testing::GuiTest {
    Q_OBJECT

private slots:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory_.path());
    }
    void init() {
        failOnWarnings();
        QSettings().clear();
        panel_.reset();
        session_ = std::make_unique<Session>(testing::registry());
        panel_ = std::make_unique<CodePanel>(*session_);
        panel_->resize(600, 400);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanupTestCase() {
        panel_.reset();
        session_.reset();
    }

    void everyLanguage() {
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        QVERIFY(text().contains(QStringLiteral("int main(void)")));
        panel_->languages()->setCurrentIndex(panel_->languages()->findText(QStringLiteral("C++")));
        QVERIFY(text().contains(QStringLiteral("class UniqueFd")));
        panel_->languages()->setCurrentIndex(panel_->languages()->findText(QStringLiteral("Python")));
        QVERIFY(text().contains(QStringLiteral("os.pipe2(0)")));
        // The choice is kept.
        CodePanel other(*session_);
        QCOMPARE(other.language(), Language::python);
    }
    void followsTheText() {
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        QVERIFY(text().contains(QStringLiteral("\"Hello\", 5")));
        session_->document().text()->setPlainText(
            QString(hello).replace(QStringLiteral("Hello"), QStringLiteral("Salut")));
        QTRY_VERIFY(text().contains(QStringLiteral("\"Salut\", 5")));
        // Where there are errors, it says so.
        session_->document().text()->setPlainText(QStringLiteral("workers: a\na: pipe.wirte()\n"));
        auto* note = panel_->findChild<QLabel*>(QStringLiteral("codeNote"));
        QTRY_VERIFY(note->isVisible());
        QVERIFY(text().isEmpty());
    }
    void isMadeWhenItIsSeen() {
        panel_->hide();
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        QVERIFY(text().isEmpty());
        panel_->show();
        QVERIFY(!text().isEmpty());
    }
    void marksTheLine() {
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        panel_->followLine(4);
        const auto marked = panel_->text()->extraSelections();
        QVERIFY(marked.size() >= 4);
        QVERIFY(marked.front().cursor.block().text().contains(QStringLiteral("// 4  child: pipe.write")));
        bool call = false;
        for (const auto& one : marked)
            call = call || one.cursor.block().text().contains(QStringLiteral("ret = write("));
        QVERIFY(call);
        panel_->followLine(1);  // it has become no line of its own
        QVERIFY(panel_->text()->extraSelections().isEmpty());
    }
    void followsTheSelectedEvent() {
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        QSignalSpy ended(&session_->controller(), &RunController::programEnded);
        session_->runProgram();
        QVERIFY(ended.wait(15'000));
        const auto run = session_->controller().recording();
        std::optional<quint64> read;
        for (quint64 seq = 0; seq < run->events().size(); ++seq)
            if (const auto* call = run->calls().find(CallId{run->events()[seq].call});
                call && call->line == 5)
                read = seq;
        QVERIFY(read);
        session_->selection().select(*read);
        QVERIFY(!panel_->text()->extraSelections().isEmpty());
        QVERIFY(panel_->text()->extraSelections().front().cursor.block().text().contains(
            QStringLiteral("// 5  parent")));
        session_->controller().endRun();
        QTRY_VERIFY(!session_->controller().alive());
    }
    void isCopiedAndSaved() {
        session_->document().setText(hello, QStringLiteral("hello.ips"));
        auto buttons = panel_->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), text());
        const QString path = directory_.filePath(QStringLiteral("hello.c"));
        QVERIFY(panel_->saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text());
    }

private:
    QString text() const { return panel_->text()->toPlainText(); }
    QTemporaryDir directory_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<CodePanel> panel_;
};

QTEST_MAIN(TestCodePanel)
#include "test_code_panel.moc"

// A mechanism that is one folder in tests/helpers/mechanisms, and nothing else: everything that a person
// meets of it is derived.
#include "event_model.h"
#include "event_table.h"
#include "forms/operation_form.h"
#include "helpers/qt_guard.h"
#include "main_window.h"
#include "mechanism_panel.h"
#include "mechanisms/driver.h"
#include "operation_pane.h"
#include "program_editor.h"
#include "schema/registry.h"
#include "theme.h"
#include "timeline_panel.h"

#include <QComboBox>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QtTest>

using namespace ipcscope;

namespace {

const Registry& known() {
    static const Registry registry(all_specs());
    return registry;
}

QString cli(const QStringList& arguments, const QByteArray& input = {}, int* code = nullptr) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ipcscope-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) return QStringLiteral("no end");
    if (code) *code = process.exitCode();
    return QString::fromUtf8(process.readAllStandardOutput());
}

void press(OperationPane* pane, const char* call) {
    const int index = pane->operations()->findText(QString::fromUtf8(call), Qt::MatchContains);
    QVERIFY2(index >= 0, call);
    pane->operations()->setCurrentIndex(index);
    QTRY_COMPARE(pane->form()->problem(), QString());
    auto* button = pane->form()->findChild<QPushButton*>(QString(), Qt::FindDirectChildrenOnly);
    for (auto* each : pane->form()->findChildren<QPushButton*>())
        if (each->isDefault() || each->autoDefault()) button = each;
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

}  // namespace

class TestOneFolder : public testing::GuiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        applyTheme(Theme::light);
    }

    void itIsTheOnlyOne() {
        QCOMPARE(known().mechanisms().size(), std::size_t{1});
        QCOMPARE(std::string(known().mechanisms().front()->id), std::string("timerfd"));
        QCOMPARE(sessions_of("timerfd").size(), std::size_t{3});
    }

    void theCommandLineKnowsIt() {
        QVERIFY(cli({QStringLiteral("mechanisms")}).contains(QStringLiteral("timerfd.settime")));
        const auto help =
            cli({QStringLiteral("do"), QStringLiteral("timerfd.settime"), QStringLiteral("--help")});
        QVERIFY2(help.contains(QStringLiteral("value: duration = 1ms")), qPrintable(help));
        for (const auto& [name, text] : sessions_of("timerfd")) {
            int code = -1;
            const auto out = cli({QStringLiteral("run"), QStringLiteral("--verify"), QStringLiteral("-")},
                                 QByteArray(text.data(), static_cast<qsizetype>(text.size())), &code);
            QVERIFY2(code == 0, qPrintable(out));
        }
    }

    // Its code.cpp becomes a program that a C compiler takes without a warning, and that does the same.
    void theGeneratorKnowsIt() {
        QTemporaryDir folder;
        const auto source = folder.filePath(QStringLiteral("timer.c")),
                   program = folder.filePath(QStringLiteral("timer"));
        QFile session(folder.filePath(QStringLiteral("timer.ips")));
        QVERIFY(session.open(QIODevice::WriteOnly));
        session.write(QByteArray::fromStdString(std::string(sessions_of("timerfd").front().second)));
        session.close();
        int code = -1;
        const auto said = cli({QStringLiteral("code"), session.fileName(), QStringLiteral("--lang"),
                               QStringLiteral("c"), QStringLiteral("-o"), source},
                              {}, &code);
        QVERIFY2(code == 0, qPrintable(said));
        QProcess compiler;
        compiler.setProcessChannelMode(QProcess::MergedChannels);
        compiler.start(
            QStringLiteral("cc"),
            {QStringLiteral("-std=c17"), QStringLiteral("-Wall"), QStringLiteral("-Wextra"),
             QStringLiteral("-Werror"), QStringLiteral("-o"), program, source, QStringLiteral("-pthread")});
        QVERIFY(compiler.waitForFinished());
        QVERIFY2(compiler.exitCode() == 0, compiler.readAll());
        QProcess run;
        run.start(program, QStringList());
        QVERIFY(run.waitForFinished());
        const auto printed = run.readAllStandardOutput();
        QVERIFY2(printed.contains("timerfd.read = 8 expiries=1"), printed);
    }

    void theWindowKnowsIt() {
        MainWindow window(known());
        window.resetLayout();
        window.show();
        auto* panel = window.openMechanism(QStringLiteral("timerfd"));
        QVERIFY(panel);
        press(panel->pane(Side::create), "create");
        QTRY_VERIFY(!panel->objects()->currentText().isEmpty());
        press(panel->pane(Side::send), "settime");
        press(panel->pane(Side::receive), "read");
        const auto text = [&] { return window.session().document().text()->toPlainText(); };
        const auto line = QStringLiteral("timerfd.read(t)");
        QTRY_VERIFY2(text().contains(line), qPrintable(text()));
        auto* model = window.events()->eventModel();
        const auto listed = [&] {
            for (int row = 0; row < model->rowCount(); ++row)
                for (int column = 0; column < model->columnCount(); ++column)
                    if (model->index(row, column).data().toString().contains(QStringLiteral("expiries=1")))
                        return true;
            return false;
        };
        QTRY_VERIFY(listed());
        const auto state = window.session().controller().state();
        QCOMPARE(state->objects.size(), std::size_t{1});
        QCOMPARE(std::string(state->objects.begin()->second.spec->label), std::string("Timer"));
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(TestOneFolder)
#include "test_one_folder.moc"

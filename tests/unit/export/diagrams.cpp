// The texts of diagrams: as expected, of the right grammar, and not to be broken by what they show.
#include "export/sequence_text.h"
#include "helpers/cli.h"
#include "helpers/hand_made_recording.h"
#include "unit/export/subjects.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::export_tests;

namespace {

QString golden(const QString& name, const std::string& text) {
    QFile file(QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/") + name);
    if (qEnvironmentVariableIsSet("IPCSCOPE_WRITE_GOLDEN") && file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::fromStdString(text));
        file.close();
    }
    if (!file.open(QIODevice::ReadOnly)) return QStringLiteral("%1 is not there").arg(file.fileName());
    const auto wanted = file.readAll();
    return wanted.toStdString() == text ? QString()
                                        : QString::fromStdString(name.toStdString() + " differs:\n" + text);
}

void plantUmlTakes(const std::string& diagram) {
    const auto program = QStandardPaths::findExecutable(QStringLiteral("plantuml"));
    if (program.isEmpty()) QSKIP("plantuml is not installed: its syntax is not checked by itself");
    QProcess process;
    process.start(program, {QStringLiteral("-charset"), QStringLiteral("UTF-8"), QStringLiteral("-syntax")});
    process.write(diagram.data(), static_cast<qint64>(diagram.size()));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    const auto said = process.readAllStandardOutput();
    QVERIFY2(said.startsWith("SEQUENCE"), (said.toStdString() + "\n" + diagram).c_str());
}

}  // namespace

class TestDiagrams : public QObject {
    Q_OBJECT
private slots:
    void textsAreAsExpected() {
        const Story s;
        SequenceTextOptions options;
        options.title = "A story <of> two; #processes";
        for (const bool objects : {false, true}) {
            options.choice.objects = objects;
            const auto name = objects ? QStringLiteral("story_objects") : QStringLiteral("story");
            const auto mermaid = text(s.run, DiagramLanguage::mermaid, options);
            QCOMPARE(golden(name + QStringLiteral(".mmd"), mermaid), QString());
            QCOMPARE(mermaid_problem(mermaid), QString());
            const auto plant = text(s.run, DiagramLanguage::plantuml, options);
            QCOMPARE(golden(name + QStringLiteral(".puml"), plant), QString());
        }
    }

    void theGrammarFindsWhatIsWrong() {
        const std::string good = "sequenceDiagram\n    participant c0 as a\n    c0->>c0: x #59; y\n";
        QCOMPARE(mermaid_problem(good), QString());
        for (const auto* bad :
             {"    c0->>c1: x\n", "    c0->>c0: x; y\n", "    c0->>c0: a # b\n", "    c0 says\n",
              "    deactivate c0\n", "    c0->>c0: \n", "    c0->>c0: %%{init}%%\n"})
            QVERIFY2(!mermaid_problem(good + bad).isEmpty(), bad);
    }

    void hostileTextStaysText() {
        HandMadeRecording run;
        const auto a = run.worker("end\nactivate c0;%%{init: 1}%% <b>#35;\"'\\ [[http]] ${x} ~~");
        for (const auto* said :
             {"@enduml", "/' comment '/", "**bold** //i// __u__ --s-- \"\"m\"\"", "wrap: x", "!include x",
              "... x ...", "== x ==", "a\nb\r\tc", "<U+0041>&#65;", "}}{{"})
            run.event(Phase::note, a, "", {.payload = said});
        const auto mermaid = text(run, DiagramLanguage::mermaid);
        QCOMPARE(mermaid_problem(mermaid), QString());
        const auto plant = text(run, DiagramLanguage::plantuml);
        QCOMPARE(QString::fromStdString(plant).count(QStringLiteral("@enduml")), 1);
        QCOMPARE(QString::fromStdString(plant).count(QLatin1Char('\n')), 15);
        plantUmlTakes(plant);
    }

    void plantUmlTakesTheStory() {
        const Story s;
        SequenceTextOptions options;
        options.title = "A story";
        plantUmlTakes(text(s.run, DiagramLanguage::plantuml, options));
        options.choice.objects = true;
        plantUmlTakes(text(s.run, DiagramLanguage::plantuml, options));
    }

    void nothingIsADiagramToo() {
        HandMadeRecording run;
        QCOMPARE(mermaid_problem(text(run, DiagramLanguage::mermaid)), QString());
        plantUmlTakes(text(run, DiagramLanguage::plantuml));
    }

    void theCommandRunsAndExports() {
        QTemporaryDir folder;
        const auto out = folder.filePath(QStringLiteral("x.mmd"));
        const auto cli = [](const QStringList& words) { return run_cli(words).code; };
        const auto file = QStringLiteral(IPCSCOPE_SOURCE_DIR "/resources/examples/hello_pipe.ips");
        const auto as = QStringLiteral("--as");
        QCOMPARE(
            cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), QStringLiteral("-o"), out}),
            0);
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto mermaid = written.readAll().toStdString();
        QCOMPARE(mermaid_problem(mermaid), QString());
        for (const auto* part :
             {"c0->>c1: fork\n", "write \"Hello\"", "(back)\n", "waits for a writer of back",
              "read(there.read_end, size: 64) = 0", "Note over c1: killed SIGTERM"})
            QVERIFY2(mermaid.find(part) != std::string::npos, (part + ("\n" + mermaid)).c_str());
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"),
                      QStringLiteral("--workers"), QStringLiteral("nobody")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), QStringLiteral("--from"),
                      QStringLiteral("soon")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("poetry")}), 2);
        const auto filter = QStringLiteral("--filter");
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), filter,
                      QStringLiteral("op ==")}),
                 2);
        QCOMPARE(cli({QStringLiteral("export"), file, as, QStringLiteral("mermaid"), filter,
                      QStringLiteral("op == pipe.close"), QStringLiteral("-o"), out}),
                 0);
        QFile filtered(out);
        QVERIFY(filtered.open(QIODevice::ReadOnly));
        const auto closes = filtered.readAll();
        QVERIFY2(closes.contains("close(there.read_end)") && !closes.contains("Hello"), closes);
    }
};

std::unique_ptr<QObject> testing::export_tests::diagrams() {
    return std::make_unique<TestDiagrams>();
}

#include "diagrams.moc"

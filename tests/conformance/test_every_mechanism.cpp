// What holds for every mechanism and operation, whatever it is: written once, run for all of them.
#include "codegen/template.h"
#include "helpers/hostile.h"
#include "helpers/run_fixture.h"
#include "helpers/traced.h"
#include "mechanisms/driver.h"
#include "schema/text.h"
#include "session/program.h"
#include "session/visible.h"

#include <QProcess>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

const MechanismSpec& current() {
    QFETCH_GLOBAL(QString, mechanism);
    return *registry().mechanism(mechanism.toStdString());
}

std::string name_of(const MechanismSpec& mechanism, const OperationSpec& operation) {
    return fmt::format("{}.{}", mechanism.id, operation.verb);
}

// What is of the kernel's or the file system's memory and stays when nobody removes it.
std::set<std::string> lasting_things() {
    std::set<std::string> out;
    for (const auto* table : {"/proc/sysvipc/msg", "/proc/sysvipc/sem", "/proc/sysvipc/shm"}) {
        std::ifstream lines(table);
        for (std::string line; std::getline(lines, line);)
            out.insert(fmt::format("{} {}", table, line.substr(0, 22)));  // key and id
    }
    for (const auto* folder : {"/dev/shm", "/dev/mqueue"}) {
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(folder, none))
            out.insert(entry.path().string());
    }
    return out;
}

}  // namespace

class TestEveryMechanism : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<QString>("mechanism");
        for (const auto* mechanism : registry().mechanisms())
            QTest::newRow(mechanism->id) << QString::fromUtf8(mechanism->id);
    }
    void specIsComplete();
    void everyOperationHasItsFunction();
    void folderIsComplete();
    void limitsCanBeRead();
    void defaultsSurviveTheText();
    void defaultsSurviveTheCommandLine();
    void everyOperationHasCode();
    void realCallsHappen();
    void sessionsLeaveNothing();
};

void TestEveryMechanism::specIsComplete() {
    const auto& mechanism = current();
    std::string problems;
    const auto need = [&](bool condition, const std::string& what) {
        if (!condition) problems += what + "\n";
    };
    for (const auto& problem : validate(mechanism))
        need(false, problem);
    need(!mechanism.man.empty(), "no manual pages");
    for (const auto& operation : mechanism.operations) {
        const auto name = name_of(mechanism, operation);
        for (const auto& param : operation.params) {
            need(param.help[0], fmt::format("{}: '{}' has no help", name, param.name));
            for (const auto& kind : param.type.accepts)
                need(!registry().fitting(param.type).empty(),
                     fmt::format("{}: '{}' takes {}, which nothing opens", name, param.name, kind));
        }
        if (operation.actor != Actor::worker) continue;
        // A call that cannot fail says so by its manual page's silence; one that blocks can be interrupted.
        const bool makes_a_call = std::string_view(operation.syscall) != "-";
        const bool no_errors = operation.errnos.empty() && makes_a_call && operation.man[0] &&
                               (operation.side == Side::send || operation.side == Side::receive ||
                                operation.side == Side::create || operation.side == Side::open);
        need(!no_errors, name + ": documents no errno");
        for (const auto& result : operation.results)
            need(result.label[0], fmt::format("{}: result '{}' has no label", name, result.name));
    }
    for (const auto& object : mechanism.objects)
        for (const auto& state : object.state)
            need(state.label[0], fmt::format("{}: state '{}' has no label", object.id, state.name));
    QVERIFY2(problems.empty(), problems.c_str());
}

void TestEveryMechanism::everyOperationHasItsFunction() {
    const auto& mechanism = current();
    QProcess worker;
    worker.start(QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope-worker"), {QStringLiteral("--operations")});
    QVERIFY(worker.waitForFinished());
    std::set<std::string> wanted, given;
    for (const auto& operation : mechanism.operations)
        if (operation.actor == Actor::worker) wanted.insert(name_of(mechanism, operation));
    for (const auto& line : worker.readAllStandardOutput().split('\n'))
        if (line.startsWith(QByteArray(mechanism.id) + '.'))
            QVERIFY2(given.insert(line.toStdString()).second, line);
    QCOMPARE(given, wanted);
}

void TestEveryMechanism::folderIsComplete() {
    const auto& mechanism = current();
    const std::string id = mechanism.id;
    const fs::path source = IPCSCOPE_SOURCE_DIR;
    QVERIFY2(page_of(id).size() > 600, "its page says little");
    QVERIFY2(fs::exists(source / "resources/icons/mechanisms" / (id + ".svg")), "no icon");
    const auto sessions = sessions_of(id);
    QVERIFY2(sessions.size() >= 3, "a plain use, a limit, a classic mistake: three sessions at least");
    for (const auto& [name, text] : sessions) {
        const auto parsed = parse_program(registry(), text);
        QVERIFY2(parsed.errors.empty(), name.c_str());
        const auto& all = parsed.program.statements;
        const auto expecting = std::count_if(all.begin(), all.end(), [](const auto& line) {
            return line.expect.kind != Expectation::Kind::none;
        });
        QVERIFY2(expecting > 0, (name + " expects nothing").c_str());
        QVERIFY2(text.starts_with("#"), (name + " does not begin with what it shows").c_str());
    }
    auto test = text_of(source / "tests/conformance" / ("test_" + id + ".cpp"));
    if (const auto more = source / "tests/conformance" / id; fs::exists(more))
        for (const auto& file : fs::directory_iterator(more))
            test += text_of(file.path());
    for (const auto* helper : {"check_sessions(\"", "errno_gaps(\""})
        QVERIFY2(test.find(helper + id + '"') != std::string::npos, helper);
}

void TestEveryMechanism::limitsCanBeRead() {
    for (const auto& limit : current().limits) {
        const std::string source = limit.source;
        const auto path = source.substr(0, source.find('#'));
        // A kernel may be built without one; then its folder is not there either.
        if (!fs::exists(path))
            QWARN(("not on this machine: " + path).c_str());
        else
            QVERIFY2(!text_of(path).empty(), source.c_str());
    }
}

// Every value that a form starts with, and those at the edges, through the text and back.
void TestEveryMechanism::defaultsSurviveTheText() {
    const auto& mechanism = current();
    for (const auto& operation : mechanism.operations) {
        if (operation.actor != Actor::worker) continue;
        std::string arguments;
        std::vector<Value> chosen(operation.params.size());
        const auto value_of = [&](const ParamSpec& param) -> Value& {
            return chosen[static_cast<std::size_t>(&param - operation.params.data())];
        };
        for (const auto& param : operation.params) {
            const auto text = plain_text(param);
            if (text.empty()) continue;
            const auto where = fmt::format("{}({}: {})", name_of(mechanism, operation), param.name, text);
            Cursor cursor{text};
            const auto value = parse_value(param.type, cursor);
            QVERIFY2(value, where.c_str());
            QVERIFY2(cursor.done(), where.c_str());
            const auto fits = check_value(param, *value);
            QVERIFY2(fits, fits ? "" : (where + ": " + fits.error().message).c_str());
            QCOMPARE(print_value(param.type, *value), text);
            if (!param.initial.empty())
                QVERIFY2(*value == param.initial || value->integer() == param.initial.integer(),
                         where.c_str());
            for (const auto& named : param.type.names) {
                const auto printed = print_value(param.type, Value(named.value));
                Cursor again{printed};
                const auto back = parse_value(param.type, again);
                QVERIFY2(back && back->integer() == named.value, (where + ": " + printed).c_str());
            }
            value_of(param) = *value;
            if (is_visible(operation, param, value_of))
                arguments += fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", param.name, text);
        }
        // The whole line, printed as it was read.
        std::string handles;
        for (const auto& param : operation.params)
            if (plain_text(param).empty())
                handles += fmt::format("{}{}: known", handles.empty() ? "" : ", ", param.name);
        const auto comma = handles.empty() || arguments.empty() ? "" : ", ";
        const auto line =
            fmt::format("w: {}({}{}{})\n", name_of(mechanism, operation), handles, comma, arguments);
        auto parsed = parse_program(registry(), line, {"w", "known"});
        QVERIFY2(parsed.errors.empty(),
                 parsed.errors.empty() ? "" : (line + parsed.errors.front().message).c_str());
        QCOMPARE(print_program(registry(), parsed.program), line);
        auto& statement = parsed.program.statements.front();
        statement.written = {};  // printed anew
        const auto anew = print_program(registry(), parsed.program);
        const auto again = parse_program(registry(), anew, {"w", "known"});
        QVERIFY2(again.errors.empty(), anew.c_str());
        QCOMPARE(again.program.statements.front().arguments.size(), statement.arguments.size());
    }
}

// Each parameter as an option: the line that comes of it says the same as the one with everything left out.
void TestEveryMechanism::defaultsSurviveTheCommandLine() {
    const auto& mechanism = current();
    for (const auto& operation : mechanism.operations) {
        if (operation.actor != Actor::worker) continue;
        QStringList words{QStringLiteral("do"), QStringLiteral("--text"),
                          QString::fromStdString(name_of(mechanism, operation))};
        std::string arguments;
        for (const auto& param : operation.params) {
            auto text = plain_text(param);
            if (text.empty()) text = "r1.x";
            if (!is_visible(operation, param,
                            [](const ParamSpec& other) -> const Value& { return other.initial; }))
                continue;  // what it depends on has another default
            arguments += fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", param.name, text);
            Cursor cursor{text};
            const auto value = parse_value(param.type, cursor);
            // Octets are given as they are, without the quotes of program text.
            const auto* octets = value ? value->as<std::string>() : nullptr;
            words << QStringLiteral("--%1").arg(QString::fromUtf8(param.name))
                  << QString::fromStdString(octets ? *octets : text);
        }
        QProcess cli;
        cli.start(QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope-cli"), words);
        QVERIFY(cli.waitForFinished());
        const auto printed =
            cli.readAllStandardOutput().toStdString() + cli.readAllStandardError().toStdString();
        QCOMPARE(printed, fmt::format("workers: worker\nworker: r1 = {}({})\n", name_of(mechanism, operation),
                                      arguments));
    }
}

// Nothing that a person can click is missing from the programs that are made of it.
void TestEveryMechanism::everyOperationHasCode() {
    for (const auto language : {Language::c, Language::cpp, Language::python}) {
        const auto gaps = code_gaps(current(), code_of(current().id), language);
        QVERIFY2(gaps.empty(), fmt::format("{}", fmt::join(gaps, ", ")).c_str());
    }
}

// Each operation that a session makes is a system call of its worker, as strace(1) sees it.
void TestEveryMechanism::realCallsHappen() {
    const auto& mechanism = current();
    if (const auto why = cannot_trace(); !why.empty()) QSKIP(why.c_str());
    std::string problems;
    std::set<std::string> made;
    for (const auto& [name, text] : sessions_of(mechanism.id))
        problems += calls_missing(text, made);
    QVERIFY2(problems.empty(), problems.c_str());
    QVERIFY2(!made.empty(), "no session made a call of this mechanism");
}

void TestEveryMechanism::sessionsLeaveNothing() {
    const auto before = lasting_things();
    for (const auto& [name, text] : sessions_of(current().id)) {
        RunFixture run;
        (void)run.run(text);
        const auto left = run.finish();
        QVERIFY2(left.empty(), (name + ": " + left).c_str());
    }
    // Other tests of this machine make things at the same time: theirs go, what we forgot would stay.
    auto added = lasting_things();
    for (const auto& thing : before)
        added.erase(thing);
    const auto still_there = [&] {
        const auto now = lasting_things();
        return std::any_of(added.begin(), added.end(),
                           [&](const auto& thing) { return now.count(thing) > 0; });
    };
    QVERIFY2(wait_for([&] { return !still_there(); }), fmt::format("{}", fmt::join(added, "\n")).c_str());
}

QTEST_GUILESS_MAIN(TestEveryMechanism)
#include "test_every_mechanism.moc"

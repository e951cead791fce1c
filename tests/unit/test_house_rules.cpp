// The rules of this house, checked on every source. Each rule is a function of one file and is first shown a
// sample that keeps it and one that breaks it, so that it cannot pass by finding nothing.
#include "helpers/source_text.h"
#include "mechanisms/driver.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

using Findings = std::vector<std::string>;
using Rule = std::function<Findings(const SourceFile&)>;

bool below(const SourceFile& file, std::initializer_list<std::string_view> folders) {
    return std::any_of(folders.begin(), folders.end(),
                       [&](std::string_view folder) { return file.path.starts_with(folder); });
}

Findings& operator+=(Findings& all, Findings more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// By folder, as CMake registers them.
std::vector<std::string> mechanism_ids() {
    std::vector<std::string> ids;
    for (const auto& file : source_files("engine/mechanisms", {"/spec.cpp"}))
        ids.push_back(file.path.substr(18, file.path.rfind('/') - 18));
    return ids;
}

// These are also everyday words of the field ("the process ended", "killed by a signal", "the file is
// damaged"), so that only what can mean nothing but the mechanism counts: the id as a whole literal, or as
// the first part of a name.
bool everyday_word(const std::string& id) {
    return id == "process" || id == "signal" || id == "file";
}

Rule no_mechanism_name(std::vector<std::string> ids) {
    return [ids = std::move(ids)](const SourceFile& file) {
        Findings found;
        if (!below(file, {"gui/", "widgets/", "engine/cli/", "tests/widgets/"})) return found;
        const SourceText source = split_source(file.text);
        const std::string& text = below(file, {"engine/cli/"}) ? source.without_comments : file.text;
        for (const auto& id : ids) {
            found += lines_with(file.path, text, "\\b" + id + "_(spec|driver)\\b|mechanisms/" + id + "/");
            if (everyday_word(id))
                found += lines_with(file.path, text, "\"" + id + "(\\.[a-z_]+)?\"");
            else
                found += lines_with(file.path, text, "\\b" + id + "\\b");
        }
        return found;
    };
}

Findings small_enough(const SourceFile& file) {
    const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
    const bool window = file.path.starts_with("gui/main_window") || file.path.starts_with("gui/mainwindow");
    const auto limit = window ? 600 : 1000;
    if (lines <= limit) return {};
    return {file.path + ": " + std::to_string(lines) + " lines, at most " + std::to_string(limit)};
}

Findings no_sleep(const SourceFile& file) {
    if (!below(file, {"tests/"})) return {};
    return lines_with(
        file.path, split_source(file.text).code,
        R"(\b(sleep_for|sleep_until|usleep|nanosleep|clock_nanosleep|qSleep|qWait|msleep)\b|\bsleep\s*\()");
}

Findings no_qt(const SourceFile& file) {
    Findings found;
    if (!below(file, {"engine/"})) return found;
    for (const auto& include : split_source(file.text).includes)
        if (include.size() > 2 && include[1] == 'Q') found.push_back(file.path + ": includes " + include);
    return found;
}

// A state is a snapshot that its last holder frees: what is kept of one must not outlive the pointer to it.
// (C++20 frees the temporary in "for (x : run.state()->workers)" before the first round.)
Findings state_is_held(const SourceFile& file) {
    if (file.text.find("state()->") == std::string::npos) return {};
    return lines_with(file.path, split_source(file.text).code,
                      R"(\bfor \([^;]*:[^;]*\bstate\(\)->|[&*]\s*\w+ = [^;]*\bstate\(\)->)");
}

// Unfinished work and traces of a workplace do not belong into the sources. (Written in parts: this file is
// read, too.)
Findings no_leftovers(const SourceFile& file) {
    static const std::string words =
        "\\b(TO"
        "DO|FIX"
        "ME|XX"
        "X|HA"
        "CK|[Ss]tu"
        "bs?|[Mm]oc"
        "ks?)\\b|(^|[^\\w/])/w"
        "t/|(^|[^\\w/])/wor"
        "k/|#if "
        "0\\b";
    return lines_with(file.path, file.text, words);
}

struct Sample {
    const char* path;
    std::string text;
};

void check(const Rule& rule, const std::vector<Sample>& good, const std::vector<Sample>& bad,
           std::initializer_list<std::string_view> folders,
           const std::vector<std::string>& endings = {".cpp", ".h"}) {
    for (const auto& sample : good) {
        const Findings found = rule({sample.path, sample.text});
        QVERIFY2(found.empty(), ("sample that keeps the rule: " + joined(found)).c_str());
    }
    for (const auto& sample : bad)
        QVERIFY2(!rule({sample.path, sample.text}).empty(),
                 ("sample that breaks the rule: " + sample.text).c_str());
    Findings found;
    int files = 0;
    for (const auto folder : folders) {
        for (const auto& file : source_files(folder, endings)) {
            ++files;
            found += rule(file);
        }
    }
    QVERIFY2(files > 0, "no file was looked at");
    QVERIFY2(found.empty(), joined(found).c_str());
}

}  // namespace

class TestHouseRules : public QObject {
    Q_OBJECT
private slots:
    void sourcesAreTakenApart() {
        const SourceText text = split_source(
            "#include \"a.h\"  // one\n/* two */ f(\"th\\\"ree\", '\"', 1'000, R\"x(four)x\");\n");
        QCOMPARE(joined(text.literals), std::string("\na.h\nth\\\"ree\nfour"));
        QCOMPARE(joined(text.includes), std::string("\n\"a.h\""));
        QVERIFY(text.code.find("one") == std::string::npos && text.code.find("two") == std::string::npos);
        QVERIFY(text.code.find("three") == std::string::npos && text.code.find("1'000") != std::string::npos);
        QVERIFY(text.without_comments.find("four") != std::string::npos);
    }

    void noMechanismNameAboveTheSchema() {
        check(no_mechanism_name({"pipe", "sysv_msg", "signal"}),
              {{"widgets/a.cpp", "auto text = tr(\"killed by signal %1\"); emit pipeline();"},
               {"engine/cli/a.cpp", "// as for a pipe\nrun();"},
               {"engine/mechanisms/pipe/spec.cpp", ".id = \"pipe\""}},
              {{"widgets/a.cpp", "if (id == \"pipe\") {}"},
               {"widgets/b.cpp", "// as for a pipe"},
               {"gui/a.cpp", "if (name == \"signal.kill\") {}"},
               {"gui/b.cpp", "if (id == \"signal\") {}"},
               {"gui/c.h", "#include \"mechanisms/signal/numbers.h\""},
               {"engine/cli/a.cpp", "use(sysv_msg_spec());"}},
              {"gui", "widgets"});
    }
    void noMechanismNameInThisTree() {
        const auto ids = mechanism_ids();
        std::vector<std::string> registered;
        for (const auto* spec : all_specs())
            registered.emplace_back(spec->id);
        QCOMPARE(std::set(registered.begin(), registered.end()), std::set(ids.begin(), ids.end()));
        Findings found;
        for (const auto* folder : {"gui", "widgets", "engine/cli", "tests/widgets"})
            for (const auto& file : source_files(folder))
                found += no_mechanism_name(ids)(file);
        QVERIFY2(found.empty(), joined(found).c_str());
    }

    void filesAreSmall() {
        check(small_enough,
              {{"engine/a.cpp", std::string(1000, '\n')}, {"gui/main_window.cpp", std::string(600, '\n')}},
              {{"engine/a.cpp", std::string(1001, '\n')}, {"gui/main_window.cpp", std::string(601, '\n')}},
              {"engine", "widgets", "gui", "tests"}, {".cpp", ".h", ".txt", ".cmake", ".py", ".sh"});
    }

    void testsDoNotSleep() {
        check(no_sleep,
              {{"tests/a.cpp",
                "QTRY_COMPARE(x, 1); QTest::qWaitFor(f); // never sleep_for(1s)\nrun(\"sleep 1\");"},
               {"engine/a.cpp", "nanosleep(&t, nullptr);"}},
              {{"tests/a.cpp", "std::this_thread::sleep_for(1s);"},
               {"tests/b.cpp", "QTest::qWait(100);"},
               {"tests/c.cpp", "QThread::msleep(5);"},
               {"tests/d.cpp", "::sleep (1);"}},
              {"tests"});
    }

    void theEngineHasNoQt() {
        check(no_qt,
              {{"engine/base/a.h", "#include <string>\n// #include <QString>\n"},
               {"gui/a.cpp", "#include <QtCore>\n"}},
              {{"engine/base/a.h", "#include <QString>\n"},
               {"engine/worker/a.cpp", "#include <QtCore/QObject>\n"},
               {"engine/runtime/a.h", "#  include <QtWidgets>\n"},
               {"engine/session/a.h", "#include <QImage>\n"}},
              {"engine"});
    }

    void aStateIsHeldWhileItIsRead() {
        check(state_is_held,
              {{"gui/a.cpp", "const auto state = run.state();\nfor (const auto& x : state->workers) f(x);\n"},
               {"gui/a.cpp", "const bool none = run.state()->workers.empty();"}},
              {{"gui/a.cpp", "for (const auto& x : run.state()->workers) f(x);"},
               {"gui/b.cpp", "const auto* worker = session_.controller().state()->worker(name);"},
               {"gui/c.cpp", "const auto& objects = run.state()->objects;"}},
              {"engine", "widgets", "gui", "tests"});
    }

    void nothingIsLeftOver() {
        check(no_leftovers, {{"gui/a.cpp", "// a network/work/list, methods of a stubborn kind\n"}},
              {{"gui/a.cpp",
                "// TO"
                "DO: later"},
               {"gui/b.cpp",
                "#if "
                "0\n"},
               {"gui/c.cpp",
                "open(\"/w"
                "t/x\");"}},
              {"engine", "widgets", "gui", "tests", "resources"},
              {".cpp", ".h", ".txt", ".cmake", ".md", ".ips", ".svg", ".desktop", ".xml"});
    }
};

QTEST_GUILESS_MAIN(TestHouseRules)
#include "test_house_rules.moc"

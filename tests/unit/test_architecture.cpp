// The arrows between the parts, as CMake links them (targets.txt, written when it configures) and as the
// sources include each other.
#include "helpers/source_text.h"

#include <QFile>
#include <QProcess>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

using Names = std::set<std::string>;
using Links = std::map<std::string, Names>;

// What each target of ours may link, of ours. A target that does not stand here is not known: say here what
// it may.
const Links allowed = {
    {"ipcscope_base", {}},
    {"ipcscope_schema", {"ipcscope_base"}},
    {"ipcscope_specs", {"ipcscope_schema"}},
    {"ipcscope_drivers", {"ipcscope_schema", "ipcscope_specs"}},
    {"ipcscope_session", {"ipcscope_schema"}},
    {"ipcscope_filter", {"ipcscope_schema"}},
    {"ipcscope_codegen", {"ipcscope_schema", "ipcscope_session"}},
    {"ipcscope_snapshot", {"ipcscope_schema", "ipcscope_specs"}},
    {"ipcscope_monitors", {"ipcscope_snapshot", "ipcscope_drivers"}},
    {"ipcscope_monitor", {"ipcscope_snapshot", "ipcscope_runtime", "ipcscope_session_file"}},
    {"ipcscope_probing", {"ipcscope_monitors"}},
    {"ipcscope-probe", {"ipcscope_probing"}},
    {"ipcscope_link", {"ipcscope_schema"}},
    {"ipcscope_trace", {"ipcscope_schema", "ipcscope_link"}},
    {"ipcscope_runtime",
     {"ipcscope_link", "ipcscope_session", "ipcscope_specs", "ipcscope_codegen", "ipcscope_trace",
      "ipcscope_filter"}},
    {"ipcscope-worker", {"ipcscope_link", "ipcscope_drivers"}},
    {"ipcscope_session_file", {"ipcscope_runtime"}},
    {"ipcscope_export", {"ipcscope_runtime"}},
    {"ipcscope_compare", {"ipcscope_runtime"}},
    {"ipcscope_import", {"ipcscope_session_file"}},
    {"ipcscope_playback", {"ipcscope_runtime"}},
    {"ipcscope-cli",
     {"ipcscope_runtime", "ipcscope_session_file", "ipcscope_export", "ipcscope_monitor", "ipcscope_compare",
      "ipcscope_import"}},
    {"ipcscope_widgets", {"ipcscope_schema"}},
    {"ipcscope_gui",
     {"ipcscope_widgets", "ipcscope_runtime", "ipcscope_session_file", "ipcscope_export", "ipcscope_monitor",
      "ipcscope_compare", "ipcscope_import", "ipcscope_playback", "ipcscope_resources"}},
    {"ipcscope_resources", {}},
    {"ipcscope", {"ipcscope_gui"}},
};
// Who may link Qt at all.
const Names with_qt = {"ipcscope_widgets", "ipcscope_gui", "ipcscope_resources", "ipcscope"};

// Whose headers a folder may include, besides its own.
const std::map<std::string, Names> visible = {
    {"engine/base", {}},
    {"engine/schema", {"base"}},
    {"engine/mechanisms", {"base", "schema", "snapshot"}},
    {"engine/snapshot", {"base", "schema"}},
    {"engine/probe", {"base", "schema", "snapshot", "mechanisms", "worker"}},
    {"engine/session", {"base", "schema"}},
    {"engine/filter", {"base", "schema"}},
    {"engine/codegen", {"base", "schema", "session"}},
    {"engine/monitor",
     {"base", "schema", "snapshot", "mechanisms", "filter", "runtime", "session", "session_file", "worker"}},
    {"engine/worker", {"base", "schema", "mechanisms"}},
    {"engine/trace", {"base", "schema", "worker"}},
    {"engine/runtime", {"base", "schema", "filter", "mechanisms", "session", "codegen", "trace", "worker"}},
    {"engine/export", {"base", "schema", "filter", "session", "runtime"}},
    {"engine/compare", {"base", "schema", "session", "runtime"}},
    {"engine/playback", {"base", "schema", "runtime"}},
    {"engine/session_file", {"base", "schema", "session", "runtime"}},
    {"engine/import", {"base", "schema", "runtime", "session_file"}},
    {"engine/cli",
     {"base", "schema", "snapshot", "filter", "mechanisms", "session", "codegen", "monitor", "trace",
      "runtime", "session_file", "export", "compare", "import"}},
    {"widgets", {"base", "schema"}},
};
const Names engine_folders = {"compare",    "base",         "schema",  "snapshot", "probe",    "filter",
                              "mechanisms", "session",      "codegen", "monitor",  "worker",   "trace",
                              "runtime",    "session_file", "export",  "import",   "playback", "cli"};

// "target: linked linked" per line.
Links parse(const std::string& text) {
    Links links;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string target, name;
        words >> target;
        if (!target.empty()) target.pop_back();
        auto& linked = links[target];
        while (words >> name)
            linked.insert(name);
    }
    return links;
}

std::vector<std::string> wrong_links(const Links& links) {
    std::vector<std::string> wrong;
    for (const auto& [target, linked] : links) {
        const auto known = allowed.find(target);
        if (known == allowed.end()) {
            wrong.push_back(target + ": the test does not say what it may link");
            continue;
        }
        for (const auto& name : linked) {
            const bool ours = name.starts_with("ipcscope");
            const bool qt = name.starts_with("Qt");
            if ((ours && !known->second.contains(name)) || (qt && !with_qt.contains(target)))
                wrong.push_back(target + " links " + name);
        }
    }
    return wrong;
}

// The part of the path before the n-th slash.
std::string head(const std::string& path, int slashes) {
    std::size_t end = path.find('/');
    for (int i = 1; i < slashes && end != std::string::npos; ++i)
        end = path.find('/', end + 1);
    return path.substr(0, end);
}

std::vector<std::string> wrong_includes(const SourceFile& file) {
    std::vector<std::string> wrong;
    const bool engine = file.path.starts_with("engine/");
    const std::string folder = head(file.path, engine ? 2 : 1);
    const auto rule = visible.find(folder);
    if (rule == visible.end()) return wrong;
    const bool mechanism =
        folder == "engine/mechanisms" && std::count(file.path.begin(), file.path.end(), '/') == 3;
    const std::string own = engine ? folder.substr(7) : "";
    for (const auto& include : split_source(file.text).includes) {
        const std::string path = include.substr(1, include.size() - 2);
        const std::string part = head(path, 1);
        if (path.find("../") != std::string::npos) wrong.push_back(file.path + " includes " + path);
        if (engine_folders.contains(part) && path != part && part != own && !rule->second.contains(part))
            wrong.push_back(file.path + " includes " + path);
        const bool other = path.starts_with("mechanisms/") && std::count(path.begin(), path.end(), '/') == 2;
        if (mechanism && other && "engine/" + head(path, 2) != head(file.path, 3))
            wrong.push_back(file.path + " includes another mechanism's " + path);
    }
    return wrong;
}

std::string read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

class TestArchitecture : public QObject {
    Q_OBJECT
private slots:
    void linkRulesFindWhatIsWrong() {
        QVERIFY(wrong_links(parse("ipcscope_schema: ipcscope_base fmt::fmt\nipcscope_gui: Qt6::Widgets\n"))
                    .empty());
        for (const auto* bad : {"ipcscope_widgets: ipcscope_runtime\n", "ipcscope_runtime: Qt6::Widgets\n",
                                "ipcscope_base: ipcscope_schema\n", "ipcscope-worker: Qt6::Core\n",
                                "ipcscope_specs: ipcscope_drivers\n", "ipcscope_new: ipcscope_base\n"})
            QVERIFY2(!wrong_links(parse(bad)).empty(), bad);
    }
    void targetsLinkAlongTheArrows() {
        const Links links = parse(read(IPCSCOPE_BUILD_DIR "/targets.txt"));
        for (const auto* target : {"ipcscope_base", "ipcscope_schema", "ipcscope_specs", "ipcscope_drivers"})
            QVERIFY2(links.contains(target), target);
        const auto wrong = wrong_links(links);
        QVERIFY2(wrong.empty(), joined(wrong).c_str());
    }

    void includeRulesFindWhatIsWrong() {
        const std::vector<SourceFile> good = {
            {"engine/mechanisms/pipe/driver.cpp",
             "#include \"mechanisms/driver.h\"\n#include \"mechanisms/pipe/a.h\"\n"},
            {"engine/mechanisms/pipe/driver.cpp",
             "#include \"mechanisms/shared.h\"\n#include \"base/x.h\"\n"},
            {"widgets/a.cpp", "#include \"schema/spec.h\"\n#include \"common/hex_view.h\"\n"},
            {"gui/a.cpp", "#include \"runtime/conductor.h\"\n"}};
        for (const auto& file : good)
            QVERIFY2(wrong_includes(file).empty(), file.text.c_str());
        const std::vector<SourceFile> bad = {
            {"engine/mechanisms/pipe/driver.cpp", "#include \"mechanisms/fifo/a.h\"\n"},
            {"engine/mechanisms/pipe/driver.cpp", "#include \"../fifo/a.h\"\n"},
            {"engine/mechanisms/pipe/spec.cpp", "#include \"runtime/run_state.h\"\n"},
            {"engine/base/a.h", "#include \"schema/spec.h\"\n"},
            {"engine/session/a.cpp", "#include \"runtime/conductor.h\"\n"},
            {"engine/worker/a.cpp", "#include \"runtime/supervisor.h\"\n"},
            {"widgets/a.cpp", "#include \"runtime/event_store.h\"\n"},
            {"widgets/a.cpp", "#include \"mechanisms/driver.h\"\n"}};
        for (const auto& file : bad)
            QVERIFY2(!wrong_includes(file).empty(), file.text.c_str());
    }
    void sourcesIncludeAlongTheArrows() {
        std::vector<std::string> wrong;
        int files = 0;
        for (const auto* folder : {"engine", "widgets"}) {
            for (const auto& file : source_files(folder)) {
                ++files;
                for (auto& line : wrong_includes(file))
                    wrong.push_back(std::move(line));
            }
        }
        QVERIFY(files > 20);
        QVERIFY2(wrong.empty(), joined(wrong).c_str());
    }

    void theWorkerNeedsNoQt() {
        if (source_files("engine/worker").empty()) QSKIP("this tree has no worker");
        QProcess ldd;
        ldd.start("ldd", {IPCSCOPE_BIN_DIR "/ipcscope-worker"});
        QVERIFY(ldd.waitForFinished());
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY2(libraries.contains("libc.so"), libraries + ldd.readAllStandardError());
        QVERIFY2(!libraries.contains("libQt"), libraries);
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "test_architecture.moc"

// Recordings as other tools read them: trace events held against the rules of their format, packets against
// tshark.
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#ifndef Q_MOC_RUN
#include "export/pcapng.h"
#include "export/trace_json.h"
#include "helpers/run_fixture.h"

#include <map>
#include <nlohmann/json.hpp>
#endif

using namespace ipcscope;
using namespace ipcscope::testing;
using Json = nlohmann::json;

namespace {

constexpr const char* text = R"(workers: parent
parent: p = pipe.create()
parent: q = sysv_msg.get()
parent: child = process.fork()
child: pipe.write(p.write_end, data: "Hello \x22\x00\xff there")
parent: pipe.read(p.read_end, size: 64)
child: pipe.write(p.write_end, data: "a")
child: pipe.write(p.write_end, data: "bc")
parent: pipe.read(p.read_end, size: 64)
child: sysv_msg.send(q, type: 7, data: "one")
parent: sysv_msg.receive(q, size: 2)                 # E2BIG
parent: sysv_msg.receive(q, size: 64)
child: process.kill(child, signal: SIGTERM)          # killed SIGTERM
parent: pipe.read(p.read_end, size: 64) async        # blocked
)";

std::string trace_of(const Recording& recording, const TraceJsonOptions& options = {}) {
    std::string out;
    const bool whole = write_trace_json(recording, options, [&](std::string_view part) {
        out += part;
        return true;
    });
    return whole ? out : "";
}

}  // namespace

class TestTraces : public QObject {
    Q_OBJECT
private slots:
    // Each record has what the Trace Event Format asks of its kind; arrows bind to slices.
    void traceEventsKeepTheirFormat() {
        RunFixture fixture;
        RUN_OK(fixture, text);
        const auto document = Json::parse(trace_of(fixture.supervisor()));
        std::map<std::string, int> kinds;
        std::map<int, Json> starts;
        std::vector<Json> slices, ends;
        for (const auto& record : document["traceEvents"]) {
            const auto kind = record.at("ph").get<std::string>();
            ++kinds[kind];
            QVERIFY(record.at("pid").is_number_integer() && record.at("name").is_string());
            if (kind == "M") continue;
            QVERIFY(record.at("ts").is_number());
            if (kind != "C") QVERIFY(record.at("tid").is_number_integer());
            if (kind == "X" || kind == "B") slices.push_back(record);
            if (kind == "X") QVERIFY(record.at("dur").get<double>() >= 0);
            if (kind == "C") QVERIFY(record.at("args").at("value").is_number_integer());
            if (kind == "i") QVERIFY(record.at("s") == "t" || record.at("s") == "p");
            if (kind == "s") starts[record.at("id")] = record;
            if (kind == "f") ends.push_back(record);
        }
        QVERIFY(kinds["X"] >= 11);
        QCOMPARE(kinds["B"], 1);
        QVERIFY(kinds["C"] > 0);
        QCOMPARE(kinds["s"], kinds["f"]);
        QVERIFY(kinds["s"] >= 4);  // three writes, one message
        const auto bound = [&](const Json& end) {
            return std::any_of(slices.begin(), slices.end(), [&](const Json& slice) {
                const double begin = slice["ts"],
                             until = slice.contains("dur") ? begin + slice["dur"].get<double>() : 1e18;
                return slice["pid"] == end["pid"] && begin <= end["ts"] &&
                       end["ts"].get<double>() <= until + 1e-3;
            });
        };
        for (const auto& end : ends) {
            const auto& start = starts.at(end["id"]);
            QVERIFY(start["ts"] <= end["ts"]);
            QCOMPARE(start["cat"], end["cat"]);
            QCOMPARE(end["bp"], "e");
            if (end["name"] == "p" || end["name"] == "q")
                QVERIFY2(bound(end) && bound(start), end.dump().c_str());
        }
    }

    void aFilterAndAFullDiskEndIt() {
        RunFixture fixture;
        RUN_OK(fixture, text);
        TraceJsonOptions none;
        none.accepts = [](std::uint64_t) { return false; };
        const auto empty = Json::parse(trace_of(fixture.supervisor(), none));
        for (const auto& record : empty["traceEvents"])
            QCOMPARE(record["ph"], "M");
        QVERIFY(!write_trace_json(fixture.supervisor(), {}, [](std::string_view) { return false; }));
        QVERIFY(!write_pcapng(fixture.supervisor(), {}, [](std::string_view) { return false; }).complete);
    }

    // One packet for each part of a send that a receive got; what Wireshark's own reader says of them.
    void packetsAreThoseOfTshark() {
        RunFixture fixture;
        RUN_OK(fixture, text);
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("x.pcapng")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        PcapngOptions options;
        options.started_unix_ns = 1'700'000'000'000'000'000;
        const auto result = write_pcapng(fixture.supervisor(), options, [&](std::string_view part) {
            return file.write(part.data(), static_cast<qint64>(part.size())) ==
                   static_cast<qint64>(part.size());
        });
        file.close();
        QVERIFY(result.complete);
        QCOMPARE(result.packets, std::uint64_t{4});
        QCOMPARE(result.cut, std::uint64_t{0});
        const auto tshark = QStandardPaths::findExecutable(QStringLiteral("tshark"));
        if (tshark.isEmpty()) QSKIP("tshark is not installed: the packets are not checked by it");
        QProcess process;
        process.start(
            tshark, {"-r", file.fileName(), "-T", "fields", "-E", "separator=|", "-e", "frame.interface_name",
                     "-e", "data.data", "-e", "frame.time_epoch", "-e", "frame.comment"});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const auto said = QString::fromUtf8(process.readAllStandardOutput());
        const QByteArray sent[] = {QByteArray("Hello \"\0\xff there", 15), "a", "bc", "one"};
        for (const auto& bytes : sent)
            QVERIFY2(said.contains("|" + bytes.toHex() + "|"), qPrintable(said));
        QVERIFY(said.contains(QLatin1String("p|")) && said.contains(QLatin1String("q|")));
        QVERIFY(said.contains(QLatin1String("|17000000")));
        QVERIFY2(said.contains(QLatin1String("child (pid ")), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestTraces)
#include "test_traces.moc"

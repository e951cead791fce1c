// The fuzz targets (tests/fuzz) without libFuzzer: their whole corpus, then inputs made of it at random, for
// a bounded time. IPCSCOPE_FUZZ_SECONDS of each target, IPCSCOPE_FUZZ_SEED: other inputs. What fails is
// written to a file, whose path is said, for tests/fuzz/README.md.
#include "fuzz/targets.h"
#include "helpers/run_fixture.h"
#include "helpers/wait.h"
#include "import/import.h"
#include "schema/wire.h"
#include "unit/fuzz/hostile_worker.h"
#include "unit/fuzz/mutator.h"
#include "unit/fuzz/watch.h"
#include "worker/link/protocol.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include <set>

#include <sys/socket.h>

#undef signals  // keywords of Qt, which rings had first
#undef slots
#include "worker/link/ring.h"

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

constexpr const char* folder = IPCSCOPE_SOURCE_DIR "/tests/fuzz/";

std::vector<std::string> corpus_of(const char* target) {
    const QDir files(QString::fromLatin1(folder) + "corpus/" + target);
    std::vector<std::string> out;
    for (const auto& name : files.entryList(QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::ReadOnly)) out.push_back(file.readAll().toStdString());
    }
    return out;
}

std::string dictionary_of(const char* target) {
    QFile file(QString::fromLatin1(folder) + target + ".dict");
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

const fuzz::Target& target_named(const QString& name) {
    for (const auto* one : fuzz::all_targets)
        if (name == QLatin1String(one->name)) return *one;
    qFatal("no such target");
}

void run(const fuzz::Target& target, const std::string& input) {
    const WatchedInput watched(target.name, input);
    target.run(input);
}

}  // namespace

class TestFuzz : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { watch_inputs(IPCSCOPE_BUILD_DIR); }

    void corpus_data() { rows(); }
    void corpus() {
        QFETCH(QString, name);
        const auto& target = target_named(name);
        const auto inputs = corpus_of(target.name);
        QVERIFY2(inputs.size() >= 10, qPrintable(QString::number(inputs.size())));
        run(target, {});
        for (const auto& input : inputs)
            run(target, input);
    }

    void mutations_data() { rows(); }
    void mutations() {
        QFETCH(QString, name);
        const auto& target = target_named(name);
        bool given = false;
        const auto seconds = qEnvironmentVariable("IPCSCOPE_FUZZ_SECONDS", "0.1").toDouble(&given);
        QVERIFY(given);
        const auto seed = static_cast<std::uint64_t>(qEnvironmentVariableIntValue("IPCSCOPE_FUZZ_SEED"));
        Mutator mutator(corpus_of(target.name), words_of(dictionary_of(target.name)), seed);
        // Of the usual seed no more than have been run before: a fast machine is no reason to fail.
        const auto most = qEnvironmentVariableIsSet("IPCSCOPE_FUZZ_SEED") ? UINT64_MAX : std::uint64_t{500};
        std::uint64_t round = 0;
        for (QElapsedTimer timer;
             round < most && (!timer.isValid() || timer.nsecsElapsed() < static_cast<qint64>(seconds * 1e9));
             ++round) {
            if (!timer.isValid()) timer.start();
            run(target, mutator.next());
        }
        qInfo("%s: %llu inputs in %.1f s, seed %llu", target.name, static_cast<unsigned long long>(round),
              seconds, static_cast<unsigned long long>(seed));
    }

    // Each kind of change, so that the ones above are what they are called.
    void inputsAreChangedInManyWays() {
        Mutator mutator({"workers: a\nb: 17\n", "zzzz"}, words_of("# words\nname=\"one\"\n\"tw\\x6f\"\n"), 1);
        std::set<std::string> all;
        bool shorter = false, longer = false, word = false, joined = false;
        for (int i = 0; i < 4000; ++i) {
            const auto input = mutator.next();
            shorter |= input.size() < 4;
            longer |= input.size() > 40;
            word |= input.find("two") != std::string::npos;
            joined |= input.find("zz") != std::string::npos && input.find("wor") != std::string::npos;
            all.insert(input);
        }
        QVERIFY(shorter && longer && word && joined);
        QVERIFY2(all.size() > 2000, qPrintable(QString::number(all.size())));
        Mutator same({"workers: a\nb: 17\n", "zzzz"}, words_of("\"one\"\n\"two\"\n"), 1);
        QVERIFY(all.count(same.next()) == 1);
    }

    // What is told of an event is held against the octets that came with it.
    void lengthsThatCannotBe() {
        Event event;
        event.phase = Phase::leave;
        event.captured = 5;
        event.results = 3;
        QCOMPARE(believed(event, 8).captured, 5u);
        QCOMPARE(believed(event, 8).results, 3u);
        QCOMPARE(believed(event, 7).captured, 0u);
        event.captured = 0xffffffff;
        event.results = 0xffffffff;
        QCOMPARE(believed(event, 100).results, 0u);
        event.results = 0;
        event.captured = 9;
        event.flags = event_flag::inline_payload;
        QCOMPARE(believed(event, 0).captured, 0u);
        QVERIFY(!(believed(event, 0).flags & event_flag::inline_payload));
        event.captured = 8;
        event.time_ns = INT64_MIN;
        event.duration_ns = INT64_MAX;
        event.phase = static_cast<Phase>(77);
        const auto sound = believed(event, 0);
        QCOMPARE(sound.captured, 8u);
        QVERIFY(sound.time_ns >= 0 && sound.time_ns - sound.duration_ns < 0 && sound.phase == Phase::note);
    }
    void aRingThatClaimsMoreThanItHolds() {
        UniqueFd fd;
        auto rings = RingPair::create(16, fd);
        QVERIFY(rings.has_value());
        auto& ring = rings->events;
        ring.write(Event{}, "payload", {});
        QVERIFY(!ring.empty_at(ring.published()));
        ring.header().head.store(std::uint64_t{1} << 60);
        QVERIFY(ring.empty_at(ring.published()));
    }
    // Otherwise as much would be kept as somebody sends.
    void aFrameThatIsTooLongEndsTheTalk() {
        int ends[2] = {-1, -1};
        QVERIFY(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
        const UniqueFd ours(ends[0]), theirs(ends[1]);
        QVERIFY(send_frame(theirs.get(), FrameKind::done, "x").has_value());
        QVERIFY(send_some(theirs.get(), std::string("\xff\xff\xff\xff\x05more", 9), {}).has_value());
        FrameBuffer buffer;
        Frame frame;
        QVERIFY(buffer.fill(ours.get()));
        QVERIFY(buffer.next(frame) && frame.body == "x");
        QVERIFY(!buffer.next(frame));
        QVERIFY(!buffer.fill(ours.get()));
    }
    // A value takes forty times the octet that it may be written with.
    void aListOfVeryMany() {
        const auto list = [](std::uint32_t count) {
            Writer out;
            out.u8(8);  // a list
            out.u32(count);
            return out.take() + std::string(count, '\0');
        };
        const auto some = list(100'000), many = list(Reader::most_values + 1);
        Reader fine(some), bad(many);
        QCOMPARE(fine.value().as<List>()->size(), 100'000u);
        QVERIFY(fine.ok() && fine.done());
        QVERIFY(bad.value().empty() || !bad.ok());
        QVERIFY(!bad.ok());
    }
    void aFlowPolicyThatThereIsNot() {
        Opened opened, read;
        opened.handles.push_back({.result = "p", .kind = "p", .handle = HandleId{1}});
        QVERIFY(decode(encode(opened), read));
        opened.handles.back().flow = static_cast<FlowPolicy>(200);
        QVERIFY(!decode(encode(opened), read));
    }
    // Thirty million brackets are as many values, of some hundred bytes each.
    void bracketsWithoutEnd() {
        const auto& path =
            fuzz::file_with("{\"t_ns\":1,\"phase\":\"note\",\"results\":" + std::string(70'000, '[') +
                            "\n{\"t_ns\":1,\"phase\":\"note\"}\n");
        const auto imported = import_file(registry(), path);
        QVERIFY(imported.has_value());
        QCOMPARE(imported->left_out, 1u);
        QCOMPARE(QString::fromStdString(imported->problems.front()), QString("line 1: it holds too much"));
    }

    // The supervisor against workers that send and write anything: it stays alive, says how they ended, and
    // what it has recorded of them can be read.
    void workersThatSpeakNonsense() {
        const auto before = open_descriptors();
        for (int seed = 0; seed < 24; ++seed) {
            qputenv(hostile_seed, QByteArray::number(seed));
            SupervisorOptions options;
            options.worker_program = QCoreApplication::applicationFilePath().toStdString();
            options.ring_slots = 256;
            auto made = Supervisor::create(registry(), options);
            QVERIFY(made.has_value());
            auto& supervisor = **made;
            const auto id = supervisor.start_worker("hostile");
            QVERIFY(id.has_value());
            std::atomic<int> answered{0};
            for (const auto* operation : {"pipe.create", "pipe.write", "pipe.read", "process.exit"}) {
                const auto* ref = registry().operation(operation);
                QVERIFY(ref);
                CallRequest request{*id, ref->id, {}, "p", operation, 1};
                for (const auto& param : ref->operation->params)
                    request.args.push_back(param.initial);
                supervisor.submit(std::move(request), [&answered](const Outcome&) { ++answered; });
            }
            // It ends by itself, after some nonsense.
            const auto ended = [&](const RunState& state) {
                return state.worker(*id)->status >= WorkerStatus::exited;
            };
            QVERIFY2(supervisor.wait_until(ended, 60'000'000'000), qPrintable(QString::number(seed)));
            QVERIFY(wait_for([&] { return answered == 4; }));
            QVERIFY(supervisor.shutdown().has_value());
            std::uint64_t sum = 0;
            for (std::uint64_t seq = 0; seq < supervisor.events().size(); ++seq) {
                const auto event = supervisor.events().copy(seq);
                QVERIFY(event.phase <= Phase::note);
                sum += fuzz::sum_of(supervisor.events().payload(event));
                sum += fuzz::sum_of(supervisor.events().results(event));
            }
            fuzz::use(sum);
        }
        qunsetenv(hostile_seed);
        QVERIFY(wait_for([&] { return open_descriptors() <= before; }));
    }

private:
    static int open_descriptors() {
        return static_cast<int>(QDir("/proc/self/fd").entryList(QDir::AllEntries | QDir::System).size());
    }
    static void rows() {
        QTest::addColumn<QString>("name");
        for (const auto* one : fuzz::all_targets)
            QTest::newRow(one->name) << QString::fromLatin1(one->name);
    }
};

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--drive")
        return hostile_worker();  // started by a supervisor
    QCoreApplication app(argc, argv);
    TestFuzz test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_fuzz.moc"

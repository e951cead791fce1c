// Random programs over real mechanisms: recorded, saved, opened and run again they come to the same.
#include "base/clock.h"
#include "compare/fill_expectations.h"
#include "compare/replay.h"
#include "conformance/conductor/subjects.h"
#include "helpers/run_fixture.h"
#include "session_file/file_recording.h"
#include "session_file/recorder.h"

#include <QTemporaryDir>

#include <random>
#include <rapidcheck.h>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// Statements of which each has one outcome only: nothing waits for what may come or not.
class Author {
public:
    explicit Author(std::uint32_t seed) : random_(seed) {}

    std::string write() {
        text_ = R"(workers: a
a: p = pipe.create(flags: O_NONBLOCK)
a: w = pipe.create()
a: e = eventfd.create(flags: EFD_NONBLOCK)
a: q = sysv_msg.get()
a: b = process.fork()
let word = "w"
let many = 3
)";
        for (auto left = upto(12); left > 0; --left)
            statement(0);
        return text_;
    }

private:
    unsigned upto(unsigned most) { return static_cast<unsigned>(random_() % (most + 1)); }
    const char* worker() { return upto(1) ? "a" : "b"; }
    std::string string() {
        static constexpr const char* parts[] = {"x",   "\\x00", "\\xff", "\xc3\xa9",
                                                "\\n", "\\\"",  "\\\\",  "\\{word}"};
        std::string out = "\"";
        for (auto left = upto(5); left > 0; --left)
            out += parts[upto(7)];
        if (deep_ > 0 && upto(1)) out += "\\{i" + std::to_string(upto(deep_ - 1)) + "}";
        return out + "\"" + (upto(3) ? "" : " * " + std::to_string(upto(3000)));
    }
    std::string operation() {
        switch (upto(7)) {
            case 0: return "pipe.write(p.write_end, data: " + string() + ")";
            case 1: return "pipe.read(p.read_end, size: " + std::to_string(upto(5000)) + ")";
            case 2: return "eventfd.write(e, value: " + std::string(upto(1) ? "many" : "7") + ")";
            case 3: return "eventfd.read(e)";
            case 4:
                return "sysv_msg.send(q, type: " + std::to_string(1 + upto(2)) + ", data: " + string() +
                       ", flags: IPC_NOWAIT)";
            case 5: return "sysv_msg.receive(q, size: " + std::to_string(upto(6000)) + ", flags: IPC_NOWAIT)";
            case 6: return "process.get_pid()";
            default: return "sysv_msg.stat(q)";
        }
    }
    void line(const std::string& text) { text_ += std::string(2 * deep_, ' ') + text + "\n"; }

    void statement(unsigned nested) {
        switch (upto(9)) {
            case 0: {
                if (nested > 1) return;
                line("repeat " + std::string(upto(1) ? "many" : "2") + " as i" + std::to_string(deep_));
                ++deep_;
                for (auto left = 1 + upto(2); left > 0; --left)
                    statement(nested + 1);
                --deep_;
                return line("end");
            }
            case 1:
                line(std::string(worker()) + ": repeat " + std::to_string(1 + upto(20)));
                for (auto left = 1 + upto(1); left > 0; --left)
                    line("  " + operation());
                return line("end");
            case 2:
                line("a: pipe.read(w.read_end, size: 9) async  # blocked");
                line("b: pipe.write(w.write_end, data: \"wake\")");
                return line("a: await");
            case 3:
                line("b: pipe.read(w.read_end, size: 9) async");
                line("b: interrupt");
                return line("b: await  # EINTR");
            case 4: return line("delay 100us");
            case 5: return line("let v" + std::to_string(variables_++) + " = " + string());
            default: return line(std::string(worker()) + ": " + operation());
        }
    }

    std::mt19937 random_;
    std::string text_;
    unsigned deep_ = 0, variables_ = 0;
};

}  // namespace

class TestRandomPrograms : public QObject {
    Q_OBJECT
private slots:
    void comeToTheSame() {
        const QTemporaryDir directory;
        const auto file = directory.filePath("random.ipcscope").toStdString();
        qputenv("RC_PARAMS", "max_success=40");
        const auto until = now_ns() + 4'000'000'000;
        const bool holds = rc::check("a replay is the same", [&] {
            const auto seed = *rc::gen::arbitrary<std::uint32_t>();
            if (now_ns() > until) return;
            const auto text = Author(seed).write();
            RC_LOG() << text;
            const auto program = parse_program(registry(), text);
            RC_ASSERT(program.errors.empty());
            auto run = Supervisor::create(registry());
            RC_ASSERT(run.has_value());
            auto recorder = Recorder::create(file, **run, {"", text, {}}, {.replace = true});
            RC_ASSERT(recorder.has_value());
            RunOptions how;
            how.verify = true;
            const auto report = Conductor(**run).run(program.program, how);
            RC_LOG() << explain(report);
            RC_ASSERT(explain(report).empty());
            RC_ASSERT((*run)->shutdown().has_value());
            RC_ASSERT((*recorder)->finish().has_value());

            const auto opened = open_session(file, registry());
            RC_ASSERT(opened.has_value());
            (*opened)->wait_loaded();
            RC_ASSERT((*opened)->program() == text);
            const auto filled = fill_expectations(registry(), text, **opened);
            RC_LOG() << filled.text;
            const auto again = parse_program(registry(), filled.text);
            RC_ASSERT(again.errors.empty() && filled.differ == 0);
            ReplayOptions options;
            options.verify = true;
            const auto replayed = replay(registry(), **opened, again.program, options);
            RC_ASSERT(replayed.has_value());
            RC_LOG() << explain(replayed->report);
            for (const auto& step : replayed->comparison.different) {
                const auto words = difference_words(**opened, *replayed->run, step);
                RC_LOG() << "line " << words.line << ": " << words.call << ": " << words.expected << " / "
                         << words.got << " (" << words.why << ")\n";
            }
            RC_ASSERT(replayed->alike());
        });
        QVERIFY(holds);
    }
};

std::unique_ptr<QObject> random_programs() {
    return std::make_unique<TestRandomPrograms>();
}

#include "random_programs.moc"

#include "helpers/generated_programs.h"

#include "codegen/write_out.h"
#include "helpers/run_fixture.h"
#include "mechanisms/driver.h"
#include "schema/text.h"
#include "session/program.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <sstream>
#include <thread>
#include <unistd.h>

#include <sys/prctl.h>

namespace ipcscope::testing {

namespace {

using Expected = Expectation::Kind;

constexpr int deadline_s = 90;

struct Ended {
    int code = -1;
    std::string out, err;
};

// Whatever the program has forked ends with it: `timeout` makes a process group.
Ended start(const QString& directory, const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setWorkingDirectory(directory);
    QStringList all{"-k", "5", QString::number(deadline_s), program};
    process.start("timeout", all + arguments);
    if (!process.waitForFinished((deadline_s + 20) * 1000)) return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
}

// What each worker has said, in order: "pipe.read = 5 \"Hello\"".
using Said = std::map<std::string, std::vector<std::string>>;

Said sort(const std::string& output) {
    Said said;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (colon != std::string::npos && line.find(' ') > colon)
            said[line.substr(0, colon)].push_back(line.substr(colon + 2));
    }
    return said;
}

// One session: what it expects, what the engine made of it, and what the program has said.
class Comparison {
public:
    Comparison(const Program& program, RunFixture& engine, const std::string& output)
        : program_(program), engine_(engine), said_(sort(output)) {}

    std::string run() {
        for (std::size_t i = 0; i < program_.statements.size(); ++i) {
            const auto& now = program_.statements[i];
            switch (now.kind) {
                case Statement::Kind::operation: operation(now); break;
                case Statement::Kind::repeat:
                    while (i + 1 < program_.statements.size() &&
                           program_.statements[i].kind != Statement::Kind::end)
                        ++i;
                    call(now, "repeat");
                    break;
                case Statement::Kind::action:
                    if (now.action == "await") await(now);
                    if (now.action == "kill") end(now);
                    break;
                default: break;
            }
        }
        return problems_;
    }

private:
    void wrong(const Statement& now, const std::string& what) {
        problems_ += fmt::format("  line {}: {}\n", now.line, what);
    }

    void operation(const Statement& now) {
        if (now.expect.kind == Expected::killed || now.expect.kind == Expected::exited) return end(now);
        call(now, registry().operation(now.operation)->name);
    }

    void call(const Statement& now, const std::string& name) {
        const bool blocked = peek(now.worker) == name + " blocked";
        if (now.expect.stays() && !blocked) wrong(now, "blocked is not said");
        if (blocked) ++at_[now.worker];
        if (now.async || blocked)
            outstanding_[now.worker].push_back({&now, name});
        else
            outcome(now, now, name, now.expect);
    }

    void await(const Statement& now) {
        auto& calls = outstanding_[now.worker];
        if (calls.empty()) return wrong(now, "nothing is outstanding");
        const auto [asked, name] = calls.front();
        calls.erase(calls.begin());
        outcome(now, *asked, name, now.expect);
    }

    // How a worker ended; not told if the session itself has waited for it.
    void end(const Statement& now) {
        if (now.expect.kind != Expected::killed && now.expect.kind != Expected::exited) return;
        const auto text = print_expectation(registry(), now.expect);
        const auto& lines = said_[now.worker];
        const auto begins = [](const std::string& word) {
            return [word](const std::string& line) { return line.starts_with(word); };
        };
        const bool told = std::any_of(lines.begin(), lines.end(), begins("exited ")) ||
                          std::any_of(lines.begin(), lines.end(), begins("killed "));
        if (told && std::find(lines.begin(), lines.end(), text) == lines.end())
            wrong(now, text + " is not said");
    }

    std::string peek(const std::string& worker) {
        const auto& lines = said_[worker];
        const auto at = at_[worker];
        return at < lines.size() ? lines[at] : "";
    }

    void outcome(const Statement& where, const Statement& call, const std::string& name,
                 const Expectation& expected) {
        const auto line = peek(where.worker);
        if (!line.starts_with(name + " "))
            return wrong(where, fmt::format("'{}' is not said, but '{}'", name, line));
        ++at_[where.worker];
        auto text = line.substr(name.size() + 1);
        if (const auto cut = text.find("\"..."); cut != std::string::npos) text.erase(cut + 1, 3);
        text = as_signed(text);
        const auto got = read(call, text);
        if (!got) return wrong(where, fmt::format("'{}' cannot be read", text));
        auto wanted = expected;
        if (wanted.kind == Expected::none) wanted = recorded(call);
        if (wanted.kind == Expected::fails)  // a program says the errno alone, and of a loop the rounds
            std::erase_if(wanted.results, [](const auto& result) { return result.first != "rounds"; });
        if (wanted.kind != Expected::none && !fits(wanted, *got))
            wrong(where, fmt::format("{} is expected, got {}", print_expectation(registry(), wanted), text));
    }

    // Numbers of 64 bits without a sign are those with one in a session.
    static std::string as_signed(const std::string& text) {
        const auto digits = text.find_last_not_of("0123456789") + 1;
        if (text.size() - digits < 19) return text;
        const auto number = std::strtoull(text.c_str() + digits, nullptr, 10);
        return text.substr(0, digits) + std::to_string(static_cast<std::int64_t>(number));
    }

    // A line is said as a session expects it.
    static std::optional<Expectation> read(const Statement& call, const std::string& text) {
        Statement bare = call;
        bare.expect = {};
        bare.comment.clear();
        bare.written = {};
        bare.async = false;
        bare.binding.clear();
        std::vector<std::string> names{call.worker};
        for (const auto& argument : bare.arguments)
            collect(argument.value, names);
        auto line = print_statement(registry(), bare) + "  # " + text;
        if (call.kind == Statement::Kind::repeat) line += "\nend";
        const auto parsed = parse_program(registry(), line, names);
        if (!parsed.errors.empty() || parsed.program.statements.empty()) return {};
        return parsed.program.statements.front().expect;
    }
    static void collect(const Value& value, std::vector<std::string>& names) {
        if (const auto* name = value.as<Name>()) names.push_back(name->text.substr(0, name->text.find('.')));
        if (const auto* list = value.as<List>())
            for (const auto& item : *list)
                collect(item, names);
        if (const auto* fields = value.as<Fields>())
            for (const auto& [key, item] : *fields)
                collect(item, names);
    }

    // Did it succeed in the engine?
    Expectation recorded(const Statement& call) const {
        Expectation out;
        for (const auto& one : engine_.events({.phase = Phase::leave, .line = call.line})) {
            out.kind = one.event.err != 0 ? Expected::fails : Expected::returns;
            out.err = one.event.err;
        }
        return call.kind == Statement::Kind::repeat ? Expectation{} : out;
    }

    // Fields that are not written are not compared, as in a run.
    static bool same(const Value& wanted, const Value& got) {
        if (wanted.as<Name>()) return true;
        if (const auto* fields = wanted.as<Fields>()) {
            const auto* others = got.as<Fields>();
            return others && std::all_of(fields->begin(), fields->end(), [&](const auto& field) {
                       return std::any_of(others->begin(), others->end(), [&](const auto& other) {
                           return other.first == field.first && same(field.second, other.second);
                       });
                   });
        }
        if (const auto* list = wanted.as<List>()) {
            const auto* others = got.as<List>();
            return others && std::equal(list->begin(), list->end(), others->begin(), others->end(), same);
        }
        const auto number = [](const Value& value) { return value.as<std::int64_t>() || value.as<bool>(); };
        return number(wanted) && number(got) ? wanted.integer() == got.integer() : wanted == got;
    }

    static bool fits(const Expectation& wanted, const Expectation& got) {
        if (wanted.kind != got.kind || wanted.err != got.err) return false;
        if (wanted.has_ret && got.has_ret && wanted.ret != got.ret) return false;
        if (wanted.payload && wanted.payload != got.payload) return false;
        return same(Value(wanted.results), Value(got.results));
    }

    const Program& program_;
    RunFixture& engine_;
    Said said_;
    std::map<std::string, std::size_t> at_;
    struct Asked {
        const Statement* statement;
        std::string name;
    };
    std::map<std::string, std::vector<Asked>> outstanding_;
    std::string problems_;
};

QString python() {
    return QFile::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}

struct Job {
    std::string name;
    std::string_view text;
    Program program = {};
    std::string problems = {};
    std::string skipped = {};
    bool ran = false;
    Ended ended = {};
};

void build_and_run(Job& job, Language language) {
    const auto parsed = parse_program(registry(), job.text).program;
    job.program = write_out(registry(), parsed).program;
    const auto code = generate_code(registry(), parsed, language, job.name, code_of);
    for (const auto& operation : code.missing)
        job.problems += "  there is no code for " + operation + "\n";
    if (!job.problems.empty()) return;
    const QTemporaryDir directory;
    const auto source = fmt::format("{}.{}", job.name, language_suffix(language));
    QFile file(directory.filePath(QString::fromStdString(source)));
    if (!file.open(QIODevice::WriteOnly)) {
        job.problems = "  the source cannot be written\n";
        return;
    }
    file.write(code.text.data(), static_cast<qint64>(code.text.size()));
    file.close();
    QString program = "./program";
    QStringList arguments;
    if (language == Language::python) {
        program = python();
        arguments = {QString::fromStdString(source)};
    } else {
        const bool c = language == Language::c;
        QStringList options{c ? "-std=c17" : "-std=c++20",  "-Wall", "-Wextra", "-Werror",
                            QString::fromStdString(source), "-o",    "program"};
        for (const auto& link : code.link)
            options << QString::fromStdString(link).split(' ');
        const auto built = start(directory.path(), c ? "gcc" : "g++", options);
        if (built.code != 0) job.problems = "  it does not compile:\n" + built.err;
        if (built.code != 0) return;
    }
    job.ended = start(directory.path(), program, arguments);
    job.ran = true;
    if (!code.packages.empty() && job.ended.err.find("ModuleNotFoundError") != std::string::npos) {
        job.skipped = "needs " + code.packages.front();
        job.ran = false;
    }
}

void compare(Job& job) {
    RunFixture engine;
    RunOptions options;
    options.verify = true;
    engine.run(job.text, options);
    job.problems = Comparison(job.program, engine, job.ended.out).run();
    if (job.ended.code != 0) job.problems += fmt::format("  it ended with {}\n", job.ended.code);
    const auto left = QDir("/tmp").entryList({QString::fromStdString(job.name) + "-*"},
                                             QDir::AllEntries | QDir::NoDotAndDotDot);
    if (!left.isEmpty()) job.problems += "  its directory is left\n";
    if (!job.problems.empty()) job.problems += job.ended.err + job.ended.out;
}

}  // namespace

std::string check_generated(std::string_view mechanism, Language language, std::string& skipped) {
    std::vector<Job> jobs;
    for (const auto& [name, text] : sessions_of(mechanism))
        jobs.push_back({fmt::format("{}_{}_{}", mechanism, name, ::getpid()), text});
    // A supervisor before us has made this process the parent of orphans: those of the programs are not ours.
    prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (auto i = next++; i < jobs.size(); i = next++)
            build_and_run(jobs[i], language);
    };
    std::thread other(work);
    work();
    other.join();
    // The engine's runs look for children that they have left: one after the other, when all programs have
    // ended.
    std::string problems;
    for (auto& job : jobs) {
        if (job.ran) compare(job);
        if (!job.problems.empty())
            problems += fmt::format("{} ({}):\n{}", job.name, language_title(language), job.problems);
        if (!job.skipped.empty()) skipped += fmt::format("{}: {}; ", job.name, job.skipped);
    }
    return problems;
}

void a_row_for_each_mechanism() {
    QTest::addColumn<QByteArray>("id");
    for (const auto* mechanism : registry().mechanisms())
        QTest::newRow(mechanism->id) << QByteArray(mechanism->id);
}

void check_generated_row(Language language) {
    QFETCH(QByteArray, id);
    if (!code_of(id.constData())) QSKIP("this mechanism has no code");
    std::string skipped;
    const auto problems = check_generated(id.constData(), language, skipped);
    QVERIFY2(problems.empty(), problems.c_str());
    if (!skipped.empty()) QSKIP(skipped.c_str());
}

}  // namespace ipcscope::testing

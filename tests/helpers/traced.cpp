#include "helpers/traced.h"

#include "helpers/run_fixture.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <map>

namespace ipcscope::testing {

namespace {

constexpr int deadline_ms = 60'000;

// How often the text asks for each operation of a worker, outside of loops.
std::map<std::string, int> asked(std::string_view text) {
    std::map<std::string, int> out;
    for (const auto& statement : parse_program(registry(), text).program.statements) {
        if (statement.kind != Statement::Kind::operation) continue;
        const auto* ref = registry().operation(statement.operation);
        const auto& operation = *ref->operation;
        const std::string call = operation.syscall[0] ? operation.syscall : operation.call;
        if (call != "-") ++out[call];
    }
    return out;
}

// "4711 msgsnd(0, ..." or "4711 <... msgsnd resumed>": each call counts once, by its beginning.
std::map<std::string, int> seen(const std::string& file) {
    std::map<std::string, int> out;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of("0123456789 ");
        const auto end = line.find('(');
        if (begin == std::string::npos || end == std::string::npos || line[begin] == '<') continue;
        ++out[line.substr(begin, end - begin)];
    }
    return out;
}

}  // namespace

std::string cannot_trace() {
#ifdef __SANITIZE_ADDRESS__
    return "too slow with sanitizers, which see nothing of it: the plain build does it";
#endif
    static const std::string why = [] {
        QProcess strace;
        strace.start(QStringLiteral("strace"), {QStringLiteral("-f"), QStringLiteral("-o"),
                                                QStringLiteral("/dev/null"), QStringLiteral("true")});
        if (!strace.waitForStarted(deadline_ms)) return std::string("strace is not installed");
        if (!strace.waitForFinished(deadline_ms) || strace.exitCode() != 0)
            return "strace may not trace here: " + strace.readAllStandardError().toStdString();
        return std::string();
    }();
    return why;
}

std::string calls_missing(std::string_view program, std::set<std::string>& made) {
    const auto wanted = asked(program);
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("traced.ips"));
    const auto log = folder.filePath(QStringLiteral("calls"));
    std::ofstream(path.toStdString()) << program;
    QProcess strace;
    strace.setProcessChannelMode(QProcess::MergedChannels);
    strace.start(QStringLiteral("strace"),
                 {QStringLiteral("-f"), QStringLiteral("-q"), QStringLiteral("-o"), log,
                  QStringLiteral(IPCSCOPE_BIN_DIR "/ipcscope-cli"), QStringLiteral("run"),
                  QStringLiteral("--timeout"), QStringLiteral("50"), path});
    if (!strace.waitForFinished(deadline_ms)) {
        strace.kill();
        strace.waitForFinished();
        return "does not come to its end under strace\n";
    }
    const auto calls = seen(log.toStdString());
    std::string problems;
    for (const auto& [call, count] : wanted) {
        // Some have several names, by architecture or age: "epoll_wait|epoll_pwait".
        int found = 0;
        for (std::size_t at = 0; at <= call.size();) {
            const auto bar = std::min(call.find('|', at), call.size());
            if (const auto it = calls.find(call.substr(at, bar - at)); it != calls.end()) found += it->second;
            at = bar + 1;
        }
        if (found >= count)
            made.insert(call);
        else
            problems += fmt::format("{}: asked for {} times, strace saw {}\n", call, count, found);
    }
    return problems;
}

}  // namespace ipcscope::testing

// What the tests of this subject share, and its parts.
#pragma once

#include "export/sequence_scan.h"
#include "export/sequence_steps.h"
#include "export/sequence_text.h"
#include "helpers/hand_made_recording.h"
#include "schema/wire.h"

#include <QRegularExpression>
#include <QtTest>

#include <cerrno>
#include <memory>

namespace ipcscope::testing::export_tests {

inline std::string encoded(const Fields& fields) {
    Writer writer;
    writer.fields(fields);
    return writer.take();
}

// Fork, a read that waits, an answer after a second, a failure, a coalesced signal, a death.
struct Story {
    HandMadeRecording run;
    WorkerId parent = run.worker("parent"), child = run.worker("child");
    ObjectId there = run.object("there"), back = run.object("back");
    std::uint64_t create, fork, born, asks, write, read, closed, failed, ended;

    Story() {
        run.instant(parent, "process.start");
        create = run.leave(parent, "pipe.create()", {.object = there});
        fork = run.leave(parent, "process.fork()", {.ret = 4711});
        born = run.instant(child, "process.start");
        run.flow(fork, born);
        asks = run.enter(parent, "pipe.read(back.read_end, size: 64)",
                         {.object = back, .args = {Value(Name{"back"})}});
        run.enter(child, "pipe.close(there.write_end)");
        closed = run.leave(child, "pipe.close(there.write_end)");
        run.time += 1'200'000'000;
        write = run.leave(child, "pipe.write(back.write_end, data: \"Hello; #1\")",
                          {.ret = 9, .object = back, .payload = "Hello; #1"});
        read = run.leave(parent, "pipe.read(back.read_end, size: 64)",
                         {.ret = 9,
                          .object = back,
                          .payload = "Hello; #1",
                          .duration_ns = run.time - run.events()[asks].time_ns,
                          .flags = event_flag::was_blocked});
        run.flow(write, read, back);
        failed = run.leave(parent, "pipe.read(there.read_end, size: 64)",
                           {.ret = -1, .err = EAGAIN, .object = there});
        run.leave(parent, "pipe.write(there.write_end, data: \"x\")",
                  {.ret = 4, .object = there, .payload = std::string("\x01\xff\x00\x7f", 4)});
        ended = run.instant(child, "process.ended", {.ret = 3, .results = encoded({{"status", Value(3)}})});
        const auto wait = run.leave(parent, "process.wait(child)", {.ret = 4711});
        run.flow(ended, wait);
    }
};

// Every line is one of the statements that we use, every column is declared, what waits is ended at most
// once.
inline QString mermaid_problem(const std::string& text) {
    static const QRegularExpression title(QStringLiteral("^    title (?<text>.+)$"));
    static const QRegularExpression column(QStringLiteral("^    participant (?<id>c\\d+) as (?<text>.+)$"));
    static const QRegularExpression arrow(
        QStringLiteral("^    (?<a>c\\d+)(->>|-->>|-x)(?<b>c\\d+): (?<text>.+)$"));
    static const QRegularExpression note(
        QStringLiteral("^    Note over (?<a>c\\d+)(,(?<b>c\\d+))?: (?<text>.+)$"));
    static const QRegularExpression bar(QStringLiteral("^    (?<what>activate|deactivate) (?<a>c\\d+)$"));
    static const QRegularExpression entity(QStringLiteral("#\\d+;"));
    const auto lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    if (lines.first() != QStringLiteral("sequenceDiagram")) return QStringLiteral("no head");
    if (!lines.last().isEmpty()) return QStringLiteral("no end of the last line");
    QSet<QString> columns, active;
    for (int i = 1; i + 1 < lines.size(); ++i) {
        QRegularExpressionMatch match;
        for (const auto& rule : {title, column, arrow, note, bar})
            if (!match.hasMatch()) match = rule.match(lines[i]);
        if (!match.hasMatch()) return lines[i];
        auto said = match.captured(QStringLiteral("text"));
        if (said.remove(entity).contains(QRegularExpression(QStringLiteral("[#;<>%\\\\&]")))) return lines[i];
        if (!match.captured(QStringLiteral("id")).isEmpty()) columns += match.captured(QStringLiteral("id"));
        for (const auto* end : {"a", "b"}) {
            const auto id = match.captured(QLatin1String(end));
            if (!id.isEmpty() && !columns.contains(id)) return lines[i];
        }
        const auto what = match.captured(QStringLiteral("what")), who = match.captured(QStringLiteral("a"));
        if (what.isEmpty()) continue;
        const bool on = what == QStringLiteral("activate");
        if (active.contains(who) == on) return lines[i];
        if (on)
            active.insert(who);
        else
            active.remove(who);
    }
    return {};
}

inline std::string text(const Recording& run, DiagramLanguage language, SequenceTextOptions options = {}) {
    return sequence_text(run, language, options).text;
}

std::unique_ptr<QObject> diagrams();

}  // namespace ipcscope::testing::export_tests

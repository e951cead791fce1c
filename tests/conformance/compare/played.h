// Runs to be held against each other.
#pragma once

#include "compare/replay.h"
#include "helpers/run_fixture.h"

namespace ipcscope::testing {

inline const std::string hello = R"(workers: a, b
a: q = sysv_msg.get()
a: sysv_msg.send(q, type: 1, data: "one")
a: sysv_msg.send(q, type: 2, data: "two")
b: sysv_msg.receive(q, size: 10)
b: sysv_msg.receive(q, size: 10, flags: IPC_NOWAIT)
b: sysv_msg.stat(q)
a: process.get_pid()
b: sysv_msg.receive(q, size: 10) async
)";

// The run of a program, ended.
inline std::unique_ptr<Supervisor> played(const std::string& text) {
    auto run = Supervisor::create(registry());
    if (!run) qFatal("%s", run.error().text().c_str());
    const auto parsed = parse_program(registry(), text);
    for (const auto& error : parsed.errors)
        qFatal("line %d: %s", error.line, error.message.c_str());
    RunOptions options;
    options.verify = true;
    const auto report = Conductor(**run).run(parsed.program, options);
    if (const auto problems = explain(report); !problems.empty()) qFatal("%s", problems.c_str());
    if (const auto ended = (*run)->shutdown(); !ended) qFatal("%s", ended.error().text().c_str());
    return std::move(*run);
}

inline std::string with(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

}  // namespace ipcscope::testing

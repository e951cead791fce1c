// The program: the readable text of a session, as a tree of statements that prints back to the same text.
// Grammar and examples: FORMAT.md.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "base/tr.h"
#include "schema/registry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope {

// What stands behind the '#' of an operation line. Parts that are not given are not compared.
struct Expectation {
    enum class Kind { none, returns, fails, blocked, deadlock, killed, exited } kind = Kind::none;
    std::int64_t ret = 0;  // returns (if has_ret); exited: status; killed: signal number
    bool has_ret = false;
    int err = 0;                         // fails
    std::optional<std::string> payload;  // "Hello"
    std::string payload_template;        // as written, if variables stand in it: "n=\{i}"
    Fields results;                      // type=2, values=[1, 0]; of a repeat: rounds=1000
    OperationId operation;               // whose results these are; none: of a repeat

    bool stays() const { return kind == Kind::blocked || kind == Kind::deadlock; }  // it does not come back
};

struct Argument {
    std::string name;
    Value value;             // may hold Names
    std::size_t column = 0;  // of the value, from 1
};

// How a parsed line was written: printed as it is as long as the statement still says the same.
struct Written {
    std::string head;  // up to the last word
    std::string tail;  // spaces and what stands behind them: expectation, comment
    std::string end;   // "\r" of a file with CRLF lines
    std::size_t head_mark = 0;
    std::size_t tail_mark = 0;
};

struct Statement {
    enum class Kind {
        blank,      // empty or only a comment
        workers,    // workers: parent, logger      (starts fresh workers)
        operation,  // parent: p = pipe.create()
        action,     // child: interrupt | kill | await
        repeat,     // parent: repeat 1000 [async]  (the operations up to `end` are looped in the worker)
        rounds,     // repeat 100 [as i]            (all statements up to its `end`, by the run)
        end,        // end
        let,        // let message = "Hello"
        delay,      // delay 10ms
    };
    Kind kind = Kind::blank;
    int line = 0;  // from 1; 0 = made by a click
    std::string indent;
    std::vector<std::string> names;  // workers
    std::string worker;
    std::string binding;  // "p"; "" = none
    OperationId operation;
    std::vector<Argument> arguments;  // as written; omitted parameters keep their default
    bool async = false;               // do not wait for the outcome: go on when it is done or asleep
    std::string action;               // "interrupt", "kill", "await"
    std::int64_t count = 0;           // repeat, rounds: how often; delay: ns
    std::string count_name;           // the variable that says it instead; "" = none
    std::string variable;             // let; rounds: the counter, "" = none
    std::string value;                // let: the literal, as written
    Expectation expect;
    std::string comment;  // with its '#', as written; "" = none
    Written written;
};

// Where and why text is not a program. `line` and `column` (in characters) from 1.
struct ParseError {
    int line = 0;
    int column = 0;
    std::string message;  // "unknown operation 'pipe.wirte': did you mean pipe.write?"
};

struct Program {
    std::vector<Statement> statements;
    bool final_newline = true;
};

struct ParsedProgram {
    Program program;
    std::vector<ParseError> errors;  // all of them; empty = it can be run
};

// `known`: workers and results that exist already, when the text goes on with a run that has begun.
ParsedProgram parse_program(const Registry& registry, std::string_view text,
                            const std::vector<std::string>& known = {});
std::string print_statement(const Registry& registry, const Statement& statement);
std::string print_program(const Registry& registry, const Program& program);
std::string print_expectation(const Registry& registry, const Expectation& expectation);

// What all programs may say; the same for parser, printer and completion.
inline constexpr const char* actions[] = {"interrupt", "kill", "await"};
inline constexpr const char* reserved_words[] = {"workers", "repeat", "end",  "async", "interrupt",
                                                 "kill",    "await",  "true", "false"};
inline constexpr std::int64_t max_rounds = 1'000'000'000;  // of a repeat of one worker
// Of repeats of the run: rounds in all, those of one within another multiplied; how deep they may stand.
inline constexpr std::int64_t max_run_rounds = 10'000'000;
inline constexpr std::size_t max_nesting = 16;
inline constexpr std::int64_t max_delay_ns = 3'600'000'000'000;  // one hour
inline constexpr std::size_t max_errors = 1000;  // that are told of one text; what is behind is not read
// Strings written with `*`, in all: "x" * 65536 is short to write.
inline constexpr std::size_t max_strings = std::size_t{128} << 20;

// The forms that a statement may have beside `worker: operation`: for completion and help.
struct StatementForm {
    const char* word;     // with which it begins; behind "worker: " if of_worker
    const char* form;     // NAME, N, VALUE and so on are to be filled in
    const char* summary;  // IPC_TR
    bool of_worker;
};
inline constexpr StatementForm statement_forms[] = {
    {"workers", "workers: NAME, NAME", IPC_TR("Starts these workers: fresh processes"), false},
    {"let", "let NAME = VALUE",
     IPC_TR("A variable: stands for its value from here on, also as \\{NAME} in a string"), false},
    {"delay", "delay 10ms", IPC_TR("The run waits before it goes on"), false},
    {"repeat", "repeat N as NAME", IPC_TR("All statements up to its end, N times; NAME counts from 0"),
     false},
    {"end", "end", IPC_TR("The end of a repeat"), false},
    {"repeat", "repeat N",
     IPC_TR("The operations up to its end, N times by the worker itself, without asking in between"), true},
    {"interrupt", "interrupt", IPC_TR("A call that is blocked comes back with EINTR"), true},
    {"kill", "kill", IPC_TR("SIGKILL; the run goes on when the process has ended"), true},
    {"await", "await", IPC_TR("Waits for the oldest async operation that was not awaited yet"), true},
};

}  // namespace ipcscope

// What a generated program does, before it is put into a language: who the workers are, in which turns they
// go, which results have to be kept and where, what is to be taken away at the end.
#pragma once

#include "codegen/generate.h"
#include "session/program.h"

#include <map>
#include <string>
#include <vector>

namespace ipcscope {

struct PlannedWorker {
    std::string name;      // as the session says it
    std::string id;        // CHILD, or CHILD_2 if the name was given before
    std::string function;  // run_child
    int parent = -1;       // who forks it; -1 = main
    int born = -1;         // step after which it is there
    bool forks = false;
};

// A result that a later line uses.
struct Variable {
    std::string name;  // p_read_end
    const OperationRef* operation = nullptr;
    const ResultSpec* result = nullptr;  // nullptr = the return value
    const Statement* made_by = nullptr;
    int owner = 0;        // worker
    int step = 0;         // in which it gets its value
    bool shared = false;  // processes need it that do not inherit it
};

struct Reference {  // what a name in an argument means: one of them
    int variable = -1;
    int worker = -1;
};

struct PlannedCall {
    const Statement* statement = nullptr;
    const OperationRef* operation = nullptr;
    const MechanismCode* mechanism = nullptr;
    const OperationCode* code = nullptr;  // nullptr = there is none
    int worker = 0;
    std::vector<Value> values;  // of all parameters
    std::vector<bool> visible;
    std::map<std::string, Reference, std::less<>> names;
    int child = -1;  // whom it forks
};

struct PlannedStep {
    enum class Kind { call, repeat, await, interrupt, kill, look, delay } kind = Kind::call;
    const Statement* statement = nullptr;
    const Statement* awaited = nullptr;  // the line at which the outcome is looked at, if it is a later one
    int worker = 0;                      // whom the statement is about
    std::vector<PlannedCall> calls;      // call: one; repeat: the body
    bool asked = false;                  // async or blocked: others go on before it is back
    bool gives_turn = false;             // before the call, which may sleep or not come back
    bool dies = false;
    std::vector<const Statement*> comments;  // lines before it
};

// Consecutive steps of one process.
struct Turn {
    int actor = 0;  // worker, or Plan::main()
    std::vector<std::size_t> steps;
    int settle = -1;  // the step whose call must be asleep or back before
    int ended = -1;   // the worker that must be gone before
};

struct Plan {
    std::vector<PlannedWorker> workers;
    std::vector<PlannedStep> steps;
    std::vector<Turn> turns;  // the last one is main's
    std::vector<Variable> variables;
    std::vector<PlannedCall> cleanups;
    std::vector<const Statement*> head;  // comments before everything
    std::vector<const Statement*> tail;  // and behind
    std::vector<int> unfinished;         // workers whose calls may still sleep at the end
    std::vector<std::string> missing;
    bool alone = false;       // one worker, nobody to wait for: main does it
    bool interrupts = false;  // somebody's call is interrupted
    bool stops = false;       // somebody may be stopped when all is over
    bool directory = false;   // files are made where the program works
    bool settles = false;     // calls sleep while others go on
    bool dies = false;        // somebody ends before the others
    bool orphans = false;     // and has children then

    int main() const { return static_cast<int>(workers.size()); }
    std::string id(int actor) const;                             // CHILD, MAIN
    std::string title(const PlannedStep& step) const;            // "child: pipe.write"
    int next_actor(std::size_t turn) const;                      // whose turn is after this one
    std::size_t next_turn(int worker, std::size_t after) const;  // turns.size() = none
    bool uses(const MechanismSpec& mechanism) const;
    bool keeps_results(const PlannedCall& call) const;  // later lines use them
};

// The line without what is expected of it: "child: p = pipe.create()".
std::string bare_text(const Registry& registry, const Statement& statement);

Plan make_plan(const Registry& registry, const Program& program, Language language, CodeOf code_of);

}  // namespace ipcscope

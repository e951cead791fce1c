// Running parts of a program: from a line on, up to a line, one line alone.
#include "session.h"
#include "words.h"

#include <algorithm>

namespace ipcscope {

namespace {

// The first thing that is wrong above the line; "" = nothing.
QString faultAbove(const ParsedProgram& parsed, int line) {
    for (const auto& error : parsed.errors)
        if (error.line < line) return Session::tr("Line %1: %2").arg(error.line).arg(fromUtf8(error.message));
    return {};
}

// How many repeats stand around the line.
int depthAt(const Program& program, int line) {
    int depth = 0;
    for (const auto& statement : program.statements) {
        if (statement.line >= line) break;
        if (statement.kind == Statement::Kind::repeat || statement.kind == Statement::Kind::rounds) ++depth;
        if (statement.kind == Statement::Kind::end) --depth;
    }
    return depth;
}

}  // namespace

QString Session::runFrom(int line) {
    const auto& parsed = document_.parsed();
    if (!parsed.errors.empty()) {
        emit document_.parsedChanged();
        return faultAbove(parsed, parsed.errors.back().line + 1);
    }
    const auto& statements = parsed.program.statements;
    const auto found = std::find_if(statements.begin(), statements.end(), [&](const Statement& statement) {
        return statement.line >= line && statement.kind == Statement::Kind::operation;
    });
    if (found == statements.end()) return tr("There is no operation in this line or below it to begin with");
    document_.setInsertion(0);
    controller_.startProgram(parsed.program, found->line);
    return {};
}

QString Session::recordFrom(int line) {
    const auto& parsed = document_.parsed();
    if (const auto fault = faultAbove(parsed, line); !fault.isEmpty()) return fault;
    if (depthAt(parsed.program, line) > 0)
        return tr("A repeat stands around this line: choose one before or behind it");
    Program above = parsed.program;
    std::erase_if(above.statements, [&](const Statement& statement) { return statement.line >= line; });
    const bool anybody =
        std::any_of(above.statements.begin(), above.statements.end(),
                    [](const auto& statement) { return statement.kind == Statement::Kind::workers; });
    if (!anybody) return tr("No worker is started above this line: choose one further below");
    controller_.startProgram(std::move(above));
    document_.setInsertion(line);
    return {};
}

QString Session::doLine(int line) {
    if (controller_.phase() != RunController::Phase::live)
        return tr("Nothing is running that could do it: run the program first, or record from here");
    const auto& parsed = document_.parsed();
    for (const auto& error : parsed.errors)
        if (error.line == line) return fromUtf8(error.message);
    const auto& statements = parsed.program.statements;
    const auto found = std::find_if(statements.begin(), statements.end(),
                                    [&](const Statement& statement) { return statement.line == line; });
    const bool alone =
        found != statements.end() && depthAt(parsed.program, line) == 0 &&
        (found->kind == Statement::Kind::operation || found->kind == Statement::Kind::workers ||
         (found->kind == Statement::Kind::action && found->action != "await"));
    if (!alone) return tr("This line means nothing without those around it");
    emit clicked();
    controller_.perform(*found, this, [this](const RunController::Click& click) {
        if (!click.refused.isEmpty()) emit refused(click.refused);
    });
    return {};
}

}  // namespace ipcscope

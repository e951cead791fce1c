// What the tests of this subject share, and its parts.
#pragma once

#include <QtTest>

#ifndef Q_MOC_RUN  // moc stops at the concepts of the standard library
#include "helpers/fake_mechanism.h"
#include "session/program.h"

#include <csignal>
#endif

#include <memory>

namespace ipcscope::testing::program_tests {

inline ParsedProgram parse(std::string_view text, const std::vector<std::string>& known = {}) {
    return parse_program(testing::fake_registry(), text, known);
}

inline std::string print(const Program& program) {
    return print_program(testing::fake_registry(), program);
}

// Errors as "line:column message", one a line.
inline QString errors(std::string_view text) {
    QStringList out;
    for (const auto& error : parse(text).errors)
        out << QString("%1:%2 %3")
                   .arg(error.line)
                   .arg(error.column)
                   .arg(QString::fromStdString(error.message));
    return out.join('\n');
}

inline constexpr std::string_view example = R"(# A comment, and a blank line:

workers:  parent ,logger   # two
parent: p = fake.create( F_ONE|F_TWO )
parent:   child = fake.fork()
child: fake.write(p.write_end, data: "Hel\x6co",times: 0x2)          # = 5   # why
	parent: fake.read(p.read_end, size: 64)   # = 5 "Hello" type=2 mode=0600 values=[1, 0]
parent: fake.read(p, size: 64) async          # blocked
parent: interrupt
parent: await                                 #   EINTR
parent: fake.read(p) async
parent: await	# = "Hello"
parent: repeat 1000 # = rounds=1000
    fake.write(p.write_end, data: "x" * 3)
    parent: fake.read(p)  # not compared
end   # done
logger: fake.write(p.write_end, data: "x")    # killed SIGPIPE
child: fake.send(parent, number: 10)  # = # only: it works
child: fake.send(who: child.child, number: 10)  # # EAGAIN is only a word here
child: kill  # killed SIGKILL
logger: fake.close(p.read_end)  # exited 3
parent: fake.read(p)  # type=2  # and more
parent: fake.read(p)  # 5 of them
)";

std::unique_ptr<QObject> wrong_programs();

}  // namespace ipcscope::testing::program_tests

// What else the test of session files in the window consists of.
#pragma once

#include <QMetaObject>
#include <QObject>

#include <memory>

namespace ipcscope::testing {

std::unique_ptr<QObject> playback_tests();

// With names of functions as arguments: only the subjects that have one.
inline bool is_asked_for(const QObject& subject, int argc, char** argv) {
    bool named = false;
    for (int i = 1; i < argc; ++i) {
        if (argv[i][0] == '-') continue;
        named = true;
        const auto name = QByteArray(argv[i]).split(':').first() + "()";
        if (subject.metaObject()->indexOfMethod(name) >= 0) return true;
    }
    return !named;
}

}  // namespace ipcscope::testing

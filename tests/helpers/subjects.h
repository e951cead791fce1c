// A test program whose subjects stand in several files, each a QObject with test functions.
#pragma once

#include <QtTest>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace ipcscope::testing {

// With names of functions as arguments: only the subjects that have one.
inline bool is_asked_for(const QObject& subject, int argc, char** argv) {
    bool named = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "-o" || word == "-maxwarnings") ++i;  // what follows is no function
        if (word.starts_with('-')) continue;
        named = true;
        const auto name = QByteArray(argv[i]).split(':').first() + "()";
        if (subject.metaObject()->indexOfMethod(name) >= 0) return true;
    }
    return !named;
}

// How many functions have failed; a name that no subject has is one of them.
inline int run_subjects(int argc, char** argv, std::vector<std::unique_ptr<QObject>> subjects) {
    int failed = 0;
    bool any = false;
    for (const auto& subject : subjects) {
        if (!is_asked_for(*subject, argc, argv)) continue;
        any = true;
        failed += QTest::qExec(subject.get(), argc, argv);
    }
    if (!any) qWarning("no subject has such a function");
    return any ? failed : 1;
}

template <typename... Subjects>
int runSubjects(int argc, char** argv, Subjects... subjects) {
    std::vector<std::unique_ptr<QObject>> all;
    (all.push_back(std::move(subjects)), ...);
    return run_subjects(argc, argv, std::move(all));
}

}  // namespace ipcscope::testing

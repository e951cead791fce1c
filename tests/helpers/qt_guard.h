// For every test of widgets, models or windows: a warning of Qt fails the test function that caused it.
#pragma once

#include <QObject>

namespace ipcscope::testing {

// Derive from it; a test with an init() of its own calls failOnWarnings() there.
class GuiTest : public QObject {
    Q_OBJECT
public:
    static void failOnWarnings();

private slots:
    void init() { failOnWarnings(); }
    void cleanup();
};

}  // namespace ipcscope::testing

// The subjects of the view of the whole machine.
#pragma once

#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "theme.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace ipcscope::testing::monitor {

inline constexpr int patience = 30'000;  // ms, on a machine that does much else

// What all subjects have.
class MonitorSubject : public GuiTest {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        applyTheme(Theme::light);
    }
    void init() {
        failOnWarnings();
        QSettings().clear();
    }

private:
    QTemporaryDir settings_;
};

// The window, the probe, and objects that are really there.
std::unique_ptr<QObject> live();

}  // namespace ipcscope::testing::monitor

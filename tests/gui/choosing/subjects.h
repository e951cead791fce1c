// The parts of this subject.
#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing {
std::unique_ptr<QObject> tall_tables();
}

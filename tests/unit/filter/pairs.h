#pragma once

#include <QObject>

#include <memory>

namespace ipcscope::testing {
std::unique_ptr<QObject> filter_pairs();
}

// Files that are dropped on a window are opened there.
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace ipcscope {

class FileDrop : public QObject {
    Q_OBJECT
public:
    FileDrop(QWidget* window, std::function<void(const QString&)> open);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void(const QString&)> open_;
};

}  // namespace ipcscope

// A quiet bar above the table: what is being recorded, how much, and where it is to be found afterwards.
#pragma once

#include "notice_bar.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace ipcscope {

class MonitorRecorder;

class MonitorRecordBar : public NoticeBar {
    Q_OBJECT
public:
    explicit MonitorRecordBar(MonitorRecorder& recorder, QWidget* parent = nullptr);

Q_SIGNALS:
    void openWanted(const QString& path);

private:
    void update();
    void showSize();
    MonitorRecorder& recorder_;
    QPushButton *stop_, *open_;
    QTimer timer_;
};

}  // namespace ipcscope

// A quiet bar above a recording that was opened from a file: when and on what it was made, how much of it is
// read, and what of it could not be.
#pragma once

#include "notice_bar.h"

#include <QStringList>
#include <QTimer>

class QLabel;
class QPushButton;

namespace ipcscope {

class Session;

class RecordingBar : public NoticeBar {
    Q_OBJECT
public:
    explicit RecordingBar(Session& session, QWidget* parent = nullptr);

private:
    void update();
    void showProblems();
    Session& session_;
    QLabel* text_;
    QPushButton* problems_;
    QPushButton* stop_;
    QPushButton* again_;
    QStringList what_;
    QTimer timer_;
};

}  // namespace ipcscope

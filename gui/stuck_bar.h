// A notice when a deadlock has become certain, until it is gone or dismissed.
#pragma once

#include "notice_bar.h"

class QLabel;
class QPushButton;

namespace ipcscope {

class Session;

class StuckBar : public NoticeBar {
    Q_OBJECT
public:
    explicit StuckBar(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void whyWanted();

private:
    void look();
    Session& session_;
    QLabel* text_;
    QPushButton* why_;
    QString told_, dismissed_;  // the workers of it
};

}  // namespace ipcscope

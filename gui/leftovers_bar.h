// A quiet bar at the start when crashed runs have left something: what it is, and a button that removes it.
#pragma once

#include "notice_bar.h"

#include <QStringList>

class QLabel;
class QPushButton;

namespace ipcscope {

class LeftoversBar : public NoticeBar {
    Q_OBJECT
public:
    explicit LeftoversBar(QWidget* parent = nullptr);
    void look();  // on another thread; the bar shows itself when there is something

private:
    void found(const QStringList& things);
    void showThings();
    void remove();
    QLabel* text_;
    QPushButton* show_;
    QPushButton* remove_;
    QStringList things_;
};

}  // namespace ipcscope

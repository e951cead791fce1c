// A line of text asked for inside of the timeline: where to go, a note, a lane's name.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace ipcscope {

class TimelineAsk : public QFrame {
    Q_OBJECT
public:
    explicit TimelineAsk(QWidget* parent);
    // `accept` gets the text; "" = done and closed, else why not, which is shown.
    void ask(const QString& title, const QString& text, const QString& hint,
             std::function<QString(const QString&)> accept);
    QLineEdit* edit() { return edit_; }
    QLabel* reason() { return reason_; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void place();
    QLabel* title_;
    QLineEdit* edit_;
    QLabel* reason_;
    std::function<QString(const QString&)> accept_;
};

}  // namespace ipcscope

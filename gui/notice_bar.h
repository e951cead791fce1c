// A quiet bar above the views that says one thing and offers what can be done about it.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ipcscope {

class NoticeBar : public QFrame {
    Q_OBJECT
public:
    // Hidden at first. `name`: the object's, `meaning`: what a screen reader calls it.
    NoticeBar(const QString& name, const QString& meaning, QWidget* parent = nullptr);

protected:
    QLabel* words() { return words_; }  // plain text
    QPushButton* addButton(const QString& text = {}, const QString& tip = {});
    QToolButton* addDismiss(const QString& tip);  // a small cross; hides nothing by itself

private:
    QLabel* words_;
    QHBoxLayout* row_;
};

}  // namespace ipcscope

// The parameters of a program - what its `let` lines outside of repeats say - before it is run: new values
// are written to these lines, as one step that can be undone.
#pragma once

#include <QDialog>

#include <utility>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ipcscope {

class Session;

class ParametersDialog : public QDialog {
    Q_OBJECT
public:
    explicit ParametersDialog(Session& session, QWidget* parent = nullptr);
    // Does the text have any?
    static bool has(Session& session);
    // The text with the values as they are typed; "" = one of them does not fit, or nothing was changed.
    QString text() const { return text_; }
    void accept() override;  // changes the text, if that is asked for, and runs it

private:
    void check();
    Session& session_;
    QList<std::pair<QString, QLineEdit*>> edits_;
    QLabel* problem_;
    QPushButton* run_;
    QString before_, text_;
};

}  // namespace ipcscope

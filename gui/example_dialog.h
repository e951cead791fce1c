// Asks what an example is called and what it shows, before it is kept.
#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace ipcscope {

class ExampleDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExampleDialog(const QString& program, QWidget* parent = nullptr);
    QString title() const;
    QString about() const;  // paragraphs, an empty line between them

private:
    QLineEdit* title_;
    QPlainTextEdit* about_;
};

}  // namespace ipcscope

// Which two recordings are compared: two files, or what is shown and a file.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ipcscope {

class CompareDialog : public QDialog {
    Q_OBJECT
public:
    // `present`: what the recording that is shown is called; "" = there is none.
    explicit CompareDialog(const QString& present, QWidget* parent = nullptr);

    bool firstIsPresent() const;
    QString first() const;   // path
    QString second() const;  // path
    void setPaths(const QString& first, const QString& second);
    QPushButton* okButton() { return ok_; }

private:
    void browse(QLineEdit* edit);
    void refresh();
    QRadioButton *present_, *file_;
    QLineEdit *first_, *second_;
    QLabel* problem_;
    QPushButton* ok_;
};

}  // namespace ipcscope

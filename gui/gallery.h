// The bundled examples, to be browsed: what each shows, what to look for, and one button to run it.
#pragma once

#include "session/examples.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeWidget;

namespace ipcscope {

class Gallery : public QDialog {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

    void choose(const QString& name);
    const Example* chosen() const;  // nullptr = a group, or nothing
    QTreeWidget* list() { return list_; }
    QTextBrowser* page() { return page_; }
    QPushButton* runButton() { return run_; }
    QPushButton* openButton() { return open_; }

signals:
    void openWanted(const QString& name);
    void runWanted(const QString& name);

private:
    void fill();
    void explain(const Example& example);

    QTreeWidget* list_;
    QTextBrowser* page_;
    QPushButton *open_, *run_;
};

// A text of the examples in the person's language (context "examples").
QString exampleText(const std::string& text);

}  // namespace ipcscope

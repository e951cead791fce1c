// The bundled examples and the person's own, to be browsed: what each shows, what to look for, and one button
// to run it.
#pragma once

#include "own_examples.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeWidget;
class QTreeWidgetItem;

namespace ipcscope {

class Gallery : public QDialog {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

    void refresh();  // the person's own ones may be others by now
    void choose(const QString& name);
    const Example* chosen() const;  // nullptr = a group, or nothing
    QTreeWidget* list() { return list_; }
    QTextBrowser* page() { return page_; }
    QPushButton* runButton() { return run_; }
    QPushButton* openButton() { return open_; }
    QPushButton* removeButton() { return remove_; }

signals:
    void openWanted(const QString& name);
    void runWanted(const QString& name);

private:
    void fill();
    QTreeWidgetItem* addGroup(const QString& title);
    void removeOwn();
    void explain(const Example& example);

    QTreeWidget* list_;
    QTextBrowser* page_;
    QPushButton *open_, *run_, *remove_ = nullptr;
    std::vector<OwnExample> own_;
};

// A text of the examples in the person's language (context "examples").
QString exampleText(const std::string& text);

}  // namespace ipcscope

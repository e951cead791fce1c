// The list under a text that is being typed: what can stand there, and in quiet words what it means. Its
// keys: arrows choose, Enter takes what is chosen, Tab the likeliest, Escape closes.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QCompleter;
class QKeyEvent;
class QModelIndex;
class QRect;
class QStandardItemModel;
class QTreeView;
class QWidget;

namespace ipcscope {

struct CompletionItem {
    QString insert;
    QString label;
    QString help;
    int back = 0;  // characters that the cursor goes back afterwards
};

class CompletionList : public QObject {
    Q_OBJECT
public:
    explicit CompletionList(QWidget* owner);
    QCompleter* completer() { return completer_; }
    bool isOpen() const;
    // Under `where`, which is as wide as the list may be; hides it when there is nothing.
    void open(const QList<CompletionItem>& items, const QRect& where);
    void close();
    const QList<CompletionItem>& items() const { return items_; }
    // For the owner's keyPressEvent, which gets every key first. `theirs`: leave it to the list (ignore the
    // event); `taken`: nothing more is to be done.
    enum class Key { mine, theirs, taken };
    Key handle(const QKeyEvent& event);

Q_SIGNALS:
    void chosen(const ipcscope::CompletionItem& item);

private:
    void take(int row);
    QCompleter* completer_;
    QStandardItemModel* model_;
    QTreeView* view_;
    QList<CompletionItem> items_;
};

}  // namespace ipcscope

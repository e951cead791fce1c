// Offers what can stand at the cursor of a program's text: while it is typed, and when asked for.
#pragma once

#include "schema/registry.h"

#include <QObject>

class QKeyEvent;
class QPlainTextEdit;

namespace ipcscope {

class CompletionList;
struct CompletionItem;

class ProgramCompleter : public QObject {
    Q_OBJECT
public:
    ProgramCompleter(const Registry& registry, QPlainTextEdit* editor);
    void offer(bool asked);  // `asked`: also where nothing has to be said
    CompletionList* list() { return list_; }
    bool isOpen() const;
    // Of the editor's keyPressEvent. True: nothing more is to be done (the event may be ignored on purpose).
    bool before(QKeyEvent* event);
    void behind(const QKeyEvent& event);  // the editor has done what it does

private:
    void insert(const CompletionItem& item);
    const Registry& registry_;
    QPlainTextEdit* editor_;
    CompletionList* list_;
    int begin_ = 0, end_ = 0;  // what an item replaces, positions of the document
};

}  // namespace ipcscope

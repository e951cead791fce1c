// Keeps the text of a program that has unsaved changes in the user's state directory, and offers at the start
// what a program that was killed has left there.
#pragma once

#include <QDateTime>
#include <QFrame>
#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

class QLabel;

namespace ipcscope {

class ProgramDocument;

// One text that nobody has saved.
struct Draft {
    QString file;  // where it is kept
    QString path;  // of the program's own file; "" = it has none
    QString title;
    QString text;
    QDateTime when;
};

class DraftBar : public QFrame {
    Q_OBJECT
public:
    // `open` shows a file in the document; false: it is not shown, and the person knows why.
    DraftBar(ProgramDocument& document, std::function<bool(const QString&)> open, QWidget* parent = nullptr);
    ~DraftBar() override;             // the text is saved, or not wanted: the draft goes
    static QString directory();       // $XDG_STATE_HOME/ipcscope/drafts; "" = there is no home
    static QList<Draft> abandoned();  // the latest first
    void look();
    void keepForLater();  // the program ends and nobody was asked

private:
    void write();
    void drop();
    void offer();
    void restore();
    void discard();
    ProgramDocument& document_;
    const std::function<bool(const QString&)> open_;
    QString file_;
    std::unique_ptr<QLockFile> lock_;
    QList<Draft> drafts_;
    QThreadPool jobs_;  // one thread: what is written later is written later
    QTimer timer_;
    QLabel* words_;
};

}  // namespace ipcscope

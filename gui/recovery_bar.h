// Keeps every live run in a file of the user's state directory while it goes on, and offers at the start what
// a program that was killed has left there.
#pragma once

#include "notice_bar.h"
#include "session_file/autosave.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QPushButton;

namespace ipcscope {

class Session;

class RecoveryBar : public NoticeBar {
    Q_OBJECT
public:
    // `open` shows a session file; false: it is not shown, and the person knows why.
    RecoveryBar(Session& session, std::function<bool(const QString&)> open, QWidget* parent = nullptr);
    ~RecoveryBar() override;  // a run that is still kept is not needed any more
    void look();              // on another thread; the bar shows itself when there is something

private:
    void found(const std::vector<Unclosed>& files);
    void offer();
    void openFile();
    void discard();
    void keepRun();
    void keepText();
    void told(const QString& problem);

    Session& session_;
    const std::function<bool(const QString&)> open_;
    const std::string directory_ = autosave_directory();
    std::vector<Unclosed> files_;
    std::shared_ptr<std::unique_ptr<Autosave>> autosave_;  // what is in it belongs to jobs_
    std::weak_ptr<const Recording> kept_;
    QString text_;
    QThreadPool jobs_;  // one thread: begins and ends them
    QTimer timer_;
    QLabel* words_;
    QPushButton *openButton_, *discardButton_;
};

}  // namespace ipcscope

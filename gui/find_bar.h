// Finds text or octets in the recording, event by event, without hiding the rest: in calls, outcomes and
// payloads. What is found becomes the selected event. Looks on a thread of its own.
#pragma once

#include "find_hits.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace ipcscope {

class Session;

// "de ad be ef", "dead": nothing if it is not pairs of hexadecimal digits.
std::optional<std::string> octetsOf(const QString& hex);

class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(Session& session, QWidget* parent = nullptr);
    ~FindBar() override;
    QLineEdit* edit() { return edit_; }
    QComboBox* kindBox() { return kind_; }
    QLabel* outcome() { return outcome_; }
    const FindHits& hits() const { return hits_; }  // all that the last search has found
    bool busy() const { return job_ != nullptr; }
    void open();  // shown, and the text is ready to be replaced
    void findNext() { find(false); }
    void findPrevious() { find(true); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Job;
    void find(bool backwards);
    void stop();
    void done(const std::shared_ptr<Job>& job);
    void say(const QString& text, bool wrong = false);
    void sayFound();
    void check();
    Session& session_;
    QLineEdit* edit_;
    QComboBox* kind_;
    QToolButton* case_;
    QToolButton* where_;
    QAction *calls_, *outcomes_, *payloads_;
    QLabel* outcome_;
    QProgressBar* progress_;
    QTimer watch_;
    std::shared_ptr<Job> job_;
    FindHits hits_;
    QString said_;
    std::optional<quint64> found_;  // last
};

}  // namespace ipcscope

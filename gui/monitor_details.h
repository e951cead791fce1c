// All about the selected object or process: what it is, who holds it, who waits, what is at the other end.
// Every process and object in it is a link that selects it.
#pragma once

#include "monitor_page.h"

#include <QWidget>

class QLabel;
class QMenu;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace ipcscope {

class MonitorDetails : public QWidget {
    Q_OBJECT
public:
    explicit MonitorDetails(MonitorWatch& watch, QWidget* parent = nullptr);
    QTextBrowser* page() { return browser_; }
    QToolButton* actions() { return actions_; }  // its menu is the owner's business

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh(bool anew = false);
    void follow(const QUrl& url);
    void set(MonitorPage page, bool anew);
    MonitorWatch& watch_;
    QTextBrowser* browser_;
    QToolButton *back_, *pin_, *actions_;
    QLabel* held_;
    MonitorPage page_;
    // Of what has vanished meanwhile, the last that was seen of it.
    std::shared_ptr<const Snapshot> lastSeen_;
    std::string lastSeenRef_;
    bool stale_ = true;
};

}  // namespace ipcscope

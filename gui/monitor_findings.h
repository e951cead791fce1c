// What is wrong on this machine: findings, the worst first, with their evidence and the command that would
// mend them. Looked for in the background whenever there is a new sample.
#pragma once

#include "monitor/advisor.h"
#include "monitor_watch.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QWidget>

class QTextBrowser;
class QUrl;

namespace ipcscope {

class MonitorFindings : public QWidget {
    Q_OBJECT
public:
    explicit MonitorFindings(MonitorWatch& watch, QWidget* parent = nullptr);
    ~MonitorFindings() override;
    QTextBrowser* page() { return page_; }
    const std::vector<Finding>& findings() const { return findings_; }
    int serious() const;  // problems and warnings

Q_SIGNALS:
    void changed();
    void removeWanted(std::shared_ptr<const Snapshot> snapshot, ObjectIndex object, const ActionSpec& action);
    void told(const QString& what);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void think();
    void take(std::shared_ptr<const Snapshot> of, std::vector<Finding> found);
    void draw();
    void follow(const QUrl& url);
    QString page(const Finding& finding, std::size_t number);
    MonitorWatch& watch_;
    QTextBrowser* page_;
    std::vector<Finding> findings_;
    std::shared_ptr<const Snapshot> of_;  // what they speak of
    std::shared_ptr<const Snapshot> earlier_;
    QString html_;
    QThreadPool pool_;
    QElapsedTimer since_;
    bool busy_ = false, drawn_ = false;
};

}  // namespace ipcscope

// Why is it stuck: who waits for whom, what could end it, and which orders of locks are dangerous. A click on
// a worker selects the call in which it waits.
#pragma once

#include "runtime/stuck.h"

#include <QWidget>

#include <memory>

class QTextBrowser;

namespace ipcscope {

class Session;

class StuckPanel : public QWidget {
    Q_OBJECT
public:
    explicit StuckPanel(Session& session, QWidget* parent = nullptr);
    QTextBrowser* page() { return page_; }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void update(bool anew = false);

    Session& session_;
    QTextBrowser* page_;
    std::shared_ptr<const StuckReport> shown_;
    bool drawn_ = false;
};

}  // namespace ipcscope

// Writes what came of each line in the run behind it, as what the program expects from then on: one step that
// can be undone.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QWidget;

namespace ipcscope {

class Session;
struct Filled;

class FillOutcomes : public QObject {
    Q_OBJECT
public:
    FillOutcomes(Session& session, QObject* parent);
    ~FillOutcomes() override;  // waits for what is being read
    bool isPossible() const;   // something has run, and is not being run now
    // On another thread; asks in `parent` whether expectations that did not hold are to be replaced.
    void start(QWidget* parent, bool replace = false);

Q_SIGNALS:
    void done();

private:
    void finish(const Filled& filled, int revision, bool replace);
    Session& session_;
    QPointer<QWidget> parent_;
    QThreadPool jobs_;
    qint64 ended_ = 0;  // CLOCK_MONOTONIC, ns: what came later was cleaning up; 0 = it goes on
    bool busy_ = false;
    std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace ipcscope

// What the views of the machine's objects share: the watch that samples in a thread of its own, the newest
// sample, and what is selected. Contents and actions are asked for in the background; nothing here waits.
#pragma once

#include "monitor/watch.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace ipcscope {

struct ProcessKey {
    qint32 pid = 0;
    quint64 start = 0;
    bool operator==(const ProcessKey&) const = default;
};

class MonitorWatch : public QObject {
    Q_OBJECT
public:
    // `sampler`: another source than the probe. Then there are no contents and no actions.
    explicit MonitorWatch(QObject* parent = nullptr, Watch::Sampler sampler = {});
    ~MonitorWatch() override;

    void setWatching(bool on);  // the first time, the probe is started; off: it only pauses
    bool watching() const { return watching_; }
    void sampleSoon();
    void setPeriod(qint64 ns);
    // Gets every sample, none left out, in the watch's thread: be short. None once setTap({}) is back.
    using Tap = std::function<void(const Watched&)>;
    void setTap(Tap tap);
    // Newest first seen by this thread; nullptr = none yet.
    std::shared_ptr<const Watched> latest() const { return latest_; }
    std::shared_ptr<const Snapshot> now() const { return latest_ ? latest_->snapshot : nullptr; }
    const QString& problem() const { return problem_; }  // why the last sample failed; "" = it did not
    std::vector<HistoryPoint> history(const std::string& ref, const std::string& field) const;
    qint64 began() const;  // of the first sample; 0 = none yet
    pid_t probe() const;   // 0 = there is none

    // --- in the background; `done` is called in this thread unless `context` is gone. What `context` has not
    // waited for is not done, if it has not begun ---
    using Peeks = std::function<void(const Result<Peeked>&)>;
    using Acts = std::function<void(const Status&)>;
    void peek(std::shared_ptr<const Snapshot> of, const std::string& ref, const PeekRequest& how,
              QObject* context, Peeks done);
    void act(const ActRequest& request, const std::string& ref, QObject* context, Acts done);

    // --- what is selected: an object, a process, or nothing ---
    const std::string& object() const { return object_; }  // its reference; "" = none
    std::optional<ProcessKey> process() const { return process_; }
    void selectObject(const std::string& ref);
    void selectProcess(const ProcessKey& process);
    void clearSelection();
    bool back();  // to what was selected before; false = nothing was
    bool canGoBack() const { return !before_.empty(); }

    // Objects whose levels are drawn whether they are selected or not.
    const std::vector<std::string>& pinned() const { return pinned_; }
    bool isPinned(const std::string& ref) const;
    void setPinned(const std::string& ref, bool on);

Q_SIGNALS:
    void sampled();
    void problemChanged();
    void watchingChanged();
    void selectionChanged();
    void pinsChanged();

private:
    void take();
    struct Probe;
    struct Place {
        std::string object;
        std::optional<ProcessKey> process;
    };
    void select(Place place, bool remembers);
    const std::shared_ptr<Probe> probe_;  // shared with what runs in the background
    std::unique_ptr<Watch> watch_;
    std::shared_ptr<const Watched> latest_;
    QString problem_;
    QThreadPool pool_;
    std::string object_;
    std::optional<ProcessKey> process_;
    std::vector<Place> before_;
    std::vector<std::string> pinned_;
    bool watching_ = false;
};

}  // namespace ipcscope

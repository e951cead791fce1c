// Levels over time of the selected and the pinned objects, and what has appeared and vanished, on the
// timeline.
#pragma once

#include "monitor_watch.h"
#include "timeline/timeline_source.h"

#include <QTimer>
#include <QWidget>

#include <deque>

class QLabel;
class QStackedWidget;

namespace ipcscope {

class TimelineView;

class MonitorTimeline : public TimelineSource {
public:
    struct Mark {
        qint64 time = 0;
        std::string ref;
        QString title;
        ObjectChange::What what = ObjectChange::What::appeared;
    };
    struct Level {
        TimelineLane lane;
        std::vector<HistoryPoint> points;
    };
    void set(std::vector<Level> levels) { levels_ = std::move(levels); }
    // What only this program and its probe have between them is no news.
    void add(const Watched& watched, pid_t own, pid_t probe);
    const std::deque<Mark>& marks() const { return marks_; }
    const Mark* mark(quint64 seq) const;
    void setTimes(qint64 first, bool running) { first_ = first, running_ = running; }

    std::vector<TimelineLane> lanes() const override;
    qint64 firstTime() const override { return first_; }
    qint64 lastTime() const override { return last_; }
    qint64 now() const override;
    bool running() const override { return running_; }
    void bars(quint64 lane, qint64 t0, qint64 t1, int columns, std::vector<TimelineBar>& out) const override;
    void steps(quint64 lane, qint64 t0, qint64 t1, int columns,
               std::vector<TimelineStep>& out) const override;
    std::size_t arrows(qint64, qint64, std::size_t, std::vector<TimelineArrow>& out) const override;
    QString toolTip(quint64 seq) const override;
    bool locate(quint64 seq, quint64& lane, qint64& begin, qint64& end) const override;
    std::vector<quint64> joined(quint64) const override { return {}; }
    quint64 events() const override { return begun_ + marks_.size(); }
    quint64 revision() const override { return events(); }

private:
    std::vector<Level> levels_;
    std::deque<Mark> marks_;
    quint64 begun_ = 0;  // marks that have been forgotten
    qint64 first_ = 0, last_ = 0;
    bool running_ = false;
};

class MonitorHistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit MonitorHistoryPanel(MonitorWatch& watch, QWidget* parent = nullptr);
    ~MonitorHistoryPanel() override;
    TimelineView* view() { return view_; }
    const MonitorTimeline& timeline() const { return source_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void sampled();
    void refresh();
    MonitorWatch& watch_;
    MonitorTimeline source_;
    TimelineView* view_;
    QStackedWidget* pages_;
    QLabel *empty_, *note_;
};

}  // namespace ipcscope

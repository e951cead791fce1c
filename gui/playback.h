// Playing a recording back: a cursor in time that is moved, stepped and played; everything else of the window
// shows the moment under it. Nothing is executed. Moments are worked out on a thread of their own: the cursor
// moves at once, the rest follows.
#pragma once

#include "playback/moment_index.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <optional>

namespace ipcscope {

class RunController;

class Playback : public QObject {
    Q_OBJECT
public:
    explicit Playback(RunController& controller, QObject* parent = nullptr);
    ~Playback() override;

    static const std::vector<double>& speeds();  // that are offered, 0.01 to 100

    bool possible() const;  // there is a recording with events
    bool active() const { return time_.has_value(); }
    bool playing() const { return timer_.isActive(); }
    qint64 begin() const;  // of the recording, CLOCK_MONOTONIC ns
    qint64 end() const;
    qint64 time() const { return time_.value_or(end()); }
    // What is known of the moment under the cursor; may be of a little before, while it is worked out.
    // nullptr = live.
    std::shared_ptr<const Moment> moment() const { return moment_; }
    // Of the moment, else live; never nullptr.
    std::shared_ptr<const RunState> state() const;
    qint64 now() const;  // what "now" means in it
    bool settled() const { return !busy_ && asks_.empty(); }
    int percentRead() const { return percent_; }  // 100 = all of it is read
    QString words() const;                        // "Moment 12.3 of 4,500.0 ms"; "" = live
    QString figures() const;                      // the same, where there is little room

    double speed() const { return speed_; }
    bool loops() const { return loops_; }
    bool skipsWaiting() const { return skips_; }
    // What is looped; none = all of the recording.
    void setLoopRange(std::optional<std::pair<qint64, qint64>> range);
    // Where to begin when playback begins with a step; none = at the beginning.
    std::function<std::optional<qint64>()> startsAt;

public slots:
    void seek(qint64 time);  // by a person
    void play();
    void pause();
    void toggle();
    void step(int direction, MomentIndex::Step what = MomentIndex::Step::event);
    void live();
    void setSpeed(double factor);
    void setLoops(bool on);
    void setSkipsWaiting(bool on);

signals:
    void changed();                          // live or not, or another moment is known
    void moved(qint64 time, bool byPerson);  // the cursor
    void playingChanged();
    void optionsChanged();  // speed, loop, skipping
    void told(const QString& what);

private:
    QStringList times() const;  // now, of, unit
    struct Reader {
        explicit Reader(std::shared_ptr<const Recording> run) : index(std::move(run)) {}
        MomentIndex index;  // of the job
        std::atomic<bool> stop{false};
    };
    struct Ask {
        qint64 time = 0;
        int direction = 0;  // a step from there
        MomentIndex::Step what = MomentIndex::Step::event;
    };
    void enter(qint64 time);
    void move(qint64 time, bool byPerson);
    void want(const Ask& ask);
    void work();
    void explain();
    void took(const Ask& ask, std::shared_ptr<const Moment> moment, bool found);
    void tick();
    void suggestSpeed();
    void dropReader();
    std::pair<qint64, qint64> range() const;

    RunController& controller_;
    QThreadPool jobs_;  // one thread
    std::shared_ptr<Reader> reader_;
    std::optional<qint64> time_;
    std::shared_ptr<const Moment> moment_;
    std::deque<Ask> asks_;
    bool busy_ = false;
    int percent_ = 100;
    quint64 generation_ = 0;  // answers for an older run, or from before going live, are dropped by it
    QTimer timer_, rest_;
    QElapsedTimer clock_;
    double speed_ = 1;
    bool chosenSpeed_ = false;  // by the person
    bool loops_ = false, skips_ = false;
    std::optional<std::pair<qint64, qint64>> loopRange_;
};

}  // namespace ipcscope

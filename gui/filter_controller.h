// The one owner of the window's filter: its text, what matches, and whether the rest is hidden or dimmed.
// Views ask here; nothing here waits. Text, mode and saved filters survive another run; matches do not.
#pragma once

#include "filter_language.h"
#include "row_scan.h"
#include "run_controller.h"
#include "saved_filters.h"

#include <QObject>

#include <memory>

namespace ipcscope {

class FilterController : public QObject, public FilterLanguage {
    Q_OBJECT
public:
    enum class Mode { hide, dim };  // of what does not match

    explicit FilterController(RunController& run, QObject* parent = nullptr);
    ~FilterController() override;

    // --- the filter ---
    const QString& text() const;  // as it was applied; "" = none, everything matches
    bool active() const { return !text().isEmpty(); }
    bool apply(const QString& text);  // false, and nothing changes, when it has an error
    void clear() { apply({}); }
    // Joined to the filter at hand by "and", and applied: only these of what matches now, or all but these.
    bool narrow(const QString& text);
    bool exclude(const QString& text) { return narrow(QStringLiteral("not (%1)").arg(text)); }
    Mode mode() const { return mode_; }
    void setMode(Mode mode);  // remembered
    bool hides() const { return active() && mode_ == Mode::hide; }
    bool dims() const { return active() && mode_ == Mode::dim; }

    // --- the language, for whoever edits a filter ---
    const FieldTable& fields() const;  // with the names that the run has now; valid until the next call
    ParsedFilter parse(const QString& text) const override;
    Completions complete(const QString& text, int cursor) const override;

    // --- what matches; without a filter, everything ---
    // Exact at once, also before the scan has come there. `seq` < events of the run.
    bool matches(quint64 seq) const;
    // One bit an event, as far as the scan has come; nullptr = no filter, or no run. It grows while it is
    // held, and is replaced with changed().
    std::shared_ptr<const MatchSet> matchSet() const;
    // The table's rows: of all events, and of those that match (nullptr = no filter); replaced with
    // changed(). nullptr without a run.
    std::shared_ptr<const RowScan> allRows() const;
    std::shared_ptr<const RowScan> matchingRows() const;
    // What the table shows: the matching ones if the others are hidden.
    std::shared_ptr<const RowScan> rows() const { return hides() ? matchingRows() : allRows(); }
    // The lanes of the matching events alone, for what is drawn from far away: without calls that still run
    // and without levels. nullptr = no filter. Any thread may read it.
    std::shared_ptr<const LaneIndex> matchingLanes() const;

    // --- the scan ---
    bool scanning() const;    // there are events it has not seen, and it goes on
    double progress() const;  // 0 to 1
    bool cancelled() const;   // stopped by cancel(); matches() is exact all the same
    void cancel();
    void resume();

    SavedFilters& saved() { return saved_; }

Q_SIGNALS:
    void changed();     // another filter, mode or run: what was shown by the old one is void
    void progressed();  // more rows or matches; at most 25 times a second

private:
    void adoptRun();
    void start();
    void poll();
    struct Impl;
    std::unique_ptr<Impl> impl_;
    Mode mode_ = Mode::hide;
    SavedFilters saved_;
};

}  // namespace ipcscope

// Two recordings above each other on one time axis: zoomed, moved and selected together. What differs stands
// out, the first difference is marked.
#pragma once

#include "compare/compare.h"
#include "compare_source.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace ipcscope {

class TimelineView;

class CompareTimelines : public QWidget {
    Q_OBJECT
public:
    enum Side { first = 0, second = 1 };

    explicit CompareTimelines(QWidget* parent = nullptr);
    ~CompareTimelines() override;

    // Another pair; nullptr = none. Titles say what each is.
    void setRecordings(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b);
    void setTitles(const QString& a, const QString& b);
    void setRunning(bool running);                     // does the second still grow?
    void setComparison(const Comparison* comparison);  // of these two; nullptr = not known yet
    void refresh();
    void select(const ComparedStep& step);  // in both, as far as it is there
    TimelineView* view(Side side) const { return views_[side]; }
    const CompareSource* source(Side side) const { return sources_[side].get(); }

signals:
    void selected(int side, quint64 seq);  // by hand, in one of them

private:
    void place(const Comparison* comparison);
    void fitBoth();
    void link(Side from);
    void selectOther(Side from, quint64 seq);
    void mark(const Comparison* comparison);
    std::optional<quint64> partner(Side from, quint64 seq) const;
    TimelineView* views_[2];
    QLabel* titles_[2];
    std::unique_ptr<CompareSource> sources_[2];
    std::vector<StepPair> pairs_[2];  // in the order of the first, of the second
    bool placed_ = false;             // by a pair of operations, not by their beginnings
    bool linking_ = false;
};

}  // namespace ipcscope

// The view of two recordings: a program that is executed again beside what was recorded, or two sessions. Two
// timelines above each other, and below what differs and the figures of both.
#pragma once

#include "compare_work.h"
#include "replay_runner.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace ipcscope {

class CompareChoices;
class CompareDifferences;
class CompareStatistics;
class CompareTimelines;
class Session;
class ToneLabel;

class ComparePanel : public QWidget {
    Q_OBJECT
public:
    // The two actions are the window's, in its menu; the panel does what they ask for.
    ComparePanel(Session& session, QAction* again, QAction* compare, QWidget* parent = nullptr);
    ~ComparePanel() override;

    // What the menus of a window offer.
    QAction* againAction() const { return again_; }
    QAction* compareAction() const { return compare_; }

    void askAgain();    // with a dialog
    void askCompare();  // the same
    // Without one. Nothing is shown when there is no program to be executed, but why.
    void executeAgain(ReplayRunner::Wanted wanted);
    void compareFiles(const CompareWork::Side& a, const QString& nameA, const CompareWork::Side& b,
                      const QString& nameB);
    // What would be executed again now; `why` = why nothing can be.
    bool wantedNow(ReplayRunner::Wanted& wanted, QString& why) const;

    ReplayRunner& runner() { return runner_; }
    CompareTimelines* timelines() { return timelines_; }
    CompareDifferences* differences() { return differences_; }
    CompareStatistics* statistics() { return statistics_; }
    QComboBox* runBox() { return runBox_; }
    void takeFocus();  // so that its keys mean it
    QString summary() const;
    bool busy() const { return runner_.running() || work_.busy(); }

signals:
    void shown();  // something to be seen has begun

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    QWidget* makeTools();
    QWidget* makeInvitation();
    void showRuns();
    void showRun(int place);  // of runner_.runs(); -1 = all together
    void showPair(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b,
                  const QString& nameA, const QString& nameB);
    void showComparison(std::shared_ptr<const Comparison> comparison);
    void choose(int row);
    void compareAnew();  // other things count
    void refresh();
    QString figuresText(const Comparison& figures) const;
    QString presentName() const;
    void tellLeftOut();
    void divide();

    Session& session_;
    ReplayRunner runner_;
    CompareWork work_;
    QAction *again_, *compare_, *next_, *cancel_, *before_, *after_;
    QStackedWidget* pages_;
    CompareTimelines* timelines_;
    CompareDifferences* differences_;
    CompareStatistics* statistics_;
    QTabWidget* tabs_;
    QSplitter* splitter_ = nullptr;
    QLabel *summary_, *about_;
    ToneLabel* notice_;
    QProgressBar* progress_;
    QComboBox* runBox_;
    CompareChoices* choices_;
    QToolButton* choose_;
    std::shared_ptr<const Recording> a_, b_;  // what is shown
    std::shared_ptr<const Comparison> comparison_;
    std::map<int, QString> leftOut_;  // why, by line
    QString nameA_, nameB_, problem_;
    int shownRun_ = 0;            // number; 0 = none, -1 = all together
    bool again_shown_ = false;    // runs are shown, not files
    bool divided_ = false;        // by a person
    std::optional<bool> little_;  // stands in the lower half
};

}  // namespace ipcscope

#include "compare_panel.h"

#include "common/tones.h"
#include "compare_dialog.h"
#include "compare_differences.h"
#include "compare_statistics.h"
#include "compare_timelines.h"
#include "replay_dialog.h"
#include "session.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

ComparePanel::ComparePanel(Session& session, QAction* again, QAction* compare, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runner_(session.registry()),
      work_(session.registry()),
      again_(again),
      compare_(compare),
      pages_(new QStackedWidget),
      timelines_(new CompareTimelines),
      differences_(new CompareDifferences),
      statistics_(new CompareStatistics),
      tabs_(new QTabWidget) {
    setObjectName(QStringLiteral("comparePanel"));
    makeActions();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    tabs_->setDocumentMode(true);
    tabs_->setObjectName(QStringLiteral("compareTabs"));
    tabs_->addTab(differences_, tr("Differences"));
    tabs_->addTab(statistics_, tr("Statistics side by side"));
    splitter_ = new QSplitter(Qt::Vertical);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(timelines_);
    splitter_->addWidget(tabs_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    connect(splitter_, &QSplitter::splitterMoved, this, [this] { divided_ = true; });
    connect(tabs_, &QTabWidget::currentChanged, this, &ComparePanel::divide);
    column->addWidget(splitter_, 1);
    pages_->addWidget(makeInvitation());
    pages_->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);

    connect(&runner_, &ReplayRunner::changed, this, &ComparePanel::refresh);
    connect(&runner_, &ReplayRunner::runsChanged, this, &ComparePanel::showRuns);
    connect(&runner_, &ReplayRunner::finished, this, [this] {
        if (!again_shown_) return refresh();
        problem_ = runner_.problem();
        showRuns();
    });
    connect(&work_, &CompareWork::progressed, this, &ComparePanel::refresh);
    connect(&work_, &CompareWork::finished, this, [this](const CompareWork::Result& result) {
        if (!result.problem.isEmpty()) {
            problem_ = result.problem;
            return refresh();
        }
        if (result.a != a_ || result.b != b_) showPair(result.a, result.b, nameA_, nameB_);
        if (result.comparison != comparison_) showComparison(result.comparison);
        statistics_->set(result.figures);
        refresh();
    });
    connect(differences_, &CompareDifferences::chosen, this, &ComparePanel::choose);
    connect(timelines_, &CompareTimelines::selected, this, [this](int side, quint64 seq) {
        const auto& shown = side == CompareTimelines::first ? a_ : b_;
        if (shown && shown == session_.controller().recording()) session_.selection().select(seq);
    });
    auto& controller = session.controller();
    for (auto change : {&RunController::phaseChanged, &RunController::runChanged})
        connect(&controller, change, this, &ComparePanel::refresh);
    connect(&session.document(), &ProgramDocument::parsedChanged, this, &ComparePanel::refresh);
    refresh();
}

ComparePanel::~ComparePanel() {
    runner_.disconnect(this);
    work_.disconnect(this);
    timelines_->setRecordings(nullptr, nullptr);
}

// Where there is nothing to list the timelines have the room, until a person divides it.
void ComparePanel::divide() {
    if (divided_) return;
    const bool little = tabs_->currentWidget() == differences_ && differences_->model()->rowCount() == 0;
    if (little == little_ && splitter_->sizes().value(1) > 0) return;
    little_ = little;
    const int all = splitter_->height(), low = tabs_->tabBar()->sizeHint().height() * 3;
    splitter_->setSizes(little ? QList<int>{all - low, low} : QList<int>{all * 3 / 5, all * 2 / 5});
}

void ComparePanel::takeFocus() {
    tabs_->tabBar()->setFocus();
}

void ComparePanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    little_.reset();
    divide();
}

QString ComparePanel::presentName() const {
    if (!session_.controller().recording()) return {};
    return session_.document().title();
}

bool ComparePanel::wantedNow(ReplayRunner::Wanted& wanted, QString& why) const {
    auto& controller = session_.controller();
    wanted.recorded = controller.recording();
    if (!wanted.recorded) {
        why = tr("Nothing has been recorded yet: run a program, or open a session.");
        return false;
    }
    if (controller.phase() == RunController::Phase::program) {
        why = tr("The program is still running.");
        return false;
    }
    // What was recorded, not what has become of its text since.
    const auto& shown = controller.shown();
    auto parsed = shown ? parse_program(session_.registry(), shown->program()) : session_.document().parsed();
    if (!parsed.errors.empty()) {
        why = tr("Its program cannot be read, line %1: %2")
                  .arg(parsed.errors.front().line)
                  .arg(fromUtf8(parsed.errors.front().message));
        return false;
    }
    wanted.program = std::move(parsed.program);
    const auto& all = wanted.program.statements;
    if (std::all_of(all.begin(), all.end(),
                    [](const auto& one) { return one.kind == Statement::Kind::blank; })) {
        QStringList names;
        for (const auto& name : others_work(*wanted.recorded, 12))
            names += fromUtf8(name);
        why = tr("This recording holds no program: nothing of it was done by workers of its own. What others "
                 "did is not done again: %1")
                  .arg(names.join(QStringLiteral(", ")));
        return false;
    }
    return true;
}

void ComparePanel::askAgain() {
    ReplayRunner::Wanted wanted;
    QString why;
    if (!wantedNow(wanted, why)) {
        QMessageBox::information(this, tr("Execute again"), why);
        return;
    }
    // No loop of its own: the window may go while it is open.
    auto* dialog = new ReplayDialog(own_part(session_.registry(), wanted.program).left_out,
                                    choices_->options(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, wanted] {
        auto chosen = wanted;
        chosen.compare = dialog->compareOptions();
        chosen.speed = dialog->speed();
        chosen.step = dialog->step();
        chosen.times = dialog->times();
        chosen.outside = dialog->outside();
        executeAgain(std::move(chosen));
    });
    dialog->open();
}

void ComparePanel::executeAgain(ReplayRunner::Wanted wanted) {
    work_.cancel();
    choices_->set(wanted.compare);
    again_shown_ = true;
    problem_.clear();
    comparison_ = nullptr;
    a_ = b_ = nullptr;
    shownRun_ = 0;
    runBox_->clear();  // those of another program
    nameA_ = tr("Recorded: %1").arg(presentName());
    leftOut_.clear();
    differences_->model()->clear();
    statistics_->set(nullptr);
    timelines_->setRecordings(wanted.recorded, nullptr);
    timelines_->setTitles(nameA_, tr("Executed again"));
    runner_.start(std::move(wanted));
    for (const auto& one : runner_.leftOut())
        leftOut_[one.line] = fromUtf8(one.why);
    refresh();
    emit shown();
}

void ComparePanel::askCompare() {
    auto* dialog = new CompareDialog(presentName(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        CompareWork::Side a, b;
        QString name = QFileInfo(dialog->first()).fileName();
        if (dialog->firstIsPresent()) {
            a.recording = session_.controller().recording();
            name = presentName();
        }
        a.path = dialog->first();
        b.path = dialog->second();
        compareFiles(a, name, b, QFileInfo(dialog->second()).fileName());
    });
    dialog->open();
}

void ComparePanel::compareFiles(const CompareWork::Side& a, const QString& nameA, const CompareWork::Side& b,
                                const QString& nameB) {
    runner_.cancel();
    again_shown_ = false;
    problem_.clear();
    leftOut_.clear();
    comparison_ = nullptr;
    a_ = b_ = nullptr;
    nameA_ = nameA;
    nameB_ = nameB;
    differences_->model()->clear();
    statistics_->set(nullptr);
    timelines_->setRecordings(nullptr, nullptr);
    timelines_->setTitles(nameA, nameB);
    auto options = choices_->options();
    options.pairs = true;
    work_.start(a, b, options);
    refresh();
    emit shown();
}

void ComparePanel::compareAnew() {
    if (!a_ || !b_ || runner_.running()) return;
    auto options = choices_->options();
    options.pairs = true;
    if (again_shown_) options = without(options, runner_.leftOut());
    work_.start({a_, {}}, {b_, {}}, options);
    refresh();
}

void ComparePanel::showRuns() {
    if (!again_shown_) return;
    const auto& runs = runner_.runs();
    const bool often = runner_.wanted().times > 1;
    runBox_->clear();
    if (often) runBox_->addItem(tr("All runs together"), -1);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& run = runs[i];
        const auto n = run.comparison ? run.comparison->differing() : 0;
        runBox_->addItem(n > 0 ? tr("Run %1: %n difference(s)", nullptr, static_cast<int>(n)).arg(run.number)
                               : tr("Run %1").arg(run.number),
                         static_cast<int>(i));
    }
    if (runs.empty()) return refresh();
    const bool all = often && !runner_.running();
    showRun(all ? -1 : static_cast<int>(runs.size()) - 1);
}

void ComparePanel::showRun(int place) {
    const auto& runs = runner_.runs();
    if (runs.empty() || place >= static_cast<int>(runs.size())) return;
    const bool all = place < 0;
    // All together stand above the first that diverged.
    const auto& run = runs[all ? 0 : static_cast<std::size_t>(place)];
    runBox_->setCurrentIndex(runBox_->findData(place));
    if (run.recording != b_ || !a_)
        showPair(
            runner_.wanted().recorded, run.recording, nameA_,
            runner_.wanted().times > 1 ? tr("Executed again: run %1").arg(run.number) : tr("Executed again"));
    timelines_->setRunning(!run.ended);
    if (run.comparison != comparison_ || all != (shownRun_ == -1)) showComparison(run.comparison);
    shownRun_ = all ? -1 : run.number;
    if (all) {
        differences_->model()->set(runner_.tally());
        differences_->setFigures(runner_.tally().sum(), true);
    }
    timelines_->refresh();
    if (run.ended && run.comparison && !runner_.running())
        work_.start({a_, {}}, {b_, {}}, {}, run.comparison);
    refresh();
}

void ComparePanel::showPair(std::shared_ptr<const Recording> a, std::shared_ptr<const Recording> b,
                            const QString& nameA, const QString& nameB) {
    a_ = std::move(a);
    b_ = std::move(b);
    nameA_ = nameA;
    nameB_ = nameB;
    comparison_ = nullptr;
    timelines_->setRecordings(a_, b_);
    timelines_->setTitles(nameA, nameB);
}

void ComparePanel::showComparison(std::shared_ptr<const Comparison> comparison) {
    comparison_ = std::move(comparison);
    timelines_->setComparison(comparison_.get());
    if (!comparison_) return;
    differences_->model()->set(a_, b_, comparison_, leftOut_);
    differences_->setFigures(*comparison_, false);
}

void ComparePanel::choose(int row) {
    // Seen in another run than the one that is shown: that one, if it was kept.
    if (const int wanted = differences_->model()->run(row); wanted > 0) {
        const auto& runs = runner_.runs();
        const auto run =
            std::find_if(runs.begin(), runs.end(), [&](const auto& one) { return one.number == wanted; });
        if (run == runs.end()) return;
        if (run->recording != b_) {
            showPair(runner_.wanted().recorded, run->recording, nameA_,
                     tr("Executed again: run %1").arg(run->number));
            comparison_ = run->comparison;
            timelines_->setComparison(comparison_.get());
            // Figures that are still being made are those of another pair.
            if (comparison_ && !runner_.running()) work_.start({a_, {}}, {b_, {}}, {}, comparison_);
        }
    }
    const auto step = differences_->model()->step(row);
    timelines_->select(step);
    const auto present = session_.controller().recording();
    if (step.a && a_ && a_ == present)
        session_.selection().select(step.a.last());
    else if (step.b && b_ && b_ == present)
        session_.selection().select(step.b.last());
}

}  // namespace ipcscope

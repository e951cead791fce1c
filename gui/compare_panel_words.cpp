// What the view of two recordings says: how far it is, what came out, what was left out.
#include "common/tones.h"
#include "compare_differences.h"
#include "compare_panel.h"
#include "session.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

namespace ipcscope {

namespace {

QString number(std::uint64_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

}  // namespace

QString ComparePanel::figuresText(const Comparison& figures) const {
    const bool running = runner_.running() && again_shown_;
    QStringList parts;
    parts += tr("%1 of %2 operations the same")
                 .arg(number(figures.same), number(figures.same + figures.differing()));
    const auto add = [&](std::uint64_t count, const QString& words) {
        if (count > 0) parts += words.arg(number(count));
    };
    add(figures.changed, tr("%1 different"));
    add(figures.late, tr("%1 later than their limit"));
    add(figures.missing, running ? tr("%1 not reached yet") : tr("%1 not reached"));
    add(figures.extra, tr("%1 only in the second"));
    add(figures.left_out, tr("%1 left out"));
    add(figures.lost, tr("%1 not known, because events were lost"));
    return parts.join(QStringLiteral(", "));
}

QString ComparePanel::summary() const {
    return summary_->text();
}

void ComparePanel::tellLeftOut() {
    QStringList lines;
    if (!problem_.isEmpty()) lines += problem_;
    if (again_shown_ && !runner_.leftOut().empty()) {
        QStringList names;
        for (const auto& one : runner_.leftOut())
            if (names.size() < 3) names += tr("line %1: %2").arg(one.line).arg(fromUtf8(one.text));
        const auto more = static_cast<int>(runner_.leftOut().size()) - static_cast<int>(names.size());
        lines += tr("Left out, because it may touch what this program has not made: %1")
                     .arg(names.join(QStringLiteral("; "))) +
                 (more > 0 ? tr(" and %n more", nullptr, more) : QString());
    }
    notice_->setText(lines.join(QLatin1Char('\n')));
    notice_->setVisible(!lines.isEmpty());
}

void ComparePanel::refresh() {
    const auto phase = session_.controller().phase();
    const bool anything = session_.controller().recording() != nullptr;
    again_->setEnabled(anything && phase != RunController::Phase::program && !runner_.running());
    const bool running = runner_.running(), working = work_.busy();
    next_->setEnabled(running && !runner_.waitsBefore().isEmpty());
    next_->setVisible(running && runner_.wanted().step);
    cancel_->setEnabled(running || working);
    progress_->setVisible(running || working);
    progress_->setValue(static_cast<int>(1000 * (running ? runner_.part() : work_.part())));
    const bool any = differences_->model()->rowCount() > 0;
    before_->setEnabled(any);
    after_->setEnabled(any);
    const bool often = again_shown_ && runner_.wanted().times > 1;
    choose_->setEnabled(a_ && b_ && !running && !often);
    choose_->setToolTip(often ? tr("What counts is chosen before many runs begin")
                              : tr("What makes an operation a different one"));
    runBox_->setVisible(often && runBox_->count() > 1);
    about_->setText(
        anything ? tr("Execute the recorded program again, for real, on fresh workers and objects: every "
                      "operation is compared with the recording. Or compare two recordings.")
                 : tr("Run a program or open a session first: it can then be executed again, and "
                      "compared. Or compare two recorded sessions."));
    tellLeftOut();
    QString text;
    if (again_shown_ && running) {
        if (!runner_.waitsBefore().isEmpty())
            text = tr("Waits before line %1: %2").arg(runner_.line()).arg(runner_.waitsBefore());
        else if (often)
            text = tr("Run %1 of %2")
                       .arg(number(static_cast<std::uint64_t>(runner_.round())),
                            number(static_cast<std::uint64_t>(runner_.wanted().times)));
        else
            text = tr("Executing line %1").arg(runner_.line());
        if (often && runner_.tally().runs() > 0)
            text += tr(" – %n diverged so far", nullptr, runner_.tally().diverged());
        else if (comparison_)
            text += QStringLiteral(" – ") + figuresText(*comparison_);
    } else if (often) {
        const auto& tally = runner_.tally();
        text = tr("%1 runs: %2 the same, %3 diverged")
                   .arg(number(static_cast<std::uint64_t>(tally.runs())),
                        number(static_cast<std::uint64_t>(tally.runs() - tally.diverged())),
                        number(static_cast<std::uint64_t>(tally.diverged())));
    } else if (working && !comparison_) {
        text = tr("Comparing …");
    } else if (comparison_) {
        text = figuresText(*comparison_);
    }
    if (again_shown_ && !running && runner_.cancelled()) text = tr("Cancelled. ") + text;
    summary_->setText(text);
    tabs_->setTabText(0, any ? tr("Differences (%1)")
                                   .arg(number(static_cast<std::uint64_t>(differences_->model()->rowCount())))
                             : tr("Differences"));
    differences_->setEmptyText(comparison_ ? tr("Nothing differs: every operation came out as in the first.")
                               : busy()    ? tr("Not known yet.")
                                           : tr("Nothing has been compared."));
    const bool pictures = busy() || a_ || comparison_ || !problem_.isEmpty();
    pages_->setCurrentIndex(pictures ? 1 : 0);
    divide();
}

}  // namespace ipcscope

#include "stuck_bar.h"

#include "session.h"
#include "stuck_words.h"
#include "words.h"

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QToolButton>

namespace ipcscope {

StuckBar::StuckBar(Session& session, QWidget* parent)
    : NoticeBar(QStringLiteral("stuck"), tr("Deadlock"), parent),
      session_(session),
      text_(words()),
      why_(addButton(tr("Why is it stuck?"))) {
    auto* dismiss = addDismiss(tr("Dismiss"));
    auto& controller = session_.controller();
    connect(&controller, &RunController::stateChanged, this, &StuckBar::look);
    connect(&controller, &RunController::phaseChanged, this, &StuckBar::look);
    connect(&controller, &RunController::runChanged, this, [this] {
        dismissed_.clear();
        look();
    });
    connect(why_, &QPushButton::clicked, this, &StuckBar::whyWanted);
    connect(dismiss, &QToolButton::clicked, this, [this] {
        dismissed_ = told_;
        hide();
    });
}

void StuckBar::look() {
    const auto state = session_.controller().state();
    QStringList names;
    if (session_.controller().alive() && state->stuck)
        for (const auto& deadlock : state->stuck->deadlocks)
            for (const auto id : deadlock.certain ? deadlock.workers : std::vector<WorkerId>())
                if (const auto* worker = state->worker(id)) names += fromUtf8(worker->name);
    told_ = names.join(QStringLiteral(", "));
    if (!told_.isEmpty() && told_ != dismissed_)
        text_->setText((names.size() == 1 ? tr("%1 Deadlock: %2 will never go on by itself.")
                                          : tr("%1 Deadlock: %2 will never go on by themselves."))
                           .arg(verdictSign(Verdict::certain), told_));
    setVisible(!told_.isEmpty() && told_ != dismissed_);
}

}  // namespace ipcscope

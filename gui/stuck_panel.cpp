#include "stuck_panel.h"

#include "session.h"
#include "stuck_page.h"
#include "stuck_words.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace ipcscope {

StuckPanel::StuckPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), page_(new QTextBrowser) {
    page_->setAccessibleName(tr("Why is it stuck?"));
    page_->setFrameShape(QFrame::NoFrame);
    page_->setOpenLinks(false);
    page_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    page_->document()->setDocumentMargin(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page_);
    setFocusProxy(page_);
    auto& controller = session_.controller();
    connect(&controller, &RunController::stateChanged, this, [this] { update(); });
    connect(&controller, &RunController::phaseChanged, this, [this] { update(true); });
    connect(&controller, &RunController::runChanged, this, [this] { update(true); });
    connect(page_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.scheme() == QStringLiteral("event")) session_.selection().select(url.path().toULongLong());
    });
    update(true);
}

void StuckPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    update();
}

void StuckPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) update(true);
}

void StuckPanel::update(bool anew) {
    if (anew) drawn_ = false;
    if (!isVisible() && drawn_) {
        drawn_ = false;
        return;
    }
    auto& controller = session_.controller();
    const auto state = controller.state();
    const auto recording = controller.recording();
    if (drawn_ && shown_ == state->stuck) return;
    drawn_ = true;
    shown_ = state->stuck;
    const int at = page_->verticalScrollBar()->value();
    if (!recording || !shown_ || shown_->empty())
        page_->setHtml(stuckPageEmpty(controller.alive()));
    else
        page_->setHtml(stuckPage(*recording, *state, translatedReport(*recording, *state, *shown_)));
    page_->verticalScrollBar()->setValue(at);
}

}  // namespace ipcscope

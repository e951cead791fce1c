#include "stuck_panel.h"

#include "playback_sign.h"
#include "session.h"
#include "stuck_page.h"
#include "stuck_words.h"

#include <QEvent>
#include <QLocale>
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
    column->setSpacing(0);
    column->addWidget(new PlaybackSign(session.playback()));
    column->addWidget(page_);
    setFocusProxy(page_);
    auto& controller = session_.controller();
    connect(&controller, &RunController::stateChanged, this, [this] { update(); });
    connect(&controller, &RunController::phaseChanged, this, [this] { update(true); });
    connect(&session_.playback(), &Playback::changed, this,
            [this] { update(!session_.playback().active()); });
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
    const auto state = session_.playback().state();
    const auto recording = controller.recording();
    if (drawn_ && shown_ == state->stuck && (shown_ || !session_.playback().active())) return;
    // The page of the moment before stays until this one's is worked out.
    if (const auto moment = session_.playback().moment();
        drawn_ && moment && !moment->explained && !(moment->at && *moment->at >= most_explained))
        return;
    drawn_ = true;
    shown_ = state->stuck;
    const int at = page_->verticalScrollBar()->value();
    const auto moment = session_.playback().moment();
    if (moment && moment->at && *moment->at >= most_explained)
        page_->setHtml(
            tr("<p><b>Not worked out.</b></p><p>Who waits for whom is worked out for moments with up "
               "to %1 events before them.</p>")
                .arg(QLocale().toString(qulonglong{most_explained})));
    else if (moment && !moment->explained)
        page_->setHtml(
            tr("<p><b>Being worked out.</b></p><p>Who waits for whom is said when the moment stands "
               "still.</p>"));
    else if (!recording || !shown_ || shown_->empty())
        page_->setHtml(stuckPageEmpty(controller.alive() || moment));
    else
        page_->setHtml(stuckPage(*recording, *state, translatedReport(*recording, *state, *shown_)));
    page_->verticalScrollBar()->setValue(at);
}

}  // namespace ipcscope

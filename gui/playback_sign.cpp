#include "playback_sign.h"

#include "playback.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ipcscope {

PlaybackSign::PlaybackSign(Playback& playback, const QString& more, QWidget* parent)
    : QFrame(parent), playback_(playback), more_(more), text_(new QLabel) {
    setObjectName(QStringLiteral("playbackSign"));
    setAccessibleName(tr("A moment of the past is shown"));
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    text_->setWordWrap(true);
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* live = new QToolButton;
    live->setObjectName(QStringLiteral("playbackSignLive"));
    live->setText(tr("Live"));
    live->setToolTip(tr("Back from the moment of the past to what is now (Shift+F12)"));
    live->setAccessibleName(tr("Back to live"));
    live->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 4, 3);
    row->addWidget(text_, 1);
    row->addWidget(live);
    connect(live, &QToolButton::clicked, &playback_, &Playback::live);
    connect(&playback_, &Playback::changed, this, &PlaybackSign::update);
    connect(&playback_, &Playback::moved, this, &PlaybackSign::update);
    update();
}

void PlaybackSign::update() {
    // Without a parent yet, it would be a window of its own for a moment.
    if (parentWidget() || !playback_.active()) setVisible(playback_.active());
    if (!playback_.active()) return;
    QString text = playback_.words();
    if (!more_.isEmpty()) text += QStringLiteral(". ") + more_;
    text_->setText(text);
}

}  // namespace ipcscope

#include "playback_bar.h"

#include "icons.h"
#include "run_controller.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr int positions = 10'000;
constexpr int wideEnough = 760;  // px: all in one row

// A click goes to where it is, not a page towards it.
class Scrubber : public QSlider {
public:
    Scrubber() : QSlider(Qt::Horizontal) {}

protected:
    void mousePressEvent(QMouseEvent* event) override {
        QStyleOptionSlider option;
        initStyleOption(&option);
        const auto handle =
            style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
        if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint())) {
            const int room = width() - handle.width();
            const int x = static_cast<int>(event->position().x()) - handle.width() / 2;
            setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), x, room));
        }
        QSlider::mousePressEvent(event);
    }
};

QString speedText(double speed) {
    return QLocale().toString(speed, 'g', 3) + QChar(0xd7);
}

}  // namespace

PlaybackBar::PlaybackBar(Playback& playback, RunController& controller, QWidget* parent)
    : QFrame(parent),
      playback_(playback),
      controller_(controller),
      slider_(new Scrubber),
      speed_(new QComboBox),
      text_(new QLabel),
      grid_(new QGridLayout(this)),
      controls_(new QWidget),
      rest_(new QWidget) {
    setObjectName(QStringLiteral("playback"));
    setAccessibleName(tr("Playback"));
    makeActions();
    slider_->setObjectName(QStringLiteral("playbackSlider"));
    slider_->setAccessibleName(tr("Moment that is shown"));
    slider_->setToolTip(tr("Drag: the whole window shows the moment under the cursor"));
    slider_->setRange(0, positions);
    slider_->setSingleStep(positions / 100);
    slider_->setPageStep(positions / 10);
    slider_->setFocusPolicy(Qt::StrongFocus);
    speed_->setObjectName(QStringLiteral("playbackSpeed"));
    speed_->setAccessibleName(tr("Speed of playback"));
    speed_->setToolTip(tr("Speed of playback: 1 is as fast as it happened"));
    for (const double one : Playback::speeds())
        speed_->addItem(speedText(one), one);
    text_->setObjectName(QStringLiteral("playbackText"));
    text_->setAccessibleName(tr("Moment that is shown"));
    text_->setMinimumWidth(40);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* controls = new QHBoxLayout(controls_);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(1);
    for (auto* action : {previousFlow_, previous_, play_, next_, nextFlow_})
        controls->addWidget(button(action));
    auto* rest = new QHBoxLayout(rest_);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setSpacing(3);
    rest->addWidget(speed_);
    rest->addWidget(button(loop_));
    rest->addWidget(button(skip_));
    auto* live = button(live_);
    live->setToolButtonStyle(Qt::ToolButtonTextOnly);
    rest->addWidget(live);
    grid_->setContentsMargins(6, 3, 6, 3);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(1);

    connect(slider_, &QSlider::valueChanged, this, [this](int value) {
        const double share = static_cast<double>(value) / positions;
        playback_.seek(playback_.begin() +
                       static_cast<qint64>(share * static_cast<double>(playback_.end() - playback_.begin())));
    });
    connect(speed_, &QComboBox::activated, this,
            [this](int index) { playback_.setSpeed(speed_->itemData(index).toDouble()); });
    connect(&playback_, &Playback::changed, this, &PlaybackBar::update);
    connect(&playback_, &Playback::moved, this, &PlaybackBar::update);
    connect(&playback_, &Playback::playingChanged, this, &PlaybackBar::update);
    connect(&playback_, &Playback::optionsChanged, this, &PlaybackBar::update);
    connect(&controller, &RunController::eventsArrived, this, &PlaybackBar::update);
    connect(&controller, &RunController::phaseChanged, this, &PlaybackBar::update);
    arrange();
    update();
}

void PlaybackBar::makeActions() {
    const auto make = [this](const char* name, const char* icon, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        auto* action = new QAction(actionIcon(QString::fromLatin1(icon)), text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        action->setToolTip(
            key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        return action;
    };
    using Step = MomentIndex::Step;
    const auto shift = [](Qt::Key key) { return QKeySequence(Qt::SHIFT | key); };
    previousFlow_ = make("playbackPreviousFlow", "previous-flow", tr("Previous &flow"),
                         tr("Back to the previous end of an arrow"), shift(Qt::Key_F6));
    previous_ = make("playbackPrevious", "previous-event", tr("&Previous event"),
                     tr("Back to the previous event"), QKeySequence(Qt::Key_F6));
    play_ = make("playbackPlay", "run", tr("Pl&ay back"), tr("Play the recording back: nothing is executed"),
                 QKeySequence(Qt::Key_F12));
    next_ = make("playbackNext", "next-event", tr("&Next event"), tr("On to the next event"),
                 QKeySequence(Qt::Key_F7));
    nextFlow_ = make("playbackNextFlow", "next-flow", tr("Next fl&ow"), tr("On to the next end of an arrow"),
                     shift(Qt::Key_F7));
    loop_ = make("playbackLoop", "loop", tr("&Loop"),
                 tr("Again and again what lies between the cursors A and B, or all of it"), {});
    skip_ = make("playbackSkip", "skip-waiting", tr("&Skip waiting"),
                 tr("Shorten long times in which nothing happens"), {});
    live_ = make("playbackLive", "continue", tr("Li&ve"), tr("Back to what is now"), shift(Qt::Key_F12));
    loop_->setCheckable(true);
    skip_->setCheckable(true);
    connect(previousFlow_, &QAction::triggered, &playback_, [this] { playback_.step(-1, Step::flow); });
    connect(previous_, &QAction::triggered, &playback_, [this] { playback_.step(-1); });
    connect(play_, &QAction::triggered, &playback_, &Playback::toggle);
    connect(next_, &QAction::triggered, &playback_, [this] { playback_.step(1); });
    connect(nextFlow_, &QAction::triggered, &playback_, [this] { playback_.step(1, Step::flow); });
    connect(loop_, &QAction::triggered, &playback_, &Playback::setLoops);
    connect(skip_, &QAction::triggered, &playback_, &Playback::setSkipsWaiting);
    connect(live_, &QAction::triggered, &playback_, &Playback::live);
}

QToolButton* PlaybackBar::button(QAction* action) {
    auto* made = new QToolButton;
    made->setDefaultAction(action);
    made->setAutoRaise(true);
    made->setIconSize({18, 18});
    made->setFocusPolicy(Qt::TabFocus);
    auto name = action->text().remove(QLatin1Char('&'));
    made->setAccessibleName(name);
    return made;
}

void PlaybackBar::fillMenu(QMenu* menu) {
    menu->addActions({play_, next_, previous_, nextFlow_, previousFlow_});
    menu->addSeparator();
    menu->addActions({loop_, skip_});
    menu->addSeparator();
    menu->addAction(live_);
}

// One row where there is room for it; else the slider has one of its own.
void PlaybackBar::arrange() {
    const bool wide = width() >= wideEnough;
    if (arranged_ && wide == wide_) return;
    wide_ = wide;
    arranged_ = true;
    for (auto* one : {controls_, static_cast<QWidget*>(slider_), static_cast<QWidget*>(text_), rest_})
        grid_->removeWidget(one);
    const int row = wide ? 0 : 1;
    grid_->addWidget(controls_, row, 0);
    grid_->addWidget(text_, row, wide ? 2 : 1);
    grid_->addWidget(rest_, row, 3);
    if (wide)
        grid_->addWidget(slider_, 0, 1);
    else
        grid_->addWidget(slider_, 0, 0, 1, 4);
    grid_->setColumnStretch(1, wide ? 3 : 1);
    grid_->setColumnStretch(2, wide ? 2 : 0);
}

void PlaybackBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
    layout()->activate();
    fitText();
}

void PlaybackBar::setVisible(bool visible) {
    QFrame::setVisible(visible);
    update();
}

void PlaybackBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void PlaybackBar::update() {
    const bool possible = playback_.possible(), active = playback_.active();
    setEnabled(possible);
    // Where the bar is hidden nothing would be seen of it.
    const bool away = isHidden() && testAttribute(Qt::WA_WState_ExplicitShowHide);
    for (auto* action : {play_, loop_, skip_, previousFlow_, previous_, next_, nextFlow_})
        action->setEnabled(possible && !away);
    live_->setEnabled(active);
    play_->setIcon(actionIcon(playback_.playing() ? QStringLiteral("pause") : QStringLiteral("run")));
    play_->setText(playback_.playing() ? tr("Pause pl&ayback") : tr("Pl&ay back"));
    loop_->setChecked(playback_.loops());
    skip_->setChecked(playback_.skipsWaiting());
    const auto& all = Playback::speeds();
    const auto at = std::find(all.begin(), all.end(), playback_.speed());
    speed_->setCurrentIndex(static_cast<int>(at - all.begin()));
    {
        const QSignalBlocker block(slider_);
        const auto length = static_cast<double>(std::max<qint64>(1, playback_.end() - playback_.begin()));
        const auto share = static_cast<double>(playback_.time() - playback_.begin()) / length;
        if (!slider_->isSliderDown()) slider_->setValue(qRound(share * positions));
    }
    QString text;
    if (!possible)
        text = tr("Nothing to play back yet");
    else if (!active)
        text = controller_.alive() ? tr("Live") : tr("As it ended");
    else if (playback_.percentRead() < 100)
        text = tr("%1: reading … %2 %").arg(playback_.words()).arg(playback_.percentRead());
    else
        text = playback_.words();
    full_ = text;
    text_->setToolTip(text);
    text_->setAccessibleDescription(text);
    slider_->setAccessibleDescription(text);
    auto font = text_->font();
    font.setBold(active);
    text_->setFont(font);
    fitText();
}

// Figures alone rather than half of the words.
void PlaybackBar::fitText() {
    const auto metrics = text_->fontMetrics();
    const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= text_->width(); };
    const auto figures = playback_.figures();
    const auto& shown = fits(full_) || figures.isEmpty() ? full_ : figures;
    text_->setText(metrics.elidedText(shown, Qt::ElideRight, std::max(40, text_->width())));
}

}  // namespace ipcscope

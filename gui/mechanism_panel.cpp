#include "mechanism_panel.h"

#include "icons.h"
#include "operation_pane.h"
#include "playback/object_state.h"
#include "playback_object.h"
#include "playback_sign.h"
#include "session.h"
#include "state/state_view.h"
#include "words.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ipcscope {

namespace {

constexpr int tall = 1000;  // px: below this, the first pane makes room once it has done its work
constexpr int wide = 620;   // px: from here on, send and receive stand side by side

// Sides that share a pane, by the first of them.
Side paneOf(Side side) {
    switch (side) {
        case Side::open: return Side::create;
        case Side::query: return Side::control;
        case Side::remove: return Side::close;
        default: return side;
    }
}

}  // namespace

MechanismPanel::MechanismPanel(Session& session, const MechanismSpec& mechanism, QWidget* parent)
    : QWidget(parent),
      session_(session),
      mechanism_(mechanism),
      object_(new QComboBox),
      objectDetail_(new QLabel),
      stateBox_(new QWidget) {
    setObjectName(QStringLiteral("panel.") + QString::fromUtf8(mechanism.id));
    setAccessibleName(schemaText(mechanism.title));
    auto* inside = new QWidget;
    auto* panes = new QVBoxLayout(inside);
    panes->setContentsMargins(2, 2, 2, 2);
    panes->setSpacing(2);
    makePanes(panes);
    panes->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(schemaText(mechanism.title));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* stateLayout = new QVBoxLayout(stateBox_);
    stateLayout->setContentsMargins(0, 0, 0, 0);
    past_ = new PlaybackObject;
    stateLayout->addWidget(past_);
    stateScroll_ = new QScrollArea;
    stateScroll_->setAccessibleName(tr("State of the object"));
    stateScroll_->setWidget(stateBox_);
    stateScroll_->setWidgetResizable(true);
    stateScroll_->setFrameShape(QFrame::NoFrame);
    stateScroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stateScroll_->setMinimumHeight(60);
    stateScroll_->hide();
    splitter_ = new QSplitter(Qt::Vertical);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(scroll);
    splitter_->addWidget(stateScroll_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PlaybackSign(session.playback(), tr("Nothing can be sent.")));
    layout->addWidget(makeHead());
    layout->addWidget(splitter_, 1);

    auto& controller = session.controller();
    connect(&controller, &RunController::stateChanged, this, &MechanismPanel::refresh);
    connect(&controller, &RunController::runChanged, this, [this] {
        asking_ = false;
        refresh();
    });
    connect(&controller, &RunController::phaseChanged, this, &MechanismPanel::refresh);
    connect(&session.playback(), &Playback::changed, this, [this] {
        stateEmpty_ = true;
        if (!session_.playback().moment() && !past_->isHidden()) {  // what it shows is of the past
            past_->hide();
            delete std::exchange(state_, nullptr);
            stateOf_ = nullptr;
        }
        refresh();
    });
    tick_.setInterval(250);
    connect(&tick_, &QTimer::timeout, this, &MechanismPanel::observe);
    refresh();
}

QWidget* MechanismPanel::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(8, 6, 6, 6);
    auto* icon = new QLabel;
    icon->setPixmap(mechanismIcon(mechanism_.id).pixmap(20, 20));
    row->addWidget(icon);
    object_->setObjectName(QStringLiteral("object"));
    object_->setAccessibleName(tr("Object"));
    object_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    object_->setMinimumContentsLength(6);
    objectDetail_->setForegroundRole(QPalette::PlaceholderText);
    objectDetail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    objectDetail_->setMinimumWidth(30);
    objectDetail_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(object_, 2);
    row->addWidget(objectDetail_, 3);
    auto* help = new QToolButton;
    help->setAutoRaise(true);
    help->setIcon(actionIcon(QStringLiteral("help")));
    help->setToolTip(tr("Reference of %1").arg(schemaText(mechanism_.title)));
    help->setAccessibleName(help->toolTip());
    connect(help, &QToolButton::clicked, this, &MechanismPanel::referenceWanted);
    row->addWidget(help);
    connect(object_, &QComboBox::currentIndexChanged, this, &MechanismPanel::chooseObject);
    return head;
}

void MechanismPanel::makePanes(QBoxLayout* layout) {
    for (const auto side : {Side::create, Side::send, Side::receive, Side::control, Side::close}) {
        std::vector<const OperationRef*> operations;
        for (const auto& ref : session_.registry().operations())
            if (ref.mechanism == &mechanism_ && ref.operation->actor == Actor::worker &&
                paneOf(ref.operation->side) == side)
                operations.push_back(&ref);
        if (operations.empty()) continue;
        auto* pane = new OperationPane(session_, sideTitle(side), std::move(operations));
        pane->setObjectName(QStringLiteral("pane%1").arg(static_cast<int>(side)));
        pane->setExpanded(side != Side::close && (side != Side::control || !pair_));
        connect(pane, &OperationPane::made, this, &MechanismPanel::chooseNamed);
        // The first object is there: room for sending and receiving.
        if (side == Side::create)
            connect(
                pane, &OperationPane::made, this,
                [this, pane] {
                    if (height() < tall) pane->setExpanded(false);
                },
                Qt::SingleShotConnection);
        panes_.push_back({side, pane});
        if (side == Side::send || side == Side::receive) {
            if (!pair_) {
                pair_ = new QBoxLayout(QBoxLayout::TopToBottom);
                pair_->setSpacing(2);
                layout->addLayout(pair_);
            }
            pair_->addWidget(pane, 1);
        } else {
            layout->addWidget(pane);
        }
    }
}

OperationPane* MechanismPanel::pane(Side side) const {
    for (const auto& pane : panes_)
        if (pane.side == paneOf(side)) return pane.widget;
    return nullptr;
}

ObjectId MechanismPanel::chosen() const {
    return ObjectId{object_->currentData().toUInt()};
}

void MechanismPanel::refresh() {
    if (!isVisible() && object_->count()) return;  // showEvent brings it up to date
    const auto state = session_.playback().state();
    {
        const QSignalBlocker block(object_);
        const auto before = chosen();
        object_->clear();
        for (const auto& [id, object] : state->objects) {
            if (object.mechanism != &mechanism_) continue;
            const QString name = objectText(object);
            object_->addItem(object.removed ? tr("%1 (removed)").arg(name) : name, id.value);
        }
        int index = object_->findData(before.value);
        if (!wanted_.isEmpty()) {
            // A name of the program leads to an object directly, or through one of its handles.
            const auto wanted = wanted_.toStdString();
            for (const auto& [id, handle] : state->handles)
                if (handle.name == wanted || handle.name.rfind(wanted + ".", 0) == 0)
                    index = object_->findData(handle.object.value);
            if (index >= 0 && ObjectId{object_->itemData(index).toUInt()} != before) wanted_.clear();
        }
        object_->setEnabled(object_->count() > 0);
        if (!object_->count()) object_->addItem(tr("no object yet"), 0u);
        object_->setCurrentIndex(std::max(0, index));
        object_->setVisible(!mechanism_.objects.empty());
        objectDetail_->setVisible(!mechanism_.objects.empty());
    }
    for (const auto& pane : panes_) {
        pane.widget->refresh();
        pane.widget->setSends(!session_.playback().active());
    }
    chooseObject();
}

void MechanismPanel::chooseNamed(const QString& name) {
    wanted_ = name;
    refresh();
    observe();
}

void MechanismPanel::chooseObject() {
    const auto state = session_.playback().state();
    const auto found = state->objects.find(chosen());
    for (const auto& pane : panes_)
        pane.widget->setObject(chosen());
    if (found == state->objects.end()) {
        objectDetail_->clear();
        stateScroll_->hide();
        return;
    }
    const auto& object = found->second;
    objectDetail_->setText(fromUtf8(object.label.empty() ? object.key : object.label));
    objectDetail_->setToolTip(fromUtf8(object.key));
    if (stateOf_ != object.spec) {
        delete state_;
        stateOf_ = object.spec;
        state_ = makeStateView(*object.spec, &schemaText);
        state_->setAccessibleName(tr("State of the object"));
        stateBox_->layout()->addWidget(state_);
        stateShared_ = false;
        stateEmpty_ = true;
    }
    stateScroll_->show();
    shareHeight();
    showMoment();
    observe();
}

void MechanismPanel::showMoment() {
    const auto moment = session_.playback().moment();
    const auto run = session_.controller().recording();
    past_->setVisible(moment && run);
    state_->setVisible(true);
    if (!moment || !run) return;
    const auto found = moment->state->objects.find(chosen());
    if (found == moment->state->objects.end()) return;
    past_->show(*run, *moment, found->second);
    const auto fields = object_state_at(*run, *moment, found->second);
    state_->setVisible(!fields.empty());
    if (!fields.empty()) state_->setState(fields);
}

// Once for a kind of object, when its height is known: the forms keep the larger part.
void MechanismPanel::shareHeight() {
    const int all = splitter_->height();
    if (stateShared_ || !state_ || !isVisible() || all < 200) return;
    stateShared_ = true;
    const int wanted = std::clamp(state_->sizeHint().height() + 8, 60, all * 2 / 5);
    splitter_->setSizes({all - wanted, wanted});
}

void MechanismPanel::observe() {
    if (!isVisible() || !state_ || !chosen() || asking_ || !session_.controller().drives()) return;
    asking_ = true;
    const auto object = chosen();
    session_.controller().observe(object, this, [this, object](const Result<Fields>& fields) {
        asking_ = false;
        if (object != chosen() || !state_ || session_.playback().active()) return;
        if (fields) {
            const bool first = std::exchange(stateEmpty_, false);
            state_->setState(*fields);
            if (first) stateShared_ = false;
            shareHeight();
        } else {
            state_->setProblem(fromUtf8(fields.error().text()));
        }
    });
}

void MechanismPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (pair_) pair_->setDirection(width() >= wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void MechanismPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    asking_ = false;
    tick_.start();
}

void MechanismPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    tick_.stop();
}

}  // namespace ipcscope

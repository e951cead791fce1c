#include "workers_panel.h"

#include "base/signals.h"
#include "icons.h"
#include "playback_sign.h"
#include "session.h"
#include "theme.h"
#include "tool_row.h"
#include "words.h"
#include "workers_model.h"

#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <signal.h>

namespace ipcscope {

namespace {

// Two lines and more: name and pid, then the status, wrapped, for the reason of a block is a sentence.
class WorkerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int width = textWidth(option, index);
        const auto box =
            option.fontMetrics.boundingRect(0, 0, width, 10000, Qt::TextWordWrap, statusOf(index));
        return {60, option.fontMetrics.height() + std::max(box.height(), option.fontMetrics.height()) + 9};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given,
               const QModelIndex& index) const override {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        option.text.clear();
        const QIcon icon = std::exchange(option.icon, {});
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        const auto text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        QRect rect = option.rect.adjusted(4, 4, -4, -4);
        const int line = option.fontMetrics.height();
        icon.paint(painter, QRect(rect.left(), rect.top(), 14, line), Qt::AlignCenter,
                   selected ? QIcon::Selected : QIcon::Normal);
        rect.setLeft(rect.left() + 20);
        painter->save();
        auto bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(index.data(WorkersModel::EndedRole).toBool() && !selected ? tones().quiet : text);
        const QString name = index.data(WorkersModel::NameRole).toString();
        const QString pid = QString::number(index.data(WorkersModel::PidRole).toInt());
        const QRect first(rect.left(), rect.top(), rect.width(), line);
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(bold).elidedText(name, Qt::ElideRight, rect.width() - 56));
        painter->setFont(option.font);
        painter->setPen(selected ? text : tones().quiet);
        painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, pid);
        painter->setPen(selected ? text : index.data(WorkersModel::ToneRole).value<QColor>());
        painter->drawText(rect.adjusted(0, line + 1, 0, 8), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          statusOf(index));
        painter->restore();
    }

private:
    // A call has no spaces where a line could end: behind its marks it may.
    static QString statusOf(const QModelIndex& index) {
        static const QRegularExpression mark(QStringLiteral("([_(]|\\.(?=[A-Za-z]))"));
        return index.data(WorkersModel::StatusRole).toString().replace(mark, QStringLiteral("\\1\u200b"));
    }
    static int textWidth(const QStyleOptionViewItem& option, const QModelIndex& index) {
        const auto* view = qobject_cast<const QTreeView*>(option.widget);
        int depth = 0;
        for (auto up = index.parent(); up.isValid(); up = up.parent())
            ++depth;
        return view ? std::max(40, view->viewport()->width() - view->indentation() * (depth + 1) - 28) : 200;
    }
};

}  // namespace

WorkersPanel::WorkersPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), model_(new WorkersModel(this)), view_(new QTreeView) {
    setObjectName(QStringLiteral("workersPanel"));
    for (const auto& ref : session.registry().operations())
        if (ref.operation->forks && ref.operation->actor == Actor::worker) forks_ = &ref;
    auto* tools = makeToolBar(tr("Worker actions"), QStringLiteral("workerTools"));
    makeTools(tools);
    view_->setObjectName(QStringLiteral("workers"));
    view_->setAccessibleName(tr("Workers"));
    view_->setModel(model_);
    view_->setItemDelegate(new WorkerDelegate(view_));
    view_->setHeaderHidden(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setIndentation(14);
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->addActions({start_, interrupt_, kill_});
    if (fork_) view_->insertAction(interrupt_, fork_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PlaybackSign(session.playback()));
    layout->addWidget(tools);
    layout->addWidget(view_, 1);

    auto& controller = session.controller();
    connect(&controller, &RunController::runChanged, this, [this] {
        model_->setRun(session_.controller().recording());
        view_->expandAll();
        refresh();
    });
    connect(&controller, &RunController::stateChanged, this, &WorkersPanel::refresh);
    connect(&session.playback(), &Playback::changed, this, [this] {
        const auto moment = session_.playback().moment();
        model_->setMoment(moment ? moment->state : nullptr, moment ? moment->time_ns : 0);
        refresh();
    });
    connect(&controller, &RunController::frozenChanged, this, &WorkersPanel::updateActions);
    connect(&controller, &RunController::phaseChanged, this, &WorkersPanel::updateActions);
    connect(model_, &QAbstractItemModel::rowsInserted, view_,
            [this](const QModelIndex& grown) { view_->expand(grown); });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &WorkersPanel::updateActions);
    tick_.setInterval(200);
    connect(&tick_, &QTimer::timeout, this, [this] {
        model_->refresh();
        emit view_->itemDelegate()->sizeHintChanged({});
    });
    updateActions();
}

void WorkersPanel::makeTools(QToolBar* tools) {
    const auto add = [&](const char* icon, const QString& text, const QString& tip) {
        auto* action = tools->addAction(actionIcon(QString::fromLatin1(icon)), text);
        action->setToolTip(tip);
        return action;
    };
    start_ = add("worker-start", tr("Start worker"), tr("Start a new process that can be driven"));
    connect(start_, &QAction::triggered, this, &WorkersPanel::start);
    if (forks_) {
        fork_ = add("fork", tr("Fork"), tr("Fork the selected worker: the child inherits what it has open"));
        connect(fork_, &QAction::triggered, this, &WorkersPanel::fork);
    }
    interrupt_ =
        add("interrupt", tr("Interrupt"), tr("Make the selected worker's blocked call return with EINTR"));
    connect(interrupt_, &QAction::triggered, this, &WorkersPanel::interrupt);
    kill_ =
        add("kill", tr("Kill"), tr("End the selected worker with SIGKILL; the arrow offers other signals"));
    connect(kill_, &QAction::triggered, this, [this] { kill(SIGKILL); });
    auto* menu = new QMenu(this);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2, SIGSTOP, SIGCONT, SIGKILL})
        connect(menu->addAction(signalText(number)), &QAction::triggered, this,
                [this, number] { kill(number); });
    kill_->setMenu(menu);
    if (auto* button = qobject_cast<QToolButton*>(tools->widgetForAction(kill_)))
        button->setPopupMode(QToolButton::MenuButtonPopup);
}

QString WorkersPanel::current() const {
    const auto index = view_->currentIndex();
    if (!index.isValid() || index.data(WorkersModel::EndedRole).toBool()) return {};
    return index.data(WorkersModel::NameRole).toString();
}

void WorkersPanel::refresh() {
    model_->refresh();
    emit view_->itemDelegate()->sizeHintChanged({});
    if (!view_->currentIndex().isValid() && model_->rowCount()) view_->setCurrentIndex(model_->index(0, 0));
    updateActions();
}

void WorkersPanel::updateActions() {
    const bool drives = session_.controller().drives();
    const bool alive = drives && !current().isEmpty();
    start_->setEnabled(!session_.controller().frozen());
    const auto state = session_.controller().state();
    const auto* worker = state->worker(current().toStdString());
    if (fork_) fork_->setEnabled(alive);
    kill_->setEnabled(alive);
    const bool stubborn = alive && worker && worker->uninterruptible;
    interrupt_->setEnabled(
        alive && worker && !stubborn &&
        (worker->status == WorkerStatus::blocked || worker->status == WorkerStatus::running));
    interrupt_->setToolTip(
        stubborn ? tr("No signal ends this wait: only what it waits for does, or killing the worker")
                 : tr("Make the selected worker's blocked call return with EINTR"));
    if (model_->anyBlocked() && drives) {
        if (!tick_.isActive()) tick_.start();
    } else {
        tick_.stop();
    }
}

void WorkersPanel::start() {
    Statement statement;
    statement.kind = Statement::Kind::workers;
    const bool first = session_.controller().state()->workers.empty();
    statement.names = {
        session_.freeName(first ? session_.firstWorker() : QStringLiteral("worker")).toStdString()};
    session_.click(statement, this);
}

void WorkersPanel::fork() {
    if (!forks_ || current().isEmpty()) return;
    Statement statement;
    statement.kind = Statement::Kind::operation;
    statement.worker = current().toStdString();
    statement.operation = forks_->id;
    statement.binding = session_.freeName(QStringLiteral("child")).toStdString();
    session_.click(statement, this);
}

void WorkersPanel::interrupt() {
    if (current().isEmpty()) return;
    Statement statement;
    statement.kind = Statement::Kind::action;
    statement.worker = current().toStdString();
    statement.action = "interrupt";
    session_.click(statement, this);
}

void WorkersPanel::kill(int signal) {
    if (current().isEmpty()) return;
    if (signal != SIGKILL) {
        const auto id = view_->currentIndex().data(WorkersModel::WorkerRole).toUInt();
        session_.controller().kill(WorkerId{static_cast<std::uint16_t>(id)}, signal);
        emit session_.told(
            tr("%1 was sent from outside the program: its text has no line for it").arg(signalText(signal)));
        return;
    }
    Statement statement;
    statement.kind = Statement::Kind::action;
    statement.worker = current().toStdString();
    statement.action = "kill";
    session_.click(statement, this);
}

}  // namespace ipcscope

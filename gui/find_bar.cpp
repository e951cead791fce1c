#include "find_bar.h"

#include "common/tones.h"
#include "icons.h"
#include "session.h"
#include "tool_row.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QThreadPool>
#include <QToolButton>

namespace ipcscope {

namespace {

enum Kind { asText, asOctets };

int digit(QChar c) {
    const auto code = c.toLower().unicode();
    return code >= '0' && code <= '9' ? code - '0' : code >= 'a' && code <= 'f' ? code - 'a' + 10 : -1;
}

}  // namespace

std::optional<std::string> octetsOf(const QString& hex) {
    std::string out;
    int half = -1;
    for (const QChar c : hex) {
        if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char(',')) {
            if (half >= 0) return std::nullopt;
            continue;
        }
        const int value = digit(c);
        if (value < 0) return std::nullopt;
        if (half < 0) {
            half = value;
        } else {
            out += static_cast<char>(half * 16 + value);
            half = -1;
        }
    }
    return half >= 0 ? std::nullopt : std::optional(out);
}

// What nobody waits for any more is dropped.
struct FindBar::Job : EventFinder {
    using EventFinder::EventFinder;
    quint64 from = 0;
    bool any = false;  // `from` is where the person stands
    bool backwards = false;
    std::optional<quint64> found;
    bool wrapped = false;

    void run() {
        const quint64 size = recording->events().size();
        if (size == 0) return;
        if (!any) {
            found = backwards ? back(size - 1, 0) : forwards(0, size);
            return;
        }
        found = !backwards ? forwards(from + 1, size) : from > 0 ? back(from - 1, 0) : std::nullopt;
        if (found || search.cancelled()) return;
        wrapped = true;
        found = backwards ? back(size - 1, from) : forwards(0, from + 1);
    }
};

FindBar::FindBar(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      edit_(new QLineEdit),
      kind_(new QComboBox),
      case_(new QToolButton),
      where_(new QToolButton),
      calls_(new QAction(tr("&Calls"), this)),
      outcomes_(new QAction(tr("&Outcomes"), this)),
      payloads_(new QAction(tr("&Payloads"), this)),
      outcome_(new QLabel),
      progress_(new QProgressBar) {
    setObjectName(QStringLiteral("findBar"));
    edit_->setObjectName(QStringLiteral("findEdit"));
    edit_->setAccessibleName(tr("Find"));
    edit_->setPlaceholderText(tr("Find in events"));
    edit_->setClearButtonEnabled(true);
    edit_->setMinimumWidth(140);
    edit_->addAction(actionIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    kind_->addItems({tr("Text"), tr("Hex")});
    kind_->setAccessibleName(tr("What is written"));
    kind_->setToolTip(tr("Text, or octets as hexadecimal digits: de ad be ef"));
    case_->setText(QStringLiteral("Aa"));
    case_->setCheckable(true);
    case_->setAutoRaise(true);
    case_->setFocusPolicy(Qt::TabFocus);
    case_->setToolTip(tr("Tell capital letters from small ones"));
    case_->setAccessibleName(case_->toolTip());
    auto* places = new QMenu(where_);
    for (auto* each : {calls_, outcomes_, payloads_}) {
        each->setCheckable(true);
        each->setChecked(true);
        places->addAction(each);
        connect(each, &QAction::toggled, this, &FindBar::check);
    }
    where_->setMenu(places);
    where_->setPopupMode(QToolButton::InstantPopup);
    where_->setFocusPolicy(Qt::TabFocus);
    where_->setAutoRaise(true);
    where_->setToolTip(tr("Where it is looked for"));
    outcome_->setObjectName(QStringLiteral("findOutcome"));
    outcome_->setAccessibleName(tr("What was found"));
    outcome_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_->setAccessibleName(tr("Progress of the search"));
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(12);
    progress_->setFixedWidth(70);
    progress_->setRange(0, 1000);
    progress_->hide();
    auto* previous = flatButton("previous", tr("Find the one before (Shift+F3)"));
    auto* next = flatButton("next", tr("Find the next one (F3)"));
    auto* close = flatButton("close", tr("Close (Esc)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(6);
    row->addWidget(edit_, 3);
    for (QWidget* each : std::initializer_list<QWidget*>{kind_, case_, where_, previous, next})
        row->addWidget(each);
    row->addWidget(outcome_, 2);
    row->addWidget(progress_);
    row->addWidget(close);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(edit_, &QLineEdit::textChanged, this, &FindBar::check);
    connect(kind_, &QComboBox::currentIndexChanged, this, &FindBar::check);
    connect(case_, &QToolButton::toggled, this, &FindBar::check);
    connect(&session.controller(), &RunController::runChanged, this, [this] {
        stop();
        found_.reset();
        hits_.clear();
    });
    connect(&session.controller(), &RunController::eventsArrived, &hits_, &FindHits::goOn);
    connect(&hits_, &FindHits::changed, this, &FindBar::sayFound);
    watch_.setInterval(100);
    connect(&watch_, &QTimer::timeout, this, [this] {
        if (!job_) return;
        progress_->show();
        progress_->setValue(static_cast<int>(job_->search.progress() * 1000));
        say(tr("looking …  (Esc stops)"));
    });
    check();
    hide();
}

FindBar::~FindBar() {
    stop();
}

void FindBar::open() {
    show();
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->selectAll();
}

void FindBar::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    stop();
    found_.reset();
    hits_.clear();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: return find(event->modifiers().testFlag(Qt::ShiftModifier));
        case Qt::Key_Escape:
            if (job_) {
                stop();
                return say(tr("stopped"));
            }
            return hide();
        default: QWidget::keyPressEvent(event);
    }
}

void FindBar::check() {
    stop();
    found_.reset();
    hits_.clear();
    const bool hex = kind_->currentIndex() == asOctets;
    case_->setEnabled(!hex);
    QStringList places;
    for (const auto* each : {calls_, outcomes_, payloads_})
        if (each->isChecked()) places += each->iconText();
    where_->setText(hex                  ? tr("In payloads")
                    : places.size() == 3 ? tr("Everywhere")
                    : places.isEmpty()   ? tr("Nowhere")
                                         : places.join(QStringLiteral(", ")));
    where_->setAccessibleName(tr("Where it is looked for: %1").arg(where_->text()));
    calls_->setEnabled(!hex);
    outcomes_->setEnabled(!hex);
    payloads_->setEnabled(!hex);
    if (hex && !octetsOf(edit_->text())) return say(tr("not pairs of hexadecimal digits"), true);
    say({});
}

void FindBar::stop() {
    if (!job_) return;
    job_->search.cancel();
    job_.reset();
    watch_.stop();
    progress_->hide();
}

void FindBar::say(const QString& text, bool wrong) {
    outcome_->setText(text);
    outcome_->setToolTip(text);
    auto colours = QGuiApplication::palette();
    colours.setColor(QPalette::WindowText, tone(colours, wrong ? Tone::danger : Tone::quiet));
    outcome_->setPalette(colours);
}

void FindBar::find(bool backwards) {
    if (edit_->text().isEmpty()) return open();
    stop();
    const auto recording = session_.controller().recording();
    if (!recording) return say(tr("there are no events yet"));
    const bool hex = kind_->currentIndex() == asOctets;
    const auto octets = hex ? octetsOf(edit_->text()) : std::optional(edit_->text().toStdString());
    if (!octets) return check();
    TextQuery query;
    query.text = *octets;
    query.any_case = !hex && !case_->isChecked();
    query.calls = !hex && calls_->isChecked();
    query.outcomes = !hex && outcomes_->isChecked();
    query.payloads = hex || payloads_->isChecked();
    // What the filter hides is not found.
    const auto shown = session_.filter().hides() ? session_.filter().matchSet() : nullptr;
    hits_.find(recording, query, shown);
    auto job = std::make_shared<Job>(recording, std::move(query), shown);
    if (const auto seq = session_.selection().seq()) {
        job->from = *seq;
        job->any = true;
    }
    job->backwards = backwards;
    job_ = job;
    watch_.start();
    QThreadPool::globalInstance()->start([job, self = QPointer<FindBar>(this)] {
        job->run();
        QMetaObject::invokeMethod(qApp, [job, self] {
            if (self) self->done(job);
        });
    });
}

void FindBar::done(const std::shared_ptr<Job>& job) {
    if (job != job_) return;
    job_.reset();
    watch_.stop();
    progress_->hide();
    if (!job->found)
        return say(job->shown ? tr("nothing found in what the filter shows") : tr("nothing found"), true);
    const bool same = session_.selection().seq() == job->found;
    session_.selection().select(*job->found);
    said_ = same             ? tr("event %L1: there is no other")
            : !job->wrapped  ? tr("event %L1")
            : job->backwards ? tr("event %L1; from the end again")
                             : tr("event %L1; from the beginning again");
    said_ = said_.arg(*job->found);
    found_ = job->found;
    sayFound();
}

// "event 12 (3 of 40)", as soon as it is known how many there are.
void FindBar::sayFound() {
    if (!found_ || job_) return;
    const auto place = hits_.placeOf(*found_);
    const auto count = static_cast<qulonglong>(hits_.count());
    if (hits_.busy() || !place || count < 2) return say(said_);
    say(QStringLiteral("%1 (%2)").arg(said_, hits_.cut() ? tr("%L1 of more than %L2").arg(*place).arg(count)
                                                         : tr("%L1 of %L2").arg(*place).arg(count)));
}

}  // namespace ipcscope

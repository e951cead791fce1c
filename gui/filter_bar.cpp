#include "filter_bar.h"

#include "common/tones.h"
#include "filter_edit.h"
#include "filter_history.h"
#include "icons.h"
#include "saved_filters_dialog.h"
#include "session.h"
#include "tool_row.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <optional>
#include <utility>

namespace ipcscope {

namespace {

constexpr int patienceMs = 150;
const QLatin1String historyKey("filter/history");

}  // namespace

FilterBar::FilterBar(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      edit_(new FilterEdit(session.filter())),
      outcome_(new QLabel),
      progress_(new QProgressBar),
      cancel_(flatButton("close", tr("Stop looking for matches"))),
      dim_(flatButton("dim", tr("Dim what does not match, instead of hiding it"))),
      saved_(flatButton("bookmark", tr("Saved filters"))),
      menu_(new QMenu(this)) {
    setObjectName(QStringLiteral("filterBar"));
    edit_->setObjectName(QStringLiteral("filterEdit"));
    edit_->setPlaceholderText(tr("Filter events, such as  failed  or  duration > 2ms"));
    edit_->setMinimumWidth(180);
    edit_->setHistory(filterHistory(historyKey));
    auto* sign = edit_->addAction(actionIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    sign->setToolTip(tr("Filter (Ctrl+L)"));
    connect(sign, &QAction::triggered, edit_, &FilterEdit::offer);
    outcome_->setObjectName(QStringLiteral("filterOutcome"));
    outcome_->setAccessibleName(tr("What the filter found"));
    outcome_->setForegroundRole(QPalette::WindowText);  // a tool bar's would be that of its buttons
    outcome_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    progress_->setAccessibleName(tr("Progress of the filter"));
    progress_->setFixedWidth(70);
    progress_->setMaximumHeight(12);
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    dim_->setObjectName(QStringLiteral("filterDims"));
    dim_->setCheckable(true);
    saved_->setObjectName(QStringLiteral("savedFilters"));
    saved_->setPopupMode(QToolButton::InstantPopup);
    saved_->setMenu(menu_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(4);
    row->addWidget(edit_, 1);
    row->addWidget(outcome_);
    row->addWidget(progress_);
    row->addWidget(cancel_);
    row->addWidget(dim_);
    row->addWidget(saved_);

    auto& filter = session.filter();
    connect(edit_, &FilterEdit::applied, this, &FilterBar::apply);
    connect(edit_, &FilterEdit::stateChanged, this, &FilterBar::show);
    // The cross in the line takes the filter away at once, as it does elsewhere.
    connect(edit_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) session_.filter().clear();
    });
    connect(&filter, &FilterController::changed, this, [this] {
        // What is being written stays when only the mode or the run has changed.
        const QString text = session_.filter().text();
        if (std::exchange(applied_, text) != text && edit_->text().trimmed() != text) edit_->setText(text);
        show();
    });
    connect(&filter, &FilterController::progressed, this, &FilterBar::show);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        auto& f = session_.filter();
        f.cancelled() ? f.resume() : f.cancel();
    });
    connect(dim_, &QToolButton::toggled, this, [this](bool on) {
        session_.filter().setMode(on ? FilterController::Mode::dim : FilterController::Mode::hide);
    });
    connect(menu_, &QMenu::aboutToShow, this, &FilterBar::fillSaved);
    show();
}

void FilterBar::focusEdit() {
    edit_->setFocus(Qt::ShortcutFocusReason);
    edit_->selectAll();
}

void FilterBar::apply() {
    if (!session_.filter().apply(edit_->text())) return;
    const QString text = session_.filter().text();
    if (text.isEmpty()) return;
    edit_->setHistory(addToFilterHistory(historyKey, text));
}

void FilterBar::show() {
    auto& filter = session_.filter();
    const bool scanning = filter.scanning(), cancelled = filter.cancelled();
    // What is done in a blink shows no progress.
    if (!scanning)
        scans_.invalidate();
    else if (!scans_.isValid())
        scans_.start();
    const bool lasts = scanning && scans_.elapsed() > patienceMs;
    progress_->setVisible(lasts);
    progress_->setValue(static_cast<int>(filter.progress() * 1000));
    cancel_->setVisible(lasts || cancelled);
    cancel_->setIcon(actionIcon(cancelled ? QStringLiteral("run") : QStringLiteral("close")));
    const QString what = cancelled ? tr("Go on looking for matches") : tr("Stop looking for matches");
    cancel_->setToolTip(what);
    cancel_->setAccessibleName(what);
    dim_->setChecked(filter.mode() == FilterController::Mode::dim);

    const bool written = edit_->text().trimmed() == filter.text();
    if (edit_->state() == FilterEdit::State::invalid) return say(edit_->reason(), true);
    if (!written) {
        return edit_->state() == FilterEdit::State::doubtful ? say(edit_->reason(), false)
                                                             : say(tr("Enter applies it"), false);
    }
    const auto rows = filter.matchingRows(), all = filter.allRows();
    if (!rows || !all) return say({}, false);
    const QLocale locale;
    const QString text = tr("%1 of %2")
                             .arg(locale.toString(qulonglong{rows->rows().count()}),
                                  locale.toString(qulonglong{all->rows().count()}));
    say(cancelled ? tr("%1 (stopped)").arg(text) : text, false);
}

// What does not fit is cut with an ellipsis; the line's tool tip says all of it.
void FilterBar::say(const QString& text, bool wrong) {
    said_ = text;
    wrong_ = wrong;
    const auto shown =
        outcome_->fontMetrics().elidedText(text, Qt::ElideRight, std::max(120, width() * 45 / 100));
    outcome_->setText(shown);
    outcome_->setToolTip(shown == text ? QString() : text);
    outcome_->setAccessibleDescription(text);
    outcome_->setVisible(!text.isEmpty());
    outcome_->setFixedWidth(outcome_->fontMetrics().horizontalAdvance(shown) + 8);
    auto colours = QGuiApplication::palette();
    colours.setColor(QPalette::WindowText, tone(colours, wrong ? Tone::danger : Tone::quiet));
    outcome_->setPalette(colours);
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    say(said_, wrong_);
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) say(said_, wrong_);
}

void FilterBar::fillSaved() {
    using Place = SavedFilter::Place;
    menu_->clear();
    auto& filter = session_.filter();
    std::optional<Place> last;
    for (const auto& each : filter.saved().all()) {
        if (last != each.place)
            menu_->addSection(each.place == Place::session  ? tr("Of this session")
                              : each.place == Place::person ? tr("My own")
                                                            : tr("Usual ones"));
        last = each.place;
        auto* action = menu_->addAction(QString(each.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(each.text);
        action->setStatusTip(each.text);
        connect(action, &QAction::triggered, &filter, [this, text = each.text] {
            if (!session_.filter().apply(text)) edit_->setText(text);  // and it shows why not
        });
    }
    menu_->setToolTipsVisible(true);
    menu_->addSeparator();
    const bool can =
        edit_->state() == FilterEdit::State::valid || edit_->state() == FilterEdit::State::doubtful;
    const auto save = [&](const QString& text, const QString& tip, Place place) {
        auto* action = menu_->addAction(text);
        action->setEnabled(can);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, [this, place] { askName(place); });
    };
    save(tr("Save this filter…"), tr("For me, in all sessions"), Place::person);
    save(tr("Save it in this session…"), tr("For whoever opens this session: it stands in the file"),
         Place::session);
    connect(menu_->addAction(tr("Manage…")), &QAction::triggered, this, &FilterBar::manage);
}

void FilterBar::askName(SavedFilter::Place place) {
    bool ok = false;
    const QString text = edit_->text().trimmed();
    const QString name =
        QInputDialog::getText(this, tr("Save filter"), tr("Name:"), QLineEdit::Normal, text, &ok);
    if (ok && !session_.filter().saved().save(name.trimmed(), text, place))
        emit session_.refused(tr("A filter needs a name of its own: %1 comes with the program.").arg(name));
}

void FilterBar::manage() {
    SavedFiltersDialog dialog(session_.filter(), this);
    dialog.exec();
}

}  // namespace ipcscope

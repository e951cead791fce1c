#include "monitor_details.h"

#include "icons.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ipcscope {

MonitorDetails::MonitorDetails(MonitorWatch& watch, QWidget* parent)
    : QWidget(parent),
      watch_(watch),
      browser_(new QTextBrowser),
      back_(new QToolButton),
      pin_(new QToolButton),
      actions_(new QToolButton),
      held_(new QLabel(tr("Not updated while text is selected"))) {
    setObjectName(QStringLiteral("monitorDetails"));
    browser_->setAccessibleName(tr("Details of the selected object"));
    browser_->setFrameShape(QFrame::NoFrame);
    browser_->setOpenLinks(false);
    browser_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    browser_->document()->setDocumentMargin(10);
    const auto prepare = [](QToolButton* button, const char* icon, const QString& name) {
        button->setIcon(actionIcon(QLatin1String(icon)));
        button->setIconSize({18, 18});
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFocusPolicy(Qt::TabFocus);
    };
    prepare(back_, "back", tr("Back to what was selected before (Alt+Left)"));
    back_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    prepare(pin_, "pin", tr("Draw its levels over time, also when something else is selected"));
    pin_->setCheckable(true);
    pin_->setObjectName(QStringLiteral("monitorPin"));
    prepare(actions_, "open", tr("What can be done with it"));
    actions_->setObjectName(QStringLiteral("monitorActions"));
    actions_->setText(tr("Actions"));
    actions_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    actions_->setPopupMode(QToolButton::InstantPopup);
    actions_->setAutoRaise(false);
    held_->setForegroundRole(QPalette::PlaceholderText);
    held_->hide();
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(6, 4, 6, 2);
    tools->setSpacing(4);
    tools->addWidget(back_);
    tools->addWidget(pin_);
    tools->addWidget(held_, 1);
    tools->addStretch(1);
    tools->addWidget(actions_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(browser_, 1);
    setFocusProxy(browser_);

    connect(&watch, &MonitorWatch::sampled, this, [this] { refresh(); });
    connect(&watch, &MonitorWatch::selectionChanged, this, [this] { refresh(true); });
    connect(&watch, &MonitorWatch::pinsChanged, this, [this] { refresh(); });
    connect(browser_, &QTextBrowser::anchorClicked, this, &MonitorDetails::follow);
    connect(browser_, &QTextBrowser::selectionChanged, this, [this] {
        if (stale_ && !browser_->textCursor().hasSelection()) refresh();
    });
    connect(back_, &QToolButton::clicked, this, [this] { watch_.back(); });
    connect(pin_, &QToolButton::toggled, this, [this](bool on) {
        if (!watch_.object().empty()) watch_.setPinned(watch_.object(), on);
    });
    refresh(true);
}

void MonitorDetails::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) refresh();
}

void MonitorDetails::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) refresh(true);
}

void MonitorDetails::refresh(bool anew) {
    const auto snapshot = watch_.now();
    const auto& ref = watch_.object();
    back_->setEnabled(watch_.canGoBack());
    pin_->setEnabled(!ref.empty());
    const QSignalBlocker quiet(pin_);
    pin_->setChecked(!ref.empty() && watch_.isPinned(ref));
    const auto object = snapshot && !ref.empty() ? snapshot->find(ref) : std::nullopt;
    const auto process =
        snapshot && watch_.process() ? findProcess(*snapshot, *watch_.process()) : std::nullopt;
    actions_->setEnabled(object || process);
    // A selection, and where the keyboard is among the links, would be lost.
    const bool held = !anew && browser_->textCursor().hasSelection();
    held_->setVisible(held);
    stale_ = held || !isVisible();
    if (stale_ && !anew) return;
    const auto note = [](const QString& title, const QString& text) {
        return MonitorPage{
            QStringLiteral("<p style=\"margin:10px 0 4px 0\"><b>%1</b></p><p style=\"color:%2\">%3</p>")
                .arg(title.toHtmlEscaped(), tones().quiet.name(), text.toHtmlEscaped()),
            {},
            {}};
    };
    if (object) {
        lastSeen_ = snapshot;
        lastSeenRef_ = ref;
        return set(objectPage(*snapshot, snapshot->objects[*object]), anew);
    }
    if (process) return set(processPage(*snapshot, *process), anew);
    if (!ref.empty()) {
        auto page = note(
            tr("It is gone"),
            tr("%1 was not there any more when it was looked for last.").arg(QString::fromStdString(ref)));
        const auto last = lastSeen_ && lastSeenRef_ == ref ? lastSeen_->find(ref) : std::nullopt;
        if (last) {
            auto before = objectPage(*lastSeen_, lastSeen_->objects[*last]);
            before.html.prepend(page.html + QStringLiteral("<hr>"));
            page = std::move(before);
        }
        return set(std::move(page), anew);
    }
    if (watch_.process())
        return set(note(tr("It is gone"), tr("Process %1 has ended.").arg(watch_.process()->pid)), anew);
    auto page = snapshot ? machinePage(*snapshot) : MonitorPage();
    page.html.append(
        note(tr("Nothing is selected"),
             tr("Choose an object in the table: who holds it, who waits for it and what is at its "
                "other end is told here. Processes and objects in the text are links."))
            .html);
    set(std::move(page), anew);
}

void MonitorDetails::set(MonitorPage page, bool anew) {
    const bool same = page.html == page_.html;
    page_ = std::move(page);
    if (same) return;
    const int at = anew ? 0 : browser_->verticalScrollBar()->value();
    browser_->setHtml(page_.html);
    browser_->verticalScrollBar()->setValue(at);
}

void MonitorDetails::follow(const QUrl& url) {
    const auto index = url.path().toULongLong();
    if (url.scheme() == QLatin1String("object") && index < page_.objects.size())
        watch_.selectObject(std::string(page_.objects[index]));
    else if (url.scheme() == QLatin1String("who") && index < page_.processes.size())
        watch_.selectProcess(page_.processes[index]);
}

}  // namespace ipcscope

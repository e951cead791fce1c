#include "monitor_findings.h"

#include "monitor_words.h"
#include "theme.h"
#include "words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPointer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {
constexpr qint64 apartMs = 2000;  // between two thoughts: what takes two samples is seen over that time
constexpr std::size_t mostShown = 200, mostNamed = 6;
}  // namespace

MonitorFindings::MonitorFindings(MonitorWatch& watch, QWidget* parent)
    : QWidget(parent), watch_(watch), page_(new QTextBrowser) {
    setObjectName(QStringLiteral("monitorFindings"));
    page_->setAccessibleName(tr("Findings"));
    page_->setFrameShape(QFrame::NoFrame);
    page_->setOpenLinks(false);
    page_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    page_->document()->setDocumentMargin(10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page_);
    setFocusProxy(page_);
    pool_.setMaxThreadCount(1);
    connect(&watch, &MonitorWatch::sampled, this, &MonitorFindings::think);
    connect(page_, &QTextBrowser::anchorClicked, this, &MonitorFindings::follow);
    draw();
}

MonitorFindings::~MonitorFindings() {
    pool_.clear();
    pool_.waitForDone();
}

int MonitorFindings::serious() const {
    return static_cast<int>(std::count_if(findings_.begin(), findings_.end(), [](const Finding& finding) {
        return finding.severity != Finding::Severity::hint;
    }));
}

void MonitorFindings::think() {
    const auto now = watch_.now();
    if (busy_ || !now || !now->owners || (since_.isValid() && since_.elapsed() < apartMs && of_)) return;
    busy_ = true;
    since_.start();
    pool_.start([self = this, now, before = std::exchange(earlier_, now)] {
        auto found = advise(*now, before.get());
        QMetaObject::invokeMethod(
            self, [self, now, found = std::move(found)]() mutable { self->take(now, std::move(found)); });
    });
}

void MonitorFindings::take(std::shared_ptr<const Snapshot> of, std::vector<Finding> found) {
    busy_ = false;
    // What is selected, or which link the keyboard is at, would be lost: they are told by the next thought.
    if (isVisible() && page_->hasFocus() && page_->textCursor().hasSelection()) return;
    of_ = std::move(of);
    findings_ = std::move(found);
    drawn_ = false;
    if (isVisible()) draw();
    emit changed();
}

void MonitorFindings::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!drawn_) draw();
}

void MonitorFindings::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        html_.clear();
        draw();
    }
}

QString MonitorFindings::page(const Finding& finding, std::size_t number) {
    const auto t = tones();
    const QColor colour = finding.severity == Finding::Severity::problem   ? t.bad
                          : finding.severity == Finding::Severity::warning ? t.warn
                                                                           : t.quiet;
    const QChar sign = finding.severity == Finding::Severity::problem   ? QChar(0x2716)
                       : finding.severity == Finding::Severity::warning ? QChar(0x26a0)
                                                                        : QChar(0x2022);
    const QString title = schemaText(finding_title(finding.id));
    QString badge = schemaText(severity_words(finding.severity));
    if (!badge.isEmpty()) badge[0] = badge[0].toUpper();
    QString html =
        QStringLiteral(
            "<p style=\"margin:12px 0 2px 0\"><span style=\"color:%1\"><b>%2&nbsp;%3</b></span>%4</p>")
            .arg(colour.name(), QString(sign), badge.toHtmlEscaped(),
                 title.isEmpty() ? QString() : QStringLiteral(" · <b>%1</b>").arg(title.toHtmlEscaped()));
    QStringList sentences;
    for (const auto& sentence : finding.sentences)
        sentences += phraseText(sentence);
    html += QStringLiteral("<p style=\"margin:0 0 2px 0\">%1</p>")
                .arg(sentences.join(QLatin1Char(' ')).toHtmlEscaped());
    for (const auto& fact : finding.facts)
        html += QStringLiteral("<p style=\"margin:0 0 0 14px;color:%1\">– %2</p>")
                    .arg(t.quiet.name(), phraseText(fact).toHtmlEscaped());
    QStringList links;
    for (std::size_t i = 0; i < std::min(finding.objects.size(), mostNamed); ++i)
        links += QStringLiteral("<a href=\"object:%1\">%2</a>")
                     .arg(finding.objects[i])
                     .arg(objectTitle(*of_, of_->objects[finding.objects[i]]).left(60).toHtmlEscaped());
    for (std::size_t i = 0; i < std::min(finding.processes.size(), mostNamed); ++i)
        links += QStringLiteral("<a href=\"who:%1\">%2</a>")
                     .arg(finding.processes[i])
                     .arg(processText(*of_, finding.processes[i]).toHtmlEscaped());
    if (!links.isEmpty())
        html += QStringLiteral("<p style=\"margin:2px 0 0 14px\">%1</p>")
                    .arg(tr("Go to: %1").arg(links.join(QStringLiteral(" · "))));
    if (!finding.command.empty()) {
        QString todo = QStringLiteral("<a href=\"copy:%1\">%2</a>").arg(number).arg(tr("copy"));
        if (finding.removable)
            todo += QStringLiteral(" · <a href=\"remove:%1\">%2</a>").arg(number).arg(tr("remove…"));
        html += QStringLiteral("<p style=\"margin:2px 0 0 14px\"><tt>%1</tt> &nbsp;%2</p>")
                    .arg(fromUtf8(printable(finding.command)).toHtmlEscaped(), todo);
    }
    return html;
}

void MonitorFindings::draw() {
    drawn_ = true;
    QString html;
    if (!of_) {
        html = QStringLiteral("<p style=\"color:%1\">%2</p>")
                   .arg(tones().quiet.name(), tr("Nothing has been looked at yet."));
    } else if (findings_.empty()) {
        html =
            QStringLiteral("<p style=\"margin:10px 0 4px 0\"><b>%1</b></p><p style=\"color:%2\">%3</p>")
                .arg(tr("Nothing is wrong, as far as can be seen"), tones().quiet.name(),
                     tr("Objects that somebody forgot, queues that are nearly full, processes that wait for "
                        "each "
                        "other and limits that are nearly used up are told here, with the command that mends "
                        "them."));
    } else {
        for (std::size_t i = 0; i < std::min(findings_.size(), mostShown); ++i)
            html += page(findings_[i], i);
        if (findings_.size() > mostShown)
            html += QStringLiteral("<p>%1</p>")
                        .arg(tr("and %n more", nullptr, static_cast<int>(findings_.size() - mostShown)));
    }
    if (html == html_) return;
    html_ = html;
    const int at = page_->verticalScrollBar()->value();
    page_->setHtml(html);
    page_->verticalScrollBar()->setValue(at);
}

void MonitorFindings::follow(const QUrl& url) {
    const auto number = url.path().toULongLong();
    if (!of_) return;
    if (url.scheme() == QLatin1String("object") && number < of_->objects.size())
        return watch_.selectObject(of_->ref(of_->objects[number]));
    if (url.scheme() == QLatin1String("who") && number < of_->processes.size())
        return watch_.selectProcess(keyOf(of_->processes[number]));
    if (number >= findings_.size()) return;
    const auto& finding = findings_[number];
    if (url.scheme() == QLatin1String("copy")) {
        QGuiApplication::clipboard()->setText(fromUtf8(finding.command));
        emit told(tr("The command is copied"));
    } else if (url.scheme() == QLatin1String("remove") && !finding.objects.empty()) {
        for (const auto& action : of_->kind(of_->objects[finding.objects.front()]).kind->actions)
            if (action.kind == ActionKind::remove)
                return emit removeWanted(of_, finding.objects.front(), action);
    }
}

}  // namespace ipcscope

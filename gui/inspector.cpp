#include "inspector.h"

#include "common/hex_view.h"
#include "event_facts.h"
#include "mechanisms/driver.h"
#include "reference.h"
#include "schema/text.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ipcscope {

namespace {

class Table {
public:
    void row(const QString& label, const QString& html) {
        if (html.isEmpty()) return;
        html_ += QStringLiteral(
                     "<tr><td style='color:%1; padding:1px 12px 1px 0; white-space:nowrap'>%2</td><td "
                     "style='padding:1px 0'>%3</td></tr>")
                     .arg(tones().quiet.name(), label.toHtmlEscaped(), html);
    }
    void text(const QString& label, const QString& text) { row(label, text.toHtmlEscaped()); }
    void code(const QString& label, const QString& text) {
        if (!text.isEmpty()) row(label, QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped()));
    }
    void heading(const QString& text) {
        html_ += QStringLiteral("<tr><td colspan='2' style='padding-top:8px'><b>%1</b></td></tr>")
                     .arg(text.toHtmlEscaped());
    }
    QString html() const { return QStringLiteral("<table cellspacing='0'>%1</table>").arg(html_); }

private:
    QString html_;
};

}  // namespace

Inspector::Inspector(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      title_(new QLabel),
      tabs_(new QTabWidget),
      fields_(new QTextBrowser),
      hex_(new HexView),
      manual_(new QTextBrowser) {
    setObjectName(QStringLiteral("inspector"));
    title_->setWordWrap(true);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    title_->setMargin(6);
    title_->setAccessibleName(tr("Selected event"));
    fields_->setObjectName(QStringLiteral("inspectorFields"));
    fields_->setAccessibleName(tr("Fields of the selected event"));
    fields_->setOpenLinks(false);
    fields_->setFrameShape(QFrame::NoFrame);
    hex_->setAccessibleName(tr("Payload of the selected event"));
    hex_->setFrameShape(QFrame::NoFrame);
    manual_->setObjectName(QStringLiteral("inspectorManual"));
    manual_->setAccessibleName(tr("Reference page of the mechanism"));
    manual_->setFrameShape(QFrame::NoFrame);
    manual_->setOpenExternalLinks(true);
    tabs_->setDocumentMode(true);
    tabs_->addTab(fields_, tr("Event"));
    tabs_->addTab(hex_, tr("Payload"));
    tabs_->addTab(manual_, tr("Reference"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title_);
    layout->addWidget(tabs_, 1);
    connect(fields_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == QLatin1String("event")) session_.selection().select(link.path().toULongLong());
    });
    connect(&session.selection(), &EventSelection::changed, this, &Inspector::show);
    // A call that was running may have come back, and flows are joined later than events are stored.
    connect(&session.controller(), &RunController::eventsArrived, this, [this] {
        const auto seq = session_.selection().seq();
        if (seq && isVisible() && *seq + 65536 > session_.controller().recording()->events().size())
            update(*seq);
    });
    show();
}

void Inspector::show() {
    const auto seq = session_.selection().seq();
    const auto run = session_.controller().recording();
    if (seq && run && *seq < run->events().size()) return update(*seq);
    title_->setText(QStringLiteral("<span style='color:%1'>%2</span>")
                        .arg(tones().quiet.name(),
                             tr("Click an event in the timeline or in the table to see all about it here.")));
    fields_->clear();
    hex_->setBytes({});
    tabs_->hide();
}

void Inspector::update(quint64 seq) {
    const auto run = session_.controller().recording();
    const EventFacts facts(*run);
    const auto& event = facts.event(seq);
    const auto* ref = facts.operation(event);
    const QColor colour = event.err ? tones().bad : event.phase == Phase::enter ? tones().warn : tones().good;
    title_->setText(QStringLiteral("<b>%1</b> &nbsp; <span style='color:%2'>%3</span>")
                        .arg(facts.operationName(event).toHtmlEscaped(), colour.name(),
                             facts.outcome(event).toHtmlEscaped()));
    const QString html = fieldsOf(seq);
    fields_->setHtml(html);
    const auto payload = run->events().payload(event);
    hex_->setBytes(QByteArray(payload.data(), static_cast<qsizetype>(payload.size())), event.original);
    tabs_->setTabEnabled(1, event.original > 0);
    tabs_->setTabText(1, event.original > 0
                             ? tr("Payload (%1)").arg(fromUtf8(print_quantity(event.original, Unit::bytes)))
                             : tr("Payload"));
    if (ref && manualOf_ != fromUtf8(ref->name)) {
        manualOf_ = fromUtf8(ref->name);
        showReference(*manual_, *ref->mechanism, ref->operation);
    }
    tabs_->setTabEnabled(2, ref != nullptr);
    tabs_->show();
}

// A value as people know it: handles by name and kind, workers by name.
static QString spoken(const RunState& state, const TypeSpec& type, const Value& value) {
    if (const auto* ref = value.as<HandleRef>()) {
        const auto handle = state.handles.find(ref->id);
        if (handle == state.handles.end()) return QString::number(ref->native);
        const auto object = state.objects.find(handle->second.object);
        const auto of = object == state.objects.end() ? QString() : fromUtf8(object->second.name);
        return QStringLiteral("%1 (%2%3)")
            .arg(fromUtf8(handle->second.name), fromUtf8(handle->second.kind),
                 of.isEmpty() ? of : QStringLiteral(", ") + of);
    }
    if (const auto* ref = value.as<WorkerRef>()) {
        const auto* info = state.worker(ref->id);
        return info ? fromUtf8(info->name) : QString::number(ref->pid);
    }
    const auto* list = value.as<List>();
    if (list && !type.fields.empty() && type.fields.front().type.kind == Kind::handle) {
        QStringList parts;
        for (const auto& item : *list)
            parts += spoken(state, type.fields.front().type, item);
        return parts.join(QStringLiteral(", "));
    }
    return value.empty() ? QString() : fromUtf8(print_value(type, value));
}

QString Inspector::fieldsOf(quint64 seq) const {
    const auto run = session_.controller().recording();
    const auto state = session_.controller().state();
    const EventFacts facts(*run, state);
    const auto& event = facts.event(seq);
    const auto* ref = facts.operation(event);
    Table table;
    table.text(tr("Number"), QString::number(seq));
    table.text(tr("Time"), secondsText(facts.time(event)));
    if (event.phase == Phase::leave)
        table.text(tr("Duration"),
                   durationText(event.duration_ns) +
                       (event.flags & event_flag::was_blocked ? tr(", blocked meanwhile") : QString()));
    if (const auto* worker = state->worker(WorkerId{event.worker}))
        table.text(tr("Worker"), tr("%1 (pid %2)").arg(fromUtf8(worker->name)).arg(worker->pid));
    if (const auto object = state->objects.find(ObjectId{event.object}); object != state->objects.end())
        table.text(tr("Object"),
                   objectText(object->second) + QStringLiteral("  ") + fromUtf8(object->second.key));
    if (event.phase == Phase::leave && event.err) {
        table.code(tr("Outcome"), QStringLiteral("%1 (%2)").arg(errnoText(event.err)).arg(event.err));
        table.text(tr("Meaning"), errnoMeaning(ref ? ref->operation : nullptr, event.err));
    } else if (event.phase == Phase::leave) {
        const QString returns = ref ? schemaText(ref->operation->returns) : QString();
        table.text(tr("Returned"), returns.isEmpty() ? QString::number(event.ret)
                                                     : QStringLiteral("%1 (%2)").arg(event.ret).arg(returns));
    } else {
        table.text(tr("Outcome"), facts.outcome(event));
    }
    const auto* call = event.phase == Phase::state ? nullptr : run->calls().find(CallId{event.call});
    if (call && ref) {
        if (!call->text.empty()) table.code(tr("Call"), fromUtf8(call->text));
        if (call->line) table.text(tr("Program line"), QString::number(call->line));
        const auto& params = ref->operation->params;
        if (!call->args.empty() && !params.empty()) table.heading(tr("Arguments"));
        for (std::size_t i = 0; i < call->args.size() && i < params.size(); ++i) {
            const auto& value = call->args[i];
            QString text = spoken(*state, params[i].type, value);
            if (text.size() > 200) text = text.left(200) + QChar(0x2026);
            table.code(schemaText(params[i].label), text);
        }
    }
    const auto results = facts.results(event);
    if (!results.empty() && ref) {
        table.heading(tr("Results"));
        for (const auto& [name, value] : results) {
            QString label = fromUtf8(name);
            QString text;
            for (const auto& spec : ref->operation->results)
                if (name == spec.name) {
                    label = schemaText(spec.label);
                    if (!spec.payload) text = spoken(*state, spec.type, value);
                }
            table.code(label, text.isEmpty() ? fromUtf8(print_value(value)) : text);
        }
    }
    const auto flows = facts.flows(seq);
    if (!flows.empty()) table.heading(tr("Flow"));
    for (const auto id : flows) {
        const auto& flow = run->flows()[id];
        const bool sent = flow.from == seq;
        const auto other = sent ? flow.to : flow.from;
        const auto& end = facts.event(other);
        QString text = QStringLiteral("<a style='color:%4' href='event:%1'>%2 %3</a>")
                           .arg(other)
                           .arg(facts.worker(end).toHtmlEscaped(), facts.operationName(end).toHtmlEscaped(),
                                palette().color(QPalette::Link).name());
        if (flow.bytes) text += QStringLiteral(", ") + fromUtf8(print_quantity(flow.bytes, Unit::bytes));
        if (flow.merged)
            text += QStringLiteral(", ") + tr("stands for %n more", nullptr, static_cast<int>(flow.merged));
        if (flow.guess) text += QStringLiteral(", ") + tr("likely, not certain");
        text +=
            QStringLiteral(", ") +
            tr("%1 later").arg(durationText(facts.event(flow.to).time_ns - facts.event(flow.from).time_ns));
        table.row(sent ? tr("Received by") : tr("Sent by"), text);
    }
    return table.html();
}

}  // namespace ipcscope

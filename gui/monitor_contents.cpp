#include "monitor_contents.h"

#include "common/tones.h"
#include "monitor_integers.h"
#include "monitor_words.h"
#include "snapshot/ref.h"
#include "state/state_view.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ipcscope {

namespace {
constexpr int periods[] = {0, 250, 1000, 5000};  // ms; as the choices stand
}

MonitorContents::MonitorContents(MonitorWatch& watch, const Registry& registry, QWidget* parent)
    : QWidget(parent),
      watch_(watch),
      registry_(registry),
      look_(new QPushButton(tr("Look"))),
      fetch_(new QPushButton(tr("Look with a fetched descriptor…"))),
      repeat_(new QComboBox),
      as_(new QComboBox),
      integers_(new IntegerView),
      how_(new QLabel),
      empty_(new QLabel),
      note_(new ToneLabel(Tone::warning)),
      pages_(new QStackedWidget) {
    setObjectName(QStringLiteral("monitorContents"));
    look_->setObjectName(QStringLiteral("monitorLook"));
    look_->setToolTip(tr("Look at what is in it now"));
    fetch_->setObjectName(QStringLiteral("monitorFetch"));
    fetch_->hide();
    repeat_->addItems({tr("Once"), tr("Four times a second"), tr("Every second"), tr("Every 5 s")});
    repeat_->setAccessibleName(tr("How often it is looked at"));
    repeat_->setObjectName(QStringLiteral("monitorRepeat"));
    how_->setObjectName(QStringLiteral("monitorHow"));
    how_->setAccessibleName(tr("How it was looked at"));
    for (QLabel* label : {how_, empty_, static_cast<QLabel*>(note_)})
        label->setTextFormat(Qt::PlainText);  // with names of others in them
    how_->setWordWrap(true);
    how_->setForegroundRole(QPalette::PlaceholderText);
    how_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(24);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    note_->hide();
    how_->hide();
    as_->addItems({tr("Bytes and text"), tr("8-bit integers"), tr("16-bit integers"), tr("32-bit integers"),
                   tr("64-bit integers"), tr("32-bit, unsigned"), tr("64-bit, unsigned")});
    as_->setAccessibleName(tr("How bytes are shown"));
    as_->setObjectName(QStringLiteral("monitorBytesAs"));
    as_->hide();
    connect(as_, &QComboBox::currentIndexChanged, this, &MonitorContents::showAs);
    auto* said = new QWidget;
    auto* middle = new QVBoxLayout(said);
    middle->addStretch(1);
    middle->addWidget(empty_);
    middle->addWidget(fetch_, 0, Qt::AlignHCenter);
    middle->addStretch(2);
    pages_->addWidget(said);
    pages_->addWidget(integers_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    tools->addWidget(look_);
    tools->addWidget(repeat_);
    tools->addWidget(as_);
    tools->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(6);
    column->addLayout(tools);
    column->addWidget(how_);
    column->addWidget(note_);
    column->addWidget(pages_, 1);
    setFocusProxy(look_);
    connect(look_, &QPushButton::clicked, this, &MonitorContents::look);
    connect(fetch_, &QPushButton::clicked, this, [this] {
        if (mayFetch()) ask(true);
    });
    connect(repeat_, &QComboBox::currentIndexChanged, this, &MonitorContents::repeat);
    connect(&watch, &MonitorWatch::selectionChanged, this, &MonitorContents::adopt);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (!asking_) ask(allowed_.contains(of_));
    });
    adopt();
}

MonitorContents::~MonitorContents() = default;

void MonitorContents::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // What can be looked at without any means is shown at once.
    if (look_->isEnabled() && of_ == watch_.object() && !asking_ && pages_->currentIndex() == 0) look();
    repeat();
}

void MonitorContents::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    timer_.stop();
}

void MonitorContents::repeat() {
    const int period = periods[std::clamp(repeat_->currentIndex(), 0, 3)];
    if (period && isVisible() && look_->isEnabled())
        timer_.start(period);
    else
        timer_.stop();
}

void MonitorContents::adopt() {
    const auto snapshot = watch_.now();
    const auto ref = watch_.object();
    if (ref == of_ && !ref.empty()) return;
    of_ = ref;
    ++generation_;
    asking_ = false;
    how_->hide();
    note_->hide();
    fetch_->hide();
    as_->hide();
    pages_->setCurrentIndex(0);
    const auto object = snapshot && !ref.empty() ? snapshot->find(ref) : std::nullopt;
    const bool peekable = object && snapshot->kind(snapshot->objects[*object]).kind->peekable;
    look_->setEnabled(peekable);
    repeat_->setEnabled(peekable);
    if (ref.empty())
        say(tr("Choose an object in the table: what is in it is shown here."));
    else if (!object)
        say(tr("It is gone."));
    else if (!peekable)
        say(
            tr("An object of this kind has no contents that could be looked at without disturbing those who "
               "use it. Its state stands in the details."));
    else
        say(tr("Press “Look” to see what is in it now. Nothing is taken from anybody."));
    if (peekable && isVisible()) look();
    repeat();
}

void MonitorContents::say(const QString& text) {
    QString shown = text;
    if (!shown.isEmpty()) shown[0] = shown[0].toUpper();
    empty_->setText(shown);
    pages_->setCurrentIndex(0);
}

void MonitorContents::look() {
    if (!asking_) ask(allowed_.contains(of_));
}

bool MonitorContents::mayFetch() {
    const auto snapshot = watch_.now();
    const auto object = snapshot ? snapshot->find(of_) : std::nullopt;
    if (!object) return false;
    const auto& kind = *snapshot->kind(snapshot->objects[*object]).kind;
    const bool fetches = !kind.asked_look[0];
    QMessageBox box(QMessageBox::Question, fetches ? tr("Fetch a descriptor?") : tr("Look all the same?"),
                    fetches ? tr("To look into this object, a copy of a descriptor is taken from a process "
                                 "that holds it, used once and closed within microseconds.")
                            : schemaText(kind.asked_look),
                    QMessageBox::Cancel, window());
    box.setObjectName(QStringLiteral("monitorFetchQuestion"));
    const QString once = tr("It is asked once for each object.");
    box.setInformativeText(
        fetches ? tr("Nothing is read away from the process, and it is not stopped. But if it closes the "
                     "object in that very moment, whoever is at the other end learns of it later, by those "
                     "microseconds.") +
                      QStringLiteral("\n\n") + once
                : once);
    auto* yes = box.addButton(fetches ? tr("Fetch and look") : tr("Look"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != yes) return false;
    allowed_.insert(of_);
    return true;
}

void MonitorContents::ask(bool fetch) {
    const auto snapshot = watch_.now();
    const auto object = snapshot ? snapshot->find(of_) : std::nullopt;
    if (!object || of_.empty()) {
        allowed_.erase(of_);  // what has its name later is another object
        if (!of_.empty()) say(tr("It is gone."));
        return;
    }
    const auto& seen = snapshot->objects[*object];
    PeekRequest request;
    request.kind = seen.kind;
    request.key = unescape_key(snapshot->text(seen.key));
    request.allow_fetch = fetch;
    for (const auto& hold : snapshot->holds_of(seen))
        if (hold.kind == Hold::descriptor && hold.fd >= 0)
            request.descriptors.emplace_back(snapshot->processes[hold.process].pid, hold.fd);
    asking_ = true;
    watch_.peek(snapshot, of_, request, this,
                [this, fetch, asked = generation_](const Result<Peeked>& peeked) {
                    if (asked != generation_) return;  // of another object, meanwhile
                    asking_ = false;
                    show(peeked, fetch);
                });
}

// The driver's object, if there is one: its view hint says how it is drawn. Else the kind's own fields.
const ObjectSpec& MonitorContents::specOf(const KindRef& kind) {
    if (kind.kind->object[0])
        if (const auto* mechanism = registry_.mechanism(kind.mechanism->mechanism))
            for (const auto& object : mechanism->objects)
                if (std::string_view(object.id) == kind.kind->object) return object;
    auto& own = own_[kind.kind];
    if (!own) {
        own = std::make_unique<ObjectSpec>();
        own->id = kind.kind->id;
        own->label = kind.kind->label;
        own->state = kind.kind->fields;
    }
    return *own;
}

void MonitorContents::show(const Result<Peeked>& peeked, bool fetched) {
    const auto snapshot = watch_.now();
    const auto object = snapshot ? snapshot->find(of_) : std::nullopt;
    if (!object) return say(tr("It is gone."));
    const auto& seen = snapshot->objects[*object];
    if (!peeked) {
        const bool held = std::any_of(snapshot->holds_of(seen).begin(), snapshot->holds_of(seen).end(),
                                      [](const auto& hold) { return hold.kind == Hold::descriptor; });
        const bool otherwise = snapshot->kind(seen).kind->asked_look[0] != 0;
        fetch_->setText(otherwise ? tr("Look all the same…") : tr("Look with a fetched descriptor…"));
        fetch_->setVisible((held || otherwise) && !fetched);
        how_->hide();
        note_->hide();
        timer_.stop();
        return say(errorText(peeked.error()));
    }
    fetch_->hide();
    if (!timer_.isActive()) repeat();  // it was stopped by a look that failed
    const auto& kind = snapshot->kind(seen);
    if (!view_ || shownKind_ != kind.kind->prefix) {
        delete picture_;
        view_ = makeStateView(specOf(kind), &schemaText);
        auto* scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setWidget(view_);
        pages_->addWidget(scroll);
        picture_ = scroll;
        shownKind_ = kind.kind->prefix;
        viewOf_.clear();
    }
    const bool other = std::exchange(viewOf_, of_) != of_;
    if (other) view_->setProblem({});  // nothing of another one is compared
    view_->setState(peeked->state);
    const auto& fields = specOf(kind).state;
    const auto bytes = std::find_if(fields.begin(), fields.end(),
                                    [](const StateSpec& field) { return field.type.kind == Kind::bytes; });
    as_->setVisible(bytes != fields.end());
    if (bytes != fields.end())
        for (const auto& [name, value] : peeked->state)
            if (name == bytes->name)
                integers_->integers()->set(QByteArray::fromStdString(value.bytes()), !other);
    how_->setText(tr("%1 – %2").arg(tierText(peeked->tier), probeText(peeked->how)));
    how_->setVisible(!peeked->how.empty());
    note_->setText(probeText(peeked->note));
    note_->setVisible(!peeked->note.empty());
    showAs();
}

void MonitorContents::showAs() {
    if (!picture_ || viewOf_ != of_) return;
    constexpr int widths[] = {4, 1, 2, 4, 8, 4, 8};
    const int index = std::clamp(as_->currentIndex(), 0, 6);
    const bool numbers = index > 0 && !as_->isHidden();
    if (numbers) {
        integers_->integers()->setWidth(widths[index]);
        integers_->integers()->setSigned(index < 5);
    }
    pages_->setCurrentWidget(numbers ? static_cast<QWidget*>(integers_) : picture_);
}

}  // namespace ipcscope

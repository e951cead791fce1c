#include "state/state_parts.h"

#include "common/tones.h"
#include "schema/text.h"
#include "state/rows_table.h"

#include <QDateTime>
#include <QFormLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ipcscope {

const Value* fieldOf(const Fields& fields, const char* name) {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

QString figure(const TypeSpec& type, const Value& value) {
    if (value.empty()) return QStringLiteral("–");
    switch (type.kind) {
        case Kind::integer:
            for (const NamedValue& named : type.names)
                if (named.value == value.integer()) return QString::fromUtf8(named.name);
            if (type.unit == Unit::unix_time)
                return value.integer() == 0 ? StateView::tr("never")
                                            : QDateTime::fromSecsSinceEpoch(value.integer())
                                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
            return QString::fromStdString(print_quantity(value.integer(), type.unit));
        case Kind::duration:
            return QString::fromStdString(print_quantity(value.integer(), Unit::nanoseconds));
        case Kind::boolean: return value.integer() ? StateView::tr("yes") : StateView::tr("no");
        case Kind::text:
        case Kind::path: return shortText(value.bytes());
        case Kind::bytes: return QLatin1Char('"') + shortText(value.bytes()) + QLatin1Char('"');
        default: return QString::fromStdString(print_value(type, value));
    }
}

QString titleOf(const Translate& translate, const char* label, const char* name) {
    if (!label || !*label) return QString::fromUtf8(name);
    return translate ? translate(label) : QString::fromUtf8(label);
}

QString shortText(const std::string& bytes, int limit) {
    const std::string quoted = quote(bytes.substr(0, static_cast<std::size_t>(limit)));
    const QString inner = QString::fromUtf8(quoted.data() + 1, static_cast<qsizetype>(quoted.size()) - 2);
    return static_cast<int>(bytes.size()) > limit ? inner + QStringLiteral(" …") : inner;
}

FramedStateView::FramedStateView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : StateView(parent), object_(object), translate_(std::move(translate)) {
    pages_ = new QStackedLayout(this);
    auto* good = new QWidget(this);
    body_ = new QVBoxLayout(good);
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(6);
    problem_ = new ToneLabel(Tone::quiet, this);
    problem_->setAlignment(Qt::AlignCenter);
    problem_->setMargin(12);
    problem_->setObjectName(QStringLiteral("problem"));
    problem_->setText(tr("Not looked at yet"));
    pages_->addWidget(good);
    pages_->addWidget(problem_);
    pages_->setCurrentWidget(problem_);
    setAccessibleName(tr("State of %1").arg(titleOf(translate_, object.label, object.id)));
}

void FramedStateView::addFigures(const std::vector<const StateSpec*>& taken) {
    QFormLayout* form = nullptr;
    for (const StateSpec& spec : object_.state) {
        if (std::find(taken.begin(), taken.end(), &spec) != taken.end()) continue;
        if (!form) {
            form = new QFormLayout;
            form->setContentsMargins(2, 0, 2, 0);
            form->setHorizontalSpacing(12);
            form->setVerticalSpacing(3);
            form->setLabelAlignment(Qt::AlignLeft);
            body_->addLayout(form);
        }
        auto* name = new ToneLabel(Tone::quiet, this);
        name->setWordWrap(false);
        name->setText(titleOf(translate_, spec.label, spec.name));
        if (RowsTable::fits(spec.type)) {
            auto* table = new RowsTable(spec, translate_, this);
            name->setBuddy(table);
            name->setToolTip(*spec.help ? titleOf(translate_, spec.help, "") : QString());
            form->addRow(name);
            form->addRow(table);
            tables_.emplace_back(&spec, table);
            continue;
        }
        auto* value = new QLabel(this);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(name->text());
        value->setObjectName(QString::fromUtf8(spec.name));
        name->setBuddy(value);
        for (QLabel* part : {static_cast<QLabel*>(name), value})
            part->setToolTip(*spec.help ? titleOf(translate_, spec.help, "") : QString());
        form->addRow(name, value);
        figures_.emplace_back(&spec, value);
    }
    body_->addStretch(0);
}

void FramedStateView::setState(const Fields& state) {
    if (shown_ && state == last_) return;
    last_ = state;
    shown_ = true;
    for (const auto& [spec, label] : figures_) {
        const Value* value = fieldOf(state, spec->name);
        label->setText(value ? figure(spec->type, *value) : QStringLiteral("–"));
    }
    for (const auto& [spec, table] : tables_) {
        const Value* rows = fieldOf(state, spec->name);
        table->setRows(rows ? rows->as<List>() : nullptr);
    }
    show(state);
    pages_->setCurrentIndex(0);
}

void FramedStateView::setProblem(const QString& why) {
    shown_ = false;
    last_.clear();
    for (const auto& [spec, label] : figures_)
        label->clear();
    for (const auto& [spec, table] : tables_)
        table->setRows(nullptr);
    clear();
    problem_->setText(why);
    problem_->setAccessibleName(why);
    pages_->setCurrentWidget(problem_);
}

FillBar::FillBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FillBar::set(std::int64_t filled, std::int64_t whole, Unit unit) {
    filled_ = filled;
    whole_ = whole;
    const QString amount = QString::fromStdString(print_quantity(filled, unit));
    if (whole <= 0) {
        text_ = amount;
    } else {
        const double percent = 100.0 * static_cast<double>(filled) / static_cast<double>(whole);
        const QString share = filled > 0 && percent < 1 ? tr("< 1 %")
                              : filled < whole && percent > 99
                                  ? tr("> 99 %")
                                  : tr("%1 %").arg(static_cast<int>(std::lround(percent)));
        text_ = tr("%1 of %2 (%3)").arg(amount, QString::fromStdString(print_quantity(whole, unit)), share);
    }
    setAccessibleDescription(text_);
    update();
}

QSize FillBar::sizeHint() const {
    return {160, fontMetrics().height() + 12};
}

void FillBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double part =
        whole_ > 0 ? std::clamp(static_cast<double>(filled_) / static_cast<double>(whole_), 0.0, 1.0) : 0;
    const bool full = whole_ > 0 && filled_ >= whole_;
    const QColor colour = tone(palette(), full ? Tone::danger : part > 0.9 ? Tone::warning : Tone::accent);
    const QColor base = palette().color(QPalette::Base);
    const QColor line = mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.25);
    painter.setPen(Qt::NoPen);
    painter.setBrush(base);
    painter.drawRoundedRect(all, 4, 4);
    if (filled_ > 0 && whole_ > 0) {
        painter.save();
        painter.setClipRect(QRectF(all.left(), all.top(), std::max(3.0, all.width() * part), all.height()));
        painter.setBrush(mixed(colour, base, 0.42));
        painter.drawRoundedRect(all, 4, 4);
        painter.restore();
        const double edge = all.left() + std::max(3.0, all.width() * part);
        if (!full) painter.fillRect(QRectF(edge - 2, all.top() + 1, 2, all.height() - 2), colour);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(line);
    painter.drawRoundedRect(all, 4, 4);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(all, Qt::AlignCenter, text_);
}

}  // namespace ipcscope

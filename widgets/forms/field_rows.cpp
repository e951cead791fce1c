#include "forms/field_rows.h"

#include "common/tones.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ipcscope {

InvalidFrame::InvalidFrame(Editor* editor) : QWidget(editor->parentWidget()), target_(editor->markedPart()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    editor->installEventFilter(this);
    if (target_ != editor) target_->installEventFilter(this);
    hide();
}

void InvalidFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone(palette(), Tone::danger), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

bool InvalidFrame::eventFilter(QObject*, QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show) follow();
    return false;
}

void InvalidFrame::follow() {
    const QRect place(target_->mapTo(parentWidget(), QPoint()), target_->size());
    setGeometry(place.adjusted(-2, -2, 2, 2).intersected(parentWidget()->rect()));
    raise();
}

FieldRows::FieldRows(const std::vector<ParamSpec>& params, const FormContext& context, bool fold,
                     QWidget* parent)
    : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);

    int optional = 0;
    for (const ParamSpec& param : params) {
        Row row{&param,
                nullptr,
                nullptr,
                nullptr,
                translated(context, param.label),
                translated(context, param.help),
                {},
                false};
        if (row.title.isEmpty()) row.title = QString::fromUtf8(param.name);
        const std::string master = param.visible_when.param;
        if (!master.empty()) {  // stands where what it depends on stands
            if (const Row* found = find(master)) row.folded = found->folded;
        } else if (fold && !param.initial.empty()) {
            row.folded = ++optional > 3;
        }
        rows_.push_back(std::move(row));
    }
    // A fold for a single parameter hides more than it saves.
    if (std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.folded; }) < 2)
        for (Row& row : rows_)
            row.folded = false;

    for (Row& row : rows_)
        if (!row.folded) addRow(row, grid, context);
    if (std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.folded; })) {
        more_ = new QToolButton(this);
        more_->setObjectName(QStringLiteral("more"));
        more_->setText(tr("More options"));
        more_->setCheckable(true);
        more_->setAutoRaise(true);
        more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        more_->setArrowType(Qt::RightArrow);
        grid->addWidget(more_, grid->rowCount(), 0, 1, 2, Qt::AlignLeft);
        connect(more_, &QToolButton::toggled, this, [this](bool on) {
            more_->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
            update();
        });
        for (Row& row : rows_)
            if (row.folded) addRow(row, grid, context);
    }
    update();
    for (Row& row : rows_)
        connect(row.editor, &Editor::edited, this, [this, touched = &row.touched] {
            *touched = true;
            update();
            Q_EMIT edited();
        });
}

void FieldRows::addRow(Row& row, QGridLayout* grid, const FormContext& context) {
    row.editor = makeEditor(row.param->type, context, this);
    const Value start = startValue(*row.param);
    if (!start.empty()) row.editor->setValue(start);
    row.editor->setLabel(row.title, row.help);
    row.frame = new InvalidFrame(row.editor);
    for (QWidget* part : row.editor->findChildren<QWidget*>())
        if (part->focusPolicy() != Qt::NoFocus) part->installEventFilter(this);

    const int at = grid->rowCount();
    const bool wide = row.editor->wide();
    if (!row.editor->showsLabel()) {
        auto* label = new QLabel(row.title, this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(row.editor);
        label->setToolTip(row.help);
        row.label = label;
        grid->addWidget(label, at, 0, 1, wide ? 2 : 1,
                        wide ? Qt::AlignLeft : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (wide)
        grid->addWidget(row.editor, at + 1, 0, 1, 2);
    else
        grid->addWidget(row.editor, at, 1);
}

const FieldRows::Row* FieldRows::find(const std::string& name) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.param->name == name; });
    return found == rows_.end() ? nullptr : &*found;
}

Editor* FieldRows::editor(const std::string& name) const {
    const Row* row = find(name);
    return row ? row->editor : nullptr;
}

bool FieldRows::applies(const Row& row, int depth) const {
    const VisibleWhen& when = row.param->visible_when;
    if (!*when.param || depth > 8) return true;
    const Row* master = find(when.param);
    if (!master || !applies(*master, depth + 1)) return false;
    const std::int64_t now = master->editor->value().integer();
    const bool any = master->param->type.kind == Kind::flags;
    return std::any_of(when.values.begin(), when.values.end(),
                       [&](std::int64_t wanted) { return any ? (now & wanted) != 0 : now == wanted; });
}

void FieldRows::update() {
    for (Row& row : rows_) {
        const bool used = applies(row);
        const bool shown = used && (!row.folded || more_->isChecked());
        row.problem = used ? row.editor->problem() : QString();
        if (used && row.problem.isEmpty()) row.problem = problemOf(*row.param, row.editor->value());
        row.editor->setVisible(shown);
        if (row.label) row.label->setVisible(shown);
        row.frame->setVisible(shown && row.touched && !row.problem.isEmpty());
        if (row.frame->isVisibleTo(this)) row.frame->raise();
    }
}

Fields FieldRows::values(bool onlyChanged) const {
    Fields fields;
    for (const Row& row : rows_) {
        if (!applies(row)) continue;
        Value value = row.editor->value();
        if (onlyChanged && !row.param->initial.empty() &&
            sameValue(row.param->type, value, row.param->initial))
            continue;
        fields.emplace_back(row.param->name, std::move(value));
    }
    return fields;
}

void FieldRows::setValue(const std::string& name, const Value& value) {
    const Row* row = find(name);
    if (!row) return;
    row->editor->setValue(value.empty() ? startValue(*row->param) : value);
    const bool changed = !value.empty() && !sameValue(row->param->type, value, row->param->initial);
    if (row->folded && changed) more_->setChecked(true);
}

const FieldRows::Row* FieldRows::firstProblem() const {
    for (const Row& row : rows_)
        if (!row.problem.isEmpty()) return &row;
    return nullptr;
}

QString FieldRows::problem() const {
    const Row* row = firstProblem();
    return row ? tr("%1: %2").arg(row->title, row->problem) : QString();
}

bool FieldRows::problemIsUntouched() const {
    const Row* row = firstProblem();
    return row && !row->touched;
}

void FieldRows::refreshChoices() {
    for (Row& row : rows_)
        row.editor->refreshChoices();
}

bool FieldRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        const auto* part = qobject_cast<QWidget*>(watched);
        for (const Row& row : rows_)
            if (row.editor->isAncestorOf(part))
                Q_EMIT helpWanted(event->type() == QEvent::FocusIn ? row.help : QString());
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace ipcscope

#include "forms/compound_editors.h"

#include "common/tones.h"
#include "forms/field_rows.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {

// Can it be one cell of a line of editors?
bool small(const ParamSpec& param) {
    switch (param.type.kind) {
        case Kind::integer:
        case Kind::real:
        case Kind::boolean:
        case Kind::choice:
        case Kind::flags:
        case Kind::duration:
        case Kind::handle:
        case Kind::worker: return !*param.visible_when.param;
        default: return false;
    }
}

const Value& field(const Value& structure, const char* name) {
    static const Value none;
    if (const auto* fields = structure.as<Fields>())
        for (const auto& [key, value] : *fields)
            if (key == name) return value;
    return none;
}

QString title(const FormContext& context, const ParamSpec& param) {
    const QString label = translated(context, param.label);
    return label.isEmpty() ? QString::fromUtf8(param.name) : label;
}

}  // namespace

StructureEditor::StructureEditor(const TypeSpec& type, const FormContext& context, QWidget* parent,
                                 EditorSize)
    : Editor(type, parent), rows_(new FieldRows(type.fields, context, false, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->addWidget(rows_);
    connect(rows_, &FieldRows::edited, this, &Editor::edited);
    if (!type.fields.empty()) setFocusProxy(rows_->editor(type.fields.front().name));
}

Value StructureEditor::value() const {
    return rows_->values(false);
}

void StructureEditor::setValue(const Value& value) {
    {
        const QSignalBlocker quiet(this);
        for (const ParamSpec& param : type().fields)
            rows_->setValue(param.name, field(value, param.name));
    }
    Q_EMIT edited();
}

QString StructureEditor::problem() const {
    return rows_->problem();
}

void StructureEditor::refreshChoices() {
    rows_->refreshChoices();
}

ArrayEditor::ArrayEditor(const TypeSpec& type, const FormContext& context, QWidget* parent)
    : Editor(type, parent), context_(context) {
    const TypeSpec& inner = element().type;
    if (inner.kind == Kind::structure && inner.fields.size() <= 4 &&
        std::all_of(inner.fields.begin(), inner.fields.end(), small))
        for (const ParamSpec& param : inner.fields)
            columns_.push_back(&param);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(4);
    grid_ = new QGridLayout;
    grid_->setHorizontalSpacing(6);
    grid_->setVerticalSpacing(4);
    layout->addLayout(grid_);
    for (const ParamSpec* column : columns_) {
        auto* head = new ToneLabel(Tone::quiet, this);
        head->setWordWrap(false);
        head->setText(title(context, *column));
        head->setToolTip(translated(context, column->help));
        heads_.push_back(head);
    }
    auto* none = new ToneLabel(Tone::quiet, this);
    none->setWordWrap(false);
    none_ = none;
    none_->setText(tr("none"));
    add_ = new QToolButton(this);
    add_->setObjectName(QStringLiteral("add"));
    add_->setText(tr("+ Add"));
    add_->setAutoRaise(true);
    layout->addWidget(none_);
    layout->addWidget(add_);
    setFocusProxy(add_);
    connect(add_, &QToolButton::clicked, this, [this] {
        addLine(startValue(element()));
        lines_.back().first->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    arrange();
}

void ArrayEditor::setLabel(const QString& label, const QString& help) {
    add_->setAccessibleName(tr("Add to %1").arg(label));
    Editor::setLabel(label, help);
    arrange();
}

void ArrayEditor::addLine(const Value& value) {
    auto* number = new ToneLabel(Tone::quiet, this);
    number->setWordWrap(false);
    Line line{number, {}, new QToolButton(this), nullptr};
    const auto cell = [&](const ParamSpec& param, const Value& start) {
        Editor* editor = makeEditor(param.type, context_, this, EditorSize::compact);
        const Value first = start.empty() ? startValue(param) : start;
        if (!first.empty()) editor->setValue(first);
        connect(editor, &Editor::edited, this, &Editor::edited);
        line.cells.push_back(editor);
    };
    if (columns())
        for (const ParamSpec* column : columns_)
            cell(*column, field(value, column->name));
    else
        cell(element(), value);
    QToolButton* remove = line.remove;
    remove->setObjectName(QStringLiteral("remove"));
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    connect(remove, &QToolButton::clicked, this, [this, remove] { removeLine(remove); });
    lines_.push_back(std::move(line));
    arrange();
    // Tab goes through the lines, then to the button that adds one.
    QWidget* before = add_->previousInFocusChain();
    while (before->window() != window() && before != add_)
        before = before->previousInFocusChain();
    std::vector<QWidget*> parts;
    for (Editor* editor : lines_.back().cells) {
        editor->setFocusProxy(
            nullptr);  // it stays at the chain's end, and must not lead from there to its parts
        for (QWidget* part : editor->findChildren<QWidget*>())
            if ((part->focusPolicy() & Qt::TabFocus) && part->window() == window() && !part->focusProxy())
                parts.push_back(part);
    }
    lines_.back().first = parts.empty() ? remove : parts.front();
    parts.push_back(remove);
    for (QWidget* part : parts) {
        if (before->window() == part->window()) setTabOrder(before, part);
        before = part;
    }
    setFocusProxy(lines_.front().first);
}

void ArrayEditor::removeLine(QToolButton* button) {
    const auto line =
        std::find_if(lines_.begin(), lines_.end(), [&](const Line& l) { return l.remove == button; });
    if (line == lines_.end()) return;
    const auto at = line - lines_.begin();
    for (Editor* editor : line->cells)
        editor->hide(), editor->deleteLater();
    line->number->deleteLater();
    line->number->hide();
    button->setObjectName({});
    button->hide();
    button->deleteLater();
    lines_.erase(line);
    setFocusProxy(lines_.empty() ? add_ : lines_.front().first);
    arrange();
    if (at < static_cast<std::ptrdiff_t>(lines_.size()))
        lines_[static_cast<std::size_t>(at)].remove->setFocus();
    else
        add_->setFocus();
    Q_EMIT edited();
}

void ArrayEditor::arrange() {
    for (std::size_t c = 0; c < heads_.size(); ++c) {
        grid_->addWidget(heads_[c], 0, static_cast<int>(c) + 1);
        heads_[c]->setVisible(!lines_.empty());
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const int row = static_cast<int>(i) + 1;
        line.number->setText(QString::number(i));
        grid_->addWidget(line.number, row, 0, Qt::AlignRight | Qt::AlignVCenter);
        for (std::size_t c = 0; c < line.cells.size(); ++c) {
            const ParamSpec& param = columns() ? *columns_[c] : element();
            const QString name = columns() ? title(context_, param) : label_;
            for (QWidget* part : line.cells[c]->findChildren<QWidget*>())
                part->setAccessibleName({});
            line.cells[c]->setLabel(tr("%1 %2 of %3").arg(name, QString::number(i), label_),
                                    translated(context_, param.help));
            grid_->addWidget(line.cells[c], row, static_cast<int>(c) + 1);
            grid_->setColumnStretch(static_cast<int>(c) + 1, param.type.kind == Kind::flags ? 4 : 2);
        }
        line.remove->setAccessibleName(tr("Remove %1 of %2").arg(QString::number(i), label_));
        line.remove->setToolTip(tr("Remove"));
        grid_->addWidget(line.remove, row, static_cast<int>(std::max<std::size_t>(columns_.size(), 1)) + 1);
    }
    none_->setVisible(lines_.empty());
    add_->setEnabled(type().max_items == 0 || lines_.size() < type().max_items);
    add_->setToolTip(add_->isEnabled() ? QString() : tr("At most %1").arg(type().max_items));
}

Value ArrayEditor::value() const {
    List list;
    for (const Line& line : lines_) {
        if (!columns()) {
            list.push_back(line.cells.front()->value());
            continue;
        }
        Fields fields;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            fields.emplace_back(columns_[c]->name, line.cells[c]->value());
        list.push_back(std::move(fields));
    }
    return list;
}

void ArrayEditor::setValue(const Value& value) {
    {
        const QSignalBlocker quiet(this);
        while (!lines_.empty())
            removeLine(lines_.back().remove);
        if (const auto* list = value.as<List>())
            for (const Value& item : *list)
                addLine(item);
    }
    Q_EMIT edited();
}

QString ArrayEditor::problem() const {
    if (type().max_items && lines_.size() > type().max_items)
        return tr("at most %1, not %2").arg(type().max_items).arg(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i)
        for (std::size_t c = 0; c < lines_[i].cells.size(); ++c) {
            const ParamSpec& param = columns() ? *columns_[c] : element();
            QString why = lines_[i].cells[c]->problem();
            if (why.isEmpty()) why = problemOf(param, lines_[i].cells[c]->value());
            if (why.isEmpty()) continue;
            return columns() ? tr("%1 of %2: %3").arg(title(context_, param), QString::number(i), why)
                             : tr("%1: %2").arg(QString::number(i), why);
        }
    return {};
}

void ArrayEditor::refreshChoices() {
    for (const Line& line : lines_)
        for (Editor* editor : line.cells)
            editor->refreshChoices();
}

}  // namespace ipcscope

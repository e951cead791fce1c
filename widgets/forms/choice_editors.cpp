#include "forms/choice_editors.h"

#include "forms/check_list.h"
#include "schema/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace ipcscope {

namespace {

template <typename Widget>
Widget* alone(Editor* owner, Widget* widget) {
    auto* layout = new QHBoxLayout(owner);
    layout->setContentsMargins({});
    layout->addWidget(widget);
    owner->setFocusProxy(widget);
    return widget;
}

QComboBox* narrowCombo(Editor* owner) {
    auto* combo = new QComboBox(owner);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    combo->setItemDelegate(new DetailDelegate(combo));
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return alone(owner, combo);
}

void addItem(QComboBox* combo, const QString& text, const QString& detail, const QVariant& data) {
    combo->addItem(text, data);
    combo->setItemData(combo->count() - 1, detail, detailRole);
    combo->setItemData(combo->count() - 1, detail, Qt::ToolTipRole);
}

}  // namespace

BooleanEditor::BooleanEditor(const TypeSpec& type, QWidget* parent, EditorSize size)
    : Editor(type, parent), box_(alone(this, new QCheckBox(this))), compact_(size == EditorSize::compact) {
    connect(box_, &QCheckBox::toggled, this, &Editor::edited);
}

Value BooleanEditor::value() const {
    return box_->isChecked();
}

void BooleanEditor::setValue(const Value& value) {
    box_->setChecked(value.integer() != 0);
}

void BooleanEditor::setLabel(const QString& label, const QString& help) {
    if (!compact_) box_->setText(QString(label).replace(QLatin1Char('&'), QLatin1String("&&")));
    box_->setAccessibleName(label);
    Editor::setLabel(label, help);
}

ChoiceEditor::ChoiceEditor(const TypeSpec& type, const FormContext& context, QWidget* parent)
    : Editor(type, parent), combo_(narrowCombo(this)) {
    for (const NamedValue& named : type.names)
        addItem(combo_, QString::fromUtf8(named.name), translated(context, named.help), qint64{named.value});
    connect(combo_, &QComboBox::currentIndexChanged, this, [this] {
        combo_->setToolTip(combo_->currentData(Qt::ToolTipRole).toString());
        Q_EMIT edited();
    });
}

Value ChoiceEditor::value() const {
    return combo_->currentIndex() < 0 ? Value() : Value(combo_->currentData().toLongLong());
}

void ChoiceEditor::setValue(const Value& value) {
    combo_->setCurrentIndex(value.empty() ? 0 : combo_->findData(qint64{value.integer()}));
}

QString ChoiceEditor::problem() const {
    return combo_->currentIndex() < 0 ? tr("choose one") : QString();
}

FlagsEditor::FlagsEditor(const TypeSpec& type, const FormContext& context, QWidget* parent, EditorSize size)
    : Editor(type, parent) {
    std::vector<CheckList::Item> items;
    int longest = 0;
    for (const NamedValue& named : type.names) {
        if (named.value == 0) continue;
        items.push_back({QString::fromUtf8(named.name), translated(context, named.help), named.value});
        longest = std::max(longest, static_cast<int>(items.back().name.size()));
    }
    if (items.size() > 4 || size == EditorSize::compact) {
        list_ = alone(this, new CheckList(std::move(items), this));
        connect(list_, &CheckList::bitsChanged, this, [this](qint64 bits) {
            bits_ = bits;
            Q_EMIT edited();
        });
        return;
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setVerticalSpacing(2);
    const int columns = longest > 13 ? 1 : 2;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto* box = new QCheckBox(items[i].name, this);
        box->setToolTip(items[i].help);
        box->setAccessibleDescription(items[i].help);
        grid->addWidget(box, static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        connect(box, &QCheckBox::clicked, this,
                [this, bits = items[i].bits](bool on) { setValue(on ? bits_ | bits : bits_ & ~bits); });
        boxes_.emplace_back(items[i].bits, box);
    }
    grid->setColumnStretch(columns, 1);
    if (!boxes_.empty()) setFocusProxy(boxes_.front().second);
}

void FlagsEditor::setValue(const Value& value) {
    bits_ = value.integer();
    show();
    Q_EMIT edited();
}

void FlagsEditor::show() {
    if (list_) list_->setBits(bits_);
    for (const auto& [bits, box] : boxes_)
        box->setChecked((bits_ & bits) == bits);
}

bool SetEditor::fits(const TypeSpec& type) {
    if (type.kind != Kind::array || type.fields.empty()) return false;
    const TypeSpec& element = type.fields.front().type;
    return element.kind == Kind::choice && element.names.size() > 4 && element.names.size() <= 64 &&
           type.max_items >= element.names.size();
}

SetEditor::SetEditor(const TypeSpec& type, const FormContext& context, QWidget* parent)
    : Editor(type, parent) {
    std::vector<CheckList::Item> items;
    quint64 bit = 1;
    for (const NamedValue& named : type.fields.front().type.names) {
        items.push_back(
            {QString::fromUtf8(named.name), translated(context, named.help), static_cast<qint64>(bit)});
        bit <<= 1;
    }
    list_ = alone(this, new CheckList(std::move(items), this));
    connect(list_, &CheckList::bitsChanged, this, &Editor::edited);
}

Value SetEditor::value() const {
    List list;
    auto bits = static_cast<quint64>(list_->bits());
    for (const NamedValue& named : type().fields.front().type.names) {
        if (bits & 1) list.push_back(named.value);
        bits >>= 1;
    }
    return list;
}

void SetEditor::setValue(const Value& value) {
    quint64 bits = 0, bit = 1;
    const auto* list = value.as<List>();
    for (const NamedValue& named : type().fields.front().type.names) {
        if (list && std::find(list->begin(), list->end(), Value(named.value)) != list->end()) bits |= bit;
        bit <<= 1;
    }
    list_->setBits(static_cast<qint64>(bits));
    Q_EMIT edited();
}

ReferenceEditor::ReferenceEditor(const TypeSpec& type, const FormContext& context, QWidget* parent)
    : Editor(type, parent), context_(context), combo_(narrowCombo(this)) {
    fill({});
    connect(combo_, &QComboBox::activated, this, [this] { byHand_ = true; });
    connect(combo_, &QComboBox::currentIndexChanged, this, &Editor::edited);
}

void ReferenceEditor::fill(const QString& keep) {
    combo_->clear();
    if (context_.choices)
        for (const FormChoice& choice : context_.choices(type()))
            addItem(combo_, choice.text, choice.detail, true);
    int at = keep.isEmpty() ? -1 : combo_->findText(keep);
    if (at < 0 && !keep.isEmpty() && byHand_) {
        addItem(combo_, keep, tr("not usable here now"), false);
        at = combo_->count() - 1;
    }
    combo_->setCurrentIndex(at < 0 && combo_->count() > 0 ? 0 : at);
    combo_->setPlaceholderText(tr("nothing yet"));
    combo_->setToolTip(combo_->currentData(detailRole).toString());
}

void ReferenceEditor::refreshChoices() {
    const QString before = combo_->currentText();
    const bool usable = problem().isEmpty();
    {
        const QSignalBlocker quiet(combo_);
        fill(before);
    }
    if (combo_->currentText() != before || problem().isEmpty() != usable) Q_EMIT edited();
}

Value ReferenceEditor::value() const {
    if (combo_->currentIndex() < 0) return {};
    return Name{combo_->currentText().toStdString()};
}

void ReferenceEditor::setValue(const Value& value) {
    const Name* name = value.as<Name>();
    if (!name || name->text.empty()) return;
    byHand_ = true;
    {
        const QSignalBlocker quiet(combo_);
        fill(QString::fromStdString(name->text));
    }
    Q_EMIT edited();
}

QString ReferenceEditor::problem() const {
    if (combo_->currentIndex() < 0) {
        if (type().kind == Kind::worker) return tr("there is no worker yet");
        QStringList kinds;
        for (const std::string& kind : type().accepts)
            kinds += kind.front() == '@' ? translated(context_, role_words(kind.c_str() + 1))
                                         : QString::fromStdString(kind);
        return tr("nothing to choose yet, it takes %1").arg(kinds.join(tr(" or ")));
    }
    if (!combo_->currentData().toBool()) return tr("%1 is not usable here now").arg(combo_->currentText());
    return {};
}

}  // namespace ipcscope

#include "forms/editor.h"

#include "forms/bytes_editor.h"
#include "forms/choice_editors.h"
#include "forms/compound_editors.h"
#include "forms/line_editors.h"
#include "schema/text.h"

#include <QAbstractButton>

namespace ipcscope {

void Editor::setLabel(const QString& label, const QString& help) {
    label_ = label;
    setToolTip(help);
    for (QWidget* part : findChildren<QWidget*>()) {
        if (part->focusPolicy() == Qt::NoFocus) continue;
        const auto* button = qobject_cast<QAbstractButton*>(part);
        const bool named = !part->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (!named) part->setAccessibleName(label);
        if (part->accessibleDescription().isEmpty()) part->setAccessibleDescription(help);
    }
}

Editor* makeEditor(const TypeSpec& type, const FormContext& context, QWidget* parent, EditorSize size) {
    switch (type.kind) {
        case Kind::integer: return new IntegerEditor(type, parent, size);
        case Kind::boolean: return new BooleanEditor(type, parent, size);
        case Kind::real: return new RealEditor(type, parent);
        case Kind::choice: return new ChoiceEditor(type, context, parent);
        case Kind::flags: return new FlagsEditor(type, context, parent, size);
        case Kind::mode: return new ModeEditor(type, parent);
        case Kind::bytes: return new BytesEditor(type, parent);
        case Kind::text: return new TextEditor(type, parent);
        case Kind::path: return new PathEditor(type, parent);
        case Kind::duration: return new DurationEditor(type, parent);
        case Kind::handle:
        case Kind::worker: return new ReferenceEditor(type, context, parent);
        case Kind::structure: return new StructureEditor(type, context, parent, size);
        case Kind::array:
            if (SetEditor::fits(type)) return new SetEditor(type, context, parent);
            return new ArrayEditor(type, context, parent);
    }
    return nullptr;
}

Value startValue(const ParamSpec& param) {
    if (!param.initial.empty()) return param.initial;
    switch (param.type.kind) {
        case Kind::boolean: return false;
        case Kind::choice: return param.type.names.empty() ? Value() : Value(param.type.names.front().value);
        case Kind::flags: return 0;
        case Kind::bytes:
        case Kind::text:
        case Kind::path: return "";
        case Kind::array: return param.type.fields.empty() ? List{} : List{startValue(param.type.fields[0])};
        case Kind::structure: {
            Fields fields;
            for (const ParamSpec& field : param.type.fields)
                fields.emplace_back(field.name, startValue(field));
            return fields;
        }
        default: return {};
    }
}

bool sameValue(const TypeSpec& type, const Value& a, const Value& b) {
    if (a.empty() || b.empty()) return a.empty() == b.empty();
    switch (type.kind) {
        case Kind::integer:
        case Kind::boolean:
        case Kind::choice:
        case Kind::flags:
        case Kind::mode:
        case Kind::duration: return a.integer() == b.integer();
        case Kind::real: {
            const auto number = [](const Value& v) {
                const auto* real = v.as<double>();
                return real ? *real : static_cast<double>(v.integer());
            };
            return number(a) == number(b);
        }
        default: return a == b;
    }
}

QString problemOf(const ParamSpec& param, const Value& value) {
    const Kind kind = param.type.kind;
    if (kind == Kind::structure || kind == Kind::array || kind == Kind::handle || kind == Kind::worker)
        return {};
    const Status status = check_value(param, value);
    if (status) return {};
    QString text = QString::fromStdString(status.error().message);
    const QString name = QString::fromUtf8(param.name) + QLatin1String(": ");
    if (text.startsWith(name)) text.remove(0, name.size());  // the label stands before it
    return text;
}

QString translated(const FormContext& context, const char* text) {
    if (!text || !*text) return {};
    return context.translate ? context.translate(text) : QString::fromUtf8(text);
}

}  // namespace ipcscope

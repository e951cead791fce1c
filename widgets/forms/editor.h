// One editor per Kind, made by makeEditor. An editor holds one Value of its TypeSpec; what cannot be a value
// is a problem in words, never a silent correction.
#pragma once

#include "forms/operation_form.h"
#include "schema/spec.h"

#include <QString>
#include <QWidget>

namespace ipcscope {

class Editor : public QWidget {
    Q_OBJECT
public:
    explicit Editor(const TypeSpec& type, QWidget* parent) : QWidget(parent), type_(type) {}

    const TypeSpec& type() const { return type_; }
    virtual Value value() const = 0;  // empty: nothing usable stands here, problem() says why
    virtual void setValue(const Value& value) = 0;
    virtual QString problem() const { return {}; }  // without the label; "" = none
    virtual void refreshChoices() {}
    virtual bool wide() const { return false; }  // wants the whole width, below its label
    // What the red frame goes around when the value is not valid.
    virtual QWidget* markedPart() { return focusProxy() ? focusProxy() : this; }
    virtual bool showsLabel() const { return false; }
    // Names every part that takes the keyboard, for screen readers; the help becomes the tool tip.
    virtual void setLabel(const QString& label, const QString& help);

Q_SIGNALS:
    void edited();

protected:
    QString label_;

private:
    const TypeSpec& type_;
};

enum class EditorSize { normal, compact };  // compact: one cell of a table of editors

// `type` and what it holds must outlive the editor (specs are static).
Editor* makeEditor(const TypeSpec& type, const FormContext& context, QWidget* parent,
                   EditorSize size = EditorSize::normal);

// What an editor starts with when nothing is declared: the first choice, 0, "", one empty element, ...
Value startValue(const ParamSpec& param);
// Same meaning, also when one is a bool and the other a number.
bool sameValue(const TypeSpec& type, const Value& a, const Value& b);
// Why the value is outside what the parameter takes; "" = it is not. Of what holds others: only they know.
QString problemOf(const ParamSpec& param, const Value& value);
QString translated(const FormContext& context, const char* text);

}  // namespace ipcscope

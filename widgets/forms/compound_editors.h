// Editors made of editors: a structure's fields, an array's elements.
#pragma once

#include "forms/editor.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace ipcscope {

class FieldRows;

class StructureEditor : public Editor {
    Q_OBJECT
public:
    StructureEditor(const TypeSpec& type, const FormContext& context, QWidget* parent, EditorSize size);
    Value value() const override;
    void setValue(const Value& value) override;
    QString problem() const override;
    void refreshChoices() override;
    bool wide() const override { return true; }
    QWidget* markedPart() override { return this; }

private:
    FieldRows* rows_;
};

// One line per element: a number, the editors of the element (a small structure lies in columns), remove.
class ArrayEditor : public Editor {
    Q_OBJECT
public:
    ArrayEditor(const TypeSpec& type, const FormContext& context, QWidget* parent);
    Value value() const override;
    void setValue(const Value& value) override;
    QString problem() const override;
    void refreshChoices() override;
    bool wide() const override { return true; }
    QWidget* markedPart() override { return this; }
    void setLabel(const QString& label, const QString& help) override;

private:
    struct Line {
        QLabel* number;
        std::vector<Editor*> cells;  // one per column
        QToolButton* remove;
        QWidget* first;  // what takes the keyboard first
    };
    void addLine(const Value& value);
    void removeLine(QToolButton* button);
    void arrange();
    const ParamSpec& element() const { return type().fields.front(); }
    bool columns() const { return !columns_.empty(); }
    const FormContext& context_;
    std::vector<const ParamSpec*> columns_;  // of a small structure; empty: one editor for the element
    std::vector<QLabel*> heads_;
    std::vector<Line> lines_;
    QGridLayout* grid_;
    QToolButton* add_;
    QLabel* none_;
};

}  // namespace ipcscope

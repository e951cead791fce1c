// Editors for values that are picked: yes or no, one of a list, several of a list, something of the run.
#pragma once

#include "forms/editor.h"

class QCheckBox;
class QComboBox;

namespace ipcscope {

class CheckList;

class BooleanEditor : public Editor {
    Q_OBJECT
public:
    BooleanEditor(const TypeSpec& type, QWidget* parent, EditorSize size);
    Value value() const override;
    void setValue(const Value& value) override;
    bool showsLabel() const override { return !compact_; }
    void setLabel(const QString& label, const QString& help) override;

private:
    QCheckBox* box_;
    bool compact_;
};

class ChoiceEditor : public Editor {
    Q_OBJECT
public:
    ChoiceEditor(const TypeSpec& type, const FormContext& context, QWidget* parent);
    Value value() const override;
    void setValue(const Value& value) override;
    QString problem() const override;

private:
    QComboBox* combo_;
};

// Up to four flags are check boxes; more, or a compact one, a button that opens a list of check boxes.
class FlagsEditor : public Editor {
    Q_OBJECT
public:
    FlagsEditor(const TypeSpec& type, const FormContext& context, QWidget* parent, EditorSize size);
    Value value() const override { return bits_; }
    void setValue(const Value& value) override;

private:
    void show();
    std::int64_t bits_ = 0;
    std::vector<std::pair<std::int64_t, QCheckBox*>> boxes_;
    CheckList* list_ = nullptr;
};

// An array of choices that has room for all of them is a set: a list of check boxes, in the order of the
// names.
class SetEditor : public Editor {
    Q_OBJECT
public:
    SetEditor(const TypeSpec& type, const FormContext& context, QWidget* parent);
    Value value() const override;
    void setValue(const Value& value) override;
    static bool fits(const TypeSpec& type);

private:
    CheckList* list_;
};

// A handle or a worker, by the name that the program uses. Keeps what was picked by hand, even when it is
// gone (and says so); what was filled in for the person moves on to what is there.
class ReferenceEditor : public Editor {
    Q_OBJECT
public:
    ReferenceEditor(const TypeSpec& type, const FormContext& context, QWidget* parent);
    Value value() const override;
    void setValue(const Value& value) override;
    QString problem() const override;
    void refreshChoices() override;

private:
    void fill(const QString& keep);
    const FormContext& context_;
    QComboBox* combo_;
    bool byHand_ = false;
};

}  // namespace ipcscope

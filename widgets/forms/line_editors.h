// Editors whose value is typed into one line: numbers, durations, modes, text, file names.
#pragma once

#include "forms/editor.h"

class QAbstractSpinBox;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace ipcscope {

// The line holds the value as the program writes it. A value that was set and not touched since comes back
// exactly as it was.
class LineEditor : public Editor {
    Q_OBJECT
public:
    Value value() const override;
    void setValue(const Value& value) override;
    QString problem() const override;

protected:
    LineEditor(const TypeSpec& type, QWidget* parent) : Editor(type, parent) {}
    void use(QLineEdit* line);  // call once, in the constructor
    virtual QString print(const Value& value) const;
    virtual Value parse(const QString& text, QString& problem) const;
    virtual void changed() {}  // the text is another one
    QLineEdit* line_ = nullptr;

private:
    void textChanged();
    void reparse();
    Value value_;
    QString problem_;
    bool setting_ = false;
};

// Steps with arrows and wheel; bytes may be typed as 64K or 64 KiB, names of values as names.
class IntegerEditor : public LineEditor {
    Q_OBJECT
public:
    IntegerEditor(const TypeSpec& type, QWidget* parent, EditorSize size);

protected:
    Value parse(const QString& text, QString& problem) const override;
    void changed() override;

private:
    void step(int by);
    QLabel* unit_ = nullptr;
};

class RealEditor : public LineEditor {
    Q_OBJECT
public:
    RealEditor(const TypeSpec& type, QWidget* parent);
};

class DurationEditor : public LineEditor {
    Q_OBJECT
public:
    DurationEditor(const TypeSpec& type, QWidget* parent);

protected:
    Value parse(const QString& text, QString& problem) const override;
};

// Octal digits, the same as letters, and a grid of check boxes that a button unfolds.
class ModeEditor : public LineEditor {
    Q_OBJECT
public:
    ModeEditor(const TypeSpec& type, QWidget* parent);

protected:
    QString print(const Value& value) const override;
    Value parse(const QString& text, QString& problem) const override;
    void changed() override;

private:
    QLabel* letters_ = nullptr;
    QWidget* grid_ = nullptr;
    std::vector<QCheckBox*> bits_;  // 0400, 0200, ... 0001
};

class TextEditor : public LineEditor {
    Q_OBJECT
public:
    TextEditor(const TypeSpec& type, QWidget* parent);

protected:
    QString print(const Value& value) const override;
    Value parse(const QString& text, QString& problem) const override;
};

class PathEditor : public LineEditor {
    Q_OBJECT
public:
    PathEditor(const TypeSpec& type, QWidget* parent);

protected:
    QString print(const Value& value) const override;
    Value parse(const QString& text, QString& problem) const override;
};

}  // namespace ipcscope

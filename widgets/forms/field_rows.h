// Labelled editors for a list of parameters: shows those whose condition holds, marks what is not valid,
// folds rare ones away. Used for a whole operation and for a structure within it.
#pragma once

#include "forms/editor.h"

class QGridLayout;
class QToolButton;

namespace ipcscope {

// A red frame around a widget, drawn over its surroundings.
class InvalidFrame : public QWidget {
    Q_OBJECT
public:
    explicit InvalidFrame(Editor* editor);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    QWidget* target_;
};

class FieldRows : public QWidget {
    Q_OBJECT
public:
    // `fold`: parameters with a default beyond the third stand under "More options".
    FieldRows(const std::vector<ParamSpec>& params, const FormContext& context, bool fold, QWidget* parent);

    Fields values(bool onlyChanged) const;  // of those that are shown or folded, in order
    void setValue(const std::string& name, const Value& value);  // empty value: its default
    QString problem() const;                                     // the first one: "Size: ..."
    bool problemIsUntouched() const;  // nobody has touched that field yet: not a mistake, only not filled in
    void refreshChoices();
    Editor* editor(const std::string& name) const;

Q_SIGNALS:
    void edited();
    void helpWanted(const QString& help);  // of the editor that has the keyboard; "" = none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        const ParamSpec* param;
        Editor* editor;
        QWidget* label;  // may be null: the editor shows it
        InvalidFrame* frame;
        QString title, help, problem;
        bool folded = false, touched = false;
    };
    const Row* firstProblem() const;
    bool applies(const Row& row, int depth = 0) const;
    const Row* find(const std::string& name) const;
    void addRow(Row& row, QGridLayout* grid, const FormContext& context);
    void update();
    std::vector<Row> rows_;
    QToolButton* more_ = nullptr;
};

}  // namespace ipcscope

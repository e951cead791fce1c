// How a recorded program is executed again: how fast, how often, what counts; and what of it may touch things
// that it has not made, which is left out unless the person wants it done.
#pragma once

#include "compare/compare.h"
#include "compare/own_part.h"

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace ipcscope {

// What counts as different, as check boxes, and what takes too long.
class CompareChoices : public QWidget {
    Q_OBJECT
public:
    explicit CompareChoices(QWidget* parent = nullptr);
    CompareOptions options() const;
    void set(const CompareOptions& options);

private:
    std::vector<std::pair<QCheckBox*, bool CompareOptions::*>> boxes_;
    QCheckBox* late_;
    QDoubleSpinBox* factor_;
};

class ReplayDialog : public QDialog {
    Q_OBJECT
public:
    // `leftOut`: of the program, unless it is wanted.
    ReplayDialog(const std::vector<LeftOut>& leftOut, const CompareOptions& options,
                 QWidget* parent = nullptr);

    double speed() const;  // 0 = as fast as possible
    bool step() const;
    int times() const;
    bool outside() const;
    CompareOptions compareOptions() const { return choices_->options(); }

private:
    QWidget* makeTiming();
    QWidget* makeOutside(const std::vector<LeftOut>& leftOut);
    void refresh();
    QRadioButton *fast_, *recorded_, *scaled_, *step_;
    QDoubleSpinBox* factor_;
    QSpinBox* times_;
    QCheckBox* outside_;
    CompareChoices* choices_;
};

}  // namespace ipcscope

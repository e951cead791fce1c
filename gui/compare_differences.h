// The list of differences: by what they are, by a text; the chosen one in full below.
#pragma once

#include "compare_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableView;
class QToolButton;

namespace ipcscope {

class CompareDifferences : public QWidget {
    Q_OBJECT
public:
    explicit CompareDifferences(QWidget* parent = nullptr);
    CompareModel* model() { return model_; }
    CompareFilter* filter() { return filter_; }
    QTableView* table() { return table_; }
    QLineEdit* search() { return search_; }
    QToolButton* button(Likeness likeness) { return buttons_.at(likeness); }

    // After the model was filled: the figures of what was compared. `often`: of several runs.
    void setFigures(const Comparison& figures, bool often);
    void setEmptyText(const QString& text);  // why there is nothing
    void choose(int row);                    // of the model
    void chooseNext(int step);               // 1 or -1, among those that are seen

signals:
    void chosen(int row);  // of the model; also when it is clicked again

private:
    void show();
    CompareModel* model_;
    CompareFilter* filter_;
    QTableView* table_;
    QLineEdit* search_;
    QPlainTextEdit* detail_;
    QLabel *empty_, *shown_;
    std::map<Likeness, QToolButton*> buttons_;
};

}  // namespace ipcscope

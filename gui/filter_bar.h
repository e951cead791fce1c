// The filter of all views in one row: the line, what came of it, hide or dim, saved filters.
#pragma once

#include "saved_filters.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace ipcscope {

class FilterEdit;
class Session;

class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(Session& session, QWidget* parent = nullptr);
    FilterEdit* edit() { return edit_; }
    QLabel* outcome() { return outcome_; }
    QToolButton* dimButton() { return dim_; }
    QToolButton* savedButton() { return saved_; }
    void focusEdit();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void apply();
    void show();
    void say(const QString& text, bool wrong);
    void fillSaved();
    void manage();
    void askName(SavedFilter::Place place);
    Session& session_;
    FilterEdit* edit_;
    QLabel* outcome_;
    QProgressBar* progress_;
    QToolButton *cancel_, *dim_, *saved_;
    QMenu* menu_;
    QElapsedTimer scans_;  // since when the scan goes on
    QString applied_;      // the filter's text, as last shown
    QString said_;
    bool wrong_ = false;
};

}  // namespace ipcscope

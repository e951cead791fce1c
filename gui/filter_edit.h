// A line in which a filter is written: says at every key whether it is one, marks where it is not, and offers
// what can stand at the cursor. What becomes of it is the owner's business.
#pragma once

#include "filter_language.h"

#include <QLineEdit>

class QCompleter;

namespace ipcscope {

class CompletionList;

class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    enum class State { empty, valid, doubtful, invalid };

    explicit FilterEdit(const FilterLanguage& language, QWidget* parent = nullptr);
    State state() const { return state_; }
    // Why it is not valid, or doubtful; "" = neither. In words, also the tool tip and the accessible
    // description.
    const QString& reason() const { return reason_; }
    void setHistory(const QStringList& texts) { history_ = texts; }  // offered when the line is empty
    void offer();                                                    // opens the list
    QCompleter* completer();

Q_SIGNALS:
    void stateChanged();
    void applied();  // Enter, and the text is a filter

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void check();
    void colour();
    void underline(const std::vector<FilterError>& marks);
    void offerIfNew();
    const FilterLanguage& language_;
    CompletionList* list_;
    QAction* sign_;
    QStringList history_;
    State state_ = State::empty;
    QString reason_;
    int begin_ = 0, end_ = 0;  // what an item of the list replaces
};

}  // namespace ipcscope

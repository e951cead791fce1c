// What can be done with an object that others use: each with a preview of what happens and to whom, and only
// after a confirmation.
#pragma once

#include "monitor_watch.h"
#include "session/program.h"

#include <QDialog>

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace ipcscope {

class FieldRows;
class Session;
class ToneLabel;

class MonitorActionDialog : public QDialog {
    Q_OBJECT
public:
    MonitorActionDialog(MonitorWatch& watch, std::shared_ptr<const Snapshot> snapshot, ObjectIndex object,
                        const ActionSpec& action, QWidget* parent = nullptr);
    QString command() const;  // as it is shown
    FieldRows* form() { return form_; }
    QPushButton* confirmButton() { return confirm_; }
    QCheckBox* saveBox() { return save_; }  // nullptr: there is nothing to be saved
    // Where contents go; asked of the person when not set.
    void setSavePath(const QString& path) { path_ = path; }

private:
    void update();
    void confirm();
    void saveThenAct();
    void peekAndAct(bool harder);
    void forgetPart();
    void act();
    void say(const QString& problem);
    QString impact() const;
    MonitorWatch& watch_;
    const std::shared_ptr<const Snapshot> snapshot_;
    const ObjectIndex object_;
    const ActionSpec& action_;
    const std::string ref_;
    FieldRows* form_ = nullptr;
    QPlainTextEdit* command_;
    QCheckBox* save_ = nullptr;
    ToneLabel* problem_;
    QPushButton* confirm_;
    QString path_;
    bool busy_ = false, cancelled_ = false;
    bool partAgreed_ = false;  // that only a part of the contents is saved
};

// Why a signal must not be sent to the process; "" = it may.
QString signalRefusal(const Snapshot& snapshot, const SeenObject& object);

class MonitorActions : public QObject {
    Q_OBJECT
public:
    MonitorActions(MonitorWatch& watch, Session& session, QWidget* window);
    // Everything that fits what is selected.
    void fill(QMenu* menu);
    void begin(std::shared_ptr<const Snapshot> snapshot, ObjectIndex object, const ActionSpec& action);
    void open(const Snapshot& snapshot, const SeenObject& object, const OpenSpec& how);
    void openNext(std::vector<Statement> calls, const QString& mechanism);

Q_SIGNALS:
    void contentsWanted();
    void opened(const QString& mechanism);  // in a worker: its panel is wanted
    void told(const QString& what);

private:
    void fillOf(QMenu* menu, const std::shared_ptr<const Snapshot>& snapshot, ObjectIndex object);
    MonitorWatch& watch_;
    Session& session_;
    QWidget* window_;
};

}  // namespace ipcscope

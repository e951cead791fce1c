// One side of a mechanism: the worker that acts, the operation, its form, and what came of it.
#pragma once

#include "run_controller.h"
#include "schema/registry.h"

#include <QWidget>

#include <map>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace ipcscope {

class OperationForm;
class Session;

class OperationPane : public QWidget {
    Q_OBJECT
public:
    OperationPane(Session& session, const QString& title, std::vector<const OperationRef*> operations,
                  QWidget* parent = nullptr);

    void refresh();  // workers, handles
    void setObject(ObjectId object);
    void setExpanded(bool expanded);
    void setSends(bool on);  // off: nothing can be asked for
    bool isExpanded() const;
    QComboBox* workers() { return worker_; }
    QComboBox* operations() { return operation_; }
    OperationForm* form();  // of the chosen operation

Q_SIGNALS:
    void made(const QString& name);  // an object or worker of this name came out of it
    void outcome(const QString& html);

private:
    void choose(int index);
    void trigger();
    void show(const OperationRef& operation, const RunController::Click& click);
    void preferObject(OperationForm& form);
    WorkerId actingWorker() const;
    bool namesResult(const OperationSpec& operation) const;
    QString wantedName(const OperationRef& operation) const;
    Session& session_;
    std::vector<const OperationRef*> operations_;
    std::map<int, OperationForm*> forms_;  // made when first chosen
    ObjectId object_;
    QToolButton* head_;
    QWidget* body_;
    QComboBox* worker_;
    QComboBox* operation_;
    QLabel* nameLabel_;
    QLineEdit* name_;
    QStackedWidget* pages_;
    QLabel* outcome_;
    QString offeredName_;
};

}  // namespace ipcscope

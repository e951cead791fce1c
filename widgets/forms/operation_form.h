// The form of one operation, made of its spec: a labelled editor per parameter, help, and the button that
// does it.
#pragma once

#include "schema/spec.h"

#include <QString>
#include <QVector>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace ipcscope {

struct FormChoice {  // what a handle or worker parameter may be set to
    QString text;    // as the program says it: "p.read_end", "child"
    QString detail;  // "descriptor 3 of p", "pid 4711, idle"
};

// What the form must know of the run. The names of handles are those that the chosen worker can use now.
struct FormContext {
    std::function<std::vector<FormChoice>(const TypeSpec&)> choices;
    std::function<QString(const char*)> translate;  // schema strings; identity if not set
};

class OperationForm : public QWidget {
    Q_OBJECT
public:
    OperationForm(const OperationSpec& operation, FormContext context, QWidget* parent = nullptr);
    ~OperationForm() override;

    const OperationSpec& operation() const;
    // Parameters that differ from their default, by name; references are Names. What stands in the editors
    // now.
    std::vector<std::pair<std::string, Value>> arguments() const;
    void setArgument(const std::string& name, const Value& value);
    QString problem() const;  // why it cannot be done now; "" = it can
    void refreshChoices();    // handles and workers changed; keeps what was chosen

signals:
    void triggered();  // the person pressed the button or Return, and it is valid
    void edited();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace ipcscope

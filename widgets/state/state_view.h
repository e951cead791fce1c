// An object's live state, drawn by its view hint (bytes in flight, messages, levels, signals, ...). The
// fallback is a table of the StateSpec fields. Knows the schema's types, never a mechanism.
#pragma once

#include "schema/spec.h"

#include <QWidget>

#include <functional>

namespace ipcscope {

class StateView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void setState(const Fields& state) = 0;   // replaces all
    virtual void setProblem(const QString& why) = 0;  // could not be observed: says so, keeps no old figures
};

using Translate = std::function<QString(const char*)>;
StateView* makeStateView(const ObjectSpec& object, Translate translate, QWidget* parent = nullptr);

}  // namespace ipcscope

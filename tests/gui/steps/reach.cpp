#include "reach.h"

#include <QtTest>
#include <QtWidgets>

namespace ipcscope::testing {

namespace {

bool canBeActedOn(const QWidget& widget) {
    if (!widget.isVisible() || !widget.isEnabled()) return false;
    // Parts of larger ones, which answer to the same keys.
    const auto* parent = widget.parentWidget();
    if (widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QHeaderView*>(&widget) ||
        qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QComboBox*>(parent) ||
        qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
        qobject_cast<const QTabBar*>(parent) || qobject_cast<const QAbstractItemView*>(parent))
        return false;
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QSlider*>(&widget) || qobject_cast<const QTabBar*>(&widget) ||
           (qobject_cast<const QAbstractScrollArea*>(&widget) && widget.focusPolicy() != Qt::NoFocus);
}

void collectActions(const QList<QAction*>& from, QSet<const QAction*>& into) {
    for (const auto* action : from) {
        if (into.contains(action)) continue;
        into.insert(action);
        if (const auto* menu = action->menu()) collectActions(menu->actions(), into);
    }
}

}  // namespace

QStringList unnamed_or_out_of_reach(const QMainWindow& window) {
    QSet<const QAction*> inMenus;
    collectActions(window.menuBar()->actions(), inMenus);
    QSet<const QWidget*> chain;
    for (const auto* widget = window.nextInFocusChain(); widget && !chain.contains(widget);
         widget = widget->nextInFocusChain())
        chain.insert(widget);
    QStringList bad;
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (!canBeActedOn(*widget)) continue;
        QString where = QString::fromLatin1(widget->metaObject()->className());
        for (const auto* each = widget; each && each != &window; each = each->parentWidget())
            if (!each->objectName().isEmpty()) where += QStringLiteral(" in ") + each->objectName();
        auto* read = QAccessible::queryAccessibleInterface(widget);
        if (!read || read->text(QAccessible::Name).isEmpty()) bad += QStringLiteral("no name: ") + where;
        const bool tab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && chain.contains(widget);
        const auto* button = qobject_cast<const QToolButton*>(widget);
        const auto* action = button ? button->defaultAction() : nullptr;
        if (tab || (action && (inMenus.contains(action) || !action->shortcuts().isEmpty()))) continue;
        bad += QStringLiteral("out of reach: %1 \"%2\"")
                   .arg(where, read ? read->text(QAccessible::Name) : QString());
    }
    return bad;
}

}  // namespace ipcscope::testing

#include "tool_keys.h"

#include <QAction>
#include <QApplication>
#include <QChildEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace ipcscope {

namespace {

bool takesTab(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

class ToolBarKeys : public QObject {
public:
    explicit ToolBarKeys(QToolBar* tools) : QObject(tools), tools_(tools) {
        tools->installEventFilter(this);
        for (auto* child : tools->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly))
            adopt(child);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == tools_) {
            if (event->type() == QEvent::ChildPolished) adopt(static_cast<QChildEvent*>(event)->child());
            return false;
        }
        if (event->type() != QEvent::KeyPress) return false;
        auto* button = static_cast<QToolButton*>(watched);
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
        const bool right = tools_->layoutDirection() == Qt::LeftToRight;
        switch (key->key()) {
            case Qt::Key_Tab: return leave(button, true);
            case Qt::Key_Backtab: return leave(button, false);
            case Qt::Key_Right: return step(button, right);
            case Qt::Key_Left: return step(button, !right);
            case Qt::Key_Down: return openMenu(button);
            default: return false;
        }
    }

private:
    void adopt(QObject* child) {
        auto* button = qobject_cast<QToolButton*>(child);
        if (!button || button->property(known).toBool()) return;
        button->setProperty(known, true);
        button->setFocusPolicy(Qt::TabFocus);
        // The sign of tools that have no room.
        if (button->objectName() == QLatin1String("qt_toolbar_ext_button"))
            button->setAccessibleName(QToolBar::tr("More tools"));
        button->installEventFilter(this);
    }

    static bool openMenu(QToolButton* button) {
        const auto* action = button->defaultAction();
        if (!button->menu() && !(action && action->menu())) return false;
        button->showMenu();
        return true;
    }
    // To the tool beside it, around at the ends.
    bool step(QToolButton* from, bool forwards) {
        return to(from, forwards, [this](const QWidget* each) { return tools_->isAncestorOf(each); });
    }
    bool leave(QToolButton* from, bool forwards) {
        return to(from, forwards, [this](const QWidget* each) { return !tools_->isAncestorOf(each); });
    }
    template <typename Wanted>
    bool to(QToolButton* from, bool forwards, Wanted wanted) {
        const auto next = [forwards](QWidget* each) {
            return forwards ? each->nextInFocusChain() : each->previousInFocusChain();
        };
        for (auto* each = next(from); each && each != from; each = next(each))
            if (takesTab(each) && wanted(each)) {
                each->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
                return true;
            }
        return false;
    }

    static constexpr const char* known = "reachedByKey";
    QToolBar* tools_;
};

class ComboKeys : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::ShortcutOverride) return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() != Qt::Key_F4 || key->modifiers() != Qt::NoModifier) return false;
        const auto* focus = QApplication::focusWidget();
        const auto* parent = focus ? focus->parentWidget() : nullptr;
        if (!qobject_cast<const QComboBox*>(focus) && !qobject_cast<const QComboBox*>(parent)) return false;
        event->accept();
        return true;
    }
};

}  // namespace

void makeReachable(QToolBar* tools) {
    new ToolBarKeys(tools);
}

void openCombosByKey(QWidget* window) {
    window->installEventFilter(new ComboKeys(window));
}

}  // namespace ipcscope

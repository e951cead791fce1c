// Arrangements of the window that a person gave a name: View > Layouts.
#pragma once

#include <QMenu>

#include <functional>

namespace ipcscope {

class LayoutMenu : public QMenu {
    Q_OBJECT
public:
    struct Window {
        std::function<QByteArray()> state;               // as it is arranged now
        std::function<bool(const QByteArray&)> restore;  // false: it does not fit this version
        std::function<void()> reset;
        std::function<void(const QString& words)> told;
    };
    LayoutMenu(Window window, QWidget* parent);
    static QStringList names();

private:
    void fill();
    void saveAs();
    void rename(const QString& name);
    void remove(const QString& name);
    void apply(const QString& name);
    QString ask(const QString& title, const QString& words, const QString& name);
    Window window_;
};

}  // namespace ipcscope

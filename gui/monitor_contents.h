// What is in the selected object, looked at without disturbing anybody: once, or again and again. How it was
// looked at, and what is not shown, stands above it. Before a descriptor is fetched from a process, it asks.
#pragma once

#include "monitor_watch.h"
#include "schema/registry.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <set>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ipcscope {

class IntegerView;
class StateView;
class ToneLabel;

class MonitorContents : public QWidget {
    Q_OBJECT
public:
    MonitorContents(MonitorWatch& watch, const Registry& registry, QWidget* parent = nullptr);
    ~MonitorContents() override;
    void look();
    StateView* view() { return view_; }
    QPushButton* lookButton() { return look_; }
    QLabel* how() { return how_; }
    QComboBox* as() { return as_; }  // hidden where there are no bytes
    IntegerView* integers() { return integers_; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void adopt();
    void repeat();
    bool mayFetch();
    void ask(bool fetch);
    void show(const Result<Peeked>& peeked, bool fetched);
    void say(const QString& text);
    void showAs();
    const ObjectSpec& specOf(const KindRef& kind);
    MonitorWatch& watch_;
    const Registry& registry_;
    QPushButton *look_, *fetch_;
    QComboBox *repeat_, *as_;
    IntegerView* integers_;
    QLabel *how_, *empty_;
    ToneLabel* note_;
    QStackedWidget* pages_;
    QWidget* picture_ = nullptr;  // view_ in its frame
    StateView* view_ = nullptr;
    std::string of_;  // what view_ shows
    std::string shownKind_, viewOf_;
    std::set<std::string> allowed_;  // objects of which a descriptor may be fetched
    std::map<const MonitoredKind*, std::unique_ptr<ObjectSpec>>
        own_;  // of kinds without an object of a driver
    QTimer timer_;
    bool asking_ = false;
    quint64 generation_ = 0;
};

}  // namespace ipcscope

// The panel of one mechanism, made of its spec: its objects, an operation pane for each side, live state.
#pragma once

#include "base/ids.h"
#include "schema/registry.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QScrollArea;
class QSplitter;

namespace ipcscope {

class OperationPane;
class PlaybackObject;
class Session;
class StateView;

class MechanismPanel : public QWidget {
    Q_OBJECT
public:
    MechanismPanel(Session& session, const MechanismSpec& mechanism, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {420, 640}; }
    OperationPane* pane(Side side) const;  // nullptr = the mechanism has no such side
    QComboBox* objects() { return object_; }

Q_SIGNALS:
    void referenceWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makePanes(QBoxLayout* layout);
    QWidget* makeHead();
    void refresh();
    void chooseObject();
    void chooseNamed(const QString& name);
    void observe();
    void showMoment();  // of the past, instead of what is observed
    void shareHeight();
    ObjectId chosen() const;
    Session& session_;
    const MechanismSpec& mechanism_;
    QComboBox* object_;
    QLabel* objectDetail_;
    QBoxLayout* pair_ = nullptr;  // send and receive: side by side where there is room
    struct Pane {
        Side side;
        OperationPane* widget;
    };
    std::vector<Pane> panes_;
    QWidget* stateBox_;
    QScrollArea* stateScroll_ = nullptr;
    QSplitter* splitter_ = nullptr;
    bool stateShared_ = true, stateEmpty_ = true;  // the view has its height; nothing has been shown in it
    StateView* state_ = nullptr;
    PlaybackObject* past_;
    const ObjectSpec* stateOf_ = nullptr;
    QString wanted_;  // name of what was just made: to be chosen as soon as it is known
    QTimer tick_;
    bool asking_ = false;
};

}  // namespace ipcscope

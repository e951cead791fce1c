// Processes and objects as a graph. Zooms at the cursor (wheel, + and -), pans (drag), fits (F or Home); a
// node that is dragged stays where it was put. Arrows go to the nearest node that way, Tab and Shift+Tab
// through all of them. Nodes keep their places while what is shown changes; the layout of new ones is
// computed in the background.
#pragma once

#include "graph/graph_layout.h"

#include <QGraphicsView>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace ipcscope {

class GraphEdgeItem;
class GraphNodeItem;

class GraphView : public QGraphicsView {
    Q_OBJECT
public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    void setGraph(GraphScene scene);  // at most 25 times a second
    const GraphScene& graph() const { return graph_; }
    GraphPlaces places() const;  // of those that have one
    bool arranging() const { return working_; }
    std::optional<quint64> selectedNode() const;
    std::optional<quint64> selectedEdge() const;
    void selectNode(std::optional<quint64> key);
    QString selectionText() const;  // plain words about what is selected; "" = nothing is
    bool savePicture(
        const QString& path);  // by its suffix: .svg, else an image; false = it could not be written

public Q_SLOTS:
    void fit();  // and goes on fitting what comes, until the person zooms or pans
    void zoomIn();
    void zoomOut();
    void arrange();  // all anew, also what was dragged
    void settle();   // all anew, unless somebody has dragged, zoomed or chosen something

Q_SIGNALS:
    void nodeSelected(quint64 key);  // by the person
    void edgeSelected(quint64 key);
    void activated();  // Enter or a double click on what is selected
    void arranged();   // every node has a place

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void zoom(double factor);
    void startLayout();
    void take(const GraphPlaces& places);
    void updateItems();
    void fitIfFitting();
    void bendEdges();
    void selectByHand(GraphNodeItem* item);
    void moveSelection(const QPointF& direction);
    bool selectBeside(int step);
    void dragged(quint64 key);
    QRectF contents() const;

    GraphScene graph_;
    std::map<quint64, GraphNodeItem*> nodes_;  // owned by the scene; those without a place are hidden
    std::map<quint64, GraphEdgeItem*> edges_;
    std::set<quint64> placed_, pinned_;
    QThreadPool layouts_;  // one thread
    QTimer settle_;        // a burst of new nodes is laid out together
    quint64 generation_ = 0;
    GraphWay way_ = GraphWay::right;
    bool working_ = false, again_ = false, anew_ = false;
    bool fitting_ = true;
};

void installGraphAccessibility();

}  // namespace ipcscope

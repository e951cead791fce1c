// The graph: nodes keep their places, new ones find room, everything is reached by keyboard.
#include "graph/graph_items.h"
#include "graph/graph_layout.h"
#include "graph/graph_view.h"
#include "helpers/qt_guard.h"

#include <QAccessible>
#include <QSvgRenderer>
#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

GraphNode process(quint64 key, const QString& name) {
    GraphNode node;
    node.key = key;
    node.label = name;
    node.detail = QStringLiteral("idle");
    return node;
}

GraphNode object(quint64 key, const QString& name) {
    auto node = process(key, name);
    node.shape = GraphNode::Shape::object;
    node.detail = QStringLiteral("Queue");
    return node;
}

GraphEdge edge(quint64 from, quint64 to, bool flowed = false) {
    GraphEdge out;
    out.key = from * 1000 + to;
    out.from = from;
    out.to = to;
    out.flowed = flowed;
    if (flowed) out.label = QStringLiteral("12 msg/s, 3.4 KiB/s");
    out.rate = flowed ? 0.5 : 0;
    return out;
}

// Workers 1 and 2, objects 11 and 12: 1 -> 11 -> 2 -> 12 -> 1.
GraphScene ring() {
    GraphScene scene;
    scene.nodes = {process(1, QStringLiteral("parent")), process(2, QStringLiteral("child")),
                   object(11, QStringLiteral("requests")), object(12, QStringLiteral("answers"))};
    scene.edges = {edge(1, 11, true), edge(11, 2, true), edge(2, 12), edge(12, 1)};
    return scene;
}

GraphSizes sizesOf(const GraphScene& scene) {
    GraphSizes sizes;
    for (const auto& node : scene.nodes)
        sizes[node.key] = {140, 50};
    return sizes;
}

QRectF box(const QPointF& centre) {
    return {centre.x() - 70, centre.y() - 25, 140, 50};
}

void compareApart(const GraphPlaces& places) {
    for (const auto& [a, at] : places)
        for (const auto& [b, other] : places)
            if (a < b)
                QVERIFY2(!box(at).intersects(box(other)),
                         qPrintable(QStringLiteral("%1 on %2").arg(a).arg(b)));
}

}  // namespace

class TestGraph : public GuiTest {
    Q_OBJECT

private slots:
    void flowsGoFromLeftToRight() {
        GraphScene scene = ring();
        scene.edges.pop_back();  // no ring: a chain
        const auto places = arrangeGraph(scene, sizesOf(scene));
        QCOMPARE(places.size(), std::size_t{4});
        QVERIFY(places.at(1).x() < places.at(11).x());
        QVERIFY(places.at(11).x() < places.at(2).x());
        QVERIFY(places.at(2).x() < places.at(12).x());
        compareApart(places);
    }

    void aLongChainGoesDownWhereThatIsLarger() {
        GraphScene scene;
        for (quint64 i = 1; i <= 8; ++i) {
            scene.nodes.push_back(i % 2 ? process(i, QStringLiteral("w")) : object(i, QStringLiteral("o")));
            if (i > 1) scene.edges.push_back(edge(i - 1, i));
        }
        QCOMPARE(betterWay(scene, sizesOf(scene), {3000, 300}), GraphWay::right);
        QCOMPARE(betterWay(scene, sizesOf(scene), {600, 700}), GraphWay::down);
        const auto places = arrangeGraph(scene, sizesOf(scene), {}, GraphWay::down);
        QVERIFY(places.at(1).y() < places.at(4).y() && places.at(4).y() < places.at(8).y());
        compareApart(places);
    }

    void whoHasAPlaceKeepsIt() {
        GraphScene scene = ring();
        GraphPlaces places = arrangeGraph(scene, sizesOf(scene));
        // Thirty more, one by one: beside a neighbour, or nobody's.
        for (quint64 i = 0; i < 30; ++i) {
            scene.nodes.push_back(object(100 + i, QStringLiteral("more")));
            if (i % 3 != 0) scene.edges.push_back(edge(i % 2 ? 1 : 2, 100 + i));
            const auto after = arrangeGraph(scene, sizesOf(scene), places);
            QCOMPARE(after.size(), scene.nodes.size());
            for (const auto& [key, at] : places)
                QCOMPARE(after.at(key), at);
            compareApart(after);
            places = after;
        }
        // What goes leaves the others where they are; what is not there any more has no place.
        scene.nodes.erase(scene.nodes.begin());
        const auto after = arrangeGraph(scene, sizesOf(scene), places);
        QCOMPARE(after.count(1), std::size_t{0});
        QCOMPARE(after.at(2), places.at(2));
    }

    void oddScenes_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<bool>("loops");
        QTest::newRow("nothing") << 0 << false;
        QTest::newRow("one") << 1 << true;
        QTest::newRow("many that are not joined") << 60 << false;
        QTest::newRow("all to all") << 12 << true;
    }
    void oddScenes() {
        QFETCH(int, nodes);
        QFETCH(bool, loops);
        GraphScene scene;
        for (int i = 0; i < nodes; ++i)
            scene.nodes.push_back(process(static_cast<quint64>(i) + 1, QStringLiteral("w")));
        for (const auto& a : scene.nodes)
            for (const auto& b : scene.nodes)
                if (loops) scene.edges.push_back(edge(a.key, b.key));
        scene.edges.push_back(edge(1, 9999));  // to nobody
        const auto places = arrangeGraph(scene, sizesOf(scene));
        QCOMPARE(places.size(), static_cast<std::size_t>(nodes));
        compareApart(places);
    }

    void theViewStaysPut() {
        GraphView view;
        view.resize(800, 500);
        view.show();
        QSignalSpy arranged(&view, &GraphView::arranged);
        view.setGraph(ring());
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        const auto before = view.places();
        auto scene = ring();
        for (auto& edge : scene.edges)
            edge.label = QStringLiteral("100 msg/s");
        scene.nodes[0].detail = QStringLiteral("blocked in a call since 3.2 s");
        scene.nodes.push_back(object(13, QStringLiteral("third")));
        scene.edges.push_back(edge(2, 13, true));
        view.setGraph(scene);
        QTRY_COMPARE(view.places().size(), std::size_t{5});
        const auto after = view.places();
        for (const auto& [key, at] : before)
            QCOMPARE(after.at(key), at);
        // It goes, and what comes again finds a place.
        view.setGraph(ring());
        QCOMPARE(view.places().size(), std::size_t{4});
        view.setGraph({});
        QVERIFY(view.places().empty());
        view.setGraph(ring());
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        QVERIFY(!arranged.isEmpty());
    }

    void draggedNodesStay() {
        GraphView view;
        view.resize(800, 500);
        view.show();
        view.setGraph(ring());
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        const auto before = view.places();
        const QPoint from = view.mapFromScene(before.at(1));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(view.selectedNode(), std::optional<quint64>(1));
        QMouseEvent move(QEvent::MouseMove, from + QPoint(0, 120),
                         view.viewport()->mapToGlobal(from + QPoint(0, 120)), Qt::LeftButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + QPoint(0, 120));
        const auto moved = view.places();
        QVERIFY(moved.at(1).y() > before.at(1).y() + 20);
        auto scene = ring();
        for (quint64 key = 50; key < 60;
             ++key)  // more than there were: all that is not held is laid out anew
            scene.nodes.push_back(object(key, QStringLiteral("n")));
        view.setGraph(scene);
        QTRY_COMPARE(view.places().size(), std::size_t{14});
        QCOMPARE(view.places().at(1), moved.at(1));
        view.arrange();
        QTRY_COMPARE(view.places().size(), std::size_t{14});
        QVERIFY(view.places().at(1) != moved.at(1));
    }

    void everyNodeIsReachedByKeyboard() {
        GraphView view;
        view.resize(800, 500);
        view.show();
        view.setFocus();
        view.setGraph(ring());
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        QSignalSpy chosen(&view, &GraphView::nodeSelected);
        QSet<quint64> reached;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&view, Qt::Key_Tab);
            QVERIFY(view.selectedNode());
            reached += *view.selectedNode();
        }
        QCOMPARE(reached.size(), 4);
        QCOMPARE(chosen.size(), 4);
        view.selectNode(1);
        QCOMPARE(chosen.size(), 4);  // not by the person
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.selectedNode() && *view.selectedNode() != 1);
        QSignalSpy activated(&view, &GraphView::activated);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        const double before = view.transform().m11();
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.transform().m11() > before);
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(qAbs(view.transform().m11() - before) < 0.01);
    }

    void aScreenReaderIsTold() {
        GraphView view;
        view.setGraph(ring());
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        auto* read = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(read && !read->text(QAccessible::Name).isEmpty());
        view.selectNode(1);
        const QString text = read->text(QAccessible::Description);
        QVERIFY2(text.contains(QStringLiteral("parent")) &&
                     text.contains(QStringLiteral("to requests: 12 msg/s")) &&
                     text.contains(QStringLiteral("from answers")),
                 qPrintable(text));
    }

    void picturesAreSaved() {
        GraphView view;
        view.setGraph(ring());
        QVERIFY(!view.savePicture(QStringLiteral("/nowhere.svg")));  // there is nothing yet
        QTRY_COMPARE(view.places().size(), std::size_t{4});
        QTemporaryDir folder;
        const QString svg = folder.filePath(QStringLiteral("graph.svg")),
                      png = folder.filePath(QStringLiteral("graph.png"));
        QVERIFY(view.savePicture(svg));
        QVERIFY(view.savePicture(png));
        QVERIFY(!view.savePicture(folder.filePath(QStringLiteral("no/such.png"))));
        const QImage image(png);
        QVERIFY(image.width() > 400);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(text.contains("requests") && text.contains("12 msg/s, 3.4 KiB/s"));
    }
};

QTEST_MAIN(TestGraph)
#include "test_graph.moc"

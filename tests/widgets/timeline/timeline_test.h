// What the tests of the timeline under a person's hands share: a made-up run, and where things are.
#pragma once

#include "helpers/qt_guard.h"
#include "timeline/mini_map.h"
#include "timeline/time_axis.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QWheelEvent>
#include <QtTest>

#include <memory>

namespace ipcscope::testing {

class TimelineTest : public GuiTest {
    Q_OBJECT
protected:
    static constexpr int header = 210;
    std::unique_ptr<MadeUpTimeline> source_;
    std::unique_ptr<TimelineView> view_;

    void open(bool running = false) {
        view_.reset();
        source_ = makeScene(running);
        view_ = std::make_unique<TimelineView>();
        view_->resize(1200, 420);
        view_->setSource(source_.get());
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        view_->grab();
        view_->refresh();
    }
    int rulerHeight() const { return view_->fontMetrics().height() + 14; }
    int xOf(qint64 time) const {
        const double share = static_cast<double>(time - view_->visibleBegin()) /
                             static_cast<double>(view_->visibleEnd() - view_->visibleBegin());
        return header + static_cast<int>(share * (view_->viewport()->width() - header));
    }
    QPoint inLane(int lane, qint64 time) const {
        std::vector<TimelineLane> lanes = source_->lanes();
        int y = rulerHeight() + view_->fontMetrics().height() + 10;
        for (int i = 0; i < lane; ++i)
            y += view_->fontMetrics().height() + 15;
        return {xOf(time), y + 12};
    }
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at, view_->viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view_->viewport(), &event);
    }
    qint64 span() const { return view_->visibleEnd() - view_->visibleBegin(); }
    quint64 firstJoined() const {
        std::vector<TimelineArrow> arrows;
        source_->arrows(source_->firstTime(), source_->lastTime() + 1, 50, arrows);
        return arrows.front().fromSeq;
    }

private slots:
    void cleanup() { view_.reset(); }
};

std::unique_ptr<QObject> timeline_lanes();   // arranging.cpp
std::unique_ptr<QObject> timeline_places();  // places.cpp

}  // namespace ipcscope::testing

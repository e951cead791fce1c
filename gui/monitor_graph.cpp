#include "monitor_graph.h"

#include "graph/graph_view.h"
#include "icons.h"
#include "monitor_words.h"
#include "tool_keys.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace ipcscope {

MonitorGraphPanel::MonitorGraphPanel(MonitorWatch& watch, QWidget* parent)
    : QWidget(parent),
      watch_(watch),
      view_(new GraphView),
      pages_(new QStackedWidget),
      empty_(new QLabel),
      left_(new QLabel),
      scope_(new QComboBox) {
    setObjectName(QStringLiteral("monitorGraph"));
    view_->setAccessibleName(tr("Graph of who holds what"));
    scope_->setAccessibleName(tr("What the graph shows"));
    scope_->setObjectName(QStringLiteral("monitorGraphScope"));
    scope_->addItems({tr("Around the selection"), tr("The whole machine")});
    auto* tools = new QToolBar(tr("Graph tools"));
    tools->setIconSize({18, 18});
    tools->setMovable(false);
    makeReachable(tools);
    const auto add = [&](const char* icon, const QString& text, auto slot) {
        auto* action = tools->addAction(actionIcon(QString::fromLatin1(icon)), text);
        action->setToolTip(text);
        connect(action, &QAction::triggered, view_, slot);
    };
    add("fit", tr("Show all"), &GraphView::fit);
    add("zoom-in", tr("Zoom in"), &GraphView::zoomIn);
    add("zoom-out", tr("Zoom out"), &GraphView::zoomOut);
    add("arrange", tr("Arrange anew"), &GraphView::arrange);
    tools->addSeparator();
    tools->addWidget(scope_);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setMargin(24);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    left_->setWordWrap(true);
    left_->setMargin(6);
    left_->hide();
    pages_->addWidget(empty_);
    pages_->addWidget(view_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(left_);
    column->addWidget(pages_, 1);
    setFocusProxy(view_);
    connect(&watch, &MonitorWatch::sampled, this, &MonitorGraphPanel::refresh);
    connect(&watch, &MonitorWatch::selectionChanged, this, &MonitorGraphPanel::refresh);
    connect(scope_, &QComboBox::currentIndexChanged, this, &MonitorGraphPanel::refresh);
    connect(view_, &GraphView::nodeSelected, this, &MonitorGraphPanel::follow);
}

void MonitorGraphPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void MonitorGraphPanel::setFilter(const RowFilter* filter) {
    filter_ = filter;
    scope_->setItemText(1, filter ? tr("What the filter finds") : tr("The whole machine"));
    if (scope_->currentIndex() == 1) centre_.clear();  // another picture
    refresh();
}

void MonitorGraphPanel::refresh() {
    if (!isVisible()) return;
    left_->hide();
    const auto snapshot = watch_.now();
    if (!snapshot) {
        empty_->setText(tr("Nothing has been looked at yet."));
        return pages_->setCurrentIndex(0);
    }
    const bool whole = scope_->currentIndex() == 1;
    auto object = whole || watch_.object().empty() ? std::nullopt : snapshot->find(watch_.object());
    auto process = whole || !watch_.process() ? std::nullopt : findProcess(*snapshot, *watch_.process());
    if (!whole && !object && !process) {
        empty_->setText(tr(
            "Choose an object or a process: who holds it, in which direction, and what is at the other end "
            "is drawn here. “The whole machine” shows all that joins one process with another, or what the "
            "filter finds."));
        return pages_->setCurrentIndex(0);
    }
    const auto made = neighbourhood(*snapshot, object, process, filter_);
    if (made.scene.nodes.empty()) {
        empty_->setText(
            made.leftOut ? tr("This is held by more processes than a graph can show.")
            : filter_    ? tr("No object matches the filter.")
                      : tr("Nothing on this machine joins one process with another, as far as can be seen."));
        return pages_->setCurrentIndex(0);
    }
    objects_.clear();
    processes_.clear();
    for (std::size_t i = 0; i < made.scene.nodes.size(); ++i) {
        const auto key = made.scene.nodes[i].key;
        if (i < made.processes.size())
            processes_[key] = keyOf(snapshot->processes[made.processes[i]]);
        else
            objects_[key] = snapshot->ref(snapshot->objects[made.objects[i - made.processes.size()]]);
    }
    left_->setText(
        tr("%n object(s) are left out: a graph of so many shows nothing any more. A filter makes "
           "them fewer.",
           nullptr, static_cast<int>(made.leftOut)));
    left_->setVisible(made.leftOut > 0);
    pages_->setCurrentIndex(1);
    const QString centre = whole    ? QStringLiteral("*")
                           : object ? QString::fromStdString(watch_.object())
                                    : QString::number(watch_.process()->pid);
    const bool other = std::exchange(centre_, centre) != centre;
    view_->setGraph(made.scene);
    if (other) view_->fit();
    for (const auto& [key, ref] : objects_)
        if (ref == watch_.object()) view_->selectNode(key);
    for (const auto& [key, one] : processes_)
        if (watch_.process() == one) view_->selectNode(key);
}

void MonitorGraphPanel::follow(quint64 key) {
    if (const auto object = objects_.find(key); object != objects_.end())
        watch_.selectObject(std::string(object->second));
    else if (const auto process = processes_.find(key); process != processes_.end())
        watch_.selectProcess(process->second);
}

}  // namespace ipcscope

#include "view_memory.h"

#include "session.h"
#include "session_file/writer.h"
#include "session_files.h"
#include "timeline/timeline_view.h"
#include "words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace ipcscope {

namespace {

constexpr std::array<const char*, lane_groupings> groupings = {"by_kind", "by_process", "by_mechanism",
                                                               "by_object", "ungrouped"};

std::vector<std::string> plain(const QStringList& list) {
    std::vector<std::string> out;
    for (const auto& item : list)
        out.push_back(item.toStdString());
    return out;
}

QStringList list(const std::vector<std::string>& items) {
    QStringList out;
    for (const auto& item : items)
        out += fromUtf8(item);
    return out;
}

}  // namespace

ViewMemory::ViewMemory(Session& session, TimelineView& timeline, QObject* parent)
    : QObject(parent), session_(session), timeline_(timeline) {
    settle_.setSingleShot(true);
    settle_.setInterval(500);
    connect(&settle_, &QTimer::timeout, this, &ViewMemory::flush);
    connect(&session_.document(), &ProgramDocument::titleChanged, this, &ViewMemory::adopt);
    connect(&session_.document(), &ProgramDocument::replaced, this, [this] {
        replaced_ = true;  // a file tells its path at once after this
        QTimer::singleShot(0, this, [this] { replaced_ = false; });
        if (path_.isEmpty()) apply(kept_ = {});
    });
    connect(&session_.controller(), &RunController::runChanged, this, [this] { saved_.clear(); });
    connect(&timeline_, &TimelineView::arrangementChanged, this, &ViewMemory::changed);
    connect(&timeline_, &TimelineView::bookmarksChanged, this, &ViewMemory::changed);
    connect(&session_.filter(), &FilterController::changed, this, &ViewMemory::changed);
    connect(&session_.filter().saved(), &SavedFilters::sessionChanged, this, &ViewMemory::changed);
}

ViewMemory::~ViewMemory() {
    flush();
}

ViewNotes ViewMemory::notes() const {
    ViewNotes out;
    const auto& lanes = timeline_.arrangement();
    const auto grouping = static_cast<std::size_t>(lanes.grouping);
    if (lanes.grouping != LaneGrouping::kind && grouping < groupings.size())
        out.grouping = groupings[grouping];
    out.lane_order = plain(lanes.order);
    out.pinned = plain(lanes.pinned);
    out.hidden = plain(lanes.hidden);
    out.collapsed = plain(lanes.collapsed);
    for (auto it = lanes.labels.begin(); it != lanes.labels.end(); ++it)
        out.labels[it.key().toStdString()] = it.value().toStdString();
    for (auto it = lanes.colours.begin(); it != lanes.colours.end(); ++it)
        out.colours[it.key().toStdString()] = it.value();
    for (const auto& mark : timeline_.bookmarks())
        out.bookmarks.push_back({mark.time, mark.note.toStdString()});
    for (const auto& each : session_.filter().saved().ofSession())
        out.filters.push_back({each.name.toStdString(), each.text.toStdString()});
    out.filter = session_.filter().text().toStdString();
    out.filter_dims = session_.filter().active() && session_.filter().mode() == FilterController::Mode::dim;
    return out;
}

void ViewMemory::apply(const ViewNotes& notes) {
    applying_ = true;
    LaneArrangement lanes;
    for (std::size_t i = 0; i < groupings.size(); ++i)
        if (notes.grouping == groupings[i]) lanes.grouping = static_cast<LaneGrouping>(i);
    lanes.order = list(notes.lane_order);
    lanes.pinned = list(notes.pinned);
    lanes.hidden = list(notes.hidden);
    lanes.collapsed = list(notes.collapsed);
    for (const auto& [name, label] : notes.labels)
        lanes.labels[fromUtf8(name)] = fromUtf8(label);
    for (const auto& [name, colour] : notes.colours)
        if (colour >= 0 && colour < 10) lanes.colours[fromUtf8(name)] = colour;
    timeline_.setArrangement(lanes);
    Bookmarks marks;
    for (const auto& mark : notes.bookmarks)
        marks.push_back({mark.time_ns, fromUtf8(mark.note)});
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto& a, const auto& b) { return a.time < b.time; });
    timeline_.setBookmarks(std::move(marks));
    std::vector<SavedFilter> filters;
    for (const auto& each : notes.filters)
        filters.push_back({fromUtf8(each.name), fromUtf8(each.text), SavedFilter::Place::session});
    session_.filter().saved().setOfSession(std::move(filters));
    session_.filter().apply(fromUtf8(notes.filter));
    if (!notes.filter.empty())
        session_.filter().setMode(notes.filter_dims ? FilterController::Mode::dim
                                                    : FilterController::Mode::hide);
    applying_ = false;
}

QString ViewMemory::keyOf(const QString& path) {
    const auto hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("views/") + QString::fromLatin1(hash.left(20));
}

void ViewMemory::adopt() {
    const auto& document = session_.document();
    const auto path = document.path().isEmpty() ? QString() : QFileInfo(document.path()).absoluteFilePath();
    if (path == path_) return;
    flush();
    path_ = path;
    if (path_.isEmpty()) return apply(kept_ = {});
    if (!std::exchange(replaced_, false)) return changed();  // saved: the same views have another place
    if (isSessionPath(path_)) {
        // The recording is shown a moment later.
        QTimer::singleShot(0, this, [this, path] {
            const auto& file = session_.controller().shown();
            if (path_ == path && file) apply(kept_ = file->notes());
        });
        return;
    }
    apply(kept_ = ViewNotes::from_json(QSettings().value(keyOf(path_)).toString().toStdString()));
}

void ViewMemory::saved(const QString& path, const ViewNotes& notes) {
    saved_ = QFileInfo(path).absoluteFilePath();
    if (path_ == saved_) kept_ = notes;
}

void ViewMemory::changed() {
    if (!applying_ && !path_.isEmpty()) settle_.start();
}

void ViewMemory::flush() {
    settle_.stop();
    const auto now = notes();
    if (path_.isEmpty() || now == kept_) return;
    if (isSessionPath(path_)) {
        // Only into the very file that is shown, or that what is shown was saved into.
        const auto& file = session_.controller().shown();
        const bool shown = file && QFile::encodeName(path_) == QByteArray::fromStdString(file->path());
        if (!shown && path_ != saved_) return;
        if (const auto saved = save_notes(QFile::encodeName(path_).toStdString(), now); !saved)
            emit session_.told(fromUtf8(saved.error().text()));
    } else {
        QSettings().setValue(keyOf(path_), fromUtf8(now.json()));
    }
    kept_ = now;
}

}  // namespace ipcscope

#include "timeline_export.h"

#include "picture_export.h"
#include "session.h"
#include "timeline/timeline_view.h"
#include "words.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMessageBox>

namespace ipcscope {

TimelineExport::TimelineExport(Session& session, TimelineView& view, QWidget* parent)
    : QMenu(tr("Export &timeline"), parent), session_(session), view_(view) {
    setObjectName(QStringLiteral("timelineExport"));
    const auto file = [this](const QString& text, const QString& title, const QString& filter,
                             const char* suffix) {
        connect(addAction(text), &QAction::triggered, this,
                [this, title, filter, suffix] { askAndExport(title, filter, QString::fromLatin1(suffix)); });
    };
    file(tr("&SVG picture…"), tr("Export as SVG"), tr("SVG pictures (*.svg)"), "svg");
    file(tr("&PNG picture…"), tr("Export as PNG"), tr("PNG pictures (*.png)"), "png");
    addSeparator();
    connect(addAction(tr("&Copy picture")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setImage(picture().image(pictureRatio));
        emit session_.told(tr("The picture is on the clipboard."));
    });
    addSeparator();
    inSight_ = addAction(tr("Only what is in s&ight"));
    inSight_->setCheckable(true);
    inSight_->setChecked(true);
    inSight_->setStatusTip(tr("Else the whole recording, with all lanes"));
    asShown_ = addAction(tr("Pictures in the &window's colours"));
    asShown_->setCheckable(true);
    asShown_->setStatusTip(tr("Else they are on white, as documents and slides are"));
}

void TimelineExport::setInSight(bool on) {
    inSight_->setChecked(on);
}

TimelinePicture TimelineExport::picture() const {
    auto picture = TimelinePicture::of(
        view_, inSight_->isChecked() ? TimelinePicture::Part::seen : TimelinePicture::Part::whole,
        asShown_->isChecked() ? view_.palette() : paperPalette());
    picture.title = session_.document().title();
    const auto axis = picture.axis();
    picture.description = tr("Timeline of %1: %2 from %3 on.")
                              .arg(picture.title, durationText(static_cast<qint64>(axis.span)),
                                   durationText(std::max<qint64>(0, static_cast<qint64>(axis.begin))));
    return picture;
}

void TimelineExport::askAndExport(const QString& title, const QString& filter, const QString& suffix) {
    const QString path =
        askPicturePath(parentWidget(), session_, title, filter, QStringLiteral("timeline"), suffix);
    if (path.isEmpty()) return;
    if (const QString problem = exportTo(path); !problem.isEmpty()) {
        QMessageBox::warning(parentWidget(), title, problem);
        return;
    }
    emit session_.told(tr("%1 is written. %2").arg(QFileInfo(path).fileName(), told_));
}

QString TimelineExport::exportTo(const QString& path) {
    told_.clear();
    if (!session_.controller().recording()) return tr("There is nothing to export: nothing has run.");
    const auto picture = this->picture();
    if (picture.lanes_cut > 0)
        told_ = tr("It was cut: %n lane(s) are not in it, which it says.", nullptr, picture.lanes_cut);
    bool dense = false;
    const bool vector = QFileInfo(path).suffix().compare(QLatin1String("svg"), Qt::CaseInsensitive) == 0;
    const auto problem = writeWhole(path, [&](QIODevice& device) {
        return vector ? picture.writeSvg(device, &dense) : picture.image(pictureRatio).save(&device, "PNG");
    });
    if (dense)
        told_ += tr("It was cut, as it would have too many shapes, which it says: a PNG has them all.");
    return problem;
}

}  // namespace ipcscope

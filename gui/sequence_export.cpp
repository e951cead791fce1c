// The sequence view as a file or on the clipboard.
#include "icons.h"
#include "long_work.h"
#include "sequence/sequence_picture.h"
#include "sequence/sequence_view.h"
#include "sequence_adapter.h"
#include "sequence_panel.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QSaveFile>
#include <QThread>

namespace ipcscope {

namespace {
constexpr double pictureRatio = 2;  // device pixels per logical one: sharp on slides
}

void SequencePanel::makeExportMenu() {
    exportMenu_->setObjectName(QStringLiteral("sequenceExport"));
    const auto file = [this](const QString& text, const QString& title, const QString& filter,
                             const char* suffix) {
        connect(exportMenu_->addAction(text), &QAction::triggered, this,
                [this, title, filter, suffix] { askAndExport(title, filter, QString::fromLatin1(suffix)); });
    };
    file(tr("&SVG picture…"), tr("Export as SVG"), tr("SVG pictures (*.svg)"), "svg");
    file(tr("&PNG picture…"), tr("Export as PNG"), tr("PNG pictures (*.png)"), "png");
    file(tr("&Mermaid text…"), tr("Export for Mermaid"), tr("Mermaid diagrams (*.mmd)"), "mmd");
    file(tr("Plant&UML text…"), tr("Export for PlantUML"), tr("PlantUML diagrams (*.puml)"), "puml");
    exportMenu_->addSeparator();
    connect(exportMenu_->addAction(tr("&Copy picture")), &QAction::triggered, this, [this] {
        if (!findAllRows()) return;
        const auto [first, last] = chosenRows();
        const auto picture = SequencePicture::of(*view_, first, last, picturePalette(), pictureRatio, false);
        QGuiApplication::clipboard()->setImage(picture.image(pictureRatio));
        emit session_.told(tr("The picture is on the clipboard."));
    });
    connect(exportMenu_->addAction(tr("Copy as M&ermaid text")), &QAction::triggered, this, [this] {
        const QString text = diagramText(DiagramLanguage::mermaid);
        if (cancelled_) return;
        QGuiApplication::clipboard()->setText(text);
        emit session_.told(tr("The diagram is on the clipboard. %1").arg(told_));
    });
    exportMenu_->addSeparator();
    inSight_ = exportMenu_->addAction(tr("Only rows in s&ight"));
    inSight_->setCheckable(true);
    asShown_ = exportMenu_->addAction(tr("Pictures in the &window's colours"));
    asShown_->setCheckable(true);
    asShown_->setStatusTip(tr("Else they are on white, as documents and slides are"));
}

std::pair<qint64, qint64> SequencePanel::chosenRows() const {
    return inSight_->isChecked() ? view_->rowsInSight()
                                 : std::pair<qint64, qint64>{0, adapter_ ? adapter_->rowCount() - 1 : -1};
}

QPalette SequencePanel::picturePalette() const {
    if (asShown_->isChecked()) return palette();
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::Base, Qt::white);
    return light;
}

void SequencePanel::askAndExport(const QString& title, const QString& filter, const QString& suffix) {
    const QString stem = QFileInfo(session_.document().path()).completeBaseName();
    QString path = QFileDialog::getSaveFileName(
        this, title, (stem.isEmpty() ? QStringLiteral("sequence") : stem) + QLatin1Char('.') + suffix,
        filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0) path += QLatin1Char('.') + suffix;
    if (const QString problem = exportTo(path); !problem.isEmpty()) {
        QMessageBox::warning(this, title, problem);
        return;
    }
    if (cancelled_) return emit session_.told(tr("The export was cancelled: nothing is written."));
    emit session_.told(tr("%1 is written. %2").arg(QFileInfo(path).fileName(), told_));
}

// Also while the view is not shown, and of a run that it has not been shown for yet. false = cancelled.
bool SequencePanel::findAllRows() {
    bringUpToDate();
    if (!adapter_ || !adapter_->scan().busy()) return true;
    const bool found = workBesideWindow(this, tr("Export"), tr("Looking for the rows …"),
                                        [adapter = adapter_](const GoOn& goOn) {
                                            const auto& scan = adapter->scan();
                                            while (scan.busy() && goOn(scan.progress()))
                                                QThread::msleep(5);
                                        });
    bringUpToDate();
    return found;
}

QString SequencePanel::diagramText(DiagramLanguage language) {
    told_.clear();
    if (cancelled_ = !findAllRows(); cancelled_ || !adapter_) return {};
    const auto run = adapter_->run();
    SequenceTextOptions options;
    options.title = session_.document().title().toStdString();
    options.choice = adapter_->choice();
    options.rows = adapter_->rows();
    const auto [first, last] = chosenRows();
    options.first_row = static_cast<std::uint64_t>(std::max<qint64>(0, first));
    options.end_row = static_cast<std::uint64_t>(last + 1);
    const auto out = std::make_shared<SequenceText>();
    cancelled_ = !workBesideWindow(this, tr("Export"), tr("Writing the diagram …"),
                                   [run, language, options, out](const GoOn& goOn) mutable {
                                       options.go_on = goOn;
                                       *out = sequence_text(*run, language, options);
                                   });
    if (cancelled_) return {};
    if (out->steps_left_out > 0 || out->columns_left_out > 0)
        told_ = tr("It was cut: %1 rows and %2 columns are not in it, which it says.")
                    .arg(QLocale().toString(static_cast<qulonglong>(out->steps_left_out)),
                         QLocale().toString(static_cast<qulonglong>(out->columns_left_out)));
    return fromUtf8(out->text);
}

QString SequencePanel::exportTo(const QString& path) {
    told_.clear();
    if (cancelled_ = !findAllRows(); cancelled_) return {};
    if (!adapter_) return tr("There is nothing to export: nothing has run.");
    const QString kind = QFileInfo(path).suffix().toLower();
    QByteArray text;
    if (kind == QLatin1String("mmd")) text = diagramText(DiagramLanguage::mermaid).toUtf8();
    if (kind == QLatin1String("puml")) text = diagramText(DiagramLanguage::plantuml).toUtf8();
    if (cancelled_) return {};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    bool written = true;
    if (!text.isEmpty()) {
        written = file.write(text) == text.size();
    } else {
        const auto [first, last] = chosenRows();
        const bool vector = kind == QLatin1String("svg");
        auto picture = SequencePicture::of(*view_, first, last, picturePalette(), pictureRatio, vector);
        picture.title = session_.document().title();
        QStringList names;
        for (const auto& column : picture.frame.columns)
            names += column.label;
        picture.description =
            tr("Sequence diagram of %1; %2 rows.")
                .arg(names.join(QStringLiteral(", ")), QLocale().toString(picture.last - picture.first + 1));
        if (picture.cut > 0)
            told_ =
                tr("It was cut: %1 rows are not in it, which it says.").arg(QLocale().toString(picture.cut));
        written = vector ? picture.writeSvg(file) : picture.image(pictureRatio).save(&file, "PNG");
    }
    if (!written || !file.commit()) return tr("%1 cannot be written: %2").arg(path, file.errorString());
    return {};
}

}  // namespace ipcscope

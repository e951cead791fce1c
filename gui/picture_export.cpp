#include "picture_export.h"

#include "session.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace ipcscope {

QPalette paperPalette() {
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::Base, Qt::white);
    return light;
}

QString askPicturePath(QWidget* parent, Session& session, const QString& title, const QString& filter,
                       const QString& stem, const QString& suffix) {
    const QString base = QFileInfo(session.document().path()).completeBaseName();
    QString path = QFileDialog::getSaveFileName(
        parent, title, (base.isEmpty() ? stem : base) + QLatin1Char('.') + suffix, filter);
    if (!path.isEmpty() && QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0)
        path += QLatin1Char('.') + suffix;
    return path;
}

QString writeWhole(const QString& path, const std::function<bool(QIODevice&)>& write) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return file.errorString();
    if (write(file) && file.commit()) return {};
    return QCoreApplication::translate("ipcscope::PictureExport", "%1 cannot be written: %2")
        .arg(path, file.errorString());
}

}  // namespace ipcscope

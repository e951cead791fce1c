#include "icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace ipcscope {

namespace {

// Draws when asked, with the palette of that moment: a change of theme needs no new icons.
class SvgEngine : public QIconEngine {
public:
    SvgEngine(QByteArray svg, QColor colour) : svg_(std::move(svg)), colour_(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto palette = QGuiApplication::palette();
        QColor colour = colour_.isValid() ? colour_ : palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Selected) colour = palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled) colour = palette.color(QPalette::Disabled, QPalette::ButtonText);
        QByteArray svg = svg_;
        svg.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        if (mode == QIcon::Disabled) painter->setOpacity(0.6);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SvgEngine(svg_, colour_); }

private:
    QByteArray svg_;
    QColor colour_;
};

QByteArray resource(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QIcon actionIcon(const QString& name) {
    return actionIcon(name, QColor());
}

QIcon actionIcon(const QString& name, const QColor& colour) {
    return QIcon(new SvgEngine(resource(QStringLiteral(":/icons/actions/%1.svg").arg(name)), colour));
}

QIcon mechanismIcon(const char* id) {
    QByteArray svg = resource(QStringLiteral(":/icons/mechanisms/%1.svg").arg(QLatin1String(id)));
    if (svg.isEmpty()) svg = resource(QStringLiteral(":/icons/mechanisms/generic.svg"));
    return QIcon(new SvgEngine(svg, QColor()));
}

QIcon statusIcon(const QColor& colour) {
    static const QByteArray dot(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"6\" "
        "fill=\"currentColor\"/></svg>");
    return QIcon(new SvgEngine(dot, colour));
}

}  // namespace ipcscope

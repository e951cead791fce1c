// The graph as a file, for documents and slides.
#include "common/palette.h"
#include "common/picture_page.h"
#include "graph/graph_items.h"
#include "graph/graph_view.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace ipcscope {

bool GraphView::savePicture(const QString& path) {
    if (placed_.empty()) return false;
    const QRectF all = contents().adjusted(-24, -24, 24, 24);
    PicturePage page;
    page.description = accessibleName();
    page.font = font();
    page.palette = palette();
    page.body = all.size();
    page.paint = [&](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        // Not QGraphicsScene::render: items are to see our palette.
        painter.translate(-all.topLeft());
        const auto items = scene()->items(Qt::AscendingOrder);
        for (auto* item : items) {
            if (!item->isVisible()) continue;
            painter.save();
            painter.translate(item->pos());
            QStyleOptionGraphicsItem option;
            item->paint(&painter, &option, viewport());
            painter.restore();
        }
    };
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && page.writeSvg(file);
    }
    constexpr double most = 16'000;  // pixels a side
    const auto image = page.image(std::min(2.0, most / std::max(all.width(), all.height())));
    return !image.isNull() && image.save(path);
}

}  // namespace ipcscope

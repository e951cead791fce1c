#include "state/message_view.h"

#include "common/tones.h"
#include "schema/text.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace ipcscope {

namespace {

constexpr int spacing = 4, arrow = 14;
constexpr int maxRows = 1000;  // a table is for reading; more than this is counted

}  // namespace

QueueStrip::QueueStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QueueStrip::set(std::vector<Box> boxes) {
    boxes_ = std::move(boxes);
    selected_ = -1;
    setAccessibleDescription(QString::fromStdString(print_quantity(count(), Unit::messages)));
    update();
}

void QueueStrip::select(int index) {
    selected_ = index;
    update();
}

QSize QueueStrip::sizeHint() const {
    return {240, fontMetrics().height() + 22};
}

std::vector<QRectF> QueueStrip::places() const {
    std::vector<QRectF> places;
    const double right = width() - 1, height = this->height() - 2;
    double x = arrow + 4;
    const double rest = fontMetrics().horizontalAdvance(QStringLiteral("+ 9999")) + 6;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        const double text = fontMetrics().horizontalAdvance(boxes_[i].text) + 14;
        const double w = std::clamp(text, 30.0, 76.0);
        const bool last = i + 1 == boxes_.size();
        if (x + w > right - (last ? 0 : rest)) break;
        places.emplace_back(x, 1, w, height);
        x += w + spacing;
    }
    return places;
}

void QueueStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor text = palette().color(QPalette::Text), base = palette().color(QPalette::Base);
    const QColor quiet = tone(palette(), Tone::quiet);
    const double middle = height() / 2.0;
    painter.setPen(Qt::NoPen);  // the way out
    painter.setBrush(quiet);
    painter.drawPolygon(QPolygonF({{2, middle}, {10, middle - 5}, {10, middle + 5}}));
    if (boxes_.empty()) {
        painter.setPen(QPen(mixed(text, base, 0.3), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        const QRectF room(arrow + 4.5, 1.5, width() - arrow - 6, height() - 3);
        painter.drawRoundedRect(room, 4, 4);
        painter.setPen(quiet);
        painter.drawText(room, Qt::AlignCenter, tr("no messages"));
        return;
    }
    const std::vector<QRectF> shown = places();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const QColor colour = boxes_[i].colour < 0 ? quiet : series(palette(), boxes_[i].colour);
        const bool chosen = static_cast<int>(i) == selected_;
        painter.setPen(QPen(colour, chosen ? 2.4 : 1.2));
        painter.setBrush(mixed(colour, base, chosen ? 0.45 : 0.22));
        painter.drawRoundedRect(shown[i].adjusted(1, 1, -1, -1), 4, 4);
        painter.setPen(text);
        const QRectF inner = shown[i].adjusted(6, 0, -6, 0);
        painter.drawText(
            inner, Qt::AlignCenter,
            fontMetrics().elidedText(boxes_[i].text, Qt::ElideRight, static_cast<int>(inner.width()) + 1));
    }
    if (shown.size() < boxes_.size()) {
        const double x = shown.empty() ? arrow + 4 : shown.back().right() + spacing;
        painter.setPen(quiet);
        painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("+ %1").arg(boxes_.size() - shown.size()));
    }
}

void QueueStrip::mousePressEvent(QMouseEvent* event) {
    const std::vector<QRectF> shown = places();
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i].contains(event->position())) Q_EMIT clicked(static_cast<int>(i));
}

MessageView::MessageView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent),
      bar_(new FillBar(this)),
      strip_(new QueueStrip(this)),
      note_(new ToneLabel(Tone::quiet, this)),
      table_(new QTableWidget(this)) {
    for (const StateSpec& spec : object.state) {
        const bool bytes = spec.type.kind == Kind::integer && spec.type.unit == Unit::bytes;
        if (!array_ && spec.type.kind == Kind::array) array_ = &spec;
        if (bytes && std::string_view(spec.name) == "bytes") filled_ = &spec;
        if (bytes && std::string_view(spec.name) == "capacity") whole_ = &spec;
    }
    QStringList heads{QStringLiteral("#")};
    if (array_)
        for (const ParamSpec& field : array_->type.fields.front().type.fields) {
            const std::string_view name = field.name;
            if (!text_ && field.type.kind == Kind::bytes) text_ = &field;
            if (!size_ && field.type.kind == Kind::integer && field.type.unit == Unit::bytes) size_ = &field;
            if (!kind_ && (name == "type" || name == "priority")) kind_ = &field;
            columns_.push_back(&field);
        }
    // The text takes the room that is left: it stands last.
    std::stable_partition(columns_.begin(), columns_.end(),
                          [this](const ParamSpec* c) { return c != text_; });
    for (const ParamSpec* column : columns_)
        heads += titleOf(this->translate(), column->label, column->name);
    strip_->setAccessibleName(accessibleName());
    strip_->setToolTip(tr("The next message to come out stands at the left"));
    table_->setColumnCount(static_cast<int>(heads.size()));
    table_->setHorizontalHeaderLabels(heads);
    table_->setAccessibleName(array_ ? titleOf(this->translate(), array_->label, array_->name)
                                     : accessibleName());
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setTabKeyNavigation(false);
    table_->setWordWrap(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(strip_, &QueueStrip::clicked, table_, &QTableWidget::selectRow);
    connect(table_, &QTableWidget::itemSelectionChanged, this,
            [this] { strip_->select(table_->currentRow()); });

    bar_->setVisible(filled_ != nullptr);
    if (filled_) bar_->setAccessibleName(titleOf(this->translate(), filled_->label, filled_->name));
    body()->addWidget(bar_);
    body()->addWidget(strip_);
    body()->addWidget(table_, 1);
    body()->addWidget(note_);
    addFigures({array_, filled_, filled_ ? whole_ : nullptr});
}

void MessageView::show(const Fields& state) {
    const Value* filled = filled_ ? fieldOf(state, filled_->name) : nullptr;
    const Value* whole = whole_ ? fieldOf(state, whole_->name) : nullptr;
    if (filled) bar_->set(filled->integer(), whole ? whole->integer() : 0, Unit::bytes);
    const Value* value = array_ ? fieldOf(state, array_->name) : nullptr;
    const auto* list = value ? value->as<List>() : nullptr;
    const int count = list ? static_cast<int>(list->size()) : 0;
    const int rows = std::min(count, maxRows), chosen = table_->currentRow();
    const bool told = value || !array_;  // what is not known is not shown as empty
    strip_->setVisible(told);
    table_->setVisible(told);

    std::vector<QueueStrip::Box> boxes;
    std::vector<std::int64_t> kinds;
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    table_->setRowCount(rows);
    for (int row = 0; row < count; ++row) {
        const auto* fields = (*list)[static_cast<std::size_t>(row)].as<Fields>();
        if (!fields) continue;
        QueueStrip::Box box;
        if (const Value* text = text_ ? fieldOf(*fields, text_->name) : nullptr)
            box.text = shortText(text->bytes(), 40);
        if (const Value* size = size_ ? fieldOf(*fields, size_->name) : nullptr) box.size = size->integer();
        if (const Value* kind = kind_ ? fieldOf(*fields, kind_->name) : nullptr) {
            const auto known = std::find(kinds.begin(), kinds.end(), kind->integer());
            box.colour = static_cast<int>(known - kinds.begin());
            if (known == kinds.end()) kinds.push_back(kind->integer());
        }
        const int colour = box.colour;
        boxes.push_back(std::move(box));
        if (row >= rows) continue;
        const auto put = [&](int column, const QString& text) {
            QTableWidgetItem* item = table_->item(row, column);
            if (!item) table_->setItem(row, column, item = new QTableWidgetItem);
            item->setText(text);
            return item;
        };
        put(0, QString::number(row))->setForeground(tone(palette(), Tone::quiet));
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const Value* cell = fieldOf(*fields, columns_[c]->name);
            QTableWidgetItem* item =
                put(static_cast<int>(c) + 1, cell ? figure(columns_[c]->type, *cell) : QString());
            if (columns_[c] == text_) item->setFont(fixed);
            if (columns_[c] == kind_) item->setForeground(series(palette(), colour));
        }
    }
    for (int c = 0; c + 1 < table_->columnCount(); ++c)
        table_->resizeColumnToContents(c);
    strip_->set(std::move(boxes));
    if (chosen >= 0 && chosen < rows) strip_->select(chosen);
    note_->setText(count > rows ? tr("The first %1 of %2 messages").arg(rows).arg(count) : QString());
    note_->setVisible(count > rows);
}

void MessageView::clear() {
    table_->setRowCount(0);
    strip_->set({});
    bar_->set(0, 0, Unit::bytes);
}

}  // namespace ipcscope

#include "state/mark_view.h"

#include "common/tones.h"

#include <QCheckBox>
#include <QHelpEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

#include <bit>

namespace ipcscope {

namespace {

constexpr int badge = 15;

void drawBadge(QPainter& painter, const QRectF& place, const MarkGrid::Mark& mark, const QPalette& palette) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(series(palette, mark.colour));
    painter.drawRoundedRect(place, 3, 3);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(10);
    painter.setFont(font);
    painter.setPen(isDark(palette) ? Qt::black : Qt::white);
    painter.drawText(place, Qt::AlignCenter, QString(mark.letter));
}

// What all names begin with says nothing in a grid of them.
qsizetype commonPrefix(const std::vector<NamedValue>& names) {
    if (names.size() < 2) return 0;
    const QString first = QString::fromUtf8(names.front().name);
    qsizetype length = first.size();
    for (const NamedValue& named : names) {
        const QString name = QString::fromUtf8(named.name);
        while (length > 0 && (!name.startsWith(QStringView(first).left(length)) || name.size() == length))
            --length;
    }
    return length;
}

// A badge and what it means.
class LegendBadge : public QWidget {
public:
    LegendBadge(MarkGrid::Mark mark, QWidget* parent) : QWidget(parent), mark_(std::move(mark)) {
        setFixedSize(badge, badge);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBadge(painter, rect(), mark_, palette());
    }

private:
    MarkGrid::Mark mark_;
};

}  // namespace

std::vector<QChar> distinctLetters(const QStringList& labels) {
    std::vector<QChar> letters;
    static const QRegularExpression notLetter(QStringLiteral("[^\\p{L}]+"));
    for (const QString& label : labels) {
        QString candidates;
        for (const QString& word : label.split(notLetter, Qt::SkipEmptyParts))
            candidates += word[0];
        candidates += label + QLatin1String("123456789");
        for (const QChar c : candidates.toUpper()) {
            if (!c.isLetterOrNumber() || std::find(letters.begin(), letters.end(), c) != letters.end())
                continue;
            letters.push_back(c);
            break;
        }
    }
    return letters;
}

MarkGrid::MarkGrid(std::vector<Cell> cells, std::vector<Mark> marks, QWidget* parent)
    : QWidget(parent), cells_(std::move(cells)), marks_(std::move(marks)) {}

void MarkGrid::set(std::size_t mark, quint64 bits) {
    marks_[mark].bits = bits;
}

void MarkGrid::setOnlyMarked(bool on) {
    onlyMarked_ = on;
    refresh();
}

void MarkGrid::refresh() {
    QStringList words;
    for (const Mark& mark : marks_) {
        QStringList names;
        for (const Cell& cell : cells_)
            if (mark.bits >> (cell.number - 1) & 1) names += cell.full;
        if (!names.isEmpty()) words += mark.label + QLatin1String(": ") + names.join(QLatin1String(", "));
    }
    setAccessibleDescription(words.join(QLatin1String("; ")));
    setMinimumHeight(heightForWidth(width()));
    updateGeometry();
    update();
}

std::vector<const MarkGrid::Cell*> MarkGrid::visible() const {
    quint64 any = 0;
    for (const Mark& mark : marks_)
        any |= mark.bits;
    std::vector<const Cell*> shown;
    for (const Cell& cell : cells_)
        if (!onlyMarked_ || (any >> (cell.number - 1) & 1)) shown.push_back(&cell);
    return shown;
}

QSize MarkGrid::cellSize() const {
    int widest = 40;
    for (const Cell& cell : cells_)
        widest = std::max(widest, fontMetrics().horizontalAdvance(cell.name));
    return {std::min(widest, 90) + 18, fontMetrics().height() + badge + 9};
}

int MarkGrid::columns(int width) const {
    return std::max(1, width / cellSize().width());
}

int MarkGrid::heightForWidth(int width) const {
    const int n = static_cast<int>(visible().size()), per = columns(width);
    return std::max(1, (n + per - 1) / per) * cellSize().height() + 2;
}

QSize MarkGrid::sizeHint() const {
    return {cellSize().width() * 4, 300};
}

QSize MarkGrid::minimumSizeHint() const {
    return {cellSize().width() * 2, cellSize().height()};
}

void MarkGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

void MarkGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<const Cell*> shown = visible();
    const QColor text = palette().color(QPalette::Text), base = palette().color(QPalette::Base);
    const QColor window = palette().color(QPalette::Window);
    if (shown.empty()) {
        painter.setPen(tone(palette(), Tone::quiet));
        painter.drawText(rect(), Qt::AlignCenter, tr("none is marked"));
        return;
    }
    const int per = columns(width());
    const double w = static_cast<double>(width()) / per, h = cellSize().height();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Cell& cell = *shown[i];
        const int column = static_cast<int>(i) % per, row = static_cast<int>(i) / per;
        const QRectF place(column * w, row * h, w - 3, h - 3);
        std::vector<const Mark*> has;
        for (const Mark& mark : marks_)
            if (mark.bits >> (cell.number - 1) & 1) has.push_back(&mark);
        painter.setPen(QPen(mixed(text, window, has.empty() ? 0.12 : 0.4), 1));
        painter.setBrush(has.empty() ? mixed(base, window, 0.4)
                                     : mixed(series(palette(), has.front()->colour), base, 0.13));
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setFont(font());
        painter.setPen(has.empty() ? mixed(text, window, 0.5) : text);
        const QRectF name = place.adjusted(5, 2, -4, 0);
        painter.drawText(name, Qt::AlignTop | Qt::AlignLeft,
                         fontMetrics().elidedText(cell.name, Qt::ElideRight, static_cast<int>(name.width())));
        double x = place.left() + 5;
        const double y = place.bottom() - badge - 3;
        for (const Mark* mark : has) {
            drawBadge(painter, QRectF(x, y, badge - 1, badge - 1), *mark, palette());
            x += badge + 1;
        }
        if (has.size() < 3) {
            QFont small = font();
            small.setPointSizeF(small.pointSizeF() * 0.8);
            painter.setFont(small);
            painter.setPen(mixed(text, window, 0.45));
            painter.drawText(place.adjusted(0, 0, -5, -3), Qt::AlignRight | Qt::AlignBottom,
                             QString::number(cell.number));
        }
    }
}

bool MarkGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int per = columns(width());
    const int column = static_cast<int>(help->pos().x() * per / std::max(1, width()));
    const auto at = static_cast<std::size_t>(help->pos().y() / cellSize().height() * per + column);
    const std::vector<const Cell*> shown = visible();
    if (at >= shown.size()) {
        QToolTip::hideText();
        return true;
    }
    QStringList lines{tr("%1 (%2)").arg(shown[at]->full).arg(shown[at]->number)};
    if (!shown[at]->help.isEmpty()) lines += shown[at]->help;
    for (const Mark& mark : marks_)
        if (mark.bits >> (shown[at]->number - 1) & 1) lines += mark.label;
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

MarkView::MarkView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent) {
    QStringList labels;
    for (const StateSpec& spec : object.state) {
        if (spec.type.kind != Kind::flags) continue;
        sets_.push_back(&spec);
        labels += titleOf(this->translate(), spec.label, spec.name);
    }
    const std::vector<QChar> letters = distinctLetters(labels);
    std::vector<MarkGrid::Mark> marks;
    static constexpr int colours[] = {1, 5, 0, 7,
                                      2, 3, 4, 6};  // what is pending stands out, what is ignored does not
    for (std::size_t i = 0; i < sets_.size(); ++i)
        marks.push_back({labels[static_cast<qsizetype>(i)], titleOf(this->translate(), sets_[i]->help, ""),
                         letters[i], colours[i % std::size(colours)], 0});
    std::vector<MarkGrid::Cell> cells;
    if (!sets_.empty()) {
        const std::vector<NamedValue>& names = sets_.front()->type.names;
        const qsizetype prefix = commonPrefix(names);
        for (const NamedValue& named : names) {
            const QString full = QString::fromUtf8(named.name);
            cells.push_back({full.mid(prefix), full, std::countr_zero(static_cast<quint64>(named.value)) + 1,
                             titleOf(this->translate(), named.help, "")});
        }
    }
    auto* key = new QGridLayout;
    key->setHorizontalSpacing(5);
    key->setVerticalSpacing(3);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        auto* words = new ToneLabel(Tone::normal, this);
        words->setWordWrap(false);
        words->setToolTip(marks[i].help);
        words->setObjectName(QString::fromUtf8(sets_[i]->name));
        legend_.push_back(words);
        const int row = static_cast<int>(i) / 2, column = static_cast<int>(i) % 2 * 3;
        key->addWidget(new LegendBadge(marks[i], this), row, column);
        key->addWidget(words, row, column + 1);
        key->setColumnStretch(column + 2, 1);
    }
    auto* only = new QCheckBox(tr("Only those with a mark"), this);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(accessibleName());
    grid_ = new MarkGrid(std::move(cells), std::move(marks), scroll);
    grid_->setAccessibleName(accessibleName());
    scroll->setWidget(grid_);
    connect(only, &QCheckBox::toggled, grid_, &MarkGrid::setOnlyMarked);
    body()->addLayout(key);
    body()->addWidget(only);
    body()->addWidget(scroll, 1);
    addFigures({sets_.begin(), sets_.end()});
}

void MarkView::show(const Fields& state) {
    for (std::size_t i = 0; i < sets_.size(); ++i) {
        const Value* value = fieldOf(state, sets_[i]->name);
        const auto bits = static_cast<quint64>(value ? value->integer() : 0);
        grid_->set(i, bits);
        legend_[i]->setText(tr("%1 (%2)").arg(grid_->marks()[i].label).arg(std::popcount(bits)));
    }
    grid_->refresh();
}

void MarkView::clear() {
    for (std::size_t i = 0; i < sets_.size(); ++i)
        grid_->set(i, 0);
    grid_->refresh();
}

}  // namespace ipcscope

#include "state/level_view.h"

#include "common/tones.h"
#include "schema/text.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace ipcscope {

namespace {
constexpr int gap = 6, badgeGap = 4, maxCells = 12;
}

void LevelBars::set(std::vector<Level> levels, std::int64_t whole) {
    levels_ = std::move(levels);
    whole_ = std::max<std::int64_t>(whole, 1);
    QStringList words;
    for (const Level& level : levels_) {
        QString line = tr("%1: %2").arg(level.name, QString::number(level.value));
        for (const Badge& badge : level.badges)
            line += QLatin1String(", ") + badge.text;
        words += line;
    }
    setAccessibleDescription(words.join(QLatin1String("; ")));
    setMinimumHeight(heightForWidth(width()));
    updateGeometry();
    update();
}

int LevelBars::nameWidth() const {
    int widest = 0;
    for (const Level& level : levels_)
        widest = std::max(widest, fontMetrics().horizontalAdvance(level.name));
    return std::min(widest, 140);
}

QSize LevelBars::minimumSizeHint() const {
    return {nameWidth() + 120, fontMetrics().height() * 2};
}

QSize LevelBars::sizeHint() const {
    return {nameWidth() + 220, heightForWidth(std::max(width(), 300))};
}

int LevelBars::heightForWidth(int width) const {
    return layOut(width, nullptr);
}

void LevelBars::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

void LevelBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    layOut(width(), &painter);
}

int LevelBars::layOut(int width, QPainter* painter) const {
    const QFontMetrics metrics(font());
    const int barHeight = metrics.height() + 4;
    const int left = nameWidth() + 10;
    int number = metrics.horizontalAdvance(QStringLiteral("00"));
    for (const Level& level : levels_)
        number = std::max(number, metrics.horizontalAdvance(QString::number(level.value)));
    const int barWidth = std::max(40, width - left - number - 12);
    const QColor text = palette().color(QPalette::WindowText), window = palette().color(QPalette::Window);
    const QColor quiet = tone(palette(), Tone::quiet), line = mixed(text, window, 0.25);
    const QColor accent = tone(palette(), Tone::accent), warning = tone(palette(), Tone::warning);
    int y = 2;
    for (const Level& level : levels_) {
        const bool waits =
            std::any_of(level.badges.begin(), level.badges.end(), [](const Badge& b) { return b.waits; });
        if (painter) {
            painter->setPen(quiet);
            painter->drawText(QRect(0, y, left - 10, barHeight), Qt::AlignVCenter | Qt::AlignRight,
                              metrics.elidedText(level.name, Qt::ElideMiddle, left - 10));
            const QColor fill = mixed(waits ? warning : accent, palette().color(QPalette::Base), 0.5);
            if (whole_ <= maxCells) {
                const double cell =
                    std::min(26.0, static_cast<double>(barWidth) / static_cast<double>(whole_));
                for (std::int64_t i = 0; i < whole_; ++i) {
                    const QRectF box(left + static_cast<double>(i) * cell + 0.5, y + 1.5, cell - 3,
                                     barHeight - 3);
                    painter->setPen(i < level.value ? mixed(waits ? warning : accent, text, 0.85) : line);
                    painter->setBrush(i < level.value ? fill : palette().color(QPalette::Base));
                    painter->drawRoundedRect(box, 3, 3);
                }
            } else {
                const QRectF box(left + 0.5, y + 1.5, barWidth - 1, barHeight - 3);
                painter->setPen(line);
                painter->setBrush(palette().color(QPalette::Base));
                painter->drawRoundedRect(box, 3, 3);
                if (level.value > 0) {
                    const double part =
                        std::min(1.0, static_cast<double>(level.value) / static_cast<double>(whole_));
                    painter->setPen(Qt::NoPen);
                    painter->setBrush(fill);
                    painter->drawRoundedRect(
                        QRectF(box.left(), box.top(), std::max(4.0, box.width() * part), box.height()), 3, 3);
                }
            }
            QFont bold = font();
            bold.setBold(true);
            painter->setFont(bold);
            painter->setPen(text);
            painter->drawText(QRect(width - number - 10, y, number + 8, barHeight),
                              Qt::AlignVCenter | Qt::AlignRight, QString::number(level.value));
            painter->setFont(font());
        }
        y += barHeight + 2;
        int x = left;
        for (const Badge& badge : level.badges) {
            const int wanted = metrics.horizontalAdvance(badge.text) + 12;
            if (x > left && x + wanted > width) x = left, y += metrics.height() + 4;
            if (painter) {
                const QRectF pill(x + 0.5, y + 0.5, std::min(wanted, width - x) - 1, metrics.height() + 1);
                if (badge.waits) {
                    painter->setPen(Qt::NoPen);
                    painter->setBrush(mixed(warning, window, 0.22));
                    painter->drawRoundedRect(pill, 7, 7);
                }
                painter->setPen(badge.waits ? warning : quiet);
                painter->drawText(badge.waits ? pill : pill.adjusted(0, 0, 0, 0),
                                  (badge.waits ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter,
                                  badge.text);
            }
            x += wanted + badgeGap;
        }
        if (!level.badges.empty()) y += metrics.height() + 4;
        y += gap;
    }
    return y;
}

LevelView::LevelView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent), bars_(nullptr) {
    std::vector<const StateSpec*> taken;
    for (const StateSpec& spec : object.state) {
        const bool integer = spec.type.kind == Kind::integer;
        if (!array_ && spec.type.kind == Kind::array) array_ = &spec;
        if (integer && std::string_view(spec.name) == "max") max_ = &spec;
        if (integer && spec.level) single_.push_back(&spec);
    }
    if (array_) {
        single_.clear();
        taken.push_back(array_);
    }
    taken.insert(taken.end(), single_.begin(), single_.end());
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(accessibleName());
    bars_ = new LevelBars(scroll);
    bars_->setAccessibleName(accessibleName());
    scroll->setWidget(bars_);
    scroll->viewport()->setAutoFillBackground(false);
    bars_->setAutoFillBackground(false);
    body()->addWidget(scroll, 1);
    addFigures(taken);
}

LevelBars::Level LevelView::levelOf(std::size_t index, const Value& element) const {
    LevelBars::Level level;
    level.name = QString::number(index);
    const TypeSpec& type = array_->type.fields.front().type;
    level.unit = type.unit;
    level.value = element.integer();
    const auto* fields = element.as<Fields>();
    if (type.kind != Kind::structure || !fields) return level;
    const ParamSpec* value = nullptr;
    for (const ParamSpec& field : type.fields)
        if (field.type.kind == Kind::integer && (!value || std::string_view(field.name) == "value"))
            value = &field;
    for (const ParamSpec& field : type.fields) {
        const Value* found = fieldOf(*fields, field.name);
        if (!found) continue;
        if (&field == value) {
            level.value = found->integer();
            level.unit = field.type.unit;
        } else if (field.type.kind == Kind::integer && field.type.unit == Unit::count) {
            if (found->integer() > 0)
                level.badges.push_back(
                    {tr("%1: %2").arg(titleOf(translate(), field.label, field.name)).arg(found->integer()),
                     true});
        } else if (!(field.type.unit == Unit::pid && found->integer() == 0)) {
            level.badges.push_back(
                {tr("%1 %2").arg(titleOf(translate(), field.label, field.name), figure(field.type, *found)),
                 false});
        }
    }
    return level;
}

void LevelView::show(const Fields& state) {
    std::vector<LevelBars::Level> levels;
    if (array_) {
        const Value* value = fieldOf(state, array_->name);
        const auto* list = value ? value->as<List>() : nullptr;
        for (std::size_t i = 0; list && i < list->size(); ++i)
            levels.push_back(levelOf(i, (*list)[i]));
    }
    for (const StateSpec* spec : single_)
        if (const Value* value = fieldOf(state, spec->name))
            levels.push_back(
                {titleOf(translate(), spec->label, spec->name), value->integer(), spec->type.unit, {}});
    for (const LevelBars::Level& level : levels)
        highest_ = std::max(highest_, level.value);
    const Value* max = max_ ? fieldOf(state, max_->name) : nullptr;
    // A limit far above what is used would make every bar a hair: the scale is then what was seen.
    const bool near =
        max && max->integer() > 0 && max->integer() <= std::max<std::int64_t>(highest_ * 8, maxCells);
    bars_->set(std::move(levels), near ? max->integer() : highest_);
}

void LevelView::clear() {
    bars_->set({}, 1);
}

}  // namespace ipcscope

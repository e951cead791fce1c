#include "sequence/sequence_layout.h"

#include <algorithm>
#include <cmath>

namespace ipcscope {

namespace {
constexpr double most_steps = 1 << 30;
}

double SequenceLayout::y(qint64 row) const {
    if (toScale)
        return top + rowHeight / 2 + static_cast<double>(rows->timeOf(row) - rows->timeOf(0)) / nsPerPixel;
    const auto gaps = static_cast<double>(rows->gapsUntil(row));
    return top + rowHeight * (static_cast<double>(row) + 0.5) + gapHeight * gaps;
}

double SequenceLayout::gapY(qint64 row) const {
    return toScale ? (y(row) + y(std::max<qint64>(0, row - 1))) / 2 : y(row) - (rowHeight + gapHeight) / 2;
}

double SequenceLayout::height() const {
    return count() > 0 ? y(count() - 1) + rowHeight / 2 + bottom : top + bottom;
}

qint64 SequenceLayout::firstBelow(double at) const {
    qint64 low = 0, high = count();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (y(middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

qint64 SequenceLayout::rowAt(double at) const {
    if (count() == 0) return -1;
    const auto below = std::min(firstBelow(at), count() - 1);
    if (below == 0) return 0;
    return at - y(below - 1) < y(below) - at ? below - 1 : below;
}

double SequenceLayout::yOfTime(qint64 time) const {
    if (count() == 0) return top;
    if (toScale) return top + rowHeight / 2 + static_cast<double>(time - rows->timeOf(0)) / nsPerPixel;
    const auto after = rows->rowAtTime(time);
    if (after >= count()) return y(count() - 1);
    const auto end = rows->timeOf(after);
    if (after == 0 || end == time) return y(after);
    const auto begin = rows->timeOf(after - 1);
    if (end <= begin) return y(after);
    const double part = static_cast<double>(time - begin) / static_cast<double>(end - begin);
    return y(after - 1) + (y(after) - y(after - 1)) * std::clamp(part, 0.0, 1.0);
}

qint64 SequenceLayout::after(qint64 row, double distance) const {
    const double at = y(row) + distance;
    qint64 low = row + 1, reach = 1;
    while (low + reach < count() && y(low + reach) < at) {
        low += reach;
        reach *= 2;
    }
    qint64 high = std::min(low + reach, count());
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (y(middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int SequenceLayout::columnAt(double at) const {
    if (columns == 0 || at < gutter) return -1;
    return std::min(columns - 1, static_cast<int>((at - gutter) / columnWidth));
}

void SequenceLayout::shareWidth(double room, double narrowest, double widest) {
    const double each = columns > 0 ? (room - gutter) / columns : widest;
    columnWidth = std::floor(std::clamp(each, narrowest, std::max(narrowest, widest)));
}

int SequenceLayout::dropAt(double at) const {
    return std::clamp(static_cast<int>(std::floor((at - gutter) / columnWidth)), 0, std::max(0, columns - 1));
}

std::vector<quint64> moved(std::vector<quint64> order, int from, int to) {
    const auto last = static_cast<int>(order.size()) - 1;
    if (from < 0 || from > last) return order;
    to = std::clamp(to, 0, last);
    const auto at = order.begin();
    if (from < to)
        std::rotate(at + from, at + from + 1, at + to + 1);
    else
        std::rotate(at + to, at + from, at + from + 1);
    return order;
}

int ScrollScale::maximum() const {
    return static_cast<int>(std::min(most_steps, std::max(0.0, std::ceil(length))));
}

int ScrollScale::value(double pixels) const {
    if (length <= most_steps) return static_cast<int>(std::clamp(pixels, 0.0, std::max(0.0, length)));
    return static_cast<int>(std::clamp(pixels / length, 0.0, 1.0) * most_steps);
}

double ScrollScale::pixels(int value) const {
    return length <= most_steps ? value : static_cast<double>(value) / most_steps * length;
}

}  // namespace ipcscope

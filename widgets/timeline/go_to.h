// What a person types to get to a place: a time, a step, the number of an event. No widgets.
#pragma once

#include <QString>

#include <optional>

namespace ipcscope {

struct GoTo {
    enum class What { time, step, event } what = What::time;
    qint64 ns = 0;       // time: since the first event; step: from where the person is
    quint64 number = 0;  // event, as tables count
};

// "1.5s", "200 ms", "2 min 5 s", "2:05.5", "+5ms", "-1us", "#1234"; a plain number is seconds. Nothing = it
// says no place; `why` gets a plain reason.
std::optional<GoTo> parseGoTo(const QString& text, QString* why = nullptr);

// "12.3 k/s": how often `count` things in `ns` are.
QString formatRate(quint64 count, qint64 ns);

}  // namespace ipcscope

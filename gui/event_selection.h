// The one selected event of the program: timeline, table and inspector show and set the same.
#pragma once

#include <QObject>

#include <optional>

namespace ipcscope {

class EventSelection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    std::optional<quint64> seq() const { return seq_; }
    void select(quint64 seq) { set(seq); }
    void clear() { set(std::nullopt); }

Q_SIGNALS:
    void changed();

private:
    void set(std::optional<quint64> seq) {
        if (seq == seq_) return;
        seq_ = seq;
        emit changed();
    }
    std::optional<quint64> seq_;
};

}  // namespace ipcscope

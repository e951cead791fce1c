// Bytes of shared memory: what differs from the state before is highlighted and counted.
#pragma once

#include "state/state_parts.h"

#include <QByteArray>

namespace ipcscope {

class HexView;

class MemoryView : public FramedStateView {
    Q_OBJECT
public:
    MemoryView(const ObjectSpec& object, Translate translate, QWidget* parent);

protected:
    void show(const Fields& state) override;
    void clear() override;

private:
    const StateSpec *bytes_ = nullptr, *size_ = nullptr;
    HexView* hex_;
    QLabel* changes_;
    bool known_ = false;  // there is a state before this one
};

}  // namespace ipcscope

#include "state/memory_view.h"

#include "common/hex_view.h"
#include "common/tones.h"
#include "schema/text.h"

#include <QVBoxLayout>

#include <string_view>

namespace ipcscope {

MemoryView::MemoryView(const ObjectSpec& object, Translate translate, QWidget* parent)
    : FramedStateView(object, std::move(translate), parent), hex_(new HexView(this)) {
    for (const StateSpec& spec : object.state) {
        if (!bytes_ && spec.type.kind == Kind::bytes) bytes_ = &spec;
        if (spec.type.kind == Kind::integer && std::string_view(spec.name) == "size") size_ = &spec;
    }
    if (bytes_) hex_->setAccessibleName(titleOf(this->translate(), bytes_->label, bytes_->name));
    auto* changes = new ToneLabel(Tone::warning, this);
    changes->setObjectName(QStringLiteral("changes"));
    changes_ = changes;
    body()->addWidget(hex_, 1);
    body()->addWidget(changes_);
    addFigures({bytes_});
}

void MemoryView::show(const Fields& state) {
    const Value* now = bytes_ ? fieldOf(state, bytes_->name) : nullptr;
    const QByteArray bytes = now ? QByteArray::fromStdString(now->bytes()) : QByteArray();
    const QByteArray before = hex_->bytes();
    const Value* size = size_ ? fieldOf(state, size_->name) : nullptr;
    std::vector<std::pair<int, int>> changed;
    int count = 0;
    if (known_)
        for (int i = 0; i < bytes.size(); ++i) {
            if (i < before.size() && bytes[i] == before[i]) continue;
            if (!changed.empty() && changed.back().second == i)
                ++changed.back().second;
            else
                changed.emplace_back(i, i + 1);
            ++count;
        }
    known_ = true;
    if (bytes != before || (size && size->integer() != bytes.size()))
        hex_->setBytes(bytes, size ? size->integer() : -1);
    hex_->setMarked(std::move(changed));
    changes_->setText(count
                          ? tr("changed: %1").arg(QString::fromStdString(print_quantity(count, Unit::bytes)))
                          : QString());
    changes_->setVisible(count > 0);
}

void MemoryView::clear() {
    known_ = false;
    hex_->setBytes({});
    changes_->clear();
}

}  // namespace ipcscope

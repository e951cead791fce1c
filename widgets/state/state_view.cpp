#include "state/state_view.h"

#include "state/level_view.h"
#include "state/mark_view.h"
#include "state/memory_view.h"
#include "state/message_view.h"
#include "state/plain_views.h"

#undef signals  // Qt's keyword; here it is a view hint

namespace ipcscope {

StateView* makeStateView(const ObjectSpec& object, Translate translate, QWidget* parent) {
    switch (object.view) {
        case ViewHint::bytes_in_flight: return new FillView(object, std::move(translate), parent);
        case ViewHint::messages: return new MessageView(object, std::move(translate), parent);
        case ViewHint::memory: return new MemoryView(object, std::move(translate), parent);
        case ViewHint::level: return new LevelView(object, std::move(translate), parent);
        case ViewHint::signals: return new MarkView(object, std::move(translate), parent);
        case ViewHint::tree: return new TreeView(object, std::move(translate), parent);
        case ViewHint::none: break;
    }
    return new TableView(object, std::move(translate), parent);
}

}  // namespace ipcscope

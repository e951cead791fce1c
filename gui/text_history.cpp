#include "text_history.h"

#include <QTextCursor>
#include <QUndoCommand>

#include <algorithm>
#include <vector>

namespace ipcscope {

namespace {
constexpr int editId = 1;
constexpr int keptSteps = 10'000;
}  // namespace

class TextEdit : public QUndoCommand {
public:
    enum class Sort { typed, erased, other };
    struct Part {
        int position;
        QString removed, added;
    };

    TextEdit(TextHistory& history, const QString& name, Part part, Sort sort, bool joins)
        : QUndoCommand(name), history_(history), parts_{std::move(part)}, sort_(sort), joins_(joins) {}

    int id() const override { return editId; }
    void undo() override {
        for (auto part = parts_.rbegin(); part != parts_.rend(); ++part)
            history_.replace(part->position, part->added.size(), part->removed);
    }
    void redo() override {
        if (std::exchange(fresh_, false)) return;  // the text has it already
        for (const auto& part : parts_)
            history_.replace(part.position, part.removed.size(), part.added);
    }
    bool mergeWith(const QUndoCommand* command) override {
        const auto& next = static_cast<const TextEdit&>(*command);
        if (next.joins_) {
            // A line that was written and withdrawn at once is no step.
            if (parts_.size() == 1 && next.parts_.size() == 1 && next.parts_[0].added.isEmpty() &&
                parts_[0].removed.isEmpty() && next.parts_[0].removed == parts_[0].added &&
                next.parts_[0].position == parts_[0].position)
                setObsolete(true);
            parts_.insert(parts_.end(), next.parts_.begin(), next.parts_.end());
            return true;
        }
        if (sort_ != next.sort_ || sort_ == Sort::other || parts_.size() != 1 || next.parts_.size() != 1)
            return false;
        auto& mine = parts_.front();
        const auto& its = next.parts_.front();
        if (sort_ == Sort::typed) {
            if (its.position != mine.position + mine.added.size() || mine.added.endsWith(newline))
                return false;
            mine.added += its.added;
            return true;
        }
        if (its.position + its.removed.size() == mine.position) {  // Backspace
            mine.position = its.position;
            mine.removed.prepend(its.removed);
            return true;
        }
        if (its.position != mine.position) return false;
        mine.removed += its.removed;  // Delete
        return true;
    }

    static constexpr QChar newline{QLatin1Char('\n')};

private:
    TextHistory& history_;
    std::vector<Part> parts_;
    Sort sort_;
    bool joins_;
    bool fresh_ = true;
};

TextHistory::TextHistory(QTextDocument& text, QObject* parent) : QObject(parent), text_(text) {
    text_.setUndoRedoEnabled(false);
    stack_.setUndoLimit(keptSteps);
    connect(&text_, &QTextDocument::contentsChange, this, &TextHistory::changed);
    connect(&stack_, &QUndoStack::cleanChanged, this, [this](bool clean) { text_.setModified(!clean); });
    connect(&text_, &QTextDocument::modificationChanged, this, [this](bool modified) {
        if (!modified && !replaying_) stack_.setClean();
    });
    // Without a history of its own a document takes every change for one, also of what only looks different.
    connect(&text_, &QTextDocument::contentsChanged, this, [this] {
        if (!replaying_ && stack_.isClean() == text_.isModified()) text_.setModified(!stack_.isClean());
    });
}

void TextHistory::setText(const QString& text) {
    replaying_ = true;
    text_.setPlainText(text);
    text_.setModified(false);
    replaying_ = false;
    shadow_ = piece(0, text_.characterCount() - 1);
    stack_.clear();
}

QString TextHistory::piece(int from, int to) const {
    QTextCursor cursor(&text_);
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, TextEdit::newline);
}

void TextHistory::changed(int position, int removed, int added) {
    // A change of the whole text counts the end of the last paragraph, too.
    const auto end = std::min(position + added, text_.characterCount() - 1);
    QString now = piece(std::min(position, end), end);
    QString old = shadow_.mid(position, removed);
    shadow_.replace(position, old.size(), now);
    if (replaying_) return;
    // What is the same at both ends was not changed.
    qsizetype front = 0, back = 0;
    while (front < std::min(old.size(), now.size()) && old[front] == now[front])
        ++front;
    while (back < std::min(old.size(), now.size()) - front &&
           old[old.size() - 1 - back] == now[now.size() - 1 - back])
        ++back;
    old = old.mid(front, old.size() - front - back);
    now = now.mid(front, now.size() - front - back);
    if (old.isEmpty() && now.isEmpty()) return;
    using Sort = TextEdit::Sort;
    const auto sort = named_                             ? Sort::other
                      : old.isEmpty() && now.size() == 1 ? Sort::typed
                      : now.isEmpty() && old.size() == 1 ? Sort::erased
                                                         : Sort::other;
    const QString name = named_                ? name_
                         : sort == Sort::typed ? tr("typing")
                         : now.isEmpty()       ? tr("deleting")
                         : old.isEmpty()       ? tr("inserting")
                                               : tr("replacing");
    const bool joins = joins_ && stack_.canUndo() && !stack_.isClean();
    stack_.push(new TextEdit(*this, name, {position + static_cast<int>(front), old, now}, sort, joins));
}

void TextHistory::replace(int position, qsizetype removed, const QString& added) {
    replaying_ = true;
    QTextCursor cursor(&text_);
    cursor.beginEditBlock();
    cursor.setPosition(position);
    cursor.setPosition(position + static_cast<int>(removed), QTextCursor::KeepAnchor);
    cursor.insertText(added);
    cursor.endEditBlock();
    replaying_ = false;
    emit moved(cursor.position());
}

TextHistory::Step::Step(TextHistory& history, const QString& name, bool joins)
    : history_(history), cursor_(&history.text_), name_(name), joins_(joins) {
    cursor_.beginEditBlock();
}

TextHistory::Step::~Step() {
    history_.name_ = name_;
    history_.joins_ = joins_;
    history_.named_ = true;
    cursor_.endEditBlock();
    history_.named_ = history_.joins_ = false;
}

}  // namespace ipcscope

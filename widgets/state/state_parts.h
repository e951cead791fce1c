// What the state views are made of: the common frame (figures or why there are none), a grid of figures, a
// bar. See ViewHint in schema/spec.h for how a view finds its fields.
#pragma once

#include "state/state_view.h"

#include <QLabel>

class QFormLayout;
class QStackedLayout;
class QVBoxLayout;

namespace ipcscope {

class RowsTable;
class ToneLabel;

const Value* fieldOf(const Fields& fields, const char* name);  // nullptr = not there
QString figure(const TypeSpec& type, const Value& value);  // "64 KiB", "O_NONBLOCK", "[1, 2]"; "-" = empty
QString titleOf(const Translate& translate, const char* label, const char* name);
QString shortText(const std::string& bytes, int limit = 200);  // escaped, with a mark when it goes on

// The frame of every view: its picture, the figures that the picture leaves out, or the problem.
class FramedStateView : public StateView {
    Q_OBJECT
public:
    void setState(const Fields& state) final;
    void setProblem(const QString& why) final;

protected:
    FramedStateView(const ObjectSpec& object, Translate translate, QWidget* parent);
    virtual void show(const Fields& state) = 0;  // the picture
    virtual void clear() = 0;                    // nothing stale may stay
    QVBoxLayout* body() const { return body_; }
    // Call at the end of the constructor: `taken` are shown by the picture.
    void addFigures(const std::vector<const StateSpec*>& taken);
    const ObjectSpec& object() const { return object_; }
    const Translate& translate() const { return translate_; }

private:
    const ObjectSpec& object_;
    Translate translate_;
    QStackedLayout* pages_;
    QVBoxLayout* body_;
    ToneLabel* problem_;
    std::vector<std::pair<const StateSpec*, QLabel*>> figures_;
    std::vector<std::pair<const StateSpec*, RowsTable*>> tables_;
    Fields last_;
    bool shown_ = false;
};

// How full something is, with the figures in words.
class FillBar : public QWidget {
    Q_OBJECT
public:
    explicit FillBar(QWidget* parent);
    void set(std::int64_t filled, std::int64_t whole, Unit unit);  // whole 0 = not known
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::int64_t filled_ = 0, whole_ = 0;
    QString text_;
};

}  // namespace ipcscope

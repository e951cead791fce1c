#include "program_editor.h"

#include "theme.h"
#include "words.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QToolTip>

namespace ipcscope {

void ProgramHighlighter::highlightBlock(const QString& text) {
    const auto t = tones();
    const auto colour = [&](const QRegularExpression& expression, const QColor& with, int group = 0) {
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart(group)),
                      static_cast<int>(match.capturedLength(group)), with);
        }
    };
    static const QRegularExpression worker(QStringLiteral("^\\s*([A-Za-z_]\\w*)\\s*:"));
    static const QRegularExpression operation(
        QStringLiteral("\\b([a-z_][a-z_0-9]*\\.[a-z_][a-z_0-9]*)\\s*\\("));
    static const QRegularExpression word([] {
        QStringList words;
        for (const char* each : reserved_words)
            words += QLatin1String(each);
        return QStringLiteral("\\b(%1)\\b").arg(words.join(QLatin1Char('|')));
    }());
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])-?\\d[\\w.]*"));
    static const QRegularExpression string(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    colour(number, t.number);
    colour(word, t.keyword);
    colour(operation, t.keyword, 1);
    colour(worker, t.worker, 1);
    colour(string, t.string);
    // The first # outside a string begins the comment.
    bool quoted = false;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\') && quoted)
            ++i;
        else if (text[i] == QLatin1Char('"'))
            quoted = !quoted;
        else if (text[i] == QLatin1Char('#') && !quoted) {
            setFormat(i, static_cast<int>(text.size()) - i, t.comment);
            break;
        }
    }
}

class ProgramEditor::Gutter : public QWidget {
public:
    explicit Gutter(ProgramEditor* editor) : QWidget(editor), editor_(editor) {}
    QSize sizeHint() const override { return {editor_->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { editor_->paintGutter(event); }
    void mousePressEvent(QMouseEvent* event) override {
        if (event->button() != Qt::LeftButton) return;
        const QPoint below(0, event->pos().y());
        const auto block = editor_->cursorForPosition(below).block();
        const auto rect = editor_->blockBoundingGeometry(block).translated(editor_->contentOffset());
        if (rect.bottom() >= below.y()) emit editor_->marginClicked(block.blockNumber() + 1);
    }

private:
    ProgramEditor* editor_;
};

ProgramEditor::ProgramEditor(QWidget* parent) : QPlainTextEdit(parent), gutter_(new Gutter(this)) {
    setObjectName(QStringLiteral("programEditor"));
    setAccessibleName(tr("Program text"));
    auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!QFontInfo(fixed).fixedPitch()) {
        fixed = QFont(QStringLiteral("monospace"), font().pointSize());
        fixed.setStyleHint(QFont::Monospace);
    }
    setFont(fixed);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ProgramEditor::layGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            gutter_->scroll(0, dy);
        else
            gutter_->update(0, rect.y(), gutter_->width(), rect.height());
    });
    layGutter();
}

int ProgramEditor::gutterWidth() const {
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return 18 + fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits;
}

void ProgramEditor::layGutter() {
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const auto rect = contentsRect();
    gutter_->setGeometry(rect.left(), rect.top(), gutterWidth(), rect.height());
}

void ProgramEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layGutter();
}

void ProgramEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        delete highlighter_;
        highlighter_ = new ProgramHighlighter(document());
        updateMarks();
    }
}

void ProgramEditor::paintGutter(QPaintEvent* event) {
    QPainter painter(gutter_);
    const auto t = tones();
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom()) break;
        const int line = block.blockNumber() + 1;
        const QRect cell(0, static_cast<int>(rect.top()), gutter_->width() - 6, fontMetrics().height());
        const auto mark = marks_.find(line);
        if (line == running_) painter.fillRect(QRect(0, cell.y(), 4, cell.height()), t.busy);
        if (const auto found = breaks_.find(line); found != breaks_.end()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(t.bad, 1.5));
            painter.setBrush(found->second ? QBrush(t.bad) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(QRectF(3.5, cell.y() + 1.5, gutter_->width() - 7, cell.height() - 3), 4,
                                    4);
        }
        if (held_.count(line) > 0) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.warn);
            const double x = gutter_->width() - 6, y = cell.center().y() + 0.5;
            painter.drawPolygon(QPolygonF({{x, y - 4}, {x + 5.5, y}, {x, y + 4}}));
        }
        if (mark != marks_.end()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mark->second.error ? t.bad : t.warn);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawEllipse(QRectF(4.5, cell.center().y() - 3, 7, 7));
        }
        if (line == insertion_) {  // clicks are written above this line
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.bad);
            painter.drawRect(QRect(0, cell.y() - 1, gutter_->width(), 2));
            painter.drawPolygon(QPolygonF({{0, cell.y() - 5.0}, {7, cell.y() + 0.0}, {0, cell.y() + 5.0}}));
        }
        const auto at = breaks_.find(line);
        const bool onRed = at != breaks_.end() && at->second;
        painter.setPen(onRed              ? palette().color(QPalette::Base)
                       : line == running_ ? palette().color(QPalette::Text)
                                          : t.quiet);
        painter.drawText(cell, Qt::AlignRight | Qt::AlignTop, QString::number(line));
    }
}

void ProgramEditor::setErrors(const std::vector<ParseError>& errors) {
    std::erase_if(marks_, [](const auto& mark) { return mark.second.error; });
    for (const auto& error : errors)
        marks_.insert({error.line, {fromUtf8(error.message), error.column, true}});
    updateMarks();
}

void ProgramEditor::setDifferences(const std::vector<Difference>& differences) {
    std::erase_if(marks_, [](const auto& mark) { return !mark.second.error; });
    for (const auto& difference : differences)
        marks_.insert(
            {difference.line,
             {tr("expected %1, got %2").arg(fromUtf8(difference.expected), fromUtf8(difference.got)), 1,
              false}});
    updateMarks();
}

void ProgramEditor::setBreakLines(const std::map<int, bool>& lines) {
    breaks_ = lines;
    gutter_->update();
}

void ProgramEditor::setHeldLines(const std::map<int, QString>& lines) {
    if (lines == held_) return;
    held_ = lines;
    updateMarks();
}

void ProgramEditor::setInsertionLine(int line) {
    if (line == insertion_) return;
    insertion_ = line;
    gutter_->update();
}

void ProgramEditor::setRunningLine(int line) {
    if (line == running_) return;
    running_ = line;
    updateMarks();
    if (line) {
        const auto block = document()->findBlockByNumber(line - 1);
        const auto rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() < 0 || rect.bottom() > viewport()->height()) goTo(line);
    }
}

void ProgramEditor::goTo(int line, int column) {
    const auto block = document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ProgramEditor::updateMarks() {
    if (!highlighter_) highlighter_ = new ProgramHighlighter(document());
    const auto t = tones();
    QList<QTextEdit::ExtraSelection> selections;
    const auto fullLine = [&](int line, const QColor& colour) {
        const auto block = document()->findBlockByNumber(line - 1);
        if (!block.isValid()) return;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(colour);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.push_back(selection);
    };
    for (const auto& [line, mark] : marks_) {
        const auto block = document()->findBlockByNumber(line - 1);
        if (!block.isValid()) continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        const QString words = block.text();
        const int start = mark.error ? std::clamp(mark.column - 1, 0, std::max(0, block.length() - 2)) : 0;
        // The word that is wrong, at least something to be seen; of a difference, the whole line.
        int end = start;
        while (end < words.size() && (words[end].isLetterOrNumber() || words[end] == QLatin1Char('_') ||
                                      words[end] == QLatin1Char('.')))
            ++end;
        if (!mark.error || end == start) end = mark.error ? start + 1 : static_cast<int>(words.size());
        selection.cursor.setPosition(block.position() + start);
        selection.cursor.setPosition(block.position() + std::min(end, block.length() - 1),
                                     QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(mark.error ? t.bad : t.warn);
        selections.push_back(selection);
    }
    if (running_) fullLine(running_, t.runningLine);
    for (const auto& [line, text] : held_)
        fullLine(line, t.heldLine);
    setExtraSelections(selections);
    gutter_->update();
}

bool ProgramEditor::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int line = cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber() + 1;
        QStringList texts;
        for (auto [it, end] = marks_.equal_range(line); it != end; ++it)
            texts += it->second.text;
        if (const auto held = held_.find(line); held != held_.end()) texts += held->second;
        if (texts.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), texts.join(QLatin1Char('\n')), this);
        return true;
    }
    if (overrides(event)) return true;
    return QPlainTextEdit::event(event);
}

}  // namespace ipcscope

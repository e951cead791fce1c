#include "code_highlighter.h"

#include "theme.h"

#include <QRegularExpression>

namespace ipcscope {

namespace {

const QRegularExpression& words(Language language) {
    static const QRegularExpression c(QStringLiteral(
        "^\\s*#\\w+|\\b(atomic_bool|auto|bool|break|case|catch|char|class|const|constexpr|continue|default|"
        "do|"
        "double|else|enum|explicit|false|float|for|if|int|long|namespace|new|nullptr|operator|pid_t|"
        "private|public|return|short|sizeof|size_t|static|static_cast|struct|switch|template|this|throw|"
        "true|try|union|unsigned|using|void|while)\\b"));
    static const QRegularExpression python(
        QStringLiteral("\\b(and|as|assert|break|class|continue|def|del|elif|else|except|False|finally|for|"
                       "from|global|if|import|in|"
                       "is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\\b"));
    return language == Language::python ? python : c;
}

}  // namespace

void CodeHighlighter::highlightBlock(const QString& text) {
    const auto t = tones();
    const auto colour = [&](const QRegularExpression& expression, const QColor& with) {
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      with);
        }
    };
    static const QRegularExpression number(QStringLiteral("(?<![\\w.])\\d[\\w.]*"));
    colour(number, t.number);
    colour(words(language_), t.keyword);
    // Strings and comments: each hides what stands inside of it.
    const QString comment = language_ == Language::python ? QStringLiteral("#") : QStringLiteral("//");
    const bool goes_on = previousBlockState() == 1;  // a """text""" of several lines
    const QString triple = QStringLiteral("\"\"\"");
    int at = 0;
    setCurrentBlockState(0);
    if (goes_on) {
        const int end = static_cast<int>(text.indexOf(triple));
        at = end < 0 ? static_cast<int>(text.size()) : end + 3;
        setFormat(0, at, t.string);
        if (end < 0) setCurrentBlockState(1);
    }
    while (at < text.size()) {
        const auto here = QStringView(text).mid(at);
        if (here.startsWith(comment) && !text.trimmed().startsWith(QLatin1String("#include"))) {
            setFormat(at, static_cast<int>(text.size()) - at, t.comment);
            return;
        }
        if (language_ == Language::python && here.startsWith(triple)) {
            const int end = static_cast<int>(text.indexOf(triple, at + 3));
            setFormat(at, (end < 0 ? static_cast<int>(text.size()) : end + 3) - at, t.string);
            if (end < 0) return setCurrentBlockState(1);
            at = end + 3;
            continue;
        }
        const QChar quote = text[at];
        if (quote != QLatin1Char('"') && quote != QLatin1Char('\'')) {
            ++at;
            continue;
        }
        int end = at + 1;
        while (end < text.size() && text[end] != quote)
            end += text[end] == QLatin1Char('\\') ? 2 : 1;
        end = std::min(end + 1, static_cast<int>(text.size()));
        setFormat(at, end - at, t.string);
        at = end;
    }
}

}  // namespace ipcscope

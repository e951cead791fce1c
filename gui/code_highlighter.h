// Colours of generated programs: words, strings, numbers, comments. Simple, because the text is ours.
#pragma once

#include "codegen/generate.h"

#include <QSyntaxHighlighter>

namespace ipcscope {

class CodeHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    CodeHighlighter(QTextDocument* document, Language language)
        : QSyntaxHighlighter(document), language_(language) {}

protected:
    void highlightBlock(const QString& text) override;

private:
    Language language_;
};

}  // namespace ipcscope

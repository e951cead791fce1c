#include "reference.h"

#include "mechanisms/driver.h"
#include "words.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextBrowser>

namespace ipcscope {

namespace {

struct Reference {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::Reference)
};

QString plain(QString text) {
    // What Markdown would take for markup.
    for (const char c : {'\\', '*', '_', '<', '[', '|', '`'})
        text.replace(QLatin1Char(c), QStringLiteral("\\") + QLatin1Char(c));
    return text;
}

QString operationPage(const OperationSpec& operation) {
    QString text = QStringLiteral("## %1\n\n%2\n\n")
                       .arg(plain(schemaText(operation.title)), plain(schemaText(operation.summary)));
    text +=
        Reference::tr("Manual page: %1").arg(QStringLiteral("**%1**").arg(QString::fromUtf8(operation.man))) +
        QStringLiteral("\n\n");
    for (const auto& param : operation.params)
        text += QStringLiteral("- **%1**: %2\n")
                    .arg(plain(QString::fromUtf8(param.name)),
                         plain(schemaText(param.help[0] ? param.help : param.label)));
    if (!operation.errnos.empty()) text += QStringLiteral("\n### %1\n\n").arg(Reference::tr("Errors"));
    for (const auto& error : operation.errnos)
        text += QStringLiteral("- **%1**: %2\n").arg(errnoText(error.code), plain(schemaText(error.meaning)));
    return text + QStringLiteral("\n---\n\n");
}

}  // namespace

void showReference(QTextBrowser& browser, const MechanismSpec& mechanism, const OperationSpec* operation) {
    QString text = operation ? operationPage(*operation) : QString();
    const auto page = page_of(mechanism.id);
    if (!page.empty()) {
        text += fromUtf8(page);
    } else {
        text += QStringLiteral("# %1\n\n%2\n")
                    .arg(plain(schemaText(mechanism.title)), plain(schemaText(mechanism.summary)));
    }
    browser.setMarkdown(text);
    auto format = browser.document()->rootFrame()->frameFormat();
    format.setMargin(8);
    browser.document()->rootFrame()->setFrameFormat(format);
    browser.moveCursor(QTextCursor::Start);
}

}  // namespace ipcscope

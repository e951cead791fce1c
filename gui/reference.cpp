#include "reference.h"

#include "mechanisms/driver.h"
#include "schema/limits.h"
#include "words.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>

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

QString errorsOf(const OperationSpec& operation) {
    QString text;
    for (const auto& error : operation.errnos)
        text += QStringLiteral("- **%1**: %2\n").arg(errnoText(error.code), plain(schemaText(error.meaning)));
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
    text += errorsOf(operation);
    return text + QStringLiteral("\n---\n\n");
}

QString limitsOf(const MechanismSpec& mechanism) {
    if (mechanism.limits.empty()) return {};
    QString text = QStringLiteral("\n\n## %1\n\n| %2 | %3 | %4 |\n|---|---|---|\n")
                       .arg(Reference::tr("Limits of this machine, now"), Reference::tr("Limit"),
                            Reference::tr("Value"), Reference::tr("Read from"));
    for (const auto& limit : mechanism.limits) {
        const auto now = limit_now(limit);
        const auto value =
            now ? fromUtf8(*now) : Reference::tr("cannot be read: %1").arg(fromUtf8(now.error().text()));
        const auto source = QString::fromUtf8(limit.source).section(QLatin1Char('#'), 0, 0);
        text += QStringLiteral("| %1 | %2 | %3 |\n")
                    .arg(plain(schemaText(limit.label)), plain(value), plain(source));
    }
    return text;
}

QString operationsOf(const MechanismSpec& mechanism) {
    QString text = QStringLiteral("\n\n## %1\n\n| %2 | %3 | %4 |\n|---|---|---|\n")
                       .arg(Reference::tr("Operations"), Reference::tr("Operation"),
                            Reference::tr("Manual page"), Reference::tr("What it does"));
    for (const auto& operation : mechanism.operations)
        text += QStringLiteral("| **%1** | %2 | %3 |\n")
                    .arg(plain(QString::fromUtf8(operation.verb)), plain(QString::fromUtf8(operation.man)),
                         plain(schemaText(operation.summary)));
    text += QStringLiteral("\n\n## %1\n\n").arg(Reference::tr("Errors"));
    for (const auto& operation : mechanism.operations) {
        if (operation.errnos.empty()) continue;
        text += QStringLiteral("### %1\n\n").arg(plain(QString::fromUtf8(operation.verb))) +
                errorsOf(operation) + QLatin1Char('\n');
    }
    return text;
}

QString furtherReading(const MechanismSpec& mechanism) {
    QString text;
    if (mechanism.privileges[0])
        text += QStringLiteral("\n\n## %1\n\n%2\n")
                    .arg(Reference::tr("Who may do what"), plain(schemaText(mechanism.privileges)));
    QStringList pages;
    for (const auto* page : mechanism.man)
        pages += QStringLiteral("**%1**").arg(plain(QString::fromUtf8(page)));
    if (!pages.isEmpty())
        text += QStringLiteral("\n\n## %1\n\n%2\n")
                    .arg(Reference::tr("Manual pages"), pages.join(QStringLiteral(", ")));
    return text;
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
    text += furtherReading(mechanism) + limitsOf(mechanism) + operationsOf(mechanism);
    browser.setMarkdown(text);
    for (auto* frame : browser.document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        auto format = table->format();
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setBorderCollapse(true);
        format.setBorder(0.5);
        format.setBorderBrush(browser.palette().mid());
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
    auto format = browser.document()->rootFrame()->frameFormat();
    format.setMargin(8);
    browser.document()->rootFrame()->setFrameFormat(format);
    browser.moveCursor(QTextCursor::Start);
}

}  // namespace ipcscope

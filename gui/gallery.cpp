#include "gallery.h"

#include "icons.h"
#include "words.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ipcscope {

namespace {
constexpr int nameRole = Qt::UserRole;
}

QString exampleText(const std::string& text) {
    return QCoreApplication::translate("examples", text.c_str());
}

Gallery::Gallery(QWidget* parent)
    : QDialog(parent), list_(new QTreeWidget), page_(new QTextBrowser), open_(nullptr), run_(nullptr) {
    setObjectName(QStringLiteral("gallery"));
    setWindowTitle(tr("Examples"));
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setItemsExpandable(false);
    list_->setIndentation(14);
    list_->setStyleSheet(QStringLiteral("QTreeWidget::item { padding: 3px 2px }"));
    list_->setAccessibleName(tr("Examples"));
    page_->setAccessibleName(tr("What the example shows"));
    page_->setOpenExternalLinks(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    open_ = buttons->addButton(tr("&Open"), QDialogButtonBox::ActionRole);
    open_->setToolTip(tr("Opens it in the window without running it"));
    run_ = buttons->addButton(tr("&Run"), QDialogButtonBox::ActionRole);
    run_->setToolTip(tr("Opens it and runs it, on fresh workers and objects"));
    run_->setIcon(actionIcon(QStringLiteral("run"), QColor(0x2e9e4f)));
    remove_ = buttons->addButton(tr("&Remove…"), QDialogButtonBox::ResetRole);
    remove_->setToolTip(tr("Removes this example, which you have kept yourself"));
    remove_->setAutoDefault(false);
    connect(remove_, &QPushButton::clicked, this, &Gallery::removeOwn);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    run_->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(open_, &QPushButton::clicked, this, [this] {
        if (const auto* example = chosen()) Q_EMIT openWanted(fromUtf8(example->name));
    });
    connect(run_, &QPushButton::clicked, this, [this] {
        if (const auto* example = chosen()) Q_EMIT runWanted(fromUtf8(example->name));
    });
    connect(list_, &QTreeWidget::itemActivated, this, [this] {
        if (const auto* example = chosen()) Q_EMIT runWanted(fromUtf8(example->name));
    });
    connect(list_, &QTreeWidget::currentItemChanged, this, [this] {
        const auto* example = chosen();
        open_->setEnabled(example);
        run_->setEnabled(example);
        remove_->setVisible(example && isOwnExample(fromUtf8(example->name)));
        if (example) explain(*example);
    });

    auto* middle = new QSplitter;
    middle->addWidget(list_);
    middle->addWidget(page_);
    middle->setStretchFactor(1, 1);
    middle->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(middle, 1);
    column->addWidget(buttons);
    fill();
    resize(960, 620);
    middle->setSizes({340, 600});
    list_->setFocus();
}

QTreeWidgetItem* Gallery::addGroup(const QString& title) {
    auto* group = new QTreeWidgetItem(list_, {title});
    group->setFlags(Qt::ItemIsEnabled);
    auto font = list_->font();
    font.setBold(true);
    group->setFont(0, font);
    return group;
}

void Gallery::fill() {
    QTreeWidgetItem* group = nullptr;
    const auto add = [&](const Example& example, const QString& title) {
        auto* item = new QTreeWidgetItem(group, {title});
        item->setData(0, nameRole, fromUtf8(example.name));
        item->setToolTip(0, title);
    };
    own_ = ownExamples();
    if (!own_.empty()) group = addGroup(tr("Your own"));
    for (const auto& own : own_)
        add(own.example, fromUtf8(own.example.title));
    std::string name;
    for (const auto& example : examples()) {
        if (name.empty() || example.group != name) {
            name = example.group;
            group = addGroup(exampleText(name));
        }
        add(example, exampleText(example.title));
    }
    list_->expandAll();
    choose(fromUtf8(examples().front().name));
}

void Gallery::refresh() {
    const auto* before = chosen();
    const auto name = before ? fromUtf8(before->name) : QString();
    list_->clear();
    fill();
    choose(name);
}

void Gallery::removeOwn() {
    const auto* example = chosen();
    if (!example) return;
    const auto name = fromUtf8(example->name);
    const auto answer = QMessageBox::question(this, tr("Remove the example"),
                                              tr("Remove “%1” for good?").arg(fromUtf8(example->title)));
    if (answer == QMessageBox::Yes && removeOwnExample(name)) refresh();
}

void Gallery::choose(const QString& name) {
    for (QTreeWidgetItemIterator it(list_); *it; ++it)
        if ((*it)->data(0, nameRole).toString() == name) list_->setCurrentItem(*it);
}

const Example* Gallery::chosen() const {
    const auto* item = list_->currentItem();
    if (!item) return nullptr;
    const auto name = item->data(0, nameRole).toString().toStdString();
    for (const auto& own : own_)
        if (own.example.name == name) return &own.example;
    return find_example(name);
}

void Gallery::explain(const Example& example) {
    QString html = QStringLiteral("<h2>%1</h2>").arg(exampleText(example.title).toHtmlEscaped());
    for (const auto& paragraph : example.paragraphs)
        html += QStringLiteral("<p>%1</p>").arg(exampleText(paragraph).toHtmlEscaped());
    if (!example.look_for.empty())
        html +=
            QStringLiteral("<p><b>%1</b> %2</p>")
                .arg(tr("What to look for on the timeline:"), exampleText(example.look_for).toHtmlEscaped());
    // The program without the comment that was just said.
    auto program = example.text;
    while (!program.empty() && program.front() == '#')
        program.remove_prefix(std::min(program.find('\n'), program.size() - 1) + 1);
    html += QStringLiteral("<h3>%1</h3><pre>%2</pre>")
                .arg(tr("Program"), fromUtf8(program).trimmed().toHtmlEscaped());
    page_->document()->setDefaultStyleSheet(
        QStringLiteral("p { line-height: 130%; margin-bottom: 10px } pre { font-size: small }"));
    page_->setHtml(html);
    page_->document()->setDocumentMargin(12);
}

}  // namespace ipcscope

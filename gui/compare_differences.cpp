#include "compare_differences.h"

#include "theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipcscope {

CompareDifferences::CompareDifferences(QWidget* parent)
    : QWidget(parent),
      model_(new CompareModel(this)),
      filter_(new CompareFilter(this)),
      table_(new QTableView),
      search_(new QLineEdit),
      detail_(new QPlainTextEdit),
      empty_(new QLabel),
      shown_(new QLabel) {
    setObjectName(QStringLiteral("compareDifferences"));
    filter_->setSourceModel(model_);
    table_->setModel(filter_);
    table_->setObjectName(QStringLiteral("differences"));
    table_->setAccessibleName(tr("Differences"));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);  // in the order of the first run
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 6);
    auto* header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const auto wide = [&](const char* text) {
        return table_->fontMetrics().horizontalAdvance(QLatin1String(text)) + 24;
    };
    const int widths[] = {wide("only in the second"),
                          wide("Line 00"),
                          wide("parent00"),
                          wide("mechanism.call(object, size: 64)"),
                          wide("= 5 \"Hello, world\""),
                          wide("= 5 \"Hello, world\""),
                          wide("other bytes, from octet 10 on"),
                          wide("100 of 100")};
    for (int i = 0; i < CompareModel::ColumnCount; ++i)
        table_->setColumnWidth(i, widths[i]);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 3, 6, 3);
    for (const auto likeness : {Likeness::different, Likeness::late, Likeness::missing, Likeness::extra,
                                Likeness::left_out, Likeness::lost}) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setChecked(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setText(likenessText(likeness));
        button->setAccessibleName(tr("Show what is: %1").arg(likenessText(likeness)));
        button->setToolTip(tr("Show or hide what is: %1").arg(likenessText(likeness)));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::toggled, this, [this, likeness](bool on) {
            filter_->setShown(likeness, on);
            show();
        });
        buttons_[likeness] = button;
        row->addWidget(button);
    }
    search_->setObjectName(QStringLiteral("differenceSearch"));
    search_->setPlaceholderText(tr("Only with this text"));
    search_->setAccessibleName(tr("Only differences with this text"));
    search_->setClearButtonEnabled(true);
    row->addWidget(search_, 1);
    row->addWidget(shown_);

    empty_->setWordWrap(true);
    empty_->setMargin(10);
    empty_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    detail_->setReadOnly(true);
    detail_->setFrameShape(QFrame::NoFrame);
    detail_->setTabChangesFocus(true);
    detail_->setAccessibleName(tr("The chosen difference"));
    detail_->setPlaceholderText(
        tr("Choose a difference to see all of it here, and where it stands on both timelines."));
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(table_);
    splitter->addWidget(detail_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(empty_);
    layout->addWidget(splitter, 1);

    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setText(text);
        show();
    });
    const auto said = [this](const QModelIndex& index) {
        if (!index.isValid()) return detail_->clear();
        const int place = filter_->mapToSource(index).row();
        detail_->setPlainText(model_->sentence(place));
        emit chosen(place);
    };
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [said](const QModelIndex& now) { said(now); });
    connect(table_, &QTableView::activated, this, said);
    connect(model_, &QAbstractItemModel::modelReset, this, &CompareDifferences::show);
    show();
}

void CompareDifferences::setFigures(const Comparison& figures, bool often) {
    const std::pair<Likeness, std::uint64_t> counts[] = {
        {Likeness::different, figures.changed}, {Likeness::late, figures.late},
        {Likeness::missing, figures.missing},   {Likeness::extra, figures.extra},
        {Likeness::left_out, figures.left_out}, {Likeness::lost, figures.lost}};
    for (const auto& [likeness, count] : counts) {
        auto* button = buttons_.at(likeness);
        button->setText(tr("%1: %2", "not reached: 3")
                            .arg(likenessText(likeness), QLocale().toString(static_cast<qulonglong>(count))));
        button->setVisible(count > 0);
    }
    table_->setColumnHidden(CompareModel::Often, !often);
    show();
}

void CompareDifferences::setEmptyText(const QString& text) {
    empty_->setText(text);
    show();
}

void CompareDifferences::show() {
    const int all = model_->rowCount(), seen = filter_->rowCount();
    empty_->setVisible(all == 0);
    shown_->setVisible(all > 0 && (seen < all || model_->beyond() > 0));
    shown_->setText(tr("%1 of %2")
                        .arg(QLocale().toString(seen),
                             QLocale().toString(static_cast<qulonglong>(all) + model_->beyond())));
    table_->parentWidget()->setVisible(all > 0);
    search_->setVisible(all > 0);
    if (!table_->currentIndex().isValid()) detail_->clear();
}

void CompareDifferences::choose(int row) {
    const auto index = filter_->mapFromSource(model_->index(row, 0));
    if (!index.isValid()) return;
    table_->setCurrentIndex(index);
    table_->scrollTo(index);
}

void CompareDifferences::chooseNext(int step) {
    const auto now = table_->currentIndex();
    const int row = now.isValid() ? now.row() + step : step > 0 ? 0 : filter_->rowCount() - 1;
    const auto index = filter_->index(row, 0);
    if (!index.isValid()) return;
    table_->setCurrentIndex(index);
    table_->scrollTo(index);
}

}  // namespace ipcscope

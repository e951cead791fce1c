// The table of events with as many rows as no table of Qt can have.
#include "tall_table.h"

#include "gui/choosing/subjects.h"
#include "helpers/qt_guard.h"

#include <QScrollBar>
#include <QtTest>

#include <limits>

using namespace ipcscope;

namespace {

// As many rows as are asked for, and no memory for any.
class Endless : public QAbstractTableModel {
public:
    explicit Endless(int rows) : rows_(rows) {}
    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : rows_; }
    int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 3; }
    QVariant data(const QModelIndex& index, int role) const override {
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }

private:
    int rows_;
};

}  // namespace

class TestTallTable : public testing::GuiTest {
    Q_OBJECT
private slots:
    // A hundred million rows: their pixels would fit no int.
    void aTableOfAnySize_data() {
        QTest::addColumn<int>("rows");
        QTest::newRow("few") << 50;
        QTest::newRow("10 million") << 10'000'000;
        QTest::newRow("100 million") << 100'000'000;
        QTest::newRow("2^31") << std::numeric_limits<int>::max() - 1;
    }
    void aTableOfAnySize() {
        QFETCH(int, rows);
        Endless model(rows);
        TallTable table;
        table.setModel(&model);
        table.resize(400, 300);
        table.show();
        QTRY_COMPARE(table.verticalScrollBar()->maximum(), rows - table.visibleRows());
        QTRY_VERIFY(table.verticalScrollBar()->isVisible());
        table.setFocus();
        table.showRow(0);
        QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(table.currentIndex().row(), rows - 1);
        const auto last = table.visualRect(table.currentIndex());
        QVERIFY(table.viewport()->rect().contains(last));
        QCOMPARE(table.indexAt(last.center()).row(), rows - 1);
        QTest::keyClick(&table, Qt::Key_PageUp);
        QCOMPARE(table.currentIndex().row(), rows - table.visibleRows());
        QTest::keyClick(&table, Qt::Key_Up);
        QTest::keyClick(&table, Qt::Key_Right);
        QCOMPARE(table.currentIndex().column(), 1);
        const int middle = rows / 2;
        table.showRow(middle);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(model.index(middle + 1, 0)).center());
        QCOMPARE(table.currentIndex().row(), middle + 1);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        table.setSelectionMode(QAbstractItemView::ExtendedSelection);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          table.visualRect(model.index(middle + 4, 0)).center());
        QVERIFY(table.selectionModel()->isRowSelected(middle + 3, {}));
        QVERIFY(!table.grab().isNull());
    }
};

std::unique_ptr<QObject> testing::tall_tables() {
    return std::make_unique<TestTallTable>();
}

#include "tall_table.moc"

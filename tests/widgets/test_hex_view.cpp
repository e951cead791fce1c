#include "common/hex_view.h"
#include "helpers/qt_guard.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

using namespace ipcscope;

class TestHexView : public testing::GuiTest {
    Q_OBJECT
private slots:
    void selectsAndCopies() {
        HexView view;
        view.resize(view.sizeHint().width() + 40, 200);
        view.show();
        view.setBytes(QByteArray("Hello\0\n\"x", 9));
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedBytes().size(), 9);
        view.copyHex();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("48 65 6c 6c 6f 00 0a 22 78"));
        view.copyCString();
        QVERIFY2(QApplication::clipboard()->text().startsWith(QLatin1String("\"Hello")),
                 qPrintable(QApplication::clipboard()->text()));
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("He"));
    }

    void mousePicksTheByteUnderIt() {
        HexView view;
        view.resize(view.sizeHint().width() + 40, 200);
        view.show();
        view.setBytes(QByteArray("0123456789abcdefXYZ"));
        const int w = view.fontMetrics().horizontalAdvance(QLatin1Char('0')),
                  h = view.fontMetrics().height() + 2;
        const auto click = [&](int column, int line) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                              QPoint(4 + column * w + w / 2, 4 + line * h + h / 2));
            return view.selectedBytes();
        };
        QCOMPARE(click(8, 0), QByteArray("0"));
        QCOMPARE(click(8 + 3 * 8 + 1, 0), QByteArray("8"));  // behind the gap in the middle
        QCOMPARE(click(8, 1), QByteArray("X"));
        QCOMPARE(click(8 + 16 * 3 + 3 + 2, 1), QByteArray("Z"));  // in the text
    }

    void saysWhatWasCut() {
        HexView view;
        view.setBytes(QByteArray(64 << 10, 'x'), 1 << 20);
        QCOMPARE(view.cutText(), QStringLiteral("64 KiB of 1 MiB kept"));
        QVERIFY(view.accessibleDescription().contains(view.cutText()));
        view.setBytes("abc", 3);
        QCOMPARE(view.cutText(), QString());
    }

    // What is painted does not grow with the bytes: ends of 1 MiB and of 16 MiB are reached and painted
    // alike.
    void longBytesScroll() {
        HexView view;
        view.resize(600, 300);
        view.show();
        view.setBytes(QByteArray(16 << 20, 'y'));
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!view.grab().isNull());
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestHexView)
#include "test_hex_view.moc"

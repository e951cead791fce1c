#include "comparing.h"
#include "event_export.h"
#include "main_window.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

namespace ipcscope::testing {

namespace {

QByteArray written(EventExport& menu, const QString& path) {
    const auto why = menu.exportTo(path);
    if (!why.isEmpty()) qWarning("%s", qPrintable(why));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

void events_are_exported(MainWindow& window, const QTemporaryDir& folder) {
    auto* menu = window.findChild<EventExport*>();
    QVERIFY(menu);
    const auto events = window.session().controller().recording()->events().size();
    QVERIFY(window.session().filter().active());
    for (const bool some : {true, false}) {
        menu->setMatchingOnly(some);
        const auto lines = written(*menu, folder.filePath(QStringLiteral("e.jsonl"))).trimmed().split('\n');
        QVERIFY(some ? lines.size() > 2 && static_cast<quint64>(lines.size()) < events
                     : static_cast<quint64>(lines.size()) == events);
        for (const auto& line : lines) {
            const auto object = QJsonDocument::fromJson(line).object();
            QVERIFY2(object.contains(QStringLiteral("seq")), line.constData());
            if (some) QCOMPARE(object[QStringLiteral("worker")].toString(), QStringLiteral("child"));
        }
        const auto rows = written(*menu, folder.filePath(QStringLiteral("e.csv"))).trimmed().split('\n');
        QCOMPARE(rows.size(), lines.size() + 1);
        QVERIFY(rows[0].startsWith("seq,time,worker,"));
    }
    const auto trace = QJsonDocument::fromJson(written(*menu, folder.filePath(QStringLiteral("e.json"))));
    QVERIFY(trace.object()[QStringLiteral("traceEvents")].toArray().size() > 5);
    const auto packets = written(*menu, folder.filePath(QStringLiteral("e.pcapng")));
    QVERIFY2(packets.size() > 100 && packets.startsWith("\x0a\x0d\x0d\x0a"), packets.left(8).toHex());
    QVERIFY(menu->exportTo(QStringLiteral("/nowhere/e.csv")).size() > 0);
}

}  // namespace ipcscope::testing

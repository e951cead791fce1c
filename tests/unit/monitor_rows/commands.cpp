// Commands for a shell: they hit the object that they are shown for, or there is none.
#include "unit/monitor_rows/subjects.h"

#ifndef Q_MOC_RUN
#include "monitor/advisor.h"
#include "monitor/commands.h"
#endif

using namespace ipcscope;
using namespace ipcscope::testing;

class TestCommands : public QObject {
    Q_OBJECT
private slots:
    void theyHitWhatTheyAreShownFor_data() {
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("removed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* what, const char* ref, const char* name, bool removed,
                            const char* expected) {
            QTest::newRow(what) << QString(ref) << QString(name) << removed << QString(expected);
        };
        row("memory", "posix_shm:/foo", "/foo", false, "rm -- /dev/shm/foo");
        row("unlinked", "posix_shm:[3]", "/foo", true, "");
        row("of a container", "posix_shm:[0:55:3]", "/foo", false, "");
        row("queue", "posix_mq:/q", "/q", false, "rm -- /dev/mqueue/q");
        row("queue of a container", "posix_mq:[0:40:9]", "/q", false, "");
        row("semaphore", "posix_sem:/s", "/s", false, "n=/s; rm -- \"/dev/shm/sem.${n#/}\"");
        row("unlinked semaphore", "posix_sem:[7]", "/s", true, "");
        row("socket file", "unix:/tmp/a%20b", "/tmp/a b", false, "unlink -- '/tmp/a b'");
        row("abstract", "unix:@abs", "@abs", false, "");
        row("accepted", "unix:[4711]", "/tmp/server", false, "");
        row("of another net", "unix:net:[4026532000]//tmp/s", "/tmp/s", false, "");
        row("FIFO", "fifo:/p", "/p", false, "unlink -- /p");
        row("another FIFO of that name", "fifo:/p#8:1:9", "/p", false, "");
        row("queue by id", "sysv_msg:5", "0x1234", false, "ipcrm -q 5");
        row("there", "sysv_msg:ipc:[4026532000]/5", "0x1234", false, "nsenter -i -t 77 ipcrm -q 5");
        row("nobody is there", "sysv_shm:ipc:[4026532001]/5", "", false, "");
    }
    void theyHitWhatTheyAreShownFor() {
        QFETCH(QString, ref);
        QFETCH(QString, name);
        QFETCH(bool, removed);
        QFETCH(QString, expected);
        SnapshotMaker maker;
        maker.process(20, "here");
        maker.at_process(maker.process(77, "there")).ipc_namespace = 4026532000;
        const auto object = maker.object(ref.toStdString(), name.toStdString());
        maker.at(object).removed = removed;
        if (ref.contains("ipc:[")) maker.at(object).space = ref.mid(ref.indexOf('[') + 1, 10).toULongLong();
        const auto snapshot = maker.make();
        QCOMPARE(QString::fromStdString(remove_command(*snapshot, snapshot->objects[0])), expected);
    }

    // What a shell reads between its own braces stays, and what is chosen stands in it.
    void parametersStandInThem() {
        SnapshotMaker maker;
        maker.object("posix_sem:/s p", "/s p");
        maker.object("sysv_msg:ipc:[4026532000]/5");
        const auto snapshot = maker.make();
        const auto& there = snapshot->objects[*snapshot->find("sysv_msg:ipc:[4026532000]/5")];
        const auto& semaphore =
            there.kind == snapshot->objects[0].kind ? snapshot->objects[1] : snapshot->objects[0];
        for (const auto& action : snapshot->kind(semaphore).kind->actions)
            if (action.kind == ActionKind::permissions)
                QCOMPARE(shell_command(*snapshot, semaphore, action, {{"mode", 0640}}),
                         std::string("n='/s p'; chmod 0640 -- \"/dev/shm/sem.${n#/}\""));
        // Of several programs only the first would go there.
        for (const auto& action : snapshot->kind(there).kind->actions)
            if (action.kind != ActionKind::remove)
                QCOMPARE(shell_command(*snapshot, there, action, {{"mode", 0640}}), std::string());
    }

    // The advisor's mend of what lies elsewhere is a command, and nothing that could be done from here.
    void whatLiesElsewhereIsNotRemovedFromHere() {
        SnapshotMaker maker;
        maker.at_process(maker.process(77, "there")).ipc_namespace = 4026532000;
        const auto object = maker.object("sysv_shm:ipc:[4026532000]/5");
        maker.at(object).space = 4026532000;
        maker.at(object).creator = 4711;
        maker.at(object).created = maker.taken_at / 1'000'000'000 - 7200;
        const auto snapshot = maker.make();
        const auto findings = advise(*snapshot, nullptr);
        for (const auto& finding : findings) {
            QCOMPARE(finding.command, std::string("nsenter -i -t 77 ipcrm -m 5"));
            QVERIFY(!finding.removable);
        }
    }
};

std::unique_ptr<QObject> monitor_rows_tests::commands() {
    return std::make_unique<TestCommands>();
}
#include "commands.moc"

// Files that were cut short, or whose bits are not what they were.
#include "unit/session_file/session_file.h"

#include <random>

using namespace ipcscope;
using namespace ipcscope::testing;

class TestDamagedFiles : public SessionFileTest {
    Q_OBJECT
private slots:
    void cutShort() {
        const auto whole = path("whole.ipcscope"), cut = path("cut.ipcscope");
        const AnyRecording recording(3, 4000);
        QVERIFY(save_session(whole.toStdString(), recording, {}).has_value());
        const auto bytes = bytes_of(whole);
        std::mt19937 random(5);
        std::size_t shown = 0;
        for (int i = 0; i < 40; ++i) {
            auto size = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            if (i % 2 == 0) size -= size % 4096;
            put(cut, bytes.left(size));
            const auto file = opened(cut);
            if (!file) continue;
            QVERIFY2(!file->problems().empty(), qPrintable(QString::number(size)));
            look_at_all(*file);
            shown += file->events().size() > 0 ? 1u : 0u;
        }
        QVERIFY2(shown > 10, qPrintable(QString::number(shown)));
    }
    void flippedBits() {
        const auto whole = path("whole.ipcscope"), flipped = path("flipped.ipcscope");
        const AnyRecording recording(4, 1500);
        QVERIFY(save_session(whole.toStdString(), recording, {}).has_value());
        const auto bytes = bytes_of(whole);
        std::mt19937 random(6);
        std::size_t shown = 0;
        for (int i = 0; i < 40; ++i) {
            auto damaged = bytes;
            for (auto n = 1 + random() % 40; n > 0; --n) {
                auto& byte = damaged.data()[random() % static_cast<unsigned>(damaged.size())];
                byte = static_cast<char>(byte ^ static_cast<char>(1u << random() % 8));
            }
            put(flipped, damaged);
            const auto file = opened(flipped);
            if (!file) continue;
            look_at_all(*file);
            shown += file->events().size() > 0 ? 1u : 0u;
        }
        QVERIFY2(shown > 20, qPrintable(QString::number(shown)));
    }
    // Interior pages that lead to the same leaf again and again.
    void treesThatAreNone() {
        const auto whole = path("whole.ipcscope"), bad = path("bad.ipcscope");
        QVERIFY(save_session(whole.toStdString(), AnyRecording(4, 3000), {}).has_value());
        const auto bytes = bytes_of(whole);
        const int page = static_cast<unsigned char>(bytes[16]) << 8 | static_cast<unsigned char>(bytes[17]);
        const auto pages = bytes.size() / page;
        std::mt19937 random(8);
        int changed = 0;
        for (qsizetype n = 1; n < pages; ++n) {
            if (bytes[n * page] != 5) continue;  // the inside of a tree of a table
            for (int i = 0; i < 8; ++i) {
                auto damaged = bytes;
                const auto cells = static_cast<unsigned char>(bytes[n * page + 3]) << 8 |
                                   static_cast<unsigned char>(bytes[n * page + 4]);
                const auto target =
                    i == 0 ? n + 1 : static_cast<qsizetype>(1 + random() % static_cast<unsigned>(pages));
                for (int cell = 0; cell < cells; ++cell) {
                    const auto slot = n * page + 12 + 2 * cell;
                    const auto at = n * page + (static_cast<unsigned char>(bytes[slot]) << 8 |
                                                static_cast<unsigned char>(bytes[slot + 1]));
                    for (int k = 0; k < 4; ++k)
                        damaged[at + k] = static_cast<char>(target >> (24 - 8 * k));
                }
                put(bad, damaged);
                ++changed;
                if (const auto file = opened(bad)) look_at_all(*file);
            }
        }
        QVERIFY(changed > 0);
    }
};

std::unique_ptr<QObject> ipcscope::testing::damaged_files() {
    return std::make_unique<TestDamagedFiles>();
}
#include "damage.moc"

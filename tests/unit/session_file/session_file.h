// What the tests of session files share.
#pragma once

#include "helpers/any_recording.h"
#include "helpers/made_up_recording.h"
#include "helpers/run_fixture.h"
#include "helpers/same_recording.h"
#include "runtime/statistics.h"
#include "session_file/database.h"
#include "session_file/file_recording.h"
#include "session_file/recorder.h"
#include "session_file/schema.h"

#include <QFile>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QtTest>

#define SAME(a, b)                                        \
    do {                                                  \
        const std::string different_ = difference(a, b);  \
        QVERIFY2(different_.empty(), different_.c_str()); \
    } while (false)

namespace ipcscope::testing {

inline std::unique_ptr<FileRecording> opened(const QString& path, std::string* why = nullptr) {
    auto file = open_session(path.toStdString(), registry());
    if (!file) {
        if (why) *why = file.error().text();
        return nullptr;
    }
    (*file)->wait_loaded();
    return std::move(*file);
}

inline std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines)
        out += line + "\n";
    return out;
}

// Looks at everything that a view could.
inline void look_at_all(const FileRecording& file) {
    std::uint64_t sum = 0;
    for (std::uint64_t seq = 0; seq < file.events().size(); ++seq) {
        const auto event = file.events().copy(seq);
        for (const char c : file.events().payload(event))
            sum += static_cast<unsigned char>(c);
        sum += file.events().results(event).size();
        if (const auto flow = file.events().flow(seq)) {
            QVERIFY(flow.value <= file.flows().size());
            const auto& joined = file.flows()[flow];
            QVERIFY(joined.from < file.events().size() && joined.to < file.events().size());
        }
        if (event.phase != Phase::state)
            if (const auto* call = file.calls().find(CallId{event.call})) sum += call->text.size();
        file.registry().operation(OperationId{event.operation});
    }
    StatisticsProgress progress;
    const auto some = std::min<std::uint64_t>(file.events().size(), 100'000);
    QVERIFY(compute_statistics(file, 0, some, {}, progress, 1).has_value());
    for (const auto& key : file.lanes().lanes()) {
        std::vector<Span> spans;
        std::vector<LevelPoint> levels;
        file.lanes().spans(key, file.lanes().first_ns(), file.lanes().last_ns() + 1, 100, spans);
        for (const auto& span : spans)
            QVERIFY(span.seq < file.events().size());
        file.lanes().levels(key, file.lanes().first_ns(), file.lanes().last_ns() + 1, 100, levels);
    }
    const auto state = file.state();
    for (const auto& [id, object] : state->objects)
        QVERIFY(object.mechanism && object.spec);
    QVERIFY(sum < ~std::uint64_t{0});
}

inline QByteArray bytes_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void put(const QString& path, const QByteArray& bytes) {
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// Of an older version of the format: tests/golden.
inline QString golden(const char* name) {
    return QStringLiteral(IPCSCOPE_SOURCE_DIR "/tests/golden/") + QLatin1String(name);
}

inline void sql(const QString& path, const char* statements) {
    auto db = session_file::Database::open_for_writing(path.toStdString());
    QVERIFY(db.has_value());
    const auto done = db->run(statements);
    QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
}

// One subject, and the folder of its files.
class SessionFileTest : public QObject {
    Q_OBJECT
protected:
    // In memory where that can be: the tests wait for no disk. Containers may have 64 MB of it only.
    QTemporaryDir folder_{QStorageInfo(QStringLiteral("/dev/shm")).bytesAvailable() > 500'000'000
                              ? QStringLiteral("/dev/shm/ipcscope-XXXXXX")
                              : QDir::tempPath() + QStringLiteral("/ipcscope-XXXXXX")};
    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { QVERIFY(folder_.isValid()); }
};

std::unique_ptr<QObject> refused_files();
std::unique_ptr<QObject> damaged_files();
std::unique_ptr<QObject> hostile_files();
std::unique_ptr<QObject> summaries();
std::unique_ptr<QObject> without_room();
std::unique_ptr<QObject> crashes();
std::unique_ptr<QObject> moments_of_runs();
// Another process: this program with an argument. -1 = there is none such.
int other_process(int argc, char** argv);
int process_without_room(int argc, char** argv);

}  // namespace ipcscope::testing

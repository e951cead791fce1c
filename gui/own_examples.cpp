#include "own_examples.h"

#include "words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace ipcscope {

namespace {

constexpr qint64 mostBytes = 1 << 20;  // of one
constexpr int mostFiles = 500;
constexpr qsizetype lineLength = 110;  // of the comment, as in the bundled ones
constexpr qsizetype longestFile = 60;

struct OwnExamples {
    Q_DECLARE_TR_FUNCTIONS(ipcscope::OwnExamples)
};

QString prefix() {
    return QStringLiteral("own:");
}

QString fileOf(const QString& title) {
    QString name;
    for (const QChar c : title.toLower())
        name += c.isLetterOrNumber() ? c : QLatin1Char('_');
    return ownExampleFolder() + QLatin1Char('/') + name.left(longestFile) + QStringLiteral(".ips");
}

// Words, in lines of a comment.
QString commented(const QString& paragraph) {
    QString out, line = QStringLiteral("#");
    const auto words = paragraph.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto& word : words) {
        if (line.size() > 1 && line.size() + word.size() >= lineLength) {
            out += line + QLatin1Char('\n');
            line = QStringLiteral("#");
        }
        line += QLatin1Char(' ') + word;
    }
    return out + line + QLatin1Char('\n');
}

}  // namespace

QString ownExampleFolder() {
    const auto data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.isEmpty() ? QString() : data + QStringLiteral("/ipcscope/examples");
}

bool isOwnExample(const QString& name) {
    return name.startsWith(prefix());
}

std::vector<OwnExample> ownExamples() {
    std::vector<OwnExample> out;
    const QDir folder(ownExampleFolder());
    if (ownExampleFolder().isEmpty() || !folder.exists()) return out;
    const auto files = folder.entryInfoList({QStringLiteral("*.ips")}, QDir::Files | QDir::Readable);
    for (const auto& info : files.mid(0, mostFiles)) {
        QFile file(info.filePath());
        if (info.size() > mostBytes || !file.open(QIODevice::ReadOnly)) continue;
        OwnExample one;
        one.file = info.filePath();
        one.bytes = std::make_shared<const std::string>(file.readAll().toStdString());
        one.example = read_example(*one.bytes);
        one.example.name = (prefix() + info.fileName()).toStdString();
        if (one.example.title.empty()) one.example.title = info.completeBaseName().toStdString();
        out.push_back(std::move(one));
    }
    std::sort(out.begin(), out.end(), [](const OwnExample& a, const OwnExample& b) {
        return QString::localeAwareCompare(fromUtf8(a.example.title), fromUtf8(b.example.title)) < 0;
    });
    return out;
}

QString withHead(const QString& program, const QString& title, const QString& about) {
    QString head = commented(title);
    const auto paragraphs = about.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const auto& paragraph : paragraphs)
        if (!paragraph.trimmed().isEmpty()) head += QStringLiteral("#\n") + commented(paragraph);
    QString rest = program;
    while (rest.startsWith(QLatin1Char('#'))) {
        const auto end = rest.indexOf(QLatin1Char('\n'));
        rest = end < 0 ? QString() : rest.mid(end + 1);
    }
    if (!rest.endsWith(QLatin1Char('\n'))) rest += QLatin1Char('\n');
    return head + rest;
}

bool hasOwnExample(const QString& title) {
    return QFile::exists(fileOf(title.simplified()));
}

QString saveOwnExample(const QString& program, const QString& title, const QString& about) {
    if (ownExampleFolder().isEmpty()) return OwnExamples::tr("There is no home directory to keep it in.");
    if (!QDir().mkpath(ownExampleFolder()))
        return OwnExamples::tr("%1 cannot be made.").arg(ownExampleFolder());
    QSaveFile file(fileOf(title.simplified()));
    const auto bytes = withHead(program, title.simplified(), about).toUtf8();
    if (bytes.size() > mostBytes) return OwnExamples::tr("It is too large for an example.");
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return OwnExamples::tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString());
    return {};
}

bool removeOwnExample(const QString& name) {
    for (const auto& one : ownExamples())
        if (fromUtf8(one.example.name) == name) return QFile::remove(one.file);
    return false;
}

}  // namespace ipcscope

#include "fill_outcomes.h"

#include "base/clock.h"
#include "compare/fill_expectations.h"
#include "session.h"
#include "words.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTextBlock>

#include <memory>

namespace ipcscope {

namespace {
constexpr int shownRemarks = 200;
}

FillOutcomes::FillOutcomes(Session& session, QObject* parent) : QObject(parent), session_(session) {
    jobs_.setMaxThreadCount(1);
    auto& controller = session_.controller();
    connect(&controller, &RunController::runChanged, this, [this] { ended_ = 0; });
    connect(&controller, &RunController::phaseChanged, this, [this, &controller] {
        ended_ = controller.phase() == RunController::Phase::ended && !controller.shown() ? now_ns() : 0;
    });
}

FillOutcomes::~FillOutcomes() {
    *gone_ = true;
    jobs_.waitForDone();
}

bool FillOutcomes::isPossible() const {
    const auto phase = session_.controller().phase();
    return !busy_ && (phase == RunController::Phase::live || phase == RunController::Phase::ended);
}

void FillOutcomes::start(QWidget* parent, bool replace) {
    const auto recording = session_.controller().recording();
    if (!isPossible() || !recording) return;
    busy_ = true;
    parent_ = parent;
    auto& document = session_.document();
    emit session_.told(tr("Reading what came of the program …"));
    FillOptions options;
    options.replace = replace;
    options.until_ns = ended_;
    const int revision = document.text()->revision();
    const auto text = document.text()->toPlainText().toStdString();
    // The window goes after its session: nothing of that is read on the other thread.
    jobs_.start([this, recording, text, options, revision, &registry = session_.registry(),
                 shown = session_.controller().shown(), gone = gone_] {
        if (shown && !shown->wait_loaded([&](double) { return !*gone; })) return;
        const auto filled =
            std::make_shared<const Filled>(fill_expectations(registry, text, *recording, options));
        QMetaObject::invokeMethod(
            this, [this, filled, revision, options] { finish(*filled, revision, options.replace); });
    });
}

void FillOutcomes::finish(const Filled& filled, int revision, bool replace) {
    busy_ = false;
    auto& document = session_.document();
    if (!filled.errors.empty()) {
        emit session_.refused(
            tr("Line %1: %2").arg(filled.errors[0].line).arg(fromUtf8(filled.errors[0].message)));
        return emit done();
    }
    if (document.text()->revision() != revision) {
        emit session_.refused(tr("The text was changed meanwhile: nothing was filled in"));
        return emit done();
    }
    if (!filled.lines.empty()) {
        const TextHistory::Step step(document.history(), tr("the expected outcomes"));
        QTextCursor cursor(document.text());
        for (const auto& line : filled.lines) {
            const auto block = document.text()->findBlockByNumber(line.line - 1);
            if (!block.isValid() || block.text() != fromUtf8(line.before)) continue;
            cursor.setPosition(block.position());
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            cursor.insertText(fromUtf8(line.after));
        }
    }
    emit session_.told(
        tr("%n line(s) got an expected outcome", nullptr, static_cast<int>(filled.lines.size())));
    emit done();
    const bool asks = filled.differ > 0 && !replace;
    if (!parent_ || (!asks && !filled.lines.empty())) return;
    if (!asks && filled.kept.empty()) return;
    QStringList remarks;
    for (const auto& remark : filled.kept)
        if (remarks.size() < shownRemarks)
            remarks += tr("Line %1: %2").arg(remark.line).arg(fromUtf8(remark.words));
    QMessageBox box(asks ? QMessageBox::Question : QMessageBox::Information, tr("Expected outcomes"),
                    asks ? tr("%n expectation(s) of the program did not hold in this run.", nullptr,
                              static_cast<int>(filled.differ))
                         : tr("There was nothing to fill in."),
                    QMessageBox::Close, parent_);
    box.setObjectName(QStringLiteral("fillQuestion"));
    if (asks) box.setInformativeText(tr("They were left as they are. Replace them by what came?"));
    box.setDetailedText(remarks.join(QLatin1Char('\n')));
    QPushButton* replaces = asks ? box.addButton(tr("&Replace"), QMessageBox::AcceptRole) : nullptr;
    box.exec();
    if (replaces && box.clickedButton() == replaces) start(parent_, true);
}

}  // namespace ipcscope

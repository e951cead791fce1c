// The sequence view over ten million events: how long until the first rows are seen and all are found, what
// they weigh, and what a frame costs anywhere in it; beside a bare pass over the same events.
#include "bench/report.h"
#include "helpers/made_up_recording.h"
#include "sequence/sequence_view.h"
#include "sequence_adapter.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <random>

using namespace ipcscope;

namespace {

void finding(bench::Report& report, const std::shared_ptr<const Recording>& run) {
    const auto& events = run->events();
    const auto count = static_cast<double>(events.size());
    const double first = bench::seconds([&] {
        SequenceScan scan(run, {});
        scan.update();
        bench::keep(scan.rows()->size());
        scan.cancel();
    });
    report.add({.name = "sequence.first_rows",
                .value = first * 1e3,
                .unit = "ms",
                .compared_with = "",
                .goal = bench::at_most(50)});
    std::uint64_t rows = 0;
    const auto pair = bench::compare(
        3,
        [&] {
            SequenceScan scan(run, {});
            scan.update();
            scan.wait();
            rows = scan.rows()->size();
        },
        [&] {
            std::uint64_t sum = 0;
            for (std::uint64_t seq = 0; seq < events.size(); ++seq)
                sum += events[seq].worker;
            bench::keep(sum);
        });
    report.add({.name = "sequence.find_rows",
                .value = count / pair.ours_s,
                .unit = "events/s",
                .compared_with = "reading one field of every event",
                .compared_value = count / pair.other_s,
                .goal = bench::at_least(5e6)});
    report.add(
        {.name = "sequence.rows", .value = static_cast<double>(rows), .unit = "rows", .compared_with = ""});
    report.add({.name = "sequence.bytes_a_row",
                .value = static_cast<double>(sizeof(SequenceRow)),
                .unit = "bytes",
                .compared_with = "",
                .goal = bench::at_most(8)});
}

void frames(bench::Report& report, const std::shared_ptr<const Recording>& run, QSize size, bool scale,
            const char* name, double limit) {
    SequenceAdapter adapter(run, {});
    adapter.scan().wait();
    adapter.update();
    SequenceView view;
    view.resize(size);
    view.setSource(&adapter);
    view.show();
    QApplication::processEvents();
    QImage target(view.size(), QImage::Format_RGB32);
    view.render(&target);
    std::mt19937 random(5);
    bench::Samples times;
    view.setToScale(scale);
    const auto somewhere = [&] {
        auto* bar = view.verticalScrollBar();
        const auto to = static_cast<int>(static_cast<double>(random()) / 4294967296.0 * bar->maximum());
        times.take([&] {
            bar->setValue(to);
            view.render(&target);
        });
    };
    for (int i = 0; i < (report.quick() ? 5 : 150); ++i) {
        // To scale, all of it is in sight at first: then ever closer, down to single rows.
        if (scale && i % 2 == 1) {
            QWheelEvent turn({900, 500}, view.mapToGlobal(QPointF(900, 500)), {}, {0, 240}, Qt::NoButton,
                             Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(view.viewport(), &turn);
        }
        somewhere();
    }
    const QImage picture = target.copy();
    std::vector<double> blits;
    for (int i = 0; i < 30; ++i)
        blits.push_back(1e3 * bench::seconds([&] {
                            QPainter painter(&target);
                            painter.drawImage(0, 0, picture);
                        }));
    report.add({.name = name,
                .value = bench::percentile(times.wall_ms, 0.99),
                .unit = "ms",
                .compared_with = "copying one picture of that size",
                .compared_value = bench::median(blits),
                .goal = bench::at_most(limit),
                .cpu = bench::percentile(times.cpu_ms, 0.99)});
    report.add({.name = std::string(name) + "_median",
                .value = bench::median(times.wall_ms),
                .unit = "ms",
                .cpu = bench::median(times.cpu_ms)});
}

void selecting(bench::Report& report, const std::shared_ptr<const Recording>& run) {
    SequenceAdapter adapter(run, {});
    adapter.scan().wait();
    adapter.update();
    SequenceView view;
    view.resize(1920, 1000);
    view.setSource(&adapter);
    view.show();
    std::mt19937_64 random(9);
    bench::Samples times;
    for (int i = 0; i < 200; ++i) {
        const auto seq = random() % run->events().size();
        times.take([&] { view.select(seq); });
    }
    report.add({.name = "sequence.select_p99",
                .value = bench::percentile(times.wall_ms, 0.99),
                .unit = "ms",
                .goal = bench::at_most(5),
                .cpu = bench::percentile(times.cpu_ms, 0.99)});
}

}  // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(Theme::light);
    testing::Traffic traffic;
    traffic.events = report.scaled(10'000'000);
    traffic.lanes = 40;
    const std::shared_ptr<const Recording> run = std::make_shared<testing::MadeUpRecording>(traffic);
    finding(report, run);
    frames(report, run, {1920, 1000}, false, "sequence.frame_p99_1920", 16);
    frames(report, run, {3840, 2000}, false, "sequence.frame_p99_3840", 33);
    frames(report, run, {1920, 1000}, true, "sequence.scale_frame_p99_1920", 16);
    frames(report, run, {3840, 2000}, true, "sequence.scale_frame_p99_3840", 33);
    selecting(report, run);
    return report.exit_code();
}

// Frames of the timeline: a million events in twenty lanes, 1920 pixels wide, drawn in software at every
// zoom.
#include "bench/report.h"
#include "timeline/timeline_view.h"
#include "widgets/timeline_scene.h"

#include <QApplication>
#include <QPainter>

using namespace ipcscope;

namespace {

constexpr int lanes = 20;

void frames(bench::Report& report, std::size_t events) {
    const auto source = testing::makeCrowd(events, lanes);
    TimelineView view;
    view.resize(1920, 1000);
    view.setSource(source.get());
    view.show();
    QApplication::processEvents();
    QImage target(view.size(), QImage::Format_RGB32);
    view.render(&target);

    const qint64 first = source->firstTime(), all = source->lastTime() - first;
    std::vector<double> times;
    for (double span = static_cast<double>(all); span > 2000; span /= 1.25)
        for (int pan = 0; pan < (report.quick() ? 1 : 12); ++pan) {
            const auto begin = first + static_cast<qint64>((static_cast<double>(all) - span) * pan / 11.0);
            times.push_back(1e3 * bench::seconds([&] {
                                view.setVisibleRange(begin, begin + static_cast<qint64>(span));
                                view.render(&target);
                            }));
        }
    // Beside it: what it takes to put a picture of this size onto another one.
    const QImage picture = target.copy();
    std::vector<double> blits;
    for (int i = 0; i < 50; ++i)
        blits.push_back(1e3 * bench::seconds([&] {
                            QPainter painter(&target);
                            painter.drawImage(0, 0, picture);
                        }));
    report.add({.name = "timeline.frame_p99",
                .value = bench::percentile(times, 0.99),
                .unit = "ms",
                .compared_with = "copying one picture of 1920x1000",
                .compared_value = bench::median(blits),
                .goal = bench::at_most(16)});
    report.add({.name = "timeline.frame_median",
                .value = bench::median(times),
                .unit = "ms",
                .compared_with = "copying one picture of 1920x1000",
                .compared_value = bench::median(blits)});
}

void indexing(bench::Report& report, std::size_t events) {
    std::vector<Event> made(events);
    std::mt19937_64 rng(3);
    qint64 now = 1'000'000;
    for (std::size_t i = 0; i < events; ++i) {
        Event& e = made[i];
        e.worker = static_cast<std::uint16_t>(1 + i / 2 % 4);
        e.operation = static_cast<std::uint16_t>(3 + i / 2 % 2);
        now += 100 + static_cast<qint64>(rng() % 400);
        e.time_ns = now;
        e.phase = i % 2 ? Phase::leave : Phase::enter;
        if (i % 2) e.duration_ns = now - made[i - 1].time_ns;
    }
    std::size_t bytes = 0;
    const auto pair = bench::compare(
        5,
        [&] {
            LaneIndex index;
            for (std::size_t i = 0; i < events; ++i)
                index.append(i, made[i]);
            bytes = index.memory_bytes();
        },
        [&] {
            std::vector<Event> plain;
            for (std::size_t i = 0; i < events; ++i)
                plain.push_back(made[i]);
            bench::keep(plain.data());
        });
    const auto n = static_cast<double>(events);
    report.add({.name = "lanes.append",
                .value = pair.ours_s * 1e9 / n,
                .unit = "ns/event",
                .compared_with = "push_back of the events",
                .compared_value = pair.other_s * 1e9 / n,
                .goal = bench::at_most(60),
                .ratio = pair.ratio});
    report.add({.name = "lanes.memory",
                .value = static_cast<double>(bytes) / n,
                .unit = "bytes/event",
                .compared_with = "the event itself",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(8)});
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    bench::Report report(argc, argv);
    frames(report, report.scaled(1'000'000));
    indexing(report, report.scaled(2'000'000));
    return report.exit_code();
}

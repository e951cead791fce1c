// Frames of the timeline over made-up traffic: ten million events in two hundred lanes, drawn in software on
// one processor, at any zoom from a day to a nanosecond. --large: a hundred million, most of them in a file.
#include "bench/report.h"
#include "helpers/made_up_recording.h"
#include "timeline/timeline_view.h"
#include "timeline_adapter.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>

#include <cmath>
#include <cstdio>
#include <random>
#include <sched.h>

using namespace ipcscope;
using testing::MadeUpRecording;
using testing::Traffic;

namespace {

constexpr double day_ns = 24.0 * 3600e9;

// All threads that are started from here on, too.
void stay_on_one_processor() {
    cpu_set_t all, one;
    CPU_ZERO(&one);
    sched_getaffinity(0, sizeof all, &all);
    for (int i = CPU_SETSIZE - 1; i >= 0; --i)
        if (CPU_ISSET(i, &all)) {
            CPU_SET(i, &one);
            break;
        }
    sched_setaffinity(0, sizeof one, &one);
}

class Frames {
public:
    Frames(std::shared_ptr<const MadeUpRecording> recording, QSize size)
        : recording_(std::move(recording)), source_(recording_), target_(size, QImage::Format_RGB32) {
        view_.resize(size);
        view_.setSource(&source_);
        view_.show();
        QApplication::processEvents();
        view_.render(&target_);
        first_ = source_.firstTime();
        all_ = static_cast<double>(source_.lastTime() - first_);
    }

    // A person's way through it: in and out at any place, along, up and down, back to all of it; many places
    // lie in the middle of a burst, at each width.
    bench::Samples walk(std::size_t frames) {
        std::mt19937_64 rng(4);
        const auto& events = recording_->events();
        bench::Samples times;
        double span = all_, centre = static_cast<double>(first_) + all_ / 2;
        for (std::size_t i = 0; i < frames; ++i) {
            switch (rng() % 8) {
                case 0:  // to somewhere else, at any width
                    centre = static_cast<double>(events[rng() % events.size()].time_ns);
                    span = std::exp(std::log(all_) * static_cast<double>(rng() % 1'000) / 1'000);
                    break;
                case 1:
                case 2: span *= 1.25; break;
                case 3:
                case 4: span /= 1.25; break;
                case 5: centre += span * 0.1; break;
                case 6: centre -= span * 0.1; break;
                default:
                    view_.verticalScrollBar()->setValue(static_cast<int>(
                        rng() % static_cast<unsigned>(view_.verticalScrollBar()->maximum() + 1)));
                    if (rng() % 20 == 0) span = all_;
            }
            span = std::clamp(span, 1.0, all_ * 1.1);
            frame(times, centre, span);
        }
        return times;
    }
    // Every width, where it is busiest.
    bench::Samples zoom_in() {
        const auto& events = recording_->events();
        bench::Samples times;
        for (const double place : {0.31, 0.62, 0.93}) {
            const auto seq = static_cast<std::uint64_t>(place * static_cast<double>(events.size()));
            const auto centre = static_cast<double>(events[seq].time_ns);
            for (double span = all_ * 1.1; span > 1; span /= 1.3)
                frame(times, centre, span);
        }
        return times;
    }
    // Selecting and going along flows, with the frame that shows it.
    bench::Samples select_and_jump(std::size_t count) {
        std::mt19937_64 rng(5);
        const auto& events = recording_->events();
        bench::Samples times;
        for (std::size_t i = 0; i < count; ++i)
            times.take([&] {
                switch (i % 4) {
                    case 0: view_.select(rng() % events.size()); break;
                    case 1: view_.jumpToOtherEnd(); break;
                    case 2: view_.selectNext(); break;
                    default: view_.nextHop();
                }
                view_.render(&target_);
            });
        return times;
    }
    double blit() {
        const QImage picture = target_.copy();
        std::vector<double> times;
        for (int i = 0; i < 50; ++i)
            times.push_back(1e3 * bench::seconds([&] {
                                QPainter painter(&target_);
                                painter.drawImage(0, 0, picture);
                            }));
        return bench::median(times);
    }

private:
    void frame(bench::Samples& times, double centre, double span) {
        const auto begin = static_cast<qint64>(centre - span / 2);
        const auto width = std::max<qint64>(1, static_cast<qint64>(span));
        const double ms = times.take([&] {
            view_.setVisibleRange(begin, begin + width);
            view_.render(&target_);
        });
        if (qEnvironmentVariableIsSet("BENCH_SLOW") && ms > 12)
            std::fprintf(stderr, "%.1f ms: span %.4g ns\n", ms, span);
    }
    std::shared_ptr<const MadeUpRecording> recording_;
    TimelineAdapter source_;
    TimelineView view_;
    QImage target_;
    qint64 first_ = 0;
    double all_ = 0;
};

void frames(bench::Report& report, const std::shared_ptr<const MadeUpRecording>& recording, QSize size,
            double limit, const std::string& name) {
    Frames frames(recording, size);
    const auto count = report.scaled(2'000);
    const double blit = frames.blit();
    const auto copying =
        "copying one picture of " + std::to_string(size.width()) + "x" + std::to_string(size.height());
    const auto add = [&](const char* what, const bench::Samples& times, double share, bench::Goal goal) {
        report.add({.name = name + what,
                    .value = bench::percentile(times.wall_ms, share),
                    .unit = "ms",
                    .compared_with = copying,
                    .compared_value = blit,
                    .goal = goal,
                    .cpu = bench::percentile(times.cpu_ms, share)});
    };
    const auto walked = frames.walk(count);
    add("_p99", walked, 0.99, bench::at_most(limit));
    add("_median", walked, 0.5, {});
    const auto zoomed = frames.zoom_in();
    add("_zoom_p99", zoomed, 0.99, bench::at_most(limit));
    const auto selected = frames.select_and_jump(count / 5 + 1);
    add("_select_p99", selected, 0.99, bench::at_most(limit));
}

void all_of(bench::Report& report, std::uint64_t events, const ArenaOptions& memory,
            const std::string& name) {
    Traffic traffic;
    traffic.events = events;
    traffic.lanes = 200;
    traffic.payloads = false;  // frames do not look at them
    traffic.mean_ns = day_ns / static_cast<double>(events);
    traffic.memory = memory;
    const auto recording = std::make_shared<MadeUpRecording>(traffic);
    const auto n = static_cast<double>(recording->events().size());
    report.add({.name = name + ".lanes",
                .value = static_cast<double>(recording->lanes().lanes().size()),
                .unit = "lanes"});
    report.add(
        {.name = name + ".days",
         .value = static_cast<double>(recording->lanes().last_ns() - recording->lanes().first_ns()) / day_ns,
         .unit = "days"});
    report.add({.name = name + ".detail_memory",
                .value = static_cast<double>(recording->lanes().memory_bytes()) / n,
                .unit = "bytes/event",
                .compared_with = "the event itself",
                .compared_value = sizeof(Event),
                .goal = bench::at_most(report.quick() ? 1e9 : 8)});
    frames(report, recording, {1920, 1080}, 16, name + ".frame_1920");
    frames(report, recording, {3840, 2160}, 33, name + ".frame_3840");
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    stay_on_one_processor();
    QApplication application(argc, argv);
    bench::Report report(argc, argv);
    all_of(report, report.scaled(10'000'000), {}, "timeline");
    if (report.large()) {
        ArenaOptions memory;
        memory.in_memory = std::size_t{2} << 30;
        all_of(report, 100'000'000, memory, "timeline_100M");
    }
    return report.exit_code();
}

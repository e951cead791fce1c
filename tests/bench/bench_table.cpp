// The event table and the statistics over many events: rows found in the background, random places of the
// table drawn, figures counted.
#include "bench/report.h"
#include "event_model.h"
#include "helpers/made_up_recording.h"
#include "row_scan.h"
#include "runtime/filter_scan.h"
#include "runtime/statistics.h"
#include "tall_table.h"
#include "theme.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>

#include <random>
#include <thread>

using namespace ipcscope;

namespace {

void wait_for(RowScan& scan) {
    scan.update();
    while (scan.behind())
        std::this_thread::yield();
}

// Every event's phase and duration, and no more: what any figure has to read at least.
std::int64_t bare_scan(const EventStore& events, std::uint64_t size) {
    std::int64_t sum = 0;
    for (std::uint64_t seq = 0; seq < size; ++seq)
        if (events[seq].phase == Phase::leave) sum += events[seq].duration_ns;
    return sum;
}

void statistics(bench::Report& report, const Recording& recording) {
    const auto size = recording.events().size();
    const auto millions = static_cast<double>(size) / 1e6;
    for (const unsigned threads : {1u, 2u}) {
        const auto pair = bench::compare(
            5,
            [&] {
                StatisticsProgress progress;
                bench::keep(compute_statistics(recording, 0, size, {}, progress, threads)->total().calls);
            },
            [&] { bench::keep(bare_scan(recording.events(), size)); });
        report.add({.name = threads == 1 ? "statistics.one_thread" : "statistics.two_threads",
                    .value = pair.ours_s * 1e3 / millions * 10,
                    .unit = "ms/10M events",
                    .compared_with = "reading two fields of each",
                    .compared_value = pair.other_s * 1e3 / millions * 10,
                    .goal = bench::at_most(1000),
                    .ratio = pair.ratio});
    }
    StatisticsProgress progress;
    const auto all = compute_statistics(recording, 0, size, {}, progress);
    report.add({.name = "statistics.memory",
                .value = static_cast<double>(all->memory_bytes()) / 1024,
                .unit = "KiB",
                .compared_with = {},
                .goal = bench::at_most(64 * 1024)});
}

void rows(bench::Report& report, const std::shared_ptr<const Recording>& recording) {
    const auto millions = static_cast<double>(recording->events().size()) / 1e6;
    double seconds = bench::seconds([&] {
        RowScan scan(recording);
        wait_for(scan);
    });
    report.add({.name = "table.rows",
                .value = seconds * 1e3 / millions * 10,
                .unit = "ms/10M events",
                .compared_with = {}});
    const auto parsed = parse_filter(event_fields(recording->registry()), "failed or duration > 1ms");
    FilterScan filter(*recording, *parsed.filter);
    filter.wait();
    seconds = bench::seconds([&] {
        RowScan scan(recording, &filter.matches());
        wait_for(scan);
    });
    report.add({.name = "table.filtered_rows_and_lanes",
                .value = seconds * 1e3 / millions * 10,
                .unit = "ms/10M events",
                .compared_with = {}});
}

// A picture of the table at random rows, as after each turn of a wheel or click on its scroll bar.
void places(bench::Report& report, const std::shared_ptr<const Recording>& recording) {
    const auto scan = std::make_shared<RowScan>(recording);
    wait_for(*scan);
    EventModel model;
    model.setSource(recording, scan);
    TallTable table;
    table.setModel(&model);
    table.setAlternatingRowColors(true);
    table.resize(1920, 400);
    table.show();
    QApplication::processEvents();
    std::mt19937_64 random(7);
    std::uniform_int_distribution<int> any(0, model.rowCount() - 1);
    QImage image(table.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    bench::Samples times, finds;
    const int rounds = static_cast<int>(report.scaled(1000));
    for (int i = 0; i < rounds; ++i) {
        const int row = any(random);
        times.take([&] {
            table.verticalScrollBar()->setValue(row);
            table.viewport()->render(&image);
        });
        const auto seq = model.seqOf(row);
        finds.take([&] { bench::keep(model.rowOf(seq)); });
    }
    report.add({.name = "table.random_place",
                .value = bench::percentile(times.wall_ms, 0.99),
                .unit = "ms, 99 of 100",
                .compared_with = {},
                .goal = bench::at_most(16),
                .cpu = bench::percentile(times.cpu_ms, 0.99)});
    report.add({.name = "table.row_of_event",
                .value = bench::percentile(finds.wall_ms, 0.99) * 1e3,
                .unit = "us, 99 of 100",
                .compared_with = {},
                .goal = bench::at_most(100),
                .cpu = bench::percentile(finds.cpu_ms, 0.99) * 1e3});
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::Report report(argc, argv);
    QApplication app(argc, argv);
    applyTheme(Theme::light);
    testing::Traffic traffic;
    traffic.events = report.scaled(10'000'000);
    traffic.lanes = 200;
    traffic.payloads = false;
    const auto recording = std::make_shared<testing::MadeUpRecording>(traffic);
    statistics(report, *recording);
    rows(report, recording);
    places(report, recording);
    return report.exit_code();
}

// Opening and filtering as many events as others are given, side by side in one run, each as a whole process:
// KernelShark (trace.dat), tshark (pcap) and ours (a session file). What is not installed is said and left
// out.
// --large: ten million instead of one.
#include "base/unique_fd.h"
#include "bench/peer_files.h"
#include "bench/report.h"
#include "filter/filter.h"
#include "helpers/made_up_recording.h"
#include "mechanisms/driver.h"
#include "runtime/event_filter.h"
#include "runtime/filter_scan.h"
#include "runtime/match_set.h"
#include "session_file/file_recording.h"
#include "session_file/writer.h"
#include "timeline/timeline_view.h"
#include "timeline_adapter.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <grp.h>
#include <poll.h>
#include <sstream>
#include <thread>
#include <unistd.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace ipcscope;

namespace {

[[noreturn]] void fail(const std::string& why) {
    std::fprintf(stderr, "bench_peers: %s\n", why.c_str());
    std::exit(3);
}

// --- one process, from its start on ---

struct Took {
    bool good = false;
    double wall_s = 0;
    double memory = 0;  // bytes, at most
};

// Away from home, without a display; nobody instead of root, to whom KernelShark shows a question first.
pid_t start(const std::vector<std::string>& command, const std::string& home, bool as_nobody) {
    std::vector<char*> argv;
    for (const auto& word : command)
        argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) return child;
    const int nothing = open("/dev/null", O_RDWR);
    for (const int fd : {0, 1, 2})
        dup2(nothing, fd);
    setenv("HOME", home.c_str(), 1);
    setenv("XDG_RUNTIME_DIR", home.c_str(), 1);
    if (as_nobody && geteuid() == 0 && (setgroups(0, nullptr) || setgid(65534) || setuid(65534))) _exit(126);
    execvp(argv[0], argv.data());
    _exit(127);
}

Took run(const std::vector<std::string>& command, const std::string& home) {
    Took took;
    const auto begin = bench::clock_ns();
    const pid_t child = start(command, home, false);
    int status = 0;
    struct rusage used {};
    wait4(child, &status, 0, &used);
    took.wall_s = static_cast<double>(bench::clock_ns() - begin) * 1e-9;
    took.memory = static_cast<double>(used.ru_maxrss) * 1024;
    took.good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return took;
}

// A window that stays: until it has nothing more to do, for as long as it takes to be sure.
Took run_until_idle(const std::vector<std::string>& command, const std::string& home) {
    Took took;
    const auto begin = bench::clock_ns();
    const pid_t child = start(command, home, true);
    const UniqueFd process(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
    const auto folder = "/proc/" + std::to_string(child);
    long long last = -1;
    auto busy_until = begin;
    while (bench::clock_ns() - busy_until < 3'000'000'000) {
        struct pollfd ended {
            process.get(), POLLIN, 0
        };
        if (poll(&ended, 1, 20) > 0) break;
        std::ifstream stat(folder + "/stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        std::istringstream words(text.substr(std::min(text.size(), text.rfind(')') + 1)));
        std::string state, skipped;
        long long user = 0, system = 0;
        words >> state;
        for (int i = 0; i < 10; ++i)
            words >> skipped;
        words >> user >> system;
        if (!words || state == "Z") break;
        if (user + system != last) {
            last = user + system;
            busy_until = bench::clock_ns();
        }
        took.good = true;
    }
    std::ifstream status(folder + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) took.memory = std::strtod(line.c_str() + 6, nullptr) * 1024;
    took.wall_s = static_cast<double>(busy_until - begin) * 1e-9;
    took.good &= took.memory > 0;
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return took;
}

bool installed(const char* program) {
    std::istringstream path(std::getenv("PATH") ? std::getenv("PATH") : "/usr/bin");
    for (std::string folder; std::getline(path, folder, ':');)
        if (access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    std::fprintf(stderr, "bench_peers: %s is not installed: left out\n", program);
    return false;
}

// --- ours, in a process of its own ---

enum class Until { something_is_there, all_is_read };

std::unique_ptr<FileRecording> opened(const char* file, Until until = Until::all_is_read) {
    static const Registry registry(all_specs());
    auto recording = open_session(file, registry);
    if (!recording) fail(recording.error().text());
    if (until == Until::all_is_read) (*recording)->wait_loaded();
    while ((*recording)->lanes().lanes().empty() && !(*recording)->loaded())
        std::this_thread::yield();
    return std::move(*recording);
}

// The window's picture of it, once: of what is read by then, as a person sees it.
int open_and_draw(int argc, char** argv, const char* file, Until until) {
    QApplication application(argc, argv);
    const std::shared_ptr<const FileRecording> recording = opened(file, until);
    const TimelineAdapter source(recording);
    TimelineView view;
    view.resize(1920, 1080);
    view.setSource(&source);
    view.show();
    QApplication::processEvents();
    QImage target(view.size(), QImage::Format_RGB32);
    view.render(&target);
    return recording->events().size() > 0 ? 0 : 1;
}

std::uint64_t matching(const Recording& recording, const char* text) {
    auto parsed = parse_filter(event_fields(recording.registry(), recording.state().get()), text);
    if (!parsed.filter) fail(std::string("not a filter: ") + text);
    const FilterScan scan(recording, *parsed.filter);
    scan.wait();
    return scan.matches().count();
}

constexpr char our_filter[] = "bytes >= 4 and op == pipe.write and worker == \"client3\"";
constexpr char their_filter[] = "udp.length >= 4 and udp.dstport == 20007 and udp.srcport == 10003";

void compare(bench::Report& report, const std::string& name, const std::string& with, const Took& ours,
             const Took& theirs, double events) {
    if (!ours.good) fail(name + ": our own process failed");
    if (!theirs.good) {
        std::fprintf(stderr, "bench_peers: %s could not be run here: left out\n", with.c_str());
        return;
    }
    report.add({.name = name + "_time",
                .value = ours.wall_s,
                .unit = "s",
                .compared_with = with,
                .compared_value = theirs.wall_s});
    report.add({.name = name + "_memory",
                .value = ours.memory / events,
                .unit = "bytes/event",
                .compared_with = with,
                .compared_value = theirs.memory / events});
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && std::strcmp(argv[1], "--open") == 0)
        return open_and_draw(argc, argv, argv[2], Until::all_is_read);
    if (argc == 3 && std::strcmp(argv[1], "--look") == 0)
        return open_and_draw(argc, argv, argv[2], Until::something_is_there);
    if (argc == 3 && std::strcmp(argv[1], "--filter") == 0)
        return matching(*opened(argv[2]), our_filter) == 0;
    bench::Report report(argc, argv);
    const auto events = report.large() ? std::size_t{10'000'000} : report.scaled(1'000'000);
    QTemporaryDir folder;
    const auto path = [&](const char* name) {
        return folder.filePath(QString::fromLatin1(name)).toStdString();
    };
    chmod(folder.path().toLocal8Bit().constData(), 0777);  // nobody needs to get at them
    const auto home = folder.path().toStdString();

    testing::Traffic traffic;
    traffic.events = events;
    traffic.lanes = 200;
    const auto session = path("ours.ipcscope");
    double filter_s = 0;
    {
        const testing::MadeUpRecording made(traffic);
        if (auto saved = save_session(session, made, {}); !saved) fail(saved.error().text());
        filter_s = bench::seconds([&] { bench::keep(matching(made, our_filter)); });
    }
    const char* self = "/proc/self/exe";
    char real[4096] = {};
    if (readlink(self, real, sizeof real - 1) < 0) fail("who am I?");
    const auto n = static_cast<double>(events);
    const auto ours_opened = run({real, "--open", session}, home);
    if (installed("kernelshark")) {
        const auto file = path("theirs.dat");
        if (!bench::write_trace_dat(file, events)) fail("no room for a trace.dat");
        chmod(file.c_str(), 0644);
        const auto theirs = run_until_idle({"kernelshark", "-i", file}, home);
        const char* with = "KernelShark, the same count of events of 64 bytes";
        compare(report, "peers.open_vs_kernelshark", with, ours_opened, theirs, n);
        compare(report, "peers.first_picture_vs_kernelshark", with, run({real, "--look", session}, home),
                theirs, n);
    }
    if (!installed("tshark")) return report.exit_code();
    const auto file = path("theirs.pcap");
    if (!bench::write_pcap(file, events)) fail("no room for a capture");
    const auto filtered = run({real, "--filter", session}, home);
    compare(report, "peers.open_vs_tshark", "tshark -r, printing to nowhere", ours_opened,
            run({"tshark", "-n", "-r", file}, home), n);
    const auto theirs = run({"tshark", "-n", "-r", file, "-Y", their_filter}, home);
    compare(report, "peers.open_and_filter_vs_tshark", "tshark -r -Y, printing to nowhere", filtered, theirs,
            n);
    report.add({.name = "peers.filter_when_open",
                .value = filter_s,
                .unit = "s",
                .compared_with = "tshark -r -Y, which has to read the file each time",
                .compared_value = theirs.wall_s});
    return report.exit_code();
}

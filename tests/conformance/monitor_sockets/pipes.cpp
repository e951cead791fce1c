// Pipes, FIFOs and descriptors without a name.
#include "conformance/monitor_sockets/monitor_sockets.h"

using namespace ipcscope;
using namespace ipcscope::testing;
using namespace ipcscope::testing::monitor_sockets;

class TestSocketsPipes : public SocketSubject {
    Q_OBJECT

private slots:
    // The trap of pipe(7): a reader that itself keeps a writing end never sees the end.
    void aForgottenWritingEndShows() {
        NEEDS_SIGHT(waits);
        auto pipe = pipe_pair();
        const Child reader([&] {
            char octet = 0;
            (void)!read(pipe.first.get(), &octet, 1);
        });
        const auto ref = ref_of("pipe", pipe.first);
        pipe = {};  // only the child has it now, both ends of it
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(reader.pid()) != nullptr;
        }));
        const Look look(*taken, ref);
        QCOMPARE(look.holders(), std::set<pid_t>{reader.pid()});
        QCOMPARE(look.access(reader.pid()), 3u);
        QCOMPARE(look.wait_of(reader.pid())->direction, Access::read);
        QCOMPARE(look.number("readers"), 1);
        QCOMPARE(look.number("writers"), 1);
        QVERIFY(look.cell("bytes").state == CellState::not_available);
        QVERIFY(look.text("bytes").find("peek") != std::string::npos);
    }

    void whoHasMadeAPipeAndWhen() {
        const auto before = std::time(nullptr);
        const auto pipe = pipe_pair();
        const auto taken = now();
        const Look look(*taken, ref_of("pipe", pipe.first));
        QVERIFY(look);
        QCOMPARE(look.object().uid, geteuid());
        QCOMPARE(look.object().gid, getegid());
        QCOMPARE(look.object().mode, 0600);
        QVERIFY(look.object().created >= before && look.object().created <= std::time(nullptr));
        // What a write does to its times is not taken for its making.
        QCOMPARE(write(pipe.second.get(), "x", 1), 1);
        const auto again = now();
        QCOMPARE(Look(*again, ref_of("pipe", pipe.first)).object().created, look.object().created);
    }

    void endsOfAPipeAreToldApart() {
        auto pipe = pipe_pair();
        const Child writer([&] {
            pipe.first.reset();
            pause();
        });
        pipe.second.reset();
        const auto ref = ref_of("pipe", pipe.first);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).access(writer.pid()) == 2;
        }));
        QCOMPARE(Look(*taken, ref).access(getpid()), 1u);
    }

    void openingAFifoIsAWait() {
        NEEDS_SIGHT(waits);
        const auto place = path("fifo with a blank");
        QCOMPARE(mkfifo(place.c_str(), 0640), 0);
        const Child reader([&] { (void)!open(place.c_str(), O_RDONLY); });
        const auto ref = "fifo:" + escape_key(place);
        Taken taken;
        QVERIFY(wait_for([&] {
            taken = now();
            return Look(*taken, ref).wait_of(reader.pid()) != nullptr;
        }));
        QCOMPARE(Look(*taken, ref).wait_of(reader.pid())->direction, Access::read);
        QCOMPARE(Look(*taken, ref).object().mode & 0777, 0640);
        QCOMPARE(Look(*taken, ref).holders(), std::set<pid_t>{});
        // Nobody has it open, but whoever waits in open(2) would wait for ever.
        ActRequest remove;
        remove.kind = kind_of_prefix("fifo");
        remove.key = place;
        const auto removed = client_->act(remove, ref);
        QVERIFY(!removed);
        QVERIFY2(
            removed.error().text().find(fmt::format("process {} waits", reader.pid())) != std::string::npos,
            removed.error().text().c_str());
        QVERIFY(access(place.c_str(), F_OK) == 0);
        // Held by both, removed, made anew: two objects.
        const UniqueFd both(open(place.c_str(), O_RDWR | O_CLOEXEC));
        QCOMPARE(::unlink(place.c_str()), 0);
        QCOMPARE(mkfifo(place.c_str(), 0600), 0);
        const UniqueFd fresh(open(place.c_str(), O_RDWR | O_CLOEXEC));
        taken = now();
        const auto count =
            std::count_if(taken->objects.begin(), taken->objects.end(), [&](const auto& object) {
                return taken->kind(object).kind->prefix == std::string("fifo") &&
                       taken->text(object.name) == place;
            });
        QCOMPARE(count, 2);
    }

    void eventDescriptorsSayWhatTheyAre() {
        const UniqueFd counter(eventfd(255, EFD_CLOEXEC | EFD_SEMAPHORE));
        const UniqueFd timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
        const itimerspec hour{{60, 5}, {3600, 0}};
        QCOMPARE(timerfd_settime(timer.get(), 0, &hour, nullptr), 0);
        const UniqueFd poller(epoll_create1(EPOLL_CLOEXEC));
        epoll_event in{};
        in.events = EPOLLIN;
        QCOMPARE(epoll_ctl(poller.get(), EPOLL_CTL_ADD, counter.get(), &in), 0);
        const UniqueFd watch(inotify_init1(IN_CLOEXEC));
        QVERIFY(inotify_add_watch(watch.get(), path("").c_str(), IN_CREATE | IN_DELETE) >= 0);
        sigset_t usr;
        sigemptyset(&usr);
        sigaddset(&usr, SIGUSR1);
        const UniqueFd signal(signalfd(-1, &usr, SFD_CLOEXEC));
        const UniqueFd self(static_cast<int>(syscall(SYS_pidfd_open, getpid(), 0)));
        const Child child([] { pause(); });
        const auto taken = now();
        // By the holder that was seen first: the one of the lower number, which may be the child.
        const auto key = [first = std::min(getpid(), child.pid())](const char* kind, const UniqueFd& fd) {
            return fmt::format("{}:{}/{}", kind, first, fd.get());
        };
        const auto found =
            std::find_if(taken->objects.begin(), taken->objects.end(), [&](const auto& object) {
                return taken->kind(object).kind->prefix == std::string("eventfd") &&
                       Look(*taken, taken->ref(object)).holders().count(getpid()) != 0 &&
                       Look(*taken, taken->ref(object)).number("value") == 255;
            });
        QVERIFY(found != taken->objects.end());
        QCOMPARE(Look(*taken, taken->ref(*found)).holders().count(child.pid()), 1u);
        const Look seen_timer(*taken, key("timerfd", timer));
        QCOMPARE(seen_timer.number("interval"), 60'000'000'005);
        QVERIFY(seen_timer.number("remaining") > 0 && seen_timer.number("remaining") <= 3600'000'000'000);
        const Look seen_poller(*taken, key("epoll", poller));
        QCOMPARE(seen_poller.text("watched"), fmt::format("{}: EPOLLIN", counter.get()));
        // The child's is the same open file: one object (kcmp), where that is allowed.
        if (syscall(SYS_kcmp, getpid(), child.pid(), 0, poller.get(), poller.get()) == 0)
            QCOMPARE(seen_poller.holders(), (std::set<pid_t>{getpid(), child.pid()}));
        QVERIFY(Look(*taken, key("inotify", watch)).text("watched").find("IN_CREATE|IN_DELETE") !=
                std::string::npos);
        QCOMPARE(Look(*taken, key("signalfd", signal)).text("signals"), std::string("SIGUSR1"));
        QCOMPARE(Look(*taken, key("pidfd", self)).number("target"), getpid());
    }
};

std::unique_ptr<QObject> monitor_sockets::pipes() {
    return std::make_unique<TestSocketsPipes>();
}
#include "pipes.moc"

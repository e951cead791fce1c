#include "bench/made_up_system.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mqueue.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <unistd.h>
#include <vector>

#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace ipcscope::bench {
namespace {

bool write_file(const char* path, const std::string& text) {
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool done = write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    close(file);
    return done;
}

bool enter_namespaces() {
    const auto uid = geteuid();
    const auto gid = getegid();
    constexpr int all = CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWNS;
    if (unshare(all) == 0) return true;
    if (unshare(CLONE_NEWUSER | all) != 0) return false;
    return write_file("/proc/self/setgroups", "deny") &&
           write_file("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1") &&
           write_file("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1");
}

bool prepare() {
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0) return false;
    mount("mqueue", "/dev/mqueue", "mqueue", 0, nullptr);  // a machine may have no place for it
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    ioctl(any, SIOCGIFFLAGS, &request);
    request.ifr_flags |= IFF_UP;
    const bool up = ioctl(any, SIOCSIFFLAGS, &request) == 0;
    close(any);
    return up;
}

// What one process has with the next: ends that it keeps, ends that the next one gets.
struct Batch {
    std::vector<int> here, there;
    void close_all(std::vector<int>& fds) {
        for (const int fd : fds)
            close(fd);
        fds.clear();
    }
};

struct Listener {
    int fd = -1;
    sockaddr_in address{};
    bool open() {
        fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        return bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(fd, 16) == 0 &&
               getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    }
    bool pair(int ends[2]) const {
        ends[0] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(ends[0], reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return false;
        ends[1] = accept4(fd, nullptr, nullptr, SOCK_CLOEXEC);
        return ends[1] >= 0;
    }
};

bool fill(Batch& batch, std::size_t sockets, std::size_t tcp, std::size_t pipes, const Listener& listener) {
    int ends[2];
    const auto add = [&] {
        batch.here.push_back(ends[0]);
        batch.there.push_back(ends[1]);
    };
    // Pipes first: the processes wait for them.
    for (std::size_t i = 0; i < pipes; ++i, add())
        if (pipe2(ends, O_CLOEXEC) != 0) return false;
    for (std::size_t i = 0; i < sockets; ++i, add())
        if (socketpair(AF_UNIX, i % 3 == 0 ? SOCK_DGRAM : SOCK_STREAM, 0, ends) != 0) return false;
    for (std::size_t i = 0; i < tcp; ++i, add())
        if (!listener.pair(ends)) return false;
    return true;
}

[[noreturn]] void live(std::size_t number, const std::vector<int>& fds, std::size_t segments, bool active) {
    for (std::size_t i = 0; i < segments; ++i) {
        const int id = shmget(static_cast<key_t>(0x510000 + number * segments + i), 0, 0);
        if (id >= 0) shmat(id, nullptr, 0);
    }
    std::vector<pollfd> polled;
    for (const int fd : fds)
        polled.push_back({fd, POLLIN, 0});
    while (active)
        poll(nullptr, 0, 100);
    sembuf take{0, -1, 0};
    char octets[64];
    switch (number % 4) {
        case 0: semop(semget(static_cast<key_t>(0x520000 + number), 0, 0), &take, 1); break;
        case 1: msgrcv(msgget(static_cast<key_t>(0x530000 + number), 0), octets, 8, 5, 0); break;
        case 2: poll(polled.data(), static_cast<nfds_t>(polled.size()), -1); break;
        default:
            if (fds.empty() || read(fds[0], octets, 1) < 0) break;
    }
    while (true)
        pause();
}

std::string make_persistent(const MadeUpSystem& system) {
    for (std::size_t i = 0; i < system.queues; ++i) {
        const int id = msgget(static_cast<key_t>(0x530000 + i), IPC_CREAT | 0600);
        if (id < 0) return std::string("msgget: ") + std::strerror(errno);
        const struct {
            long type;
            char octets[16];
        } message{1, "some words here"};
        if (i % 4 == 0) msgsnd(id, &message, sizeof message.octets, IPC_NOWAIT);
    }
    for (std::size_t i = 0; i < system.semaphores; ++i)
        if (semget(static_cast<key_t>(0x520000 + i), 1 + static_cast<int>(i % 3), IPC_CREAT | 0600) < 0)
            return std::string("semget: ") + std::strerror(errno);
    for (std::size_t i = 0; i < system.segments; ++i)
        if (shmget(static_cast<key_t>(0x510000 + i), 4096, IPC_CREAT | 0600) < 0)
            return std::string("shmget: ") + std::strerror(errno);
    mq_attr attributes{};
    attributes.mq_maxmsg = 2;
    attributes.mq_msgsize = 16;
    for (std::size_t i = 0; i < system.posix_queues; ++i) {
        const auto queue =
            mq_open(("/made_up_" + std::to_string(i)).c_str(), O_CREAT | O_RDWR, 0600, &attributes);
        if (queue < 0) return std::string("mq_open: ") + std::strerror(errno);
        if (i % 2 == 0) mq_send(queue, "words", 5, 0);
        mq_close(queue);
    }
    return {};
}

}  // namespace

int in_own_namespaces(const std::function<int()>& inside) {
    const pid_t outer = fork();
    if (outer == 0) {
        if (!enter_namespaces()) _exit(255);
        const pid_t first = fork();
        if (first == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            _exit(prepare() ? inside() : 255);
        }
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int status = 0;
        while (waitpid(first, &status, 0) < 0 && errno == EINTR) {
        }
        _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 254);
    }
    int status = 0;
    while (waitpid(outer, &status, 0) < 0 && errno == EINTR) {
    }
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 254;
    return code == 255 ? -1 : code;
}

std::string make_system(const MadeUpSystem& system) {
    // Where the defaults are too small: only this IPC namespace has these.
    write_file("/proc/sys/kernel/msgmni", "32000");
    write_file("/proc/sys/kernel/shmmni", "8192");
    write_file("/proc/sys/fs/mqueue/queues_max", "1024");
    if (auto problem = make_persistent(system); !problem.empty()) return problem;
    Listener listener;
    if (!listener.open()) return std::string("listen: ") + std::strerror(errno);
    const auto share = [&](std::size_t all, std::size_t n) {
        return all * (n + 1) / system.processes - all * n / system.processes;
    };
    Batch before;
    for (std::size_t n = 0; n < system.processes; ++n) {
        Batch batch;
        if (!fill(batch, share(system.unix_sockets / 2, n), share(system.tcp_sockets / 2, n),
                  share(system.pipes, n), listener))
            return std::string("making sockets: ") + std::strerror(errno);
        const pid_t pid = fork();
        if (pid < 0) return std::string("fork: ") + std::strerror(errno);
        if (pid == 0) {
            prctl(PR_SET_NAME, "made_up");
            batch.close_all(batch.there);
            auto fds = batch.here;
            fds.insert(fds.end(), before.there.begin(), before.there.end());
            live(n, fds, system.segments / system.processes, n < system.active);
        }
        batch.close_all(batch.here);
        before.close_all(before.there);
        before = batch;
    }
    return {};  // the last one's other ends stay ours
}

}  // namespace ipcscope::bench

// Sockets, pipes, FIFOs and event descriptors as the monitor sees them: against ss(8) at the same moment,
// with both ends, with names of any octets, as another user, and with peeks that take nothing.
#pragma once

#include "base/unique_fd.h"
#include "helpers/child.h"
#include "helpers/monitored.h"
#include "helpers/sandbox.h"
#include "helpers/sight.h"
#include "helpers/wait.h"
#include "snapshot/ref.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <arpa/inet.h>
#include <cstddef>
#include <fcntl.h>
#include <fmt/format.h>
#include <map>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/un.h>

namespace ipcscope::testing::monitor_sockets {

inline constexpr std::int64_t patience_ns = 60'000'000'000;  // a loaded machine, under a sanitizer

using Taken = std::shared_ptr<const Snapshot>;

// An abstract name that no other run of this test has: not everywhere is the network our own.
inline std::string abstract_name(std::string_view name) {
    return std::string(1, '\0') + std::string(name) + fmt::format("-{}", getpid());
}

inline std::uint64_t inode_of(const UniqueFd& fd) {
    struct stat seen {};
    if (fstat(fd.get(), &seen) != 0) qFatal("fstat");
    return seen.st_ino;
}
inline std::string ref_of(const char* prefix, const UniqueFd& fd) {
    return fmt::format("{}:[{}]", prefix, inode_of(fd));
}

struct Pair {
    UniqueFd first, second;
};
inline Pair unix_pair(int type = SOCK_STREAM) {
    int ends[2];
    if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends) != 0) qFatal("socketpair");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}
inline Pair pipe_pair() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) qFatal("pipe2");
    return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

// An abstract name begins with NUL.
inline UniqueFd unix_socket(int type, const std::string& name, int backlog = -1) {
    UniqueFd fd(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0) qFatal("bind: %s", strerror(errno));
    if (backlog >= 0 && listen(fd.get(), backlog) != 0) qFatal("listen");
    return fd;
}
inline UniqueFd unix_client(int type, const std::string& name) {
    UniqueFd fd(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    if (connect(fd.get(), reinterpret_cast<sockaddr*>(&address), size) != 0)
        qFatal("connect: %s", strerror(errno));
    return fd;
}

inline sockaddr_in address4(const char* host, int port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, host, &out.sin_addr);
    return out;
}
inline UniqueFd inet_bound(int type, const char* host, int port = 0) {
    UniqueFd fd(socket(AF_INET, type | SOCK_CLOEXEC, 0));
    const auto address = address4(host, port);
    if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) qFatal("bind");
    return fd;
}
inline int port_of(const UniqueFd& fd) {
    sockaddr_in6 address{};
    socklen_t size = sizeof address;
    if (getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) qFatal("getsockname");
    return ntohs(address.sin6_port);  // at the same place as that of IPv4
}
inline void inet_connect(const UniqueFd& fd, const char* host, int port) {
    const auto address = address4(host, port);
    if (connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qFatal("connect");
}

inline void put(const UniqueFd& fd, std::string_view data) {
    if (write(fd.get(), data.data(), data.size()) != static_cast<ssize_t>(data.size())) qFatal("write");
}
inline std::string get(const UniqueFd& fd, std::size_t size = 100000) {
    std::string out(size, '\0');
    const auto got = read(fd.get(), out.data(), out.size());
    out.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return out;
}

// The lines of a tool, split at blanks.
inline std::vector<QStringList> rows_of(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0) qFatal("%s", qPrintable(program));
    std::vector<QStringList> rows;
    for (const auto& line :
         QString::fromLatin1(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
        rows.push_back(line.split(' ', Qt::SkipEmptyParts));
    return rows;
}

// What all subjects have.
class SocketSubject : public QObject {
    Q_OBJECT

protected:
    std::unique_ptr<MonitorClient> client_;
    QTemporaryDir folder_;
    bool alone_ = false;  // in a network namespace of its own: all sockets are those of this test

    Taken now() {
        auto taken = client_->sample({.timeout_ns = patience_ns});
        if (!taken) qFatal("%s", taken.error().text().c_str());
        return *taken;
    }
    std::string path(const std::string& name) const { return folder_.path().toStdString() + "/" + name; }
    // As ss has them, by inode: state or type, queues, peer.
    std::map<quint64, QString> unix_by_ss() {
        std::map<quint64, QString> all;
        for (const auto& row : rows_of("ss", {"-xanH"}))
            if (row.size() >= 8)
                all[row[5].toULongLong()] = QStringList{row[1], row[2], row[3], row[7]}.join(' ');
        return all;
    }

    // The same of a snapshot.
    static std::map<quint64, QString> unix_by_monitor(const Snapshot& taken) {
        std::map<quint64, QString> all;
        for (const auto& object : taken.objects) {
            if (taken.kind(object).kind->prefix != std::string("unix") || object.space != taken.net_namespace)
                continue;
            const Look look(taken, taken.ref(object));
            const bool listens = look.number("state") == TCP_LISTEN;
            const bool datagrams = look.number("type") == SOCK_DGRAM;
            const auto in = look.number(listens ? "pending" : datagrams ? "next_datagram" : "receive_queue");
            const auto out = look.number(listens ? "backlog" : "send_memory");
            const auto state = listens                                   ? "LISTEN"
                               : look.number("state") == TCP_ESTABLISHED ? "ESTAB"
                                                                         : "UNCONN";
            all[static_cast<quint64>(look.number("inode"))] =
                QString("%1 %2 %3 %4").arg(state).arg(in).arg(out).arg(look.number("peer"));
        }
        return all;
    }

private slots:
    void initTestCase() {
        alone_ = unshare(CLONE_NEWNET) == 0;
        if (alone_) {
            const UniqueFd any(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
            ifreq loopback{};
            qstrncpy(loopback.ifr_name, "lo", sizeof loopback.ifr_name);
            loopback.ifr_flags = IFF_UP;
            QCOMPARE(ioctl(any.get(), SIOCSIFFLAGS, &loopback), 0);
        }
        auto client = MonitorClient::start();
        QVERIFY2(client.has_value(), client ? "" : client.error().text().c_str());
        client_ = std::move(*client);
        const auto first = now();
        if (has_gap(*first, "sock_diag is refused")) QSKIP(("no sock_diag here: " + gaps_of(*first)).c_str());
    }
};

// The subjects, each in a file of its own.
std::unique_ptr<QObject> pipes();
std::unique_ptr<QObject> peeks();
std::unique_ptr<QObject> places();
std::unique_ptr<QObject> bound();
std::unique_ptr<QObject> edges();

}  // namespace ipcscope::testing::monitor_sockets

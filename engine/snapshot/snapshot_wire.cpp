#include "snapshot/snapshot_wire.h"

#include <cstring>
#include <type_traits>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>

namespace ipcscope {
namespace {

constexpr std::uint64_t magic = 0x31736e6173637069;  // "ipcscan1"

struct Head {
    std::uint64_t magic = 0;
    std::uint64_t kinds = 0;  // both sides must know the same
    std::int64_t taken_ns = 0, taken_at = 0, took_ns = 0;
    std::uint64_t boot_ns = 0, ipc_namespace = 0, net_namespace = 0, pid_namespace = 0, capabilities = 0;
    std::uint64_t uid = 0, needs = 0, left_out = 0;
    std::uint64_t owners = 0, processes_complete = 0, calls_complete = 0;  // 0 or 1
    std::uint64_t counts[9] = {};
};

// All arrays, in the order of the wire.
template <typename S, typename F>
void for_arrays(S& snapshot, F f) {
    f(snapshot.processes);
    f(snapshot.objects);
    f(snapshot.holds);
    f(snapshot.waits);
    f(snapshot.ends);
    f(snapshot.cells);
    f(snapshot.gaps);
    f(snapshot.texts);
    f(snapshot.text_begins);
}

template <typename S, typename H, typename F>
void for_numbers(S& snapshot, H& head, F f) {
    f(snapshot.taken_ns, head.taken_ns);
    f(snapshot.taken_at, head.taken_at);
    f(snapshot.took_ns, head.took_ns);
    f(snapshot.boot_ns, head.boot_ns);
    f(snapshot.ipc_namespace, head.ipc_namespace);
    f(snapshot.net_namespace, head.net_namespace);
    f(snapshot.pid_namespace, head.pid_namespace);
    f(snapshot.capabilities, head.capabilities);
    f(snapshot.left_out, head.left_out);
}

template <typename S, typename H, typename F>
void for_flags(S& snapshot, H& head, F f) {
    f(snapshot.owners, head.owners);
    f(snapshot.processes_complete, head.processes_complete);
    f(snapshot.calls_complete, head.calls_complete);
}

// What another process has written into a bool may be neither.
bool is_bool(const bool& value) {
    unsigned char octet = 0;
    std::memcpy(&octet, &value, sizeof octet);
    return octet <= 1;
}

bool read_all(int file, std::size_t at, void* to, std::size_t size) {
    auto* into = static_cast<char*>(to);
    while (size > 0) {
        const auto got = pread(file, into, size, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        into += got;
        at += static_cast<std::size_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool within(std::uint64_t first, std::uint64_t count, std::uint64_t all) {
    return first <= all && count <= all - first;
}

}  // namespace

Status write_snapshot(const Snapshot& snapshot, UniqueFd& memory) {
    if (!memory) memory.reset(memfd_create("ipcscope-snapshot", MFD_CLOEXEC));
    if (!memory) return system_failure("handing over a snapshot", "memfd_create");
    Head head;
    head.magic = magic;
    head.kinds = monitored_kinds().size();
    head.uid = snapshot.uid;
    head.needs = snapshot.needs;
    for_flags(snapshot, head, [](bool from, auto& to) { to = from ? 1 : 0; });
    for_numbers(snapshot, head, [](const auto& from, auto& to) { to = from; });
    std::vector<iovec> parts{{&head, sizeof head}};
    std::size_t n = 0;
    for_arrays(snapshot, [&](const auto& array) {
        using Item = std::remove_cvref_t<decltype(array[0])>;
        static_assert(std::is_trivially_copyable_v<Item>);
        head.counts[n++] = array.size();
        // Nothing is written to it: iovec is older than const.
        parts.push_back({const_cast<Item*>(array.data()), array.size() * sizeof(Item)});
    });
    off_t at = 0;
    for (auto& part : parts) {
        const auto* from = static_cast<const char*>(part.iov_base);
        while (part.iov_len > 0) {
            const auto put = pwrite(memory.get(), from, part.iov_len, at);
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return system_failure("handing over a snapshot", "write");
            from += put;
            at += put;
            part.iov_len -= static_cast<std::size_t>(put);
        }
    }
    if (ftruncate(memory.get(), at) != 0) return system_failure("handing over a snapshot", "ftruncate");
    return {};
}

// One that goes back to `spare` when it is let go.
static std::shared_ptr<Snapshot> make_snapshot(const std::shared_ptr<SpareSnapshot>& spare) {
    if (!spare) return std::make_shared<Snapshot>();
    std::unique_ptr<Snapshot> used;
    {
        const std::lock_guard lock(spare->mutex);
        used = std::move(spare->snapshot);
    }
    if (!used) used = std::make_unique<Snapshot>();
    return {used.release(), [spare](Snapshot* one) {
                std::unique_ptr<Snapshot> gone(one);
                const std::lock_guard lock(spare->mutex);
                spare->snapshot.swap(gone);
            }};
}

Result<std::shared_ptr<const Snapshot>> read_snapshot(int memory,
                                                      const std::shared_ptr<SpareSnapshot>& spare) {
    Head head;
    struct stat info {};
    if (fstat(memory, &info) != 0) return system_failure("reading a snapshot", "fstat");
    if (!read_all(memory, 0, &head, sizeof head) || head.magic != magic)
        return failure("what the probe sent is no snapshot");
    if (head.kinds != monitored_kinds().size()) return failure("the probe is of another build");
    auto snapshot = make_snapshot(spare);
    snapshot->uid = static_cast<std::uint32_t>(head.uid);
    snapshot->needs = static_cast<TextIndex>(head.needs);
    bool flags = true;
    for_flags(*snapshot, head, [&](bool& to, std::uint64_t from) {
        to = from != 0;
        flags = flags && from <= 1;
    });
    if (!flags) return failure("the probe's snapshot is damaged: its flags");
    for_numbers(*snapshot, head, [](auto& to, const auto& from) { to = from; });
    auto room = static_cast<std::size_t>(info.st_size) - sizeof head;
    std::size_t at = sizeof head, n = 0;
    bool fits = true;
    for_arrays(*snapshot, [&](auto& array) {
        const auto count = head.counts[n++];
        fits = fits && count <= room / sizeof array[0];
        if (!fits) return;
        const auto size = count * sizeof array[0];
        if (array.capacity() < count) {  // not twice the room, and not for so little
            std::remove_reference_t<decltype(array)>().swap(array);
            array.reserve(count + count / 32);
        }
        array.resize(count);
        fits = read_all(memory, at, array.data(), size);
        at += size;
        room -= size;
    });
    if (!fits) return failure("the probe's snapshot ends too early");
    if (auto wrong = check_snapshot(*snapshot); !wrong.empty())
        return failure("the probe's snapshot is damaged: " + wrong);
    return std::shared_ptr<const Snapshot>(std::move(snapshot));
}

std::string check_snapshot(const Snapshot& s) {
    const auto kinds = monitored_kinds();
    const auto mechanisms = monitor_specs().size();
    if (s.text_begins.empty() || s.text_begins.front() != 0 || s.text_begins.back() != s.texts.size())
        return "texts";
    const auto texts = s.text_begins.size() - 1;
    for (std::size_t i = 0; i < texts; ++i)
        if (s.text_begins[i] > s.text_begins[i + 1]) return "a text";
    const auto text = [&](TextIndex index) { return index < texts; };
    if (!text(s.needs)) return "what is needed";
    for (std::size_t i = 0; i < s.processes.size(); ++i) {
        const auto& one = s.processes[i];
        if (!text(one.name) || !text(one.command)) return "a process's name";
        if (!is_bool(one.ours)) return "a process's flags";
        if (i > 0 && s.processes[i - 1].pid >= one.pid) return "the order of processes";
    }
    for (const auto& one : s.objects) {
        if (one.kind >= kinds.size()) return "an object's kind";
        if (static_cast<unsigned>(one.tier) > static_cast<unsigned>(Tier::tracer)) return "an object's tier";
        if (!is_bool(one.removed) || !is_bool(one.holders_complete) || !is_bool(one.waiters_complete))
            return "an object's flags";
        if (!text(one.key) || !text(one.name)) return "an object's name";
        if (!within(one.cells, kinds[one.kind].kind->fields.size(), s.cells.size()))
            return "an object's cells";
        if (!within(one.holds, one.hold_count, s.holds.size())) return "an object's holders";
        if (!within(one.waits, one.wait_count, s.waits.size())) return "an object's waiters";
        if (!within(one.ends, one.end_count, s.ends.size())) return "an object's ends";
    }
    for (const auto& one : s.holds)
        if (one.object >= s.objects.size() || one.process >= s.processes.size() ||
            one.kind > Hold::listener || one.access > Access::both)
            return "a hold";
    for (const auto& one : s.waits)
        if (one.object >= s.objects.size() || one.process >= s.processes.size() || !text(one.words) ||
            one.direction > Access::both || !is_bool(one.timed))
            return "a wait";
    for (const auto end : s.ends)
        if (end >= s.objects.size()) return "an end";
    for (const auto& one : s.cells)
        if (!text(one.text) || one.state > CellState::not_available) return "a field";
    for (const auto& one : s.gaps)
        if ((one.mechanism != 0xffff && one.mechanism >= mechanisms) || !text(one.words) || !text(one.needs))
            return "a gap";
    return {};
}

}  // namespace ipcscope

#include "worker/link/ring.h"

#include "base/clock.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

namespace ipcscope {

namespace {
constexpr std::uint32_t ring_magic = 0x49504352;  // "IPCR"
constexpr std::size_t header_bytes = 4096;
static_assert(sizeof(RingHeader) <= header_bytes);

std::size_t slots_for(std::size_t extra) {
    return 1 + (extra + sizeof(Event) - 1) / sizeof(Event);
}
std::size_t ring_bytes(std::uint32_t slots) {
    return header_bytes + std::size_t{slots} * sizeof(Event);
}
}  // namespace

Event believed(const Event& event, std::size_t extra) {
    constexpr std::int64_t latest = std::int64_t{1} << 61;
    auto out = event;
    out.time_ns = std::clamp<std::int64_t>(out.time_ns, 0, latest);
    out.duration_ns = std::clamp<std::int64_t>(out.duration_ns, 0, latest);
    if (out.phase > Phase::note) out.phase = Phase::note;
    const bool inlined = (out.flags & event_flag::inline_payload) != 0;
    if (inlined && (out.results != 0 || out.captured > sizeof out.data || extra != 0)) {
        out.flags &= static_cast<std::uint8_t>(~event_flag::inline_payload);
        out.captured = out.results = 0;
    } else if (!inlined && std::size_t{out.captured} + out.results > extra) {
        out.captured = out.results = 0;
    }
    out.original = std::max(out.original, out.captured);
    return out;
}

Ring::Ring(RingHeader* header, char* slots) : header_(header), slots_(slots), count_(header->slots) {
    next_ = header->tail.load(std::memory_order_acquire);
    reserved_ = header->head.load(std::memory_order_acquire);
}

Ring::Ring(const Ring& other) {
    *this = other;
}

Ring& Ring::operator=(const Ring& other) {
    header_ = other.header_;
    slots_ = other.slots_;
    count_ = other.count_;
    next_ = other.next_;
    told_lost_ = other.told_lost_;
    reserved_ = other.reserved_.load();
    depth_ = 0;
    return *this;
}

std::size_t Ring::extra_of(const Event& event) {
    const bool inlined = (event.flags & event_flag::inline_payload) != 0;
    return (inlined ? 0u : std::size_t{event.captured}) + event.results;
}

std::uint64_t Ring::room_at(std::uint64_t head) {
    if (count_ - (head - next_) < count_ / 4) next_ = header_->tail.load(std::memory_order_acquire);
    return count_ - (head - next_);
}

void Ring::copy_in(std::uint64_t at, std::string_view bytes, std::size_t skip) {
    if (bytes.empty()) return;
    const std::size_t total = count_ * sizeof(Event);
    const std::size_t start = ((at & (count_ - 1)) * sizeof(Event) + skip) % total;
    const std::size_t first = std::min(bytes.size(), total - start);
    std::memcpy(slots_ + start, bytes.data(), first);
    if (first < bytes.size()) std::memcpy(slots_, bytes.data() + first, bytes.size() - first);
}

bool Ring::write(const Event& event, std::string_view payload, std::string_view results) {
    auto head = header_->head.load(std::memory_order_relaxed);
    const auto need = slots_for(payload.size() + results.size());
    const auto lost = header_->lost.load(std::memory_order_relaxed);
    const bool tell = lost != told_lost_;
    if (room_at(head) < need + (tell ? 1 : 0)) {
        header_->lost.store(lost + 1, std::memory_order_relaxed);
        return false;
    }
    if (tell) {
        Event gap;
        gap.phase = Phase::lost;
        gap.time_ns = event.time_ns;
        gap.worker = event.worker;
        gap.ret = static_cast<std::int64_t>(lost - told_lost_);
        std::memcpy(slot(head), &gap, sizeof gap);
        told_lost_ = lost;
        ++head;
    }
    std::memcpy(slot(head), &event, sizeof event);
    copy_in(head + 1, payload, 0);
    copy_in(head + 1, results, payload.size());
    header_->head.store(head + need, std::memory_order_release);
    return true;
}

bool Ring::write_reentrant(const Event& event, std::string_view results) {
    const auto need = slots_for(results.size());
    depth_.fetch_add(1, std::memory_order_relaxed);
    auto at = reserved_.load(std::memory_order_relaxed);
    bool room = true;
    do {
        room = count_ - (at - header_->tail.load(std::memory_order_acquire)) >= need;
    } while (room && !reserved_.compare_exchange_weak(at, at + need, std::memory_order_relaxed));
    if (room) {
        std::memcpy(slot(at), &event, sizeof event);
        copy_in(at + 1, results, 0);
    } else {
        header_->lost.fetch_add(1, std::memory_order_relaxed);
    }
    // Only the outermost handler publishes: what it interrupted nobody of, is complete.
    if (depth_.fetch_sub(1, std::memory_order_relaxed) == 1)
        header_->head.store(reserved_.load(std::memory_order_relaxed), std::memory_order_release);
    return room;
}

bool Ring::above(std::uint64_t quarters) {
    const auto limit = count_ / 4 * quarters;
    const auto head = header_->head.load(std::memory_order_relaxed);
    if (head - next_ > limit) next_ = header_->tail.load(std::memory_order_acquire);
    return head - next_ > limit;
}

const Event& Ring::front() const {
    return *reinterpret_cast<const Event*>(slot(next_));
}

std::string_view Ring::front_extra(std::string& spill) const {
    const auto size = std::min(extra_of(front()), (count_ - 1) * sizeof(Event));
    const std::size_t total = count_ * sizeof(Event);
    const std::size_t start = ((next_ + 1) & (count_ - 1)) * sizeof(Event);
    if (start + size <= total) return {slots_ + start, size};
    spill.assign(slots_ + start, total - start);
    spill.append(slots_, size - (total - start));
    return spill;
}

void Ring::pop() {
    next_ += slots_for(extra_of(front()));
}

RingPair::RingPair(RingPair&& other) noexcept {
    *this = std::move(other);
}

RingPair& RingPair::operator=(RingPair&& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(size_, other.size_);
    events = other.events;
    signals = other.signals;
    return *this;
}

RingPair::~RingPair() {
    if (memory_) munmap(memory_, size_);
}

Result<RingPair> RingPair::map(int fd, std::size_t size) {
    RingPair pair;
    void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) return system_failure("mapping a worker's event ring", "mmap");
    pair.memory_ = memory;
    pair.size_ = size;
    return pair;
}

Result<RingPair> RingPair::create(std::uint32_t slots, UniqueFd& fd) {
    const auto size = ring_bytes(slots) + ring_bytes(signal_slots);
    fd.reset(memfd_create("ipcscope-ring", MFD_CLOEXEC));
    if (!fd) return system_failure("making a worker's event ring", "memfd_create");
    if (ftruncate(fd.get(), static_cast<off_t>(size)) != 0)
        return system_failure("sizing a worker's event ring", "ftruncate");
    auto pair = map(fd.get(), size);
    if (!pair) return pair;
    auto* base = static_cast<char*>(pair->memory_);
    auto* first = new (base) RingHeader{};
    first->slots = slots;
    first->magic = ring_magic;
    auto* second = new (base + ring_bytes(slots)) RingHeader{};
    second->slots = signal_slots;
    second->magic = ring_magic;
    pair->events = Ring(first, base + header_bytes);
    pair->signals = Ring(second, base + ring_bytes(slots) + header_bytes);
    return pair;
}

Result<RingPair> RingPair::attach(int fd) {
    struct stat about {};
    if (fstat(fd, &about) != 0) return system_failure("looking at the event ring", "fstat");
    auto pair = map(fd, static_cast<std::size_t>(about.st_size));
    if (!pair) return pair;
    auto* base = static_cast<char*>(pair->memory_);
    auto* first = reinterpret_cast<RingHeader*>(base);
    if (first->magic != ring_magic || ring_bytes(first->slots) + ring_bytes(signal_slots) != pair->size_)
        return failure("the event ring is not one of this version");
    pair->events = Ring(first, base + header_bytes);
    pair->signals = Ring(reinterpret_cast<RingHeader*>(base + ring_bytes(first->slots)),
                         base + ring_bytes(first->slots) + header_bytes);
    return pair;
}

}  // namespace ipcscope

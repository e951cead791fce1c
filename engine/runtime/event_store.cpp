#include "runtime/event_store.h"

#include <cstddef>

namespace ipcscope {

namespace {
constexpr std::size_t max_blocks = std::size_t{1} << 16;
}

EventStore::EventStore(std::shared_ptr<Arena> arena)
    : arena_(arena ? std::move(arena) : std::make_shared<Arena>()),
      chunks_(max_chunks),
      blocks_(max_blocks) {}

EventStore::~EventStore() = default;
FlowTable::~FlowTable() = default;

std::uint64_t EventStore::keep(std::string_view extra) {
    if (block_count_ == 0 || block_used_ + extra.size() > block_size_) {
        if (block_count_ == max_blocks) return 0;
        block_size_ = std::max(block_bytes, extra.size());
        blocks_[block_count_].store(static_cast<char*>(arena_->take(block_size_)), std::memory_order_release);
        ++block_count_;
        block_used_ = 0;
        payload_bytes_.fetch_add(block_size_, std::memory_order_relaxed);
    }
    std::memcpy(blocks_[block_count_ - 1].load(std::memory_order_relaxed) + block_used_, extra.data(),
                extra.size());
    const auto at = (std::uint64_t{block_count_ - 1} << 32) | block_used_;
    block_used_ += extra.size();
    return at;
}

std::uint64_t EventStore::append(Event event, std::string_view extra) {
    const auto seq = size_.load(std::memory_order_relaxed);
    auto& chunk = chunks_[seq / chunk_events];
    Event* events = chunk.load(std::memory_order_relaxed);
    if (!events) {
        events = static_cast<Event*>(arena_->take(chunk_events * sizeof(Event)));
        chunk.store(events, std::memory_order_release);
    }
    if (!extra.empty()) event.data = keep(extra);
    event.flow = 0;  // until it is joined: what a worker wrote there is a hint for the joiner
    events[seq % chunk_events] = event;
    size_.store(seq + 1, std::memory_order_release);
    return seq;
}

FlowId EventStore::flow(std::uint64_t seq) const {
    if (paged_) return paged_flow(seq);
    auto& event = const_cast<Event&>((*this)[seq]);
    return FlowId{std::atomic_ref<std::uint32_t>(event.flow).load(std::memory_order_acquire)};
}

Event EventStore::copy(std::uint64_t seq) const {
    const auto& event = (*this)[seq];
    constexpr auto before = offsetof(Event, flow);
    constexpr auto after = before + sizeof event.flow;
    Event out;
    auto* to = reinterpret_cast<char*>(&out);
    const auto* from = reinterpret_cast<const char*>(&event);
    std::memcpy(to, from, before);
    std::memcpy(to + after, from + after, sizeof event - after);
    out.flow = flow(seq).value;
    return out;
}

void EventStore::set_flow(std::uint64_t seq, FlowId flow) {
    if (paged_) return set_paged_flow(seq, flow);
    auto& event = const_cast<Event&>((*this)[seq]);
    std::atomic_ref<std::uint32_t> slot(event.flow);
    if (slot.load(std::memory_order_relaxed) != 0) return;  // the first one stays
    slot.store(flow.value, std::memory_order_release);
}

std::string_view EventStore::payload(const Event& event) const {
    if (event.flags & event_flag::inline_payload)
        return {reinterpret_cast<const char*>(&event.data), event.captured};
    if (event.captured == 0) return {};
    return {blocks_[event.data >> 32].load(std::memory_order_acquire) + (event.data & 0xffffffffu),
            event.captured};
}

std::string_view EventStore::results(const Event& event) const {
    if (event.results == 0) return {};
    const auto at = (event.data & 0xffffffffu) + event.captured;
    return {blocks_[event.data >> 32].load(std::memory_order_acquire) + at, event.results};
}

std::size_t EventStore::memory_bytes() const {
    if (paged_) return paged_bytes();
    const auto chunks = (size() + chunk_events - 1) / chunk_events;
    return chunks * chunk_events * sizeof(Event) + payload_bytes_.load(std::memory_order_relaxed);
}

FlowTable::FlowTable(std::shared_ptr<Arena> arena) : flows_(std::move(arena)) {}

FlowTable::Chunks::Chunks(std::shared_ptr<Arena> arena)
    : arena_(arena ? std::move(arena) : std::make_shared<Arena>()), chunks_(std::size_t{1} << 16) {}

Flow& FlowTable::Chunks::slot(std::size_t i) {
    auto& part = chunks_[i / chunk];
    if (!part.load(std::memory_order_relaxed))
        part.store(static_cast<Flow*>(arena_->take(chunk * sizeof(Flow))), std::memory_order_release);
    return part.load(std::memory_order_relaxed)[i % chunk];
}

FlowId FlowTable::append(const Flow& flow) {
    const auto index = size_.load(std::memory_order_relaxed);
    flows_.slot(index) = flow;
    size_.store(index + 1, std::memory_order_release);
    return FlowId{static_cast<std::uint32_t>(index + 1)};
}

const CallInfo* CallTable::find(CallId id) const {
    std::lock_guard lock(mutex_);
    return id && id.value <= calls_.size() ? &calls_[id.value - 1] : nullptr;
}

CallInfo& CallTable::append(CallInfo call) {
    std::lock_guard lock(mutex_);
    call.id = CallId{static_cast<std::uint32_t>(calls_.size() + 1)};
    return calls_.emplace_back(std::move(call));
}

std::size_t CallTable::size() const {
    std::lock_guard lock(mutex_);
    return calls_.size();
}

}  // namespace ipcscope

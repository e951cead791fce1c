// Stores whose chunks come from a source when they are first looked at.
#include "runtime/event_store.h"

#include <algorithm>

namespace ipcscope {

namespace {
// One chunk is being fetched at a time: who waits for it is told of it once.
struct Pages {
    PageFile* file;
    std::mutex mutex;
    struct Kept {
        char* piece = nullptr;   // nullptr = never looked at
        std::size_t before = 0;  // bytes of it before what is asked for
    };
    std::vector<Kept> kept;  // by chunk
    explicit Pages(PageFile& pages, std::size_t chunks) : file(&pages), kept(chunks) {}
};
}  // namespace

struct EventStore::Paged : Pages {
    Paged(Source& from, PageFile& pages) : Pages(pages, max_chunks), source(&from), flows(max_chunks) {}
    Source* source;
    std::vector<Event> events;
    std::string extra;
    // First flows, by event: those of an event may be known only long after it was read.
    std::vector<std::atomic<std::atomic<std::uint32_t>*>> flows;
    std::atomic<std::size_t> flow_bytes{0};
};

void EventStore::page_from(Source& source, PageFile& pages) {
    paged_ = std::make_shared<Paged>(source, pages);
}

const Event* EventStore::fetch(std::uint64_t chunk) const {
    auto& paged = *paged_;
    const std::lock_guard lock(paged.mutex);
    if (const Event* there = chunks_[chunk].load(std::memory_order_acquire)) return there;
    auto& kept = paged.kept[chunk];
    if (!kept.piece) {
        const auto known = std::min<std::uint64_t>(size() - chunk * chunk_events, chunk_events);
        paged.events.clear();
        paged.extra.clear();
        paged.source->read(chunk, known, paged.events, paged.extra);
        for (auto& event : paged.events)
            if (!(event.flags & event_flag::inline_payload)) event.data |= chunk << 32;
        // The events come last: those that are not there yet take no room.
        const auto before = (paged.extra.size() + sizeof(Event) - 1) / sizeof(Event) * sizeof(Event);
        const auto used = before + paged.events.size() * sizeof(Event);
        char* piece = paged.file->make(before + chunk_events * sizeof(Event), used);
        paged.extra.copy(piece, paged.extra.size());
        std::memcpy(piece + before, paged.events.data(), paged.events.size() * sizeof(Event));
        blocks_[chunk].store(piece, std::memory_order_release);
        kept = {piece, before};
        if (paged.extra.capacity() > (std::size_t{64} << 20)) paged.extra = {};
    }
    auto* shown = reinterpret_cast<Event*>(kept.piece + kept.before);
    chunks_[chunk].store(shown, std::memory_order_release);
    paged.file->shown(kept.piece,
                      [this, chunk] { chunks_[chunk].store(nullptr, std::memory_order_release); });
    return shown;
}

FlowId EventStore::paged_flow(std::uint64_t seq) const {
    const auto* flows = paged_->flows[seq / chunk_events].load(std::memory_order_acquire);
    return FlowId{flows ? flows[seq % chunk_events].load(std::memory_order_acquire) : 0};
}

void EventStore::set_paged_flow(std::uint64_t seq, FlowId flow) {
    auto& place = paged_->flows[seq / chunk_events];
    auto* flows = place.load(std::memory_order_relaxed);
    if (!flows) {
        constexpr auto bytes = chunk_events * sizeof(std::atomic<std::uint32_t>);
        flows = static_cast<std::atomic<std::uint32_t>*>(arena_->take(bytes));
        paged_->flow_bytes += bytes;
        place.store(flows, std::memory_order_release);
    }
    auto& slot = flows[seq % chunk_events];
    if (slot.load(std::memory_order_relaxed) == 0) slot.store(flow.value, std::memory_order_release);
}

std::size_t EventStore::paged_bytes() const {
    return paged_->file->resident_bytes() + paged_->flow_bytes;
}

struct FlowTable::Paged : Pages {
    Paged(Source& from, PageFile& pages) : Pages(pages, std::size_t{1} << 16), source(&from) {}
    Source* source;
};

void FlowTable::page_from(Source& source, PageFile& pages) {
    paged_ = std::make_shared<Paged>(source, pages);
}

namespace {
bool same(const Flow& a, const Flow& b) {
    return a.from == b.from && a.to == b.to && a.object == b.object && a.bytes == b.bytes &&
           a.offset == b.offset && a.merged == b.merged && a.guess == b.guess;
}
}  // namespace

FlowId FlowTable::grow(const Flow& flow) {
    const auto index = size_.load(std::memory_order_relaxed);
    {
        const std::lock_guard lock(paged_->mutex);
        // Somebody looks at the part that is growing; most often it is what the source has said already.
        if (char* piece = paged_->kept[index / chunk].piece)
            if (auto* slot = reinterpret_cast<Flow*>(piece) + index % chunk; !same(*slot, flow)) *slot = flow;
        size_.store(index + 1, std::memory_order_release);
    }
    return FlowId{static_cast<std::uint32_t>(index + 1)};
}

const Flow* FlowTable::fetch(std::size_t part) const {
    auto& paged = *paged_;
    const std::lock_guard lock(paged.mutex);
    if (const Flow* there = flows_.part(part)) return there;
    char*& kept = paged.kept[part].piece;
    if (!kept) {
        // One that is not known yet may have been foretold: the source knows it, or has an empty one.
        std::vector<Flow> flows;
        paged.source->read(part, chunk, flows);
        kept = paged.file->make(chunk * sizeof(Flow), chunk * sizeof(Flow));
        std::memcpy(kept, flows.data(), flows.size() * sizeof(Flow));
    }
    auto* shown = reinterpret_cast<Flow*>(kept);
    flows_.show(part, shown);
    paged.file->shown(kept, [this, part] { flows_.show(part, nullptr); });
    return shown;
}

}  // namespace ipcscope

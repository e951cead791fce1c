#include "runtime/event_filter.h"

#include "runtime/event_fields.h"
#include "runtime/filter_compiler.h"

namespace ipcscope {

struct EventFilter::Impl {
    const Recording& recording;
    Filter filter;
    FieldTable table;
    std::shared_ptr<const RunState> state;
    CompiledFilter compiled;
};

EventFilter::EventFilter(const Recording& recording, const Filter& filter)
    : impl_(new Impl{recording, filter, event_fields(recording.registry()), recording.state(), {}}) {
    impl_->compiled = compile_filter(recording, impl_->table, filter, *impl_->state);
}
EventFilter::~EventFilter() = default;
EventFilter::EventFilter(EventFilter&&) noexcept = default;
EventFilter& EventFilter::operator=(EventFilter&&) noexcept = default;

bool EventFilter::matches(std::uint64_t seq) const {
    FilterBits in{}, out{};
    in[0] = 1;
    if (!impl_->compiled.root) return true;
    impl_->compiled.root->evaluate({&impl_->recording.events()[seq], seq, 1}, in, out);
    return (out[0] & 1) != 0;
}

bool EventFilter::matches(const EventRow& row) const {
    return !impl_->compiled.root || impl_->compiled.root->matches(row);
}

// In pieces that stay in the nearest cache, as every condition goes through them.
void EventFilter::evaluate(std::uint64_t begin, std::size_t count, std::uint64_t* words) const {
    constexpr std::size_t piece = 256;
    static_assert(block_events % piece == 0 && piece % 64 == 0);
    const Event* events = &impl_->recording.events()[begin];
    FilterBits in, out;
    for (std::size_t at = 0; at < count; at += piece) {
        const FilterBlock block{events + at, begin + at, std::min(piece, count - at)};
        for (std::size_t i = 0; i < block.words(); ++i) {
            const auto left = block.count - i * 64;
            in[i] = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        }
        if (impl_->compiled.root)
            impl_->compiled.root->evaluate(block, in, out);
        else
            out = in;
        std::copy_n(out.begin(), block.words(), words + at / 64);
    }
}

bool EventFilter::depends_on_names() const {
    return impl_->compiled.on_names;
}
bool EventFilter::depends_on_flows() const {
    return impl_->compiled.on_flows;
}
bool EventFilter::depends_on_waits() const {
    return impl_->compiled.on_waits;
}
bool EventFilter::reads_payload() const {
    return impl_->compiled.on_payload;
}
bool EventFilter::settles_late() const {
    return impl_->compiled.on_flows || impl_->compiled.on_waits || impl_->compiled.on_late_names;
}
const std::vector<std::uint64_t>& EventFilter::waiting() const {
    return impl_->compiled.waiting;
}

bool EventFilter::refresh() {
    auto state = impl_->recording.state();
    if (state->revision == impl_->state->revision && state == impl_->state) return false;
    impl_->state = std::move(state);
    auto fresh = compile_filter(impl_->recording, impl_->table, impl_->filter, *impl_->state);
    const bool again = impl_->compiled.on_names && !fresh.extends(impl_->compiled);
    impl_->compiled = std::move(fresh);
    return again;
}

}  // namespace ipcscope

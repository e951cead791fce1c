#include "runtime/text_search.h"

#include "runtime/byte_search.h"
#include "runtime/filter_values.h"
#include "schema/text.h"
#include "schema/wire.h"

#include <algorithm>

namespace ipcscope {

namespace {

constexpr std::uint64_t block = 4096;  // events between two looks at the flag

// How the results of an operation are searched.
enum class Results : std::uint8_t { none, octets, printed };

Results results_of(const OperationSpec& operation) {
    auto out = Results::none;
    for (const auto& result : operation.results) {
        if (result.payload) continue;
        const auto kind = result.type.kind;
        const bool plain = kind == Kind::text || kind == Kind::bytes || kind == Kind::path;
        out = std::max(out, plain ? Results::octets : Results::printed);
    }
    return out;
}

}  // namespace

struct TextSearch::Impl {
    Impl(const Recording& from, TextQuery wanted)
        : recording(from),
          query(std::move(wanted)),
          search(query.text, query.any_case),
          memo(from.calls().size()),
          results(from.registry().operations().size() + 1) {
        for (const auto& ref : from.registry().operations())
            results[ref.id.value] = results_of(*ref.operation);
    }

    bool has(const Event& event) {
        if (query.payloads && event.captured > 0 && search.found_in(recording.events().payload(event)))
            return true;
        // Of a call both its events: whoever wants one takes the later one, or the only one.
        const bool calls =
            event.phase == Phase::enter || event.phase == Phase::leave || event.phase == Phase::instant;
        if (query.calls && calls && call_has(event)) return true;
        return query.outcomes && (event.err != 0 || event.results > 0) && outcome_has(event);
    }
    bool call_has(const Event& event) {
        if (event.call != 0)
            return memo.ask(recording.calls(), event.call,
                            [&](const CallInfo& call) { return search.found_in(call.text); });
        const auto* ref = recording.registry().operation(OperationId{event.operation});
        return ref && search.found_in(ref->name);
    }
    bool outcome_has(const Event& event) const {
        if (event.err != 0 && search.found_in(errno_name(event.err))) return true;
        if (event.results == 0 || event.operation >= results.size()) return false;
        const auto encoded = recording.events().results(event);
        if (results[event.operation] != Results::printed)
            return results[event.operation] == Results::octets && search.found_in(encoded);
        Reader reader(encoded);
        for (const auto& [name, value] : reader.fields())
            for (const auto& spec :
                 recording.registry().operation(OperationId{event.operation})->operation->results)
                if (name == spec.name && search.found_in(print_value(spec.type, value))) return true;
        return false;
    }

    const Recording& recording;
    const TextQuery query;
    const ByteSearch search;
    CallMemo memo;
    std::vector<Results> results;  // by operation
    std::atomic<bool> stop{false};
    std::atomic<std::uint64_t> looked{0}, all{1};
};

TextSearch::TextSearch(const Recording& recording, TextQuery query)
    : impl_(new Impl(recording, std::move(query))) {}
TextSearch::~TextSearch() = default;

std::optional<std::uint64_t> TextSearch::next(std::uint64_t from) const {
    auto& impl = *impl_;
    const auto& events = impl.recording.events();
    const auto end = events.size();
    if (impl.query.text.empty() || from >= end) return {};
    impl.all = end - from;
    for (auto at = from; at < end && !impl.stop;) {
        impl.looked = at - from;
        const auto* first = &events[at];
        const auto count =
            std::min({block, end - at, EventStore::chunk_events - at % EventStore::chunk_events});
        for (std::uint64_t i = 0; i < count; ++i)
            if (impl.has(first[i])) return at + i;
        at += count;
    }
    return {};
}

std::optional<std::uint64_t> TextSearch::previous(std::uint64_t from) const {
    auto& impl = *impl_;
    const auto& events = impl.recording.events();
    if (impl.query.text.empty() || events.size() == 0) return {};
    auto end = std::min(from, events.size() - 1) + 1;
    impl.all = end;
    for (const auto begun = end; end > 0 && !impl.stop;) {
        impl.looked = begun - end;
        const auto begin = std::max(end - std::min(end, block),
                                    (end - 1) / EventStore::chunk_events * EventStore::chunk_events);
        const auto* first = &events[begin];
        for (auto i = end - begin; i-- > 0;)
            if (impl.has(first[i])) return begin + i;
        end = begin;
    }
    return {};
}

bool TextSearch::matches(std::uint64_t seq) const {
    return !impl_->query.text.empty() && impl_->has(impl_->recording.events()[seq]);
}

void TextSearch::cancel() {
    impl_->stop = true;
}
bool TextSearch::cancelled() const {
    return impl_->stop;
}
double TextSearch::progress() const {
    return static_cast<double>(impl_->looked) / static_cast<double>(std::max<std::uint64_t>(impl_->all, 1));
}

}  // namespace ipcscope

// The text of a filter: parsed, printed and parsed again, completed, and evaluated on a small recording.
#include "fuzz/targets.h"
#include "runtime/event_filter.h"
#include "session_file/file_recording.h"

#include <algorithm>
#include <array>

namespace ipcscope::fuzz {

namespace {

const FileRecording& small_recording() {
    static const auto file = [] {
        auto opened = open_session(IPCSCOPE_SOURCE_DIR "/tests/golden/v2.ipcscope", registry());
        must(opened.has_value(), "the golden file can be opened");
        (*opened)->wait_loaded();
        return std::move(*opened);
    }();
    return *file;
}

const FieldTable& fields() {
    static const auto table = event_fields(small_recording().registry(), small_recording().state().get());
    return table;
}

void look(std::string_view text, const FilterError& error) {
    must(error.begin <= error.end && error.end <= text.size(), "what is underlined is a part of the text");
    must(!error.message.empty(), "an error says what it is");
    use(underlined(text, error).size());
}

void evaluate(const Filter& filter) {
    const auto& recording = small_recording();
    const EventFilter all(recording, filter);
    const auto count = static_cast<std::size_t>(recording.events().size());
    std::array<std::uint64_t, EventFilter::block_events / 64> words{};
    must(count <= EventFilter::block_events, "the recording is small");
    all.evaluate(0, count, words.data());
    for (std::size_t seq = 0; seq < count; ++seq)
        must((words[seq / 64] >> seq % 64 & 1) == (all.matches(seq) ? 1u : 0u),
             "an event alone is judged as among others");
}

}  // namespace

static void filter(std::string_view input) {
    const auto text = grown(input);
    const auto parsed = parse_filter(fields(), text);
    must(parsed.valid() == parsed.errors.empty(), "a filter or an error");
    for (const auto* remarks : {&parsed.errors, &parsed.doubts})
        for (const auto& one : *remarks)
            look(text, one);
    for (const auto cursor : {text.size(), text.size() / 2}) {
        const auto offers = complete_filter(fields(), text, cursor);
        must(offers.begin <= offers.end && offers.end <= text.size(), "an offer replaces a part of the text");
    }
    if (!parsed.filter) return;
    const auto printed = print_filter(fields(), *parsed.filter);
    const auto again = parse_filter(fields(), printed);
    must(again.filter && *again.filter == *parsed.filter, "what is printed is the same filter");
    evaluate(*parsed.filter);
}

FUZZ_TARGET(filter)

}  // namespace ipcscope::fuzz

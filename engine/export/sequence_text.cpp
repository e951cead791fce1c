#include "export/sequence_text.h"

#include "export/diagram_writer.h"
#include "export/event_words.h"
#include "export/sequence_steps.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace ipcscope {

namespace {

constexpr std::size_t mermaid_limit = 50'000;  // maxTextSize of its own viewers
constexpr std::size_t room = 400;              // for what is said about the cut

std::string counted(std::uint64_t number) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

class Diagram {
public:
    Diagram(const Recording& recording, DiagramWriter& writer, const SequenceSteps& steps)
        : recording_(recording), writer_(writer), steps_(steps) {}

    void column(SequencePlace place) {
        const auto number = columns_.size();
        columns_.emplace(place, number);
        writer_.column(number, steps_.name(place), place.object);
    }
    std::size_t columns() const { return columns_.size(); }

    void step(const SequenceStep& step) {
        if (std::exchange(begun_, true) && steps_.rows().gap_before(step.row)) {
            const auto before = recording_.events()[steps_.rows()[step.row - 1].seq].time_ns;
            writer_.gap(columns(), "+ " + print_quantity(step.time_ns - before, Unit::nanoseconds));
        }
        drawn_.clear();
        for (const auto& message : step.messages)
            draw(step, message);
        for (const auto& end : step.ends)
            say(end);
        for (const auto& end : step.ends)
            life(end);
    }

private:
    const std::size_t* find(SequencePlace place) const {
        const auto found = columns_.find(place);
        return found == columns_.end() ? nullptr : &found->second;
    }
    std::size_t number_of(FlowId flow) { return numbers_.emplace(flow, numbers_.size() + 1).first->second; }
    static std::string said(const SequenceEnd& end) {
        return end.outcome.empty() ? end.text : end.text + " " + end.outcome;
    }
    static const SequenceEnd* end_of(const SequenceStep& step, std::uint64_t seq) {
        for (const auto& end : step.ends)
            if (end.seq == seq) return &end;
        return nullptr;
    }
    // "(q)", how a message travels, where that is not drawn.
    std::string through(const SequenceMessage& message) const {
        const auto name = message.object ? steps_.name(SequencePlace::of(message.object)) : std::string();
        return name.empty() || find(SequencePlace::of(message.object)) ? "" : " (" + name + ")";
    }

    void draw(const SequenceStep& step, const SequenceMessage& message) {
        const auto *from = find(message.from), *to = find(message.to);
        const auto *sender = end_of(step, message.from_seq), *receiver = end_of(step, message.to_seq);
        if (!message.received) return not_received(message, *sender, from, to);
        if (sender == receiver && sender) {  // a process and an object
            if (!from || !to) return;
            drawn_.insert(sender->seq);
            return writer_.arrow(*from, *to, sender->failed ? Arrow::failed : Arrow::level, said(*sender));
        }
        if (sender && receiver) {
            if (!from || !to) return;
            drawn_.insert(sender->seq);
            drawn_.insert(receiver->seq);
            if (message.creates) writer_.born(*to);
            auto text = sender->text;
            if (!message.creates && receiver->change == LifeChange::none)
                text += " → " + received(*sender, *receiver);
            return writer_.arrow(*from, *to, Arrow::level, text + through(message));
        }
        if (sender && from) return sent(message, *sender, *from);
        if (receiver && to) arrived(message, *receiver, from, *to);
    }
    // The bytes that have just been named need not be named again.
    static std::string received(const SequenceEnd& sender, const SequenceEnd& receiver) {
        auto text = said(receiver);
        const auto quote = sender.text.find('"');
        const auto again = quote == std::string::npos ? quote : text.find(" " + sender.text.substr(quote));
        return again == std::string::npos ? text : text.erase(again, sender.text.size() - quote + 1);
    }
    void sent(const SequenceMessage& message, const SequenceEnd& sender, std::size_t from) {
        if (sender.change == LifeChange::ends) return;  // its death is drawn
        const auto text = drawn_.insert(sender.seq).second ? said(sender) : sender.text;
        const auto where = message.to_row != SequenceMessage::no_row
                               ? fmt::format(" → {} [{}]", steps_.name(message.to), number_of(message.flow))
                               : fmt::format(" → {} (not shown)", steps_.name(message.to));
        writer_.arrow(from, from, Arrow::itself, text + through(message) + where);
    }
    void arrived(const SequenceMessage& message, const SequenceEnd& receiver, const std::size_t* from,
                 std::size_t to) {
        drawn_.insert(receiver.seq);
        const auto text = said(receiver) + through(message) + (message.coalesced ? " (coalesced)" : "");
        if (!from || message.from_row == SequenceMessage::no_row)
            return writer_.arrow(to, to, Arrow::itself,
                                 fmt::format("{} ← {} (not shown)", text, steps_.name(message.from)));
        if (ended_.contains(*from)) return writer_.arrow(to, to, Arrow::itself, text);
        if (message.creates) writer_.born(to);
        writer_.arrow(*from, to, Arrow::later, fmt::format("[{}] {}", number_of(message.flow), text));
    }
    void not_received(const SequenceMessage& message, const SequenceEnd& sender, const std::size_t* from,
                      const std::size_t* to) {
        if (!from) return;
        drawn_.insert(sender.seq);
        const auto text = said(sender) + through(message) + " (not received)";
        if (to && to != from)
            writer_.arrow(*from, *to, Arrow::lost, text);
        else
            writer_.arrow(*from, *from, Arrow::failed, text);
    }

    void say(const SequenceEnd& end) {
        const auto* column = find(SequencePlace::of(end.worker));
        if (!column) return;
        if (end.phase == Phase::enter) {
            writer_.arrow(*column, *column, Arrow::itself, end.text);
            if (waiting_.insert(*column).second) writer_.waits(*column, true);
            if (!end.waits.empty()) writer_.note(*column, *column, "waits for " + end.waits);
            return;
        }
        if (end.phase == Phase::leave) {
            if (!drawn_.contains(end.seq))
                writer_.arrow(*column, *column, end.failed ? Arrow::failed : Arrow::itself, said(end));
            if (waiting_.erase(*column) > 0) writer_.waits(*column, false);
            return;
        }
        const bool life = end.change == LifeChange::begins || end.change == LifeChange::ends;
        if (!life && !drawn_.contains(end.seq)) writer_.note(*column, *column, said(end));
    }
    void life(const SequenceEnd& end) {
        const auto* column = find(SequencePlace::of(end.worker));
        if (!column || end.change != LifeChange::ends) return;
        waiting_.erase(*column);
        writer_.note(*column, *column, end.text);
        writer_.died(*column);
        ended_.insert(*column);
    }

    const Recording& recording_;
    DiagramWriter& writer_;
    const SequenceSteps& steps_;
    std::map<SequencePlace, std::size_t> columns_;
    std::map<FlowId, std::size_t> numbers_;
    std::set<std::size_t> waiting_, ended_;
    std::set<std::uint64_t> drawn_;
    bool begun_ = false;
};

// nullptr = cancelled.
std::shared_ptr<const SequenceRows> all_rows(const Recording& recording, const SequenceChoice& choice,
                                             const std::function<bool(double)>& go_on) {
    constexpr std::uint64_t step_events = 1 << 18;
    SequenceBuilder builder(recording, choice);
    for (std::uint64_t seen = 0; !builder.done(); seen += step_events) {
        const auto all = std::max<std::uint64_t>(recording.events().size(), 1);
        if (go_on && !go_on(std::min(1.0, static_cast<double>(seen) / static_cast<double>(all)))) return {};
        builder.advance(step_events);
    }
    return builder.snapshot();
}

// The same rows among others: what was chosen by number stays chosen where rows are found anew.
std::uint64_t moved_row(const SequenceRows& from, std::uint64_t row, const SequenceRows& to) {
    return row < from.size() ? to.lower_bound(from[row].seq) : to.size();
}

// Processes by their birth, then the objects that they touch, by their numbers.
std::vector<SequencePlace> places(const Recording& recording, const SequenceRows& rows, bool objects) {
    std::vector<SequencePlace> out;
    const auto state = recording.state();
    for (const auto& worker : state->workers)
        if (rows.life(worker.id).rows > 0) out.push_back(SequencePlace::of(worker.id));
    if (!objects) return out;
    for (const auto& [id, object] : state->objects)
        if (rows.life(id).rows > 0 && object.flow != FlowPolicy::lifetime)
            out.push_back(SequencePlace::of(id));
    return out;
}

}  // namespace

SequenceText sequence_text(const Recording& recording, DiagramLanguage language,
                           const SequenceTextOptions& options) {
    auto choice = options.choice;
    SequenceText out;
    auto rows = options.rows ? options.rows : all_rows(recording, choice, options.go_on);
    if (!rows) {
        out.cancelled = true;
        return out;
    }
    auto end = std::min(rows->size(), options.end_row);
    auto begin = std::min(options.first_row, end);
    auto shown = places(recording, *rows, choice.objects);
    if (shown.size() > options.max_columns) {
        auto busiest = shown;
        std::stable_sort(busiest.begin(), busiest.end(), [&](SequencePlace a, SequencePlace b) {
            const auto count = [&](SequencePlace place) {
                return place.object ? rows->life(ObjectId{place.id}).rows
                                    : rows->life(WorkerId{static_cast<std::uint16_t>(place.id)}).rows;
            };
            return count(a) > count(b);
        });
        for (auto i = options.max_columns; i < busiest.size(); ++i) {
            if (!busiest[i].object)
                choice.hidden.push_back(WorkerId{static_cast<std::uint16_t>(busiest[i].id)});
            std::erase(shown, busiest[i]);
        }
        out.columns_left_out = busiest.size() - shown.size();
        auto fewer = all_rows(recording, choice, options.go_on);
        if (!fewer) {
            out.cancelled = true;
            return out;
        }
        begin = moved_row(*rows, begin, *fewer);
        end = moved_row(*rows, end, *fewer);
        rows = std::move(fewer);
    }
    const auto writer = language == DiagramLanguage::mermaid ? mermaid_writer() : plantuml_writer();
    const auto limit = options.max_bytes > 0                  ? options.max_bytes
                       : language == DiagramLanguage::mermaid ? mermaid_limit
                                                              : std::numeric_limits<std::size_t>::max();
    const SequenceSteps steps(recording, rows, choice);
    Diagram diagram(recording, *writer, steps);
    writer->begin(options.title);
    for (const auto place : shown)
        diagram.column(place);
    if (shown.empty()) {
        writer->column(0, "nobody", false);
        writer->note(0, 0, "nothing happened here");
    }
    const auto last = shown.empty() ? 0 : shown.size() - 1;
    if (out.columns_left_out > 0)
        writer->note(0, last,
                     fmt::format("… {} more {} not shown", counted(out.columns_left_out),
                                 out.columns_left_out == 1 ? "column" : "columns"));
    auto kept = writer->text.size();
    for (; begin + out.steps < end && out.steps < options.max_steps; ++out.steps) {
        diagram.step(steps.step(begin + out.steps));
        if (writer->text.size() + room > limit) {
            writer->text.resize(kept);
            break;
        }
        kept = writer->text.size();
    }
    out.steps_left_out = end - begin - out.steps;
    if (out.steps_left_out > 0)
        writer->note(0, last,
                     fmt::format("… {} more {} not shown", counted(out.steps_left_out),
                                 out.steps_left_out == 1 ? "call or message" : "calls and messages"));
    writer->end();
    out.text = std::move(writer->text);
    return out;
}

}  // namespace ipcscope

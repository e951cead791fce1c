#include "mechanisms/posix_mq/monitor_contents.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace ipcscope::mechanisms::posix_mq {
namespace {

constexpr std::size_t usual_messages = 256, usual_bytes = 64 << 10, most_bytes = 16 << 20;
constexpr std::size_t bytes_each = 256;  // for which there is room, if all messages are longer
constexpr int most_attempts = 30;

std::size_t messages_within(std::size_t limit) {
    return std::max(usual_messages, limit / bytes_each);
}

// Both looks have seen the same, which is all that there is, or all that there is room for.
bool steady(const LookProgram& program) {
    const auto& seen = program.seen();
    const auto &first = seen.looks[0], &second = seen.looks[1];
    const auto same = [&](const OneLook& look) {
        return look.messages == seen.messages && look.bytes == seen.bytes && look.end == second.end &&
               look.count == second.count && (look.end == look_all || look.end == look_full);
    };
    if (!same(first) || !same(second)) return false;
    const auto before = program.messages(0), after = program.messages(1);
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto &a = before[i], &b = after[i];
        if (a.address != b.address || a.size != b.size || a.priority != b.priority || a.have != b.have ||
            program.bytes(0, a) != program.bytes(1, b))
            return false;
        bytes += b.size;
    }
    return second.end == look_full ? seen.messages > second.count
                                   : seen.messages == second.count && seen.bytes == bytes;
}

void add(List& list, const LookedMessage& message, std::string_view bytes) {
    list.push_back(Fields{{"priority", static_cast<std::int64_t>(message.priority)},
                          {"size", static_cast<std::int64_t>(message.size)},
                          {"data", std::string(bytes)}});
}

// What both looks have seen at the same place: while messages come and go, memory of one that is gone may
// already hold another, of this queue or of something else.
List seen_twice(const LookProgram& program) {
    std::unordered_map<std::uint64_t, const LookedMessage*> before;
    for (const auto& message : program.messages(0))
        before.emplace(message.address, &message);
    std::vector<std::pair<LookedMessage, std::string_view>> both;
    for (const auto& message : program.messages(1)) {
        const auto found = before.find(message.address);
        if (found == before.end()) continue;
        const auto& other = *found->second;
        const auto a = program.bytes(0, other), b = program.bytes(1, message);
        const auto length = std::min(a.size(), b.size());
        if (other.size != message.size || other.priority != message.priority ||
            a.substr(0, length) != b.substr(0, length) || (length == 0 && message.size > 0))
            continue;
        both.emplace_back(message, b.substr(0, length));
        before.erase(found);
    }
    // The tree may have been turned on the way.
    std::stable_sort(both.begin(), both.end(),
                     [](const auto& a, const auto& b) { return a.first.priority > b.first.priority; });
    List out;
    for (const auto& [message, bytes] : both)
        add(out, message, bytes);
    return out;
}

// How many bytes of each are shown if all together may have `limit`: short ones whole, and the others all the
// same.
std::size_t fair_share(std::span<const LookedMessage> messages, std::size_t limit) {
    std::vector<std::size_t> sizes;
    for (const auto& message : messages)
        sizes.push_back(message.size);
    std::sort(sizes.begin(), sizes.end());
    auto left = limit;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const auto share = left / (sizes.size() - i);
        if (sizes[i] > share) return std::max<std::size_t>(share, 1);
        left -= sizes[i];
    }
    return limit;
}

QueueContents all_of(const LookProgram& program) {
    QueueContents out;
    const auto& seen = program.seen();
    out.steady = true;
    out.count = static_cast<std::int64_t>(seen.messages);
    out.bytes = static_cast<std::int64_t>(seen.bytes);
    std::size_t shown = 0, of = 0;
    for (const auto& message : program.messages(1)) {
        const auto bytes = program.bytes(1, message);
        add(out.messages, message, bytes);
        shown += bytes.size();
        of += message.size;
    }
    const bool cut = shown < of;
    if (program.seen().looks[1].end == look_full)
        out.note = fmt::format("the first {} of {} messages{}", out.messages.size(), out.count,
                               cut ? ", and of long ones only the beginning" : "");
    else if (cut)
        out.note = fmt::format("of long messages only the beginning: {} of {} bytes in all", shown, of);
    return out;
}

}  // namespace

Result<LookProgram*> QueueContentsReader::usual() {
    if (!usual_ && !problem_) {
        auto loaded = LookProgram::load(usual_messages, usual_bytes);
        if (loaded)
            usual_ = std::move(*loaded);
        else
            problem_ = loaded.error();
    }
    if (problem_) return tl::unexpected(*problem_);
    return usual_.get();
}

Result<QueueContents> QueueContentsReader::read(int queue, std::size_t limit) {
    limit = std::clamp<std::size_t>(limit, 1, most_bytes);
    auto program = usual();
    if (!program) return tl::unexpected(program.error());
    std::unique_ptr<LookProgram> larger;  // goes with this look: its memory is the kernel's
    bool tried = false;
    auto most = limit;
    QueueContents out;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (auto done = (*program)->look(queue, most, limit); !done) return tl::unexpected(done.error());
        const auto& seen = (*program)->seen();
        const auto bytes = std::min<std::size_t>(limit, seen.bytes);
        const auto messages = std::min<std::size_t>(messages_within(limit), seen.messages);
        if (!tried && (bytes > usual_bytes || messages > usual_messages)) {
            tried = true;
            auto loaded = LookProgram::load(std::max(messages, usual_messages), std::max(bytes, usual_bytes));
            if (loaded) {
                larger = std::move(*loaded);
                program = larger.get();
                continue;
            }
        }
        if (steady(**program)) {
            out = all_of(**program);
            const auto room = std::min<std::size_t>(limit, (*program)->size().bytes);
            const auto share = fair_share((*program)->messages(1), room);
            if (share == room || share == most) return out;
            most = share;
        } else if (!out.steady) {
            if (auto some = seen_twice(**program); some.size() > out.messages.size())
                out.messages = std::move(some);
        }
    }
    if (!out.steady)
        out.note = "the queue moved while it was looked at: only messages that stayed meanwhile are shown";
    return out;
}

}  // namespace ipcscope::mechanisms::posix_mq

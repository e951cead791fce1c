#include "helpers/made_up_messages.h"

#include "helpers/made_up_recording.h"

#include <iterator>

namespace ipcscope::testing::made_up {

namespace {

constexpr std::size_t pool_bytes = 1 << 20;

}  // namespace

Messages::Messages(Random& random, bool payloads) : random_(random), payloads_(payloads) {
    static constexpr const char* words[] = {
        "\"id\": ", "\"user\": \"anna\"", "GET /item/", "status=ok ", "temperature", " 20.5", "{", "}, ",
        "ACK ",     "retry after ",       "ms ",        "\xc3\xbc"};
    while (pool_.size() < pool_bytes) {
        pool_ += words[random_.below(std::size(words))];
        pool_ += std::to_string(random_.below(100'000));
    }
    pool_.resize(pool_bytes);
    rare_ = std::string(rare_text) + " " + pool_.substr(0, 200);
}

std::uint32_t Messages::make() {
    const auto id = static_cast<std::uint32_t>(messages_.size());
    const auto dice = random_.below(100'000);
    Message message{pool_.data() + random_.below(pool_bytes - 70'000), 0, 0, 0};
    auto& size = message.captured;
    if (dice < 60'000 || !payloads_)
        size = static_cast<std::uint32_t>(random_.between(1, 8));
    else if (dice < 90'000)
        size = static_cast<std::uint32_t>(random_.between(16, 128));
    else if (dice < 99'500)
        size = static_cast<std::uint32_t>(random_.between(200, 800));
    else
        size = 4096;
    message.original = size;
    if (payloads_ && dice % 1'000 == 7) {
        message.bytes = rare_.data();
        message.captured = message.original = static_cast<std::uint32_t>(rare_.size());
    } else if (payloads_ && dice == 11) {  // cut: more than is kept
        message.captured = 65'536;
        message.original = 1 << 20;
    }
    if (free_.empty()) {
        messages_.push_back(message);
        return id;
    }
    const auto slot = free_.back();
    free_.pop_back();
    messages_[slot] = message;
    return slot;
}

}  // namespace ipcscope::testing::made_up

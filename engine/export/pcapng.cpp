#include "export/pcapng.h"

#include "export/event_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace ipcscope {

namespace {

// Numbers in the byte order of this machine: the section header says which.
class Block {
public:
    explicit Block(std::uint32_t type) {
        u32(type);
        u32(0);  // its length, in the end
    }
    void u16(std::uint16_t n) { raw(&n, sizeof n); }
    void u32(std::uint32_t n) { raw(&n, sizeof n); }
    void u64(std::uint64_t n) { raw(&n, sizeof n); }
    void bytes(std::string_view s) {
        raw(s.data(), s.size());
        out_.append((4 - s.size() % 4) % 4, '\0');
    }
    void option(std::uint16_t code, std::string_view value) {
        value = value.substr(0, 0xfff0);
        u16(code);
        u16(static_cast<std::uint16_t>(value.size()));
        bytes(value);
    }
    void no_more_options() { u32(0); }
    std::string take() {
        const auto length = static_cast<std::uint32_t>(out_.size() + 4);
        u32(length);
        std::copy_n(reinterpret_cast<const char*>(&length), sizeof length, out_.begin() + 4);
        return std::move(out_);
    }

private:
    void raw(const void* p, std::size_t n) { out_.append(static_cast<const char*>(p), n); }
    std::string out_;
};

// Tags of Wireshark's exported PDUs: type and length, big-endian, then the value; ended by tag 0.
class PduTags {
public:
    void tag(std::uint16_t type, std::string_view value) {
        value = value.substr(0, 1024);
        const std::size_t padded = (value.size() + 3) / 4 * 4;
        big(type);
        big(static_cast<std::uint16_t>(padded));
        out_.append(value);
        out_.append(padded - value.size(), '\0');
    }
    std::string take() {
        big(0);
        big(0);
        return std::move(out_);
    }

private:
    void big(std::uint16_t n) {
        out_ += static_cast<char>(n >> 8);
        out_ += static_cast<char>(n & 0xff);
    }
    std::string out_;
};

constexpr std::uint16_t dissector_name = 12, protocol_column = 33, info_column = 36;
constexpr std::uint16_t linktype_upper_pdu = 252;

class PcapngWriter {
public:
    PcapngWriter(const Recording& recording, const PcapngOptions& options,
                 const std::function<bool(std::string_view)>& sink)
        : recording_(recording), options_(options), sink_(sink), state_(recording.state()) {}

    PcapngResult run() {
        result_.complete = true;
        section();
        const auto count = recording_.flows().size();
        for (std::uint32_t id = 1; id <= count && result_.complete; ++id)
            packet(recording_.flows()[FlowId{id}]);
        return result_;
    }

private:
    void put(Block block) { result_.complete = result_.complete && sink_(block.take()); }

    void section() {
        Block header(0x0a0d0d0a);
        header.u32(0x1a2b3c4d);
        header.u16(1);
        header.u16(0);
        header.u64(~std::uint64_t{0});  // the length of the section is not given
        header.option(4, "IPC Scope");  // shb_userappl
        header.no_more_options();
        put(std::move(header));
    }

    std::uint32_t interface(ObjectId object) {
        const auto known = interfaces_.find(object.value);
        if (known != interfaces_.end()) return known->second;
        const auto number = static_cast<std::uint32_t>(interfaces_.size());
        interfaces_.emplace(object.value, number);
        const auto found = state_->objects.find(object);
        Block block(1);
        block.u16(linktype_upper_pdu);
        block.u16(0);
        block.u32(0);  // no limit
        const auto name = object_words(*state_, object);
        block.option(2, name.empty() ? fmt::format("object {}", object.value) : name);  // if_name
        if (found != state_->objects.end())
            block.option(3, fmt::format("{} {}", found->second.mechanism->title, found->second.key));
        block.option(9, std::string_view("\x09", 1));  // if_tsresol: ns
        block.no_more_options();
        put(std::move(block));
        return number;
    }

    std::string who(const Event& event) const {
        const auto* worker = state_->worker(WorkerId{event.worker});
        return worker ? fmt::format("{} (pid {})", worker->name, worker->pid) : "somebody";
    }
    std::string call(const Event& event) const {
        const auto* call = recording_.calls().find(CallId{event.call});
        const auto* operation = recording_.registry().operation(OperationId{event.operation});
        return call ? call->text.substr(0, 300) : operation ? operation->name : "?";
    }

    void packet(const Flow& flow) {
        if (flow.bytes == 0 || (options_.accepts && !options_.accepts(flow.to))) return;
        const auto& from = recording_.events()[flow.from];
        const auto& to = recording_.events()[flow.to];
        const auto sent = recording_.events().payload(from);
        const auto kept = sent.substr(std::min<std::size_t>(flow.offset, sent.size()), flow.bytes);
        if (kept.size() < flow.bytes) ++result_.cut;
        const auto number = interface(flow.object);
        const auto* operation = recording_.registry().operation(OperationId{from.operation});
        PduTags tags;
        tags.tag(dissector_name, options_.dissector);
        tags.tag(protocol_column, operation ? operation->mechanism->id : "?");
        const auto* sender = state_->worker(WorkerId{from.worker});
        const auto* receiver = state_->worker(WorkerId{to.worker});
        tags.tag(info_column, fmt::format("{} -> {}: {}, {} bytes", sender ? sender->name : "?",
                                          receiver ? receiver->name : "?", object_words(*state_, flow.object),
                                          flow.bytes));
        const auto head = tags.take();
        const auto time = static_cast<std::uint64_t>(
            std::max<std::int64_t>(0, options_.started_unix_ns + to.time_ns - recording_.started_ns()));
        Block block(6);
        block.u32(number);
        block.u32(static_cast<std::uint32_t>(time >> 32));
        block.u32(static_cast<std::uint32_t>(time));
        block.u32(static_cast<std::uint32_t>(head.size() + kept.size()));
        block.u32(static_cast<std::uint32_t>(head.size() + flow.bytes));
        block.bytes(head + std::string(kept));
        block.option(1, fmt::format("{} -> {}\n{}\n{}{}", who(from), who(to), call(from), call(to),
                                    flow.guess ? "\njoined by likelihood" : ""));
        block.no_more_options();
        put(std::move(block));
        ++result_.packets;
    }

    const Recording& recording_;
    const PcapngOptions& options_;
    const std::function<bool(std::string_view)>& sink_;
    const std::shared_ptr<const RunState> state_;
    std::unordered_map<std::uint32_t, std::uint32_t> interfaces_;
    PcapngResult result_;
};

}  // namespace

PcapngResult write_pcapng(const Recording& recording, const PcapngOptions& options,
                          const std::function<bool(std::string_view)>& sink) {
    return PcapngWriter(recording, options, sink).run();
}

}  // namespace ipcscope

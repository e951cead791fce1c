#include "bench/peer_files.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>

namespace ipcscope::bench {

namespace {

class Out {
public:
    explicit Out(const std::string& path) : file_(std::fopen(path.c_str(), "wbe")), path_(path) {
        if (file_) std::setvbuf(file_.get(), nullptr, _IOFBF, 1 << 20);
    }
    void raw(const void* bytes, std::size_t size) {
        if (file_ && std::fwrite(bytes, 1, size, file_.get()) != size) file_.reset();
        at_ += size;
    }
    template <typename N>
    void number(N n) {
        raw(&n, sizeof n);
    }
    void text(const std::string& text) { raw(text.c_str(), text.size() + 1); }  // with its zero
    void bytes(const std::string& text) { raw(text.data(), text.size()); }      // without
    void sized(const std::string& text) {                                       // its length before it
        number<std::uint64_t>(text.size());
        bytes(text);
    }
    void pad_to(std::size_t size) {
        static const std::array<char, 4096> zeros{};
        while (at_ < size)
            raw(zeros.data(), std::min(size - at_, zeros.size()));
    }
    std::size_t at() const { return at_; }
    bool close() {
        const bool good = file_ && std::fclose(file_.release()) == 0;
        return good;
    }

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Closer> file_;
    std::string path_;
    std::size_t at_ = 0;
};

constexpr std::size_t page = 4096;

struct Record {  // of the ring buffer: a header of four bytes, then this
    std::uint32_t head;
    std::uint16_t type = 300;
    std::uint8_t flags = 0, preempt = 0;
    std::int32_t pid = 0;
    std::uint32_t worker = 0, object = 0;
    std::uint32_t ret[2] = {}, duration[2] = {};  // their place is not one of a multiple of eight
    std::uint32_t captured = 0, original = 0, call = 0, flow = 0;
    std::uint32_t rest[3] = {};
};
static_assert(sizeof(Record) == 64);

const char event_format[] =
    "name: ipc_leave\nID: 300\nformat:\n"
    "\tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;\n"
    "\tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;\n"
    "\tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;\n"
    "\tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;\n\n"
    "\tfield:u32 worker;\toffset:8;\tsize:4;\tsigned:0;\n"
    "\tfield:u32 object;\toffset:12;\tsize:4;\tsigned:0;\n"
    "\tfield:u64 ret;\toffset:16;\tsize:8;\tsigned:0;\n"
    "\tfield:u64 duration;\toffset:24;\tsize:8;\tsigned:0;\n"
    "\tfield:u32 captured;\toffset:32;\tsize:4;\tsigned:0;\n"
    "\tfield:u32 original;\toffset:36;\tsize:4;\tsigned:0;\n"
    "\tfield:u32 call;\toffset:40;\tsize:4;\tsigned:0;\n"
    "\tfield:u32 flow;\toffset:44;\tsize:4;\tsigned:0;\n\n"
    "print fmt: \"worker=%u object=%u ret=%llu\", REC->worker, REC->object, REC->ret\n";

}  // namespace

bool write_trace_dat(const std::string& path, std::uint64_t events) {
    constexpr std::size_t in_page = (page - 16) / sizeof(Record);
    const std::uint64_t pages = (events + in_page - 1) / in_page;
    Out out(path);
    out.raw("\x17\x08\x44tracing", 10);
    out.text("6");
    out.number<char>(0);  // little endian
    out.number<char>(8);
    out.number<std::uint32_t>(page);
    out.text("header_page");
    out.sized(
        "\tfield: u64 timestamp;\toffset:0;\tsize:8;\tsigned:0;\n"
        "\tfield: local_t commit;\toffset:8;\tsize:8;\tsigned:1;\n"
        "\tfield: int overwrite;\toffset:8;\tsize:1;\tsigned:1;\n"
        "\tfield: char data;\toffset:16;\tsize:4080;\tsigned:1;\n");
    out.text("header_event");
    out.sized(
        "# compressed entry header\n\ttype_len    :    5 bits\n\ttime_delta  :   27 bits\n"
        "\tarray       :   32 bits\n\n\tpadding     : type == 29\n\ttime_extend : type == 30\n"
        "\ttime_stamp : type == 31\n\tdata max type_len  == 28\n");
    out.number<std::uint32_t>(0);  // ftrace's own events
    out.number<std::uint32_t>(1);  // systems
    out.text("ipc");
    out.number<std::uint32_t>(1);
    out.sized(event_format);
    out.number<std::uint32_t>(0);  // kallsyms
    out.number<std::uint32_t>(0);  // printk
    std::string names;
    for (int pid = 4000; pid < 4100; ++pid)
        names += std::to_string(pid) + " worker" + std::to_string(pid) + "\n";
    out.sized(names);
    out.number<std::uint32_t>(1);  // processors
    out.raw("flyrecord", 10);
    const std::size_t data = (out.at() + 16 + page - 1) / page * page;
    out.number<std::uint64_t>(data);
    out.number<std::uint64_t>(pages * page);
    out.pad_to(data);
    std::uint64_t time = 1'000'000'000, left = events;
    for (std::uint64_t p = 0; p < pages; ++p) {
        const auto n = std::min<std::uint64_t>(left, in_page);
        const auto begin = out.at();
        out.number<std::uint64_t>(time);
        out.number<std::uint64_t>(n * sizeof(Record));
        for (std::uint64_t i = 0; i < n; ++i, --left) {
            Record record;
            record.head = (sizeof(Record) - 4) / 4 | 2'000u << 5;
            record.pid = static_cast<std::int32_t>(4000 + left % 100);
            record.worker = static_cast<std::uint32_t>(left % 100);
            record.object = static_cast<std::uint32_t>(left % 37);
            record.ret[0] = static_cast<std::uint32_t>(left % 900);
            record.duration[0] = static_cast<std::uint32_t>(left % 5'000);
            out.raw(&record, sizeof record);
            time += 2'000;
        }
        out.pad_to(begin + page);
    }
    return out.close();
}

bool write_pcap(const std::string& path, std::uint64_t packets) {
    Out out(path);
    for (const std::uint32_t n : {0xa1b2c3d4u, 2u | 4u << 16, 0u, 0u, 65535u, 101u})  // raw IP
        out.number(n);
    constexpr std::uint32_t size = 20 + 8 + 64;
    for (std::uint64_t i = 0; i < packets; ++i) {
        const auto us = i * 2;
        for (const std::uint64_t n :
             {us / 1'000'000, us % 1'000'000, std::uint64_t{size}, std::uint64_t{size}})
            out.number(static_cast<std::uint32_t>(n));
        std::array<std::uint8_t, size> packet{};
        const auto from = static_cast<std::uint16_t>(10'000 + i % 100),
                   to = static_cast<std::uint16_t>(20'000 + i % 37);
        const std::uint8_t head[28] = {0x45,
                                       0,
                                       0,
                                       size,
                                       0,
                                       0,
                                       0,
                                       0,
                                       64,
                                       17,
                                       0,
                                       0,
                                       127,
                                       0,
                                       0,
                                       1,
                                       127,
                                       0,
                                       0,
                                       1,
                                       static_cast<std::uint8_t>(from >> 8),
                                       static_cast<std::uint8_t>(from),
                                       static_cast<std::uint8_t>(to >> 8),
                                       static_cast<std::uint8_t>(to),
                                       0,
                                       72};
        std::memcpy(packet.data(), head, sizeof head);
        std::snprintf(reinterpret_cast<char*>(packet.data()) + 28, 64, "message %llu status=ok",
                      static_cast<unsigned long long>(i));
        out.raw(packet.data(), packet.size());
    }
    return out.close();
}

}  // namespace ipcscope::bench

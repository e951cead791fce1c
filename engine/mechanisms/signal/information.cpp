#include "mechanisms/signal/information.h"

#include <cstring>

namespace ipcscope::mechanisms {

static const char* code_name(int signal, int code) {
    switch (code) {
        case SI_USER: return "SI_USER";
        case SI_QUEUE: return "SI_QUEUE";
        case SI_TKILL: return "SI_TKILL";
        case SI_KERNEL: return "SI_KERNEL";
        case SI_TIMER: return "SI_TIMER";
        case SI_MESGQ: return "SI_MESGQ";
        case SI_ASYNCIO: return "SI_ASYNCIO";
        case SI_SIGIO: return "SI_SIGIO";
        default: break;
    }
    if (signal != SIGCHLD) return "";
    switch (code) {
        case CLD_EXITED: return "CLD_EXITED";
        case CLD_KILLED: return "CLD_KILLED";
        case CLD_DUMPED: return "CLD_DUMPED";
        case CLD_TRAPPED: return "CLD_TRAPPED";
        case CLD_STOPPED: return "CLD_STOPPED";
        case CLD_CONTINUED: return "CLD_CONTINUED";
        default: return "";
    }
}

Information information_of(const siginfo_t& info) {
    Information out{.signal = info.si_signo, .code = code_name(info.si_signo, info.si_code)};
    const bool child = info.si_signo == SIGCHLD && info.si_code > 0 && info.si_code != SI_KERNEL;
    const bool valued = info.si_code == SI_QUEUE || info.si_code == SI_MESGQ;
    // 0: the kernel had no room to note the sender (RLIMIT_SIGPENDING), or it is of another pid namespace.
    const bool sent = valued || info.si_code == SI_USER || info.si_code == SI_TKILL;
    if ((child || sent) && info.si_pid > 0) {
        out.pid = info.si_pid;
        out.uid = info.si_uid;
    }
    if (valued || info.si_code == SI_TIMER) out.value = info.si_value.sival_int;
    if (child) out.status = info.si_status;
    return out;
}

// The tags of schema/wire.h; that both agree is shown by test_signal.
static constexpr std::uint8_t integer_tag = 2;
static constexpr std::uint8_t text_tag = 4;

EncodedInformation::EncodedInformation(const Information& information) {
    std::uint32_t count = information.code[0] ? 1 : 0;
    information.each_number([&](std::string_view, std::int64_t) { ++count; });
    raw(&count, sizeof count);
    information.each_number([&](std::string_view field, std::int64_t number) {
        name(field);
        raw(&integer_tag, 1);
        raw(&number, sizeof number);
    });
    if (!information.code[0]) return;
    name("code");
    raw(&text_tag, 1);
    name(information.code);
}

void EncodedInformation::raw(const void* data, std::size_t size) {
    if (size > bytes_.size() - used_) return;  // cannot be: all names together are 33 bytes long
    std::memcpy(bytes_.data() + used_, data, size);
    used_ += size;
}

void EncodedInformation::name(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    raw(&size, sizeof size);
    raw(text.data(), text.size());
}

}  // namespace ipcscope::mechanisms

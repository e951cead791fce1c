#include "mechanisms/posix_mq/monitor_look.h"

#include <unistd.h>

#if __has_include(<bpf/libbpf.h>)
#include "mechanisms/library.h"

#include <algorithm>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>

#include <linux/capability.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#endif

namespace ipcscope::mechanisms {

std::string_view posix_mq_bpf();  // the object file; "" = this build has none

namespace posix_mq {

#if __has_include(<bpf/libbpf.h>)
namespace {

#define IPCSCOPE_BPF_FUNCTIONS(with)                                                                 \
    with(libbpf_set_print) with(bpf_object__open_mem) with(bpf_object__load) with(bpf_object__close) \
        with(bpf_object__find_map_by_name) with(bpf_object__find_program_by_name)                    \
            with(bpf_map__set_initial_value) with(bpf_map__set_value_size) with(bpf_map__fd)         \
                with(bpf_program__attach_iter) with(bpf_link__fd) with(bpf_link__destroy)            \
                    with(bpf_iter_create)

struct Functions {
#define IPCSCOPE_BPF_DEFINE(name) decltype(&::name) name = nullptr;
    IPCSCOPE_BPF_FUNCTIONS(IPCSCOPE_BPF_DEFINE)
#undef IPCSCOPE_BPF_DEFINE
    std::string problem;
};

// Loaded with the first look into a queue.
const Functions& libbpf() {
    static const Functions all = [] {
        Functions out;
        Library library("libbpf.so.1", "libbpf1");
        if (library.problem().empty()) {
#define IPCSCOPE_BPF_FIND(name) library.find(#name, out.name);
            IPCSCOPE_BPF_FUNCTIONS(IPCSCOPE_BPF_FIND)
#undef IPCSCOPE_BPF_FIND
        }
        out.problem = library.problem();
        // What it would print are lines for who makes such programs; a failure is told in words of ours.
        if (out.problem.empty())
            out.libbpf_set_print([](libbpf_print_level, const char*, va_list) { return 0; });
        return out;
    }();
    return all;
}

struct CloseObject {
    void operator()(bpf_object* object) const { libbpf().bpf_object__close(object); }
};
struct CloseLink {
    void operator()(bpf_link* link) const { libbpf().bpf_link__destroy(link); }
};

bool may_load() {
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = {};
    if (::syscall(SYS_capget, &head, sets) != 0) return false;
    const auto has = [&](unsigned capability) {
        return ((sets[capability / 32].effective >> (capability % 32)) & 1) != 0;
    };
    return has(CAP_SYS_ADMIN) || (has(CAP_BPF) && has(CAP_PERFMON));
}

bool locked_down() {
    std::string modes;
    std::getline(std::ifstream("/sys/kernel/security/lockdown"), modes);
    return modes.find("[confidentiality]") != std::string::npos;
}

tl::unexpected<Error> refused(int code) {
    if (locked_down())
        return failure("the kernel is locked down (confidentiality): no program may read its memory");
    if (code == ENOSYS) return failure("this kernel has no bpf(2)");
    if (code == EPERM)
        return failure(
            "bpf(2) is not permitted here, in spite of the capabilities: a container or a filter of system "
            "calls "
            "refuses it");
    return failure(
        fmt::format("this kernel does not take the program that would read them: {} (it is made for "
                    "Linux 5.17 and newer)",
                    errno_name(code)));
}

// Of its own process alone where the kernel can say so (Linux 6.1); the program takes care of it in any case.
bpf_link* attach(bpf_program* program) {
    bpf_iter_link_info about{};
    about.task.pid = static_cast<__u32>(::getpid());
    bpf_iter_attach_opts options{};
    options.sz = sizeof options;
    options.link_info = &about;
    options.link_info_len = sizeof about;
    auto* const link = libbpf().bpf_program__attach_iter(program, &options);
    return link ? link : libbpf().bpf_program__attach_iter(program, nullptr);
}

}  // namespace

Result<std::unique_ptr<LookProgram>> LookProgram::load(std::size_t messages, std::size_t bytes) {
    const auto file = posix_mq_bpf();
    if (file.empty()) return failure("this build was made without BPF");
    if (!may_load())
        return failure(
            "only a program in the kernel (BPF) can read them, which needs CAP_BPF and CAP_PERFMON");
    if (::access("/sys/kernel/btf/vmlinux", R_OK) != 0)
        return failure("the kernel does not describe its memory: there is no /sys/kernel/btf/vmlinux");
    const auto& library = libbpf();
    if (!library.problem.empty()) return failure(library.problem);

    const LookSize size{messages, bytes, static_cast<__u64>(::sysconf(_SC_PAGESIZE))};
    const auto whole =
        sizeof(QueueLook) + 2 * messages * sizeof(LookedMessage) + 2 * bytes + std::size_t{copied_at_once};
    bpf_object_open_opts options{};
    options.sz = sizeof options;
    options.object_name = "posix_mq";
    const std::unique_ptr<bpf_object, CloseObject> object(
        library.bpf_object__open_mem(file.data(), file.size(), &options));
    if (!object) return refused(errno);
    auto* const sizes = library.bpf_object__find_map_by_name(object.get(), ".rodata.size");
    auto* const map = library.bpf_object__find_map_by_name(object.get(), "look_map");
    auto* const program = library.bpf_object__find_program_by_name(object.get(), "look_at_queue");
    if (!sizes || !map || !program) return refused(ENOENT);
    int code = library.bpf_map__set_initial_value(sizes, &size, sizeof size);
    if (code == 0) code = library.bpf_map__set_value_size(map, static_cast<__u32>(whole));
    if (code == 0) code = library.bpf_object__load(object.get());
    if (code != 0) return refused(-code);
    const std::unique_ptr<bpf_link, CloseLink> link(attach(program));
    if (!link) return refused(errno);

    // These two keep what they belong to; all else goes.
    UniqueFd kept(::fcntl(library.bpf_link__fd(link.get()), F_DUPFD_CLOEXEC, 3));
    if (!kept) return system_failure("the program in the kernel cannot be kept", "fcntl");
    void* const at = ::mmap(nullptr, whole, PROT_READ | PROT_WRITE, MAP_SHARED, library.bpf_map__fd(map), 0);
    if (at == MAP_FAILED) return system_failure("the program in the kernel cannot be kept", "mmap");
    return std::unique_ptr<LookProgram>(
        new LookProgram(size, static_cast<QueueLook*>(at), whole, std::move(kept)));
}

LookProgram::~LookProgram() {
    ::munmap(shared_, mapped_);
}

Status LookProgram::look(int queue, std::size_t most, std::size_t most_bytes) {
    shared_->descriptor = static_cast<__u64>(queue);
    shared_->most = most;
    shared_->most_bytes = std::min<__u64>(most_bytes, size_.bytes);
    shared_->found = found_nothing;
    const UniqueFd iterator(libbpf().bpf_iter_create(link_.get()));
    if (!iterator) return refused(errno);
    char none[1];
    while (::read(iterator.get(), none, sizeof none) < 0)  // it writes nothing: this runs it
        if (errno != EINTR && errno != EAGAIN) return refused(errno);
    if (shared_->found != found_queue) return failure("the program in the kernel has not come by the queue");
    return {};
}
#else
Result<std::unique_ptr<LookProgram>> LookProgram::load(std::size_t, std::size_t) {
    return failure("this build was made without BPF");
}

LookProgram::~LookProgram() = default;

Status LookProgram::look(int, std::size_t, std::size_t) {
    return failure("this build was made without BPF");
}
#endif

LookProgram::LookProgram(LookSize size, QueueLook* shared, std::size_t mapped, UniqueFd link)
    : size_(size), shared_(shared), mapped_(mapped), link_(std::move(link)) {}

std::span<const LookedMessage> LookProgram::messages(std::size_t which) const {
    const auto* first = reinterpret_cast<const LookedMessage*>(shared_ + 1) + which * size_.messages;
    return {first, std::min<std::size_t>(shared_->looks[which].count, size_.messages)};
}

std::string_view LookProgram::bytes(std::size_t which, const LookedMessage& message) const {
    if (message.at > size_.bytes || message.have > size_.bytes - message.at) return {};
    const auto* first = reinterpret_cast<const char*>(shared_ + 1) + 2 * size_.messages * sizeof message;
    return {first + which * size_.bytes + message.at, message.have};
}

}  // namespace posix_mq
}  // namespace ipcscope::mechanisms

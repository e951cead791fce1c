// Semaphores with a name. glibc keeps them as files of /dev/shm: "/jobs" is sem.jobs there.
#include "mechanisms/anonymous_map.h"
#include "mechanisms/posix_name.h"
#include "mechanisms/posix_sem/semaphore.h"

#include <fcntl.h>
#include <fstream>
#include <optional>
#include <sstream>

#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace ipcscope::mechanisms::posix_sem {
namespace {

std::string file_of(const std::string& name) {
    const auto first = name.find_first_not_of('/');
    return "/dev/shm/sem." + (first == std::string::npos ? std::string() : name.substr(first));
}

std::string boot() {
    std::string text;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> text;
    return text;
}

std::string identity_of(const struct stat& status) {
    return fmt::format("{}:{}", status.st_dev, status.st_ino);
}

// One line whatever the name holds. Numbers of a memory file system begin anew with every boot.
std::string record_of(const std::string& identity, const std::string& name) {
    std::string out = fmt::format("sem {} {} ", identity, boot());
    for (const char c : name)
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
}

struct Record {
    std::string identity;  // as identity_of, or '@' and a time if only intended
    std::string boot;
    std::string name;
};

std::optional<Record> parse_record(const std::string& text) {
    std::istringstream in(text);
    Record record;
    std::string word, hex;
    if (!(in >> word >> record.identity >> record.boot >> hex) || word != "sem" || hex.size() % 2 != 0 ||
        hex.find_first_not_of("0123456789abcdef") != std::string::npos)
        return {};
    for (std::size_t i = 0; i < hex.size(); i += 2)
        record.name += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return record;
}

}  // namespace

void open(Call& call) {
    const auto name = posix_name(call.bytes("name"));
    const auto flags = static_cast<int>(call.integer("flags"));
    const auto mode = static_cast<mode_t>(call.integer("mode"));
    const auto value = static_cast<unsigned>(call.integer("value"));
    struct stat status {};
    const auto file = file_of(name);
    const bool there = ::lstat(file.c_str(), &status) == 0;
    // libc looks at no file's size: to use what is too short for a semaphore would end the process.
    if (there && (!S_ISREG(status.st_mode) || status.st_size < static_cast<off_t>(sizeof(sem_t))))
        return call.refuse(fmt::format("name: {} is not the file of a semaphore", file));
    const bool makes = !there && (flags & O_CREAT) != 0;
    if (makes) call.making(record_of(fmt::format("@{}", std::time(nullptr)), name));
    sem_t* semaphore = SEM_FAILED;
    call.run([&] {
        semaphore = ::sem_open(name.c_str(), flags, mode, value);
        return semaphore == SEM_FAILED ? -1 : 0;
    });
    if (!call.ok()) return;
    if (makes && ::lstat(file.c_str(), &status) == 0) call.made(record_of(identity_of(status), name));
    const auto native = native_of(semaphore);
    const auto region = anonymous::region_of(getpid(), static_cast<std::uint64_t>(native));
    auto* place = keep_place({.address = reinterpret_cast<char*>(semaphore),
                              .size = sizeof(sem_t),
                              .key = region ? region->object : name});
    call.opened("semaphore",
                {.kind = "named", .native = native, .key = place->key, .label = name, .aux = place});
    tell_value(call, semaphore);
}

// A handle that is closed already is nobody's: its address may be that of a semaphore that is still in use.
void close(Call& call) {
    const auto* place = static_cast<const SharedPlace*>(call.aux("semaphore"));
    static sem_t nobodys;
    auto* semaphore = place ? reinterpret_cast<sem_t*>(place->address) : &nobodys;
    call.run([&] { return ::sem_close(semaphore); });
    if (call.ok()) call.closed("semaphore");
}

void unlink(Call& call) {
    const auto name = posix_name(call.bytes("name"));
    struct stat status {};
    const bool there = ::lstat(file_of(name).c_str(), &status) == 0;
    call.run([&] { return ::sem_unlink(name.c_str()); });
    if (call.ok() && there) call.unmade(record_of(identity_of(status), name));
}

std::string describe_left(const std::string& text) {
    const auto record = parse_record(text);
    return record ? "semaphore " + record->name : text;
}

Result<std::string> remove_left(const std::string& text, bool intended) {
    const auto record = parse_record(text);
    if (!record) return failure("not a record of a semaphore: " + text);
    if (record->boot != boot()) return std::string();  // the memory file system went with its boot
    const auto file = file_of(record->name);
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) {
        if (errno == ENOENT) return std::string();
        return system_failure("looking for the semaphore " + record->name, "lstat");
    }
    // Of an intended one only the name is known, and that nothing had it then: ours if the user made it
    // since.
    const bool ours =
        intended && record->identity.front() == '@'
            ? status.st_uid == ::geteuid() && status.st_ctime >= std::atoll(record->identity.c_str() + 1)
            : record->identity == identity_of(status);
    if (!ours) return std::string();
    if (::sem_unlink(record->name.c_str()) != 0)
        return system_failure("removing the semaphore " + record->name, "sem_unlink");
    return "removed semaphore " + record->name;
}

}  // namespace ipcscope::mechanisms::posix_sem

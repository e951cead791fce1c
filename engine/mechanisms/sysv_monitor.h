// What the monitors of the System V mechanisms share (sysvipc(7), proc_sysvipc(5)).
#pragma once

#include "base/sysv.h"
#include "base/unique_fd.h"
#include "mechanisms/ipc_spaces.h"
#include "mechanisms/monitor_kind.h"
#include "mechanisms/seen_identities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <span>
#include <unordered_map>

#include <linux/capability.h>
#include <sys/ipc.h>

namespace ipcscope::mechanisms::sysv {

inline std::string key_text(key_t key) {
    std::string text = "0x00000000";  // there are thousands: formatting them shows
    auto rest = static_cast<std::uint32_t>(key);
    for (auto at = text.size(); rest != 0; rest >>= 4)
        text[--at] = "0123456789abcdef"[rest & 15];
    return text;
}

inline std::optional<int> id_of(std::string_view key) {
    int id = -1;
    const auto* end = key.data() + key.size();
    const auto parsed = std::from_chars(key.data(), end, id);
    if (parsed.ec != std::errc() || parsed.ptr != end || id < 0) return {};
    return id;
}

// Why a key is no id of ours; `noun`: "queue".
inline std::string no_id(std::string_view key, const char* noun) {
    if (in_other_space(key))
        return fmt::format(
            "the {} is in another IPC namespace, where nothing is done or looked into from here: "
            "nsenter -i -t PID ipcs, ipcrm",
            noun);
    return fmt::format("'{}' is no identifier of a {}", key, noun);
}

// The rows of /proc/sysvipc/NAME: each one's numbers in the order of `columns`; "perms" is octal. A column
// that this kernel lacks stays -1.
template <std::size_t N, typename F>
Status read_rows(const char* path, const std::array<std::string_view, N>& columns, F&& row) {
    const UniqueFd fd(::open(path, O_RDONLY | O_CLOEXEC));
    if (!fd) return system_failure(std::string(path) + " cannot be read", "open");
    static std::string text;
    text.clear();
    for (;;) {
        constexpr std::size_t step = 256 << 10;
        const auto had = text.size();
        text.resize(had + step);
        const auto got = ::read(fd.get(), text.data() + had, step);
        text.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) return system_failure(std::string(path) + " cannot be read", "read");
        if (got == 0) break;
    }
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto word = [&at, end]() -> std::string_view {
        while (at < end && *at == ' ')
            ++at;
        const char* begin = at;
        while (at < end && *at != ' ' && *at != '\n')
            ++at;
        return {begin, static_cast<std::size_t>(at - begin)};
    };
    std::vector<std::size_t> places;  // of the file's columns in ours
    for (auto name = word(); !name.empty(); name = word())
        places.push_back(
            static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin()));
    const auto perms =
        static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "perms") - columns.begin());
    while (at < end) {
        ++at;  // the end of the line before
        std::array<std::int64_t, N> numbers;
        numbers.fill(-1);
        std::size_t seen = 0;
        for (auto number = word(); !number.empty(); number = word()) {
            const auto place = seen < places.size() ? places[seen] : N;
            ++seen;
            if (place < N)
                std::from_chars(number.begin(), number.end(), numbers[place], place == perms ? 8 : 10);
        }
        if (seen == places.size()) row(numbers);
    }
    return {};
}

// What an object was when it was last seen, so that nothing is done to another one that has its id now.
class Known {
public:
    void begin(std::int64_t now_ns) { all_.begin(now_ns); }
    void add(int id, const ipc_perm& perm) { all_.add(id, {perm.__key, perm.cuid, perm.cgid}); }
    // Nothing = it may be acted on.
    Status check(SysvKind kind, int id, const char* noun, std::int64_t seen_ns) const {
        const auto now = find_sysv(kind, id);
        if (!now) return failure(fmt::format("there is no {} {} any more", noun, id));
        // A segment that is marked for removal has lost its key: it is still the same one.
        return all_.check(id, seen_ns, fmt::format("{} {}", noun, id), [&](const Identity& then) {
            return now->cuid == then.cuid && now->cgid == then.cgid &&
                   (now->key == then.key || now->key == 0);
        });
    }

private:
    struct Identity {
        key_t key = 0;
        uid_t cuid = 0;
        gid_t cgid = 0;
        bool operator==(const Identity& other) const {
            return cuid == other.cuid && cgid == other.cgid && (key == other.key || other.key == 0);
        }
    };
    SeenIdentities<int, Identity> all_;
};

// What all kinds have: identity, owner, permissions. `changed`: ctime.
struct IdentityFields {
    std::size_t key, key_text, cuid, cgid;
    explicit IdentityFields(const MonitorKind& kind)
        : key(kind.field("key")),
          key_text(kind.field("key_text")),
          cuid(kind.field("cuid")),
          cgid(kind.field("cgid")) {}
};

inline ObjectIndex add_object(Sample& sample, std::size_t kind, const IdentityFields& fields,
                              std::uint64_t space, int id, const ipc_perm& perm, std::int64_t changed) {
    char text[16];
    const auto* end = std::to_chars(text, text + sizeof text, id).ptr;
    const std::string_view number(text, static_cast<std::size_t>(end - text));
    const bool own = space == sample.ipc_namespace();
    const auto object =
        own ? sample.object(kind, number) : sample.object(kind, key_in_space(sample, space, number));
    const auto name = key_text(perm.__key);
    const auto name_index = sample.text(name);
    auto& seen = sample.at(object);
    seen.name = perm.__key == IPC_PRIVATE ? 0 : name_index;
    seen.uid = perm.uid;
    seen.gid = perm.gid;
    seen.mode = perm.mode & 0777;
    seen.created = changed;  // at the latest: nothing tells when it was made
    seen.space = space;
    if (!own) seen.tier = Tier::privileged;
    sample.set(object, fields.key, perm.__key);
    sample.set_text(object, fields.key_text, name);
    sample.set(object, fields.cuid, perm.cuid);
    sample.set(object, fields.cgid, perm.cgid);
    return object;
}

// Calls `look(index)` (the id found there, or -1) for every slot in use up to `last`, if most of them are;
// false: they lie far apart or cannot be asked for, so that reading the list is better.
template <typename F>
bool walk_slots(int last, std::size_t in_use, F&& look) {
    if (last < 0 || static_cast<std::size_t>(last) > 4 * in_use + 256) return false;
    std::size_t found = 0;
    for (int index = 0; index <= last; ++index)
        found += look(index) >= 0 ? 1 : 0;
    return found > 0 || in_use == 0;
}

// By its own state.
inline Tier tier_of_reading(const Fields& state) {
    return mechanisms::tier_of_reading(static_cast<mode_t>(argument_or(state, "mode", 0)),
                                       static_cast<uid_t>(argument_or(state, "uid", 0)));
}

inline std::string not_readable(const char* noun) {
    return fmt::format("the permissions of the {} do not let this user read it; CAP_IPC_OWNER passes them",
                       noun);
}

}  // namespace ipcscope::mechanisms::sysv

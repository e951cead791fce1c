// Semaphore sets of the machine, as the kernel lists them for everybody (semctl(2), SEM_STAT_ANY); values
// only of those that this user may read.
#include "mechanisms/sysv_monitor.h"
#include "mechanisms/sysv_sem/set.h"
#include "mechanisms/sysv_sem/waiting.h"

#include <cstdlib>
#include <ctime>
#include <set>

#include <sys/syscall.h>

namespace ipcscope::mechanisms {
namespace {

using sysv_sem::Argument;

constexpr const char* noun = "semaphore set";
// Waiters are asked for one by one, twice and once more for the last operator: with more semaphores than
// these on the machine, only of sets in which a process is seen waiting.
constexpr int max_asked = 2048;
constexpr std::size_t max_listed = 16;  // values in the text

struct Sets {
    MonitorKind kind{"sysv_sem", "set"};
    sysv::IdentityFields identity{kind};
    std::size_t nsems = kind.field("nsems"), value = kind.field("value"), values = kind.field("values"),
                ncnt = kind.field("ncnt"), zcnt = kind.field("zcnt"), otime = kind.field("otime"),
                ctime = kind.field("ctime");
};

class SemaphoreSets : public Monitor {
public:
    Interests interests() const override { return {.syscalls = {SYS_semop, SYS_semtimedop}}; }

    void begin(Sample& sample) override {
        known_.begin(sample.taken_ns());
        waited_.clear();
        begin_values();
        bool own_asks = false;
        each_ipc_space(sample, sets_.kind.index(), "semaphore sets", [&](std::uint64_t space) {
            own_ = space == sample.ipc_namespace();
            space_ = space;
            list(sample);
            if (own_) own_asks = asks_;
        });
        own_ = true;
        asks_ = own_asks;
    }

    void list(Sample& sample) {
        seminfo info{};
        const int last = semctl(0, 0, SEM_INFO, reinterpret_cast<seminfo*>(&info));
        asks_ = last < 0 || info.semaem <= max_asked;
        const auto look = [&](int index) {
            semid_ds set{};
            const int id = semctl(index, 0, SEM_STAT_ANY, Argument{.state = &set});
            if (id >= 0) add(sample, id, set);
            return id;
        };
        if (!sysv::walk_slots(last, static_cast<std::size_t>(std::max(info.semusz, 0)), look))
            read_list(sample);
    }

    void sleeping(Sample& sample, const SeenSleep& sleep) override {
        const int id = static_cast<int>(sleep.args[0]);
        const bool own = !elsewhere(sample, sleep.process);
        const auto set =
            sample.find(sets_.kind.index(),
                        key_in_space(sample, ipc_space_of(sample, sleep.process), std::to_string(id)));
        if (set == none_index) return;
        sample.wait({.object = set,
                     .process = sleep.process,
                     .thread = sleep.thread,
                     .syscall = sleep.syscall,
                     .direction = Access::both,
                     .timed = sleep.syscall == SYS_semtimedop && sleep.args[3] != 0,
                     .words = sample.text(words(sleep, own ? id : -1))});
        if (own) waited_.emplace(set, id);
    }

    // The counts that were not asked for in begin, of the sets in which somebody is seen waiting.
    void end(Sample& sample) override {
        if (asks_) return;
        for (const auto& [set, id] : waited_)
            ask(sample, set, id, static_cast<std::size_t>(sample.cell(set, sets_.nsems).number),
                std::max(sample.cell(set, sets_.otime).number, sample.cell(set, sets_.ctime).number));
    }

    Result<Peeked> peek(const PeekRequest& request) override {
        const auto id = sysv::id_of(request.key);
        if (!id) return failure(sysv::no_id(request.key, noun));
        auto state = sysv_sem::observe("set", *id);
        if (!state) {
            if (state.error().code == EACCES) return failure(sysv::not_readable(noun));
            if (!find_sysv(SysvKind::semaphore_set, *id))
                return failure(fmt::format("there is no {} {} any more", noun, *id));
            return tl::unexpected(state.error());
        }
        Peeked out;
        out.tier = sysv::tier_of_reading(*state);
        out.how = "semctl with GETALL, GETNCNT, GETZCNT and GETPID: they only read";
        const auto* nsems = argument(*state, "nsems");
        if (nsems && nsems->integer() > static_cast<std::int64_t>(sysv_sem::max_shown))
            out.note = fmt::format("the first {} of {} semaphores", sysv_sem::max_shown, nsems->integer());
        out.state = std::move(*state);
        return out;
    }

    Status act(const ActRequest& request) override {
        const auto id = sysv::id_of(request.key);
        if (!id) return failure(sysv::no_id(request.key, noun));
        if (auto known = known_.check(SysvKind::semaphore_set, *id, noun, request.seen_ns); !known)
            return known;
        if (request.action == ActionKind::remove) {
            if (semctl(*id, 0, IPC_RMID, Argument{}) == 0) return {};
            return system_failure(fmt::format("{} {} cannot be removed", noun, *id), "semctl");
        }
        if (request.action != ActionKind::permissions) return failure("there is no such action");
        semid_ds set{};
        if (semctl(*id, 0, IPC_STAT, Argument{.state = &set}) != 0)
            return system_failure(fmt::format("{} {} cannot be read", noun, *id), "semctl");
        auto& perm = set.sem_perm;
        perm.mode = static_cast<mode_t>(argument_or(request.args, "mode", perm.mode & 0777));
        perm.uid = static_cast<uid_t>(argument_or(request.args, "uid", perm.uid));
        perm.gid = static_cast<gid_t>(argument_or(request.args, "gid", perm.gid));
        if (semctl(*id, 0, IPC_SET, Argument{.state = &set}) == 0) return {};
        return system_failure(fmt::format("{} {} cannot be changed", noun, *id), "semctl");
    }

private:
    void add(Sample& sample, int id, const semid_ds& set) {
        if (own_) known_.add(id, set.sem_perm);
        const auto& s = sets_;
        const auto object =
            sysv::add_object(sample, s.kind.index(), s.identity, space_, id, set.sem_perm, set.sem_ctime);
        const auto count = static_cast<std::size_t>(set.sem_nsems);
        sample.set(object, s.nsems, static_cast<std::int64_t>(count));
        sample.set(object, s.otime, set.sem_otime);
        sample.set(object, s.ctime, set.sem_ctime);
        // SETVAL makes a last operator, too, and moves only the time of the last change.
        const auto last = std::max<std::int64_t>(set.sem_otime, set.sem_ctime);
        set_values(sample, object, id, count, last);
        if (asks_) {
            ask(sample, object, id, count, last);
            return;
        }
        static const std::string words = fmt::format(
            "this machine has more than {} semaphores: asked only where a process is seen waiting",
            max_asked);
        sample.set_missing(object, s.ncnt, CellState::not_available, words);
        sample.set_missing(object, s.zcnt, CellState::not_available, words);
    }

    // GETALL has no length: the set must not be larger than was said. Its size never changes while it lives.
    bool read_all(int id, std::size_t count) {
        values_.resize(std::max(values_.size(), sysv_sem::max_semaphores));
        return count <= values_.size() && semctl(id, 0, GETALL, Argument{.values = values_.data()}) == 0;
    }

    // Values of the sample before, in the order of that one. They are still so if the set has not been
    // operated on or set since, which the kernel tells to the second.
    struct Kept {
        int id = -1;
        std::int64_t changed = -1;  // seconds since 1970; -1 = it may have changed once more in that second
        std::int64_t sum = 0;
        std::string text;
    };
    void begin_values() {
        timespec real{}, boot{};
        clock_gettime(CLOCK_REALTIME, &real);
        clock_gettime(CLOCK_BOOTTIME, &boot);
        // Whoever sets the clock makes such times worthless.
        const bool set = std::abs((real.tv_sec - boot.tv_sec) - since_boot_) > 1;
        since_boot_ = real.tv_sec - boot.tv_sec;
        now_ = real.tv_sec;
        before_.swap(kept_);
        kept_.clear();
        if (set) before_.clear();
        next_ = 0;
    }
    const Kept* kept(int id, std::int64_t changed) {
        // Some may have come or gone: it is not far, or it is read again.
        constexpr std::size_t most_gone = 64;
        const auto end = std::min(before_.size(), next_ + most_gone);
        for (auto at = next_; at < end; ++at) {
            if (before_[at].id != id) continue;
            next_ = at + 1;
            return before_[at].changed == changed ? &before_[at] : nullptr;
        }
        return nullptr;
    }

    void set_values(Sample& sample, ObjectIndex object, int id, std::size_t count, std::int64_t changed) {
        if (const auto* known = own_ ? kept(id, changed) : nullptr) {
            sample.set(object, sets_.value, known->sum);
            sample.set_text(object, sets_.values, known->text);
            read_by(sample.at(object));
            kept_.push_back(*known);
            return;
        }
        Kept keep{id, -1, 0, {}};
        const auto keeps = [&] {
            if (own_) kept_.push_back(std::move(keep));
        };
        if (!read_all(id, count)) {
            const auto why = errno == EACCES ? CellState::not_permitted : CellState::not_available;
            const auto* words =
                errno == EACCES ? "read permission of the set, or CAP_IPC_OWNER" : errno_name(errno);
            sample.set_missing(object, sets_.value, why, words);
            sample.set_missing(object, sets_.values, why, words);
            return keeps();
        }
        std::int64_t sum = 0;
        text_.clear();
        for (std::size_t i = 0; i < count; ++i) {
            sum += values_[i];
            if (i < max_listed)
                fmt::format_to(std::back_inserter(text_), "{}{}", i > 0 ? " " : "", values_[i]);
        }
        if (count > max_listed) text_ += " ...";
        sample.set(object, sets_.value, sum);
        sample.set_text(object, sets_.values, text_);
        read_by(sample.at(object));
        constexpr std::int64_t settled = 2;  // the kernel's second may be a little late
        if (now_ - changed > settled) keep = {id, changed, sum, text_};
        keeps();
    }

    void ask(Sample& sample, ObjectIndex object, int id, std::size_t count, std::int64_t last) {
        std::int64_t rising = 0, zero = 0;
        std::set<pid_t> operators;
        for (std::size_t i = 0; i < count; ++i) {
            const auto number = static_cast<int>(i);
            const int n = semctl(id, number, GETNCNT, Argument{});
            const int z = n < 0 ? -1 : semctl(id, number, GETZCNT, Argument{});
            if (z < 0) {
                const bool forbidden = errno == EACCES;
                for (const auto field : {sets_.ncnt, sets_.zcnt})
                    sample.set_missing(
                        object, field, forbidden ? CellState::not_permitted : CellState::not_available,
                        forbidden ? "read permission of the set, or CAP_IPC_OWNER" : errno_name(errno));
                return;
            }
            rising += n;
            zero += z;
            if (const int pid = semctl(id, number, GETPID, Argument{}); pid > 0) operators.insert(pid);
        }
        sample.set(object, sets_.ncnt, rising);
        sample.set(object, sets_.zcnt, zero);
        for (const auto pid : operators)
            hold_trace(sample, object, pid, last, Hold::last_user);
    }

    std::string words(const SeenSleep& sleep, int id) {
        constexpr std::size_t most = 32;
        std::array<sembuf, most> operations{};
        const auto count = std::min<std::size_t>(sleep.args[2], most);
        if (!sleep.memory(sleep.args[1], operations.data(), count * sizeof(sembuf)))
            return "a change of its semaphores";
        semid_ds set{};
        const bool known =
            semctl(id, 0, IPC_STAT, Argument{.state = &set}) == 0 && read_all(id, set.sem_nsems);
        return sysv_sem::waits_for({operations.data(), count},
                                   {values_.data(), known ? static_cast<std::size_t>(set.sem_nsems) : 0});
    }

    void read_list(Sample& sample) {
        static constexpr std::array<std::string_view, 10> columns{"key", "semid", "perms", "nsems", "uid",
                                                                  "gid", "cuid",  "cgid",  "otime", "ctime"};
        const auto row = [&](const std::array<std::int64_t, 10>& n) {
            semid_ds set{};
            set.sem_perm.__key = static_cast<key_t>(n[0]);
            set.sem_perm.mode = static_cast<mode_t>(n[2]);
            set.sem_nsems = static_cast<unsigned long>(n[3]);
            set.sem_perm.uid = static_cast<uid_t>(n[4]);
            set.sem_perm.gid = static_cast<gid_t>(n[5]);
            set.sem_perm.cuid = static_cast<uid_t>(n[6]);
            set.sem_perm.cgid = static_cast<gid_t>(n[7]);
            set.sem_otime = n[8];
            set.sem_ctime = n[9];
            add(sample, static_cast<int>(n[1]), set);
        };
        if (const auto read = sysv::read_rows("/proc/sysvipc/sem", columns, row); !read)
            sample.gap(sets_.kind.index(), read.error().text(), "/proc and CONFIG_SYSVIPC");
    }

    Sets sets_;
    sysv::Known known_;
    bool asks_ = true, own_ = true;
    std::uint64_t space_ = 0;  // that is listed now
    std::set<std::pair<ObjectIndex, int>> waited_;
    std::vector<unsigned short> values_ = std::vector<unsigned short>(sysv_sem::max_semaphores);
    std::string text_;
    std::vector<Kept> kept_, before_;  // of this sample, of the one before
    std::size_t next_ = 0;             // in before_
    std::int64_t now_ = 0, since_boot_ = 0;
};

}  // namespace

std::unique_ptr<Monitor> sysv_sem_monitor();

std::unique_ptr<Monitor> sysv_sem_monitor() {
    return std::make_unique<SemaphoreSets>();
}

}  // namespace ipcscope::mechanisms

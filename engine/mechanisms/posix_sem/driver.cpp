#include "mechanisms/anonymous_map.h"
#include "mechanisms/posix_sem/semaphore.h"

namespace ipcscope::mechanisms {
namespace posix_sem {

void tell_value(Call& call, const void* semaphore) {
    if (const auto now = peek<Layout>(getpid(), semaphore)) call.level(0, now->value, false);
}

namespace {

void tell_opened(Call& call, const SharedPlace& place) {
    call.opened("semaphore", {.kind = "unnamed",
                              .native = native_of(place.address),
                              .key = place.key,
                              .label = place.key,
                              .aux = keep_place(place)});
    tell_value(call, place.address);
}

void init(Call& call) {
    const auto place = place_in(call, "sem_t", sizeof(sem_t), alignof(sem_t));
    if (!place) return;
    const int shared = call.flag("pshared") ? 1 : 0;
    const auto value = static_cast<unsigned>(call.integer("value"));
    auto* semaphore = reinterpret_cast<sem_t*>(place->address);
    call.run([&] { return ::sem_init(semaphore, shared, value); });
    if (call.ok()) tell_opened(call, *place);
}

void at(Call& call) {
    const auto place = place_in(call, "sem_t", sizeof(sem_t), alignof(sem_t));
    if (!place) return;
    call.run([] { return 0; });
    tell_opened(call, *place);
}

// Relative, as between a return and its record others may have changed it.
template <typename F>
void lower(Call& call, F&& how) {
    auto* semaphore = place_of<sem_t>(call, "semaphore");
    if (!semaphore) return;
    call.run([&] { return how(semaphore); });
    if (call.ok()) call.level(0, -1, true);
}

void wait(Call& call) {
    lower(call, [](sem_t* semaphore) { return ::sem_wait(semaphore); });
}

void try_wait(Call& call) {
    lower(call, [](sem_t* semaphore) { return ::sem_trywait(semaphore); });
}

void timed_wait(Call& call) {
    const auto limit = moment_after(call.integer("timeout"), CLOCK_REALTIME);
    lower(call, [&](sem_t* semaphore) { return ::sem_timedwait(semaphore, &limit); });
}

void clock_wait(Call& call) {
    const auto clock = static_cast<clockid_t>(call.integer("clock"));
    const auto limit = moment_after(call.integer("timeout"), clock);
    lower(call, [&](sem_t* semaphore) { return ::sem_clockwait(semaphore, clock, &limit); });
}

void post(Call& call) {
    auto* semaphore = place_of<sem_t>(call, "semaphore");
    if (!semaphore) return;
    call.run([&] { return ::sem_post(semaphore); });
    if (call.ok()) call.level(0, 1, true);
}

void get_value(Call& call) {
    auto* semaphore = place_of<sem_t>(call, "semaphore");
    if (!semaphore) return;
    int value = 0;
    call.run([&] { return ::sem_getvalue(semaphore, &value); });
    if (!call.ok()) return;
    call.result("value", value);
    call.level(0, value, false);
}

void destroy(Call& call) {
    auto* semaphore = place_of<sem_t>(call, "semaphore");
    if (!semaphore) return;
    call.run([&] { return ::sem_destroy(semaphore); });
    if (call.ok()) call.removed("semaphore");
}

Result<Fields> observe_in(pid_t process, std::string_view handle, std::int64_t native) {
    if (handle == "memory") return anonymous::observe(process, native);
    const auto now = peek<Layout>(process, address_of(native));
    if (!now) return tl::unexpected(now.error());
    return Fields{
        {"semaphore", List{Fields{{"value", now->value}, {"waiters", now->waiters}}}},
        {"shared", now->shared != 0},
        {"address", native},
    };
}

Result<Fields> observe(std::string_view handle, std::int64_t native) {
    return observe_in(getpid(), handle, native);
}

}  // namespace
}  // namespace posix_sem

const Driver& posix_sem_driver();

const Driver& posix_sem_driver() {
    using namespace posix_sem;
    static const Driver driver{.operations = {{"open", open},
                                              {"map", anonymous::map},
                                              {"init", init},
                                              {"at", at},
                                              {"wait", wait},
                                              {"trywait", try_wait},
                                              {"timedwait", timed_wait},
                                              {"clockwait", clock_wait},
                                              {"post", post},
                                              {"getvalue", get_value},
                                              {"close", close},
                                              {"unlink", unlink},
                                              {"destroy", destroy},
                                              {"unmap", anonymous::unmap}},
                               .observe = observe,
                               .remove = remove_left,
                               .describe = describe_left,
                               .observe_in = observe_in};
    return driver;
}

}  // namespace ipcscope::mechanisms

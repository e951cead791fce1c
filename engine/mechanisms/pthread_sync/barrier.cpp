#include "mechanisms/pthread_sync/objects.h"

namespace ipcscope::mechanisms::pthread_sync {
namespace {

// struct pthread_barrier of glibc, which its header does not show.
struct Layout {
    unsigned arrived_ever;
    unsigned arrived_before;  // this round
    unsigned count;
    int shared;  // 0 = for one process only
    unsigned left_ever;
};
static_assert(sizeof(Layout) <= sizeof(pthread_barrier_t));

unsigned arrived(const Layout& barrier) {
    const auto count = barrier.arrived_ever - barrier.arrived_before;
    return count <= barrier.count ? count : 0;
}

}  // namespace

void barrier_init(Call& call) {
    const auto place =
        place_in(call, "pthread_barrier_t", sizeof(pthread_barrier_t), alignof(pthread_barrier_t));
    if (!place) return;
    const auto count = static_cast<unsigned>(call.integer("count"));
    const int shared = shared_of(call);
    auto* barrier = reinterpret_cast<pthread_barrier_t*>(place->address);
    call.run_errno([&] {
        pthread_barrierattr_t attributes;
        int error = pthread_barrierattr_init(&attributes);
        if (!error) error = pthread_barrierattr_setpshared(&attributes, shared);
        if (!error) error = pthread_barrier_init(barrier, &attributes, count);
        pthread_barrierattr_destroy(&attributes);
        return error;
    });
    if (!call.ok()) return;
    tell_opened(call, "barrier", *place);
    call.level(0, 0, false);
}

void barrier_at(Call& call) {
    const auto place =
        place_in(call, "pthread_barrier_t", sizeof(pthread_barrier_t), alignof(pthread_barrier_t));
    if (!place) return;
    call.run_errno([] { return 0; });
    tell_opened(call, "barrier", *place);
    if (const auto now = peek<Layout>(getpid(), place->address)) call.level(0, arrived(*now), false);
}

void barrier_wait(Call& call) {
    auto* barrier = place_of<pthread_barrier_t>(call, "barrier");
    if (!barrier) return;
    bool serial = false;
    call.level(0, 1, true);
    call.run_errno([&] {
        const int code = pthread_barrier_wait(barrier);
        serial = code == PTHREAD_BARRIER_SERIAL_THREAD;
        return serial ? 0 : code;
    });
    call.level(0, -1, true);
    if (!call.ok()) return;
    call.result("serial", serial);
    if (!serial) call.received_only();  // in glibc the last one to arrive, who wakes the others
}

void barrier_destroy(Call& call) {
    auto* barrier = place_of<pthread_barrier_t>(call, "barrier");
    if (!barrier) return;
    call.run_errno([&] { return pthread_barrier_destroy(barrier); });
    if (call.ok()) call.removed("barrier");
}

Result<Fields> observe_barrier(pid_t process, const void* address) {
    const auto barrier = peek<Layout>(process, address);
    if (!barrier) return tl::unexpected(barrier.error());
    return Fields{{"now", List{Fields{{"value", arrived(*barrier)}}}},
                  {"max", barrier->count},
                  {"shared", barrier->shared != 0}};
}

}  // namespace ipcscope::mechanisms::pthread_sync

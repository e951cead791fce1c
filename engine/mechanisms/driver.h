// What a mechanism's driver.cpp gives: one short function per operation, run in a worker. A driver makes the
// real system call through Call::run and says what came of it; it never retries, hides or translates an
// errno.
#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/result.h"
#include "schema/spec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace ipcscope {

// One operation being done in a worker. Arguments are complete (defaults filled in) and of the declared
// types.
class Call {
public:
    virtual ~Call() = default;

    // --- arguments, by parameter name (a name that the spec lacks aborts: a bug of ours) ---
    const Value& arg(std::string_view name) const;
    std::int64_t integer(std::string_view name) const { return arg(name).integer(); }
    bool flag(std::string_view name) const { return arg(name).integer() != 0; }
    const std::string& bytes(std::string_view name) const { return arg(name).bytes(); }
    const List& list(std::string_view name) const;
    bool given(std::string_view name) const { return !arg(name).empty(); }
    pid_t pid(std::string_view name) const;  // of a worker parameter
    virtual std::int64_t native(
        std::string_view name) const = 0;  // of a handle parameter: descriptor, id, ...
    int fd(std::string_view name) const { return static_cast<int>(native(name)); }
    virtual std::int64_t native_of(
        const Value& handle) const = 0;  // of an element of a parameter that is a list
    virtual void* aux(
        std::string_view name) const = 0;  // what opened() was given beside the number, or nullptr

    // --- the call: records enter, makes the call, records the time; errno is kept ---
    template <typename F>
    std::int64_t run(F&& call) {
        begin();
        errno = 0;
        const auto ret = static_cast<std::int64_t>(call());
        const int code = errno;
        finish(ret, ret == -1 ? code : 0);
        return ret;
    }
    // As run, for calls that return the error number itself (pthread_*): ret becomes -1, errno that number.
    template <typename F>
    int run_errno(F&& call) {
        begin();
        const int code = call();
        finish(code == 0 ? 0 : -1, code);
        return code;
    }
    // Instead of a call that would do harm or cannot be made: nothing is recorded, the outcome is `refused`
    // with these words ("path: /dev/tty is a device, not a FIFO"). Never for what the kernel itself would
    // say.
    void refuse(std::string why) { refused_ = std::move(why); }
    std::int64_t ret() const { return ret_; }
    int err() const { return err_; }
    bool ok() const { return err_ == 0; }

    // --- what came of it (after run) ---
    virtual void result(const char* name, Value value) = 0;  // a ResultSpec name
    // The bytes that travelled; `original` if there were more than these. Also sets the payload result, if
    // declared.
    virtual void payload(std::string_view bytes, std::uint64_t original = 0) = 0;
    // A new handle: result `name` (Kind::handle). `key` identifies the object on this machine ("pipe:[123]",
    // "fifo:8:1:4711"): two handles with one mechanism and key are handles of one object. `flow` overrides
    // the ObjectSpec's policy for this object (a packet-mode pipe).
    struct Opened {
        const char* kind;  // HandleSpec id
        std::int64_t native;
        std::string key;
        std::string label = {};  // for people: path, key; "" = the program's name
        void* aux = nullptr;
        FlowPolicy flow = FlowPolicy::none;
    };
    virtual void opened(const char* name, Opened handle) = 0;
    // A descriptor that another process passed to this one, of whatever kind: result `name`. The supervisor
    // finds out whose it is, and it becomes a handle of that kind and object. If nobody knows, it is of the
    // mechanism's own kind that the result's type accepts beside "@descriptor".
    virtual void received(const char* name, int fd) = 0;
    virtual void closed(std::string_view param) = 0;       // the handle of this parameter is no longer usable
    virtual void removed(std::string_view param) = 0;      // its object is gone for everybody
    void flow_key(std::uint32_t key) { flow_key_ = key; }  // message type, signal number: see FlowPolicy
    // This FlowRole::exchange has read, but not written (a comparison failed). Of FlowPolicy::wake: nobody
    // can be woken by it (a lock was taken, none was given up).
    void received_only() { received_only_ = true; }
    // What is sent with this flow key arrives in the object of this handle (a parameter, or a result that was
    // opened): see ObjectSpec::streams_by_key.
    // `out`: the key of what goes the other way, if it can only come from there: the two are peers.
    virtual void takes_in(std::string_view name, std::uint32_t key, std::uint32_t out = 0) = 0;
    // The object's index-th level is now `value` (semaphore values); relative: changed by it.
    virtual void level(std::uint32_t index, std::int64_t value, bool relative) = 0;
    // As level, of another object than the one acted on: that of this handle parameter.
    virtual void level_of(std::string_view param, std::uint32_t index, std::int64_t value, bool relative) = 0;
    // Both may also be told before run(), for what happens as the call begins (a wait gives a lock away).

    // Something that happens inside the call, at this moment (a message leaves, long before its answer
    // comes): an instant of `verb`, an Actor::kernel operation of this mechanism, on the object acted on.
    virtual void happened(const char* verb, std::uint32_t key, std::string_view payload = {},
                          const Fields& results = {}) = 0;
    // To be called when a library may have started the first thread of this process: the C library then takes
    // the signal for itself by which blocked calls are interrupted (see worker/interrupt.cpp).
    virtual void threads_started() = 0;

    // --- things that outlive the process: told to the run's journal, so that they can be removed after a
    // crash --- `making` before the call, `made` after its success, `unmade` after removal. A record is one
    // line that Driver::remove understands; it must hold enough to be sure that the thing is still ours.
    virtual void making(const std::string& record) = 0;
    virtual void made(const std::string& record) = 0;
    virtual void unmade(const std::string& record) = 0;

    // --- only for the process mechanism ---
    // fork(2) of this worker; the child becomes a worker of its own and does not return from here.
    virtual pid_t fork_worker() = 0;
    virtual WorkerRef forked() const = 0;  // the child, after fork_worker

protected:
    virtual void begin() = 0;
    virtual void finish(std::int64_t ret, int err) = 0;
    const OperationSpec* spec_ = nullptr;
    const std::vector<Value>* args_ = nullptr;  // in the order of spec_->params
    std::int64_t ret_ = 0;
    int err_ = 0;
    std::uint32_t flow_key_ = 0;
    bool received_only_ = false;
    std::string refused_;  // "" = no
};

// The flow key of a directed stream, out of what names it on this machine ("127.0.0.1:5000>127.0.0.1:40000").
// Never 0 (not known) nor arrives_here.
std::uint32_t stream_key(std::string_view name);

// For handlers and other asynchronous happenings inside a worker. Async-signal-safe, no allocation.
// `operation` is the verb of an Actor::kernel operation of the mechanism that the emitter belongs to.
class SignalEvents {
public:
    // ret = signal number, `results` = encoded Fields of at most 256 bytes, flow_key = signal number.
    virtual void delivered(OperationId operation, int signo, std::string_view results) = 0;

protected:
    ~SignalEvents() = default;
};
SignalEvents& signal_events();                    // of this worker
OperationId operation_id(std::string_view name);  // "signal.delivered"; known before any handler runs

struct Driver {
    struct Operation {
        const char* verb;
        void (*run)(Call&);
    };
    std::vector<Operation> operations;
    // The live state of an object through a handle of it (native number, HandleSpec id), as Fields of the
    // ObjectSpec's state names. Must not disturb (linux-facts: no open of FIFOs, no receive). nullptr = none.
    Result<Fields> (*observe)(std::string_view handle, std::int64_t native) = nullptr;
    // Removes what a dead run left, if it is still ours. `intended`: recorded before the call, success
    // unknown. Value: what was done, for a person ("removed message queue 5"); "" = it was gone already.
    Result<std::string> (*remove)(const std::string& record, bool intended) = nullptr;
    // What a record speaks of, for a person ("FIFO /tmp/chat"). nullptr = the record as it is.
    std::string (*describe)(const std::string& record) = nullptr;
    // As observe, where the native number is an address: of an object in another process, which is busy
    // (process_vm_readv(2)). nullptr = the number is a descriptor.
    Result<Fields> (*observe_in)(pid_t process, std::string_view handle, std::int64_t native) = nullptr;
    // The first level of the object behind a handle, where fork(2) changes it by handing the handle down
    // (attachments). Asked in the parent after each fork. -1 = it cannot be told.
    std::int64_t (*level_after_fork)(std::string_view handle, std::int64_t native) = nullptr;
};

// Made by CMake out of the folders of engine/mechanisms: one spec, one driver each.
std::vector<const MechanismSpec*> all_specs();
const Driver* driver_of(std::string_view mechanism);  // only in programs that link the drivers
// The mechanism's page in Markdown (<name>.md) and its sessions (file name, text), compiled in.
std::string_view page_of(std::string_view mechanism);
std::vector<std::pair<std::string, std::string_view>> sessions_of(std::string_view mechanism);

}  // namespace ipcscope

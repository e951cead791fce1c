// What a mechanism is, as data. Everything a person sees or types is derived from these tables: forms,
// program lines, CLI help, columns, lanes, reference pages, generators, tests. See HOWTO.md for adding one.
// Strings marked IPC_TR are translated by the GUI only. All strings are UTF-8.
#pragma once

#include "base/tr.h"
#include "schema/value.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

// Qt makes a keyword of this word, which signal(7) had first.
#pragma push_macro("signals")
#undef signals

#ifndef Q_MOC_RUN  // moc cannot read the word, and needs none of this
namespace ipcscope {

enum class Unit : std::uint8_t { none, bytes, messages, nanoseconds, count, pid, uid, signal, unix_time };

enum class Kind : std::uint8_t {
    integer,    // int64, min..max
    boolean,    // bool
    real,       // double
    choice,     // int64, exactly one of names
    flags,      // int64, any of names or'ed
    mode,       // int64, permission bits, octal
    bytes,      // string: any octets, a person may type text
    text,       // string: UTF-8 text
    path,       // string: a file name, may be any octets but NUL
    duration,   // int64, ns, >= 0
    handle,     // a worker's way to an object; `accepts` lists handle kinds
    worker,     // a process we drive
    structure,  // Fields, see `fields`
    array,      // List of fields[0]
};

struct NamedValue {
    const char* name;  // the C name: "O_NONBLOCK"
    std::int64_t value;
    const char* help = "";
};

struct ParamSpec;

struct TypeSpec {
    Kind kind = Kind::integer;
    std::int64_t min = std::numeric_limits<std::int64_t>::min();
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    Unit unit = Unit::none;
    std::vector<NamedValue> names;     // choice, flags; integer: values that also have a name
    std::vector<std::string> accepts;  // handle: "pipe.read_end", or by role: "@memory"
    std::vector<ParamSpec> fields;     // structure, array
    std::size_t max_items = 0;         // array; bytes, text, path: longest length, 0 = max_payload
    // A result that the kernel or a library numbers anew in every run: an address, a port that was not asked
    // for, a cookie. (Handles, workers, process ids and times are so anyway.)
    bool varies = false;
};

inline constexpr std::int64_t max_payload = 16 << 20;  // bytes that one operation may carry (16 MiB)

struct VisibleWhen {
    const char* param = "";            // "" = always
    std::vector<std::int64_t> values;  // shown (and passed) only if that parameter has one of these;
                                       // of a flags parameter: if it holds any of these bits
};

// What a parameter names that means the same to every process of the machine, or beyond it: with it an
// operation can meet what its run has not made (schema/outside.h). Kind::path is `name` of itself.
enum class NameKind : std::uint8_t {
    nothing,
    name,        // private to the run unless it begins with '/'
    key,         // 0 = a new one, which nobody else knows
    identifier,  // of an object that is there already: always somebody's
    word,        // the same for the whole machine; "" = a new one, of the kernel's choice
    address,     // a host, in numbers or as "loopback"
    port,        // 0 = a free one, of the kernel's choice
    endpoint,    // scheme and address: "inproc://a", "tcp://127.0.0.1:*"
    command,     // a program that does whatever it does
};

struct ParamSpec {
    const char* name = "";
    TypeSpec type = {};
    const char* label = "";  // IPC_TR
    const char* help = "";   // IPC_TR, one sentence
    Value initial = {};      // empty = required
    VisibleWhen visible_when = {};
    NameKind names = NameKind::nothing;
};

// A value that comes back beside the return value. At most one result is the payload.
struct ResultSpec {
    const char* name = "";
    TypeSpec type = {};
    const char* label = "";  // IPC_TR
    const char* help = "";
    bool payload = false;  // the bytes that travelled: Kind::bytes
};

struct ErrnoSpec {
    int code;
    const char* meaning;        // IPC_TR, in this call's context
    const char* untested = "";  // why no test reaches it; "" = a test does
};

// Who can end a wait. It decides whether a circle of waits is a deadlock (runtime/stuck.h).
enum class EndedBy : std::uint8_t {
    partner,     // any one process that can do the opposite on the object (its flow role says what that is)
    holders,     // all who hold what the operation takes (HoldSpec), so far as the two do not go together
    arrivals,    // as many others as are missing: WaitSpec::count of them have to do the same
    leavers,     // all who wait on the same object
    worker_end,  // the end of the worker that flow_target names; without one, of any child
    itself,      // only the worker that waits: it would have to close its `open` handles first
    anybody,     // any process: whoever connects, opens the other end by name, sends a signal
    outside,     // something that is not driven: a bus, a shell
};

// What a blocked call waits for. Text may hold {param}: the argument as the program writes it; {-param}: a
// number, negated. With `each`, an array of structures, the text is said once for every element that fits, of
// its fields.
struct WaitSpec {
    const char* text;           // IPC_TR "a writer of {from}"
    VisibleWhen when = {};      // the first that fits is used; with `each`: a field of the element
    const char* each = "";      // "ops": "semaphore {num} of {set} to reach {-op}"
    const char* negative = "";  // with `each`: only elements whose field of this name is below zero
    EndedBy by = EndedBy::partner;
    const char* limit = "";  // the duration parameter after which it comes back by itself
    const char* count = "";  // arrivals: of the operation that made the object, how many have to arrive
    const char* open = "";   // itself: the kind of handle that it has to close
    // A time limit may have been set before, by a success of this operation on the object with such an
    // argument (SO_RCVTIMEO): then the wait may end by itself.
    const char* limited_by = "";
    VisibleWhen limited_when = {};
};

// What success does to the locks that a worker holds. Semaphores are not held: they have no owner.
enum class HoldAct : std::uint8_t {
    take,
    give,
    lend,  // given away while the call waits, and taken again before it comes back
};

struct HoldSpec {
    HoldAct act = HoldAct::take;
    std::vector<VisibleWhen> when = {};  // all of them fit; flags: any bit of each
    bool shared = false;                 // take: goes together with other shared ones
    const char* of = "";                 // the handle parameter of what is held; "" = OperationSpec::object
    bool of_open_file = false;           // held by the open file that the handle is of, not by the process
    bool replaces = false;               // takes do not add up: what the holder had there is replaced
    // Parameters that say which bytes. Of a process: closing any handle of the object gives them up.
    const char* start = "";
    const char* length = "";  // 0 = to the end
    const char* whence = "";  // not 0 = where it starts is not known
    // take: the holder's end does not give it up, unless the operation that made the object had this
    // parameter set.
    bool outlives = false;
    const char* robust = "";
    int also_on = 0;  // take: an errno that comes back although it was taken (EOWNERDEAD)
};

// FlowPolicy::signals: what success changes in how the worker that did it takes what is sent to it. A fork
// inherits it.
enum class ReceptionAct : std::uint8_t {
    none,
    ignore,  // it is thrown away when it comes, unless it is held back
    hold,    // it waits until it is not held back any more (is pending)
};

// A VisibleWhen without a parameter never fits here.
struct ReceptionSpec {
    ReceptionAct act = ReceptionAct::none;
    const char* numbers = "";                // the parameter that says which: a choice, or an array of them
    VisibleWhen on = {};                     // these from now on
    VisibleWhen off = {};                    // these no more
    VisibleWhen only = {};                   // these and no others
    VisibleWhen reset = {};                  // these as in the beginning
    std::vector<std::int64_t> initial = {};  // the numbers for which it is so in the beginning
};

enum class Side : std::uint8_t { create, open, send, receive, control, query, close, remove };

// Who does it. Only `worker` operations can be asked for in a worker; the others are recorded as they happen.
enum class Actor : std::uint8_t { worker, supervisor, kernel };

// How an operation's events are joined to others (the object's FlowPolicy says by which rule).
// exchange: receives what was there, then sends (an atomic addition); of FlowPolicy::wake: waits, and posts
// if a level has risen by it, or, with a policy of its own, unless the driver says otherwise.
enum class FlowRole : std::uint8_t { none, send, receive, exchange };

enum class FlowPolicy : std::uint8_t {
    none,
    byte_stream,  // ranges: bytes written are read in order, boundaries do not matter
    packets,      // one send is one receive, in order
    typed_queue,  // as packets, per type (Call::flow_key on both sides)
    signals,      // (target process, Call::flow_key = number): standard ones coalesce, real-time ones queue
    wake,         // post -> wake: a send wakes a receive that waits, a receive a send that waits; without
                  // roles, an increase wakes
    lifetime,     // fork -> first moment of the child, exit -> wait
    memory,       // ranges: what is read was written last (Call::flow_key = offset in the object)
    tagged,       // a send and all receives of its flow key (a serial)
    spread,       // as copies, but each send goes to one of the receiving objects: they take turns
    copies,       // every receiving object gets every send of a stream, in order; matched by content
};

struct OperationSpec {
    const char* verb = "";     // "write"
    const char* title = "";    // IPC_TR "Write"
    const char* summary = "";  // IPC_TR, one sentence
    const char* call = "";     // the C function: "write"
    // As strace names it, if not `call`, several by the library's age: "semtimedop|semop"; "-" = none of its
    // own.
    const char* syscall = "";
    const char* man = "";  // "write(2)"
    Side side = Side::control;
    FlowRole flow = FlowRole::none;
    FlowPolicy flow_policy = FlowPolicy::none;  // if another one than the object's (a lock of a file)
    const char* flow_target = "";  // FlowPolicy::signals, lifetime: the worker parameter that is sent to
    const char* flow_number = "";  // FlowPolicy::signals: the parameter whose number is sent
    ReceptionSpec reception = {};
    const char* object = "";  // the handle parameter that names the object acted on
    std::vector<ParamSpec> params = {};
    const char* returns = "";  // IPC_TR what ret means: "bytes written"; "" = only success or failure
    Unit returns_unit = Unit::none;
    std::vector<ResultSpec> results = {};
    std::vector<ErrnoSpec> errnos = {};
    std::vector<WaitSpec> waits = {};  // not empty = may block
    std::vector<HoldSpec> holds = {};  // the first that fits counts
    bool duplicates = false;           // its handle is of the same open file as the one acted on (dup(2))
    bool later = false;                // success makes something come by itself, later (alarm(2))
    bool uninterruptible = false;      // a signal does not end the wait: never EINTR
    std::vector<const char*> consumes = {};  // handle parameters that are closed by success
    bool pure = false;                       // changes nothing: replay may leave it out
    bool destructive = false;                // the GUI asks before it does this to what we did not make
    bool forks = false;                      // makes a worker: the supervisor prepares its control channel
    Actor actor = Actor::worker;
};

enum class Scope : std::uint8_t {
    process,  // a descriptor or address: valid in the process that has it, inherited by fork
    system,   // an id that every process of the machine may use (System V)
};

struct HandleSpec {
    const char* id = "";     // "read_end"; the handle kind is "<mechanism>.<id>"
    const char* label = "";  // IPC_TR
    Scope scope = Scope::process;
    const char* object = "";  // id of its ObjectSpec; "" = the mechanism's first
    // What else it can serve as, to any mechanism whose parameter accepts "@<role>":
    // - descriptor: the number is a file descriptor (it can be passed to another process);
    // - memory: the number is the address of a mapping, Call::aux its Mapping (mechanisms/mapping.h).
    std::vector<const char*> roles = {};
};

// How an object's live state is drawn. A view finds its fields by their types and a few names, shows all
// other state fields as figures below, and leaves out what a state does not hold:
// - none: a table of name and value with unit.
// - bytes_in_flight: the first integer of Unit::bytes is the filling, the one named `capacity` the whole.
// - messages: the first array, of structures, head of the queue first. In each, a Kind::bytes field is its
//   text, an integer of Unit::bytes its size, `type` or `priority` its colour; all fields are columns.
//   Outside of it, integers of Unit::bytes named `bytes` and `capacity` say how full the queue is.
// - memory: the first Kind::bytes field; an integer `size` = bytes there are, if more.
// - level: the first array, of integers or of structures, one bar each: `value` (else the first integer);
//   integers of Unit::count = how many wait (the label says for what); the rest as figures. Without an array,
//   every integer with level = true is a bar. An integer named `max` outside = the highest value.
// - signals: every Kind::flags field is a kind of mark (its label), its names are the cells of the grid; all
//   such fields share one table of names, with bit n-1 for number n.
// - tree: structures and arrays unfold.
enum class ViewHint : std::uint8_t { none, bytes_in_flight, messages, memory, level, signals, tree };

// One field of an object's live state. Observed by Driver::observe as Fields with these names.
struct StateSpec {
    const char* name = "";
    TypeSpec type = {};
    const char* label = "";  // IPC_TR
    const char* help = "";
    bool level = false;  // draws a level lane
};

// Who can act on an object beside the processes of the run that have a handle of it. (A handle of
// Scope::system: every process of the machine.)
enum class Reach : std::uint8_t {
    handles,  // nobody: a handle is inherited or passed
    named,    // whoever knows its label (a path, a name), if it has one
    memory,   // whoever maps the memory that it lies in, whose key ends the part of its own key before '+'
    machine,  // any process
};

struct ObjectSpec {
    const char* id = "";     // "queue"
    const char* label = "";  // IPC_TR "Queue"
    FlowPolicy flow = FlowPolicy::none;
    ViewHint view = ViewHint::none;
    std::vector<StateSpec> state = {};
    const char* level_label =
        "";  // IPC_TR of the level lane: "bytes in flight", "semaphore {n}"; "" = no level lane
    Unit level_unit = Unit::none;
    // Level = sent - received (bytes or messages). Else drivers emit it (Call::level), and the observed state
    // holds it: integers with level = true, or an array with one structure per level, its value first.
    bool level_from_flow = false;
    // The flow key names a directed stream of the whole mechanism ("from this socket to that one", see
    // stream_key), not a part of this object: a send on one socket is a receive on another. Its level is that
    // of the object that takes the stream in (Call::takes_in). Packets are matched by content too: what was
    // lost on the way is skipped.
    bool streams_by_key = false;
    bool held_by_handles = false;    // the last handle's close loses what is still in it (pipe(7))
    std::uint32_t packet_bytes = 0;  // FlowPolicy::packets: a longer send becomes several, an empty one none
    // FlowPolicy::typed_queue, where the kernel does not tell what a queue holds: the field of its state, an
    // array of structures, into which the runtime puts what this run has sent and nobody has received yet. Of
    // each it fills `data`, `size`, and the flow key: `type` (oldest first) or `priority` (highest first).
    const char* waiting = "";
    Reach reach = Reach::handles;
};

// The flow key of a receive that cannot tell its stream: what the object was said to take in
// (Call::takes_in).
inline constexpr std::uint32_t arrives_here = ~0u;

struct LimitSpec {
    const char* label;   // IPC_TR
    const char* source;  // file that holds it: "/proc/sys/kernel/msgmax" (field n: "path#n")
    Unit unit = Unit::none;
};

enum class Group : std::uint8_t {
    processes,
    byte_streams,
    message_queues,
    shared_memory,
    synchronisation,
    signals,
    sockets,
    files,
    buses,
};

struct MechanismSpec {
    const char* id = "";       // "sysv_msg"
    const char* title = "";    // IPC_TR "System V message queue"
    const char* summary = "";  // IPC_TR, one sentence
    Group group = Group::processes;
    int rank = 0;                       // order within the group
    std::vector<const char*> man = {};  // "pipe(7)"
    std::vector<LimitSpec> limits = {};
    std::vector<ObjectSpec> objects = {};
    std::vector<HandleSpec> handles = {};
    std::vector<OperationSpec> operations = {};
    const char* privileges = "";  // IPC_TR who may do what
};

const char* group_title(Group group);  // IPC_TR
// "any shared mapping"; IPC_TR. "" = there is no such role.
const char* role_words(std::string_view role);

// Short hands for the tables.
namespace types {
TypeSpec integer(std::int64_t min = std::numeric_limits<std::int64_t>::min(),
                 std::int64_t max = std::numeric_limits<std::int64_t>::max(), Unit unit = Unit::none,
                 std::vector<NamedValue> names = {});
TypeSpec boolean();
TypeSpec choice(std::vector<NamedValue> names);
TypeSpec flags(std::vector<NamedValue> names);
TypeSpec mode();
TypeSpec bytes(std::size_t max_items = 0);
TypeSpec text(std::size_t max_items = 0);
TypeSpec path();
TypeSpec duration();
TypeSpec varying(TypeSpec type);  // TypeSpec::varies
TypeSpec handle(std::vector<std::string> accepts);
TypeSpec worker();
TypeSpec structure(std::vector<ParamSpec> fields);
TypeSpec array(ParamSpec element, std::size_t max_items);
}  // namespace types

}  // namespace ipcscope

#endif

#pragma pop_macro("signals")

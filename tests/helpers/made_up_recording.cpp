#include "helpers/made_up_recording.h"

#include "mechanisms/driver.h"
#include "schema/wire.h"

#include <queue>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <deque>
#include <random>
#include <string>
#include <unordered_map>

namespace ipcscope::testing {

struct MadeUpRecording::Parts {
    explicit Parts(const ArenaOptions& memory) : arena(std::make_shared<Arena>(memory)) {}
    const std::shared_ptr<Arena> arena;
    Registry registry{all_specs()};
    EventStore events{arena};
    FlowTable flows{arena};
    CallTable calls;
    LaneIndex lanes{arena};
    FlowIndex index{arena};
    std::shared_ptr<RunState> state = std::make_shared<RunState>();
    std::int64_t started_ns = 0;
};

namespace {

constexpr std::size_t pool_bytes = 1 << 20;

// Quicker than those of the library, and good enough for traffic.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}
    std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_ * 0x2545f4914f6cdd1du;
    }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(static_cast<std::uint32_t>(high - low + 1));
    }
    bool one_in(std::uint32_t n) { return below(n) == 0; }
    // Most are short, a few very long.
    double waiting(double mean) {
        const double u = (static_cast<double>(below(1 << 24)) + 1) / (1 << 24);
        const double one = -std::log(u) * mean;
        return one_in(50) ? one * 25 : one * 0.5;
    }

private:
    std::uint64_t state_;
};

struct Verbs {  // of one way to send
    const OperationRef* send;
    const OperationRef* receive;
    const char* handle;  // what the receiver's is called
};

struct Channel {
    ObjectId object;
    const Verbs* verbs = nullptr;
    std::string name;
    std::int64_t level = 0;
    bool in_bytes = false;
};

struct Actor {
    WorkerId id;
    std::int64_t free_ns = 0;     // of what was planned for it
    std::int64_t waiting_ns = 0;  // servers: when the receive began that it sits in
    Channel inbox;                // servers: requests; clients: replies
    std::uint32_t receive_call = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> calls;  // by operation and object
};

enum class Then : std::uint8_t { nothing, sent, received, wrote, read };

// An event that will happen, and what follows from it.
struct Planned {
    Event event;
    const char* payload = nullptr;
    Then then = Then::nothing;
    std::uint32_t flow = 0;  // which message, for its ends
    Channel* channel = nullptr;
};

struct Message {
    const char* bytes;
    std::uint32_t captured, original;
    std::uint64_t sent_seq;
};

}  // namespace

class MadeUpRecording::Maker {
public:
    Maker(Parts& parts, const Traffic& traffic)
        : p_(parts), traffic_(traffic), random_(traffic.seed), now_(traffic.begin_ns) {
        p_.started_ns = traffic.begin_ns;
        make_pool();
        make_cast();
    }

    void run() {
        double burst_left = 0, burst_events = 0;
        auto burst_began = now_;
        for (auto& server : servers_)
            wait_for_request(server, now_ + random_.between(1'000, 50'000));
        while (p_.events.size() + pending_.size() < traffic_.events) {
            if (burst_left <= 0) {
                // The pause that makes the average right, as far as one can.
                const double wanted =
                    burst_events * traffic_.mean_ns - static_cast<double>(now_ - burst_began);
                burst_began = now_;
                if (burst_events > 0)
                    now_ += static_cast<std::int64_t>(random_.waiting(std::max(1e5, wanted)));
                burst_left = 20 + random_.waiting(300);
                burst_events = 0;
            }
            now_ += random_.between(100, 3'000);
            happen(now_);
            const auto before = planned_;
            transaction();
            burst_events += static_cast<double>(planned_ - before);
            --burst_left;
        }
        happen(INT64_MAX);
        finish();
    }

private:
    const OperationRef* operation(const char* name) {
        const auto* found = p_.registry.operation(name);
        if (!found) std::abort();
        return found;
    }

    void make_pool() {
        static constexpr const char* words[] = {
            "\"id\": ", "\"user\": \"anna\"", "GET /item/", "status=ok ", "temperature", " 20.5", "{", "}, ",
            "ACK ",     "retry after ",       "ms ",        "\xc3\xbc"};
        while (pool_.size() < pool_bytes) {
            pool_ += words[random_.below(std::size(words))];
            pool_ += std::to_string(random_.below(100'000));
        }
        pool_.resize(pool_bytes);
        rare_ = std::string(rare_text) + " " + pool_.substr(0, 200);
    }

    Channel add_channel(const Verbs& verbs, const std::string& name) {
        const auto id = static_cast<std::uint32_t>(p_.state->objects.size() + 1);
        ObjectInfo object;
        object.id = ObjectId{id};
        object.mechanism = verbs.receive->mechanism;
        object.spec = &object.mechanism->objects.front();
        object.flow = object.spec->flow;
        object.name = name;
        object.key = std::string(object.mechanism->id) + ":[" + std::to_string(4000 + id) + "]";
        p_.state->objects.emplace(object.id, object);
        HandleInfo handle;
        handle.id = HandleId{id};
        handle.kind = std::string(object.mechanism->id) + "." + verbs.handle;
        handle.object = object.id;
        handle.name = name;
        handle.native = 3 + id;
        p_.state->handles.emplace(handle.id, handle);
        p_.state->names.emplace(name, HandleRef{handle.id, handle.native});
        Channel channel;
        channel.object = object.id;
        channel.verbs = &verbs;
        channel.name = name;
        channel.in_bytes = object.spec->level_unit == Unit::bytes;
        return channel;
    }

    WorkerId add_worker(const std::string& name) {
        WorkerInfo info;
        info.id = WorkerId{static_cast<std::uint16_t>(p_.state->workers.size() + 1)};
        info.name = name;
        info.pid = 4000 + info.id.value;
        if (info.id.value > 1) info.parent = WorkerId{1};
        info.status = WorkerStatus::idle;
        p_.state->workers.push_back(info);
        p_.state->names.emplace(name, WorkerRef{info.id, info.pid});
        return info.id;
    }

    // Of 2.3 lanes one is a worker: each has a channel with a level, a few have signals and memories.
    void make_cast() {
        kinds_ = {{operation("pipe.write"), operation("pipe.read"), "read_end"},
                  {operation("sysv_msg.send"), operation("sysv_msg.receive"), "queue"},
                  {operation("posix_mq.send"), operation("posix_mq.receive"), "queue"},
                  {operation("unix_socket.send"), operation("unix_socket.recv"), "socket"},
                  {operation("fifo.write"), operation("fifo.read"), "read_end"},
                  {operation("tcp_socket.send"), operation("tcp_socket.recv"), "socket"}};
        memory_ = {operation("posix_shm.write"), operation("posix_shm.read"), "mapping"};
        semaphore_ = {operation("sysv_sem.op"), operation("sysv_sem.op"), "set"};
        kill_ = operation("signal.kill");
        delivered_ = operation("signal.delivered");
        const int pairs = std::max(1, static_cast<int>(traffic_.lanes / 4.6));
        for (int i = 0; i < pairs; ++i) {
            auto& client = clients_.emplace_back();
            client.id = add_worker("client" + std::to_string(i + 1));
            client.inbox = add_channel(kinds_[i % 3 == 0 ? 3 : 0], "reply" + std::to_string(i + 1));
            auto& server = servers_.emplace_back();
            server.id = add_worker("server" + std::to_string(i + 1));
            server.inbox = add_channel(kinds_[static_cast<std::size_t>(i) % kinds_.size()],
                                       "inbox" + std::to_string(i + 1));
        }
        for (int i = 0; i < std::max(1, pairs / 8); ++i) {
            memories_.push_back(add_channel(memory_, "table" + std::to_string(i + 1)));
            semaphores_.push_back(add_channel(semaphore_, "lock" + std::to_string(i + 1)));
            semaphores_.back().level = 1;
        }
        Writer out;
        out.fields({{"type", 7}});
        typed_ = out.take();
    }

    std::uint32_t call_of(Actor& actor, const OperationRef& ref, const Channel& channel,
                          WorkerId target = {}) {
        auto& known = actor.calls[std::uint64_t{ref.id.value} << 32 | channel.object.value |
                                  std::uint64_t{target.value} << 48];
        if (known) return known;
        CallInfo call;
        call.worker = actor.id;
        call.operation = ref.id;
        call.text = ref.name + "(" + (target ? p_.state->worker(target)->name : channel.name);
        for (const auto& param : ref.operation->params) {
            Value value = param.initial;
            if (param.type.kind == Kind::handle) value = HandleRef{HandleId{channel.object.value}, 3};
            if (param.type.kind == Kind::worker) value = WorkerRef{target, 4000 + target.value};
            if (param.type.kind == Kind::bytes && value.empty()) value = std::string("request");
            if (param.type.kind == Kind::array && value.empty()) value = List{};
            if (param.type.kind == Kind::bytes)
                call.text += std::string(", ") + param.name + ": \"" + value.bytes() + '"';
            call.args.push_back(std::move(value));
        }
        call.text += ")";
        return known = p_.calls.append(std::move(call)).id.value;
    }

    Planned& plan(std::int64_t time) {
        std::uint32_t slot;
        if (free_.empty()) {
            slot = static_cast<std::uint32_t>(pool_of_planned_.size());
            pool_of_planned_.emplace_back();
        } else {
            slot = free_.back();
            free_.pop_back();
        }
        pending_.push({time, planned_++, slot});
        Planned& one = pool_of_planned_[slot] = Planned{};
        one.event.time_ns = time;
        return one;
    }
    // enter and leave; returns the leave's plan.
    Planned& plan_call(Actor& actor, const OperationRef& ref, const Channel& channel, std::int64_t begin,
                       std::int64_t end, bool entered = false) {
        const auto call = call_of(actor, ref, channel);
        if (!entered) plan_enter(actor, ref, channel, begin, call);
        Planned& leave = plan(end);
        leave.event.phase = Phase::leave;
        leave.event.duration_ns = end - begin;
        if (end - begin > 20'000) leave.event.flags |= event_flag::was_blocked;
        about(leave.event, actor, ref, channel, call);
        return leave;
    }
    void plan_enter(Actor& actor, const OperationRef& ref, const Channel& channel, std::int64_t time,
                    std::uint32_t call) {
        Planned& enter = plan(time);
        enter.event.phase = Phase::enter;
        about(enter.event, actor, ref, channel, call);
    }
    static void about(Event& event, const Actor& actor, const OperationRef& ref, const Channel& channel,
                      std::uint32_t call) {
        event.worker = actor.id.value;
        event.operation = ref.id.value;
        event.object = channel.object.value;
        event.call = call;
    }
    void wait_for_request(Actor& server, std::int64_t time) {
        server.waiting_ns = time;
        const auto& receive = *server.inbox.verbs->receive;
        plan_enter(server, receive, server.inbox, time, call_of(server, receive, server.inbox));
    }

    std::uint32_t new_message() {
        const auto id = static_cast<std::uint32_t>(messages_.size());
        const auto dice = random_.below(100'000);
        Message message{pool_.data() + random_.below(pool_bytes - 70'000), 0, 0, 0};
        auto& size = message.captured;
        if (dice < 60'000 || !traffic_.payloads)
            size = static_cast<std::uint32_t>(random_.between(1, 8));
        else if (dice < 90'000)
            size = static_cast<std::uint32_t>(random_.between(16, 128));
        else if (dice < 99'500)
            size = static_cast<std::uint32_t>(random_.between(200, 800));
        else
            size = 4096;
        message.original = size;
        if (traffic_.payloads && dice % 1'000 == 7) {
            message.bytes = rare_.data();
            message.captured = message.original = static_cast<std::uint32_t>(rare_.size());
        } else if (traffic_.payloads && dice == 11) {  // cut: more than is kept
            message.captured = 65'536;
            message.original = 1 << 20;
        }
        if (free_messages_.empty()) {
            messages_.push_back(message);
            return id;
        }
        const auto slot = free_messages_.back();
        free_messages_.pop_back();
        messages_[slot] = message;
        return slot;
    }
    void carry(Planned& leave, std::uint32_t id, Then then, Channel& channel) {
        const Message& message = messages_[id];
        leave.event.ret = message.original;
        leave.event.captured = message.captured;
        leave.event.original = message.original;
        leave.payload = message.bytes;
        leave.flow = id;
        leave.then = then;
        leave.channel = &channel;
    }
    // One message from a client into a server's inbox, or back; returns when it has arrived.
    std::int64_t pass(Actor& from, Actor& to, Channel& channel, std::int64_t begin,
                      std::int64_t waiting_since, bool entered) {
        const auto id = new_message();
        const auto sent = begin + random_.between(300, 2'000);
        carry(plan_call(from, *channel.verbs->send, channel, begin, sent), id, Then::sent, channel);
        const auto arrived = sent + random_.between(200, random_.one_in(20) ? 200'000 : 5'000);
        carry(plan_call(to, *channel.verbs->receive, channel, waiting_since, arrived, entered), id,
              Then::received, channel);
        return arrived;
    }

    template <typename Free>
    Actor* somebody(std::deque<Actor>& from, Free free) {
        for (int i = 0; i < 6; ++i) {
            // Some are busier than others.
            const auto n = static_cast<std::uint32_t>(from.size());
            Actor& one = from[std::min(random_.below(n), random_.below(n))];
            if (free(one)) return &one;
        }
        return nullptr;
    }

    void transaction() {
        Actor* client = somebody(clients_, [&](const Actor& one) { return one.free_ns < now_; });
        if (!client) return;
        const auto dice = random_.below(1'000);
        if (dice < 780) {
            Actor* server = somebody(
                servers_, [&](const Actor& one) { return one.free_ns < now_ && one.waiting_ns < now_; });
            if (server) return request(*client, *server, dice < 120);
        }
        if (dice < 860) return touch_memory(*client);
        if (dice < 950) return take_semaphore(*client);
        if (dice < 980) return fail(*client);
        if (dice < 990 || random_.below(100)) return signal(*client);
        Planned& lost = plan(now_);
        lost.event.phase = Phase::lost;
        lost.event.worker = client->id.value;
        lost.event.ret = random_.between(1, 5'000);
        client->free_ns = now_;
    }

    void request(Actor& client, Actor& server, bool one_way) {
        auto t = pass(client, server, server.inbox, now_, server.waiting_ns, true);
        t += random_.between(500, random_.one_in(30) ? 300'000 : 8'000);  // it thinks
        client.free_ns = t;
        if (!one_way) {
            // The client waits for its answer meanwhile.
            const auto waiting = t - random_.between(100, 400);
            const auto back = pass(server, client, client.inbox, t, waiting, false);
            client.free_ns = back;
            t = std::max(t + 2'100, back - 100);
        }
        server.free_ns = t;
        wait_for_request(server, t + 200);
    }

    void touch_memory(Actor& client) {
        Channel& memory = memories_[random_.below(static_cast<std::uint32_t>(memories_.size()))];
        const bool writes = random_.one_in(2) || last_written_ == UINT32_MAX;
        const auto end = now_ + random_.between(60, 900);
        if (writes) {
            const auto id = new_message();
            carry(plan_call(client, *memory_.send, memory, now_, end), id, Then::wrote, memory);
        } else {
            const auto id = new_message();
            carry(plan_call(client, *memory_.receive, memory, now_, end), id, Then::read, memory);
        }
        client.free_ns = end;
    }

    void take_semaphore(Actor& client) {
        Channel& lock = semaphores_[random_.below(static_cast<std::uint32_t>(semaphores_.size()))];
        const int by = lock.level > 0 && random_.below(2) ? -1 : 1;
        if (lock.level + by > 12) return;
        lock.level += by;
        const auto end = now_ + random_.between(200, random_.one_in(40) ? 2'000'000 : 1'500);
        plan_call(client, *semaphore_.send, lock, now_, end);
        Planned& state = plan(end + 1);
        state.event.phase = Phase::state;
        state.event.worker = client.id.value;
        state.event.object = lock.object.value;
        state.event.ret = by;
        state.event.flags = event_flag::relative;
        client.free_ns = end + 1;
    }

    void fail(Actor& client) {
        Actor& server = servers_[random_.below(static_cast<std::uint32_t>(servers_.size()))];
        const auto end = now_ + random_.between(150, 500);
        Planned& leave = plan_call(client, *server.inbox.verbs->send, server.inbox, now_, end);
        leave.event.ret = -1;
        leave.event.err = random_.one_in(5) ? EPIPE : EAGAIN;
        client.free_ns = end;
    }

    void signal(Actor& client) {
        Actor& server = servers_[random_.below(static_cast<std::uint32_t>(servers_.size() / 4 + 1))];
        const auto call = call_of(client, *kill_, {}, server.id);
        const auto end = now_ + random_.between(300, 900);
        const auto id = new_message();
        plan_enter(client, *kill_, {}, now_, call);
        Planned& leave = plan(end);
        leave.event.phase = Phase::leave;
        leave.event.duration_ns = end - now_;
        about(leave.event, client, *kill_, {}, call);
        leave.then = Then::sent;
        leave.flow = id;
        Planned& delivery = plan(end + random_.between(500, 20'000));
        delivery.event.phase = Phase::instant;
        about(delivery.event, server, *delivered_, {}, 0);
        delivery.event.ret = random_.one_in(3) ? SIGUSR1 : SIGTERM;
        delivery.then = Then::received;
        delivery.flow = id;
        client.free_ns = end;
    }

    void happen(std::int64_t until) {
        while (!pending_.empty() && pending_.top().time < until) {
            const auto slot = pending_.top().slot;
            pending_.pop();
            store(pool_of_planned_[slot]);
            free_.push_back(slot);
        }
    }

    void store(Planned& one) {
        Event& event = one.event;
        std::string_view extra;
        if (one.payload && event.captured <= 8) {
            event.flags |= event_flag::inline_payload;
            std::memcpy(&event.data, one.payload, event.captured);
        } else if (one.payload) {
            extra = {one.payload, event.captured};
            if (one.then == Then::received && event.operation == kinds_[1].receive->id.value) {
                scratch_.assign(extra).append(typed_);
                event.results = static_cast<std::uint32_t>(typed_.size());
                extra = scratch_;
            }
        }
        const auto seq = p_.events.append(event, extra);
        p_.lanes.append(seq, event);
        switch (one.then) {
            case Then::nothing: return;
            case Then::sent: messages_[one.flow].sent_seq = seq; break;
            case Then::received:
                join(messages_[one.flow].sent_seq, seq, event);
                free_messages_.push_back(one.flow);
                break;
            case Then::wrote:
                touch(seq, event, true);
                last_written_ = one.flow;
                last_written_seq_ = seq;
                free_messages_.push_back(one.flow);
                return;
            case Then::read:
                touch(seq, event, false);
                if (last_written_ != UINT32_MAX) join(last_written_seq_, seq, event);
                free_messages_.push_back(one.flow);
                return;
        }
        if (!one.channel || event.worker == 0) return;
        auto& channel = *one.channel;
        const auto by = channel.in_bytes ? std::int64_t{event.original} : 1;
        channel.level += one.then == Then::sent ? by : -by;
        p_.lanes.level({LaneKind::level, event.object, 0}, seq, event.time_ns, channel.level);
    }

    // Records at the beginning of the table are in use all the time, the others now and then.
    void touch(std::uint64_t seq, const Event& event, bool wrote) {
        const auto slot = random_.one_in(4) ? random_.below(1024) : random_.below(64);
        p_.lanes.memory(seq, event, std::uint64_t{slot} * 64, std::min(event.original, 64u * 1024), wrote);
    }

    void join(std::uint64_t from, std::uint64_t to, const Event& event) {
        Flow flow;
        flow.from = from;
        flow.to = to;
        flow.object = ObjectId{event.object};
        flow.bytes = event.original;
        const auto id = p_.flows.append(flow);
        p_.events.set_flow(from, id);
        p_.events.set_flow(to, id);
        p_.index.append(id, p_.events[from], event);
    }

    void finish() {
        for (const auto& server : servers_) {
            auto& info = p_.state->workers[server.id.value - 1u];
            info.status = WorkerStatus::blocked;
            info.since_ns = server.waiting_ns;
            info.current = CallId{server.calls.begin()->second};
            info.waits_for = "somebody to write to " + server.inbox.name;
        }
        p_.state->revision = 1;
    }

    struct Due {
        std::int64_t time;
        std::uint64_t number;
        std::uint32_t slot;
        bool operator<(const Due& other) const {  // a queue has its greatest first
            return time != other.time ? time > other.time : number > other.number;
        }
    };

    Parts& p_;
    const Traffic traffic_;
    Random random_;
    std::int64_t now_;
    std::uint64_t planned_ = 0;
    std::priority_queue<Due> pending_;
    std::deque<Planned> pool_of_planned_;
    std::vector<std::uint32_t> free_, free_messages_;
    std::vector<Message> messages_;
    std::deque<Actor> clients_, servers_;
    std::vector<Verbs> kinds_;
    Verbs memory_{}, semaphore_{};
    const OperationRef* kill_ = nullptr;
    const OperationRef* delivered_ = nullptr;
    std::vector<Channel> memories_, semaphores_;
    std::string pool_, rare_, typed_, scratch_;
    std::uint32_t last_written_ = UINT32_MAX;
    std::uint64_t last_written_seq_ = 0;
};

MadeUpRecording::MadeUpRecording(const Traffic& traffic) : parts_(std::make_unique<Parts>(traffic.memory)) {
    Maker(*parts_, traffic).run();
}
MadeUpRecording::~MadeUpRecording() = default;

const Registry& MadeUpRecording::registry() const {
    return parts_->registry;
}
const EventStore& MadeUpRecording::events() const {
    return parts_->events;
}
const FlowTable& MadeUpRecording::flows() const {
    return parts_->flows;
}
const CallTable& MadeUpRecording::calls() const {
    return parts_->calls;
}
const LaneIndex& MadeUpRecording::lanes() const {
    return parts_->lanes;
}
const FlowIndex& MadeUpRecording::flow_index() const {
    return parts_->index;
}
std::shared_ptr<const RunState> MadeUpRecording::state() const {
    return parts_->state;
}
std::int64_t MadeUpRecording::started_ns() const {
    return parts_->started_ns;
}

}  // namespace ipcscope::testing

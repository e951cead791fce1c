#include "helpers/made_up_recording.h"

#include "helpers/made_up_agenda.h"
#include "helpers/made_up_cast.h"
#include "helpers/made_up_messages.h"
#include "mechanisms/driver.h"
#include "schema/wire.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <deque>
#include <string>

namespace ipcscope::testing {

using namespace made_up;

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

class MadeUpRecording::Maker {
public:
    Maker(Parts& parts, const Traffic& traffic)
        : p_(parts),
          traffic_(traffic),
          random_(traffic.seed),
          now_(traffic.begin_ns),
          messages_(random_, traffic.payloads),
          cast_(parts.registry, *parts.state, traffic.lanes) {
        p_.started_ns = traffic.begin_ns;
        Writer out;
        out.fields({{"type", 7}});
        typed_ = out.take();
    }

    void run() {
        double burst_left = 0, burst_events = 0;
        auto burst_began = now_;
        for (auto& server : cast_.servers)
            wait_for_request(server, now_ + random_.between(1'000, 50'000));
        while (p_.events.size() + agenda_.size() < traffic_.events) {
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
            const auto before = agenda_.added();
            transaction();
            burst_events += static_cast<double>(agenda_.added() - before);
            --burst_left;
        }
        happen(INT64_MAX);
        finish();
    }

private:
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

    Planned& plan(std::int64_t time) { return agenda_.add(time); }
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
        const auto id = messages_.make();
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
        Actor* client = somebody(cast_.clients, [&](const Actor& one) { return one.free_ns < now_; });
        if (!client) return;
        const auto dice = random_.below(1'000);
        if (dice < 780) {
            Actor* server = somebody(
                cast_.servers, [&](const Actor& one) { return one.free_ns < now_ && one.waiting_ns < now_; });
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
        Channel& memory = cast_.memories[random_.below(static_cast<std::uint32_t>(cast_.memories.size()))];
        const bool writes = random_.one_in(2) || last_written_ == UINT32_MAX;
        const auto end = now_ + random_.between(60, 900);
        if (writes) {
            const auto id = messages_.make();
            carry(plan_call(client, *cast_.memory.send, memory, now_, end), id, Then::wrote, memory);
        } else {
            const auto id = messages_.make();
            carry(plan_call(client, *cast_.memory.receive, memory, now_, end), id, Then::read, memory);
        }
        client.free_ns = end;
    }

    void take_semaphore(Actor& client) {
        Channel& lock = cast_.semaphores[random_.below(static_cast<std::uint32_t>(cast_.semaphores.size()))];
        const int by = lock.level > 0 && random_.below(2) ? -1 : 1;
        if (lock.level + by > 12) return;
        lock.level += by;
        const auto end = now_ + random_.between(200, random_.one_in(40) ? 2'000'000 : 1'500);
        plan_call(client, *cast_.semaphore.send, lock, now_, end);
        Planned& state = plan(end + 1);
        state.event.phase = Phase::state;
        state.event.worker = client.id.value;
        state.event.object = lock.object.value;
        state.event.ret = by;
        state.event.flags = event_flag::relative;
        client.free_ns = end + 1;
    }

    void fail(Actor& client) {
        Actor& server = cast_.servers[random_.below(static_cast<std::uint32_t>(cast_.servers.size()))];
        const auto end = now_ + random_.between(150, 500);
        Planned& leave = plan_call(client, *server.inbox.verbs->send, server.inbox, now_, end);
        leave.event.ret = -1;
        leave.event.err = random_.one_in(5) ? EPIPE : EAGAIN;
        client.free_ns = end;
    }

    void signal(Actor& client) {
        Actor& server =
            cast_.servers[random_.below(static_cast<std::uint32_t>(cast_.servers.size() / 4 + 1))];
        const auto call = call_of(client, *cast_.kill, {}, server.id);
        const auto end = now_ + random_.between(300, 900);
        const auto id = messages_.make();
        plan_enter(client, *cast_.kill, {}, now_, call);
        Planned& leave = plan(end);
        leave.event.phase = Phase::leave;
        leave.event.duration_ns = end - now_;
        about(leave.event, client, *cast_.kill, {}, call);
        leave.then = Then::sent;
        leave.flow = id;
        Planned& delivery = plan(end + random_.between(500, 20'000));
        delivery.event.phase = Phase::instant;
        about(delivery.event, server, *cast_.delivered, {}, 0);
        delivery.event.ret = random_.one_in(3) ? SIGUSR1 : SIGTERM;
        delivery.then = Then::received;
        delivery.flow = id;
        client.free_ns = end;
    }

    void happen(std::int64_t until) {
        agenda_.happen(until, [this](Planned& one) { store(one); });
    }

    void store(Planned& one) {
        Event& event = one.event;
        std::string_view extra;
        if (one.payload && event.captured <= 8) {
            event.flags |= event_flag::inline_payload;
            std::memcpy(&event.data, one.payload, event.captured);
        } else if (one.payload) {
            extra = {one.payload, event.captured};
            if (one.then == Then::received && event.operation == cast_.kinds[1].receive->id.value) {
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
                messages_.let_go(one.flow);
                break;
            case Then::wrote:
                touch(seq, event, true);
                last_written_ = one.flow;
                last_written_seq_ = seq;
                messages_.let_go(one.flow);
                return;
            case Then::read:
                touch(seq, event, false);
                if (last_written_ != UINT32_MAX) join(last_written_seq_, seq, event);
                messages_.let_go(one.flow);
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
        for (const auto& server : cast_.servers) {
            auto& info = p_.state->workers[server.id.value - 1u];
            info.status = WorkerStatus::blocked;
            info.since_ns = server.waiting_ns;
            info.current = CallId{server.calls.begin()->second};
            info.waits_for = "somebody to write to " + server.inbox.name;
        }
        p_.state->revision = 1;
    }

    Parts& p_;
    const Traffic traffic_;
    Random random_;
    std::int64_t now_;
    Agenda agenda_;
    Messages messages_;
    Cast cast_;
    std::string typed_, scratch_;
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

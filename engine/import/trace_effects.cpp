// What traced calls act on, and what they do: descriptors, objects, levels, flows.
#include "base/signals.h"
#include "import/trace_importer.h"

#include <algorithm>

namespace ipcscope {

namespace {

constexpr std::size_t most_passed = 1024;  // messages with descriptors that nobody has received

const TraceValue* argument(const TraceResult& result, std::size_t index) {
    return index < result.arguments.size() ? &result.arguments[index] : nullptr;
}

const HandleSpec* handle_spec(const MechanismSpec& mechanism, std::string_view id) {
    for (const auto& handle : mechanism.handles)
        if (id == handle.id) return &handle;
    return nullptr;
}

// The bytes that stand in it: itself, the parts of a vector, a message's text.
void gather(const TraceValue& value, std::string& out, bool inside) {
    const bool part = !inside || value.name == "iov_base" || value.name == "mtext";
    if (value.form == TraceValue::Form::text && part) out += value.word;
    for (const auto& item : value.items)
        gather(item, out, true);
}

// Descriptors that travel in a message: {cmsg_type=SCM_RIGHTS, cmsg_data=[5]}.
const TraceValue* rights(const TraceResult& result) {
    const auto* message = argument(result, 1);
    if (!message || !trace_word_in({*message}, "SCM_RIGHTS")) return nullptr;
    return message->member("cmsg_data");
}

std::string key_name(const HandleSpec& handle, const MechanismSpec& mechanism) {
    return std::string(mechanism.id) + "." + handle.id;
}

}  // namespace

TraceHandle* TraceImporter::subject(Process& process, const std::vector<TraceValue>& arguments) {
    if (arguments.empty()) return nullptr;
    const auto number = arguments.front().number();
    if (!number) return nullptr;
    const auto& note = arguments.front().note;
    auto found = process.table->find(*number);
    if (!note.empty()) {
        const auto* mechanism = operations_.noted(note);
        // A path says less than what was seen being opened: a FIFO has one, too.
        const bool other = found != process.table->end() && mechanism &&
                           note.find('[') != std::string::npos && found->second.mechanism != mechanism;
        if (mechanism && (found == process.table->end() || other)) {
            TraceHandle handle;
            handle.mechanism = mechanism;
            handle.object = note[0] == '/' ? objects_->by_name(*mechanism, note) : ObjectId{};
            if (!handle.object) handle.object = objects_->by_note(*mechanism, note);
            found = process.table->insert_or_assign(*number, std::move(handle)).first;
        }
        if (found != process.table->end() && mechanism && found->second.object)
            objects_->ends(found->second.object, *mechanism, note);
    }
    return found == process.table->end() ? nullptr : &found->second;
}

ObjectId TraceImporter::object_of(const Calling& call, const TraceHandle* subject) {
    if (!call.named) return subject ? subject->object : ObjectId{};
    const auto& named = *call.named;
    if (!named.system_kind.empty()) {
        const auto* first = argument(call.result, 0);
        const auto id = first ? first->number() : std::nullopt;
        return id ? objects_->by_id(named.system_kind, *id) : ObjectId{};
    }
    if (named.operation->operation->object[0]) return subject ? subject->object : ObjectId{};
    if (!named.rule || named.rule->name < 0) return {};
    const auto* name = argument(call.result, static_cast<std::size_t>(named.rule->name));
    return name ? objects_->by_name(*named.operation->mechanism, trace_name_of(*name)) : ObjectId{};
}

void TraceImporter::makes(Calling& call) {
    const auto& named = *call.named;
    const auto* rule = named.rule;
    if (!rule) return;
    const auto& mechanism = *named.operation->mechanism;
    std::string name;
    if (rule->name >= 0)
        if (const auto* value = argument(call.result, static_cast<std::size_t>(rule->name)))
            name = trace_name_of(*value);
    const bool keeps = rule->way == TraceWay::none && !name.empty();  // others find it by its name
    ObjectId object = keeps ? objects_->by_name(mechanism, name) : ObjectId{};
    const auto make = [&](const HandleSpec* handle) {
        auto flow = rule->flow;
        if (rule->way == TraceWay::accepts && call.object) flow = recording_->object(call.object).flow;
        const auto one = objects_->make(mechanism, handle, flow, name);
        if (keeps && one) objects_->name(mechanism, name, one);
        return one;
    };
    if (rule->makes_object) {
        call.object = object ? object : make(nullptr);
        return;
    }
    ObjectId first;
    const bool exec = trace_word_in(call.result.arguments, "O_CLOEXEC") ||
                      trace_word_in(call.result.arguments, "SOCK_CLOEXEC") ||
                      trace_word_in(call.result.arguments, "EFD_CLOEXEC") ||
                      trace_word_in(call.result.arguments, "MFD_CLOEXEC");
    for (const auto& place : rule->makes) {
        const auto* handle = handle_spec(mechanism, place.handle);
        if (!handle) continue;
        auto number = call.result.ret;
        std::string note = call.result.note;
        if (place.argument >= 0) {
            const auto* list = argument(call.result, static_cast<std::size_t>(place.argument));
            const auto at = static_cast<std::size_t>(place.element);
            if (!list || at >= list->items.size()) continue;
            number = list->items[at].number();
            note = list->items[at].note;
        }
        if (!number) continue;
        if (handle->scope == Scope::system) {
            // IPC_PRIVATE gives a new one; of another key it may be one that is there.
            object = objects_->by_id(key_name(*handle, mechanism), *number);
            first = object;
            continue;
        }
        const bool own = !object || rule->way == TraceWay::pairs;
        if (own) object = make(handle);
        if (!object) continue;
        TraceHandle one;
        one.object = object;
        one.mechanism = &mechanism;
        one.kind = key_name(*handle, mechanism);
        one.closed_by_exec = exec;
        (*call.process->table)[*number] = one;
        if (!note.empty()) {
            objects_->noted(mechanism, note, object);
            objects_->ends(object, mechanism, note);
        }
        if (rule->way == TraceWay::pairs && first) objects_->pair(first, object);
        if (rule->way == TraceWay::accepts && call.object) objects_->accepted(call.object, object);
        if (!first) first = object;
    }
    if (!call.object) call.object = first;
}

// Calls that are about descriptors, whatever these are of; and exec, which closes some.
void TraceImporter::descriptors(const Calling& call) {
    auto& table = *call.process->table;
    const auto ret = call.result.ret;
    if (!ret) return;
    const auto first = call.result.arguments.empty() ? std::nullopt : call.result.arguments.front().number();
    const auto& name = call.name;
    const bool copies =
        name == "dup" || name == "dup2" || name == "dup3" ||
        ((name == "fcntl" || name == "fcntl64") && (trace_word_in(call.result.arguments, "F_DUPFD") ||
                                                    trace_word_in(call.result.arguments, "F_DUPFD_CLOEXEC")));
    if (copies && first) {
        const auto from = table.find(*first);
        if (from == table.end()) {
            table.erase(*ret);
        } else {
            auto copy = from->second;
            copy.closed_by_exec = trace_word_in(call.result.arguments, "O_CLOEXEC") ||
                                  trace_word_in(call.result.arguments, "F_DUPFD_CLOEXEC");
            table[*ret] = copy;
        }
    } else if (name == "close" && first) {
        if (auto gone = table.extract(*first); gone && !forks_seen_)
            call.process->closed.insert_or_assign(gone.key(), std::move(gone.mapped()));
    } else if (name == "close_range" && first && call.result.arguments.size() > 1) {
        const auto last = call.result.arguments[1].number().value_or(INT64_MAX);
        std::erase_if(table, [&](const auto& one) { return one.first >= *first && one.first <= last; });
    } else if ((name == "fcntl" || name == "fcntl64") && first &&
               trace_word_in(call.result.arguments, "F_SETFD")) {
        if (const auto found = table.find(*first); found != table.end())
            found->second.closed_by_exec = trace_word_in(call.result.arguments, "FD_CLOEXEC");
    } else if (name == "execve" || name == "execveat") {
        auto own = call.process->table.use_count() == 1 ? call.process->table
                                                        : copy_of(table);  // not shared any more
        std::erase_if(*own, [](const auto& one) { return one.second.closed_by_exec; });
        call.process->table = std::move(own);
        for (const auto& value : call.result.arguments) {
            if (value.form != TraceValue::Form::text) continue;
            const auto program = value.word.substr(value.word.rfind('/') + 1).substr(0, 60);
            recording_->worker(call.process->worker).name =
                program + " (" + std::to_string(call.process->pid) + ")";
            break;
        }
    }
}

// Descriptors in a message are the sender's until it is received: then they have the receiver's numbers.
void TraceImporter::pass(const Calling& call) {
    const auto* numbers = rights(call.result);
    if (!numbers || !call.object) return;
    const auto& object = recording_->object(call.object);
    const auto role = call.named ? call.named->operation->operation->flow : FlowRole::none;
    auto& table = *call.process->table;
    if (role == FlowRole::send && object.sends != 0) {
        std::vector<TraceHandle> handles;
        for (const auto& item : numbers->items) {
            const auto number = item.number();
            const auto found = number ? table.find(*number) : table.end();
            handles.push_back(found == table.end() ? TraceHandle{} : found->second);
        }
        auto& waiting = passed_[object.sends];
        if (waiting.size() < most_passed) waiting.push_back(std::move(handles));
    } else if (role == FlowRole::receive && object.takes_in != 0) {
        auto& waiting = passed_[object.takes_in];
        if (waiting.empty()) return;
        const auto handles = std::move(waiting.front());
        waiting.pop_front();
        for (std::size_t i = 0; i < handles.size() && i < numbers->items.size(); ++i)
            if (const auto number = numbers->items[i].number(); number && handles[i].object)
                table[*number] = handles[i];
    }
}

void TraceImporter::effects(Calling& call) {
    const auto* rule = call.named ? call.named->rule : nullptr;
    if (call.named) makes(call);
    if (rule && call.object && (rule->way == TraceWay::binds || rule->way == TraceWay::connects))
        if (const auto* address = argument(call.result, 1)) {
            const auto name = trace_name_of(*address);
            if (rule->way == TraceWay::binds)
                objects_->bind(call.object, name);
            else
                objects_->connect(call.object, name);
        }
    pass(call);
    descriptors(call);
    if (!call.named || call.named->operation->operation->side != Side::remove) return;
    if (!call.named->system_kind.empty()) {
        const auto* first = argument(call.result, 0);
        if (const auto id = first ? first->number() : std::nullopt)
            objects_->removed_id(call.named->system_kind, *id);
    } else if (rule && rule->name >= 0 && call.object) {
        if (const auto* name = argument(call.result, static_cast<std::size_t>(rule->name)))
            objects_->forget_name(*call.named->operation->mechanism, trace_name_of(*name));
        recording_->object(call.object).removed = true;
    }
}

void TraceImporter::levels(const Calling& call) {
    raised_ = false;
    const auto* rule = call.named ? call.named->rule : nullptr;
    if (!rule || !rule->level_value[0] || !call.object || !call.result.error.empty()) return;
    const auto tell = [&](const TraceValue* index, const TraceValue* value) {
        const auto at = index ? index->number() : std::optional<std::int64_t>(0);
        const auto number = value ? value->number() : std::nullopt;
        if (!number || !at || *at < 0 || *at > 65535) return;
        Event event;
        event.phase = Phase::state;
        event.time_ns = call.end_ns;
        event.worker = call.process->worker.value;
        event.operation = call.operation.value;
        event.object = call.object.value;
        event.call = static_cast<std::uint32_t>(*at);
        event.ret = *number;
        if (rule->level_is_change) event.flags |= event_flag::relative;
        raised_ |= *number > 0;
        recording_->put(event, {});
    };
    const std::string_view where = rule->level_value;
    if (where.find('#') != std::string_view::npos)
        return tell(rule->level_index[0] ? trace_value_at(call.result.arguments, rule->level_index) : nullptr,
                    trace_value_at(call.result.arguments, where));
    for (const auto& list : call.result.arguments)
        for (const auto& item : list.items)
            tell(item.member(rule->level_index), item.member(where));
}

std::uint32_t TraceImporter::key(const Calling& call) const {
    const auto* rule = call.named->rule;
    if (!rule || !rule->key[0]) return 0;
    const auto* value = trace_value_at(call.result.arguments, rule->key);
    if (!value) return 0;
    if (value->word.starts_with("SIG"))
        return static_cast<std::uint32_t>(std::max(0, signal_value(value->word)));
    return static_cast<std::uint32_t>(value->number().value_or(0));
}

// The bytes that travelled, as far as they were printed, and how many there were.
std::string TraceImporter::payload(const Calling& call, std::uint32_t& original) const {
    const auto* spec = call.named ? call.named->operation->operation : nullptr;
    const auto* value = argument(call.result, 1);
    if (!spec || spec->flow == FlowRole::none || !value || !call.object) return {};
    std::string out;
    gather(*value, out, false);
    if (!call.result.error.empty() && spec->flow != FlowRole::send) return {};
    auto length = call.result.error.empty() ? call.result.ret.value_or(0) : 0;
    // What a success returns may not be how much there was: then the next argument says.
    if (length == 0 && spec->flow == FlowRole::send)
        if (const auto* size = argument(call.result, 2))
            length = size->number().value_or(static_cast<std::int64_t>(out.size()));
    length = std::clamp<std::int64_t>(length, 0, max_payload);
    if (out.size() > static_cast<std::size_t>(length)) out.resize(static_cast<std::size_t>(length));
    original = static_cast<std::uint32_t>(length);
    return out;
}

void TraceImporter::join(const Calling& call, std::uint64_t seq) {
    const auto event = recording_->store()[seq];
    auto& joiner = recording_->joiner();
    auto& process = *call.process;
    if (is_trace_fork(call.name) && event.ret > 0) {
        const auto child = processes_.find(static_cast<int>(event.ret));
        if (child != processes_.end() && child->second->start_seq != 0)
            joiner.join(seq, child->second->start_seq - 1, {});
        else
            process.fork_seq = seq + 1;
        return;
    }
    if (!call.named) return;
    const auto& operation = *call.named->operation->operation;
    const auto& mechanism = *call.named->operation->mechanism;
    if (operation.flow == FlowRole::none) return;
    FlowJoiner::Context context;
    context.role = operation.flow;
    context.key = key(call);
    const auto* rule = call.named->rule;
    if (rule && rule->target >= 0) {
        const auto* target = argument(call.result, static_cast<std::size_t>(rule->target));
        const auto pid = target ? target->number() : std::nullopt;
        const auto number = static_cast<int>(pid.value_or(0));
        // A child that has not done anything yet.
        if (parents_.find(number) != parents_.end()) TraceImporter::process(number, call.end_ns);
        const auto found = processes_.find(number);
        if (found == processes_.end() || context.key == 0) return;
        context.policy = FlowPolicy::signals;
        context.target = found->second->worker;
        return joiner.event(seq, event, context);
    }
    if (!call.object) {
        // wait4(2): the end of the one that it tells of.
        if (operation.flow != FlowRole::receive || event.ret <= 0) return;
        const auto child = processes_.find(static_cast<int>(event.ret));
        if (child != processes_.end() && child->second->end_seq != 0 && child->second.get() != &process)
            joiner.join(child->second->end_seq - 1, seq, {});
        return;
    }
    const auto& object = recording_->object(call.object);
    const bool own = operation.flow_policy != FlowPolicy::none;
    context.policy = own ? operation.flow_policy : object.flow;
    context.level_from_flow = object.spec->level_from_flow && !own;
    context.level_in_bytes = object.spec->level_unit == Unit::bytes;
    context.packet_bytes = object.spec->packet_bytes;
    context.streams_by_key = object.spec->streams_by_key && !own;
    const auto all = recording_->known().mechanisms();
    context.mechanism =
        static_cast<std::uint16_t>(std::find(all.begin(), all.end(), &mechanism) - all.begin());
    switch (context.policy) {
        case FlowPolicy::byte_stream:
        case FlowPolicy::packets:
        case FlowPolicy::typed_queue: break;
        case FlowPolicy::wake:
            if (raised_ || operation.flow == FlowRole::send) joiner.posted(seq, event);
            if (operation.flow == FlowRole::receive && (event.flags & event_flag::was_blocked) != 0)
                joiner.woken(seq, event);
            return;
        default: return;  // offsets and serials are not printed
    }
    if (context.streams_by_key) {
        std::string address;
        if (operation.flow == FlowRole::send)
            for (const auto& value : call.result.arguments)
                if (address.empty()) address = trace_name_of_address(value);
        context.key = operation.flow == FlowRole::send ? objects_->sends(call.object, address)
                                                       : objects_->takes_in(call.object);
    }
    joiner.event(seq, event, context);
}

}  // namespace ipcscope

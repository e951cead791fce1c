#include "export/trace_json.h"

#include "base/utf8.h"
#include "export/event_words.h"
#include "schema/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace ipcscope {

namespace {

using Json = nlohmann::ordered_json;

class TraceWriter {
public:
    TraceWriter(const Recording& recording, const TraceJsonOptions& options,
                const std::function<bool(std::string_view)>& sink)
        : recording_(recording),
          options_(options),
          sink_(sink),
          state_(recording.state()),
          words_(recording, *state_) {}

    bool run() {
        out_ = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[";
        names();
        const auto& events = recording_.events();
        const auto size = events.size();
        for (std::uint64_t seq = 0; seq < size && good_; ++seq)
            if (!options_.accepts || options_.accepts(seq)) event(seq, events[seq]);
        for (const auto& [worker, seq] : open_)
            slice(seq, events[seq], nullptr);
        flows();
        out_ += "\n]}\n";
        flush(0);
        return good_;
    }

private:
    static constexpr std::size_t part = 1 << 16;

    void flush(std::size_t above) {
        if (out_.size() <= above || !good_) return;
        good_ = sink_(out_);
        out_.clear();
    }

    void put(const Json& record) {
        out_ += first_ ? "\n" : ",\n";
        first_ = false;
        out_ += record.dump(-1, ' ', false, Json::error_handler_t::replace);
        flush(part);
    }

    double us(std::int64_t time_ns) const {
        return static_cast<double>(time_ns - recording_.started_ns()) / 1000.0;
    }
    int pid(std::uint16_t worker) const {
        const auto* info = state_->worker(WorkerId{worker});
        return info && info->pid > 0 ? info->pid : worker;
    }

    void names() {
        put({{"ph", "M"}, {"name", "process_name"}, {"pid", 0}, {"args", {{"name", "objects"}}}});
        for (const auto& worker : state_->workers)
            for (const char* what : {"process_name", "thread_name"})
                put({{"ph", "M"},
                     {"name", what},
                     {"pid", pid(worker.id.value)},
                     {"tid", pid(worker.id.value)},
                     {"args", {{"name", worker.name}}}});
    }

    std::string operation(const Event& event) const {
        const auto* ref = recording_.registry().operation(OperationId{event.operation});
        return ref ? ref->name : "?";
    }

    void event(std::uint64_t seq, const Event& event) {
        switch (event.phase) {
            case Phase::enter: open_[event.worker] = seq; break;
            case Phase::leave:
                open_.erase(event.worker);
                slice(seq, event, &event);
                filling(event);
                break;
            case Phase::instant: {
                Json record{{"ph", "i"},
                            {"s", "t"},
                            {"name", words_.call(event)},
                            {"cat", operation(event)},
                            {"ts", us(event.time_ns)},
                            {"pid", pid(event.worker)},
                            {"tid", pid(event.worker)}};
                put(record);
                break;
            }
            case Phase::state: level(event); break;
            case Phase::lost:
                put({{"ph", "i"},
                     {"s", "p"},
                     {"name", fmt::format("{} events lost", event.ret)},
                     {"ts", us(event.time_ns)},
                     {"pid", pid(event.worker)},
                     {"tid", pid(event.worker)}});
                break;
            case Phase::note: break;
        }
    }

    // `leave` nullptr: it did not come back.
    void slice(std::uint64_t seq, const Event& event, const Event* leave) {
        const auto begin = leave ? event.time_ns - event.duration_ns : event.time_ns;
        Json args{{"seq", seq}};
        if (const auto* call = recording_.calls().find(CallId{event.call})) {
            args["call"] = call->text;
            if (call->line > 0) args["line"] = call->line;
        }
        if (const auto object = object_words(*state_, ObjectId{event.object}); !object.empty())
            args["object"] = object;
        if (leave) {
            args["outcome"] = event.err ? errno_name(event.err) : fmt::format("= {}", event.ret);
            if (event.original > 0) {
                args["bytes"] = event.original;
                args["payload"] = payload_words(recording_.events().payload(event), event.original, 256);
            }
            if (event.flags & event_flag::was_blocked) args["blocked"] = true;
        } else {
            args["outcome"] = "did not come back";
        }
        Json record{{"ph", leave ? "X" : "B"}, {"name", operation(event)}, {"cat", operation(event)},
                    {"ts", us(begin)},         {"pid", pid(event.worker)}, {"tid", pid(event.worker)}};
        if (leave) record["dur"] = static_cast<double>(event.duration_ns) / 1000.0;
        record["args"] = std::move(args);
        put(record);
    }

    void level(const Event& event) {
        const auto object = state_->objects.find(ObjectId{event.object});
        if (object == state_->objects.end()) return;
        auto& value = levels_[{event.object, event.call}];
        value = event.flags & event_flag::relative ? sum(value, event.ret) : event.ret;
        counter(event, object->second, value);
    }

    // What is in a queue or pipe: sent less received.
    void filling(const Event& event) {
        const auto object = state_->objects.find(ObjectId{event.object});
        const auto* ref = recording_.registry().operation(OperationId{event.operation});
        if (event.err != 0 || !ref || object == state_->objects.end() || !object->second.spec ||
            !object->second.spec->level_from_flow || object->second.spec->streams_by_key)
            return;
        const auto amount =
            object->second.spec->level_unit == Unit::bytes ? std::max<std::int64_t>(event.ret, 0) : 1;
        const auto role = ref->operation->flow;
        if (role != FlowRole::send && role != FlowRole::receive) return;
        auto& value = levels_[{event.object, 0}];
        value = sum(value, role == FlowRole::send ? amount : -amount);
        counter(event, object->second, value);
    }

    // A file may claim any numbers: then it stays as it is.
    static std::int64_t sum(std::int64_t a, std::int64_t b) {
        std::int64_t out = 0;
        return __builtin_add_overflow(a, b, &out) ? a : out;
    }

    void counter(const Event& event, const ObjectInfo& object, std::int64_t value) {
        const auto& spec = *object.spec;
        std::string label = spec.level_label ? spec.level_label : "";
        if (const auto at = label.find("{n}"); at != std::string::npos)
            label.replace(at, 3, std::to_string(event.phase == Phase::state ? event.call : 0));
        put({{"ph", "C"},
             {"name", fmt::format("{}: {}", object_words(*state_, ObjectId{event.object}), label)},
             {"ts", us(event.time_ns)},
             {"pid", 0},
             {"args", {{"value", value}}}});
    }

    // An arrow binds to the slice that holds its moment.
    void flows() {
        const auto& flows = recording_.flows();
        const auto count = flows.size();
        for (FlowId id{1}; id.value <= count && good_; ++id.value) {
            const auto& flow = flows[id];
            if (options_.accepts && !options_.accepts(flow.to)) continue;
            if (options_.accepts && !options_.accepts(flow.from)) continue;
            const auto& from = recording_.events()[flow.from];
            const auto& to = recording_.events()[flow.to];
            const auto sent = from.time_ns - (from.phase == Phase::leave ? from.duration_ns : 0);
            const auto came = std::max(to.time_ns - (to.duration_ns > 0 ? 1 : 0), sent);
            const auto name = object_words(*state_, flow.object);
            const auto end = [&](const char* phase, const Event& event, std::int64_t time) {
                Json record{{"ph", phase},
                            {"id", id.value},
                            {"name", name.empty() ? "flow" : name},
                            {"cat", "flow"},
                            {"ts", us(time)},
                            {"pid", pid(event.worker)},
                            {"tid", pid(event.worker)}};
                if (*phase == 'f') {
                    record["bp"] = "e";
                    record["args"] = {{"bytes", flow.bytes}, {"guess", flow.guess}};
                }
                put(record);
            };
            end("s", from, sent);
            end("f", to, came);
        }
    }

    const Recording& recording_;
    const TraceJsonOptions& options_;
    const std::function<bool(std::string_view)>& sink_;
    const std::shared_ptr<const RunState> state_;
    const EventWords words_;
    std::map<std::uint16_t, std::uint64_t> open_;  // worker -> enter event
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> levels_;
    std::string out_;
    bool first_ = true, good_ = true;
};

}  // namespace

bool write_trace_json(const Recording& recording, const TraceJsonOptions& options,
                      const std::function<bool(std::string_view)>& sink) {
    return TraceWriter(recording, options, sink).run();
}

}  // namespace ipcscope

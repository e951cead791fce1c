#include "schema/wire.h"

namespace ipcscope {

namespace {
constexpr int max_depth = 16;
enum Tag : std::uint8_t { nothing, boolean, integer, real, text, name, handle, worker, list, structure };
}  // namespace

void Writer::value(const Value& value) {
    struct Visitor {
        Writer& out;
        void operator()(std::monostate) { out.u8(nothing); }
        void operator()(bool b) { out.u8(boolean), out.u8(b ? 1 : 0); }
        void operator()(std::int64_t n) { out.u8(integer), out.i64(n); }
        void operator()(double d) { out.u8(real), out.raw(&d, sizeof d); }
        void operator()(const std::string& s) { out.u8(text), out.bytes(s); }
        void operator()(const Name& n) { out.u8(name), out.bytes(n.text); }
        void operator()(const HandleRef& h) { out.u8(handle), out.u32(h.id.value), out.i64(h.native); }
        void operator()(const WorkerRef& w) {
            out.u8(worker), out.u16(w.id.value), out.u32(static_cast<std::uint32_t>(w.pid));
        }
        void operator()(const List& l) {
            out.u8(list), out.u32(static_cast<std::uint32_t>(l.size()));
            for (const auto& item : l)
                out.value(item);
        }
        void operator()(const Fields& f) { out.u8(structure), out.fields(f); }
    };
    std::visit(Visitor{*this}, value.v);
}

void Writer::fields(const Fields& fields) {
    u32(static_cast<std::uint32_t>(fields.size()));
    for (const auto& [key, item] : fields) {
        bytes(key);
        value(item);
    }
}

std::string_view Reader::bytes() {
    const auto size = u32();
    if (!ok_ || size > in_.size()) return fail(), std::string_view{};
    const auto out = in_.substr(0, size);
    in_.remove_prefix(size);
    return out;
}

Value Reader::value(int depth) {
    if (depth > max_depth || ++values_ > most_values) return fail(), Value{};
    switch (u8()) {
        case nothing: return {};
        case boolean: return u8() != 0;
        case integer: return i64();
        case real: return number<double>();
        case text: return std::string(bytes());
        case name: return Name{std::string(bytes())};
        case handle: {
            HandleRef ref;
            ref.id.value = u32();
            ref.native = i64();
            return ref;
        }
        case worker: {
            WorkerRef ref;
            ref.id.value = u16();
            ref.pid = static_cast<std::int32_t>(u32());
            return ref;
        }
        case list: {
            List out;
            for (auto left = u32(); left > 0 && ok_; --left)
                out.push_back(value(depth + 1));
            return out;
        }
        case structure: return fields(depth + 1);
        default: return fail(), Value{};
    }
}

Fields Reader::fields(int depth) {
    Fields out;
    for (auto left = u32(); left > 0 && ok_; --left) {
        std::string key(bytes());
        out.emplace_back(std::move(key), value(depth));
    }
    return out;
}

}  // namespace ipcscope

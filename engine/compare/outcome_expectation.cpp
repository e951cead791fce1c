#include "compare/outcome_expectation.h"

#include "compare/compare.h"

#include <algorithm>

namespace ipcscope {

using Expected = Expectation::Kind;

namespace {

// The part of a value that is the same in each run; empty = none of it.
Value lasting(const TypeSpec& type, const Value& value, std::size_t longest) {
    if (varies(type) || value.as<HandleRef>() || value.as<WorkerRef>()) return {};
    if (const auto* text = value.as<std::string>()) return text->size() > longest ? Value() : value;
    if (const auto* list = value.as<List>()) {
        List out;
        for (const auto& item : *list) {
            auto kept = type.fields.empty() ? item : lasting(type.fields.front().type, item, longest);
            if (kept.empty()) return {};  // a list is compared element by element
            out.push_back(std::move(kept));
        }
        return Value(std::move(out));
    }
    if (const auto* fields = value.as<Fields>()) {
        Fields out;
        for (const auto& [name, item] : *fields)
            for (const auto& field : type.fields)
                if (auto kept = name == field.name ? lasting(field.type, item, longest) : Value();
                    !kept.empty())
                    out.emplace_back(name, std::move(kept));
        return out.empty() ? Value() : Value(std::move(out));
    }
    return value;
}

}  // namespace

Expectation expectation_of(const Registry& registry, OperationId operation, const Outcome& outcome,
                           bool whole, std::size_t longest) {
    Expectation out;
    out.operation = operation;
    if (outcome.kind == Outcome::Kind::refused) return out;
    if (outcome.kind == Outcome::Kind::died) {
        if (outcome.exit_code < 0) return out;
        out.kind = outcome.by_signal ? Expected::killed : Expected::exited;
        out.ret = outcome.exit_code;
        return out;
    }
    if (outcome.err != 0) {
        out.kind = Expected::fails;
        out.err = outcome.err;
        return out;
    }
    const auto* ref = registry.operation(operation);
    if (!ref) return out;
    out.kind = Expected::returns;
    if (!return_varies(*ref->operation)) {
        out.has_ret = true;
        out.ret = outcome.ret;
    }
    for (const auto& [name, value] : outcome.results)
        for (const auto& spec : ref->operation->results) {
            if (name != spec.name) continue;
            auto kept = lasting(spec.type, value, longest);
            if (kept.empty()) continue;
            if (!spec.payload)
                out.results.emplace_back(name, std::move(kept));
            else if (whole)
                out.payload = kept.bytes();
        }
    return out;
}

Expectation common_part(Expectation a, const Expectation& b) {
    if (a.kind != b.kind) return {};
    const bool number = a.kind == Expected::killed || a.kind == Expected::exited;
    if ((a.kind == Expected::fails && a.err != b.err) || (number && a.ret != b.ret)) return {};
    if (!number && (a.has_ret != b.has_ret || a.ret != b.ret)) {
        a.has_ret = false;
        a.ret = 0;
    }
    if (a.payload != b.payload) a.payload.reset();
    std::erase_if(a.results, [&](const auto& field) {
        return std::find(b.results.begin(), b.results.end(), field) == b.results.end();
    });
    return a;
}

}  // namespace ipcscope

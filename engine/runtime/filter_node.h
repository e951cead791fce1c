// The parts of a compiled filter. Each is asked for a block of events at once: of those that are still in
// question, which match.
#pragma once

#include "runtime/event_filter.h"

#include <array>
#include <bit>
#include <memory>
#include <vector>

namespace ipcscope {

struct FilterBlock {
    const Event* events = nullptr;
    std::uint64_t begin = 0;  // sequence of the first
    std::size_t count = 0;    // at most EventFilter::block_events
    std::size_t words() const { return (count + 63) / 64; }
};
using FilterBits = std::array<std::uint64_t, EventFilter::block_events / 64>;

class FilterNode {
public:
    virtual ~FilterNode() = default;
    // `out`: those of `in` that match.
    virtual void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const = 0;
    virtual bool matches(const EventRow& row) const = 0;
    // Rough nanoseconds an event: what is cheap is asked first.
    virtual double cost() const = 0;

protected:
    FilterNode() = default;
    FilterNode(const FilterNode&) = default;
    FilterNode& operator=(const FilterNode&) = default;
};
using NodePtr = std::unique_ptr<FilterNode>;

// A test that needs no more than the record.
template <typename Test>
class RecordNode final : public FilterNode {
public:
    explicit RecordNode(Test test, double cost = 1) : test_(std::move(test)), cost_(cost) {}
    void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const override {
        for (std::size_t word = 0; word < block.words(); ++word) {
            if (in[word] == 0) {
                out[word] = 0;
                continue;
            }
            const Event* events = block.events + word * 64;
            if (std::popcount(in[word]) <= few) {
                std::uint64_t bits = 0;
                for (auto left = in[word]; left != 0; left &= left - 1) {
                    const auto i = std::countr_zero(left);
                    bits |= std::uint64_t{static_cast<bool>(test_(events[i]))} << i;
                }
                out[word] = bits;
                continue;
            }
            const auto count = std::min<std::size_t>(64, block.count - word * 64);
            std::uint64_t bits = 0;
            for (std::size_t i = 0; i < count; ++i)
                bits |= std::uint64_t{static_cast<bool>(test_(events[i]))} << i;
            out[word] = bits & in[word];
        }
    }
    bool matches(const EventRow& row) const override { return test_(*row.event); }
    double cost() const override { return cost_; }

private:
    static constexpr int few = 12;  // of 64: these alone are asked
    Test test_;
    double cost_;
};

template <typename Test>
NodePtr record_node(Test test, double cost = 1) {
    return std::make_unique<RecordNode<Test>>(std::move(test), cost);
}

// A test that looks further: asked only for what is left.
template <typename Test>
class RowNode final : public FilterNode {
public:
    RowNode(const Recording& recording, Test test, double cost)
        : recording_(recording), test_(std::move(test)), cost_(cost) {}
    void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const override {
        EventRow row;
        for (std::size_t word = 0; word < block.words(); ++word) {
            std::uint64_t bits = 0;
            for (auto left = in[word]; left != 0; left &= left - 1) {
                const auto i = static_cast<std::size_t>(std::countr_zero(left));
                row.seq = block.begin + word * 64 + i;
                row.event = block.events + word * 64 + i;
                bits |= std::uint64_t{static_cast<bool>(test_(row, &recording_))} << i;
            }
            out[word] = bits;
        }
    }
    bool matches(const EventRow& row) const override { return test_(row, nullptr); }
    double cost() const override { return cost_; }

private:
    const Recording& recording_;
    Test test_;
    double cost_;
};

// test(row, recording): with a recording the event is in its store, and the row has no more than the event;
// without, the row has all there is.
template <typename Test>
NodePtr row_node(const Recording& recording, Test test, double cost) {
    return std::make_unique<RowNode<Test>>(recording, std::move(test), cost);
}

NodePtr both_node(std::vector<NodePtr> children);
NodePtr either_node(std::vector<NodePtr> children);
NodePtr negated_node(NodePtr child);

}  // namespace ipcscope

#include "runtime/filter_node.h"

#include <algorithm>

namespace ipcscope {

namespace {

bool none(const FilterBits& bits, std::size_t words) {
    return std::all_of(bits.begin(), bits.begin() + static_cast<std::ptrdiff_t>(words),
                       [](std::uint64_t word) { return word == 0; });
}

class Joined : public FilterNode {
public:
    explicit Joined(std::vector<NodePtr> children) : children_(std::move(children)) {
        std::stable_sort(children_.begin(), children_.end(),
                         [](const NodePtr& a, const NodePtr& b) { return a->cost() < b->cost(); });
    }
    double cost() const override {
        double sum = 0;
        for (const auto& child : children_)
            sum += child->cost();
        return sum;
    }

protected:
    std::vector<NodePtr> children_;
};

class Both final : public Joined {
public:
    using Joined::Joined;
    void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const override {
        FilterBits left;
        std::copy_n(in.begin(), block.words(), left.begin());
        for (const auto& child : children_) {
            if (none(left, block.words())) break;
            child->evaluate(block, left, out);
            std::copy_n(out.begin(), block.words(), left.begin());
        }
        std::copy_n(left.begin(), block.words(), out.begin());
    }
    bool matches(const EventRow& row) const override {
        return std::all_of(children_.begin(), children_.end(),
                           [&](const auto& c) { return c->matches(row); });
    }
};

class Either final : public Joined {
public:
    using Joined::Joined;
    void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const override {
        FilterBits left, found{};
        std::copy_n(in.begin(), block.words(), left.begin());
        for (const auto& child : children_) {
            if (none(left, block.words())) break;
            child->evaluate(block, left, out);
            for (std::size_t i = 0; i < block.words(); ++i) {
                found[i] |= out[i];
                left[i] &= ~out[i];
            }
        }
        std::copy_n(found.begin(), block.words(), out.begin());
    }
    bool matches(const EventRow& row) const override {
        return std::any_of(children_.begin(), children_.end(),
                           [&](const auto& c) { return c->matches(row); });
    }
};

class Negated final : public FilterNode {
public:
    explicit Negated(NodePtr child) : child_(std::move(child)) {}
    void evaluate(const FilterBlock& block, const FilterBits& in, FilterBits& out) const override {
        child_->evaluate(block, in, out);
        for (std::size_t i = 0; i < block.words(); ++i)
            out[i] = in[i] & ~out[i];
    }
    bool matches(const EventRow& row) const override { return !child_->matches(row); }
    double cost() const override { return child_->cost(); }

private:
    NodePtr child_;
};

}  // namespace

NodePtr both_node(std::vector<NodePtr> children) {
    return std::make_unique<Both>(std::move(children));
}
NodePtr either_node(std::vector<NodePtr> children) {
    return std::make_unique<Either>(std::move(children));
}
NodePtr negated_node(NodePtr child) {
    return std::make_unique<Negated>(std::move(child));
}

}  // namespace ipcscope

// What monitors of several folders need alike: fields by name, numbers of sockets and pipes in links, holds.
#pragma once

#include "mechanisms/monitor.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace ipcscope::mechanisms {

// A kind of a folder. Its fields are asked for by name once, when the monitor is made.
class KindFields {
public:
    KindFields(std::string_view mechanism, std::string_view kind) : index(kind_index(mechanism, kind)) {
        if (index == no_kind) std::abort();  // the tables and the code of one folder do not fit
    }
    std::size_t operator[](std::string_view field) const {
        const auto found = field_index(*monitored_kinds()[index].kind, field);
        if (found == no_kind) std::abort();
        return found;
    }
    const std::size_t index;
};

// 4711 of "socket:[4711]"; 0 = it is no such link.
inline std::uint64_t number_in(std::string_view link, std::string_view prefix) {
    std::uint64_t number = 0;
    if (!link.starts_with(prefix)) return 0;
    link.remove_prefix(prefix.size());
    const auto* end = link.data() + link.size();
    const auto [stop, error] = std::from_chars(link.data(), end, number);
    return error == std::errc() && stop != end && *stop == ']' ? number : 0;
}

// A key: mostly "[4711]", which needs no memory of its own.
class KeyText {
public:
    std::string text;  // if it is another
    void number_in_brackets(std::uint64_t number) {
        digits_[0] = '[';
        auto* end = std::to_chars(digits_ + 1, digits_ + sizeof digits_ - 1, number).ptr;
        *end++ = ']';
        size_ = static_cast<std::size_t>(end - digits_);
    }
    std::string_view view() const { return size_ != 0 ? std::string_view(digits_, size_) : text; }

private:
    char digits_[24] = {};
    std::size_t size_ = 0;
};

inline SeenHold descriptor_hold(ObjectIndex object, const SeenDescriptor& seen) {
    SeenHold hold;
    hold.object = object;
    hold.process = seen.process;
    hold.fd = seen.fd;
    hold.access = seen.access;
    return hold;
}

// Objects by inode, for one sample.
class InodeTable {
public:
    void clear(std::size_t expected) {
        std::size_t size = 64;
        while (size < 2 * expected)
            size *= 2;
        slots_.assign(size, {});
        used_ = 0;
    }
    void put(std::uint64_t inode, std::uint32_t value) {
        if (2 * (used_ + 1) > slots_.size()) grow();
        auto& slot = slots_[place(inode)];
        if (slot.inode == 0) ++used_;
        slot = {inode, value};
    }
    std::uint32_t find(std::uint64_t inode) const {
        if (slots_.empty() || inode == 0) return none_index;
        const auto& slot = slots_[place(inode)];
        return slot.inode == inode ? slot.value : none_index;
    }

private:
    struct Slot {
        std::uint64_t inode = 0;  // 0 = free
        std::uint32_t value = none_index;
    };
    std::size_t place(std::uint64_t inode) const {
        auto at = static_cast<std::size_t>(inode * 0x9e3779b97f4a7c15u >> 20) & (slots_.size() - 1);
        while (slots_[at].inode != 0 && slots_[at].inode != inode)
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }
    void grow() {
        auto old = std::move(slots_);
        clear(old.size());
        for (const auto& slot : old)
            if (slot.inode != 0) put(slot.inode, slot.value);
    }
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace ipcscope::mechanisms

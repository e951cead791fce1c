// Shared by the files of this driver.
#pragma once

#include "mechanisms/driver.h"

#include <cstddef>
#include <memory>

#include <sys/msg.h>

namespace ipcscope::mechanisms::sysv_msg {

// One message as msgsnd(2) and msgrcv(2) want it: a long, then the bytes. Grows and is kept, so that a loop
// of calls does not allocate.
class MessageBuffer {
public:
    void reserve(std::size_t bytes);
    void* data() { return words_.get(); }
    long& type() { return words_[0]; }
    char* text() { return reinterpret_cast<char*>(words_.get() + 1); }

private:
    std::unique_ptr<long[]> words_;
    std::size_t count_ = 0;
};

void send(Call& call);
void receive(Call& call);
void peek(Call& call);

// What IPC_STAT gives, by the names of the spec's state.
Fields facts(const msqid_ds& queue);
Result<Fields> observe(std::string_view handle, std::int64_t native);

// The same with more or less of the contents: what is left out stands in "note".
struct ContentsLimits {
    std::size_t messages = 256;
    std::size_t each = 256;                    // bytes
    std::size_t all = std::size_t{256} * 256;  // bytes
    bool tell_cut = true;                      // how many are cut short
};
Result<Fields> look_into(int queue, const ContentsLimits& limits);

}  // namespace ipcscope::mechanisms::sysv_msg

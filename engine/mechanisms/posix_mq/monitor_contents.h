// What waits in a queue of this machine, the next to come out first. Nothing is taken and no figure changes.
#pragma once

#include "mechanisms/posix_mq/monitor_look.h"
#include "schema/value.h"

#include <optional>
#include <string>

namespace ipcscope::mechanisms::posix_mq {

struct QueueContents {
    List messages;     // structures: priority, size, data
    std::string note;  // what is not shown, and why; "" = all is
    // All of one moment, as are the messages and bytes that the queue counts.
    bool steady = false;
    std::int64_t count = 0, bytes = 0;
};

class QueueContentsReader {
public:
    // The queue behind a descriptor of this process. `limit`: bytes of all messages; as many messages as
    // could have 256 each, at least 256. Failure: why they cannot be read here, in words.
    Result<QueueContents> read(int queue, std::size_t limit);

private:
    Result<LookProgram*> usual();

    std::unique_ptr<LookProgram> usual_;  // kept from the first look on: to load it takes longest
    std::optional<Error> problem_;
};

}  // namespace ipcscope::mechanisms::posix_mq

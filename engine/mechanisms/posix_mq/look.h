/* What the monitor and its program in the kernel (look.bpf.c) have between them: the value of a map, mapped
   by both. Behind it stand the messages and then the bytes of the first look, those of the second one
   likewise behind each. C, for both. */
#pragma once

#include <linux/types.h>

#ifdef __cplusplus
namespace ipcscope::mechanisms::posix_mq {
#endif

enum { copied_at_once = 4096 }; /* bytes at most; behind the bytes of both looks there is so much room more */

/* Of this program as it was loaded. */
struct LookSize {
    __u64 messages; /* of one look, at most */
    __u64 bytes;    /* of one look, at most */
    __u64 page;     /* of the kernel's memory: longer messages lie in parts of one page each */
};

struct LookedMessage {
    __u64 address; /* tells one message from another */
    __u64 size;
    __u64 at;   /* where its bytes begin, among those of this look */
    __u64 have; /* bytes of it that are there */
    __u64 priority;
};

enum LookEnd {
    look_cut,
    look_all,
    look_full,
    look_torn
}; /* too many steps; all; the first ones; what changes */

struct OneLook {
    __u64 messages; /* in the queue, by its own count, when the look began */
    __u64 bytes;
    __u64 count; /* of messages seen */
    __u64 end;
};

enum LookFound { found_nothing, found_another, found_queue };

struct QueueLook {
    /* Asked for. */
    __u64 descriptor; /* of this process */
    __u64 most;       /* bytes of each message */
    __u64 most_bytes; /* of all of them */
    /* Found. */
    __u64 found;
    struct OneLook looks[2]; /* one right after the other */
    __u64 messages;          /* by the queue's own count, at the end */
    __u64 bytes;
    /* The program's own, as it goes on. */
    __u64 which; /* look */
    __u64 doing;
    __u64 longest; /* message that the queue takes */
    __u64 node;    /* of the tree: all messages of one priority */
    __u64 list;    /* its list's head */
    __u64 next;    /* in that list */
    __u64 at;      /* bytes so far */
    __u64 from;    /* the next bytes of this message */
    __u64 of_part; /* how many are still to be copied from this part */
    __u64 left;    /* how many from all parts */
    __u64 part;    /* the next one */
};

#ifdef __cplusplus
} /* namespace ipcscope::mechanisms::posix_mq */
#endif

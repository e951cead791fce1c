/* What waits in a POSIX message queue, read where it stands: nothing is taken, and no lock of the queue is
   held. Runs in the kernel, as an iterator over the descriptors of the process that asks, of which it looks
   at one. As the queue may change meanwhile, it looks twice: what is the same in both looks was there. */
#include "mechanisms/posix_mq/look.h"

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>

#include <linux/bpf.h>

/* The kernel that loads it may keep these in another order, with more between them: libbpf puts the places
 * right. */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct bpf_iter_meta;
struct task_struct {
    int tgid;
};
struct super_block {
    unsigned long s_magic;
};
struct inode {
    struct super_block* i_sb;
};
struct file {
    struct inode* f_inode;
};
struct bpf_iter__task_file {
    struct bpf_iter_meta* meta;
    struct task_struct* task;
    __u32 fd;
    struct file* file;
};
struct list_head {
    struct list_head* next;
};
struct rb_node {
    unsigned long __rb_parent_color;
    struct rb_node* rb_right;
    struct rb_node* rb_left;
};
struct rb_root {
    struct rb_node* rb_node;
};
struct mq_attr {
    long mq_msgsize;
    long mq_curmsgs;
};
struct mqueue_inode_info {
    struct inode vfs_inode;
    struct rb_root msg_tree;
    struct mq_attr attr;
    unsigned long qsize;
};
struct posix_msg_tree_node {
    struct rb_node rb_node;
    struct list_head msg_list;
};
struct msg_msgseg {
    struct msg_msgseg* next;
};
struct msg_msg {
    struct list_head m_list;
    long m_type;
    unsigned long m_ts;
    struct msg_msgseg* next;
};
#pragma clang attribute pop

enum { queue_file_system = 0x19800202, most_steps = 1 << 20 };
enum { doing_down, doing_list, doing_copy, doing_up };

const volatile struct LookSize size SEC(".rodata.size");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(map_flags, BPF_F_MMAPABLE);
    __uint(max_entries, 1);
    __uint(key_size, sizeof(__u32));
    __uint(value_size, sizeof(struct QueueLook));
} look_map SEC(".maps");

static __always_inline struct QueueLook* the_look(void) {
    const __u32 zero = 0;
    return bpf_map_lookup_elem(&look_map, &zero);
}

/* What stands in the kernel's memory at object->field; not 0 = nothing can be read there (any more). */
#define READ(to, object, field)                            \
    ({                                                     \
        const __typeof__(object) object_ = (object);       \
        bpf_core_read(&(to), sizeof(to), &object_->field); \
    })

static __always_inline long end(struct QueueLook* s, enum LookEnd how) {
    s->looks[s->which & 1].end = how;
    return 1;
}

static __always_inline long enter(struct QueueLook* s, __u64 node) {
    struct posix_msg_tree_node* const all =
        (void*)(node - bpf_core_field_offset(struct posix_msg_tree_node, rb_node));
    s->node = node;
    s->list = (__u64)all + bpf_core_field_offset(struct posix_msg_tree_node, msg_list);
    s->doing = doing_list;
    return READ(s->next, all, msg_list.next) ? end(s, look_torn) : 0;
}

/* To the highest priority of this branch. */
static __always_inline long down(struct QueueLook* s) {
    __u64 right = 0;
    if (READ(right, (struct rb_node*)s->node, rb_right)) return end(s, look_torn);
    if (!right) return enter(s, s->node);
    s->node = right;
    return 0;
}

/* To the next lower priority, which has nothing on its right that was not looked at. */
static __always_inline long up(struct QueueLook* s) {
    __u64 parent = 0, right = 0;
    if (READ(parent, (struct rb_node*)s->node, __rb_parent_color)) return end(s, look_torn);
    parent &= ~(__u64)3;
    if (!parent) return end(s, look_all);
    if (READ(right, (struct rb_node*)parent, rb_right)) return end(s, look_torn);
    const __u64 from = s->node;
    s->node = parent;
    return right == from ? enter(s, parent) : 0;
}

static __always_inline long leave(struct QueueLook* s) {
    __u64 left = 0;
    if (READ(left, (struct rb_node*)s->node, rb_left)) return end(s, look_torn);
    s->doing = left ? doing_down : doing_up;
    if (left) s->node = left;
    return 0;
}

static __always_inline long message(struct QueueLook* s) {
    if (s->next == s->list) return leave(s);
    const __u64 which = s->which & 1, count = s->looks[which].count;
    if (count >= size.messages) return end(s, look_full);
    struct msg_msg* const message = (void*)(s->next - bpf_core_field_offset(struct msg_msg, m_list));
    __u64 length = 0, priority = 0, next = 0;
    if (READ(length, message, m_ts) || READ(priority, message, m_type) || READ(next, message, m_list.next) ||
        READ(s->part, message, next) || length > s->longest)
        return end(s, look_torn);
    s->next = next;
    __u64 have = length;
    if (have > s->most) have = s->most;
    if (have > s->most_bytes - s->at) have = s->most_bytes - s->at;
    s->left = have;
    s->from = (__u64)message + bpf_core_type_size(struct msg_msg);
    const __u64 first = size.page - bpf_core_type_size(struct msg_msg);
    s->of_part = have < first ? have : first;
    if (have)
        s->doing = doing_copy;
    else
        s->looks[which].count = count + 1;

    const __u64 place = (which ? size.messages : 0) + count;
    if (place >= 2 * size.messages) return end(s, look_torn);
    struct LookedMessage* const to = (struct LookedMessage*)(s + 1) + place;
    to->address = (__u64)message;
    to->size = length;
    to->priority = priority;
    to->at = s->at;
    to->have = have;
    return 0;
}

static __always_inline long copy(struct QueueLook* s) {
    const __u64 at = (s->which & 1 ? size.bytes : 0) + s->at;
    __u64 length = s->of_part;
    if (length > copied_at_once) length = copied_at_once;
    if (at > 2 * size.bytes) return end(s, look_torn);
    char* const to = (char*)(s + 1) + 2 * size.messages * sizeof(struct LookedMessage) + at;
    if (bpf_probe_read_kernel(to, length, (const void*)s->from)) return end(s, look_torn);
    s->at += length;
    s->from += length;
    s->of_part -= length;
    s->left -= length;
    if (!s->left) { /* only now it counts */
        s->looks[s->which & 1].count++;
        s->doing = doing_list;
    } else if (!s->of_part) {
        struct msg_msgseg* const part = (void*)s->part;
        const __u64 room = size.page - bpf_core_type_size(struct msg_msgseg);
        s->from = s->part + bpf_core_type_size(struct msg_msgseg);
        s->of_part = s->left < room ? s->left : room;
        if (!part || READ(s->part, part, next)) return end(s, look_torn);
    }
    return 0;
}

static long step(__u32 index, void* context) {
    (void)index, (void)context;
    struct QueueLook* const s = the_look();
    if (!s) return 1;
    switch (s->doing) {
        case doing_down: return down(s);
        case doing_list: return message(s);
        case doing_copy: return copy(s);
        default: return up(s);
    }
}

static __always_inline void look(struct QueueLook* s, struct mqueue_inode_info* queue, __u64 which) {
    struct OneLook* const one = &s->looks[which];
    one->count = 0;
    one->end = look_cut;
    READ(one->messages, queue, attr.mq_curmsgs);
    READ(one->bytes, queue, qsize);
    READ(s->longest, queue, attr.mq_msgsize);
    READ(s->node, queue, msg_tree.rb_node);
    s->which = which;
    s->at = 0;
    s->doing = doing_down;
    if (s->node)
        bpf_loop(most_steps, step, 0, 0);
    else
        one->end = look_all;
}

SEC("iter/task_file")
int look_at_queue(struct bpf_iter__task_file* context) {
    struct task_struct* const task = context->task;
    struct file* const file = context->file;
    if (!task || !file) return 0;
    struct QueueLook* const s = the_look();
    if (!s || s->descriptor != context->fd) return 0;
    if ((__u32)BPF_CORE_READ(task, tgid) != bpf_get_current_pid_tgid() >> 32) return 0;
    struct inode* const inode = BPF_CORE_READ(file, f_inode);
    s->found = found_another;
    if (BPF_CORE_READ(inode, i_sb, s_magic) != queue_file_system) return 0;
    s->found = found_queue;
    struct mqueue_inode_info* const queue =
        (void*)inode - bpf_core_field_offset(struct mqueue_inode_info, vfs_inode);
    look(s, queue, 0);
    look(s, queue, 1);
    READ(s->messages, queue, attr.mq_curmsgs);
    READ(s->bytes, queue, qsize);
    return 0;
}

/* Helpers that read the kernel's memory are for programs under the GPL, as this one is (LICENSE). */
char of_the_program[] SEC("license") = "GPL";

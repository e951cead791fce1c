// The helpers of generated C and C++ programs: one text for both.
#pragma once

#include "mechanisms/dbus/code_c_words.h"

namespace ipcscope::mechanisms::dbus {

inline constexpr const char* outcome_c =
    R"(// sd-bus gives back a negative errno: here as the C library does it.
static long outcome_of(int result)
{
    if (result >= 0)
        return result;
    errno = -result;
    return -1;
})";

inline constexpr const char* start_bus_c =
    R"(// Where the bus listens whose daemon has this process number.
static const char *bus_address(int daemon)
{
    static char address[4200];
    char directory[4096];

    if (getcwd(directory, sizeof directory) == NULL)
        die("getcwd");
    snprintf(address, sizeof address, "unix:path=%s/bus-%d", directory, daemon);
    return address;
}

// Starts a bus of our own: the process number of its daemon. It listens when this comes back.
static long start_bus(void)
{
    int ends[2];
    char line[4300];
    ssize_t got = -1;

    if (pipe(ends) == -1)
        return -1;
    pid_t pid = fork();
    if (pid == 0) {
        char address[4300], output[32];
        snprintf(address, sizeof address, "--address=%s", bus_address(getpid()));
        snprintf(output, sizeof output, "--print-address=%d", ends[1]);
        execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--nopidfile", address, output, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    if (pid != -1)
        got = read(ends[0], line, sizeof line);
    close(ends[0]);
    return got > 0 ? pid : -1;
}

static long stop_bus(int daemon)
{
    if (kill(daemon, SIGTERM) == -1)
        return -1;
    waitpid(daemon, NULL, 0);
    return 0;
})";

inline constexpr const char* note_message_c = R"(// A message that came: a method call, or a signal.
struct message {
    char sender[256], path[256], interface[256], member[256], signature[256];
    struct words body;
};

static void note_message(struct message *to, sd_bus_message *from)
{
    snprintf(to->sender, sizeof to->sender, "%s", sd_bus_message_get_sender(from));
    snprintf(to->path, sizeof to->path, "%s", sd_bus_message_get_path(from));
    snprintf(to->interface, sizeof to->interface, "%s", sd_bus_message_get_interface(from));
    snprintf(to->member, sizeof to->member, "%s", sd_bus_message_get_member(from));
    snprintf(to->signature, sizeof to->signature, "%s", sd_bus_message_get_signature(from, true));
    read_words(from, &to->body);
})";

inline constexpr const char* note_call_c =
    R"(static struct message last_call;  // the latest one that was answered
static int calls;

// Sees all messages before they are answered.
static int note_call(sd_bus_message *message, void *data, sd_bus_error *error)
{
    (void)data, (void)error;
    if (sd_bus_message_is_method_call(message, NULL, NULL) > 0) {
        note_message(&last_call, message);
        calls++;
    }
    return 0;
})";

inline constexpr const char* note_signal_c =
    R"(static struct message signals[64];  // that nobody has received yet
static int last_signal;

static int note_signal(sd_bus_message *message, void *data, sd_bus_error *error)
{
    (void)data, (void)error;
    note_message(&signals[last_signal++ % 64], message);
    return 0;
})";

inline constexpr const char* connect_c =
    R"(static long connect_to(sd_bus **bus, const char *address, const char **unique_name)
{
    int result = sd_bus_new(bus);

    if (result >= 0)
        result = sd_bus_set_address(*bus, address);
    if (result >= 0)
        result = sd_bus_set_bus_client(*bus, true);
    if (result >= 0)
        result = sd_bus_start(*bus);
    if (result >= 0)
        result = sd_bus_get_unique_name(*bus, unique_name);  // waits until the bus has answered
    if (result >= 0)
        result = sd_bus_add_filter(*bus, NULL, note_call, NULL);
    return outcome_of(result < 0 ? result : 0);
})";

inline constexpr const char* wait_c =
    R"(// Handles messages until `*count` has grown above `before` (1), or the time is over (0). 0 ns = no limit.
static long wait_for(sd_bus *bus, const int *count, int before, long long limit)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    const long long end = now.tv_sec * 1000000000LL + now.tv_nsec + limit;
    while (*count <= before) {
        int result = sd_bus_process(bus, NULL);
        if (result < 0)
            return outcome_of(result);
        if (result > 0)
            continue;
        clock_gettime(CLOCK_MONOTONIC, &now);
        const long long left = end - (now.tv_sec * 1000000000LL + now.tv_nsec);
        if (limit > 0 && left <= 0)
            return 0;
        result = sd_bus_wait(bus, limit > 0 ? (uint64_t)left / 1000 + 1 : UINT64_MAX);
        if (result < 0)
            return outcome_of(result);
    }
    return 1;
})";

inline constexpr const char* receive_c = R"(// The oldest signal that was not received yet.
static long receive_signal(sd_bus *bus, long long limit, struct message *signal)
{
    static int received;
    long ret = wait_for(bus, &last_signal, received, limit);

    if (ret == 1)
        *signal = signals[received++ % 64];
    return ret;
})";

inline constexpr const char* send_call_c = R"(// Calls a method, and wants no answer.
static long send_call(sd_bus *bus, const char *destination, const char *path, const char *interface,
                      const char *member, const char *types, const char *const *words)
{
    sd_bus_message *message = NULL;
    int result = sd_bus_message_new_method_call(bus, &message, destination, path, interface, member);

    if (result >= 0) {
        append_words(message, types, words);
        sd_bus_message_set_expect_reply(message, false);
        result = sd_bus_send(bus, message, NULL);
    }
    sd_bus_message_unref(message);
    return outcome_of(result < 0 ? result : 0);
})";

inline constexpr const char* value_of_c = R"(// What stands behind the type of a variant.
static const char *value_of(const struct answer *answer)
{
    const char *space = strchr(answer->body.text, ' ');

    return space != NULL ? space + 1 : "";
})";

inline constexpr const char* ask_c = R"(// What a call has brought back.
struct answer {
    char error[256], message[256], signature[256];
    struct words body;
};

// Calls a method and waits for the answer.
static long ask(sd_bus *bus, const char *destination, const char *path, const char *interface, const char *member,
                const char *types, const char *const *words, long long limit, struct answer *answer)
{
    sd_bus_message *message = NULL, *reply = NULL;
    sd_bus_error error = {NULL, NULL, 0};
    int result = sd_bus_message_new_method_call(bus, &message, destination, path, interface, member);

    memset(answer, 0, sizeof *answer);
    if (result >= 0) {
        append_words(message, types, words);
        result = sd_bus_call(bus, message, (uint64_t)limit / 1000, &error, &reply);
    }
    if (error.name != NULL) {
        snprintf(answer->error, sizeof answer->error, "%s", error.name);
        snprintf(answer->message, sizeof answer->message, "%s", error.message);
    }
    if (reply != NULL && result >= 0) {
        snprintf(answer->signature, sizeof answer->signature, "%s", sd_bus_message_get_signature(reply, true));
        read_words(reply, &answer->body);
    }
    sd_bus_error_free(&error);
    sd_bus_message_unref(message);
    sd_bus_message_unref(reply);
    return outcome_of(result < 0 ? result : 0);
})";

inline constexpr const char* member_c = R"(// A method and what it answers, or a property and what it holds.
struct member {
    const char *name, *answer, *types;
    const char *const *words;
    const char *error;
};

static struct member *find_member(void *members, const char *name)
{
    struct member *member = (struct member *)members;

    while (strcmp(member->name, name) != 0)
        member++;
    return member;
})";

inline constexpr const char* answer_call_c =
    R"(static int answer_call(sd_bus_message *call, void *members, sd_bus_error *error)
{
    const struct member *member = find_member(members, sd_bus_message_get_member(call));
    sd_bus_message *reply = NULL;

    if (strcmp(member->answer, "silence") == 0)
        return 1;
    if (strcmp(member->answer, "error") == 0)
        return sd_bus_error_set(error, member->error, member->words[0] != NULL ? member->words[0] : "");
    int result = sd_bus_message_new_method_return(call, &reply);
    if (result >= 0 && strcmp(member->answer, "echo") == 0)
        result = sd_bus_message_copy(reply, call, true);
    else if (result >= 0)
        append_words(reply, member->types, member->words);
    if (result >= 0)
        result = sd_bus_send(NULL, reply, NULL);
    sd_bus_message_unref(reply);
    return result;
})";

inline constexpr const char* get_value_c =
    R"(static int get_value(sd_bus *bus, const char *path, const char *interface, const char *name, sd_bus_message *reply,
                     void *members, sd_bus_error *error)
{
    const struct member *member = find_member(members, name);

    (void)bus, (void)path, (void)interface, (void)error;
    append_words(reply, member->types, member->words);
    return 1;
})";

inline constexpr const char* set_value_c = R"(// Of one word: numbers and texts.
static int set_value(sd_bus *bus, const char *path, const char *interface, const char *name, sd_bus_message *value,
                     void *members, sd_bus_error *error)
{
    struct member *member = find_member(members, name);
    struct words words = {0, ""};
    const char **kept = (const char **)calloc(2, sizeof *kept);

    (void)error;
    read_word(value, &words);
    if (kept == NULL || (kept[0] = strdup(words.text)) == NULL)
        return -ENOMEM;
    member->words = kept;
    return sd_bus_emit_properties_changed(bus, path, interface, name, NULL);
})";

inline constexpr const char* object_slot_c =
    R"(// Where it is kept that an interface of an object is exported.
static sd_bus_slot **object_slot(const char *path, const char *interface)
{
    static struct {
        char name[512];
        sd_bus_slot *slot;
    } objects[64];
    char name[512];
    int i = 0;

    snprintf(name, sizeof name, "%s %s", path, interface);
    while (i < 63 && objects[i].name[0] != '\0' && strcmp(objects[i].name, name) != 0)
        i++;
    strcpy(objects[i].name, name);
    return &objects[i].slot;
})";

inline constexpr const char* send_signal_c =
    R"(static long send_signal(sd_bus *bus, const char *path, const char *interface, const char *member, const char *types,
                        const char *const *words, const char *destination)
{
    sd_bus_message *message = NULL;
    int result = sd_bus_message_new_signal(bus, &message, path, interface, member);

    if (result >= 0 && destination[0] != '\0')
        result = sd_bus_message_set_destination(message, destination);
    if (result >= 0) {
        append_words(message, types, words);
        result = sd_bus_send(bus, message, NULL);
    }
    sd_bus_message_unref(message);
    return outcome_of(result < 0 ? result : 0);
})";

}  // namespace ipcscope::mechanisms::dbus

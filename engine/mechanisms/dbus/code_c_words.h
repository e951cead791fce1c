// For generated C: the values of a message, put in and taken out as words.
#pragma once

namespace ipcscope::mechanisms::dbus {

inline constexpr const char* append_c = R"(// How long the first type of a signature is.
static size_t type_length(const char *types)
{
    size_t length = 1;

    if (types[0] == 'a')
        return 1 + type_length(types + 1);
    if (types[0] != '(' && types[0] != '{')
        return 1;
    while (types[length] != ')' && types[length] != '}')
        length += type_length(types + length);
    return length + 1;
}

// Appends values: one word for each, before those of a list their number, before that of a variant its type.
// Gives the words behind them.
static const char *const *append_words(sd_bus_message *message, const char *types, const char *const *words)
{
    for (size_t size; *types != '\0'; types += size) {
        char inner[256], type = *types;
        size = type_length(types);
        if (type == 'a') {
            long count = strtol(*words++, NULL, 10);
            snprintf(inner, sizeof inner, "%.*s", (int)size - 1, types + 1);
            sd_bus_message_open_container(message, 'a', inner);
            while (count-- > 0)
                words = append_words(message, inner, words);
            sd_bus_message_close_container(message);
        } else if (type == 'v') {
            snprintf(inner, sizeof inner, "%s", *words++);
            sd_bus_message_open_container(message, 'v', inner);
            words = append_words(message, inner, words);
            sd_bus_message_close_container(message);
        } else if (type == '(' || type == '{') {
            snprintf(inner, sizeof inner, "%.*s", (int)size - 2, types + 1);
            sd_bus_message_open_container(message, type == '(' ? 'r' : 'e', inner);
            words = append_words(message, inner, words);
            sd_bus_message_close_container(message);
        } else if (strchr("sog", type) != NULL) {
            sd_bus_message_append_basic(message, type, *words++);
        } else if (type == 'b') {
            int value = strcmp(*words++, "true") == 0;
            sd_bus_message_append_basic(message, type, &value);
        } else if (type == 'd') {
            double value = strtod(*words++, NULL);
            sd_bus_message_append_basic(message, type, &value);
        } else {
            union { uint8_t y; uint16_t q; uint32_t u; uint64_t t; } value;
            uint64_t number = **words == '-' ? (uint64_t)strtoll(*words, NULL, 10) : strtoull(*words, NULL, 10);
            words++;
            if (type == 'y')
                value.y = (uint8_t)number;
            else if (type == 'n' || type == 'q')
                value.q = (uint16_t)number;
            else if (type == 'i' || type == 'u')
                value.u = (uint32_t)number;
            else
                value.t = number;
            sd_bus_message_append_basic(message, type, &value);
        }
    }
    return words;
})";

inline constexpr const char* read_c = R"(// Words with a space between.
struct words {
    size_t size;
    char text[4096];
};

static void add_word(struct words *words, const char *word)
{
    int wanted = snprintf(words->text + words->size, sizeof words->text - words->size, "%s%s",
                          words->size > 0 ? " " : "", word);
    words->size += (size_t)wanted;
    if (words->size >= sizeof words->text)
        words->size = sizeof words->text - 1;
}

// The next value of a message, as words; false = there is none.
static bool read_word(sd_bus_message *message, struct words *words)
{
    char type = 0, text[64], inner[256] = "";
    const char *contents = NULL, *string = "";

    if (sd_bus_message_peek_type(message, &type, &contents) <= 0)
        return false;
    if (strchr("avre", type) != NULL) {
        struct words elements = {0, ""};
        int count = 0;
        snprintf(inner, sizeof inner, "%s", contents);
        sd_bus_message_enter_container(message, type, inner);
        while (read_word(message, &elements))
            count++;
        sd_bus_message_exit_container(message);
        snprintf(text, sizeof text, "%d", count);
        if (type == 'a')
            add_word(words, text);
        if (type == 'v')
            add_word(words, inner);
        if (count > 0)
            add_word(words, elements.text);
        return true;
    }
    if (strchr("sog", type) != NULL) {
        sd_bus_message_read_basic(message, type, &string);
        add_word(words, string);
        return true;
    }
    union { uint8_t y; int16_t n; uint16_t q; int32_t i; uint32_t u; int64_t x; uint64_t t; double d; int b; } value;
    sd_bus_message_read_basic(message, type, &value);
    switch (type) {
    case 'b': snprintf(text, sizeof text, "%s", value.b ? "true" : "false"); break;
    case 'd': snprintf(text, sizeof text, "%g", value.d); break;
    case 'y': snprintf(text, sizeof text, "%d", value.y); break;
    case 'n': snprintf(text, sizeof text, "%d", value.n); break;
    case 'q': snprintf(text, sizeof text, "%d", value.q); break;
    case 'i': snprintf(text, sizeof text, "%d", value.i); break;
    case 'u': snprintf(text, sizeof text, "%u", value.u); break;
    case 'x': snprintf(text, sizeof text, "%lld", (long long)value.x); break;
    default: snprintf(text, sizeof text, "%llu", (unsigned long long)value.t);
    }
    add_word(words, text);
    return true;
}

// All values of a message, which can be read once more afterwards.
static void read_words(sd_bus_message *message, struct words *words)
{
    words->size = 0;
    words->text[0] = '\0';
    sd_bus_message_rewind(message, true);
    while (read_word(message, words)) {
    }
    sd_bus_message_rewind(message, true);
})";

}  // namespace ipcscope::mechanisms::dbus

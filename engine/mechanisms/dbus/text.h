// Values of D-Bus messages as text, in the notation of busctl(1): a signature, and one word per basic value.
// Before the elements of an array stands their number, before the value of a variant its signature;
// structures and dictionary entries are just their parts ("a{sv}", "1", "volume", "u", "80").
#pragma once

#include "mechanisms/dbus/sd.h"
#include "schema/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipcscope::mechanisms::dbus {

using Words = std::vector<std::string>;

// Of a parameter (Kind::array of text).
Words words_of(const List& list);
List list_of(const Words& words);
// For people: the words with a space between.
std::string joined(const Words& words);

// Length of the first complete type of a signature; 0 = there is none.
std::size_t type_length(std::string_view signature);
// Appends `words` as values of `signature`. "" = done; else what does not fit, in words for a person.
std::string append(sd_bus_message* message, std::string_view signature, const Words& words);
// Does `words` fit? Without a message at hand; "" = yes.
std::string misfit(std::string_view signature, const Words& words);
// All values of a message, from its beginning.
Words read_all(sd_bus_message* message);

}  // namespace ipcscope::mechanisms::dbus

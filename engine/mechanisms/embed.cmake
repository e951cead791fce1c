# cmake -DFILE=.. -DOUT=.. -DNAME=.. -P embed.cmake: a C++ source whose function mechanisms::NAME() gives the octets of FILE.
file(READ ${FILE} octets HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," octets "${octets}")
string(REGEX REPLACE "(................................................................................)" "\\1\n" octets "${octets}")
file(WRITE ${OUT} "// Generated from a program for the kernel.
#include <string_view>

namespace ipcscope::mechanisms {
std::string_view ${NAME}();
std::string_view ${NAME}() {
    alignas(8) static const unsigned char octets[] = {
${octets}};
    return {reinterpret_cast<const char*>(octets), sizeof octets};
}
}  // namespace ipcscope::mechanisms
")

#include "mechanisms/dbus/sd.h"

#include "mechanisms/library.h"

namespace ipcscope::mechanisms::sd {

#define IPCSCOPE_SD_DEFINE(name) decltype(&::sd_##name) name = nullptr;
IPCSCOPE_SD_FUNCTIONS(IPCSCOPE_SD_DEFINE)
#undef IPCSCOPE_SD_DEFINE

const std::string& load() {
    static Library library("libsystemd.so.0", "libsystemd0");
    if (bus_new || !library.problem().empty()) return library.problem();
#define IPCSCOPE_SD_FIND(name) library.find("sd_" #name, name);
    IPCSCOPE_SD_FUNCTIONS(IPCSCOPE_SD_FIND)
#undef IPCSCOPE_SD_FIND
    return library.problem();
}

}  // namespace ipcscope::mechanisms::sd

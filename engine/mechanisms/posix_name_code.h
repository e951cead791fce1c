// Names of POSIX objects in generated programs: see posix_name.h. Tables only: nothing to link.
#pragma once

#include "schema/code.h"

namespace ipcscope::mechanisms {

// posix_name("hello") is "/hello-AbCdEf-hello" in a program that works in /tmp/hello-AbCdEf.
inline HelperCode posix_name_code() {
    return {"posix_name",
            {.c = R"(// A name without a slash in front is private to this run: named after its directory.
static const char *posix_name(const char *name)
{
    static char text[600];
    char directory[256];

    if (name[0] == '/' || getcwd(directory, sizeof directory) == NULL)
        return name;
    snprintf(text, sizeof text, "%s-%s", strrchr(directory, '/'), name);
    return text;
})",
             .cpp = R"(// A name without a slash in front is private to this run: named after its directory.
std::string posix_name(const std::string& name)
{
    if (name.starts_with('/')) return name;
    return "/" + std::filesystem::current_path().filename().string() + "-" + name;
})",
             .python = R"(def posix_name(name):
    """A name without a slash in front is private to this run: named after its directory."""
    return name if name.startswith("/") else f"/{os.path.basename(os.getcwd())}-{name}")"},
            {"stdio.h string.h unistd.h", "filesystem string", "os"}};
}

}  // namespace ipcscope::mechanisms

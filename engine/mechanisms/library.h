// A shared library that a worker loads when it is first used. Linked in the usual way, these libraries and
// what they need would more than double the start of every worker (1.3 ms to 2.9 ms), of which most never
// touch them.
#pragma once

#include <dlfcn.h>
#include <string>

namespace ipcscope::mechanisms {

class Library {
public:
    // Names stay valid for ever: they are literals.
    Library(const char* file, const char* package) : file_(file), package_(package) {}

    // Loads it once. "" = it is there; else why not, in words that name the package.
    const std::string& problem() {
        if (handle_ || !problem_.empty()) return problem_;
        handle_ = ::dlopen(file_, RTLD_NOW | RTLD_LOCAL);
        if (!handle_) problem_ = std::string(file_) + " cannot be loaded; install the package " + package_;
        return problem_;
    }
    // The function `name`, or nullptr, which makes a problem of it.
    template <typename Function>
    void find(const char* name, Function& out) {
        if (!handle_) return;
        out = reinterpret_cast<Function>(::dlsym(handle_, name));
        if (!out) problem_ = std::string(file_) + " is too old: it has no " + name;
    }

private:
    const char* file_;
    const char* package_;
    void* handle_ = nullptr;
    std::string problem_;
};

}  // namespace ipcscope::mechanisms

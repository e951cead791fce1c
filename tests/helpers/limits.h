// Limits of this process that workers inherit, for tests that reach them.
#pragma once

#include <QtTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace ipcscope::testing {

// Workers started within this scope may open only so many files.
class FileLimit {
public:
    explicit FileLimit(rlim_t files) {
        getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit lower{files, before_.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &lower) != 0) qFatal("setrlimit");
    }
    ~FileLimit() { setrlimit(RLIMIT_NOFILE, &before_); }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;

private:
    rlimit before_{};
};

// Workers started within this scope have this soft limit (RLIMIT_MEMLOCK, ...).
class ResourceLimit {
public:
    ResourceLimit(int resource, rlim_t value) : resource_(resource) {
        getrlimit(which(), &before_);
        const rlimit lower{value, before_.rlim_max};
        if (setrlimit(which(), &lower) != 0) qFatal("setrlimit");
    }
    ~ResourceLimit() { setrlimit(which(), &before_); }
    ResourceLimit(const ResourceLimit&) = delete;
    ResourceLimit& operator=(const ResourceLimit&) = delete;

private:
    __rlimit_resource which() const { return static_cast<__rlimit_resource>(resource_); }
    int resource_;
    rlimit before_{};
};

// From now on workers lack this capability (CAP_SYS_RESOURCE, ...), also when the tests run as root.
inline bool workers_lack(unsigned long capability) {
    return prctl(PR_CAPBSET_READ, capability) == 0 || prctl(PR_CAPBSET_DROP, capability) == 0 ||
           geteuid() != 0;  // who is not root has none to lose
}

}  // namespace ipcscope::testing

// SIGINT, SIGTERM, SIGHUP: the run is cancelled and cleaned up.
#pragma once

namespace ipcscope {
class Conductor;
}

namespace ipcscope::cli {

class Interrupts {
public:
    explicit Interrupts(Conductor& conductor);
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    static int received();  // signal number, 0 = none
};

}  // namespace ipcscope::cli

// Breaks at a terminal: says before which operation the run stands, and asks how it goes on.
#pragma once

#include "cli/printer.h"
#include "runtime/conductor.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace ipcscope::cli {

class Stepper {
public:
    // `filters`: breaks as they were typed. On a thread of its own until it is gone.
    Stepper(Supervisor& supervisor, Conductor& conductor, const Printer& printer,
            std::vector<std::string> filters);
    ~Stepper();
    Stepper(const Stepper&) = delete;
    Stepper& operator=(const Stepper&) = delete;

    // Says on stderr what is wrong with them; false = they cannot be used.
    static bool check(const Registry& registry, const std::vector<std::string>& filters);

private:
    void loop();
    bool tell(const RunState& state);  // false: nobody is held
    void answer(char key);
    Supervisor& supervisor_;
    Conductor& conductor_;
    const Printer& printer_;
    const std::vector<std::string> filters_;
    WorkerId held_;  // who was told last
    std::int64_t held_since_ = 0;
    std::string typed_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace ipcscope::cli

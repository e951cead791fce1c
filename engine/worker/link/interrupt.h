#pragma once

namespace ipcscope {

inline constexpr int interrupt_signal = 33;  // see worker/interrupt.cpp

}  // namespace ipcscope

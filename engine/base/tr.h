// Marks a string for translation. The engine never translates: the GUI looks the string up, context "schema".
#pragma once

#define IPC_TR(text) text

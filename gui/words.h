// The engine's plain values in words for people, in the person's language.
#pragma once

#include "runtime/recording.h"
#include "schema/registry.h"

#include <QString>

#include <string_view>

namespace ipcscope {

QString fromUtf8(std::string_view text);  // octets that are not UTF-8 become U+FFFD
QString schemaText(const char* text);     // a string of the specs, translated (context "schema")
QString durationText(qint64 ns);          // "3.2 ms"; at most four digits
QString secondsText(qint64 ns);           // "12.345678901 s", for positions on the time axis
QString signalText(int number);           // "SIGKILL"
QString errnoText(int code);              // "EAGAIN"
QString errnoMeaning(const OperationSpec* operation, int code);  // the spec's words, else the C library's
QString workerStatusText(const Recording& run, const RunState& state, const WorkerInfo& worker, qint64 now);
QString objectText(const ObjectInfo& object);  // "p"; without a name its label or key
QString sideTitle(Side side);                  // "Create or open"; sides that share a section share it

}  // namespace ipcscope

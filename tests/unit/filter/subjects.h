// What the tests of this subject share, and its parts.
#pragma once

#ifndef Q_MOC_RUN
#include "filter/filter.h"
#endif

#include <QtTest>

#include <memory>

namespace ipcscope::testing::filter_tests {

inline const FieldTable& table() {
    static const FieldTable fields = [] {
        FieldTable out("event");
        out.add({.name = "worker", .type = FieldType::text, .words = {"parent", "child", "a b"}});
        out.add({.name = "op",
                 .type = FieldType::text,
                 .words = {"pipe.read", "pipe.write", "fifo.open"},
                 .closed = true});
        out.add({.name = "call", .type = FieldType::text});
        out.add({.name = "payload", .type = FieldType::bytes});
        out.add({.name = "ret", .type = FieldType::integer});
        out.add({.name = "duration", .type = FieldType::duration, .natural = true});
        out.add({.name = "time", .type = FieldType::time, .natural = true});
        out.add({.name = "bytes", .type = FieldType::bytes_count, .natural = true});
        out.add({.name = "errno", .type = FieldType::errnos, .words = {"EAGAIN", "EPIPE"}});
        out.add({.name = "phase", .type = FieldType::choice, .names = {{"enter", 0}, {"leave", 1}}});
        out.add({.name = "flags", .type = FieldType::flags, .names = {{"O_RDWR", 2}, {"O_NONBLOCK", 2048}}});
        out.add({.name = "signal", .type = FieldType::integer, .names = {{"SIGINT", 2}, {"SIGUSR1", 10}}});
        out.add({.name = "mode", .type = FieldType::integer, .octal = true});
        out.add({.name = "blocked", .type = FieldType::boolean});
        out.add({.name = "type", .type = FieldType::value, .names = {{"SOCK_STREAM", 1}}});
        out.alias("operation", "op");
        return out;
    }();
    return fields;
}

inline QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

std::unique_ptr<QObject> random_filters();
std::unique_ptr<QObject> pairs();

}  // namespace ipcscope::testing::filter_tests

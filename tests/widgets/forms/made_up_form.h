// An operation with one parameter of every kind, and the parts of its form by name.
#pragma once

#include "forms/field_rows.h"
#include "forms/operation_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace ipcscope::testing::forms_tests {

inline TypeSpec real() {
    TypeSpec type;
    type.kind = Kind::real;
    return type;
}

// One parameter of every kind.
inline const OperationSpec& everything() {
    static const OperationSpec spec{
        .verb = "all",
        .title = "Do it",
        .params = {
            {"from", types::handle({"thing.end"}), "From", "The way to it."},
            {"who", types::worker(), "Worker", ""},
            {"size", types::integer(0, 65536, Unit::bytes), "Size", "How many.", 4096},
            {"key", types::integer(0, 1000, Unit::none, {{"PRIVATE", 0}, {"ANY", 7}}), "Key", "", 0},
            {"on", types::boolean(), "Wake", "", false},
            {"ratio", real(), "Ratio", "", 0.5},
            {"how", types::choice({{"SET", 1}, {"GET", 2}}), "How", "", 1},
            {"few", types::flags({{"F_A", 1}, {"F_B", 2}, {"F_C", 4}}), "Few", "", 1},
            {"many", types::flags({{"M_A", 1}, {"M_B", 2}, {"M_C", 4}, {"M_D", 8}, {"M_E", 16}}), "Many", "",
             0},
            {"mode", types::mode(), "Mode", "", 0600},
            {"data", types::bytes(64), "Data", "", ""},
            {"name", types::text(), "Name", "", "x"},
            {"where", types::path(), "File", "", "/tmp/x"},
            {"wait", types::duration(), "Wait", "", 1'000'000'000},
            {"pair",
             types::structure({{"a", types::integer(), "A", "", 1}, {"b", types::text(), "B", "", "b"}}),
             "Pair", "", Fields{{"a", 1}, {"b", "b"}}},
            {"ops",
             types::array({"op", types::structure({{"num", types::integer(0, 10), "Number", "", 0},
                                                   {"op", types::integer(-9, 9), "Change", "", -1}})},
                          3),
             "Operations", "", List{}}}};
    return spec;
}

struct Choices {
    std::vector<FormChoice> handles{{QStringLiteral("p.end"), {}}, {QStringLiteral("q.end"), {}}};
    FormContext context() {
        return {[this](const TypeSpec& type) {
                    return type.kind == Kind::worker ? std::vector<FormChoice>{{QStringLiteral("parent"), {}}}
                                                     : handles;
                },
                {}};
    }
};

inline Value argument(const OperationForm& form, const std::string& name) {
    for (const auto& [key, value] : form.arguments())
        if (key == name) return value;
    return {};
}

inline Editor* editor(const OperationForm& form, const char* name) {
    return form.findChild<FieldRows*>()->editor(name);
}

template <typename Widget>
Widget* part(const OperationForm& form, const char* name, int at = 0) {
    return editor(form, name)->findChildren<Widget*>().value(at);
}

inline void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

inline QPushButton* act(const OperationForm& form) {
    return form.findChild<QPushButton*>(QStringLiteral("act"));
}

inline QString message(const OperationForm& form) {
    return form.findChild<QLabel*>(QStringLiteral("message"))->text();
}

}  // namespace ipcscope::testing::forms_tests

// The form of every operation of every mechanism: an editor for each parameter, and what is set comes out
// again.
#include "forms/editor.h"
#include "forms/operation_form.h"
#include "helpers/hostile.h"
#include "helpers/qt_guard.h"
#include "helpers/run_fixture.h"
#include "schema/text.h"

#include <QAbstractButton>
#include <QtTest>

using namespace ipcscope;
using namespace ipcscope::testing;

namespace {

// What a run could offer for a handle or a worker.
FormContext offering() {
    FormContext context;
    context.choices = [](const TypeSpec&) {
        return std::vector<FormChoice>{{QStringLiteral("one"), {}}, {QStringLiteral("other"), {}}};
    };
    return context;
}

bool holds_name(const Value& value) {
    if (value.as<Name>()) return true;
    if (const auto* list = value.as<List>()) return std::any_of(list->begin(), list->end(), holds_name);
    const auto* fields = value.as<Fields>();
    return fields && std::any_of(fields->begin(), fields->end(),
                                 [](const auto& field) { return holds_name(field.second); });
}

// Another value than the default, of the same type; empty = there is no other.
Value other_value(const ParamSpec& param) {
    const auto& type = param.type;
    if (type.kind == Kind::handle || type.kind == Kind::worker) return Name{"other"};
    for (const auto& text : hostile_texts(param)) {
        Cursor cursor{text};
        auto value = parse_value(type, cursor);
        const auto* octets = value ? value->as<std::string>() : nullptr;
        if (value && holds_name(*value)) continue;  // of a result: only known in a run
        // A set holds each of its members once.
        if (const auto* list = value ? value->as<List>() : nullptr; list && list->size() > 1) continue;
        if (octets && octets->size() > 100) continue;  // the large ones are the hex view's business
        if (value && cursor.done() && check_value(param, *value) && !sameValue(type, *value, param.initial))
            return *value;
    }
    return {};
}

bool shown(const OperationSpec& operation, const ParamSpec& param) {
    return !param.visible_when.param[0] || operation.params.empty();
}

}  // namespace

class TestFormsOfAll : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<QString>("operation");
        for (const auto& ref : registry().operations())
            if (ref.operation->actor == Actor::worker)
                QTest::newRow(ref.name.c_str()) << QString::fromStdString(ref.name);
    }

    void everyParameterHasAnEditor() {
        QFETCH_GLOBAL(QString, operation);
        const auto& spec = *registry().operation(operation.toStdString())->operation;
        OperationForm form(spec, offering());
        qsizetype top = 0;  // editors of structures hold others
        for (const auto* editor : form.findChildren<Editor*>()) {
            bool inner = false;
            for (const auto* parent = editor->parentWidget(); parent && parent != &form;
                 parent = parent->parentWidget())
                inner = inner || qobject_cast<const Editor*>(parent);
            top += inner ? 0 : 1;
        }
        QCOMPARE(top, static_cast<qsizetype>(spec.params.size()));
        for (const auto* widget : form.findChildren<QWidget*>()) {
            const bool takes_keys = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (!takes_keys || (button && !button->text().isEmpty())) continue;
            if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;  // parts of Qt's own
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void defaultsAreLeftOut() {
        QFETCH_GLOBAL(QString, operation);
        const auto& spec = *registry().operation(operation.toStdString())->operation;
        OperationForm form(spec, offering());
        for (const auto& [name, value] : form.arguments()) {
            const auto param = std::find_if(spec.params.begin(), spec.params.end(),
                                            [&name = name](const auto& each) { return name == each.name; });
            QVERIFY2(param->initial.empty(), name.c_str());
        }
        for (const auto& param : spec.params) {
            if (param.initial.empty()) continue;
            form.setArgument(param.name, param.initial);
            for (const auto& [name, value] : form.arguments())
                QVERIFY2(name != param.name, param.name);
        }
    }

    void whatIsSetComesOut() {
        QFETCH_GLOBAL(QString, operation);
        const auto& spec = *registry().operation(operation.toStdString())->operation;
        for (const auto& param : spec.params) {
            if (!shown(spec, param)) continue;
            const auto value = other_value(param);
            if (value.empty()) continue;
            OperationForm form(spec, offering());
            form.setArgument(param.name, value);
            bool found = false;
            for (const auto& [name, out] : form.arguments()) {
                if (name != param.name) continue;
                found = true;
                const auto in = print_value(param.type, value);
                QVERIFY2(sameValue(param.type, out, value),
                         qPrintable(QStringLiteral("%1: %2 came out as %3")
                                        .arg(QString::fromUtf8(param.name), QString::fromStdString(in),
                                             QString::fromStdString(print_value(param.type, out)))));
            }
            QVERIFY2(found, param.name);
        }
    }
};

QTEST_MAIN(TestFormsOfAll)
#include "test_forms_of_all.moc"

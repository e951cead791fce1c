// Bytes as text with C escapes or as hex digits, with their length; or taken from a file.
#pragma once

#include "forms/editor.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace ipcscope {

class BytesEditor : public Editor {
    Q_OBJECT
public:
    BytesEditor(const TypeSpec& type, QWidget* parent);
    Value value() const override { return bad_.isEmpty() ? Value(bytes_) : Value(); }
    void setValue(const Value& value) override;
    QString problem() const override { return bad_; }
    bool wide() const override { return true; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();   // from the text
    void print();  // to the text
    void load();
    QString countText() const;
    void fit();
    std::string bytes_;
    QString bad_;
    bool hex_ = false;
    QPlainTextEdit* text_;
    QLabel* length_;
    QToolButton *asText_, *asHex_, *clear_;
};

// What a person types between the quotes of a C string, and back. Line ends are bytes too; quotes need no
// escape.
QString escaped(const std::string& bytes);
std::string unescaped(const QString& text, QString& problem);
QString hexDigits(const std::string& bytes);  // "48 65 6c"
std::string fromHexDigits(const QString& text, QString& problem);

}  // namespace ipcscope

// All about the selected event: fields, payload, the other ends of its flows, the manual.
#pragma once

#include <QWidget>

class QLabel;
class QTabWidget;
class QTextBrowser;

namespace ipcscope {

class HexView;
class Session;

class Inspector : public QWidget {
    Q_OBJECT
public:
    explicit Inspector(Session& session, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {360, 260}; }

private:
    void show();
    void update(quint64 seq);
    QString fieldsOf(quint64 seq) const;  // HTML
    Session& session_;
    QLabel* title_;
    QTabWidget* tabs_;
    QTextBrowser* fields_;
    QWidget* payloadPage_;
    HexView* hex_;
    QTextBrowser* manual_;
    QString manualOf_;
};

}  // namespace ipcscope

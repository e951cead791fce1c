// The sequence view of the run, with its tools: which columns and rows, how they are drawn, exports.
#pragma once

#include "export/sequence_text.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QMenu;
class QToolBar;
class QToolButton;

namespace ipcscope {

class SequenceAdapter;
class SequenceView;
class Session;

class SequencePanel : public QWidget {
    Q_OBJECT
public:
    explicit SequencePanel(Session& session, QWidget* parent = nullptr);
    ~SequencePanel() override;
    SequenceView* view() { return view_; }
    QMenu* exportMenu() { return exportMenu_; }
    void setShowsObjects(bool on);
    // The file's ending says how: svg, png, mmd, puml. "" = written (or cancelled by the person), else why
    // not. Both show their progress when they take long, and can be cancelled then.
    QString exportTo(const QString& path);
    QString diagramText(DiagramLanguage language);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTools(QToolBar* tools);
    QMenu* makeViewMenu();
    void makeExportMenu();
    void fillColumns();
    void adopt();    // another run, filter or choice: rows are found anew
    void refresh();  // more of the same
    void bringUpToDate();
    bool findAllRows();
    void showProgress();
    void showSelection();
    void askAndExport(const QString& title, const QString& filter, const QString& suffix);
    std::pair<qint64, qint64> chosenRows() const;
    QPalette picturePalette() const;
    QSet<quint64> wantedHidden() const;

    Session& session_;
    SequenceView* view_;
    std::shared_ptr<SequenceAdapter> adapter_;  // an export may hold it, too
    QTimer poll_;
    QMenu* columnsMenu_;
    QMenu* exportMenu_;
    QAction *objects_, *messagesOnly_, *toScale_, *hideQuiet_, *inSight_, *asShown_;
    QLabel* progress_;
    QToolButton* cancel_;
    QSet<quint64> hiddenByHand_;
    QString told_;  // what the last export has cut
    qint64 gap_;
    bool cancelled_ = false;  // the last export
    bool stale_ = true;       // while it is not shown, nothing is done
};

}  // namespace ipcscope

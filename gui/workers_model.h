// The workers of the run as a tree: who was forked by whom.
#pragma once

#include "runtime/recording.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace ipcscope {

class WorkersModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { WorkerRole = Qt::UserRole, NameRole, PidRole, StatusRole, ToneRole, EndedRole };

    using QAbstractItemModel::QAbstractItemModel;
    void setRun(std::shared_ptr<const Recording> run);
    void refresh();
    // A moment of the past instead of what is now; nullptr = now again.
    void setMoment(std::shared_ptr<const RunState> state, qint64 time);
    bool anyBlocked() const;  // then the status says since when, and wants to be refreshed
    QModelIndex indexOf(WorkerId worker) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    // By worker id; 0 is the root. Ids never change or vanish within a run, so rows are only added.
    struct Node {
        std::uint16_t parent = 0;
        int row = 0;
        std::vector<std::uint16_t> children;
    };
    std::shared_ptr<const Recording> run_;
    std::shared_ptr<const RunState> state_, moment_;
    qint64 time_ = 0;  // of the moment
    std::vector<Node> nodes_{1};
};

}  // namespace ipcscope

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include "ui/bridge/what_if.h"
#include <QAbstractTableModel>
#include <vector>

namespace assize::ui {

/// The rubric of one verdict with the weights a person tries. Weights of the criteria that are on are always shown
/// normalised to 1. Asked for another weight it gives the what-if that would have it; the page stores it and sets it
/// back. GUI thread.
class RubricModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, WeightColumn, ScoreAColumn, ScoreBColumn, ContributionColumn, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< 1-based
        TypeRole,                      ///< "scale 1–5" in words
        WeightRole,                    ///< normalised, 0..1
        JudgeWeightRole,               ///< the judge's own, normalised
        IsOnRole,
        ContributionRole, ///< w·(A − B), or invalid where a score is missing
        WinnerRole,       ///< +1: A has the higher score, −1: B, 0: neither
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setCriteria(std::vector<CriterionScore> criteria);
    void setWhatIf(const WhatIf& whatIf);
    /// Weights set from here to endDrag() are one step of undo, and depend on nothing that was passed on the way.
    void beginDrag();
    void endDrag();
    [[nodiscard]] const std::vector<CriterionScore>& criteria() const { return m_criteria; }
    [[nodiscard]] const WhatIf& whatIf() const { return m_whatIf; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Name column with Qt::CheckStateRole, weight column with Qt::EditRole (0..1). Sends whatIfEdited().
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// mergeKey is the same for all steps of one drag, and empty outside of drags.
    void whatIfEdited(const assize::ui::WhatIf& whatIf, const QString& mergeKey);

private:
    void switchCriterion(int row, bool isOn);
    void weigh(int row, double weight);
    [[nodiscard]] QString mergeKey() const;
    [[nodiscard]] bool isOn(int row) const;
    [[nodiscard]] QString scoreOf(int row, bool ofA) const;
    [[nodiscard]] QString spoken(int row) const;
    [[nodiscard]] QVariant contribution(int row) const;
    [[nodiscard]] QVariant display(int row, int column) const;

    std::vector<CriterionScore> m_criteria;
    WhatIf m_whatIf;
    std::vector<double> m_weights;
    std::vector<double> m_judgeWeights;
    int m_drag = 0; ///< how many there were
    WhatIf m_whatIfBeforeDrag;
    std::vector<double> m_weightsBeforeDrag;
    bool m_isDragging = false;
};

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/annotators.h"
#include <QAbstractTableModel>
#include <vector>

namespace assize::ui {

/// Every figure of a run with its interval and what it rests on, and under them how far the people agree among
/// themselves. Texts come in the window's language. GUI thread.
class FigureListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, Interval, Count, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< of metrics.md
        SearchRole,                 ///< what a search looks in: title, key
    };
    Q_ENUM(Role)

    explicit FigureListModel(QObject* parent = nullptr);

    void setFigures(const Figures& figures, const RaterAgreement& people);
    [[nodiscard]] const Figure& figure(int row) const { return m_rows[static_cast<std::size_t>(row)].figure; }
    /// What the figure says and does not say, what it rests on, what was left out and why; or why it has no value.
    [[nodiscard]] QString explanation(int row) const;
    /// Titles, values and counts as lines, cells between tabs.
    [[nodiscard]] QString tableText() const;
    /// The language changed: texts are asked for again.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::string key;
        std::string people; ///< "maya / ivo" of a figure about two people
        bool isAboutPeople = false;
        Figure figure;
    };

    [[nodiscard]] QString title(const Row& row) const;
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::vector<Row> m_rows;
};

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>
#include <QTreeView>

namespace assize::ui {

class RubricModel;

/// Paints the rubric's cells: switch, number, name and type; weight slider with a tick at the judge's own weight;
/// scores; contribution bar. Compact leaves slider and bar out.
class RubricDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int RowHeight = 36;
    static constexpr int Padding = 12; ///< at both ends of a row

    using QStyledItemDelegate::QStyledItemDelegate;
    void setCompact(bool isCompact) { m_isCompact = isCompact; }
    [[nodiscard]] bool isCompact() const { return m_isCompact; }

    /// Where the slider's groove is in the weight cell.
    [[nodiscard]] static QRect sliderArea(const QRect& cell);
    [[nodiscard]] static QRect checkArea(const QRect& cell);
    /// Where a criterion's name begins in the name cell.
    [[nodiscard]] static int nameLeft(const QRect& cell);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintWeight(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintScore(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintContribution(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    bool m_isCompact = false;
};

/// The rubric table. Space switches the current criterion, Left and Right move its weight by 0.05 (with Shift by 0.01),
/// dragging the slider moves it freely, F2 or a double click types it.
class RubricView final : public QTreeView {
    Q_OBJECT

public:
    explicit RubricView(RubricModel* model, QWidget* parent = nullptr);
    void setCompact(bool isCompact);
    /// As high as its rows: the panel scrolls, not the table.
    void fitHeight();

Q_SIGNALS:
    void criterionChosen(int row);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void applyColumns();
    void dragTo(const QPoint& position);
    void weighByKey(const QKeyEvent& event, double step);

    RubricModel* m_model;
    RubricDelegate* m_delegate;
    int m_dragRow = -1;
};

} // namespace assize::ui

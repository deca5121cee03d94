// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QPainter;
class QRectF;

namespace assize::ui {

/// The number of a criterion in its small frame, filled for the selected one. Rubric and detail share it.
void paintCriterionBadge(QPainter& painter, const QRectF& area, int number, bool isCurrent);

/// One line over the reasons: the criterion's number and name, and its description as far as there is room; all of it
/// is the tooltip.
class CriterionTitle final : public QWidget {
    Q_OBJECT

public:
    explicit CriterionTitle(QWidget* parent = nullptr);
    void setCriterion(int number, const QString& name, const QString& description);
    [[nodiscard]] QSize sizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number = 0;
    QString m_name;
    QString m_description;
};

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QHeaderView>
#include <QWidget>

namespace assize::ui {

/// The rubric's column titles, each over what its column paints: names over names, sides in their colours.
class RubricHeader final : public QHeaderView {
    Q_OBJECT

public:
    static constexpr int Height = 26;
    explicit RubricHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& area, int column) const override;
};

/// The line under the rubric: sum of the weights and the margin they give, in the columns of the header.
class RubricTotals final : public QWidget {
    Q_OBJECT

public:
    explicit RubricTotals(const QHeaderView& columns, QWidget* parent = nullptr);
    void setTexts(const QString& name, const QString& weight, const QString& margin);
    [[nodiscard]] const QString& margin() const { return m_margin; }
    [[nodiscard]] QSize sizeHint() const override { return {200, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QHeaderView& m_columns;
    QString m_name;
    QString m_weight;
    QString m_margin;
};

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLayout>
#include <QList>

namespace assize::ui {

/// Widgets in one row from the left, each as wide as it wants. Where there is no room for that, the widest give first,
/// so that all of them stay readable for as long as can be.
class SharedRow final : public QLayout {
    Q_OBJECT

public:
    explicit SharedRow(int gap = 6);
    ~SharedRow() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    QList<QLayoutItem*> m_items;
    int m_gap;
};

/// The largest width that all may have so that they fit into the room together; those that want less have less.
[[nodiscard]] int fairWidth(QList<int> wanted, int room);

} // namespace assize::ui

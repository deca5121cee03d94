// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/shared_row.h"

#include <algorithm>
#include <limits>

namespace assize::ui {

int fairWidth(QList<int> wanted, int room) {
    std::sort(wanted.begin(), wanted.end());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int share = room / static_cast<int>(wanted.size() - i);
        if (wanted[i] > share)
            return std::max(share, 0);
        room -= wanted[i];
    }
    return std::numeric_limits<int>::max();
}

SharedRow::SharedRow(int gap)
    : m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

SharedRow::~SharedRow() {
    qDeleteAll(m_items);
}

void SharedRow::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int SharedRow::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* SharedRow::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* SharedRow::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize SharedRow::sizeHint() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = {size.width() + item->sizeHint().width() + m_gap, std::max(size.height(), item->sizeHint().height())};
    return size;
}

QSize SharedRow::minimumSize() const {
    int height = 0;
    for (const QLayoutItem* item : m_items)
        height = std::max(height, item->minimumSize().height());
    return {0, height};
}

void SharedRow::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    QList<int> wanted;
    for (const QLayoutItem* item : std::as_const(m_items))
        wanted << item->sizeHint().width();
    const int gaps = m_gap * std::max(0, count() - 1);
    const int widest = fairWidth(wanted, area.width() - gaps);
    int x = area.left();
    for (QLayoutItem* item : std::as_const(m_items)) {
        const QSize size(std::min(item->sizeHint().width(), widest), item->sizeHint().height());
        item->setGeometry({QPoint(x, area.top() + (area.height() - size.height()) / 2), size});
        x += size.width() + m_gap;
    }
}

} // namespace assize::ui

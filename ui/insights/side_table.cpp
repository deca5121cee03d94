// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/side_table.h"

#include "ui/insights/category_delegate.h"
#include "ui/support/fonts.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace assize::ui {
namespace {

constexpr int HeaderHeight = 30;

/// Qt's headings begin closer to the edge than our cells do.
class SideHeader final : public QHeaderView {
public:
    explicit SideHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent) {
        setFixedHeight(HeaderHeight);
        setFont(fontFor(TextRole::Small));
    }

    [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
        const QSize size = QHeaderView::sectionSizeFromContents(section);
        return {size.width() + 2 * Inset, size.height()};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        QStyleOption ground;
        ground.rect = rect;
        style()->drawControl(QStyle::CE_HeaderEmptyArea, &ground, painter, this);
        QHeaderView::paintSection(painter, rect.adjusted(Inset, 0, -Inset, 0), section);
    }

private:
    static constexpr int Inset = 5;
};

} // namespace

QTableView* makeSideTable(const char* name, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setObjectName(QLatin1String(name));
    view->setHorizontalHeader(new SideHeader(view));
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setWordWrap(false);
    view->setFont(fontFor(TextRole::Small));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(CategoryDelegate::RowHeight);
    return view;
}

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/review/prompt_view.h"

#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <cmath>

namespace assize::ui {
namespace {

QString roleName(const QString& role) {
    if (role == QLatin1String("user"))
        return PromptView::tr("User");
    if (role == QLatin1String("assistant"))
        return PromptView::tr("Assistant");
    if (role == QLatin1String("system"))
        return PromptView::tr("System");
    return withVisibleControls(role);
}

} // namespace

PromptView::PromptView(QWidget* parent)
    : TextView(parent) {
    setMinimumHeight(0);
    connect(this, &TextView::textShown, this, [this] {
        connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &PromptView::wantedHeightChanged);
        Q_EMIT wantedHeightChanged();
    });
}

int PromptView::wantedHeight() const {
    return static_cast<int>(std::ceil(document()->documentLayout()->documentSize().height()));
}

void PromptView::paintEvent(QPaintEvent* event) {
    TextView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(currentTheme().text3);
    painter.setFont(fontFor(TextRole::Body));
    const QAbstractTextDocumentLayout* layout = document()->documentLayout();
    const int scrolled = verticalScrollBar()->value();
    QTextBlock block = cursorForPosition(QPoint(0, 0)).block();
    for (; block.isValid(); block = block.next()) {
        const QRectF place = layout->blockBoundingRect(block).translated(0, -scrolled);
        if (place.top() > viewport()->height())
            return;
        const QString role = block.blockFormat().stringProperty(RoleProperty);
        if (role.isEmpty() || block.layout()->lineCount() == 0)
            continue;
        const double margin = document()->documentMargin();
        const QRectF area(
            margin, place.top() + block.layout()->lineAt(0).y(), RoleColumn - 8, block.layout()->lineAt(0).height());
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(roleName(role), Qt::ElideRight, static_cast<int>(area.width())));
    }
}

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/review/text_view.h"

#include "ui/support/style_paint.h"
#include "ui/support/text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QUrl>

namespace assize::ui {

TextView::TextView(QWidget* parent)
    : QTextEdit(parent)
    , m_shown(emptySafeDocument()) {
    setDocument(m_shown.get());
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setAcceptDrops(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setMouseTracking(true);
}

void TextView::showText(const PreparedText& text) {
    // The old document stays alive until the view has let it go.
    const std::shared_ptr<QTextDocument> old = m_shown;
    m_shown = text.document == nullptr ? emptySafeDocument() : text.document;
    m_plain = text.plain;
    setExtraSelections({});
    setDocument(m_shown.get());
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    Q_EMIT textShown();
}

QVariant TextView::loadResource(int, const QUrl&) {
    // Documents shown here load nothing themselves; this is the second lock on the same door (qt-facts.md, section 4).
    QImage nothing(1, 1, QImage::Format_ARGB32);
    nothing.fill(Qt::transparent);
    return nothing;
}

QString TextView::addressAt(const QPoint& position) const {
    const QString address = anchorAt(position);
    const QString scheme = QUrl(address).scheme();
    const bool isAllowed = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return isAllowed ? address : QString();
}

void TextView::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->position().toPoint();
    QTextEdit::mousePressEvent(event);
}

void TextView::mouseReleaseEvent(QMouseEvent* event) {
    QTextEdit::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const bool isClick = event->button() == Qt::LeftButton &&
                         (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance() &&
                         !textCursor().hasSelection();
    if (!isClick)
        return;
    if (const QString address = addressAt(at); !address.isEmpty())
        Q_EMIT addressClicked(address);
    else
        clickedAt(at);
}

void TextView::mouseMoveEvent(QMouseEvent* event) {
    QTextEdit::mouseMoveEvent(event);
    if (event->buttons() != Qt::NoButton)
        return;
    const QPoint at = event->position().toPoint();
    const bool isHand = !addressAt(at).isEmpty() || isClickable(at);
    viewport()->setCursor(isHand ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

bool TextView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString address = anchorAt(help->pos());
    if (address.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(withVisibleControls(address)), viewport());
    return true;
}

// Qt paints the text cursor anew, which is not all that shows the focus.
void TextView::focusInEvent(QFocusEvent* event) {
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void TextView::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    viewport()->update();
}

// What was painted moves along, and the outline does not.
void TextView::scrollContentsBy(int dx, int dy) {
    QTextEdit::scrollContentsBy(dx, dy);
    if (hasFocus())
        viewport()->update();
}

void TextView::paintEvent(QPaintEvent* event) {
    QTextEdit::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    paintFocus(painter, viewport()->rect(), currentTheme(), 2);
}

void TextView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(tr("Copy"), this, &QTextEdit::copy);
    copy->setEnabled(textCursor().hasSelection());
    menu->addAction(tr("Select All"), this, &QTextEdit::selectAll);
    menu->popup(event->globalPos());
}

} // namespace assize::ui

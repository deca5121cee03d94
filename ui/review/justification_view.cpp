// SPDX-License-Identifier: Apache-2.0
#include "ui/review/justification_view.h"

#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QImage>
#include <QTextCursor>
#include <QTextDocument>
#include <cmath>

namespace assize::ui {
namespace {

const QString Scheme = QStringLiteral("quote:");

QTextCharFormat formatOf(const JustificationView::Piece& piece) {
    const Theme& theme = currentTheme();
    QTextCharFormat format;
    format.setForeground(theme.text);
    if (piece.quote < 0)
        return format;
    format.setForeground(piece.isFound ? theme.accent : theme.alertText);
    format.setFontUnderline(true);
    format.setAnchor(true);
    format.setAnchorHref(Scheme + QString::number(piece.quote));
    return format;
}

} // namespace

JustificationView::JustificationView(QWidget* parent)
    : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        const QString target = link.toString();
        if (target.startsWith(Scheme))
            Q_EMIT quoteActivated(target.mid(Scheme.size()).toInt());
    });
}

void JustificationView::setPieces(const std::vector<Piece>& pieces) {
    m_pieces = pieces;
    fill();
}

void JustificationView::fill() {
    document()->clear();
    QTextCursor cursor(document());
    if (!m_lead.isEmpty()) {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        strong.setForeground(currentTheme().text);
        cursor.insertText(m_lead + QLatin1Char(' '), strong);
    }
    for (const Piece& piece : m_pieces) {
        cursor.insertText(withVisibleControls(piece.text), formatOf(piece));
        if (piece.quote >= 0 && !piece.isFound) {
            QTextCharFormat note;
            note.setForeground(currentTheme().alertText);
            cursor.insertText(QStringLiteral(" (%1)").arg(m_missingNote), note);
        }
    }
    fitHeight();
}

void JustificationView::fitHeight() {
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->size().height())) + 2;
    if (height != minimumHeight())
        setFixedHeight(height);
}

void JustificationView::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

QVariant JustificationView::loadResource(int, const QUrl&) {
    // Anything but a non-null image would make Qt look for a file of that name (no text here asks for one).
    static const QImage nothing = [] {
        QImage image(1, 1, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        return image;
    }();
    return nothing;
}

void JustificationView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#include "ui/review/raw_view.h"

#include "ui/review/safe_document.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextLayout>
#include <QThread>

namespace assize::ui {
namespace {

constexpr double Margin = 12;
constexpr int LastColored = 200'000; ///< characters; who reads on has other things to look for

ReplyColors themeColors() {
    const Theme& theme = currentTheme();
    return {theme.codeKeyword, theme.codeString, theme.codeNumber};
}

void colorTokens(const QTextDocument& document, const ReplyColors& colors) {
    for (QTextBlock block = document.begin(); block.isValid() && block.position() < LastColored; block = block.next())
        block.layout()->setFormats(tokenFormats(block.text(), colors));
}

/// Where the line begins in the text; its end for a line that is not there.
qsizetype startOfLine(const QString& text, int line) {
    qsizetype at = 0;
    for (int passed = 1; passed < line && at >= 0; ++passed)
        at = text.indexOf(QLatin1Char('\n'), at) + 1;
    return at > 0 || line == 1 ? at : text.size();
}

} // namespace

RawView::RawView(QWidget* parent)
    : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("rawReply"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(fontFor(TextRole::Mono));
}

void RawView::setReplies(std::vector<RawReply> replies) {
    m_replies = std::move(replies);
    m_wantsProblem = false;
    start();
}

RawView::Prepared RawView::prepare(
    const std::vector<RawReply>& replies, const QFont& font, const ReplyColors& colors, QThread* owner) {
    Prepared prepared;
    QString whole;
    for (const RawReply& reply : replies) {
        if (!reply.heading.isEmpty())
            whole += QStringLiteral("— %1 —\n\n").arg(reply.heading);
        if (!reply.note.isEmpty())
            whole += reply.note + QStringLiteral("\n\n");
        const QString text = withVisibleControls(fromUtf8(reply.text));
        const QString shown = withShortLines(text);
        if (reply.problemLine != 0 && prepared.problem < 0) {
            const qsizetype inText = reply.problemLine < 0 ? text.size() : startOfLine(text, reply.problemLine);
            // Cut lines only add line ends, so the place is at least that far on.
            prepared.problem =
                static_cast<int>(whole.size() + std::min(shown.size(), inText + shown.size() - text.size()));
        }
        whole += shown + QStringLiteral("\n\n");
    }
    prepared.document =
        std::shared_ptr<QTextDocument>(new QTextDocument, [](QTextDocument* ended) { ended->deleteLater(); });
    prepared.document->setUndoRedoEnabled(false);
    prepared.document->setDefaultFont(font);
    prepared.document->setDocumentMargin(Margin);
    prepared.document->setDocumentLayout(new QPlainTextDocumentLayout(prepared.document.get()));
    prepared.document->setPlainText(whole);
    colorTokens(*prepared.document, colors);
    prepared.document->moveToThread(owner);
    return prepared;
}

void RawView::start() {
    m_colors = themeColors();
    m_background.run<Prepared>(
        "raw", this,
        [replies = m_replies, font = font(), colors = m_colors, owner = QCoreApplication::instance()->thread()] {
            return prepare(replies, font, colors, owner);
        },
        [this, token = ++m_token](const Prepared& prepared) {
            if (token == m_token)
                adopt(prepared);
        });
}

void RawView::adopt(const Prepared& prepared) {
    const Prepared before = std::exchange(m_shown, prepared); // lives until the view has let go of it
    setDocument(prepared.document.get());
    if (m_wantsProblem)
        revealProblem();
}

void RawView::revealProblem() {
    m_wantsProblem = true;
    if (m_shown.document == nullptr || m_shown.problem < 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(m_shown.problem, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
}

// As in answers (text_view.cpp): Qt paints the text cursor anew, which is not all that shows the focus.
void RawView::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void RawView::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

void RawView::scrollContentsBy(int dx, int dy) {
    QPlainTextEdit::scrollContentsBy(dx, dy);
    if (hasFocus())
        viewport()->update();
}

void RawView::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    paintFocus(painter, viewport()->rect(), currentTheme(), 2);
}

void RawView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    const bool hasNewColors = event->type() == QEvent::PaletteChange && m_colors != themeColors();
    if ((event->type() == QEvent::FontChange || hasNewColors) && !m_replies.empty())
        start();
}

} // namespace assize::ui

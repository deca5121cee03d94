// SPDX-License-Identifier: Apache-2.0
#include "ui/review/response_view.h"

#include "ui/review/marked_scroll_bar.h"
#include "ui/support/fonts.h"
#include "ui/support/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextList>
#include <QWheelEvent>
#include <algorithm>
#include <set>

namespace assize::ui {
namespace {

/// Beyond this the place of a mark is taken from the share of characters, since finding the line lays all out.
constexpr int LaidOutForMarks = 100'000;

bool overlaps(const TextRange& one, const TextRange& other) {
    return one.start < other.end && other.start < one.end;
}

void drawLine(QPainter& painter, const QRectF& line, const QColor& color, double width, Qt::PenStyle style) {
    QPen pen(color, width, style, Qt::FlatCap);
    if (style == Qt::DotLine)
        pen.setDashPattern({1, 1.5});
    painter.setPen(pen);
    painter.drawLine(line.bottomLeft(), line.bottomRight());
}

} // namespace

ResponseView::ResponseView(Label side, QWidget* parent)
    : TextView(parent)
    , m_side(side)
    , m_scrollBar(new MarkedScrollBar(this)) {
    setVerticalScrollBar(m_scrollBar);
    connect(this, &TextView::textShown, this, [this] {
        m_evidence.clear();
        m_onlyHere.reset();
        m_matches.clear();
        m_scrollBar->setMarks({});
    });
}

void ResponseView::setEvidence(std::vector<EvidenceSpan> spans) {
    m_evidence = std::move(spans);
    std::sort(m_evidence.begin(), m_evidence.end(),
        [](const EvidenceSpan& one, const EvidenceSpan& other) { return one.range.start < other.range.start; });
    updateSelections();
    updateMarks();
}

void ResponseView::setSelectedCriterion(int criterion) {
    if (m_selectedCriterion == criterion)
        return;
    m_selectedCriterion = criterion;
    updateSelections();
    updateMarks();
}

void ResponseView::setOnlyHere(std::optional<std::vector<TextRange>> words) {
    m_onlyHere = std::move(words);
    viewport()->update();
}

void ResponseView::setMatches(std::vector<TextRange> matches, int current) {
    m_matches = std::move(matches);
    m_currentMatch = current;
    updateSelections();
}

void ResponseView::updateSelections() {
    const Theme& theme = currentTheme();
    QList<QTextEdit::ExtraSelection> selections;
    const auto add = [&](const TextRange& range, const QColor& area, const QColor& ink) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        const int last = document()->characterCount() - 1;
        selection.cursor.setPosition(std::clamp(range.start, 0, last));
        selection.cursor.setPosition(std::clamp(range.end, 0, last), QTextCursor::KeepAnchor);
        selection.format.setBackground(area);
        if (ink.isValid())
            selection.format.setForeground(ink);
        selections.append(selection);
    };
    for (const EvidenceSpan& span : m_evidence) {
        if (span.criterion == m_selectedCriterion)
            add(span.range, theme.accentTint, {});
    }
    for (std::size_t i = 0; i < m_matches.size(); ++i) {
        const bool isCurrent = static_cast<int>(i) == m_currentMatch;
        add(m_matches[i], isCurrent ? theme.accent : theme.tie.tint, isCurrent ? theme.onAccent : theme.text);
    }
    setExtraSelections(selections);
    viewport()->update();
}

void ResponseView::updateMarks() {
    std::vector<double> marks;
    const int length = std::max(1, document()->characterCount());
    const double height = std::max(1.0, document()->size().height());
    for (const EvidenceSpan& span : m_evidence) {
        if (span.criterion != m_selectedCriterion)
            continue;
        if (length > LaidOutForMarks) {
            marks.push_back(static_cast<double>(span.range.start) / length);
            continue;
        }
        const QTextBlock block = document()->findBlock(span.range.start);
        marks.push_back(document()->documentLayout()->blockBoundingRect(block).center().y() / height);
    }
    m_scrollBar->setMarks(std::move(marks));
}

double ResponseView::place() const {
    const QScrollBar* bar = verticalScrollBar();
    return bar->maximum() > 0 ? static_cast<double>(bar->value()) / bar->maximum() : 0;
}

void ResponseView::scrollToPlace(double share) {
    m_isScrolledAlone = true; // the other side has a place of its own to go back to
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
    m_isScrolledAlone = false;
}

void ResponseView::reveal(const TextRange& range) {
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(range.start, 0, document()->characterCount() - 1));
    const QRect place = cursorRect(cursor);
    const QRect seen = viewport()->rect();
    if (place.top() >= seen.top() && place.bottom() <= seen.bottom())
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - seen.height() / 3);
}

std::vector<ResponseView::Anchor> ResponseView::anchors() const {
    std::vector<Anchor> anchors;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        const QTextList* list = block.textList();
        if (level == 0 && list == nullptr)
            continue;
        const QString key = level > 0 ? QStringLiteral("h") + block.text().toCaseFolded().simplified()
                                      : QStringLiteral("l%1").arg(list->itemNumber(block));
        anchors.push_back({key, document()->documentLayout()->blockBoundingRect(block).top()});
    }
    return anchors;
}

TextRange ResponseView::visibleRange() const {
    const QRect seen = viewport()->rect();
    const int start = cursorForPosition(seen.topLeft()).position();
    const QTextCursor last = cursorForPosition(seen.bottomRight());
    return {document()->findBlock(start).position(), last.block().position() + last.block().length()};
}

std::vector<QRectF> ResponseView::linesOf(const TextRange& range) const {
    std::vector<QRectF> lines;
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (QTextBlock block = document()->findBlock(range.start); block.isValid() && block.position() < range.end;
         block = block.next()) {
        const QPointF corner = document()->documentLayout()->blockBoundingRect(block).topLeft() - scrolled;
        const int start = std::max(0, range.start - block.position());
        const int end = std::min(block.length() - 1, range.end - block.position());
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int from = std::max(start, line.textStart());
            const int to = std::min(end, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const double left = line.cursorToX(from);
            const double right = std::min(line.cursorToX(to), line.x() + line.naturalTextWidth());
            lines.emplace_back(corner.x() + left, corner.y() + line.y(), std::max(0.0, right - left), line.height());
        }
    }
    return lines;
}

void ResponseView::paintEvent(QPaintEvent* event) {
    TextView::paintEvent(event);
    if (m_evidence.empty() && !m_onlyHere)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const TextRange visible = visibleRange();
    paintUnderlines(painter, visible);
    paintNumbers(painter, visible);
}

void ResponseView::paintOnlyHere(QPainter& painter, const TextRange& visible) const {
    const auto first = std::lower_bound(m_onlyHere->begin(), m_onlyHere->end(), visible.start,
        [](const TextRange& range, int start) { return range.end < start; });
    for (auto word = first; word != m_onlyHere->end() && word->start < visible.end; ++word) {
        for (const QRectF& line : linesOf(*word))
            drawLine(painter, line.adjusted(0, 0, 0, -1), currentTheme().side(m_side).solid, 1.5, Qt::SolidLine);
    }
}

void ResponseView::paintUnderlines(QPainter& painter, const TextRange& visible) const {
    const Theme& theme = currentTheme();
    if (m_onlyHere)
        paintOnlyHere(painter, visible);
    for (const EvidenceSpan& span : m_evidence) {
        const bool isSelected = span.criterion == m_selectedCriterion;
        if (!overlaps(span.range, visible) || (m_onlyHere && !isSelected))
            continue;
        for (const QRectF& line : linesOf(span.range)) {
            if (isSelected)
                drawLine(painter, line.adjusted(0, 0, 0, -1), theme.accent, 2, Qt::SolidLine);
            else
                drawLine(painter, line.adjusted(0, 0, 0, -2), theme.text3, 1, Qt::DotLine);
        }
    }
}

/// Small digits in the gap above the line, where the end of the quoted words is: letters reach that high only with
/// their ascenders, and the document itself has no room to give. Ends that meet share one place, which has room for a
/// few.
void ResponseView::paintNumbers(QPainter& painter, const TextRange& visible) const {
    const Theme& theme = currentTheme();
    constexpr double Lift = 3;
    constexpr double Height = 9;
    QFont font = strongFont(TextRole::Smallest);
    constexpr double Smaller = 0.74;
    font.setPointSizeF(font.pointSizeF() * Smaller);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    constexpr std::size_t MostAtOnePlace = 3;
    QRectF shared;
    std::set<int> there;
    for (const EvidenceSpan& span : m_evidence) {
        const bool isSelected = span.criterion == m_selectedCriterion;
        const bool hasNumber = span.criterion >= 0; // the overall reason has none
        if (!hasNumber || !overlaps(span.range, visible) || (m_onlyHere && !isSelected))
            continue;
        const std::vector<QRectF> lines = linesOf(span.range);
        if (lines.empty())
            continue;
        QString number = QString::number(span.criterion + 1);
        QRectF place(lines.back().right(), lines.back().top() - Lift, metrics.horizontalAdvance(number), Height);
        if (!place.intersects(shared.adjusted(-2, 0, 2, 0))) {
            shared = place;
            there.clear();
        } else {
            if (there.count(span.criterion) > 0 || there.size() > MostAtOnePlace)
                continue;
            if (there.size() == MostAtOnePlace)
                number = QStringLiteral("…");
            place.moveLeft(shared.right() + 2);
            shared |= place;
        }
        there.insert(span.criterion);
        painter.setPen(isSelected ? theme.accent : theme.text2);
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, number);
    }
}

void ResponseView::resizeEvent(QResizeEvent* event) {
    TextView::resizeEvent(event);
    updateMarks();
}

void ResponseView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::AltModifier)) {
        TextView::wheelEvent(event);
        return;
    }
    // Alt turns the wheel sideways on most desktops; here it means this side only.
    const QPoint turn = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    m_isScrolledAlone = true;
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (turn.y() != 0 ? turn.y() : turn.x()));
    m_isScrolledAlone = false;
    event->accept();
}

std::optional<int> ResponseView::criterionAt(const QPoint& position) const {
    std::optional<int> found;
    for (const EvidenceSpan& span : m_evidence) {
        const auto lines = linesOf(span.range);
        const bool isHit = std::any_of(
            lines.begin(), lines.end(), [&](const QRectF& line) { return line.contains(QPointF(position)); });
        if (isHit && (!found || span.criterion == m_selectedCriterion))
            found = span.criterion;
    }
    return found;
}

bool ResponseView::isClickable(const QPoint& position) const {
    return criterionAt(position).has_value();
}

void ResponseView::clickedAt(const QPoint& position) {
    if (const auto criterion = criterionAt(position))
        Q_EMIT criterionClicked(*criterion);
}

} // namespace assize::ui

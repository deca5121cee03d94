// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "ui/review/text_ranges.h"
#include "ui/review/text_view.h"
#include <optional>

namespace assize::ui {

class MarkedScrollBar;

/// One answer, with what the judge quotes of it: the selected criterion's words on a tint with a line below, those of
/// the others with a dotted line, each with the criterion's number; words of one side only with a line in the side's
/// colour. All of it is painted over the document, which never changes.
class ResponseView final : public TextView {
    Q_OBJECT

public:
    explicit ResponseView(Label side, QWidget* parent = nullptr);

    void setEvidence(std::vector<EvidenceSpan> spans);
    /// −1 selects none.
    void setSelectedCriterion(int criterion);
    /// Words that the other side has not; nothing while sides are not compared.
    void setOnlyHere(std::optional<std::vector<TextRange>> words);
    /// Places a search found; the current one stands out. −1: none is current.
    void setMatches(std::vector<TextRange> matches, int current);

    /// How far down the text is scrolled, as a share of the way; and there again in another form of it.
    [[nodiscard]] double place() const;
    void scrollToPlace(double share);
    /// Scrolls so that the range can be read.
    void reveal(const TextRange& range);
    [[nodiscard]] const std::vector<EvidenceSpan>& evidence() const { return m_evidence; }

    /// Where headings and list items stand: what synchronised scrolling aligns by.
    struct Anchor {
        QString key;
        double top = 0;
    };
    [[nodiscard]] std::vector<Anchor> anchors() const;
    /// True while a person scrolls this side and means it alone.
    [[nodiscard]] bool isScrolledAlone() const { return m_isScrolledAlone; }

Q_SIGNALS:
    void criterionClicked(int criterion);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool isClickable(const QPoint& position) const override;
    void clickedAt(const QPoint& position) override;

private:
    [[nodiscard]] TextRange visibleRange() const;
    /// The parts of a range on its lines, in the viewport's coordinates.
    [[nodiscard]] std::vector<QRectF> linesOf(const TextRange& range) const;
    [[nodiscard]] std::optional<int> criterionAt(const QPoint& position) const;
    void paintOnlyHere(QPainter& painter, const TextRange& visible) const;
    void paintUnderlines(QPainter& painter, const TextRange& visible) const;
    void paintNumbers(QPainter& painter, const TextRange& visible) const;
    void updateSelections();
    void updateMarks();

    Label m_side;
    MarkedScrollBar* m_scrollBar;
    std::vector<EvidenceSpan> m_evidence;
    std::optional<std::vector<TextRange>> m_onlyHere;
    std::vector<TextRange> m_matches;
    int m_currentMatch = -1;
    int m_selectedCriterion = -1;
    bool m_isScrolledAlone = false;
};

} // namespace assize::ui

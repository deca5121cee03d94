// SPDX-License-Identifier: Apache-2.0
#include "ui/review/criterion_detail.h"

#include "core/reply/quotation_marks.h"
#include "ui/models/criterion_words.h"
#include "ui/review/criterion_title.h"
#include "ui/review/justification_view.h"
#include "ui/support/text.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/verdict_glyph.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr std::size_t MostQuotes = 100; ///< of one justification, as the audit has it
constexpr int OverallCriterion = -1;
constexpr int AnyResponse = -1;

} // namespace

CriterionDetail::CriterionDetail(QWidget* parent)
    : QWidget(parent)
    , m_title(new CriterionTitle(this))
    , m_glyphA(new GlyphLabel(VerdictGlyph::RowSize, this))
    , m_glyphB(new GlyphLabel(VerdictGlyph::RowSize, this))
    , m_a(new JustificationView(this))
    , m_b(new JustificationView(this))
    , m_ownScores(plainLabel(this, true))
    , m_line(new QFrame(this))
    , m_overallMark(new IconMark(Icon::Quote, 16, &Theme::text2, this))
    , m_overall(new JustificationView(this)) {
    m_ownScores->setObjectName(QStringLiteral("ownScores"));
    m_overallMark->setObjectName(QStringLiteral("overallMark"));
    m_line->setFixedHeight(1);
    m_line->setBackgroundRole(QPalette::Mid);
    m_line->setAutoFillBackground(true);
    m_a->setObjectName(QStringLiteral("justificationA"));
    m_b->setObjectName(QStringLiteral("justificationB"));
    m_overall->setObjectName(QStringLiteral("overallReason"));
    m_glyphA->setGlyph({VerdictGlyph::Owner::Judge, Label::A});
    m_glyphB->setGlyph({VerdictGlyph::Owner::Judge, Label::B});
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_glyphA, 1, 0, Qt::AlignTop);
    grid->addWidget(m_a, 1, 1);
    grid->addWidget(m_glyphB, 2, 0, Qt::AlignTop);
    grid->addWidget(m_b, 2, 1);
    grid->addWidget(m_ownScores, 3, 1);
    grid->addWidget(m_line, 4, 0, 1, 2);
    grid->addWidget(m_overallMark, 5, 0, Qt::AlignTop | Qt::AlignHCenter);
    grid->addWidget(m_overall, 5, 1);
    grid->setColumnStretch(1, 1);
    for (JustificationView* view : {m_a, m_b, m_overall})
        connect(view, &JustificationView::quoteActivated, this, &CriterionDetail::quoteActivated);
}

void CriterionDetail::collect(const std::string& justification, int criterion, int response) {
    for (const QuotedSpan& span : quotedSpans(justification, MostQuotes))
        m_quotes.push_back({criterion, response, fromUtf8(justification.substr(span.offset, span.length))});
}

void CriterionDetail::setJudgement(const Judgement& judgement) {
    m_judgement = judgement;
    m_quotes.clear();
    for (std::size_t index = 0; index < judgement.criteria.size(); ++index) {
        collect(judgement.criteria[index].justificationA, static_cast<int>(index), 0);
        collect(judgement.criteria[index].justificationB, static_cast<int>(index), 1);
    }
    collect(judgement.overallJustification, OverallCriterion, AnyResponse);
    m_isFound.assign(m_quotes.size(), true);
    m_criterion = std::min(m_criterion, static_cast<int>(judgement.criteria.size()) - 1);
    show();
}

void CriterionDetail::setCriterion(int criterion) {
    m_criterion = criterion;
    show();
}

void CriterionDetail::setOwn(const std::vector<CriterionOverride>& own) {
    if (own == m_own)
        return;
    m_own = own;
    showOwn();
}

void CriterionDetail::showOwn() {
    const bool hasCriterion = m_criterion >= 0 && m_criterion < static_cast<int>(m_judgement.criteria.size());
    const std::string name =
        hasCriterion ? m_judgement.criteria[static_cast<std::size_t>(m_criterion)].criterion.name : std::string();
    const auto own = std::find_if(
        m_own.begin(), m_own.end(), [&](const CriterionOverride& entry) { return hasCriterion && entry.name == name; });
    const bool isScored = own != m_own.end() && (own->scoreA || own->scoreB);
    m_ownScores->setVisible(isScored);
    if (isScored)
        m_ownScores->setText(tr("Your scores: A %1, B %2").arg(scoreText(own->scoreA), scoreText(own->scoreB)));
}

void CriterionDetail::setQuotesFound(const std::vector<bool>& isFound) {
    if (isFound.size() != m_quotes.size() || isFound == m_isFound)
        return;
    m_isFound = isFound;
    show();
}

void CriterionDetail::fill(JustificationView* view, const std::string& justification, int criterion, int response) {
    // The quotations of one justification stand together in m_quotes, in their order.
    const auto first = std::find_if(m_quotes.begin(), m_quotes.end(),
        [&](const QuotedWords& quote) { return quote.criterion == criterion && quote.response == response; });
    auto quote = static_cast<std::size_t>(first - m_quotes.begin());
    std::vector<JustificationView::Piece> pieces;
    std::size_t at = 0;
    for (const QuotedSpan& span : quotedSpans(justification, MostQuotes)) {
        pieces.push_back({fromUtf8(justification.substr(at, span.offset - at)), -1, true});
        pieces.push_back({fromUtf8(justification.substr(span.offset, span.length)), static_cast<int>(quote),
            quote >= m_isFound.size() || m_isFound[quote]});
        at = span.offset + span.length;
        ++quote;
    }
    pieces.push_back({fromUtf8(justification.substr(at)), -1, true});
    view->setPieces(pieces);
}

void CriterionDetail::show() {
    const bool hasCriterion = m_criterion >= 0 && m_criterion < static_cast<int>(m_judgement.criteria.size());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_glyphA, m_a, m_glyphB, m_b})
        widget->setVisible(hasCriterion);
    if (hasCriterion) {
        const CriterionScore& score = m_judgement.criteria[static_cast<std::size_t>(m_criterion)];
        m_title->setCriterion(m_criterion + 1, withVisibleControls(criterionName(score.criterion)),
            withVisibleControls(criterionDescription(score.criterion)));
        m_a->setMissingNote(tr("not found in A", "a quotation"));
        m_b->setMissingNote(tr("not found in B", "a quotation"));
        fill(m_a, score.justificationA, m_criterion, 0);
        fill(m_b, score.justificationB, m_criterion, 1);
        m_a->setAccessibleName(tr("Justification of the score of A"));
        m_b->setAccessibleName(tr("Justification of the score of B"));
    }
    showOwn();
    const bool hasOverall = !m_judgement.overallJustification.empty();
    m_line->setVisible(hasOverall && hasCriterion);
    m_overallMark->setVisible(hasOverall);
    m_overall->setVisible(hasOverall);
    m_overall->setLead(hasCriterion ? tr("Overall.") : tr("Reasoning."));
    m_overall->setMissingNote(tr("not found in this item", "a quotation"));
    fill(m_overall, m_judgement.overallJustification, OverallCriterion, AnyResponse);
    m_overall->setAccessibleName(tr("Overall reason"));
}

} // namespace assize::ui

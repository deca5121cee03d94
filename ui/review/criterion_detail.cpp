// SPDX-License-Identifier: Apache-2.0
#include "ui/review/criterion_detail.h"

#include "core/reply/quotation_marks.h"
#include "ui/review/justification_view.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/verdict_glyph.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr std::size_t MostQuotes = 100; ///< of one justification, as the audit has it
constexpr int OverallCriterion = -1;

} // namespace

CriterionDetail::CriterionDetail(QWidget* parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_description(plainLabel(this, true))
    , m_glyphA(new GlyphLabel(VerdictGlyph::RowSize, this))
    , m_glyphB(new GlyphLabel(VerdictGlyph::RowSize, this))
    , m_a(new JustificationView(this))
    , m_b(new JustificationView(this))
    , m_overallTitle(plainLabel(this))
    , m_overall(new JustificationView(this)) {
    m_title->setFont(strongFont(TextRole::Body));
    m_title->setWordWrap(true);
    m_description->setWordWrap(true);
    m_overallTitle->setFont(strongFont(TextRole::Body));
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
    grid->addWidget(m_description, 1, 0, 1, 2);
    grid->addWidget(m_glyphA, 2, 0, Qt::AlignTop);
    grid->addWidget(m_a, 2, 1);
    grid->addWidget(m_glyphB, 3, 0, Qt::AlignTop);
    grid->addWidget(m_b, 3, 1);
    grid->addWidget(m_overallTitle, 4, 0, 1, 2);
    grid->addWidget(m_overall, 5, 0, 1, 2);
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
    collect(judgement.overallJustification, OverallCriterion, 0);
    m_isFound.assign(m_quotes.size(), true);
    m_criterion = std::min(m_criterion, static_cast<int>(judgement.criteria.size()) - 1);
    show();
}

void CriterionDetail::setCriterion(int criterion) {
    m_criterion = criterion;
    show();
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
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_description, m_glyphA, m_a, m_glyphB, m_b})
        widget->setVisible(hasCriterion);
    if (hasCriterion) {
        const CriterionScore& score = m_judgement.criteria[static_cast<std::size_t>(m_criterion)];
        m_title->setText(QStringLiteral("%1  %2").arg(m_criterion + 1).arg(fromUtf8(score.criterion.name)));
        m_description->setText(fromUtf8(score.criterion.description));
        m_description->setVisible(!score.criterion.description.empty());
        fill(m_a, score.justificationA, m_criterion, 0);
        fill(m_b, score.justificationB, m_criterion, 1);
        m_a->setAccessibleName(tr("Justification of the score of A"));
        m_b->setAccessibleName(tr("Justification of the score of B"));
    }
    const bool hasOverall = !m_judgement.overallJustification.empty();
    m_overallTitle->setText(hasCriterion ? tr("Overall") : tr("Reasoning"));
    m_overallTitle->setVisible(hasOverall);
    m_overall->setVisible(hasOverall);
    fill(m_overall, m_judgement.overallJustification, OverallCriterion, 0);
    m_overall->setAccessibleName(tr("Overall reason"));
}

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/annotation.h"
#include "core/model/verdict.h"
#include "ui/review/quoted_words.h"
#include <QWidget>
#include <vector>

class QFrame;
class QLabel;

namespace assize::ui {

class CriterionTitle;
class GlyphLabel;
class JustificationView;

/// What the judge says of the selected criterion, side by side of the scores, and its overall reason. GUI thread.
class CriterionDetail final : public QWidget {
    Q_OBJECT

public:
    explicit CriterionDetail(QWidget* parent = nullptr);

    /// All quotations of the verdict, criterion by criterion, A before B; the overall reason's last (criterion −1).
    void setJudgement(const Judgement& judgement);
    void setCriterion(int criterion);
    /// What the person at the window says of the criteria.
    void setOwn(const std::vector<CriterionOverride>& own);
    [[nodiscard]] const std::vector<QuotedWords>& quotes() const { return m_quotes; }
    /// For every quotation: whether its words stand in a text of the item.
    void setQuotesFound(const std::vector<bool>& isFound);

Q_SIGNALS:
    void quoteActivated(int index);

private:
    void collect(const std::string& justification, int criterion, int response);
    void show();
    void showOwn();
    void fill(JustificationView* view, const std::string& justification, int criterion, int response);

    Judgement m_judgement;
    std::vector<QuotedWords> m_quotes;
    std::vector<bool> m_isFound;
    std::vector<CriterionOverride> m_own;
    int m_criterion = 0;
    CriterionTitle* m_title;
    GlyphLabel* m_glyphA;
    GlyphLabel* m_glyphB;
    JustificationView* m_a;
    JustificationView* m_b;
    QLabel* m_ownScores;
    QFrame* m_line;
    QWidget* m_overallMark;
    JustificationView* m_overall;
};

} // namespace assize::ui

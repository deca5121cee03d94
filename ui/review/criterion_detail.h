// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include "ui/review/quoted_words.h"
#include <QWidget>
#include <vector>

class QLabel;

namespace assize::ui {

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
    [[nodiscard]] const std::vector<QuotedWords>& quotes() const { return m_quotes; }
    /// For every quotation: whether its words stand in a text of the item.
    void setQuotesFound(const std::vector<bool>& isFound);

Q_SIGNALS:
    void quoteActivated(int index);

private:
    void collect(const std::string& justification, int criterion, int response);
    void show();
    void fill(JustificationView* view, const std::string& justification, int criterion, int response);

    Judgement m_judgement;
    std::vector<QuotedWords> m_quotes;
    std::vector<bool> m_isFound;
    int m_criterion = 0;
    QLabel* m_title;
    QLabel* m_description;
    GlyphLabel* m_glyphA;
    GlyphLabel* m_glyphB;
    JustificationView* m_a;
    JustificationView* m_b;
    QLabel* m_overallTitle;
    JustificationView* m_overall;
};

} // namespace assize::ui

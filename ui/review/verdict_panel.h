// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include "ui/models/verdict_summary.h"
#include "ui/review/quoted_words.h"
#include "ui/widgets/panes.h"
#include <QStringList>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeWidget;

namespace assize::ui {

class Banner;
class CriterionDetail;
class OtherJudges;
class RubricModel;
class RubricView;
class SegmentedControl;
class VerdictHeadline;

/// The right side of the Review page: what one run says of the item, in both orders, with its rubric and reasons; the
/// raw replies, the other judges, earlier attempts. Shows values and asks for changes; stores nothing. GUI thread.
class VerdictPanel final : public Pane {
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget* parent = nullptr);
    ~VerdictPanel() override;

    void setRuns(std::vector<RunSummary> runs, RowKey current);
    void setReview(const ReviewItem& review, const std::string& annotator);
    /// Every attempt of the item in the current run, oldest first.
    void setHistory(const std::vector<Verdict>& attempts);
    void setWhatIf(const WhatIf& whatIf);
    /// How the run's labels agree with people, in the judge's weights and in the person's; empty: not known.
    void setAgreement(const QString& judged, const QString& tried);
    /// Blind: nothing of the judge shows until the item is labelled.
    void setCovered(bool isCovered);
    void setReadOnly(bool isReadOnly);
    void clear();

    void stepCriterion(int direction);
    void selectCriterion(int criterion);
    void switchOrder();
    void nextJudge();
    void showRaw();
    void resetWeights();
    void setCompact(bool isCompact);
    void setShort(bool isShort); ///< other judges move to Compare judges

    [[nodiscard]] QStringList criterionNames() const;
    [[nodiscard]] const std::vector<QuotedWords>& quotes() const;
    void setQuotesFound(const std::vector<bool>& isFound);

Q_SIGNALS:
    void runChosen(assize::RowKey runKey);
    void criterionSelected(int criterion);
    void whatIfEdited(const assize::ui::WhatIf& whatIf, const QString& mergeKey);
    void quotesChanged();
    void quoteActivated(int index);
    void judgeRequested();

private:
    enum Tab { VerdictTab, RawTab, CompareTab, HistoryTab };
    enum State { VerdictState, UnjudgedState, CoveredState, EmptyState };

    void build();
    QWidget* buildHeader();
    QWidget* buildVerdictPage();
    QWidget* buildMessagePage();
    void connectParts();
    void fillPickers();
    void chooseJudge(const QString& name);
    void showAll();
    void showVerdict();
    void showWhatIf();
    void showRaws();
    void showOthers();
    void showTab(int tab);
    void retranslate();
    [[nodiscard]] const RunSummary* run() const;

    std::vector<RunSummary> m_runs;
    RowKey m_runKey = 0;
    ReviewItem m_review;
    std::string m_annotator;
    VerdictSummary m_summary; ///< points into m_review
    std::vector<Verdict> m_attempts;
    WhatIf m_whatIf;
    QString m_judgedAgreement;
    QString m_triedAgreement;
    std::size_t m_order = 0;
    bool m_isCovered = false;
    bool m_isReadOnly = false;
    bool m_isShort = false;

    QComboBox* m_judges = nullptr;
    QComboBox* m_versions = nullptr;
    QToolButton* m_judgeAgain = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    VerdictHeadline* m_headline = nullptr;
    Banner* m_flipBanner = nullptr;
    SegmentedControl* m_flipOrders = nullptr;
    Banner* m_partialBanner = nullptr;
    Banner* m_whatIfBanner = nullptr;
    QPushButton* m_reset = nullptr;
    RubricModel* m_rubric = nullptr;
    RubricView* m_rubricView = nullptr;
    QWidget* m_totals = nullptr;
    QLabel* m_totalsText = nullptr;
    QLabel* m_totalsWeight = nullptr;
    QLabel* m_totalsMargin = nullptr;
    CriterionDetail* m_detail = nullptr;
    OtherJudges* m_others = nullptr;
    OtherJudges* m_compare = nullptr;
    QPlainTextEdit* m_raw = nullptr;
    QTreeWidget* m_history = nullptr;
    QWidget* m_message = nullptr;
    QLabel* m_messageText = nullptr;
    QPushButton* m_judgeItem = nullptr;
};

} // namespace assize::ui

// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/session_reader.h"
#include "ui/bridge/figure_tables.h"
#include "ui/models/verdict_summary.h"
#include "ui/review/native_form.h"
#include "ui/review/quoted_words.h"
#include "ui/widgets/panes.h"
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeWidget;

namespace assize::ui {

class Banner;
class CriterionDetail;
class GlyphLabel;
class OtherJudges;
class RawView;
class RubricModel;
class RubricTotals;
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
    void setForms(JudgeForms forms) { m_forms = std::move(forms); }
    /// How the judge on screen answers.
    [[nodiscard]] JudgeForm form() const;
    void setReview(const ReviewItem& review, const std::string& annotator);
    /// Every attempt of the item in the current run, oldest first.
    void setHistory(const std::vector<Verdict>& attempts);
    void setWhatIf(const WhatIf& whatIf);
    /// Half width of the band in which a margin reads as a tie.
    void setTieBand(double tieBand);
    /// How the runs agree with people; runs that are not in it are not counted yet.
    void setAgreements(const std::map<RowKey, RunAgreement>& agreements);
    /// What the tried weights make of the run; null: not known yet, or none are tried.
    void setTried(std::shared_ptr<const TriedRun> tried);
    /// Names of saved weights, for the menu.
    void setWeightings(const QStringList& names);
    /// Blind: nothing of the judge shows until the item is labelled.
    void setCovered(bool isCovered);
    [[nodiscard]] bool isCovered() const { return m_isCovered; }
    void setReadOnly(bool isReadOnly);
    void clear();

    /// Which tab is in front; kept with the session.
    [[nodiscard]] int tab() const;
    void setTab(int tab);

    void stepCriterion(int direction);
    void selectCriterion(int criterion);
    void switchOrder();
    void nextJudge();
    void showRaw();
    void resetWeights();
    void setCompact(bool isCompact);
    void setShort(bool isShort); ///< other judges move to Compare judges

    /// As the judge names them, which is what is stored; and as the window calls them.
    [[nodiscard]] QStringList criterionNames() const;
    [[nodiscard]] QStringList criterionTitles() const;
    [[nodiscard]] int currentCriterion() const; ///< −1: none
    [[nodiscard]] const std::vector<QuotedWords>& quotes() const;
    void setQuotesFound(const std::vector<bool>& isFound);

Q_SIGNALS:
    void runChosen(assize::RowKey runKey);
    void tabChanged();
    void criterionSelected(int criterion);
    void whatIfEdited(const assize::ui::WhatIf& whatIf, const QString& mergeKey);
    void quotesChanged();
    void quoteActivated(int index);
    void judgeRequested();
    /// Somebody wants to say which judge, and where.
    void runRequested();
    void saveWeightsRequested();
    void weightingChosen(const QString& name);
    void weightingRemoved(const QString& name);
    void requestAsked(); ///< the person wants to see what is sent to the judge
    void parserAsked();  ///< and this one to change how its replies are read

protected:
    void resizeEvent(QResizeEvent* event) override;

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
    QWidget* buildWhatIfBanner(QWidget* page);
    void fillMenu();
    [[nodiscard]] QString versionText(const RunSummary& summary) const;
    [[nodiscard]] QString versionToolTip(const RunSummary& summary) const;
    void updateJudging();
    void showAll();
    void showVerdict();
    void showProblem();
    void showWhatIf();
    [[nodiscard]] QString whatIfDetail(const WeightedScores& tried, std::optional<Label> label) const;
    void copyVerdict() const;
    // verdict_tabs.cpp: what is behind the other tabs
    void showRaws();
    void showHistory();
    void showOthers();
    void showTab(int tab);
    void fitTabs();
    void showMessage(const QString& text, bool offersJudging);
    void retranslate();
    [[nodiscard]] const RunSummary* run() const;

    std::vector<RunSummary> m_runs;
    JudgeForms m_forms;
    RowKey m_runKey = 0;
    ReviewItem m_review;
    std::string m_annotator;
    VerdictSummary m_summary; ///< points into m_review
    std::vector<Verdict> m_attempts;
    WhatIf m_whatIf;
    double m_tieBand = 0.02;
    std::map<RowKey, RunAgreement> m_agreements;
    std::shared_ptr<const TriedRun> m_tried;
    QStringList m_weightings; ///< names of saved weights
    std::size_t m_order = 0;
    bool m_isCovered = false;
    bool m_isReadOnly = false;
    bool m_isShort = false;
    bool m_isRawStale = true; ///< the raw tab is filled when it is looked at

    QComboBox* m_judges = nullptr;
    QComboBox* m_versions = nullptr;
    QToolButton* m_judgeAgain = nullptr;
    QToolButton* m_more = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    VerdictHeadline* m_headline = nullptr;
    Banner* m_flipBanner = nullptr;
    SegmentedControl* m_flipOrders = nullptr;
    QList<QToolButton*> m_flipSegments;
    Banner* m_partialBanner = nullptr;
    Banner* m_problemBanner = nullptr;
    QPushButton* m_showRaw = nullptr;
    QPushButton* m_editParser = nullptr;
    QPushButton* m_judgeOnceMore = nullptr;
    Banner* m_whatIfBanner = nullptr;
    GlyphLabel* m_whatIfFrom = nullptr;
    QLabel* m_whatIfArrow = nullptr;
    GlyphLabel* m_whatIfTo = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_saveWeights = nullptr;
    RubricModel* m_rubric = nullptr;
    RubricView* m_rubricView = nullptr;
    RubricTotals* m_totals = nullptr;
    CriterionDetail* m_detail = nullptr;
    OtherJudges* m_others = nullptr;
    OtherJudges* m_compare = nullptr;
    RawView* m_raw = nullptr;
    QTreeWidget* m_history = nullptr;
    QWidget* m_message = nullptr;
    QLabel* m_messageText = nullptr;
    QPushButton* m_judgeItem = nullptr;
    QPushButton* m_addToRun = nullptr;
};

} // namespace assize::ui

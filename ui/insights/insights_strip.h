// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/insights_tables.h"
#include "ui/widgets/panes.h"
#include <QStringList>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace assize::ui {

/// The strip over the charts: which judge, against whom, which items, by which verdict, which charts. GUI thread.
class InsightsStrip final : public PaneHeader {
    Q_OBJECT

public:
    explicit InsightsStrip(QWidget* parent = nullptr);

    /// The runs and people there are. What was chosen stays chosen if it is still there; else the run asked for.
    void setSession(const InsightsSession& session, const std::string& preferredRun);
    void setRun(const std::string& run);
    [[nodiscard]] std::string run() const;
    [[nodiscard]] Against against() const;
    [[nodiscard]] VerdictRule rule() const;
    [[nodiscard]] QString filter() const;
    void setFilter(const QString& filter);
    /// Ids of the charts that are on, in the registry's order.
    [[nodiscard]] const QStringList& charts() const { return m_charts; }
    void setCharts(const QStringList& charts);
    [[nodiscard]] QString peopleName() const;
    [[nodiscard]] QString goldName() const;
    /// What is wrong with the filter; empty for nothing.
    void setProblem(const QString& problem);
    void setItemCount(qint64 count);
    void setNarrow(bool isNarrow);
    void focusFilter();

Q_SIGNALS:
    void changed();
    void chartsChanged();
    void copyRequested();
    void reportRequested();

private:
    void fillAgainst();
    void fillRules();
    void openChartMenu();
    void showButtonTexts();
    void retranslate();
    [[nodiscard]] QLabel* caption();

    QLabel* m_judgeCaption;
    QComboBox* m_judge;
    QLabel* m_againstCaption;
    QComboBox* m_against;
    QLabel* m_itemsCaption;
    QLineEdit* m_filter;
    QLabel* m_count;
    QLabel* m_verdictCaption;
    QComboBox* m_rule;
    QToolButton* m_chartButton;
    QPushButton* m_copy;
    QPushButton* m_report;
    bool m_isNarrow = false;
    QStringList m_charts;
    QStringList m_raters;
    std::vector<std::pair<std::string, QString>> m_runs; ///< ULID and title, newest first
};

} // namespace assize::ui

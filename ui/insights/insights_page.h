// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/insights_figures.h"
#include "ui/insights/side_switch.h"
#include <QPointer>
#include <QWidget>
#include <map>

class QAction;
class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace assize::ui {

class Actions;
class Banner;
class CardRow;
class CategoryPane;
class ChartView;
class FiguresPane;
class InsightsStrip;
class SessionEditor;
class Settings;

/// The Insights page: figures and charts of one judge against people or another judge, and a table by category. It
/// computes only while it is shown; weights tried in Review move its charts too. GUI thread.
class InsightsPage final : public QWidget {
    Q_OBJECT

public:
    InsightsPage(Actions& actions, Settings& settings, SessionEditor& editor, QWidget* parent);
    ~InsightsPage() override;

    /// The session to show; null closes.
    void setDocument(Document* document);
    /// What runs cost is told by the prices of these.
    void setEndpoints(const std::vector<Endpoint>& endpoints);
    /// The run that Review shows becomes the judge, if the page has not been used yet.
    void setPreferredRun(const std::string& run);
    /// Ends the computation under way.
    void cancel();
    void saveLayout();

Q_SIGNALS:
    /// Somebody wants to see the items behind a figure. Where it is about tried weights, so is the filter.
    void itemsRequested(const std::string& run, const QString& filter, assize::RowKey item,
        const std::shared_ptr<const assize::TriedVerdicts>& tried);
    void reviewRequested();
    void reportRequested();
    void busyChanged(bool isBusy);
    void noticed(const QString& words);
    void failed(const assize::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QLayout* buildRow(QWidget* content);
    void connectParts();
    QWidget* buildMessage();
    void connectFigures();
    void onLoaded();
    void ask();
    void setStale();
    void showCharts();
    void placeCharts();
    void showMessage(const QString& words, bool offersReview);
    void showCards(const std::vector<Scorecard>& cards);
    void follow(const ChartLink& link);
    void openCategory(const QString& filter);
    void readDisagreements(const QString& filter);
    void stepPane(int direction);
    void showSide(InsightsSide side);
    void copySide();
    void groupCriteria();
    void retranslate();
    [[nodiscard]] QString andFilter(const QString& filter) const;
    [[nodiscard]] RowKey shownRunKey() const;

    Settings& m_settings;
    SessionEditor& m_editor;
    QPointer<Document> m_document;
    std::string m_preferredRun;
    QStackedWidget* m_stack = nullptr;
    InsightsStrip* m_strip = nullptr;
    Banner* m_weights = nullptr;
    Banner* m_fewLabels = nullptr;
    QPushButton* m_toReview = nullptr; ///< of that banner
    CardRow* m_cards = nullptr;
    QScrollArea* m_scroll = nullptr;
    QGridLayout* m_grid = nullptr;
    QBoxLayout* m_row = nullptr;      ///< charts, and the table where there is room
    QBoxLayout* m_body = nullptr;     ///< charts, and the table where there is not
    QStackedWidget* m_side = nullptr; ///< beside the charts, or under them
    CategoryPane* m_categories = nullptr;
    FiguresPane* m_allFigures = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_messageButton = nullptr;
    QPushButton* m_again = nullptr;
    QAction* m_group = nullptr; ///< in the menu of the scores by criterion
    std::map<QString, ChartView*> m_charts;
    QStringList m_placed; ///< the charts in the grid, as they stand
    int m_columns = 0;
    InsightsFigures m_figures;
};

} // namespace assize::ui

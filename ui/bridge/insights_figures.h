// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/background.h"
#include "ui/bridge/document.h"
#include "ui/bridge/insights_tables.h"
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <memory>
#include <string>
#include <vector>

namespace assize::ui {

/// What the Insights page wants to show.
struct InsightsRequest {
    InsightsQuestion question;
    std::string filter; ///< of the filter language; empty: all items
    std::vector<std::string> charts;
    CategoryFigure figure = CategoryFigure::Agreement;
    std::string peopleName; ///< in the window's language
    std::string goldName;
    bool wantsFigures = false; ///< every figure, not only those of charts
};

/// The charts of a session, computed on threads of their own and told one by one. The session's columns are read when
/// they are first asked for, and again after something changed. A newer request stops an older one. GUI thread;
/// destroying it waits for the computation under way, which is told to end.
class InsightsFigures final : public QObject {
    Q_OBJECT

public:
    explicit InsightsFigures(QObject* parent = nullptr);
    ~InsightsFigures() override;

    /// Forgets everything; null closes.
    void setDocument(Document* document, const std::string& annotator);
    /// What runs cost is told by these; read with the next load().
    void setEndpoints(std::vector<Endpoint> endpoints);
    /// Verdicts or labels changed: what is known is read again with the next load().
    void setStale() { m_isStale = true; }
    /// Reads the session's columns unless they are known; loaded() tells.
    void load();
    [[nodiscard]] const std::shared_ptr<const InsightsSession>& session() const { return m_session; }

    /// Of the run that was asked about last; null before that.
    [[nodiscard]] const std::shared_ptr<const ScoreColumns>& scores() const { return m_scores; }

    /// What tried weights make of the run that was asked about last; null where none are tried.
    [[nodiscard]] const std::shared_ptr<const TriedVerdicts>& tried() const { return m_tried; }

    /// Computes; needs a loaded session.
    void ask(InsightsRequest request);
    /// Ends what is under way; what was told stays.
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

Q_SIGNALS:
    void loaded();
    void cardsReady(const std::vector<assize::Scorecard>& cards);
    void tableReady(const assize::CategoryTable& table);
    void chartReady(const assize::Chart& chart);
    void figuresReady(const assize::ui::FigureSheet& sheet);
    void counted(qint64 items); ///< that the filter leaves
    void filterFailed(const assize::Error& error);
    void failed(const assize::Error& error);
    void busyChanged(bool isBusy);

private:
    void begin();
    void end(std::size_t count = 1);
    void readKeys();
    void readScores();
    void compute();
    template <typename T>
    void computePart(std::string key, std::function<T(const InsightsSource&, std::stop_token)> build,
        std::function<void(const T&)> tell);

    QPointer<Document> m_document;
    std::string m_annotator;
    std::vector<Endpoint> m_endpoints;
    std::shared_ptr<const InsightsSession> m_session;
    std::shared_ptr<const ScoreColumns> m_scores;
    std::string m_scoredRun; ///< whose scores those are
    std::shared_ptr<const TriedVerdicts> m_tried;
    InsightsRequest m_request;
    std::stop_source m_stop;
    quint64 m_token = 0;     ///< of the newest request
    quint64 m_loadToken = 0; ///< of the newest reading of the session
    std::size_t m_underWay = 0;
    bool m_isLoading = false;
    bool m_isStale = false;
    std::shared_ptr<std::shared_ptr<const InsightsSource>> m_source; ///< made by the first job of a request
    Background m_background;                                         // last: its thread ends before what it answers to
};

} // namespace assize::ui

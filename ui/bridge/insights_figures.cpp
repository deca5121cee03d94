// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/insights_figures.h"

#include "core/chart/registry.h"
#include "core/filter/filter.h"

#include <algorithm>

namespace assize::ui {
namespace {

/// The filter speaks of what is shown: of tried weights where there are some.
Result<std::vector<RowKey>> keysMatching(SessionReader& reader, const InsightsSession& session,
    const ScoreColumns& scores, const InsightsRequest& request, ItemQuery query) {
    if (const auto tried = triedRun(session, scores, request.question))
        query.tried = std::make_shared<const TriedVerdicts>(triedVerdicts(*tried, session.items()));
    auto condition = compileFilter(request.filter, {query.runKey, query.annotator, &reader, query.tried != nullptr});
    if (!condition)
        return tl::unexpected(condition.error());
    query.condition = std::move(*condition);
    return reader.itemKeys(query);
}

RowKey keyOf(const InsightsSession& session, const std::string& run) {
    const auto found = std::find_if(
        session.runs.begin(), session.runs.end(), [&](const InsightsRun& other) { return other.id() == run; });
    return found == session.runs.end() ? 0 : found->summary.run.key;
}

} // namespace

InsightsFigures::InsightsFigures(QObject* parent)
    : QObject(parent) {}

InsightsFigures::~InsightsFigures() {
    m_stop.request_stop();
}

void InsightsFigures::setDocument(Document* document, const std::string& annotator) {
    cancel();
    ++m_loadToken;
    m_isLoading = false;
    m_isStale = false;
    m_document = document;
    m_annotator = annotator;
    m_session.reset();
    m_scores.reset();
    m_tried.reset();
    m_source.reset();
}

void InsightsFigures::setEndpoints(std::vector<Endpoint> endpoints) {
    m_endpoints = std::move(endpoints);
    m_isStale = true;
}

void InsightsFigures::load() {
    if (m_document == nullptr || m_isLoading || (m_session != nullptr && !m_isStale))
        return;
    cancel();
    m_isLoading = true;
    m_isStale = false;
    begin();
    m_document->read<InsightsSession>(
        Document::Lane::Figures, "insights session", this,
        [annotator = m_annotator, endpoints = m_endpoints, stop = m_stop.get_token()](
            SessionReader& reader) { return readInsightsSession(reader, annotator, endpoints, stop); },
        [this, token = ++m_loadToken](Result<InsightsSession> session) {
            if (token != m_loadToken)
                return;
            m_isLoading = false;
            if (session) {
                m_session = std::make_shared<const InsightsSession>(std::move(*session));
                m_scores.reset();
                Q_EMIT loaded();
            } else {
                m_isStale = true;
                Q_EMIT failed(session.error());
            }
            end();
        });
}

void InsightsFigures::ask(InsightsRequest request) {
    if (m_isLoading)
        return; // what is read will be asked about
    cancel();
    m_request = std::move(request);
    if (m_session == nullptr || m_session->runs.empty() || m_document == nullptr)
        return;
    begin();
    readScores();
}

void InsightsFigures::cancel() {
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_token;
    if (m_isLoading) {
        ++m_loadToken;
        m_isLoading = false;
        m_isStale = true;
    }
    if (m_underWay > 0)
        end(m_underWay);
}

void InsightsFigures::begin() {
    if (m_underWay++ == 0)
        Q_EMIT busyChanged(true);
}

void InsightsFigures::end(std::size_t count) {
    m_underWay -= std::min(count, m_underWay);
    if (m_underWay == 0)
        Q_EMIT busyChanged(false);
}

void InsightsFigures::readKeys() {
    if (m_request.filter.empty()) {
        compute();
        return;
    }
    ItemQuery query;
    query.runKey = keyOf(*m_session, m_request.question.run);
    query.annotator = m_annotator;
    m_document->read<std::vector<RowKey>>(
        Document::Lane::Figures, "insights items", this,
        [session = m_session, scores = m_scores, request = m_request, query](
            SessionReader& reader) { return keysMatching(reader, *session, *scores, request, query); },
        [this, token = m_token](Result<std::vector<RowKey>> keys) {
            if (token != m_token)
                return;
            if (!keys) {
                Q_EMIT filterFailed(keys.error());
                end();
                return;
            }
            m_request.question.keys = std::move(*keys);
            m_request.question.isFiltered = true;
            compute();
        });
}

void InsightsFigures::readScores() {
    const std::string& run = m_request.question.run;
    if (m_scores != nullptr && m_scoredRun == run) {
        readKeys();
        return;
    }
    m_document->read<ScoreColumns>(
        Document::Lane::Figures, "insights scores", this,
        [session = m_session, key = keyOf(*m_session, run)](
            SessionReader& reader) { return loadScores(reader, key, session->items()); },
        [this, token = m_token, run](Result<ScoreColumns> scores) {
            if (token != m_token)
                return;
            if (!scores) {
                Q_EMIT failed(scores.error());
                end();
                return;
            }
            m_scores = std::make_shared<const ScoreColumns>(std::move(*scores));
            m_scoredRun = run;
            readKeys();
        });
}

template <typename T>
void InsightsFigures::computePart(std::string key, std::function<T(const InsightsSource&, std::stop_token)> build,
    std::function<void(const T&)> tell) {
    begin();
    m_background.run<T>(
        std::move(key), this,
        [source = m_source, stop = m_stop.get_token(), build = std::move(build)] {
            return *source == nullptr || stop.stop_requested() ? T() : build(**source, stop);
        },
        [this, token = m_token, tell = std::move(tell)](const T& part) {
            if (token != m_token)
                return;
            tell(part);
            end();
        });
}

void InsightsFigures::compute() {
    m_source = std::make_shared<std::shared_ptr<const InsightsSource>>();
    m_background.run<std::shared_ptr<const InsightsSource>>(
        "source", this,
        [place = m_source, session = m_session, scores = m_scores, request = m_request] {
            *place = std::make_shared<const InsightsSource>(
                session, scores, request.question, request.peopleName, request.goldName);
            return *place;
        },
        [this, token = m_token](const std::shared_ptr<const InsightsSource>& source) {
            if (token != m_token)
                return;
            m_tried = source->tried();
            Q_EMIT counted(static_cast<qint64>(source->rowCount()));
            end();
        });
    computePart<std::vector<Scorecard>>(
        "cards",
        [](const InsightsSource& source, std::stop_token stop) {
            return scorecards(source.chartSource(std::move(stop)));
        },
        [this](const std::vector<Scorecard>& cards) { Q_EMIT cardsReady(cards); });
    computePart<CategoryTable>(
        "table",
        [figure = m_request.figure](const InsightsSource& source, std::stop_token stop) {
            return categoryTable(source.chartSource(std::move(stop)), figure);
        },
        [this](const CategoryTable& table) { Q_EMIT tableReady(table); });
    for (const std::string& id : m_request.charts) {
        if (const ChartKind* kind = chartKindNamed(id))
            computePart<Chart>(
                "chart " + id,
                [kind](const InsightsSource& source, std::stop_token stop) {
                    return buildChart(*kind, source.chartSource(std::move(stop)));
                },
                [this](const Chart& chart) { Q_EMIT chartReady(chart); });
    }
    if (m_request.wantsFigures)
        computePart<FigureSheet>(
            "figures",
            [](const InsightsSource& source, std::stop_token stop) { return source.figureSheet(std::move(stop)); },
            [this](const FigureSheet& sheet) { Q_EMIT figuresReady(sheet); });
}

} // namespace assize::ui

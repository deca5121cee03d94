// SPDX-License-Identifier: Apache-2.0
// What the Insights page asks its figures, what it does with the answers, and where its marks lead.
#include "core/filter/filter.h"
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/insights/card_row.h"
#include "ui/insights/category_pane.h"
#include "ui/insights/chart_view.h"
#include "ui/insights/criterion_groups_dialog.h"
#include "ui/insights/figures_pane.h"
#include "ui/insights/insights_page.h"
#include "ui/insights/insights_strip.h"
#include "ui/models/item_list_model.h"
#include "ui/support/error_text.h"
#include "ui/support/text.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr std::size_t MostDifferingRows = 50;

struct DifferingItems {
    std::vector<ItemRow> rows;
    qint64 total = 0;
};

Result<DifferingItems> readDiffering(SessionReader& reader, const std::string& filter, ItemQuery query) {
    auto condition = compileFilter(filter, {query.runKey, query.annotator, &reader, query.tried != nullptr});
    if (!condition)
        return tl::unexpected(condition.error());
    query.condition = std::move(*condition);
    auto keys = reader.itemKeys(query);
    if (!keys)
        return tl::unexpected(keys.error());
    DifferingItems items;
    items.total = static_cast<qint64>(keys->size());
    keys->resize(std::min(keys->size(), MostDifferingRows));
    auto rows = reader.itemRows(*keys, query.runKey, query.annotator);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const ItemRow& row : *rows)
        items.rows.push_back(asTried(row, query.tried.get()));
    return items;
}

QString inBrackets(const QString& filter) {
    return QStringLiteral("(%1)").arg(filter);
}

} // namespace

void InsightsPage::connectFigures() {
    connect(&m_figures, &InsightsFigures::loaded, this, &InsightsPage::onLoaded);
    connect(&m_figures, &InsightsFigures::busyChanged, this, &InsightsPage::busyChanged);
    connect(&m_figures, &InsightsFigures::cardsReady, this, &InsightsPage::showCards);
    connect(&m_figures, &InsightsFigures::tableReady, m_categories, &CategoryPane::setTable);
    connect(&m_figures, &InsightsFigures::figuresReady, m_allFigures, &FiguresPane::setSheet);
    connect(&m_figures, &InsightsFigures::counted, m_strip, &InsightsStrip::setItemCount);
    connect(&m_figures, &InsightsFigures::chartReady, this, [this](const Chart& chart) {
        if (const auto view = m_charts.find(fromUtf8(chart.id)); view != m_charts.end())
            view->second->setChart(chart);
    });
    connect(&m_figures, &InsightsFigures::filterFailed, this, [this](const Error& error) {
        const ErrorSentences sentences = errorSentences(error);
        m_strip->setProblem(sentences.what + QLatin1Char(' ') + sentences.advice);
        Q_EMIT noticed(sentences.what);
    });
    connect(&m_figures, &InsightsFigures::failed, this, [this](const Error& error) {
        const ErrorSentences sentences = errorSentences(error);
        showMessage(sentences.what + QLatin1Char(' ') + sentences.advice, false);
        m_again->show();
        Q_EMIT failed(error);
    });
}

void InsightsPage::onLoaded() {
    const InsightsSession& session = *m_figures.session();
    if (session.items().size() == 0) {
        showMessage(tr("This session has no items yet. Import some, then let a judge look at them."), false);
        return;
    }
    if (session.runs.empty()) {
        showMessage(tr("No judge has judged these items yet. Judge some in Review, or import verdicts."), true);
        return;
    }
    m_strip->setSession(session, m_preferredRun);
    m_stack->setCurrentIndex(1);
    showCharts();
    ask();
}

void InsightsPage::ask() {
    if (m_figures.session() == nullptr || m_strip->run().empty())
        return;
    m_strip->setProblem({});
    m_categories->setBlind(m_settings.isBlind(m_settings.annotator()));
    InsightsRequest request;
    request.question.run = m_strip->run();
    request.question.against = m_strip->against();
    request.question.rule = m_strip->rule();
    request.question.whatIf = m_editor.whatIf(m_strip->run());
    request.filter = toUtf8(m_strip->filter());
    request.figure = m_categories->figure();
    request.wantsFigures = m_side->currentWidget() == m_allFigures;
    request.peopleName = toUtf8(m_strip->peopleName());
    request.goldName = toUtf8(m_strip->goldName());
    for (const QString& id : m_strip->charts()) {
        request.charts.push_back(toUtf8(id));
        m_charts.at(id)->setLoading(true);
    }
    m_weights->setVisible(request.question.whatIf.isActive());
    m_figures.ask(std::move(request));
}

void InsightsPage::showCards(const std::vector<Scorecard>& cards) {
    m_cards->setCards(cards);
    m_fewLabels->setVisible(
        std::any_of(cards.begin(), cards.end(), [](const Scorecard& card) { return card.wantsLabels; }));
}

RowKey InsightsPage::shownRunKey() const {
    const auto& runs = m_figures.session()->runs;
    const auto found =
        std::find_if(runs.begin(), runs.end(), [this](const InsightsRun& run) { return run.id() == m_strip->run(); });
    return found == runs.end() ? 0 : found->summary.run.key;
}

QString InsightsPage::andFilter(const QString& filter) const {
    const QString own = m_strip->filter();
    if (own.isEmpty() || filter.isEmpty())
        return filter + own;
    return inBrackets(own) + QStringLiteral(" and ") + inBrackets(filter);
}

void InsightsPage::follow(const ChartLink& link) {
    // Weights are tried on the run shown; of other runs marks count what their judges said.
    const auto tried = link.run == m_strip->run() ? m_figures.tried() : nullptr;
    if (link.item != 0)
        Q_EMIT itemsRequested(link.run, {}, link.item, tried);
    else
        Q_EMIT itemsRequested(link.run, andFilter(fromUtf8(link.filter)), 0, tried);
}

void InsightsPage::openCategory(const QString& filter) {
    Q_EMIT itemsRequested(m_strip->run(), andFilter(filter), 0, m_figures.tried());
}

void InsightsPage::readDisagreements(const QString& filter) {
    if (filter.isEmpty() || m_document == nullptr || m_figures.session() == nullptr)
        return;
    const QString wanted = inBrackets(andFilter(filter)) + QStringLiteral(" and disagree");
    ItemQuery query;
    query.runKey = shownRunKey();
    query.annotator = toUtf8(m_settings.annotator());
    query.tried = m_figures.tried();
    m_document->read<DifferingItems>(
        Document::Lane::Later, "insights disagreements", this,
        [wanted = toUtf8(wanted), query](SessionReader& reader) { return readDiffering(reader, wanted, query); },
        [this, filter](const Result<DifferingItems>& items) {
            if (items && filter == m_categories->chosenFilter())
                m_categories->setDisagreements(items->rows, items->total);
        });
}

void InsightsPage::groupCriteria() {
    if (m_figures.scores() == nullptr || m_document == nullptr)
        return;
    auto* dialog = new CriterionGroupsDialog(m_figures.scores()->groups(), m_editor.criterionGroups(), window());
    connect(dialog, &CriterionGroupsDialog::groupsChosen, this,
        [this](const CriterionAliases& groups) { m_editor.setCriterionGroups(tr("grouped criteria"), groups); });
    dialog->open();
}

void InsightsPage::retranslate() {
    m_group->setText(tr("&Group Criteria…"));
    m_messageButton->setText(tr("Go to Review"));
    m_toReview->setText(tr("Go to Review"));
    m_fewLabels->setTexts(tr("Label at least 10 items to compare."),
        tr("With fewer labels on judged items, agreement and what follows from it say nothing yet."));
    m_again->setText(tr("Try again"));
    m_weights->setTexts(tr("With your weights"),
        tr("Figures and charts show what the weights tried in Review make of this run, not what the judge said, and "
           "so do the items that they lead to."));
    m_scroll->setAccessibleName(tr("Charts"));
    if (m_figures.session() != nullptr && !m_figures.session()->runs.empty())
        ask();
}

} // namespace assize::ui

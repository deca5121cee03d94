// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_figures.h"

#include <algorithm>

namespace assize::ui {

RunFigures::RunFigures(QObject* parent)
    : QObject(parent) {}

void RunFigures::load(Document* document, const std::vector<RunSummary>& runs, const std::string& annotator) {
    ++m_token;
    m_document = document;
    m_runs = runs;
    m_annotator = annotator;
    m_items.reset();
    m_human.reset();
    m_tables.clear();
    m_scores.reset();
    m_agreements.clear();
    forgetTried();
    Q_EMIT agreementsChanged();
    if (document == nullptr || runs.empty())
        return;
    document->read<FigureItems>(
        Document::Lane::Figures, "figure items", this,
        [annotator](SessionReader& reader) { return readFigureItems(reader, annotator); },
        [this, token = m_token](Result<FigureItems> items) {
            if (token != m_token)
                return;
            if (!items) {
                Q_EMIT failed(items.error());
                return;
            }
            m_items = std::make_shared<const FigureItems>(std::move(*items));
            m_human = std::shared_ptr<const std::vector<Rating>>(m_items, &m_items->human);
            // The run on screen first, then the others from the newest.
            std::vector<RunSummary> order(m_runs.rbegin(), m_runs.rend());
            std::stable_partition(order.begin(), order.end(),
                [this](const RunSummary& summary) { return summary.run.key == m_shownRun; });
            for (const RunSummary& summary : order)
                readRun(summary);
        });
}

void RunFigures::readRun(const RunSummary& summary) {
    const RowKey key = summary.run.key;
    m_document->read<FigureRun>(
        Document::Lane::Figures, "figure run " + std::to_string(key), this,
        [summary, items = m_items](SessionReader& reader) { return readFigureRun(reader, summary, items); },
        [this, key, token = m_token](Result<FigureRun> run) {
            if (token != m_token)
                return;
            if (!run) {
                Q_EMIT failed(run.error());
                return;
            }
            m_tables[key] = std::make_shared<const FigureRun>(std::move(*run));
            recount();
            if (key == m_shownRun && m_whatIf.isActive())
                readScores();
        });
}

void RunFigures::setShownRun(RowKey run, const WhatIf& whatIf) {
    if (run != m_shownRun) {
        m_shownRun = run;
        m_scores.reset();
        forgetTried();
    }
    setWhatIf(whatIf);
}

void RunFigures::setWhatIf(const WhatIf& whatIf) {
    m_whatIf = whatIf;
    if (!whatIf.isActive())
        forgetTried();
    else if (m_scores != nullptr)
        retry();
    else
        readScores();
}

void RunFigures::readScores() {
    const auto table = m_tables.find(m_shownRun);
    if (m_document == nullptr || m_items == nullptr || table == m_tables.end() || !table->second->table.isPairwise())
        return;
    m_document->read<TriedScores>(
        Document::Lane::Figures, "figure scores", this,
        [run = m_shownRun, items = m_items, shown = table->second](
            SessionReader& reader) { return readTriedScores(reader, run, *items, shown->table); },
        [this, run = m_shownRun, token = m_token](Result<TriedScores> scores) {
            if (token != m_token || run != m_shownRun)
                return;
            if (!scores) {
                Q_EMIT failed(scores.error());
                return;
            }
            m_scores = std::make_shared<const TriedScores>(std::move(*scores));
            retry();
        });
}

void RunFigures::retry() {
    const auto table = m_tables.find(m_shownRun);
    if (m_scores == nullptr || table == m_tables.end() || !m_whatIf.isActive())
        return;
    m_background.run<std::shared_ptr<const TriedRun>>(
        "tried", this,
        [items = m_items, run = table->second, scores = m_scores, human = m_human, whatIf = m_whatIf] {
            return std::make_shared<const TriedRun>(tryWeights(items, *run, *scores, *human, whatIf));
        },
        [this, token = ++m_tryToken](std::shared_ptr<const TriedRun> tried) {
            if (token <= m_triedToken)
                return;
            m_triedToken = token;
            m_tried = std::move(tried);
            Q_EMIT triedChanged();
        });
}

void RunFigures::forgetTried() {
    m_triedToken = m_tryToken; // what is still under way is about weights that are no more
    if (m_tried == nullptr)
        return;
    m_tried.reset();
    Q_EMIT triedChanged();
}

void RunFigures::recount() {
    if (m_items == nullptr)
        return;
    using Counts = std::map<RowKey, RunAgreement>;
    m_background.run<Counts>(
        "agreements", this,
        [tables = m_tables, human = m_human, items = m_items] {
            Counts counts;
            for (const auto& [key, run] : tables)
                counts[key] = agreementOf(*run, *human, items->settings);
            return counts;
        },
        [this, token = m_token](Counts counts) {
            if (token != m_token)
                return;
            m_agreements = std::move(counts);
            Q_EMIT agreementsChanged();
        });
}

void RunFigures::adopt(const Annotation& annotation) {
    if (m_items == nullptr || annotation.annotator != m_annotator)
        return;
    const auto row = m_items->items.rowOf.find(annotation.itemKey);
    if (row == m_items->items.rowOf.end())
        return;
    const NameList& results = m_items->items.results;
    if (!annotation.result.empty() && results.find(annotation.result) == NoResult)
        return load(m_document, m_runs, m_annotator); // the first of its class: every table has to learn it
    auto human = std::make_shared<std::vector<Rating>>(*m_human);
    (*human)[row->second] = ratingOf(annotation, results).value_or(m_items->items.gold[row->second]);
    m_human = std::move(human);
    recount();
    retry();
}

} // namespace assize::ui

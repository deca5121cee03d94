// SPDX-License-Identifier: Apache-2.0
// How the Review page reads the session: runs first, then one item at a time, always on a reading thread.
#include "ui/bridge/judge_item.h"
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/review/annotation_bar.h"
#include "ui/review/item_header.h"
#include "ui/review/label_choices.h"
#include "ui/review/parser_dialog.h"
#include "ui/review/prompt_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_panel.h"
#include "ui/shell/actions.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace assize::ui {

void ReviewPage::setDocument(Document* document, const QString& itemId) {
    if (m_stateTimer.isActive()) {
        m_stateTimer.stop();
        saveState();
    }
    m_annotation->finishEditing();
    delete m_parser;
    m_document = document;
    m_runs.clear();
    m_runKey = 0;
    m_total = -1;
    m_judged.clear();
    m_list->setDocument(nullptr);
    m_list->setBlind(m_settings.isBlind(m_settings.annotator()));
    m_actions.get(ActionId::Blind)->setChecked(m_settings.isBlind(m_settings.annotator()));
    showKey(0);
    loadFigures();
    if (document == nullptr)
        return;
    m_list->focusList(); // a key that comes before the first item is no search
    m_annotation->setReadOnly(document->isReadOnly());
    m_verdict->setReadOnly(document->isReadOnly());
    connect(document, &Document::contentChanged, this, &ReviewPage::reloadRuns);
    document->read<ReviewCatalogue>(
        Document::Lane::Now, "catalogue", this,
        [wanted = toUtf8(itemId)](SessionReader& reader) { return readCatalogue(reader, wanted); },
        [this](const Result<ReviewCatalogue>& catalogue) {
            if (catalogue)
                adoptCatalogue(*catalogue);
            else
                Q_EMIT failed(catalogue.error());
        });
}

void ReviewPage::finishEditing() {
    m_annotation->finishEditing();
}

void ReviewPage::adoptCatalogue(const ReviewCatalogue& catalogue) {
    m_runs = catalogue.runs;
    m_verdict->setForms(catalogue.forms);
    m_runKey = preferredRun(catalogue);
    for (const auto& [runId, whatIf] : catalogue.whatIf)
        m_editor.adoptWhatIf(runId, whatIf);
    m_editor.adoptCriterionGroups(catalogue.criterionGroups);
    m_editor.adoptWeightings(catalogue.weightings);
    m_verdict->setTieBand(catalogue.tieBand);
    showRuns();
    m_verdict->setTab(catalogue.state.tab);
    m_list->setPerspective(m_runKey, m_settings.annotator());
    m_list->setState(catalogue.state.list);
    m_list->setDocument(m_document);
    m_list->select(catalogue.item);
    if (const RunSummary* run = currentRun();
        catalogue.item != 0 && run != nullptr && m_editor.whatIf(run->run.id).isActive()) {
        m_list->keepItem(); // what is listed is known once the weights have been tried
        showKey(catalogue.item);
    }
    m_focusesList = true;
    loadFigures();
}

void ReviewPage::showRuns() {
    QStringList names;
    for (const RunSummary& summary : m_runs)
        names << fromUtf8(summary.run.name);
    m_list->setRunNames(names);
    m_verdict->setRuns(m_runs, m_runKey);
}

void ReviewPage::reloadRuns() {
    m_document->read<ReviewCatalogue>(
        Document::Lane::Now, "catalogue", this, [](SessionReader& reader) { return readCatalogue(reader, {}); },
        [this](const Result<ReviewCatalogue>& catalogue) {
            if (!catalogue) {
                Q_EMIT failed(catalogue.error());
                return;
            }
            m_runs = catalogue->runs;
            m_verdict->setForms(catalogue->forms);
            if (currentRun() == nullptr)
                m_runKey = preferredRun(*catalogue);
            showRuns();
            m_list->setPerspective(m_runKey, m_settings.annotator());
            m_list->model().reload();
            m_list->refresh();
            loadFigures();
            if (hasItem())
                showKey(m_review.item.key);
        });
}

void ReviewPage::showKey(RowKey key) {
    if (key != m_review.item.key)
        m_annotation->finishEditing(); // the comment belongs to the item that goes
    m_wantedKey = key;
    m_isLate = false;
    m_lateTimer.stop();
    if (key == 0 || m_document == nullptr) {
        m_review = {};
        m_header->clear();
        m_prompt->showItem({}, {});
        m_responses->clear();
        m_verdict->clear();
        updateMessage();
        Q_EMIT itemShown(0);
        return;
    }
    m_lateTimer.start();
    m_document->read<ReviewItem>(
        Document::Lane::Now, "item", this, [key](SessionReader& reader) { return readReviewItem(reader, key); },
        [this, key](Result<ReviewItem> review) { adoptItem(key, std::move(review)); });
}

void ReviewPage::adoptItem(RowKey key, Result<ReviewItem> review) {
    if (key != m_wantedKey)
        return;
    m_lateTimer.stop();
    m_isLate = false;
    updateMessage();
    if (!review) {
        Q_EMIT failed(review.error());
        return;
    }
    if (key != m_review.item.key)
        m_annotation->finishEditing(); // words typed since the item was asked for
    m_review = std::move(*review);
    m_editor.adopt(currentAnnotation(m_review, annotator()));
    // Pictures are large, and nobody else wants them.
    std::vector<Image> images = std::exchange(m_review.item.images, {});
    m_prompt->showItem(m_review.item, std::move(images));
    showReview();
    m_stateTimer.start();
    if (std::exchange(m_focusesList, false))
        m_list->focusList();
    Q_EMIT itemShown(key);
}

/// The list stays as it is where its filters leave the item out.
void ReviewPage::jumpTo(RowKey key) {
    if (m_list->model().rowOf(key) >= 0)
        m_list->select(key);
    if (m_wantedKey != key)
        showKey(key);
}

void ReviewPage::showReview() {
    const bool covered = isCovered();
    m_isShownCovered = covered;
    const bool hasSides = m_review.item.responses.size() > 1;
    m_isShownSwapped = covered && hasSides && areSidesSwapped(m_review.item.id, annotator());
    m_header->showItem(m_review, covered);
    m_responses->showItem(m_review.item, {.sidesSwapped = m_isShownSwapped, .hidesModels = covered});
    m_annotation->setBlind(m_settings.isBlind(m_settings.annotator()));
    m_actions.setPossible(ActionId::JudgeAgain, !baselineFor(m_review.item.responses.size(), false).empty());
    updateMessage();
    showVerdict();
    showOwnAnnotation();
}

void ReviewPage::showVerdict() {
    const bool covered = isCovered();
    m_verdict->setCovered(covered);
    const RunSummary* run = currentRun();
    m_verdict->setWhatIf(run == nullptr ? WhatIf() : m_editor.whatIf(run->run.id));
    m_verdict->setReview(m_review, annotator());
    m_list->setCriteria(m_verdict->criterionNames());
    m_annotation->setCriteria(covered ? QStringList() : m_verdict->criterionNames(), m_verdict->criterionTitles());
    m_responses->setQuotes(covered ? std::vector<QuotedWords>() : m_verdict->quotes());
    readHistory();
}

void ReviewPage::open(RowKey item, RowKey run) {
    if (run != m_runKey)
        chooseRun(run);
    m_list->select(item);
}

void ReviewPage::adoptVerdicts(RowKey run, const std::vector<CallOutcome>& stored) {
    if (m_document == nullptr)
        return;
    const bool isKnown =
        std::any_of(m_runs.begin(), m_runs.end(), [run](const RunSummary& summary) { return summary.run.key == run; });
    if (!isKnown && !m_judgedTimer.isActive())
        reloadRuns(); // the run is new: it comes into the pickers
    for (const CallOutcome& outcome : stored) {
        if (run == m_runKey || outcome.call.itemKey == m_review.item.key)
            m_judged.insert(outcome.call.itemKey);
    }
    if (!m_judgedTimer.isActive())
        m_judgedTimer.start();
}

void ReviewPage::refreshJudged() {
    const std::set<RowKey> judged = std::exchange(m_judged, {});
    if (m_document == nullptr || judged.empty())
        return;
    m_list->refresh({judged.begin(), judged.end()});
    if (judged.count(m_review.item.key) > 0)
        refreshVerdicts();
}

/// Only what judges say is taken anew: a label or a comment may be in the making.
void ReviewPage::refreshVerdicts() {
    const RowKey key = m_review.item.key;
    m_document->read<std::vector<Verdict>>(
        Document::Lane::Now, "verdicts", this, [key](SessionReader& reader) { return reader.verdictsOf(key); },
        [this, key](Result<std::vector<Verdict>> verdicts) {
            if (!verdicts || key != m_review.item.key)
                return;
            m_review.verdicts = std::move(*verdicts);
            showVerdict();
        });
}

void ReviewPage::readHistory() {
    m_verdict->setHistory({});
    if (m_runKey == 0 || isCovered())
        return;
    const RowKey key = m_review.item.key;
    m_document->read<std::vector<Verdict>>(
        Document::Lane::Later, "history", this,
        [key, run = m_runKey](SessionReader& reader) { return reader.verdictHistory(key, run); },
        [this, key](const Result<std::vector<Verdict>>& attempts) {
            if (attempts && key == m_review.item.key)
                m_verdict->setHistory(*attempts);
        });
}

void ReviewPage::chooseRun(RowKey runKey) {
    m_runKey = runKey;
    m_verdict->setRuns(m_runs, runKey);
    m_list->setPerspective(runKey, m_settings.annotator());
    m_list->setBlind(m_settings.isBlind(m_settings.annotator()));
    showAgreements();
    if (hasItem()) {
        m_editor.adopt(currentAnnotation(m_review, annotator()));
        showReview();
    }
    m_stateTimer.start();
}

void ReviewPage::judgeItem() {
    const bool isScored = personForm(m_review, m_verdict->form()).task == Task::Direct;
    const std::string baseline = baselineFor(m_review.item.responses.size(), isScored);
    if (!hasItem() || m_document == nullptr || m_document->isReadOnly() || baseline.empty())
        return;
    const auto run = std::make_shared<RowKey>(0);
    m_document->work(
        [id = m_review.item.id, baseline, run](
            Session& session) { return judgeWithBaseline(session, id, baseline).map([&](RowKey key) { *run = key; }); },
        this,
        [this, run](const Result<>& judged) {
            if (!judged) {
                Q_EMIT failed(judged.error());
                return;
            }
            const bool hasVerdict = std::any_of(m_review.verdicts.begin(), m_review.verdicts.end(),
                [this](const Verdict& verdict) { return verdict.runKey == m_runKey; });
            if (!hasVerdict)
                m_runKey = *run; // what was asked for is what is shown
            reloadRuns();
        });
}

void ReviewPage::showItems(
    const std::string& run, const QString& filter, RowKey item, const std::shared_ptr<const TriedVerdicts>& tried) {
    const auto wanted =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const RunSummary& summary) { return summary.run.id == run; });
    if (wanted != m_runs.end() && wanted->run.key != m_runKey)
        chooseRun(wanted->run.key);
    // Whoever counted the items of a run with other weights by what the judge said means that.
    const bool followsTried = tried != nullptr || !m_editor.whatIf(run).isActive();
    if (tried != nullptr)
        m_list->setTried(tried);
    m_list->setState({{}, {}, filter, m_list->state().order, followsTried});
    if (item != 0)
        m_list->select(item);
    m_list->focusList();
}

std::string ReviewPage::shownRun() const {
    const RunSummary* run = currentRun();
    return run == nullptr ? std::string() : run->run.id;
}

QString ReviewPage::shownItem() const {
    return fromUtf8(m_review.item.id);
}

const RunSummary* ReviewPage::currentRun() const {
    const auto found = std::find_if(
        m_runs.begin(), m_runs.end(), [this](const RunSummary& summary) { return summary.run.key == m_runKey; });
    return found == m_runs.end() ? nullptr : &*found;
}

void ReviewPage::saveState() {
    if (m_document == nullptr || m_document->isReadOnly() || !hasItem())
        return;
    const RunSummary* run = currentRun();
    const ReviewState state{
        m_list->state(), m_review.item.id, run == nullptr ? std::string() : run->run.id, m_verdict->tab()};
    m_document->write([json = reviewStateToJson(state)](
                          SessionTransaction& transaction) { return transaction.setSetting(ReviewStateSetting, json); },
        SessionWriter::Urgency::Grouped, this,
        [](const Result<>&) {}); // where one was is not worth a message; a label that cannot be stored is
}

} // namespace assize::ui

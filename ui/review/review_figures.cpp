// SPDX-License-Identifier: Apache-2.0
// Figures of the Review page: how runs agree with people, and what a person's own weights make of the run shown.
#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/review/parser_dialog.h"
#include "ui/review/request_dialog.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_panel.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"

#include <QLocale>

namespace assize::ui {

void ReviewPage::connectFigures() {
    connect(&m_figures, &RunFigures::agreementsChanged, this, &ReviewPage::showAgreements);
    connect(&m_figures, &RunFigures::triedChanged, this, [this] {
        m_verdict->setTried(m_figures.tried());
        m_list->setTried(m_figures.tried() == nullptr ? nullptr : m_figures.tried()->verdicts);
    });
    connect(&m_figures, &RunFigures::failed, this, &ReviewPage::failed);
    connect(&m_editor, &SessionEditor::whatIfChanged, this, &ReviewPage::adoptWhatIf);
    connect(&m_editor, &SessionEditor::weightingsChanged, this, [this] {
        QStringList names;
        for (const auto& [name, whatIf] : m_editor.weightings())
            names << fromUtf8(name);
        m_verdict->setWeightings(names);
    });
    connect(m_verdict, &VerdictPanel::whatIfEdited, this, [this](const WhatIf& whatIf, const QString& mergeKey) {
        if (const RunSummary* run = currentRun(); run != nullptr && m_document != nullptr && !m_document->isReadOnly())
            m_editor.setWhatIf(run->run.id, tr("weights of %1").arg(fromUtf8(run->judgeName)), whatIf, mergeKey);
    });
    connect(m_verdict, &VerdictPanel::saveWeightsRequested, this, &ReviewPage::saveWeights);
    connect(m_verdict, &VerdictPanel::weightingChosen, this, &ReviewPage::useWeights);
    connect(m_verdict, &VerdictPanel::weightingRemoved, this, &ReviewPage::forgetWeights);
    connect(m_verdict, &VerdictPanel::requestAsked, this, &ReviewPage::showRequest);
    connect(m_verdict, &VerdictPanel::parserAsked, this, &ReviewPage::editParser);
}

void ReviewPage::loadFigures() {
    const RunSummary* run = currentRun();
    m_figures.setShownRun(m_runKey, run == nullptr ? WhatIf() : m_editor.whatIf(run->run.id));
    m_figures.load(m_document, m_runs, annotator());
}

void ReviewPage::showAgreements() {
    const RunSummary* run = currentRun();
    m_figures.setShownRun(m_runKey, run == nullptr ? WhatIf() : m_editor.whatIf(run->run.id));
    m_verdict->setAgreements(m_figures.agreements());
    const auto known = m_figures.agreements().find(m_runKey);
    Q_EMIT agreementChanged(
        known == m_figures.agreements().end() ? std::nullopt : std::optional<RunAgreement>(known->second));
}

void ReviewPage::adoptWhatIf(const std::string& runId, const WhatIf& whatIf) {
    const RunSummary* run = currentRun();
    if (run == nullptr || run->run.id != runId)
        return;
    m_verdict->setWhatIf(whatIf);
    m_figures.setWhatIf(whatIf);
}

void ReviewPage::saveWeights() {
    const RunSummary* run = currentRun();
    if (run == nullptr)
        return;
    const WhatIf whatIf = m_editor.whatIf(run->run.id);
    m_dialogs.askText(
        window(), tr("Save weights"), tr("Name of these weights:"), {}, [this, whatIf](const QString& name) {
            m_editor.setWeighting(toUtf8(name), tr("saved weights “%1”").arg(name), whatIf);
            Q_EMIT noticed(tr("Saved; the “…” menu of the verdict panel brings them back."));
        });
}

void ReviewPage::useWeights(const QString& name) {
    const RunSummary* run = currentRun();
    const auto known = m_editor.weightings().find(toUtf8(name));
    if (run != nullptr && known != m_editor.weightings().end())
        m_editor.setWhatIf(run->run.id, tr("weights of %1").arg(fromUtf8(run->judgeName)), known->second);
}

void ReviewPage::forgetWeights(const QString& name) {
    m_editor.setWeighting(toUtf8(name), tr("saved weights “%1”").arg(name), {});
}

void ReviewPage::showRequest() {
    const RunSummary* run = currentRun();
    if (run == nullptr || !hasItem() || m_document == nullptr)
        return;
    m_document->read<RenderedRequest>(
        Document::Lane::Now, "request", this,
        [version = run->run.judgeVersionKey, item = m_review.item.key](
            SessionReader& reader) { return readRequest(reader, version, item); },
        [this](const Result<RenderedRequest>& request) {
            if (request)
                (new RequestDialog(itemName(), *request, window()))->open();
            else
                Q_EMIT failed(request.error());
        });
}

void ReviewPage::editParser() {
    const RunSummary* run = currentRun();
    if (run == nullptr || !hasItem() || isCovered() || m_document == nullptr || m_document->isReadOnly() ||
        m_parser != nullptr)
        return;
    m_document->read<ParserSetup>(
        Document::Lane::Later, "parser", this,
        [run = run->run.id, item = m_review.item.key](
            SessionReader& reader) { return readParserSetup(reader, run, item); },
        [this](Result<ParserSetup> setup) {
            if (!setup)
                Q_EMIT failed(setup.error());
            else if (m_parser == nullptr && m_document != nullptr)
                openParser(std::move(*setup));
        });
}

void ReviewPage::openParser(ParserSetup setup) {
    const QString run = fromUtf8(setup.run.run.name);
    m_parser = new ParserDialog(*m_document, m_dialogs, std::move(setup), window());
    connect(m_parser, &ParserDialog::saved, this, [this, run](const Reread& reread, const std::string& batch) {
        m_editor.importDone(batch, tr("replies of %1 read anew").arg(run));
        m_runKey = reread.run.key; // its verdicts are what the person wanted
        Q_EMIT m_document->contentChanged();
        const QLocale locale;
        Q_EMIT noticed(tr("%1 of %2 stored replies are verdicts.")
                           .arg(locale.toString(static_cast<qlonglong>(reread.verdicts)),
                               locale.toString(static_cast<qlonglong>(reread.replies))));
    });
    m_parser->open();
}

} // namespace assize::ui
